"""The rows of an import as a table: the cell at fault is marked, edited in place, repaired with a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.entered_text import entered_line
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportColumn,
    ImportRow,
    ImportSession,
    PartlyShown,
    RowState,
)
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import CellRole
from desk_mailadmin.ui.tokens import tokens

STATES = {
    RowState.READY: State("ready", QT_TRANSLATE_NOOP("desk", "可导入"), Tone.GREEN, "check"),
    RowState.NOTICE: State("notice", QT_TRANSLATE_NOOP("desk", "提醒"), Tone.AMBER, "triangle-alert"),
    RowState.DUPLICATE: State("duplicate", QT_TRANSLATE_NOOP("desk", "重复"), Tone.GREY, "copy"),
    RowState.ERROR: State("error", QT_TRANSLATE_NOOP("desk", "错误"), Tone.RED, "circle-alert"),
}
_INK = {RowState.ERROR: "red", RowState.NOTICE: "amber", RowState.DUPLICATE: "text2"}
_GROUND = {RowState.ERROR: "red_bg", RowState.NOTICE: "amber_bg"}
_Index = QModelIndex | QPersistentModelIndex
_BEFORE = 2  # columns before the cells: result, row number
_LINK_LENGTH = 14  # characters a link may have
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ImportTable(QAbstractTableModel):
    """Columns: result, row number, the cells, what is wrong, what one click does. ``edited`` follows each change."""

    edited = Signal()

    def __init__(self, session: ImportSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: Sequence[ImportRow] = ()
        self._shown: list[int] = []
        self._columns = session.columns()

    @property
    def rows(self) -> Sequence[ImportRow]:
        """All rows as last checked, shown or not."""
        return self._rows

    @property
    def columns(self) -> Sequence[ImportColumn]:
        """The columns of cells."""
        return self._columns

    def is_empty(self, column: str) -> bool:
        """Say whether no row has anything, not even a fault, in a column."""
        return not any(row.cells.get(column) or row.fault_in(column) for row in self._rows)

    def read(self) -> None:
        """Take over what the session read from a file; nothing is shown before ``show_rows``."""
        self.beginResetModel()
        self._columns, self._rows, self._shown = self._session.columns(), self._session.rows(), []
        self.endResetModel()

    def show_rows(self, states: frozenset[RowState]) -> None:
        """Show the rows in one of these states; an edit does not take a row out of sight."""
        self.beginResetModel()
        self._shown = [place for place, row in enumerate(self._rows) if row.state in states]
        self.endResetModel()

    def row(self, index: _Index) -> ImportRow:
        """Return the row at an index."""
        return self._rows[self._shown[index.row()]]

    def repair(self, index: _Index) -> bool:
        """Do what the link of a row says; False where there is nothing sure to do."""
        for fault in self.row(index).faults:
            if fault.repair is not None and fault.column:
                self._change(index, fault.column, fault.repair)
                return True
        return False

    def faulty_cell(self, index: _Index) -> QModelIndex:
        """Return the first cell at fault of a row, to be edited in place; invalid where there is none."""
        keys = [column.key for column in self._columns]
        for fault in self.row(index).faults:
            if fault.column in keys:
                return self.index(index.row(), _BEFORE + keys.index(fault.column))
        return QModelIndex()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns) + _BEFORE + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == 1 else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (self.tr("结果"), self.tr("行号"), *(column.title for column in self._columns))
        return (*titles, self.tr("问题"), self.tr("处理"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.row(index), index.column()
        if column == 0:
            return self._result(row, role)
        if column == 1:
            return _number(row, role)
        if column < _BEFORE + len(self._columns):
            return _cell(row, self._columns[column - _BEFORE].key, role)
        return self._problem(row, role) if column == self.columnCount() - 2 else self._link(row, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = index.column() - _BEFORE
        if role != Qt.ItemDataRole.EditRole or not 0 <= place < len(self._columns):
            return False
        self._change(index, self._columns[place].key, entered_line(str(value)).text)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        in_cells = _BEFORE <= index.column() < _BEFORE + len(self._columns)
        editable = in_cells and not isinstance(self._session, PartlyShown)
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags)

    def _change(self, index: _Index, column: str, text: str) -> None:
        self._session.edit(self._shown[index.row()], column, text)
        self._rows = self._session.rows()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.edited.emit()

    def _result(self, row: ImportRow, role: int) -> Any:
        state = STATES[row.state]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(state.title)
        if role == CellRole.CHIP:
            return state
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cells = [row.cells.get(column.key, "") for column in self._columns]
            faults = [fault.sentence for fault in row.faults]
            return "，".join(part for part in (shown(state.title), str(row.number), *cells, *faults) if part)
        return None

    def _problem(self, row: ImportRow, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _joined(row.faults)
        if role == Qt.ItemDataRole.ForegroundRole and row.state in _INK:
            return QBrush(tokens().colour(_INK[row.state]))
        return None

    def _link(self, row: ImportRow, role: int) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, CellRole.LINK):
            return None
        sure = next((fault for fault in row.faults if fault.repair is not None and fault.column), None)
        if sure:
            return _short(sure.repair_title or self.tr("改成 {text}").format(text=sure.repair))
        in_place = any(fault.column for fault in row.faults) and not isinstance(self._session, PartlyShown)
        return self.tr("就地改") if in_place else ""


def _short(text: str) -> str:
    return text if len(text) <= _LINK_LENGTH else f"{text[: _LINK_LENGTH - 1]}…"


def _number(row: ImportRow, role: int) -> Any:
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _RIGHT
    if role == Qt.ItemDataRole.ToolTipRole:
        return row.sheet
    return str(row.number) if role == Qt.ItemDataRole.DisplayRole else None


def _cell(row: ImportRow, key: str, role: int) -> Any:
    text, fault = row.cells.get(key, ""), row.fault_in(key)
    if role == Qt.ItemDataRole.EditRole:
        return text
    if role == Qt.ItemDataRole.DisplayRole:
        return text or ("—" if fault else "")
    if fault is None or fault.state not in _GROUND:
        return None
    if role == Qt.ItemDataRole.BackgroundRole:
        return QBrush(tokens().colour(_GROUND[fault.state]))
    if role == Qt.ItemDataRole.ForegroundRole:
        return QBrush(tokens().colour(_INK[fault.state]))
    if role == Qt.ItemDataRole.ToolTipRole:
        return fault.sentence
    return _bold() if role == Qt.ItemDataRole.FontRole else None


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _joined(faults: Sequence[CellFault]) -> str:
    """Return what is wrong with a row as one text, the gravest first."""
    gravity = list(RowState)
    sentences = [fault.sentence for fault in sorted(faults, key=lambda fault: -gravity.index(fault.state))]
    return "；".join([*(sentence.rstrip("。") for sentence in sentences[:-1]), *sentences[-1:]])
