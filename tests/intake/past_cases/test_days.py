"""Days of a ledger whose year or month stands elsewhere."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.intake.past_cases.days import Calendar, day_of, month_of_line, year_in

TODAY = date(2026, 11, 15)
OF_2025 = Calendar(TODAY, 2025)


@pytest.mark.parametrize(
    "entry",
    ["2025.3.5", "3月5日", "3.5", "三月五日", "2025年三月五日", "二〇二五年三月五日", 45721, 45721.6, datetime(2025, 3, 5),
     "3/5", "3-5", "3月5号", "3月5日（星期三）", "3月5日下午", "3.5 14:20", "2025-03-05 08:00", "3月5日至7日", "20250305",
     "３月５日", 3.5],
)  # fmt: skip
def test_one_day_in_every_spelling(entry: object):
    assert day_of(entry, OF_2025).value == date(2025, 3, 5)


@pytest.mark.parametrize(("entry", "day"), [("5日", 5), ("十二", 12), (28, 28), ("廿一", None), ("31", None)])
def test_a_day_under_a_month(entry: object, day: int | None):
    found = day_of(entry, Calendar(TODAY, 2025, 6))
    assert found.value == (date(2025, 6, day) if day else None)
    assert (found.fault is None) == (day is not None)


@pytest.mark.parametrize(
    ("entry", "calendar", "kind"),
    [
        ("3月5日", Calendar(TODAY), "date-no-year"),
        (3.1, OF_2025, "date-lost-zero"),
        ("2.30", OF_2025, "date-impossible"),
        ("13.5", OF_2025, "date-month-only"),
        ("12月20日", Calendar(TODAY, 2026), "date-future"),
        ("2025年3月", OF_2025, "date-month-only"),
        ("月初", OF_2025, "date-unknown"),
        ("5日", OF_2025, "date-unknown"),
    ],
)
def test_what_is_no_day_is_named(entry: object, calendar: Calendar, kind: str):
    found = day_of(entry, calendar)
    assert found.value is None
    assert found.fault is not None
    assert found.fault.kind == kind


def test_nothing_is_no_day():
    assert (day_of("——", OF_2025).value, day_of(None, OF_2025).fault) == (None, None)


@given(st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_every_day_of_the_year_is_found_without_its_year(day: date):
    assert day_of(f"{day.month}.{day.day}", OF_2025).value == day
    assert day_of(f"{day.month}月{day.day}日", OF_2025).value == day


@pytest.mark.parametrize(
    ("text", "found"),
    [("1月", (0, 1)), ("——3月——", (0, 3)), ("三月份", (0, 3)), ("2025年12月", (2025, 12)), ("十一月", (0, 11)),
     ("2025.03", (2025, 3)), ("【六月份】", (0, 6)), ("13月", (0, 0)), ("3月5日", (0, 0)), ("合计", (0, 0)), ("", (0, 0))],
)  # fmt: skip
def test_months_between_the_rows(text: str, found: tuple[int, int]):
    assert month_of_line(text) == found


@pytest.mark.parametrize(
    ("title", "year"),
    [("处 罚 台 账（2025年度）", 2025), ("二〇二四年度", 2024), ("处罚台账2025", 2025), ("2024至2025年", 0), ("台账", 0),
     ("电话55512025", 0)],
)  # fmt: skip
def test_the_year_of_a_title(title: str, year: int):
    assert year_in(title) == year
