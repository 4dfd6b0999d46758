"""What an edition of the directory and its confirmations may be (002/4.五.2, 002/4.五.3, 002/4.五.4)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

PENDING = State("pending", QT_TRANSLATE_NOOP("desk", "待确认"), Tone.AMBER, "hourglass")
UNCHANGED = State("unchanged", QT_TRANSLATE_NOOP("desk", "无误"), Tone.GREEN, "circle-check")
CHANGED = State("changed", QT_TRANSLATE_NOOP("desk", "有误已改"), Tone.BLUE, "pencil")
LAPSED = State("lapsed", QT_TRANSLATE_NOOP("desk", "未确认"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (PENDING, UNCHANGED, CHANGED, LAPSED),
    {
        "pending": frozenset({"unchanged", "changed", "lapsed"}),
        "unchanged": frozenset({"pending"}),
        "changed": frozenset({"pending"}),
        "lapsed": frozenset(),
    },
)
ORDER = {"pending": 0, "changed": 1, "unchanged": 2, "lapsed": 3}
"""What needs the clerk stands first."""
CONFIRMED = frozenset({"unchanged", "changed"})

EDITING, ISSUED = "editing", "issued"
STATES = {EDITING: QT_TRANSLATE_NOOP("desk", "编制中"), ISSUED: QT_TRANSLATE_NOOP("desk", "已发布")}
"""What becomes of an edition."""

PERIOD_MONTHS = Setting(
    "editions.period_months", 3, "通讯录更新周期", Group.TELEPHONE, "002/4.五.2", "个月", least=1, most=24,
    note="距上一版发布满这么久，今日提醒开始新一版",
)  # fmt: skip
CONFIRM_DAYS = Setting(
    "editions.confirm_days", 5, "部门确认期限", Group.TELEPHONE, "002/4.五.3", "个工作日", least=1, most=60
)
ORDINARY_MOBILES = Setting(
    "editions.ordinary_mobiles", True, "普通版印手机和直线", Group.TELEPHONE, "002/4.五.4",
    note="领导的手机和直线任何时候都不印在普通版上",
)  # fmt: skip

ORDINARY, FULL = "ordinary", "full"
TIERS = {ORDINARY: QT_TRANSLATE_NOOP("desk", "普通版"), FULL: QT_TRANSLATE_NOOP("desk", "完整版")}
"""Who may see what: the ordinary tier leaves out the mobiles and direct lines of leaders (002/4.五.4)."""

LONGEST_TITLE, LONGEST_NAME, LONGEST_NOTE = 40, 30, 300
MOST_COPIES = 200


class EditionEntry(Struct, frozen=True):
    """A new edition: the how many-th it is, what it is called (2026 年第四季度), and until when heads confirm it."""

    number: int
    title: str
    due_on: date


class Confirmation(Struct, frozen=True):
    """What a head says of the department's sheet: correct, or wrong (``changed``), who said so and when."""

    changed: bool
    by: str
    on: date
    note: str = ""


def checked_edition(entry: EditionEntry, newest: int, today: date) -> EditionEntry:
    """Return the edition cleaned; UserError for a number not above the newest one's or a day that is over."""
    title = checked_line(entry.title, QT_TRANSLATE_NOOP("desk", "版次名称"), "title", LONGEST_TITLE)
    if not title:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写版次名称。"), field="title")
    if entry.number <= newest:
        template = QT_TRANSLATE_NOOP("desk", "已经有第 {newest} 版，新一版的号要更大。")
        raise UserError(template, field="number", newest=newest)
    if entry.due_on < today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "确认截止日期已经过了。"), field="due_on")
    return replace(entry, title=title)


def checked_confirmation(entry: Confirmation, opened_on: date, today: date) -> Confirmation:
    """Return the confirmation cleaned; UserError where nobody gave it, or on a day that cannot be."""
    by = checked_line(entry.by, QT_TRANSLATE_NOOP("desk", "确认人"), "by", LONGEST_NAME)
    if not by:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写确认人。"), field="by")
    if entry.on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "确认日期在今天以后。"), field="on")
    if entry.on < opened_on:
        template = QT_TRANSLATE_NOOP("desk", "这一版 {opened} 才开始，确认不能更早。")
        raise UserError(template, field="on", opened=opened_on)
    note = checked_text(entry.note, QT_TRANSLATE_NOOP("desk", "说明"), "note", LONGEST_NOTE)
    return replace(entry, by=by, note=note)


def next_due(issued_on: date, months: int) -> date:
    """Return the day on which the next edition is due, the last of a month where it is shorter (002/4.五.2)."""
    month = month_after(month_of(issued_on), months)
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, min(issued_on.day, monthrange(year, number)[1]))


def usual_title(today: date, months: int) -> str:
    """Return what an edition of that day is called: by its quarter or month, as often as the directory is renewed."""
    if months == 3:  # noqa: PLR2004  (a quarter)
        return f"{today.year} 年第{'一二三四'[(today.month - 1) // 3]}季度"
    return f"{today.year} 年 {today.month} 月" if months < 12 else f"{today.year} 年"  # noqa: PLR2004  (a year)
