"""What the tab of a ledger shows beyond its list: months, sums, overviews, and the ladder a case stands on.

A ledger is a register whose records are booked in months (``"2026-11"``) that are closed one after the other. The
query of its list carries the *span* that is shown as ``filters["month"]``: a month, a year (``"2026"``), months from
and to (``"2026-01..2026-11"``), or nothing for all there is. ``store.listing.within`` is the condition for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.months import MONTHS, month_after
from desk_mailadmin.kernel.table import Column, Kind, Query, TableSpec

MONTH = "month"
"""The filter that carries the span."""

_TO = ".."
_MONTH_LENGTH = len("2026-11")


class LedgerMonth(Struct, frozen=True):
    """A month of the ledger; ``note`` is what the list of months says beside it (13 件)."""

    key: str
    closed: bool = False
    note: str = ""


class Sum(Struct, frozen=True):
    """One sum of the band below the list: fen, or a text; a tone other than grey draws attention."""

    label: str
    fen: int | None = None
    text: str = ""
    tone: Tone = Tone.GREY


class Totals(Struct, frozen=True):
    """The band below the list: the sums of all that is listed."""

    sums: tuple[Sum, ...]


class MonthBanner(Struct, frozen=True):
    """What is to be said of a whole month: that it is closed, by whom, and what to do about an error.

    ``entries`` are keys of the menus' entries that it offers; what is not there is not offered.
    """

    tone: Tone
    sentence: str
    entries: tuple[str, ...] = ()


class Measure(Struct, frozen=True):
    """What overviews add up: a count of records or a sum in fen.

    A ``minded`` one stands out where there is any; a ``wide`` one is shown in the statistics alone.
    """

    key: str
    title: str
    kind: Kind = Kind.MONEY
    minded: bool = False
    wide: bool = False


class Group(Struct, frozen=True):
    """One line of an overview: the filter's value that lists its records, what it is called, a figure per measure."""

    key: str
    title: str
    figures: tuple[int, ...]
    is_sum: bool = False


class Overview(Struct, frozen=True):
    """One way to sum a ledger up: by department, by clause, by person, by month.

    ``filter`` is the query's filter that narrows the list to a group; that of the months is ``MONTH``: they follow
    each other in time and are drawn as such. ``shares`` says of each group's figure which part of the whole it is.
    """

    key: str
    title: str
    names: str
    filter: str
    shares: bool = False

    @property
    def over_time(self) -> bool:
        """Whether the groups follow each other in time."""
        return self.filter == MONTH

    def span(self, span: str) -> str:
        """Return what is counted where the list shows ``span``: by month never less than the twelve that end there."""
        return year_until(span) if self.over_time and is_month(span) else span


def filled(groups: Sequence[Group]) -> list[Group]:
    """Return groups of months in their order, those between that have no records too."""
    by_month = {group.key: group for group in groups}
    if not by_month:
        return []
    nothing = (0,) * len(groups[0].figures)
    return [by_month.get(month, Group(month, month, nothing)) for month in _months(min(by_month), max(by_month))]


def _months(first: str, last: str) -> Iterator[str]:
    while first <= last:
        yield first
        first = month_after(first)


def sum_of(title: str, groups: Sequence[Group]) -> Group:
    """Return the line that adds groups up."""
    figures = zip(*(group.figures for group in groups), strict=True)
    return Group("", title, tuple(sum(column) for column in figures), is_sum=True)


def overview_table(overview: Overview, measures: Sequence[Measure], *, brief: bool = False) -> TableSpec[Group]:
    """Return an overview as a list that can be shown, printed and exported; a column is sorted by its own key.

    A ``brief`` one hides the wide measures.
    """
    name: Column[Group] = Column(
        "group", overview.names, lambda group: group.title, width=9, sort="group", stretch=True
    )
    figures = (_figures(place, measure, shown=not (brief and measure.wide)) for place, measure in enumerate(measures))
    return TableSpec((name, *figures), row_id=lambda _group: 0, headline=lambda group: (group.title, ""))


def _figures(place: int, measure: Measure, *, shown: bool) -> Column[Group]:
    def value(group: Group) -> int | None:
        return group.figures[place] or None

    counts = measure.kind is Kind.COUNT
    return Column(
        measure.key,
        measure.title,
        value,
        measure.kind,
        3 if counts else 6,
        sort=measure.key,
        shown=shown,
        text=(lambda group: str(value(group) or "—")) if counts else None,
        warned=lambda group: group.figures[place] < 0,
        noted=(lambda group: bool(value(group))) if measure.minded else None,
    )


def _unlocked(_action: str, _month: LedgerMonth) -> str:
    return ""


class LedgerView(Struct, frozen=True, kw_only=True):
    """What makes a register a ledger.

    ``months`` are all there are, the oldest first; the one of today is shown at first, else the last. ``month_of``
    names the month of a record. ``totals`` are the sums of a query, ``groups`` those of an overview by its key, both
    of all that the query lists. ``words`` are the office's own titles of measures, by their key. ``locked`` says why an
    action, by its key, is not possible while that month is shown (locks of single records are the action's own).
    ``ladder`` is title, chip and steps of a record. ``follows`` names other registers whose changes change what is
    shown here. ``entries`` are keys of the menus' entries that stand among the tools too (月结…); they learn the month
    from ``bench.asked``.
    """

    months: Callable[[Any, date], Sequence[LedgerMonth]]
    month_of: Callable[[Any, int], str]
    totals: Callable[[Any, Query], Totals]
    banner: Callable[[Any, str], MonthBanner | None]
    overviews: tuple[Overview, ...]
    measures: tuple[Measure, ...]
    groups: Callable[[Any, str, Query], Sequence[Group]]
    ladder: Callable[[Any, int], Detail]
    words: Callable[[Any], Mapping[str, str]] = lambda _service: {}
    locked: Callable[[str, LedgerMonth], str] = _unlocked
    follows: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    def worded(self, service: Any) -> LedgerView:
        """Return the ledger with the office's own titles."""
        words = self.words(service)
        measures = (replace(measure, title=words.get(measure.key, measure.title)) for measure in self.measures)
        return replace(self, measures=tuple(measures))


def is_month(span: str) -> bool:
    """Say whether a span is a single month."""
    return len(span) == _MONTH_LENGTH


def bounds(span: str) -> tuple[str, str]:
    """Return the first and the last month of a span; both empty for all there is."""
    if _TO in span:
        first, _to, last = span.partition(_TO)
        return first, last
    if not span or is_month(span):
        return span, span
    return f"{span}-01", f"{span}-{MONTHS}"


def span_between(first: str, last: str) -> str:
    """Return the span from one month to another, in whichever order they are given."""
    first, last = sorted((first, last))
    if first == last:
        return first
    return first[:4] if bounds(first[:4]) == (first, last) else f"{first}{_TO}{last}"


def year_until(month: str) -> str:
    """Return the span of the twelve months that end with one."""
    return span_between(month_after(month, 1 - MONTHS), month)
