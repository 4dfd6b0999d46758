"""What a bill is, what may become of it, and when it may be taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

IN = State("in", QT_TRANSLATE_NOOP("desk", "已导入"), Tone.GREEN, "check")
VOID = State("void", QT_TRANSLATE_NOOP("desk", "作废"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((IN, VOID), {"in": frozenset({"void"}), "void": frozenset()})

OPERATOR, PBX = "operator", "pbx"
SOURCES: Mapping[str, str] = {
    OPERATOR: QT_TRANSLATE_NOOP("desk", "运营商账单"),
    PBX: QT_TRANSLATE_NOOP("desk", "交换机话单"),
}

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
"""What people call the kinds of calls (language.calls)."""
DIRECTIONS: Mapping[str, str] = {
    "out": QT_TRANSLATE_NOOP("desk", "打出"),
    "in": QT_TRANSLATE_NOOP("desk", "打入"),
    "internal": QT_TRANSLATE_NOOP("desk", "内线"),
}
"""What people call the directions of the exchange's calls."""

DUE_DAY = Setting(
    "bills.due_day", 3, "上月话费账单最晚导入日", Group.TELEPHONE, clause="002/6.五", unit="日", least=1, most=28,
    note="到这一天还没有导入上个月的账单，今日里会提醒；上月话费表要在 6 日前送出",
)  # fmt: skip
SETTINGS = (DUE_DAY,)

_MONTH_LENGTH = 7
_LONGEST_OPERATOR, _LONGEST_REMARK = 40, 500


class Taking(Struct, frozen=True):
    """What the clerk decided of a bill that is taken over.

    ``replaced`` are bills that it takes the place of; of others that overlap its calls are skipped. ``accepted`` says
    that totals which do not agree with the bill's own were looked at.
    """

    operator: str
    month: str
    replaced: frozenset[int] = frozenset()
    accepted: bool = False


class BillEntry(Struct, frozen=True):
    """What the clerk may correct of a bill."""

    operator: str
    month: str
    remark: str = ""


def checked_entry(entry: BillEntry) -> BillEntry:
    """Return the entry trimmed; raise UserError naming the field that cannot stand."""
    operator = checked_line(
        entry.operator, QT_TRANSLATE_NOOP("desk", "运营商"), field="operator", most=_LONGEST_OPERATOR
    )
    if not operator:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写是哪个运营商的账单。"), field="operator")
    return BillEntry(operator, checked_month(entry.month), entry.remark.strip()[:_LONGEST_REMARK])


def checked_month(text: str) -> str:
    """Return the month of a bill, written ``2026-10``; raise UserError for anything else."""
    plain = text.strip()
    try:
        first = date.fromisoformat(f"{plain}-01")
    except ValueError:
        first = None
    if first is None or len(plain) != _MONTH_LENGTH:
        raise UserError(QT_TRANSLATE_NOOP("desk", "账单月份“{text}”应写成 2026-10 这样。"), field="month", text=text)
    return plain


class Billed(Struct, frozen=True):
    """A bill as the check for missing months sees it."""

    month: str
    operator: str
    source: str
    record: int = 0


class Missing(Struct, frozen=True):
    """A month's bill that is not there: whose, of which month, by which day it is wanted."""

    month: str
    operator: str
    due: date
    is_pbx: bool = False
    last: int = 0
    """The operator's newest bill."""


def missing_bills(bills: Sequence[Billed], today: date, due_day: int) -> tuple[Missing, ...]:
    """Return the bills of the month before that have not come (002/6.五): one for each operator that billed before.

    An operator whose last bill lies more than three months back is no operator of this office any more. Nothing is
    missing as long as no bill was ever imported. The exchange's own record counts like an operator.
    """
    wanted = month_after(month_of(today), -1)
    due = date(today.year, today.month, due_day)
    recent = {month_after(wanted, -back) for back in range(1, 4)}
    newest = sorted((bill for bill in bills if bill.month in recent), key=lambda bill: bill.month)
    expected = {(bill.source, bill.operator): bill.record for bill in newest}
    there = {(bill.source, bill.operator) for bill in bills if bill.month == wanted}
    if today < due - timedelta(days=2):
        return ()
    return tuple(
        Missing(wanted, operator, due, source == PBX, last)
        for (source, operator), last in sorted(expected.items())
        if (source, operator) not in there
    )
