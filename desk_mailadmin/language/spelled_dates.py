"""Dates in the spellings offices use: 2024.2.3, 2024年2月3日, 24-2-3, 民国113年, 二〇二四年, Excel serials."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import Entry, is_blank, shortened, text_of_entry

_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_FIRST_SERIAL, _LAST_SERIAL = 7_306, 73_050
"""1 January 1920 to 31 December 2099: beyond them a number is no date of an office."""
_MORE_THAN_ANY_DATE = 10**9
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TWO_DIGITS, _CENTURY, _ROC = 100, 100, 1911
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HAN_DIGITS = str.maketrans("〇○O零一二三四五六七八九元", "00001234567891")
_CLOCK = regex(
    r"[T\s]+(?:(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?)$", re.IGNORECASE
)
_WEEKDAY = regex(r"[\s(（]*(?:星期|周)[一二三四五六日天][)）]?$")
_TAIL = regex(r"(?:\s*(?:入职|进厂|到岗|离职|离开|起|止|左右|前后))+$")
_SEPARATED = regex(r"(\d{4}|\d{2})\s*[-/.年\\、,]\s*(\d{1,2})\s*[-/.月\\、,]\s*(\d{1,2})\s*[日号.]?")
_MONTH_ONLY = regex(r"(\d{4}|\d{2})\s*[-/.年\\]\s*(\d{1,2})\s*(?:月份?|[.])?")
_MONTH_ONLY_COMPACT = regex(r"((?:19|20)\d{2})(\d{2})")
_YEAR_ONLY = regex(r"((?:19|20)\d{2})\s*年?")
_COMPACT = regex(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_YEAR_LAST = regex(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_DAY_MONTH_NAME = regex(r"(\d{1,2})[-/\s]*([a-z]{3})[a-z]*[-/,.\s]*(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_NAME_DAY = regex(r"([a-z]{3})[a-z]*[.\s]*(\d{1,2})[,\s]+(\d{4})", re.IGNORECASE)
_ROC_DATE = regex(r"(?:民国|中华民国)(\d{1,3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_HAN_DATE = regex(
    r"([〇○O零一二三四五六七八九]{2,4}|\d{2,4})年([〇零一二三四五六七八九十\d]{1,3})月([〇零一二三四五六七八九十\d]{1,3})[日号]?"
)


class _Unsure(Exception):  # noqa: N818  (it carries a kind of fault, caught in this file)
    def __init__(self, kind: str, template: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.template = template


def spelled_date(entry: Entry, today: date, *, future_allowed: bool = False, epoch_1904: bool = False) -> Checked[date]:
    """Return the date of a cell; two-digit years lie in the hundred years up to next year.

    Faults (no value): ``date-month-only``, ``date-year-only``, ``date-month13``, ``date-impossible``, ``date-future``,
    ``date-ambiguous`` (3/2/2024), ``date-unknown``.
    """
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    try:
        day = _read(entry, today, _EPOCH_1904 if epoch_1904 else _EPOCH)
    except _Unsure as unsure:
        return _refused(unsure, raw)
    if day > today and not future_allowed:
        return _refused(_Unsure("date-future", QT_TRANSLATE_NOOP("desk", "日期“{text}”在今天之后。")), raw)
    return Checked(day)


def _refused(unsure: _Unsure, raw: str) -> Checked[date]:
    return Checked(None, EntryFault(unsure.kind, unsure.template, {"text": shortened(raw)}))


def _read(entry: Entry, today: date, epoch: date) -> date:
    match entry:
        case datetime():
            return _sane(entry.date())
        case date():
            return _sane(entry)
        case bool():
            raise _unknown()
        case int() | float() if not 0 < entry < _MORE_THAN_ANY_DATE:
            raise _unknown()
        case int() | float():
            return _number(float(entry), epoch)
        case _:
            return _text(_stripped(str(entry)), today, epoch)


def _stripped(text: str) -> str:
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).strip("'‘’\"")
    for trailing in (_CLOCK, _WEEKDAY, _TAIL):
        plain = trailing.sub("", plain).strip()
    return plain


def _text(plain: str, today: date, epoch: date) -> date:
    if found := _SEPARATED.fullmatch(plain):
        return _day(_year(found[1], today), int(found[2]), int(found[3]))
    if found := _ROC_DATE.fullmatch(plain):
        return _day(int(found[1]) + _ROC, int(found[2]), int(found[3]))
    if found := _HAN_DATE.fullmatch(plain):
        return _han_date(found, today)
    if re.fullmatch(r"\d{1,9}(?:\.\d+)?", plain, re.ASCII) and not re.fullmatch(r"\d{2,4}\.\d{1,2}", plain, re.ASCII):
        return _number(float(plain), epoch)
    return _rarer(plain, today)


def _rarer(plain: str, today: date) -> date:
    if found := _YEAR_LAST.fullmatch(plain):
        return _year_last(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH_NAME.fullmatch(plain):
        return _named_month(found[2], int(found[1]), _year(found[3], today))
    if found := _MONTH_NAME_DAY.fullmatch(plain):
        return _named_month(found[1], int(found[2]), int(found[3]))
    if found := _MONTH_ONLY.fullmatch(plain):
        raise _month_only(int(found[2]))
    if _YEAR_ONLY.fullmatch(plain):
        raise _year_only()
    raise _unknown()


def _number(number: float, epoch: date) -> date:
    whole = str(int(number))
    if found := _COMPACT.fullmatch(whole):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if _FIRST_SERIAL <= number < _LAST_SERIAL:
        return _sane(epoch + timedelta(days=int(number)))
    if found := _MONTH_ONLY_COMPACT.fullmatch(whole):
        raise _month_only(int(found[2]))
    if _YEAR_ONLY.fullmatch(whole) and number == int(number):
        raise _year_only()
    if found := re.fullmatch(r"(?:\d{4}|\d{2})\.(\d{1,2})", f"{number:g}"):
        raise _month_only(int(found[1]))
    raise _unknown()


def _han_date(found: re.Match[str], today: date) -> date:
    year = found[1].translate(_HAN_DIGITS)
    if len(year) not in {2, 4}:
        raise _unknown()
    return _day(_year(year, today), _han_number(found[2]), _han_number(found[3]))


def _han_number(text: str) -> int:
    tens, ten, ones = text.translate(_HAN_DIGITS).partition("十")
    if not ten:
        return int(tens)
    return int(tens or "1") * 10 + int(ones or "0")


def _year_last(first: int, second: int, year: int) -> date:
    months = 12
    if first > months or first == second:
        return _day(year, second, first)
    if second > months:
        return _day(year, first, second)
    raise _Unsure("date-ambiguous", QT_TRANSLATE_NOOP("desk", "日期“{text}”分不清哪个是月、哪个是日。"))


def _named_month(name: str, day: int, year: int) -> date:
    if name.lower() not in _MONTHS:
        raise _unknown()
    return _day(year, _MONTHS.index(name.lower()) + 1, day)


def _year(text: str, today: date) -> int:
    year = int(text)
    if year >= _TWO_DIGITS:
        return year
    this_century = today.year // _CENTURY * _CENTURY + year
    return this_century if this_century <= today.year + 1 else this_century - _CENTURY


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:  # noqa: PLR2004  (months of a year)
        raise _month_13()
    try:
        return _sane(date(year, month, day))
    except ValueError:
        raise _Unsure("date-impossible", QT_TRANSLATE_NOOP("desk", "没有“{text}”这一天。")) from None


def _sane(day: date) -> date:
    if not _FIRST_YEAR <= day.year < _LAST_YEAR:
        raise _unknown()
    return day


def _month_13() -> _Unsure:
    return _Unsure("date-month13", QT_TRANSLATE_NOOP("desk", "日期“{text}”的月份不在 1 到 12 之间。"))


def _month_only(month: int) -> _Unsure:
    if not 1 <= month <= 12:  # noqa: PLR2004  (months of a year)
        return _month_13()
    return _Unsure("date-month-only", QT_TRANSLATE_NOOP("desk", "日期“{text}”只有年和月，缺日。"))


def _year_only() -> _Unsure:
    return _Unsure("date-year-only", QT_TRANSLATE_NOOP("desk", "日期“{text}”只有年，缺月和日。"))


def _unknown() -> _Unsure:
    return _Unsure("date-unknown", QT_TRANSLATE_NOOP("desk", "“{text}”看不出是哪一天。"))
