"""The money of a case in dialogs: waived, planned, paid in cash, paid back; what a wage bears."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.asking import AMOUNT, REASON, SMALL, ask_case, asked_day, asked_name, service_of
from desk_mailadmin.registers.penalties.printing import print_cash_receipt, print_waiver
from desk_mailadmin.registers.penalties.rules import CAP_PERCENT, MINIMUM_WAGE
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks
from desk_mailadmin.ui.shown import shown

_REFERENCE = QT_TRANSLATE_NOOP("desk", "凭据号")
_MONTHS_AHEAD = 24


def waive_penalty(bench: Any, record: int) -> None:
    """Waive some or all of what is open."""
    service = service_of(bench)
    row = service.row(record)
    asked = (
        Asked(name="amount", title=AMOUNT, kind=Asks.MONEY, required=True, start=row.rest_fen),
        asked_day(bench),
        Asked(name="reason", title=REASON, kind=Asks.LONG, required=True, limit=500),
        asked_name(bench, "approver", QT_TRANSLATE_NOOP("desk", "批准人")),
    )
    if ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "减免"), asked,
        lambda values: service.waive(record, values["amount"], values["reason"], values["approver"], values["on"]),
    ):  # fmt: skip
        print_waiver(bench, record)


def plan_deduction(bench: Any, record: int) -> None:
    """Spread what is open over months."""
    service = service_of(bench)
    row = service.row(record)
    start = row.deduct_month or service.months.next_payroll()
    asked = (
        Asked(
            name="first_month", title=QT_TRANSLATE_NOOP("desk", "从哪个月的工资扣起"), kind=Asks.CHOICE, required=True,
            choices=_months(bench, service), start=max(start, service.months.next_payroll()), width=8,
        ),
        Asked(
            name="instalments", title=QT_TRANSLATE_NOOP("desk", "分几期"), kind=Asks.NUMBER,
            start=max(row.instalments, 1), low=1, high=36, unit=shown(QT_TRANSLATE_NOOP("desk", "期")),
        ),
    )  # fmt: skip

    def keep(values: Mapping[str, Any]) -> None:
        plan = service.plan(record, values["first_month"], values["instalments"])
        said = "、".join(f"{title_of(month)} {fen_to_text(fen)} 元" for month, fen in plan)
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已排好 {number} 的扣款：{plan}"), number=row.number, plan=said))

    cap = service.cap(row.staff)
    limit = (
        f"每月最多扣 {fen_to_text(cap.fen)} 元（{cap.why}），超过的自动转到后面的月份。" if cap.fen is not None else ""
    )
    ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "扣款计划"), asked, keep,
        f"未结清 {fen_to_text(row.rest_fen)} 元。{limit}", verb=QT_TRANSLATE_NOOP("desk", "保存计划"), size=SMALL,
        tell=False,
    )  # fmt: skip


def take_cash(bench: Any, record: int) -> None:
    """Record cash that was paid."""
    service = service_of(bench)
    asked = (
        Asked(name="amount", title=AMOUNT, kind=Asks.MONEY, required=True, start=service.row(record).rest_fen),
        asked_day(bench),
        Asked(
            name="reference", title=_REFERENCE, width=14, limit=60,
            note=QT_TRANSLATE_NOOP("desk", "留空由程序编号"),
        ),
    )  # fmt: skip
    if ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "收现金"), asked,
        lambda values: service.pay_cash(record, values["amount"], values["on"], values["reference"]), size=SMALL,
    ):  # fmt: skip
        print_cash_receipt(bench, record)


def pay_back(bench: Any, record: int) -> None:
    """Record what was paid back, or put right a payment that was entered too high."""
    service = service_of(bench)
    row = service.row(record)
    asked = (
        Asked(name="amount", title=AMOUNT, kind=Asks.MONEY, required=True, start=max(-row.rest_fen, 0)),
        asked_day(bench),
        Asked(name="reference", title=_REFERENCE, width=14, limit=60),
        Asked(name="reason", title=REASON, kind=Asks.LONG, limit=500),
    )
    told = QT_TRANSLATE_NOOP(
        "desk", "已收 {paid} 元，应退 {owed} 元。扣款登记多了也在这里更正，写明原因，更正的部分重新待扣。"
    )
    note = shown(told, paid=fen_to_text(row.sums.paid_fen), owed=fen_to_text(max(-row.rest_fen, 0)))
    ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "退款或更正"), asked,
        lambda values: service.refund(record, values["amount"], values["on"], values["reference"], values["reason"]),
        note,
    )  # fmt: skip


def enter_wage(bench: Any, record: int) -> None:
    """Keep what somebody earns, for the cap alone."""
    service = service_of(bench)
    row = service.row(record)
    asked = (
        Asked(
            name="monthly_fen", title=QT_TRANSLATE_NOOP("desk", "月工资（元）"), kind=Asks.MONEY,
            start=service.wage_of(row.staff) or 0, note=QT_TRANSLATE_NOOP("desk", "留空就不核对"),
        ),
    )  # fmt: skip
    note = shown(QT_TRANSLATE_NOOP("desk", "只用来核对每月扣款上限，不打印，不导出。"))
    if not any(bench.desk.settings.value(one) for one in (CAP_PERCENT, MINIMUM_WAGE)):
        note += shown(QT_TRANSLATE_NOOP("desk", "现在没有设上限，登记了也不核对；上限在工具 › 设置里。"))
    ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记月工资"), asked,
        lambda values: service.set_wage(row.staff, values["monthly_fen"], bench.desk.clock.today()), note, size=SMALL,
    )  # fmt: skip


def _months(bench: Any, service: PenaltiesService) -> list[Choice]:
    first = month_of(bench.desk.clock.today())
    return [Choice(month, title_of(month)) for month in service.months.open_from(first, _MONTHS_AHEAD)]
