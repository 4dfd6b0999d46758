"""What an approved application for an allowance does: it is paid from then on, until it is ended (002/15.二.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_mailadmin.kernel.paper_effects import PaperDone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.allowances.rules import AllowanceEntry
from desk_mailadmin.registers.allowances.service import AllowancesService
from desk_mailadmin.store.work import UnitOfWork

KIND = "phone_allowance"
"""The kind of application that grants one."""


class GrantedAllowance:
    """Follows applications for an allowance (kernel.paper_effects.PaperEffect)."""

    def __init__(self, allowances: AllowancesService) -> None:
        self._allowances = allowances

    def ask(self, fields: Mapping[str, Any], staff: int) -> None:
        """Ask nothing: whether somebody has one already is known when it is carried out."""

    def known(self, fields: Mapping[str, Any], staff: int) -> Mapping[str, str]:
        """Know nothing that the form does not ask for itself."""
        return {}

    def carry_out_in(self, work: UnitOfWork, done: PaperDone) -> None:
        """Enter the allowance; one the same person still has ends the day before.

        UserError for more than the rank's standard.
        """
        begins = done.day("paid_from") or done.day("from_on") or done.on
        self._allowances.end_before_in(work, done.staff, begins, done.number)
        entry = AllowanceEntry(
            staff=done.staff,
            rank=done.text("rank"),
            mobile=done.text("mobile"),
            monthly_fen=int(done.text("amount") or 0),
            from_on=begins,
            until_on=done.day("until_on"),
            application=done.number,
        )
        self._allowances.add_in(work, entry)

    def end_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Stop paying what the application granted."""
        record = self._allowances.of_application(number)
        if record is not None and self._allowances.row(record).state == "active":
            self._allowances.end_in(work, record, on, QT_TRANSLATE_NOOP("desk", "申请停发"))

    def undo_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Stop paying at once: the application was voided."""
        record = self._allowances.of_application(number)
        if record is not None and self._allowances.row(record).state == "active":
            self._allowances.end_in(work, record, on, QT_TRANSLATE_NOOP("desk", "申请作废"))
