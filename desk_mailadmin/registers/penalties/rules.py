"""A penalty case's way: entered, issued, served, appealed, settled; what may follow what (000/6.0, 002/15, M4-20)."""

from __future__ import annotations

from datetime import date

from desk_mailadmin.kernel.entered import checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.rules import title_of

APPEAL_DAYS = Setting(
    "penalties.appeal_days", 5, "申诉期限", Group.DEADLINES, "", "个工作日", least=1, most=60,
    note="自签收或拒签之日起；制度没有写天数，这里是本单位设定，印在通知单上",
)  # fmt: skip
RETURN_DAYS = Setting(
    "penalties.return_days", 3, "处罚通知单应签收的期限", Group.DEADLINES, "", "个工作日", least=1, most=60
)
CAP_PERCENT = Setting(
    "penalties.cap_percent", 0, "每月扣款不超过工资的", Group.DEADLINES, "002/9.3", "%", least=0, most=100,
    note="制度没有这条，是本程序增设；0 表示不限，通常填 20",
)  # fmt: skip
MINIMUM_WAGE = Setting(
    "penalties.minimum_wage", 0, "当地最低工资", Group.DEADLINES, "", "元", least=0, most=100_000,
    note="0 表示不核对。扣后低于它的部分转到下月，通常同工资的几成一起用",
)  # fmt: skip
SETTINGS = (APPEAL_DAYS, RETURN_DAYS, CAP_PERCENT, MINIMUM_WAGE)

DRAFT = State("draft", QT_TRANSLATE_NOOP("desk", "草稿"), Tone.GREY, "pencil")
ISSUED = State("issued", QT_TRANSLATE_NOOP("desk", "待签收"), Tone.AMBER, "mail-check")
APPEALED = State("appealed", QT_TRANSLATE_NOOP("desk", "申诉中"), Tone.AMBER, "scale")
SIGNED = State("signed", QT_TRANSLATE_NOOP("desk", "已签收"), Tone.GREEN, "check")
REFUSED = State("refused", QT_TRANSLATE_NOOP("desk", "拒签"), Tone.RED, "circle-alert")
CARRIED = State("carried", QT_TRANSLATE_NOOP("desk", "结转"), Tone.BLUE, "calendar-clock")
REPORTED = State("reported", QT_TRANSLATE_NOOP("desk", "报人事"), Tone.BLUE, "send")
DEDUCTED = State("deducted", QT_TRANSLATE_NOOP("desk", "已扣款"), Tone.GREEN, "circle-check")
WAIVED = State("waived", QT_TRANSLATE_NOOP("desk", "减免"), Tone.GREY, "undo-2")
REVERSED = State("reversed", QT_TRANSLATE_NOOP("desk", "被冲销"), Tone.GREY, "ban")
OFFSET = State("offset", QT_TRANSLATE_NOOP("desk", "冲销"), Tone.GREY, "rotate-ccw")
VOID = State("void", QT_TRANSLATE_NOOP("desk", "已作废"), Tone.GREY, "ban")

_SERVED = frozenset({"appealed", "deducted", "carried", "waived", "reported", "reversed"})
LIFECYCLE = Lifecycle(
    (DRAFT, ISSUED, APPEALED, SIGNED, REFUSED, CARRIED, REPORTED, DEDUCTED, WAIVED, REVERSED, OFFSET, VOID),
    {
        "draft": frozenset({"issued"}),
        "issued": frozenset({"signed", "refused", "void", "waived", "reversed", "deducted", "carried"}),
        "signed": _SERVED,
        "refused": _SERVED | {"signed"},
        "appealed": frozenset({"signed", "refused", "deducted", "carried", "waived", "reported"}),
        "carried": frozenset({"appealed", "deducted", "waived", "reversed", "reported"}),
        "deducted": frozenset({"appealed", "reversed", "waived"}),
        "reported": frozenset({"appealed", "reversed", "waived"}),
        "waived": frozenset(),
        "reversed": frozenset(),
        "offset": frozenset(),
        "void": frozenset(),
    },
)
ORDER = {state.key: place for place, state in enumerate(LIFECYCLE.states)}
"""What needs the clerk stands first."""

COUNTED = frozenset({"issued", "appealed", "signed", "refused", "carried", "reported", "deducted"})
"""The states in which a case counts as an offence: not a draft, void, reversed or wholly waived one (M4-19)."""

DEDUCTED_IN = frozenset({"signed", "refused", "carried"})
"""The states in which payroll deducts: the notice was served and no appeal is pending."""

FOUND_HOW = (
    ("bill", QT_TRANSLATE_NOOP("desk", "话费清单核对")),
    ("copy", QT_TRANSLATE_NOOP("desk", "监督副本抽查")),
    ("log", QT_TRANSLATE_NOOP("desk", "邮件日志")),
    ("check", QT_TRANSLATE_NOOP("desk", "检查发现")),
    ("report", QT_TRANSLATE_NOOP("desk", "他人反映")),
    ("other", QT_TRANSLATE_NOOP("desk", "其他")),
)
EXECUTIONS = (
    ("payroll", QT_TRANSLATE_NOOP("desk", "从工资扣除")),
    ("cash", QT_TRANSLATE_NOOP("desk", "交现金")),
    ("hr", QT_TRANSLATE_NOOP("desk", "报人力资源部")),
    ("none", QT_TRANSLATE_NOOP("desk", "不涉及金额")),
)
DECISIONS = (
    ("upheld", QT_TRANSLATE_NOOP("desk", "维持")),
    ("changed", QT_TRANSLATE_NOOP("desk", "变更")),
    ("withdrawn", QT_TRANSLATE_NOOP("desk", "撤销")),
)

LONGEST_REASON = 500
MOST_FEN = 100_000_000
"""A million yuan: more than that in one case is a slip of the hand."""


def check_reason(reason: str, field: str = "reason") -> str:
    """Return a reason that was given; UserError where none is."""
    found = checked_text(reason, QT_TRANSLATE_NOOP("desk", "原因"), field, LONGEST_REASON)
    if not found:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写原因。"), field=field)
    return found


def check_named(name: str, field: str, title: str) -> str:
    """Return the name of who approves, decides or witnesses; UserError where none is given."""
    found = checked_text(name, title, field, 60)
    if not found:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写{title}。"), field=field, title=title)
    return found


def check_day(on: date, earliest: date | None, today: date, field: str = "on") -> None:
    """Raise UserError unless a deed lies between what it follows and today."""
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "日期 {on} 还没有到。"), field=field, on=on)
    if earliest is not None and on < earliest:
        raise UserError(QT_TRANSLATE_NOOP("desk", "日期不能早于 {earliest}。"), field=field, earliest=earliest)


def check_money(fen: int, field: str) -> None:
    """Raise UserError for a sum that cannot stand: negative, or beyond MOST_FEN."""
    if not 0 <= fen <= MOST_FEN:
        raise UserError(QT_TRANSLATE_NOOP("desk", "金额应在 0 到 1,000,000 元之间。"), field=field)


def check_served(state: str, signed_on: date | None) -> None:
    """Raise UserError unless a notice can be signed: one that waits, or was refused or is being dealt with unsigned."""
    if signed_on is not None or state not in ("issued", "refused", "appealed", "carried", "deducted", "reported"):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "现在是“{state}”，不能登记签收。"), state=LIFECYCLE.state(state).title
        )


def check_appeal(on: date, until: date | None, decision: str) -> None:
    """Raise UserError after the days of appeal, and where an appeal was decided already."""
    if decision:
        raise UserError(QT_TRANSLATE_NOOP("desk", "已经有申诉决定，不能再申诉。"))
    if until is not None and on > until:
        raise UserError(QT_TRANSLATE_NOOP("desk", "申诉期到 {until} 为止，已经过了。"), field="on", until=until)


def check_reportable(state: str, reported_on: date | None, number: str) -> None:
    """Raise UserError unless a case can be reported to the personnel department: served, and not reported yet."""
    if reported_on is not None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 已经报过人力资源部。"), number=number)
    if state not in ("signed", "refused", "carried", "deducted"):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{number} 现在是“{state}”，签收或拒签以后才能报人力资源部。"),
            number=number,
            state=LIFECYCLE.state(state).title,
        )


def check_deductible(state: str, number: str) -> None:
    """Raise UserError unless payroll may deduct for a case: served, and no appeal pending."""
    if state not in DEDUCTED_IN:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{number} 现在是“{state}”，不能从工资扣款。"),
            number=number,
            state=LIFECYCLE.state(state).title,
        )


def check_reversible(state: str, number: str, *, past: bool) -> None:
    """Raise UserError unless a case can be reversed: an official one of this ledger that still stands."""
    if past or not LIFECYCLE.allows(state, "reversed"):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{number} 现在是“{state}”，不能冲销。"),
            number=number,
            state=LIFECYCLE.state(state).title,
        )


def check_not_ahead(month: str, today: date) -> None:
    """Raise UserError for a month that has not begun: what payroll deducted is recorded when it was."""
    if month > month_of(today):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{month}还没有开始，扣了以后再登记。"), field="month", month=title_of(month)
        )
