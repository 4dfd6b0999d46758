"""What lists and the panel show of receipts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.dates import WorkCalendar, due_text
from desk_mailadmin.kernel.detail import Step
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.receipts.rules import ACCOUNT, GIVEN_BACK, WHATS, is_held
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing

SHEET = "account_receipt"
HANDOVER_SHEET = "handover_receipt"
"""The forms receipts are printed on: that of an account, and that of everything else."""

_AWAY_SINCE = (
    "CASE WHEN receipt.state = 'out' AND receipt.handed_on IS NOT NULL THEN receipt.handed_on ELSE '9999-12-31' END"
)
"""The day since which a sheet is away; one that is not stands below no days at all (the index in u0003 has it too)."""

_SOURCE = ListingSource(
    kind="receipt",
    table="receipt",
    unit=OF_BRANCH,
    orders={
        "number": "receipt.number",
        "application": "receipt.application_number",
        "name": "receipt.name_key",
        "dept": "receipt.dept_key",
        "matter": "receipt.subject, receipt.application_number",
        "handed_on": "receipt.handed_on",
        "days_out": f"{_AWAY_SINCE} DESC",
        "signed_on": "receipt.signed_on",
        "issued_on": "receipt.issued_on",
        "state": "receipt.state_order",
    },
    default_order="receipt.state_order, receipt.due_on",
    segments={
        "out": "receipt.state = 'out'",
        "away": "receipt.state = 'out' AND receipt.handed_on IS NOT NULL",
        "held": "receipt.what IN ('device', 'directory') AND receipt.state = 'signed' AND receipt.returned_on IS NULL",
        "signed": "receipt.state = 'signed'",
        "refused": "receipt.state = 'refused'",
        "lost": "receipt.state = 'lost'",
        "void": "receipt.state = 'void'",
        "all": "1 = 1",
    },
    filters={
        "branch": "receipt.branch_id = {value}",
        "dept": "receipt.dept = {value}",
        "what": "receipt.what = {value}",
    },
)

_SELECT = """
    SELECT receipt.id, receipt.number, receipt.application_number, receipt.name, receipt.dept,
           coalesce(mailbox.address, ''), receipt.what, receipt.subject, receipt.copies,
           receipt.issued_on, receipt.handed_on, receipt.handed_how, receipt.due_on,
           receipt.signed_on, receipt.signed_by, receipt.state, receipt.reason, receipt.slip_issued_at,
           EXISTS (SELECT 1 FROM print WHERE print.kind = 'receipt' AND print.record = receipt.id
                   AND print.form_id = receipt.sheet), receipt.sheet, branch.name, receipt.witness, receipt.lost_times,
           receipt.lost_on, receipt.reminded, receipt.reminded_on, receipt.back_by, receipt.returned_on,
           receipt.ended_on, receipt.recorded_on
    FROM receipt LEFT JOIN mailbox ON mailbox.id = receipt.mailbox_id JOIN branch ON branch.id = receipt.branch_id
"""


class ReceiptRow(Struct, frozen=True):
    """A receipt as lists show it."""

    id: int
    number: str
    application: str
    name: str
    dept: str
    address: str
    what: str
    subject: str
    copies: int
    issued_on: date
    handed_on: date | None
    handed_how: str
    due_on: date | None
    signed_on: date | None
    signed_by: str
    state: str
    reason: str
    slip_issued_at: str | None
    printed: int
    sheet: str
    branch: str
    witness: str
    lost_times: int
    lost_on: date | None
    reminded: int
    reminded_on: date | None
    back_by: date | None
    returned_on: date | None
    ended_on: date | None
    recorded_on: date | None
    progress: str = ""
    late: bool = False
    days_out: int | None = None

    @property
    def matter(self) -> str:
        """What was handed over, in a line: the account of an opening receipt."""
        return self.subject or self.address

    @property
    def held(self) -> bool:
        """Whether the thing is still in the hands of whom it was given to."""
        return is_held(self.what, self.state, self.returned_on)

    @property
    def sheet_title(self) -> str:
        """What the sheet is called."""
        return "电子邮件开户回执" if self.what == ACCOUNT else "签收单"


def sheet_for(what: str) -> str:
    """Return the form a receipt of that kind is printed on."""
    return SHEET if what == ACCOUNT else HANDOVER_SHEET


class ReceiptsListing(SqlListing[ReceiptRow]):
    """Receipts as rows, and each one's way as steps."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self.mailings: Callable[[int], tuple[Step, ...]] = lambda _record: ()
        """What was mailed of a receipt, as steps of its panel; the register above that sends puts it in."""

    def of_application(self, application: int) -> ReceiptRow | None:
        """Return the receipt of an application that is still good, or None."""
        found = (
            Receipt.select(Receipt.id)
            .where((Receipt.application_id == application) & (Receipt.state != "void"))
            .order_by(Receipt.id.desc())
            .first()
        )
        return self.row(found.id) if found else None

    def numbered(self, number: str) -> int | None:
        """Return the id of the receipt of that number, or None."""
        found = Receipt.get_or_none(Receipt.number == number)
        return int(found.id) if found else None

    def outstanding(self) -> Sequence[ReceiptRow]:
        """Return what is not yet back in the office, the latest due first."""
        found = Receipt.select(Receipt.id).where(Receipt.state.in_(("out", "lost"))).order_by(Receipt.due_on)
        return self.rows([receipt.id for receipt in found])

    def held(self) -> Sequence[ReceiptRow]:
        """Return what is in somebody's hands and must be given back by a day, the earliest first."""
        found = Receipt.select(Receipt.id).where(
            Receipt.what.in_(sorted(GIVEN_BACK))
            & (Receipt.state == "signed")
            & Receipt.returned_on.is_null()
            & Receipt.back_by.is_null(False)
        )
        return self.rows([receipt.id for receipt in found.order_by(Receipt.back_by)])

    def of_person(self, staff: int, *, held: bool = False) -> Sequence[ReceiptRow]:
        """Return the receipts of a person, newest first, or what he still holds of what must be given back."""
        found = Receipt.select(Receipt.id).where((Receipt.staff_id == staff) & (Receipt.state != "void"))
        rows = self.rows([receipt.id for receipt in found.order_by(Receipt.id.desc())])
        return [row for row in rows if row.held] if held else rows

    def issued_between(self, first: date, last: date) -> Sequence[ReceiptRow]:
        """Return the receipts issued in these days, in order of number."""
        found = Receipt.select(Receipt.id).where(Receipt.issued_on.between(first, last)).order_by(Receipt.number)
        return self.rows([receipt.id for receipt in found])

    def refused_between(self, first: date, last: date) -> Sequence[ReceiptRow]:
        """Return the receipts refused in these days and not signed since, in order of number."""
        found = Receipt.select(Receipt.id).where((Receipt.state == "refused") & Receipt.ended_on.between(first, last))
        return self.rows([receipt.id for receipt in found.order_by(Receipt.number)])

    def outstanding_at(self, day: date) -> Sequence[ReceiptRow]:
        """Return what had been issued but was not back in the office at the end of ``day``, in order of number."""
        found = Receipt.select(Receipt.id).where(
            (Receipt.issued_on <= day) & (Receipt.ended_on.is_null() | (Receipt.ended_on > day))
        )
        return self.rows([receipt.id for receipt in found.order_by(Receipt.number)])

    def row(self, record: int) -> ReceiptRow:
        """Return one receipt."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[ReceiptRow]:
        """Return the rows of these receipts, in this order."""
        return [self._dated(row) for row in self.ordered(ids, ReceiptRow, _SELECT)]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the kinds of things handed over, or the departments that ever got a receipt."""
        if filter_key == "what":
            kept = {receipt.what for receipt in Receipt.select(Receipt.what).distinct()}
            return [Choice(key, title) for key, title in WHATS if key in kept]
        found = Receipt.select(Receipt.dept, Receipt.dept_key).distinct().order_by(Receipt.dept_key)
        return [Choice(receipt.dept, receipt.dept) for receipt in found]

    def _dated(self, row: ReceiptRow) -> ReceiptRow:
        today, calendar = self._desk.clock.today(), self._desk.workdays.calendar()
        away = row.state == "out" and row.handed_on is not None
        days = calendar.days_between(row.handed_on, today) if away and row.handed_on else None
        progress, late = self._standing(row, today, calendar)
        return replace(row, progress=progress, late=late, days_out=days)

    def _standing(self, row: ReceiptRow, today: date, calendar: WorkCalendar) -> tuple[str, bool]:
        """Return how far a receipt is, in words, and whether it is late."""
        match row.state:
            case "signed" if row.held and row.back_by is not None and row.back_by < today:
                return f"在手，{due_text(row.back_by, today, calendar)}", True
            case "signed" if row.held and row.back_by is not None:
                return f"在手，{row.back_by:%m-%d} 归还", False
            case "signed" if row.held:
                return "在手", False
            case "signed":
                return f"{row.returned_on:%m-%d} 归还" if row.returned_on else f"{row.signed_on:%m-%d} 交回", False
            case "out" if row.due_on is not None:
                return due_text(row.due_on, today, calendar), row.due_on < today
            case "out":
                return "还没有送出", False
            case "refused" if row.witness:
                return f"{row.reason}（见证 {row.witness}）", False
            case _:
                return row.reason, False
