from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.dates import WorkCalendar, date_from_entry, due_text
from desk_mailadmin.kernel.errors import UserError

# October 2026: 1–7 October are holidays, Saturday the 10th is worked instead.
OCTOBER = WorkCalendar(
    {**{date(2026, 10, day): False for day in range(1, 8)}, date(2026, 10, 10): True}, frozenset({2026})
)
TODAY = date(2026, 11, 18)  # a Wednesday

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
calendars = st.dictionaries(st.dates(min_value=date(2020, 1, 1), max_value=date(2031, 12, 31)), st.booleans()).map(
    lambda exceptions: WorkCalendar(exceptions, frozenset())
)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 9, 30), True),
        (date(2026, 10, 1), False),
        (date(2026, 10, 8), True),
        (date(2026, 10, 10), True),
        (date(2026, 10, 11), False),
    ],
)
def test_the_listed_days_come_before_the_week(day: date, worked: bool) -> None:
    assert OCTOBER.is_working_day(day) is worked


def test_a_year_without_a_notice_of_holidays_is_known_as_a_guess() -> None:
    assert OCTOBER.is_published(date(2026, 12, 31))
    assert not OCTOBER.is_published(date(2027, 1, 1))


def test_four_working_days_after_an_approval_before_the_holidays() -> None:
    # 30 September does not count itself: 8, 9, 10 (worked Saturday) and 12 October do.
    assert OCTOBER.after(date(2026, 9, 30), 4) == date(2026, 10, 12)


def test_no_days_after_is_the_day_itself() -> None:
    assert OCTOBER.after(date(2026, 10, 3), 0) == date(2026, 10, 3)


@given(calendars, days, st.integers(min_value=1, max_value=60))
def test_a_deadline_is_a_working_day_with_exactly_that_many_between(
    calendar: WorkCalendar, start: date, count: int
) -> None:
    due = calendar.after(start, count)
    assert calendar.is_working_day(due)
    assert calendar.days_between(start, due) == count


@given(calendars, days, st.integers(min_value=0, max_value=90), st.integers(min_value=0, max_value=90))
def test_days_between_add_up_and_turn_round(calendar: WorkCalendar, start: date, first: int, second: int) -> None:
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    whole = calendar.days_between(start, end)
    assert calendar.days_between(start, middle) + calendar.days_between(middle, end) == whole
    assert calendar.days_between(end, start) == -whole


@given(calendars, days)
def test_a_deadline_is_moved_before_days_off_never_after(calendar: WorkCalendar, day: date) -> None:
    moved = calendar.last_on_or_before(day)
    assert calendar.is_working_day(moved)
    assert moved <= day
    assert calendar.days_between(moved, day) == 0


def test_the_sixth_on_a_holiday_is_moved_to_the_last_working_day_before() -> None:
    assert OCTOBER.last_on_or_before(date(2026, 10, 6)) == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("due", "reads"),
    [
        (date(2026, 11, 18), "今天"),
        (date(2026, 11, 19), "还有 1 个工作日"),
        (date(2026, 11, 25), "还有 5 个工作日"),
        (date(2026, 11, 13), "逾期 3 个工作日"),
        (date(2026, 11, 17), "逾期 1 个工作日"),
        (date(2026, 11, 21), "还有 2 个工作日"),
    ],
)
def test_a_deadline_reads_in_working_days(due: date, reads: str) -> None:
    assert due_text(due, TODAY, OCTOBER) == reads


def test_a_deadline_passed_over_a_weekend_is_late_by_at_least_one_day() -> None:
    assert due_text(date(2026, 11, 20), date(2026, 11, 21), OCTOBER) == "逾期 1 个工作日"


def test_where_only_days_off_are_left_they_are_counted_as_days() -> None:
    assert due_text(date(2026, 11, 22), date(2026, 11, 20), OCTOBER) == "还有 2 天"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("t", TODAY),
        ("T", TODAY),
        ("今天", TODAY),
        ("+3", date(2026, 11, 21)),
        ("-18", date(2026, 10, 31)),
        ("1203", date(2026, 12, 3)),
        ("12-3", date(2026, 12, 3)),
        ("12/03", date(2026, 12, 3)),
        ("12月3日", date(2026, 12, 3)),
        ("20261203", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("2026.12.3", date(2026, 12, 3)),
        ("2026年12月3日", date(2026, 12, 3)),
        (" 2024-02-29 ", date(2024, 2, 29)),
        ("１２０３", date(2026, 12, 3)),
        ("＋３", date(2026, 11, 21)),
        ("２０２６－１２－０３", date(2026, 12, 3)),
    ],
)
def test_dates_are_read_as_clerks_type_them(typed: str, day: date) -> None:
    assert date_from_entry(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["", "明天", "2026-02-30", "2026-13-01", "0229", "1232", "123", "2026123", "+99999", "12-3-", "٣-٣", "0000-00-00"],
)
def test_what_is_no_date_is_refused_and_quoted(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        date_from_entry(typed, TODAY)
    assert str(refused.value) == f"“{typed}”不是日期，可以写 1203、2026-12-03、+3 或 t（今天）。"


def test_days_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(UserError):
        date_from_entry("+9", date(9999, 12, 31))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_from_its_own_writing(day: date) -> None:
    assert date_from_entry(day.isoformat(), TODAY) == day
    assert date_from_entry(day.strftime("%Y%m%d"), TODAY) == day
    assert date_from_entry(f"{day.year}年{day.month}月{day.day}日", TODAY) == day


@given(st.text(max_size=20))
def test_no_text_makes_anything_but_a_date_or_a_refusal(text: str) -> None:
    try:
        day = date_from_entry(text, TODAY)
    except UserError as refused:
        assert text in str(refused)  # noqa: PT017  (either outcome is right, each is checked)
    else:
        assert date_from_entry(day.isoformat(), TODAY) == day


def test_a_deadline_in_a_year_whose_holidays_are_not_known_is_shown_as_a_guess():
    unpublished = WorkCalendar({}, frozenset({2026}))
    assert due_text(date(2027, 1, 5), date(2026, 12, 31), unpublished) == "还有 3 个工作日（估算）"
    assert due_text(date(2026, 12, 31), date(2026, 12, 30), unpublished) == "还有 1 个工作日"


def test_working_days_are_counted_as_if_one_by_one_however_far_apart():
    exceptions = {
        date(2026, 10, 1): False,
        date(2026, 10, 3): False,
        date(2026, 10, 10): True,
        date(2026, 10, 14): True,
    }
    calendar = WorkCalendar(exceptions, frozenset({2026}))
    for first in range(20):
        start = date(2026, 9, 22) + timedelta(days=first)
        for days in range(40):
            each = [start + timedelta(days=n + 1) for n in range(days)]
            counted = sum(calendar.is_working_day(day) for day in each)
            assert calendar.days_between(start, start + timedelta(days=days)) == counted
    assert calendar.days_between(date(1, 1, 1), date(9999, 12, 31)) == 2_608_614 + sum(
        worked - (day.weekday() < 5) for day, worked in exceptions.items()
    )
