"""Columns that few ledgers have: month and day apart, sums of several kinds, what was paid and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from desk_mailadmin.intake.past_cases.result import PastReading

from .reading import kinds, read, table


def workbook(path: Path, *rows: Sequence[object], merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "3月"
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def test_months_of_a_sheet_and_of_a_column(tmp_path: Path):
    reading = read(
        workbook(
            tmp_path / "台账2025.xlsx",
            ["月份", "日", "姓名", "事由", "金额"],
            [None, "5日", "张三", "关机", 100],
            [datetime(2025, 4, 1), 6, "李四", "关机", 100],
            [5, "七", "王五", "关机", 100],
            ["六月", 8, "赵六", "关机", 100],
        )
    )
    assert [case.occurred_on for case in reading.rows] == [
        date(2025, 3, 5), date(2025, 4, 6), date(2025, 5, 7), date(2025, 6, 8),
    ]  # fmt: skip


def test_columns_of_sums_that_do_not_agree(tmp_path: Path):
    reading = read(
        workbook(
            tmp_path / "2025.xlsx",
            ["日期", "姓名", "事由", "罚款", "追缴话费", "合计", "减免", "未扣"],
            ["3.5", "张三", "打私人长途", 50, 8.6, 58.6, None, 8.6],
            ["3.6", "张三", "打私人长途", 50, 9.6, 58.6, None, None],
            ["3.7", "张三", "打私人长途", 50, None, 50, 20, 0],
        )
    )
    assert [(c.fine_fen, c.recovery_fen, c.waived_fen, c.deducted_fen, c.settled) for c in reading.rows] == [
        (5000, 860, 0, 5000, "part"), (5000, 960, 0, 0, ""), (5000, 0, 2000, 3000, "yes"),
    ]  # fmt: skip
    assert {one for one in kinds(reading) if one[2].startswith("amount")} == {(3, "F", "amount-sum")}


def test_a_sum_merged_over_the_rows_of_one_person_counts_once(tmp_path: Path):
    reading = read(
        workbook(
            tmp_path / "2025.xlsx",
            ["日期", "姓名", "事由", "依据", "处理", "金额"],
            ["3.5", "张三", "打私人长途", "电话12.8", "罚款", 100],
            ["3.6", None, "手机关机", "电话15.二.6", "罚款", None],
            merged=["B2:B3", "F2:F3"],
        )
    )
    assert [(case.name, case.fine_fen) for case in reading.ready] == [("张三", 10000), ("张三", 0)]
    assert kinds(reading) == {(3, "F", "amount-merged")}


def test_a_unit_that_is_a_department(tmp_path: Path):
    lines = ("单位,日期,姓名,事由,金额", "财务部,2025.3.5,张三,关机,100", "华南分公司,2025.3.6,李四,关机,100")
    path = tmp_path / "台账.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [(case.branch, case.dept) for case in read(path).rows] == [("", "财务部"), ("华南分公司", "")]


@pytest.mark.parametrize(
    ("slips", "proposed"),
    [
        (("A01", "", "A03"), "A02"),
        (("A01", "", "A02"), None),
        (("A01", "", "B07"), None),
        (("A09", "", ""), "A10"),
        (("无号", "", "A02"), None),
    ],
)
def test_a_number_is_proposed_only_where_one_is_missing(tmp_path: Path, slips: Sequence[str], proposed: str | None):
    lines = [f"{slip},3.{at},张三,销售部,关机 {at},电话15.二.6,罚款,100," for at, slip in enumerate(slips, 1)]
    reading = read(table(tmp_path, *lines))
    assert [fault.repair for fault in reading.faults if fault.kind == "slip-missing"][:1] == [proposed]


def test_a_clause_that_may_be_several_is_left_open(tmp_path: Path):
    (fault,) = read(table(tmp_path, "1,3.5,张三,销售部,违规,第四条,罚款,50,")).faults
    assert fault.kind == "clause-unclear"
    assert "电话制度 15.一.4" in fault.sentence
    assert fault.row_kept


def test_notes_in_the_middle_and_empty_ledgers(tmp_path: Path):
    reading: PastReading = read(
        table(tmp_path, "本月无违规", ",,,,,,,,见附件", "生产部", "1,3.5,张三,,关机,电话15.二.6,罚款,100,", "转下页")
    )
    assert [(line.row, line.kind) for line in reading.skipped] == [
        (1, "header"), (2, "note"), (3, "note"), (4, "section"), (6, "note"),
    ]  # fmt: skip
    assert [case.dept for case in reading.rows] == ["生产部"]
    assert read(table(tmp_path, "以下空白")).rows == ()
