"""Entries as plain data, what is different between two of them, and how one was at an earlier time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desk_mailadmin.kernel.entered import plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import extension, landline, mobile
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

_SEPARATORS = str.maketrans(dict.fromkeys("、,，;；/|\n", " "))


@dataclass(frozen=True, slots=True)
class Difference:
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
    parts = text.translate(_SEPARATORS).split()
    if kind in (DIRECT, FAX) and parts and all(part.isdecimal() for part in parts) and _is_one(parts):
        parts = ["".join(parts)]  # 6655 8040 is one number
    if kind == MOBILE and _is_one_mobile(parts):
        parts = ["".join(parts)]
    return tuple(dict.fromkeys(_read(kind, part) for part in parts))


def _is_one(parts: Sequence[str]) -> bool:
    return len(parts) > 1 and all(len(part) <= 4 for part in parts)  # noqa: PLR2004  (halves of a fixed number)


def _is_one_mobile(parts: Sequence[str]) -> bool:
    return len(parts) > 1 and mobile("".join(parts)).value is not None


def _read(kind: str, text: str) -> str:
    readers = {EXTENSION: extension, SHORT: extension, MOBILE: mobile, DIRECT: landline, FAX: landline}
    read = readers[kind](text)
    if read.value is None and kind == FAX:
        read = extension(text)
    if read.value is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是{kind}号码。"), field=kind, text=text, kind=KINDS[kind])
    return read.value.replace("-", "")


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
