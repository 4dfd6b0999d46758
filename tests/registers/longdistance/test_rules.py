from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk_mailadmin.registers.longdistance.rules import (
    NO_SUCH_CALL,
    TWICE,
    WRONG_DURATION,
    WRONG_NUMBER,
    WRONG_PHONE,
    WRONG_USER,
    CallFact,
    LogFact,
    Tolerance,
    bare_number,
    length_of,
    match,
    missing_of,
    must_be_logged,
    standing_of,
)

DAY = date(2026, 10, 8)
USUAL = Tolerance()


def call(number: int = 1, at: str = "10:00:10", **changes: object) -> CallFact:
    started = datetime.fromisoformat(f"{DAY} {at}")
    fact = CallFact(number, started, 62, "01055501797", "domestic", line=7, staff=3)
    return replace(fact, **changes)  # type: ignore[arg-type]


def log(number: int = 1, from_at: str = "10:00", to_at: str = "10:01", **changes: object) -> LogFact:
    fact = LogFact(number, DAY, "01055501797", from_at, to_at, line=7, staff=3)
    return replace(fact, **changes)  # type: ignore[arg-type]


def verdict(entry: LogFact, *calls: CallFact, tolerance: Tolerance = USUAL) -> tuple[str, tuple[str, ...]]:
    found = match([entry], calls, tolerance).verdicts[entry.id]
    return found.state, found.details


def test_an_entry_as_the_bill_has_it():
    found = match([log()], [call()], USUAL)
    assert (found.verdicts[1].state, found.verdicts[1].call, found.unlogged) == ("ok", 1, ())


@pytest.mark.parametrize(
    ("entry", "details"),
    [
        (log(to_at="10:15"), (WRONG_DURATION,)),
        (log(staff=4), (WRONG_USER,)),
        (log(staff=None), (WRONG_USER,)),
        (log(line=8), (WRONG_PHONE,)),
        (log(called="01055501798"), (WRONG_NUMBER,)),
        (log(from_at="10:04", to_at="10:05"), (NO_SUCH_CALL,)),
        (log(called="01055501798", from_at="11:00", to_at="11:01"), (NO_SUCH_CALL,)),
        (log(to_at="10:15", staff=4), (WRONG_DURATION, WRONG_USER)),
    ],
)
def test_what_makes_an_entry_false(entry: LogFact, details: tuple[str, ...]):
    assert verdict(entry, call()) == ("false", details)


def test_who_had_an_approval_may_use_another_set():
    assert verdict(log(staff=4, approval="CT-2026-0001"), call()) == ("ok", ())


def test_a_shared_set_is_anybodys_and_the_check_of_users_can_be_left_out():
    assert verdict(log(staff=4), call(staff=None)) == ("ok", ())
    assert verdict(log(staff=4), call(), tolerance=Tolerance(check_user=False)) == ("ok", ())


def test_an_entry_with_a_field_left_empty_is_incomplete_not_false():
    assert verdict(log(to_at="", missing=("to_at",)), call()) == ("incomplete", ())
    assert verdict(log(from_at="", missing=("from_at",)), call()) == ("incomplete", ())


@pytest.mark.parametrize(
    ("from_at", "state"), [("09:57", "false"), ("09:58", "ok"), ("10:03", "ok"), ("10:04", "false")]
)
def test_the_start_may_be_three_minutes_off(from_at: str, state: str):
    to_at = f"{from_at[:3]}{int(from_at[3:]) + 1:02d}"
    assert verdict(log(from_at=from_at, to_at=to_at), call())[0] == state


@pytest.mark.parametrize(("seconds", "state"), [(60, "ok"), (120, "ok"), (121, "false"), (0, "ok")])
def test_the_length_may_be_one_minute_off(seconds: int, state: str):
    assert verdict(log(), call(seconds=seconds))[0] == state


def test_tolerances_are_settings():
    wide = Tolerance(start=10, length=20)
    assert verdict(log(from_at="10:09", to_at="10:25"), call(), tolerance=wide) == ("ok", ())


def test_an_entry_written_twice_counts_once_and_the_closer_one_is_the_call():
    found = match([log(1, "10:02", "10:03"), log(2)], [call()], USUAL)
    assert found.verdicts[2].state == "ok"
    assert found.verdicts[1].details == (TWICE,)


def test_two_calls_to_one_number_take_the_entries_that_fit_best():
    calls = [call(1, "10:00:10", seconds=62), call(2, "10:02:00", seconds=300)]
    found = match([log(1, "10:01", "10:06"), log(2, "10:00", "10:01")], calls, USUAL)
    assert {number: one.call for number, one in found.verdicts.items()} == {1: 2, 2: 1}


def test_a_call_whose_number_was_written_down_wrongly_stays_unlogged():
    found = match([log(called="01055501798")], [call()], USUAL)
    assert found.unlogged == (1,)


def test_what_must_be_logged():
    assert [must_be_logged(call(kind=kind)) for kind in ("domestic", "ip", "hmt", "international", "local", "info")] == [
        True, True, True, True, False, False
    ]  # fmt: skip
    assert not must_be_logged(call(line=None))
    assert match([], [call(line=None), call(2, kind="local")], USUAL).unlogged == ()


def test_a_call_of_a_trunk_whose_set_nobody_knows_may_still_be_the_entrys():
    assert verdict(log(), call(line=None, staff=None)) == ("ok", ())


def test_around_midnight():
    night = call(at="23:59:30")
    assert verdict(log(from_at="00:01", to_at="00:02", on_day=date(2026, 10, 9)), night) == ("ok", ())
    early = replace(call(), started_at=datetime(2026, 10, 9, 0, 0, 30))
    assert verdict(log(from_at="23:59", to_at="00:00"), early) == ("ok", ())


@pytest.mark.parametrize(
    ("dialled", "bare"),
    [
        ("17909053155503257", "53155503257"), ("053155503257", "53155503257"), ("015400076411", "15400076411"),
        ("17909015400076411", "15400076411"), ("008615400076411", "15400076411"), ("0044207946000", "0044207946000"),
        ("55501797", "55501797"), ("17909", "17909"), ("", ""),
    ],
)  # fmt: skip
def test_numbers_are_compared_without_what_was_dialled_before_them(dialled: str, bare: str):
    assert bare_number(dialled) == bare


def test_what_is_missing_of_the_five():
    texts = {"user": "周文博", "callee": " ", "from_at": "10:00", "to_at": "", "purpose": "对账", "result": "已确认"}
    assert missing_of(texts) == ("callee", "to_at")


def test_lengths_go_over_midnight():
    assert (length_of("23:58", "00:03"), length_of("10:00", "10:00"), length_of("", "10:00")) == (5, 0, None)


@pytest.mark.parametrize(
    ("known", "by"),
    [
        ({"rank": "经理"}, "rank"), ({"rights": frozenset({"local", "domestic"})}, "right"), ({"slip": True}, "slip"),
        ({"approver": "王志刚"}, "told"), ({}, "none"), ({"rank": "员工", "rights": frozenset({"local"})}, "none"),
    ],
)  # fmt: skip
def test_by_what_a_call_is_allowed(known: dict, by: str):
    usual = {"rank": "", "ranks": ("所长", "经理"), "rights": frozenset(), "slip": False, "approver": ""}
    assert standing_of(**{**usual, **known}) == by


@given(st.lists(st.tuples(st.integers(0, 59), st.integers(0, 5)), max_size=12), st.integers(0, 8))
def test_every_entry_has_a_verdict_and_no_call_two_entries(times: list[tuple[int, int]], count: int):
    logs = [
        log(n, f"10:{minute:02d}", f"10:{min(minute + n % 3, 59):02d}") for n, (minute, _line) in enumerate(times, 1)
    ]
    calls = [call(n, f"10:{(n * 7) % 60:02d}:00") for n in range(1, count + 1)]
    found = match(logs, calls, USUAL)
    taken = [one.call for one in found.verdicts.values() if one.call is not None]
    assert set(found.verdicts) == {one.id for one in logs}
    assert len(taken) == len(set(taken))
    assert set(taken) | set(found.unlogged) == {one.id for one in calls}
