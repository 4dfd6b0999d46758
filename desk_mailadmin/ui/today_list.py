"""The due things of 今日 as a grouped list: 已逾期, 今天, 本周, 本月, 以后."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.dates import WorkCalendar, due_text
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import icon
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tokens import tokens

WIDTHS = (14.5, 9.5, 0, 13.5, 12.5, 9)  # characters a column may take; 0 takes what is left
ICON = 17  # px
LEAST = 10  # characters the text keeps
STRETCHING = 2
FIRST_TO_GO = (4, 1)  # clause, then number, where the room is too small for the next step
DECEMBER = 12


class Group(IntEnum):
    """When a thing is due, seen from today."""

    LATE = 0
    TODAY = 1
    WEEK = 2
    MONTH = 3
    LATER = 4


_INKS = {Group.LATE: "red", Group.TODAY: "amber", Group.WEEK: "link", Group.MONTH: "text2", Group.LATER: "text2"}


def group_of(due: date | None, today: date) -> Group:
    """Return the group of a deadline; weeks end on Sunday, without a deadline there is time."""
    if due is None:
        return Group.LATER
    if due <= today:
        return Group.LATE if due < today else Group.TODAY
    if due <= today + timedelta(days=6 - today.weekday()):
        return Group.WEEK
    first_of_next = date(today.year + today.month // DECEMBER, today.month % DECEMBER + 1, 1)
    return Group.MONTH if due < first_of_next else Group.LATER


def due_in_words(due: date | None, today: date, calendar: WorkCalendar) -> str:
    """Return a deadline as the list shows it: 11-30　逾期 3 个工作日, 今天, or nothing."""
    if due is None:
        return ""
    if due == today:
        return due_text(due, today, calendar)
    day = due.strftime("%m-%d" if due.year == today.year else "%Y-%m-%d")
    return f"{day}　{due_text(due, today, calendar)}"


class TodayList(QTreeView):
    """Sends ``chosen`` for Enter and for a click on the next step."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row_px = 0
        self._needs: list[int] = []
        self._todos: dict[str, Todo] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setProperty("flat", "1")
        self.setAccessibleName(self.tr("待办"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setIndentation(18)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        self.clicked.connect(self._clicked)

    def fit_rows(self, row_px: int) -> None:
        """Set the height of the lines; it holds from the next reading."""
        self._row_px = row_px

    def show_todos(self, todos: Sequence[Todo], today: date, calendar: WorkCalendar) -> None:
        """List these things; the current one stays current where it is still due."""
        kept = self.current_key()
        self._todos = {todo.key: todo for todo in todos}
        self._model.clear()
        self._model.setHorizontalHeaderLabels(
            [self.tr("事项"), self.tr("编号"), self.tr("说明"), self.tr("期限"), self.tr("依据"), self.tr("下一步")]
        )
        for group in Group:
            here = sorted((t for t in todos if group_of(t.due, today) is group), key=lambda t: t.due or date.max)
            if here:
                self._add_group(group, here, today, calendar)
        self.expandAll()
        self._needs = [self._needed(place, width) for place, width in enumerate(WIDTHS)]
        self._fit()
        self._go_to(kept)

    def current_key(self) -> str:
        """Return the key of the current thing, empty for none."""
        return str(self.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.UserRole) or "")

    def current(self) -> Todo | None:
        """Return the current thing."""
        return self._todos.get(self.current_key())

    def group_titles(self) -> list[str]:
        """Return the headings with their counts, as shown."""
        return [self._model.item(place).text() for place in range(self._model.rowCount())]

    def _add_group(self, group: Group, todos: Sequence[Todo], today: date, calendar: WorkCalendar) -> None:
        names = (self.tr("已逾期"), self.tr("今天"), self.tr("本周"), self.tr("本月"), self.tr("以后"))
        head = QStandardItem(f"{names[group]}　{len(todos)}")
        bold = QFont(self.font())
        bold.setBold(True)
        head.setFont(bold)
        head.setForeground(tokens().colour(_INKS[group]))
        head.setSizeHint(QSize(0, self._row_px))
        for todo in todos:
            head.appendRow(self._line(todo, group, today, calendar))
        self._model.appendRow(head)
        self.setFirstColumnSpanned(self._model.rowCount() - 1, QModelIndex(), True)

    def _line(self, todo: Todo, group: Group, today: date, calendar: WorkCalendar) -> list[QStandardItem]:
        due = due_in_words(todo.due, today, calendar)
        texts = (shown(todo.title), todo.number, todo.text, due, cite(todo.clause), shown(todo.action_title))
        inks = ("text", "text", "text", "red" if group is Group.LATE else "text", "text2", "link")
        line = [QStandardItem(text) for text in texts]
        for item, ink in zip(line, inks, strict=True):
            item.setForeground(tokens().colour(ink))
            item.setToolTip(item.text())
        line[0].setSizeHint(QSize(0, self._row_px))
        line[0].setIcon(icon(todo.icon, "amber" if group <= Group.TODAY else "text2", ICON))
        line[0].setData(todo.key, Qt.ItemDataRole.UserRole)
        step = self.tr("下一步 {step}").format(step=texts[5])
        line[0].setData("，".join(text for text in (*texts[:5], step) if text), Qt.ItemDataRole.AccessibleTextRole)
        return line

    def _go_to(self, key: str) -> None:
        groups = [self._model.index(place, 0) for place in range(self._model.rowCount())]
        lines = [self._model.index(n, 0, group) for group in groups for n in range(self._model.rowCount(group))]
        found = [line for line in lines if line.data(Qt.ItemDataRole.UserRole) == key]
        if lines:
            self.setCurrentIndex((found or lines)[0])

    def _needed(self, place: int, most: float) -> int:
        """Return the px a column's texts need, at most ``most`` characters."""
        texts = self.sizeHintForColumn(place) if place else self._needed_by_titles()
        return min(max(texts, self.header().sectionSizeHint(place)), chars(self, most))

    def _needed_by_titles(self) -> int:
        """Return the px of the longest title with what stands before it; the lines' own hints say only their height."""
        told = (self.fontMetrics().horizontalAdvance(shown(todo.title)) for todo in self._todos.values())
        return max(told, default=0) + 2 * self.indentation() + ICON + chars(self, 1.5)

    def _fit(self) -> None:
        if not self._needs:
            return
        widths, room = [*self._needs], self.viewport().width()
        least = chars(self, LEAST)
        gone: set[int] = set()
        for place in FIRST_TO_GO:
            if sum(widths) - sum(widths[n] for n in gone) + least > room:
                gone.add(place)
        widths[STRETCHING] = max(room - sum(width for n, width in enumerate(widths) if n not in gone), least)
        for place, width in enumerate(widths):
            self.setColumnHidden(place, place in gone)
            self.setColumnWidth(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key():
            self.chosen.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        link = self.indexAt(event.position().toPoint()).column() == len(WIDTHS) - 1
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        key = index.siblingAtColumn(0).data(Qt.ItemDataRole.UserRole)
        if key and index.column() == len(WIDTHS) - 1:
            self.chosen.emit(str(key))
