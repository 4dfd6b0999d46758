"""What happens to the money of a case: waived, deducted, paid, paid back; decided on appeal, voided, reversed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.rules import checked_month, title_of
from desk_mailadmin.registers.penalties.listing import UNSTOPPED, PenaltyRow
from desk_mailadmin.registers.penalties.money import DEBITS, check_refund, payments_back, rests, spread
from desk_mailadmin.registers.penalties.payroll import Payroll
from desk_mailadmin.registers.penalties.rules import (
    DECISIONS,
    LIFECYCLE,
    check_day,
    check_deductible,
    check_named,
    check_not_ahead,
    check_reason,
    check_reversible,
)
from desk_mailadmin.registers.rulebook.rules import SANCTIONS
from desk_mailadmin.store.work import UnitOfWork

Report = Callable[[int, int], None]


def _silent(_done: int, _of: int) -> None: ...


class Deeds(Payroll):
    """The money trail of cases (M4-20, M4-21)."""

    def waive(self, record: int, fen: int, reason: str, approver: str, on: date) -> None:
        """Waive some or all of what is open, with the reason and who approved it; booked in the month of ``on``."""
        row = self.row(record)
        self.check_official(row)
        check_day(on, row.issued_on, self._desk.clock.today())
        reason = check_reason(reason)
        approver = check_named(approver, "approver", QT_TRANSLATE_NOOP("desk", "批准人"))
        parts = spread(fen, self._open_debits(record))
        with self._desk.work("penalty.waive") as work:
            for debit, part in parts:
                self._credit(work, record, "waiver", part, debit, on, reason=reason, approver=approver)
            after = {"reason": reason, "approver": approver}
            sentence = QT_TRANSLATE_NOOP("desk", "减免 {amount} 元：{reason}　批准人 {approver}")
            amount = fen_to_text(fen)
            self.update_in(work, record, after, sentence, amount=amount, reason=reason, approver=approver)
            self.trim_plan_in(record)

    def deduct(
        self, month: str, amounts: Mapping[int, int], on: date, reference: str = "", report: Report = _silent
    ) -> None:
        """Record what payroll deducted in a month, by case: all of it, or nothing where one sum cannot stand.

        ``reference`` names payroll's list, ``report`` is told how many cases are recorded; what it raises leaves
        nothing recorded. Raises UserError for a month that is closed or to come, for a case that is
        not served, under appeal or owes less.
        """
        self.months.check_open(checked_month(month))
        check_not_ahead(month, self._desk.clock.today())
        with self._desk.work("penalty.deduct") as work:
            for place, (record, fen) in enumerate(amounts.items()):
                report(place, len(amounts))
                row = self.row(record)
                check_deductible(row.state, row.number)
                sentence = QT_TRANSLATE_NOOP("desk", "{month}工资扣款 {amount} 元")
                self._pay(work, record, "deduction", fen, on, month, reference)
                self.update_in(work, record, {}, sentence, month=title_of(month), amount=fen_to_text(fen))

    def pay_cash(self, record: int, fen: int, on: date, reference: str = "") -> None:
        """Record cash that was paid; ``reference`` is the cashier's receipt, a number of ours where it is empty."""
        row = self.row(record)
        self.check_official(row)
        check_day(on, row.issued_on, self._desk.clock.today())
        with self._desk.work("penalty.cash") as work:
            number = self._noted(reference) or self.cash_number_in(work, on)
            self._pay(work, record, "cash", fen, on, self.months.booking_month(on), number)
            sentence = QT_TRANSLATE_NOOP("desk", "现金缴款 {amount} 元，收据 {reference}")
            self.update_in(work, record, {}, sentence, amount=fen_to_text(fen), reference=number)

    def refund(self, record: int, fen: int, on: date, reference: str = "", reason: str = "") -> None:
        """Record what was paid back, or put right a payment that was entered too high.

        More than is owed back needs a ``reason``; that much is owed again. UserError beyond what came in.
        """
        row = self.row(record)
        check_refund(fen, row.sums)
        if fen > -row.rest_fen:
            reason = check_reason(reason)
        check_day(on, row.issued_on, self._desk.clock.today())
        month, note = self.months.booking_month(on), self._noted(reference)
        with self._desk.work("penalty.refund") as work:
            for debit, part in spread(fen, payments_back(self.lines(record))):
                self.line_in(work, record, "refund", part, on, month, closes=debit, reference=note, reason=reason)
            sentence = (
                QT_TRANSLATE_NOOP("desk", "退款或更正 {amount} 元：{reason}")
                if reason
                else QT_TRANSLATE_NOOP("desk", "退款 {amount} 元")
            )
            self.update_in(work, record, {}, sentence, amount=fen_to_text(fen), reason=reason)

    def reopen_line(self, record: int, on: date) -> None:
        """Record that the line stopped for a case works again (002/12.九); UserError where none is stopped."""
        row = self.row(record)
        if row.stop_until is None or row.reopened_on is not None or row.state in UNSTOPPED:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这一件没有停着的电话。"))
        check_day(on, row.issued_on, self._desk.clock.today())
        with self._desk.work("penalty.reopen") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "电话复机 {on}")
            self.update_in(work, record, {"reopened_on": on}, sentence, undoable=True, on=on)
            self.stops.reopen_in(work, row.number, on)

    def line_opened_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Note that the line of a case was opened again in the register of lines."""
        record = self.numbered(number)
        if record is not None and self.row(record).reopened_on is None:
            sentence = QT_TRANSLATE_NOOP("desk", "电话复机 {on}")
            self.update_in(work, record, {"reopened_on": on}, sentence, undoable=True, on=on)

    def decide_appeal(
        self,
        record: int,
        on: date,
        decision: str,
        reason: str,
        by: str,
        *,
        due_fen: int | None = None,
        sanctions: Sequence[str] | None = None,
    ) -> None:
        """Record the decision on an appeal: upheld, changed, or withdrawn.

        A changed one may lower what is owed to ``due_fen`` and replace ``sanctions``; it is never made harder. What was
        already paid of it is owed back.
        """
        row = self.row(record)
        self._check_decision(row, decision, due_fen, on)
        reason, by = check_reason(reason), check_named(by, "by", QT_TRANSLATE_NOOP("desk", "决定人"))
        less = row.due_fen - row.waived_fen - (0 if decision == "withdrawn" else due_fen if due_fen is not None else 0)
        after: dict[str, Any] = {"decided_on": on, "decision": decision, "decision_reason": reason, "decided_by": by}
        if decision == "changed" and sanctions is not None:
            after["sanctions"] = ",".join(_known(sanctions))
        with self._desk.work("penalty.decide") as work:
            if decision == "withdrawn" or (decision == "changed" and due_fen is not None):
                self._take_off(work, record, less, on, reason, by)
            if decision == "withdrawn":
                self.stops.reopen_in(work, row.number, on)
            sentence = QT_TRANSLATE_NOOP("desk", "申诉决定：{decision}　{reason}　{by}")
            self.update_in(work, record, after, sentence, decision=dict(DECISIONS)[decision], reason=reason, by=by)
            self.trim_plan_in(record)

    def void(self, record: int, on: date, reason: str) -> None:
        """Void a case that was not served and not paid, within its open month; its number stays in the ledger."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "void")
        self.months.check_open(row.month)
        check_day(on, row.issued_on, self._desk.clock.today())
        reason = check_reason(reason)
        with self._desk.work("penalty.void") as work:
            for debit, rest in rests(self.lines(record)).items():
                if rest:
                    self._credit(work, record, "void", rest, debit, on, month=row.month, reason=reason)
            self.plan_in(record, ())
            after = {"void_on": on, "reason": reason}
            self.update_in(work, record, after, QT_TRANSLATE_NOOP("desk", "作废：{reason}"), reason=reason)
            self.stops.reopen_in(work, row.number, on)

    def reverse(self, record: int, on: date, reason: str, approver: str) -> int:
        """Reverse a case by a new numbered one in an open month; return its id. What was paid is owed back (M4-20)."""
        row = self.row(record)
        check_reversible(row.state, row.number, past=row.past)
        check_day(on, row.issued_on, self._desk.clock.today())
        reason = check_reason(reason)
        approver = check_named(approver, "approver", QT_TRANSLATE_NOOP("desk", "批准人"))
        month = self.months.booking_month(on)
        with self._desk.work("penalty.reverse") as work:
            taken = self._reversed_by_debit(record)
            offset = self._create_offset(work, row, month, on, reason, approver, taken)
            for debit, _kind, fen in taken:
                self.line_in(work, offset, "reversal", -fen, on, month, closes=debit, reason=reason, approver=approver)
            self.plan_in(record, ())
            after = {"reason": reason, "approver": approver}
            sentence = QT_TRANSLATE_NOOP("desk", "由 {number} 冲销：{reason}")
            self.update_in(work, record, after, sentence, number=self.row(offset).number, reason=reason)
            self.stops.reopen_in(work, row.number, on)
        return offset

    # inside

    def _check_decision(self, row: PenaltyRow, decision: str, due_fen: int | None, on: date) -> None:
        if decision not in dict(DECISIONS):
            raise UserError(QT_TRANSLATE_NOOP("desk", "申诉决定没有“{key}”这一项。"), field="decision", key=decision)
        if row.state != "appealed":
            raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 没有在申诉中。"), number=row.number)
        check_day(on, row.appealed_on, self._desk.clock.today())
        if due_fen is not None and not 0 <= due_fen <= row.due_fen - row.waived_fen:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "申诉不加重：金额应在 0 到 {due} 元之间。"),
                field="due",
                due=fen_to_text(row.due_fen - row.waived_fen),
            )

    def _open_debits(self, record: int) -> list[tuple[int, int]]:
        """Return the debits of a case with what is open of each, in the order in which payments close them."""
        lines = self.lines(record)
        left = rests(lines)
        debits = [line for line in lines if line.closes is None]
        return [(line.id, left[line.id]) for line in sorted(debits, key=lambda one: DEBITS.index(one.kind))]

    def _pay(self, work: UnitOfWork, record: int, kind: str, fen: int, on: date, month: str, reference: str) -> None:
        for debit, part in spread(fen, self._open_debits(record)):
            self._credit(work, record, kind, part, debit, on, month=month, reference=self._noted(reference))

    def _credit(
        self, work: UnitOfWork, record: int, kind: str, fen: int, debit: int, on: date, *, month: str = "", **words: str
    ) -> None:
        booked = month or self.months.booking_month(on)
        self.line_in(work, record, kind, -fen, on, booked, closes=debit, **words)

    def _take_off(self, work: UnitOfWork, record: int, fen: int, on: date, reason: str, by: str) -> None:
        """Waive what an appeal took off, of the fine first; what was paid beyond the rest is owed back."""
        lines = self.lines(record)
        standing = {line.id: line.amount_fen for line in lines if line.closes is None}
        for line in lines:
            if line.closes is not None and line.kind == "waiver":
                standing[line.closes] += line.amount_fen
        kinds = {line.id: line.kind for line in lines}
        for debit in sorted(standing, key=lambda one: DEBITS.index(kinds[one]), reverse=True):
            part = min(fen, standing[debit])
            if part > 0:
                self._credit(work, record, "waiver", part, debit, on, reason=reason, approver=by)
                fen -= part

    def _reversed_by_debit(self, record: int) -> list[tuple[int, str, int]]:
        """Return what a reversal takes of each debit: all that was not waived, paid or not."""
        lines = self.lines(record)
        waived = {line.id: 0 for line in lines if line.closes is None}
        for line in lines:
            if line.kind == "waiver" and line.closes is not None:
                waived[line.closes] -= line.amount_fen
        taken = [(line.id, line.kind, line.amount_fen - waived[line.id]) for line in lines if line.closes is None]
        return [one for one in taken if one[2]]

    def _create_offset(
        self,
        work: UnitOfWork,
        row: PenaltyRow,
        month: str,
        on: date,
        reason: str,
        approver: str,
        taken: Sequence[tuple[int, str, int]],
    ) -> int:
        found = self.record_of(row.id)
        kept = ("staff_id", "branch_id", "name", "name_key", "emp_no", "dept", "dept_key", "post", "act", "act_title",
                "clause", "count_group", "article", "occurred_on", "occurred_at", "offence_no")  # fmt: skip
        sums = {f"{kind}_fen": -sum(fen for _debit, one, fen in taken if one == kind) for kind in DEBITS}
        number = self.number_in(work, month)
        values = {
            **{key: getattr(found, key) for key in kept},
            **sums,
            "reversed_fen": sum(sums.values()),
            "number": number,
            "state": "offset",
            "month": month,
            "facts": f"冲销 {row.number}",
            "execution": "none",
            "entered_on": on,
            "issued_on": on,
            "reason": reason,
            "approver": approver,
            "reverses_id": row.id,
        }
        sentence = QT_TRANSLATE_NOOP("desk", "{number} 冲销 {original}：{reason}")
        return self.create_in(work, values, sentence, number=number, original=row.number, reason=reason)

    def _noted(self, reference: str) -> str:
        return checked_line(reference, QT_TRANSLATE_NOOP("desk", "凭据"), "reference", 120)


def _known(sanctions: Sequence[str]) -> Sequence[str]:
    for key in sanctions:
        if key not in SANCTIONS:
            raise UserError(QT_TRANSLATE_NOOP("desk", "处理没有“{key}”这一项。"), field="sanctions", key=key)
    return sanctions
