"""Ledgers of six other offices: every fault named by its cell, every good row kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.past_cases.result import PastReading

from . import ledgers
from .reading import kinds, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def sums(reading: PastReading) -> list[tuple[object, ...]]:
    return [(case.row, case.clause, case.sanctions, case.fine_fen, case.recovery_fen) for case in reading.rows]


class TestMachineWorks:
    @pytest.fixture
    def reading(self, folder: Path) -> PastReading:
        return read(ledgers.machine_works(folder / "登记簿.xlsx"))

    def test_merged_names_days_and_months_are_carried_down(self, reading: PastReading):
        assert [(c.row, c.name, c.emp_no, c.dept, c.occurred_on) for c in reading.rows] == [
            (6, "齐国栋", "B-017", "铸造车间", date(2024, 1, 5)),
            (7, "齐国栋", "B-017", "铸造车间", date(2024, 1, 5)),
            (8, "盖丽丽", "B-102", "财务科", date(2024, 1, 5)),
            (11, "毋庸", "B-033", "销售科", date(2024, 2, 14)),
            (12, "毋庸", "B-033", "销售科", date(2024, 2, 14)),
        ]
        assert reading.year == 2024

    def test_fines_and_compensations_stand_in_columns_of_their_own(self, reading: PastReading):
        assert sums(reading) == [
            (6, "002/15.一.4", ("fine",), 5000, 0),
            (7, "002/15.一.3", ("fine",), 8600, 0),
            (8, "002/15.一.7", ("recovery", "fine"), 10000, 23050),
            (11, "", ("warning",), 0, 0),
            (12, "002/15.二.6", ("fine",), 10000, 0),
        ]
        assert [(c.settled, c.deducted_fen) for c in reading.rows] == [
            ("yes", 5000), ("", 0), ("no", 0), ("", 0), ("part", 6000),
        ]  # fmt: skip

    def test_a_sum_by_hand_that_differs_is_told_and_right_ones_are_not(self, reading: PastReading):
        assert kinds(reading) == {(11, "G", "clause-unknown"), (13, "H", "total-differs")}
        (told,) = [fault.sentence for fault in reading.faults if fault.kind == "total-differs"]
        assert told == "合计写的是 150.00 元，各行相加是 100.00 元，相差 50.00 元，核对各行金额；导入按各行。"

    def test_lines_that_are_no_case(self, reading: PastReading):
        assert [(line.row, line.kind) for line in reading.skipped] == [
            (1, "title"), (2, "title"), (3, "header"), (4, "header"), (5, "month"), (9, "subtotal"), (10, "month"),
            (13, "subtotal"), (14, "total"), (15, "note"), (16, "signature"),
        ]  # fmt: skip


class TestTradingCompany:
    @pytest.fixture
    def reading(self, folder: Path) -> PastReading:
        return read(ledgers.trading_company(folder / "罚单.csv"))

    def test_it_is_read_from_gb18030_with_the_year_of_its_full_dates(self, reading: PastReading):
        assert reading.encoding == "gb18030"
        assert [notice.kind for notice in reading.notices] == ["year-guessed"]
        assert [case.occurred_on for case in reading.rows[:4]] == [
            date(2023, 3, 5), date(2023, 3, 9), date(2023, 4, 1), date(2023, 4, 2),
        ]  # fmt: skip

    def test_ditto_marks_take_the_cell_above(self, reading: PastReading):
        assert [(case.dept, case.clause) for case in reading.rows[:2]] == [("采购部", "000/6.2"), ("采购部", "000/6.3")]

    def test_good_rows_go_in_and_each_bad_cell_is_named(self, reading: PastReading):
        assert [case.slip for case in reading.ready] == ["CF-01", "CF-02", "CF-03", "CF-07", "CF-08"]
        assert kinds(reading) == {
            (5, "H", "amount-odd"),
            (6, "B", "row-without-name"),
            (7, "B", "name-with-note"),
            (7, "D", "date-impossible"),
            (9, "A", "slip-differs"),
            (10, "D", "date-carried"),
            (10, "F", "clause-unknown"),
            (11, "D", "date-month-only"),
            (12, "H", "total-unsure"),
        }
        assert all(fault.sentence.endswith("。") for fault in reading.faults)

    def test_who_it_may_have_been_is_proposed_and_never_taken(self, reading: PastReading):
        nobody = reading.rows[4]
        assert (nobody.slip, nobody.name) == ("CF-05", "")
        assert [fault.repair for fault in reading.faults if fault.kind == "row-without-name"] == ["占有福"]
        assert reading.rows[5].emp_no == "QH0021"


class TestOfficeSystem:
    def test_cells_that_span_rows_of_a_web_page(self, folder: Path):
        reading = read(ledgers.office_system(folder / "导出.xls"))
        assert [(case.slip, case.name, case.dept, case.occurred_on) for case in reading.rows] == [
            ("OA0031", "钟离静", "客服部", date(2025, 3, 5)),
            ("OA0032", "钟离静", "客服部", date(2025, 11, 21)),
            ("OA0040", "乐天", "仓储部", date(2025, 12, 30)),
        ]
        assert sums(reading) == [
            (2, "002/15.一.3", ("recovery", "fine"), 50000, 2250),
            (3, "002/15.一.5", ("recovery",), 0, 860),
            (4, "002/5.四(五)", ("demerit",), 0, 0),
        ]
        assert [case.state for case in reading.rows] == ["valid", "void", "valid"]
        assert reading.faults == ()


class TestQuarterlySheets:
    @pytest.fixture
    def reading(self, folder: Path) -> PastReading:
        return read(ledgers.quarterly_sheets(folder / "季度.xlsx"))

    def test_every_sheet_is_read_and_the_hidden_one_told(self, reading: PastReading):
        assert [(sheet.name, sheet.role, sheet.cases) for sheet in reading.sheets] == [
            ("2024年一季度", "cases", 3), ("2024年二季度", "cases", 2), ("草稿", "hidden", 0),
        ]  # fmt: skip
        assert [notice.sentence for notice in reading.notices] == ["“草稿”页是隐藏的，没有读。"]

    def test_serial_numbers_are_days_and_headings_are_departments(self, reading: PastReading):
        assert [(case.occurred_on, case.dept) for case in reading.rows] == [
            (date(2024, 3, 5), "生产部"), (date(2024, 3, 19), "生产部"), (date(2024, 3, 12), "设备科"),
            (date(2024, 4, 19), ""), (date(2024, 5, 1), ""),
        ]  # fmt: skip

    def test_remarks_say_how_it_ended(self, reading: PastReading):
        assert [(c.state, c.settled, c.waived_fen, c.deducted_fen) for c in reading.rows] == [
            ("valid", "", 0, 0),
            ("void", "", 0, 0),
            ("valid", "part", 0, 0),
            ("valid", "yes", 30000, 50000),
            ("valid", "", 10000, 0),
        ]
        assert reading.rows[2].sanctions == ("warning", "fine")
        assert reading.faults == ()


class TestHospital:
    @pytest.fixture
    def reading(self, folder: Path) -> PastReading:
        return read(ledgers.hospital(folder / "一览表.xlsx"))

    def test_sums_are_found_among_the_words_and_days_in_three_columns(self, reading: PastReading):
        assert sums(reading)[0] == (3, "002/12.八", ("recovery", "fine"), 5000, 860)
        assert reading.rows[0].occurred_on == date(2025, 2, 3)
        assert [(case.name, case.sanctions) for case in reading.rows if case.row == 5] == [
            ("蒲公英", ("points",)), ("柏树", ("points",)),
        ]  # fmt: skip

    def test_what_only_the_facts_tell_is_told_as_such(self, reading: PastReading):
        assert kinds(reading) == {
            (3, "F", "clause-by-facts"),
            (4, "F", "line-copied"),
            (5, "F", "clause-by-facts"),
            (6, "E", "date-month13"),
            (6, "F", "clause-by-facts"),
            (7, "F", "clause-unknown"),
            (8, "F", "clause-by-facts"),
            (8, "G", "sanction-unknown"),
        }
        assert [case.row for case in reading.rows if case.same_as] == [4]
        assert {place.row for place in reading.undecided} == {6}


class TestSchool:
    @pytest.fixture
    def reading(self, folder: Path) -> PastReading:
        return read(ledgers.school(folder / "台账.xlsx"))

    def test_every_trap_is_named_by_its_cell(self, reading: PastReading):
        assert kinds(reading) == {
            (2, "B", "date-range"),
            (2, "H", "amount-shared"),
            (3, "B", "date-lost-zero"),
            (4, "H", "formula-no-value"),
            (5, "C", "strike-void"),
            (7, "F", "clause-by-facts"),
            (8, "C", "name-others"),
            (9, "F", "clause-two"),
            (9, "H", "amount-shared"),
            (10, "A", "slip-shared"),
            (10, "H", "amount-shared"),
            (11, "B", "date-elsewhere"),
            (11, "F", "clause-unclear"),
        }

    def test_what_is_sure_goes_in(self, reading: PastReading):
        assert {case.row: case.state for case in reading.ready} == {5: "void", 6: "void", 7: "waived", 11: "valid"}
        assert [fault.repair for fault in reading.faults if fault.row == 2 and fault.column == "H"] == ["各100.00元"]
        assert reading.rows[6].fine_fen == 5300
