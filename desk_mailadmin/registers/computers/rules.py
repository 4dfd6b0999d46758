"""Computers on the network: each has one responsible person and is on file (002/4.六.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, plain, plain_day
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "在网"), Tone.GREEN, "circle-check")
RETIRED = State("retired", QT_TRANSLATE_NOOP("desk", "已下网"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((ACTIVE, RETIRED), {"active": frozenset({"retired"}), "retired": frozenset({"active"})})

SECOND = "second_computer"
"""The question asked where somebody answers for a second computer."""

TITLES: Mapping[str, str] = {
    "number": QT_TRANSLATE_NOOP("desk", "电脑编号"),
    "address": QT_TRANSLATE_NOOP("desk", "网络地址"),
    "place": QT_TRANSLATE_NOOP("desk", "放置地点"),
    "purpose": QT_TRANSLATE_NOOP("desk", "上网用途"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What people call each text of an entry."""

LONGEST = {"number": 40, "address": 80, "remark": 200}


class ComputerEntry(Struct, frozen=True):
    """A computer as the clerk enters it; ``staff`` answers for it, ``filed_on`` is the day it was put on file."""

    number: str
    staff: int | None
    filed_on: date
    address: str = ""
    place: str = ""
    purpose: str = ""
    remark: str = ""


def checked(entry: ComputerEntry, today: date) -> ComputerEntry:
    """Return the entry with its texts cleaned; raise UserError naming the field that cannot stand."""
    texts: dict[str, Any] = {
        key: checked_line(getattr(entry, key), title, key, LONGEST.get(key, 60)) for key, title in TITLES.items()
    }
    entry = replace(entry, **texts)
    if not entry.number:
        raise UserError(QT_TRANSLATE_NOOP("desk", "电脑编号是空的。"), field="number")
    if entry.staff is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "每台上网电脑要有一名责任人（电话制度 4.六.1）。"), field="staff")
    if entry.filed_on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "备案日期 {on} 还没有到。"), field="filed_on", on=entry.filed_on)
    return entry


def entry_from(data: Mapping[str, Any], staff: int) -> ComputerEntry:
    """Return the computer that plain data describe; ``staff`` was found from their ``emp_no`` or ``name``.

    Raises UserError for a name the desk does not know, or a date that is none.
    """
    known = set(ComputerEntry.__struct_fields__) - {"staff"}
    for key in data:
        if key not in known:
            raise UserError(QT_TRANSLATE_NOOP("desk", "上网电脑没有“{key}”这一项。"), field=str(key), key=key)
    texts: dict[str, Any] = {key: plain(data.get(key), title, key) for key, title in TITLES.items()}
    filed_on = plain_day(data.get("filed_on"), QT_TRANSLATE_NOOP("desk", "备案日期"), "filed_on")
    return ComputerEntry(**texts, staff=staff, filed_on=filed_on)
