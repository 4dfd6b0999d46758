from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk_mailadmin.intake.faulty_rows import write_faulty_rows
from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.roster.reader import roster_of_file
from desk_mailadmin.kernel.errors import EnvironmentFault

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 15)


def reading_of(path):
    return roster_of_file(path, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)


@pytest.fixture(scope="module")
def reading():
    return reading_of(DATA / "A/员工花名册（2026年11月）.xlsx")


def test_every_row_with_a_fault_is_there_with_its_reason(reading, tmp_path):
    count = write_faulty_rows(reading, tmp_path / "问题.xlsx")
    sheet = load_workbook(tmp_path / "问题.xlsx").active
    assert count == sheet.max_row - 1 == len({(fault.sheet, fault.row) for fault in reading.faults})
    assert [cell.value for cell in sheet[1]][:8] == ["页", "行", "问题", "可改为", "序号", "工号", "姓名", "性别"]
    line = next(row for row in sheet.iter_rows(min_row=2) if row[1].value == "67")
    assert [cell.value for cell in line[2:7]] == [
        "工号“QY０３７４”有全角字符，改为“QY0374”",
        "工号：QY0374",
        "63",
        "QY０３７４",
        "于　萍",
    ]
    assert line[5].fill.fgColor.rgb == "FFFFF2CC"


def test_only_the_rows_that_need_a_decision(reading, tmp_path):
    count = write_faulty_rows(reading, tmp_path / "待定.xlsx", only_undecided=True)
    assert count == len(reading.undecided) == 9


def test_nothing_becomes_a_formula(tmp_path):
    write_faulty_rows(reading_of(DATA / "hostile/formula_injection.xlsx"), tmp_path / "问题.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "问题.xlsx").active.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type == "s" for cell in cells)
    dangerous = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert len(dangerous) >= 4
    assert all(cell.quotePrefix for cell in dangerous)


def test_characters_excel_cannot_store_become_visible(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_bytes("工号,姓名\nX1,=a\x0bb\n".encode())
    write_faulty_rows(reading_of(path), tmp_path / "问题.xlsx")
    texts = [cell.value for cell in load_workbook(tmp_path / "问题.xlsx").active[2]]
    assert "=a\ufffdb" in texts


def test_a_folder_that_is_gone_is_told_and_leaves_nothing(reading, tmp_path):
    with pytest.raises(EnvironmentFault, match="没有存成") as fault:
        write_faulty_rows(reading, tmp_path / "没有" / "问题.xlsx")
    assert "换一个文件夹" in fault.value.remedy
    assert list(tmp_path.iterdir()) == []
