"""Telephone calls as operators and exchanges write them: numbers as dialled, lengths, and what kind a call is."""

from __future__ import annotations

import re
import unicodedata

LOCAL, DOMESTIC, IP, HMT, INTERNATIONAL, INFO, SERVICE, OTHER = (
    "local",
    "domestic",
    "ip",
    "hmt",
    "international",
    "info",
    "service",
    "other",
)
CALL_KINDS = (LOCAL, DOMESTIC, IP, HMT, INTERNATIONAL, INFO, SERVICE, OTHER)
LONG_DISTANCE = frozenset({DOMESTIC, IP, HMT, INTERNATIONAL})
"""What the regulations call long distance (002/15.一.4)."""

LONGEST_CALL = 7 * 86_400
"""Seconds; beyond it a length is a mistake."""

_NOT_DIALLED = re.compile(r"[^0-9*#]")
_SPOKEN = re.compile(
    r"(?:(\d{1,4})(?:小时|时|h))?(?:(\d{1,5})(?:分钟|分|m))?(?:(\d{1,7})(?:秒钟|秒|s))?", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:(\d{1,5}):)?(\d{1,5}):(\d{1,2})(?:\.0+)?")
_SECONDS = re.compile(r"(\d{1,9})(?:\.0+)?")
_HMT_CODES = ("00852", "00853", "00886")
_IP_PREFIXES = re.compile(r"(?:179\d\d|1259[03]|1019[03])\d")
_SHORT = re.compile(r"1\d{2,4}|95\d{3,6}|[48]00\d{7}")
_LANDLINE_ABROAD = re.compile(r"0[1-9]\d{7,}")
_TYPES = (
    (("信息", "声讯", "问讯台", "增值", "娱乐"), INFO),
    (("港澳台", "港澳", "台港澳", "香港", "澳门", "台湾"), HMT),
    (("国际",), INTERNATIONAL),
    (("ip", "179"), IP),
    (("特服", "免费", "客服", "紧急"), SERVICE),
    (("市话", "本地", "市内", "区内", "区间", "本网", "集团网", "短号"), LOCAL),
    (("国内", "长途", "省内", "省际", "漫游"), DOMESTIC),
)
_LONG = frozenset({DOMESTIC, IP})


def dialled(text: str) -> str:
    """Return a number as it was dialled: digits (``*`` and ``#`` kept), ``+86`` dropped, another ``+`` as ``00``."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.startswith("+86"):
        plain = plain[3:]
    elif plain.startswith("+"):
        plain = f"00{plain[1:]}"
    return _NOT_DIALLED.sub("", plain)


def spoken_length(text: str) -> int | None:
    """Return the seconds of a call's length: ``00:01:20``, ``1:20``, ``1分20秒``, ``80``; None where it is none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if found := _CLOCK.fullmatch(plain):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds if seconds < 60 else None  # noqa: PLR2004  (a minute)
    if found := _SECONDS.fullmatch(plain):
        return int(found[1])
    found = _SPOKEN.fullmatch(plain)
    if not found or not any(found.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def call_kind(type_text: str, called: str, info_fen: int = 0) -> str:
    """Return what kind a call is, by what the operator calls it and by what was dialled.

    What the operator bills as information service is ``info`` (002/15.一.3), whatever its number; 95xxx and 96xxx
    billed as local or free are not. 17909 before a number makes it ``ip`` (002/6.二). A word that says only 长途 is
    told apart by the number. Without any word the number alone decides.
    """
    said = _said(type_text)
    if said == INFO or (info_fen > 0 and said not in (HMT, INTERNATIONAL)):
        return INFO
    if said in (HMT, INTERNATIONAL):
        return HMT if called.startswith(_HMT_CODES) else INTERNATIONAL if "国际" in type_text else said
    by_number = _by_number(called)
    if said in _LONG:
        return by_number if by_number in LONG_DISTANCE else said
    if said == LOCAL:
        return SERVICE if by_number == SERVICE else LOCAL
    if said == SERVICE:
        return SERVICE
    return by_number if not type_text.strip() else OTHER


def _said(type_text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", type_text).split()).casefold()
    return next((kind for words, kind in _TYPES if any(word in plain for word in words)), "")


def _by_number(called: str) -> str:
    if _IP_PREFIXES.match(called):
        return IP
    if called.startswith(_HMT_CODES):
        return HMT
    if called.startswith("00"):
        return INTERNATIONAL
    if _LANDLINE_ABROAD.match(called):
        return DOMESTIC
    if _SHORT.fullmatch(called):
        return SERVICE
    return LOCAL if called else OTHER
