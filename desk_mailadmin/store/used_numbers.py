"""Numbers that stand on paper though going back to a backup took their records away: never given a second time.

Two sheets of one number would let a scanned signature count for the wrong record. The journal's row of the restore
names what was left out, so that a gap is told from a record that somebody removed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

Given = Mapping[tuple[str, int], int]
"""Series and year → the last number that was given."""


class LeftOut(Struct, frozen=True):
    """Numbers of one series, from ``first`` to ``last``, whose records were entered after the backup."""

    series: str
    year: int
    first: int
    last: int

    @property
    def text(self) -> str:
        """The numbers as they stand on paper."""
        named = [f"{self.series}-{self.year}-{number:04d}" for number in dict.fromkeys((self.first, self.last))]
        return "～".join(named)

    @property
    def kept(self) -> list[str | int]:
        """The same as it stands in a journal row."""
        return [self.series, self.year, self.first, self.last]


def given(connection: sqlite3.Connection) -> Given:
    """Return the last number of every series of a desk or a backup."""
    rows = connection.execute("SELECT series, year, last_number FROM sequence").fetchall()
    return {(series, year): last for series, year, last in rows}


def unknown_to(copy: Given, used: Given) -> tuple[LeftOut, ...]:
    """Return the numbers that were ``used`` and are not known to a restored ``copy``."""
    return tuple(
        LeftOut(series, year, copy.get((series, year), 0) + 1, last)
        for (series, year), last in sorted(used.items())
        if last > copy.get((series, year), 0)
    )


def go_on_behind(connection: sqlite3.Connection, numbers: Iterable[LeftOut]) -> None:
    """Have each series go on behind what was used; call it inside a transaction."""
    connection.executemany(
        "INSERT INTO sequence (series, year, last_number) VALUES (?, ?, ?) ON CONFLICT (series, year) "
        "DO UPDATE SET last_number = max(sequence.last_number, excluded.last_number)",
        [(one.series, one.year, one.last) for one in numbers],
    )


def read_left_out(kept: Any) -> tuple[LeftOut, ...]:
    """Return what a journal row names; ValueError or TypeError where it cannot be read."""
    return tuple(LeftOut(str(series), int(year), int(first), int(last)) for series, year, first, last in kept or ())
