"""How a notice reaches the person: signed, refused before a witness, appealed, reported to the personnel department."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.penalties.records import PenaltyRecords
from desk_mailadmin.registers.penalties.rules import (
    APPEAL_DAYS,
    LIFECYCLE,
    LONGEST_REASON,
    check_appeal,
    check_day,
    check_named,
    check_reason,
    check_reportable,
    check_served,
)


class Signing(PenaltyRecords):
    """The way of a notice."""

    def sign(self, record: int, on: date) -> None:
        """Record that the person signed the notice; the days of appeal begin (APPEAL_DAYS)."""
        row = self.row(record)
        check_served(row.state, row.signed_on)
        check_day(on, row.issued_on, self._desk.clock.today())
        after = {"signed_on": on, "appeal_until": self._appeal_until(record, on)}
        with self._desk.work("penalty.sign") as work:
            self.update_in(
                work, record, after, QT_TRANSLATE_NOOP("desk", "{name}签收处罚通知单"), name=row.name, undoable=True
            )

    def refuse(self, record: int, on: date, witness: str, reason: str = "") -> None:
        """Record that the person would not sign, who saw it, and why; the notice counts as served."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "refused")
        check_day(on, row.issued_on, self._desk.clock.today())
        witness = check_named(witness, "witness", QT_TRANSLATE_NOOP("desk", "见证人"))
        refusal = checked_text(reason, QT_TRANSLATE_NOOP("desk", "拒签原因"), "reason", LONGEST_REASON)
        after = {
            "refused_on": on,
            "witness": witness,
            "refusal": refusal,
            "appeal_until": self._appeal_until(record, on),
        }
        with self._desk.work("penalty.refuse") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "{name}拒签，见证人 {witness}")
            self.update_in(work, record, after, sentence, name=row.name, witness=witness, undoable=True)

    def appeal(self, record: int, on: date, text: str) -> None:
        """Record that the person appeals, and what they say; UserError before it was served or after the term."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "appealed")
        check_day(on, row.served_on, self._desk.clock.today())
        check_appeal(on, row.appeal_until, row.decision)
        said = checked_text(text, QT_TRANSLATE_NOOP("desk", "申诉内容"), "appeal", 2_000)
        if not said:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写申诉内容。"), field="appeal")
        with self._desk.work("penalty.appeal") as work:
            after = {"appealed_on": on, "appeal": said}
            self.update_in(
                work, record, after, QT_TRANSLATE_NOOP("desk", "{name}提出申诉"), name=row.name, undoable=True
            )

    def report_to_hr(self, records: Sequence[int], on: date) -> None:
        """Record that cases were reported to the personnel department: all of them, or none."""
        with self._desk.work("penalty.report") as work:
            for record in records:
                row = self.row(record)
                check_reportable(row.state, row.reported_on, row.number)
                check_day(on, row.served_on, self._desk.clock.today())
                self.update_in(
                    work, record, {"reported_on": on}, QT_TRANSLATE_NOOP("desk", "报人力资源部"), undoable=True
                )

    def reply(self, record: int, text: str) -> None:
        """Record what the personnel department did about a case that was reported to it."""
        row = self.row(record)
        if row.reported_on is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 还没有报人力资源部。"), number=row.number)
        reply = checked_line(check_reason(text, "reply"), QT_TRANSLATE_NOOP("desk", "回复"), "reply")
        with self._desk.work("penalty.reply") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "人力资源部回复：{reply}")
            self.update_in(work, record, {"reply": reply}, sentence, reply=reply, undoable=True)

    def _appeal_until(self, record: int, on: date) -> date:
        """Return the last day of the appeal: counted from the day the notice was served first."""
        served = self.row(record).served_on or on
        days = self._desk.settings.value(APPEAL_DAYS, served)
        return self._desk.workdays.calendar().after(min(served, on), days)
