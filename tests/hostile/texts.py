"""Wicked text tables, made when a test wants them: SAFETY 4.2. Each is a bill; its good line costs 1.20."""

from __future__ import annotations

from collections.abc import Mapping

HEAD = "主叫号码,对方号码,通话类型,通话开始时间,通话时长(秒),费用(元)"
GOOD = "057155501001,057188880001,本地,2026-10-05 09:00:00,60,1.20"
_BODY = f"{HEAD}\n{GOOD}\n"


def _line(**parts: str) -> bytes:
    """The good bill with one line more, in which some cells are others; the second good line is a minute later."""
    cells = {"caller": "057155501001", "called": "057188880002", "kind": "本地", "at": "2026-10-05 10:00:00", "seconds": "60", "fee": "1.20"}  # fmt: skip
    return (_BODY + ",".join({**cells, **parts}.values()) + "\n").encode()


def _with(text: str) -> bytes:
    return (_BODY + text).encode()


def _cut(separator: str) -> bytes:
    return _BODY.replace(",", separator).encode()


TEXTS: Mapping[str, bytes] = {
    "utf8": _BODY.encode(),
    "utf8-bom": b"\xef\xbb\xbf" + _BODY.encode(),
    "gb18030": _BODY.encode("gb18030"),
    "gb18030-rare": _BODY.replace("本地", "𠮷地").encode("gb18030"),
    "utf16": _BODY.encode("utf-16"),
    "utf16-no-mark": _BODY.encode("utf-16-be"),
    "utf8-taken-for-gbk": _BODY.encode().decode("gb18030", "replace").encode(),
    "half-utf8-half-gbk": _BODY.encode() + GOOD.replace("05 09", "05 11").encode("gb18030"),
    "nul": _BODY.encode().replace(b",", b",\0"),
    "only-nul": b"\0" * 5000,
    "unclosed-quote": _with(f'"{GOOD}\n' + f"{GOOD}\n" * 50),
    "every-quote": _with('"' * 5001),
    "long-field": _with("1,2,3,4,5," + "9" * 200_000),
    "carriage-returns": _BODY.replace("\n", "\r").encode(),
    "mixed-ends": _BODY.replace("\n", "\n\r").encode() + GOOD.encode() + b"\r\n",
    "semicolons": _cut(";"),
    "tabs": _cut("\t"),
    "bars": _cut("|"),
    "ragged": _with(f"{GOOD},,,,\n1\n,,,\n"),
    "total-row": _with("合计,,,,60,1.20\n"),
    "page-heads": _with(f"第 2 页 共 9 页\n{HEAD}\n{GOOD.replace('05 09', '06 09')}\n"),
    "blank-lines": _with("\n\n \n\t\n"),
    "header-only": HEAD.encode(),
    "no-header": GOOD.encode(),
    "many-lines": _with(f"{GOOD}\n" * 30_000),
    "one-line-of-20-mb": _with("9" * (20 * 2**20)),
    "a-million-commas": _with("," * 1_000_000),
    "fee-grouped": _line(fee='"1,234.50"'),
    "fee-yuan-sign": _line(fee="￥12.00"),
    "fee-in-brackets": _line(fee="(5.00)"),
    "fee-yuan": _line(fee="12元"),
    "fee-full-width": _line(fee="１２．５０"),
    "fee-underscore": _line(fee="1_000"),
    "fee-arabic-digits": _line(fee="٣"),
    "fee-nan": _line(fee="NaN"),
    "fee-infinity": _line(fee="Infinity"),
    "fee-1e309": _line(fee="1e309"),
    "fee-minus-zero": _line(fee="-0"),
    "fee-three-decimals": _line(fee="12.345"),
    "fee-9s": _line(fee="9" * 400),
    "fee-formula": _line(fee="=1+1"),
    "length-clock": _line(seconds="1:02"),
    "length-61-minutes": _line(seconds="00:61:00"),
    "length-minutes": _line(seconds="3.5分"),
    "length-negative": _line(seconds="-5"),
    "length-two-days": _line(seconds="172801"),
    "length-9s": _line(seconds="9" * 400),
    "over-midnight": _line(at="2026-10-31 23:59:30", seconds="120"),
    "at-30-february": _line(at="2024.2.30 10:00"),
    "at-year-10000": _line(at="10000-01-01 10:00"),
    "at-year-0": _line(at="0000-00-00 00:00:00"),
    "at-future": _line(at="2099-01-01 10:00"),
    "at-hour-25": _line(at="2026-10-05 25:00:00"),
    "number-float": _line(called="13800000000.0"),
    "number-exponent": _line(called="1.38E+10"),
    "number-formula": _line(called="=cmd|' /C calc'!A0"),
    "number-bidi": _line(called="\u202e0571888"),
    "number-long": _line(called="8" * 20_000),
}

COUNTED = {
    "fee-grouped": 123_570, "fee-yuan-sign": 1_320, "fee-yuan": 1_320, "fee-full-width": 1_370, "fee-minus-zero": 120,
    "utf8": 120, "utf8-bom": 120, "gb18030": 120, "utf16": 120, "utf16-no-mark": 120, "tabs": 120, "semicolons": 120,
    "bars": 120, "carriage-returns": 120, "nul": 120, "total-row": 120, "blank-lines": 120, "page-heads": 240,
    "many-lines": 120, "unclosed-quote": 120, "long-field": 120, "one-line-of-20-mb": 120, "a-million-commas": 120,
    "fee-underscore": 120, "fee-arabic-digits": 120, "fee-nan": 120, "fee-infinity": 120, "fee-1e309": 120,
    "fee-9s": 120, "fee-formula": 120, "at-30-february": 120, "at-year-10000": 120, "at-year-0": 120,
    "at-hour-25": 120, "length-9s": 120,
}  # fmt: skip
"""What a bill comes to, in fen: a line that cannot be read is named and counts nothing, one printed twice once."""
