"""A workbook as data: sheets, their columns and rows, before anything of Excel is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desk_mailadmin.kernel.table import Kind, Value


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """One column: ``width`` in Chinese characters; ``total`` sums it below; ``hidden`` keeps it off the paper.

    Money columns hold fen, as everywhere; they leave as yuan with two decimals.
    """

    title: str
    kind: Kind = Kind.TEXT
    width: float = 8
    total: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """One sheet of a workbook in the frame of LEDGER 5.1.

    ``name`` is the tab (at most 31 characters), ``title`` stands in row 1, ``facts`` (单位, 期间, 制表日期 …) in row 2;
    ``emphasised`` are the numbers of rows drawn bold (subtotals), ``struck`` of those struck through (voids), both
    counted from 0; ``signatures`` are the words before the signature lines; ``notes`` stand above them, one a line;
    ``frozen`` is how many columns stay when scrolling; ``landscape`` turns the paper.
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
    frozen: int = 0
    landscape: bool = True
    total_label: str = "合计"

    def totals(self) -> tuple[int | None, ...]:
        """Return each column's sum (fen for money), None where it has none; emphasised and struck rows do not count."""
        skipped = self.emphasised | self.struck
        sums = [0 if column.total else None for column in self.columns]
        for row in (row for number, row in enumerate(self.rows) if number not in skipped):
            for place, total in enumerate(sums):
                if total is not None and isinstance(value := row[place], int):
                    sums[place] = total + value
        return tuple(sums)


@dataclass(frozen=True, slots=True)
class Saved:
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
