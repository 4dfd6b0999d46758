"""The telephone numbers of one cell, whatever is written there: 0571-55511001, 55511001转8001, 8042/8043, １５４…."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from desk_mailadmin.intake.directories.fields import Field
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import Entry, extension, is_blank, landline, mobile, shortened, text_of_entry

_PARTS = re.compile(r"[/、,，;；\n|]|或|\s{2,}|(?<=\d{7})\s+(?=\d{7})|(?<=\d{7})\s+(?=0\d{2,3}[-\s])|(?<=\d{11})\s+")
_BRACKETS = re.compile(r"[(（]\s*(?:直线|直拨|外线|分机|内线|短号|手机|传真|办|宅|小号)\s*[)）]")
_LABEL = re.compile(r"^(?:直线|直拨|外线|分机|内线|短号|手机|传真|电话|办|tel|fax|ext|mob)[:：.\s]*", re.IGNORECASE)
_EXTENDED = re.compile(r"(.*\d{7})\s*(?:转|分机|ext\.?|x|#|-|－|—)\s*(\d{2,6})", re.IGNORECASE)
_SHORTEST_DIRECT = 7
_LONGEST_EXTENSION = 6

Found = Mapping[str, tuple[str, ...]]
"""The numbers of a cell by the field they belong to."""


def numbers_in(entry: Entry, field: str) -> Checked[Found]:
    """Return the numbers of a cell by kind, those that nobody can mistake for another kind under their own.

    Fault ``number-odd`` (what could be read is returned all the same), or what ``mobile`` found.
    """
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked({})
    plain = _BRACKETS.sub(" ", unicodedata.normalize("NFKC", raw)).strip()
    found: dict[str, tuple[str, ...]] = {}
    fault = None
    for part in _parts(plain):
        read = _one(part, field)
        if not read:
            fault = fault or _fault_of(raw, part, field)
        for kind, number in read:
            if number not in found.get(kind, ()):
                found[kind] = (*found.get(kind, ()), number)
    return Checked(found, fault)


def _parts(plain: str) -> Sequence[str]:
    whole = re.sub(r"\s", "", plain)
    cell = mobile(whole)
    if landline(whole).value or (cell.value and cell.fault is None):
        return [whole]
    return [_LABEL.sub("", part.strip()) for part in _PARTS.split(plain) if part.strip()]


def _one(part: str, field: str) -> Sequence[tuple[str, str]]:
    """Return the one or two numbers of a part, none where it is no number."""
    if (cell := mobile(part).value) is not None:
        return [(Field.MOBILE, cell)]
    if (both := _EXTENDED.fullmatch(part)) and (direct := landline(both[1]).value):
        return [(_fixed(field), _digits(direct)), (Field.EXTENSION, both[2])]
    digits = extension(part).value
    if digits is not None and len(digits) <= _LONGEST_EXTENSION:
        return [(field if field in (Field.SHORT, Field.EXTENSION, Field.FAX) else _short_of(field), digits)]
    direct = landline(part).value
    return [(_fixed(field), _digits(direct))] if direct else []


def _fixed(field: str) -> str:
    """Return the kind of a long fixed number: a fax in the column of faxes, else a direct line."""
    return Field.FAX if field == Field.FAX else Field.DIRECT


def _short_of(field: str) -> str:
    """Return the kind of a few digits in a column of long numbers: an extension, beside mobiles a short number."""
    return Field.SHORT if field == Field.MOBILE else Field.EXTENSION


def _digits(number: str) -> str:
    return number.replace("-", "")


def _fault_of(raw: str, part: str, field: str) -> EntryFault:
    if field == Field.MOBILE:
        found = mobile(part)
        if found.fault is not None:
            return found.fault
    template = QT_TRANSLATE_NOOP("desk", "“{text}”不是电话号码，这一格空着导入。")
    return EntryFault("number-odd", template, {"text": shortened(raw)})


def has_area_code(direct: str) -> bool:
    """Say whether a fixed number of digits alone begins with its area code (or needs none: 400…, 95…)."""
    return direct.startswith("0") or len(direct) not in (_SHORTEST_DIRECT, _SHORTEST_DIRECT + 1)


def area_code(direct: str) -> str:
    """Return the area code of a fixed number: 0571 of 057155511001, 021 of 02155511130; empty where it has none."""
    if not direct.startswith("0"):
        return ""
    return direct[:3] if direct[1:2] in ("1", "2") else direct[:4]
