from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.roster.reader import roster_of_file
from desk_mailadmin.intake.roster.result import RosterReading
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.roster.corrections import CorrectedReading
from desk_mailadmin.registers.roster.rules import Move
from desk_mailadmin.registers.roster.service import NO_DEPARTMENT
from desk_mailadmin.registers.staff.rules import StaffEntry
from tests.registers.builders import BRANCH, DEPARTMENT, HEADQUARTERS, TODAY, House, application, person

DATA = Path(__file__).parents[2] / "data" / "A"
FILE = "花名册12月.xlsx"

CSV = """工号,姓名,单位,部门,手机,入职日期,状态
A1,周文博,总部,国际业务部,13817170137,2020-03-01,在职
A2,程思思,,软件部,13817170138,2021-06-15,在职
A2,宋翔,总部,软件部,13817170139,2019-01-10,在职
,高丹,上海分公司,销售部,13817170140,2018-01-10,离职
"""


def read(folder: Path, text: str) -> RosterReading:
    path = folder / "花名册.csv"
    path.write_text(text, encoding="utf-8")
    return roster_of_file(path, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)


def take_over(house: House, *entries: StaffEntry, leave: tuple[int, ...] = ()):
    return house.roster.take_over(FILE, house.roster.compare(entries), absent_leave=leave)


def everybody(house: House) -> dict[str, StaffEntry]:
    return {entry.name: entry for entry in house.staff.everybody().values()}


def test_a_roster_is_written_as_one_batch_and_told_in_figures(house: House):
    stays, moves, goes, missing = (
        house.person(name, emp_no=f"A{n}") for n, name in enumerate(("周一", "周二", "周三", "周四"))
    )
    house.announced.clear()
    outcome = take_over(
        house,
        person("周一", emp_no="A0"),
        person("周二", emp_no="A1", dept="软件部", post="经理"),
        person("周三", emp_no="A2", state="left", left_on=date(2026, 11, 30)),
        person("周五", emp_no="A8", branch="广州办事处", dept="销售部"),
        person("周六", emp_no="A9", state="left"),
        person("周乙", emp_no="A3"),
        leave=(missing,),
    )
    assert (outcome.joined, outcome.changed, outcome.left, outcome.skipped) == (1, 1, 2, 1)
    rows = {record: house.staff.row(record) for record in (stays, moves, goes, missing)}
    assert (rows[moves].dept, rows[moves].post) == ("软件部", "经理")
    assert (rows[goes].state, rows[goes].left_on) == ("left", date(2026, 11, 30))
    assert rows[missing].state == rows[stays].state == "active", "an unclear row leaves its person alone"
    assert house.found("staff", "zw") == [house.staff.numbered("A8")]
    assert house.announced.count("staff") == 1


def test_the_absent_leave_only_where_the_clerk_says_so(house: House):
    gone, kept = house.person("周一"), house.person("周二")
    movements = house.roster.compare([])
    assert {m.move for m in movements} == {Move.ABSENT}
    outcome = house.roster.take_over(FILE, movements, absent_leave=(gone,))
    assert outcome.left == 1
    assert (house.staff.row(gone).state, house.staff.row(gone).left_on) == ("left", TODAY)
    assert house.staff.row(kept).state == "active"


def test_who_is_back_in_office_has_left_no_longer(house: House):
    record = house.person(emp_no="A1", state="left", left_on=date(2026, 1, 1), post="经理")
    take_over(house, person(emp_no="A1", post="总监"))
    row = house.staff.row(record)
    assert (row.state, row.left_on, row.post) == ("active", None, "总监")


def test_what_a_roster_leaves_empty_stays(house: House):
    record = house.person(emp_no="A1", mobile="13817170137", remark="兼职")
    take_over(house, person(emp_no="A1", post="经理"))
    assert house.staff.entry(record) == person(emp_no="A1", mobile="13817170137", remark="兼职", post="经理")


def test_a_second_import_of_the_same_roster_changes_nothing(house: House):
    entries = [person("周一", emp_no="A1"), person("张伟"), person("张伟", dept="软件部"), person("周二", state="left")]
    take_over(house, *entries)
    movements = house.roster.compare(entries)
    assert {m.move for m in movements} == {Move.UNCHANGED}


def test_an_import_is_taken_back_as_a_whole_and_nobody_is_found_any_more(house: House):
    known = house.person("周文博", emp_no="A1")
    before, units = everybody(house), house.branches.names()
    outcome = take_over(
        house, person("周文波", emp_no="A2", branch="广州办事处", dept="销售部"), person(emp_no="A1", extension="8042")
    )
    assert house.found("staff", "8042") == [known]
    assert house.desk.undoable()[0].text == f"导入花名册 {FILE}"
    assert house.desk.undoable()[0].seq == outcome.batch
    house.desk.undo(outcome.batch)
    assert everybody(house) == before
    assert house.branches.names() == units
    assert house.found("staff", "zwb") == [known]
    assert house.found("staff", "8042") == []
    assert house.found("branches", "广州") == house.found("departments", "销售") == []
    assert house.desk.check() == ()


def test_an_import_something_builds_on_is_not_taken_back_and_stays_whole(house: House):
    outcome = take_over(house, person("周一", emp_no="A1"), person("周二", emp_no="A2"))
    house.applications.draft(application(house.staff.numbered("A1") or 0))
    with pytest.raises(UserError, match="后来有别的记录用到它"):
        house.desk.undo(outcome.batch)
    assert set(everybody(house)) == {"周一", "周二"}
    assert len(house.found("staff", "周")) == 2


def test_a_faulty_row_in_the_middle_leaves_the_desk_as_it_was(house: House):
    movements = house.roster.compare([person("周一"), person("周二", mobile="1"), person("周三", dept="新部门")])
    seen: list[tuple[int, int]] = []
    with pytest.raises(UserError, match="还差 10 位"):
        house.roster.take_over(FILE, movements, progress=lambda done, all_rows: seen.append((done, all_rows)))
    assert seen == [(1, 3)]
    assert everybody(house) == {}
    assert house.found("staff", "周") == []


def test_the_column_mapping_is_remembered_by_the_headings(house: House):
    headings = ("工号", "姓名", "部门")
    assert house.roster.remembered_mapping(headings) is None
    house.roster.remember_mapping(headings, {"工号": "emp_no"}, TODAY)
    house.roster.remember_mapping(headings, {"工号": "emp_no", "姓名": "name"}, TODAY)
    assert house.roster.remembered_mapping(headings) == {"工号": "emp_no", "姓名": "name"}
    assert house.roster.remembered_mapping(("备注",)) is None


def test_a_mapping_is_remembered_though_a_sheet_came_or_went(house: House):
    house.roster.remember_mapping(("工号", "姓名"), {"工号": "emp_no", "姓名": "name"}, TODAY)
    assert house.roster.remembered_mapping(("工号", "姓名", "离职日期")) == {"工号": "emp_no", "姓名": "name"}
    assert house.roster.remembered_mapping(("姓名",)) == {"工号": "emp_no", "姓名": "name"}
    assert house.roster.remembered_mapping(("姓名", "备注")) is None


def test_the_rows_of_a_file_become_people_with_what_the_file_leaves_open(house: House, tmp_path: Path):
    first, second, third, fourth = house.roster.entries_of(read(tmp_path, CSV))
    assert first == StaffEntry(
        "周文博", DEPARTMENT, HEADQUARTERS, "A1", mobile="13817170137", hired_on=date(2020, 3, 1)
    )
    assert (second.emp_no, second.branch) == ("A2", HEADQUARTERS)
    assert (third.name, third.emp_no) == ("宋翔", ""), "a number that is another's is left out, the person is not"
    assert (fourth.branch, fourth.dept, fourth.state) == (BRANCH, "销售部", "left")


def test_a_file_that_knows_no_departments_still_brings_its_people(house: House, tmp_path: Path):
    reading = read(tmp_path, "工号,姓名,手机\nA1,周文博,13817170137\nA2,程思思,13817170138\n")
    assert [(entry.name, entry.dept) for entry in house.roster.entries_of(reading)] == [
        ("周文博", NO_DEPARTMENT),
        ("程思思", NO_DEPARTMENT),
    ]


def test_what_the_clerk_corrected_goes_in(house: House, tmp_path: Path):
    reading = read(tmp_path, CSV)
    corrected = CorrectedReading(reading, TODAY)
    corrected.put(reading.people[2].place, "emp_no", "A3")
    assert [entry.emp_no for entry in house.roster.entries_of(corrected)] == ["A1", "A2", "A3", ""]


def test_a_real_roster_goes_in_whole_comes_again_unchanged_and_goes_back(house: House):
    truth = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["people"]
    (file,) = DATA.glob("员工花名册*.xlsx")
    reading = roster_of_file(file, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    entries = house.roster.entries_of(reading)
    outcome = house.roster.take_over(file.name, house.roster.compare(entries))
    counts = house.staff.counts(Query())
    assert counts["all"].count == len(entries) == outcome.joined + outcome.left
    assert counts["left"].count == len(truth["left_list"])
    again = house.roster.compare(entries)
    assert {m.move for m in again} <= {Move.UNCHANGED, Move.UNCLEAR}
    assert sum(m.move is Move.UNCLEAR for m in again) == 0
    house.desk.undo(outcome.batch)
    assert house.staff.counts(Query())["all"].count == 0
    assert house.found("staff", "zwb") == []


def test_a_newer_roster_names_who_moved_and_who_left_before_anything_is_written(house: House):
    record = house.person(emp_no="A1")
    newer = replace(person(emp_no="A1"), dept="软件部")
    (movement,) = house.roster.compare([newer])
    assert (movement.move, dict(movement.changes)) == (Move.CHANGED, {"dept": (DEPARTMENT, "软件部")})
    assert house.staff.row(record).dept == DEPARTMENT


def test_a_clock_set_far_back_keeps_out_the_one_person_and_names_him_with_what_to_do(house: House):
    future = TODAY.replace(year=TODAY.year + 3)
    goes = house.person("周一", emp_no="A1", hired_on=future)
    missing = house.person("周二", emp_no="A2", hired_on=future)
    entries = (person("周一", emp_no="A1", state="left"), person("周五", emp_no="A8"))
    movements = house.roster.compare(entries)
    assert len(house.roster.refused(movements, absent_leave=(missing,))) == 2
    outcome = take_over(house, *entries, leave=(missing,))
    assert (outcome.joined, outcome.left) == (1, 0)
    assert [one.source for one in outcome.refused] == [0, None]
    assert outcome.refused[0].sentence == (
        f"周一（A1）没有导入：入职日期在今天以后，不能同时离职。先看电脑的日期 {TODAY} 对不对，"
        f"再核对入职日期 {future}，改好后再导入一次就补上。"
    )
    assert house.staff.entry(goes).state == house.staff.entry(missing).state == "active"
    assert "周五" in everybody(house)
