"""The rulebook: which articles are in force on a day, and what the office decides of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.settings import REGULATIONS_IN_FORCE
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook import rules
from desk_mailadmin.registers.rulebook.entries import (
    FINES,
    LOOK_BACK,
    MONEY_WORD,
    Figures,
    applied,
    checked,
    figures_from,
    figures_of,
    figures_text,
)
from desk_mailadmin.registers.rulebook.listing import ArticleList, ArticleRow, Version, row_of, says
from desk_mailadmin.registers.rulebook.model import ArticleVersion
from desk_mailadmin.registers.rulebook.rules import Act, Article
from desk_mailadmin.registers.rulebook.shipped import Shipped
from desk_mailadmin.store.desk import Desk

NO_FINES = QT_TRANSLATE_NOOP("desk", "设置为不罚款")
BACKDATED = "backdated"
"""The question whether a change may begin before today."""


class Effect(Struct, frozen=True):
    """An open case that a change of an article would touch: its number or 草稿, whose, its rule before and after."""

    record: int
    number: str
    name: str
    before: str
    after: str


Effects = Callable[[Article, date], Sequence[Effect]]
"""Gets an article as it would be and the day from which; returns the open cases it would change."""


class RulebookService(ArticleList):
    """Articles and acts of the five regulations, overlaid by the office's own versions.

    A list like any register's; its records are the shipped articles, numbered from 1 in the order of proposal.
    ``panel`` composes what the side panel shows.
    """

    def __init__(
        self, desk: Desk, book: Callable[[], Shipped], panel: Callable[[RulebookService, int], Detail]
    ) -> None:
        super().__init__(self._todays_rows, self.acts)
        self._desk = desk
        self._load = book
        self._panel = panel
        self._effects: Effects = lambda _article, _since: ()

    @cached_property
    def _book(self) -> Shipped:
        """The shipped rulebook, read when it is first needed (SPEED a)."""
        return self._load()

    # what is in force

    def articles(self, on: date) -> tuple[Article, ...]:
        """Return the articles of a day in the order of proposal; a regulation not in force brings none."""
        regulations = self._desk.settings.value(REGULATIONS_IN_FORCE, on)
        return tuple(one for one in self._overlaid(on) if one.clause.partition("/")[0] in regulations)

    def article(self, clause: str, on: date) -> Article:
        """Return an article as it is on a day, not active where its regulation is not; UserError for an unknown one."""
        known = self._shipped(clause)
        found = next(one for one in self._overlaid(on) if one.clause == known.clause)
        regulations = self._desk.settings.value(REGULATIONS_IN_FORCE, on)
        return found if clause.partition("/")[0] in regulations else replace(found, active=False)

    def hitting(self, act: str, on: date) -> tuple[Article, ...]:
        """Return the articles in force on a day that hit an act; the first is proposed (M4-19)."""
        return rules.hitting(act, self.articles(on), on)

    def acts(self) -> tuple[Act, ...]:
        """Return every act, in the order they are offered."""
        return self._book.acts

    def act(self, key: str) -> Act:
        """Return an act; KeyError where there is none."""
        return {act.key: act for act in self._book.acts}[key]

    def fines(self, on: date) -> bool:
        """Say whether the office fines at all on a day; recoveries and decisions stay where it does not."""
        return self._desk.settings.value(FINES, on)

    # what the office decides

    def figures(self, clause: str, on: date) -> Figures:
        """Return what is decided of an article on a day, as a change begins from it."""
        version = _of_day(self._kept(clause), on)
        return figures_from(version.figures) if version else figures_of(self._shipped(clause))

    def shipped_figures(self, clause: str) -> Figures:
        """Return what the regulation itself says."""
        return figures_of(self._shipped(clause))

    def trial(self, clause: str, figures: Figures, since: date) -> Article:
        """Return the article a change would make; UserError where the figures cannot stand."""
        return self._with(self._shipped(clause), checked(figures), since)

    def effects(self, clause: str, figures: Figures, since: date) -> Sequence[Effect]:
        """Return the open cases that a change would touch; UserError where the figures cannot stand."""
        return self._effects(self.trial(clause, figures, since), since)

    def tell_effects(self, effects: Effects) -> None:
        """Have ``effects`` asked which open cases a change would touch (the register of penalties does)."""
        self._effects = effects

    def change(
        self, clause: str, figures: Figures, since: date, reason: str, confirmed: frozenset[str] = frozenset()
    ) -> int:
        """Keep a new version of an article and return its number, counted from 1 in each clause.

        Raises UserError for figures that cannot stand, that change nothing or have no reason; NeedsConfirmation for a
        day that is past: cases keep the version they were decided under.
        """
        shipped, figures = self._shipped(clause), checked(figures)
        reason = checked_line(reason, QT_TRANSLATE_NOOP("desk", "理由"), "reason", 200)
        self._check_change(clause, figures, since, reason, confirmed)
        article = self._with(shipped, figures, since)
        number = max((one.version for one in self._kept(clause)), default=0) + 1
        with self._desk.work("rulebook.change") as work:
            values: dict[str, str | int | date] = {
                "clause": clause,
                "version": number,
                "in_force_on": since,
                "figures": figures_text(figures),
                "active": figures.active,
                "reason": reason,
                "at": work.stamp.at,
                "who": work.stamp.who,
            }
            record = ArticleVersion.create(**values).id
            sentence = QT_TRANSLATE_NOOP("desk", "{clause} 自 {since} 起：{says}（{reason}）")
            told = says(article) if figures.active else "停用"
            work.wrote("article_version", record, sentence, after=values, undoable=True,
                       clause=cite(clause), since=since, says=told, reason=reason)  # fmt: skip
            work.changed("rulebook")
            work.changed("penalties")
        return int(number)

    def switch(
        self, clause: str, since: date, reason: str, *, active: bool, confirmed: frozenset[str] = frozenset()
    ) -> int:
        """Put an article in force or out of it from a day on; returns and raises what ``change`` does."""
        return self.change(clause, replace(self.figures(clause, since), active=active), since, reason, confirmed)

    # the list

    def clause_of(self, record: int) -> str:
        """Return the clause of a record of the list."""
        return self._book.articles[record - 1].clause

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an article."""
        return self._panel(self, record)

    def today(self) -> date:
        """Return the day the list and the panel speak of."""
        return self._desk.clock.today()

    def versions(self, clause: str) -> tuple[Version, ...]:
        """Return every version of an article, the last to begin first, the shipped one at the end."""
        shipped = self._shipped(clause)
        kept = sorted(self._kept(clause), key=_precedence, reverse=True)
        own = (Version(self._of(shipped, one, one.in_force_on), one.reason, one.at, one.who) for one in kept)
        return (*own, Version(self._with(shipped, figures_of(shipped), self._desk.clock.today())))

    def _todays_rows(self) -> Sequence[ArticleRow]:
        today = self._desk.clock.today()
        acts, in_force = {act.key: act for act in self._book.acts}, self.articles(today)
        notes = self._notes(today)
        return [
            row_of(number, article, notes(article), in_force, acts)
            for number, article in enumerate(self._overlaid(today), 1)
        ]

    def _notes(self, today: date) -> Callable[[Article], str]:
        """Return what says of an article what lies ahead, that nobody is fined, or whose version it is."""
        ahead: dict[str, date] = {}
        for version in ArticleVersion.select().where(ArticleVersion.in_force_on > today):
            ahead[version.clause] = min(version.in_force_on, ahead.get(version.clause, version.in_force_on))
        fines = self.fines(today)

        def note(article: Article) -> str:
            if article.clause in ahead:
                return f"{ahead[article.clause]} 起有变"
            if article.fine is not None and not fines:
                return NO_FINES
            return f"本单位第 {article.version} 版" if article.version else ""

        return note

    # versions

    def _shipped(self, clause: str) -> Article:
        for article in self._book.articles:
            if article.clause == clause:
                return article
        raise UserError(QT_TRANSLATE_NOOP("desk", "规则库里没有“{clause}”。"), field="clause", clause=cite(clause))

    def _kept(self, clause: str) -> list[ArticleVersion]:
        return list(ArticleVersion.select().where(ArticleVersion.clause == clause))

    def _overlaid(self, on: date) -> list[Article]:
        word, look_back = self._desk.settings.value(MONEY_WORD, on), self._desk.settings.value(LOOK_BACK, on)
        latest: dict[str, ArticleVersion] = {}
        for version in sorted(ArticleVersion.select().where(ArticleVersion.in_force_on <= on), key=_precedence):
            latest[version.clause] = version
        return [
            self._of(article, latest[article.clause], on)
            if article.clause in latest
            else applied(article, figures_of(article), word=word, look_back=look_back)
            for article in self._book.articles
        ]

    def _of(self, shipped: Article, version: ArticleVersion, on: date) -> Article:
        figures = self._with(shipped, figures_from(version.figures), on)
        return replace(figures, version=version.version, in_force_on=version.in_force_on)

    def _with(self, shipped: Article, figures: Figures, on: date) -> Article:
        word, look_back = self._desk.settings.value(MONEY_WORD, on), self._desk.settings.value(LOOK_BACK, on)
        return applied(shipped, figures, word=word, look_back=look_back)

    def _check_change(self, clause: str, figures: Figures, since: date, reason: str, confirmed: frozenset[str]) -> None:
        if not reason:
            raise UserError(QT_TRANSLATE_NOOP("desk", "写明理由，例如管理层哪一天的决定。"), field="reason")
        if figures == self.figures(clause, since):
            raise UserError(QT_TRANSLATE_NOOP("desk", "和 {since} 施行的一样，没有改动。"), field="since", since=since)
        if since < self._desk.clock.today() and BACKDATED not in confirmed:
            raise NeedsConfirmation(
                BACKDATED,
                QT_TRANSLATE_NOOP(
                    "desk", "施行日 {since} 在今天之前。已经出了通知单的处罚不变，草稿和以后登记的按新规定。"
                ),
                since=since,
            )


def _precedence(version: ArticleVersion) -> tuple[date, int]:
    return version.in_force_on, version.version


def _of_day(versions: Sequence[ArticleVersion], on: date) -> ArticleVersion | None:
    begun = [one for one in versions if one.in_force_on <= on]
    return max(begun, key=_precedence, default=None)
