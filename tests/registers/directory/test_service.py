from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.directory.rules import DirectoryEntry, Number
from tests.registers.builders import BRANCH, DEPARTMENT, DOMAIN, HEADQUARTERS, TODAY, House, person, refusal


def undo(house: House) -> None:
    house.desk.undo(house.desk.undoable()[0].seq)


def test_a_person_leans_on_the_personnel_register(house: House):
    staff = house.person(emp_no="A10417", post="客户经理", mobile="15417170137", email=f"zwb@{DOMAIN}")
    record = house.listed(staff, ("extension", "8042"), ("short", "6403"), room="3 楼 305")
    row = house.directory.row(record)
    assert (row.name, row.emp_no, row.branch, row.dept, row.post) == (
        "周文博",
        "A10417",
        HEADQUARTERS,
        DEPARTMENT,
        "客户经理",
    )
    assert (row.extension, row.short, row.mobile, row.own_mobile) == ("8042", "6403", "15417170137", False)
    assert (row.email, row.changed_on) == (f"zwb@{DOMAIN}", TODAY)
    house.mailbox(staff=staff)
    assert house.directory.row(record).email == f"zhouwenbo@{DOMAIN}"


def test_what_stands_in_the_entry_itself_goes_first(house: House):
    staff = house.person(post="客户经理", mobile="15417170137")
    record = house.listed(staff, ("mobile", "15499990000"), post="负责人", email="office@x.example")
    row = house.directory.row(record)
    assert (row.post, row.mobile, row.own_mobile, row.email) == ("负责人", "15499990000", True, "office@x.example")


def test_a_shared_set_stands_under_its_title(house: House):
    record = house.listed(None, ("fax", "057155518049"), title="传真")
    row = house.directory.row(record)
    assert (row.shown_name, row.fax, row.is_shared, row.follows) == ("（传真）", "057155518049", True, "")


@pytest.mark.parametrize("text", ["周文", "文博", "zwb", "zhouwen", "8042", "6403", "0137", "8040", "A10417", "305"])
def test_an_entry_is_found_by_name_pinyin_and_every_number(house: House, text: str):
    staff = house.person(emp_no="A10417", mobile="15417170137")
    record = house.listed(staff, ("extension", "8042"), ("short", "6403"), ("direct", "057155518040"), room="3 楼 305")
    house.listed(None, ("extension", "9999"), title="传真")
    assert house.found("directory", text) == [record]


def test_it_is_found_under_the_new_name_after_the_personnel_register_changed_and_after_an_undo(house: House):
    staff = house.person()
    record = house.listed(staff)
    house.staff.edit(staff, person("宋翔", mobile="15411112222"))
    assert house.found("directory", "sx") == house.found("directory", "2222") == [record]
    assert house.found("directory", "zwb") == []
    undo(house)
    assert house.found("directory", "zwb") == [record]
    assert "directory" in house.announced


def test_nobody_is_listed_twice(house: House):
    staff = house.person()
    house.listed(staff)
    with pytest.raises(UserError) as fault:
        house.listed(staff)
    assert refusal(fault.value) == ("staff", f"周文博已经在通讯录里（{DEPARTMENT}）。")


def test_an_edit_is_told_old_and_new_and_can_be_taken_back_with_its_numbers(house: House):
    record = house.listed(house.person(), ("extension", "8051"), room="3 楼")
    before = house.directory.entry(record)
    after = replace(before.with_numbers("extension", ["8042", "8043"]), room="5 楼")
    house.directory.edit(record, after)
    assert house.directory.entry(record) == after
    assert house.found("directory", "8043") == [record]
    changes = [(each.field, each.old, each.new) for each in house.directory.past(record)[0].changes]
    assert changes == [("room", "3 楼", "5 楼"), ("extension", "8051", "8042、8043")]
    undo(house)
    assert house.directory.entry(record) == before
    assert house.found("directory", "8051") == [record]
    assert house.found("directory", "8043") == []
    assert [line.text for line in house.directory.past(record)] == ["登记通讯录：周文博"]
    undo(house)
    assert house.directory.keys(Query()).tolist() == []


def test_an_edit_that_changes_nothing_writes_nothing(house: House):
    record = house.listed(house.person(), ("extension", "8051"))
    house.directory.edit(record, house.directory.entry(record))
    assert len(house.history("directory_entry", record)) == 1


def test_an_entry_is_taken_out_and_comes_back(house: House):
    staff = house.person()
    record = house.listed(staff)
    house.directory.remove(record, TODAY)
    assert list(house.directory.keys(Query(segment="active"))) == []
    assert house.directory.of_staff(staff) is None
    with pytest.raises(UserError):
        house.directory.remove(record, TODAY)
    house.directory.put_back(record)
    assert house.directory.of_staff(staff) == record
    house.directory.remove(record, TODAY)
    house.listed(staff)
    with pytest.raises(UserError):
        house.directory.put_back(record)


def test_the_order_in_a_department_is_set_by_hand(house: House):
    records = [house.listed(None, title=title) for title in ("前台", "会议室", "传真")]
    house.directory.move(records[2], -1)
    assert [row.id for row in house.directory.entries_of(1)] == [records[0], records[2], records[1]]
    house.directory.move(records[0], 9)
    assert [row.id for row in house.directory.entries_of(1)] == [records[2], records[1], records[0]]
    undo(house)
    assert [row.id for row in house.directory.entries_of(1)] == [records[0], records[2], records[1]]
    house.directory.remove(records[0], TODAY)
    with pytest.raises(UserError):
        house.directory.move(records[0], 1)


def test_departments_are_put_in_order_by_hand_and_the_list_follows(house: House):
    software = house.departments.add(DepartmentEntry(HEADQUARTERS, "软件部"))
    hardware = house.departments.add(DepartmentEntry(HEADQUARTERS, "硬件部"))
    last, first = house.listed(None, title="传真", department=hardware), house.listed(None, title="前台")
    house.departments.move(hardware, -2)
    assert [place.name for place in house.directory.places()] == ["硬件部", DEPARTMENT, "软件部"]
    assert list(house.directory.keys(Query())) == [last, first]
    house.departments.put(software, hardware)
    assert [place.name for place in house.directory.places()] == ["软件部", "硬件部", DEPARTMENT]
    assert [place.entries for place in house.directory.places()] == [0, 1, 1]
    undo(house)
    assert [place.name for place in house.directory.places()] == ["硬件部", DEPARTMENT, "软件部"]
    house.departments.put(software, None)
    assert house.desk.check() == ()


def test_moving_to_another_department_puts_an_entry_at_its_end(house: House):
    software = house.departments.add(DepartmentEntry(HEADQUARTERS, "软件部"))
    stays = house.listed(None, title="前台", department=software)
    record = house.listed(house.person())
    house.directory.edit(record, replace(house.directory.entry(record), department=software))
    assert [row.id for row in house.directory.entries_of(software)] == [stays, record]


def test_who_left_or_moved_stands_in_a_segment_of_its_own(house: House):
    left, moved, same = (house.person(name) for name in ("宋翔", "高丹", "王婷"))
    records = [house.listed(each) for each in (left, moved, same)]
    house.staff.leave(left, TODAY)
    house.staff.edit(moved, person("高丹", dept="软件部"))
    assert list(house.directory.keys(Query(segment="follow"))) == records[:2]
    assert [house.directory.row(record).follows for record in records] == ["left", "moved", ""]


def test_many_are_entered_at_once_in_their_order(house: House):
    people = [house.person(name) for name in ("宋翔", "高丹", "王婷")]
    known = house.listed(people[0], ("extension", "8001"))
    told: list[int] = []
    with house.desk.work("directory.import", batch=True) as work:
        changed = {known: house.directory.entry(known).with_numbers("extension", ["8002"])}
        new = [DirectoryEntry(1, staff, numbers=(Number("extension", f"81{staff:02}"),)) for staff in people[1:]]
        records = house.directory.import_all(work, new, changed, told.append)
    assert [row.id for row in house.directory.entries_of(1)] == [known, *records]
    assert house.directory.row(known).extension == "8002"
    assert told == [1, 2, 3]
    assert house.found("directory", "gd") == [records[0]]
    undo(house)
    assert list(house.directory.keys(Query())) == [known]
    assert house.directory.row(known).extension == "8001"


def test_numbers_lead_to_their_entries(house: House):
    first = house.listed(house.person(), ("extension", "8042"))
    second = house.listed(None, ("extension", "8042"), title="前台")
    assert house.directory.with_number("extension", "8042") == [first, second]
    assert house.directory.with_number("short", "8042") == []


def test_plain_data_enter_people_and_shared_sets(house: House):
    staff = house.person(emp_no="A10417")
    record = house.directory.add_plain({"emp_no": "A10417", "extension": "8042", "short": "6403"})
    assert (house.directory.row(record).staff, house.directory.row(record).short) == (staff, "6403")
    shared = house.directory.add_plain({"title": "前台", "dept": "综合部", "branch": BRANCH, "extension": "8001"})
    assert (house.directory.row(shared).branch, house.directory.row(shared).dept) == (BRANCH, "综合部")
    named = house.directory.add_plain({"name": house.staff.row(house.person("高丹")).name, "dept": "软件部"})
    assert house.directory.row(named).dept == "软件部"


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"emp_no": "B1"}, "emp_no", "没有工号 B1 的人员。"),
        ({"name": "无名"}, "name", "在职人员里叫“无名”的有 0 人，写工号。"),
        ({"title": "前台"}, "dept", "公用电话要写部门。"),
    ],
)
def test_plain_data_that_name_nobody_are_refused(house: House, data: dict[str, str], field: str, sentence: str):
    with pytest.raises(UserError) as fault:
        house.directory.add_plain(data)
    assert refusal(fault.value) == (field, sentence)


def test_the_panel_shows_what_is_known_of_an_entry(house: House):
    staff = house.person(post="客户经理", mobile="15417170137")
    record = house.listed(staff, ("extension", "8042"), ("direct", "057155518042"), room="3 楼 305")
    detail = house.directory.detail(record)
    assert (detail.title, detail.subtitle) == ("周文博", f"{DEPARTMENT}　客户经理")
    facts = {fact.label: fact.value for fact in detail.facts}
    assert (facts["直线"], facts["手机"], facts["位置"]) == ("0571-55518042", "15417170137", "3 楼 305")
    assert "短号" not in facts
    assert [line.what for line in detail.history] == ["登记通讯录：周文博"]


def test_a_person_who_moved_is_said_with_the_new_department(house: House):
    staff = house.person()
    record = house.listed(staff)
    house.staff.edit(staff, person(dept="软件部"))
    assert house.directory.new_department(house.directory.row(record)) == "软件部"


def test_a_snapshot_holds_what_is_listed(house: House):
    house.listed(house.person(emp_no="A1"), ("extension", "8042"), leader=True)
    house.directory.remove(house.listed(None, title="传真"), TODAY)
    (line,) = json.loads(house.directory.snapshot())
    assert (line["emp_no"], line["name"], line["extension"], line["leader"]) == ("A1", "周文博", "8042", True)


def test_combos_offer_branches_and_departments_told_apart_by_their_branch(house: House):
    house.departments.add(DepartmentEntry(BRANCH, "销售部"))
    assert [choice.title for choice in house.directory.choices("branch")] == [HEADQUARTERS, BRANCH]
    assert [choice.title for choice in house.directory.choices("dept")] == [DEPARTMENT, "销售部"]
    house.departments.add(DepartmentEntry(HEADQUARTERS, "销售部"))
    titles = {choice.title for choice in house.directory.choices("dept")}
    assert titles == {DEPARTMENT, f"{HEADQUARTERS} / 销售部", f"{BRANCH} / 销售部"}
