"""Entries as plain data, what is different between two of them, and how one was at an earlier time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import extension, landline, mobile
from desk_mailadmin.language.spelled_dates import spelled_date
from desk_mailadmin.registers.directory.rules import (
    DIRECT,
    EXTENSION,
    FAX,
    KINDS,
    MOBILE,
    SHORT,
    TEXTS,
    DirectoryEntry,
    Number,
    in_order,
)

BETWEEN = "、"
"""Stands between several numbers of a kind in one text."""

_PARTED = regex(r"[、,，;；/|\n]")
_SPACED = (DIRECT, FAX, MOBILE)
_WHOLE = 10
"""Of a number that is written with blanks no piece is as long as this (0571-5551 8040)."""


class Difference(Struct, frozen=True):
    """One thing of an entry that changed, both values as they are kept in its history (ids and numbers as text)."""

    field: str
    old: str
    new: str


def flat(entry: DirectoryEntry, state: str = "active") -> dict[str, str]:
    """Return an entry as texts by field, as its history keeps them."""
    return {
        "department": str(entry.department),
        "staff": str(entry.staff or ""),
        **{key: getattr(entry, key) for key in TEXTS},
        "leader": "1" if entry.leader else "",
        **{kind: BETWEEN.join(entry.of_kind(kind)) for kind in KINDS},
        "state": state,
    }


def entry_of(values: Mapping[str, str]) -> DirectoryEntry:
    """Return the entry that ``flat`` made these texts of."""
    numbers = [Number(kind, each) for kind in KINDS for each in values.get(kind, "").split(BETWEEN) if each]
    return DirectoryEntry(
        department=int(values["department"]),
        staff=int(values["staff"]) if values.get("staff") else None,
        numbers=in_order(numbers),
        leader=bool(values.get("leader")),
        **{key: values.get(key, "") for key in TEXTS},
    )


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    """Return what is different between two flat entries, in the order in which people read them."""
    keys = dict.fromkeys((*before, *after))
    pairs = [(key, before.get(key, ""), after.get(key, "")) for key in keys]
    return [Difference(key, old, new) for key, old, new in pairs if old != new]


def before_all(values: Mapping[str, str], later: Iterable[Sequence[Difference]]) -> dict[str, str]:
    """Return a flat entry as it was before some changes, given the newest first."""
    found = dict(values)
    for changes in later:
        found.update({change.field: change.old for change in changes})
    return found


def read_numbers(kind: str, text: str) -> tuple[str, ...]:
    """Return the numbers of a kind that a clerk typed, several parted by 、 or blanks; UserError for what is none."""
    found = [number for part in _PARTED.split(text) if part.strip() for number in _read_part(kind, part.strip())]
    return tuple(dict.fromkeys(found))


def _read_part(kind: str, part: str) -> list[str]:
    """Return the number of a part, blanks inside and all (6655 8040), else the numbers between its blanks."""
    pieces = part.split()
    spaced = len(pieces) == 1 or (kind in _SPACED and all(len(piece) < _WHOLE for piece in pieces))
    whole = _number(kind, "".join(pieces)) if spaced else None
    return [whole] if whole else [_read(kind, piece) for piece in pieces]


def _read(kind: str, text: str) -> str:
    number = _number(kind, text)
    if number is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是{kind}号码。"), field=kind, text=text, kind=KINDS[kind])
    return number


def _number(kind: str, text: str) -> str | None:
    readers = {EXTENSION: extension, SHORT: extension, MOBILE: mobile, DIRECT: landline, FAX: landline}
    value = readers[kind](text).value or (extension(text).value if kind == FAX else None)
    return value.replace("-", "") if value else None


PLAIN_TITLES: Mapping[str, str] = {
    "emp_no": QT_TRANSLATE_NOOP("desk", "工号"),
    "name": QT_TRANSLATE_NOOP("desk", "姓名"),
    "branch": QT_TRANSLATE_NOOP("desk", "单位"),
    "dept": QT_TRANSLATE_NOOP("desk", "部门"),
    "leader": QT_TRANSLATE_NOOP("desk", "领导号码"),
    **TEXTS,
    **KINDS,
}
"""What plain data of an entry may name (``record directory``)."""


def plain_texts(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of plain data; UserError for a name the desk does not know or a value that is no text."""
    for key in data:
        if key not in PLAIN_TITLES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "通讯录没有“{key}”这一项。"), field=key, key=key)
    return {key: plain(value, PLAIN_TITLES[key], key) for key, value in data.items() if key != "leader"}


def with_plain(entry: DirectoryEntry, data: Mapping[str, Any]) -> DirectoryEntry:
    """Return an entry with the texts, numbers and mark of plain data."""
    texts = plain_texts(data)
    given: dict[str, Any] = {key: texts[key] for key in TEXTS if key in texts}
    entry = replace(entry, **given, leader=data.get("leader") is True)
    for kind in KINDS:
        if texts.get(kind):
            entry = entry.with_numbers(kind, read_numbers(kind, texts[kind]))
    return entry


_CLOCK = regex(r"(?:(?P<day>.*?)\s*)?(?P<hour>\d{1,2})[:：]?(?P<minute>\d{2})")
_NOW, _YESTERDAY = ("n", "now", "现在", "刚才"), "昨天"


def read_moment(text: str, now: datetime, field: str) -> datetime | None:
    """Return a local instant as clerks type it: 10:20, 1020, 12-03 10:20, 昨天 16:00, n for now; None for nothing.

    A day without a year is the latest one that is not to come. Raises UserError for anything else.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if not plain:
        return None
    if plain in _NOW:
        return now.replace(second=0, microsecond=0)
    found = _CLOCK.fullmatch(plain)
    day = _day_meant(found["day"] or "", now.date()) if found else None
    try:
        return (
            datetime.combine(day, time(int(found["hour"]), int(found["minute"])))
            if found and day
            else _no_moment(text, field)
        )
    except ValueError:
        return _no_moment(text, field)


def _no_moment(text: str, field: str) -> datetime:
    raise UserError(
        QT_TRANSLATE_NOOP("desk", "“{text}”不是时间，写成 10:20 或 12-03 10:20，现在写 n。"), field=field, text=text
    )


def _day_meant(text: str, today: date) -> date | None:
    if text in ("", "今天"):
        return today
    if text == _YESTERDAY:
        return today - timedelta(days=1)
    short = re.fullmatch(r"(\d{1,2})[-/.月](\d{1,2})日?", text)
    if short is None:
        return spelled_date(text, today).value
    with suppress(ValueError):
        day = date(today.year, int(short[1]), int(short[2]))
        return day if day <= today else day.replace(year=today.year - 1)
    return None


def moment_shown(at: datetime | None, year: int) -> str:
    """Return an instant as fields and lists show it: 12-03 10:20, with the year if it is another."""
    if at is None:
        return ""
    return f"{at:%m-%d %H:%M}" if at.year == year else f"{at:%Y-%m-%d %H:%M}"
