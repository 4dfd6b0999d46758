from datetime import date, datetime

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.findings.rules import KINDS, Look, found_in, has_no_right, hours_of, info_group, mark_of
from desk_mailadmin.registers.lines.rules import Right, rights_up_to
from desk_mailadmin.registers.longdistance.rules import CallFact

CALENDAR = WorkCalendar({date(2026, 10, 7): False, date(2026, 10, 10): True}, frozenset({2026}))
HOURS = hours_of(["8:30-12:00", "13:30-17:30"], CALENDAR, lunch_inside=False)
LOOK = Look(tuple(KINDS), HOURS, 180, {7: rights_up_to("local"), 8: rights_up_to("domestic")})


def call(at: str = "2026-10-08 10:00:00", **changes: object) -> CallFact:
    fact = CallFact(1, datetime.fromisoformat(at), 60, "55501797", "local", number="057155511001", line=7, staff=3)
    return replace(fact, **changes)  # type: ignore[arg-type]


def kinds(one: CallFact, look: Look = LOOK) -> set[str]:
    return {found.kind for found in found_in(one, look)}


@pytest.mark.parametrize(
    ("at", "outside"),
    [
        ("2026-10-08 08:29:59", True), ("2026-10-08 08:30:00", False), ("2026-10-08 11:59:59", False),
        ("2026-10-08 12:00:00", True), ("2026-10-08 13:30:00", False), ("2026-10-08 17:30:00", True),
        ("2026-10-07 10:00:00", True), ("2026-10-10 10:00:00", False), ("2026-10-11 10:00:00", True),
    ],
)  # fmt: skip
def test_working_hours_to_the_second_and_by_the_calendar(at: str, outside: bool):
    assert ("outside-hours" in kinds(call(at))) is outside


def test_lunch_may_count_as_inside():
    lunch = replace(LOOK, hours=hours_of(["8:30-12:00", "13:30-17:30"], CALENDAR, lunch_inside=True))
    assert kinds(call("2026-10-08 12:30:00"), lunch) == set()
    assert kinds(call("2026-10-08 17:30:00"), lunch) == {"outside-hours"}
    assert not hours_of([], CALENDAR, lunch_inside=True).spans


@pytest.mark.parametrize("word", ["8:30", "早上到晚上", "8.30-12.00"])
def test_hours_that_cannot_be_read_are_refused(word: str):
    with pytest.raises(UserError, match="8:30-12:00"):
        hours_of([word], CALENDAR, lunch_inside=False)


@pytest.mark.parametrize(("seconds", "long"), [(180, False), (181, True)])
def test_three_minutes_are_not_more_than_three(seconds: int, long: bool):
    assert ("over-3-minutes" in kinds(call(seconds=seconds))) is long


@pytest.mark.parametrize(
    ("called", "group"),
    [("1601412", "160"), ("16835349", "168"), ("037116811049", "ld168"), ("02516864502", "ld168"), ("9691684", "9xx"),
     ("12590123", "other"), ("0168", "other")],
)  # fmt: skip
def test_groups_of_information_lines(called: str, group: str):
    assert info_group(called) == group
    (found,) = [one for one in found_in(call(called=called, kind="info"), LOOK) if one.kind == "info-line"]
    assert found.detail == group


def test_a_service_number_that_begins_with_9_is_no_information_line():
    assert kinds(call(called="95588", kind="service")) == set()


@pytest.mark.parametrize(
    ("line", "kind", "found"),
    [
        (7, "domestic", True), (7, "ip", True), (8, "domestic", False), (8, "hmt", True), (8, "international", True),
        (9, "domestic", False), (None, "domestic", False), (7, "local", False),
    ],
)  # fmt: skip
def test_who_has_no_right_for_which_call(line: int | None, kind: str, found: bool):
    assert has_no_right(call(line=line, kind=kind), LOOK) is found


def test_a_right_holds_from_and_until_its_days():
    for until, found in ((date(2026, 10, 8), False), (date(2026, 10, 7), True)):
        look = replace(LOOK, rights={7: (Right("domestic", date(2026, 10, 1), until),)})
        assert has_no_right(call(kind="domestic"), look) is found


def test_an_approved_slip_stands_for_the_right_that_day():
    look = replace(LOOK, slips=frozenset({(7, date(2026, 10, 8))}))
    assert not has_no_right(call(kind="domestic"), look)
    assert has_no_right(call("2026-10-09 10:00:00", kind="domestic"), look)


@pytest.mark.parametrize(("kind", "act"), [("local", "private_call"), ("domestic", "private_long_distance")])
def test_private_calls_have_their_acts(kind: str, act: str):
    (found,) = [one for one in found_in(call(kind=kind, line=8, private_by=3), LOOK) if one.kind == "private"]
    assert found.act == act


def test_only_what_is_switched_on_is_looked_for():
    everything = call("2026-10-11 10:00:00", kind="domestic", seconds=500, private_by=3)
    assert kinds(everything) == {"outside-hours", "over-3-minutes", "no-right", "private", "no-17909"}
    assert kinds(everything, replace(LOOK, kinds=("no-17909",))) == {"no-17909"}
    assert kinds(everything, replace(LOOK, kinds=())) == set()


def test_a_finding_is_known_again_by_number_moment_and_number_called():
    assert mark_of("private", call()) == mark_of("private", call(id=99, staff=4))
    assert mark_of("private", call()) != mark_of("private", call("2026-10-08 10:00:01"))
