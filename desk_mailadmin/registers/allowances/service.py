"""Mobile allowances: granted, paid with the wages, held against the mobile bill, ended (002/15.二.2–3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec.structs import asdict

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.kernel.entered import checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.registers.allowances.listing import AllowancesListing, MobileBill
from desk_mailadmin.registers.allowances.model import Allowance, AllowanceBill
from desk_mailadmin.registers.allowances.rules import (
    LIFECYCLE,
    STANDARDS,
    AllowanceEntry,
    checked,
    excess,
    standards,
)
from desk_mailadmin.registers.months.rules import checked_month, last_day, title_of
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

ACT = "allowance_over"
_BILLED = """
    SELECT bill_number.number, sum(bill_number.calls_fen + bill_number.rent_fen + bill_number.caller_id_fen
           + bill_number.other_fen)
    FROM bill_number JOIN bill ON bill.id = bill_number.bill_id
    WHERE bill.month = ? AND bill.state = 'in' AND bill.source = 'operator' GROUP BY bill_number.number
"""


class AllowancesService(AllowancesListing):
    """Who gets what for a mobile, and what the mobile cost."""

    def __init__(self, desk: Desk, staff: StaffService, months: MonthsService, penalties: PenaltiesService) -> None:
        super().__init__(desk)
        self._staff = staff
        self._months = months
        self._penalties = penalties
        desk.after_undo("allowance", self._index_again)

    # granting and ending

    def add(self, entry: AllowanceEntry) -> int:
        """Enter an allowance; raise UserError for a faulty entry, and where the person has one already."""
        with self._desk.work("allowance.add") as work:
            return self.add_in(work, entry)

    def add_in(self, work: UnitOfWork, entry: AllowanceEntry) -> int:
        """Enter an allowance within a transaction that is open already."""
        values = self._columns(entry, None)
        record = int(Allowance.create(**values).id)
        name = self._staff.row(entry.staff).name
        work.wrote(
            "allowance",
            record,
            QT_TRANSLATE_NOOP("desk", "登记{name}的手机补贴"),
            after=values,
            undoable=True,
            name=name,
        )
        self._index(record)
        work.changed("allowances")
        return record

    def edit(self, record: int, entry: AllowanceEntry) -> None:
        """Change an allowance; raise UserError as ``add`` does."""
        self._update(record, self._columns(entry, record), "allowance.edit", QT_TRANSLATE_NOOP("desk", "修改手机补贴"))

    def end(self, record: int, on: date, reason: str) -> None:
        """Stop paying an allowance after a day; raise UserError where it was stopped already."""
        with self._desk.work("allowance.end") as work:
            self.end_in(work, record, on, reason)

    def end_in(self, work: UnitOfWork, record: int, on: date, reason: str) -> None:
        """Stop paying an allowance within a transaction that is open already."""
        found = Allowance.get_by_id(record)
        LIFECYCLE.check(found.state, "ended")
        said = checked_text(reason, QT_TRANSLATE_NOOP("desk", "理由"), "reason", 200)
        after = {"state": "ended", "ended_on": max(on, found.from_on), "end_reason": said}
        self._write(work, record, after, QT_TRANSLATE_NOOP("desk", "停发手机补贴"))

    def end_before_in(self, work: UnitOfWork, staff: int, day: date, number: str) -> None:
        """Stop what somebody still gets on a day the day before: a new application takes its place."""
        for found in Allowance.select().where((Allowance.staff == staff) & (Allowance.state == "active")):
            if found.until_on is None or found.until_on >= day:
                reason = QT_TRANSLATE_NOOP("desk", "改按新的申请")
                self.end_in(work, int(found.id), day - timedelta(days=1), f"{reason} {number}")

    def entry(self, record: int) -> AllowanceEntry:
        """Return an allowance as it would be entered."""
        found = Allowance.get_by_id(record)
        return AllowanceEntry(
            staff=found.staff_id,
            rank=found.rank,
            mobile=found.mobile,
            monthly_fen=found.monthly_fen,
            from_on=found.from_on,
            until_on=found.until_on,
            application=found.application,
            remark=found.remark,
        )

    def standards(self, on: date | None = None) -> dict[str, int]:
        """Return what each rank gets a month, in fen, on a day (002/15.二.2)."""
        return standards(self._desk.settings.value(STANDARDS, on))

    # mobile bills

    def enter_bills(self, month: str, fees: Mapping[int, int]) -> int:
        """Keep the month's mobile bills of these allowances (id → fen); return how many were new or changed.

        A bill whose excess was handed to wages stays. Raises UserError for a closed month.
        """
        month = checked_month(month)
        self._months.check_open(month)
        kept, changed = self.bills_in(month), 0
        with self._desk.work("allowance.bills") as work:
            for record, fee in fees.items():
                changed += self._put_bill(work, month, record, fee, kept.get(record))
            if changed:
                work.changed("allowances")
        return changed

    def billed(self, month: str) -> dict[int, int]:
        """Return what the operators' bills of a month hold for the mobiles of those who get an allowance, in fen."""
        with self._desk.reading():
            fees = dict(execute(self._desk.database, _BILLED, (month,)).fetchall())
        return {row.id: int(fees[row.mobile]) for row in self.paid_in(month) if row.mobile and row.mobile in fees}

    def propose(self, record: int) -> str:
        """Hand the excess of an allowance's oldest open bill to wages as a penalty case; return its number (15.二.2).

        Raises UserError where none is open.
        """
        owing = [bill for bill in self.bills_of(record) if bill.owing]
        if not owing:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有超过补贴、还没有处理的话费。"))
        bill, row = owing[-1], self.row(record)
        with self._desk.work("allowance.propose") as work:
            case = self._penalties.enter(_case(row.staff, row.mobile, bill), confirmed={"same"})
            number = self._penalties.row(case).number
            AllowanceBill.update(penalty=number).where(AllowanceBill.id == bill.id).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "超过补贴转工资扣款 {number}")
            before, after = {"penalty": bill.penalty}, {"penalty": number}
            work.wrote("allowance_bill", bill.id, sentence, before=before, after=after, number=number)
            work.wrote("allowance", record, sentence, number=number)
            work.changed("allowances")
        return number

    # reading

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an allowance: its terms and its mobile bills."""
        row = self.row(record)
        span = f"{row.from_on} 至 {row.until_on or '停发为止'}"
        facts = (
            Fact("工号", row.emp_no),
            Fact("部门", f"{row.branch} / {row.dept}"),
            Fact("职级", row.rank),
            Fact("移动电话", row.mobile, personal=True),
            Fact("每月补贴", f"{fen_to_text(row.monthly_fen)} 元"),
            Fact("期限", span),
            Fact("申请编号", row.application),
            Fact("停发", f"{row.ended_on}　{row.end_reason}".strip() if row.ended_on else ""),
            Fact("备注", row.remark),
        )
        return Detail(
            row.name,
            f"手机补贴　{row.rank}",
            state=LIFECYCLE.state(row.state),
            facts=tuple(fact for fact in facts if fact.value),
            steps=tuple(map(_bill_step, self.bills_of(record))),
            steps_title="各月手机话费",
            history=self.history("allowance", record),
        )

    # inside

    def _columns(self, entry: AllowanceEntry, record: int | None) -> dict[str, Any]:
        entry = checked(entry, self.standards(entry.from_on))
        twin = Allowance.get_or_none(
            (Allowance.staff == entry.staff) & (Allowance.state == "active") & (Allowance.id != (record or 0))
        )
        if twin is not None and (twin.until_on is None or twin.until_on >= entry.from_on):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{name}从 {on} 起已经有手机补贴，先停发再登记。"),
                field="staff",
                name=self._staff.row(entry.staff).name,
                on=twin.from_on,
            )
        values = asdict(entry)
        return {"staff_id": values.pop("staff"), **values}

    def _put_bill(self, work: UnitOfWork, month: str, record: int, fee: int, old: MobileBill | None) -> bool:
        if fee < 0:
            raise UserError(QT_TRANSLATE_NOOP("desk", "话费不能是负数。"))
        if old is not None and (old.fee_fen == fee or old.penalty):
            return False
        allowed = Allowance.get_by_id(record).monthly_fen
        values: dict[str, Any] = {"fee_fen": fee, "allowed_fen": allowed, "over_fen": excess(fee, allowed)}
        entered = {**values, "entered_on": self._desk.clock.today()}
        if old is not None:
            AllowanceBill.update(**entered).where(AllowanceBill.id == old.id).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "更正手机话费")
            before = {key: getattr(old, key) for key in values}
            work.wrote("allowance_bill", old.id, sentence, before=before, after=values)
        else:
            made = {"allowance_id": record, "month": month, **entered}
            kept = int(AllowanceBill.create(**made).id)
            work.wrote("allowance_bill", kept, QT_TRANSLATE_NOOP("desk", "登记手机话费"), after=made)
        sentence = QT_TRANSLATE_NOOP("desk", "{month}手机话费 {fee} 元")
        work.wrote("allowance", record, sentence, month=title_of(month), fee=fen_to_text(fee))
        return True

    def _update(self, record: int, after: dict[str, Any], action: str, sentence: str) -> None:
        with self._desk.work(action) as work:
            self._write(work, record, after, sentence)

    def _write(self, work: UnitOfWork, record: int, after: Mapping[str, Any], sentence: str) -> None:
        found = Allowance.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        Allowance.update(**after).where(Allowance.id == record).execute()
        work.wrote("allowance", record, sentence, before=before, after=dict(after), undoable=True)
        self._index(record)
        work.changed("allowances")

    def _index(self, record: int) -> None:
        found = self.row(record)
        words = [word for word in (found.emp_no, found.mobile, found.mobile[-4:], found.application) if word]
        self._desk.search.put(
            "allowance", record, [found.name, found.dept, found.rank], search_words(found.name, words)
        )

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        for record in records:
            self._index(record)


def _bill_step(bill: MobileBill) -> Step:
    over = f"，超过 {fen_to_text(bill.over_fen)} 元" if bill.over_fen else ""
    done = f"　{bill.penalty}" if bill.penalty else ""
    note = f"{fen_to_text(bill.fee_fen)} 元，补贴 {fen_to_text(bill.allowed_fen)} 元{over}{done}"
    state = StepState.NOW if bill.owing else StepState.DONE
    return Step(title_of(bill.month), state, note, actions=("propose",) if bill.owing else ())


def _case(staff: int, mobile: str, bill: MobileBill) -> PenaltyEntry:
    fee, allowed, over = map(fen_to_text, (bill.fee_fen, bill.allowed_fen, bill.over_fen))
    words = f"{title_of(bill.month)}，移动电话 {mobile} 话费 {fee} 元，补贴标准 {allowed} 元，超过 {over} 元自己负责。"
    return PenaltyEntry(
        staff=staff,
        occurred_on=last_day(bill.month),
        act=ACT,
        found_how="bill",
        facts=words,
        fee_fen=bill.over_fen,
        source=f"allowance_bill:{bill.id}",
    )
