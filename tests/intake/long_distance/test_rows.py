"""Logs as other offices keep them: several sheets, titles in two rows, dittos, one cell for both times."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desk_mailadmin.intake.long_distance.lines import dialled, end_after, minutes_of
from desk_mailadmin.intake.long_distance.reader import LOG_LIMITS, log_of_file, read_long_distance
from desk_mailadmin.intake.long_distance.result import LogReading
from desk_mailadmin.kernel.errors import UserError

TODAY = date(2026, 11, 15)
HEADINGS = ("日期", "使用人", "部门", "电话", "受话人", "对方号码", "起", "止", "联络事项", "交涉结果", "批准人")
CALL = ("10.8", "周文博", "销售部", "8042", "海关", "01055501797", "9:15", "9:18", "对账", "已确认", "")


def read(path: Path, mapping: dict[str, str] | None = None) -> LogReading:
    return log_of_file(path, LOG_LIMITS, TODAY, mapping, lambda _fraction: None)


def table(tmp_path: Path, *rows: tuple[Any, ...], title: str = "2026年10月长途登记", name: str = "登记表.xlsx") -> Path:
    return book(tmp_path, {"登记": [(title,), HEADINGS, *rows]}, name)


def book(tmp_path: Path, sheets: dict[str, list[tuple[Any, ...]]], name: str = "登记表.xlsx") -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for sheet, rows in sheets.items():
        own = made.create_sheet(sheet)
        for row in rows:
            own.append(list(row))
    path = tmp_path / name
    made.save(path)
    return path


def with_(**changes: Any) -> tuple[Any, ...]:
    places = dict(zip(("on", "name", "dept", "phone", "callee", "called", "from_", "to"), range(8), strict=True))
    row = list(CALL)
    for key, value in changes.items():
        row[places[key]] = value
    return tuple(row)


def test_a_sheet_per_unit_names_the_unit(tmp_path: Path):
    found = read(book(tmp_path, {
        "总部": [("2026年10月",), HEADINGS, CALL],
        "华东分公司": [("2026年10月",), HEADINGS, with_(name="刘洋")],
        "说明": [("本表每月交管理部",)],
    }))  # fmt: skip
    assert [(line.branch, line.name) for line in found.rows] == [("总部", "周文博"), ("华东分公司", "刘洋")]
    assert [notice.kind for notice in found.notices] == ["sheet-other"]
    assert [sheet.used for sheet in found.sheets] == [True, True, False]


def test_titles_in_two_rows_and_both_times_in_one_cell(tmp_path: Path):
    headings = ("通话日期", "使用人", "使用电话", "受话人", "受话号码", "起讫时间", "联络事项", "交涉结果")
    row = ("2026-10-08", "周文博", "8042", "海关", "010-55501797", "9:15-9:18", "对账", "已确认")
    found = read(book(tmp_path, {"登记": [headings, row]}), {"起讫时间": "from_at", **dict(zip(headings[:5], (
        "on_day", "name", "phone", "callee", "called"), strict=True)), "联络事项": "purpose", "交涉结果": "result"})  # fmt: skip
    (line,) = found.rows
    assert (line.from_at, line.to_at, line.called) == ("09:15", "09:18", "01055501797")


def test_the_end_follows_from_a_noted_length(tmp_path: Path):
    headings = (*HEADINGS[:7], "时长", *HEADINGS[8:])
    found = read(book(tmp_path, {"2026年10月": [headings, (*CALL[:7], "3分20秒", *CALL[8:])]}))
    assert found.rows[0].to_at == "09:19"


def test_dittos_repeat_the_cell_above_and_a_missing_day_is_that_of_the_row_above(tmp_path: Path):
    found = read(table(tmp_path, CALL, with_(on="〃", name="同上", from_="10:00", to="10:02"), with_(on=None)))
    assert [(str(line.on_day), line.name) for line in found.rows] == [("2026-10-08", "周文博")] * 3
    assert [fault.kind for fault in found.faults] == ["date-above"]
    assert found.undecided == frozenset()


@pytest.mark.parametrize(
    ("changes", "column", "kind"),
    [
        ({"on": "2月30日"}, "A", "date-impossible"),
        ({"from_": "九点多"}, "G", "time-unknown"),
        ({"to": "9:75"}, "H", "time-impossible"),
        ({"called": "海关总机"}, "F", "number-odd"),
        ({"called": "1.54E+10"}, "F", "number-exponent"),
        ({"phone": "前台"}, "D", "number-odd"),
    ],
)
def test_what_cannot_be_read_is_named_by_cell_and_stays_out(tmp_path: Path, changes: dict, column: str, kind: str):
    found = read(table(tmp_path, with_(**changes)))
    (fault,) = found.faults
    assert (fault.column, fault.kind) == (column, kind)
    assert not fault.row_kept
    assert fault.sentence
    assert len(found.undecided) == 1


def test_a_first_row_without_a_day_waits_for_one(tmp_path: Path):
    (fault,) = read(table(tmp_path, with_(on=None))).faults
    assert (fault.kind, fault.row_kept) == ("date-missing", False)


def test_lines_that_are_no_calls_are_left_out(tmp_path: Path):
    found = read(
        table(
            tmp_path,
            ("10月",),
            with_(on="8日"),
            ("销售部",),
            with_(on="9日", dept=None),
            HEADINGS,
            with_(on="10日"),
            ("合计",),
            ("部门负责人签字：", None, None, "总经理审阅："),
            ("备注：私人电话不得登记",),
        )
    )
    assert [(line.on_day.day, line.dept) for line in found.rows if line.on_day] == [
        (8, "销售部"), (9, "销售部"), (10, "销售部")
    ]  # fmt: skip
    assert {one.kind for one in found.skipped} >= {"title", "header", "month", "section", "total", "signature", "note"}


def test_cells_of_excel_are_read_as_what_they_are(tmp_path: Path):
    row = with_(on=datetime(2026, 10, 8), from_=time(9, 15), to=time(9, 18), phone=8042)
    (line,) = read(table(tmp_path, row)).rows
    assert (line.on_day, line.from_at, line.to_at, line.phone) == (date(2026, 10, 8), "09:15", "09:18", "8042")


def test_a_year_that_only_full_dates_tell_is_said(tmp_path: Path):
    found = read(table(tmp_path, with_(on="2026-10-08"), with_(on="10.9"), title="长途登记"))
    assert [str(line.on_day) for line in found.rows] == ["2026-10-08", "2026-10-09"]
    assert [notice.kind for notice in found.notices] == ["year-guessed"]


def test_a_file_of_something_else_is_refused_in_a_sentence(tmp_path: Path):
    path = tmp_path / "花名册.csv"
    path.write_text("姓名,部门,工号\n周文博,销售部,A1\n", encoding="utf-8")
    with pytest.raises(UserError, match="不像长途电话登记表"):
        read_long_distance(path, today=TODAY)


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("021-5551 1105", "02155511105"),
        ("＋86 10 55501797", "00861055501797"),
        ("分机8042", "8042"),
        ("17909015400067463",) * 2,
    ],
)
def test_numbers_are_the_digits_that_were_dialled(written: str, digits: str):
    assert dialled(written).value == digits


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("3", 3), (3.0, 3), ("3分钟", 3), ("3分20秒", 4), ("0:03:20", 4), (time(0, 3, 20), 4), ("许久", 0)],
)
def test_lengths_are_whole_minutes(written: Any, minutes: int):
    assert minutes_of(written) == minutes


def test_an_end_over_midnight():
    assert end_after("23:58", 5) == "00:03"
    assert end_after("", 5) == end_after("09:15", 0) == ""
