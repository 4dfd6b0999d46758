"""What a check of the desk found: the verdict, every finding with its journal row, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from desk_mailadmin.ui.dialogs.changes_dialog import dress
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, holding, label, on_click
from desk_mailadmin.ui.memory import Memory


class FoundLine(Struct, frozen=True):
    """One finding: its journal row (0 for none), what that row says, and what is wrong."""

    row: int
    said: str
    text: str


class CheckJob(Struct, frozen=True, kw_only=True):
    """What the dialog shows and what its buttons do; ``go`` shows a journal row in the window."""

    verdict: str
    looked_at: str
    found: Sequence[FoundLine]
    remedy: str
    print_report: Callable[[], object]
    go: Callable[[int], object]


class CheckResultDialog(DialogFrame):
    """The result of a check, with its report to print."""

    def __init__(self, job: CheckJob, *, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        size = (760, 480) if job.found else (620, 260)
        super().__init__("", size, memory=memory, key=f"check_{bool(job.found)}", parent=parent)
        self.setWindowTitle(self.tr("检查数据"))
        self._job = job
        banner = Banner("red" if job.found else "green", job.verdict)
        body = column(banner, label(job.looked_at, "muted", wrap=True), spacing=10, margins=(16, 14, 16, 8))
        self.table = self._table()
        if job.found:
            body.addWidget(self.table, 1)
            body.addWidget(label(job.remedy, wrap=True))
        else:
            self.table.hide()
            body.addStretch(1)
        self.lay_out(holding(body), *self._buttons())

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._job.found), 3, self)
        table.setHorizontalHeaderLabels([self.tr("日志第几条"), self.tr("查出的问题"), self.tr("那一条写的")])
        for number, one in enumerate(self._job.found):
            for place, text in enumerate((str(one.row) if one.row else "—", one.text, one.said or "—")):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                table.setItem(number, place, item)
        dress(table, self.tr("查出的问题"), widths=(7, 0, 0))
        if self._job.found:
            table.selectRow(0)
        table.itemSelectionChanged.connect(self._follow)
        return table

    def _buttons(self) -> list[QWidget | None]:
        self._go, printed = Button(self.tr("看这一条"), "arrow-right"), Button(self.tr("打印检查报告…"), "printer")
        close = Button(self.tr("关闭"), kind="primary")
        on_click(self._go, self._show_row)
        on_click(printed, self._job.print_report)
        on_click(close, self.accept)
        self.on_keys("Ctrl+P", printed)
        self.make_primary(close)
        self._go.setVisible(bool(self._job.found))
        self._follow()
        return [printed, self._go, None, close]

    def _chosen(self) -> FoundLine | None:
        place = self.table.currentRow()
        return self._job.found[place] if 0 <= place < len(self._job.found) else None

    def _follow(self) -> None:
        chosen = self._chosen()
        self._go.setEnabled(chosen is not None and bool(chosen.said))

    def _show_row(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self._job.go(chosen.row)
