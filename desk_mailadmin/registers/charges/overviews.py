"""What the charges of a list come to: in all, by department, line and month; and what a year comes to, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.ledger_view import MONTH, Group
from desk_mailadmin.kernel.months import MONTHS
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.charges.listing import PLACE, ChargeRow
from desk_mailadmin.registers.charges.model import Settlement
from desk_mailadmin.registers.charges.reckoning import Reckoning
from desk_mailadmin.registers.charges.records import ChargesRecords
from desk_mailadmin.registers.charges.rules import MonthPart, Year, year_of

SUMS = {
    "total": "charge.total_fen",
    "quota": "coalesce(charge.quota_fen + charge.saved_fen, 0)",
    "over": "charge.over_fen",
    "self": "charge.self_fen",
    "company": "charge.company_fen",
    "calls": "charge.calls",
    "seconds": "charge.seconds",
    "lines": "CASE WHEN charge.kind = 'line' THEN 1 ELSE 0 END",
}
"""What lists are summed up by, as SQL, fen but for the counts."""

_MEASURES = ("lines", "quota", "total", "over", "self", "company")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "dept": (PLACE, "charge.dept", "branch.name", "charge.kind"),
    "line": ("charge.line_id", "charge.extension", "charge.number", "charge.holder"),
    MONTH: ("charge.month",),
}


class LineYear(Struct, frozen=True):
    """One line's year: what each month counted against the quota (None: no charge), its sums; ``row`` is its last."""

    row: ChargeRow
    months: tuple[int | None, ...]
    year: Year
    brought_fen: int
    settled: Settlement | None = None


class Overviews(ChargesRecords):
    """Sums of the charges; each is one statement over all that a query lists."""

    _reckoning: Reckoning

    def sums(self, query: Query) -> Mapping[str, int]:
        """Return what the charges of a list come to (SUMS)."""
        return self.summed(query, SUMS)

    def groups(self, overview: str, query: Query) -> Sequence[Group]:
        """Return what the charges of a list come to by department, line or month; KeyError for another."""
        found = self.grouped(query, _NAMES[overview], {key: SUMS[key] for key in _MEASURES})
        lines = [(line[: -len(_MEASURES)], line[-len(_MEASURES) :]) for line in found]
        several = overview == "dept" and len({names[2] for names, _figures in lines if names[2]}) > 1
        groups = [
            Group("" if names[0] is None else str(names[0]), _title(overview, names, several=several), tuple(figures))
            for names, figures in lines
        ]
        return groups if overview == MONTH else sorted(groups, key=lambda group: -group.figures[2])

    def year_table(self, year: int) -> Sequence[LineYear]:
        """Return what every line's year comes to so far, in the order of the month's table (002/6.一, M5-2)."""
        by_line: dict[int, list[ChargeRow]] = {}
        for row in self.of_year(year):
            if row.line is not None:
                by_line.setdefault(row.line, []).append(row)
        brought, quotas = self._reckoning.brought(year), self.lines.quotas(f"{year:04d}-{MONTHS}")
        settled = {one.line_id: one for one in Settlement.select().where(Settlement.year == year)}
        found = []
        for line, rows in by_line.items():
            quota, carried = quotas.get(line), brought.get(line, 0)
            came = year_of(
                [MonthPart(row.quota_fen, row.used_fen, row.over_fen) for row in rows],
                lump_fen=rows[-1].lump_fen,
                brought_fen=carried,
                tolerance_fen=quota.tolerance_fen if quota else 0,
                carry_over=bool(quota and quota.carry_over),
            )
            used = {int(row.month[5:]): row.used_fen for row in rows}
            months = tuple(used.get(month) for month in range(1, MONTHS + 1))
            found.append(LineYear(rows[-1], months, came, carried, settled.get(line)))
        order = {row.id: place for place, row in enumerate(self.rows(self._ordered(found)))}
        return sorted(found, key=lambda one: order[one.row.id])

    def years(self) -> Sequence[int]:
        """Return the years that have charges, the latest first."""
        return sorted({int(month[:4]) for month in self.month_counts()}, reverse=True)

    def _ordered(self, found: Sequence[LineYear]) -> Sequence[int]:
        """Return the last months of lines by unit, department and number."""
        wanted = {one.row.id for one in found}
        return [record for record in self.keys(Query(sort="dept")) if record in wanted]


def _title(overview: str, names: tuple[Any, ...], *, several: bool) -> str:
    match overview:
        case "dept":
            _place, dept, branch, kind = names
            if not dept:
                return "中继未归属" if kind == "trunk" else "未登记号码"
            return f"{branch} {dept}" if several else dept
        case "line":
            line, extension, number, holder = names
            return f"{extension or phone_shown(number)} {holder}".strip() if line is not None else "未归属"
        case _:
            return str(names[0] or "—")
