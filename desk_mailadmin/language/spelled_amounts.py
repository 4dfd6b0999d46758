"""Sums of money as people write them: 50元, ￥58.00, １００元, 伍佰元整, 五百元, 1,200.5."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.capitals import HIGHEST_FEN
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import Entry, is_blank, shortened, text_of_entry

_NOTHING = frozenset({"免", "略", "(略)", "不罚款", "…", "……", "...", "......"})
_CURRENCY = re.compile(r"^(?:人民币|大写|RMB|CNY|¥|:)+", re.IGNORECASE)
_FIGURE = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_PARTS = re.compile(r"(?:([^元圆块]+)[元圆块]钱?)?零?(?:([^元圆块角毛分]+)[角毛])?(?:零?([^元圆块角毛分]+)分)?")
_BOTH = re.compile(r"(.+?)\((.+)\)")
_HAN = str.maketrans(
    "〇零一二两三四五六七八九壹贰弍貳叁參肆伍陆陸柒捌玖十百千拾佰仟", "0012234567891222334566789十百千十百千"
)
_HAN_NUMBER = re.compile(r"[0-9十百千万亿]+", re.ASCII)
_SHORT_SPEECH = re.compile(r"[百千万][1-9]$")
"""一百五 means 150 to some and 105 to others: nobody guesses at money."""
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
_JUNK = Decimal("0.0001")
"""How far a sum may lie from a whole fen: a spreadsheet's floating point leaves 57.99999999."""


def spelled_amount(entry: Entry) -> Checked[int]:
    """Return the fen of a cell with a sum in yuan; a calculation gives what stands behind its last equals sign.

    Faults (no value): ``amount-two`` (figures and capitals differ), ``amount-fraction`` (parts of a fen),
    ``amount-odd``.
    """
    raw = text_of_entry(entry)
    plain = "".join(unicodedata.normalize("NFKC", raw).split())
    if is_blank(plain) or plain in _NOTHING:
        return Checked()
    if isinstance(entry, bool):
        return _odd(raw)
    both = _BOTH.fullmatch(plain)
    if both is not None and (second := _sum(both[2])) is not None:
        return _agreeing(raw, _sum(both[1]), second)
    found = _sum(plain.rpartition("=")[2])
    return _odd(raw) if found is None else _in_fen(raw, found)


def _agreeing(raw: str, first: Decimal | None, second: Decimal) -> Checked[int]:
    """Return a sum written twice, in figures and in capitals."""
    if first is None:
        return _odd(raw)
    if first != second:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”里两个金额不一样，留下对的一个。")
        return Checked(None, EntryFault("amount-two", template, {"text": shortened(raw)}))
    return _in_fen(raw, first)


def _in_fen(raw: str, yuan: Decimal) -> Checked[int]:
    fen = yuan * 100
    whole = round(fen)
    if abs(whole) > HIGHEST_FEN:
        return _odd(raw)
    if abs(fen - whole) > _JUNK:
        template = QT_TRANSLATE_NOOP("desk", "金额“{text}”不是整分，改成两位小数。")
        return Checked(None, EntryFault("amount-fraction", template, {"text": shortened(raw)}))
    return Checked(whole)


def _odd(raw: str) -> Checked[int]:
    template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是多少钱，写成 50.00 这样。")
    return Checked(None, EntryFault("amount-odd", template, {"text": shortened(raw)}))


def _sum(plain: str) -> Decimal | None:
    """Return the yuan of a text without spaces, negative by its sign or by an accountant's brackets."""
    negative = plain.startswith(("-", "−", "负"))
    inside = re.fullmatch(r"\(([\d,.]+)\)", plain, re.ASCII)
    bare = _CURRENCY.sub("", inside[1] if inside else plain.removeprefix("-").removeprefix("−").removeprefix("负"))
    if bare.startswith("-"):
        negative, bare = True, bare[1:]
    found = _positive(re.sub(r"[整正]$", "", bare))
    return -found if found is not None and (negative or inside) else found


def _positive(bare: str) -> Decimal | None:
    parts = _PARTS.fullmatch(bare)
    if not bare or parts is None or not any(parts.groups()):
        return _number(bare)
    numbers = [_number(part) if part else Decimal(0) for part in parts.groups()]
    yuan, tenths, hundredths = numbers
    if yuan is None or tenths is None or hundredths is None or tenths > 9 or hundredths > 99:  # noqa: PLR2004  (a digit of jiao; fen up to 99)
        return None
    return yuan + tenths / 10 + hundredths / 100


def _number(text: str) -> Decimal | None:
    if _FIGURE.fullmatch(text):
        return Decimal(text.replace(",", ""))
    han = text.translate(_HAN)
    if text.isascii() or not _HAN_NUMBER.fullmatch(han) or _SHORT_SPEECH.search(han):
        return None
    return _han_number(han)


def _han_number(han: str) -> Decimal | None:
    """Return 一百二十 as 120; None where digits stand side by side (一二三)."""
    total = section = digit = 0
    for before, char in zip(" " + han, han, strict=False):
        if char.isdigit():
            if before.isdigit() and before != "0":
                return None
            digit = int(char)
        elif char in _PLACES:
            section, digit = section + (digit or int(char == "十")) * _PLACES[char], 0
        else:
            total, section, digit = total + (section + digit) * _GROUPS[char], 0, 0
    return Decimal(total + section + digit)
