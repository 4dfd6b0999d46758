"""A month's mobile bills, person by person: what the operators' bills hold stands there, the rest is typed in."""

from __future__ import annotations

from typing import Any

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.allowances.listing import AllowanceRow
from desk_mailadmin.registers.allowances.rules import excess
from desk_mailadmin.registers.allowances.service import AllowancesService
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.ui.dialogs.choice_fields import ChoiceField
from desk_mailadmin.ui.dialogs.entry_sheet import EntrySheet
from desk_mailadmin.ui.dialogs.field import FieldRow
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, holding, label, on_click
from desk_mailadmin.ui.dialogs.sums_sheet import SheetColumn, SumsTable
from desk_mailadmin.ui.shown import remedy_of, said, shown

_SIZE = (980, 560)
_MONTHS_BACK = 6
_TYPED = 5


def _columns() -> tuple[SheetColumn, ...]:
    titles = (
        QT_TRANSLATE_NOOP("desk", "部门"), QT_TRANSLATE_NOOP("desk", "姓名"), QT_TRANSLATE_NOOP("desk", "职级"),
        QT_TRANSLATE_NOOP("desk", "移动电话"), QT_TRANSLATE_NOOP("desk", "每月补贴"),
        QT_TRANSLATE_NOOP("desk", "本月话费"), QT_TRANSLATE_NOOP("desk", "超过补贴"),
    )  # fmt: skip
    dept, name, rank, mobile, monthly, fee, over = map(shown, titles)
    return (
        SheetColumn(dept, lambda line, _fen: str(line.dept), 9),
        SheetColumn(name, lambda line, _fen: str(line.name), 5),
        SheetColumn(rank, lambda line, _fen: str(line.rank), 5),
        SheetColumn(mobile, lambda line, _fen: str(line.mobile), 8),
        SheetColumn(monthly, lambda line, _fen: fen_to_text(line.monthly_fen), 6, is_sum=True),
        SheetColumn(fee, lambda _line, fen: fen_to_text(fen), 6, is_sum=True),
        SheetColumn(over, _over, 0, is_sum=True, warns=True),
    )


def _over(line: AllowanceRow, fen: int) -> str:
    beyond = excess(fen, line.monthly_fen)
    return fen_to_text(beyond) if beyond else "—"


def _check(_line: AllowanceRow, fen: int) -> None:
    if fen < 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "话费不能是负数。"))


class MobileBillsDialog(DialogFrame):
    """Accepted once the month's bills are kept; ``told`` says what was kept."""

    def __init__(self, service: AllowancesService, bench: Any, month: str) -> None:
        title = shown(QT_TRANSLATE_NOOP("desk", "登记手机话费"))
        super().__init__(title, _SIZE, memory=bench.memory, key="mobile_bills", parent=bench.window)
        self._service, self._bench, self.told = service, bench, ""
        months = [month_after(month, 1 - place) for place in range(_MONTHS_BACK)]
        choices = [Choice(one, title_of(one)) for one in months]
        self.month = ChoiceField("month", self.tr("话费月份"), choices, required=True, width=8)
        self.table = SumsTable(_columns(), _TYPED, _check, self)
        self.view = EntrySheet(self.table, title)
        self._banner, self._sum = Banner("red", ""), label("", "b", wrap=True)
        self._build()
        self.month.changed.connect(self._show_month)
        self.table.edited.connect(self._show_sums)
        self.table.refused.connect(self._refuse)
        self.month.set_value(month)
        self._show_month()

    def save(self) -> None:
        """Keep the month's bills; say in the dialog what goes wrong."""
        self._banner.hide()
        self.view.setFocus()  # what is still being typed is taken, or refused
        if not self._banner.isHidden():
            return
        month = str(self.month.value())
        typed = {line.id: fen for line, fen in self._typed() if fen}
        try:
            changed = self._service.enter_bills(month, typed)
        except (UserError, EnvironmentFault) as error:
            self._refuse(f"{said(error)}{remedy_of(error) if isinstance(error, EnvironmentFault) else ''}")
            return
        words = QT_TRANSLATE_NOOP("desk", "已登记 {month}手机话费 {count} 笔")
        self.told = shown(words, month=title_of(month), count=changed)
        self.accept()

    def is_changed(self) -> bool:
        """Say whether a sum other than those that stood there was typed in."""
        return self.table.sums != self._start

    def reject(self) -> None:
        """Close; asks only if something was entered."""
        question, verb = self.tr("填写的话费还没有登记。"), self.tr("放弃")
        if not self.is_changed() or self._bench.prompter.confirm(question, verb, danger=True):
            super().reject()

    def _typed(self) -> list[tuple[AllowanceRow, int]]:
        return list(zip(self.table.given, self.table.sums, strict=True))

    def _build(self) -> None:
        note = label(self.tr("话单里有这个手机号的，话费已经填好；没有的照账单填，是 0 的不登记。"), "muted", wrap=True)
        body = column(FieldRow(self.month), note, self._banner, spacing=8, margins=(16, 12, 16, 8))
        body.addWidget(self.view, 1)
        body.addWidget(self._sum)
        self.primary, cancel = Button(self.tr("登记"), "save", "primary"), Button(self.tr("取消"))
        on_click(cancel, self.reject)
        on_click(self.primary, self.save)
        self.make_primary(self.primary)
        self.lay_out(holding(body), None, cancel, self.primary)

    def _show_month(self) -> None:
        self._banner.hide()
        month = str(self.month.value())
        kept, billed, lines = self._service.bills_in(month), self._service.billed(month), self._service.paid_in(month)
        fees = [kept[line.id].fee_fen if line.id in kept else billed.get(line.id, 0) for line in lines]
        self._start = list(fees)
        self.table.show_sums(lines, fees)

    def _show_sums(self) -> None:
        self._banner.hide()
        self.primary.setEnabled(bool(self.table.given))
        if not self.table.given:
            self._sum.setText(self.tr("这个月没有人领手机补贴，没有话费要登记。"))
            return
        over = sum(excess(fen, line.monthly_fen) for line, fen in self._typed())
        words = QT_TRANSLATE_NOOP("desk", "{people} 人，话费合计 {fee} 元，超过补贴 {over} 元")
        fee = fen_to_text(sum(self.table.sums))
        self._sum.setText(shown(words, people=len(self.table.given), fee=fee, over=fen_to_text(over)))

    def _refuse(self, sentence: str) -> None:
        self._banner.say("red", sentence)
        self._banner.show()
