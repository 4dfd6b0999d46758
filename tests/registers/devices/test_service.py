from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.devices.register import REGISTER
from desk_mailadmin.registers.devices.rules import DeviceEntry
from desk_mailadmin.registers.devices.service import DevicesService, entry_from
from tests.registers.builders import TODAY, House, refusal

RADIO = DeviceEntry("radio", "对讲机 GP328", "RX-0417", "", 98_000)
DAY = timedelta(days=1)


@pytest.fixture
def devices(house: House) -> DevicesService:
    service: DevicesService = house.services["devices"]
    return service


def said(call: Any, *args: Any) -> tuple[str | None, str]:
    with pytest.raises(UserError) as fault:
        call(*args)
    return refusal(fault.value)


def facts(devices: DevicesService, record: int) -> dict[str, str]:
    return {fact.label: fact.value for fact in devices.detail(record).facts}


def test_a_device_is_handed_out_with_a_numbered_receipt(house: House, devices: DevicesService):
    person, record = house.person(emp_no="A10417"), devices.add(RADIO)
    receipt = house.receipts.row(devices.issue(record, person, TODAY, TODAY + 30 * DAY, "妥善保管"))
    assert (receipt.number, receipt.subject, receipt.back_by) == (
        "HZ-2026-0001",
        "对讲机 GP328　RX-0417",
        TODAY + 30 * DAY,
    )
    row = devices.row(record)
    assert (row.state, row.name, row.receipt) == ("issued", "周文博", "HZ-2026-0001")
    assert facts(devices, record)["领用人"] == "周文博　A10417"
    assert [step.title for step in devices.detail(record).steps] == ["周文博　国际业务部"]
    assert [one.id for one in devices.of_person(person)] == [record]
    for text in ("zwb", "0417", "rx0417", "对讲", "周文", "HZ-2026-0001"):
        assert house.found("devices", text) == [record]


def test_it_comes_back_and_goes_out_again(house: House, devices: DevicesService):
    record = devices.add(RADIO)
    receipt = devices.issue(record, house.person(), TODAY)
    house.receipts.hand_over_and_sign(receipt, TODAY)
    devices.take_back(record, TODAY, "完好")
    assert devices.row(record).state == "returned"
    assert house.receipts.record_of(receipt).returned_on == TODAY
    devices.issue(record, house.person("宋翔"), TODAY)
    assert [issue.name for issue in devices.issues(record)] == ["宋翔", "周文博"]
    assert [issue.condition for issue in devices.issues(record)] == ["", "完好"]


def test_the_device_follows_its_receipt(house: House, devices: DevicesService):
    first, second = devices.add(RADIO), devices.add(DeviceEntry("radio", "对讲机", "RX-2"))
    person = house.person()
    given, voided = devices.issue(first, person, TODAY), devices.issue(second, person, TODAY)
    house.receipts.hand_over_and_sign(given, TODAY)
    assert devices.row(first).state == "issued"
    house.receipts.give_back(given, TODAY)
    house.receipts.void(voided, TODAY, "领错人")
    assert [devices.row(record).state for record in (first, second)] == ["returned", "returned"]
    assert devices.issues(second)[0].condition == "签收单没有签收"


def test_what_is_lost_or_damaged_is_answered_for(house: House, devices: DevicesService):
    lost, broken, unused = (devices.add(DeviceEntry("radio", "对讲机", f"RX-{n}")) for n in range(3))
    person = house.person()
    devices.issue(lost, person, TODAY)
    devices.issue(broken, person, TODAY)
    devices.lose(lost, TODAY, "出差途中丢失")
    devices.damage(broken, TODAY, "摔坏")
    devices.damage(unused, TODAY, "库房漏水")
    assert [row.id for row in devices.unanswered()] == [lost, broken]
    devices.charge(lost, "CF-2026-0001")
    assert [row.id for row in devices.unanswered()] == [broken]
    assert (facts(devices, lost)["经过"], facts(devices, lost)["赔偿"]) == ("出差途中丢失", "CF-2026-0001")
    devices.take_back(lost, TODAY, "找到")
    assert devices.row(lost).state == "returned"
    assert said(devices.charge, lost, "CF-2026-0002") == (None, "设备没有丢失也没有损坏。")
    assert said(devices.lose, broken, TODAY, "丢失") == (None, "现在是“损坏”，不能改为“丢失”。")


def test_leavers_and_what_nobody_answered_for_stand_in_today(house: House, devices: DevicesService):
    left, lost = devices.add(RADIO), devices.add(DeviceEntry("mobile", "手机", "35-1"))
    person = house.person()
    devices.issue(left, person, TODAY)
    devices.issue(lost, person, TODAY)
    devices.lose(lost, TODAY, "丢失")
    house.staff.leave(person, TODAY)
    assert [(todo.title, todo.action) for todo in REGISTER.todos(devices, TODAY)] == [
        ("离职人员设备未还", "take_back"),
        ("设备丢失或损坏，未登记赔偿", "charge"),
    ]
    assert list(devices.keys(Query(segment="leavers"))) == [left]
    assert "已离职" in facts(devices, left)["领用人"]
    assert said(devices.issue, devices.add(DeviceEntry("set", "话机")), person, TODAY) == (
        "staff",
        "周文博已经离职，不能领用。",
    )


def test_what_cannot_be_is_refused(house: House, devices: DevicesService):
    record, person = devices.add(RADIO), house.person()
    assert said(devices.add, RADIO) == ("serial", "机身号 RX-0417 已经登记过。")
    devices.edit(record, RADIO)
    assert said(devices.issue, record, person, TODAY, TODAY - DAY) == ("back_by", "归还期限早于领用日期。")
    devices.issue(record, person, TODAY)
    assert said(devices.issue, record, person, TODAY) == (None, "现在是“在用”，不能改为“在用”。")
    assert said(devices.take_back, record, TODAY - DAY) == ("on", "日期早于领用日期 2026-12-03。")
    assert said(devices.lose, record, TODAY, " ") == ("reason", "还没有写经过。")


def test_a_return_is_taken_back_the_same_day(house: House, devices: DevicesService):
    record = devices.add(RADIO)
    devices.issue(record, house.person(), TODAY)
    devices.take_back(record, TODAY)
    house.desk.undo(house.desk.undoable()[0].seq)
    assert devices.row(record).state == "issued"
    assert devices.issues(record)[0].returned_on is None
    assert house.found("devices", "zwb") == [record]


def test_plain_data_enter_a_device(devices: DevicesService):
    data = {"kind": "mobile", "model": "D20", "serial": "35-1", "value_fen": 219_900, "bought_on": "2026-01-05"}
    assert REGISTER.records["device"](devices, data) == "D20　35-1"
    (record,) = devices.keys(Query())
    assert devices.entry(record) == DeviceEntry("mobile", "D20", "35-1", "", 219_900, date(2026, 1, 5))
    assert [choice.key for choice in devices.choices("kind")] == ["mobile", "radio", "set", "other"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"colour": "red"}, ("colour", "设备没有“colour”这一项。")),
        ({"value_fen": "9"}, ("value_fen", "价值应当是整数，单位分。")),
        ({"bought_on": "yesterday"}, ("bought_on", "购置日期“yesterday”应写成 2026-12-03 这样。")),
    ],
)
def test_plain_data_that_cannot_be_a_device_are_refused(data, expected):
    assert said(entry_from, {"kind": "mobile", "model": "D20", **data}) == expected
