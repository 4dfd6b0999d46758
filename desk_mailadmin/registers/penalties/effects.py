"""What a change of the rulebook does to cases that are still drafts; what was served keeps its rule (M14-7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.proposals import Derived, Proposals
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import Act, Article, hitting
from desk_mailadmin.registers.rulebook.service import Effect, RulebookService

NO_ARTICLE = QT_TRANSLATE_NOOP("desk", "没有条款")
DRAFT = QT_TRANSLATE_NOOP("desk", "草稿")


class TriedRulebook:
    """The rulebook with one article as it would be from a day on."""

    def __init__(self, rulebook: RulebookService, article: Article, since: date) -> None:
        self._rulebook = rulebook
        self._tried, self._since = article, since

    def hitting(self, act: str, on: date) -> tuple[Article, ...]:
        """Return the articles that would hit an act."""
        articles = (self._as_tried(one, on) for one in self._rulebook.articles(on))
        return hitting(act, tuple(articles), on)

    def article(self, clause: str, on: date) -> Article:
        """Return an article as it would be."""
        return self._as_tried(self._rulebook.article(clause, on), on)

    def act(self, key: str) -> Act:
        """Return an act."""
        return self._rulebook.act(key)

    def fines(self, on: date) -> bool:
        """Say whether the office fines at all."""
        return self._rulebook.fines(on)

    def _as_tried(self, article: Article, on: date) -> Article:
        return self._tried if article.clause == self._tried.clause and on >= self._since else article


def effects_on_drafts(service: PenaltiesService, article: Article, since: date) -> Sequence[Effect]:
    """Return the drafts that would be proposed otherwise with ``article`` from a day on, with what is said of each."""
    now = Proposals(service, service.rulebook, service.months)
    then = Proposals(service, TriedRulebook(service.rulebook, article, since), service.months)
    found = []
    for row in service.rows(service.keys(Query(segment="draft"))):
        entry = service.entry(row.id)
        before, after = (_told(book, entry, row.id) for book in (now, then))
        if before != after:
            found.append(Effect(row.id, DRAFT, row.name, before, after))
    return found


def _told(proposals: Proposals, entry: PenaltyEntry, case: int) -> str:
    try:
        return proposal_text(proposals.derive(entry, case))
    except UserError:
        return NO_ARTICLE


def proposal_text(derived: Derived) -> str:
    """Return what is proposed in one line: 电话制度 15.一.3 罚款 222.00 元."""
    article, proposal = derived.article, derived.proposal
    titles = " + ".join(article.sanction_title(key) for key in proposal.sanctions)
    low = proposal.fine_low + proposal.recovery_fen
    high = proposal.fine_high + proposal.recovery_fen
    due = fen_to_text(low) if low == high else f"{fen_to_text(low)}—{fen_to_text(high)}"
    return f"{cite(article.clause)} {titles}" + (f" {due} 元" if high else "")
