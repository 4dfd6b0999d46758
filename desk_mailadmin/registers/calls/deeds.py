"""Assigning calls in bulk: a month at a time, in one unit of work, never a query for a single call."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.calls.matching import Told, Tolerance, clock_difference, matched
from desk_mailadmin.registers.calls.model import CallMonth
from desk_mailadmin.registers.calls.records import CallsRecords
from desk_mailadmin.registers.calls.rules import (
    PBX_LENGTH_TOLERANCE,
    PBX_TOLERANCE,
    Book,
    Held,
    Place,
    second_of,
    span_of_month,
)
from desk_mailadmin.registers.months.rules import first_day, last_day, title_of
from desk_mailadmin.store.database import execute, large_cache, raw
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

Progress = Callable[[int, int], None]

_DAY = timedelta(days=1)
_DIGITS = 16
_SET = """
    UPDATE call SET line_id = ?1, extension = ?2, staff_id = ?3, department_id = ?4, branch_id = ?5, how = ?6,
                    pbx = (?6 = 'pbx')
    WHERE how <> 'hand' AND (line_id IS NOT ?1 OR extension <> ?2 OR staff_id IS NOT ?3 OR department_id IS NOT ?4
                             OR branch_id IS NOT ?5 OR how <> ?6) AND
"""
_BY_NUMBER = f"{_SET} number = ?7 AND started_at >= ?8 AND started_at < ?9"
_BY_ID = f"{_SET} id = ?7"
_NUMBERS = """
    WITH RECURSIVE known (number) AS (SELECT min(number) FROM call UNION ALL
        SELECT (SELECT min(call.number) FROM call WHERE call.number > known.number) FROM known
        WHERE known.number IS NOT NULL)
    SELECT number FROM known WHERE number IS NOT NULL
"""
"""Every billed number once, one step in the index for each."""

_BILLS = """
    SELECT id, source, calls FROM bill WHERE state = 'in'
    AND (month = ?1 OR (coalesce(period_from, '9') < ?3 AND coalesce(period_to, '') >= ?2)) ORDER BY id
"""


class Assigned(Struct, frozen=True):
    """What became of the calls of a month.

    ``clock_seconds`` is by how much the exchange's clock is ahead, None where nothing told.
    """

    month: str
    calls: int
    by_record: int
    no_record: int
    unknown: int
    clock_seconds: int | None

    @property
    def open_calls(self) -> int:
        """Calls for which nobody was found."""
        return self.no_record + self.unknown


class Basis:
    """What the assignment of a month rests on, as check sums: its bills; the lines of its days, and the settings."""

    def __init__(self, desk: Desk, held: Sequence[Held], rules: Callable[[str], object]) -> None:
        self._desk, self._rules = desk, rules
        self.nothing = _digest([])
        always = [one for one in held if one.from_on == date.min and one.until_on is None]
        self._always = _digest([_told(one) for one in always])
        self._sometimes = [one for one in held if one.from_on != date.min or one.until_on is not None]

    def bills(self, month: str) -> str:
        """Return the check sum of the bills and call records that reach into a month."""
        with self._desk.reading():
            return _digest(execute(self._desk.database, _BILLS, (month, *span_of_month(month))).fetchall())

    def rest(self, month: str) -> str:
        """Return the check sum of the lines of a month's days and of its settings; nothing without a bill."""
        first, last = first_day(month), last_day(month)
        held = [_told(one) for one in self._sometimes if one.from_on <= last and (one.until_on or last) >= first]
        return "" if self.bills(month) == self.nothing else _digest([self._always, held, self._rules(month)])

    def whole(self, month: str) -> str:
        """Return both check sums of a month."""
        return self.bills(month) + self.rest(month)


class Assigning(CallsRecords):
    """Assigns what bills brought, and says where that should be done again."""

    def assign(self, months: Sequence[str], progress: Progress = lambda _done, _total: None) -> tuple[Assigned, ...]:
        """Find whose the calls of these months are, by the lines as they are known now; what was done by hand stays.

        Raises UserError for a closed month that was assigned with the same bills before.
        """
        with self._desk.work("call.assign", batch=True) as work:
            return self.assign_in(work, months, progress)

    def assign_in(
        self, work: UnitOfWork, months: Sequence[str], progress: Progress = lambda _done, _total: None
    ) -> tuple[Assigned, ...]:
        """Assign months within a transaction that is already open (an import)."""
        book, basis = self._book(), self._basis()
        for month in months:
            if basis.bills(month) == self._known_basis(month)[:_DIGITS]:
                self.months.check_open(month)
        done = []
        with large_cache(self._desk.database):
            for place, month in enumerate(months):
                progress(place, len(months))
                clock = self._assign_month(book, month)
                self.add_up_in(work, [month])
                done.append(self._counted(month, clock))
                self._keep(work, done[-1], basis.whole(month))
        return tuple(done)

    def assign_bill_in(self, work: UnitOfWork, bill: int) -> tuple[Assigned, ...]:
        """Assign the months a bill, or a file of call records, has calls in; also after it was voided.

        A month whose bills and lines are what they were stays as it is (only a remark of the bill was changed).
        """
        return self.assign_in(work, self._outdated(self.months_of_bill(bill)))

    def months_of_bill(self, bill: int) -> list[str]:
        """Return the months a bill has calls or call records in, and those its period touches."""
        sql = """
            SELECT DISTINCT substr(started_at, 1, 7) FROM (SELECT started_at FROM call WHERE bill_id = ?1
            UNION ALL SELECT started_at FROM pbx_call WHERE bill_id = ?1)
        """
        with self._desk.reading():
            found = {month for (month,) in execute(self._desk.database, sql, (bill,))}
            row = execute(
                self._desk.database,
                "SELECT substr(coalesce(period_from, month), 1, 7), substr(coalesce(period_to, month), 1, 7), month "
                "FROM bill WHERE id = ?",
                (bill,),
            ).fetchone()
        return sorted(found | set(_between(*row[:2])) | {row[2]} - {""} if row else found)

    def outdated(self) -> list[str]:
        """Return the months whose calls should be assigned (again): bills or lines are not what they were.

        A closed month is named only where its bills changed.
        """
        return self._outdated(self._billed_months(self.assigned_months()))

    def is_outdated(self, month: str) -> bool:
        """Say whether the calls of one month should be assigned (again)."""
        return bool(self._outdated([month]))

    def _outdated(self, months: Sequence[str]) -> list[str]:
        known, closed, basis = self.assigned_months(), self.months.closed_names(), self._basis()
        changed = []
        for month in months:
            before = known[month].basis if month in known else basis.nothing
            if basis.bills(month) != before[:_DIGITS] or (
                month not in closed and before[_DIGITS:] != basis.rest(month)
            ):
                changed.append(month)
        return changed

    def settle(self) -> None:
        """Add up anew the months whose bills went without a deed of this register (an import that was undone).

        Sums are derived and not journalled; that the month should be assigned again stands in 今日.
        """
        basis = self._basis()
        gone = [month for month, one in self.assigned_months().items() if basis.bills(month) != one.basis[:_DIGITS]]
        if gone and not self._desk.view_only:
            with self._desk.upkeep():
                self._add_up(gone)

    def _basis(self) -> Basis:
        return Basis(self._desk, self.lines.assignments(), self._rules)

    def _rules(self, month: str) -> tuple[object, ...]:
        return self.limit(first_day(month)), *self._tolerance(month), *self.lines.trunks()

    def _billed_months(self, known: Iterable[str]) -> list[str]:
        sql = """
            SELECT DISTINCT substr(coalesce(period_from, month), 1, 7), substr(coalesce(period_to, month), 1, 7)
            FROM bill WHERE state = 'in' AND source = 'operator'
        """
        with self._desk.reading():
            spans = execute(self._desk.database, sql).fetchall()
        return sorted({*known, *(month for span in spans for month in _between(*span))})

    def _known_basis(self, month: str) -> str:
        found = CallMonth.get_or_none(CallMonth.month == month)
        return found.basis if found else ""

    def _book(self) -> Book:
        return Book(self.lines.assignments(), self.lines.trunks())

    def _tolerance(self, month: str) -> tuple[int, int]:
        settings, day = self._desk.settings, first_day(month)
        return settings.value(PBX_TOLERANCE, day), settings.value(PBX_LENGTH_TOLERANCE, day)

    def _assign_month(self, book: Book, month: str) -> int | None:
        """Assign the calls of a month; return how far the exchange's clock is ahead, None where nothing tells."""
        numbers = self._numbers()
        updates = [
            (*_columns(span.place), number, span.first.isoformat(), (span.last + _DAY).isoformat())
            for number in numbers
            if number not in book.trunks
            for span in book.spans(number, first_day(month), last_day(month))
        ]
        raw(self._desk.database).executemany(_BY_NUMBER, updates)
        return self._assign_trunks(book, month, [number for number in numbers if number in book.trunks])

    def _numbers(self) -> list[str]:
        return [number for (number,) in execute(self._desk.database, _NUMBERS)]

    def _assign_trunks(self, book: Book, month: str, trunks: Sequence[str]) -> int | None:
        """Give the calls of the trunks to the extensions of the exchange's records; return the clocks' difference."""
        calls, number_of, day_of = self._trunk_calls(month, trunks)
        records, extension_of = self._records(month) if calls else ([], {})
        tolerance = Tolerance(*self._tolerance(month))
        clock = clock_difference(calls, records, tolerance)
        pairs = matched(calls, records, clock or 0, tolerance)
        updates = []
        for call in number_of:
            record = pairs.get(call)
            place = (
                book.of_number(number_of[call], day_of[call])
                if record is None
                else book.of_extension(number_of[call], extension_of[record], day_of[call])
            )
            updates.append((*_columns(place), call))
        raw(self._desk.database).executemany(_BY_ID, updates)
        self._link(month, pairs)
        return clock

    def _trunk_calls(self, month: str, trunks: Sequence[str]) -> tuple[list[Told], dict[int, str], dict[int, date]]:
        calls: list[Told] = []
        numbers: dict[int, str] = {}
        days: dict[int, date] = {}
        known: dict[str, date] = {}
        sql = (
            "SELECT id, called, started_at, seconds FROM call "
            "WHERE number = ? AND started_at >= ? AND started_at < ? AND how <> 'hand'"
        )
        for number in trunks:
            for record, called, started_at, seconds in execute(
                self._desk.database, sql, (number, *span_of_month(month))
            ):
                calls.append(Told(record, called, second_of(started_at), seconds))
                text = started_at[:10]
                days[record] = known.get(text) or known.setdefault(text, date.fromisoformat(text))
                numbers[record] = number
        return calls, numbers, days

    def _records(self, month: str) -> tuple[list[Told], dict[int, str]]:
        """Return the answered calls out of the house, a day on either side, and the extension of each."""
        sql = (
            "SELECT id, called, answered_at, seconds, extension FROM pbx_call "
            "WHERE direction = 'out' AND answered_at IS NOT NULL AND started_at >= ? AND started_at < ?"
        )
        told, extensions = [], {}
        for record, called, answered_at, seconds, extension in execute(self._desk.database, sql, _days_around(month)):
            told.append(Told(record, called, second_of(answered_at), seconds))
            extensions[record] = extension
        return told, extensions

    def _link(self, month: str, pairs: dict[int, int]) -> None:
        """Note at each record which call it is."""
        sql = """
            UPDATE pbx_call SET call_id = NULL WHERE call_id IS NOT NULL AND started_at >= ? AND started_at < ?
            AND EXISTS (SELECT 1 FROM call WHERE call.id = pbx_call.call_id AND call.pbx = 0)
        """
        execute(self._desk.database, sql, _days_around(month))
        database = raw(self._desk.database)
        database.executemany("UPDATE pbx_call SET call_id = NULL WHERE call_id = ?", [(call,) for call in pairs])
        links = list(pairs.items())
        database.executemany("UPDATE pbx_call SET call_id = ? WHERE id = ?", links)

    def _counted(self, month: str, clock: int | None) -> Assigned:
        counts = Counter[str]()
        for one in self.month(month):
            counts[one.how] += one.calls
        return Assigned(month, counts.total(), counts["pbx"], counts["trunk"], counts[""], clock)

    def _keep(self, work: UnitOfWork, done: Assigned, basis: str) -> None:
        values = {
            "basis": basis,
            "calls": done.calls,
            "open_calls": done.open_calls,
            "clock_seconds": done.clock_seconds,
            "assigned_on": self._desk.clock.today().isoformat(),
        }
        found = CallMonth.get_or_none(CallMonth.month == done.month)
        if found is None:
            record = int(CallMonth.create(month=done.month, **values).id)
        else:
            record = int(found.id)
            CallMonth.update(values).where(CallMonth.id == record).execute()
        work.wrote(
            "call_month",
            record,
            QT_TRANSLATE_NOOP("desk", "{month}的 {calls} 通通话认到线路和人，{open_calls} 通认不到"),
            month=title_of(done.month),
            calls=done.calls,
            open_calls=done.open_calls,
        )
        work.changed("calls")


def _days_around(month: str) -> tuple[str, str]:
    """Return the instants from which and before which a month and a day on either side lie."""
    return (first_day(month) - _DAY).isoformat(), (last_day(month) + 2 * _DAY).isoformat()


def _columns(place: Place) -> tuple[object, ...]:
    return place.line, place.extension, place.staff, place.department, place.branch, place.how


def _between(first: str, last: str) -> Iterator[str]:
    while first and first <= (last or first):
        yield first
        first = month_after(first)


def _told(held: Held) -> tuple[object, ...]:
    return held.line, held.branch, held.number, held.extension, held.staff, held.department, held.from_on, held.until_on


def _digest(what: object) -> str:
    return hashlib.sha256(repr(what).encode()).hexdigest()[:_DIGITS]
