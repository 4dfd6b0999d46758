"""How a case is written: its row, its lines of money, what follows from them, and what it is found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.lines.effects import LineStops
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.penalties.listing import PenaltiesListing
from desk_mailadmin.registers.penalties.model import Penalty, PenaltyMoney, PenaltyPlan
from desk_mailadmin.registers.penalties.money import DEBITS, Happened, Line, Sums, state_of, sums_of, trimmed
from desk_mailadmin.registers.penalties.rules import ORDER
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

PREFIX = "CF"
CASH_RECEIPT, CASH_PREFIX = "cash_receipt", "SK"
"""The form and the series of receipts for cash that have no number of the cashier's own."""


class Booking(Struct, frozen=True):
    """One line of the money trail as it was written: ``on`` is the day of the deed, ``month`` where it is booked."""

    id: int
    kind: str
    month: str
    on: date
    amount_fen: int
    reference: str
    reason: str
    approver: str

    @property
    def is_debit(self) -> bool:
        """Whether it is a demand; everything else closes one."""
        return self.kind in DEBITS


class PenaltyRecords(PenaltiesListing):
    """Cases as they are written within a unit of work."""

    def __init__(self, desk: Desk, staff: StaffService, months: MonthsService, stops: LineStops) -> None:
        super().__init__(desk)
        self.stops = stops
        self.staff = staff
        self.months = months

    def record_of(self, record: int) -> Penalty:
        """Return what is kept of a case."""
        found: Penalty = Penalty.get_by_id(record)
        return found

    def left_on(self, staff: int) -> date | None:
        """Return the day on which somebody left, None for who is in office."""
        return self.staff.row(staff).left_on

    def lines(self, record: int) -> list[Line]:
        """Return the lines of a case and those of its offset that close its debits, in the order they were written."""
        found = execute(
            self._desk.database,
            "SELECT id, penalty_id, kind, month, amount_fen, closes_id FROM penalty_money WHERE penalty_id = ? OR "
            "closes_id IN (SELECT id FROM penalty_money WHERE penalty_id = ? AND closes_id IS NULL) ORDER BY id",
            (record, record),
        )
        return [Line(*one) for one in found]

    def trail(self, record: int) -> tuple[Booking, ...]:
        """Return the money trail of a case with its references, reasons and approvers, in the order it was written."""
        ids = [line.id for line in self.lines(record)]
        found = PenaltyMoney.select().where(PenaltyMoney.id.in_(ids)).order_by(PenaltyMoney.id)
        return tuple(
            Booking(
                line.id, line.kind, line.month, line.on_day, line.amount_fen, line.reference, line.reason, line.approver
            )
            for line in found
        )

    def plan_of(self, record: int) -> tuple[tuple[str, int], ...]:
        """Return what is planned to be deducted of a case, month by month."""
        found = PenaltyPlan.select().where(PenaltyPlan.penalty_id == record).order_by(PenaltyPlan.month)
        return tuple((plan.month, plan.amount_fen) for plan in found)

    def person_columns(self, staff: int) -> dict[str, Any]:
        """Return what is kept of the person: name, number, department and post as they are now."""
        person = self.staff.row(staff)
        return {
            "staff_id": staff,
            "branch_id": self.staff.branch_of(staff),
            "name": person.name,
            "name_key": name_sort_key(person.name),
            "emp_no": person.emp_no,
            "dept": person.dept,
            "dept_key": sort_key(person.dept),
            "post": person.post,
        }

    def create_in(self, work: UnitOfWork, values: Mapping[str, Any], sentence: str, **words: Any) -> int:
        """Write a new case and return its id."""
        values = {**values, "state_order": ORDER[values["state"]]}
        record = int(Penalty.create(**values).id)
        work.wrote("penalty", record, sentence, after=values, **words)
        work.changed("penalties")
        self.index(record)
        return record

    def update_in(self, work: UnitOfWork, record: int, after: Mapping[str, Any], sentence: str, **words: Any) -> None:
        """Change a case, draw its sums and its state from what happened, and journal it."""
        found = self.record_of(record)
        known = {**found.__data__, **after}
        after = {**after, **self._following(known, record)}
        before = {key: getattr(found, key) for key in after}
        Penalty.update(after).where(Penalty.id == record).execute()
        work.wrote("penalty", record, sentence, before=before, after=after, **words)
        work.changed("penalties")

    def number_in(self, work: UnitOfWork, month: str) -> str:
        """Return the next number of the year in which a case is booked: CF-2026-0061."""
        year = int(month[:4])
        return f"{PREFIX}-{year}-{work.number(PREFIX, year):04d}"

    def cash_number_in(self, work: UnitOfWork, on: date) -> str:
        """Return the next number of a receipt for cash: SK-2026-0007."""
        return f"{CASH_PREFIX}-{on.year}-{work.number(CASH_PREFIX, on.year):04d}"

    def line_in(
        self,
        work: UnitOfWork,
        record: int,
        kind: str,
        amount_fen: int,
        on: date,
        month: str,
        *,
        closes: int | None = None,
        reference: str = "",
        reason: str = "",
        approver: str = "",
    ) -> int:
        """Write one line of the money trail, booked in an open month; return its id."""
        self.months.check_open(month)
        values: dict[str, Any] = {
            "penalty_id": record,
            "kind": kind,
            "month": month,
            "on_day": on,
            "amount_fen": amount_fen,
            "closes_id": closes,
            "reference": reference,
            "reason": reason,
            "approver": approver,
        }
        line = int(PenaltyMoney.create(**values).id)
        work.wrote("penalty_money", line, QT_TRANSLATE_NOOP("desk", "记账"), after=values)
        return line

    def plan_in(self, record: int, plan: Sequence[tuple[str, int]]) -> None:
        """Put a plan in the place of the one there was; whoever calls journals why."""
        PenaltyPlan.delete().where(PenaltyPlan.penalty_id == record).execute()
        for month, amount_fen in plan:
            PenaltyPlan.create(penalty_id=record, month=month, amount_fen=amount_fen)

    def trim_plan_in(self, record: int) -> None:
        """Take off a plan what is not owed any more."""
        plan, sums = self.plan_of(record), sums_of(self.lines(record))
        wanted = max(sums.due_fen - sums.waived_fen - sums.reversed_fen, 0)
        if sum(fen for _month, fen in plan) > wanted:
            self.plan_in(record, trimmed(plan, wanted))

    def index(self, record: int) -> None:
        """Make a case findable by person, number, act, facts, clause, department and source."""
        found = self.record_of(record)
        words = search_words(found.name, [found.number or "", found.slip, found.emp_no, found.source])
        texts = [found.name, found.dept, found.act_title, found.facts[:500]]
        self._desk.search.put("penalty", record, texts, words)

    def _following(self, known: Mapping[str, Any], record: int) -> dict[str, Any]:
        """Return the sums and the state that follow from a case's lines and from what happened to it."""
        if known["past"]:
            return {}
        sums = sums_of(self.lines(record)) if known["number"] and known["reverses"] is None else _kept_sums(known)
        state = state_of(
            Happened(
                official=known["number"] is not None,
                sums=sums,
                signed=known["signed_on"] is not None,
                refused=known["refused_on"] is not None,
                appealing=known["appealed_on"] is not None and known["decided_on"] is None,
                reported=known["reported_on"] is not None,
                voided=known["void_on"] is not None,
                reversed=self.offset_of(record) is not None,
                offsets=known["reverses"] is not None,
                withdrawn=known["decision"] == "withdrawn",
            )
        )
        return {**asdict(sums), "state": state, "state_order": ORDER[state]}

    def offset_of(self, record: int) -> int | None:
        """Return the case that reverses this one, or None."""
        found = execute(self._desk.database, "SELECT id FROM penalty WHERE reverses_id = ?", (record,)).fetchone()
        return int(found[0]) if found else None


def _kept_sums(known: Mapping[str, Any]) -> Sums:
    """Return the sums of what has no debits of its own: a draft, an offset."""
    return Sums(**{key: known[key] for key in Sums.__struct_fields__})
