"""What is handed over, as it is entered: by the window and by plain data."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.receipts.entries import HandOver, checked, entry_from
from desk_mailadmin.registers.receipts.rules import MOST_RECIPIENTS
from tests.registers.builders import BRANCH, DEPARTMENT, TODAY, House, refusal

NOTICE = HandOver("notice", "通知", (1, 2))
DEVICE = HandOver("device", "对讲机 SN 1234", (1,), back_by=TODAY)


def test_an_entry_is_cleaned_and_names_nobody_twice():
    entry = checked(replace(NOTICE, subject=" 通知\n第 3 号 ", people=(2, 1, 2), note=" 看完交回 \n"), TODAY)
    assert (entry.subject, entry.people, entry.note) == ("通知 第 3 号", (2, 1), "看完交回")
    assert checked(DEVICE, TODAY) == DEVICE


@pytest.mark.parametrize(
    ("entry", "field", "words"),
    [
        (replace(NOTICE, subject=""), "subject", "还没有写交付的是什么"),
        (replace(NOTICE, people=()), "people", "还没有选领取人"),
        (replace(NOTICE, people=tuple(range(MOST_RECIPIENTS + 1))), "people", "一次最多 500 人"),
        (replace(NOTICE, return_days=0), "return_days", "最小是 1"),
        (replace(NOTICE, back_by=TODAY), "back_by", "只有设备和通讯录才有归还期限"),
        (replace(DEVICE, back_by=TODAY - timedelta(days=1)), "back_by", "归还期限已经过了"),
        (replace(NOTICE, note="长" * 301), "note", "附言最多 300 个字"),
    ],
)
def test_what_cannot_stand_names_its_field(entry: HandOver, field: str, words: str):
    with pytest.raises(UserError, match=words) as fault:
        checked(entry, TODAY)
    assert fault.value.field == field


def test_plain_data_name_people_by_number_by_name_or_by_department(house: House):
    first, second = house.person(emp_no="A1"), house.person("程思思", emp_no="A2")
    other = house.person("高丹", emp_no="A3", branch=BRANCH, dept="销售部")
    house.person("宋翔", emp_no="A4", state="left", left_on=TODAY)

    def read(**data: Any) -> HandOver:
        return entry_from({"subject": "通知", **data}, house.staff)

    assert read(emp_no="A1").people == (first,)
    assert read(emp_no=["A2", "A3"], name="周文博").people == (second, other, first)
    assert set(read(dept=DEPARTMENT).people) == {first, second}, "who left is not handed anything"
    assert read(dept=f"{BRANCH} / 销售部").people == read(dept="销售部").people == (other,)
    house.person("王婷", dept="销售部")
    with pytest.raises(UserError, match="叫“销售部”的部门有 2 个，写成“总部 / 销售部”这样。"):
        read(dept="销售部")
    whole = read(what="device", emp_no="A1", copies=2, note="小心", return_days=3, back_by="2026-12-31")
    assert (whole.what, whole.copies, whole.note, whole.return_days) == ("device", 2, "小心", 3)
    assert whole.back_by == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({"emp_no": "X"}, "emp_no", "没有工号 X 这个人"),
        ({"name": "周文博"}, "name", "叫“周文博”的有 2 个"),
        ({"dept": "没有的部"}, "dept", "没有在职人员"),
        ({"copies": True}, "copies", "应当是整数"),
        ({"return_days": 1.5}, "return_days", "应当是整数"),
        ({"back_by": "31.12."}, "back_by", "应写成 2026-12-31 这样"),
        ({"colour": "红"}, "colour", "不认识的栏目"),
        ({"subject": ["通知"]}, "subject", "应当是文字"),
    ],
)
def test_plain_data_that_cannot_be_read_name_their_key(house: House, data: dict[str, Any], field: str, words: str):
    house.person(emp_no="A1")
    house.person(emp_no="A2")
    with pytest.raises(UserError, match=words) as fault:
        entry_from(data, house.staff)
    assert fault.value.field == field


def test_one_thing_for_many_is_one_transaction_with_numbers_in_a_row(house: House):
    people = [house.person(name) for name in ("周文博", "程思思", "高丹")]
    house.announced.clear()
    records = house.receipts.enter(HandOver("notice", "关于修改邮件规定的通知", tuple(people), copies=2, return_days=3))
    rows = house.receipts.rows(records)
    assert [(row.number, row.name) for row in rows] == [
        ("HZ-2026-0001", "周文博"), ("HZ-2026-0002", "程思思"), ("HZ-2026-0003", "高丹"),
    ]  # fmt: skip
    assert {(row.what, row.matter, row.copies, row.state) for row in rows} == {
        ("notice", "关于修改邮件规定的通知", 2, "out")
    }
    assert house.announced == ["receipts"]
    house.receipts.hand_over_all(records, TODAY)
    assert {row.due_on for row in house.receipts.rows(records)} == {date(2026, 12, 8)}, "its own days, not the setting"


def test_where_one_recipient_cannot_be_nobody_gets_anything(house: House):
    left = house.person("宋翔", state="left", left_on=TODAY)
    with pytest.raises(UserError) as fault:
        house.receipts.enter(HandOver("notice", "通知", (house.person(), left)))
    assert refusal(fault.value) == ("people", "宋翔已经离职，不能作领取人。")
    (record,) = house.receipts.enter(HandOver("notice", "通知", (house.person("程思思"),)))
    assert house.receipts.row(record).number == "HZ-2026-0001", "no number was lost"
