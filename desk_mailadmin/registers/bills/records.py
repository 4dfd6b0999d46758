"""Taking the calls of a staging file into the desk, and setting the calls of a void bill aside."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from desk_mailadmin.kernel.scratch import Staged, key_of
from desk_mailadmin.registers.bills.model import Bill, BillFault, BillNumber, BillSkip
from desk_mailadmin.registers.bills.rules import PBX
from desk_mailadmin.store.database import execute, quoted, raw, scalar
from desk_mailadmin.store.desk import Desk

if TYPE_CHECKING:
    from desk_mailadmin.intake.bills.result import BillReading

Progress = Callable[[int, int], None]

_CHUNK = 50_000
"""Rows taken over by one statement: between two the clerk may stop."""
_MANY = 20_000
"""Rows from which it may be worth building indices anew."""
_TABLES = {"operator": "call", "pbx": "pbx_call"}
_COLUMNS = {
    "call": "line_no, started_at, number, called, place, kind, seconds, base_fen, info_fen, discount_fen, fee_fen",
    "pbx_call": "line_no, extension, called, direction, started_at, answered_at, seconds, disposition",
}
_SAME = {
    "call": "old.number = new.number AND old.started_at = new.started_at AND old.called = new.called",
    "pbx_call": (
        "old.direction = new.direction AND old.started_at = new.started_at AND old.extension = new.extension "
        "AND old.called = new.called"
    ),
}
_LEFT = """
    SELECT bill.file_name, skip.calls FROM bill_skip skip JOIN bill ON bill.id = skip.bill_id AND bill.state = 'in'
    WHERE NOT EXISTS (SELECT 1 FROM bill held WHERE held.id = skip.held_by AND held.state = 'in') LIMIT 1
"""
_FIXED = "{of}.rent_fen + {of}.caller_id_fen + {of}.other_fen > 0"
_CHARGED_TWICE = f"""
    SELECT 0, theirs.bill_id FROM bill_number own JOIN bill mine ON mine.id = own.bill_id
    JOIN bill_number theirs ON theirs.number = own.number AND theirs.bill_id <> own.bill_id
    JOIN bill other ON other.id = theirs.bill_id AND other.state = 'in' AND other.month = mine.month
        AND other.source = mine.source AND other.period_from <= mine.period_to AND other.period_to >= mine.period_from
    WHERE own.bill_id = ? AND {_FIXED.format(of="own")} AND {_FIXED.format(of="theirs")} LIMIT 1
"""  # noqa: S608  (our own words)
_SUMS = "count(*), total(seconds), total(base_fen), total(info_fen), total(discount_fen), total(fee_fen)"


class Overlap(Struct, frozen=True):
    """A bill on the desk that holds some of what another brings: ``doubled`` calls, ``numbers`` of the same month."""

    bill: int
    doubled: int
    numbers: int


class BillRecords:
    """The statements of an import: all set-based, a bill may have a million calls."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @contextmanager
    def attached(self, staging: Staged) -> Iterator[None]:
        """Have the staging file beside the desk's, only to be read.

        RuntimeError inside a transaction: SQLite could not let go of the file before its end.
        """
        database = self._desk.database
        if raw(database).in_transaction:
            raise RuntimeError("a bill is taken over in a transaction of its own")
        with self._desk.reading():
            execute(database, "ATTACH ? AS staged KEY ?", (os.fspath(staging), key_of(staging)))
            try:
                yield
            finally:
                execute(database, "DETACH staged")

    def overlaps(self, reading: BillReading, month: str) -> tuple[Overlap, ...]:
        """Return the bills in force that hold calls of the reading, or numbers of it in the same month."""
        close = self._close(reading)
        if not close:
            return ()
        with self.attached(reading.staging):
            doubled = self._doubled(_TABLES[reading.source], close)
        numbers = self._shared_numbers(reading, month, close)
        both = dict.fromkeys((*doubled, *numbers))
        return tuple(Overlap(bill, doubled.get(bill, 0), numbers.get(bill, 0)) for bill in both)

    def _close(self, reading: BillReading) -> list[int]:
        """Return the bills of the same kind whose time touches the reading's."""
        condition = (
            (Bill.state == "in")
            & (Bill.source == reading.source)
            & (Bill.period_from <= (reading.period_to or "9"))
            & (Bill.period_to >= reading.period_from)
        )
        return [bill.id for bill in Bill.select(Bill.id).where(condition).order_by(Bill.id)]

    def _doubled(self, table: str, bills: Sequence[int]) -> dict[int, int]:
        marks = ", ".join("?" * len(bills))
        sql = (
            f"SELECT old.bill_id, count(DISTINCT new.rowid) FROM staged.{table} AS new JOIN main.{table} AS old "  # noqa: S608  (our own names)
            f"ON {_SAME[table]} WHERE old.bill_id IN ({marks}) GROUP BY old.bill_id"
        )
        return dict(execute(self._desk.database, sql, list(bills)))

    def _shared_numbers(self, reading: BillReading, month: str, bills: Sequence[int]) -> dict[int, int]:
        names = {one.number for one in reading.numbers}
        found: Counter[int] = Counter()
        for bill, number, _fixed in self._numbers_of(bills, month):
            found[bill] += number in names
        return {bill: count for bill, count in found.items() if count}

    def _numbers_of(self, bills: Sequence[int], month: str) -> list[tuple[int, str, int]]:
        """Return the numbers of some bills of a month, with what they are charged every month."""
        marks = ", ".join("?" * len(bills))
        sql = f"""
            SELECT n.bill_id, n.number, n.rent_fen + n.caller_id_fen + n.other_fen FROM bill_number n
            JOIN bill b ON b.id = n.bill_id WHERE b.month = ? AND n.bill_id IN ({marks})
        """  # noqa: S608  (our own SQL)
        return list(execute(self._desk.database, sql, (month, *bills)))

    def take(self, bill: int, reading: BillReading, skipped: Sequence[int], progress: Progress) -> int:
        """Take the calls over, but for those that the bills ``skipped`` hold already; return how many those were."""
        table = _TABLES[reading.source]
        columns = _COLUMNS[table]
        marks = ", ".join("?" * len(skipped))
        unless = (
            f" AND NOT EXISTS (SELECT 1 FROM main.{table} AS old WHERE {_SAME[table]} AND old.bill_id IN ({marks}))"  # noqa: S608  (our own names)
            if skipped
            else ""
        )
        sql = (
            f"INSERT INTO main.{table} (bill_id, {columns}) SELECT ?, {columns} FROM staged.{table} AS new "  # noqa: S608  (our own names)
            f"WHERE new.rowid > ? AND new.rowid <= ?{unless}"
        )
        last = scalar(self._desk.database, f"SELECT coalesce(max(rowid), 0) FROM staged.{table}")  # noqa: S608  (our own name)
        with self._indices_afterwards(table, 0 if skipped else last):
            for start in range(0, last, _CHUNK):
                progress(start, last)
                execute(self._desk.database, sql, (bill, start, start + _CHUNK, *skipped))
            progress(last, last)
        taken = scalar(self._desk.database, f"SELECT count(*) FROM main.{table} WHERE bill_id = ?", bill)  # noqa: S608  (our own name)
        return reading.sums.calls - int(taken)

    @contextmanager
    def _indices_afterwards(self, table: str, rows: int) -> Iterator[None]:
        """Build the indices of a table anew after many rows came, where that is sooner done than row by row.

        It is where the table grows by half at least; all in the transaction that is open.
        """
        database = self._desk.database
        known = scalar(database, f"SELECT count(*) FROM (SELECT 1 FROM main.{table} LIMIT ?)", rows * 2 + 1)  # noqa: S608  (our own name)
        if rows < _MANY or known > rows * 2:
            yield
            return
        indices = list(
            execute(
                database,
                "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
                (table,),
            )
        )
        for name, _sql in indices:
            execute(database, f"DROP INDEX main.{quoted(name)}")
        yield
        for _name, sql in indices:
            execute(database, sql)

    def keep_skips(self, bill: int, reading: BillReading, month: str, overlaps: Sequence[Overlap]) -> None:
        """Note which bills hold what was left out: they cannot go while this one counts on them."""
        own = {one.number for one in reading.numbers if one.rent_fen + one.caller_id_fen + one.other_fen}
        for one in overlaps:
            charged = len(own & self.charged([one.bill], month))
            if one.doubled or charged:
                BillSkip.create(bill_id=bill, held_by=one.bill, calls=one.doubled, numbers=charged)

    def left_out(self) -> tuple[str, int] | None:
        """Return a bill in force, and how many of its calls, that no bill counts any more; None where there is none."""
        row = execute(self._desk.database, _LEFT).fetchone()
        return None if row is None else (str(row[0]), int(row[1]))

    def counted_twice(self, bill: int, source: str) -> tuple[str, int] | None:
        """Return the bill in force that counts calls or charges of another one too, and how many calls; else None."""
        table = _TABLES[source]
        sql = (
            f"SELECT count(*), min(old.bill_id) FROM {table} AS new JOIN {table} AS old ON {_SAME[table]} "  # noqa: S608  (our own names)
            "AND old.bill_id <> new.bill_id WHERE new.bill_id = ?"
        )
        for found in (execute(self._desk.database, each, (bill,)).fetchone() for each in (sql, _CHARGED_TWICE)):
            if found is not None and found[1] is not None:
                return str(Bill.get_by_id(found[1]).file_name), int(found[0])
        return None

    def sums(self, bill: int, source: str) -> dict[str, int]:
        """Return what the calls of a bill come to as they were taken over."""
        if source == PBX:
            row = execute(
                self._desk.database, "SELECT count(*), total(seconds) FROM pbx_call WHERE bill_id = ?", (bill,)
            ).fetchone()
        else:
            row = execute(self._desk.database, f"SELECT {_SUMS} FROM call WHERE bill_id = ?", (bill,)).fetchone()  # noqa: S608  (our own SQL)
        keys = ("calls", "seconds", "base_fen", "info_fen", "discount_fen", "calls_fen")
        return {key: int(value) for key, value in zip(keys, row, strict=False)}

    def take_numbers(self, bill: int, reading: BillReading, charged: frozenset[str], *, again: bool) -> dict[str, int]:
        """Keep the billed numbers; those ``charged`` already in the month bring no charges. Return the sums of charges.

        ``again`` says that calls were skipped: what each number's calls come to is then summed up anew.
        """
        calls = self._sums_of_numbers(bill) if again else {}
        rows: list[tuple[int | str, ...]] = []
        for one in reading.numbers:
            fixed = (0, 0, 0) if one.number in charged else (one.rent_fen, one.caller_id_fen, one.other_fen)
            own = (one.calls.calls, one.calls.seconds, one.calls.fee_fen)
            rows.append((bill, one.number, *(calls.get(one.number, (0, 0, 0)) if again else own), *fixed))
        fields = (
            BillNumber.bill_id, BillNumber.number, BillNumber.calls, BillNumber.seconds, BillNumber.calls_fen,
            BillNumber.rent_fen, BillNumber.caller_id_fen, BillNumber.other_fen,
        )  # fmt: skip
        for start in range(0, len(rows), 500):
            BillNumber.insert_many(rows[start : start + 500], fields=fields).execute()
        keys = ("rent_fen", "caller_id_fen", "other_fen")
        return {key: sum(int(row[place]) for row in rows) for place, key in enumerate(keys, 5)}

    def _sums_of_numbers(self, bill: int) -> dict[str, tuple[int, int, int]]:
        sql = "SELECT number, count(*), sum(seconds), sum(fee_fen) FROM call WHERE bill_id = ? GROUP BY number"
        return {row[0]: row[1:] for row in execute(self._desk.database, sql, (bill,))}

    def charged(self, bills: Sequence[int], month: str) -> frozenset[str]:
        """Return the numbers that bills of a month charge already."""
        return frozenset(number for _bill, number, fixed in self._numbers_of(bills, month) if fixed)

    def keep_faults(self, bill: int, reading: BillReading) -> None:
        """Keep what was wrong with single lines, in the words the clerk read."""
        rows = [(bill, one.sheet, one.row, one.kind, one.sentence) for one in reading.faults]
        fields = (BillFault.bill_id, BillFault.sheet, BillFault.line_no, BillFault.kind, BillFault.message)
        for start in range(0, len(rows), 500):
            BillFault.insert_many(rows[start : start + 500], fields=fields).execute()

    def set_aside(self, bill: int, source: str) -> None:
        """Take the calls of a bill out of everything that counts; they stay, apart."""
        self._move(_TABLES[source], f"void_{_TABLES[source]}", bill)

    def put_back(self, bill: int, source: str) -> None:
        """Let the calls of a bill count again."""
        self._move(f"void_{_TABLES[source]}", _TABLES[source], bill)

    def _move(self, source: str, target: str, bill: int) -> None:
        execute(self._desk.database, f"INSERT INTO {target} SELECT * FROM {source} WHERE bill_id = ?", (bill,))  # noqa: S608  (our own names)
        execute(self._desk.database, f"DELETE FROM {source} WHERE bill_id = ?", (bill,))  # noqa: S608  (our own name)
