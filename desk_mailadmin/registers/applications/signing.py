"""Who signs an application, and their signatures as they are recorded one by one (000/3.0, 004/附一, 附二)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import Route
from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.entries import kept_day
from desk_mailadmin.registers.applications.listing import ApplicationRow, FormKind
from desk_mailadmin.registers.applications.model import Application, SignOff
from desk_mailadmin.registers.applications.records import ApplicationRecords
from desk_mailadmin.registers.applications.rules import (
    DO_DAYS,
    FIGURES,
    SIGN_DAYS,
    Signature,
    check_signature,
    state_after,
)
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.receipts.rules import LONGEST_REASON, check_reason
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk

_OF_THE_CASE = ("applicant", "department_manager", "superior", "witness", "partner")
"""Roles whose signer follows from the application, never from the last one."""


class Signing(ApplicationRecords):
    """The signatures of applications."""

    def __init__(
        self,
        desk: Desk,
        kinds: Mapping[str, FormKind],
        branches: BranchesService,
        staff: StaffService,
        departments: DepartmentsService,
    ) -> None:
        super().__init__(desk, kinds, branches, staff)
        self.departments = departments

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
            self.update_in(work, record, after, sentence, title=given.title, signer=signer)
        return self.row(record)

    def withdraw_signature(self, record: int, reason: str) -> None:
        """Take back the last signature recorded by mistake, a refusal too; never after the account was opened."""
        row, given = self.row(record), [s for s in self.signatures(record) if s.agreed is not None]
        if row.state not in ("signing", "ready", "refused") or not given:
            raise UserError(QT_TRANSLATE_NOOP("desk", "现在没有可以更正的签字。"))
        last, reason = given[-1], check_reason(reason)
        due = self.after(row.entered_on, self._desk.settings.value(SIGN_DAYS))
        after = {"state": "signing", "due_on": due, "reason": "", "ended_on": None}
        with self._desk.work("application.unsign") as work:
            expected = self._expected(self.record_of(record), last.role)  # the name too may have been the mistake
            self._record_signature(record, replace(last, signer=expected, agreed=None, opinion="", signed_on=None))
            self.update_in(
                work,
                record,
                after,
                QT_TRANSLATE_NOOP("desk", "更正{title}签字：{reason}"),
                title=last.title,
                reason=reason,
            )

    def ask_signatures(self, record: int, route: Route, fields: Mapping[str, Any]) -> None:
        """Ask for the signatures of a route anew; those recorded before are gone."""
        SignOff.delete().where(SignOff.application == record).execute()
        found = self.record_of(record)
        for position, step in enumerate(route.steps_for(fields), 1):
            SignOff.create(
                application=record,
                position=position,
                role=step.role,
                title=step.title,
                signer=self._expected(found, step.role),
            )

    def _expected(self, found: Application, role: str) -> str:
        """Return who will presumably sign as ``role``, empty where nobody can tell."""
        return self._signers(found).get(role) or self._last_signer(role, found.branch_id)

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

    def _last_signer(self, role: str, branch: int) -> str:
        """Return who signed as ``role`` last in that branch: offices outside the departments seldom change."""
        if role in _OF_THE_CASE:
            return ""
        signed = (
            SignOff.select(SignOff.signer)
            .join(Application)
            .where((SignOff.role == role) & (Application.branch == branch) & SignOff.agreed.is_null(False))
            .order_by(SignOff.id.desc())
            .first()
        )
        return signed.signer if signed else ""

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
            kind = self.declared(row.kind)
            named = kept_day(row.fields.get(kind.due_by)) if kind else None
            if named is not None and named > on:
                return named
            figure = FIGURES.get(kind.deadline if kind else "", DO_DAYS)
            return self.after(on, (kind.deadline_days if kind else 0) or self._desk.settings.value(figure))
        return row.due_on if state == "signing" else None

    def after(self, day: date, working_days: int) -> date:
        """Return the day that many working days after ``day`` (M14-1)."""
        return self._desk.workdays.calendar().after(day, working_days)
