"""Who sells by telephone: the two groups of 002/2.一 and 2.二, whose figures are counted on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.salespeople.register import REGISTER
from desk_mailadmin.registers.salespeople.rules import (
    MINUTES,
    NEW_FOR,
    Figures,
    SalespersonEntry,
    Target,
    checked,
    months_after,
    target,
)
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in
from tests.registers.office_phone import seller

OLD, NEW = Target(100, 8, newcomer=False), Target(120, 12, newcomer=True)


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.mark.parametrize(
    ("joined_on", "earlier", "day", "wanted"),
    [
        (date(2026, 6, 3), 0, TODAY, OLD),  # half a year to the day
        (date(2026, 6, 4), 0, TODAY, NEW),  # one day less
        (date(2026, 11, 1), 11, TODAY, NEW),
        (date(2026, 11, 1), 12, TODAY, OLD),  # a year of it before
        (date(2024, 1, 1), 0, TODAY, OLD),
        (date(2026, 8, 31), 0, date(2027, 2, 27), NEW),
        (date(2026, 8, 31), 0, date(2027, 2, 28), OLD),  # there is no 31 February
    ],
)
def test_who_is_new_and_has_less_than_a_year_of_it_has_the_higher_target(
    joined_on: date, earlier: int, day: date, wanted: Target
):
    assert target(joined_on, earlier, day, Figures()) == wanted


def test_months_end_where_there_is_no_such_day():
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 6, 3), 6) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("changes", "field"), [({"since": date(2026, 1, 1)}, "since"), ({"earlier_months": -1}, "earlier_months")]
)
def test_an_entry_that_cannot_stand_is_refused(changes: dict[str, Any], field: str):
    entry = SalespersonEntry(staff=1, since=TODAY, joined_on=date(2026, 6, 1))
    with pytest.raises(UserError) as fault:
        checked(replace(entry, **changes))
    assert fault.value.field == field


def test_figures_of_the_regulation_are_settings_with_a_date(house: House):
    staff = seller(house, joined_on=date(2026, 11, 1), since=date(2026, 11, 1))
    house.decide(NEW_FOR, 0, since=TODAY)
    house.decide(MINUTES, 90, since=TODAY)
    people = house.services["salespeople"]
    assert [row.target for row in people.counted_on(TODAY)] == [Target(90, 8, newcomer=False)]
    assert [row.target for row in people.counted_on(TODAY - timedelta(days=1))] == [NEW]
    (record,) = people.keys(Query())
    assert {f.label: f.value for f in people.detail(record).facts}["今天的标准"] == "90 分钟、8 份传真"
    assert house.found("salespeople", "zwb") == house.found("salespeople", "8042") == [record]
    assert people.row(record).staff == staff


def test_who_ended_or_left_is_counted_until_that_day(house: House):
    people, staff = house.services["salespeople"], seller(house)
    (record,) = people.keys(Query())
    with pytest.raises(UserError) as fault:
        people.add(people.proposed(staff, TODAY))
    assert refusal(fault.value) == ("people", "周文博已经在考核名单里。")
    people.end(record, TODAY)
    assert people.counted_on(TODAY) == []
    assert len(people.counted_on(TODAY - timedelta(days=1))) == 1
    again = people.add(people.proposed(staff, TODAY))
    with pytest.raises(UserError):
        people.resume(record)
    people.end(again, TODAY)
    people.resume(record)
    house.staff.leave(staff, TODAY)
    assert people.counted_on(TODAY) == []
    assert [row.staff for row in people.counted_on(TODAY - timedelta(days=1))] == [staff]


def test_scripts_say_whom_and_since_when(house: House):
    house.person(emp_no="A7", hired_on=date(2026, 10, 1))
    people = house.services["salespeople"]
    data = {"emp_no": "A7", "since": "2026-11-01"}
    assert REGISTER.records["salesperson"](people, data) == "周文博"
    (record,) = people.keys(Query())
    assert people.entry(record).joined_on == date(2026, 10, 1)
    people.end(record, TODAY)
    people.enter_plain({**data, "joined_on": "2020-01-01", "earlier_months": 14, "remark": "老员工返聘"})
    assert {row.earlier_months for row in people.rows(people.keys(Query()))} == {0, 14}
    for wrong, field in (({"seit": 1}, "seit"), ({"since": None}, "since"), ({"earlier_months": -1}, "earlier_months")):
        with pytest.raises(UserError) as fault:
            people.enter_plain({**data, **wrong})
        assert fault.value.field == field


def test_several_are_entered_changed_and_ended_at_the_counter(house: House, counter: Counter):
    people = house.services["salespeople"]
    staff = [house.person("周文博", hired_on=date(2026, 11, 2)), house.person("程思思")]
    counter.answer = fill_in(people=hits(house.staff.rows(staff)), since=date(2026, 11, 1), earlier_months=3)
    counter.do("salespeople", "new")
    rows = {row.name: row for row in people.rows(people.keys(Query()))}
    assert (rows["周文博"].since, rows["周文博"].target) == (date(2026, 11, 2), NEW)
    assert rows["程思思"].joined_on == date(2026, 11, 1), "nobody knows since when: it counts from the first day"
    assert counter.window.told == ["已登记 2 名销售人员"]
    record = rows["周文博"].id
    counter.answer = fill_in(earlier_months=12, remark="原在电话行销公司")
    counter.do("salespeople", "edit", record)
    assert people.row(record).target == OLD
    house.desk.undo(house.desk.undoable()[0].seq)
    assert people.row(record).target == NEW
    counter.prompter.answers.append(TODAY)
    counter.do("salespeople", "end", record)
    assert people.row(record).state == "ended"
    counter.do("salespeople", "resume", record)
    counter.do("salespeople", "end", record)
    assert people.row(record).state == "active", "nothing happens where no day is given"
