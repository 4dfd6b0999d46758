"""The ledger, payroll's list and the sums in the monthly workbook: every figure is the desk's (LEDGER 5.2)."""

from __future__ import annotations

import subprocess
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_mailadmin.documents.book import LedgerSheet
from desk_mailadmin.documents.canonical import canonical_hash
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.language.capitals import from_capitals
from desk_mailadmin.monthly import Month, month_charts, month_sheets, write_month
from desk_mailadmin.registers.months.rules import last_day
from desk_mailadmin.registers.penalties.payroll_report import payroll_sheet
from desk_mailadmin.registers.penalties.report import charts, clause_order, clauses_sheet, ledger_sheet, year_sheet
from desk_mailadmin.registers.penalties.rules import CAP_PERCENT
from desk_mailadmin.registers.rulebook.entries import MONEY_WORD
from desk_mailadmin.store.database import execute
from tests.registers.builders import TODAY, House
from tests.registers.penalties.played import deduct, go_to, play

DECEMBER, JANUARY = "2026-12", "2027-01"
FACTS = ("单位：云帆",)


def column(sheet: LedgerSheet, title: str) -> list[Any]:
    place = sheet.place(title)
    assert place is not None
    return [row[place] for row in sheet.rows]


def sum_of(sheet: LedgerSheet, title: str) -> int:
    place = sheet.place(title)
    assert place is not None
    return sheet.sum_of(place)


def booked(house: House, month: str) -> dict[str, int]:
    """Return what was booked in a month by kind, from the table itself."""
    sql = "SELECT kind, sum(amount_fen) FROM penalty_money WHERE month = ? GROUP BY kind"
    return dict(execute(house.desk.database, sql, (month,)).fetchall())


def test_the_ledger_has_every_case_booked_in_the_month_in_order_of_its_number(house: House) -> None:
    play(house, 22)
    sheet = ledger_sheet(house.penalties, DECEMBER, FACTS)
    rows = house.penalties.of_month(DECEMBER)
    assert column(sheet, "单号") == sorted(row.number for row in rows)
    assert len(sheet.rows) == 22 + 2  # two were reversed, by two more
    assert [column.title for column in sheet.columns if not column.hidden] == [
        "序号", "单号", "发生日期", "部门", "姓名", "违规事实", "依据条款", "第几次", "处理", "罚款", "追缴或赔偿", "应扣", "已扣", "状态",
    ]  # fmt: skip
    assert {column.title for column in sheet.columns if column.hidden} >= {
        "工号", "计算式", "见证人", "审批人", "扣款月份", "减免", "原因", "证据份数",
    }  # fmt: skip
    assert Counter(column(sheet, "状态"))["冲销"] == Counter(column(sheet, "状态"))["被冲销"] == 2
    assert column(sheet, "计算式")[0] == "20×8.60+50×1"


def test_voids_stay_struck_through_with_nothing_to_pay(house: House) -> None:
    play(house, 22)
    sheet = ledger_sheet(house.penalties, DECEMBER, FACTS)
    assert [number for number, state in enumerate(column(sheet, "状态")) if state == "已作废"] == sorted(sheet.struck)
    assert len(sheet.struck) == 2
    for number in sheet.struck:
        assert sheet.rows[number][9:13] == (0, 0, 0, 0)
    assert "作废 2 份（CF-2026-0004 开错了人；CF-2026-0016 开错了人）" in sheet.notes[0]
    assert "缺号 0 个" in sheet.notes[0]


def test_the_balance_is_what_was_booked_and_holds(house: House) -> None:
    play(house, 30)
    go_to(house, date(2027, 1, 15))
    deduct(house, JANUARY, 60)
    for month in (DECEMBER, JANUARY):
        sheet, kinds = ledger_sheet(house.penalties, month, FACTS), Counter(booked(house, month))
        carried_in, new, taken, waived = (term.fen for term in sheet.balance.terms)
        assert new == kinds["fine"] + kinds["recovery"] + kinds["void"] + kinds["reversal"] == sum_of(sheet, "应扣")
        assert taken == -kinds["deduction"] - kinds["cash"] - kinds["refund"]
        assert waived == -kinds["waiver"]
        assert carried_in + new - taken - waived == sheet.balance.result.fen
        assert sheet.balance.difference == 0
    (total,) = execute(house.desk.database, "SELECT sum(amount_fen) FROM penalty_money").fetchone()
    assert ledger_sheet(house.penalties, JANUARY, FACTS).balance.result.fen == total


def test_numbers_that_stand_in_another_month_are_not_missing(house: House) -> None:
    staff = house.person()
    house.issued(staff)
    house.issued(staff, occurred_on=TODAY - timedelta(days=9))  # booked in November
    house.issued(staff, occurred_on=TODAY - timedelta(days=1))
    december = ledger_sheet(house.penalties, DECEMBER, FACTS)
    assert column(december, "单号") == ["CF-2026-0001", "CF-2026-0003"]
    assert december.notes[0] == (
        "本月单号 CF-2026-0001～CF-2026-0003，共 2 份，记入其他月份 1 份，作废 0 份，缺号 0 个。"
    )
    execute(house.desk.database, "UPDATE penalty SET number = 'CF-2026-0009' WHERE number = 'CF-2026-0002'")
    assert "缺号 1 个（CF-2026-0002）" in ledger_sheet(house.penalties, DECEMBER, FACTS).notes[0]


def test_the_offices_own_word_for_a_fine_stands_above_the_column(house: House) -> None:
    house.issued()
    house.decide(MONEY_WORD, "经济处理")
    sheet = ledger_sheet(house.penalties, DECEMBER, FACTS)
    assert column(sheet, "经济处理") == [22_200]
    assert column(sheet, "处理") == ["经济处理"]
    assert column(clauses_sheet(house.penalties, DECEMBER, FACTS), "经济处理") == [22_200]


def test_payroll_gets_each_person_by_department_with_subtotals_and_capitals(house: House) -> None:
    play(house, 40)
    go_to(house, date(2027, 1, 15))
    deduct(house, JANUARY, 50)
    sheet, lines = payroll_sheet(house.penalties, JANUARY, FACTS), house.penalties.deduction_list(JANUARY)
    people = [row for number, row in enumerate(sheet.rows) if number not in sheet.emphasised]
    assert [row[5] for row in people] == [line.case.number for line in lines]
    assert len(sheet.emphasised) == len({line.case.dept for line in lines}) > 1
    for number in sheet.emphasised:
        dept = sheet.rows[number][2]
        assert sheet.rows[number][8:12] == tuple(
            sum(row[place] for row in people if row[2] == dept) for place in range(8, 12)
        )
    taken = sum(line.fen + line.deducted_fen for line in lines)
    assert sum_of(sheet, "本月扣款") == taken
    assert sum_of(sheet, "其中已登记") == -booked(house, JANUARY)["deduction"]
    assert sum_of(sheet, "未结清") - taken == sum_of(sheet, "扣后结转")
    assert sheet.balance.difference == 0
    capitals = sheet.notes[0].split("（大写）")[1].split("　")[0]
    assert from_capitals(capitals) == taken
    assert sheet.signatures == ("制表", "复核", "财务签收", "经理")


def test_what_the_wage_does_not_bear_is_carried_over_and_says_why(house: House) -> None:
    staff = house.person(emp_no="A10417")
    house.decide(CAP_PERCENT, 20)
    house.served(staff)
    house.penalties.set_wage(staff, 50_000, TODAY)
    go_to(house, date(2027, 1, 15))
    (line, subtotal) = payroll_sheet(house.penalties, JANUARY, FACTS).rows
    assert line[3] == "A10417"
    assert line[8:] == (22_200, 10_000, 0, 12_200, "不超过工资的 20 %")
    assert (subtotal[6], *subtotal[8:12]) == ("小计（1 笔）", 22_200, 10_000, 0, 12_200)


def test_a_month_without_anything_says_so(house: House) -> None:
    assert ledger_sheet(house.penalties, DECEMBER, FACTS).notes == (
        "本月没有新的处罚单号。", "本月没有扣回。“已扣”是各件到制表日为止的累计。",
    )  # fmt: skip
    assert payroll_sheet(house.penalties, DECEMBER, FACTS).notes == ("本月没有从工资扣的款。",)
    drawn = charts(house.penalties, DECEMBER, FACTS).charts
    assert [len(chart.categories) for chart in drawn] == [0, 0, 12]


def test_cash_and_refunds_are_told_apart_from_payroll(house: House) -> None:
    paid, other = house.served(), house.served(house.person("程思思"))
    house.penalties.pay_cash(paid, 22_200, TODAY, "收据 7")
    house.penalties.reverse(paid, TODAY, "查错了人", "王志刚")
    house.penalties.refund(paid, 2_200, TODAY)
    house.penalties.pay_cash(other, 100, TODAY)
    said = ledger_sheet(house.penalties, DECEMBER, FACTS).notes[1]
    assert said.startswith("本月扣回 201.00 元：工资扣款 0.00 元，现金缴款（减退款）201.00 元。")


def test_sums_by_clause_department_and_month_are_those_of_the_ledger(house: House) -> None:
    play(house, 40)
    house.past_case(house.person("何美玲"), date(2026, 3, 2), fine_fen=20_000)
    ledger, clauses = (read(house.penalties, DECEMBER, FACTS) for read in (ledger_sheet, clauses_sheet))
    for title in ("件数", "罚款", "追缴或赔偿", "应扣"):
        assert sum_of(clauses, title) == sum_of(ledger, title)
    year = year_sheet(house.penalties, DECEMBER, FACTS)
    assert column(year, "月份") == [month_after(DECEMBER, place - 11) for place in range(12)]
    assert (year.rows[2][2:5], year.rows[2][8]) == ((1, 20_000, 0), 0)
    assert year.rows[-1][2] == sum_of(ledger, "件数")
    assert year.rows[-1][5:] == tuple(term.fen for term in (*ledger.balance.terms[1:], ledger.balance.result))
    summary = month_sheets(house.office, Month(2026, 12))[0]
    for title, value in (("违规件数", "件数"), ("罚款", "罚款"), ("追缴或赔偿", "追缴或赔偿")):
        assert sum_of(summary, title) == sum_of(ledger, value)
    assert sum_of(summary, "期末结转") == ledger.balance.result.fen


def test_facts_that_look_like_a_formula_stay_words(house: House, tmp_path: Path) -> None:
    house.issued(house.person("@周文博"), facts="=HYPERLINK(1)")
    page = openpyxl.load_workbook(write_month(house.office, Month(2026, 12), tmp_path / "a.xlsx").path)["处罚台账"]
    for column_letter, text in (("E", "@周文博"), ("F", "=HYPERLINK(1)")):
        cell = page[f"{column_letter}4"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_clauses_stand_in_the_order_of_the_regulations(house: House) -> None:
    clauses = ["000/6.2", "002/2.五", "002/12.八", "002/12.九", "002/15.一.3", "002/15.一.5", "002/15.二.6", "004/十"]
    assert sorted({*clauses}, key=clause_order) == clauses
    wrong = house.served(act="big_mail", fine_fen=60_000, reason="再犯")
    house.penalties.reverse(wrong, TODAY, "查错了人", "王志刚")
    house.issued(house.person("程思思"))
    sheet = clauses_sheet(house.penalties, DECEMBER, FACTS)
    assert [row[1:] for row in sheet.rows] == [
        ("邮件制度 6.1", 0, 0, 0, 0), ("电话制度 15.一.3", 1, 22_200, 0, 22_200),
    ]  # fmt: skip
    assert charts(house.penalties, DECEMBER, FACTS).charts[1].categories == ("电话制度 15.一.3",)


def test_charts_show_the_largest_and_add_up_the_rest(house: House) -> None:
    for number in range(15):
        house.issued(house.person(f"周文{number}", dept=f"部门{number:02}"), fee_fen=860 + 100 * number)
    drawn = month_charts(house.office, Month(2026, 12))[0].charts
    departments = drawn[0]
    assert departments.categories == (*(f"部门{number:02}" for number in range(14, 3, -1)), "其他 4 个")
    assert sum(departments.series[0].figures) == house.penalties.balance(DECEMBER).new_fen
    assert drawn[1].series[0].figures == (15,)
    assert drawn[2].series[0].figures[-1] == sum(departments.series[0].figures)


def test_one_department_of_two_units_is_two(house: House) -> None:
    for unit in ("总部", "上海分公司"):
        house.issued(house.person(f"周{unit[0]}", dept="国际业务部", branch=unit))
    assert charts(house.penalties, DECEMBER, FACTS).charts[0].categories == ("上海分公司 国际业务部", "总部 国际业务部")


def test_ten_years_of_cases_agree_month_by_month_to_the_fen(house: House) -> None:
    for place in range(120):
        month = month_after(DECEMBER, place)
        if place < 12 or place % 4 == 0:
            play(house, 3, days=25, staff=2)
        go_to(house, max(house.clock.today(), last_day(month)))
        deduct(house, month, 50 + place % 50)
    carried = 0
    for place in range(120):
        month = month_after(DECEMBER, place)
        sheet, kinds = ledger_sheet(house.penalties, month, FACTS), Counter(booked(house, month))
        assert sheet.balance.difference == 0
        assert sheet.balance.terms[0].fen == carried
        carried += sum(kinds.values())
        assert sheet.balance.result.fen == carried
        window = house.penalties.sums(Query(filters={"month": month}))
        assert window["fine"] + window["recovery"] == sum_of(sheet, "应扣") == sheet.balance.terms[1].fen
    assert carried == execute(house.desk.database, "SELECT sum(amount_fen) FROM penalty_money").fetchone()[0]


@pytest.mark.tool
def test_window_database_workbook_and_libreoffice_say_the_same(house: House, tmp_path: Path) -> None:
    play(house, 60)
    go_to(house, date(2027, 1, 15))
    deduct(house, JANUARY, 70)
    for month in (DECEMBER, JANUARY):
        path = write_month(house.office, Month(int(month[:4]), int(month[5:])), tmp_path / f"{month}.xlsx").path
        kept = openpyxl.load_workbook(path, data_only=True)
        openpyxl.load_workbook(path).save(tmp_path / f"bare-{month}.xlsx")
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
        bare = str(tmp_path / f"bare-{month}.xlsx")
        subprocess.run([*command, str(tmp_path / "out"), bare], check=True, capture_output=True, timeout=170)
        reckoned = openpyxl.load_workbook(tmp_path / "out" / f"bare-{month}.xlsx", data_only=True)
        formulas = [
            (page.title, cell.coordinate)
            for page in openpyxl.load_workbook(path) for row in page.iter_rows() for cell in row
            if cell.data_type == "f"
        ]  # fmt: skip
        assert len(formulas) >= 25
        assert [reckoned[page][cell].value for page, cell in formulas] == [
            kept[page][cell].value for page, cell in formulas
        ]
        assert "不符" not in {cell.value for page in kept for row in page.iter_rows() for cell in row}
        sheet = ledger_sheet(house.penalties, month, FACTS)
        place = next(row for row in kept["处罚台账"].iter_rows() if row[0].value == "合计")
        window = house.penalties.sums(Query(filters={"month": month}))
        assert (
            round((place[9].value + place[10].value) * 100)
            == window["fine"] + window["recovery"]
            == sum_of(sheet, "应扣")
        )


@pytest.mark.tool
@pytest.mark.parametrize("count", [0, 1, 70])
def test_the_book_prints_with_signatures_at_the_end_of_each_table(house: House, tmp_path: Path, count: int) -> None:
    play(house, count)
    path = write_month(house.office, Month(2026, 12), tmp_path / "book.xlsx").path
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    pages = text_of_pdf((tmp_path / "book.pdf").read_bytes()).split("\f")
    ledger = [page for page in pages if "违规事实" in page]
    assert len(ledger) == (1 if count < 2 else len(ledger))
    assert all("财务签收" not in page for page in ledger[:-1])
    for words in ("财务签收", "期末结转", "相符", "合计"):
        assert words in ledger[-1]
    rows = canonical_hash(month_sheets(house.office, Month(2026, 12)))[:16]
    assert all(f"SHA-256 {rows}" in page for page in pages)
    assert "近 12 个月" in pages[-1]
