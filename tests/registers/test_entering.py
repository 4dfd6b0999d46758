"""What ``record KIND`` enters from plain data, through each register's own door."""

from __future__ import annotations

import pytest

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.errors import UserError
from tests.registers.builders import DEPARTMENT, DOMAIN, HEADQUARTERS, House, fields


def test_a_person_is_entered_and_answers_with_the_number_or_the_name(house: House):
    enter = register_of("staff").records["staff"]
    data = {"name": "周文博", "dept": DEPARTMENT, "branch": HEADQUARTERS}
    assert enter(house.staff, {**data, "emp_no": "A10417"}) == "A10417"
    assert enter(house.staff, data) == "周文博"
    assert len(house.staff.named("周文博")) == 2


@pytest.mark.parametrize("kind", ["application", "account_application"])
def test_an_application_is_entered_and_answers_with_its_number(house: House, kind: str):
    house.person(emp_no="A10417")
    enter = register_of("applications").records[kind]
    data = {"emp_no": "A10417", **fields(f"zhouwenbo@{DOMAIN}")}
    assert enter(house.applications, data) == "YJ-2026-0001"


def test_plain_data_that_mean_nobody_enter_nothing(house: House):
    enter = register_of("applications").records["application"]
    with pytest.raises(UserError, match="没有工号 A9 这个人"):
        enter(house.applications, {"emp_no": "A9", **fields()})
    assert house.desk.sequences.last("YJ", 2026) == 0
