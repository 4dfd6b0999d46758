"""Which offence a case is: by the days things happened, never skipping, whatever the order of entry (M4-19)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.registers.penalties.counting import Offence, earlier, months_before, number_of

FIRST = date(2024, 2, 29)
DAYS = st.lists(st.integers(0, 900), min_size=1, max_size=25)


def offences(days: list[int]) -> list[Offence]:
    return [Offence(case, FIRST + timedelta(days=day)) for case, day in enumerate(days, 1)]


def test_the_second_day_is_the_second_time() -> None:
    once, again = Offence(1, FIRST), Offence(2, FIRST + timedelta(days=1))
    assert (number_of(once, [once, again]), number_of(again, [once, again])) == (1, 2)


def test_what_happened_on_one_day_counts_once() -> None:
    morning, evening, later = Offence(1, FIRST), Offence(2, FIRST), Offence(0, FIRST + timedelta(days=3))
    assert number_of(evening, [morning]) == 1
    assert number_of(later, [morning, evening]) == 2


def test_what_lies_before_the_look_back_counts_no_more() -> None:
    old, new = Offence(1, date(2025, 8, 31)), Offence(0, date(2026, 2, 28))
    assert number_of(new, [old], look_back=6) == 1 + (old.on >= months_before(new.on, 6))
    assert number_of(new, [Offence(1, date(2025, 8, 27))], look_back=6) == 1
    assert number_of(new, [Offence(1, date(2025, 8, 28))], look_back=6) == 2


def test_a_look_back_ends_on_the_last_of_a_shorter_month() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2026, 1, 15), 13) == date(2024, 12, 15)
    assert months_before(date(3, 1, 1), 480) == date.min


@given(DAYS)
def test_counts_never_skip(days: list[int]) -> None:
    found = offences(days)
    numbers = {number_of(one, found) for one in found}
    assert numbers == set(range(1, len(set(days)) + 1))


@given(DAYS, st.randoms())
def test_the_order_of_entry_changes_nothing(days: list[int], shuffler: object) -> None:
    found = offences(days)
    mixed = sorted(found, key=lambda _one: shuffler.random())  # type: ignore[attr-defined]  # hypothesis' own Random
    assert [number_of(one, mixed) for one in found] == [number_of(one, found) for one in found]


@given(DAYS, st.integers(1, 40))
def test_what_counts_is_earlier_and_within_the_look_back(days: list[int], months: int) -> None:
    found = offences(days)
    for one in found:
        before = earlier(one, found, months)
        assert all(months_before(one.on, months) <= other.on < one.on for other in before)
        assert list(before) == sorted(before, key=lambda other: other.on)


@given(DAYS)
def test_taking_one_day_away_moves_the_later_ones_down_by_one_at_most(days: list[int]) -> None:
    found = offences(days)
    gone = found[0]
    rest = [one for one in found if one.on != gone.on]
    for one in rest:
        assert number_of(one, found) - number_of(one, rest) == (1 if one.on > gone.on else 0)
