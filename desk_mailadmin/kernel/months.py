"""Months as everything of the ledger writes them: ``2026-11``."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = 12
"""Months of a year."""


def month_of(day: date) -> str:
    """Return the month of a day: ``2026-11``."""
    return f"{day.year:04d}-{day.month:02d}"


def month_after(month: str, count: int = 1) -> str:
    """Return the month ``count`` months after one (before, where negative): 2026-12 → 2027-01."""
    year, number = divmod(int(month[:4]) * MONTHS + int(month[5:]) - 1 + count, MONTHS)
    return f"{year:04d}-{number + 1:02d}"


def months_after(day: date, count: int) -> date:
    """Return the same day ``count`` months later, the month's last day where it has none: 31 January → 28 February."""
    month = month_after(month_of(day), count)
    last = date.fromisoformat(f"{month_after(month)}-01") - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
