"""Whose a call is: by the billed number or the exchange's record, at the time of the call (002/6.五, 002/15.一.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from msgspec import Struct

from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

KINDS: Mapping[str, str] = {
    "local": QT_TRANSLATE_NOOP("desk", "市话"),
    "domestic": QT_TRANSLATE_NOOP("desk", "国内长途"),
    "ip": QT_TRANSLATE_NOOP("desk", "IP 长途"),
    "hmt": QT_TRANSLATE_NOOP("desk", "港澳台"),
    "international": QT_TRANSLATE_NOOP("desk", "国际长途"),
    "info": QT_TRANSLATE_NOOP("desk", "信息台"),
    "service": QT_TRANSLATE_NOOP("desk", "特服"),
    "other": QT_TRANSLATE_NOOP("desk", "其他"),
}
"""Kinds of calls; ``ip`` is long distance by 17909, ``service`` numbers that cost nothing or little (95…)."""

LONG_DISTANCE = ("domestic", "ip", "hmt", "international")
"""The kinds that are long distance (002/5.四)."""

HOWS: Mapping[str, str] = {
    "number": QT_TRANSLATE_NOOP("desk", "按计费号码"),
    "pbx": QT_TRANSLATE_NOOP("desk", "按交换机话单"),
    "hand": QT_TRANSLATE_NOOP("desk", "人工分配"),
    "trunk": QT_TRANSLATE_NOOP("desk", "没有分机（话机挂在中继线上）"),
    "": QT_TRANSLATE_NOOP("desk", "计费号码没有登记线路"),
}
"""How it is known whose a call is; the last two say why it is not."""

OPEN = ("", "trunk")
"""Calls for which nobody was found."""

LONGEST_MINUTES = Setting(
    "calls.longest_minutes", 3, "通话时长上限", Group.TELEPHONE, "002/5.三(二)", "分钟", least=1, most=600,
    note="超过的通话单独统计",
)  # fmt: skip
PBX_TOLERANCE = Setting(
    "calls.pbx_tolerance_seconds", 10, "交换机话单与话单的时间误差", Group.TELEPHONE, unit="秒", least=0, most=600,
    note="扣除两边时钟的差以后，起始时间相差不超过这么多，才算同一通电话",
)  # fmt: skip
PBX_LENGTH_TOLERANCE = Setting(
    "calls.pbx_length_seconds", 5, "交换机话单与话单的时长误差", Group.TELEPHONE, unit="秒", least=0, most=600
)
SETTINGS = (LONGEST_MINUTES, PBX_TOLERANCE, PBX_LENGTH_TOLERANCE)

_DAY = timedelta(days=1)


class Held(Protocol):
    """Whose a line is from when until when, both inclusive (lines.Assignment)."""

    @property
    def line(self) -> int:
        """The line's id."""
        ...

    @property
    def branch(self) -> int:
        """The unit whose exchange it hangs on."""
        ...

    @property
    def number(self) -> str:
        """Its canonical number, empty for none."""
        ...

    @property
    def extension(self) -> str:
        """Its extension, empty for none."""
        ...

    @property
    def staff(self) -> int | None:
        """Who is responsible, None where it is the head of the department (M1-1)."""
        ...

    @property
    def department(self) -> int | None:
        """The department that pays."""
        ...

    @property
    def from_on(self) -> date:
        """The first day."""
        ...

    @property
    def until_on(self) -> date | None:
        """The last day, None for the one that holds now."""
        ...


class Place(Struct, frozen=True):
    """Whose a call is: ids, and the extension; nothing where nobody knows. ``how`` is a key of HOWS."""

    line: int | None = None
    extension: str = ""
    staff: int | None = None
    department: int | None = None
    branch: int | None = None
    how: str = ""


NOWHERE = Place()


class Span(Struct, frozen=True):
    """A stretch of days in which the calls of a number are one and the same's."""

    first: date
    last: date
    place: Place


class Book:
    """Who held which number and which extension when; made once for many calls."""

    def __init__(self, held: Iterable[Held], trunks: Collection[str]) -> None:
        self.trunks = frozenset(trunks)
        self._numbers: dict[str, list[Held]] = {}
        self._extensions: dict[tuple[int, str], list[Held]] = {}
        for one in sorted(held, key=lambda each: each.from_on):
            if one.number:
                self._numbers.setdefault(one.number, []).append(one)
            if one.extension:
                self._extensions.setdefault((one.branch, one.extension), []).append(one)

    def of_number(self, number: str, day: date) -> Place:
        """Return whose the calls billed to a number were on a day."""
        found = _latest(self._numbers.get(number, ()), day)
        return NOWHERE if found is None else _place(found, "trunk" if number in self.trunks else "number")

    def of_extension(self, trunk: str, extension: str, day: date) -> Place:
        """Return whose an extension behind a trunk was on a day; one nobody registered has no line."""
        behind = self.of_number(trunk, day)
        found = _latest(self._extensions.get((behind.branch or 0, extension), ()), day)
        return Place(extension=extension, branch=behind.branch, how="pbx") if found is None else _place(found, "pbx")

    def spans(self, number: str, first: date, last: date) -> Iterator[Span]:
        """Return the stretches from ``first`` to ``last`` in which a number was one's, without gaps."""
        begun = sorted({first, *_turns(self._numbers.get(number, ()), first, last)})
        ends = [*(day - _DAY for day in begun[1:]), last]
        for start, end in zip(begun, ends, strict=True):
            yield Span(start, end, self.of_number(number, start))


def _turns(held: Sequence[Held], first: date, last: date) -> Iterator[date]:
    for one in held:
        if first < one.from_on <= last:
            yield one.from_on
        if one.until_on is not None and first <= one.until_on < last:
            yield one.until_on + _DAY


def _latest(held: Sequence[Held], day: date) -> Held | None:
    return next((one for one in reversed(held) if one.from_on <= day and (one.until_on or day) >= day), None)


def _place(held: Held, how: str) -> Place:
    return Place(held.line, held.extension, held.staff, held.department, held.branch, how)


def is_open(how: str) -> bool:
    """Say whether nobody was found for a call."""
    return how in OPEN


def duration(seconds: int) -> str:
    """Return a length as people read it: 0:27, 3:36, 1:02:05."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def minutes_of(seconds: int) -> int:
    """Return a sum of lengths in whole minutes, the last one begun counted."""
    return -(-seconds // 60)


def span_of_month(month: str) -> tuple[str, str]:
    """Return the instants, as text, from which and before which a call belongs to a month."""
    first = date(int(month[:4]), int(month[5:]), 1)
    return first.isoformat(), (first.replace(day=28) + timedelta(days=4)).replace(day=1).isoformat()


def second_of(instant: str) -> int:
    """Return a local instant (``2026-10-02 06:51:47``) as seconds that can be subtracted from one another."""
    moment = datetime.fromisoformat(instant)
    return moment.toordinal() * 86_400 + moment.hour * 3_600 + moment.minute * 60 + moment.second


def needed_right(kind: str) -> str:
    """Return the right a kind of call needs (lines.rules.RIGHTS); nothing for numbers everybody may call."""
    if kind in ("hmt", "international"):
        return "international"
    return "domestic" if kind in LONG_DISTANCE else "local" if kind == "local" else ""
