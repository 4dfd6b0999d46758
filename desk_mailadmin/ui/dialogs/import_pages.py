"""The other pages of an import: the file, its columns, what would change, what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QGridLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.import_session import ImportResult, ImportSession, MoveGroup, MoveLine, SourceColumn
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, MessageLine
from desk_mailadmin.ui.dialogs.pieces import (
    FIELD_HEIGHT,
    Banner,
    Button,
    IconLabel,
    column,
    holding,
    label,
    on_click,
    row,
    scrolled,
    segment,
)
from desk_mailadmin.ui.dialogs.scan_zone import DashedFrame
from desk_mailadmin.ui.fonts import chars

_Index = QModelIndex | QPersistentModelIndex
_MARGINS = (22, 16, 22, 10)


class FilePage(QWidget):
    """Choosing the file, by dialog or by dropping it here; ``chosen`` carries the path."""

    chosen = Signal(object)

    def __init__(self, session: ImportSession, choose: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = choose
        self.trouble = Banner("red", "")
        self.trouble.hide()
        self.name = label("", "b")
        zone = DashedFrame()
        pick = Button(self.tr("选文件…"), "folder-open")
        on_click(pick, self._choose)
        words = label(self.tr("把文件拖到这里，或者"))
        zone.setLayout(row(IconLabel(18, "file-spreadsheet"), words, pick, None, spacing=10, margins=(16, 22, 16, 22)))
        explanation = label(session.explanation, "muted", wrap=True)
        self.setLayout(
            column(label(self.tr("选文件"), "h1"), explanation, self.trouble, zone, self.name, None, margins=_MARGINS)
        )
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self.chosen.emit(Path(urls[0].toLocalFile()))

    def say(self, text: str) -> None:
        """Say why a file cannot be used; an empty text takes it back."""
        self.trouble.say("red", text)
        self.trouble.setVisible(bool(text))

    def _choose(self) -> None:
        path = self._ask()
        if path:
            self.chosen.emit(path)


class ColumnsPage(QWidget):
    """Which column is what: proposed, to be corrected, remembered for the next file of this shape."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self.combos: dict[str, QComboBox] = {}
        self._proposed: Counter[str] = Counter()
        self.trouble = MessageLine()
        content = holding(self._grid)
        whole = column(
            label(self.tr("对应列"), "h1"),
            label(self.tr("程序按列名和内容猜的，猜错了在这里改；同样的文件下次照这样读。"), "muted"),
            self.trouble,
            margins=_MARGINS,
        )
        whole.addWidget(scrolled(holding(column(content, None))), 1)
        self.setLayout(whole)

    def show_columns(self, columns: Sequence[SourceColumn], fields: Sequence[Choice]) -> None:
        """Show the columns of a file."""
        self._clear()
        self._proposed = Counter(one.field for one in columns)
        heads = (self.tr("文件里的列"), self.tr("当作"), self.tr("前几格"))
        for place, title in enumerate(heads):
            self._grid.addWidget(label(title, "b"), 0, place)
        for number, one in enumerate(columns, 1):
            self._add(number, one, fields)

    def mapping(self) -> dict[str, str]:
        """Return column title to field key, empty for a column that is not used."""
        return {title: combo.currentData() or "" for title, combo in self.combos.items()}

    def check(self, required: frozenset[str], fields: Sequence[Choice]) -> bool:
        """Say what is missing or taken twice; True where nothing is.

        A field the reader itself found twice stands on two sheets: only what the clerk doubled is asked about.
        """
        used = [key for key in self.mapping().values() if key]
        titles = {choice.key: choice.title for choice in fields}
        missing = [titles[key] for key in titles if key in required and key not in used]
        twice = [titles[key] for key in titles if used.count(key) > max(1, self._proposed[key])]
        text = ""
        if missing:
            text = self.tr("还没有哪一列是：{titles}").format(titles="、".join(missing))
        elif twice:
            text = self.tr("有两列都当作：{titles}").format(titles="、".join(twice))
        self.trouble.show_message(Message(MessageKind.ERROR, text) if text else None)
        return not text

    def _add(self, number: int, one: SourceColumn, fields: Sequence[Choice]) -> None:
        combo = QComboBox()
        combo.setMinimumHeight(FIELD_HEIGHT)
        combo.setAccessibleName(one.title)
        combo.addItem(self.tr("不用"), "")
        for choice in fields:
            combo.addItem(choice.title, choice.key)
        combo.setCurrentIndex(max(0, combo.findData(one.field)))
        self.combos[one.title] = combo
        self._grid.addWidget(label(f"{one.letter}　{one.title}"), number, 0)
        self._grid.addWidget(combo, number, 1)
        self._grid.addWidget(label("　".join(one.samples[:4]), "muted"), number, 2)

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.combos.clear()
        self.trouble.show_message(None)


class MoveTable(QAbstractTableModel):
    """The lines of one group; those of a choice group have a tick."""

    ticked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[MoveLine, ...] = ()
        self._choosable = False
        self._heads: tuple[str, str, str] | None = None
        self.ticked: set[int] = set()

    def show_group(self, group: MoveGroup) -> None:
        """Show another group."""
        self.beginResetModel()
        self._lines, self._choosable, self._heads = group.lines, bool(group.choice), group.heads
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self._heads or (self.tr("姓名"), self.tr("部门"), self.tr("变动")))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (line.title, line.place, line.what)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and self._choosable and index.column() == 0:
            return Qt.CheckState.Checked if line.key in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._choosable:
            return False
        key = self._lines[index.row()].key
        (self.ticked.add if Qt.CheckState(value) == Qt.CheckState.Checked else self.ticked.discard)(key)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        tickable = self._choosable and index.column() == 0
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if tickable else Qt.ItemFlag.NoItemFlags)


class MovesPage(QWidget):
    """What would change: joiners, movers, leavers, those no longer listed; nothing is written yet."""

    def __init__(self) -> None:
        super().__init__()
        self.table = MoveTable()
        self.view = QTableView()
        self.note = label("", "muted", wrap=True)
        self._groups: Sequence[MoveGroup] = ()
        self._bar = row(spacing=6)
        self.segments: list[Any] = []
        self._dress()
        title = label(self.tr("核对变动"), "h1")
        said = label(self.tr("和现有数据比过了，还没有写入。"), "muted")
        whole: QVBoxLayout = column(title, said, self._bar, self.note, margins=_MARGINS)
        whole.addWidget(self.view, 1)
        self.setLayout(whole)

    def show_groups(self, groups: Sequence[MoveGroup]) -> None:
        """Show the comparison, the first group that is not empty opened."""
        self._groups = groups
        self.table.ticked.clear()
        while item := self._bar.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.segments = []
        for place, group in enumerate(groups):
            button = segment(f"{group.title} {len(group.lines)}")
            button.setAutoExclusive(True)
            on_click(button, partial(self.show_group, place))
            self._bar.addWidget(button)
            self.segments.append(button)
        self._bar.addStretch(1)
        first = next((place for place, group in enumerate(groups) if group.lines), 0)
        if groups:
            self.show_group(first)

    def show_group(self, place: int) -> None:
        """Show one group."""
        group = self._groups[place]
        self.segments[place].setChecked(True)
        self.note.setText("　".join(filter(None, (group.note, group.choice))))
        self.table.show_group(group)

    @property
    def ticked(self) -> frozenset[int]:
        """The keys of the ticked lines."""
        return frozenset(self.table.ticked)

    def _dress(self) -> None:
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("变动"))
        self.view.setShowGrid(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.verticalHeader().hide()
        header = self.view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for place, width in enumerate((9, 16)):
            self.view.setColumnWidth(place, chars(self.view, width))
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)


class ResultPage(QWidget):
    """What was written, and the way back; ``undone`` is sent when the clerk takes the batch back."""

    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(self.tr("结果"), "h1")
        self.banner = Banner("green", "")
        self.details = label("", wrap=True)
        self.undo = Button(self.tr("撤销这次导入"), "undo-2")
        on_click(self.undo, self.undone.emit)
        undo_row = row(self.undo, label(self.tr("以后也可以撤销，直到有别的记录用到它"), "small"), None)
        self.setLayout(column(self.title, self.banner, self.details, undo_row, None, margins=_MARGINS))

    def show_result(self, result: ImportResult) -> None:
        """Say what was written."""
        self.banner.say("green", result.sentence)
        self.details.setText("\n".join(result.details))
        self.undo.setVisible(result.undo is not None)
        self.undo.setEnabled(True)

    def show_undone(self) -> None:
        """Say that everything is as before."""
        self.banner.say("grey", self.tr("这次导入已经撤销，数据和导入前一样。"))
        self.undo.setEnabled(False)
