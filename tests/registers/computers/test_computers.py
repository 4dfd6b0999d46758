"""Computers on the network: each on file, each with one who answers for it (002/4.六.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.computers.register import REGISTER
from desk_mailadmin.registers.computers.rules import SECOND, ComputerEntry, checked
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (ComputerEntry(" ", 1, TODAY), "number"),
        (ComputerEntry("PC-1", None, TODAY), "staff"),
        (ComputerEntry("PC-1", 1, TODAY + timedelta(days=1)), "filed_on"),
    ],
)
def test_a_computer_has_a_number_one_person_and_a_day(entry: ComputerEntry, field: str):
    with pytest.raises(UserError) as fault:
        checked(entry, TODAY)
    assert fault.value.field == field


def test_a_computer_is_found_and_its_number_is_given_once(house: House):
    computers, staff = house.services["computers"], house.person(emp_no="A7")
    record = computers.add(ComputerEntry("PC-0042", staff, TODAY, "192.168.1.42", "B 座 0817"))
    for words in ("PC-0042", "zwb", "A7", "192.168", "0817"):
        assert house.found("computers", words) == [record], words
    with pytest.raises(UserError) as fault:
        computers.add(ComputerEntry("PC-0042", house.person("程思思"), TODAY))
    assert refusal(fault.value) == ("number", "编号 PC-0042 已经备案过。")
    computers.edit(record, ComputerEntry("PC-0043", staff, TODAY))
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("computers", "PC-0042") == [record]


def test_a_second_computer_of_one_person_is_asked_about(house: House):
    computers, staff = house.services["computers"], house.person()
    first = computers.add(ComputerEntry("PC-1", staff, TODAY))
    computers.edit(first, ComputerEntry("PC-1", staff, TODAY, place="前台"))
    with pytest.raises(NeedsConfirmation) as question:
        computers.add(ComputerEntry("PC-2", staff, TODAY))
    assert str(question.value) == "周文博已经是电脑 PC-1 的责任人，制度要求一机一人。"
    computers.add(ComputerEntry("PC-2", staff, TODAY), {SECOND})
    computers.retire(first, TODAY)
    with pytest.raises(UserError):
        computers.retire(first, TODAY)
    computers.restore(first)
    with pytest.raises(UserError):
        computers.restore(first)


def test_a_computer_whose_person_left_is_listed(house: House):
    computers, staff = house.services["computers"], house.person()
    record = computers.add(ComputerEntry("PC-1", staff, TODAY))
    assert list(computers.keys(Query(segment="left"))) == []
    house.staff.leave(staff, TODAY)
    assert list(computers.keys(Query(segment="left"))) == [record]
    assert computers.detail(record).facts[0].value == "周文博（国际业务部）　已离职，要换责任人"
    assert [choice.title for choice in computers.choices("dept")] == ["总部 / 国际业务部"]


def test_scripts_put_a_computer_on_file(house: House):
    house.person(emp_no="A7")
    computers = house.services["computers"]
    data = {"number": "PC-1", "emp_no": "A7", "filed_on": "2026-12-03"}
    assert REGISTER.records["computer"](computers, data) == "PC-1"
    for wrong, field in (({"ip": "1"}, "ip"), ({"filed_on": "x"}, "filed_on"), ({"emp_no": "A8"}, "emp_no")):
        with pytest.raises(UserError) as fault:
            computers.enter_plain({**data, **wrong})
        assert fault.value.field == field


def test_a_computer_is_entered_handed_on_and_retired_at_the_counter(house: House, counter: Counter):
    computers = house.services["computers"]
    first, second = hits(house.staff.rows([house.person(), house.person("程思思")]))
    counter.answer = fill_in(number="PC-1", staff=first, place="前台")
    counter.do("computers", "new")
    (record,) = computers.keys(Query())
    counter.answer = fill_in(staff=second)
    counter.do("computers", "edit", record)
    assert (computers.row(record).name, computers.row(record).place) == ("程思思", "前台")
    assert counter.window.told == ["已保存上网电脑 PC-1", "已保存上网电脑 PC-1"]
    counter.answer = fill_in(number="PC-2", staff=second)
    counter.prompter.answers.append(True)
    counter.do("computers", "new")
    assert len(computers.keys(Query())) == 2
    counter.prompter.answers.append(TODAY)
    counter.do("computers", "retire", record)
    counter.do("computers", "retire", record)
    assert computers.row(record).retired_on == TODAY
    counter.do("computers", "restore", record)
    assert computers.row(record).state == "active"
