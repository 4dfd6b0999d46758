"""A workbook as data: sheets, their columns and rows, before anything of Excel is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field

from desk_mailadmin.kernel.table import Kind, Value

MOST_BARS = 12
"""How many categories a chart can hold and stay readable; the rest is for who makes it to add up."""


class LedgerColumn(Struct, frozen=True):
    """One column: ``width`` in Chinese characters; ``total`` sums it below.

    ``hidden`` folds it away behind the outline's button and keeps it off the paper. ``choices`` are the words it can
    hold, offered in a list. Money columns hold fen, as everywhere; they leave as yuan with two decimals.
    """

    title: str
    kind: Kind = Kind.TEXT
    width: float = 8
    total: bool = False
    hidden: bool = False
    choices: tuple[str, ...] = ()


class Term(Struct, frozen=True):
    """One figure of a balance, in fen.

    ``taken`` is subtracted; ``column`` names the column of the same sheet whose sum it must be, empty where none is.
    """

    title: str
    fen: int
    taken: bool = False
    column: str = ""


class Balance(Struct, frozen=True):
    """The block under the total: what was carried in, what came and went, what is carried out (LEDGER 5.2)."""

    terms: tuple[Term, ...]
    result: Term

    @property
    def difference(self) -> int:
        """How many fen the terms are off the result; 0 where the balance holds."""
        return sum(-term.fen if term.taken else term.fen for term in self.terms) - self.result.fen


class Agreement(Struct, frozen=True):
    """A column whose sum must be that of another sheet; a red 不符 stands below it where it is not (LEDGER 5.2).

    ``of`` is a column or a term of the balance there; empty: the count of its rows that are not struck through.
    """

    column: str
    sheet: str
    of: str = ""


class LedgerSheet(Struct, frozen=True):
    """One sheet of a workbook in the frame of LEDGER 5.1.

    ``name`` is the tab (at most 31 characters), ``title`` stands in row 1, ``facts`` (单位, 期间, 制表日期 …) in row 2;
    ``emphasised`` are the numbers of rows drawn bold (subtotals), ``struck`` of those struck through (voids),
    ``spread`` of those whose text runs on over the empty cells beside it (headings), all counted from 0;
    ``signatures`` are the words before the signature lines; ``notes`` stand above them, one a line;
    ``frozen`` is how many columns stay when scrolling; ``landscape`` turns the paper; ``balance`` and ``agreements``
    are reckoned below the total and turn red where they do not hold.
    """

    name: str
    title: str
    columns: tuple[LedgerColumn, ...]
    rows: Sequence[Sequence[Value]]
    facts: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    emphasised: frozenset[int] = field(default_factory=frozenset)
    struck: frozenset[int] = field(default_factory=frozenset)
    spread: frozenset[int] = field(default_factory=frozenset)
    frozen: int = 0
    landscape: bool = True
    total_label: str = "合计"
    balance: Balance | None = None
    agreements: tuple[Agreement, ...] = ()

    @property
    def skipped(self) -> frozenset[int]:
        """The numbers of the rows that no sum counts."""
        return self.emphasised | self.struck

    @property
    def counted(self) -> Iterator[Sequence[Value]]:
        """The rows that sums count, one by one: a long sheet makes its rows when they are asked for."""
        return (row for number, row in enumerate(self.rows) if number not in self.skipped)

    def place(self, title: str) -> int | None:
        """Return the number of the column of that title, counted from 0; None where there is none."""
        return next((place for place, column in enumerate(self.columns) if column.title == title), None)

    def sum_of(self, place: int) -> int:
        """Return the sum of a column's figures (fen for money); emphasised and struck rows do not count."""
        return sum(value for row in self.counted if isinstance(value := row[place], int))

    def totals(self) -> tuple[int | None, ...]:
        """Return each column's sum, None where it has none."""
        return tuple(self.sum_of(place) if column.total else None for place, column in enumerate(self.columns))


class PlaceSums(Struct, frozen=True):
    """What one part of the office tells the summary by department.

    ``figures`` are those of the columns by unit and department: counts, and fen; ``agreements`` name the sheets and
    columns they must agree with.
    """

    columns: tuple[LedgerColumn, ...]
    figures: Mapping[tuple[str, str], tuple[int, ...]]
    agreements: tuple[Agreement, ...] = ()


class Bars(StrEnum):
    """How the bars of a chart stand: upright for months, lying for names, which are long."""

    UPRIGHT = "col"
    LYING = "bar"


class ChartSeries(Struct, frozen=True):
    """One row of bars: a figure for each category, fen where the chart is of money."""

    title: str
    figures: tuple[int, ...]


class LedgerChart(Struct, frozen=True):
    """One chart with its figures.

    ``across`` names what the categories are, ``measure`` what is counted and its unit.
    """

    title: str
    across: str
    measure: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    bars: Bars = Bars.UPRIGHT
    stacked: bool = False
    money: bool = True


class ChartSheet(Struct, frozen=True):
    """A sheet of charts, each beside the figures it draws; ``facts`` stand in row 2 as on every sheet."""

    name: str
    title: str
    charts: tuple[LedgerChart, ...]
    facts: tuple[str, ...] = ()


class Footer(Struct, frozen=True):
    """What stands at the foot of every page: the day, for a closed month its ``proof``, who signs each page."""

    day: date
    proof: str = ""
    signatures: tuple[str, ...] = ()


class Saved(Struct, frozen=True):
    """What was written.

    ``moved`` says that the wanted file was open elsewhere and another name was taken; ``replaced`` counts the
    characters that no workbook can hold and that are shown as �.
    """

    path: Path
    rows: int
    moved: bool = False
    replaced: int = 0


def plain(value: Value) -> Value:
    """Return an instant without its zone, as a cell shows it: the local time it was given in."""
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value
