"""Months of the ledger: which are open, and in which one a deed is booked (M14-6)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from datetime import date

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_MONTH = regex(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


def checked_month(text: str, field: str = "month") -> str:
    """Return a month written ``2026-11``; UserError for anything else."""
    plain = text.strip()
    if _MONTH.fullmatch(plain) is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "月份“{text}”应写成 2026-11 这样。"), field=field or None, text=text)
    return plain


def first_day(month: str) -> date:
    """Return a month's first day."""
    return date(int(month[:4]), int(month[5:]), 1)


def last_day(month: str) -> date:
    """Return a month's last day."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, calendar.monthrange(year, number)[1])


def title_of(month: str) -> str:
    """Return how papers write a month: 2026 年 11 月."""
    return f"{int(month[:4])} 年 {int(month[5:])} 月"


def is_closed(month: str, closed: Collection[str]) -> bool:
    """Say whether nothing may be booked in a month: it is closed, or one after it is."""
    return bool(closed) and month <= max(closed)


def first_open(month: str, closed: Collection[str]) -> str:
    """Return ``month``, or where that is closed the first month in which something may be booked again."""
    return month_after(max(closed)) if is_closed(month, closed) else month


def booking_month(day: date, today: date, closed: Collection[str]) -> str:
    """Return the month in which what happened on ``day`` is booked, entered today.

    That day's month while it is open and is this month, the one before or a later one; what is found out later than
    that is booked in this month. A closed month never takes anything: the first open one after it does.
    """
    month, this = month_of(day), month_of(today)
    return first_open(month if month >= month_after(this, -1) else this, closed)


def check_closable(month: str, today: date, closed: Collection[str], first: str | None) -> None:
    """Raise UserError unless a month may be closed: over or running out, not closed yet, all before it closed.

    ``first`` is the first month with anything in it, None where the ledger is empty.
    """
    if month in closed:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{month}已经月结。"), month=title_of(month))
    if is_closed(month, closed):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{later}已经月结，不能再结前面的{month}。"),
            later=title_of(max(closed)),
            month=title_of(month),
        )
    if month > month_of(today):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{month}还没有开始，不能月结。"), month=title_of(month))
    earlier = first_open(first, closed) if first is not None else month
    if earlier < month:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{earlier}还没有月结，按先后月结。"), earlier=title_of(earlier))


def check_reopenable(month: str, closed: Collection[str], reason: str) -> None:
    """Raise UserError unless a month may be opened again: closed, none after it closed, a reason given."""
    if month not in closed:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{month}没有月结。"), month=title_of(month))
    later = max(closed)
    if later > month:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{later}也已经月结，先重开{later}。"), later=title_of(later))
    if not reason.strip():
        raise UserError(QT_TRANSLATE_NOOP("desk", "重开月份要写原因。"), field="reason")
