"""What happens to applications: filled in, numbered, signed one by one, carried out, receipted, ended with a reason."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import ApplicationKind, Refusal, Route
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.paper_effects import PaperEffect
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.deeds import CarriedOut, Deeds
from desk_mailadmin.registers.applications.entries import (
    LEFT,
    USED,
    ApplicationEntry,
    EntryChecks,
    asked_values,
    checked_fields,
    colleague_of,
    colleague_text,
    kept_whole,
    start_values,
    with_quota,
    with_titles,
)
from desk_mailadmin.registers.applications.listing import FormKind, UnknownKind
from desk_mailadmin.registers.applications.model import Application, SignOff
from desk_mailadmin.registers.applications.records import FILLED_IN, SAVED_DRAFT, same_key
from desk_mailadmin.registers.applications.rules import (
    FIGURES,
    LEVELS,
    LIFECYCLE,
    REMIND_DAYS,
    SIGN_DAYS,
    act_of_carrying_out,
    check_done_on,
    check_ended_on,
    check_entered_on,
    check_over_quota,
    check_ready,
    check_within_quota,
    months_before,
    paper_number,
    route_of,
)
from desk_mailadmin.registers.applications.signing import Signing
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.mailboxes.rules import OLD_MAIL_MONTHS, Holder, Holding
from desk_mailadmin.registers.mailboxes.service import MailboxesService
from desk_mailadmin.registers.receipts.rules import check_reason
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

_RESERVING = ("signing", "ready", "returned")
REFUSAL, TWIN = "refusal", "twin"
"""The questions that entering an application may ask."""


class ApplicationsService(Signing):
    """Applications of every declared kind (000/3.0, 004/附一, 附二); ``panel`` composes what the side panel shows.

    ``effects`` are the registers that follow applications, by the kind.
    ``printable`` raises UserError for a character that cannot be printed (in a name, if the second argument says so).
    """

    def __init__(
        self,
        desk: Desk,
        kinds: Mapping[str, FormKind],
        *,
        branches: BranchesService,
        departments: DepartmentsService,
        staff: StaffService,
        mailboxes: MailboxesService,
        receipts: ReceiptsService,
        panel: Callable[[ApplicationsService, int], Detail],
        printable: Callable[[str, bool], None],
        effects: Mapping[str, PaperEffect],
    ) -> None:
        super().__init__(desk, kinds, branches, staff, departments)
        self.mailboxes = mailboxes
        self.receipts = receipts
        self._deeds = Deeds(self, mailboxes, receipts, effects)
        self._effects = effects
        self._panel = panel
        self._printable = printable
        mailboxes.pending = self._pending_holder
        desk.after_undo("application", self._index_again)

    # entering

    def draft(self, entry: ApplicationEntry) -> int:
        """Keep an application without a number, however incomplete, and return its id."""
        with self._desk.work("application.draft") as work:
            return self.create_in(work, {**self._columns(entry), "state": "draft"}, SAVED_DRAFT)

    def save_draft(self, record: int, entry: ApplicationEntry) -> None:
        """Change a draft, or an application that was returned; raise UserError for any other state."""
        row = self.row(record)
        if row.state not in ("draft", "returned"):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{number}已经正式填表，不能再改；可以退回或作废。"), number=row.number
            )
        with self._desk.work("application.edit") as work:
            self.update_in(work, record, self._columns(entry), QT_TRANSLATE_NOOP("desk", "修改草稿"))
            self.index(record)

    def check(self, entry: ApplicationEntry, record: int | None = None) -> dict[str, Any]:
        """Return the entry's fields as they would be kept; raise UserError naming the field that cannot stand."""
        today, kind = self._desk.clock.today(), self.asked(entry.kind)
        check_entered_on(entry.entered_on or today, today)
        fields = kind.own_fields
        refusal = kind.refused(asked_values(fields, entry.fields))
        if refusal is not None:  # what is refused need not be told in full
            fields = tuple(replace(one, required=one.key == refusal.when.field) for one in fields)
        kept = dict(checked_fields(fields, entry.fields, self._checks(entry, record)))
        self._check_printable(kept, self.kinds[entry.kind].names)
        if kept.get(USED):
            check_over_quota(kept_whole(kept[USED]), self._quota_at(kept))
        return kept

    def _check_printable(self, kept: Mapping[str, Any], names: Collection[str]) -> None:
        """Raise UserError, naming the field, for a character that the sheet could not show."""
        for key, value in kept.items():
            if isinstance(value, str):
                try:
                    self._printable(value, key in names)
                except UserError as fault:
                    raise UserError(fault.template, field=key, **fault.values) from None

    def asked(self, kind: str) -> ApplicationKind:
        """Return what a form asks for, in the office's words, its quota bounded by the figure in force (000/4.1).

        Raises UserError for no form.
        """
        if kind not in self.kinds:
            if self._is_used(kind):
                raise UnknownKind.of(kind)
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{kind}”这种申请。"), field="kind", kind=kind)
        bounded = with_quota(self.kinds[kind].application, self.mailboxes.quota_cap())
        return with_titles(bounded, lambda setting: self._desk.settings.value(FIGURES[setting]))

    def enter(
        self, entry: ApplicationEntry, record: int | None = None, confirmed: Collection[str] = frozenset()
    ) -> int:
        """Make an application official: check it, give it the year's next number, ask for its signatures.

        ``record`` is the draft or returned application it comes from; a returned one keeps its number. What the rules
        forbid outright is kept as a refusal with its clause (000/4.5.3). Raises UserError for an entry that cannot
        stand, NeedsConfirmation before a refusal is kept and where another application stands for the same thing.
        """
        entry = replace(entry, fields=self.check(entry, record))
        kind = self.kinds[entry.kind].application
        self._check_person(entry.staff, kind)
        refusal = kind.refused(entry.fields)
        if refusal is None and self.route(entry) is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这样填写没有适用的签字路线，改一改选项。"))
        self._ask(entry, record, refusal, confirmed)
        with self._desk.work("application.enter") as work:
            values = self._columns(entry)
            found = self._writable(record) if record is not None else None
            if found is None or record is None:
                record = self.create_in(work, {**values, "state": "draft"}, FILLED_IN)
            number = found.number if found and found.number else self._next_number(work, entry)
            self._make_official(work, record, {**values, "number": number}, refusal)
            if refusal is None:
                self.ask_signatures(record, kind.route(values["route"]), entry.fields)
            self.index(record)
        return record

    def _make_official(self, work: UnitOfWork, record: int, values: dict[str, Any], refusal: Refusal | None) -> None:
        number, on = values["number"], values["entered_on"]
        if refusal is not None:
            reason = refusal.sentence
            after = {**values, "state": "refused", "due_on": None, "reason": reason, "ended_on": on}
            sentence = QT_TRANSLATE_NOOP("desk", "{number} 不予受理：{reason}")
            self.update_in(work, record, after, sentence, number=number, reason=reason)
            return
        due = self.after(on, self._desk.settings.value(SIGN_DAYS))
        after = {**values, "state": "signing", "due_on": due, "reason": ""}
        self.update_in(work, record, after, QT_TRANSLATE_NOOP("desk", "正式填表 {number}"), number=number)

    def _ask(
        self, entry: ApplicationEntry, record: int | None, refusal: Refusal | None, confirmed: Collection[str]
    ) -> None:
        """Ask what must be known before a number is taken."""
        if refusal is not None and REFUSAL not in confirmed:
            raise NeedsConfirmation(
                REFUSAL,
                QT_TRANSLATE_NOOP("desk", "{refusal}这张申请不予受理，只登记这一次拒绝。"),
                refusal=refusal.sentence,
            )
        effect = self._effects.get(entry.kind)
        if effect is not None and refusal is None:
            _unless_confirmed(confirmed, lambda: effect.ask(entry.fields, entry.staff))
        same = same_key(self.kinds[entry.kind].application, entry.fields, entry.staff)
        twin = self.standing(entry.kind, same, record) if refusal is None else None
        if twin is not None and TWIN not in confirmed:
            raise NeedsConfirmation(
                TWIN,
                QT_TRANSLATE_NOOP("desk", "已经有 {number}：{name}（{dept}）的“{subject}”，{progress}。"),
                number=twin.number,
                name=twin.name,
                dept=twin.dept,
                subject=twin.subject,
                progress=twin.progress,
            )

    # carrying out and what follows

    def carry_out(self, record: int, on: date, completion: Mapping[str, Any] | None = None) -> CarriedOut:
        """Record that the work was done: account opened, line installed, right granted (M0-3, M0-4, M2-1).

        ``completion`` holds what is entered then. A mailbox changes, a receipt is issued, a term begins as the kind
        says.
        Raises UserError unless every signature is there, and for what cannot stand.
        """
        row, signatures, entry = self.row(record), self.signatures(record), self.entry(record)
        kind = self.asked(row.kind)
        check_ready(row.state, signatures, kind.deed, cite(kind.clause))
        check_done_on(on, signatures, self._desk.clock.today(), kind.deed)
        if kind.outcome == "open_account":
            self.branches.check_client(self.record_of(record).branch_id)
        fields = {**entry.fields, **self._completed(kind, entry, record, completion or {}, on)}
        act = act_of_carrying_out(entry.fields.get("level"), self._desk.settings.value(LEVELS))
        with self._desk.work(act) as work:
            return self._deeds.carry_out_in(work, record, fields, on)

    def end(self, record: int, on: date, reason: str) -> None:
        """End what is in force, with the day and the reason (004/第十二条); raise UserError for any other state."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "closed")
        if row.state != "in_force":
            raise UserError(QT_TRANSLATE_NOOP("desk", "{number}没有在生效中，不用收回。"), number=row.number)
        check_ended_on(on, row.done_on, self._desk.clock.today(), row.end)
        with self._desk.work("application.end") as work:
            self._deeds.end_in(work, record, on, check_reason(reason))

    def known(self, entry: ApplicationEntry) -> Mapping[str, str]:
        """Return what the register that follows this kind knows for entries of a form that is being filled in."""
        effect = self._effects.get(entry.kind)
        return {} if effect is None else effect.known(entry.fields, entry.staff)

    def line_opened_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """End the application by which a line was stopped: the line works again."""
        found = Application.get_or_none((Application.number == number) & (Application.state == "in_force"))
        if found is not None:
            self._deeds.end_in(work, int(found.id), on, QT_TRANSLATE_NOOP("desk", "线路已复机"))

    def return_(self, record: int, on: date, reason: str) -> None:
        """Give an application back to be corrected; its number stays, its signatures must be given anew."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "returned")
        reason = check_reason(reason)
        with self._desk.work("application.return") as work:
            SignOff.update(agreed=None, opinion="", signed_on=None).where(SignOff.application == record).execute()
            after = {"state": "returned", "reason": reason, "due_on": None}
            self.update_in(work, record, after, QT_TRANSLATE_NOOP("desk", "{on} 退回：{reason}"), on=on, reason=reason)

    def void(self, record: int, on: date, reason: str) -> None:
        """Void an application, its receipt and, if it was opened, disable its mailbox; the number stays (M4-20)."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "void")
        reason = check_reason(reason)
        with self._desk.work("application.void") as work:
            after = {"state": "void", "reason": reason, "ended_on": on, "due_on": None}
            self.update_in(work, record, after, QT_TRANSLATE_NOOP("desk", "作废：{reason}"), reason=reason)
            self._deeds.undo_in(work, record, on, reason)

    # reading

    def entry(self, record: int) -> ApplicationEntry:
        """Return an application as it would be filled in."""
        found = Application.get_by_id(record)
        asked = {entry.key for entry in self.asked(found.kind).own_fields}
        fields = {key: value for key, value in json.loads(found.fields).items() if key in asked}
        return ApplicationEntry(found.staff_id, fields, found.kind, found.entered_on)

    def _is_used(self, kind: str) -> bool:
        return bool(Application.select().where(Application.kind == kind).exists())

    def route(self, entry: ApplicationEntry) -> Route | None:
        """Return the signatures that an entry would ask for, None where its kind provides none."""
        unit = route_of(self.branches.kind(self.staff.branch_of(entry.staff)))
        return self.kinds[entry.kind].application.route_for(unit, entry.fields)

    def remind_from(self, today: date) -> date:
        """Return the day up to which an end is near (REMIND_DAYS)."""
        return self.after(today, self._desk.settings.value(REMIND_DAYS))

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an application."""
        return self._panel(self, record)

    # inside

    def _columns(self, entry: ApplicationEntry) -> dict[str, Any]:
        route = self.route(entry)
        return self.columns_of(entry, route.key if route else "")

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self.index(record)

    def _completed(
        self, kind: ApplicationKind, entry: ApplicationEntry, record: int, completion: Mapping[str, Any], on: date
    ) -> dict[str, Any]:
        """Return what was entered with the work, checked; a field of it may depend on the form's own."""
        known = {**start_values(kind.completion), **completion}
        given = {**entry.fields, **asked_values(kind.completion, known, entry.fields)}
        plain = [replace(one, when=None) for one in kind.completion if one.is_asked(given)]
        wanted = {one.key: completion[one.key] for one in plain if one.key in completion}
        done = dict(checked_fields(plain, wanted, self._checks(entry, record, on)))
        if done.get(LEFT):
            check_within_quota(kept_whole(done[LEFT]), self._quota_at(entry.fields))
        return done

    def _quota_at(self, fields: Mapping[str, Any]) -> int:
        """Return the quota in MB of the mailbox that a form names, the largest there is where it names none."""
        mailbox = self.mailboxes.at(str(fields.get("mailbox", "")))
        return self.mailboxes.quota_cap() if mailbox is None else self.mailboxes.rows([mailbox])[0].quota_mb

    def _checks(self, entry: ApplicationEntry, record: int | None, on: date | None = None) -> EntryChecks:
        today = self._desk.clock.today()
        return EntryChecks(
            address=lambda address: self.mailboxes.free_address(address, record, entry.staff),
            mailbox=self.mailboxes.known_address,
            colleague=self._colleague,
            entered_on=entry.entered_on or today,
            today=today,
            old_mail=months_before(on or today, self._desk.settings.value(OLD_MAIL_MONTHS)),
        )

    def _colleague(self, text: str) -> str:
        row = self.staff.row(colleague_of(text, self.staff))
        return colleague_text(row.name, row.emp_no)

    def _writable(self, record: int) -> Application:
        found: Application = Application.get_by_id(record)
        LIFECYCLE.check(found.state, "signing")
        return found

    def _next_number(self, work: UnitOfWork, entry: ApplicationEntry) -> str:
        prefix = self.kinds[entry.kind].application.prefix
        year = (entry.entered_on or self._desk.clock.today()).year
        return paper_number(prefix, year, work.number(prefix, year))

    def _check_person(self, staff: int, kind: ApplicationKind) -> None:
        person = self.staff.row(staff)
        if person.state != "active" and not kind.leavers:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{name}已离职，不能再申请。"), field="person", name=person.name)

    def _pending_holder(self, address: str, besides: int | None) -> Holder | None:
        found = Application.get_or_none(
            (Application.address == address) & Application.state.in_(_RESERVING) & (Application.id != (besides or 0))
        )
        return Holder(address, found.name, found.number or "", Holding.APPLICATION) if found else None


def _unless_confirmed(confirmed: Collection[str], ask: Callable[[], None]) -> None:
    """Let a question through that was not answered yet."""
    try:
        ask()
    except NeedsConfirmation as question:
        if question.key not in confirmed:
            raise
