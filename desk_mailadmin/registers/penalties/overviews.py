"""What the cases of a list come to: in all, by department, clause, person and month (M4-20)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.ledger_view import MONTH, Group
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.penalties.listing import PLACE, REST, PenaltiesListing, PenaltyRow
from desk_mailadmin.registers.penalties.model import Penalty
from desk_mailadmin.store.database import execute

_BOOKED = "penalty.state NOT IN ('draft', 'void')"
_COUNTED = "penalty.state NOT IN ('draft', 'void', 'reversed', 'offset')"
_PAID = "penalty.deducted_fen - penalty.refunded_fen"


def _booked(column: str) -> str:
    return f"CASE WHEN {_BOOKED} THEN {column} ELSE 0 END"


SUMS = {
    "cases": f"CASE WHEN {_COUNTED} THEN 1 ELSE 0 END",
    "fine": _booked("penalty.fine_fen"),
    "recovery": _booked("penalty.recovery_fen"),
    "deducted": _booked(_PAID),
    "waived": _booked("penalty.waived_fen"),
    "rest": _booked(REST),
    "again": f"CASE WHEN {_COUNTED} AND penalty.offence_no > 1 THEN 1 ELSE 0 END",
}
"""What lists are summed up by, as SQL, fen but for the counts; a draft and a void come to nothing."""

_NAMES = {
    "dept": (PLACE, "penalty.dept", "(SELECT branch.name FROM branch WHERE branch.id = penalty.branch_id)"),
    "clause": ("penalty.clause",),
    "person": (
        "penalty.staff_id",
        "(SELECT staff.name FROM staff WHERE staff.id = penalty.staff_id)",
        "penalty.emp_no",
    ),
    MONTH: ("penalty.month",),
}


class Overviews(PenaltiesListing):
    """Sums of the ledger; each is one statement over all that a query lists."""

    def sums(self, query: Query) -> Mapping[str, int]:
        """Return what the cases of a list come to (SUMS)."""
        return self.summed(query, SUMS)

    def groups(self, overview: str, query: Query) -> Sequence[Group]:
        """Return what the cases of a list come to by department, clause, person or month; KeyError for another."""
        found = self.grouped(query, _NAMES[overview], SUMS)
        lines = [(line[: -len(SUMS)], line[-len(SUMS) :]) for line in found]
        counted = [(names, figures) for names, figures in lines if any(figures)]
        titles = _titles(overview, [names for names, _figures in counted])
        return [
            Group("" if names[0] is None else str(names[0]), title, tuple(figures))
            for (names, figures), title in zip(counted, titles, strict=True)
        ]

    def month_counts(self) -> Mapping[str, int]:
        """Return how many cases stand in each month in which there are any."""
        found = execute(
            self._desk.database, "SELECT month, count(*) FROM penalty WHERE month IS NOT NULL GROUP BY month"
        )
        return {month: int(count) for month, count in found}

    def rungs(self, record: int) -> Sequence[PenaltyRow]:
        """Return the cases of a case's person that count for the same ladder, by the day they happened."""
        found = Penalty.get_by_id(record)
        return self.of_person(found.staff_id, found.count_group) if found.count_group else ()


def _titles(overview: str, lines: Sequence[tuple[Any, ...]]) -> list[str]:
    """Return what groups are called: departments of several units with their unit, namesakes with their number."""
    match overview:
        case "clause":
            return [cite(clause) or "—" for (clause,) in lines]
        case "dept":
            several = len({branch for _place, _dept, branch in lines}) > 1
            return [f"{branch} {dept}" if several else dept for _place, dept, branch in lines]
        case "person":
            names = Counter(name for _staff, name, _number in lines)
            return [f"{name} {number}".strip() if names[name] > 1 else name for _staff, name, number in lines]
        case _:
            return [str(name or "—") for (name,) in lines]
