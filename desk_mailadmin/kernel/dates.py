"""Working days, deadlines, and dates as clerks type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_SATURDAY = 5
_FULL = regex(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_SHORT = regex(r"(\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)


class WorkCalendar(Struct, frozen=True):
    """Which days are worked: the listed exceptions (holiday False, 调休 True), else Monday to Friday (M14-1).

    ``published`` holds the years whose holidays are known; a deadline in another year is a guess and is shown as one.
    """

    exceptions: Mapping[date, bool]
    published: frozenset[int]

    def is_working_day(self, day: date) -> bool:
        """Say whether ``day`` is worked."""
        return self.exceptions.get(day, day.weekday() < _SATURDAY)

    def is_published(self, day: date) -> bool:
        """Say whether the holidays of that day's year are known."""
        return day.year in self.published

    def after(self, start: date, working_days: int) -> date:
        """Return the day that is ``working_days`` working days after ``start``; ``start`` itself never counts."""
        day, left = start, working_days
        while left > 0:
            day += timedelta(days=1)
            left -= self.is_working_day(day)
        return day

    def days_between(self, start: date, end: date) -> int:
        """Return the working days after ``start`` up to and including ``end``; negative where ``end`` lies before."""
        if end < start:
            return -self.days_between(end, start)
        days = (end - start).days
        if days <= len(self.exceptions):
            return sum(self.is_working_day(start + timedelta(days=n + 1)) for n in range(days))
        weeks, rest = divmod(days, 7)  # a day mistyped by centuries holds nobody up
        odd = sum((start + timedelta(days=n + 1)).weekday() < _SATURDAY for n in range(rest))
        listed = ((day, worked) for day, worked in self.exceptions.items() if start < day <= end)
        return weeks * _SATURDAY + odd + sum(worked - (day.weekday() < _SATURDAY) for day, worked in listed)

    def last_on_or_before(self, day: date) -> date:
        """Return the last working day not after ``day`` (a deadline on a Sunday is moved before it)."""
        while not self.is_working_day(day):
            day -= timedelta(days=1)
        return day


def due_text(due: date, today: date, calendar: WorkCalendar) -> str:
    """Return how a deadline reads: 逾期 3 个工作日, 今天, 还有 5 个工作日, 还有 1 天 (only days off left).

    A deadline in a year whose holidays are not known yet is a guess and says so.
    """
    if due < today:
        return f"逾期 {max(1, calendar.days_between(due, today))} 个工作日"
    if due == today:
        return "今天"
    left = calendar.days_between(today, due)
    guess = "" if calendar.is_published(due) else "（估算）"
    return f"还有 {left} 个工作日{guess}" if left else f"还有 {(due - today).days} 天"


def date_from_entry(text: str, today: date) -> date:
    """Return the date a clerk typed: ``1203``, ``12-3``, ``20261203``, ``2026-12-03``, ``+3``, ``-1``, ``t`` (today).

    A day without a year is this year's; full-width digits count as digits.
    Raises UserError for anything that is not a date.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        return _date_from_entry(plain, today)
    except (ValueError, OverflowError):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{text}”不是日期，可以写 1203、2026-12-03、+3 或 t（今天）。"), text=text
        ) from None


def _date_from_entry(plain: str, today: date) -> date:
    if plain in ("t", "T", "今天"):
        return today
    if re.fullmatch(r"[+-]\d{1,4}", plain, re.ASCII):
        return today + timedelta(days=int(plain))
    if found := _FULL.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _SHORT.fullmatch(plain):
        return date(today.year, int(found[1]), int(found[2]))
    if re.fullmatch(r"\d{8}", plain, re.ASCII):
        return date(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    if re.fullmatch(r"\d{4}", plain, re.ASCII):
        return date(today.year, int(plain[:2]), int(plain[2:]))
    raise ValueError(plain)
