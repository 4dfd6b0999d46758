"""What lists and the panel show of calls, and how one of a million is found (SPEED b)."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.ledger_view import MONTH, bounds
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.calls.rules import LONG_DISTANCE, LONGEST_MINUTES, OPEN
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing, within
from desk_mailadmin.store.search import NO_MATCH, folded, terms_of

LONG = f"({', '.join(repr(kind) for kind in LONG_DISTANCE)})"
OPEN_HOWS = f"({', '.join(repr(how) for how in OPEN)})"
_TAIL, _FEWEST_DIGITS, _LONGEST_EXTENSION = 4, 3, 6

_KEY_OF = "(SELECT name_key FROM {of} WHERE id = {by})"

GROUP = (
    "coalesce({t}.branch_id, '') || '/' || {t}.extension || '/' || "
    "CASE WHEN {t}.extension = '' THEN {t}.number ELSE '' END"
)
"""What 按分机 sums up by, as SQL: an extension of its unit, a number where it has none."""


class CallsSource(ListingSource, frozen=True):
    """A source whose conditions may name ``{limit}``: the seconds a call should not exceed on a day."""

    limit: Callable[[date], int] = lambda _day: 0

    def on(self, day: date, now: datetime) -> CallsSource:
        """Return the source as it is on a day."""
        seconds = str(self.limit(day))
        segments = {key: sql.replace("{limit}", seconds) for key, sql in self.segments.items()}
        return replace(self, segments=segments)


def source_of(table: str, month: str, over: str, limit: Callable[[date], int]) -> CallsSource:
    """Return the source of calls, or of their sums, which have the same columns but for month and length."""
    return CallsSource(
        kind=table,
        table=table,
        unit=OF_BRANCH,
        limit=limit,
        orders={
            "started_at": f"{table}.{month}",
            "extension": f"{table}.extension, {table}.{month}",
            "number": f"{table}.number, {table}.{month}",
            "called": f"{table}.called, {table}.{month}",
            "seconds": f"{table}.seconds, {table}.{month}",
            "fee": f"{table}.fee_fen, {table}.{month}",
            "dept": _KEY_OF.format(of="department", by=f"{table}.department_id") + f", {table}.{month}",
            "name": _KEY_OF.format(of="staff", by=f"{table}.staff_id") + f", {table}.{month}",
        },
        default_order=f"{table}.{month}",
        segments={
            "all": "1 = 1",
            "open": f"{table}.how IN {OPEN_HOWS}",
            "long": f"{table}.kind IN {LONG}",
            "info": f"{table}.kind = 'info'",
            "over": over,
            "private": f"{table}.private_by IS NOT NULL",
        },
        filters={
            MONTH: within(f"{table}.{month}"),
            "branch": f"{table}.branch_id",
            "dept": f"{table}.department_id",
            "kind": f"{table}.kind",
            "staff": f"{table}.staff_id",
            "line": f"{table}.line_id",
            "group": GROUP.format(t=table) + " = {value}",
        },
    )


_OVER = "call.seconds > {limit}"
_INDEXED = ("extension", "number", "called", "seconds", "fee")
_SHARE = """
    SELECT coalesce(sum(CASE WHEN month >= ? AND month <= ? THEN calls END), 0), coalesce(sum(calls), 0) FROM call_month
"""


def _in_order(source: CallsSource) -> CallsSource:
    """Return a source whose months do not tempt SQLite to begin with them: the order's own index is read instead."""
    return replace(source, filters={**source.filters, MONTH: source.filters[MONTH].replace("call.", "+call.")})


_SELECT = """
    SELECT call.id, call.started_at, call.number, call.extension, call.called, call.place, call.kind, call.seconds,
           call.base_fen, call.info_fen, call.discount_fen, call.fee_fen, coalesce(branch.name, ''),
           coalesce(department.name, ''), call.staff_id, coalesce(staff.name, line.label, ''),
           coalesce(staff.emp_no, ''), call.line_id, call.department_id, call.branch_id, call.how, call.private_by,
           coalesce(private.name, ''), call.remark, call.bill_id, coalesce(bill.operator, ''), call.line_no
    FROM call
    LEFT JOIN branch ON branch.id = call.branch_id
    LEFT JOIN department ON department.id = call.department_id
    LEFT JOIN staff ON staff.id = call.staff_id
    LEFT JOIN staff AS private ON private.id = call.private_by
    LEFT JOIN line ON line.id = call.line_id
    LEFT JOIN bill ON bill.id = call.bill_id
"""


class CallRow(Struct, frozen=True):
    """A call as lists show it; sums in fen, ``how`` a key of rules.HOWS, ``over`` longer than the limit of its day."""

    id: int
    started_at: datetime
    number: str
    extension: str
    called: str
    place: str
    kind: str
    seconds: int
    base_fen: int
    info_fen: int
    discount_fen: int
    fee_fen: int
    branch: str
    dept: str
    staff: int | None
    name: str
    emp_no: str
    line: int | None
    department: int | None
    unit: int | None
    how: str
    private_by: int | None
    private_name: str
    remark: str
    bill: int
    operator: str
    line_no: int
    over: bool = False

    @property
    def title(self) -> str:
        """The call as people name it: from which extension or number, and whom."""
        return f"{self.extension or phone_shown(self.number)} → {self.called}"

    @property
    def month(self) -> str:
        """The month the call belongs to."""
        return f"{self.started_at:%Y-%m}"


class CallsListing(SqlListing[CallRow]):
    """Calls as rows; a search looks people and departments up first and takes their calls by index."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, source_of("call", "started_at", _OVER, self.limit))
        self._desk = desk
        self._in_order = SqlListing[Any](desk, _in_order(source_of("call", "started_at", _OVER, self.limit)))
        self._known: dict[str, tuple[tuple[Any, str], ...]] = {}
        desk.changes.subscribe(self._forget)

    def limit(self, day: date) -> int:
        """Return the seconds a call of a day should not exceed (002/5.三(二))."""
        return 60 * self._desk.settings.value(LONGEST_MINUTES, day)

    def keys(self, query: Query) -> array[int]:
        """Return the ids of all calls of a query in its order."""
        return self._in_order.keys(query) if self._is_broad(query) else super().keys(query)

    def _is_broad(self, query: Query) -> bool:
        """Say whether a list is best read in its order, from end to end: it is of a large part of all calls."""
        first, last = bounds(query.filters.get(MONTH, ""))
        if query.search.strip() or query.sort not in _INDEXED or not first:
            return False
        counts = execute(self._desk.database, _SHARE, (first, last)).fetchone()
        return 4 * int(counts[0]) > int(counts[1])

    def rows(self, ids: Sequence[int]) -> Sequence[CallRow]:
        """Return the rows of these calls, in this order."""
        limits: dict[date, int] = {}
        return [self._judged(row, limits) for row in self.ordered(ids, CallRow, _SELECT)]

    def row(self, record: int) -> CallRow:
        """Return one call."""
        return self.rows([record])[0]

    def found(self, query: Query) -> tuple[str, Sequence[Any]] | None:
        """Return a SELECT of the calls a text means within the months shown, one twice perhaps; None for an empty text.

        A name, pinyin or initials; a department; an extension or a number by its beginning; the last four digits of a
        number; a word of a remark. All blanks-separated parts must be met.
        """
        terms = terms_of(query.search)
        if not terms:
            return None if terms is None else NO_MATCH
        span = _within(query.filters.get(MONTH, ""))
        parts = [self._select(term, span) for term in terms]
        sql = parts[0][0]
        if len(parts) > 1:
            others = " AND ".join(f"id IN ({more})" for more, _ in parts[1:])  # side by side: 25 nested were too deep
            sql = f"SELECT id FROM ({sql}) WHERE {others}"  # noqa: S608  (our own SQL)
        return sql, [value for _, given in parts for value in given]

    def _select(self, term: str, span: tuple[str, list[Any]]) -> tuple[str, list[Any]]:
        conditions = self._digits(term) if _digits_of(term) else self._words(term)
        selects = [f"SELECT id FROM call WHERE {sql}{span[0]}" for sql, _values in conditions]  # noqa: S608  (our own SQL)
        values = [value for _sql, given in conditions for value in (*given, *span[1])]
        return " UNION ALL ".join(selects), values

    def _words(self, term: str) -> list[tuple[str, list[Any]]]:
        found: list[tuple[str, list[Any]]] = [("remark <> '' AND instr(remark, ?)", [term])]
        people = self._desk.search.condition("staff", term)
        if people is not None:
            found.append((f"staff_id IN ({people[0]})", list(people[1])))
        for column in ("department_id", "line_id"):
            ids = [key for key, name in self._names(column) if term in name]
            if ids:
                found.append((f"{column} IN ({_marks(ids)})", ids))
        return found

    def _digits(self, term: str) -> list[tuple[str, list[Any]]]:
        digits = _digits_of(term)
        beginning = [digits, f"{digits}:"]  # ":" follows 9
        found: list[tuple[str, list[Any]]] = [("staff_id IN (SELECT id FROM staff WHERE emp_no = ?)", [digits])]
        if len(digits) <= _LONGEST_EXTENSION:
            found.append(("extension <> '' AND extension >= ? AND extension < ?", beginning))
        if len(digits) >= _FEWEST_DIGITS:
            found.append(("called >= ? AND called < ?", beginning))
            numbers = [number for number, _ in self._names("number") if _fits(number, digits)]
            if numbers:
                found.append((f"number IN ({_marks(numbers)})", numbers))
        if len(digits) == _TAIL:
            found.append(("substr(called, length(called) - 3) = ?", [digits]))
        return found

    def _names(self, column: str) -> tuple[tuple[Any, str], ...]:
        """Return what a column's values are called, folded as texts are compared; few, and kept until they change."""
        if column not in self._known:
            rows = execute(self._desk.database, _NAMES[column]).fetchall()
            self._known[column] = tuple((key, folded(name)) for key, name in rows)
        return self._known[column]

    def _forget(self, register: str) -> None:
        if register in _NAMED_BY:
            self._known.clear()

    def _judged(self, row: CallRow, limits: dict[date, int]) -> CallRow:
        day = row.started_at.date()
        if day not in limits:
            limits[day] = self.limit(day)
        return replace(row, over=True) if row.seconds > limits[day] else row


_NAMES: Mapping[str, str] = {
    "department_id": "SELECT department.id, branch.name || ' ' || department.name FROM department "
    "JOIN branch ON branch.id = department.branch_id",
    "line_id": "SELECT id, label FROM line WHERE label <> ''",
    "number": "SELECT DISTINCT number, number FROM bill_number",
}
_NAMED_BY = ("branches", "departments", "lines", "bills", "calls")


def _within(span: str) -> tuple[str, list[Any]]:
    """Return the condition that a call lies in the months shown, with its values; nothing for all there are."""
    first, last = bounds(span)
    return (" AND started_at >= ? AND started_at <= ?", [first, f"{last}-99"]) if first else ("", [])


def _digits_of(term: str) -> str:
    """Return the digits of a number as it was typed (0571-5551); nothing for a text."""
    bare = term.replace("-", "")
    return bare if bare.isascii() and bare.isdigit() else ""


def _fits(number: str, digits: str) -> bool:
    return number.startswith(digits) or (len(digits) >= _TAIL and number.endswith(digits))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
