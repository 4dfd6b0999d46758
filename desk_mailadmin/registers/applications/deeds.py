"""What carrying out an application does: mailboxes opened or changed, receipts issued, terms begun and ended."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.documents.application_kind import MAILBOX_DEEDS, ApplicationKind, FieldKind, Outcome
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paper_effects import PaperDone, PaperEffect
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.entries import colleague_of
from desk_mailadmin.registers.applications.model import Application
from desk_mailadmin.registers.applications.records import ApplicationRecords, dates_of, line_of
from desk_mailadmin.registers.applications.rules import check_term, state_when_done, state_with_receipt
from desk_mailadmin.registers.mailboxes.service import MailboxEntry, MailboxesService
from desk_mailadmin.registers.receipts.listing import SHEET
from desk_mailadmin.registers.receipts.service import Moved, ReceiptEntry, ReceiptsService
from desk_mailadmin.store.work import UnitOfWork


class CarriedOut(Struct, frozen=True):
    """What carrying out an application produced; None and empty where it makes no mailbox or no receipt."""

    mailbox: int | None = None
    receipt: int | None = None
    receipt_number: str = ""


class Deeds:
    """The work behind applications, within the transaction that records it."""

    def __init__(
        self,
        records: ApplicationRecords,
        mailboxes: MailboxesService,
        receipts: ReceiptsService,
        effects: Mapping[str, PaperEffect],
    ) -> None:
        self._records = records
        self._effects = effects
        self._mailboxes = mailboxes
        self._receipts = receipts
        receipts.followers.append(self._receipt_moved)

    def carry_out_in(self, work: UnitOfWork, record: int, fields: Mapping[str, Any], on: date) -> CarriedOut:
        """Do what a kind's outcome says and move the application on; ``fields`` holds its completion too."""
        found = self._records.record_of(record)
        kind = self._records.kinds[found.kind].application
        term = dates_of(kind, fields, on)
        if term is not None:
            check_term(*term)
        mailbox = self._do(work, found, kind, fields, on)
        self._follow(work, found, kind, fields, on)
        receipt = self._issue(work, found, kind, {**json.loads(found.fields), **fields}, mailbox, on)
        start, until = term or (None, None)
        state = state_when_done(receipt=receipt is not None, termed=term is not None)
        after = {
            "state": state,
            "fields": json.dumps({**json.loads(found.fields), **fields}, ensure_ascii=False),
            "done_on": on,
            "opened_on": on if kind.outcome is Outcome.OPEN_ACCOUNT else None,
            "mailbox_id": mailbox,
            "from_on": start,
            "until_on": until,
            "due_on": until if state == "in_force" else None,
            "ended_on": on if state == "closed" else None,
        }
        sentence = QT_TRANSLATE_NOOP("desk", "{deed}：{subject}")
        self._records.update_in(
            work, record, after, sentence, undoable=True, deed=kind.deed, subject=found.subject or found.name
        )
        self._records.index(record)
        number = self._receipts.row(receipt).number if receipt is not None else ""
        return CarriedOut(mailbox, receipt, number)

    def end_in(self, work: UnitOfWork, record: int, on: date, reason: str) -> None:
        """End what is in force: taken back, given back, cancelled, run out."""
        found = self._records.record_of(record)
        kind = self._records.declared(found.kind)
        term = kind.term if kind else None
        after = {"state": "closed", "ended_on": on, "due_on": None, "reason": reason}
        sentence = QT_TRANSLATE_NOOP("desk", "{end}：{reason}")
        end = term.end if term else "结束"
        if found.kind in self._effects:
            self._effects[found.kind].end_in(work, found.number or "", on)
        self._records.update_in(work, record, after, sentence, undoable=True, end=end, reason=reason)

    def undo_in(self, work: UnitOfWork, record: int, on: date, reason: str) -> None:
        """Take back what a voided application brought into being: its receipt, and the mailbox it opened."""
        found = self._records.record_of(record)
        receipt = self._receipts.of_application(record)
        if found.kind in self._effects and found.done_on is not None:
            self._effects[found.kind].undo_in(work, found.number or "", on)
        if receipt is not None:
            self._receipts.void_in(work, receipt.id, on, reason)
        if (
            self._records.opens_account(found.kind)
            and found.mailbox_id is not None
            and self._state_of(found.mailbox_id) == "active"
        ):
            self._mailboxes.move_in(work, found.mailbox_id, "disabled", reason=reason, on=on)

    def _state_of(self, mailbox: int) -> str:
        return self._mailboxes.rows([mailbox])[0].state

    def _do(
        self, work: UnitOfWork, found: Application, kind: ApplicationKind, fields: Mapping[str, Any], on: date
    ) -> int | None:
        if kind.outcome is not Outcome.OPEN_ACCOUNT:
            self._check_not_deleted(str(fields.get("mailbox", "")), kind.deed)
        match kind.outcome:
            case Outcome.OPEN_ACCOUNT:
                return self._open_mailbox(work, found, fields, on)
            case Outcome.CHANGE_MAILBOX:
                return self._change_mailbox(work, found, fields, on)
            case Outcome.RECORD:
                address = str(fields.get("mailbox", ""))
                return self._mailboxes.at(address) if address else None

    def _follow(
        self, work: UnitOfWork, found: Application, kind: ApplicationKind, fields: Mapping[str, Any], on: date
    ) -> None:
        """Let the register that follows this kind of application do its part."""
        if found.kind not in self._effects:
            return
        asked = [entry.key for entry in kind.fields if entry.kind is FieldKind.COLLEAGUE and fields.get(entry.key)]
        people = {key: colleague_of(str(fields[key]), self._records.staff) for key in asked}
        done = PaperDone(found.number or "", found.kind, found.staff_id, fields, people, on)
        self._effects[found.kind].carry_out_in(work, done)

    def _check_not_deleted(self, address: str, deed: str) -> None:
        """Raise UserError for a mailbox that was deleted since the form was filled in."""
        mailbox = self._mailboxes.at(address) if address else None
        if mailbox is not None and self._state_of(mailbox) == "deleted":
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "邮箱 {address} 填表以后已经删除，不能{deed}；可以退回或作废这张申请。"),
                field="mailbox",
                address=address,
                deed=deed,
            )

    def _open_mailbox(self, work: UnitOfWork, found: Application, fields: Mapping[str, Any], on: date) -> int:
        quota = int(fields.get("quota_mb", self._mailboxes.quota_cap(found.entered_on)))
        entry = MailboxEntry(
            found.address, found.branch_id, found.name, quota, found.staff_id, on, asked_on=found.entered_on
        )
        return self._mailboxes.open_in(work, entry, besides=int(found.id))

    def _change_mailbox(self, work: UnitOfWork, found: Application, fields: Mapping[str, Any], on: date) -> int:
        """Change a mailbox as its application says (004/第九条, 第十条)."""
        address, action = str(fields.get("mailbox", "")), str(fields.get("action", ""))
        mailbox = self._mailboxes.at(address)
        if mailbox is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有登记过邮箱 {address}。"), field="mailbox", address=address)
        reason = f"{found.number} {action}"
        match MAILBOX_DEEDS[action]:
            case "quota":
                self._mailboxes.set_quota_in(work, mailbox, int(fields["quota_mb"]), reason=reason)
            case "transfer":
                owner = colleague_of(str(fields["new_owner"]), self._records.staff)
                self._hand_on(work, mailbox, owner, reason)
            case "disable":
                self._mailboxes.move_in(work, mailbox, "disabled", reason=reason, on=on)
            case "retain":
                until = date.fromisoformat(str(fields["until"]))
                self._mailboxes.move_in(work, mailbox, "retained", reason=reason, on=on, until=until)
            case _:  # restore
                self._mailboxes.move_in(work, mailbox, "active", reason=reason, on=on)
        return mailbox

    def _hand_on(self, work: UnitOfWork, mailbox: int, owner: int, reason: str) -> None:
        staff = self._records.staff
        name, branch = staff.row(owner).name, staff.branch_of(owner)
        self._mailboxes.hand_on_in(work, mailbox, staff=owner, owner=name, branch=branch, reason=reason)

    def _issue(
        self,
        work: UnitOfWork,
        found: Application,
        kind: ApplicationKind,
        fields: Mapping[str, Any],
        mailbox: int | None,
        on: date,
    ) -> int | None:
        """Issue the receipt of what is handed over, named by the entries and by what the deed brought; its id."""
        if kind.outcome is Outcome.OPEN_ACCOUNT:
            return self._issue_account(work, found, mailbox, on)
        if kind.hand_over is None or not kind.hand_over.is_due(fields):
            return None
        known = {"name": found.name, "dept": found.dept, "number": found.number or ""}
        subject = line_of(kind, kind.hand_over.subject, fields, known)
        entry = ReceiptEntry(
            **_whose(found),
            what=kind.hand_over.what,
            subject=subject or found.subject,
            kind=found.kind,
            mailbox=mailbox,
        )
        return self._receipts.issue_in(work, entry, on)

    def _issue_account(self, work: UnitOfWork, found: Application, mailbox: int | None, on: date) -> int:
        entry = ReceiptEntry(**_whose(found), kind=found.kind, sheet=SHEET, mailbox=mailbox)
        return self._receipts.issue_in(work, entry, on)

    def _receipt_moved(self, work: UnitOfWork, moved: Moved) -> None:
        """Let an application follow its receipt; in place of a voided one it gets the next."""
        if moved.application_id is None:
            return
        found = self._records.record_of(moved.application_id)
        termed = found.from_on is not None
        state = state_with_receipt(moved.state, handed=moved.handed, termed=termed)
        if state != found.state:
            after = {
                "state": state,
                "due_on": found.until_on if state == "in_force" else None,
                "ended_on": moved.on if state == "closed" else None,
            }
            sentence = QT_TRANSLATE_NOOP("desk", "回执{what}")
            self._records.update_in(work, found.id, after, sentence, undoable=moved.undoable, what=_said(moved))
        kind = self._records.declared(found.kind)
        if moved.state == "void" and kind is not None:
            self._issue(work, found, kind, json.loads(found.fields), found.mailbox_id, moved.on)


def _whose(found: Application) -> dict[str, Any]:
    return {
        "staff": found.staff_id,
        "branch": found.branch_id,
        "name": found.name,
        "dept": found.dept,
        "emp_no": found.emp_no,
        "application_id": int(found.id),
        "application_number": found.number or "",
    }


def _said(moved: Moved) -> str:
    said = {"signed": "已签收", "lost": "遗失", "refused": "拒签", "void": "作废"}
    return said.get(moved.state, "已送出" if moved.handed else "待送出")
