"""Numbers without gaps: one series per kind and year, given in the transaction that makes the paper official."""

from __future__ import annotations

import peewee

from desk_mailadmin.store.database import raw, scalar
from desk_mailadmin.store.restorations import left_numbers


class Sequences:
    """The series of one desk; a void paper keeps its number."""

    def __init__(self, database: peewee.SqliteDatabase) -> None:
        self._database = database

    def next(self, series: str, year: int) -> int:
        """Return the next number of a series: 1, 2, 3 …; taken back if the transaction fails.

        Raises RuntimeError outside a transaction, where a crash could leave a gap.
        """
        if not self._database.in_transaction():
            raise RuntimeError("a number is only given inside a unit of work")
        return int(
            scalar(
                self._database,
                "INSERT INTO sequence (series, year, last_number) VALUES (?, ?, 1) ON CONFLICT (series, year) "
                "DO UPDATE SET last_number = sequence.last_number + 1 RETURNING last_number",
                series,
                year,
            )
        )

    def last(self, series: str, year: int) -> int:
        """Return the last number given; 0 where none was."""
        found = scalar(self._database, "SELECT last_number FROM sequence WHERE series = ? AND year = ?", series, year)
        return int(found or 0)

    def left_out(self, series: str, year: int) -> frozenset[int]:
        """Return the numbers whose records a restore left behind; they are on paper and never given again."""
        return left_numbers(raw(self._database), series, year)
