"""What the calls of a bill and the log show against the regulations, and what each may lead to (002/5, 6, 12, 15)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Protocol

from msgspec import Struct

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.longdistance.rules import LONG_DISTANCE, CallFact

OPEN = State("open", QT_TRANSLATE_NOOP("desk", "待处理"), Tone.AMBER, "circle-alert")
PROPOSED = State("proposed", QT_TRANSLATE_NOOP("desk", "已登记处罚"), Tone.BLUE, "gavel")
DISMISSED = State("dismissed", QT_TRANSLATE_NOOP("desk", "不处理"), Tone.GREY, "check")
LIFECYCLE = Lifecycle(
    (OPEN, PROPOSED, DISMISSED),
    {
        "open": frozenset({"proposed", "dismissed"}),
        "proposed": frozenset({"open"}),
        "dismissed": frozenset({"open"}),
    },
)

INFO, OUTSIDE, LONG, NO_RIGHT = "info-line", "outside-hours", "over-3-minutes", "no-right"
UNLOGGED, FALSE, PRIVATE, NO_17909 = "unlogged", "false-log", "private", "no-17909"


class Kind(Struct, frozen=True):
    """A kind of finding: its name, the clause it offends, and the act of the rulebook it is (empty: a note only)."""

    key: str
    title: str
    clause: str
    act: str = ""


KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(INFO, QT_TRANSLATE_NOOP("desk", "信息台"), "002/15.一.3", "call_168"),
        Kind(NO_RIGHT, QT_TRANSLATE_NOOP("desk", "无权打长途"), "002/5.四(二)", "long_distance_rules"),
        Kind(UNLOGGED, QT_TRANSLATE_NOOP("desk", "长途未登记"), "002/5.四(五)", "long_distance_unlogged"),
        Kind(FALSE, QT_TRANSLATE_NOOP("desk", "登记不实"), "002/5.四(五)", "long_distance_false"),
        Kind(PRIVATE, QT_TRANSLATE_NOOP("desk", "私人电话"), "002/15.一.5", "private_call"),
        Kind(OUTSIDE, QT_TRANSLATE_NOOP("desk", "上班时间外"), "002/6.三"),
        Kind(LONG, QT_TRANSLATE_NOOP("desk", "超过三分钟"), "002/5.三(二)"),
        Kind(NO_17909, QT_TRANSLATE_NOOP("desk", "没有用 17909"), "002/6.二"),
    )
}
"""What is looked for, in the order of the list's segments."""

KINDS_ON = Setting(
    "findings.kinds",
    [key for key in KINDS if key != NO_17909],
    QT_TRANSLATE_NOOP("desk", "核查哪些项目"),
    Group.TELEPHONE,
    "002/15.一",
    choices=tuple((kind.key, kind.title) for kind in KINDS.values()),
    note=QT_TRANSLATE_NOOP("desk", "17909 已经停用，默认不核查"),
)
HOURS = Setting(
    "findings.hours",
    ["8:30-12:00", "13:30-17:30"],
    QT_TRANSLATE_NOOP("desk", "上班时间"),
    Group.TELEPHONE,
    "002/6.三",
    note=QT_TRANSLATE_NOOP("desk", "写成 8:30-12:00，用逗号分开；开始那一秒算上班，结束那一秒算下班"),
)
LUNCH_INSIDE = Setting(
    "findings.lunch_inside",
    False,
    QT_TRANSLATE_NOOP("desk", "午休打的电话算上班时间内"),
    Group.TELEPHONE,
    "002/6.三",
)
SETTINGS = (KINDS_ON, HOURS, LUNCH_INSIDE)

_SPAN = regex(r"(\d{1,2})[:：](\d{2})\s*[-—–~～至]\s*(\d{1,2})[:：](\d{2})")
_AREA = regex(r"0(?:10|2\d|[3-9]\d\d)(?=168)")
_RIGHT_FOR = {"domestic": "domestic", "ip": "domestic", "hmt": "international", "international": "international"}


class Held(Protocol):
    """A right of a line (lines.Right)."""

    @property
    def key(self) -> str:
        """The right's key."""
        ...

    def holds(self, day: date) -> bool:
        """Say whether it holds on a day."""
        ...


class Hours(Struct, frozen=True):
    """When an office works: spans of a working day, from (inside) until (outside)."""

    spans: tuple[tuple[time, time], ...]
    calendar: WorkCalendar

    def holds(self, at: datetime) -> bool:
        """Say whether a moment lies in working hours: the opening second does, the closing second does not."""
        now = at.time()
        return any(start <= now < end for start, end in self.spans) and self.calendar.is_working_day(at.date())


def hours_of(words: Sequence[str], calendar: WorkCalendar, *, lunch_inside: bool) -> Hours:
    """Return the hours of the setting; with lunch inside they are one span. UserError for what is no span."""
    spans = []
    for word in words:
        found = _SPAN.fullmatch(word.strip())
        if found is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "上班时间“{word}”应写成 8:30-12:00。"), word=word)
        spans.append((time(int(found[1]) % 24, int(found[2]) % 60), time(int(found[3]) % 24, int(found[4]) % 60)))
    spans.sort()
    if lunch_inside and spans:
        spans = [(spans[0][0], spans[-1][1])]
    return Hours(tuple(spans), calendar)


class Look(Struct, frozen=True):
    """What is looked for in the calls of a month: kinds, hours, the longest call in seconds, and who may call where.

    ``rights`` are those a line ever had; ``slips`` say that somebody had an approval for a set and a day.
    """

    kinds: Collection[str]
    hours: Hours
    longest: int = 180
    rights: Mapping[int, Sequence[Held]] | None = None
    slips: Collection[tuple[int, date]] = frozenset()


class Found(Struct, frozen=True):
    """One thing found: its kind, what it is of, and the act of the rulebook that it is (empty: none)."""

    kind: str
    call: CallFact
    act: str = ""
    detail: str = ""


def found_in(call: CallFact, look: Look) -> Iterator[Found]:
    """Return what a call shows by itself: information line, private, no right, outside hours, too long, no 17909."""
    if call.kind == "info" and INFO in look.kinds:
        group = info_group(call.called)
        yield Found(INFO, call, INFO_ACTS[group], group)
    if call.private_by is not None and PRIVATE in look.kinds:
        yield Found(PRIVATE, call, private_act(call))
    if NO_RIGHT in look.kinds and has_no_right(call, look):
        yield Found(NO_RIGHT, call, KINDS[NO_RIGHT].act, _RIGHT_FOR[call.kind])
    if OUTSIDE in look.kinds and not look.hours.holds(call.started_at):
        yield Found(OUTSIDE, call)
    if LONG in look.kinds and call.seconds > look.longest:
        yield Found(LONG, call)
    if NO_17909 in look.kinds and call.kind == "domestic":
        yield Found(NO_17909, call)


INFO_ACTS: Mapping[str, str] = {
    "160": "call_160",
    "168": "call_168",
    "ld168": "call_168",
    "9xx": "call_9",
    "other": "excess_use",
}
"""Which act a call of an information line is, by its group: 160, 168, 168 of another city, 9…, any other."""


def info_group(called: str) -> str:
    """Return the group of an information line's number; whether it is one at all the bill says (002/15.一.3, 12.九)."""
    if called.startswith("160"):
        return "160"
    if called.startswith("168"):
        return "168"
    if _AREA.match(called):
        return "ld168"
    return "9xx" if called.startswith("9") else "other"


def private_act(call: CallFact) -> str:
    """Return which act a private call is: long distance has its own (002/12.八, 15.一.5)."""
    return "private_long_distance" if call.kind in LONG_DISTANCE else "private_call"


def has_no_right(call: CallFact, look: Look) -> bool:
    """Say whether a long-distance call came from a set without the right that day and without a slip (002/5.四).

    A set of which nobody ever entered a right is not judged, nor a call whose set nobody knows.
    """
    if call.kind not in _RIGHT_FOR or call.line is None or look.rights is None:
        return False
    held = look.rights.get(call.line, ())
    day = call.started_at.date()
    if not held or any(right.key in _RIGHTS_GIVING[_RIGHT_FOR[call.kind]] and right.holds(day) for right in held):
        return False
    return (call.line, day) not in look.slips


_RIGHTS_GIVING = {
    "domestic": frozenset({"domestic", "international"}),
    "international": frozenset({"international"}),
}


def mark_of(kind: str, call: CallFact) -> str:
    """Return by what a finding is known again after its bill was imported anew."""
    return f"{kind}|{call.number}|{call.started_at:%Y-%m-%d %H:%M:%S}|{call.called}"
