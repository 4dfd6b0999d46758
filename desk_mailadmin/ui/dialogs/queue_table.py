"""The papers of the print queue as a table: what became of each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.print_run import PrintRun, QueueRow, RowState
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import CellRole
from desk_mailadmin.ui.tokens import tokens

STATES = {
    RowState.WAITING: State("waiting", QT_TRANSLATE_NOOP("desk", "等待"), Tone.GREY, "clock"),
    RowState.PRINTING: State("printing", QT_TRANSLATE_NOOP("desk", "正在打印"), Tone.BLUE, "printer"),
    RowState.PRINTED: State("printed", QT_TRANSLATE_NOOP("desk", "已打印"), Tone.GREEN, "check"),
    RowState.FAILED: State("failed", QT_TRANSLATE_NOOP("desk", "失败"), Tone.RED, "circle-alert"),
    RowState.LEFT: State("left", QT_TRANSLATE_NOOP("desk", "未打印"), Tone.AMBER, "circle"),
}
WIDTHS = (4, 7, 9, 6, 0, 11, 8, 4)
"""Widths of the columns in Chinese characters; that of 0 takes the rest."""

_PLACE, _STATE, _NUMBER, _NAME, _REMARK, FORM, _COPIES, _PAGES = range(8)  # a queue of one form does without FORM
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class QueueTable(QAbstractTableModel):
    """One row for each paper, in the order of printing."""

    def __init__(self, run: PrintRun) -> None:
        super().__init__(run)
        self._run = run
        run.changed.connect(self._on_changed)

    def add(self, rows: list[QueueRow]) -> list[int]:
        """Put rows at the end; return their places."""
        first = len(self._run.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._run.rows.extend(rows)
        self.endInsertRows()
        return list(range(first, first + len(rows)))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._run.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _PAGES + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in (_PLACE, _PAGES) else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        numbered = (self.tr("序号"), self.tr("结果"), self.tr("编号"), self.tr("姓名"))
        return (*numbered, self.tr("说明"), self.tr("单据"), self.tr("联次"), self.tr("页数"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._run.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), row, column)
        if role == CellRole.CHIP and column == _STATE:
            return STATES[row.state]
        if role == Qt.ItemDataRole.ToolTipRole and column == _REMARK:
            return self._remark(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in (_PLACE, _PAGES) else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and column in (_PAGES, _REMARK):
            return _ink(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == _STATE:
            texts = [self._text(index.row(), row, one) for one in range(_PLACE, _PAGES + 1)]
            return "，".join(text for text in texts if text)
        return None

    def _text(self, place: int, row: QueueRow, column: int) -> str:
        paper = row.drawing.paper
        if column == _COPIES:
            return self._copies(row)
        if column == _REMARK:
            return self._remark(row)
        texts = {
            _PLACE: str(place + 1),
            _STATE: shown(STATES[row.state].title),
            _NUMBER: paper.number or paper.mark,
            _NAME: str(row.drawing.data.get("name", "")),
            FORM: row.drawing.title,
            _PAGES: str(row.pages or ""),
        }
        return texts[column]

    def _copies(self, row: QueueRow) -> str:
        if not row.drawing.form.spec.copies:
            return self.tr("{sets} 份").format(sets=row.tray.sets)
        places = "、".join(str(copy) for copy in row.copies)
        sets = self.tr(" ×{sets}").format(sets=row.tray.sets) if row.tray.sets > 1 else ""
        return self.tr("第 {places} 联").format(places=places) + sets

    def _remark(self, row: QueueRow) -> str:
        parts = [row.why] if row.why else []
        if runs_over(row):
            parts.append(
                self.tr("成了 {pages} 页，应为 {expected} 页").format(pages=row.pages, expected=len(row.copies))
            )
        if row.state is RowState.PRINTED and row.times > 1:
            parts.append(self.tr("第 {times} 次打印").format(times=row.times))
        return "；".join(parts)

    def _on_changed(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, 0), self.index(place, _PAGES))


def runs_over(row: QueueRow) -> bool:
    """Say whether a paper takes more pages than one for each copy."""
    return row.pages > max(1, len(row.copies))


def _ink(row: QueueRow, column: int) -> QBrush | None:
    is_fault = row.state is RowState.FAILED and column == _REMARK
    tone = "red" if is_fault else "amber" if runs_over(row) else ""
    return QBrush(tokens().colour(tone)) if tone else None
