"""Ctrl+K: people, papers, extensions and mailboxes of every register in one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.dialogs.pieces import column, label
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.search_field import SearchField
from desk_mailadmin.ui.shown import shown

EACH = 8  # hits of one register
MOST = 24  # hits shown


class Hit(Struct, frozen=True):
    """One record found."""

    register: str
    record: int
    title: str
    kind: str
    text: str


def find(registers: Sequence[Register], services: Mapping[str, Any], text: str) -> list[Hit]:
    """Return what each register finds for a text, 8 of each at most, in the registers' order."""
    hits: list[Hit] = []
    for register in (one for one in registers if one.searched):
        service, spec = services[register.key], register.table
        for row in service.rows(service.keys(Query(search=text))[:EACH]):
            title, explanation = spec.headline(row)
            hits.append(Hit(register.key, spec.row_id(row), title, shown(register.title), explanation))
    return hits[:MOST]


class GlobalSearch(SearchField):
    """The search box beside the tabs; ``chosen`` tells register and record."""

    chosen = Signal(str, int)

    def __init__(self, ask: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__("找人、编号、分机", "Ctrl+K", 19)
        self._ask = ask
        self._hits: Sequence[Hit] = ()
        self._popup: HitList | None = None
        self.changed.connect(self._search)

    def hits(self) -> Sequence[Hit]:
        """Return what is listed."""
        return self._hits

    def _search(self) -> None:
        text = self.text().strip()
        self._hits = self._ask(text) if text else ()
        if text:
            self._list().show_hits(self._hits)
            self._place()
        else:
            self.close_list()

    def _list(self) -> HitList:
        if self._popup is None:
            self._popup = HitList(self.window())
            self._popup.lines.itemClicked.connect(lambda *_: self._open())
        return self._popup

    def _place(self) -> None:
        popup = self._list()
        width = min(chars(self, 42), self.window().width() - 16)
        popup.resize(width, popup.sizeHint().height())
        corner = self.mapTo(self.window(), QPoint(self.width() - width, self.height() + 3))
        popup.move(max(corner.x(), 8), corner.y())
        popup.show()
        popup.raise_()

    def close_list(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def _open(self) -> None:
        place = self._list().current()
        if 0 <= place < len(self._hits):
            hit = self._hits[place]
            self.clear_quietly()
            self.close_list()
            self.chosen.emit(hit.register, hit.record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._hits:
            self._list().move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.is_waiting():
                self._search()
            self._open()
        elif key == Qt.Key.Key_Escape:
            self.clear_quietly()
            self.close_list()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()


class HitList(QFrame):
    """The list under the box; it never takes the focus from it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("popup", "1")
        self.lines = QTreeWidget()
        self.lines.setProperty("flat", "1")
        self.lines.setProperty("roomy", "1")
        self.lines.setAccessibleName(self.tr("找到的记录"))
        self.lines.setColumnCount(3)
        self.lines.setHeaderHidden(True)
        self.lines.setRootIsDecorated(False)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setUniformRowHeights(True)
        self.lines.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = label("", "small")
        self._hint.setContentsMargins(10, 4, 10, 6)
        self.setLayout(column(self.lines, self._hint, spacing=0, margins=(1, 1, 1, 1)))

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List these, the first one marked."""
        self.lines.clear()
        bold = QFont(self.font())
        bold.setBold(True)
        for hit in hits:
            line = QTreeWidgetItem(self.lines, [hit.title, hit.kind, hit.text])
            line.setFont(0, bold)
        for place, width in enumerate((10, 6)):
            self.lines.setColumnWidth(place, chars(self, width))
        self.lines.header().setStretchLastSection(True)
        self.lines.setCurrentIndex(self.lines.model().index(0, 0))
        self._hint.setText(
            self.tr("↑↓ 选择　回车 打开　Esc 收起") if hits else self.tr("没有找到。可以换姓名、拼音首字母或编号再试。")
        )
        row = self.lines.sizeHintForRow(0) if hits else 0
        self.lines.setFixedHeight(min(len(hits), 10) * row + 2)
        self.lines.setVisible(bool(hits))
        self.adjustSize()

    def current(self) -> int:
        """Return the place of the marked line."""
        return self.lines.currentIndex().row()

    def move_by(self, step: int) -> None:
        """Mark the next or previous line."""
        place = min(max(self.current() + step, 0), self.lines.topLevelItemCount() - 1)
        self.lines.setCurrentIndex(self.lines.model().index(place, 0))
