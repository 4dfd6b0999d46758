"""What one deed changed from what to what, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, label, on_click
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory


class ChangeLine(Struct, frozen=True):
    """One field with what stood there before and what stands there now; empty for nothing."""

    field: str
    before: str
    after: str


class ChangesDialog(DialogFrame):
    """A table of fields; ``said`` is the deed in a sentence."""

    def __init__(
        self,
        title: str,
        said: str,
        lines: Sequence[ChangeLine],
        *,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, (680, 420), memory=memory, parent=parent)
        self.table = QTableWidget(len(lines), 3)
        self.table.setHorizontalHeaderLabels([self.tr("栏目"), self.tr("原来"), self.tr("现在")])
        for number, one in enumerate(lines):
            for place, text in enumerate((one.field, one.before or "—", one.after or "—")):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(number, place, item)
        dress(self.table, title, widths=(12, 0, 0))
        body = column(label(said, "b", wrap=True), spacing=8, margins=(16, 12, 16, 8))
        body.addWidget(self.table, 1)
        close = Button(self.tr("关闭"), kind="primary")
        on_click(close, self.accept)
        self.make_primary(close)
        self.lay_out(holding(body), None, close)


def dress(table: QTableWidget, title: str, *, widths: Sequence[int]) -> None:
    """Make a table something to read: whole rows, no grid, texts wrapped; a width of 0 takes what is left."""
    table.setAccessibleName(title)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, width in enumerate(widths):
        if width:
            table.setColumnWidth(place, chars(table, width))
        else:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
