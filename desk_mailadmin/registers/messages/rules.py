"""What a telephone message may be (002/1.六: whoever is called may be told of it, and how to be reached)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, checked_text, plain, plain_day
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

RUNG_BACK = QT_TRANSLATE_NOOP("desk", "要按来电号码回电")
"""Why the list of messages shows the numbers whole."""

WAITING = State("waiting", QT_TRANSLATE_NOOP("desk", "待转达"), Tone.AMBER, "clock")
PASSED = State("passed", QT_TRANSLATE_NOOP("desk", "已转达"), Tone.GREEN, "circle-check")
VOID = State("void", QT_TRANSLATE_NOOP("desk", "作废"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (WAITING, PASSED, VOID),
    {"waiting": frozenset({"passed", "void"}), "passed": frozenset({"waiting"}), "void": frozenset()},
)

WISHES = (
    ("call_back", QT_TRANSLATE_NOOP("desk", "回电话")),
    ("again", QT_TRANSLATE_NOOP("desk", "会再打来")),
    ("told", QT_TRANSLATE_NOOP("desk", "已告诉联系方式")),
    ("note", QT_TRANSLATE_NOOP("desk", "转告留言")),
)
"""What the caller wants."""

WAYS = (
    ("phone", QT_TRANSLATE_NOOP("desk", "电话")),
    ("in_person", QT_TRANSLATE_NOOP("desk", "当面")),
    ("slip", QT_TRANSLATE_NOOP("desk", "留言条")),
    ("mail", QT_TRANSLATE_NOOP("desk", "短信或邮件")),
)
"""How a message was passed on."""

SLIPS = "message_slips"
"""The form of the slips."""

LONGEST_LINE, LONGEST_TEXT = 60, 150

TITLES: Mapping[str, str] = {
    "caller": QT_TRANSLATE_NOOP("desk", "来电人"),
    "company": QT_TRANSLATE_NOOP("desk", "来电单位"),
    "phone": QT_TRANSLATE_NOOP("desk", "来电号码"),
    "taken_on": QT_TRANSLATE_NOOP("desk", "来电日期"),
    "taken_at": QT_TRANSLATE_NOOP("desk", "来电时间"),
    "wish": QT_TRANSLATE_NOOP("desk", "对方要求"),
    "text": QT_TRANSLATE_NOOP("desk", "留言内容"),
    "taken_by": QT_TRANSLATE_NOOP("desk", "接电话的人"),
}
"""What people call each entry."""


class MessageEntry(Struct, frozen=True, kw_only=True):
    """A message as it was taken: ``staff`` is whom it is for, ``taken_at`` a time of day, ``wish`` a key of WISHES."""

    staff: int
    caller: str
    taken_on: date
    taken_at: str
    company: str = ""
    phone: str = ""
    wish: str = "call_back"
    text: str = ""
    taken_by: str = ""


def checked(entry: MessageEntry, today: date) -> MessageEntry:
    """Return the entry with its texts cleaned; raise UserError naming the field that cannot stand."""
    lines: dict[str, Any] = {
        key: checked_line(getattr(entry, key), TITLES[key], key, LONGEST_LINE)
        for key in ("caller", "company", "phone", "taken_by")
    }
    text = checked_text(entry.text, TITLES["text"], "text", LONGEST_TEXT)
    entry = replace(entry, **lines, text=text, taken_at=_time(entry.taken_at, "taken_at"))
    if not entry.caller:
        raise UserError(QT_TRANSLATE_NOOP("desk", "来电人是空的；没有说的写“未留姓名”。"), field="caller")
    if entry.wish not in dict(WISHES):
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{wish}”这种要求。"), field="wish", wish=entry.wish)
    if entry.wish == "call_back" and not entry.phone:
        raise UserError(QT_TRANSLATE_NOOP("desk", "要回电话的，来电号码不能空。"), field="phone")
    if entry.wish == "note" and not entry.text:
        raise UserError(QT_TRANSLATE_NOOP("desk", "转告留言的，留言内容不能空。"), field="text")
    if entry.taken_on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "来电日期 {on} 还没有到。"), field="taken_on", on=entry.taken_on)
    return entry


class Passing(Struct, frozen=True):
    """That a message was passed on: the day, the time of day, and how (a key of WAYS)."""

    on: date
    at: str
    how: str


def checked_passing(passing: Passing, taken: tuple[date, str], today: date) -> Passing:
    """Return how a message was passed on; raise UserError for an unknown way or a time before it was taken."""
    passing = replace(passing, at=_time(passing.at, "at"))
    if passing.how not in dict(WAYS):
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{how}”这种转达方式。"), field="how", how=passing.how)
    if passing.on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "转达日期 {on} 还没有到。"), field="on", on=passing.on)
    if (passing.on, passing.at) < taken:
        raise UserError(QT_TRANSLATE_NOOP("desk", "转达时间早于来电时间。"), field="at")
    return passing


def _time(text: str, field: str) -> str:
    try:
        return check_time(text)
    except UserError as error:
        raise UserError(error.template, field=field, **error.values) from None


def entry_from(data: Mapping[str, Any], staff: int) -> MessageEntry:
    """Return the message that plain data describe; ``staff`` was found from their ``emp_no`` or ``name``.

    Raises UserError for a name the desk does not know, or a date that is none.
    """
    known = set(MessageEntry.__struct_fields__) - {"staff"}
    for key in data:
        if key not in known:
            raise UserError(QT_TRANSLATE_NOOP("desk", "留言没有“{key}”这一项。"), field=str(key), key=key)
    texts: dict[str, Any] = {key: plain(value, TITLES[key], key) for key, value in data.items() if key != "taken_on"}
    on = plain_day(data.get("taken_on"), TITLES["taken_on"], "taken_on")
    return MessageEntry(**{"caller": "", "taken_at": "", **texts}, taken_on=on, staff=staff)
