"""The table of a register: one current row, ticks for batches, widths that only the clerk changes."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_mailadmin.kernel.table import Column, Kind
from desk_mailadmin.ui.chip_delegate import ChipDelegate
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.table_model import RegisterModel

HEAD = 30 / 13.33  # header height in characters (30 px at 10 pt)
ALWAYS = 2  # state and number are never hidden
NARROWEST = 6  # characters the stretching column keeps
GIVING = 0.4  # the part of its width a text column may give away
WILLING = 0.5  # the part of that which is given away before spare columns go
SHORT = 5  # characters of a text column that is too short to give any
AIR = 1.2  # characters around a column's words


class ListView(QTableView):
    """Sends ``stepped`` for Enter and for a click on the next step, ``sorted`` for a click on a header."""

    stepped = Signal(int)
    sort_asked = Signal(str, bool)
    selected = Signal(int)

    def __init__(self, model: RegisterModel, memory: Memory, name: str) -> None:
        super().__init__()
        self._model, self._memory = model, memory
        self._fitting = False
        self._measured = 0
        self._set_widths: dict[str, float] = {}
        self._asked_for: set[str] = set()
        self._left_out: set[int] = set()
        self._chips = ChipDelegate(self)
        self.setModel(model)
        self._put_delegate()
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._set_headers()
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.selected.emit(now.row()))
        self.clicked.connect(self._clicked)

    def _put_delegate(self) -> None:
        """Draw chips, links and ticks where there may be some; all else is left to Qt, which draws it faster."""
        for place, column in enumerate(self._model.columns):
            chips = place == 0 or column.kind in (Kind.STATE, Kind.NEXT_STEP, Kind.BOXES)
            self.setItemDelegateForColumn(place, self._chips if chips else self.itemDelegate())

    def _set_headers(self) -> None:
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(20)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)
        head.setMinimumSectionSize(28)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.sectionClicked.connect(self._head_clicked)
        self.restore_columns()
        head.sectionResized.connect(self._resized)
        head.sectionMoved.connect(lambda *_: self._keep())

    # columns

    def show_other_columns(self) -> None:
        """Draw the model's columns after it got others."""
        self._put_delegate()
        self.restore_columns()

    def restore_columns(self) -> None:
        """Give every column its remembered width, place and visibility, or the declared ones."""
        kept = self._memory.mapping("columns")
        self._measured = chars(self, 100)
        self._set_widths = dict(kept.get("widths", {}))
        self._asked_for, self._left_out = set(kept.get("asked_for", [])), set()
        hidden = kept.get("hidden")
        self._fitting = True
        for place, column in enumerate(self._model.columns):
            gone = column.key in hidden if hidden is not None else not column.shown
            self.setColumnHidden(place, gone and place >= ALWAYS)
        self._restore_order(kept.get("order", []))
        self._fitting = False
        self.fit_stretch()

    def _restore_order(self, order: list[str]) -> None:
        head = self.horizontalHeader()
        keys = [column.key for column in self._model.columns]
        wanted = [key for key in order if key in keys]
        for place, key in enumerate(keys):  # one that was not there when the order was kept follows its neighbour
            if key not in wanted:
                wanted.insert(wanted.index(keys[place - 1]) + 1 if place else 0, key)
        for place, key in enumerate(wanted):
            head.moveSection(head.visualIndex(keys.index(key)), place)

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show or hide a column; state and number stay, and so does one that was left out and is asked for."""
        self._left_out.discard(place)
        self._asked_for.add(self._model.columns[place].key)
        self.setColumnHidden(place, not shown and place >= ALWAYS)
        self._keep()
        self.fit_stretch()

    def forget_columns(self) -> None:
        """Go back to the declared columns (恢复默认布局)."""
        self._memory.keep("columns", {})
        self.restore_columns()

    def shown_columns(self) -> list[Column[Any]]:
        """Return the columns of the list in their order, with those that are left out for want of room."""
        head = self.horizontalHeader()
        places = [head.logicalIndex(visual) for visual in range(head.count())]
        return [self._model.columns[place] for place in places if self._belongs(place)]

    def _belongs(self, place: int) -> bool:
        return place in self._left_out or not self.isColumnHidden(place)

    def fit_stretch(self) -> None:
        """Share the room: the stretching column takes what is left; where there is too little, wide texts give way."""
        if self._fitting or self._stretching() is None:
            return
        self._fitting = True
        self._leave_out()
        wanted = self._wanted_widths()
        widths = self._squeezed({n: width for n, width in wanted.items() if n not in self._left_out})
        for place, width in widths.items():
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)
        self._fitting = False

    def _wanted_widths(self) -> dict[int, int]:
        """Return the width of each column of the list as the clerk set it, else as it is declared."""
        columns = self._model.columns
        return {
            n: chars(self, float(self._set_widths.get(columns[n].key, columns[n].width + AIR)))
            for n in range(len(columns))
            if self._belongs(n)
        }

    def _leave_out(self) -> None:
        """Leave out spare columns, the last first, while there is not the room to read the others."""
        columns = self._model.columns
        widths = self._wanted_widths()
        spare = [n for n in widths if n >= ALWAYS and columns[n].spare and columns[n].key not in self._asked_for]
        left: set[int] = set()
        while spare and self._missing(widths) > self._slack(widths) * WILLING:
            left.add(spare[-1])
            widths.pop(spare.pop())
        for n in left ^ self._left_out:
            self.setColumnHidden(n, n in left)
        self._left_out = left

    def _squeezed(self, widths: dict[int, int]) -> dict[int, int]:
        """Return the widths made to fit; only longer texts the clerk never set give way, by two fifths at most."""
        room, stretching = self.viewport().width(), self._stretching()
        soft, slack = self._soft(widths), self._slack(widths)
        missing = min(self._missing(widths), slack)
        for n in soft:
            widths[n] -= math.ceil(widths[n] * GIVING * missing / slack)
        if stretching is not None:
            others = sum(width for n, width in widths.items() if n != stretching)
            widths[stretching] = max(room - others, min(chars(self, NARROWEST), widths[stretching]))
        return widths

    def _missing(self, widths: dict[int, int]) -> int:
        return max(sum(widths.values()) - self.viewport().width(), 0)

    def _soft(self, widths: dict[int, int]) -> list[int]:
        """Return the columns that may give way: longer texts that the clerk never set."""
        columns = self._model.columns
        long = [n for n in widths if n >= ALWAYS and columns[n].kind is Kind.TEXT and columns[n].width > SHORT]
        return [n for n in long if columns[n].key not in self._set_widths]

    def _slack(self, widths: dict[int, int]) -> float:
        return sum(widths[n] for n in self._soft(widths)) * GIVING

    def fit_rows(self, row_px: int) -> None:
        """Set the height of rows and header after a change of zoom or row height."""
        self.verticalHeader().setDefaultSectionSize(row_px)
        if self._measured != chars(self, 100):
            self.restore_columns()
        self.horizontalHeader().setFixedHeight(max(chars(self, HEAD), self.fontMetrics().height() + 8))

    def _stretching(self) -> int | None:
        columns = self._model.columns
        visible = [n for n in range(len(columns)) if not self.isColumnHidden(n)]
        wanted = [n for n in visible if columns[n].stretch]
        texts = [n for n in visible if columns[n].kind is not Kind.NEXT_STEP]
        found = wanted or texts[-1:]
        return found[0] if found else None

    def _resized(self, place: int, _old: int, width: int) -> None:
        if not self._fitting:
            self._set_widths[self._model.columns[place].key] = round(width * 100 / chars(self, 100), 2)
            self._keep()
            self.fit_stretch()

    def _keep(self) -> None:
        head, columns = self.horizontalHeader(), self._model.columns
        self._memory.keep("columns", {
            "widths": self._set_widths,
            "order": [columns[head.logicalIndex(n)].key for n in range(len(columns))],
            "hidden": [column.key for n, column in enumerate(columns) if not self._belongs(n)],
            "asked_for": sorted(self._asked_for),
        })  # fmt: skip

    def _head_clicked(self, place: int) -> None:
        column, query = self._model.columns[place], self._model.query
        if column.sort:
            again = query.sort == column.sort
            self.sort_asked.emit("" if again and query.descending else column.sort, again and not query.descending)

    def show_sort(self, sort: str, *, descending: bool) -> None:
        """Draw the arrow of the order in force."""
        places = [n for n, column in enumerate(self._model.columns) if sort and column.sort == sort]
        head = self.horizontalHeader()
        head.setSortIndicatorShown(bool(places))
        if places:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(places[0], order)

    # keys and mouse

    def go_to(self, row: int) -> None:
        """Make a row current and bring it into sight."""
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, 0))
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self._model.tick(row)
            self.go_to(row + 1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._is_link(self.indexAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_stretch()

    def _clicked(self, index: QModelIndex) -> None:
        if self._is_link(index):
            self.stepped.emit(index.row())

    def _is_link(self, index: QModelIndex) -> bool:
        return index.isValid() and self._model.columns[index.column()].kind is Kind.NEXT_STEP
