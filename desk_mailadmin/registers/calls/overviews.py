"""What the calls of a list come to: in all, by department, extension, kind, person and month (M5-3, M5-7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.ledger_view import MONTH, Group
from desk_mailadmin.kernel.table import Choice, Query, SegmentCount
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.calls.listing import GROUP, LONG, source_of
from desk_mailadmin.registers.calls.records import CallsRecords
from desk_mailadmin.registers.calls.rules import KINDS
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.listing import SqlListing

NOBODY = QT_TRANSLATE_NOOP("desk", "（没有落实到人）")
NO_DEPARTMENT = QT_TRANSLATE_NOOP("desk", "（没有落实到部门）")
NO_EXTENSION = QT_TRANSLATE_NOOP("desk", "没有分机")

_ROWS: Mapping[str, str] = {
    "calls": "1",
    "minutes": "(call.seconds + 59) / 60",
    "fee": "call.fee_fen",
    "long": f"CASE WHEN call.kind IN {LONG} THEN call.fee_fen ELSE 0 END",
    "info": "call.info_fen",
    "private": "CASE WHEN call.private_by IS NOT NULL THEN call.fee_fen ELSE 0 END",
}
SUMS = ("fee", "calls", "minutes", "long", "info", "private", "over")
"""What lists are summed up by, in the order of the ledger's measures: fen, counts, whole minutes."""

_GROUPS: Mapping[str, str] = {
    "dept": "{t}.department_id",
    "group": GROUP,
    "kind": "{t}.kind",
    "person": "{t}.staff_id",
    MONTH: "{t}.month",
}
_PLACES = "call_sum.branch_id, call_sum.extension, call_sum.number"
"""The columns of ``call_sum_by_extension``: grouped by them, ten years are added up in the order of that index."""
_CALL_MONTH = "substr(call.started_at, 1, 7)"
_OF_LINES = frozenset({"staff", "line", "group"})
"""Filters and overviews that the sums by department know nothing of; so does ``person``."""


def _summed(table: str) -> dict[str, str]:
    """Return what a table of sums is summed up by."""
    columns = {"calls": "calls", "over": "over_calls", "minutes": "minutes"}
    known = {key: f"{table}.{column}" for key, column in columns.items()}
    return {key: known.get(key) or _ROWS[key].replace("call.", f"{table}.") for key in SUMS}


def _counted(table: str) -> dict[str, str]:
    """Return what the segments of a table of sums count."""
    segments = source_of(table, "month", f"{table}.over_calls > 0", lambda _day: 0).segments
    figures = {key: "over_calls" if key == "over" else "calls" for key in segments}
    return {key: f"CASE WHEN {sql} THEN {table}.{figures[key]} ELSE 0 END" for key, sql in segments.items()}


class Totals(Struct, frozen=True):
    """What the calls of a list come to: counts, whole minutes, fen."""

    fee_fen: int
    calls: int
    minutes: int
    long_fen: int
    info_fen: int
    private_fen: int
    over: int


class Overviews(CallsRecords):
    """Sums of calls; what no search narrows is read from the sums that are kept."""

    def totals(self, query: Query) -> Totals:
        """Return what the calls of a list come to."""
        kept = self._kept(query)
        found = kept[0].summed(query, _summed(kept[1])) if kept else self.summed(query, self._of_calls())
        return Totals(*(found[key] for key in SUMS))

    def counts(self, query: Query) -> Mapping[str, SegmentCount]:
        """Return how many calls each segment holds; exact, with a search up to 1,000."""
        whole = replace(query, segment="all")
        kept = self._kept(whole)
        if kept is None:
            return super().counts(query)
        return {key: SegmentCount(count) for key, count in kept[0].summed(whole, _counted(kept[1])).items()}

    def groups(self, overview: str, query: Query) -> Sequence[Group]:
        """Return what the calls of a list come to by department, extension, kind, person or month; KeyError else."""
        name, kept = _GROUPS[overview], self._kept(query, overview)
        if kept is None:
            by = _CALL_MONTH if overview == MONTH else name.format(t="call")
            lines = self.grouped(query, [by], self._of_calls())
        elif overview == "group":
            lines = _by_extension(kept[0].grouped(query, [_PLACES], _summed(kept[1])))
        else:
            lines = kept[0].grouped(query, [name.format(t=kept[1])], _summed(kept[1]))
        titles = self._titles(overview, [line[0] for line in lines])
        return [
            Group("" if line[0] is None else str(line[0]), title, tuple(line[1:]))
            for line, title in zip(lines, titles, strict=True)
        ]

    def _kept(self, query: Query, overview: str = "") -> tuple[SqlListing[Any], str] | None:
        """Return the sums that answer a query, with their table; None where a text or a length narrows it."""
        if query.search.strip() or query.segment == "over":
            return None
        of_lines = overview == "person" or _OF_LINES & {overview, *(key for key, on in query.filters.items() if on)}
        return (self._by_line, "call_sum") if of_lines else (self._by_department, "call_total")

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer: units, departments and kinds that have calls."""
        column = {"branch": "branch_id", "dept": "department_id", "kind": "kind"}[filter_key]
        with self._desk.reading():
            found = [key for (key,) in execute(self._desk.database, f"SELECT DISTINCT {column} FROM call_total")]  # noqa: S608  (ours)
        if filter_key == "kind":
            return [Choice(key, title) for key, title in KINDS.items() if key in found]
        names = {"branch": _BRANCHES, "dept": _DEPARTMENTS}[filter_key]
        with self._desk.reading():
            listed = execute(self._desk.database, names).fetchall()
        return [Choice(str(key), name) for key, name in listed if key in set(found)]

    def _of_calls(self) -> dict[str, str]:
        over = f"call.seconds > {self.limit(self._desk.clock.today())}"
        return {key: over if key == "over" else _ROWS[key] for key in SUMS}

    def _titles(self, overview: str, keys: Sequence[Any]) -> list[str]:
        match overview:
            case "kind":
                return [KINDS[key] for key in keys]
            case "dept":
                return self._named(_DEPARTMENTS, keys, NO_DEPARTMENT)
            case "person":
                return self._people(keys)
            case "group":
                return self._lines(keys)
            case _:
                return [str(key) for key in keys]

    def _named(self, sql: str, keys: Sequence[Any], nobody: str) -> list[str]:
        with self._desk.reading():
            names = dict(execute(self._desk.database, sql).fetchall())
        return [names.get(key, nobody) for key in keys]

    def _people(self, keys: Sequence[Any]) -> list[str]:
        """Return people's names, namesakes with their number."""
        with self._desk.reading():
            found = execute(self._desk.database, _PEOPLE).fetchall()
        people = {key: (name, emp_no) for key, name, emp_no in found}
        many = Counter(people[key][0] for key in keys if key in people)
        return [
            NOBODY
            if key not in people
            else " ".join(people[key]).strip()
            if many[people[key][0]] > 1
            else people[key][0]
            for key in keys
        ]

    def _lines(self, keys: Sequence[str]) -> list[str]:
        """Return extensions with their unit, numbers where there is no extension."""
        with self._desk.reading():
            branches = {str(key): name for key, name in execute(self._desk.database, _BRANCHES)}
        parts = [key.split("/") for key in keys]
        several = len({branch for branch, *_ in parts if branch}) > 1
        titles = []
        for branch, extension, number in parts:
            name = extension or f"{phone_shown(number)}（{NO_EXTENSION}）"
            titles.append(f"{branches.get(branch, '')} {name}".strip() if several else name)
        return titles


def _by_extension(lines: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Return the sums of each unit's extensions, of each number where it has none (listing.GROUP, in Python)."""
    found: dict[str, list[int]] = {}
    for branch, extension, number, *sums in lines:
        key = f"{'' if branch is None else branch}/{extension}/{'' if extension else number}"
        known = found.get(key)
        found[key] = sums if known is None else [one + more for one, more in zip(known, sums, strict=True)]
    return [(key, *found[key]) for key in sorted(found)]


_BRANCHES = "SELECT id, name FROM branch ORDER BY sort_order, name_key"
_DEPARTMENTS = """
    SELECT department.id, CASE WHEN (SELECT count(*) FROM branch) > 1 THEN branch.name || ' / ' || department.name
                               ELSE department.name END
    FROM department JOIN branch ON branch.id = department.branch_id
    ORDER BY branch.sort_order, department.sort_order, department.name_key
"""
_PEOPLE = "SELECT id, name, coalesce(emp_no, '') FROM staff WHERE id IN (SELECT DISTINCT staff_id FROM call_sum)"
