"""The figures of the sample office's roster, one by one."""

import json
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.roster.reader import read_roster

DATA = Path(__file__).parents[1] / "data/A"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))
PEOPLE, ROSTER, TODAY = TRUTH["people"], TRUTH["roster"], date(2026, 11, 15)

SEEN_ONLY_BESIDE_ANOTHER_FILE = {"EXT_OLD_IN_ROSTER"}
"""An old extension looks like any other until the directory stands beside it."""

KINDS = {"MOBILE_12_DIGITS": "mobile-digits", "MOBILE_10_DIGITS": "mobile-digits"}


@pytest.fixture(scope="module")
def reading():
    return read_roster(DATA / ROSTER["file"], today=TODAY)


def active(reading):
    return [row for row in reading.people if not row.left]


def test_how_many_rows_and_people(reading):
    assert len(reading.rows) == ROSTER["person_rows"]
    assert Counter(row.sheet for row in reading.rows) == ROSTER["person_rows_by_sheet"]
    assert sum(row.same_as is not None for row in reading.rows) == ROSTER["repeat_rows"]
    assert len(reading.people) == PEOPLE["unique_persons"]
    assert len(active(reading)) == PEOPLE["active"]
    assert sum(row.left for row in reading.people) == PEOPLE["left"]


def test_people_by_branch_and_department(reading):
    assert Counter(row.branch for row in active(reading)) == PEOPLE["active_by_branch"]
    assert Counter(f"{row.branch}/{row.dept}" for row in active(reading)) == PEOPLE["active_by_department"]
    assert Counter(row.branch for row in reading.people if row.left) == PEOPLE["left_by_branch"]


def test_leavers_and_how_they_are_marked(reading):
    left = [row for row in reading.people if row.left]
    marks = {"fill": "color", "sheet": "sheet2_only"}
    named = Counter(
        "hidden_remark" if row.left_by == "remark" and row.hidden else marks.get(row.left_by, row.left_by)
        for row in left
    )
    assert named == PEOPLE["left_by_mark"]
    assert {(row.emp_no, row.name) for row in left} == {(one["emp_no"], one["name"]) for one in PEOPLE["left_list"]}


def test_every_leaving_date_that_the_file_holds_is_right(reading):
    truth = {one["emp_no"]: one["left"] for one in PEOPLE["left_list"]}
    dates = {row.emp_no: row.left_on.isoformat() for row in reading.people if row.left_on}
    assert len(dates) == 18
    assert all(truth[number] == day for number, day in dates.items())


def test_every_issue_is_named_at_its_cell_and_nothing_else(reading):
    wanted = {
        (issue["sheet"], issue["row"], KINDS.get(issue["code"], issue["code"].lower().replace("_", "-")))
        for issue in ROSTER["issues"]
        if issue["code"] not in SEEN_ONLY_BESIDE_ANOTHER_FILE
    }
    assert {(fault.sheet, fault.row, fault.kind) for fault in reading.faults} == wanted


def test_faults_name_column_and_title_and_offer_sure_repairs(reading):
    faults = {(fault.row, fault.kind): fault for fault in reading.faults}
    number = faults[67, "empno-fullwidth"]
    assert (number.column, number.title, number.repair, number.severity) == ("B", "工号", "QY0374", "notice")
    mobile = faults[159, "mobile-digits"]
    assert (mobile.column, mobile.title, mobile.repair) == ("K", "手机", None)
    assert mobile.sentence == "手机号码“154000058810”是 12 位，应为 11 位。"
    assert faults[53, "email-typo"].repair == "yangjiang@qingyu.example.com"
    assert faults[424, "date-future"].title == "入职日期"


def test_only_what_needs_a_decision_is_held_back(reading):
    held = {fault.kind for fault in reading.faults if not fault.row_kept}
    assert held == {"empno-missing", "empno-dup", "person-twice", "row-without-name"}
    assert len(reading.people) - len(reading.ready) == 7


def test_lines_that_are_no_person_are_named(reading):
    kinds = {"repeated_header": "header", "vacant_post": "vacant-post"}
    skipped = {line.row: line.kind for line in reading.skipped if line.sheet == "花名册"}
    for line in ROSTER["non_person_rows"]:
        assert skipped.pop(line["row"]) == kinds.get(line["kind"], line["kind"])
    assert skipped == {1: "title", 2: "title", 3: "header", 4: "header"}


def test_hidden_rows_count_and_yellow_is_still_employed(reading):
    hidden = {row.emp_no for row in active(reading) if row.hidden}
    assert hidden == {one["emp_no"] for one in ROSTER["hidden_but_active"]}
    yellow = {row.emp_no for row in active(reading) if "contract-ends" in row.marks}
    assert yellow == {one["emp_no"] for one in ROSTER["yellow_but_active"]}


def test_namesakes(reading):
    assert {name: len(places) for name, places in reading.namesakes.items()} == {
        name: len(people) for name, people in PEOPLE["homonyms_all"].items()
    }


def test_the_second_row_of_a_number_is_told_and_of_a_person_is_joined(reading):
    (double,) = ROSTER["duplicate_employee_numbers"]
    fault = next(fault for fault in reading.faults if fault.kind == "empno-dup")
    assert (fault.row, fault.values["other"]) == (double["second_row"], double["first"]["name"])
    seconded = next(row for row in reading.rows if row.row == 382)
    assert next(row for row in reading.rows if row.place == seconded.same_as).branch == "总部"


def test_hire_dates(reading):
    read = {row.emp_no: row for row in reading.people if row.sheet == "花名册" and row.emp_no != "QY0305"}
    truth = {number: day for number, day in ROSTER["true_hire_dates_where_readable"].items() if number in read}
    assert len(truth) > 390
    assert {number: read[number].hired_on.isoformat() for number in truth} == truth


def test_sheets_columns_and_legend(reading):
    assert [(sheet.name, sheet.role) for sheet in reading.sheets] == [
        ("花名册", "people"),
        ("离职", "leavers"),
        ("统计", "statistics"),
        ("旧表勿用", "hidden"),
    ]
    assert reading.sheets[0].header_rows == (3, 4)
    assert reading.mapping["入职日期"] == "hired_on"
    assert reading.mapping["出生年月"] == ""
    sentences = " ".join(notice.sentence for notice in reading.notices)
    assert "“旧表勿用”页是隐藏的，没有读。" in sentences
    assert "颜色的意思" in sentences


def test_a_corrected_mapping_is_followed():
    path = DATA / ROSTER["file"]
    mapping = {"工号": "emp_no", "姓名": "name", "单位": "dept", "部门": "", "备注": "remark"}
    reading = read_roster(path, today=TODAY, mapping=mapping)
    assert {row.dept for row in reading.people if row.sheet == "花名册"} == {
        "总部",
        "华东分公司",
        "华南分公司",
        "西北分公司",
    }
    assert not any(row.mobile for row in reading.people)


def test_the_sample_roster_is_read_in_seconds():
    start = time.perf_counter()
    read_roster(DATA / ROSTER["file"], today=TODAY)
    assert time.perf_counter() - start < 10
