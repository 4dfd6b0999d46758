"""Below a list with a tree: pages about its current record, each a small table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabWidget

from desk_mailadmin.kernel.tree_view import Head, Page
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, label, on_click, row
from desk_mailadmin.ui.fixed_listing import FixedListing
from desk_mailadmin.ui.list_view import ListView
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.side_panel import Title
from desk_mailadmin.ui.table_model import RegisterModel
from desk_mailadmin.ui.tool_row import ActionButton

Rows = Callable[[Page], Sequence[Any]]


class PageList(ListView):
    """The lines of a page; there is nothing to tick."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class RecordPage(QStackedWidget):
    """One page: its table, or the sentence that says why it is empty; an action where it has one."""

    def __init__(self, page: Page, actions: Mapping[str, QAction], memory: Memory) -> None:
        super().__init__()
        self.page = page
        self._lines = FixedListing()
        self.model = RegisterModel(page.table, self._lines, self)
        self.list = PageList(self.model, memory, shown(page.title))
        empty = label(shown(page.empty), "muted", wrap=True)
        self._buttons = [ActionButton(actions[page.action]) for _n in (0, 1) if page.action in actions]
        self.addWidget(holding(column(self.list, *self._beside(0), spacing=4)))
        self.addWidget(holding(column(empty, *self._beside(1), None, spacing=8, margins=(8, 10, 8, 0))))

    def _beside(self, place: int) -> Sequence[Any]:
        return (row(self._buttons[place], None),) if self._buttons else ()

    def show_lines(self, lines: Sequence[Any], year: int | None) -> int:
        """Show these lines and return how many they are."""
        self.model.year = year
        self._lines.lines = lines
        self.model.show_query(self.model.query)
        self.list.go_to(0)
        self.setCurrentIndex(0 if lines else 1)
        return len(lines)


class RecordPages(QFrame):
    """Name of the record, a link that runs an action, and the pages."""

    def __init__(
        self, pages: Sequence[Page], link: QAction | None, actions: Mapping[str, QAction], memory: Memory
    ) -> None:
        super().__init__()
        self.setProperty("card", "1")
        self._title, self._text = Title("h2"), Title("muted")
        self._link = Button(link.text() if link else "", "history", "link", link.toolTip() if link else "")
        self._link.setVisible(link is not None)
        self._action = link
        on_click(self._link, self._run)
        self.pages = [RecordPage(page, actions, memory.under(page.key)) for page in pages]
        self.tabs = QTabWidget()
        self.tabs.setObjectName("sub")
        self.tabs.setDocumentMode(True)
        for page in self.pages:
            self.tabs.addTab(page, shown(page.page.title))
        head = row(self._title, self._text, self._link, spacing=10)
        head.setStretch(1, 1)
        self.setLayout(column(head, self.tabs, spacing=2, margins=(12, 6, 10, 8)))
        self.setAccessibleName(self.tr("选中的记录"))

    def show_record(self, head: Head | None, rows: Rows, year: int | None) -> None:
        """Show the pages of a record; without a head there is no record."""
        self._title.setText(shown(head.title) if head else self.tr("没有选中的记录"))
        self._text.setText(shown(head.text) if head else "")
        self._text.setToolTip(self._text.text())
        self._link.setEnabled(head is not None and self._action is not None and self._action.isEnabled())
        for place, page in enumerate(self.pages):
            count = page.show_lines(rows(page.page) if head else (), year)
            title = shown(page.page.title)
            self.tabs.setTabText(place, f"{title} {count}" if count else title)
            page.setEnabled(head is not None)

    def fit_rows(self, row_px: int) -> None:
        """Set the height of the rows after a change of zoom."""
        for page in self.pages:
            page.list.fit_rows(row_px)

    def title(self) -> str:
        """Return the name shown."""
        return self._title.text()

    def panes(self) -> list[Any]:
        """Return what Ctrl+F6 goes through."""
        front = self.tabs.currentWidget()
        return [self._link, front.list] if isinstance(front, RecordPage) else [self._link]

    def _run(self) -> None:
        if self._action is not None:
            self._action.trigger()
