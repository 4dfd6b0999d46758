from __future__ import annotations

from datetime import date, timedelta

from desk_mailadmin.registers.applications.report import numbers_note, opened_sheet, summary_sheet
from desk_mailadmin.registers.penalties.report import department_sums
from desk_mailadmin.registers.receipts.report import outstanding_sheet
from tests.registers.builders import BRANCH, BRANCH_DOMAIN, DOMAIN, HEADQUARTERS, TODAY, House

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def test_opened_accounts_stand_one_a_line_and_voids_are_struck(house: House):
    house.closed(house.person(emp_no="A10417"), f"zhouwenbo@{DOMAIN}")
    void, _opened = house.opened(house.person("程思思"), f"chengsisi@{DOMAIN}", quota_mb=5)
    house.applications.void(void, TODAY, "调离")
    sheet = opened_sheet(house.applications, house.applications.opened_between(FIRST, LAST), ("单位",), ("备注",))
    assert [row[1:] for row in sheet.rows] == [
        (
            "YJ-2026-0001",
            TODAY,
            HEADQUARTERS,
            "国际业务部",
            "周文博",
            "A10417",
            f"zhouwenbo@{DOMAIN}",
            10,
            TODAY,
            "HZ-2026-0001",
            "已签收",
            TODAY,
        ),
        (
            "YJ-2026-0002",
            TODAY,
            HEADQUARTERS,
            "国际业务部",
            "程思思",
            "",
            f"chengsisi@{DOMAIN}",
            5,
            TODAY,
            "",
            "已作废",
            None,
        ),
    ]
    assert sheet.struck == {1}
    assert "备注" in sheet.notes


def test_the_numbers_of_the_month_and_their_voids_are_told(house: House):
    assert numbers_note([]) == ("本月没有新的申请编号。",)
    first = house.signing()
    rows = house.applications.entered_between(FIRST, LAST)
    assert numbers_note(rows) == ("本月申请编号 YJ-2026-0001，共 1 份，作废 0 份。",)
    house.applications.void(first, TODAY, "填错")
    house.signing(house.person("程思思"), f"chengsisi@{DOMAIN}")
    rows = house.applications.entered_between(FIRST, LAST)
    assert numbers_note(rows) == ("本月申请编号 YJ-2026-0001～YJ-2026-0002，共 2 份，作废 1 份（YJ-2026-0001 填错）。",)


def test_the_summary_adds_up_to_the_other_sheets(house: House):
    house.closed(house.person(), f"zhouwenbo@{DOMAIN}")
    house.handed_over(house.person("程思思"), f"chengsisi@{DOMAIN}")
    fined = house.person("高丹", branch=BRANCH, dept="销售部")
    house.opened(fined, f"gaodan@{BRANCH_DOMAIN}")
    house.penalties.pay_cash(house.issued(fined), 2_200, TODAY)
    opened = house.applications.opened_between(FIRST, LAST)
    out = house.receipts.outstanding_at(LAST)
    signed = [row for row in (house.receipts.of_application(a.id) for a in opened) if row and row.state == "signed"]
    penalties = department_sums(house.penalties, "2026-12")
    sheet = summary_sheet(opened, signed, [(row.branch, row) for row in out], (HEADQUARTERS, BRANCH), (), [penalties])
    assert [row[1:] for row in sheet.rows] == [
        (HEADQUARTERS, "国际业务部", 2, 1, 1, 0, 0, 0, 0, 0),
        (BRANCH, "销售部", 1, 0, 1, 1, 22_200, 0, 2_200, 20_000),
    ]
    assert sheet.totals()[3:] == (3, 1, 2, 1, 22_200, 0, 2_200, 20_000)


def test_what_is_still_out_says_whether_it_is_late(house: House):
    house.handed_over(house.person(), f"zhouwenbo@{DOMAIN}")
    house.opened(house.person("程思思"), f"chengsisi@{DOMAIN}")
    soon = outstanding_sheet(house.receipts.outstanding_at(TODAY), TODAY, (), house.desk.workdays.calendar())
    assert [row[-1] for row in soon.rows] == ["在期限内", "还没有送出"]
    assert soon.notes == ("共 2 份未交回，其中逾期 0 份。",)
    end = TODAY + timedelta(days=20)
    late = outstanding_sheet(house.receipts.outstanding_at(end), end, (), house.desk.workdays.calendar())
    assert [row[-1] for row in late.rows] == ["逾期未交回", "还没有送出"]
    assert [row[9] for row in late.rows] == ["当面", ""]
    assert [row[11] for row in late.rows] == [14, None], "working days"
