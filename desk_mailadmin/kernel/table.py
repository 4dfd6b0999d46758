"""Columns declared once for the screen, the printed list, the Excel export and ``--json``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.kernel.money import fen_shown
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

Row = TypeVar("Row")
Value = str | int | bool | date | datetime | None

WITHHELD = QT_TRANSLATE_NOOP("desk", "不公开")
"""What stands in a list that leaves the window where a cell is withheld."""


class Kind(StrEnum):
    """What a column holds, from which its alignment, text, Excel type and JSON form follow."""

    TEXT = "text"
    CODE = "code"  # numbers that are names: staff numbers, telephones, paper numbers; kept as text everywhere
    DATE = "date"
    MOMENT = "moment"
    MONEY = "money"  # integer fen; its key ends in _fen
    COUNT = "count"
    STATE = "state"  # the key of a State of the table
    FLAG = "flag"
    BOXES = "boxes"  # letters in a row, each given or not: telephone rights; the value is their keys for scripts
    NEXT_STEP = "next_step"  # what the clerk may do next; screen only


class Box(Struct, frozen=True):
    """A lettered box of a cell: given or not, ``limited`` where only until a day."""

    letter: str
    given: bool
    limited: bool = False


class Column(Struct, Generic[Row], frozen=True):
    """One column.

    ``key`` is the English name that exports and scripts rely on; ``width`` is in Chinese characters;
    ``sort`` names the order the service knows (empty: cannot be sorted by); ``personal`` marks data that lists mask,
    unless ``in_full`` says why the work at this list needs it whole (to ring back);
    ``withheld`` says of a row that its cell never leaves the window with the list (leaders' numbers, M6-4);
    ``spare`` gives the column up where the window is too narrow for its list; print and export still have it.
    """

    key: str
    title: str
    value: Callable[[Row], Value]
    kind: Kind = Kind.TEXT
    width: int = 8
    sort: str = ""
    shown: bool = True
    spare: bool = False
    stretch: bool = False
    personal: bool = False
    in_full: str = ""
    withheld: Callable[[Row], bool] | None = None
    printed: bool = True
    text: Callable[[Row], str] | None = None  # what people read, where it is not the value itself
    warned: Callable[[Row], bool] | None = None  # drawn in the red of "late or wrong"
    noted: Callable[[Row], bool] | None = None  # drawn bold in the amber of "mind this"
    struck: Callable[[Row], bool] | None = None  # drawn struck through: it counts no more
    bold: bool = False  # what people look for in this list
    boxes: Callable[[Row], Sequence[Box]] | None = None  # what a cell of Kind.BOXES draws; ``text`` says it in words


class Segment(Struct, frozen=True):
    """A counted filter above the list (未办结 13); ``listed`` is the name of its printed list, if it has one."""

    key: str
    title: str
    listed: str = ""


class Choice(Struct, frozen=True):
    """One entry of a combo: ``key`` is what the service filters by."""

    key: str
    title: str


class Filter(Struct, frozen=True):
    """A combo above the list; ``title`` is its entry for "all" (全部部门)."""

    key: str
    title: str


class TableSpec(Struct, Generic[Row], frozen=True):
    """All that is needed to show, search, print and export a register's list.

    The first column is the state, the second the number, the last the next step, where a register has them.
    """

    columns: tuple[Column[Row], ...]
    row_id: Callable[[Row], int]
    headline: Callable[[Row], tuple[str, str]]  # what global search shows: title, explanation
    states: tuple[State, ...] = ()
    segments: tuple[Segment, ...] = (Segment("all", "全部"),)
    start_segment: str = "all"
    filters: tuple[Filter, ...] = ()
    search_hint: str = ""
    start_sort: str = ""  # the order at the first opening; empty is the service's own ("what needs me first")

    def column(self, key: str) -> Column[Row]:
        """Return the column of that key; KeyError where there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)

    def state(self, key: str) -> State:
        """Return the state of that key; KeyError where there is none."""
        for state in self.states:
            if state.key == key:
                return state
        raise KeyError(key)


class Query(Struct, frozen=True):
    """What a list shows: segment, combos, search text, order."""

    segment: str = "all"
    filters: Mapping[str, str] = field(default_factory=dict)
    search: str = ""
    sort: str = ""
    descending: bool = False


class SegmentCount(Struct, frozen=True):
    """How many records a segment holds; ``more`` says that counting stopped there (1000+)."""

    count: int
    more: bool = False

    def __str__(self) -> str:
        return f"{self.count}+" if self.more else str(self.count)


def text_of(spec: TableSpec[Any], column: Column[Any], row: Any, *, year: int | None = None) -> str:
    """Return a cell as people read it.

    Money has two decimals, nothing is "—" for money, and with ``year`` (the screen) dates of that year drop it: 12-03.
    """
    if column.text is not None:
        return column.text(row)
    value = column.value(row)
    if value is None or value == "":
        return "—" if column.kind is Kind.MONEY else ""
    match column.kind:
        case Kind.MONEY:
            return fen_shown(int(value))  # type: ignore[arg-type]  # a money column holds fen
        case Kind.STATE:
            return spec.state(str(value)).title
        case Kind.FLAG:
            return "✓" if value else ""
        case Kind.DATE if isinstance(value, date):
            return value.strftime("%m-%d" if value.year == year else "%Y-%m-%d")
        case Kind.MOMENT if isinstance(value, datetime):
            return value.strftime("%m-%d %H:%M" if value.year == year else "%Y-%m-%d %H:%M")
        case _:
            return str(value)


def json_of(column: Column[Any], row: Any) -> Value:
    """Return a cell as scripts read it: fen as integers, dates ISO, states by their English key."""
    value = column.value(row)
    return value.isoformat() if isinstance(value, date) else value


def exported_columns(spec: TableSpec[Row]) -> Sequence[Column[Row]]:
    """Return the columns that leave the screen (all but the next step), without what is withheld."""
    return [outgoing(column) for column in spec.columns if column.kind is not Kind.NEXT_STEP]


def outgoing(column: Column[Row]) -> Column[Row]:
    """Return a column as it leaves the screen: a cell that is withheld says so, one that is empty stays empty."""
    withheld, read, text = column.withheld, column.value, column.text
    if withheld is None:
        return column

    def value(row: Row) -> Value:
        return WITHHELD if withheld(row) and read(row) else read(row)

    def words(row: Row) -> str:
        return WITHHELD if withheld(row) and read(row) else text(row) if text else str(read(row) or "")

    return replace(column, value=value, text=words)
