"""What happens to receipts: issued, handed over, signed; refused, lost or voided with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.mailboxes.listing import MailboxRow
from desk_mailadmin.registers.mailboxes.service import MailboxesService
from desk_mailadmin.registers.receipts.entries import HandOver, checked, entry_from
from desk_mailadmin.registers.receipts.listing import ReceiptRow, ReceiptsListing, sheet_for
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.receipts.rules import (
    ACCOUNT,
    LIFECYCLE,
    LONGEST_NOTE,
    NOTICE,
    ORDER,
    RETURN_DAYS,
    WAYS,
    WITNESS,
    check_given_back,
    check_handed_over,
    check_handed_thing,
    check_lost,
    check_reason,
    check_refused,
    check_signed,
    check_unsigned,
    check_witness,
)
from desk_mailadmin.registers.staff.service import StaffRow, StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.print_archive import Printed
from desk_mailadmin.store.work import UnitOfWork

PREFIX = "HZ"
MISREAD = QT_TRANSLATE_NOOP("desk", "扫错")
"""Why a signature is taken back, unless something else is said."""


class ReceiptEntry(Struct, frozen=True, kw_only=True):
    """What a receipt is issued for: what is handed over, to whom, and the application it answers, if there is one.

    ``sheet`` is the form it is printed on (by ``what``, if empty), ``return_days`` the working days within which the
    signed sheet must be back (RETURN_DAYS, if None), ``back_by`` the day by which the thing itself is given back.
    """

    staff: int
    branch: int
    name: str
    dept: str
    what: str = ACCOUNT
    subject: str = ""
    sheet: str = ""
    kind: str = ""
    emp_no: str = ""
    copies: int = 1
    note: str = ""
    mailbox: int | None = None
    application_id: int | None = None
    application_number: str = ""
    return_days: int | None = None
    back_by: date | None = None


class Moved(Struct, frozen=True):
    """What those above a receipt are told when it moves; ``on`` is the day, ``undoable``: may be taken back."""

    receipt: int
    application_id: int | None
    state: str
    on: date
    handed: bool
    undoable: bool


class ReceiptsService(ReceiptsListing):
    """Everything handed over for signature (000/3.0).

    ``followers`` are told, in the same transaction, when a receipt moves.
    """

    def __init__(
        self,
        desk: Desk,
        staff: StaffService,
        mailboxes: MailboxesService,
        panel: Callable[[ReceiptsService, int], Detail],
    ) -> None:
        super().__init__(desk)
        self._panel = panel
        self._staff = staff
        self._mailboxes = mailboxes
        self.followers: list[Callable[[UnitOfWork, Moved], None]] = []

    @property
    def who(self) -> str:
        """Who works at the desk: the one who hands over."""
        return self._desk.who

    def issue_in(self, work: UnitOfWork, entry: ReceiptEntry, on: date) -> int:
        """Issue a receipt with the next number of the year, within the transaction of what it answers.

        Raises UserError where what is handed over is not named.
        """
        subject = check_handed_thing(entry.what, entry.subject, entry.copies)
        number = f"{PREFIX}-{on.year}-{work.number(PREFIX, on.year):04d}"
        values: dict[str, Any] = {
            "number": number,
            "what": entry.what,
            "kind": entry.kind,
            "sheet": entry.sheet or sheet_for(entry.what),
            "subject": subject,
            "copies": entry.copies,
            "note": checked_text(entry.note, QT_TRANSLATE_NOOP("desk", "附言"), "note", LONGEST_NOTE),
            "application_id": entry.application_id,
            "application_number": entry.application_number,
            "mailbox_id": entry.mailbox,
            "staff_id": entry.staff,
            "branch_id": entry.branch,
            "name": entry.name,
            "name_key": name_sort_key(entry.name),
            "emp_no": entry.emp_no or self._staff.row(entry.staff).emp_no,
            "dept": entry.dept,
            "dept_key": sort_key(entry.dept),
            "return_days": entry.return_days,
            "back_by": entry.back_by,
            "state": "out",
            "state_order": ORDER["out"],
            "issued_on": on,
        }
        receipt = Receipt.create(**values)
        work.wrote("receipt", receipt.id, QT_TRANSLATE_NOOP("desk", "开出回执 {number}"), after=values, number=number)
        self._index(receipt)
        work.changed("receipts")
        return int(receipt.id)

    def enter(self, entry: HandOver) -> list[int]:
        """Issue a receipt to each recipient, numbers in a row, in one transaction; return their ids in that order.

        Raises UserError for an entry that cannot stand, or a recipient who left.
        """
        today = self._desk.clock.today()
        entry = checked(entry, today)
        people = [self._staff.row(person) for person in entry.people]
        for person in people:
            if person.state == "left":
                raise UserError(
                    QT_TRANSLATE_NOOP("desk", "{name}已经离职，不能作领取人。"), field="people", name=person.name
                )
        with self._desk.work("receipt.enter") as work:
            return [self.issue_in(work, self._entry(entry, person), today) for person in people]

    def enter_plain(self, data: Mapping[str, Any]) -> list[int]:
        """Issue what plain data hand over; raises what ``entry_from`` and ``enter`` raise."""
        return self.enter(entry_from(data, self._staff))

    def _entry(self, entry: HandOver, person: StaffRow) -> ReceiptEntry:
        return ReceiptEntry(
            staff=person.id,
            branch=self._staff.branch_of(person.id),
            name=person.name,
            dept=person.dept,
            emp_no=person.emp_no,
            what=entry.what,
            subject=entry.subject,
            copies=entry.copies,
            note=entry.note,
            return_days=entry.return_days,
            back_by=entry.back_by,
        )

    def hand_over(self, record: int, on: date, how: str = "in_person") -> None:
        """Record that the receipt was handed over; it is due back after its own working days, else RETURN_DAYS."""
        row = self.row(record)
        if row.state != "out" or row.handed_on is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "回执 {number} 已经送出或办结，不用再登记送出。"), number=row.number
            )
        if how not in dict(WAYS):
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{how}”这种送达方式。"), field="how", how=how)
        check_handed_over(on, row.issued_on, self._desk.clock.today())
        days = self.record_of(record).return_days or self._desk.settings.value(RETURN_DAYS)
        after = {"handed_on": on, "handed_how": how, "due_on": self._desk.workdays.calendar().after(on, days)}
        with self._desk.work("receipt.hand_over") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "送出回执，{how}")
            self._update(work, row, after, sentence, on, undoable=True, how=dict(WAYS)[how])

    def mailed(self, record: int) -> None:
        """Count a receipt that went out by mail as handed over; a thing goes by hand, whatever its slip does."""
        row, today = self.row(record), self._desk.clock.today()
        waits = row.state == "out" and row.handed_on is None and row.issued_on <= today
        if waits and row.what in (ACCOUNT, NOTICE):
            self.hand_over(record, today, "mail")

    def hand_over_all(self, records: Sequence[int], on: date, how: str = "in_person") -> None:
        """Hand over several at once: all of them, or none where one cannot be."""
        with self._desk.work("receipt.hand_over"):
            for record in records:
                self.hand_over(record, on, how)

    def sign(self, record: int, on: date, by: str = "") -> None:
        """Record the owner's signature; raise UserError unless it was handed over before that day."""
        row, today = self.row(record), self._desk.clock.today()
        check_signed(row.state, row.handed_on, on, today)
        signer = checked_line(by, QT_TRANSLATE_NOOP("desk", "签字人"), "by") or row.name
        after = {"state": "signed", "signed_on": on, "signed_by": signer, "ended_on": on, "recorded_on": today}
        with self._desk.work("receipt.sign") as work:
            self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "{signer}签收"), on, signer=signer)

    def hand_over_and_sign(self, record: int, on: date) -> None:
        """Record on one day that a receipt was handed over and signed at once (a sheet that came back by itself)."""
        with self._desk.work("receipt.sign"):
            self.hand_over(record, on)
            self.sign(record, on)

    def unsign(self, record: int, reason: str = MISREAD) -> None:
        """Take back a signature on the day it was entered; the receipt waits again as it did before.

        Raises UserError on a later day, or where the thing was given back since.
        """
        row, kept, today = self.row(record), self.record_of(record), self._desk.clock.today()
        check_unsigned(row.state, kept.recorded_on, kept.returned_on, today)
        state, ended_on = self._before_signing(record)
        cleared = {"signed_on": None, "signed_by": "", "recorded_on": None}
        after = {"state": state, "ended_on": ended_on, **cleared}
        with self._desk.work("receipt.unsign") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "撤回签收：{reason}")
            self._update(work, row, after, sentence, today, reason=check_reason(reason))

    def refuse(self, record: int, on: date, reason: str, witness: str = "") -> None:
        """Record that the owner refused to sign what was handed over, why, and who saw it (WITNESS)."""
        row = self.row(record)
        check_refused(row.state, row.handed_on, on, self._desk.clock.today())
        reason = check_reason(reason)
        witness = check_witness(witness, needed=self._desk.settings.value(WITNESS, on))
        after = {"state": "refused", "reason": reason, "witness": witness, "ended_on": on}
        sentence = QT_TRANSLATE_NOOP("desk", "拒签：{reason}")
        if witness:
            sentence = QT_TRANSLATE_NOOP("desk", "拒签：{reason}　见证人 {witness}")
        with self._desk.work("receipt.refused") as work:
            self._update(work, row, after, sentence, on, undoable=True, reason=reason, witness=witness)

    def lose(self, record: int, on: date, reason: str) -> None:
        """Record that the sheet was lost; it is printed and handed over anew."""
        row = self.row(record)
        check_lost(row.state, row.issued_on, on, self._desk.clock.today())
        reason = check_reason(reason)
        after = {"state": "lost", "reason": reason, "lost_on": on, "lost_times": row.lost_times + 1}
        with self._desk.work("receipt.lose") as work:
            self._update(
                work, row, after, QT_TRANSLATE_NOOP("desk", "遗失：{reason}"), on, undoable=True, reason=reason
            )

    def replace_lost(self, record: int, on: date) -> None:
        """Put a lost receipt on its way again, to be handed over anew under its old number."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "out")
        after = {"state": "out", "handed_on": None, "handed_how": "", "due_on": None}
        with self._desk.work("receipt.replace") as work:
            self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "遗失后重新送出"), on, undoable=True)

    def give_back(self, record: int, on: date) -> None:
        """Record that a device or a directory copy was given back."""
        row = self.row(record)
        check_given_back(held=row.held, signed_on=row.signed_on, on=on, today=self._desk.clock.today())
        with self._desk.work("receipt.give_back") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "归还“{what}”")
            self._update(work, row, {"returned_on": on}, sentence, on, undoable=True, what=row.matter)

    def remind(self, records: Sequence[int], on: date) -> None:
        """Record that reminders were printed for these receipts."""
        with self._desk.work("receipt.remind") as work:
            for record in records:
                self.remind_in(work, record, on)

    def remind_in(self, work: UnitOfWork, record: int, on: date) -> int:
        """Record that a reminder was printed for a receipt; return how many that makes."""
        row = self.row(record)
        times = row.reminded + 1
        after = {"reminded": times, "reminded_on": on}
        self._update(work, row, after, QT_TRANSLATE_NOOP("desk", "第 {times} 次催交"), on, follow=False, times=times)
        return times

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

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a receipt."""
        return self._panel(self, record)

    def latest_print(self, row: ReceiptRow) -> Printed | None:
        """Return the newest print of a receipt's sheet, None where it was never printed."""
        return self._desk.prints.latest("receipt", row.id, row.sheet)

    def record_of(self, record: int) -> Receipt:
        """Return what is kept of a receipt."""
        found: Receipt = Receipt.get_by_id(record)
        return found

    def mailbox_of(self, record: int) -> MailboxRow:
        """Return the mailbox an opening receipt hands over; ValueError for a receipt of anything else."""
        mailbox = self.record_of(record).mailbox_id
        if mailbox is None:
            raise ValueError(record)
        return self._mailboxes.rows([mailbox])[0]

    def _before_signing(self, record: int) -> tuple[str, date | None]:
        """Return the state from which a receipt was signed and the day that had ended it, as its history tells."""
        for entry in self._desk.journal.history("receipt", record):
            changes = {change.field: change for change in entry.changes}
            if "state" in changes and changes["state"].new == "signed":
                ended = changes["ended_on"].old if "ended_on" in changes else None
                return str(changes["state"].old), date.fromisoformat(ended) if ended else None
        return "out", None

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
        undoable: bool = False,
        **values: Any,
    ) -> None:
        """Change a receipt, journal it and tell the followers; ``undoable`` lets it be taken back today."""
        state = str(after.get("state", row.state))
        after = {**after, "state_order": ORDER[state]}
        found = Receipt.get_by_id(row.id)
        before = {key: getattr(found, key) for key in after}
        Receipt.update(after).where(Receipt.id == row.id).execute()
        work.wrote("receipt", row.id, sentence, before=before, after=after, undoable=undoable, **values)
        work.changed("receipts")
        if follow:
            handed = after.get("handed_on", row.handed_on) is not None
            moved = Moved(row.id, found.application_id, state, on, handed, undoable)
            for follower in self.followers:
                follower(work, moved)

    def _index(self, receipt: Receipt) -> None:
        words = search_words(receipt.name, [receipt.number, receipt.application_number])
        self._desk.search.put("receipt", receipt.id, [receipt.name, receipt.dept, receipt.subject], words)
