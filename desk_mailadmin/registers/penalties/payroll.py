"""What payroll is asked to deduct, month by month: plans, the room a wage leaves, the list that goes to finance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.rules import checked_month, last_day
from desk_mailadmin.registers.penalties.listing import REST, PenaltyRow
from desk_mailadmin.registers.penalties.model import Penalty, PenaltyMoney, Wage
from desk_mailadmin.registers.penalties.money import Cap, cap_of, deductible, instalments, sums_of, wanted_by
from desk_mailadmin.registers.penalties.records import PenaltyRecords
from desk_mailadmin.registers.penalties.rules import CAP_PERCENT, DEDUCTED_IN, MINIMUM_WAGE, check_money
from desk_mailadmin.store.database import execute

FEN = 100
"""Fen of a yuan."""

MOST_MONTHS = 120
"""How far a plan may be spread where the wage leaves little room."""


class Deduction(Struct, frozen=True):
    """One line of a month's list for payroll; sums are fen.

    ``wanted_fen`` is what is due by then and not paid, ``fen`` what the wage bears of it, ``deducted_fen`` what was
    recorded for that month already. ``note`` says why less is deducted than wanted, or that somebody left.
    """

    case: PenaltyRow
    wanted_fen: int
    fen: int
    deducted_fen: int
    note: str = ""

    @property
    def carried_fen(self) -> int:
        """What is carried over to a later month."""
        return self.wanted_fen - self.fen


class Payroll(PenaltyRecords):
    """Plans of deduction and the months' lists (M4-20, M4-21)."""

    def cap(self, staff: int) -> Cap:
        """Return what may be deducted from somebody's wage in a month; no limit where no wage is known."""
        return cap_of(self.wage_of(staff), *self.limits())

    def limits(self) -> tuple[int, int]:
        """Return the limits in force: percent of a wage, and the minimum wage in fen; 0 is none."""
        settings = self._desk.settings
        return settings.value(CAP_PERCENT), settings.value(MINIMUM_WAGE) * FEN

    def wage_of(self, staff: int) -> int | None:
        """Return what somebody earns a month in fen, None where the office keeps no wage of them."""
        wage = Wage.get_or_none(Wage.staff_id == staff)
        return int(wage.monthly_fen) if wage else None

    def set_wage(self, staff: int, monthly_fen: int, since: date) -> None:
        """Keep what somebody earns, for the cap alone; 0 forgets it. The figure itself is not journalled."""
        check_money(monthly_fen, "monthly_fen")
        with self._desk.work("penalty.wage") as work:
            Wage.delete().where(Wage.staff_id == staff).execute()
            if monthly_fen:
                Wage.create(staff_id=staff, monthly_fen=monthly_fen, since=since)
            work.wrote("staff", staff, QT_TRANSLATE_NOOP("desk", "登记扣款用的月工资"))
            work.changed("penalties")

    def planned(self, staff: int, besides: int = 0) -> Mapping[str, int]:
        """Return the fen that are planned to be deducted from somebody, by month; ``besides`` leaves a case out."""
        found = execute(
            self._desk.database,
            "SELECT penalty_plan.month, sum(penalty_plan.amount_fen) FROM penalty_plan "
            "JOIN penalty ON penalty.id = penalty_plan.penalty_id "
            "WHERE penalty.staff_id = ? AND penalty.id <> ? GROUP BY penalty_plan.month",
            (staff, besides),
        )
        return {month: int(fen) for month, fen in found}

    def room(self, staff: int, months: Sequence[str], besides: int = 0) -> Mapping[str, int] | None:
        """Return what each month can still take of somebody's wage, in fen; None where no limit is known."""
        cap = self.cap(staff).fen
        if cap is None:
            return None
        taken = self.planned(staff, besides)
        return {month: max(cap - taken.get(month, 0), 0) for month in months}

    def open_months(self, first: str) -> list[str]:
        """Return the months in which something may be deducted from ``first`` on, the closed ones left out."""
        return self.months.open_from(first, MOST_MONTHS)

    def plan(self, record: int, first_month: str, count: int) -> tuple[tuple[str, int], ...]:
        """Spread what is open over ``count`` months from ``first_month`` on, as far as the wage has room.

        Returns the instalments to come. Raises UserError for a case nothing is owed of.
        """
        row = self.row(record)
        self.check_official(row)
        if row.rest_fen <= 0:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 没有未结清的金额。"), number=row.number)
        months = self.open_months(checked_month(first_month, "first_month"))
        plan = instalments(row.rest_fen, months, count, self.room(row.staff, months, record))
        paid = sums_of(self.lines(record)).paid_fen
        with self._desk.work("penalty.plan") as work:
            self.plan_in(record, (*(((month_after(plan[0][0], -1), paid),) if paid else ()), *plan))
            said = "、".join(f"{month} {fen_to_text(fen)} 元" for month, fen in plan)
            self.update_in(work, record, {}, QT_TRANSLATE_NOOP("desk", "扣款计划：{plan}"), plan=said)
        return plan

    def deduction_list(self, month: str) -> tuple[Deduction, ...]:
        """Return what is to be deducted in a month and what was recorded for it, by department and person."""
        taken = self._deducted_in(checked_month(month))
        rows = {row.id: row for row in self.rows([*self._deductible_ids(), *taken])}
        cases: dict[int, list[PenaltyRow]] = {}
        for row in sorted(rows.values(), key=lambda row: (row.occurred_on, row.id)):
            cases.setdefault(row.staff, []).append(row)
        plans, caps, end = self._plans(), self._caps(), last_day(month)
        people = self.staff.rows(list(cases))
        left = {one.id for one in people if one.left_on is not None and one.left_on <= end}
        found: list[Deduction] = []
        for staff, own in cases.items():
            wanted = {case.id: _wanted(case, month, plans.get(case.id, ()), gone=staff in left) for case in own}
            found += _of_person(own, wanted, taken, None if staff in left else caps.get(staff, Cap(None)))
        found.sort(key=lambda line: (line.case.branch, line.case.dept, line.case.emp_no, line.case.staff))
        return tuple(line for line in found if line.wanted_fen or line.deducted_fen)

    def open_sums(self, staff: int) -> int:
        """Return the fen that somebody still owes (a leaver settles them with the last wage)."""
        found = execute(
            self._desk.database,
            f"SELECT coalesce(sum({REST}), 0) FROM penalty WHERE staff_id = ? "  # noqa: S608  (our own SQL)
            "AND state NOT IN ('draft', 'void', 'offset') AND past = 0",
            (staff,),
        )
        return int(found.fetchone()[0])

    def leavers_owing(self) -> Sequence[tuple[int, str, int]]:
        """Return the people who left and still owe: id, name and fen."""
        found = execute(
            self._desk.database,
            f"SELECT penalty.staff_id, staff.name, sum({REST}) FROM penalty "  # noqa: S608  (our own SQL)
            "JOIN staff ON staff.id = penalty.staff_id WHERE staff.state = 'left' AND penalty.past = 0 "
            "AND penalty.state IN ('issued', 'signed', 'refused', 'carried') "
            "GROUP BY penalty.staff_id HAVING sum(" + REST + ") > 0 ORDER BY staff.name_key",
        )
        return [(int(staff), str(name), int(fen)) for staff, name, fen in found]

    def money_by_department(self, month: str) -> Mapping[tuple[str, str], tuple[int, int]]:
        """Return what came in within a month and what is open at its end, in fen, by unit and department."""
        found = execute(
            self._desk.database,
            "SELECT branch.name, penalty.dept, "
            "coalesce(-sum(CASE WHEN money.month = ? AND money.kind IN ('deduction', 'cash', 'refund') "
            "THEN money.amount_fen END), 0), sum(money.amount_fen) "
            "FROM penalty_money AS money JOIN penalty ON penalty.id = money.penalty_id "
            "JOIN branch ON branch.id = penalty.branch_id WHERE money.month <= ? GROUP BY branch.name, penalty.dept",
            (checked_month(month), month),
        )
        sums = {(str(branch), str(dept)): (int(taken), int(left)) for branch, dept, taken, left in found}
        return {place: one for place, one in sums.items() if any(one)}

    def check_official(self, row: PenaltyRow) -> None:
        """Raise UserError for a case on which no money moves: a draft, a void, an offset, one of an old ledger."""
        if row.past or row.state in ("draft", "void", "offset", "reversed"):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{number} 现在不能记这笔账（{state}）。"),
                number=row.number or QT_TRANSLATE_NOOP("desk", "草稿"),
                state=QT_TRANSLATE_NOOP("desk", "旧台账") if row.past else self.state_title(row.state),
            )

    def _plans(self) -> dict[int, list[tuple[str, int]]]:
        """Return the plans of the cases from which payroll may deduct."""
        found = execute(
            self._desk.database,
            "SELECT penalty_id, month, amount_fen FROM penalty_plan WHERE penalty_id IN "
            "(SELECT id FROM penalty WHERE state IN ('signed', 'refused', 'carried')) ORDER BY month",
        )
        plans: dict[int, list[tuple[str, int]]] = {}
        for case, month, fen in found:
            plans.setdefault(case, []).append((month, fen))
        return plans

    def _caps(self) -> dict[int, Cap]:
        """Return what may be deducted from each wage the office knows."""
        limits = self.limits()
        found = execute(self._desk.database, "SELECT staff_id, monthly_fen FROM wage")
        return {staff: cap_of(int(fen), *limits) for staff, fen in found}

    def _deductible_ids(self) -> list[int]:
        found = Penalty.select(Penalty.id).where(
            Penalty.state.in_(sorted(DEDUCTED_IN)) & (Penalty.execution == "payroll") & ~Penalty.past
        )
        return [int(one.id) for one in found]

    def _deducted_in(self, month: str) -> dict[int, int]:
        found = PenaltyMoney.select().where((PenaltyMoney.month == month) & (PenaltyMoney.kind == "deduction"))
        sums: dict[int, int] = {}
        for line in found:
            sums[line.penalty_id] = sums.get(line.penalty_id, 0) - line.amount_fen
        return sums


def _wanted(case: PenaltyRow, month: str, plan: Sequence[tuple[str, int]], *, gone: bool) -> int:
    if case.state not in DEDUCTED_IN or case.execution != "payroll":
        return 0
    return max(case.rest_fen, 0) if gone else wanted_by(month, plan, case.sums)


def _of_person(
    cases: Sequence[PenaltyRow], wanted: Mapping[int, int], taken: Mapping[int, int], cap: Cap | None
) -> Iterable[Deduction]:
    """Return one person's lines; ``cap`` limits them together, None for who left and settles everything."""
    already = sum(taken.get(case.id, 0) for case in cases)
    limit = Cap(None) if cap is None or cap.fen is None else Cap(max(cap.fen - already, 0), cap.why)
    found = deductible(wanted, [case.id for case in cases], limit)
    for case in cases:
        less = limit.why if found[case.id] < wanted[case.id] else ""
        note = QT_TRANSLATE_NOOP("desk", "离职结清") if cap is None else less
        yield Deduction(case, wanted[case.id], found[case.id], taken.get(case.id, 0), note)
