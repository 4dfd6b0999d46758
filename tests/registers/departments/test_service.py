from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from tests.registers.builders import BRANCH, DEPARTMENT, HEADQUARTERS, House, refusal
from tests.store.plans import scanned


def number(house: House, branch: str, name: str) -> int:
    found = house.departments.named(house.branches.named(branch) or 0, name)
    assert found is not None
    return found


def test_a_department_belongs_to_one_unit_and_may_have_a_twin_in_another(house: House):
    record = house.departments.add(DepartmentEntry(BRANCH, DEPARTMENT, "罗建华"))
    assert house.departments.entry(record) == DepartmentEntry(BRANCH, DEPARTMENT, "罗建华")
    assert house.departments.branch_of(record) == house.branches.named(BRANCH)
    with pytest.raises(UserError) as fault:
        house.departments.add(DepartmentEntry(BRANCH, f"{DEPARTMENT} "))
    assert refusal(fault.value) == ("name", f"{BRANCH}已经有“{DEPARTMENT}”这个部门。")


def test_an_unknown_unit_is_refused(house: House):
    with pytest.raises(UserError) as fault:
        house.departments.add(DepartmentEntry("月球办事处", "软件部"))
    assert refusal(fault.value) == ("branch", "没有“月球办事处”这个单位。")


def test_a_change_is_told_and_found(house: House):
    record = number(house, HEADQUARTERS, DEPARTMENT)
    house.departments.edit(record, DepartmentEntry(HEADQUARTERS, "海外业务部", "程思思"))
    assert house.announced == ["departments", "staff"]
    assert house.found("departments", "海外") == [record]
    assert house.history("department", record)[0] == "修改部门 海外业务部"
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("departments", "海外") == []
    assert house.found("departments", "国际") == [record]


def test_names_are_those_of_one_unit_or_all_with_the_unit_before(house: House):
    house.departments.add(DepartmentEntry(BRANCH, "销售部"))
    branch = house.branches.named(BRANCH)
    assert [name for _number, name in house.departments.names(branch)] == ["销售部"]
    assert [name for _number, name in house.departments.names()] == [
        f"{HEADQUARTERS} / {DEPARTMENT}",
        f"{BRANCH} / 销售部",
    ]
    assert house.departments.branches() == house.branches.names()
    assert house.departments.headquarters_name() == HEADQUARTERS


def test_those_without_a_manager_are_counted_and_the_unit_filters(house: House):
    record = house.departments.add(DepartmentEntry(BRANCH, "销售部"))
    counts = house.departments.counts(Query())
    assert (counts["all"].count, counts["unmanaged"].count) == (2, 1)
    assert list(house.departments.keys(Query(segment="unmanaged"))) == [record]
    choice = next(c for c in house.departments.choices("branch") if c.title == BRANCH)
    assert list(house.departments.keys(Query(filters={"branch": choice.key}))) == [record]


def test_the_panel_counts_people_in_office(house: House):
    house.person("宋翔")
    house.person("谢飞", state="left")
    detail = house.departments.detail(number(house, HEADQUARTERS, DEPARTMENT))
    assert [(fact.label, fact.value) for fact in detail.facts] == [
        ("单位", HEADQUARTERS),
        ("负责人", "程思思"),
        ("在职人数", "1"),
    ]


def test_a_manager_is_offered_from_the_people_in_office_and_looked_for_among_them(house: House):
    house.person("罗建华", emp_no="A1")
    house.person("罗建华", emp_no="A2")
    house.person("罗一", emp_no="A3", state="left")
    assert [list(house.departments.names_in_office(text)) for text in ("罗", "ljh", "A1", "？", "", "王")] == [
        ["罗建华"], ["罗建华"], ["罗建华"], [], [], [],
    ]  # fmt: skip
    assert [house.departments.is_in_office(name) for name in ("罗建华 ", "罗一", "王婷")] == [True, False, False]
    database = house.office.desk.database
    assert scanned(database, "staff", lambda: house.departments.is_in_office("罗建华")) == []


def test_who_receives_the_mail_and_keeps_the_secret_files_is_named_found_and_missed(house: House):
    departments = house.departments
    record = number(house, HEADQUARTERS, DEPARTMENT)
    other = departments.add(DepartmentEntry(BRANCH, "销售部", "罗建华"))
    departments.edit(record, DepartmentEntry(HEADQUARTERS, DEPARTMENT, "程思思", " 高丹 ", "宋翔"))
    assert (departments.entry(record).mail_person, departments.entry(record).secret_keeper) == ("高丹", "宋翔")
    assert house.found("departments", "高丹") == house.found("departments", "宋翔") == [record]
    assert list(departments.keys(Query(segment="without_mail_person"))) == [other]
    assert list(departments.keys(Query(segment="without_secret_keeper"))) == [other]
    facts = {fact.label: fact.value for fact in departments.detail(record).facts}
    assert (facts["邮件收发人"], facts["商密文件管理人"]) == ("高丹", "宋翔")
    house.desk.undo(house.desk.undoable()[0].seq)
    assert departments.entry(record).mail_person == ""
