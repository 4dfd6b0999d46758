"""What happens to receipts: issued, handed over, signed; refused, lost or voided with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.mailboxes.service import MailboxesService, MailboxRow
from desk_mailadmin.registers.receipts.listing import ReceiptRow, ReceiptsListing
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.receipts.rules import (
    LIFECYCLE,
    ORDER,
    RETURN_DAYS,
    WAYS,
    check_handed_over,
    check_reason,
    check_refused,
    check_signed,
)
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

PREFIX = "HZ"


@dataclass(frozen=True, slots=True)
class ReceiptEntry:
    """What a receipt is issued for."""

    kind: str
    sheet: str
    staff: int
    branch: int
    name: str
    dept: str
    application_id: int
    application_number: str
    mailbox: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What those above a receipt are told when it moves; ``on`` is the day it happened."""

    receipt: int
    application_id: int | None
    state: str
    on: date
    handed: bool


class ReceiptsService(ReceiptsListing):
    """Everything handed over for signature (000/3.0).

    ``followers`` are told, in the same transaction, when a receipt moves.
    """

    def __init__(self, desk: Desk, staff: StaffService, mailboxes: MailboxesService) -> None:
        super().__init__(desk)
        self._staff = staff
        self._mailboxes = mailboxes
        self.followers: list[Callable[[UnitOfWork, Moved], None]] = []

    def issue_in(self, work: UnitOfWork, entry: ReceiptEntry, on: date) -> int:
        """Issue a receipt with the next number of the year, within the transaction that opened the account."""
        number = f"{PREFIX}-{on.year}-{work.number(PREFIX, on.year):04d}"
        values: dict[str, Any] = {
            "number": number,
            "kind": entry.kind,
            "sheet": entry.sheet,
            "application_id": entry.application_id,
            "application_number": entry.application_number,
            "mailbox_id": entry.mailbox,
            "staff_id": entry.staff,
            "branch_id": entry.branch,
            "name": entry.name,
            "name_key": name_sort_key(entry.name),
            "dept": entry.dept,
            "dept_key": sort_key(entry.dept),
            "state": "out",
            "state_order": ORDER["out"],
            "issued_on": on,
        }
        receipt = Receipt.create(**values)
        work.wrote("receipt", receipt.id, QT_TRANSLATE_NOOP("desk", "开出回执 {number}"), after=values, number=number)
        self._index(receipt)
        work.changed("receipts")
        return int(receipt.id)

    def hand_over(self, record: int, on: date, how: str = "in_person") -> None:
        """Record that the receipt was handed over; it is due back after the set working days (RETURN_DAYS)."""
        row = self.row(record)
        if row.state != "out" or row.handed_on is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "回执 {number} 已经送出或办结，不用再登记送出。"), number=row.number
            )
        if how not in dict(WAYS):
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{how}”这种送达方式。"), field="how", how=how)
        check_handed_over(on, row.issued_on, self._desk.clock.today())
        due = self._desk.workdays.calendar().after(on, self._desk.settings.value(RETURN_DAYS))
        after = {"handed_on": on, "handed_how": how, "due_on": due}
        with self._desk.work("receipt.hand_over") as work:
            self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "送出回执，{how}"), on, how=dict(WAYS)[how])

    def sign(self, record: int, on: date, by: str = "") -> None:
        """Record the owner's signature; raise UserError unless it was handed over before that day."""
        row = self.row(record)
        check_signed(row.state, row.handed_on, on, self._desk.clock.today())
        signer = checked_line(by, QT_TRANSLATE_NOOP("desk", "签字人"), "by") or row.name
        after = {"state": "signed", "signed_on": on, "signed_by": signer, "ended_on": on}
        with self._desk.work("receipt.sign") as work:
            self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "{signer}签收"), on, signer=signer)

    def refuse(self, record: int, on: date, reason: str) -> None:
        """Record that the owner refused to sign what was handed over, with the reason or the witness."""
        row = self.row(record)
        check_refused(row.state, row.handed_on, on, self._desk.clock.today())
        self._end(record, "refused", on, reason, QT_TRANSLATE_NOOP("desk", "拒签：{reason}"))

    def lose(self, record: int, on: date, reason: str) -> None:
        """Record that the sheet was lost; it is printed and handed over anew."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "lost")
        after = {"state": "lost", "reason": check_reason(reason)}
        with self._desk.work("receipt.lose") as work:
            self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "遗失：{reason}"), on, reason=after["reason"])

    def replace_lost(self, record: int, on: date) -> None:
        """Put a lost receipt on its way again, to be handed over anew under its old number."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "out")
        after = {"state": "out", "handed_on": None, "handed_how": "", "due_on": None}
        with self._desk.work("receipt.replace") as work:
            self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "遗失后重新送出"), on)

    def void(self, record: int, on: date, reason: str) -> None:
        """Void a receipt; its number stays, with the reason (M4-20)."""
        self._end(record, "void", on, reason, QT_TRANSLATE_NOOP("desk", "作废：{reason}"))

    def void_in(self, work: UnitOfWork, record: int, on: date, reason: str) -> None:
        """Void a receipt within a transaction that is already open (its application was voided)."""
        row = self.row(record)
        after = {"state": "void", "reason": check_reason(reason), "ended_on": on}
        LIFECYCLE.check(row.state, "void")
        self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "作废：{reason}"), on, follow=False, reason=reason)

    def slip_issued(self, record: int) -> None:
        """Record that a password slip was printed: when and by whom, never what stood on it (004/第十五条)."""
        row = self.row(record)
        now = self._desk.clock.now().isoformat(timespec="seconds")
        with self._desk.work("receipt.slip") as work:
            Receipt.update(slip_issued_at=now, slip_issued_by=self._desk.who).where(Receipt.id == record).execute()
            work.wrote("receipt", record, QT_TRANSLATE_NOOP("desk", "打印 {address} 的密码单"), address=row.address)
            work.changed("receipts")

    def record_of(self, record: int) -> Receipt:
        """Return what is kept of a receipt."""
        found: Receipt = Receipt.get_by_id(record)
        return found

    def mailbox_of(self, record: int) -> MailboxRow:
        """Return the mailbox a receipt hands over."""
        return self._mailboxes.rows([self.record_of(record).mailbox_id])[0]

    def _end(self, record: int, state: str, on: date, reason: str, sentence: str) -> None:
        row = self.row(record)
        LIFECYCLE.check(row.state, state)
        after = {"state": state, "reason": check_reason(reason), "ended_on": on}
        with self._desk.work(f"receipt.{state}") as work:
            self._update(work, row, after, sentence, on, reason=after["reason"])

    def _update(
        self,
        work: UnitOfWork,
        row: ReceiptRow,
        after: dict[str, Any],
        sentence: str,
        on: date,
        *,
        follow: bool = True,
        **values: Any,
    ) -> None:
        state = str(after.get("state", row.state))
        after = {**after, "state_order": ORDER[state]}
        found = Receipt.get_by_id(row.id)
        before = {key: getattr(found, key) for key in after}
        Receipt.update(after).where(Receipt.id == row.id).execute()
        work.wrote("receipt", row.id, sentence, before=before, after=after, **values)
        work.changed("receipts")
        if follow:
            moved = Moved(row.id, found.application_id, state, on, after.get("handed_on", row.handed_on) is not None)
            for follower in self.followers:
                follower(work, moved)

    def _index(self, receipt: Receipt) -> None:
        words = search_words(receipt.name, [receipt.number, receipt.application_number])
        self._desk.search.put("receipt", receipt.id, [receipt.name, receipt.dept], words)
