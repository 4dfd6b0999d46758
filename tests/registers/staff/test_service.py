from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice, Query, SegmentCount
from tests.registers.builders import (
    BRANCH,
    DEPARTMENT,
    HEADQUARTERS,
    TODAY,
    House,
    application,
    person,
    refusal,
)
from tests.store.plans import scanned


def names(house: House, **query: object) -> list[str]:
    return [row.name for row in house.staff.rows(house.staff.keys(Query(**query)))]  # type: ignore[arg-type]


def test_a_person_entered_stands_in_the_list_with_unit_department_and_pinyin(house: House):
    record = house.person("欧阳雪", emp_no="A10417", mobile="13817170137", hired_on=date(2020, 3, 1))
    row = house.staff.row(record)
    assert (row.name, row.emp_no, row.branch, row.dept, row.pinyin) == (
        "欧阳雪",
        "A10417",
        HEADQUARTERS,
        DEPARTMENT,
        "ouyangxue",
    )
    assert (row.hired_on, row.state) == (date(2020, 3, 1), "active")
    assert house.staff.entry(record) == person(
        "欧阳雪", emp_no="A10417", mobile="13817170137", hired_on=date(2020, 3, 1)
    )
    assert house.announced == ["staff"]
    assert house.history("staff", record) == ["登记欧阳雪"]


def test_an_unknown_department_and_unit_are_made_on_the_way(house: House):
    record = house.person("高丹", dept="仓储科", branch="广州办事处")
    row = house.staff.row(record)
    assert (row.branch, row.dept) == ("广州办事处", "仓储科")
    branch = house.branches.named("广州办事处")
    assert branch is not None
    assert house.branches.kind(branch) == "branch"
    assert set(house.announced) == {"branches", "departments", "staff"}


def test_without_a_unit_a_person_belongs_to_headquarters(house: House):
    assert house.staff.row(house.person("高丹", branch="")).branch == HEADQUARTERS
    assert house.staff.headquarters_name() == HEADQUARTERS


@pytest.mark.parametrize(
    "text", ["周", "周文", "zwb", "zhouwenbo", "ZHOU", "A10417", "10417", "0137", "8042", "８０４２"]
)
def test_a_person_is_found_by_what_clerks_type(house: House, text: str):
    record = house.person(emp_no="A10417", mobile="13817170137", extension="8042")
    house.person("程思思", emp_no="B2")
    assert [row.id for row in house.staff.find(text)] == [record]


def test_search_finds_nobody_by_signs_and_the_first_of_many_only(house: House):
    for number in range(5):
        house.person(f"周{number}")
    assert house.staff.find("!!") == []
    assert len(house.staff.find("周", limit=3)) == 3


def test_those_in_office_come_first_by_name(house: House):
    for name, state in (("周一", "left"), ("赵二", "active"), ("陈三", "active")):
        house.person(name, state=state)
    assert names(house) == ["陈三", "赵二", "周一"]
    assert names(house, sort="name", descending=True) == ["周一", "赵二", "陈三"]


def test_segments_and_filters_count_what_they_show(house: House):
    house.person("周文博", emp_no="A1")
    house.person("程思思")
    house.person("宋翔", branch=BRANCH, dept="销售部", state="left")
    assert {key: count.count for key, count in house.staff.counts(Query()).items()} == {
        "active": 2,
        "left": 1,
        "unnumbered": 1,
        "all": 3,
    }
    assert names(house, segment="unnumbered") == ["程思思"]
    (branch,) = [c for c in house.staff.choices("branch") if c.title == BRANCH]
    (dept,) = [c for c in house.staff.choices("dept") if c.title == f"{BRANCH} / 销售部"]
    assert names(house, filters={"branch": branch.key}) == ["宋翔"]
    assert names(house, filters={"dept": dept.key}) == ["宋翔"]
    assert house.staff.counts(Query(filters={"dept": dept.key}))["all"] == SegmentCount(1)
    assert house.staff.choices("branch")[0] == Choice(str(house.branches.named(HEADQUARTERS)), HEADQUARTERS)


def test_a_staff_number_belongs_to_one_person(house: House):
    house.person(emp_no="A1")
    with pytest.raises(UserError) as fault:
        house.person("程思思", emp_no="A1")
    assert refusal(fault.value) == ("emp_no", "工号 A1 已属于周文博。")
    other = house.person("程思思", emp_no="A2")
    with pytest.raises(UserError, match="工号 A1 已属于周文博"):
        house.staff.edit(other, person("程思思", emp_no="A1"))
    house.staff.edit(other, person("程思思", emp_no="A2", post="经理"))
    assert house.staff.row(other).post == "经理"


def test_people_without_a_number_may_be_many(house: House):
    assert house.person("张伟") != house.person("张伟")
    assert len(house.staff.named("张伟 ")) == 2
    assert scanned(house.office.desk.database, '"staff"', lambda: house.staff.named("张伟")) == []


def test_a_refused_entry_leaves_nothing_not_even_its_department(house: House):
    before = house.departments.names()
    with pytest.raises(UserError):
        house.person("周文博", dept="新部门", mobile="1")
    assert house.departments.names() == before
    assert house.announced == []


def test_a_change_is_kept_told_and_searchable(house: House):
    record = house.person("周文博", emp_no="A1")
    house.staff.edit(record, person("周文波", emp_no="A1", dept="软件部"))
    assert house.history("staff", record) == ["修改周文波", "登记周文博"]
    assert house.found("staff", "文波") == [record]
    assert house.found("staff", "文博") == []
    (changed,) = [c for c in house.desk.journal.history("staff", record)[0].changes if c.field == "name"]
    assert (changed.old, changed.new) == ("周文博", "周文波")


def test_leaving_and_coming_back_move_the_state_and_its_day(house: House):
    record = house.person()
    house.staff.leave(record, TODAY)
    assert (house.staff.row(record).state, house.staff.row(record).left_on) == ("left", TODAY)
    assert house.staff.named("周文博") == []
    with pytest.raises(UserError, match="现在是“离职”"):
        house.staff.leave(record, TODAY)
    house.staff.come_back(record)
    assert (house.staff.row(record).state, house.staff.row(record).left_on) == ("active", None)
    with pytest.raises(UserError, match="现在是“在职”"):
        house.staff.come_back(record)


def test_a_person_is_looked_up_by_number_department_and_unit(house: House):
    record = house.person(emp_no="A1", branch=BRANCH, dept="销售部")
    assert house.staff.numbered("A1") == record
    assert house.staff.numbered("A2") is None
    assert house.staff.branch_of(record) == house.branches.named(BRANCH)
    assert dict(house.departments.names())[house.staff.department_of(record)] == f"{BRANCH} / 销售部"


def test_everybody_comes_back_as_entered(house: House):
    first, second = person(gender="女", remark="兼职", emp_no="A1"), person("程思思", state="left", left_on=TODAY)
    added = {house.staff.add(first): first, house.staff.add(second): second}
    assert house.staff.everybody() == added


def test_the_panel_shows_a_person_and_masks_what_is_personal(house: House):
    record = house.person(mobile="13817170137", post="经理")
    detail = house.staff.detail(record)
    assert (detail.title, detail.subtitle) == ("周文博", "（没有工号）　zhouwenbo")
    facts = {fact.label: fact for fact in detail.facts}
    assert (facts["职务"].value, facts["手机"].value, facts["手机"].personal) == ("经理", "13817170137", True)
    assert detail.state is not None
    assert detail.state.key == "active"
    assert detail.history[0].what == "登记周文博"
    numbered = house.person("程思思", emp_no="A1")
    assert house.staff.detail(numbered).subtitle == "A1　chengsisi"


def test_an_entry_taken_back_is_no_longer_found(house: House):
    house.person("周文博", dept="新部门")
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("staff", "zwb") == []
    assert house.departments.named(house.branches.named(HEADQUARTERS) or 0, "新部门") is None
    assert house.desk.check() == ()


def test_a_change_taken_back_is_found_by_its_old_name_again(house: House):
    record = house.person("周文博")
    house.staff.edit(record, person("程思思"))
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.staff.row(record).name == "周文博"
    assert house.found("staff", "zwb") == [record]
    assert house.found("staff", "css") == []


def test_an_entry_with_an_application_built_on_it_is_not_taken_back(house: House):
    record = house.person()
    seq = house.desk.undoable()[0].seq
    house.applications.draft(application(record))
    with pytest.raises(UserError, match="后来有别的记录用到它（保存草稿），不能撤销"):
        house.desk.undo(seq)
    assert house.found("staff", "zwb") == [record]


def test_a_change_is_not_taken_back_once_the_record_changed_again(house: House):
    record = house.person()
    house.staff.edit(record, person(post="经理"))
    seq = house.desk.undoable()[0].seq
    house.staff.edit(record, replace(house.staff.entry(record), post="总监"))
    with pytest.raises(UserError, match="后来又改过"):
        house.desk.undo(seq)
    assert house.staff.row(record).post == "总监"
