"""A register's list as Qt sees it: ordered ids once, windows of rows on demand, never all rows (SPEED.md c)."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.kernel.privacy import hidden
from desk_mailadmin.kernel.register import Listing
from desk_mailadmin.kernel.table import Column, Kind, Query, TableSpec, text_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tokens import tokens

PAGE = 100  # rows read at once: two or three screens
PAGES = 50  # pages kept: 5,000 rows
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_RIGHT_KINDS = (Kind.MONEY, Kind.COUNT)
_SIDE = int(Role.TextAlignmentRole)  # asked for every cell that is painted, as are the dressed ones
_DRESSED = (int(Role.ForegroundRole), int(Role.FontRole))


class CellRole(IntEnum):
    """What the delegate asks for beyond the text."""

    CHIP = Role.UserRole + 1
    LINK = Role.UserRole + 2
    TICKED = Role.UserRole + 3
    BOXES = Role.UserRole + 4


class RegisterModel(QAbstractTableModel):
    """The rows of one query; ``next_step`` gives the words of a row's next step, empty for none.

    ``masks`` says whether personal data is hidden; ``unmasked`` is the one record whose data is shown whole.
    """

    def __init__(self, spec: TableSpec[Any], listing: Listing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.columns: tuple[Column[Any], ...] = spec.columns
        self.query = Query(segment=spec.start_segment, sort=spec.start_sort)
        self.year: int | None = None
        self.ticked: dict[int, None] = {}
        self.masks = False
        self.unmasked: int | None = None
        self._listing = listing
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._next_words: Mapping[str, str] = {}
        self._next_step: Callable[[Any], str] = lambda _row: ""
        self._states = {state.key: state for state in spec.states}
        self._dress(spec.columns)
        self._answers: dict[int, Callable[[Any, Column[Any]], Any]] = {
            Role.DisplayRole: self.text,
            Role.ForegroundRole: _ink,
            Role.FontRole: _font,
            Role.ToolTipRole: lambda row, column: self.text(row, column) or None,
            Role.AccessibleTextRole: self._heard,
            CellRole.CHIP: self.state_of,
            CellRole.LINK: lambda row, column: self.text(row, column) if column.kind is Kind.NEXT_STEP else None,
            CellRole.BOXES: lambda row, column: column.boxes(row) if column.boxes is not None else None,
            CellRole.TICKED: lambda row, _column: spec.row_id(row) in self.ticked,
        }

    def tell_next_steps(self, next_step: Callable[[Any], str], words: Mapping[str, str]) -> None:
        """Learn which action a row offers next, and how each action is called."""
        self._next_step, self._next_words = next_step, words

    # what is in it

    def show_query(self, query: Query, columns: tuple[Column[Any], ...] | None = None) -> None:
        """Read the ids of a query; its rows follow when they are looked at. ``columns`` are other ones from now on."""
        ids = self._listing.keys(query)
        self.beginResetModel()
        if columns is not None:
            self.columns = columns
            self._dress(columns)
        self.query, self._ids = query, ids
        self._pages.clear()
        self._keep_ticks()
        self.endResetModel()

    def _dress(self, columns: Sequence[Column[Any]]) -> None:
        self._sides = [side_of(column) for column in columns]
        self._is_plain = [(part.warned or part.noted or part.struck) is None and not part.bold for part in columns]

    def id_at(self, row: int) -> int:
        """Return the id of the record in that row."""
        return self._ids[row]

    def listed(self) -> list[int]:
        """Return the ids of all that is listed, in the order of the list."""
        return list(self._ids)

    def row_of(self, record: int) -> int:
        """Return the row of a record, -1 where the list does not show it."""
        try:
            return self._ids.index(record)
        except ValueError:
            return -1

    def row_at(self, row: int) -> Any:
        """Return the frozen row at that place."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
        return page[place]

    def holds(self, ids: Sequence[int]) -> bool:
        """Return True where these records are all still kept; UserError for one that went while it was listed."""
        if len(self._listing.rows(ids)) < len(ids):
            raise UserError(QT_TRANSLATE_NOOP("desk", "选中的记录已经不在了，列表重新读过，什么都没有做。"))
        return True

    def all_rows(self, size: int = PAGE) -> Iterator[Sequence[Any]]:
        """Return every row of the query in screen order, in chunks, read as they are asked for."""
        ids = self._ids
        for start in range(0, len(ids), size):
            yield self._listing.rows(ids[start : start + size])

    def _read(self, number: int) -> Sequence[Any]:
        page = self._listing.rows(self._ids[number * PAGE : (number + 1) * PAGE])
        self._pages[number] = page
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        return page

    # ticks

    def tick(self, row: int) -> None:
        """Turn the tick of a row on or off."""
        record = self._ids[row]
        if record in self.ticked:
            del self.ticked[record]
        else:
            self.ticked[record] = None
        self._redraw(row, row)

    def tick_all(self, *, on: bool) -> None:
        """Tick every record of the list, or none."""
        self.ticked = dict.fromkeys(self._ids) if on else {}
        self._redraw(0, len(self._ids) - 1)

    def ticked_in_order(self) -> list[int]:
        """Return the ticked ids in the order of the list."""
        if not self.ticked:
            return []
        return [record for record in self._ids if record in self.ticked]

    def _keep_ticks(self) -> None:
        if self.ticked:
            held = set(self._ids)
            self.ticked = {record: None for record in self.ticked if record in held}

    def _redraw(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        place = index.column()  # -1 for an invalid index
        if role == _SIDE and place >= 0:
            return self._sides[place]
        answer = self._answers.get(role)
        if answer is None or place < 0 or (role in _DRESSED and self._is_plain[place]):
            return None
        row = index.row()
        return answer(self.row_at(row), self.columns[place]) if row < len(self._ids) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return shown(column.title)
            case Role.TextAlignmentRole:
                return self._sides[section]
            case Role.FontRole:
                return _bold()
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        sort = self.columns[column].sort if 0 <= column < len(self.columns) else ""
        if sort:
            query = self.query
            self.show_query(
                Query(query.segment, query.filters, query.search, sort, order is Qt.SortOrder.DescendingOrder)
            )

    # words

    def unmask(self, record: int | None) -> None:
        """Show the personal data of one record whole, and of the one shown before no more; None shows none."""
        changed, self.unmasked = {self.unmasked, record}, record
        for one in changed:
            if one is not None and (row := self.row_of(one)) >= 0:
                self._redraw(row, row)

    def text(self, row: Any, column: Column[Any]) -> str:
        """Return a cell as people read it; personal data with its middle hidden, but of the record asked for."""
        if column.kind is Kind.NEXT_STEP and column.text is None:
            return self._next_words.get(self._next_step(row), "—")
        if column.kind is Kind.STATE:
            state = self.state_of(row, column)
            return shown(state.title) if state else ""
        text = text_of(self.spec, column, row, year=self.year)
        return hidden(column, text) if self.masks and self.spec.row_id(row) != self.unmasked else text

    def state_of(self, row: Any, column: Column[Any]) -> State | None:
        """Return the state a cell shows, None for a cell that shows none."""
        return self._states.get(str(column.value(row))) if column.kind is Kind.STATE else None

    def _heard(self, row: Any, column: Column[Any]) -> str:
        return self.sentence(row) if column is self.columns[0] else self.text(row, column)

    def sentence(self, row: Any) -> str:
        """Return the whole row in one sentence, for those who hear it."""
        said = [self.tr("已勾选")] if self.spec.row_id(row) in self.ticked else []
        for column in self.columns:
            text = self.text(row, column)
            if text and text != "—":
                said.append(self.tr("下一步 {step}").format(step=text) if column.kind is Kind.NEXT_STEP else text)
        return "，".join(said)


def side_of(column: Column[Any]) -> Qt.AlignmentFlag:
    """Return where the cells of a column stand: figures at the right, everything else at the left."""
    return _RIGHT if column.kind in _RIGHT_KINDS else _LEFT


def _ink(row: Any, column: Column[Any]) -> QColor | None:
    if column.warned is not None and column.warned(row):
        return tokens().colour("red")
    return tokens().colour("amber") if column.noted is not None and column.noted(row) else None


def _font(row: Any, column: Column[Any]) -> QFont | None:
    if column.struck is not None and column.struck(row):
        font = QFont()
        font.setStrikeOut(True)
        return font
    return _bold() if column.bold or (column.noted is not None and column.noted(row)) else None


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
