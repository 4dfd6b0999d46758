"""A day of telephone selling: what was done, what is lacking, and what follows (002/2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, plain, plain_whole
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.times import minutes_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

MET = State("met", QT_TRANSLATE_NOOP("desk", "完成"), Tone.GREEN, "circle-check")
SHORT = State("short", QT_TRANSLATE_NOOP("desk", "未完成，延时"), Tone.AMBER, "clock")
MADE_UP = State("made_up", QT_TRANSLATE_NOOP("desk", "延时补完"), Tone.GREEN, "check")
SUNDAY = State("sunday", QT_TRANSLATE_NOOP("desk", "周日加班"), Tone.RED, "calendar-clock")
SUNDAY_DONE = State("sunday_done", QT_TRANSLATE_NOOP("desk", "周日补完"), Tone.GREEN, "calendar-days")
SUNDAY_MISSED = State("sunday_missed", QT_TRANSLATE_NOOP("desk", "周日没有补完"), Tone.RED, "circle-alert")
ABSENT = State("absent", QT_TRANSLATE_NOOP("desk", "未到岗，不计"), Tone.GREY, "ban")
STATES = (MET, SHORT, MADE_UP, SUNDAY, SUNDAY_DONE, SUNDAY_MISSED, ABSENT)
_ALL = frozenset(state.key for state in STATES)
LIFECYCLE = Lifecycle(STATES, {state.key: _ALL - {state.key} for state in STATES})
"""Any state may follow any other: it is reckoned from the figures, and figures are corrected."""

_TIMES = tuple(f"{hour:02d}:{minute:02d}" for hour in range(12, 23) for minute in (0, 10, 15, 20, 30, 40, 45, 50))

CLOSING = Setting(
    "sales.closing", "17:30", QT_TRANSLATE_NOOP("desk", "销售部门下班时间"), Group.TELEPHONE, "002/2.三",
    choices=tuple((time, time) for time in _TIMES),
)  # fmt: skip
REPORT_MINUTES = Setting(
    "sales.report_minutes", 10, QT_TRANSLATE_NOOP("desk", "统计在下班前几分钟内交"), Group.TELEPHONE, "002/2.三",
    "分钟", least=0, most=240,
)  # fmt: skip
STAY_MINUTES = Setting(
    "sales.stay_minutes", 30, QT_TRANSLATE_NOOP("desk", "未完成的延迟下班"), Group.TELEPHONE, "002/2.六", "分钟",
    least=0, most=240,
)  # fmt: skip
BEST = Setting(
    "sales.best", 3, QT_TRANSLATE_NOOP("desk", "当月优胜名单人数"), Group.TELEPHONE, "002/2.七", "人", least=1, most=50
)
SETTINGS = (CLOSING, REPORT_MINUTES, STAY_MINUTES, BEST)

DAY_SHEET, SUNDAY_LIST, BEST_LIST = "sales_day_sheet", "sales_sunday_list", "sales_best_list"
"""The forms, and the kinds under which their prints are kept: a day (20261203), a Sunday, a month (202612)."""

MOST_MINUTES, MOST_FAXES = 1_440, 1_000
LONGEST_ABSENCE = 20
_SUNDAY = 6


class DayFigures(Struct, frozen=True, kw_only=True):
    """What somebody did in a day.

    ``faxes_told`` is what they reported themselves, ``faxes_void`` how many of them do not count (002/2.五);
    ``absence`` says why somebody was not there at all, empty for who was.
    """

    staff: int
    minutes: int = 0
    faxes_told: int = 0
    faxes_void: int = 0
    absence: str = ""

    @property
    def faxes(self) -> int:
        """The faxes that count."""
        return self.faxes_told - self.faxes_void


class Wanted(Struct, frozen=True):
    """What is expected in a day: minutes and faxes."""

    minutes: int
    faxes: int


class Late(Struct, frozen=True):
    """What was done in the half hour after closing; None while nobody said."""

    minutes: int | None = None
    faxes: int | None = None
    sunday_done: bool | None = None


class Lacking(Struct, frozen=True):
    """What is lacking of a day: minutes and faxes, never below zero."""

    minutes: int
    faxes: int

    def __bool__(self) -> bool:
        return bool(self.minutes or self.faxes)

    @property
    def text(self) -> str:
        """What is lacking as people read it: 差 20 分钟、2 份."""
        parts = [f"{self.minutes} 分钟"] * bool(self.minutes) + [f"{self.faxes} 份"] * bool(self.faxes)
        return f"差 {'、'.join(parts)}" if parts else ""


def checked(figures: DayFigures, invalid: int) -> DayFigures:
    """Return a day's figures with the absence cleaned; raise UserError naming the entry that cannot stand.

    ``invalid`` is how many noted faxes do not count: no fewer can be left out (M5-22).
    """
    absence = checked_line(figures.absence, QT_TRANSLATE_NOOP("desk", "未到岗的原因"), "absence", LONGEST_ABSENCE)
    figures = replace(figures, absence=absence)
    check_counts(figures.minutes, figures.faxes_told)
    if figures.faxes_void > figures.faxes_told:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "不计的传真 {void} 份，比自报的 {told} 份还多。"),
            field="faxes_void",
            void=figures.faxes_void,
            told=figures.faxes_told,
        )
    if figures.faxes_void < min(invalid, figures.faxes_told):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "传真记录里有 {invalid} 份不能计入，不计的不能少于这个数（电话制度 2.五）。"),
            field="faxes_void",
            invalid=invalid,
        )
    if absence and (figures.minutes or figures.faxes_told):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "写了未到岗（{absence}），就不能再填分钟和份数。"),
            field="absence",
            absence=absence,
        )
    return figures


def check_counts(minutes: int, faxes: int) -> None:
    """Raise UserError for more minutes than a day has, or more faxes than anybody sends."""
    if not 0 <= minutes <= MOST_MINUTES:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "电话分钟数在 0 到 {most} 之间。"), field="minutes", most=MOST_MINUTES
        )
    if not 0 <= faxes <= MOST_FAXES:
        raise UserError(QT_TRANSLATE_NOOP("desk", "传真份数在 0 到 {most} 之间。"), field="faxes_told", most=MOST_FAXES)


def lacking(minutes: int, faxes: int, wanted: Wanted) -> Lacking:
    """Return what is lacking."""
    return Lacking(max(0, wanted.minutes - minutes), max(0, wanted.faxes - faxes))


def standing(figures: DayFigures, wanted: Wanted, late: Late) -> str:
    """Return the state of somebody's day, reckoned from its figures (002/2.六)."""
    if figures.absence:
        return "absent"
    if not lacking(figures.minutes, figures.faxes, wanted):
        return "met"
    if late.minutes is None or late.faxes is None:
        return "short"
    if not lacking(figures.minutes + late.minutes, figures.faxes + late.faxes, wanted):
        return "made_up"
    if late.sunday_done is None:
        return "sunday"
    return "sunday_done" if late.sunday_done else "sunday_missed"


def sunday_after(day: date) -> date:
    """Return the Sunday after a day; a Sunday's own is the next."""
    return day + timedelta(days=(_SUNDAY - day.weekday()) or _SUNDAY + 1)


def number_of(day: date) -> int:
    """Return the number under which what was printed of a day is kept."""
    return int(day.strftime("%Y%m%d"))


def is_time(now: str, closing: str, minutes: int) -> bool:
    """Say whether it is later than so many minutes after closing (before it, where negative); times as 17:20."""
    return minutes_of(now) >= minutes_of(closing) + minutes


def figures_from(data: Mapping[str, Any], staff: int) -> DayFigures:
    """Return the day's figures of plain data; UserError for a name the desk does not know or a figure that is none."""
    counts = ("minutes", "faxes_told", "faxes_void")
    for key in data:
        if key not in (*counts, "absence"):
            raise UserError(QT_TRANSLATE_NOOP("desk", "电话量没有“{key}”这一项。"), field=str(key), key=key)
    given = {key: plain_whole(data.get(key, 0), key, key) for key in counts}
    return DayFigures(staff=staff, absence=plain(data.get("absence"), "absence", "absence"), **given)


class MonthOf(Struct, frozen=True):
    """Somebody's month: days at work, days done in time, what was done and what was wanted; a Sunday owed or not."""

    staff: int
    name: str
    dept: str
    days: int
    met: int
    made_up: int
    sundays: int
    minutes: int
    minutes_wanted: int
    faxes: int
    faxes_wanted: int

    @property
    def per_mille(self) -> int:
        """How far both targets were reached, in thousandths, the two weighing the same."""
        shares = [
            done * 1_000 // wanted
            for done, wanted in ((self.minutes, self.minutes_wanted), (self.faxes, self.faxes_wanted))
            if wanted
        ]
        return sum(shares) // len(shares) if shares else 0


def best(people: list[MonthOf], most: int) -> list[MonthOf]:
    """Return who did best in a month: every day done in time, then how far the targets were passed (002/2.七).

    The regulation says no figure; who has nothing to be proud of is not listed to fill the places.
    """
    worthy = [one for one in people if one.days and one.met == one.days]
    return sorted(worthy, key=lambda one: (-one.per_mille, -one.days, one.name))[:most]
