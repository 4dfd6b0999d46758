"""The telephones in the monthly workbook: only where there are any, and to the fen what the other sheets say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desk_mailadmin.month_checks import Weight, month_checks
from desk_mailadmin.monthly import Month, month_charts, month_sheets, write_month
from desk_mailadmin.registers.allowances.rules import AllowanceEntry
from desk_mailadmin.registers.editions.rules import Confirmation
from tests.registers.builders import TODAY, House
from tests.registers.charges.billed import call
from tests.registers.charges_of import OCTOBER, over
from tests.registers.long_distance import BEYOND, entry, log_of

MONTH = Month(2026, 10)
PHONES = ["话费台账", "话费年结", "长途通话登记", "手机补贴"]


@pytest.fixture
def phones(house: House) -> House:
    """October: a line beyond its quota, a long-distance call in the log, an allowance."""
    staff = house.person()
    over(house, "8042", staff)
    line = house.lines.extension_line(None, "8042")
    log_of(house).enter(entry(line, staff, on_day=date(2026, 10, 8)), BEYOND)
    house.services["allowances"].add(AllowanceEntry(staff=staff, mobile="15400001234", from_on=date(2026, 1, 1)))
    return house


def test_an_office_without_telephones_has_no_sheets_of_them(house: House):
    names = [sheet.name for sheet in month_sheets(house.office, MONTH)]
    assert not set(PHONES) & set(names)
    assert [sheet.name for sheet in month_charts(house.office, MONTH)] == ["处罚统计图"]
    assert not {check.key for check in month_checks(house.office, OCTOBER)} & {"bills", "charges", "notices"}


def test_the_summary_tells_of_telephones_by_department_and_agrees(phones: House, tmp_path: Path):
    sheets = {sheet.name: sheet for sheet in month_sheets(phones.office, MONTH)}
    assert [name for name in sheets if name in PHONES] == PHONES
    summary = sheets["汇总"]
    titles = ("话费额度", "实际", "超额", "个人承担", "长途次数", "长途分钟", "长途话费", "未归还钥匙")
    (row,) = [row for row in summary.rows if row[2] == "国际业务部"]
    figures = [row[summary.place(title) or 0] for title in titles]
    assert figures == [100, 2_000, 1_900, 1_900, 1, 1, 0, 0]
    saved = write_month(phones.office, MONTH, tmp_path / "台账.xlsx")
    read = CalamineWorkbook.from_path(saved.path).get_sheet_by_name("汇总").to_python()
    (checked,) = [line for line in read if line and line[0] == "核对"]
    assert set(filter(None, checked[1:])) == {"相符"}
    assert "话费统计图" in CalamineWorkbook.from_path(saved.path).sheet_names


def test_a_month_is_not_closed_before_its_charges_are_those_of_the_bills(phones: House):
    checks = {check.key: check for check in month_checks(phones.office, OCTOBER)}
    assert (checks["charges"].weight, checks["notices"].weight) == (Weight.DONE, Weight.REMINDER)
    made = phones.desk.database.execute_sql("SELECT max(id) FROM bill").fetchone()[0]
    call(phones, made, "057155528042", 500)
    late = {check.key: check for check in month_checks(phones.office, OCTOBER)}
    assert (late["charges"].weight, late["charges"].title) == (Weight.MUST, "话费和账单相差 5.00 元")
    november = {check.key: check for check in month_checks(phones.office, "2026-11")}
    assert (november["bills"].weight, november["bills"].title) == (Weight.REMINDER, "本月话单还没有导入")


def test_the_summary_names_departments_that_have_not_confirmed_the_directory(house: House):
    house.listed(house.person(), ("extension", "8042"))
    editions = house.services["editions"]
    edition = editions.start(editions.proposed())
    december = Month(2026, 12)
    (summary, *_others) = month_sheets(house.office, december)
    place = summary.place("通讯录未确认") or 0
    assert [(row[2], row[place]) for row in summary.rows] == [("国际业务部", 1)]
    assert month_sheets(house.office, Month(2026, 11))[0].place("通讯录未确认") is None, "it was not opened yet"
    (asked,) = editions.of_edition(edition)
    editions.confirm(asked.id, Confirmation(changed=False, by="程思思", on=TODAY))
    assert month_sheets(house.office, december)[0].rows == []
