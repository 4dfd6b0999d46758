from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.staff.rules import StaffEntry, check_mobile, checked, entry_from
from tests.registers.builders import TODAY, person, refusal


def refused(entry: StaffEntry) -> tuple[str | None, str]:
    with pytest.raises(UserError) as fault:
        checked(entry, TODAY)
    return refusal(fault.value)


def test_texts_come_back_trimmed_and_dates_as_they_are():
    entry = checked(person(" 周文博　", dept=" 软件部 ", emp_no=" A1 ", hired_on=date(2020, 1, 2)), TODAY)
    assert (entry.name, entry.dept, entry.emp_no, entry.hired_on) == ("周文博", "软件部", "A1", date(2020, 1, 2))


@pytest.mark.parametrize(
    ("entry", "field", "sentence"),
    [
        (person(" "), "name", "姓名是空的。"),
        (person("周" * 61), "name", "姓名太长，最多 60 个字。"),
        (person(dept=" "), "dept", "还没有填部门。"),
        (person(mobile="1381717013"), "mobile", "还差 1 位（应为 11 位）"),
        (person(mobile="138171701377"), "mobile", "多了 1 位（应为 11 位）"),
        (person(mobile="138-1717-01"), "mobile", "手机只写数字，应为 11 位。"),
        (person(mobile="１３８１７１７０１３７"), "mobile", "手机只写数字，应为 11 位。"),
        (person(state="gone"), "state", "没有“gone”这种状态，只有 active 和 left。"),
        (
            person(state="left", hired_on=TODAY + timedelta(days=1)),
            "hired_on",
            "入职日期在今天以后，不能同时离职。",
        ),
        (
            person(state="left", hired_on=date(2020, 1, 2), left_on=date(2020, 1, 1)),
            "left_on",
            "离职日期早于入职日期。",
        ),
    ],
)
def test_the_first_field_that_cannot_stand_is_named(entry, field, sentence):
    assert refused(entry) == (field, sentence)


def test_somebody_who_starts_next_week_can_be_entered_today():
    entry = person(hired_on=TODAY + timedelta(days=7))
    assert checked(entry, TODAY) == entry


def test_no_mobile_and_eleven_digits_are_good():
    check_mobile("")
    check_mobile("13817170137")


def test_plain_data_become_a_person():
    entry = entry_from({"name": "周文博", "dept": "软件部", "emp_no": 17, "hired_on": "2020-01-02", "post": None})
    assert entry == StaffEntry("周文博", "软件部", emp_no="17", hired_on=date(2020, 1, 2))
    assert entry_from({}) == StaffEntry("", "")


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"shoe": 44}, "shoe", "人员没有“shoe”这一项。"),
        ({"left_on": "2026-13-01"}, "left_on", "离职日期“2026-13-01”不是日期，应写成 2026-12-03。"),
    ],
)
def test_plain_data_that_make_no_sense_are_named(data, field, sentence):
    with pytest.raises(UserError) as fault:
        entry_from(data)
    assert refusal(fault.value) == (field, sentence)
