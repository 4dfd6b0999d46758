"""Penalty cases: what the rulebook proposes, what people decided, and what came of it (000/6.0, 002/15, M4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import asdict

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.sorting import sort_key
from desk_mailadmin.registers.lines.effects import LineStop, LineStops
from desk_mailadmin.registers.months.rules import checked_month, title_of
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.penalties.counting import months_before
from desk_mailadmin.registers.penalties.deeds import Deeds
from desk_mailadmin.registers.penalties.entries import PastEntry, PenaltyEntry, checked, checked_past, entry_from
from desk_mailadmin.registers.penalties.listing import REST
from desk_mailadmin.registers.penalties.model import Penalty, PenaltyMoney
from desk_mailadmin.registers.penalties.money import DEBITS, Balance, balance_of, instalments
from desk_mailadmin.registers.penalties.overviews import Overviews
from desk_mailadmin.registers.penalties.proposals import Derived, Proposals, check_reasoned, kept, settled_entry
from desk_mailadmin.registers.penalties.records import PREFIX
from desk_mailadmin.registers.penalties.rules import ORDER
from desk_mailadmin.registers.penalties.signing import Signing
from desk_mailadmin.registers.rulebook.service import RulebookService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

SAME = "same"
"""The question whether a case that looks like one that stands already is another one."""


class PenaltiesService(Signing, Deeds, Overviews):
    """The penalty ledger; ``panel`` composes what the side panel shows of a case."""

    def __init__(
        self,
        desk: Desk,
        staff: StaffService,
        months: MonthsService,
        rulebook: RulebookService,
        stops: LineStops,
        panel: Callable[[PenaltiesService, int], Detail],
    ) -> None:
        super().__init__(desk, staff, months, stops)
        self.rulebook = rulebook
        self._proposals = Proposals(self, rulebook, months)
        self._panel = panel
        desk.after_undo("penalty", self._index_again)

    # entering

    def proposal(self, entry: PenaltyEntry, record: int = 0) -> Derived:
        """Return what follows from an entry; ``record`` is the draft it will replace, 0 for a new one.

        Raises UserError naming the field that cannot stand, and where no article in force that day hits the act.
        """
        return self._proposals.derive(checked(entry, self._desk.clock.today()), record)

    def draft(self, entry: PenaltyEntry, record: int | None = None) -> int:
        """Keep a case without a number, however incomplete, in the place of the draft ``record``; return its id."""
        values = self._draft_columns(entry)
        with self._desk.work("penalty.draft") as work:
            if record is None:
                return self.create_in(work, {**values, "state": "draft"}, QT_TRANSLATE_NOOP("desk", "保存草稿"))
            self._check_draft(record)
            self.update_in(work, record, values, QT_TRANSLATE_NOOP("desk", "修改草稿"))
            self.index(record)
        return record

    def drop_draft(self, record: int) -> None:
        """Delete a draft; it may be taken back today."""
        found = self._check_draft(record)
        before = {f"{key}_id" if key in _LINKS else key: value for key, value in found.__data__.items() if key != "id"}
        with self._desk.work("penalty.drop") as work:
            Penalty.delete().where(Penalty.id == record).execute()
            self._desk.search.drop("penalty", record)
            work.wrote("penalty", record, QT_TRANSLATE_NOOP("desk", "删除草稿"), before=before, undoable=True)
            work.changed("penalties")

    def enter(self, entry: PenaltyEntry, record: int | None = None, confirmed: Collection[str] = frozenset()) -> int:
        """Make a case official: check it, give it the year's next number, write its debits, plan its deduction.

        ``record`` is the draft it comes from. What is None in the entry is taken as the rulebook proposes. Raises
        UserError for an entry that cannot stand or departs from the proposal without a reason, NeedsConfirmation (SAME)
        where the same fact seems to stand in the ledger already.
        """
        derived = self.proposal(entry, record or 0)
        entry = settled_entry(checked(entry, self._desk.clock.today()), derived)
        check_reasoned(entry, derived)
        self._ask_same(derived, confirmed)
        if record is not None:
            self._check_draft(record)
        today = entry.issued_on or self._desk.clock.today()
        plan = self.plan_for(entry, record or 0)
        with self._desk.work("penalty.enter") as work:
            number = self.number_in(work, derived.month)
            values = {
                **self.person_columns(entry.staff),
                **kept(entry, derived),
                "draft": "",
                "number": number,
                "month": derived.month,
                "issued_on": today,
                "entered_on": self._desk.clock.today(),
                "stop_until": _stop_until(today, entry, derived),
            }
            record = self._made_official(work, record, values, number)
            for kind in DEBITS:
                fen = values[f"{kind}_fen"]
                if fen:
                    self.line_in(work, record, kind, fen, today, derived.month)
            self.plan_in(record, plan)
            stop_until = values["stop_until"]
            if stop_until is not None:
                self._stop_line(work, record, entry, LineStop(number, today, stop_until, values["act_title"]))
        return record

    def _stop_line(self, work: UnitOfWork, record: int, entry: PenaltyEntry, stop: LineStop) -> None:
        """Stop the line of a case, where the desk knows which it is (002/12.九)."""
        line = self.stops.stop_in(work, entry.staff, entry.line, stop)
        if line and not entry.line:
            self.update_in(work, record, {"line": line}, QT_TRANSLATE_NOOP("desk", "停机 {line}"), line=line)

    def plan_for(self, entry: PenaltyEntry, record: int = 0) -> tuple[tuple[str, int], ...]:
        """Return how a settled entry would be deducted, month by month, as far as the wage has room; writes nothing.

        Raises UserError for a first month that is closed and for more instalments than there can be.
        """
        due = (entry.fine_fen or 0) + (entry.recovery_fen or 0)
        if not due or entry.execution != "payroll":
            return ()
        if self.months.is_closed(entry.first_month):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{month}已经月结，扣款记在后面的月份。"),
                field="first_month",
                month=title_of(entry.first_month),
            )
        months = self.open_months(entry.first_month)
        return instalments(due, months, entry.instalments, self.room(entry.staff, months, record))

    def issue(self, record: int, confirmed: Collection[str] = frozenset()) -> None:
        """Make a draft official as it stands; raises what ``enter`` raises."""
        self.enter(self.entry(record), record, confirmed)

    def enter_plain(self, data: Mapping[str, Any], confirmed: Collection[str] = frozenset()) -> int:
        """Enter what plain data say; raises what ``entry_from`` and ``enter`` raise."""
        return self.enter(entry_from(data, self.staff), confirmed=confirmed)

    def enter_past_in(self, work: UnitOfWork, entry: PastEntry) -> int:
        """Take over a case of a hand-kept ledger: it keeps its own number and moves no money.

        One that is not void or waived counts for the ladders. Raises UserError for an entry that cannot stand.
        """
        entry = checked_past(entry, self._desk.clock.today())
        values = {
            **self.person_columns(entry.staff),
            **({"dept": entry.dept, "dept_key": sort_key(entry.dept)} if entry.dept else {}),
            **_past_sums(entry),
            "slip": entry.slip,
            "month": month_of(entry.occurred_on),
            "act": entry.act,
            "act_title": entry.act_title,
            "clause": entry.clause,
            "count_group": entry.count_group or entry.clause,
            "occurred_on": entry.occurred_on,
            "facts": entry.facts,
            "offence_no": entry.offence_no,
            "sanctions": ",".join(entry.sanctions),
            "entered_on": self._desk.clock.today(),
            "reason": entry.remark,
            "source": entry.source,
            "past": True,
        }
        sentence = QT_TRANSLATE_NOOP("desk", "从旧台账转入{slip}")
        return self.create_in(work, values, sentence, undoable=True, slip=f" {entry.slip}" if entry.slip else "")

    # reading

    def entry(self, record: int) -> PenaltyEntry:
        """Return a case as it would be entered; a draft with what was left to the rulebook still left to it."""
        found = self.record_of(record)
        if found.draft:
            return _entry_of(json.loads(found.draft))
        return PenaltyEntry(
            staff=found.staff_id,
            occurred_on=found.occurred_on,
            act=found.act,
            act_title=found.act_title,
            clause=found.clause,
            occurred_at=found.occurred_at,
            found_how=found.found_how,
            facts=found.facts,
            times=found.times,
            fee_fen=found.fee_fen,
            cost_fen=found.cost_fen,
            sanctions=tuple(found.sanctions.split(",")) if found.sanctions else None,
            fine_fen=found.fine_fen,
            recovery_fen=found.recovery_fen,
            points=found.points,
            reason=found.change_reason,
            execution=found.execution,
            source=found.source,
            line=found.line,
        )

    def balance(self, month: str) -> Balance:
        """Return a month's balance: carried in + new − deducted − waived = carried out, in fen (M4-20)."""
        found = execute(
            self._desk.database,
            "SELECT month, kind, sum(amount_fen) FROM penalty_money WHERE month <= ? GROUP BY month, kind",
            (checked_month(month),),
        )
        return balance_of(month, [(booked, kind, int(fen)) for booked, kind, fen in found])

    def first_booked(self) -> str | None:
        """Return the first month in which something is booked, cases or money; None where nothing is."""
        money = PenaltyMoney.select(PenaltyMoney.month).order_by(PenaltyMoney.month).first()
        months = [month for month in (self.first_month(), money.month if money else None) if month]
        return min(months, default=None)

    def missing_numbers(self, year: int) -> Sequence[str]:
        """Return the numbers of a year that were given and stand nowhere: none, unless the file was meddled with.

        What going back to a backup left out is no such number: the journal tells of it.
        """
        of_year = Penalty.select(Penalty.number).where(Penalty.number.startswith(f"{PREFIX}-{year}-"))
        found = {one.number for one in of_year}
        last, left_out = self._desk.sequences.last(PREFIX, year), self.left_out_numbers(year)
        given = (f"{PREFIX}-{year}-{number:04d}" for number in range(1, last + 1) if number not in left_out)
        return [number for number in given if number not in found]

    def left_out_numbers(self, year: int) -> frozenset[int]:
        """Return the numbers of a year whose cases went when the desk was put back to a backup."""
        return self._desk.sequences.left_out(PREFIX, year)

    def drifted(self) -> Sequence[str]:
        """Return the numbers of cases whose sums are not those of their lines; there are none unless meddled with."""
        found = execute(self._desk.database, _DRIFTED)
        return [str(number) for (number,) in found]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a case."""
        return self._panel(self, record)

    # inside

    def _draft_columns(self, entry: PenaltyEntry) -> dict[str, Any]:
        """Return what is kept of a draft; the entry itself, so that what is left to the rulebook stays left to it."""
        today = self._desk.clock.today()
        entry = checked(entry, today)
        days = {"occurred_on": entry.occurred_on, "issued_on": entry.issued_on}
        written = {**asdict(entry), **{key: day and day.isoformat() for key, day in days.items()}}
        values = {
            **self.person_columns(entry.staff),
            "occurred_on": entry.occurred_on,
            "occurred_at": entry.occurred_at,
            "act": entry.act,
            "act_title": entry.act_title or QT_TRANSLATE_NOOP("desk", "（还没有选行为）"),
            "facts": entry.facts,
            "entered_on": today,
            "draft": json.dumps(written, ensure_ascii=False),
        }
        try:
            derived = self._proposals.derive(entry)
        except UserError:
            return values
        return {**values, **kept(settled_entry(entry, derived), derived)}

    def _check_draft(self, record: int) -> Penalty:
        found = self.record_of(record)
        if found.state != "draft":
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{number} 已经正式开出，不能再改；开错了作废，签收以后冲销。"),
                number=found.number or found.slip,
            )
        return found

    def _ask_same(self, derived: Derived, confirmed: Collection[str]) -> None:
        if derived.same and SAME not in confirmed:
            one = derived.same[0]
            raise NeedsConfirmation(
                SAME,
                QT_TRANSLATE_NOOP("desk", "{name} {on} 的“{act}”已经有 {number}，{state}。同一件事只处理一次。"),
                name=one.name,
                on=one.occurred_on,
                act=one.act_title,
                number=one.number or QT_TRANSLATE_NOOP("desk", "一张草稿"),
                state=self.state_title(one.state),
            )

    def _made_official(self, work: UnitOfWork, record: int | None, values: dict[str, Any], number: str) -> int:
        if record is None:
            sentence = QT_TRANSLATE_NOOP("desk", "开出处罚通知单 {number}")
            return self.create_in(work, {**values, "state": "issued"}, sentence, number=number)
        after = {**values, "state": "issued", "state_order": ORDER["issued"]}
        before = {key: getattr(self.record_of(record), key) for key in after}
        Penalty.update(after).where(Penalty.id == record).execute()
        work.wrote(
            "penalty",
            record,
            QT_TRANSLATE_NOOP("desk", "草稿成为处罚通知单 {number}"),
            before=before,
            after=after,
            number=number,
        )
        work.changed("penalties")
        self.index(record)
        return record

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        for record in records:
            self.index(record)


_LINKS = ("staff", "branch", "reverses")
_DRIFTED = f"""
    SELECT coalesce(penalty.number, penalty.id)
    FROM penalty LEFT JOIN (
        SELECT debit.penalty_id AS owner, sum(line.amount_fen) AS rest
        FROM penalty_money AS line JOIN penalty_money AS debit ON debit.id = coalesce(line.closes_id, line.id)
        GROUP BY debit.penalty_id
    ) AS trail ON trail.owner = penalty.id
    WHERE penalty.past = 0 AND penalty.state <> 'draft' AND {REST} <> coalesce(trail.rest, 0)
    ORDER BY penalty.number
"""  # noqa: S608  (our own SQL)


def _past_sums(entry: PastEntry) -> dict[str, Any]:
    """Return state and sums of an old case: what was to be paid and was not waived counts as paid elsewhere."""
    owed = entry.fine_fen + entry.recovery_fen
    waived = {"valid": entry.waived_fen, "waived": owed, "void": 0}[entry.state]
    paid = owed - waived if entry.state == "valid" else 0
    state = {"valid": "deducted" if owed else "signed"}.get(entry.state, entry.state)
    return {
        "state": state,
        "fine_fen": entry.fine_fen,
        "recovery_fen": entry.recovery_fen,
        "deducted_fen": paid,
        "waived_fen": waived,
        "reversed_fen": owed if entry.state == "void" else 0,
        "execution": "payroll" if paid else "none",
    }


def _entry_of(written: Mapping[str, Any]) -> PenaltyEntry:
    values = {**written, "occurred_on": date.fromisoformat(written["occurred_on"])}
    if values.get("issued_on"):
        values["issued_on"] = date.fromisoformat(values["issued_on"])
    if values["sanctions"] is not None:
        values["sanctions"] = tuple(values["sanctions"])
    return PenaltyEntry(**values)


def _stop_until(today: date, entry: PenaltyEntry, derived: Derived) -> date | None:
    """Return until when the line stands still: so many months from the notice on (001/三5, 002/15)."""
    months = derived.proposal.stop_months
    if "line_stop" not in (entry.sanctions or ()) or not months:
        return None
    return months_before(today, -months)
