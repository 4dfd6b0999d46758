"""A sheet to be filled in: a line for each person or thing, several columns typed in, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said
from desk_mailadmin.ui.tokens import tokens

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class EntryColumn(Struct, frozen=True):
    """One column: ``text`` is what a line says there.

    ``typed`` takes what was typed and returns the line as it is then; it raises UserError for what cannot stand. None
    is a column that is only shown. ``width`` is in Chinese characters, 0 takes the rest; figures stand at the right, a
    warning in amber; what is a ``tick`` is turned over by the space bar.
    """

    title: str
    text: Callable[[Any], str]
    typed: Callable[[Any, str], Any] | None = None
    width: float = 5
    is_figure: bool = False
    warns: bool = False
    is_tick: bool = False


class EntryTable(QAbstractTableModel):
    """The lines. ``blank`` makes an empty line: there is always one at the end, as far as ``most`` lines.

    ``edited`` follows each change, ``refused`` says why something was not taken.
    """

    edited = Signal()
    refused = Signal(str)

    def __init__(
        self,
        columns: Sequence[EntryColumn],
        *,
        blank: Callable[[], Any] | None = None,
        most: int = 200,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self._blank, self._most = columns, blank, most
        self.lines: list[Any] = []

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = [*lines, *([self._blank()] if self._blank else [])]
        self.endResetModel()
        self.edited.emit()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].is_figure else _LEFT
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if self.is_typed(index.column()) else usual

    def is_typed(self, column: int) -> bool:
        """Say whether that column is typed in."""
        return 0 <= column < len(self.columns) and self.columns[column].typed is not None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(line)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and column.warns:
            return QBrush(tokens().colour("amber"))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return "，".join(f"{one.title} {one.text(line)}" for one in self.columns)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        typed = self.columns[index.column()].typed if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or typed is None:
            return False
        try:
            line = typed(self.lines[index.row()], str(value).strip())
        except UserError as error:
            self.refused.emit(said(error))
            return False
        self.lines[index.row()] = line
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1))
        self._grow(index.row())
        self.edited.emit()
        return True

    def turn(self, index: _Index) -> None:
        """Turn a tick over."""
        if index.isValid() and self.columns[index.column()].is_tick:
            self.setData(index, "" if self.data(index) else "1")

    def paste(self, start: _Index, text: str) -> None:
        """Take cells copied from a spreadsheet: line by line down from ``start``, over the columns typed in."""
        typed = [column for column in range(start.column(), len(self.columns)) if self.is_typed(column)]
        for down, line in enumerate(text.rstrip("\n").split("\n")):
            if start.row() + down >= len(self.lines):
                return
            for column, cell in zip(typed, line.rstrip("\r").split("\t"), strict=False):
                self.setData(self.index(start.row() + down, column), cell)

    def _grow(self, row: int) -> None:
        if self._blank is None or row != len(self.lines) - 1 or len(self.lines) >= self._most:
            return
        self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines))
        self.lines.append(self._blank())
        self.endInsertRows()


class _TypedDelegate(QStyledItemDelegate):
    """Grounds the columns that are typed in, which a style sheet would leave as white as the others."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.fillRect(option.rect, tokens().colour("blue_bg"))
        super().paint(painter, option, index)


class EntrySheet(QTableView):
    """Shows the lines: Enter takes a cell and goes down, Tab to the next one typed in; Ctrl+V takes cells."""

    def __init__(self, table: EntryTable, name: str) -> None:
        super().__init__()
        self._table = table
        self.setModel(table)
        self._typed = [place for place in range(table.columnCount()) if table.is_typed(place)]
        for place in self._typed:
            self.setItemDelegateForColumn(place, _TypedDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(chars(self, 2.25))
        self._fit()

    def begin(self) -> None:
        """Put the cursor on the first cell that is typed in."""
        if self._table.rowCount() and self._typed:
            self.setCurrentIndex(self._table.index(0, self._typed[0]))
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste) and here.isValid():
            self._table.paste(here, QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Space and here.isValid() and self._table.columns[here.column()].is_tick:
            self._table.turn(here)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._table.is_typed(here.column()):
            self._table.setData(here, "")
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._step(here, event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        moves = {hints.EditNextItem: Qt.Key.Key_Tab, hints.EditPreviousItem: Qt.Key.Key_Backtab}
        taken = hint == hints.SubmitModelCache or hint in moves
        super().closeEditor(editor, hints.NoHint if taken else hint)
        here = self.currentIndex()
        if hint in moves:
            self._step(here, moves[hint])
        elif taken and here.row() + 1 < self._table.rowCount():
            self.setCurrentIndex(self._table.index(here.row() + 1, here.column()))

    def _step(self, here: QModelIndex, key: int) -> bool:
        """Go to the next cell that is typed in, or the one before; False where there is none, so the focus goes."""
        cells = list(self._cells())
        place = cells.index((here.row(), here.column())) if (here.row(), here.column()) in cells else -1
        target = place + (1 if key == Qt.Key.Key_Tab else -1)
        if not 0 <= target < len(cells):
            return False
        self.setCurrentIndex(self._table.index(*cells[target]))
        return True

    def _cells(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for row in range(self._table.rowCount()) for column in self._typed)

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for place, column in enumerate(self._table.columns):
            if column.width:
                self.setColumnWidth(place, chars(self, column.width) + 20)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
