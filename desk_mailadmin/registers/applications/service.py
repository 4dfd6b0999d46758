"""What happens to applications: filled in, numbered, signed one by one, opened, receipted, ended with a reason."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk_mailadmin.documents.application_kind import ApplicationKind, Route
from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.applications.entries import ApplicationEntry, checked_fields, with_quota
from desk_mailadmin.registers.applications.listing import ApplicationRow, ApplicationsListing, FormKind
from desk_mailadmin.registers.applications.model import Application, SignOff
from desk_mailadmin.registers.applications.rules import (
    LIFECYCLE,
    OPEN_DAYS,
    ORDER,
    SIGN_DAYS,
    Signature,
    check_entered_on,
    check_opened_on,
    check_ready_to_open,
    check_signature,
    paper_number,
    route_of,
    state_after,
    state_with_receipt,
)
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.mailboxes.rules import Holder, Holding
from desk_mailadmin.registers.mailboxes.service import MailboxEntry, MailboxesService
from desk_mailadmin.registers.receipts.listing import SHEET
from desk_mailadmin.registers.receipts.rules import LONGEST_REASON, check_reason
from desk_mailadmin.registers.receipts.service import Moved, ReceiptEntry, ReceiptsService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

_RESERVING = ("signing", "ready", "returned")


@dataclass(frozen=True, slots=True)
class Opened:
    """What an opening produced."""

    mailbox: int
    receipt: int
    receipt_number: str


class ApplicationsService(ApplicationsListing):
    """Applications of every declared kind (000/3.0, 004/附一, 附二); ``panel`` composes what the side panel shows."""

    def __init__(
        self,
        desk: Desk,
        kinds: Callable[[], Mapping[str, FormKind]],
        *,
        branches: BranchesService,
        departments: DepartmentsService,
        staff: StaffService,
        mailboxes: MailboxesService,
        receipts: ReceiptsService,
        panel: Callable[[ApplicationsService, int], Detail],
    ) -> None:
        super().__init__(desk, kinds, branches)
        self.departments = departments
        self.staff = staff
        self.mailboxes = mailboxes
        self.receipts = receipts
        self._panel = panel
        mailboxes.pending = self._pending_holder
        receipts.followers.append(self._receipt_moved)

    # entering

    def draft(self, entry: ApplicationEntry) -> int:
        """Keep an application without a number, however incomplete, and return its id."""
        with self._desk.work("application.draft") as work:
            values = {**self._columns(entry), "fields": _json(entry.fields), "state": "draft"}
            return self._create(work, values, QT_TRANSLATE_NOOP("desk", "保存草稿"))

    def save_draft(self, record: int, entry: ApplicationEntry) -> None:
        """Change a draft, or an application that was returned; raise UserError for any other state."""
        row = self.row(record)
        if row.state not in ("draft", "returned"):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{number}已经正式填表，不能再改；可以退回或作废。"), number=row.number
            )
        with self._desk.work("application.edit") as work:
            values = {**self._columns(entry), "fields": _json(entry.fields)}
            self._update(work, record, values, QT_TRANSLATE_NOOP("desk", "修改草稿"))
            self._index(record)

    def check(self, entry: ApplicationEntry, record: int | None = None) -> dict[str, Any]:
        """Return the entry's fields as they would be kept; raise UserError naming the field that cannot stand."""
        today = self._desk.clock.today()
        check_entered_on(entry.entered_on or today, today)
        return dict(
            checked_fields(
                self.asked(entry.kind),
                entry.fields,
                address=lambda address: self.mailboxes.free_address(address, record, entry.staff),
                today=today,
            )
        )

    def asked(self, kind: str) -> ApplicationKind:
        """Return what a form asks for, its quota bounded by the figure in force (000/4.1); UserError for no form."""
        if kind not in self.kinds:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{kind}”这种申请。"), field="kind", kind=kind)
        return with_quota(self.kinds[kind].application, self.mailboxes.quota_cap())

    def enter(self, entry: ApplicationEntry, record: int | None = None) -> int:
        """Make an application official: check it, give it the year's next number, ask for its signatures.

        ``record`` is the draft or returned application it comes from; a returned one keeps its number. Raises UserError
        for an entry that cannot stand.
        """
        entry = replace(entry, fields=self.check(entry, record))
        self._check_person(entry.staff)
        with self._desk.work("application.enter") as work:
            values = {**self._columns(entry), "fields": _json(entry.fields)}
            found = self._writable(record) if record is not None else None
            if found is None or record is None:
                record = self._create(work, {**values, "state": "draft"}, QT_TRANSLATE_NOOP("desk", "填写申请"))
            number = found.number if found and found.number else self._next_number(work, entry)
            due = self._after(values["entered_on"], self._desk.settings.value(SIGN_DAYS))
            official = {**values, "number": number, "state": "signing", "due_on": due, "reason": ""}
            self._update(work, record, official, QT_TRANSLATE_NOOP("desk", "正式填表 {number}"), number=number)
            self._ask_signatures(record, entry)
            self._index(record)
        return record

    # signing

    def sign(
        self, record: int, role: str, on: date, *, by: str = "", agreed: bool = True, opinion: str = ""
    ) -> ApplicationRow:
        """Record one signature of the paper; the last one makes the application ready, a refusal ends it (M0-2)."""
        row, signatures = self.row(record), self.signatures(record)
        wanted = check_signature(row.state, signatures, role, on, row.entered_on, self._desk.clock.today())
        signer = checked_line(by, QT_TRANSLATE_NOOP("desk", "签字人"), "by") or wanted.signer
        opinion = checked_text(opinion, QT_TRANSLATE_NOOP("desk", "意见"), "opinion", LONGEST_REASON)
        if not signer:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写{title}是谁签的。"), field="by", title=wanted.title)
        given = replace(wanted, signer=signer, agreed=agreed, opinion=opinion, signed_on=on)
        state = state_after([given if s.role == role else s for s in signatures])
        with self._desk.work("application.sign") as work:
            self._record_signature(record, given)
            after = {"state": state, "due_on": self._due_after_signature(row, state, on)}
            if state == "refused":
                after |= {"reason": opinion, "ended_on": on}
            sentence = (
                QT_TRANSLATE_NOOP("desk", "登记{title}签字：{signer}，同意")
                if agreed
                else QT_TRANSLATE_NOOP("desk", "登记{title}签字：{signer}，不同意")
            )
            self._update(work, record, after, sentence, title=given.title, signer=signer)
        return self.row(record)

    def withdraw_signature(self, record: int, reason: str) -> None:
        """Take back the last signature recorded by mistake, a refusal too; never after the account was opened."""
        row, given = self.row(record), [s for s in self.signatures(record) if s.agreed is not None]
        if row.state not in ("signing", "ready", "refused") or not given:
            raise UserError(QT_TRANSLATE_NOOP("desk", "现在没有可以更正的签字。"))
        last, reason = given[-1], check_reason(reason)
        due = self._after(row.entered_on, self._desk.settings.value(SIGN_DAYS))
        after = {"state": "signing", "due_on": due, "reason": "", "ended_on": None}
        with self._desk.work("application.unsign") as work:
            self._record_signature(record, replace(last, agreed=None, opinion="", signed_on=None))
            self._update(
                work,
                record,
                after,
                QT_TRANSLATE_NOOP("desk", "更正{title}签字：{reason}"),
                title=last.title,
                reason=reason,
            )

    # opening and what follows

    def open(self, record: int, on: date) -> Opened:
        """Record that the account was opened at the server; mailbox and receipt come into being (M0-3, M0-4)."""
        row, signatures = self.row(record), self.signatures(record)
        check_ready_to_open(row.state, signatures)
        check_opened_on(on, signatures, self._desk.clock.today())
        self.branches.check_client(self.record_of(record).branch_id)
        with self._desk.work("application.open") as work:
            mailbox = self._open_mailbox(work, record, on)
            receipt = self._issue_receipt(work, record, mailbox, on)
            after = {"state": "opened", "opened_on": on, "mailbox_id": mailbox, "due_on": None}
            self._update(work, record, after, QT_TRANSLATE_NOOP("desk", "开通 {address}"), address=row.address)
        return Opened(mailbox, receipt, self.receipts.row(receipt).number)

    def return_(self, record: int, on: date, reason: str) -> None:
        """Give an application back to be corrected; its number stays, its signatures must be given anew."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "returned")
        reason = check_reason(reason)
        with self._desk.work("application.return") as work:
            SignOff.update(agreed=None, opinion="", signed_on=None).where(SignOff.application == record).execute()
            after = {"state": "returned", "reason": reason, "due_on": None}
            self._update(work, record, after, QT_TRANSLATE_NOOP("desk", "{on} 退回：{reason}"), on=on, reason=reason)

    def void(self, record: int, on: date, reason: str) -> None:
        """Void an application, its receipt and, if it was opened, disable its mailbox; the number stays (M4-20)."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "void")
        reason = check_reason(reason)
        with self._desk.work("application.void") as work:
            after = {"state": "void", "reason": reason, "ended_on": on, "due_on": None}
            self._update(work, record, after, QT_TRANSLATE_NOOP("desk", "作废：{reason}"), reason=reason)
            receipt = self.receipts.of_application(record)
            if receipt is not None:
                self.receipts.void_in(work, receipt.id, on, reason)
            mailbox = Application.get_by_id(record).mailbox_id
            if mailbox is not None and self.mailboxes.rows([mailbox])[0].state == "active":
                self.mailboxes.move_in(work, mailbox, "disabled", reason=reason, on=on)

    # reading

    def entry(self, record: int) -> ApplicationEntry:
        """Return an application as it would be filled in."""
        found = Application.get_by_id(record)
        return ApplicationEntry(found.staff_id, json.loads(found.fields), found.kind, found.entered_on)

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an application."""
        return self._panel(self, record)

    # inside

    def _columns(self, entry: ApplicationEntry) -> dict[str, Any]:
        person = self.staff.row(entry.staff)
        branch = self.staff.branch_of(entry.staff)
        return {
            "kind": entry.kind,
            "route": route_of(self.branches.kind(branch)),
            "staff_id": entry.staff,
            "branch_id": branch,
            "name": person.name,
            "name_key": name_sort_key(person.name),
            "emp_no": person.emp_no,
            "dept": person.dept,
            "dept_key": sort_key(person.dept),
            "post": person.post,
            "phone": str(entry.fields.get("phone", "")),
            "mobile": str(entry.fields.get("mobile", "")),
            "address": str(entry.fields.get("address", "")).strip().lower(),
            "entered_on": entry.entered_on or self._desk.clock.today(),
            "form_rev": self.kinds[entry.kind].rev,
        }

    def _create(self, work: UnitOfWork, values: dict[str, Any], sentence: str) -> int:
        values = {**values, "state_order": ORDER[values["state"]]}
        record = int(Application.create(**values).id)
        work.wrote("application", record, sentence, after=values)
        work.changed("applications")
        self._index(record)
        return record

    def _update(self, work: UnitOfWork, record: int, after: dict[str, Any], sentence: str, **values: Any) -> None:
        if "state" in after:
            after = {**after, "state_order": ORDER[after["state"]]}
        found = Application.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        Application.update(after).where(Application.id == record).execute()
        work.wrote("application", record, sentence, before=before, after=after, **values)
        work.changed("applications")

    def _writable(self, record: int) -> Application:
        found: Application = Application.get_by_id(record)
        LIFECYCLE.check(found.state, "signing")
        return found

    def _next_number(self, work: UnitOfWork, entry: ApplicationEntry) -> str:
        prefix = self.kinds[entry.kind].application.prefix
        year = (entry.entered_on or self._desk.clock.today()).year
        return paper_number(prefix, year, work.number(prefix, year))

    def _check_person(self, staff: int) -> None:
        person = self.staff.row(staff)
        if person.state != "active":
            raise UserError(QT_TRANSLATE_NOOP("desk", "{name}已离职，不能申请开户。"), field="person", name=person.name)

    def _ask_signatures(self, record: int, entry: ApplicationEntry) -> None:
        SignOff.delete().where(SignOff.application == record).execute()
        found = self.record_of(record)
        route: Route = self.kinds[entry.kind].application.route(found.route)
        signers = self._signers(found)
        for position, step in enumerate(route.steps, 1):
            SignOff.create(
                application=record,
                position=position,
                role=step.role,
                title=step.title,
                signer=signers.get(step.role, ""),
            )

    def _signers(self, found: Application) -> dict[str, str]:
        """Return who is expected to sign as what; an unknown name is asked for when the signature is recorded."""
        branch = self.branches.entry(found.branch_id)
        department = self.departments.entry(self.staff.department_of(found.staff_id))
        return {
            "applicant": found.name,
            "department_manager": department.manager,
            "office": branch.mail_person,
            "branch_hr": branch.personnel,
            "branch_head": branch.head,
        }

    def _record_signature(self, record: int, given: Signature) -> None:
        SignOff.update(
            signer=given.signer,
            agreed=given.agreed,
            opinion=given.opinion,
            signed_on=given.signed_on,
            recorded_at=self._desk.clock.now().isoformat(timespec="seconds"),
            recorded_by=self._desk.who,
        ).where((SignOff.application == record) & (SignOff.role == given.role)).execute()

    def _due_after_signature(self, row: ApplicationRow, state: str, on: date) -> date | None:
        if state == "ready":
            days = self.kinds[row.kind].application.deadline_days or self._desk.settings.value(OPEN_DAYS)
            return self._after(on, days)
        return row.due_on if state == "signing" else None

    def _after(self, day: date, working_days: int) -> date:
        return self._desk.workdays.calendar().after(day, working_days)

    def _pending_holder(self, address: str, besides: int | None) -> Holder | None:
        found = Application.get_or_none(
            (Application.address == address) & Application.state.in_(_RESERVING) & (Application.id != (besides or 0))
        )
        return Holder(address, found.name, found.number or "", Holding.APPLICATION) if found else None

    def _open_mailbox(self, work: UnitOfWork, record: int, on: date) -> int:
        found = self.record_of(record)
        quota = int(json.loads(found.fields).get("quota_mb", self.mailboxes.quota_cap(found.entered_on)))
        entry = MailboxEntry(
            found.address, found.branch_id, found.name, quota, found.staff_id, on, asked_on=found.entered_on
        )
        return self.mailboxes.open_in(work, entry, besides=record)

    def _issue_receipt(self, work: UnitOfWork, record: int, mailbox: int, on: date) -> int:
        found = self.record_of(record)
        entry = ReceiptEntry(
            kind=found.kind,
            sheet=SHEET,
            staff=found.staff_id,
            branch=found.branch_id,
            name=found.name,
            dept=found.dept,
            application_id=record,
            application_number=found.number or "",
            mailbox=mailbox,
        )
        return self.receipts.issue_in(work, entry, on)

    def _receipt_moved(self, work: UnitOfWork, moved: Moved) -> None:
        """Let an application follow its receipt; in place of a voided one it gets the next."""
        if moved.application_id is None:
            return
        found, state = self.record_of(moved.application_id), state_with_receipt(moved.state, handed=moved.handed)
        if state != found.state:
            after = {"state": state, "ended_on": moved.on if state == "closed" else None}
            self._update(work, found.id, after, QT_TRANSLATE_NOOP("desk", "回执{what}"), what=_said(moved))
        if moved.state == "void" and found.mailbox_id is not None:
            self._issue_receipt(work, found.id, found.mailbox_id, moved.on)

    def _index(self, record: int) -> None:
        found = self.record_of(record)
        words = search_words(found.name, [found.number or "", found.emp_no, found.address], [found.phone, found.mobile])
        self._desk.search.put("application", record, [found.name, found.dept], words)


def _json(fields: Mapping[str, Any]) -> str:
    return json.dumps(dict(fields), ensure_ascii=False)


def _said(moved: Moved) -> str:
    said = {"signed": "已签收", "lost": "遗失", "refused": "拒签", "void": "作废"}
    return said.get(moved.state, "已送出" if moved.handed else "待送出")
