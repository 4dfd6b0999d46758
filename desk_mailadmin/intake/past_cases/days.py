"""The days of a ledger: 2025.3.5, 3月5日, 3.12 of a ledger whose year stands in its title, 5日 under a month."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from msgspec import Struct

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import Entry, shortened, text_of_entry
from desk_mailadmin.language.spelled_dates import spelled_date

_HAN = "〇零一二三四五六七八九十"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)|([〇○零一二三四五六七八九]{4})(?=年)")
_HAN_YEAR = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_MONTH_LINE = re.compile(
    rf"\W*(?:((?:19|20)\d{{2}})\s*[年./-])?\s*(\d{{1,2}}|[{_HAN}]{{1,3}})\s*(?:月份?|月度)(?:台账|记录|明细|处罚)?\W*"
)
_MONTH_WITH_YEAR = re.compile(r"\W*((?:19|20)\d{2})\s*[./-]\s*(\d{1,2})\W*")
_PART = re.compile(rf"(\d{{1,2}}|[{_HAN}]{{1,3}})\s*[月./、-]\s*(\d{{1,2}}|[{_HAN}]{{1,3}})\s*[日号]?")
_DAY = re.compile(rf"(\d{{1,2}}|[{_HAN}]{{1,3}})\s*[日号]?")
_TAIL = re.compile(
    r"(?:[\s(（]*(?:星期|周)[一二三四五六日天][)）]?|[T\s]*(?:[上下中]午|晚上?|早上?|凌晨|夜间?).*|[T\s]+\d{1,2}[:：点时].*|左右|前后)$"
)
_RANGE = re.compile(r"(.+?[日号\d])\s*(?:至|到|~|～|—+|–|--|(?<=[日号])-)\s*.+")
_LONGEST_MONTH = 12
YEAR_GUESSED = QT_TRANSLATE_NOOP(
    "desk", "“{sheet}”页的标题没有写年份，写全的日期都是 {year} 年，没写年份的也按 {year} 年。"
)


class Calendar(Struct, frozen=True):
    """What is known before a day is read: today, the ledger's year (0: unknown), the month above (0: none)."""

    today: date
    year: int = 0
    month: int = 0
    epoch_1904: bool = False


def year_in(text: str) -> int:
    """Return the year that a title, a sheet's or a file's name tells; 0 where it tells none, or several."""
    plain = unicodedata.normalize("NFKC", text)
    found = {int(digits or han.translate(_HAN_YEAR)) for digits, han in _YEAR.findall(plain)}
    return found.pop() if len(found) == 1 else 0


def year_of_book(said: Iterable[str], days: Sequence[Entry], today: date) -> tuple[int, bool]:
    """Return the year a book is of (0: each date tells its own), and whether it was guessed.

    It is that of its title, its sheet or its file; else the one that all dates written in full share, where some are
    not.
    """
    if told := next(filter(None, map(year_in, said)), 0):
        return told, False
    full = [_full_date(entry, today) for entry in days]
    years = {day.year for day in full if day}
    return (years.pop(), True) if len(years) == 1 and not all(full) else (0, False)


def _full_date(entry: Entry, today: date) -> date | None:
    if isinstance(entry, datetime | date) or (isinstance(entry, str) and year_in(entry)):
        return spelled_date(entry, today, future_allowed=True).value
    return None


def month_of_line(text: str) -> tuple[int, int]:
    """Return year (0: not said) and month of a separator (——3月——, 2025年三月份); month 0 where it is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _MONTH_LINE.fullmatch(plain) or _MONTH_WITH_YEAR.fullmatch(plain)
    month = _number(found[2]) if found else 0
    return (int(found[1] or 0), month) if found and 1 <= month <= _LONGEST_MONTH else (0, 0)


def day_of(entry: Entry, calendar: Calendar) -> Checked[date]:
    """Return the day of a cell, by the ledger's year and month where it tells a part of the date alone.

    Faults: those of ``spelled_date``; ``date-no-year``, ``date-lost-zero`` (3.1 may have been 3.10; no value), and
    ``date-range`` (the first day of several, with a value).
    """
    plain = _stripped(text_of_entry(entry))
    if (found := _RANGE.fullmatch(plain)) and (first := day_of(found[1], calendar)).value:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”是几天，记为第一天 {day}。")
        values = {"text": shortened(plain), "day": first.value}
        return Checked(first.value, EntryFault("date-range", template, values))
    if (found := _PART.fullmatch(plain)) and 1 <= _number(found[1]) <= _LONGEST_MONTH:
        month, day = _number(found[1]), _number(found[2])
        if isinstance(entry, float) and (month, day) in _LOST_ZERO:
            return _lost_zero(plain, month, day)
        return _of_year(plain, month, day, calendar)
    if (found := _DAY.fullmatch(plain)) and calendar.month:
        return _of_year(plain, calendar.month, _number(found[1]), calendar)
    whole = entry if not isinstance(entry, str) else plain
    return spelled_date(whole, calendar.today, epoch_1904=calendar.epoch_1904)


_LOST_ZERO = frozenset((month, day) for month in range(1, 13) for day in (1, 2, 3) if (month, day) != (2, 3))
"""Numbers a spreadsheet may have shortened: 3.10 is stored as 3.1; 2.30 is no day."""


def _lost_zero(text: str, month: int, day: int) -> Checked[date]:
    template = QT_TRANSLATE_NOOP(
        "desk",
        "“{text}”可能是 {month} 月 {day} 日，也可能是 {month} 月 {day}0 日（末尾的 0 被 Excel 去掉了），写全日期。",
    )
    return Checked(None, EntryFault("date-lost-zero", template, {"text": text, "month": month, "day": day}))


def _of_year(text: str, month: int, day: int, calendar: Calendar) -> Checked[date]:
    if not calendar.year:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”没有写年份，台账里也看不出是哪一年，补上年份。")
        return Checked(None, EntryFault("date-no-year", template, {"text": shortened(text)}))
    return spelled_date(f"{calendar.year}-{month}-{day}", calendar.today)


def _stripped(text: str) -> str:
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).strip("'‘’\"")
    shorter = _TAIL.sub("", plain).strip()
    while shorter != plain:
        plain, shorter = shorter, _TAIL.sub("", shorter).strip()
    return plain


def _number(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    tens, ten, ones = text.translate(_HAN_YEAR).partition("十")
    if not (tens + ones).isascii() or len(tens) > 1 or len(ones) > 1:
        return 0
    return int(tens or "1") * 10 + int(ones or "0") if ten else int(tens or "0")
