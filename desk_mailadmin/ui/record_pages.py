"""Below a list with a tree: pages about its current record, each a small table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabWidget

from desk_mailadmin.kernel.tree_view import Head, Page
from desk_mailadmin.ui.dialogs.pieces import Button, Part, column, holding, label, on_click, row
from desk_mailadmin.ui.fixed_listing import FixedListing
from desk_mailadmin.ui.list_view import ListView
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import RegisterModel
from desk_mailadmin.ui.title import Title
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
    """One page: its table, or the sentence that says why it is empty; an action where it has one.

    Its widgets are made when it is first looked at: most days only the first page is.
    """

    def __init__(self, page: Page, actions: Mapping[str, QAction], memory: Memory) -> None:
        super().__init__()
        self.page = page
        self._actions, self._memory = actions, memory
        self._lines = FixedListing()
        self._list: PageList | None = None
        self._row_px = 0
        self.model = RegisterModel(page.table, self._lines, self)

    @property
    def list(self) -> PageList:
        """The table, made if need be."""
        if self._list is None:
            self._list = PageList(self.model, self._memory, shown(self.page.title))
            empty = label(shown(self.page.empty), "muted", wrap=True)
            self.addWidget(holding(column(self._list, *self._beside(), spacing=4)))
            self.addWidget(holding(column(empty, *self._beside(), None, spacing=8, margins=(8, 10, 8, 0))))
            self._show_first()
        return self._list

    def _beside(self) -> Sequence[Part]:
        action = self._actions.get(self.page.action)
        return (row(ActionButton(action), None),) if action is not None else ()

    def show_lines(self, lines: Sequence[Any], year: int | None) -> int:
        """Show these lines and return how many they are."""
        self.model.year = year
        self._lines.lines = lines
        self.model.show_query(self.model.query)
        if self._list is not None:
            self._show_first()
        return len(lines)

    def _show_first(self) -> None:
        if self._list is not None:
            if self._row_px:
                self._list.fit_rows(self._row_px)
            self._list.go_to(0)
            self.setCurrentIndex(0 if self._lines.lines else 1)

    def fit_rows(self, row_px: int) -> None:
        """Set the height of the rows."""
        self._row_px = row_px
        if self._list is not None:
            self._list.fit_rows(row_px)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setAccessibleName(shown(self.page.title))


class RecordPages(QFrame):
    """Name of the record, a link that runs an action, and the pages."""

    def __init__(
        self, pages: Sequence[Page], link: QAction | None, actions: Mapping[str, QAction], memory: Memory
    ) -> None:
        super().__init__()
        self.setProperty("card", "1")
        self._title, self._text = Title("h2"), Title("muted")
        self._link = Button(link.text() if link else "", "history", "link", link.toolTip() if link else "")
        if link is None:
            self._link.hide()  # to show it, without a parent yet, would open a window of its own
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
            page.fit_rows(row_px)

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
