"""Which offence of a person a case is: counted by the days things happened, not when they were entered (M4-19).

What happened on one day counts once: the regulations count by discovery (首次发现, 再次发现), a ladder is climbed
by doing it again after it came out, and the order in which the papers of one day are entered must not decide who is
dismissed.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

_YEAR = 12  # months


class Offence(Struct, frozen=True):
    """One offence that counts: the case and the day it happened; ``case`` is 0 while it is being entered."""

    case: int
    on: date


def earlier(offence: Offence, others: Iterable[Offence], look_back: int) -> tuple[Offence, ...]:
    """Return the offences on days before this one that count for it, the oldest first.

    ``others`` are the same person's valid offences of the same count group; ``look_back`` is in months, 0 for ever.
    """
    since = months_before(offence.on, look_back) if look_back else date.min
    counted = [one for one in others if since <= one.on < offence.on and one.case != offence.case]
    return tuple(sorted(counted, key=lambda one: (one.on, one.case)))


def number_of(offence: Offence, others: Iterable[Offence], look_back: int = 0) -> int:
    """Return which offence this is: 1 for the first, one more for each earlier day on which there was one."""
    return len({one.on for one in earlier(offence, others, look_back)}) + 1


def months_before(day: date, months: int) -> date:
    """Return the same day ``months`` months earlier, the last of that month where it is shorter."""
    year, month = divmod(day.year * _YEAR + day.month - 1 - months, _YEAR)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
