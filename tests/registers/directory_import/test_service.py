"""A hand-kept directory taken over: whom it means, what it contradicts, what it writes, and the way back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from desk_mailadmin.intake.directories.reader import DIRECTORY_LIMITS, directory_of_file
from desk_mailadmin.registers.directory_import.corrections import CorrectedReading
from desk_mailadmin.registers.directory_import.rules import Kind
from desk_mailadmin.registers.directory_import.service import Comparison, DirectoryImportService, Outcome, Taking
from tests.registers.builders import TODAY, House

DATA = Path(__file__).parents[2] / "data" / "A"
DIRECTORY = DATA / "通讯录_第14版.xlsx"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["directory"]
RIGHTS = {"国内": "domestic", "国际": "international", "市话": "local", "内线": "inside"}
HEAD = "部门,姓名,职务,直线电话,分机,短号,手机,职级,长途权限,月话费额度,房间,备注"


def service(house: House) -> DirectoryImportService:
    found: DirectoryImportService = house.services["directory_import"]
    return found


def read(path: Path) -> CorrectedReading:
    return CorrectedReading(directory_of_file(path, DIRECTORY_LIMITS, None, lambda _fraction: None))


def table(folder: Path, *lines: str) -> CorrectedReading:
    path = folder / "通讯录.csv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return read(path)


def take_over(
    house: House, corrected: CorrectedReading, also: list[int] | None = None
) -> tuple[list[Comparison], Outcome]:
    compared = service(house).compare(corrected, also or [])
    return list(compared), service(house).take_over("通讯录.csv", compared, trunk=corrected.reading.trunk)


class TestTheTruth:
    def test_all_contradictions_are_found_and_no_other(self, office: House):
        corrected = read(DIRECTORY)
        rows = corrected.reading.rows
        found = [
            (str(one.kind), rows[one.row].row if one.row is not None else 0, office.staff.row(one.person or 0).emp_no)
            for one in service(office).conflicts(corrected)
        ]
        meant = [(one["kind"], one.get("row", 0), one["person"]["emp_no"]) for one in TRUTH["conflicts"]]
        assert sorted(found) == sorted(meant)
        assert len(found) == 22
        assert Counter(kind for kind, _row, _person in found) == TRUTH["conflict_counts"]

    def test_an_extension_given_twice_names_its_other_holder(self, office: House):
        corrected = read(DIRECTORY)
        twice = [one for one in service(office).conflicts(corrected) if one.kind is Kind.EXTENSION_TWICE]
        others = {office.staff.row(one.person or 0).name: office.staff.row(one.other or 0).name for one in twice}
        meant = [one for one in TRUTH["conflicts"] if one["kind"] == "extension_twice"]
        assert others == {one["person"]["name"]: one["other"]["name"] for one in meant}

    def test_the_lines_are_those_of_the_truth(self, office: House):
        corrected = read(DIRECTORY)
        unlisted = [one.person or 0 for one in service(office).conflicts(corrected) if one.kind is Kind.NOT_LISTED]
        _compared, outcome = take_over(office, corrected, unlisted)
        assert (outcome.lines, outcome.lines_changed) == (182 + 1, 0)
        lines = office.services["lines"]
        rows = {(row.branch, row.extension): row for row in lines.rows(lines.keys(_all()))}
        for line in TRUTH["lines"]:
            if line["listed"]:
                row = rows[line["branch"], line["ext"]]
                said = (row.number, row.short_number, row.name or row.label, row.quota_fen)
                number, short = (line["direct"] or "").replace("-", ""), line["short"] or ""
                assert said == (number, short, line["holder"], line["quota_fen"])
                assert row.rights_keys.rpartition(",")[2] == RIGHTS[line["ld_right"]]
        trunk = next(row for row in rows.values() if row.kind == "trunk")
        assert (trunk.number, trunk.branch) == ("057155510000", "总部")

    def test_nobody_is_lost_but_those_who_left(self, office: House):
        compared, outcome = take_over(office, read(DIRECTORY))
        assert Counter(one.taking for one in compared) == {Taking.NEW: 323, Taking.OUT: 5}
        assert (outcome.new, outcome.leaders) == (323, 4)
        listed = office.directory.listed()
        assert sum(row.is_shared for row in listed) == TRUTH["shared_rows"]
        assert len(listed) - TRUTH["shared_rows"] == TRUTH["person_rows"] - 5
        leaders = [row.name for row in listed if row.leader]
        assert leaders == ["唐磊", "董蕾艳", "刘喆", "孙娟莉"]

    def test_it_is_undone_as_one_and_taken_over_again_it_changes_nothing(self, office: House):
        corrected = read(DIRECTORY)
        departments = office.departments.names()
        _compared, outcome = take_over(office, corrected)
        again = service(office).compare(read(DIRECTORY))
        assert Counter(one.taking for one in again) == {Taking.SAME: 323, Taking.OUT: 5}
        office.desk.undo(outcome.batch)
        assert len(office.directory.listed()) == 0
        assert len(office.services["lines"].keys(_all())) == 0
        assert office.departments.names() == departments


def _all() -> object:
    from desk_mailadmin.kernel.table import Query

    return Query(segment="all")


def rows_of(house: House) -> dict[str, Any]:
    return {row.name: row for row in house.directory.listed()}


class TestANewerDirectory:
    LINES = (
        "国际业务部,周文博,经理,0571-55518040,8042,6042,15400000001,,国内,40,305,",
        "国际业务部,前台,,,8000,,,,市话,,,",
    )

    def test_what_changed_is_written_and_what_it_leaves_empty_stays(self, house: House, tmp_path: Path):
        staff = house.person("周文博", mobile="15400000001", post="经理", emp_no="A1")
        _compared, first = take_over(house, table(tmp_path, *self.LINES))
        assert (first.new, first.lines) == (2, 2)
        newer = self.LINES[0].replace("8042", "8043").replace("305", "306").replace(",40,", ",80,")
        compared, second = take_over(house, table(tmp_path, newer.replace("6042", "")))
        assert [one.taking for one in compared] == [Taking.CHANGED, Taking.ABSENT]
        assert [(one.field, one.old, one.new) for one in compared[0].changes] == [
            ("room", "305", "306"),
            ("extension", "8042", "8043"),
        ]
        assert (second.changed, second.lines_changed, second.removed) == (1, 1, 0)
        row = rows_of(house)["周文博"]
        assert (row.extension, row.short, row.room, row.direct, row.own_mobile) == (
            "8043", "6042", "306", "057155518040", False,
        )  # fmt: skip
        (line,) = [one for one in house.lines.rows(house.lines.keys(_all())) if one.staff == staff]
        assert (line.extension, line.short_number, line.quota_fen, line.place) == ("8043", "6042", 8000, "306")
        house.desk.undo(second.batch)
        assert rows_of(house)["周文博"].extension == "8042"

    def test_what_it_no_longer_lists_leaves_only_if_the_clerk_says_so(self, house: House, tmp_path: Path):
        take_over(house, table(tmp_path, *self.LINES))
        compared = service(house).compare(table(tmp_path, self.LINES[0]))
        (absent,) = [one.known for one in compared if one.taking is Taking.ABSENT]
        outcome = service(house).take_over("通讯录.csv", compared, absent_leave=frozenset({absent or 0}))
        assert outcome.removed == 1
        assert list(rows_of(house)) == ["周文博"]

    def test_a_line_goes_with_the_person_it_is_handed_to(self, house: House, tmp_path: Path):
        first, second = house.person("周文博", emp_no="A1"), house.person("孙志强", emp_no="A2")
        take_over(house, table(tmp_path, self.LINES[0]))
        take_over(house, table(tmp_path, self.LINES[0].replace("周文博", "孙志强").replace("15400000001", "")))
        (line,) = house.lines.rows(house.lines.keys(_all()))
        assert line.staff == second
        assert [one.staff for one in house.lines.assignments()] == [first, second]

    def test_moved_people_show_both_departments(self, house: House, tmp_path: Path):
        house.person("周文博", emp_no="A1")
        take_over(house, table(tmp_path, self.LINES[0]))
        compared = service(house).compare(table(tmp_path, self.LINES[0].replace("国际业务部", "财务部")))
        assert compared[0].changes[0].old == "总部 / 国际业务部"
        assert compared[0].changes[0].new == "总部 / 财务部"


def test_several_numbers_make_several_lines_and_a_known_trunk_stays(house: House, tmp_path: Path):
    path = tmp_path / "通讯录.csv"
    text = "总机：0571-55510000,,\n部门,姓名,直线电话,分机\n财务部,张三,0571-55511001/0571-55511002/0571-55511003,8001/8002\n财务部,李四,,8003/8004\n财务部,王五/赵六,,8005"
    path.write_text(text, encoding="utf-8")
    _compared, outcome = take_over(house, read(path))
    assert (outcome.lines, outcome.clashes) == (1 + 3 + 2 + 1, 0)
    numbers = [(row.extension, row.number) for row in house.lines.rows(house.lines.keys(_all()))]
    assert ("8002", "057155511002") in numbers
    assert ("", "057155511003") in numbers
    assert ("8004", "") in numbers
    again = service(house).compare(read(path))
    assert {one.taking for one in again} == {Taking.SAME}
    assert service(house).take_over("通讯录.csv", again, trunk="057155510000").lines == 0
    assert [str(one.kind) for one in service(house).conflicts(read(path))] == []


def test_people_without_a_department_get_that_of_the_personnel_register(house: House, tmp_path: Path):
    house.person("周文博", emp_no="A1")
    path = tmp_path / "通讯录.csv"
    path.write_text("姓名,分机\n周文博,8042\n陌生人,8043", encoding="utf-8")
    take_over(house, read(path))
    assert {name: row.dept for name, row in rows_of(house).items()} == {
        "周文博": "国际业务部",
        "陌生人": "（没有部门）",
    }


def test_contradictions_say_what_they_are(house: House, tmp_path: Path):
    house.person("周文博", emp_no="A1", mobile="15400000001")
    lines = ("财务部,周文博,,,8042,,15400000009,,,,,", "财务部,陌生人,,,8042,,,,,,,")
    said = [one.sentence for one in service(house).conflicts(table(tmp_path, *lines))]
    assert said == [
        "名册里周文博在“总部 / 国际业务部”，通讯录还写在“总部 / 财务部”。",
        "名册里周文博的手机是 15400000001，通讯录写的是 15400000009。",
        "名册里没有“陌生人”，只按名称导入。",
        "分机 8042 在第 2 行是周文博的，这一行不带分机导入。",
    ]


def test_a_mapping_is_remembered_by_the_headings(house: House):
    assert service(house).remembered_mapping(["甲", "乙"]) is None
    service(house).remember_mapping(["甲", "乙"], {"甲": "name", "乙": ""}, TODAY)
    service(house).remember_mapping(["甲", "乙"], {"甲": "name", "乙": "extension"}, TODAY)
    assert service(house).remembered_mapping(["甲", "乙"]) == {"甲": "name", "乙": "extension"}


def test_a_number_that_two_rows_give_stays_with_the_first(house: House, tmp_path: Path):
    lines = ("财务部,张三,,0571-55511001,8001,,,,,,,", "研发部,李四,,0571-55511001,8002,,,,,,,")
    _compared, outcome = take_over(house, table(tmp_path, *lines))
    assert (outcome.new, outcome.lines, outcome.clashes) == (2, 2, 1)
    found = {row.extension: row.number for row in house.lines.rows(house.lines.keys(_all()))}
    assert found == {"8001": "057155511001", "8002": ""}
    _compared, again = take_over(house, table(tmp_path, *lines))
    assert (again.lines, again.lines_changed, again.clashes) == (0, 1, 1)


def test_of_several_lines_only_those_that_differ_are_written(house: House, tmp_path: Path):
    lines = ("财务部,张三,,0571-55511001,8001/8002,,,,,40,,", "研发部,李四,,0571-55511001,,,,,,,,")
    _compared, first = take_over(house, table(tmp_path, *lines))
    assert (first.lines, first.clashes) == (2, 1)
    _compared, second = take_over(house, table(tmp_path, lines[0].replace(",40,", ",80,")))
    assert (second.lines, second.lines_changed) == (0, 1)
