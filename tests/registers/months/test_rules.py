"""Months of the ledger: which one a deed is booked in, and which may be closed or opened again (M14-6)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.registers.months.rules import (
    booking_month,
    check_closable,
    check_reopenable,
    checked_month,
    first_day,
    first_open,
    last_day,
    title_of,
)

TODAY = date(2026, 12, 3)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("text", ["2026-13", "2026-1", "26-01", "2026/01", "", "２０２６-０１"])
def test_what_is_no_month_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(UserError, match="应写成 2026-11 这样"):
        checked_month(text)


def test_a_month_knows_its_days_and_its_title() -> None:
    assert checked_month(" 2024-02 ") == "2024-02"
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert title_of("2024-02") == "2024 年 2 月"


@given(DAYS, st.integers(-300, 300))
def test_months_are_counted_over_the_turn_of_years(day: date, count: int) -> None:
    there = month_after(month_of(day), count)
    assert month_after(there, -count) == month_of(day)
    assert (int(there[:4]) - day.year) * 12 + int(there[5:]) - day.month == count


@pytest.mark.parametrize(
    ("day", "closed", "booked"),
    [
        (date(2026, 12, 1), set(), "2026-12"),
        (date(2026, 11, 27), set(), "2026-11"),
        (date(2026, 11, 27), {"2026-11"}, "2026-12"),
        (date(2026, 11, 27), {"2026-11", "2026-12"}, "2027-01"),
        (date(2026, 11, 27), {"2026-12"}, "2027-01"),
        (date(2026, 9, 30), set(), "2026-12"),
        (date(2019, 1, 1), set(), "2026-12"),
    ],
)
def test_what_happened_is_booked_in_its_month_while_that_is_open_and_no_older_than_the_last(
    day: date, closed: set[str], booked: str
) -> None:
    assert booking_month(day, TODAY, closed) == booked


@given(st.dates(date(2020, 1, 1), TODAY), st.sets(st.sampled_from([month_after("2026-12", n) for n in range(-4, 5)])))
def test_nothing_is_ever_booked_in_a_closed_month(day: date, closed: set[str]) -> None:
    booked = booking_month(day, TODAY, closed)
    assert booked not in closed
    assert booked >= month_of(day)


def test_months_are_closed_in_their_order_and_not_before_they_begin() -> None:
    check_closable("2026-12", TODAY, set(), "2026-12")
    check_closable("2026-11", TODAY, {"2026-10"}, "2026-10")
    check_closable("2026-11", TODAY, set(), None)
    with pytest.raises(UserError, match="2026 年 10 月还没有月结"):
        check_closable("2026-11", TODAY, set(), "2026-10")
    with pytest.raises(UserError, match="已经月结"):
        check_closable("2026-11", TODAY, {"2026-11"}, "2026-11")
    with pytest.raises(UserError, match="还没有开始"):
        check_closable("2027-01", TODAY, {"2026-11", "2026-12"}, "2026-11")


def test_a_month_is_opened_again_last_first_and_with_a_reason() -> None:
    check_reopenable("2026-11", {"2026-10", "2026-11"}, "漏登一件")
    with pytest.raises(UserError, match="先重开2026 年 11 月"):
        check_reopenable("2026-10", {"2026-10", "2026-11"}, "漏登一件")
    with pytest.raises(UserError, match="没有月结"):
        check_reopenable("2026-12", {"2026-11"}, "漏登一件")
    with pytest.raises(UserError, match="要写原因"):
        check_reopenable("2026-11", {"2026-11"}, "  ")


@given(st.sets(st.sampled_from([month_after("2026-01", n) for n in range(12)])))
def test_nothing_is_booked_before_a_closed_month_though_it_was_never_closed_itself(closed: set[str]) -> None:
    found = first_open("2026-01", closed)
    assert all(found > month for month in closed)
    assert found == "2026-01" or month_after(found, -1) in closed


def test_a_month_before_a_closed_one_cannot_be_closed_any_more() -> None:
    with pytest.raises(UserError, match="2026 年 11 月已经月结，不能再结前面的2026 年 10 月"):
        check_closable("2026-10", TODAY, {"2026-11"}, "2026-10")
