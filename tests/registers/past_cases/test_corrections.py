"""What the clerk puts right in the check screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from .test_service import ledger


def test_every_cell_can_be_put_right(tmp_path: Path):
    kept = ledger(
        tmp_path,
        "1,3.32,张三,,销售部,打私人长途,电话12.8,罚款,约100元,",
        "2,3.6,,,销售部,关机,第9条,责令整改,100,",
    )
    assert not kept.goes_in(0)
    assert not kept.goes_in(1)
    assert kept.text(0, "occurred_on") == "3.32"
    assert kept.text(0, "fine_fen") == "约100元"
    for column, text in (("occurred_on", "3月31日"), ("fine_fen", "100元"), ("emp_no", "a1"), ("slip", "X1")):
        kept.put(0, column, text)
    case = kept.case(0)
    assert (case.occurred_on, case.fine_fen, case.emp_no, case.slip) == (date(2025, 3, 31), 10000, "A1", "X1")
    assert kept.goes_in(0)
    assert kept.faults_of(0) == []
    for column, text in (("name", "李四"), ("clause", "电话15.二.6"), ("sanctions", "警告"), ("dept", "总部财务部")):
        kept.put(1, column, text)
    case = kept.case(1)
    assert (case.name, case.clause, case.sanctions) == ("李四", "002/15.二.6", ("warning",))
    assert (case.branch, case.dept) == ("总部", "财务部")
    assert kept.goes_in(1)


@pytest.mark.parametrize(
    ("column", "text", "kind", "goes_in"),
    [
        ("occurred_on", "13.5", "date-month-only", False),
        ("occurred_on", "", "", False),
        ("fine_fen", "若干", "amount-odd", False),
        ("recovery_fen", "各8.60", "", True),
        ("emp_no", "1E+05", "empno-exponent", False),
        ("emp_no", "无", "", True),
        ("clause", "考勤制度", "clause-unknown", True),
        ("sanctions", "责令整改", "sanction-unknown", True),
        ("sanctions", "", "", True),
        ("name", "", "", False),
    ],
)
def test_a_correction_is_checked_like_the_file(tmp_path: Path, column: str, text: str, kind: str, goes_in: bool):
    kept = ledger(tmp_path, "1,3.5,张三,,销售部,打私人长途,电话12.8,罚款,58,")
    kept.put(0, column, text)
    assert [fault.kind for fault in kept.faults_of(0)] == ([kind] if kind else [])
    assert kept.goes_in(0) == goes_in
    assert kept.text(0, column) == text
    assert kept.is_stranger(0) == (text == "无")


def test_sums_bring_the_sanction_they_mean(tmp_path: Path):
    kept = ledger(tmp_path, "1,3.5,张三,,销售部,打私人长途,电话12.8,警告,,")
    assert kept.text(0, "fine_fen") == ""
    kept.put(0, "recovery_fen", "8.6")
    kept.put(0, "fine_fen", "50")
    case = kept.case(0)
    assert (case.sanctions, case.fine_fen, case.recovery_fen) == (("warning", "recovery", "fine"), 5000, 860)


def test_a_copy_becomes_a_case_of_its_own_by_its_number_or_its_facts(tmp_path: Path):
    line = "张三,,销售部,打私人长途,电话12.8,罚款,58,"
    kept = ledger(tmp_path, f"1,3.5,{line}", f"1,3.5,{line}", f",3.6,{line}", f",3.6,{line}")
    assert [kept.goes_in(row) for row in range(4)] == [True, False, True, False]
    kept.put(1, "slip", "1-2")
    kept.put(3, "facts", "打私人长途（下午又一次）")
    assert [kept.goes_in(row) for row in range(4)] == [True, True, True, True]
    assert "slip-copied" not in {fault.kind for fault in kept.faults_of(1)}


def test_each_person_of_a_row_is_put_right_alone(tmp_path: Path):
    kept = ledger(tmp_path, "1,3.5,张三、李四,,销售部,打私人长途,电话12.8,罚款,共100元,")
    assert [kept.goes_in(row) for row in (0, 1)] == [False, False]
    kept.put(0, "fine_fen", "各60")
    assert [kept.goes_in(row) for row in (0, 1)] == [True, False]
    assert [kept.case(row).fine_fen for row in (0, 1)] == [6000, 0]
    assert kept.text(1, "sanctions") == "罚款"
    assert kept.text(1, "clause") == "电话制度 12.八"
