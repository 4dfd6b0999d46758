"""Applications for extensions that were carried out stand in the switchboard's log (002/9.1, 9.2)."""

from __future__ import annotations

from typing import Any

import pytest

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.switchboard.service import SwitchboardRow
from tests.registers.builders import TODAY, House


def carried_out(house: House, staff: int, matter: str, **more: Any) -> int:
    """An application with every signature whose deed was done today."""
    fields = {"matter": matter, "extension": "8042", "reason": "工作\n需要", **more}
    applications = house.applications
    record = applications.enter(ApplicationEntry(staff, fields, "extension_rights"))
    house.sign_all(record)
    applications.carry_out(record, TODAY, {"operator": "李敏", "done_at": "09:30"})
    return record


def logged(house: House) -> list[SwitchboardRow]:
    log = house.services["switchboard"]
    return list(log.rows(log.keys(Query())))


@pytest.mark.parametrize(
    ("more", "matter", "rank", "taken_by", "reason"),
    [
        ({"switch": "关外线", "caller": "部门经理本人"}, "关闭外线", "manager", "", "工作 需要"),
        ({"switch": "开长途", "caller": "部门经理本人", "own": "部门经理办公用"}, "开通长途", "manager", "", "工作 需要"),
        (
            {"switch": "开外线", "caller": "当班级别最高者", "absence": "外出培训"},
            "开通外线", "on_duty", "duty_manager", "外出培训；工作 需要",
        ),
    ],
)  # fmt: skip
def test_what_is_switched_inside_names_who_said_so(
    house: House, more: dict[str, Any], matter: str, rank: str, taken_by: str, reason: str
):
    record = carried_out(house, house.person(), "本部门分机开关", **more)
    (row,) = logged(house)
    assert (row.extension, row.matter, row.area, row.asked_rank) == ("8042", matter, "inside", rank)
    assert (row.asked_by, row.taken_by, row.reason, row.operator, row.done_at) == (
        "周文博", taken_by, reason, "李敏", "09:30",
    )  # fmt: skip
    assert row.application == house.applications.row(record).number


def test_what_is_closed_outside_names_its_cause_and_who_took_it(house: House):
    more = {"other_dept": "物资供应部", "close_reason": "安全问题", "taken_by": "前厅部"}
    carried_out(house, house.person(), "关闭范围外分机", **more)
    (row,) = logged(house)
    assert (row.matter, row.area, row.dept, row.cause, row.taken_by) == (
        "关闭整部分机", "outside", "物资供应部", "safety", "front_office",
    )  # fmt: skip


def test_rights_that_are_only_laid_down_are_no_deed_of_the_switchboard(house: House):
    carried_out(house, house.person(), "开通长途", rights=["国内长途"], from_on=TODAY.isoformat())
    assert logged(house) == []


def test_an_undone_deed_leaves_the_log_and_a_voided_paper_is_noted(house: House):
    staff = house.person()
    record = carried_out(house, staff, "本部门分机开关", switch="关外线", caller="部门经理本人")
    house.desk.undo(house.desk.undoable()[0].seq)
    assert logged(house) == []
    house.applications.carry_out(record, TODAY, {"operator": "李敏", "done_at": "10:00"})
    (row,) = logged(house)
    with house.desk.work("test") as work:
        house.services["switchboard"].paper_voided_in(work, row.application)
    assert logged(house)[0].remark == f"申请 {row.application} 已作废"
    assert house.history("switchboard", row.id)[0] == f"申请 {row.application} 已作废"


def test_a_right_that_ends_is_taken_back_from_the_line(house: House):
    staff = house.person()
    until = {"from_on": TODAY.isoformat(), "until_on": "2026-12-31"}
    record = carried_out(house, staff, "开通长途", rights=["国内长途"], **until)
    house.applications.end(record, TODAY, "不再需要")
    assert house.applications.row(record).state == "closed"
