"""What the calls of each month come to, kept line by line, so that no list adds a million calls up (SPEED g)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from desk_mailadmin.registers.calls.listing import OPEN_HOWS, CallRow, CallsListing, source_of
from desk_mailadmin.registers.calls.model import CallMonth
from desk_mailadmin.registers.calls.rules import span_of_month
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.months.rules import first_day
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import SqlListing
from desk_mailadmin.store.work import UnitOfWork

_KEYS = "branch_id, department_id, line_id, number, extension, staff_id, kind, how, private_by"
_FIGURES = "calls, over_calls, seconds, minutes, base_fen, info_fen, discount_fen, fee_fen"
_ADD_UP = f"""
    INSERT INTO call_sum (month, {_KEYS}, {_FIGURES})
    SELECT ?, {_KEYS}, count(*), sum(seconds > ?), sum(seconds), sum((seconds + 59) / 60), sum(base_fen),
           sum(info_fen), sum(discount_fen), sum(fee_fen)
    FROM call WHERE {{which}} GROUP BY {_KEYS}
"""  # noqa: S608  (our own columns)

_OF_MONTH = _ADD_UP.format(which="id IN (SELECT id FROM call WHERE started_at >= ? AND started_at < ?)")
"""The rows in the order they lie in, not of their time: a bill of a million calls is read once from end to end."""

_OF_NUMBER = _ADD_UP.format(which="number = ? AND started_at >= ? AND started_at < ?")
_TOTAL_KEYS = "branch_id, department_id, kind, how, private_by"
_SUM_UP = f"""
    INSERT INTO call_total (month, {_TOTAL_KEYS}, {_FIGURES})
    SELECT month, branch_id, department_id, kind, CASE WHEN how IN {OPEN_HOWS} THEN '' ELSE 'number' END AS known,
           CASE WHEN private_by IS NOT NULL THEN 0 END AS private, sum(calls), sum(over_calls), sum(seconds),
           sum(minutes), sum(base_fen), sum(info_fen), sum(discount_fen), sum(fee_fen)
    FROM call_sum WHERE month = ? GROUP BY branch_id, department_id, kind, known, private
"""  # noqa: S608  (our own columns)


class CallSum(Struct, frozen=True):
    """What the calls of one number, extension, person, kind and way come to in a month; sums in fen.

    ``over_calls`` are longer than the limit, ``minutes`` count each call's last minute begun.
    """

    month: str
    branch: int | None
    department: int | None
    line: int | None
    number: str
    extension: str
    staff: int | None
    kind: str
    how: str
    private_by: int | None
    calls: int
    over_calls: int
    seconds: int
    minutes: int
    base_fen: int
    info_fen: int
    discount_fen: int
    fee_fen: int


class CallsRecords(CallsListing):
    """Calls and their sums."""

    def __init__(self, desk: Desk, lines: LinesService, months: MonthsService) -> None:
        super().__init__(desk)
        self.lines, self.months = lines, months
        self._by_line, self._by_department = (
            SqlListing[Any](desk, source_of(table, "month", "1 = 1", self.limit))
            for table in ("call_sum", "call_total")
        )

    def month(self, month: str) -> tuple[CallSum, ...]:
        """Return what the calls of a month come to, number by number and kind by kind (for the month's charges)."""
        sql = f"SELECT month, {_KEYS}, {_FIGURES} FROM call_sum WHERE month = ? ORDER BY id"  # noqa: S608  (our own columns)
        with self._desk.reading():
            return tuple(CallSum(*line) for line in execute(self._desk.database, sql, (month,)))

    def month_counts(self) -> Mapping[str, int]:
        """Return how many calls each month has in which there are any."""
        with self._desk.reading():
            found = execute(
                self._desk.database, "SELECT month, sum(calls) FROM call_total GROUP BY month ORDER BY month"
            )
            return {month: int(count) for month, count in found}

    def assigned_months(self) -> Mapping[str, CallMonth]:
        """Return the months whose calls were assigned, and by what."""
        return {one.month: one for one in CallMonth.select().order_by(CallMonth.month)}

    def add_up_in(self, work: UnitOfWork, months: Iterable[str]) -> None:
        """Add the calls of some months up anew, in the transaction that changed them."""
        self._add_up(months)
        work.changed("calls")

    def add_up_calls_in(self, work: UnitOfWork, rows: Iterable[CallRow]) -> None:
        """Add up anew what some changed calls are part of: the calls of their numbers in their months."""
        database, places = self._desk.database, {(row.month, row.number) for row in rows}
        for month, number in sorted(places):
            execute(database, "DELETE FROM call_sum WHERE month = ? AND number = ?", (month, number))
            values = (month, self.limit(first_day(month)), number, *span_of_month(month))
            execute(database, _OF_NUMBER, values)
        for month in sorted({month for month, _number in places}):
            self._sum_up(month)
        work.changed("calls")

    def _add_up(self, months: Iterable[str]) -> None:
        database = self._desk.database
        destroyed = {month for (month,) in execute(database, "SELECT month FROM call_month WHERE purged = 1")}
        for month in sorted(set(months) - destroyed):  # calls past their term are gone, their sums stay for ever
            execute(database, "DELETE FROM call_sum WHERE month = ?", (month,))
            execute(database, _OF_MONTH, (month, self.limit(first_day(month)), *span_of_month(month)))
            self._sum_up(month)

    def _sum_up(self, month: str) -> None:
        execute(self._desk.database, "DELETE FROM call_total WHERE month = ?", (month,))
        execute(self._desk.database, _SUM_UP, (month,))

    def months_of(self, ids: Sequence[int]) -> set[str]:
        """Return the months of some calls."""
        return {row.month for row in self.rows(ids)}
