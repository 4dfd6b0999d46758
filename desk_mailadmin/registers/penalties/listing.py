"""What lists, papers and sheets show of penalty cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.clauses import REGULATIONS, cite
from desk_mailadmin.kernel.dates import due_text
from desk_mailadmin.kernel.detail import Step
from desk_mailadmin.kernel.ledger_view import MONTH
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.registers.penalties.model import Penalty
from desk_mailadmin.registers.penalties.money import Sums
from desk_mailadmin.registers.penalties.rules import COUNTED, LIFECYCLE, RETURN_DAYS
from desk_mailadmin.registers.rulebook.entries import MONEY_WORD
from desk_mailadmin.registers.rulebook.rules import SANCTIONS
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing, within

NOTICE, REVERSAL = "penalty_notice", "reversal_slip"
"""The form of the notice."""

REST = (
    "(penalty.fine_fen + penalty.recovery_fen - penalty.deducted_fen - penalty.waived_fen - penalty.reversed_fen"
    " + penalty.refunded_fen)"
)
"""What is open of a case, as SQL."""

PLACE = "(penalty.branch_id || '/' || penalty.dept)"
"""A department of a unit, as SQL."""

_SOURCE = ListingSource(
    kind="penalty",
    table="penalty",
    unit=OF_BRANCH,
    orders={
        "number": "penalty.number",
        "state": "penalty.state_order",
        "occurred_on": "penalty.occurred_on",
        "name": "penalty.name_key",
        "dept": "penalty.dept_key",
        "clause": "penalty.clause",
        "fine": "penalty.fine_fen",
        "recovery": "penalty.recovery_fen",
        "rest": REST,
    },
    default_order="penalty.month DESC, penalty.number",
    segments={
        "all": "1 = 1",
        "draft": "penalty.state = 'draft'",
        "issued": "penalty.state = 'issued'",
        "appealed": "penalty.state = 'appealed'",
        "open": f"penalty.state IN ('signed', 'refused', 'carried') AND {REST} > 0",
        "hr": "penalty.execution = 'hr' AND penalty.state IN ('signed', 'refused')",
        "offset": "penalty.state IN ('offset', 'reversed', 'void')",
        "past": "penalty.past = 1",
    },
    filters={
        MONTH: f"({within('penalty.month')} OR penalty.month IS NULL AND {within('substr({today}, 1, 7)')})",
        "year": "substr(penalty.month, 1, 4) = {value}",
        "branch": "penalty.branch_id = {value}",
        "dept": "penalty.dept = {value}",
        "place": f"{PLACE} = {{value}}",
        "regulation": "substr(penalty.clause, 1, 3) = {value}",
        "clause": "penalty.clause = {value}",
        "staff": "penalty.staff_id = {value}",
    },
)

_SELECT = """
    SELECT penalty.id, penalty.state, coalesce(penalty.number, penalty.slip), coalesce(penalty.month, ''),
           penalty.occurred_on, penalty.occurred_at, penalty.staff_id, penalty.name, penalty.emp_no, branch.name,
           penalty.dept, penalty.post, penalty.act, penalty.act_title, penalty.clause, penalty.facts,
           penalty.found_how, penalty.source, penalty.offence_no, penalty.sanctions, penalty.fine_fen,
           penalty.recovery_fen, penalty.deducted_fen, penalty.waived_fen, penalty.reversed_fen, penalty.refunded_fen,
           penalty.next_time, penalty.formula, penalty.change_reason, penalty.execution, penalty.entered_on,
           penalty.issued_on, penalty.signed_on, penalty.refused_on, penalty.witness, penalty.refusal,
           penalty.appeal_until, penalty.appealed_on, penalty.decision, penalty.reported_on, penalty.reply,
           penalty.approver, penalty.reason, penalty.points, penalty.stop_until,
           penalty.reopened_on,
           (SELECT coalesce(other.number, other.slip) FROM penalty AS other WHERE other.id = penalty.reverses_id),
           (SELECT coalesce(other.number, other.slip) FROM penalty AS other
            WHERE other.reverses_id = penalty.id AND other.state <> 'void'),
           coalesce((SELECT min(plan.month) FROM penalty_plan AS plan WHERE plan.penalty_id = penalty.id), ''),
           coalesce((SELECT count(*) FROM penalty_plan AS plan WHERE plan.penalty_id = penalty.id), 0),
           (SELECT count(*) FROM attachment_use AS used WHERE used.kind = 'penalty' AND used.record = penalty.id),
           EXISTS (SELECT 1 FROM print WHERE print.kind = 'penalty' AND print.record = penalty.id
                   AND print.form_id = 'penalty_notice'),
           penalty.past
    FROM penalty JOIN branch ON branch.id = penalty.branch_id
"""


class PenaltyRow(Struct, frozen=True):
    """A case as lists show it; sums are fen, ``sanctions`` the keys of what follows, ``words`` their titles."""

    id: int
    state: str
    number: str
    month: str
    occurred_on: date
    occurred_at: str
    staff: int
    name: str
    emp_no: str
    branch: str
    dept: str
    post: str
    act: str
    act_title: str
    clause: str
    facts: str
    found_how: str
    source: str
    offence_no: int
    sanctions: str
    fine_fen: int
    recovery_fen: int
    deducted_fen: int
    waived_fen: int
    reversed_fen: int
    refunded_fen: int
    next_time: str
    formula: str
    change_reason: str
    execution: str
    entered_on: date
    issued_on: date | None
    signed_on: date | None
    refused_on: date | None
    witness: str
    refusal: str
    appeal_until: date | None
    appealed_on: date | None
    decision: str
    reported_on: date | None
    reply: str
    approver: str
    reason: str
    points: int
    stop_until: date | None
    reopened_on: date | None
    reverses: str | None
    reversed_by: str | None
    deduct_month: str
    instalments: int
    evidence: int
    printed: bool
    past: bool
    money_word: str = ""
    progress: str = ""
    late: bool = False

    @property
    def due_fen(self) -> int:
        """What was demanded: fine and recovery; nothing of a void."""
        return 0 if self.state == "void" else self.fine_fen + self.recovery_fen

    @property
    def rest_fen(self) -> int:
        """What is still open; negative where the company owes it back."""
        return self.sums.rest_fen

    @property
    def sums(self) -> Sums:
        """The sums of the case."""
        return Sums(
            fine_fen=self.fine_fen,
            recovery_fen=self.recovery_fen,
            deducted_fen=self.deducted_fen,
            waived_fen=self.waived_fen,
            reversed_fen=self.reversed_fen,
            refunded_fen=self.refunded_fen,
        )

    @property
    def cited(self) -> str:
        """The clause as people read it: 邮件制度 6.2."""
        return cite(self.clause)

    @property
    def sanction(self) -> str:
        """What follows, in words: 追缴 + 罚款; the office's own word for a fine."""
        if self.state == "offset":
            return "冲销"
        keys = [key for key in self.sanctions.split(",") if key]
        return " + ".join(self.money_word if key == "fine" and self.money_word else SANCTIONS[key] for key in keys)

    @property
    def count_text(self) -> str:
        """Which offence it is, as people read it: 首次, 第 2 次."""
        return "—" if self.state == "offset" else "首次" if self.offence_no == 1 else f"第 {self.offence_no} 次"

    @property
    def served_on(self) -> date | None:
        """The day the notice reached the person."""
        return self.signed_on or self.refused_on


UNSTOPPED = ("draft", "void", "reversed", "offset")
"""States in which no line is stopped for a case, whatever was proposed."""


class PenaltiesListing(SqlListing[PenaltyRow]):
    """Cases as rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self.mailings: Callable[[int], tuple[Step, ...]] = lambda _record: ()
        """What was mailed of a notice, as steps of its panel; the register above that sends puts it in."""

    def money_word(self) -> str:
        """Return the office's word for a fine."""
        return self._desk.settings.value(MONEY_WORD)

    def state_title(self, state: str) -> str:
        """Return what people read for a state."""
        return LIFECYCLE.state(state).title

    def row(self, record: int) -> PenaltyRow:
        """Return one case."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[PenaltyRow]:
        """Return the rows of these cases, in this order."""
        word = self.money_word()
        return [self._dated(replace(row, money_word=word)) for row in self.ordered(ids, PenaltyRow, _SELECT)]

    def numbered(self, number: str) -> int | None:
        """Return the id of the case of that number, or None."""
        found = Penalty.get_or_none(Penalty.number == number)
        return int(found.id) if found else None

    def of_month(self, month: str) -> Sequence[PenaltyRow]:
        """Return the cases booked in a month in order of their numbers, voids too, those of old ledgers not."""
        found = Penalty.select(Penalty.id).where((Penalty.month == month) & ~Penalty.past).order_by(Penalty.number)
        return self.rows([one.id for one in found])

    def of_months(self, first: str, last: str) -> Sequence[PenaltyRow]:
        """Return the cases booked from ``first`` to ``last`` in order of month and number, old ledgers' too."""
        found = Penalty.select(Penalty.id).where(Penalty.month.between(first, last))
        return self.rows([one.id for one in found.order_by(Penalty.month, Penalty.number, Penalty.id)])

    def of_person(self, staff: int, group: str = "") -> Sequence[PenaltyRow]:
        """Return a person's cases that count, by the day they happened; of one count group, if it is named."""
        found = Penalty.select(Penalty.id).where((Penalty.staff_id == staff) & Penalty.state.in_(sorted(COUNTED)))
        if group:
            found = found.where(Penalty.count_group == group)
        return self.rows([one.id for one in found.order_by(Penalty.occurred_on, Penalty.id)])

    def waiting(self) -> Sequence[PenaltyRow]:
        """Return the cases that wait for the clerk, the longest first; each part has an index of its own."""
        conditions = (
            "penalty.state IN ('draft', 'issued', 'appealed')",
            "penalty.state IN ('signed', 'refused') AND penalty.execution = 'hr'",
            f"penalty.state IN ('signed', 'refused', 'carried') AND penalty.execution = 'cash' AND {REST} > 0",
            f"penalty.past = 0 AND {REST} < 0 AND penalty.state <> 'offset'",
        )
        parts = (f"SELECT id FROM penalty WHERE {condition}" for condition in conditions)  # noqa: S608  (our own SQL)
        found = " UNION ALL ".join(parts)
        sql = f"SELECT id FROM penalty WHERE id IN ({found}) ORDER BY occurred_on, id"  # noqa: S608  (our own SQL)
        return self.rows([record for (record,) in execute(self._desk.database, sql)])

    def stopped(self, until: date) -> Sequence[PenaltyRow]:
        """Return the cases whose line is to be reopened by a day and was not yet, the longest first (002/12.九)."""
        found = Penalty.select(Penalty.id).where(
            (Penalty.stop_until <= until) & Penalty.reopened_on.is_null() & Penalty.state.not_in(UNSTOPPED)
        )
        return self.rows([one.id for one in found.order_by(Penalty.stop_until, Penalty.id)])

    def due_of(self, row: PenaltyRow) -> date | None:
        """Return the day by which the next step of a case is due: a notice back, the money after the appeal days."""
        if row.state == "issued" and row.issued_on is not None:
            days = self._desk.settings.value(RETURN_DAYS, row.issued_on)
            return self._desk.workdays.calendar().after(row.issued_on, days)
        return row.appeal_until if row.execution in ("cash", "hr") and row.rest_fen >= 0 else None

    def first_month(self) -> str | None:
        """Return the first month with a case of this ledger in it, None where there is none."""
        found = Penalty.select(Penalty.month).where(~Penalty.past & Penalty.month.is_null(False))
        first = found.order_by(Penalty.month).first()
        return first.month if first else None

    def of_query(self, query: Query) -> Sequence[PenaltyRow]:
        """Return the rows of a query in its order."""
        return self.rows(self.keys(query))

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer: departments, or regulations, that have a case."""
        if filter_key == "regulation":
            found = {one.clause[:3] for one in Penalty.select(Penalty.clause).distinct() if one.clause}
            return [Choice(key, REGULATIONS[key]) for key in sorted(found & set(REGULATIONS))]
        departments = Penalty.select(Penalty.dept, Penalty.dept_key).distinct().order_by(Penalty.dept_key)
        return [Choice(one.dept, one.dept) for one in departments]

    def _dated(self, row: PenaltyRow) -> PenaltyRow:
        """Say how far a case is, in words, and whether it is late."""
        today, calendar = self._desk.clock.today(), self._desk.workdays.calendar()
        match row.state:
            case "issued" if row.issued_on is not None:
                due = calendar.after(row.issued_on, self._desk.settings.value(RETURN_DAYS, row.issued_on))
                return replace(row, progress=f"应签收，{due_text(due, today, calendar)}", late=due < today)
            case "signed" | "refused" if row.appeal_until is not None and row.appeal_until >= today:
                return replace(row, progress=f"申诉期到 {row.appeal_until:%m-%d}")
            case "void" | "reversed" | "waived":
                return replace(row, progress=row.reason)
            case _:
                return row
