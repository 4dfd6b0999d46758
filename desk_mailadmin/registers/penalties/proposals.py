"""What the rulebook says to a case before it is saved: the proposal, the count, and what is worth a second look."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import asdict, replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.penalties.counting import Offence, earlier, number_of
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.model import Penalty
from desk_mailadmin.registers.penalties.money import Cap
from desk_mailadmin.registers.penalties.payroll import Payroll
from desk_mailadmin.registers.rulebook.rules import Act, Article, Facts, Proposal, json_of, propose


class Derived(Struct, frozen=True):
    """What follows from the facts of a case.

    ``rivals`` are the other articles that hit the same act, each with its proposal; ``before`` the cases that count
    for this one; ``same`` those that look like the same fact; ``later`` those that happened after it and were decided
    already. ``month`` is the ledger it is booked in. ``cap`` limits what a month may take of the wage, ``planned_fen``
    is what is planned for that month already.
    """

    act_title: str
    article: Article
    proposal: Proposal
    offence_no: int
    before: tuple[PenaltyRow, ...]
    rivals: tuple[tuple[Article, Proposal], ...]
    same: tuple[PenaltyRow, ...]
    later: tuple[PenaltyRow, ...]
    month: str
    first_month: str
    cap: Cap
    planned_fen: int


class Rulebook(Protocol):
    """What is asked of the rulebook: the articles of a day."""

    def hitting(self, act: str, on: date) -> tuple[Article, ...]:
        """Return the articles in force on a day that hit an act."""
        ...

    def article(self, clause: str, on: date) -> Article:
        """Return an article as it is on a day."""
        ...

    def act(self, key: str) -> Act:
        """Return an act."""
        ...

    def fines(self, on: date) -> bool:
        """Say whether the office fines at all on a day."""
        ...


class Proposals:
    """Derives what follows from a case's facts; writes nothing."""

    def __init__(self, records: Payroll, rulebook: Rulebook, months: MonthsService) -> None:
        self._records = records
        self._rulebook = rulebook
        self._months = months

    def derive(self, entry: PenaltyEntry, case: int = 0) -> Derived:
        """Return what follows from an entry; ``case`` is the draft it will replace, 0 for a new one.

        UserError where no article in force that day hits the act.
        """
        chosen, others = self._articles(entry)
        facts = Facts(times=entry.times, fee_fen=entry.fee_fen, cost_fen=entry.cost_fen)
        money, group = self._rulebook.fines(entry.occurred_on), self._counted(entry.staff, chosen, case)
        offence = Offence(case, entry.occurred_on)
        number = number_of(offence, group, chosen.look_back)
        before = self._records.rows([one.case for one in earlier(offence, group, chosen.look_back)])
        first = entry.first_month or self._months.next_payroll()
        return Derived(
            act_title=entry.act_title or self._title(entry, chosen),
            article=chosen,
            proposal=propose(chosen, facts, number, money=money),
            offence_no=number,
            before=tuple(before),
            rivals=tuple((one, self._rival(one, entry, facts, case, money)) for one in others),
            same=tuple(self._same(entry, case)),
            later=tuple(self._later(entry, chosen, case)),
            month=self._months.booking_month(entry.occurred_on),
            first_month=first,
            cap=self._records.cap(entry.staff),
            planned_fen=self._records.planned(entry.staff, case).get(first, 0),
        )

    def _articles(self, entry: PenaltyEntry) -> tuple[Article, tuple[Article, ...]]:
        hits = self._rulebook.hitting(entry.act, entry.occurred_on) if entry.act else ()
        if entry.clause:
            chosen = self._rulebook.article(entry.clause, entry.occurred_on)
        elif hits:
            chosen = hits[0]
        else:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{on} 那天没有施行的条款管这件事，选一条依据条款，或到规则库启用。"),
                field="act" if entry.act else "clause",
                on=entry.occurred_on,
            )
        return chosen, tuple(one for one in hits if one.clause != chosen.clause)

    def _title(self, entry: PenaltyEntry, article: Article) -> str:
        return self._rulebook.act(entry.act).title if entry.act else article.title

    def _rival(self, article: Article, entry: PenaltyEntry, facts: Facts, case: int, money: bool) -> Proposal:
        group = self._counted(entry.staff, article, case)
        number = number_of(Offence(case, entry.occurred_on), group, article.look_back)
        return propose(article, facts, number, money=money)

    def _counted(self, staff: int, article: Article, case: int) -> tuple[Offence, ...]:
        rows = self._records.of_person(staff, article.count_group)
        return tuple(Offence(row.id, row.occurred_on) for row in rows if row.id != case)

    def _same(self, entry: PenaltyEntry, case: int) -> Sequence[PenaltyRow]:
        """Return what may be the same fact: that person, that day, and the same act, source or clause (M4-19)."""
        found = Penalty.select(Penalty.id).where(
            (Penalty.staff_id == entry.staff)
            & (Penalty.occurred_on == entry.occurred_on)
            & Penalty.state.not_in(("void", "reversed", "offset"))
            & (Penalty.id != case)
        )
        if entry.occurred_at:
            found = found.where(Penalty.occurred_at.in_(("", entry.occurred_at)))
        same = (Penalty.act == entry.act) | (Penalty.act_title == entry.act_title)
        if entry.source:
            same |= Penalty.source == entry.source
        return self._records.rows([one.id for one in found.where(same)])

    def _later(self, entry: PenaltyEntry, article: Article, case: int) -> Sequence[PenaltyRow]:
        rows = self._records.of_person(entry.staff, article.count_group)
        return [row for row in rows if row.occurred_on > entry.occurred_on and row.id != case]


def settled_entry(entry: PenaltyEntry, derived: Derived) -> PenaltyEntry:
    """Return an entry in which everything stands that was left to the rulebook."""
    proposal = derived.proposal
    fine = proposal.fine_fen if entry.fine_fen is None else entry.fine_fen
    recovery = proposal.recovery_fen if entry.recovery_fen is None else entry.recovery_fen
    chosen = proposal.sanctions if entry.sanctions is None else entry.sanctions
    sanctions = _with_sums(chosen, proposal, fine, recovery)
    usual = "payroll" if fine + recovery else "hr" if set(sanctions) - _IN_THE_OFFICE else "none"
    return replace(
        entry,
        clause=derived.article.clause,
        act_title=derived.act_title,
        found_how=entry.found_how or "other",
        sanctions=sanctions,
        fine_fen=fine,
        recovery_fen=recovery,
        execution=entry.execution or usual,
        first_month=entry.first_month or derived.first_month,
    )


_SUMS = ("recovery", "compensation", "fine")
_IN_THE_OFFICE = frozenset({"note", "criticism", "line_stop", *_SUMS})
"""What the office does itself; everything else is reported to the personnel department."""


def _with_sums(chosen: tuple[str, ...], proposal: Proposal, fine: int, recovery: int) -> tuple[str, ...]:
    """Return what follows, in order: the sums there really are, then the rest; something is always there."""
    taken_back = "compensation" if "compensation" in (*chosen, *proposal.sanctions) else "recovery"
    sums = (*((taken_back,) if recovery else ()), *(("fine",) if fine else ()))
    rest = tuple(key for key in chosen if key not in _SUMS and (key != "note" or not sums))
    return tuple(dict.fromkeys((*sums, *rest))) or ("note",)


def departs(entry: PenaltyEntry, derived: Derived) -> bool:
    """Say whether a settled entry leaves what the rule proposes, so that it needs a reason (UI 0.5)."""
    proposal = derived.proposal
    chosen, proposed = set(entry.sanctions or ()) - {*_SUMS}, set(proposal.sanctions) - {*_SUMS}
    within = proposal.fine_low <= (entry.fine_fen or 0) <= proposal.fine_high
    one_of = len(chosen - {"line_stop"}) == 1 and chosen - {"line_stop"} <= set(proposal.choices)
    usual = chosen == proposed or (one_of and ("line_stop" in chosen) == ("line_stop" in proposed))
    return not within or not usual or entry.recovery_fen != proposal.recovery_fen


def check_reasoned(entry: PenaltyEntry, derived: Derived) -> None:
    """Raise UserError where a reason is needed and none is given: a range, gravity, or leaving the rule (M0-6)."""
    if entry.reason:
        return
    if departs(entry, derived):
        raise UserError(QT_TRANSLATE_NOOP("desk", "和规则库建议的不一样，写明改动理由。"), field="reason")
    if derived.proposal.needs_reason:
        raise UserError(QT_TRANSLATE_NOOP("desk", "这一条按情节定，写明为什么这样定。"), field="reason")


def kept(entry: PenaltyEntry, derived: Derived) -> dict[str, Any]:
    """Return what is kept of a settled entry, and the rule it was decided under."""
    proposal = derived.proposal
    return {
        "act": entry.act,
        "act_title": entry.act_title,
        "clause": entry.clause,
        "count_group": derived.article.count_group,
        "article": json_of(derived.article),
        "occurred_on": entry.occurred_on,
        "occurred_at": entry.occurred_at,
        "found_how": entry.found_how,
        "facts": entry.facts,
        "source": entry.source,
        "line": entry.line,
        "times": entry.times,
        "fee_fen": entry.fee_fen,
        "cost_fen": entry.cost_fen,
        "offence_no": derived.offence_no,
        "sanctions": ",".join(entry.sanctions or ()),
        "points": entry.points,
        "fine_fen": entry.fine_fen or 0,
        "recovery_fen": entry.recovery_fen or 0,
        "formula": proposal.formula,
        "steps": json.dumps([asdict(step) for step in proposal.steps], ensure_ascii=False),
        "next_time": proposal.next_time,
        "change_reason": entry.reason,
        "execution": entry.execution,
    }
