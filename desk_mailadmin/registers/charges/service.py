"""Monthly charges: computed from the bills, notified, taken from wages, settled at the end of the year (002/6, 9.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.dates import due_text
from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.charges.deeds import Deeds
from desk_mailadmin.registers.charges.model import Charge, Settlement
from desk_mailadmin.registers.charges.overviews import LineYear, Overviews
from desk_mailadmin.registers.charges.reckoning import Bills, Reckoning
from desk_mailadmin.registers.charges.rules import DUE_DAY, due_on
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.months.rules import checked_month, first_day, title_of
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk

YEAR_OVER = "year_over"
"""The act of overspending a year's quota."""

_CALCULATED = "computed"


class Computed(Struct, frozen=True):
    """What computing a month came to: its lines, how many charges changed, kept for their notices, and fen."""

    month: str
    lines: int
    changed: int
    frozen: int
    bills_fen: int
    total_fen: int

    @property
    def difference_fen(self) -> int:
        """What the bills come to beyond the table; nothing, unless a frozen charge was overtaken by a bill."""
        return self.bills_fen - self.total_fen


class ChargesService(Deeds, Overviews):
    """Charges month by month; ``panel`` composes what the side panel shows of one."""

    def __init__(
        self,
        desk: Desk,
        lines: LinesService,
        staff: StaffService,
        months: MonthsService,
        penalties: PenaltiesService,
        panel: Callable[[ChargesService, int], Detail],
    ) -> None:
        super().__init__(desk, lines, staff, months, penalties)
        self._reckoning = Reckoning(desk, lines)
        self._panel = panel
        desk.after_undo("charge", self.index_again)

    # the month

    def compute(self, month: str) -> Computed:
        """Compute a month from its bills; what has a notice, or was decided upon, stays as it is.

        May be done again as often as bills or lines change. Raises UserError for a month that is closed, or without a
        bill.
        """
        month = checked_month(month)
        self.months.check_open(month)
        bills = self._reckoning.bills(month)
        if not bills.count:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{month}还没有导入话单。"), month=title_of(month))
        figures = self._reckoning.figures(month)
        with self._desk.work("charge.compute") as work:
            kept = {_key(one.__data__): one for one in Charge.select().where(Charge.month == month)}
            frozen = {key for key, one in kept.items() if one.state != _CALCULATED}
            changed = sum(
                self.put_in(work, values, kept.get(_key(values))) for values in figures if _key(values) not in frozen
            )
            for key in set(kept) - frozen - {_key(values) for values in figures}:
                self.drop_in(work, kept[key])
                changed += 1
            sentence = QT_TRANSLATE_NOOP("desk", "计算 {which}话费：{count} 条，账单 {fen} 元")
            words = {"which": title_of(month), "count": len(figures), "fen": fen_to_text(bills.fen)}
            values = {"bills_fen": bills.fen, "computed_on": self._desk.clock.today()}
            self.note_table_in(work, month, values, sentence, **words)
            work.changed("charges")
        return Computed(month, len(figures), changed, len(frozen), bills.fen, self.total_of(month))

    def bills(self, month: str) -> Bills:
        """Return how many bills a month has and what they come to."""
        return self._reckoning.bills(month)

    def months_with_bills(self) -> Sequence[str]:
        """Return the months that have an operator's bill, the latest first."""
        return self._reckoning.months_with_bills()

    def total_of(self, month: str) -> int:
        """Return what a month's table comes to, in fen."""
        sql = "SELECT coalesce(sum(total_fen), 0) FROM charge WHERE month = ?"
        return int(execute(self._desk.database, sql, (month,)).fetchone()[0])

    def difference(self, month: str) -> int:
        """Return what a month's bills come to beyond its table, in fen: nothing, once it is computed."""
        return self.bills(month).fen - self.total_of(month)

    def due(self, month: str) -> date:
        """Return by which day a month's table must be at the general manager's office (002/9.3)."""
        day = self._desk.settings.value(DUE_DAY, first_day(month))
        return due_on(month, self._desk.workdays.calendar(), day)

    def is_late(self, month: str) -> bool:
        """Say whether the day by which a month's table must be handed in is over."""
        return self.due(month) < self._desk.clock.today()

    def time_left(self, month: str) -> str:
        """Return in words how long there is until a month's table must be handed in, or by how much it is late."""
        return due_text(self.due(month), self._desk.clock.today(), self._desk.workdays.calendar())

    def doubled(self, month: str) -> Sequence[tuple[str, int]]:
        """Return the lines whose fees were taken from wages and by a penalty case as well, each with how much, in fen.

        A case that was made after the sum went to wages is not known there; such a sum is reversed in one of both.
        """
        taken = self._reckoning.elsewhere(month)
        found = []
        for row in self.table(month):
            excess = min(taken.get(row.line or 0, 0), row.self_fen) - row.elsewhere_fen
            if row.state in ("proposed", "settled") and excess > 0:
                found.append((row.title, excess))
        return found

    # the year

    def settle_year(self, year: int) -> Sequence[LineYear]:
        """Keep what a year came to for every line; what no month was charged is still asked for.

        Raises UserError for a year that is not over, or of which a settled sum was handed to wages already.
        """
        self._check_over(year)
        found = self.year_table(year)
        with self._desk.work("charge.settle") as work:
            Settlement.delete().where(Settlement.year == year).execute()
            for one in found:
                values = _settlement(year, one, self._desk.clock.today())
                record = int(Settlement.create(**values).id)
                sentence = QT_TRANSLATE_NOOP("desk", "{year} 年话费年结")
                work.wrote("settlement", record, sentence, after=values, year=year)
            work.changed("charges")
        return self.year_table(year)

    def deduct_year(self, year: int) -> list[str]:
        """Make a penalty case of every overspent year that is still to be paid; return their numbers (002/6.一)."""
        asked = [
            one for one in self.year_table(year) if one.settled and one.settled.asked_fen and not one.settled.penalty
        ]
        with self._desk.work("charge.deduct_year") as work:
            numbers = []
            for one in asked:
                settled, payer = one.settled, self.payer_of(one.row)
                assert settled is not None
                if payer is None:
                    raise UserError(QT_TRANSLATE_NOOP("desk", "{line} 没有责任人，先定由谁承担。"), line=one.row.title)
                case = self.penalties.enter(self._year_case(year, one, settled, payer), confirmed={"same"})
                number = self.penalties.row(case).number
                Settlement.update(penalty=number).where(Settlement.id == settled.id).execute()
                sentence = QT_TRANSLATE_NOOP("desk", "年终超支转工资扣款 {number}")
                work.wrote(
                    "settlement", settled.id, sentence, before={"penalty": ""}, after={"penalty": number}, number=number
                )
                numbers.append(number)
            if numbers:
                work.changed("charges")
        return numbers

    def detail(self, record: int | None) -> Detail:
        """Return what the panel shows of a charge; of none, what 今日 shows of a month that is not computed."""
        return Detail(QT_TRANSLATE_NOOP("desk", "月话费")) if record is None else self._panel(self, record)

    def _check_over(self, year: int) -> None:
        if f"{year:04d}-12" >= month_of(self._desk.clock.today()):
            raise UserError(QT_TRANSLATE_NOOP("desk", "{year} 年还没有过完，不能年结。"), year=year)
        taken = Settlement.get_or_none((Settlement.year == year) & (Settlement.penalty != ""))
        if taken is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{year} 年的超支已经转工资扣款（{number}），不能重新年结。"),
                year=year,
                number=taken.penalty,
            )

    def _year_case(self, year: int, one: LineYear, settled: Settlement, payer: int) -> PenaltyEntry:
        quota, actual, asked = map(fen_to_text, (settled.quota_fen or 0, settled.actual_fen, settled.asked_fen))
        words = f"{year} 年，{one.row.title} 话费额度 {quota} 元，实际 {actual} 元，超支 {asked} 元还没有扣。"
        return PenaltyEntry(
            staff=payer,
            occurred_on=date(year, 12, 31),
            act=YEAR_OVER,
            found_how="bill",
            facts=words,
            fee_fen=settled.asked_fen,
            source=f"settlement:{settled.id}",
        )


def _key(values: Mapping[str, Any]) -> tuple[int | None, str]:
    """Return what a charge is of: its line, or the number that is nobody's."""
    line = values.get("line_id")
    return (line, "") if line is not None else (None, values["number"])


def _settlement(year: int, one: LineYear, today: date) -> dict[str, Any]:
    row, came = one.row, one.year
    found = Charge.get_by_id(row.id)
    return {
        "year": year,
        "line_id": row.line,
        "branch_id": found.branch_id,
        "staff_id": row.staff,
        "dept": row.dept,
        "holder": row.holder,
        "number": row.number,
        "extension": row.extension,
        "quota_fen": came.quota_fen,
        "brought_fen": one.brought_fen,
        "actual_fen": came.actual_fen,
        "over_fen": came.over_fen,
        "left_fen": came.left_fen,
        "asked_fen": came.asked_fen,
        "carried_fen": came.carried_fen,
        "settled_on": today,
    }
