"""Telephone messages: taken, passed on, printed (002/1.六)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.messages.printed import slip_papers
from desk_mailadmin.registers.messages.register import REGISTER
from desk_mailadmin.registers.messages.rules import Passing, checked, checked_passing, entry_from
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import TODAY, House, refusal
from tests.registers.counter import Counter, fill_in
from tests.registers.office_phone import message

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def test_times_are_put_in_order():
    assert checked(message(1, taken_at="９:5".replace("5", "05"), caller=" 刘女士 "), TODAY) == message(
        1, taken_at="09:05"
    )


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"caller": ""}, "caller", "来电人是空的；没有说的写“未留姓名”。"),
        ({"wish": "hurry"}, "wish", "没有“hurry”这种要求。"),
        ({"phone": ""}, "phone", "要回电话的，来电号码不能空。"),
        ({"wish": "note"}, "text", "转告留言的，留言内容不能空。"),
        ({"taken_on": TODAY + timedelta(days=1)}, "taken_on", "来电日期 2026-12-04 还没有到。"),
        ({"taken_at": "25:00"}, "taken_at", "“25:00”不是时间，应写成 09:30 这样。"),
    ],
)
def test_the_field_that_cannot_stand_is_named(changes: dict[str, Any], field: str, sentence: str):
    with pytest.raises(UserError) as fault:
        checked(message(1, **changes), TODAY)
    assert refusal(fault.value) == (field, sentence)


@pytest.mark.parametrize(
    ("passing", "field", "sentence"),
    [
        (Passing(TODAY, "10:00", "smoke"), "how", "没有“smoke”这种转达方式。"),
        (Passing(TODAY + timedelta(days=1), "10:00", "phone"), "on", "转达日期 2026-12-04 还没有到。"),
        (Passing(TODAY, "09:11", "phone"), "at", "转达时间早于来电时间。"),
        (Passing(TODAY, "soon", "phone"), "at", "“soon”不是时间，应写成 09:30 这样。"),
    ],
)
def test_a_message_is_passed_on_after_it_was_taken(passing: Passing, field: str, sentence: str):
    with pytest.raises(UserError) as fault:
        checked_passing(passing, (TODAY, "09:12"), TODAY)
    assert refusal(fault.value) == (field, sentence)


def test_plain_data_know_their_names():
    data = {"caller": "刘女士", "phone": "110", "taken_on": "2026-12-03", "taken_at": "0912"}
    assert entry_from(data, 7) == message(7, phone="110", taken_at="0912")
    for wrong, field in (({"from": "刘"}, "from"), ({"taken_on": "3.12."}, "taken_on")):
        with pytest.raises(UserError) as fault:
            entry_from({**data, **wrong}, 7)
        assert fault.value.field == field


def test_messages_are_numbered_found_and_due_until_passed_on(house: House):
    messages, staff = house.services["messages"], house.person()
    record = messages.enter(message(staff, company="海通", text="提单件数不对"))
    assert messages.row(record).number == "LY-2026-0001"
    for words in ("zwb", "周文博", "0137", "海通", "提单", "LY-2026-0001", "lns"):
        assert house.found("messages", words) == [record], words
    (todo,) = REGISTER.todos(messages, TODAY)
    assert (todo.title, todo.due, todo.clause, todo.action) == ("留言待转达", TODAY, "002/1.六", "pass_on")
    messages.pass_on([record], Passing(TODAY, "10:30", "phone"))
    assert REGISTER.todos(messages, TODAY) == []
    house.desk.undo(house.desk.undoable()[0].seq)
    assert messages.row(record).state == "waiting"


def test_what_was_passed_on_is_not_passed_on_again_nor_corrected(house: House):
    messages, staff = house.services["messages"], house.person()
    first, second = messages.enter(message(staff)), messages.enter(message(staff))
    messages.pass_on([first], Passing(TODAY, "10:30", "slip"))
    with pytest.raises(UserError):
        messages.pass_on([second, first], Passing(TODAY, "11:00", "phone"))
    assert messages.row(second).state == "waiting", "all or none"
    with pytest.raises(UserError):
        messages.edit(first, message(staff))
    messages.take_back(first)
    messages.edit(first, message(staff, caller="王先生"))
    assert (messages.row(first).caller, messages.row(first).passed_on) == ("王先生", None)
    messages.void(first, TODAY, "打错了")
    assert messages.row(first).number == "LY-2026-0001"
    assert {fact.label: fact.value for fact in messages.detail(first).facts}["作废原因"] == "打错了"


def test_scripts_say_for_whom_by_number_or_name(house: House):
    house.person(emp_no="A7")
    data = {"caller": "刘女士", "phone": "110", "taken_on": "2026-12-03", "taken_at": "9:12"}
    messages = house.services["messages"]
    first = messages.row(messages.enter_plain({**data, "emp_no": "A7"}))
    second = messages.row(messages.enter_plain({**data, "name": "周文博"}))
    assert (first.name, first.taken_by, second.number) == ("周文博", "周敏", "LY-2026-0002")
    assert REGISTER.records["message"](messages, {**data, "emp_no": "A7"}) == "LY-2026-0003"


def test_a_message_is_taken_passed_on_and_voided_at_the_counter(house: House, counter: Counter):
    messages, staff = house.services["messages"], house.person()
    (whose,) = hits(house.staff.rows([staff]))
    counter.answer = fill_in(staff=whose, caller="刘女士", phone="13900000137", text="提单件数不对")
    counter.do("messages", "new")
    (record,) = messages.keys(Query())
    row = messages.row(record)
    assert (row.taken_on, row.taken_at, row.taken_by) == (TODAY, "09:00", "周敏")
    assert counter.window.told == ["已保存留言 LY-2026-0001"]
    counter.answer = fill_in(caller="刘先生")
    counter.do("messages", "edit", record)
    assert messages.row(record).caller == "刘先生"
    counter.answer = fill_in(how="in_person", at="935")
    counter.do("messages", "pass_on", record)
    assert (messages.row(record).passed_at, messages.row(record).passed_how) == ("09:35", "in_person")
    counter.do("messages", "take_back", record)

    counter.answer = fill_in(reason="重复登记")
    counter.do("messages", "void", record)
    assert messages.row(record).state == "void"


def test_slips_stand_four_on_a_sheet_and_are_kept(house: House, counter: Counter):
    messages = house.services["messages"]
    records = [messages.enter(message(house.person(), caller=f"来电人{n}")) for n in range(5)]
    papers = slip_papers(messages, records)
    assert [paper.data["slips"] for paper in papers] == ["4", "1"]
    texts = [text_of_pdf(house.office.papers.drawing(paper).sheet().pdf) for paper in papers]
    assert [text.count("来电时间") for text in texts] == [4, 1]
    assert "LY-2026-0005" in texts[1]
    assert "裁开" not in texts[1]
    previews: list[Any] = []
    counter.bench.open_preview = lambda job: previews.append(job) or True
    counter.do("messages", "print", records[0])
    counter.do("messages", "blank")
    assert [job.form for job in previews] == ["message_slips", "message_slips"]
    assert counter.window.told == ["已打印 1 张留言条"]


def test_a_long_message_still_fits_its_sheet(house: House):
    messages, staff = house.services["messages"], house.person()
    records = [messages.enter(message(staff, text="提单的件数和合同不一致，" * 12)) for _ in range(4)]
    (paper,) = slip_papers(messages, records)
    assert house.office.papers.drawing(paper).sheet().pages == 1
    assert replace(messages.entry(records[0]), text="").text == ""
