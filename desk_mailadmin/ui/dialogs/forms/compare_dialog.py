"""How the office's version of a form differs from the shipped one: in words, and as text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QTabWidget, QWidget

from desk_mailadmin.documents.form_compare import differences, text_difference
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, label, on_click
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory


class CompareDialog(DialogFrame):
    """Part by part what the shipped form says and what the own version says."""

    def __init__(
        self, title: str, shipped: str, own: str, *, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", (980, 600), memory=memory, parent=parent)
        self.setWindowTitle(self.tr("比较：{title}").format(title=title))
        found = differences(shipped, own)
        self.table = QTableWidget(len(found), 3)
        self.table.setHorizontalHeaderLabels([self.tr("哪一处"), self.tr("随程序的"), self.tr("本单位的")])
        for number, one in enumerate(found):
            for place, text in enumerate((one.where, one.before or "—", one.after or "—")):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(number, place, item)
        self._dress()
        self.text = QPlainTextEdit(text_difference(shipped, own))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("源文件的差别"))
        tabs = QTabWidget()
        tabs.addTab(self.table, self.tr("逐处比较"))
        tabs.addTab(self.text, self.tr("源文件"))
        count = self.tr("共 {count} 处不同。").format(count=len(found)) if found else self.tr("内容没有不同。")
        body = column(label(count, "muted"), margins=(16, 12, 16, 8))
        body.addWidget(tabs, 1)
        close = Button(self.tr("关闭"), kind="primary")
        on_click(close, self.accept)
        self.lay_out(holding(body), None, close)

    def _dress(self) -> None:
        self.table.setAccessibleName(self.tr("逐处比较"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(0, chars(self.table, 16))
        for place in (1, 2):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
