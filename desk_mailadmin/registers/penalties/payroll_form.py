"""What payroll deducted in a month, case by case: proposed, corrected by the clerk, recorded all or nothing (M4-21)."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.capitals import HIGHEST_FEN, in_capitals
from desk_mailadmin.registers.months.rules import last_day, title_of
from desk_mailadmin.registers.penalties.payroll import Deduction
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.ui.dialogs.choice_fields import ChoiceField
from desk_mailadmin.ui.dialogs.entry_sheet import EntrySheet
from desk_mailadmin.ui.dialogs.field import FieldRow
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.sums_sheet import SheetColumn, SumsTable
from desk_mailadmin.ui.dialogs.text_fields import DateField, TextField
from desk_mailadmin.ui.progress import Stopped
from desk_mailadmin.ui.shown import remedy_of, said, shown

_SIZE = (1180, 680)
_MONTHS_BACK = 24
_MONTHS_AHEAD = 4
_MANY = 100
"""So many cases are recorded behind a progress bar."""

_TAKEN, _RECORDED = 6, 8  # columns


def deduct_month(bench: Any) -> None:
    """Record what payroll deducted in a month."""
    service: PenaltiesService = bench.services["penalties"]
    dialog = PayrollDialog(service, bench)
    if bench.show_dialog(dialog):
        bench.tell(dialog.recorded)


def _sum(fen: int) -> str:
    return fen_to_text(fen) if fen else "—"


def _carried_fen(line: Deduction, fen: int) -> int:
    return max(line.wanted_fen - fen, 0)


def _note(line: Deduction, fen: int) -> str:
    return line.note if fen <= line.fen else shown(QT_TRANSLATE_NOOP("desk", "比应扣的多"))


def _columns() -> tuple[SheetColumn, ...]:
    titles = (
        QT_TRANSLATE_NOOP("desk", "部门"), QT_TRANSLATE_NOOP("desk", "姓名"), QT_TRANSLATE_NOOP("desk", "工号"),
        QT_TRANSLATE_NOOP("desk", "编号"), QT_TRANSLATE_NOOP("desk", "未结清"), QT_TRANSLATE_NOOP("desk", "本月应扣"),
        QT_TRANSLATE_NOOP("desk", "本次扣款"), QT_TRANSLATE_NOOP("desk", "结转"), QT_TRANSLATE_NOOP("desk", "已登记"),
        QT_TRANSLATE_NOOP("desk", "说明"),
    )  # fmt: skip
    dept, name, emp_no, number, open_, wanted, taken, carried, recorded, note = map(shown, titles)
    return (
        SheetColumn(dept, lambda line, _fen: str(line.case.dept), 8),
        SheetColumn(name, lambda line, _fen: str(line.case.name), 5),
        SheetColumn(emp_no, lambda line, _fen: str(line.case.emp_no), 6),
        SheetColumn(number, lambda line, _fen: str(line.case.number), 8),
        SheetColumn(open_, lambda line, _fen: _sum(max(line.case.rest_fen, 0)), is_sum=True),
        SheetColumn(wanted, lambda line, _fen: _sum(line.wanted_fen), is_sum=True),
        SheetColumn(taken, lambda _line, fen: fen_to_text(fen), 7, is_sum=True),
        SheetColumn(carried, lambda line, fen: _sum(_carried_fen(line, fen)), is_sum=True, warns=True),
        SheetColumn(recorded, lambda line, _fen: _sum(line.deducted_fen), is_sum=True),
        SheetColumn(note, _note, 0, warns=True),
    )


def _check(line: Deduction, fen: int) -> None:
    """Raise UserError for a sum below nothing, or above what is still open of a case."""
    if not 0 <= fen <= max(line.case.rest_fen, 0):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{name}的 {number} 未结清 {rest} 元，不能扣 {amount} 元。"),
            name=line.case.name,
            number=line.case.number,
            rest=fen_to_text(max(line.case.rest_fen, 0)),
            amount=fen_to_text(fen),
        )


class PayrollDialog(DialogFrame):
    """A month's list; ``recorded`` says afterwards what was recorded and what is carried over."""

    def __init__(self, service: PenaltiesService, bench: Any) -> None:
        title = shown(QT_TRANSLATE_NOOP("desk", "登记扣款"))
        super().__init__(title, _SIZE, memory=bench.memory, key="deductions", parent=bench.window)
        self._service, self._bench = service, bench
        self._today: date = bench.desk.clock.today()
        self.recorded, self._month_shown = "", ""
        self._changed: dict[str, dict[int, int]] = {}
        self.table = SumsTable(_columns(), _TAKEN, _check, self)
        self.view = EntrySheet(self.table, title)
        self.month = ChoiceField("month", self.tr("月份"), self._open_months(), required=True, width=8)
        self.on = DateField("on", self.tr("扣款日期"), required=True, today=lambda: self._today)
        self.reference = TextField(
            "reference", self.tr("工资表"), width=14, limit=60, placeholder=self.tr("表号或名称")
        )
        self._nothing, self._sum = label("", "muted", wrap=True), label("", "b", wrap=True)
        self._before = label("", "muted", wrap=True)
        self._banner = Banner("red", "")
        self._build()
        self._connect()
        self._start()

    def save(self) -> None:
        """Record the whole list, or nothing; what cannot stand is said above it."""
        self._banner.hide()
        self.view.setFocus()  # what is still being typed is taken, or refused
        if not self._banner.isHidden():
            return
        amounts, month, on = self.amounts(), self.month.value(), self.on.value() if self.on.check() else None
        if on is None:
            self.on.take_focus()
            return
        if not amounts:
            self._refuse(shown(QT_TRANSLATE_NOOP("desk", "没有填本次扣款，没有可以登记的。")))
            return
        try:
            self._record(month, amounts, on)
        except Stopped:
            self._refuse(shown(QT_TRANSLATE_NOOP("desk", "停下了，一件也没有登记。")))
            return
        except (UserError, EnvironmentFault) as error:
            self._refuse(f"{said(error)}{remedy_of(error) if isinstance(error, EnvironmentFault) else ''}")
            return
        self.recorded = self._said_recorded(title_of(month), amounts)
        self.accept()

    def amounts(self) -> dict[int, int]:
        """Return what is to be recorded, in fen by case; nothing of a case of which nothing was deducted."""
        return {line.case.id: fen for line, fen in self._typed() if fen}

    def carried_fen(self) -> int:
        """Return what of the month is carried over."""
        return sum(_carried_fen(line, fen) for line, fen in self._typed())

    def is_changed(self) -> bool:
        """Say whether a sum or the reference was entered."""
        self._keep_typed()
        return any(self._changed.values()) or bool(self.reference.value())

    def reject(self) -> None:
        """Close; asks only if something was entered."""
        question, verb = self.tr("填写的扣款还没有登记。"), self.tr("放弃")
        if not self.is_changed() or self._bench.prompter.confirm(question, verb, danger=True):
            super().reject()

    def _record(self, month: str, amounts: dict[int, int], on: date) -> None:
        reference = self.reference.value()
        if len(amounts) < _MANY:
            self._service.deduct(month, amounts, on, reference)
            return
        title = shown(QT_TRANSLATE_NOOP("desk", "正在登记扣款"))
        self._bench.hold(title, lambda report: self._service.deduct(month, amounts, on, reference, report))

    def _typed(self) -> list[tuple[Deduction, int]]:
        return list(zip(self.table.given, self.table.sums, strict=True))

    def _open_months(self) -> list[Choice]:
        closed, this = self._service.months.closed_names(), month_of(self._today)
        first = self._service.first_booked() or this
        months = [month_after(this, -back) for back in range(_MONTHS_BACK)]
        return [Choice(one, title_of(one)) for one in months if one not in closed and (one >= first or one == this)]

    def _build(self) -> None:
        self._again = Button(self.tr("恢复应扣金额"), "rotate-ccw", "link")
        on_click(self._again, self._propose_again)
        top = row(FieldRow(self.month, self.on, self.reference), self._again, spacing=8)
        body = column(top, self._before, self._banner, spacing=8, margins=(16, 12, 16, 8))
        body.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self.view, 1)
        body.addWidget(self._sum)
        self._primary, cancel = Button(self.tr("登记扣款"), "save", "primary"), Button(self.tr("取消"))
        on_click(cancel, self.reject)
        on_click(self._primary, self.save)
        self.make_primary(self._primary)
        note = label(self.tr("一次登记整张表，先核对合计；登记错了用“退款或更正”。"), "small")
        self.lay_out(holding(body), note, None, cancel, self._primary)

    def _connect(self) -> None:
        self.month.changed.connect(self._show_month)
        self.table.edited.connect(self._show_sums)
        self.table.refused.connect(self._refuse)

    def _start(self) -> None:
        if self.month.combo.count():
            self.month.combo.setCurrentIndex(0)
        self._show_month()
        self.view.begin()

    def _keep_typed(self) -> None:
        """Note what was typed for the month shown, so that looking at another loses nothing."""
        if self._month_shown:
            typed = {line.case.id: fen for line, fen in self._typed() if fen != line.fen}
            self._changed[self._month_shown] = typed

    def _propose_again(self) -> None:
        self.table.show_sums(self.table.given, [line.fen for line in self.table.given])
        self.view.begin()

    def _show_month(self) -> None:
        self._keep_typed()
        month = self._month_shown = self.month.value()
        self._banner.hide()
        lines = self._service.deduction_list(month) if month else ()
        self.on.set_value(min(last_day(month), self._today) if month else self._today)
        typed = self._changed.get(month, {})
        self.table.show_sums(lines, [typed.get(line.case.id, line.fen) for line in lines])
        for widget in (self.view, self._sum, self._primary, self._again):
            widget.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._nothing.setText("" if lines else self._said_nothing(month))
        recorded = [line for line in lines if line.deducted_fen]
        total = fen_to_text(sum(line.deducted_fen for line in recorded))
        earlier = QT_TRANSLATE_NOOP("desk", "这个月已经登记 {count} 件，合计 {total} 元，列在“已登记”一栏。")
        self._before.setVisible(bool(recorded))
        self._before.setText(shown(earlier, count=len(recorded), total=total))
        self.view.setColumnHidden(_RECORDED, not recorded)

    def _said_nothing(self, month: str) -> str:
        """Say that nothing is to be recorded, and in which month something will be."""
        if not month:
            return shown(QT_TRANSLATE_NOOP("desk", "到本月为止的月份都已经月结，没有可以登记的。"))
        nothing = QT_TRANSLATE_NOOP("desk", "{month}没有要从工资扣的款。签收或拒签以后、计划到了这个月的才列入。")
        ahead = (month_after(month_of(self._today), place) for place in range(1, _MONTHS_AHEAD))
        for later in ahead:
            if lines := self._service.deduction_list(later):
                planned = QT_TRANSLATE_NOOP("desk", "已经排到 {later}的有 {count} 件，到那个月再登记。")
                return shown(nothing, month=title_of(month)) + shown(planned, later=title_of(later), count=len(lines))
        return shown(nothing, month=title_of(month))

    def _show_sums(self) -> None:
        self._banner.hide()
        amounts = self.amounts()
        people = {line.case.staff for line in self.table.given if line.case.id in amounts}
        total, carried = sum(amounts.values()), self.carried_fen()
        words = QT_TRANSLATE_NOOP(
            "desk", "本次扣款 {people} 人 {count} 件，合计 {total} 元　{capitals}　结转 {carried} 元"
        )
        capitals = in_capitals(total) if total <= HIGHEST_FEN else ""
        figures = {"total": fen_to_text(total), "capitals": capitals, "carried": fen_to_text(carried)}
        self._sum.setText(shown(words, people=len(people), count=len(amounts), **figures))

    def _refuse(self, sentence: str) -> None:
        self._banner.say("red", sentence)
        self._banner.show()

    def _said_recorded(self, month: str, amounts: dict[int, int]) -> str:
        total, carried = fen_to_text(sum(amounts.values())), self.carried_fen()
        sentence = QT_TRANSLATE_NOOP("desk", "已登记 {month}扣款 {count} 件，合计 {total} 元")
        over = QT_TRANSLATE_NOOP("desk", "，结转 {carried} 元到后面的月份")
        more = shown(over, carried=fen_to_text(carried)) if carried else ""
        return shown(sentence, month=month, count=len(amounts), total=total) + more
