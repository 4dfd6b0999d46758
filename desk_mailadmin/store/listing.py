"""Lists over SQL: all ids of a query in order, once; the rows of the window as they are needed; counted segments."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Attachment, HistoryLine
from desk_mailadmin.kernel.table import Choice, Query, SegmentCount
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.gate import SHARED

if TYPE_CHECKING:
    from desk_mailadmin.store.desk import Desk

Row = TypeVar("Row")

MOST_COUNTED = 1000
"""With a search text a count stops here and says 1000+."""

MOST_LOOKED_AT = 5_000
"""Hits of a search that are looked at for the counts; beyond them every count has its plus."""

CHUNK = 500
"""Ids in one statement (SQLite's own limit is higher, a window never needs more)."""


_MARKS = ("{today}", "{now}")

OF_BRANCH = "{t}.branch_id"
OF_DEPARTMENT = "(SELECT ud.branch_id FROM department ud WHERE ud.id = {t}.department_id)"
OF_STAFF = (
    "(SELECT ud.branch_id FROM staff us JOIN department ud ON ud.id = us.department_id WHERE us.id = {t}.staff_id)"
)
"""By which unit a list is kept to the units a person looks after: SQL for the unit's id, ``{t}`` its table."""
EVERY_UNIT = SHARED
"""Of a list that people of every unit may read whole."""
NO_UNIT = "NULL"
"""Of a list that only those who look after the whole company see: the default, so that none is shown by oversight."""


class ListingSource(Struct, frozen=True):
    """Where a register's list comes from; every part of SQL in it is written by us, never by the clerk.

    ``orders`` are the columns a list may be sorted by, by the table's ``sort`` keys (several columns with commas, each
    may end in DESC; the id comes last by itself); ``segments`` and ``filters`` are conditions, both with ``{today}``
    where the day goes (as TEXT, 2026-12-03) and ``{now}`` where the instant goes (local, 2026-12-03 09:05:00), a
    filter with ``{value}`` where the chosen key goes, or just the column
    that must equal it. ``joins`` follows the table's name; ``unit`` says by SQL to which unit a row belongs.
    """

    kind: str
    table: str
    orders: Mapping[str, str]
    default_order: str
    segments: Mapping[str, str] = field(default_factory=lambda: {"all": "1 = 1"})
    filters: Mapping[str, str] = field(default_factory=dict)
    joins: str = ""
    unit: str = NO_UNIT

    @property
    def unit_sql(self) -> str:
        """The SQL of a row's unit."""
        return self.unit.replace("{t}", self.table)

    @property
    def id(self) -> str:
        """The id's column."""
        return f"{self.table}.id"

    def on(self, day: date, now: datetime) -> ListingSource:
        """Return the source as it is on a day, at an instant: what is late depends on them."""
        if not any(mark in sql for sql in (*self.segments.values(), *self.filters.values()) for mark in _MARKS):
            return self
        return replace(self, segments=_dated(self.segments, day, now), filters=_dated(self.filters, day, now))

    def order_by(self, query: Query) -> str:
        """Return the ORDER BY of a query; an order that is not declared is the default one."""
        terms = [*self.orders.get(query.sort, self.default_order).split(","), self.id]
        return ", ".join(_turned(term.strip()) if query.descending else term.strip() for term in terms)

    def conditions(self, query: Query, segment: str) -> tuple[list[str], list[str]]:
        """Return the conditions of a query but for its search text, with their values.

        What is not declared is left out (a saved filter may name a column that went away).
        """
        chosen = [(self._filter(key), value) for key, value in query.filters.items() if value and key in self.filters]
        conditions = [condition.replace("{value}", "?") for condition, _value in chosen]
        if segment in self.segments:
            conditions.append(self.segments[segment])
        values = [value for condition, value in chosen for _mark in range(condition.count("{value}"))]
        return conditions, [value.encode("utf-8", "replace").decode("utf-8") for value in values]  # no half characters

    def _filter(self, key: str) -> str:
        condition = self.filters[key]
        return condition if "{value}" in condition else f"{condition} = {{value}}"


def _dated(conditions: Mapping[str, str], day: date, now: datetime) -> dict[str, str]:
    instant = f"{now:%Y-%m-%d %H:%M:%S}"
    return {key: sql.replace("{today}", f"'{day}'").replace("{now}", f"'{instant}'") for key, sql in conditions.items()}


def within(column: str) -> str:
    """Return the filter's condition that a month (``2026-11``) lies in the chosen span (kernel.ledger_view)."""
    return f"{column} >= substr({{value}}, 1, 7) AND {column} <= substr({{value}}, -7) || '-99'"


class SqlListing(Generic[Row]):
    """A register's list: a service derives from it and adds ``rows``, ``detail`` and, for its combos, ``choices``."""

    def __init__(self, desk: Desk, source: ListingSource) -> None:
        self.__desk = desk
        self.__declared = source
        desk.gate.knows(source.kind, source.table, source.id, source.unit_sql)

    @property
    def __source(self) -> ListingSource:
        clock = self.__desk.clock
        return self.__declared.on(clock.today(), clock.now())

    @property
    def listed_kind(self) -> str:
        """The kind of records that are listed, as the journal names it."""
        return self.__declared.kind

    def keys(self, query: Query) -> array[int]:
        """Return the ids of all records of the query in its order."""
        source = self.__source
        conditions, values = self.__asked(query)
        sql = f"SELECT {source.id} {self.__from(conditions)} ORDER BY {source.order_by(query)}"
        with self.__desk.reading():
            return array("q", chain.from_iterable(execute(self.__desk.database, sql, values)))

    def counts(self, query: Query) -> Mapping[str, SegmentCount]:
        """Return how many records each segment holds under the query's filters; exact, with a search up to 1,000."""
        with self.__desk.reading():
            found = self.found(query)
            return self.__exact(query) if found is None else self.__capped(query, *found)

    def found(self, query: Query) -> tuple[str, Sequence[Any]] | None:
        """Return a SELECT of the ids that a query's search text finds, with its values; None for an empty text.

        A register with more rows than a search table should hold says itself where it looks.
        """
        return self.__desk.search.condition(self.__source.kind, query.search)

    def summed(self, query: Query, sums: Mapping[str, str]) -> dict[str, int]:
        """Return what columns of all records of a query come to, in one statement; ``sums`` are our own SQL by key."""
        conditions, values = self.__asked(query)
        columns = ", ".join(f"coalesce(sum({column}), 0)" for column in sums.values())
        with self.__desk.reading():
            return dict(zip(sums, self.__numbers(f"SELECT {columns} {self.__from(conditions)}", values), strict=True))

    def grouped(self, query: Query, names: Sequence[str], sums: Mapping[str, str]) -> list[tuple[Any, ...]]:
        """Return what all records of a query come to, group by group: a line of names, then of sums, our own SQL.

        The first name is what they are grouped by; the others follow from it.
        """
        conditions, values = self.__asked(query)
        key, *others = names
        columns = [
            key,
            *(f"max({name})" for name in others),
            *(f"coalesce(sum({column}), 0)" for column in sums.values()),
        ]
        sql = f"SELECT {', '.join(columns)} {self.__from(conditions)} GROUP BY {key} ORDER BY {key}"
        with self.__desk.reading():
            return list(execute(self.__desk.database, sql, values))

    def choices(self, filter_key: str) -> Sequence[Choice]:  # noqa: ARG002  (a list with combos needs it)
        """Return what a combo offers; a list without combos has nothing to offer."""
        return ()

    def ordered(self, ids: Sequence[int], make: Callable[..., Row], select: str) -> list[Row]:
        """Return the rows of ``ids``, in this order; an id that is no more, or another unit's, is left out.

        ``select`` is a SELECT … FROM … whose first column is the id; ``make`` gets its columns. Where ``make`` is a
        record whose fields are dates, instants or flags, they are made from what is stored.
        """
        if not ids:
            return []
        readers = _readers(make)
        found: dict[int, Row] = {}
        with self.__desk.reading():
            for part in _chunks(ids):
                marks = ", ".join("?" * len(part))
                where = " AND ".join([f"{self.__source.id} IN ({marks})", *self.__limits()])
                for row in execute(self.__desk.database, f"{select} WHERE {where}", part):
                    found[row[0]] = make(*_read(row, readers))
        if len(ids) == 1 and not found:
            self.__desk.gate.check_unit(self.__source.kind, ids[0])
        return [found[record] for record in ids if record in found]

    def history(self, kind: str, record: int) -> tuple[HistoryLine, ...]:
        """Return a record's history as the panel shows it, newest first."""
        with self.__desk.reading():
            entries = self.__desk.journal.history(kind, record)
        return tuple(
            HistoryLine(_moment(entry.at, self.__desk.clock.today().year), entry.who, entry.text) for entry in entries
        )

    def attached(self, kind: str, record: int, role: str | None = None) -> tuple[Attachment, ...]:
        """Return the files kept with a record, as the panel shows them; ``role`` narrows them."""
        with self.__desk.reading():
            uses = self.__desk.attachments.of(kind, record, role)
        return tuple(Attachment(use.sha256, use.name, use.pages) for use in uses)

    def __asked(self, query: Query) -> tuple[list[str], list[Any]]:
        """Return the conditions of a query, its search among them, with their values."""
        source = self.__source
        conditions, values = source.conditions(query, query.segment)
        conditions += self.__limits()
        found = self.found(query)
        if found is None:
            return conditions, values
        return [*conditions, f"{source.id} IN ({found[0]})"], [*values, *found[1]]

    def __limits(self) -> list[str]:
        """Return the condition that keeps the list to the units of the person at the desk, none where there is none."""
        limit = self.__desk.gate.within(self.__declared.unit_sql)
        return [limit] if limit else []

    def __from(self, conditions: Sequence[str]) -> str:
        where = " AND ".join(f"({condition})" for condition in conditions)
        return f"FROM {self.__source.table} {self.__source.joins} {'WHERE ' + where if where else ''}"

    def __numbers(self, sql: str, values: Sequence[str]) -> list[int]:
        return [int(number) for number in execute(self.__desk.database, sql, values).fetchone()]

    def __exact(self, query: Query) -> dict[str, SegmentCount]:
        counts: dict[str, SegmentCount] = {}
        for segment in self.__source.segments:
            conditions, values = self.__source.conditions(query, segment)
            conditions += self.__limits()
            counts[segment] = SegmentCount(self.__numbers(f"SELECT count(*) {self.__from(conditions)}", values)[0])
        return counts

    def __capped(self, query: Query, search: str, search_values: Sequence[Any]) -> dict[str, SegmentCount]:
        """Count every segment in one pass over the hits, which would else be searched once for each."""
        source = self.__source
        conditions, values = source.conditions(query, "")
        conditions += self.__limits()
        conditions.append(f"{source.id} IN (SELECT id FROM hit)")  # noqa: S608  (our own SQL)
        hit = f"WITH hit (id) AS MATERIALIZED ({search} LIMIT {MOST_LOOKED_AT})"
        sums = ", ".join(f"coalesce(sum({condition}), 0)" for condition in source.segments.values())
        sql = f"{hit} SELECT (SELECT count(*) FROM hit), {sums} {self.__from(conditions)}"  # noqa: S608  (our own SQL)
        hits, *row = self.__numbers(sql, [*search_values, *values])
        return {
            segment: SegmentCount(min(count, MOST_COUNTED), more=hits == MOST_LOOKED_AT or count > MOST_COUNTED)
            for segment, count in zip(source.segments, row, strict=True)
        }


Reader = Callable[[Any], Any]


def _moment(at: str, this_year: int) -> str:
    """Return an instant as the panel shows it, in this machine's zone: 12-03 14:20, with the year if it is another."""
    moment = datetime.fromisoformat(at).astimezone()
    return f"{moment:%m-%d %H:%M}" if moment.year == this_year else f"{moment:%Y-%m-%d %H:%M}"


def _chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), CHUNK):
        yield list(ids[start : start + CHUNK])


def _turned(term: str) -> str:
    return term.removesuffix(" DESC") if term.endswith(" DESC") else f"{term} DESC"


_KINDS: dict[str, Reader] = {"date": date.fromisoformat, "datetime": datetime.fromisoformat, "bool": bool}


@lru_cache(maxsize=64)
def _readers(make: Callable[..., Any]) -> dict[int, Reader]:
    """Return, by position, how a column becomes what the record says it is.

    The annotations are read as they are written: to have them evaluated would cost a millisecond for each list.
    """
    if not (isinstance(make, type) and issubclass(make, Struct)):
        return {}
    written: dict[str, str] = {}
    for one in reversed(make.__mro__):
        written.update(getattr(one, "__annotations__", {}))
    kinds = [written[name].removesuffix(" | None") for name in make.__struct_fields__]
    return {place: _KINDS[kind] for place, kind in enumerate(kinds) if kind in _KINDS}


def _read(row: Sequence[Any], readers: Mapping[int, Reader]) -> list[Any]:
    values = list(row)
    for place, reader in readers.items():
        if place < len(values) and values[place] is not None:
            values[place] = reader(values[place])
    return values
