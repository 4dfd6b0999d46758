"""A sheet of sums: lines that are given, one column of which is typed in, going down as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QPainter
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
from desk_mailadmin.kernel.money import fen_from_text, fen_to_text
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said
from desk_mailadmin.ui.tokens import tokens

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: ``text`` gets the line and the fen typed in for it; a sum stands at the right, a warning in amber.

    ``width`` is in Chinese characters, 0 takes the rest.
    """

    title: str
    text: Callable[[Any, int], str]
    width: float = 6
    is_sum: bool = False
    warns: bool = False


class SumsTable(QAbstractTableModel):
    """The lines; the sum in the column ``typed`` is edited in place, once ``check`` (UserError) has nothing against it.

    ``edited`` follows each change, ``refused`` says why a sum was not taken.
    """

    edited = Signal()
    refused = Signal(str)

    def __init__(
        self,
        columns: Sequence[SheetColumn],
        typed: int,
        check: Callable[[Any, int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self.typed, self._check = columns, typed, check
        self.lines: Sequence[Any] = ()
        self.sums: list[int] = []

    def show_lines(self, lines: Sequence[Any], sums: Sequence[int]) -> None:
        """Show other lines, each with the fen that stand there until others are typed in."""
        self.beginResetModel()
        self.lines, self.sums = lines, list(sums)
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
            return _RIGHT if self.columns[section].is_sum else _LEFT
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == self.typed else usual

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, column = index.row(), self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(place, column)
        if role == Qt.ItemDataRole.EditRole:
            return fen_to_text(self.sums[place])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_sum else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and column.warns:
            return QBrush(tokens().colour("amber"))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return "，".join(f"{one.title} {self._text(place, one)}" for one in self.columns)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != self.typed:
            return False
        try:
            fen = fen_from_text(str(value)) if str(value).strip() else 0
            self._check(self.lines[index.row()], fen)
        except UserError as error:
            self.refused.emit(said(error))
            return False
        self.sums[index.row()] = fen
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1))
        self.edited.emit()
        return True

    def _text(self, place: int, column: SheetColumn) -> str:
        return column.text(self.lines[place], self.sums[place])


class TypedDelegate(QStyledItemDelegate):
    """Grounds the column that is typed in, which a style sheet would leave as white as the others."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.fillRect(option.rect, tokens().colour("blue_bg"))
        super().paint(painter, option, index)


class SumsSheet(QTableView):
    """Shows the lines; Enter and Tab take a sum and go down."""

    def __init__(self, table: SumsTable, name: str) -> None:
        super().__init__()
        self._table = table
        self.setModel(table)
        self.setItemDelegateForColumn(table.typed, TypedDelegate(self))
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
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for place, column in enumerate(table.columns):
            if column.width:
                self.setColumnWidth(place, chars(self, column.width) + 20)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def begin(self) -> None:
        """Put the cursor on the first sum."""
        if self._table.rowCount():
            self.setCurrentIndex(self._table.index(0, self._table.typed))
            self.setFocus()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        taken = hint in (hints.SubmitModelCache, hints.EditNextItem)
        super().closeEditor(editor, hints.NoHint if taken else hint)
        below = self._table.index(self.currentIndex().row() + 1, self._table.typed)
        if taken and below.isValid():
            self.setCurrentIndex(below)
