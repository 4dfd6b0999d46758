"""What lists, papers and sheets show of the long-distance log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.registers.longdistance.model import LongDistance
from desk_mailadmin.registers.longdistance.rules import DETAILS, length_of, missing_of
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing

_SOURCE = ListingSource(
    kind="longdistance",
    table="longdistance",
    unit=OF_BRANCH,
    orders={
        "on": "longdistance.on_day, longdistance.from_at",
        "user": "longdistance.user_key, longdistance.on_day",
        "dept": "longdistance.branch_id, longdistance.dept, longdistance.on_day",
        "extension": "longdistance.branch_id, longdistance.extension, longdistance.phone, longdistance.on_day",
        "number": "longdistance.called",
        "state": "longdistance.state_order, longdistance.on_day, longdistance.from_at",
        "fee": "longdistance.fee_fen",
        "seconds": "longdistance.seconds",
    },
    default_order="longdistance.on_day DESC, longdistance.from_at DESC",
    segments={
        "all": "1 = 1",
        "open": "longdistance.state = 'open'",
        "ok": "longdistance.state = 'ok'",
        "incomplete": "longdistance.state = 'incomplete'",
        "false": "longdistance.state = 'false'",
        "unlogged": "longdistance.state = 'unlogged'",
        "unallowed": "longdistance.standing = 'none' OR longdistance.private = 1",
    },
    filters={
        "month": "longdistance.month",
        "branch": "longdistance.branch_id",
        "dept": "longdistance.dept",
        "detail": "instr(',' || longdistance.detail || ',', ',' || {value} || ',')",
    },
)

_SELECT = """
    SELECT longdistance.id, longdistance.state, longdistance.month, longdistance.on_day, longdistance.from_at,
           longdistance.to_at, longdistance.staff_id, coalesce(staff.emp_no, ''), longdistance.user_name,
           longdistance.branch_id, coalesce(branch.name, ''), longdistance.department_id, longdistance.dept,
           longdistance.line_id,
           longdistance.extension, longdistance.phone, longdistance.callee, longdistance.called, longdistance.purpose,
           longdistance.result, longdistance.approver, longdistance.approval, longdistance.standing,
           longdistance.private, longdistance.detail, longdistance.call_id, longdistance.seconds, longdistance.fee_fen,
           longdistance.source, longdistance.source_file, longdistance.source_row, longdistance.remark
    FROM longdistance
    LEFT JOIN staff ON staff.id = longdistance.staff_id
    LEFT JOIN branch ON branch.id = longdistance.branch_id
"""


class LongDistanceRow(Struct, frozen=True):
    """An entry as lists show it; ``seconds`` and ``fee_fen`` are the bill's, ``detail`` keys of what makes it false."""

    id: int
    state: str
    month: str
    on_day: date
    from_at: str
    to_at: str
    staff: int | None
    emp_no: str
    user: str
    branch_id: int | None
    branch: str
    department: int | None
    dept: str
    line: int | None
    extension: str
    phone: str
    callee: str
    called: str
    purpose: str
    result: str
    approver: str
    approval: str
    standing: str
    private: bool
    detail: str
    call: int | None
    seconds: int | None
    fee_fen: int | None
    source: str
    source_file: str
    source_row: int | None
    remark: str

    @property
    def title(self) -> str:
        """Who rang, as headings say it."""
        return self.user or "（没有写使用人）"

    @property
    def set_title(self) -> str:
        """The set as people name it: its extension, else its number."""
        return self.extension or self.phone

    @property
    def minutes(self) -> int | None:
        """The minutes as logged, from start to end; None where one of them is missing."""
        return length_of(self.from_at, self.to_at)

    @property
    def is_logged(self) -> bool:
        """Say whether somebody logged it; a billed call that nobody logged is no entry."""
        return self.source != "call"

    @property
    def missing(self) -> tuple[str, ...]:
        """The mandatory fields left empty, by their keys (002/5.四(一))."""
        texts = {"user": self.user, "callee": self.callee, "from_at": self.from_at, "to_at": self.to_at}
        return missing_of({**texts, "purpose": self.purpose, "result": self.result}) if self.is_logged else ()

    @property
    def details(self) -> tuple[str, ...]:
        """What makes the entry false, in words."""
        return tuple(DETAILS[key] for key in self.detail.split(",") if key)


class LongDistanceListing(SqlListing[LongDistanceRow]):
    """Entries as rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def row(self, record: int) -> LongDistanceRow:
        """Return one entry."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[LongDistanceRow]:
        """Return the rows of these entries, in this order."""
        return self.ordered(ids, LongDistanceRow, _SELECT)

    def of_month(self, month: str, branch: int | None = None) -> Sequence[LongDistanceRow]:
        """Return what stands in a month by day and time, calls that nobody logged too; of one unit, if it is named."""
        found = LongDistance.select(LongDistance.id).where(LongDistance.month == month)
        if branch is not None:
            found = found.where(LongDistance.branch == branch)
        order = (LongDistance.on_day, LongDistance.from_at, LongDistance.id)
        return self.rows([one.id for one in found.order_by(*order)])

    def first_of(self, month: str, branch: int) -> int | None:
        """Return the first entry of a unit's month, None where there is none."""
        found = LongDistance.select(LongDistance.id).where(
            (LongDistance.month == month) & (LongDistance.branch == branch)
        )
        first = found.order_by(LongDistance.on_day, LongDistance.from_at, LongDistance.id).first()
        return int(first.id) if first else None

    def months(self) -> Sequence[str]:
        """Return the months that hold entries, the latest first."""
        sql = "SELECT DISTINCT month FROM longdistance ORDER BY month DESC"
        with self._desk.reading():
            return [month for (month,) in execute(self._desk.database, sql)]

    def branches_of(self, month: str) -> Sequence[tuple[int, str]]:
        """Return the units that have entries in a month: id and name, in the order of the units."""
        sql = """
            SELECT DISTINCT branch.id, branch.name, branch.sort_order FROM longdistance
            JOIN branch ON branch.id = longdistance.branch_id WHERE longdistance.month = ? ORDER BY branch.sort_order
        """
        with self._desk.reading():
            return [(record, name) for record, name, _order in execute(self._desk.database, sql, (month,))]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer: months, units, departments with entries, what makes an entry false."""
        if filter_key == "month":
            return [Choice(month, title_of(month)) for month in self.months() or [month_of(self._desk.clock.today())]]
        if filter_key == "detail":
            return [Choice(key, title) for key, title in DETAILS.items()]
        if filter_key == "branch":
            found = "SELECT id, name FROM branch WHERE id IN (SELECT branch_id FROM longdistance) ORDER BY sort_order"
            with self._desk.reading():
                return [Choice(str(record), name) for record, name in execute(self._desk.database, found)]
        departments = LongDistance.select(LongDistance.dept).distinct().where(LongDistance.dept != "")
        return [Choice(one.dept, one.dept) for one in departments.order_by(LongDistance.dept)]
