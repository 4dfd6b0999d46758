from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.language.spelled_dates import spelled_date

TODAY = date(2026, 11, 15)


@pytest.mark.parametrize(
    "entry",
    [
        "2024.2.3", "2024-02-03", "2024/2/3", "2024年2月3日", "2024年02月03号", "２０２４年２月３日", "24-2-3", "24.2.3",
        "民国113年2月3日", "中华民国113.2.3", "20240203", 20240203, "45325", 45325, 45325.75, "二〇二四年二月三日", "二零二四年二月三日",
        "3-Feb-24", "Feb 3, 2024", "03 February 2024", "2024-02-03 08:30:00", "2024-02-03T08:30:00Z", "2024年2月3日 星期六",
        "2024年2月3日（周六）", "2024.2.3入职", "2024、2、3", "2024. 2. 3", "2024.2.3.", "2024\\2\\3", "'2024-2-3",
        datetime(2024, 2, 3, 12), date(2024, 2, 3),
    ],
)  # fmt: skip
def test_one_day_in_the_spellings_of_offices(entry):
    assert spelled_date(entry, TODAY).value == date(2024, 2, 3)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("2025.05", "date-month-only"),
        ("2025年5月", "date-month-only"),
        ("2025年5月份", "date-month-only"),
        (2025.05, "date-month-only"),
        ("202505", "date-month-only"),
        ("92.8", "date-month-only"),
        ("2024.13", "date-month13"),
        ("202513", "date-month13"),
        ("2019-13-01", "date-month13"),
        ("2019.2.30", "date-impossible"),
        ("2023-2-29", "date-impossible"),
        ("2062-03-15", "date-future"),
        ("2026.11.16", "date-future"),
        ("3/2/2024", "date-ambiguous"),
        ("2024", "date-year-only"),
        ("2024年", "date-year-only"),
        (2024, "date-year-only"),
        ("不详", "date-unknown"),
        ("3-Foo-24", "date-unknown"),
        ("1/1", "date-unknown"),
        (True, "date-unknown"),
        (-5, "date-unknown"),
        (3e7, "date-unknown"),
        (1e300, "date-unknown"),
        (float("nan"), "date-unknown"),
        (float("-inf"), "date-unknown"),
        (10**400, "date-unknown"),
        ("9" * 400, "date-unknown"),
        (5.5, "date-unknown"),
        ("二二二年一月一日", "date-unknown"),
        (date(1850, 1, 1), "date-unknown"),
    ],
)
def test_what_is_no_day_is_named(entry, kind):
    checked = spelled_date(entry, TODAY)
    assert checked.value is None
    assert checked.fault.kind == kind
    assert "日期" in checked.fault.sentence or "天" in checked.fault.sentence


def test_ten_and_more_in_chinese_numerals():
    assert spelled_date("二〇二一年十二月三十日", TODAY).value == date(2021, 12, 30)
    assert spelled_date("二〇二〇年八月二十六日", TODAY).value == date(2020, 8, 26)
    assert spelled_date("二一年十月十日", TODAY).value == date(2021, 10, 10)


def test_day_first_where_only_that_can_be():
    assert spelled_date("13/2/2024", TODAY).value == date(2024, 2, 13)
    assert spelled_date("2/13/2024", TODAY).value == date(2024, 2, 13)
    assert spelled_date("5/5/2024", TODAY).value == date(2024, 5, 5)


def test_two_digit_years_lie_in_the_hundred_years_up_to_next_year():
    assert spelled_date("99.5.1", TODAY).value == date(1999, 5, 1)
    assert spelled_date("27.1.1", TODAY, future_allowed=True).value == date(2027, 1, 1)
    assert spelled_date("28.1.1", TODAY).value == date(1928, 1, 1)


def test_workbooks_of_the_1904_system():
    assert spelled_date(43863, TODAY, epoch_1904=True).value == date(2024, 2, 3)


@pytest.mark.parametrize("entry", ["", None, "-", "无"])
def test_nothing_is_no_fault(entry):
    checked = spelled_date(entry, TODAY)
    assert checked.value is None
    assert checked.fault is None


@given(st.dates(date(1927, 11, 16), TODAY))
def test_every_day_comes_back_from_its_spellings(day):
    for text in (day.isoformat(), f"{day.year}.{day.month}.{day.day}", f"{day:%Y年%m月%d日}", f"{day:%Y%m%d}"):
        assert spelled_date(text, TODAY).value == day


@given(st.one_of(st.text(), st.floats(), st.integers()))
def test_no_entry_breaks_the_reader(entry):
    checked = spelled_date(entry, TODAY)
    assert checked.value is None or checked.fault is None
