from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.findings import Fault, Place, Severity
from desk_mailadmin.intake.roster.result import RosterReading, RosterRow
from desk_mailadmin.registers.roster.corrections import CorrectedReading
from tests.registers.builders import TODAY
from tests.registers.roster.test_service import CSV, read


@pytest.fixture
def corrected(tmp_path: Path) -> CorrectedReading:
    return CorrectedReading(read(tmp_path, CSV.replace("13817170137", "1381717013")), TODAY)


def place(corrected: CorrectedReading, name: str) -> Place:
    return next(row.place for row in corrected.rows() if row.name == name)


def row(corrected: CorrectedReading, name: str) -> RosterRow:
    return next(row for row in corrected.rows() if row.name == name)


def kinds(corrected: CorrectedReading, name: str) -> list[str]:
    return [fault.kind for fault in corrected.faults_of(place(corrected, name))]


def test_what_was_read_is_shown_also_where_it_is_wrong(corrected: CorrectedReading):
    people = corrected.reading.people
    assert corrected.text(people[0], "name") == "周文博"
    assert corrected.text(people[0], "mobile") == "1381717013"
    assert corrected.text(people[0], "remark") == ""


def test_a_corrected_cell_is_shown_used_and_no_longer_wrong(corrected: CorrectedReading):
    assert kinds(corrected, "周文博")
    corrected.put(place(corrected, "周文博"), "mobile", " 138 1717 0137 ")
    assert corrected.text(corrected.reading.people[0], "mobile") == "138 1717 0137"
    assert row(corrected, "周文博").mobile == "13817170137"
    assert kinds(corrected, "周文博") == []


def test_a_correction_that_is_wrong_again_says_so_and_changes_nothing(corrected: CorrectedReading):
    before = row(corrected, "程思思")
    corrected.put(before.place, "hired_on", "31 月 5 日")
    (fault,) = corrected.faults_of(before.place)
    assert (fault.field, fault.text, fault.severity) == ("hired_on", "31 月 5 日", Severity.ERROR)
    assert fault.sentence
    assert row(corrected, "程思思") == before


def test_a_date_wiped_out_is_no_date(corrected: CorrectedReading):
    corrected.put(place(corrected, "程思思"), "hired_on", "")
    assert row(corrected, "程思思").hired_on is None
    corrected.put(place(corrected, "程思思"), "hired_on", "2021.7.1")
    assert row(corrected, "程思思").hired_on == date(2021, 7, 1)
    corrected.put(place(corrected, "程思思"), "mobile", "")
    assert row(corrected, "程思思").mobile == ""


def test_a_number_that_is_anothers_is_not_taken(corrected: CorrectedReading):
    corrected.put(place(corrected, "宋翔"), "emp_no", "A1")
    (fault,) = [f for f in corrected.faults_of(place(corrected, "宋翔")) if f.field == "emp_no"]
    assert (fault.kind, fault.sentence) == ("empno-dup", "工号 A1 与第 2 行的周文博相同。")
    assert [r.emp_no for r in corrected.ready() if r.name == "宋翔"] == [""]
    corrected.put(place(corrected, "宋翔"), "emp_no", "A7")
    assert [r.emp_no for r in corrected.ready() if r.name == "宋翔"] == ["A7"]


def test_a_row_without_a_name_does_not_go_in(corrected: CorrectedReading):
    corrected.put(place(corrected, "程思思"), "name", " ")
    assert not corrected.goes_in(corrected.reading.people[1])
    assert "程思思" not in [r.name for r in corrected.ready()]


def test_somebody_listed_twice_comes_once(corrected: CorrectedReading):
    twin = RosterRow("花名册", 99, name="周文博", same_as=Place("花名册", 2))
    assert not corrected.goes_in(twin)


def test_a_long_roster_full_of_faults_is_looked_through_at_once():
    rows = tuple(RosterRow("表", number, name=f"周{number}", dept="软件部") for number in range(10_000))
    faults = tuple(
        Fault("表", r.row, "A", "工号", "emp_no", "empno-missing", Severity.ERROR, "没有工号。", row_kept=False)
        for r in rows
    )
    corrected = CorrectedReading(RosterReading("花名册.xlsx", "", "", (), {}, rows, faults, ()), TODAY)
    started = time.perf_counter()
    assert len(corrected.ready()) == len(rows)
    assert time.perf_counter() - started < 5, "each row looks at its own faults only"
