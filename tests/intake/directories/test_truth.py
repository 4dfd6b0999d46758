"""The directory of the sample company, line by line as truth.json tells it."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from desk_mailadmin.intake.directories.result import DirectoryReading

from .reading import DATA, DIRECTORY, read

TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["directory"]
RIGHTS = {"国内": "domestic", "国际": "international", "市话": "local", "内线": "inside"}


@pytest.fixture(scope="module")
def reading() -> DirectoryReading:
    return read(DIRECTORY)


def test_every_person_and_every_shared_set_is_found(reading: DirectoryReading):
    assert len(reading.people) == TRUTH["person_rows"]
    assert len(reading.shared) == TRUTH["shared_rows"]
    assert Counter(row.branch for row in reading.shared) == {
        "总部": 6,
        "华东分公司": 3,
        "华南分公司": 3,
        "西北分公司": 2,
    }
    assert {row.dept for row in reading.shared} == {"公用电话"}


def test_each_line_has_the_numbers_holder_right_and_quota_of_the_truth(reading: DirectoryReading):
    read_lines = {
        (row.branch, row.extension[0]): row for row in reversed(reading.rows) if row.extension and row.strength
    }
    listed = [line for line in TRUTH["lines"] if line["listed"]]
    assert len(TRUTH["lines"]) == 182
    for line in listed:
        row = read_lines[line["branch"], line["ext"]]
        assert row.direct == ((line["direct"].replace("-", ""),) if line["direct"] else ())
        assert row.short == ((line["short"],) if line["short"] else ())
        assert (row.name, row.right, row.quota_fen) == (line["holder"], RIGHTS[line["ld_right"]], line["quota_fen"])


def test_title_switchboard_and_missing_area_codes_are_understood(reading: DirectoryReading):
    assert reading.edition == "第14版"
    assert reading.trunk == "057155510000"
    assert [notice.sentence for notice in reading.notices] == ["9 行的号码没有写区号，按同单位其他号码的区号补上了。"]
    assert reading.faults == ()


def test_headings_and_the_footer_are_no_people(reading: DirectoryReading):
    assert Counter(line.kind for line in reading.skipped) == {"section": 4, "title": 2, "header": 1, "note": 1}
    assert reading.skipped[-1].text == "各部门如有变动请5小时内通知办公室。"
    assert all(column.field for column in reading.sheets[0].columns)
    assert reading.sheets[0].columns[0].samples[0] == "总经理办公室"
