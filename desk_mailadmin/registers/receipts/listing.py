"""What lists and the panel show of receipts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk_mailadmin.kernel.dates import due_text
from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.receipts.rules import ACCOUNT, LIFECYCLE, WAYS
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import ListingSource, SqlListing

SHEET = "account_receipt"
HANDOVER_SHEET = "handover_receipt"
"""The forms receipts are printed on: that of an account, and that of everything else."""

_SOURCE = ListingSource(
    kind="receipt",
    table="receipt",
    orders={
        "number": "receipt.number",
        "application": "receipt.application_number",
        "name": "receipt.name_key",
        "dept": "receipt.dept_key",
        "handed_on": "receipt.handed_on",
        "signed_on": "receipt.signed_on",
        "issued_on": "receipt.issued_on",
        "state": "receipt.state_order",
    },
    default_order="receipt.state_order, receipt.due_on",
    segments={
        "out": "receipt.state = 'out'",
        "signed": "receipt.state = 'signed'",
        "refused": "receipt.state = 'refused'",
        "lost": "receipt.state = 'lost'",
        "void": "receipt.state = 'void'",
        "all": "1 = 1",
    },
    filters={"branch": "receipt.branch_id = {value}", "dept": "receipt.dept = {value}"},
)

_SELECT = """
    SELECT receipt.id, receipt.number, receipt.application_number, receipt.name, receipt.dept,
           coalesce(mailbox.address, ''), receipt.what, receipt.subject, receipt.copies,
           receipt.issued_on, receipt.handed_on, receipt.handed_how, receipt.due_on,
           receipt.signed_on, receipt.signed_by, receipt.state, receipt.reason, receipt.slip_issued_at,
           EXISTS (SELECT 1 FROM print WHERE print.kind = 'receipt' AND print.record = receipt.id
                   AND print.form_id = receipt.sheet), receipt.sheet
    FROM receipt LEFT JOIN mailbox ON mailbox.id = receipt.mailbox_id
"""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
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
    progress: str = ""
    late: bool = False

    @property
    def matter(self) -> str:
        """What was handed over, in a line: the account of an opening receipt."""
        return self.subject or self.address


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
        """Return the departments that ever got a receipt."""
        found = Receipt.select(Receipt.dept, Receipt.dept_key).distinct().order_by(Receipt.dept_key)
        return [Choice(receipt.dept, receipt.dept) for receipt in found]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a receipt: where it is on its way."""
        row = self.row(record)
        facts = (
            Fact("对应申请", row.application),
            Fact("部门", row.dept),
            Fact("邮箱", row.address),
            Fact("密码单", f"{row.slip_issued_at[:16].replace('T', ' ')} 打印" if row.slip_issued_at else "未打印"),
            *((Fact("原因", row.reason),) if row.reason else ()),
        )
        return Detail(
            title=row.name,
            subtitle=f"{row.number}　电子邮件开户回执",
            state=LIFECYCLE.state(row.state),
            facts=facts,
            steps=self._steps(row),
            steps_title="送达与签收",
            history=self.history("receipt", record),
            sheet=row.sheet,
        )

    def _steps(self, row: ReceiptRow) -> tuple[Step, ...]:
        return (self._print_step(row), *self.mailings(row.id), self._hand_over_step(row), self._sign_step(row))

    def _print_step(self, row: ReceiptRow) -> Step:
        printed = self._desk.prints.latest("receipt", row.id, row.sheet)
        if printed:
            return Step("打印回执", StepState.DONE, f"{printed.at[:10]}　{printed.who}　第 {printed.number} 次")
        if row.state in ("signed", "void"):
            return Step("打印回执", StepState.TODO, "没有打印过")
        return Step("打印回执", StepState.NOW, "一式两联", actions=("print", "password_slip"))

    def _hand_over_step(self, row: ReceiptRow) -> Step:
        if row.handed_on:
            return Step("送出", StepState.DONE, f"{row.handed_on}　{dict(WAYS)[row.handed_how]}")
        now = row.state == "out"
        return Step("送出", StepState.NOW if now else StepState.TODO, "", actions=("hand_over",) if now else ())

    def _sign_step(self, row: ReceiptRow) -> Step:
        scans = self.attached("receipt", row.id)
        if row.signed_on:
            return Step("本人签收", StepState.DONE, f"{row.signed_on}　{row.signed_by}", attachments=scans)
        if row.state in ("refused", "lost", "void"):
            ended: dict[str, tuple[str, ...]] = {"lost": ("replace",), "refused": ("sign",)}
            note = f"{LIFECYCLE.state(row.state).title}：{row.reason}"
            return Step("本人签收", StepState.NOW, note, late=True, actions=ended.get(row.state, ()), attachments=scans)
        due = row.state == "out" and row.handed_on is not None
        note = f"应于 {row.due_on} 交回，{row.progress}" if due else ""
        actions = ("sign", "refuse", "lose") if due else ()
        return Step("本人签收", StepState.NOW if due else StepState.TODO, note, row.late, actions, scans)

    def _dated(self, row: ReceiptRow) -> ReceiptRow:
        today = self._desk.clock.today()
        match row.state:
            case "signed":
                progress, late = f"{row.signed_on:%m-%d} 交回", False
            case "out" if row.due_on is not None:
                progress = due_text(row.due_on, today, self._desk.workdays.calendar())
                late = row.due_on < today
            case "out":
                progress, late = "还没有送出", False
            case _:
                progress, late = row.reason, False
        return replace(row, progress=progress, late=late)
