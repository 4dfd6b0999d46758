"""What lines bring to 今日."""

from __future__ import annotations

from datetime import date, timedelta

from desk_mailadmin.registers.lines.register import REGISTER
from desk_mailadmin.registers.lines.rules import LONG_UNITS, REMIND_DAYS, Right
from tests.registers.builders import HEADQUARTERS, TODAY
from tests.registers.lines.conftest import Exchange

DAY = timedelta(days=1)


def todos(exchange: Exchange, today: date = TODAY) -> list[tuple[str, str, date | None]]:
    return [(todo.title, todo.number, todo.due) for todo in REGISTER.todos(exchange.lines, today)]


def test_a_stopped_line_is_to_be_opened_again_and_its_number_runs_out(exchange: Exchange):
    first, second = exchange.add("8001"), exchange.add("8002")
    exchange.lines.stop(first, TODAY, reopen_on=TODAY + 10 * DAY, reason="暂时不用")
    exchange.lines.stop(second, TODAY, keep_until=TODAY + 5 * DAY, reason="暂时不用")
    assert todos(exchange) == [("保号到期", "8002", TODAY + 5 * DAY)]
    assert todos(exchange, TODAY + 4 * DAY) == [
        ("保号到期", "8002", TODAY + 5 * DAY),
        ("停机到期，该复机", "8001", TODAY + 10 * DAY),
    ]
    exchange.lines.reopen(first, TODAY)
    exchange.lines.reopen(second, TODAY)
    assert todos(exchange, TODAY + 10 * DAY) == []


def test_a_right_that_runs_out_and_a_contract_that_ends_are_told_before(exchange: Exchange):
    until = TODAY + 7 * DAY
    exchange.add("8001", rights=(Right("domestic", TODAY, until), Right("inside")), contract_until=until)
    exchange.add("8002", rights=(Right("domestic", TODAY, until, "FJ-2026-0001"),))
    assert todos(exchange) == [("权限到期", "8001", until), ("合约到期", "8001", until)]
    assert todos(exchange, until + DAY) == [("合约到期", "8001", until)], "a contract that ended is still in the way"
    exchange.house.decide(REMIND_DAYS, 3)
    assert todos(exchange) == []


def test_a_line_of_somebody_who_left_wants_another_holder(exchange: Exchange):
    person = exchange.house.person()
    exchange.add("8001", staff=person)
    exchange.house.staff.leave(person, TODAY)
    assert todos(exchange) == [("责任人已离职", "8001", None)]


def test_lines_that_a_check_speaks_against_are_one_line_of_today(exchange: Exchange):
    person = exchange.house.person(rank="员工")
    exchange.add("8001", staff=person, rights=(Right("domestic"),))
    assert todos(exchange) == []
    exchange.house.decide(LONG_UNITS, [HEADQUARTERS])
    (todo,) = REGISTER.todos(exchange.lines, TODAY)
    assert (todo.title, todo.action) == ("权限与职级不符", "rights")
    assert "共 1 条；周文博（员工）在所长以下" in todo.text
    assert exchange.lines.row(todo.record).concerns[0].key == "long_rank"


def test_plain_data_enter_a_line_by_the_register(exchange: Exchange):
    data = {"extension": "8042", "dept": "国际业务部"}
    assert REGISTER.records["line"](exchange.lines, data) == "8042"
