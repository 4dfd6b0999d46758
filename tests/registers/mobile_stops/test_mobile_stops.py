"""A stopped mobile is paid and open again within twelve hours (002/4.4, M5-16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.mobile_stops.register import REGISTER
from desk_mailadmin.registers.mobile_stops.rules import HOURS, StopEntry, due_at, moment
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def stopped(house: House, hours_ago: int = 1, **changes: Any) -> int:
    """A mobile that was stopped so many hours ago."""
    stops = house.services["mobile_stops"]
    told = stops.now() - timedelta(hours=hours_ago)
    values: dict[str, Any] = {"staff": house.person(mobile="15400001234"), "mobile": "15400001234", "told_at": told}
    return int(stops.add(StopEntry(**{**values, **changes})))


def test_the_twelve_hours_run_over_midnight():
    assert due_at(datetime(2026, 12, 3, 16, 30), 12) == datetime(2026, 12, 4, 4, 30)


@pytest.mark.parametrize("text", ["9", "25:00", "9:61", "", "上午"])
def test_a_time_is_written_as_hours_and_minutes(text: str):
    with pytest.raises(UserError) as fault:
        moment(TODAY, text)
    assert refusal(fault.value)[0] == "at"
    assert moment(TODAY, "9：05") == datetime(2026, 12, 3, 9, 5)


def test_a_stop_is_open_until_it_is_paid_and_late_after_its_hours(house: House):
    stops, record = house.services["mobile_stops"], stopped(house)
    assert not stops.row(record).late
    (todo,) = REGISTER.todos(stops, TODAY)
    assert (todo.title, todo.clause) == ("手机停机待开通", "002/4.4")
    house.later()
    assert stops.row(record).late
    assert "已经超过" in REGISTER.todos(stops, house.clock.today())[0].text
    stops.done(record, stops.row(record).told_at + timedelta(hours=2))
    assert (stops.row(record).state, stops.row(record).late) == ("done", False)
    assert REGISTER.todos(stops, house.clock.today()) == []
    with pytest.raises(UserError):
        stops.done(record, stops.now())
    stops.reopen(record)
    assert stops.row(record).state == "open"


def test_the_hours_are_a_setting(house: House):
    house.decide(HOURS, 4)
    row = house.services["mobile_stops"].row(stopped(house))
    assert row.due_at - row.told_at == timedelta(hours=4)


def test_times_that_cannot_be_are_refused(house: House):
    stops = house.services["mobile_stops"]
    with pytest.raises(UserError):
        stopped(house, -1)
    with pytest.raises(UserError):
        stopped(house, mobile=" ")
    record = stopped(house)
    for at in (stops.row(record).told_at - timedelta(minutes=1), stops.now() + timedelta(minutes=1)):
        with pytest.raises(UserError):
            stops.done(record, at)


def test_a_stop_is_found_also_after_an_undo(house: House):
    record = stopped(house)
    assert house.found("mobile_stops", "1234") == [record]
    assert house.found("mobile_stops", "zwb") == [record]
    house.services["mobile_stops"].done(record, house.services["mobile_stops"].now())
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("mobile_stops", "zwb") == [record]


def test_the_clerk_enters_a_stop_and_its_end(house: House, counter: Counter):
    staff = house.person(mobile="15400001234")

    def answer(dialog: Any) -> bool:
        dialog.field("staff")._take(hits([house.staff.row(staff)])[0])
        return fill_in()(dialog)

    counter.answer = answer
    counter.do("mobile_stops", "new")
    (record,) = house.services["mobile_stops"].keys(Query())
    assert house.services["mobile_stops"].row(record).mobile == "15400001234"
    counter.answer = fill_in(on=TODAY)
    counter.do("mobile_stops", "done", record)
    assert house.services["mobile_stops"].row(record).state == "done"
    counter.do("mobile_stops", "reopen", record)
    assert house.services["mobile_stops"].row(record).state == "open"
    assert counter.window.told == ["已登记手机停机", "已登记开通"]


def test_the_panel_and_the_combo_tell_what_is_kept(house: House):
    stops, record = house.services["mobile_stops"], stopped(house, remark="欠费")
    facts = {fact.label: fact.value for fact in stops.detail(record).facts}
    assert (facts["手机"], facts["备注"], facts["开通期限"]) == ("15400001234", "欠费", "2026-12-03 20:00")
    assert [choice.title for choice in stops.choices("dept")] == ["国际业务部"]
    assert not REGISTER.actions[1].locked(stops.row(record))
    stops.done(record, stops.now())
    row = stops.row(record)
    assert [action.locked(row) for action in REGISTER.actions[1:]] == ["已经开通", ""]
