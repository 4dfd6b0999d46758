"""Closing a month in the window: what was checked, what will be produced, who signs (look/ui/10); opening it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_mailadmin.app.bench import AppBench
from desk_mailadmin.app.doors import open_file
from desk_mailadmin.kernel.errors import DeskError, UserError
from desk_mailadmin.kernel.ledger_view import MONTH, is_month
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.month_checks import Check, Weight
from desk_mailadmin.month_close import ClosePlan, close_month, export_closed, plan_close, reopen_month
from desk_mailadmin.monthly import month_book, month_named, write_book
from desk_mailadmin.office import Office
from desk_mailadmin.registers.months.model import ClosedMonth
from desk_mailadmin.registers.months.rules import first_open, title_of
from desk_mailadmin.ui.dialogs.field import FieldRow
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import (
    Banner,
    Button,
    Chip,
    IconLabel,
    card,
    column,
    holding,
    label,
    on_click,
    row,
    scrolled,
)
from desk_mailadmin.ui.dialogs.text_fields import TextField
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.shown import shown

EXCEL = QT_TRANSLATE_NOOP("desk", "Excel 工作簿 (*.xlsx)")
_CHIPS = {
    Weight.MUST: ("red", "circle-alert", QT_TRANSLATE_NOOP("desk", "必须")),
    Weight.REMINDER: ("amber", "triangle-alert", QT_TRANSLATE_NOOP("desk", "提醒")),
    Weight.DONE: ("green", "circle-check", QT_TRANSLATE_NOOP("desk", "完成")),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MonthCloseDialog(DialogFrame):
    """Shows a plan of closing; accepted, it was closed.

    ``go_to`` is the case the clerk wants to put right first, ``go_first`` the month to be closed before this one.
    """

    def __init__(
        self,
        plan: ClosePlan,
        *,
        clerk: str,
        close: Callable[[str, str, bool], object],
        preview: Callable[[], object],
        suggest: Callable[[str], Sequence[str]],
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("月结"), (920, 660), memory=memory, key="month_close", parent=parent)
        self.plan, self.go_to, self.go_first = plan, 0, ""
        self.carry = False
        self._clerk, self._close, self._preview = clerk, close, preview
        self.reviewed = TextField("reviewed_by", self.tr("审核"), width=12, suggest=suggest)
        self.approved = TextField("approved_by", self.tr("批准"), width=12, suggest=suggest)
        self._build()
        self._show_state()

    def _build(self) -> None:
        title = self.tr("{month}　月结").format(month=title_of(self.plan.month))
        chip = Chip("amber", "lock-open", self.tr("未月结"))
        head = row(label(title, "h1"), chip, None, label(self._before(), "small"), spacing=10)
        both = row(spacing=12)
        both.addWidget(self._checks_card(), 58)
        both.addWidget(self._result_card(), 42)
        locks = self.tr(
            "月结以后 {month}的记录只读，不能改、不能删，更正只能在没有月结的月份登记“冲销”。台账随时可以再导出同一份。"
            "要重开，须写原因，并留下记录。"
        ).format(month=title_of(self.plan.month))
        body = column(spacing=12, margins=(18, 14, 18, 12))
        body.addLayout(head)
        body.addLayout(both, 1)
        body.addWidget(Banner("blue", locks))
        self.lay_out(holding(body), *self._footer())

    def _before(self) -> str:
        last = self.plan.last
        if last is None:
            return self.tr("还没有月结过")
        said = self.tr("上次：{month}，{day} {who}")
        return said.format(month=title_of(last.month), day=f"{last.closed_on:%m-%d}", who=last.closed_by)

    def _checks_card(self) -> QWidget:
        done = sum(one.weight is Weight.DONE for one in self.plan.checks)
        count = self.tr("{done} / {all} 项").format(done=done, all=len(self.plan.checks))
        lines = column(*map(self._check_line, self.plan.checks), None, spacing=10)
        head = row(label(self.tr("月结检查"), "h2"), None, label(count, "small"))
        return card(head, scrolled(holding(lines)), spacing=8)

    def _check_line(self, check: Check) -> QWidget:
        tone, icon, word = _CHIPS[check.weight]
        texts = column(label(check.title, "b"), spacing=1)
        if check.text:
            texts.addWidget(label(check.text, "muted", wrap=True))
        made = row(spacing=10)
        made.addWidget(Chip(tone, icon, shown(word)), 0, Qt.AlignmentFlag.AlignTop)
        made.addLayout(texts, 1)
        if check.weight is not Weight.DONE and (check.first or check.record is not None):
            made.addWidget(self._way_out(check), 0, Qt.AlignmentFlag.AlignTop)
        return holding(made)

    def _way_out(self, check: Check) -> Button:
        """Return the button that leads to where a check is put right."""
        go = Button(self.tr("先结这个月") if check.first else self.tr("去办理"), kind="link")
        go.setAccessibleName(self.tr("{verb}：{what}").format(verb=go.text(), what=check.title))
        on_click(go, partial(self._leave_for, check.record or 0, check.first))
        return go

    def _result_card(self) -> QWidget:
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        heads = (self.tr("工作表"), self.tr("行数"), self.tr("合计（元）"))
        for place, text in enumerate(heads):
            grid.addWidget(label(text, "muted"), 0, place, _RIGHT if place else Qt.AlignmentFlag.AlignLeft)
        for number, sheet in enumerate(self.plan.sheets, 1):
            total = "—" if sheet.total_fen is None else fen_to_text(sheet.total_fen)
            grid.addWidget(label(sheet.name), number, 0)
            grid.addWidget(label(str(sheet.rows)), number, 1, _RIGHT)
            grid.addWidget(label(total), number, 2, _RIGHT)
        grid.setColumnStretch(0, 1)
        file = row(IconLabel(16, "file-spreadsheet", "green"), label(self.plan.file_name, "b", wrap=True), spacing=6)
        return card(
            label(self.tr("将生成"), "h2"),
            file,
            scrolled(holding(grid)),
            label(self.tr("制表　{who}").format(who=self._clerk)),
            FieldRow(self.reviewed),
            FieldRow(self.approved),
            label(self.tr("台账存进本台账文件夹，签字后的纸件可以扫描附上。"), "small", wrap=True),
            spacing=7,
        )

    def _footer(self) -> list[QWidget | None]:
        self._icon, self._verdict = IconLabel(16, "circle-alert", "red"), label(role="err")
        self.carry_link = Button("", kind="link")
        on_click(self.carry_link, self._carry_over)
        look, cancel = Button(self.tr("预览台账"), "eye"), Button(self.tr("取消"))
        self.primary = Button(self.tr("月结并导出台账"), "lock", "primary")
        on_click(look, self._preview)
        on_click(cancel, self.reject)
        on_click(self.primary, self._do)
        self.make_primary(self.primary)
        return [self._icon, self._verdict, self.carry_link, None, look, cancel, self.primary]

    def _show_state(self) -> None:
        blocking = self.plan.blocking(carry=self.carry)
        carried = [one for one in self.plan.checks if one.carry and one.weight is Weight.MUST]
        for part in (self._icon, self._verdict):
            part.setVisible(bool(blocking))
        self._verdict.setText(self.tr("还有 {count} 项必须先办").format(count=len(blocking)))
        self.carry_link.setVisible(bool(carried) and not self.carry)
        self.carry_link.say(self.tr("没有签收的留到下月签收"))
        self.primary.setEnabled(not blocking)
        self.primary.setToolTip("；".join(one.title for one in blocking) or "Ctrl+Enter")

    def _carry_over(self) -> None:
        self.carry = True
        self._show_state()
        self.primary.setFocus()

    def _leave_for(self, record: int, month: str) -> None:
        self.go_to, self.go_first = record, month
        self.reject()

    def _do(self) -> None:
        if self._close(self.reviewed.value(), self.approved.value(), self.carry):
            self.accept()


def ask_close(bench: AppBench, office: Office, month: str = "") -> None:
    """Ask for the closing of ``month``, else of the one shown, else of the first that is open; export what it kept."""
    month = month or _month_to_close(bench, office)
    plan = bench.hold(
        shown(QT_TRANSLATE_NOOP("desk", "正在核对")), lambda _report: plan_close(office, month), stoppable=False
    )
    closed: list[ClosedMonth] = []

    def close(reviewed: str, approved: str, carry: bool) -> bool:
        def work() -> ClosedMonth:
            return bench.hold(
                shown(QT_TRANSLATE_NOOP("desk", "正在月结")),
                lambda _report: close_month(office, month, reviewed_by=reviewed, approved_by=approved, carry=carry),
                stoppable=False,
            )

        found = bench.run(work)
        if found is not None:
            closed.append(found)
        return found is not None

    dialog = MonthCloseDialog(
        plan,
        clerk=office.desk.who,
        close=close,
        preview=lambda: bench.run(lambda: _preview(bench, office, month)),
        suggest=office.services["departments"].names_in_office,
        memory=bench.memory,
        parent=bench.window,
    )
    bench.show_dialog(dialog)
    if dialog.go_to:
        bench.show_record("penalties", dialog.go_to)
    if dialog.go_first:
        ask_close(bench, office, dialog.go_first)
    if closed:
        bench.refresh()
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "{month}已月结"), month=title_of(month)))
        _export(bench, office, closed[0])


def ask_reopen(bench: AppBench, office: Office) -> None:
    """Ask for the reason and open the month shown, or the last closed one, again."""
    closed = [one.month for one in office.services["months"].closed()]
    if not closed:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有月结过的月份。"))
    shown_month = bench.asked("penalties").filters.get(MONTH, "")
    month = shown_month if shown_month in closed else closed[0]
    question = QT_TRANSLATE_NOOP(
        "desk", "重开 {month}？重开以后可以再登记和更改，再次月结会另存一份台账，原来的一份也留着。"
    )
    reason = bench.prompter.ask_text(
        shown(question, month=title_of(month)), label=shown(QT_TRANSLATE_NOOP("desk", "原因"))
    )
    if reason is None:
        return
    reopen_month(office, month, reason)
    bench.refresh()
    bench.tell(shown(QT_TRANSLATE_NOOP("desk", "{month}已重开"), month=title_of(month)))


def _month_to_close(bench: AppBench, office: Office) -> str:
    """Return the month that is shown while it is open, else the first open one with anything in it."""
    months = office.services["months"]
    span = bench.asked("penalties").filters.get(MONTH, "")
    if is_month(span) and not months.is_closed(span):
        return span
    today = month_of(office.desk.clock.today())
    closed = months.closed_names()
    first = office.services["penalties"].first_booked() or today
    return first_open(min(first, today), closed)


def _preview(bench: AppBench, office: Office, month: str) -> None:
    """Write the workbook as it would be into the desk's folder of copies and open it; nothing is journalled."""
    folder = office.desk.folder / "exports"
    folder.mkdir(mode=0o700, exist_ok=True)
    path, book = folder / f"预览_{month}.xlsx", month_book(office, month_named(month))
    writing = shown(QT_TRANSLATE_NOOP("desk", "正在写办公台账"))
    open_file(bench.hold(writing, lambda _report: write_book(office, book, path)).path)


def _export(bench: AppBench, office: Office, closing: ClosedMonth) -> None:
    path: Path | None = bench.prompter.save_path(
        shown(QT_TRANSLATE_NOOP("desk", "导出办公台账")), suggested=closing.file_name, filters=shown(EXCEL)
    )
    if path is None:
        return
    try:
        export_closed(office, closing.month, path)
    except DeskError:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "{month}已月结，台账还没有导出"), month=title_of(closing.month)))
        raise
    told = QT_TRANSLATE_NOOP("desk", "{month}已月结，台账已导出到 {path}")
    bench.tell(shown(told, month=title_of(closing.month), path=path))
