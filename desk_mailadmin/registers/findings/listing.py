"""What lists and the panel show of findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.registers.findings.rules import KINDS, LIFECYCLE
from desk_mailadmin.registers.longdistance.rules import DETAILS
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing
from desk_mailadmin.store.search import NO_MATCH, terms_of

DUE = "finding.state = 'open' AND finding.act <> ''"
"""Findings of which the regulations name a consequence, as SQL."""

_SOURCE = ListingSource(
    kind="finding",
    table="finding",
    unit=OF_BRANCH,
    joins="LEFT JOIN staff ON staff.id = finding.staff_id",
    orders={
        "state": "finding.state_order, finding.occurred_at",
        "kind": "finding.kind, finding.state_order, finding.occurred_at",
        "occurred_at": "finding.occurred_at",
        "name": "staff.name_key, finding.occurred_at",
        "extension": "finding.branch_id, finding.extension, finding.number, finding.occurred_at",
        "called": "finding.called",
        "seconds": "finding.seconds",
        "fee": "finding.fee_fen",
        "proposed": "finding.proposed_fen",
    },
    default_order="finding.state_order, finding.occurred_at",
    segments={
        "due": DUE,
        **{key: f"finding.kind = '{key}'" for key in KINDS},
        "proposed": "finding.state = 'proposed'",
        "dismissed": "finding.state = 'dismissed'",
        "all": "1 = 1",
    },
    filters={
        "month": "finding.month",
        "state": "finding.state",
        "branch": "finding.branch_id",
        "dept": "finding.department_id",
    },
)

_SELECT = """
    SELECT finding.id, finding.state, finding.kind, finding.month, finding.occurred_at, finding.call_id, finding.log_id,
           finding.line_id, finding.staff_id, coalesce(staff.emp_no, ''), coalesce(staff.name, ''),
           coalesce(branch.name, ''), coalesce(department.name, ''), finding.extension, finding.number, finding.called,
           finding.seconds, finding.fee_fen, finding.detail, finding.clause, finding.act, finding.proposed_fen,
           finding.gone, finding.penalty_id, coalesce(penalty.number, ''), coalesce(penalty.state, ''), finding.reason,
           finding.decided_on, finding.decided_by, coalesce(line.label, ''), coalesce(department.manager, '')
    FROM finding
    LEFT JOIN staff ON staff.id = finding.staff_id
    LEFT JOIN branch ON branch.id = finding.branch_id
    LEFT JOIN department ON department.id = finding.department_id
    LEFT JOIN line ON line.id = finding.line_id
    LEFT JOIN penalty ON penalty.id = finding.penalty_id
"""
_RIGHTS = {"domestic": "国内长途", "international": "国际及港澳台"}
_INFO = {"160": "160 信息台", "168": "168 声讯台", "ld168": "外地 168 声讯台", "9xx": "9 字头声讯台", "other": "信息台"}


class FindingRow(Struct, frozen=True):
    """A finding as lists show it; ``penalty`` is the number of the case it became, empty for a draft."""

    id: int
    state: str
    kind: str
    month: str
    occurred_at: datetime
    call: int | None
    log: int | None
    line: int | None
    staff: int | None
    emp_no: str
    name: str
    branch: str
    dept: str
    extension: str
    number: str
    called: str
    seconds: int
    fee_fen: int
    detail: str
    clause: str
    act: str
    proposed_fen: int
    gone: bool
    penalty_id: int | None
    penalty: str
    penalty_state: str
    reason: str
    decided_on: date | None
    decided_by: str
    label: str
    manager: str

    @property
    def title(self) -> str:
        """Whose it is, as headings say it."""
        return self.who or "（不知道是谁）"

    @property
    def kind_title(self) -> str:
        """The kind in words."""
        return KINDS[self.kind].title

    @property
    def cited(self) -> str:
        """The clause as people read it."""
        return cite(self.clause)

    @property
    def who(self) -> str:
        """Whose it is: the person, a shared set's name, the department's head where nobody is named (002/7.1)."""
        return self.name or self.label or self.manager

    @property
    def details(self) -> str:
        """What exactly was found, in words."""
        if self.kind == "info-line":
            return _INFO.get(self.detail, "")
        if self.kind == "no-right":
            return f"没有{_RIGHTS.get(self.detail, '')}权限"
        return "、".join(DETAILS[key] for key in self.detail.split(",") if key in DETAILS)

    @property
    def outcome(self) -> str:
        """What became of it: the case, or why nothing."""
        if self.state == "proposed":
            return self.penalty or "处罚草稿"
        return self.reason


class FindingsListing(SqlListing[FindingRow]):
    """Findings as rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def row(self, record: int) -> FindingRow:
        """Return one finding."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[FindingRow]:
        """Return the rows of these findings, in this order."""
        return self.ordered(ids, FindingRow, _SELECT)

    def found(self, query: Query) -> tuple[str, Sequence[Any]] | None:
        """Return a SELECT of the findings a text means, with its values; None for an empty text.

        A person, a line (its holder, label, extension, number), or the beginning of the number called; all parts must
        be met. There are too many findings for a search table of their own.
        """
        terms = terms_of(query.search)
        if not terms:
            return None if terms is None else NO_MATCH
        values: list[Any] = []
        conditions = []
        for term in terms:
            ways = ["finding.called >= ? AND finding.called < ?"]
            values += [term, f"{term}\uffff"]
            for kind in ("staff", "line"):
                hit = self._desk.search.condition(kind, term)
                if hit is not None:
                    ways.append(f"finding.{kind}_id IN ({hit[0]})")
                    values += hit[1]
            conditions.append(f"({' OR '.join(ways)})")
        return f"SELECT finding.id FROM finding WHERE {' AND '.join(conditions)}", values  # noqa: S608  (our own SQL)

    def open_counts(self) -> Sequence[tuple[str, str, str, int, int]]:
        """Return what is open: month, kind, its act, how many, and the first of them."""
        sql = """
            SELECT month, kind, max(act), count(*), min(id) FROM finding WHERE state = 'open'
            GROUP BY month, kind ORDER BY month, kind
        """
        with self._desk.reading():
            return execute(self._desk.database, sql).fetchall()

    def of_call(self, call: int) -> Sequence[FindingRow]:
        """Return what was found of a call."""
        sql = "SELECT id FROM finding WHERE call_id = ? ORDER BY id"
        with self._desk.reading():
            ids = [record for (record,) in execute(self._desk.database, sql, (call,))]
        return self.rows(ids)

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer: months, states, units and departments with findings."""
        if filter_key == "state":
            return [Choice(state.key, state.title) for state in LIFECYCLE.states]
        if filter_key == "month":
            found = "SELECT DISTINCT month FROM finding ORDER BY month DESC"
            with self._desk.reading():
                months = [month for (month,) in execute(self._desk.database, found)]
            return [Choice(month, title_of(month)) for month in months or [month_of(self._desk.clock.today())]]
        table = "branch" if filter_key == "branch" else "department"
        name = "name" if filter_key == "branch" else "(SELECT name FROM branch WHERE id = branch_id) || ' / ' || name"
        found = f"SELECT id, {name} FROM {table} WHERE id IN (SELECT {table}_id FROM finding) ORDER BY 2"  # noqa: S608  (our own SQL)
        with self._desk.reading():
            return [Choice(str(record), title) for record, title in execute(self._desk.database, found)]
