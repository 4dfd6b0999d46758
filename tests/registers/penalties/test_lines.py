"""A case that stops a line stops it in the register of lines, and opens it again (002/12.九)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk_mailadmin.registers.penalties.printed import line_stop_paper
from tests.registers.builders import TODAY, House

STOPS = {"clause": "002/12.九"}


@pytest.fixture
def person(house: House) -> int:
    return house.person()


def test_the_only_line_of_a_person_stops_with_the_case_and_opens_with_it(house: House, person: int):
    line = house.line("8042", staff=person, place="3 楼 305")
    case = house.issued(person, **STOPS)
    row, kept = house.lines.row(line), house.penalties.record_of(case)
    assert (row.state, row.stopped_on, row.reopen_on) == ("stopped", TODAY, kept.stop_until)
    assert kept.line == "8042"
    data = line_stop_paper(house.penalties, case).data
    assert (data["line"], data["place"]) == ("8042", "3 楼 305")
    house.penalties.reopen_line(case, TODAY)
    assert house.lines.row(line).state == "active"


def test_a_line_opened_again_in_the_register_settles_its_case(house: House, person: int):
    line = house.line("8042", staff=person)
    case = house.issued(person, **STOPS)
    assert house.penalties.stopped(TODAY + timedelta(days=60)) != []
    house.later()
    house.lines.reopen(line, house.clock.today())
    assert house.penalties.row(case).reopened_on == house.clock.today()
    assert house.penalties.stopped(TODAY + timedelta(days=60)) == []


def test_of_several_lines_the_one_that_is_named_stops(house: House, person: int):
    first, second = house.line("8042", staff=person), house.line("8043", staff=person)
    case = house.issued(person, **STOPS)
    assert house.penalties.record_of(case).line == "", "nobody knows which"
    assert [house.lines.row(line).state for line in (first, second)] == ["active", "active"]
    other = house.person("宋翔")
    house.penalties.enter_plain(
        {"name": "宋翔", "act": "call_168", "clause": "002/12.九", "fee_fen": 860, "occurred_on": "2026-12-03",
         "line": "8043"}
    )  # fmt: skip
    assert house.lines.row(second).state == "stopped"
    assert house.lines.of_person(other) == []


@pytest.mark.parametrize("end", ["void", "reverse", "withdraw"])
def test_a_case_that_falls_opens_the_line_again(house: House, person: int, end: str):
    line = house.line("8042", staff=person)
    case = house.issued(person, **STOPS) if end == "void" else house.served(person, **STOPS)
    if end == "void":
        house.penalties.void(case, TODAY, "录错人")
    elif end == "reverse":
        house.penalties.reverse(case, TODAY, "份数录错", "王志刚")
    else:
        house.penalties.appeal(case, TODAY, "不是我打的")
        house.penalties.decide_appeal(case, TODAY, "withdrawn", "查明是别人打的", "王志刚")
    assert house.lines.row(line).state == "active"


def test_a_line_that_stands_still_already_stays_its_first_papers(house: House, person: int):
    line = house.line("8042", staff=person)
    house.lines.stop(line, TODAY, reason="暂时不用")
    house.issued(person, line="8042", **STOPS)
    assert house.lines.row(line).reopen_on is None
