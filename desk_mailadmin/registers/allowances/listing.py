"""What lists, papers and sheets show of allowances."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.registers.allowances.model import Allowance, AllowanceBill
from desk_mailadmin.registers.allowances.rules import holds_in
from desk_mailadmin.registers.months.rules import first_day, last_day
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing

_OWING = """allowance.id IN (SELECT bill.allowance_id FROM allowance_bill AS bill
    LEFT JOIN penalty ON bill.penalty <> '' AND penalty.number = bill.penalty
    WHERE bill.over_fen > 0 AND (bill.penalty = '' OR penalty.state IN ('void', 'reversed')))"""
"""Somebody whose mobile bill went beyond the allowance, and nothing was done about it."""

_SOURCE = ListingSource(
    kind="allowance",
    table="allowance",
    unit=OF_STAFF,
    joins="JOIN staff ON staff.id = allowance.staff_id JOIN department ON department.id = staff.department_id",
    orders={
        "state": "allowance.state",
        "name": "staff.name_key",
        "dept": "department.sort_order, department.name_key, staff.name_key",
        "rank": "allowance.rank, staff.name_key",
        "monthly": "allowance.monthly_fen",
        "from_on": "allowance.from_on",
        "until_on": "allowance.until_on",
    },
    default_order="allowance.state, department.sort_order, department.name_key, staff.name_key",
    segments={
        "active": "allowance.state = 'active'",
        "over": _OWING,
        "ended": "allowance.state = 'ended'",
        "all": "1 = 1",
    },
    filters={"rank": "allowance.rank", "dept": "department.name"},
)

_SELECT = """
    SELECT allowance.id, allowance.state, allowance.staff_id, staff.name, coalesce(staff.emp_no, ''), branch.name,
           department.name, allowance.rank, allowance.mobile, allowance.monthly_fen, allowance.from_on,
           allowance.until_on, allowance.application, allowance.remark, allowance.ended_on, allowance.end_reason,
           staff.state = 'left'
    FROM allowance
    JOIN staff ON staff.id = allowance.staff_id
    JOIN department ON department.id = staff.department_id
    JOIN branch ON branch.id = department.branch_id
"""
_BILLS = """
    SELECT bill.id, bill.allowance_id, bill.month, bill.fee_fen, bill.allowed_fen, bill.over_fen,
           CASE WHEN penalty.state IN ('void', 'reversed') THEN '' ELSE bill.penalty END
    FROM allowance_bill AS bill LEFT JOIN penalty ON bill.penalty <> '' AND penalty.number = bill.penalty
"""


class MobileBill(Struct, frozen=True):
    """A month's mobile bill: its fee, what the allowance covered and what is left, in fen; the case that takes it."""

    id: int
    allowance: int
    month: str
    fee_fen: int
    allowed_fen: int
    over_fen: int
    penalty: str

    @property
    def owing(self) -> bool:
        """Whether it went beyond the allowance and nothing was done about it."""
        return self.over_fen > 0 and not self.penalty


class AllowanceRow(Struct, frozen=True):
    """An allowance as lists show it; ``bill`` is its newest mobile bill, one that is owed for before the others."""

    id: int
    state: str
    staff: int
    name: str
    emp_no: str
    branch: str
    dept: str
    rank: str
    mobile: str
    monthly_fen: int
    from_on: date
    until_on: date | None
    application: str
    remark: str
    ended_on: date | None
    end_reason: str
    left: bool
    bill: MobileBill | None = None
    run_out: bool = False


class AllowancesListing(SqlListing[AllowanceRow]):
    """Allowances as rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def row(self, record: int) -> AllowanceRow:
        """Return one allowance."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[AllowanceRow]:
        """Return the rows of these allowances, in this order."""
        found, today = self.ordered(ids, AllowanceRow, _SELECT), self._desk.clock.today()
        newest = self._newest([row.id for row in found])
        return [replace(row, bill=newest.get(row.id), run_out=_run_out(row, today)) for row in found]

    def bills_of(self, record: int) -> Sequence[MobileBill]:
        """Return the mobile bills held against an allowance, the newest first."""
        return self._bills("WHERE bill.allowance_id = ? ORDER BY bill.month DESC", record)

    def bills_in(self, month: str) -> dict[int, MobileBill]:
        """Return the mobile bills of a month by allowance."""
        return {bill.allowance: bill for bill in self._bills("WHERE bill.month = ?", month)}

    def paid_in(self, month: str) -> Sequence[AllowanceRow]:
        """Return who gets an allowance with the wages of a month, by department (002/15.二.3, M5-14)."""
        first, last = first_day(month), last_day(month)
        sql = f"SELECT allowance.id FROM allowance {_SOURCE.joins} ORDER BY {_SOURCE.orders['dept']}, allowance.id"  # noqa: S608  (our own SQL)
        with self._desk.reading():
            rows = self.rows([record for (record,) in execute(self._desk.database, sql)])
        return [row for row in rows if holds_in(row.from_on, _until(row), first, last)]

    def of_application(self, number: str) -> int | None:
        """Return the allowance that an application granted, or None."""
        found = Allowance.get_or_none(Allowance.application == number) if number else None
        return int(found.id) if found else None

    def of_penalty(self, number: str) -> MobileBill | None:
        """Return the mobile bill whose excess a case takes back, or None."""
        found = AllowanceBill.get_or_none(AllowanceBill.penalty == number) if number else None
        return self._bills("WHERE bill.id = ?", found.id)[0] if found else None

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the ranks, or the departments, that have an allowance."""
        sql = {
            "rank": "SELECT DISTINCT rank FROM allowance ORDER BY 1",
            "dept": f"SELECT DISTINCT department.name FROM allowance {_SOURCE.joins} ORDER BY department.name_key",  # noqa: S608  (our own SQL)
        }[filter_key]
        return [Choice(name, name) for (name,) in execute(self._desk.database, sql)]

    def _newest(self, ids: Sequence[int]) -> dict[int, MobileBill]:
        marks = ", ".join("?" * len(ids))
        bills = self._bills(f"WHERE bill.allowance_id IN ({marks}) ORDER BY bill.month", *ids) if ids else ()
        newest = {bill.allowance: bill for bill in bills}
        return newest | {bill.allowance: bill for bill in bills if bill.owing}

    def _bills(self, which: str, *values: object) -> list[MobileBill]:
        with self._desk.reading():
            return [MobileBill(*found) for found in execute(self._desk.database, f"{_BILLS} {which}", values)]


def _until(row: AllowanceRow) -> date | None:
    """Return the last day an allowance is paid for: that it was ended on, else that it runs to."""
    return row.ended_on or row.until_on


def _run_out(row: AllowanceRow, today: date) -> bool:
    return row.state == "active" and (row.left or (row.until_on is not None and row.until_on < today))
