"""What stands in the cells of a bill: instants, lengths, sums, numbers; each spelling is worked out once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from desk_mailadmin.language.calls import LONGEST_CALL, call_kind, dialled, spoken_length
from desk_mailadmin.language.numbers import is_blank, text_of_entry
from desk_mailadmin.language.spelled_amounts import spelled_amount
from desk_mailadmin.language.spelled_dates import spelled_date

_DAY_SECONDS = 86_400
_KEPT = 200_000
"""Spellings remembered of each kind; a bill that has more is told apart anew."""
_HIGHEST_FEN = 10**10
_CLOCK = re.compile(r"(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)?")
_CLOCK_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2})")
_CLOCK_WORDS = re.compile(r"(\d{1,2})[时点](\d{1,2})分?(?:(\d{1,2})秒?)?")
_COMPACT = re.compile(r"\d{14}")
_INSTANT = re.compile(r"(.+?)[T\s]+(\d{1,2}[:时点].*)")
_NO_YEAR = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
_LONGEST_NUMBER = 32
_TELLING = 6
"""Digits at the beginning of a number that tell its kind, together with its length."""
_FIRST_YEAR = 1990
V = TypeVar("V")


class Remembered(dict[Any, V]):
    """Works out each spelling once; what ``work`` makes of it is looked up from then on, without a call of Python's."""

    def __init__(self, work: Callable[[Any], V]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, spelling: Any) -> V:
        if len(self) >= _KEPT:
            self.clear()
        found = self[spelling] = self._work(spelling)
        return found


class CellReader:
    """Reads the cells of one file.

    ``today`` decides two-digit years; ``year`` is the bill's own for days written without one, 0 while unknown.
    ``length`` gives seconds, ``fen`` a sum (None where the cell is empty or no sum), ``part`` a sum that may be left
    empty (nothing is 0), ``number`` a billed number in digits, its area code first where the bill writes one. All give
    None (numbers: an empty text) where the cell cannot be read.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self.year = 0
        self._days = Remembered(self._day)
        self._clocks = Remembered(_clock)
        self.length: Callable[[Any], int | None] = Remembered(_length).__getitem__
        self.fen: Callable[[Any], int | None] = Remembered(_sum).__getitem__
        self.part: Callable[[Any], int | None] = Remembered(_part).__getitem__
        self.number: Callable[[Any], str] = Remembered(_number).__getitem__
        self._kinds: dict[tuple[str, str, int, bool], str] = {}

    def instant(self, value: Any) -> str | None:
        """Return date and time of one cell as ``2026-10-02 06:51:47``."""
        if isinstance(value, str):
            text = value.strip()
            if len(text) == 19 and text[10] in " T":  # noqa: PLR2004  (2026-10-02 06:51:47)
                return self.joined(text[:10], text[11:])
            if _COMPACT.fullmatch(text):
                return self.joined(text[:8], text[8:])
            parts = _INSTANT.fullmatch(unicodedata.normalize("NFKC", text))
            return self.joined(parts[1], parts[2]) if parts else None
        if isinstance(value, datetime):
            return self.joined(value.date(), value.time())
        return None

    def joined(self, day: Any, clock: Any) -> str | None:
        """Return a day and a time of day, read each, as one instant."""
        on, at = self._days[day], self._clocks[clock]
        return f"{on} {at}" if on and at else None

    def called(self, value: Any) -> str:
        """Return the number that was called."""
        text = value.strip() if isinstance(value, str) else text_of_entry(value)
        plain = text.isdigit() and text.isascii() and len(text) <= _LONGEST_NUMBER
        return text if plain else dialled(text)[:_LONGEST_NUMBER]

    def kind(self, type_text: str, called: str, info_fen: int) -> str:
        """Return the kind of a call (language.calls)."""
        key = (type_text, called[:_TELLING], len(called), info_fen > 0)
        found = self._kinds.get(key)
        if found is None:
            found = self._kinds[key] = call_kind(type_text, called, info_fen)
        return found

    def _day(self, value: Any) -> str | None:
        found = spelled_date(value, self._today, future_allowed=True).value
        if found is None and self.year and isinstance(value, str) and (parts := _NO_YEAR.fullmatch(value.strip())):
            text = f"{self.year}-{parts[1]}-{parts[2]}"
            found = spelled_date(text, self._today, future_allowed=True).value
        return found.isoformat() if found and found.year >= _FIRST_YEAR and found <= self._latest else None

    @property
    def _latest(self) -> date:
        """Return the last day a call can have been on: a clock may be a little ahead."""
        return self._today + timedelta(days=366)


def _clock(value: Any) -> str | None:
    match value:
        case datetime():
            return f"{value:%H:%M:%S}"
        case time():
            return f"{value:%H:%M:%S}"
        case timedelta() if timedelta() <= value < timedelta(days=1):
            return _of_seconds(round(value.total_seconds()))
        case float() if 0 <= value < 1:
            return _of_seconds(round(value * _DAY_SECONDS))
        case str():
            return _spelled_clock(unicodedata.normalize("NFKC", value).strip())
        case _:
            return None


def _spelled_clock(text: str) -> str | None:
    found = _CLOCK.fullmatch(text) or _CLOCK_DIGITS.fullmatch(text) or _CLOCK_WORDS.fullmatch(text)
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    fits = hour < 24 and minute < 60 and second < 60  # noqa: PLR2004  (a clock)
    return f"{hour:02d}:{minute:02d}:{second:02d}" if fits else None


def _of_seconds(seconds: int) -> str:
    seconds = min(seconds, _DAY_SECONDS - 1)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _length(value: Any) -> int | None:
    match value:
        case bool():
            return None
        case int():
            found: int | None = value
        case float():
            found = round(value * _DAY_SECONDS) if 0 < value < 1 else int(value) if value.is_integer() else None
        case timedelta():
            found = round(value.total_seconds())
        case datetime():
            found = None
        case time():
            found = value.hour * 3600 + value.minute * 60 + value.second
        case _:
            found = spoken_length(str(value))
    return found if found is not None and 0 <= found <= LONGEST_CALL else None


def _sum(value: Any) -> int | None:
    found = spelled_amount(value.strip() if isinstance(value, str) else value).value
    return found if found is not None and abs(found) <= _HIGHEST_FEN else None


def _part(value: Any) -> int | None:
    found = _sum(value)
    return 0 if found is None and is_blank(text_of_entry(value)) else found


def _number(value: Any) -> str:
    return dialled(text_of_entry(value))[:_LONGEST_NUMBER]
