"""Who sells by telephone, and what is expected of them in a day (002/2.一, 002/2.二)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.months import MONTHS
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "考核中"), Tone.GREEN, "circle-check")
ENDED = State("ended", QT_TRANSLATE_NOOP("desk", "不再考核"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((ACTIVE, ENDED), {"active": frozenset({"ended"}), "ended": frozenset({"active"})})

MOST_MONTHS = 600

MINUTES = Setting(
    "sales.minutes", 100, QT_TRANSLATE_NOOP("desk", "日电话量标准"), Group.TELEPHONE, "002/2.一", "分钟", least=0,
    most=1_440,
)  # fmt: skip
FAXES = Setting(
    "sales.faxes", 8, QT_TRANSLATE_NOOP("desk", "日传真量标准"), Group.TELEPHONE, "002/2.一", "份", least=0, most=1_000
)
NEW_MINUTES = Setting(
    "sales.new_minutes", 120, QT_TRANSLATE_NOOP("desk", "新员工日电话量标准"), Group.TELEPHONE, "002/2.二", "分钟",
    least=0, most=1_440,
)  # fmt: skip
NEW_FAXES = Setting(
    "sales.new_faxes", 12, QT_TRANSLATE_NOOP("desk", "新员工日传真量标准"), Group.TELEPHONE, "002/2.二", "份", least=0,
    most=1_000,
)  # fmt: skip
NEW_FOR = Setting(
    "sales.new_months", 6, QT_TRANSLATE_NOOP("desk", "入司不足几个月算新员工"), Group.TELEPHONE, "002/2.二", "个月",
    least=0, most=60,
)  # fmt: skip
EXPERIENCE = Setting(
    "sales.experience_months", 12, QT_TRANSLATE_NOOP("desk", "此前电话行销不足几个月算新员工"), Group.TELEPHONE,
    "002/2.二", "个月", least=0, most=120,
)  # fmt: skip
SETTINGS = (MINUTES, FAXES, NEW_MINUTES, NEW_FAXES, NEW_FOR, EXPERIENCE)


class SalespersonEntry(Struct, frozen=True, kw_only=True):
    """Somebody whose calls and faxes are counted from ``since`` on.

    ``joined_on`` is when they joined the company, ``earlier_months`` how long they sold by telephone before that.
    """

    staff: int
    since: date
    joined_on: date
    earlier_months: int = 0
    remark: str = ""


def checked(entry: SalespersonEntry) -> SalespersonEntry:
    """Return the entry with its remark cleaned; raise UserError naming the field that cannot stand."""
    if entry.since < entry.joined_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "起始日期早于入司日期。"), field="since")
    if not 0 <= entry.earlier_months <= MOST_MONTHS:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "此前从事电话行销的月数在 0 到 {most} 之间。"),
            field="earlier_months",
            most=MOST_MONTHS,
        )
    remark = checked_line(entry.remark, QT_TRANSLATE_NOOP("desk", "备注"), "remark", 200)
    return replace(entry, remark=remark)


class Target(Struct, frozen=True):
    """What is expected of somebody in a day: minutes of telephone and faxes; ``newcomer`` says by which group."""

    minutes: int
    faxes: int
    newcomer: bool


NOTHING = Target(0, 0, newcomer=False)
"""What is expected of nobody in particular."""


class Figures(Struct, frozen=True):
    """The figures in force on a day; the last two are months."""

    minutes: int = 100
    faxes: int = 8
    new_minutes: int = 120
    new_faxes: int = 12
    new_for: int = 6
    experience: int = 12


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the last of its month where there is none (31 August → 28 February)."""
    year, place = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, place + 1, min(day.day, monthrange(year, place + 1)[1]))


def is_newcomer(joined_on: date, earlier_months: int, day: date, figures: Figures) -> bool:
    """Say whether somebody is new: less than half a year here, and less than a year of it before (M1-3)."""
    return day < months_after(joined_on, figures.new_for) and earlier_months < figures.experience


def target(joined_on: date, earlier_months: int, day: date, figures: Figures) -> Target:
    """Return what is expected of somebody on a day."""
    if is_newcomer(joined_on, earlier_months, day, figures):
        return Target(figures.new_minutes, figures.new_faxes, newcomer=True)
    return Target(figures.minutes, figures.faxes, newcomer=False)
