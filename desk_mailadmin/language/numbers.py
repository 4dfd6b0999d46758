"""Staff numbers, mobiles, extensions, landlines and e-mail addresses as offices type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault

Entry = str | int | float | bool | date | datetime | None

_MOBILE_DIGITS = 11
_MOBILE_INSIDE = regex(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_SPLIT = regex(r"[/、,;\n|]|或(?=\d)|\s{2,}(?=1\d{10})|(?<=\d{11})\s+(?=1\d{10})")
_FILLERS = regex(r"[\s\-‐-―−()\u200b-\u200f\u202a-\u202e\u2060\ufeff.]")
_EMPTY = frozenset({"", "-", "--", "—", "——", "/", "\\", "无", "暂无", "没有", "空", "n/a", "na", "none", "null", "x"})
_EXPONENT = regex(r"\d(?:\.\d+)?e\+?\d{1,2}", re.IGNORECASE)
_STAFF_NUMBER = regex(r"[一-鿿]{0,3}[A-Z0-9][A-Z0-9\-_/.]{0,31}")
_EXTENSION = regex(r"\d{2,6}")
_LANDLINE = regex(r"(?:(?:(?:\+?86)0?|0)(10|2\d|[3-9]\d\d))?(\d{7,8})")
_WITH_AREA = regex(r"(010|02\d|0[3-9]\d\d)(\d{7,8})")
_SPECIAL = regex(r"[48]00\d{7}|95\d{3,6}|1\d{2,4}")
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = regex(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})+")
_LONGEST_LOCAL, _LONGEST_ADDRESS = 64, 254


def text_of_entry(entry: Entry) -> str:
    """Return what a cell shows: numbers without their ``.0``, dates ISO, nothing for None."""
    match entry:
        case None:
            return ""
        case bool():
            return "TRUE" if entry else "FALSE"
        case float() if entry.is_integer() and abs(entry) < 1e15:  # noqa: PLR2004  (beyond it a float is no number to keep)
            return str(int(entry))
        case datetime() if entry.time() == datetime.min.time():
            return entry.date().isoformat()
        case datetime() | date():
            return entry.isoformat(" ") if isinstance(entry, datetime) else entry.isoformat()
        case _:
            return str(entry)


def is_blank(text: str) -> bool:
    """Say whether an entry is one of the ways to write "nothing": empty, a dash, 无, N/A."""
    return unicodedata.normalize("NFKC", text).strip().casefold() in _EMPTY


def staff_number(entry: Entry) -> Checked[str]:
    """Return a staff number in upper case without spaces, full-width characters made plain.

    Faults: ``empno-fullwidth``, ``empno-lower``, ``empno-space`` (put right), ``empno-exponent``, ``empno-odd``.
    """
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    plain = unicodedata.normalize("NFKC", raw)
    value = re.sub(r"[\s\u200b-\u200f\u2060\ufeff]", "", plain).upper()
    if _EXPONENT.fullmatch(value):
        return _bad(
            "empno-exponent", QT_TRANSLATE_NOOP("desk", "工号“{text}”被 Excel 改成了科学计数，原号码已丢失。"), raw
        )
    if not _STAFF_NUMBER.fullmatch(value):
        return _bad("empno-odd", QT_TRANSLATE_NOOP("desk", "“{text}”不像工号。"), raw)
    return Checked(value, _staff_number_fault(raw, plain, value))


def _staff_number_fault(raw: str, plain: str, value: str) -> EntryFault | None:
    if raw == value:
        return None
    if raw.strip() != plain.strip():
        kind, template = "empno-fullwidth", QT_TRANSLATE_NOOP("desk", "工号“{text}”有全角字符，改为“{repair}”。")
    elif plain != plain.upper():
        kind, template = "empno-lower", QT_TRANSLATE_NOOP("desk", "工号“{text}”有小写字母，改为“{repair}”。")
    else:
        kind, template = "empno-space", QT_TRANSLATE_NOOP("desk", "工号“{text}”有空格，改为“{repair}”。")
    return _mended(kind, template, raw, value)


def mobile(entry: Entry) -> Checked[str]:
    """Return a mobile number of 11 digits; spaces, dashes, ``+86`` and a float's ``.0`` are dropped without a word.

    Faults: ``mobile-fullwidth`` and ``mobile-with-text`` (put right), ``mobile-two``, ``mobile-exponent``,
    ``mobile-digits``, ``mobile-odd``.
    """
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    plain = unicodedata.normalize("NFKC", raw).strip()
    numbers = [_bare_mobile(part) for part in _SPLIT.split(plain) if part.strip()]
    if len(numbers) > 1 and all(map(_is_mobile, numbers)):
        return _several(raw, numbers)
    if _EXPONENT.fullmatch(plain):
        return _mobile_from_exponent(raw, plain)
    return _one_mobile(raw, plain, _bare_mobile(plain))


def _one_mobile(raw: str, plain: str, value: str) -> Checked[str]:
    inside = set(_MOBILE_INSIDE.findall(plain))
    if len(inside) == 1 and not value.isdigit():
        found = inside.pop()
        template = QT_TRANSLATE_NOOP("desk", "手机号码“{text}”里有别的字，记为“{repair}”。")
        return Checked(found, _mended("mobile-with-text", template, raw, found))
    if not value.isdigit() or not value.isascii():
        return _bad("mobile-odd", QT_TRANSLATE_NOOP("desk", "“{text}”不是手机号码。"), raw)
    if len(value) != _MOBILE_DIGITS:
        template = QT_TRANSLATE_NOOP("desk", "手机号码“{text}”是 {count} 位，应为 11 位。")
        return _bad("mobile-digits", template, raw, count=len(value))
    if not _is_mobile(value):
        return _bad("mobile-odd", QT_TRANSLATE_NOOP("desk", "“{text}”不是手机号码。"), raw)
    if raw.strip() != plain:
        template = QT_TRANSLATE_NOOP("desk", "手机号码“{text}”是全角数字，改为“{repair}”。")
        return Checked(value, _mended("mobile-fullwidth", template, raw, value))
    return Checked(value)


def _several(raw: str, numbers: list[str]) -> Checked[str]:
    if len(set(numbers)) == 1:
        return Checked(numbers[0])
    template = QT_TRANSLATE_NOOP("desk", "一格里有 {count} 个手机号码：“{text}”，可先留第一个“{repair}”。")
    return Checked(None, _fault("mobile-two", template, raw, numbers[0], count=len(numbers)))


def _mobile_from_exponent(raw: str, plain: str) -> Checked[str]:
    """A float that kept all its digits is read; one rounded for display (1.38E+10) has lost the number."""
    whole = str(int(float(plain)))
    significant = plain.casefold().partition("e")[0].replace(".", "")
    if len(significant) >= _MOBILE_DIGITS and _is_mobile(whole):
        return Checked(whole)
    template = QT_TRANSLATE_NOOP("desk", "手机号码“{text}”被 Excel 改成了科学计数，原号码已丢失。")
    return _bad("mobile-exponent", template, raw)


def _bare_mobile(text: str) -> str:
    bare = _FILLERS.sub("", re.sub(r"\.0$", "", text.strip()))
    for prefix in ("+86", "0086"):
        bare = bare.removeprefix(prefix)
    return bare[2:] if len(bare) == _MOBILE_DIGITS + 2 and bare.startswith("86") else bare


def _is_mobile(text: str) -> bool:
    return re.fullmatch(r"1[3-9]\d{9}", text, re.ASCII) is not None


def extension(entry: Entry) -> Checked[str]:
    """Return an extension of 2 to 6 digits; ``转8012`` and ``分机8012`` are read. Fault: ``extension-odd``."""
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    plain = _FILLERS.sub("", unicodedata.normalize("NFKC", raw))
    value = re.sub(r"^(?:内线|分机|转|ext|x|#)[:#]?", "", plain, flags=re.IGNORECASE)
    if not _EXTENSION.fullmatch(value) or not value.isascii():
        return _bad("extension-odd", QT_TRANSLATE_NOOP("desk", "“{text}”不是分机号。"), raw)
    return Checked(value)


def landline(entry: Entry) -> Checked[str]:
    """Return a landline as ``0571-55510000``, or a service number (400…, 95…) in digits. Fault: ``landline-odd``."""
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    plain = _FILLERS.sub("", unicodedata.normalize("NFKC", raw))
    if _SPECIAL.fullmatch(plain):
        return Checked(plain)
    found = _LANDLINE.fullmatch(plain)
    if found is None or not plain.removeprefix("+").isascii():
        return _bad("landline-odd", QT_TRANSLATE_NOOP("desk", "“{text}”不是电话号码。"), raw)
    area, number = found.groups()
    return Checked(f"0{area}-{number}" if area else number)


def phone_number(entry: Entry, area: str = "") -> Checked[str]:
    """Return a telephone number as it is kept: digits only, a fixed one with its area code (``057155511001``).

    ``area`` is the code of a fixed number that brings none. Fault: ``landline-odd``.
    """
    found = mobile(entry)
    if found.value is not None:
        return found
    line = landline(entry)
    if line.value is None:
        return line
    bare = line.value.replace("-", "")
    return Checked(bare if "-" in line.value or _SPECIAL.fullmatch(bare) else f"{area}{bare}")


def phone_shown(number: str) -> str:
    """Return a kept telephone number as people read it: ``0571-55511001``; whatever is none as it stands."""
    found = _WITH_AREA.fullmatch(number)
    return f"{found[1]}-{found[2]}" if found else number


def area_of(number: str) -> str:
    """Return the area code of a kept fixed number, nothing for another."""
    found = _WITH_AREA.fullmatch(number)
    return found[1] if found else ""


def email(entry: Entry) -> Checked[str]:
    """Return an e-mail address in lower case.

    Faults: ``email-fullwidth-at`` (put right: full-width characters, 。 for a dot, spaces), ``email-odd``.
    """
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", raw)).replace("。", ".").removeprefix("mailto:")
    local = plain.partition("@")[0]
    if not _EMAIL.fullmatch(plain) or len(local) > _LONGEST_LOCAL or len(plain) > _LONGEST_ADDRESS:
        return _bad("email-odd", QT_TRANSLATE_NOOP("desk", "“{text}”不是邮箱地址。"), raw)
    value = plain.lower()
    if raw.strip() == plain:
        return Checked(value)
    template = QT_TRANSLATE_NOOP("desk", "邮箱“{text}”有全角字符或空格，改为“{repair}”。")
    return Checked(value, _mended("email-fullwidth-at", template, raw, value))


def _bad(kind: str, template: str, raw: str, **values: object) -> Checked[str]:
    return Checked(None, _fault(kind, template, raw, None, **values))


def _mended(kind: str, template: str, raw: str, repair: str) -> EntryFault:
    return _fault(kind, template, raw, repair)


def _fault(kind: str, template: str, raw: str, repair: str | None, **values: object) -> EntryFault:
    return EntryFault(kind, template, {"text": shortened(raw), "repair": repair, **values}, repair)


def shortened(text: str, longest: int = 40) -> str:
    """Return a text fit for a sentence: one line, nothing that steers the display, cut with … where it is long."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
