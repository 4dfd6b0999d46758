"""Months and spans of months as people read them."""

from __future__ import annotations

from desk_mailadmin.kernel.ledger_view import bounds, is_month
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.shown import shown

_ALL = QT_TRANSLATE_NOOP("desk", "全部月份")
_MONTH = QT_TRANSLATE_NOOP("desk", "{year} 年 {month} 月")
_YEAR = QT_TRANSLATE_NOOP("desk", "{year} 年全年")
_IN_YEAR = QT_TRANSLATE_NOOP("desk", "{year} 年 {month} 月至 {until} 月")
_BETWEEN = QT_TRANSLATE_NOOP("desk", "{first}至 {last}")


def span_words(span: str) -> str:
    """Return a span in words: 2026 年 11 月, 2026 年全年, 2026 年 1 月至 11 月, 全部月份."""
    if not span:
        return shown(_ALL)
    if is_month(span):
        return shown(_MONTH, year=span[:4], month=int(span[5:]))
    first, last = bounds(span)
    if len(span) == len("2026"):
        return shown(_YEAR, year=span)
    if first[:4] == last[:4]:
        return shown(_IN_YEAR, year=first[:4], month=int(first[5:]), until=int(last[5:]))
    return shown(_BETWEEN, first=span_words(first), last=span_words(last))


def short_month(month: str, *, first: bool) -> str:
    """Return a month as it stands below a bar: its figure alone, the year below it where a row or a year begins."""
    figure = str(int(month[5:]))
    return f"{figure}\n{month[:4]}" if first or figure == "1" else figure
