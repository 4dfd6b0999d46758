"""Findings: a month's calls and log against the regulations, and what people decide of each (002/5, 6, 12, 15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.entered import checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.calls.rules import LONGEST_MINUTES
from desk_mailadmin.registers.calls.service import CallsService
from desk_mailadmin.registers.findings.listing import FindingRow
from desk_mailadmin.registers.findings.model import Finding, FindingRun
from desk_mailadmin.registers.findings.records import FindingsRecords, Progress, Proposals, found_of_calls, found_of_log
from desk_mailadmin.registers.findings.rules import HOURS, KINDS, KINDS_ON, LIFECYCLE, LUNCH_INSIDE, Look, hours_of
from desk_mailadmin.registers.longdistance.service import LongDistanceService
from desk_mailadmin.registers.months.rules import checked_month, first_day, last_day, title_of
from desk_mailadmin.registers.penalties.entries import MOST_TIMES, PenaltyEntry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

RUN = "finding_check"
"""Under which name the journal keeps the checks of a month; the record is the month as a number (202610)."""
_ENDED = ("void", "reversed", "")
"""States of a case after which its finding is open again; a case that was dropped has none."""
_NAMED = 8
_MOST_SOURCES = 40
_ORDER = {state.key: place for place, state in enumerate(LIFECYCLE.states)}


class Run(Struct, frozen=True):
    """What a check of a month brought: how many findings are new, gone again, there in all, by kind."""

    month: str
    calls: int
    new: int
    gone: int
    found: int
    kinds: dict[str, int]


class FindingsService(FindingsRecords):
    """Findings of all months."""

    def __init__(
        self,
        desk: Desk,
        log: LongDistanceService,
        calls: CallsService,
        penalties: PenaltiesService,
        panel: Callable[[FindingsService, int], Detail],
    ) -> None:
        super().__init__(desk)
        self.log, self.calls, self.penalties = log, calls, penalties
        self._panel = panel

    # finding

    def run(self, month: str, progress: Progress = lambda _done, _all: None) -> Run:
        """Check a month's calls and log, and keep what is found; what was decided stays decided.

        Raises UserError for what is no month, and for working hours that cannot be read.
        """
        look = self.look(checked_month(month))
        calls = self.log.call_facts(month)
        with self._desk.work("finding.run") as work:
            matching = self.log.check_in(work, month, calls)
            found = [(one, None) for one in found_of_calls(calls, look, progress)]
            entries = {row.id: row for row in self.log.rows(list(matching.verdicts))}
            found_all = [*found, *found_of_log(entries, {call.id: call for call in calls}, matching, look)]
            proposals = Proposals(self.penalties.rulebook)
            rows = [self.columns_of(month, one, row, KINDS[one.kind].clause, proposals) for one, row in found_all]
            new, gone, count = self.keep_in(month, rows, progress)
            self._reopen_in(work, month)
            self._note_run(work, month, len(calls), new, gone)
        kinds = {key: sum(one.kind == key for one, _row in found_all) for key in KINDS}
        return Run(month, len(calls), new, gone, count, kinds)

    def look(self, month: str) -> Look:
        """Return what is looked for in a month: kinds, hours and limits of its last day, rights, approved slips."""
        day, settings = last_day(month), self._desk.settings
        hours = hours_of(
            settings.value(HOURS, day), self._desk.workdays.calendar(), lunch_inside=settings.value(LUNCH_INSIDE, day)
        )
        slips = frozenset(self._slips(month))
        longest = settings.value(LONGEST_MINUTES, day) * 60
        return Look(settings.value(KINDS_ON, day), hours, longest, self.log.lines.all_rights(), slips)

    def _slips(self, month: str) -> Iterator[tuple[int, date]]:
        """Return sets and days for which a call was approved (002/5.四(三))."""
        for slip in self.log.slips(first_day(month), last_day(month)):
            line = self.log.lines.extension_line(self.log.staff.branch_of(slip.staff), slip.extension)
            if line is not None and slip.on_day is not None:
                yield line, slip.on_day

    def _note_run(self, work: UnitOfWork, month: str, calls: int, new: int, gone: int) -> None:
        basis = self._bases().get(month, "")
        values = {"run_on": self._desk.clock.today(), "calls": calls, "basis": basis}
        FindingRun.insert(month=month, **values).on_conflict(
            conflict_target=[FindingRun.month], update=values
        ).execute()
        sentence = QT_TRANSLATE_NOOP("desk", "核查 {month}：新发现 {new} 项，消失 {gone} 项")
        work.wrote(RUN, month_number(month), sentence, month=title_of(month), new=new, gone=gone)
        work.changed("findings")

    def _reopen_in(self, work: UnitOfWork, month: str) -> None:
        """Open again what became a case that was dropped or voided since."""
        found = Finding.select(Finding.id).where((Finding.month == month) & (Finding.state == "proposed"))
        ended = [row.id for row in self.rows([one.id for one in found]) if row.penalty_state in _ENDED]
        self._decide_in(work, ended, _OPEN, QT_TRANSLATE_NOOP("desk", "处罚已作废，重新待处理"))

    # deciding

    def dismiss(self, records: Sequence[int], reason: str) -> None:
        """Decide that nothing follows, with a reason; a note of what was said stays with the finding."""
        reason = checked_text(reason, QT_TRANSLATE_NOOP("desk", "说明"), "reason", 500)
        if not reason:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写说明。"), field="reason")
        after = {**_OPEN, "state": "dismissed", "state_order": _ORDER["dismissed"], "reason": reason, **self._decided()}
        self._check(records, "dismissed")
        with self._desk.work("finding.dismiss", batch=len(records) > 1) as work:
            self._decide_in(work, records, after, QT_TRANSLATE_NOOP("desk", "不处理：{reason}"), reason=reason)

    def restore(self, records: Sequence[int]) -> None:
        """Open decided findings again; UserError where the case of one still stands."""
        standing = [row for row in self.rows(records) if row.state == "proposed" and row.penalty_state not in _ENDED]
        if standing:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{number} 还有效，先在处罚台账里作废或冲销。"), number=standing[0].outcome
            )
        self._check(records, "open")
        with self._desk.work("finding.restore", batch=len(records) > 1) as work:
            self._decide_in(work, records, _OPEN, QT_TRANSLATE_NOOP("desk", "恢复为待处理"))

    def entry_for(self, records: Sequence[int], staff: int | None = None) -> PenaltyEntry:
        """Return the case that findings of one person and one act make: times and fees added up.

        ``staff`` is who it was where the findings name nobody. Raises UserError for what makes no one case.
        """
        rows = sorted(self.rows(records), key=lambda row: row.occurred_at)
        for row in rows:
            LIFECYCLE.check(row.state, "proposed")
        if len({row.act for row in rows}) != 1 or len({row.staff for row in rows}) != 1:
            raise UserError(QT_TRANSLATE_NOOP("desk", "一次只登记一个人的同一种行为，分开选。"))
        if not rows[0].act:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "制度没有给“{kind}”写处罚，只能记录说明。"), kind=rows[0].kind_title
            )
        whose = rows[0].staff or staff
        if whose is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "不知道是谁打的，选一个人。"), field="staff")
        if len(rows) > MOST_TIMES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "一件处罚最多 {most} 次。"), most=MOST_TIMES)
        last = rows[-1]
        source = ",".join(str(row.id) for row in rows[:_MOST_SOURCES])
        return PenaltyEntry(
            staff=whose,
            occurred_on=last.occurred_at.date(),
            occurred_at=f"{last.occurred_at:%H:%M}" if len(rows) == 1 else "",
            act=last.act,
            found_how="bill",
            facts=facts_of_calls(rows),
            times=len(rows),
            fee_fen=sum(row.fee_fen for row in rows),
            source=f"finding:{source}",
        )

    def link(self, records: Sequence[int], penalty: int) -> None:
        """Keep which case findings became."""
        after = {
            **_OPEN,
            "state": "proposed",
            "state_order": _ORDER["proposed"],
            "penalty_id": penalty,
            **self._decided(),
        }
        self._check(records, "proposed")
        number = self.penalties.row(penalty).number or QT_TRANSLATE_NOOP("desk", "处罚草稿")
        with self._desk.work("finding.propose", batch=len(records) > 1) as work:
            sentence = QT_TRANSLATE_NOOP("desk", "登记处罚 {number}")
            self._decide_in(work, records, after, sentence, number=number, reversible=False)

    def draft(self, records: Sequence[int]) -> tuple[int, int]:
        """Make a draft of a case for each person and act; return how many, and how many findings name nobody."""
        groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        nobody = 0
        for row in self.rows(records):
            if row.state == "open" and row.act:
                nobody += row.staff is None
                if row.staff is not None:
                    groups[row.staff, row.act].append(row.id)
        with self._desk.work("finding.draft", batch=True):
            for ids in groups.values():
                self.link(ids, self.penalties.draft(self.entry_for(ids)))
        return len(groups), nobody

    # what is due

    def unchecked(self) -> list[str]:
        """Return the months with calls that were not checked yet, or whose calls or log are others by now."""
        known = {one.month: one.basis for one in FindingRun.select()}
        return sorted(month for month, basis in self._bases().items() if known.get(month) != basis)

    def _bases(self) -> dict[str, str]:
        """Return what the findings of each month with assigned calls rest on: whose the calls are, and the log."""
        logs = self.log.standings()
        assigned = self.calls.assigned_months()
        return {month: f"{one.calls} {one.basis} {logs.get(month, '')}" for month, one in assigned.items()}

    def first_open(self, month: str) -> int | None:
        """Return the first open finding of a month, those with a consequence before others."""
        found = Finding.select(Finding.id).where((Finding.month == month) & (Finding.state == "open"))
        first = found.order_by((Finding.act == ""), Finding.occurred_at, Finding.id).first()
        return int(first.id) if first else None

    def months(self) -> Sequence[str]:
        """Return the months that can be checked: those with calls or entries of the log, the latest first."""
        return sorted({*self.calls.month_counts(), *self.log.checkable()}, reverse=True)

    def is_working_day(self, day: date) -> bool:
        """Say whether a day is worked."""
        return self._desk.workdays.calendar().is_working_day(day)

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a finding."""
        return self._panel(self, record)

    # inside

    def _decided(self) -> dict[str, Any]:
        return {"decided_on": self._desk.clock.today(), "decided_by": self._desk.who}

    def _check(self, records: Sequence[int], state: str) -> None:
        for row in self.rows(records):
            LIFECYCLE.check(row.state, state)

    def _decide_in(
        self,
        work: UnitOfWork,
        records: Sequence[int],
        after: dict[str, Any],
        sentence: str,
        *,
        reversible: bool = True,
        **said: Any,
    ) -> None:
        for record in records:
            found = Finding.get_by_id(record)
            before: dict[str, Any] = {key: getattr(found, key) for key in after}
            Finding.update(**after).where(Finding.id == record).execute()
            work.wrote("finding", record, sentence, before=before, after=after, undoable=reversible, **said)
        if records:
            work.changed("findings")


_OPEN: dict[str, Any] = {
    "state": "open", "state_order": _ORDER["open"], "penalty_id": None, "reason": "", "decided_on": None,
    "decided_by": "",
}  # fmt: skip


def month_number(month: str) -> int:
    """Return a month as a number: 2026-10 → 202610."""
    return int(month.replace("-", ""))


def facts_of_calls(rows: Sequence[FindingRow]) -> str:
    """Return what happened, call by call, as a notice says it; of many the first are named."""
    said = [
        f"{row.occurred_at:%Y-%m-%d %H:%M} 从 {row.extension or row.number} 打 {row.called}，"
        f"{row.seconds // 60} 分 {row.seconds % 60:02d} 秒，{fen_to_text(row.fee_fen)} 元"
        + (f"（{row.details}）" if row.details else "")
        for row in rows[:_NAMED]
    ]
    more = f"；等共 {len(rows)} 次" if len(rows) > _NAMED else ""
    return f"{rows[0].kind_title}：{'；'.join(said)}{more}。"
