from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.registers.calls.matching import Told, Tolerance, clock_difference, matched

TIGHT = Tolerance(start=10, length=5)


def calls_of(*told: tuple[str, int, int]) -> list[Told]:
    return [Told(place, *one) for place, one in enumerate(told, 1)]


def test_a_call_finds_its_record_though_the_clocks_differ():
    calls = calls_of(("01055501797", 1000, 47))
    records = [Told(90, "01055501797", 1002, 48), Told(91, "01055501797", 5000, 47), Told(92, "02055501797", 1002, 47)]
    assert matched(calls, records, 2, TIGHT) == {1: 90}


def test_every_record_is_used_once_and_the_closest_pair_first():
    calls = calls_of(("96008", 1000, 60), ("96008", 1006, 60))
    records = [Told(90, "96008", 1007, 60), Told(91, "96008", 1015, 60)]
    assert matched(calls, records, 0, TIGHT) == {2: 90}
    assert matched(calls, records, 0, Tolerance(15, 5)) == {2: 90, 1: 91}


def test_another_start_or_another_length_is_another_call():
    calls = calls_of(("96008", 1000, 60))
    assert matched(calls, [Told(90, "96008", 1011, 60)], 0, TIGHT) == {}
    assert matched(calls, [Told(90, "96008", 1000, 66)], 0, TIGHT) == {}
    assert matched(calls, [Told(90, "96008", 1010, 65)], 0, TIGHT) == {1: 90}


def test_the_clocks_are_read_from_the_calls_themselves():
    chance = random.Random(4)  # noqa: S311  (the same calls each time)
    calls = [Told(n, str(chance.randrange(40)), n * 500, 30 + n % 200) for n in range(300)]
    for difference in (2, -3600, 8 * 3600):
        records = [
            Told(n, call.called, call.at + difference + chance.randint(-1, 1), call.seconds + chance.randint(0, 1))
            for n, call in enumerate(calls)
        ]
        found = clock_difference(calls, records, TIGHT)
        assert found is not None
        assert abs(found - difference) <= 1
        assert len(matched(calls, records, found, TIGHT)) == 300


def test_too_few_calls_say_nothing_about_the_clocks():
    calls = calls_of(*[("96008", n * 1000, 60) for n in range(4)])
    records = [Told(90 + n, "96008", n * 1000 + 2, 60) for n in range(4)]
    assert clock_difference(calls, records, TIGHT) is None
    assert clock_difference([], records, TIGHT) is None


def test_differences_that_agree_on_nothing_say_nothing():
    calls = [Told(n, str(n), n * 1000, 60) for n in range(6)]
    records = [Told(n, str(n), n * 1000 + n * 500, 60) for n in range(6)]
    assert clock_difference(calls, records, TIGHT) is None


told = st.builds(Told, st.integers(1, 10**6), st.sampled_from("ab"), st.integers(0, 90), st.integers(0, 9))


@given(st.lists(told, max_size=25, unique_by=lambda one: one.id), st.lists(told, max_size=25, unique_by=lambda o: o.id))
def test_no_record_is_ever_used_twice_and_no_pair_is_out_of_tolerance(ours: list[Told], theirs: list[Told]):
    pairs = matched(ours, theirs, 3, Tolerance(4, 2))
    assert len(set(pairs.values())) == len(pairs)
    calls, records = {one.id: one for one in ours}, {one.id: one for one in theirs}
    for call, record in pairs.items():
        assert calls[call].called == records[record].called
        assert abs(records[record].at - calls[call].at - 3) <= 4
        assert abs(records[record].seconds - calls[call].seconds) <= 2
