"""What is asked to correct or void a bill."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.bills.rules import BillEntry
from desk_mailadmin.registers.bills.service import BillsService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.reason_dialog import ReasonDialog
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown


def correct_bill(bench: Any, record: int) -> None:
    """Correct whose bill it is, of which month, and the remark."""
    service: BillsService = bench.services["bills"]
    start = service.entry(record)
    asked = (
        Asked(name="operator", title=QT_TRANSLATE_NOOP("desk", "运营商"), required=True, start=start.operator),
        Asked(
            name="month",
            title=QT_TRANSLATE_NOOP("desk", "账单月份"),
            required=True,
            start=start.month,
            width=8,
            note=QT_TRANSLATE_NOOP("desk", "写成 2026-10"),
        ),
        Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "说明"), kind=Asks.LONG, start=start.remark, limit=500),
    )

    def keep(values: Mapping[str, Any], _yes: frozenset[str]) -> None:
        service.correct(record, BillEntry(values["operator"], values["month"], values["remark"]))

    title = shown(QT_TRANSLATE_NOOP("desk", "更正账单"))
    dialog = RecordForm(
        title, asked, FormJob(save=keep, title=shown(QT_TRANSLATE_NOOP("desk", "保存"))), bench.prompter,
        today=bench.desk.clock.today, size=(560, 320), memory=bench.memory, key="bill", parent=bench.window,
    )  # fmt: skip
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "账单已更正")))


def void_bill(bench: Any, record: int) -> None:
    """Take a bill back with a reason; its calls count no more."""
    service: BillsService = bench.services["bills"]
    row = service.row(record)

    def keep(reason: str, _on: date, _yes: frozenset[str]) -> None:
        service.void(record, reason)

    what = shown(
        QT_TRANSLATE_NOOP("desk", "{operator} {month}，{count} 次通话。作废后不再计入任何统计，还能查到。"),
        operator=row.operator,
        month=row.month,
        count=row.calls,
    )
    verb = shown(QT_TRANSLATE_NOOP("desk", "账单作废"))
    dialog = ReasonDialog(
        verb, what, keep, bench.prompter, today=bench.desk.clock.today, memory=bench.memory, parent=bench.window
    )
    if bench.show_dialog(dialog):
        bench.tell(
            shown(QT_TRANSLATE_NOOP("desk", "账单已作废：{operator} {month}"), operator=row.operator, month=row.month)
        )
