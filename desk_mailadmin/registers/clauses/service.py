"""The demands of the regulations as a list; they are shipped with the program, nothing is kept of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from msgspec import Struct

from desk_mailadmin.kernel.clauses import REGULATIONS, Demand, cite_all
from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.table import Choice, Query, SegmentCount
from desk_mailadmin.language.search_keys import fold

KINDS: Mapping[str, str] = {"R": "记录", "C": "计算", "M": "提醒", "P": "打印", "K": "检查"}


_STATES = ("met", "planned")


class ClauseRow(Struct, frozen=True):
    """A demand as the list shows it; ``state`` is met or planned."""

    id: int
    demand: str
    clause: str
    text: str
    number: str
    kinds: str
    state: str
    met_in: str


class ClausesService:
    """Which demands of the five regulations the program meets, and which are planned."""

    _ORDERS: ClassVar[Mapping[str, str]] = {"demand": "id", "state": "state", "clause": "clause"}

    def __init__(self, demands: Callable[[], Sequence[Demand]]) -> None:
        self._load = demands

    @cached_property
    def _demands(self) -> Sequence[Demand]:
        """The catalogue, read when it is first looked at (SPEED a)."""
        return self._load()

    @cached_property
    def _rows(self) -> tuple[ClauseRow, ...]:
        return tuple(_row(number, demand) for number, demand in enumerate(self._demands, 1))

    def keys(self, query: Query) -> array[int]:
        """Return the ids of the demands of a query in its order."""
        found = [row for row in self._found(query) if query.segment not in _STATES or query.segment == row.state]
        order = self._ORDERS.get(query.sort, "id")
        found.sort(key=lambda row: (getattr(row, order), row.id), reverse=query.descending)
        return array("q", (row.id for row in found))

    def rows(self, ids: Sequence[int]) -> Sequence[ClauseRow]:
        """Return these demands, in this order."""
        return [self._rows[number - 1] for number in ids]

    def counts(self, query: Query) -> Mapping[str, SegmentCount]:
        """Return how many demands are met and how many are planned, under the other filters."""
        found = self._found(query)
        met = sum(row.state == "met" for row in found)
        counted = {"all": len(found), "met": met, "planned": len(found) - met}
        return {segment: SegmentCount(count) for segment, count in counted.items()}

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the regulations."""
        return [Choice(key, title) for key, title in REGULATIONS.items()]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a demand."""
        row = self._rows[record - 1]
        facts = (
            Fact("依据", row.clause),
            Fact("数字", row.number),
            Fact("要做的", row.kinds),
            Fact("在哪里", row.met_in or "以后的版本"),
        )
        return Detail(row.demand, row.text, facts=tuple(fact for fact in facts if fact.value))

    def _found(self, query: Query) -> list[ClauseRow]:
        regulation, words = query.filters.get("regulation", ""), fold(query.search).split()
        return [row for row in self._rows if self._is_of(row, regulation) and _has(row, words)]

    def _is_of(self, row: ClauseRow, regulation: str) -> bool:
        clauses = self._demands[row.id - 1].clause.split(", ")
        return not regulation or any(clause.startswith(f"{regulation}/") for clause in clauses)


def _has(row: ClauseRow, words: Sequence[str]) -> bool:
    text = fold(f"{row.demand} {row.clause} {row.text} {row.met_in}")
    return all(word in text for word in words)


def _row(number: int, demand: Demand) -> ClauseRow:
    kinds = "、".join(KINDS[kind] for kind in demand.kinds)
    state = "met" if demand.met_in else "planned"
    return ClauseRow(
        number, demand.id, cite_all(demand.clause), demand.text, demand.number, kinds, state, demand.met_in
    )
