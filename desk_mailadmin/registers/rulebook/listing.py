"""The list of articles: what each says in a few words, and with which others it hits the same act (M4-19)."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from msgspec import Struct

from desk_mailadmin.kernel.clauses import REGULATIONS, cite
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.table import Choice, Query, SegmentCount
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import fold
from desk_mailadmin.registers.rulebook.rules import RECOVERIES, Act, Article, each_time, fine_kind

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "施行"), Tone.GREEN, "circle-check")
OFF = State("off", QT_TRANSLATE_NOOP("desk", "停用"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((ACTIVE, OFF), {"active": frozenset({"off"}), "off": frozenset({"active"})})

KINDS: Mapping[str, str] = {
    "fixed": QT_TRANSLATE_NOOP("desk", "定额"),
    "range": QT_TRANSLATE_NOOP("desk", "幅度"),
    "multiple": QT_TRANSLATE_NOOP("desk", "倍数"),
    "recovery": QT_TRANSLATE_NOOP("desk", "追缴赔偿"),
    "ladder": QT_TRANSLATE_NOOP("desk", "分次加重"),
    "gravity": QT_TRANSLATE_NOOP("desk", "按情节"),
    "note": QT_TRANSLATE_NOOP("desk", "登记查实"),
}
"""What kind of rule an article is, by what weighs most in it."""

UNLIMITED = QT_TRANSLATE_NOOP("desk", "不限期")
ASLEEP = QT_TRANSLATE_NOOP("desk", "制度没有施行")
WITHOUT_SUM = QT_TRANSLATE_NOOP("desk", "原文没有写金额")


class ArticleRow(Struct, frozen=True):
    """An article as the list shows it.

    ``rivals`` counts the other articles in force that hit one of its acts; ``version`` 0 is the regulation's own.
    """

    id: int
    state: str
    clause: str
    title: str
    kind: str
    figures: str
    acts: str
    rivals: int
    counted: str
    in_force_on: date | None
    version: int
    note: str
    regulation: str
    act_keys: tuple[str, ...]
    text: str
    is_asleep: bool  # its whole regulation is not in force


class Version(Struct, frozen=True):
    """A version of an article with what the office wrote to it; the shipped one has no day and no reason."""

    article: Article
    reason: str = ""
    at: str = ""
    who: str = ""


class ArticleList:
    """The articles as a register's list; they are few and stand in memory.

    ``rows`` gives every article of today in the order of proposal, ``acts`` what may be filtered by.
    """

    _ORDERS: ClassVar[Mapping[str, str]] = {
        "clause": "clause",
        "kind": "kind",
        "since": "in_force_on",
        "state": "state",
    }

    def __init__(self, rows: Callable[[], Sequence[ArticleRow]], acts: Callable[[], Sequence[Act]]) -> None:
        self._read = rows
        self._offered = acts

    def keys(self, query: Query) -> array[int]:
        """Return the ids of the articles of a query in its order; without one, in the order of proposal."""
        found = [row for row in self._found(query) if _in_segment(row, query.segment)]
        order = self._ORDERS.get(query.sort)
        found.sort(key=lambda row: (str(getattr(row, order) or "") if order else "", row.id), reverse=query.descending)
        return array("q", (row.id for row in found))

    def rows(self, ids: Sequence[int]) -> Sequence[ArticleRow]:
        """Return these articles, in this order."""
        known = {row.id: row for row in self._read()}
        return [known[record] for record in ids if record in known]

    def counts(self, query: Query) -> Mapping[str, SegmentCount]:
        """Return how many articles each segment holds under the query's other filters."""
        found = self._found(query)
        return {key: SegmentCount(sum(_in_segment(row, key) for row in found)) for key in SEGMENTS}

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the regulations, the kinds, or the acts."""
        match filter_key:
            case "regulation":
                return [Choice(key, title) for key, title in REGULATIONS.items()]
            case "kind":
                return [Choice(key, title) for key, title in KINDS.items()]
            case _:
                return [Choice(act.key, act.title) for act in self._offered()]

    def _found(self, query: Query) -> list[ArticleRow]:
        words = fold(query.search).split()
        return [row for row in self._read() if _fits(row, query.filters) and _has(row, words)]


SEGMENTS = ("all", "active", "rivals", "changed", "off")


def kind_of(article: Article) -> str:
    """Return the key in KINDS of what weighs most in an article."""
    if article.ladder:
        return "ladder"
    if article.fine is not None:
        return fine_kind(article.fine)
    if article.recovers:
        return "recovery"
    return "gravity" if article.gravity else "note"


def says(article: Article) -> str:
    """Return what an article does, in one line: 追缴话费，每次 50 元; 第 1 次降薪、第 2 次降职、第 3 次辞退."""
    parts = [RECOVERIES[article.recovers][1]] if article.recovers else []
    if article.fine is not None:
        parts.append(each_time(article.fine))
    if article.ladder:
        steps = (f"第 {place} 次{article.sanction_title(key)}" for place, key in enumerate(article.ladder, 1))
        parts.append("、".join(steps))
    if article.gravity:
        titles = "、".join(article.sanction_title(key) for key in article.gravity)
        parts.append(f"按情节：{titles}" if len(article.gravity) > 1 else titles)
    if article.stop_months:
        parts.append(f"停机 {article.stop_months} 个月")
    return "，".join(parts) or WITHOUT_SUM


def look_back_text(article: Article) -> str:
    """Return over how long earlier offences are counted: 不限期, 12 个月."""
    return f"{article.look_back} 个月" if article.look_back else UNLIMITED


def rivals_of(article: Article, articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the other active articles that hit one of its acts, in the order of proposal."""
    return tuple(
        other
        for other in articles
        if other.active and other.clause != article.clause and not set(other.acts).isdisjoint(article.acts)
    )


def row_of(
    number: int, article: Article, note: str, articles: Sequence[Article], acts: Mapping[str, Act]
) -> ArticleRow:
    """Return an article's row; ``articles`` are those in force today, ``note`` what is to be said beside it."""
    asleep = all(one.clause != article.clause for one in articles)
    return ArticleRow(
        id=number,
        state=ACTIVE.key if article.active and not asleep else OFF.key,
        clause=cite(article.clause),
        title=article.title,
        kind=kind_of(article),
        figures=says(article),
        acts="、".join(acts[key].title for key in article.acts),
        rivals=len(rivals_of(article, articles)),
        counted=look_back_text(article),
        in_force_on=article.in_force_on,
        version=article.version,
        note=ASLEEP if asleep else note,
        regulation=article.clause.partition("/")[0],
        act_keys=article.acts,
        text=article.text,
        is_asleep=asleep,
    )


def _in_segment(row: ArticleRow, segment: str) -> bool:
    match segment:
        case "active" | "off":
            return row.state == segment
        case "rivals":
            return row.rivals > 0
        case "changed":
            return row.version > 0
        case _:
            return True


def _fits(row: ArticleRow, filters: Mapping[str, str]) -> bool:
    act = filters.get("act", "")
    same = all(not filters.get(key) or getattr(row, key) == filters[key] for key in ("regulation", "kind"))
    return same and (not act or act in row.act_keys)


def _has(row: ArticleRow, words: Sequence[str]) -> bool:
    text = fold(f"{row.clause} {row.title} {row.figures} {row.acts} {row.text} {row.note}")
    return all(word in text for word in words)
