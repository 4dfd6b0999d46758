"""Lines stopped for a month: when they are due again, and that they work again (002/12.九, M4-8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.errors import UserError
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in

A_MONTH_LATER = date(2027, 1, 3)


def stopped(house: House, name: str = "周文博") -> int:
    return house.served(house.person(name), clause="002/12.九")


def due(house: House) -> list[tuple[str, date | None]]:
    todos = register_of("penalties").todos(house.penalties, house.clock.today())
    return [(todo.number, todo.due) for todo in todos if todo.action == "reopen"]


def test_a_stopped_line_stands_in_today_three_days_before_it_is_due(house: House):
    record = stopped(house)
    assert house.penalties.row(record).stop_until == A_MONTH_LATER
    house.clock.at += A_MONTH_LATER - TODAY - timedelta(days=4)
    assert due(house) == []
    house.later()
    assert due(house) == [("CF-2026-0001", A_MONTH_LATER)]
    house.later(30)
    assert due(house) == [("CF-2026-0001", A_MONTH_LATER)], "it stays until somebody says that it works"


def test_the_clerk_says_that_it_works_again(house: House, counter: Counter):
    record = stopped(house)
    house.clock.at += A_MONTH_LATER - TODAY
    counter.answer = fill_in(on=A_MONTH_LATER)
    counter.do("penalties", "reopen", record)
    assert counter.window.told == ["已登记复机　CF-2026-0001"]
    assert due(house) == []
    facts = {fact.label: fact.value for fact in house.penalties.detail(record).facts}
    assert facts["停机到"] == "2027-01-03（2027-01-03 已复机）"
    with pytest.raises(UserError, match="没有停着的电话"):
        house.penalties.reopen_line(record, A_MONTH_LATER)
    deed = house.desk.last_deed()
    assert deed is not None
    house.desk.undo(deed.seq)
    assert due(house) == [("CF-2026-0001", A_MONTH_LATER)]


def test_a_case_without_a_stop_and_one_that_was_taken_back_have_no_line_to_reopen(house: House):
    with pytest.raises(UserError, match="没有停着的电话"):
        house.penalties.reopen_line(house.issued(), TODAY)
    record = stopped(house, "程思思")
    house.penalties.reverse(record, TODAY, "录错", "王志刚")
    house.clock.at += timedelta(days=60)
    assert due(house) == []
    lock = {action.key: action.locked for action in register_of("penalties").actions}["reopen"]
    assert lock is not None
    assert lock(house.penalties.row(record)) == "没有停着的电话"


def test_a_line_cannot_work_again_before_it_was_stopped_or_in_the_future(house: House):
    record = stopped(house)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(UserError):
            house.penalties.reopen_line(record, day)
    house.penalties.reopen_line(record, TODAY)
    assert house.penalties.row(record).reopened_on == TODAY
