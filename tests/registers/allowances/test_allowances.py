"""Mobile allowances: by rank, paid with the wages, held against the mobile bill (002/15.二.2–3, M5-13, M5-14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.allowances.effects import GrantedAllowance
from desk_mailadmin.registers.allowances.printed import list_paper
from desk_mailadmin.registers.allowances.register import REGISTER
from desk_mailadmin.registers.allowances.report import allowances_sheet
from desk_mailadmin.registers.allowances.rules import STANDARDS, AllowanceEntry, checked, excess, holds_in, standards
from desk_mailadmin.registers.allowances.service import AllowancesService
from desk_mailadmin.registers.allowances.table import next_step
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import FIRST_DAY, TODAY, House, refusal
from tests.registers.charges.billed import bill, number
from tests.registers.counter import Counter, fill_in, leave

MONTH = "2026-11"


@pytest.fixture
def allowances(house: House) -> AllowancesService:
    service: AllowancesService = house.services["allowances"]
    return service


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def granted(house: House, name: str = "周文博", **changes: Any) -> int:
    """An allowance of a supervisor from the beginning of the year, or as ``changes`` say."""
    values: dict[str, Any] = {"from_on": FIRST_DAY, "mobile": "15400001234", **changes}
    staff = values.pop("staff", None) or house.person(name)
    return int(house.services["allowances"].add(AllowanceEntry(staff=staff, **values)))


@pytest.mark.parametrize(("fee", "own"), [(9_999, 0), (10_000, 0), (10_001, 1), (25_050, 15_050)])
def test_a_supervisor_pays_what_goes_beyond_100_yuan(fee: int, own: int):
    assert excess(fee, standards(STANDARDS.default)["主管级"]) == own


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rank": " "}, "rank"),
        ({"rank": "经理级"}, "monthly_fen"),
        ({"monthly_fen": 10_001}, "monthly_fen"),
        ({"until_on": date(2025, 12, 31)}, "until_on"),
    ],
    ids=["no rank", "no sum, and the rank has no standard", "more than the standard", "ends before it begins"],
)
def test_what_cannot_be_granted_is_named(changes: dict[str, Any], field: str):
    entry = AllowanceEntry(**{"staff": 1, "from_on": FIRST_DAY, **changes})
    with pytest.raises(UserError) as fault:
        checked(entry, {"主管级": 10_000})
    assert refusal(fault.value)[0] == field


def test_a_standard_that_is_no_sum_is_named():
    with pytest.raises(UserError):
        standards(["主管级"])


@pytest.mark.parametrize(
    ("from_on", "until_on", "held"),
    [
        (date(2026, 11, 30), None, True),
        (date(2026, 12, 1), None, False),
        (FIRST_DAY, date(2026, 11, 1), True),
        (FIRST_DAY, date(2026, 10, 31), False),
    ],
)
def test_it_is_paid_for_every_month_in_which_it_holds(from_on: date, until_on: date | None, held: bool):
    assert holds_in(from_on, until_on, date(2026, 11, 1), date(2026, 11, 30)) is held


def test_without_a_sum_it_is_that_of_the_rank_on_its_day(house: House, allowances: AllowancesService):
    house.decide(STANDARDS, ["主管级=80"], date(2026, 12, 1))
    assert allowances.row(granted(house)).monthly_fen == 10_000
    assert allowances.row(granted(house, "宋翔", from_on=date(2026, 12, 1))).monthly_fen == 8_000


def test_nobody_has_two_at_once(house: House, allowances: AllowancesService):
    record = granted(house)
    staff = allowances.row(record).staff
    with pytest.raises(UserError) as fault:
        granted(house, staff=staff)
    assert refusal(fault.value) == ("staff", "周文博从 2026-01-01 起已经有手机补贴，先停发再登记。")
    allowances.end(record, date(2026, 10, 31), "调岗")
    second = granted(house, staff=staff, from_on=date(2026, 11, 1))
    assert [row.id for row in allowances.paid_in("2026-10")] == [record]
    assert [row.id for row in allowances.paid_in(MONTH)] == [second]
    with pytest.raises(UserError):
        allowances.end(record, TODAY, "再停")


def test_what_goes_beyond_becomes_a_case_once(house: House, allowances: AllowancesService):
    record = granted(house)
    assert allowances.enter_bills(MONTH, {record: 15_050}) == 1
    assert allowances.enter_bills(MONTH, {record: 15_050}) == 0
    (todo,) = REGISTER.todos(allowances, TODAY)
    assert (todo.title, todo.action) == ("手机话费超过补贴", "propose")
    case = house.penalties.row(house.penalties.numbered(allowances.propose(record)) or 0)
    assert (case.act, case.clause, case.recovery_fen, case.fine_fen) == ("allowance_over", "002/15.二.2", 5_050, 0)
    with pytest.raises(UserError):
        allowances.propose(record)
    assert allowances.enter_bills(MONTH, {record: 9_000}) == 0, "what went to wages stays"
    house.penalties.void(case.id, TODAY, "录错")
    assert allowances.enter_bills(MONTH, {record: 9_000}) == 1
    assert not allowances.row(record).bill.owing
    found = allowances.of_penalty(case.number)
    assert found is not None
    assert found.month == MONTH


def test_bills_of_a_closed_month_and_below_nothing_are_refused(house: House, allowances: AllowancesService):
    record = granted(house)
    with pytest.raises(UserError):
        allowances.enter_bills(MONTH, {record: -1})
    house.close_month(MONTH)
    with pytest.raises(UserError):
        allowances.enter_bills(MONTH, {record: 100})


def test_mobiles_that_stand_on_the_operators_bill_are_taken_from_it(house: House, allowances: AllowancesService):
    record = granted(house)
    granted(house, "宋翔", mobile="15400009999")
    number(house, bill(house, MONTH), "15400001234", rent=12_000)
    assert allowances.billed(MONTH) == {record: 12_000}


def test_the_months_list_is_paper_and_sheet(house: House, allowances: AllowancesService):
    record = granted(house)
    granted(house, "宋翔", rank="经理级", monthly_fen=15_000)
    allowances.enter_bills(MONTH, {record: 15_050})
    paper = list_paper(allowances, MONTH, TODAY)
    assert (paper.record, paper.data["people"], paper.data["amount"]) == (202611, "2", "250.00")
    assert paper.data["amount_capitals"] == "贰佰伍拾元整"
    house.office.papers.drawing(paper).sheet()
    sheet = allowances_sheet(allowances, MONTH, ())
    assert sheet.totals()[6:9] == (25_000, 15_050, 5_050)
    with pytest.raises(UserError):
        list_paper(allowances, "2025-12", TODAY)


def test_what_has_run_out_stands_in_today_until_it_is_ended(house: House, allowances: AllowancesService):
    record = granted(house, until_on=date(2026, 11, 30))
    (todo,) = REGISTER.todos(allowances, TODAY)
    assert (todo.title, todo.action, todo.due) == ("手机补贴该停发", "end", date(2026, 11, 30))
    allowances.end(record, date(2026, 11, 30), "到期")
    assert REGISTER.todos(allowances, TODAY) == []
    leaver = granted(house, "宋翔")
    house.staff.leave(allowances.row(leaver).staff, TODAY)
    assert "已经离职" in REGISTER.todos(allowances, TODAY)[0].text


def test_it_is_found_by_name_and_mobile_also_after_an_undo(house: House, allowances: AllowancesService):
    record = granted(house)
    assert house.found("allowances", "zwb") == house.found("allowances", "1234") == [record]
    allowances.end(record, TODAY, "停发")
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("allowances", "zwb") == [record]
    assert allowances.row(record).state == "active"


def test_the_clerk_enters_changes_and_ends_one(house: House, counter: Counter, allowances: AllowancesService):
    staff = house.person()

    def answer(dialog: Any) -> bool:
        dialog.field("staff")._take(hits([house.staff.row(staff)])[0])
        return fill_in(mobile="154 0000 1234", from_on=FIRST_DAY)(dialog)

    counter.answer = answer
    counter.do("allowances", "new")
    (record,) = allowances.keys(Query())
    assert (allowances.row(record).mobile, allowances.row(record).monthly_fen) == ("15400001234", 10_000)
    assert counter.window.told == ["已保存周文博的手机补贴"]
    counter.answer = fill_in(monthly_fen=8_000)
    counter.do("allowances", "edit", record)
    assert allowances.row(record).monthly_fen == 8_000
    counter.answer = fill_in(reason="调岗")
    counter.do("allowances", "end", record)
    assert allowances.row(record).state == "ended"


def test_a_months_mobile_bills_are_typed_in_and_the_excess_handed_to_wages(
    house: House, counter: Counter, allowances: AllowancesService
):
    record = granted(house)
    number(house, bill(house, MONTH), "15400001234", rent=12_000)
    seen: list[Any] = []

    def answer(dialog: Any) -> bool:
        seen.extend(dialog.table.sums)
        dialog.table.setData(dialog.table.index(0, 5), "150.50")
        dialog.save()
        return bool(dialog.result())

    counter.answer = answer
    counter.do("allowances", "bills")
    assert seen == [12_000], "what the operator billed stands there already"
    assert counter.window.told == ["已登记 2026 年 11 月手机话费 1 笔"]
    counter.prompter.answers.append(True)
    counter.do("allowances", "propose", record)
    assert counter.window.told[-1] == "已转工资扣款 CF-2026-0001"


def test_a_month_without_an_allowance_has_no_bills_to_enter(house: House, counter: Counter):
    granted(house, from_on=date(2026, 9, 1))
    seen: list[Any] = []

    def answer(dialog: Any) -> bool:
        for month in ("2026-07", MONTH):
            dialog.month.set_value(month)
            seen.append((dialog.primary.isEnabled(), dialog._sum.text().partition("，")[0]))
        return leave(dialog)

    counter.answer = answer
    counter.do("allowances", "bills")
    assert seen == [(False, "这个月没有人领手机补贴"), (True, "1 人")]


def test_the_list_of_a_month_is_shown_for_printing(house: House, counter: Counter):
    granted(house)
    counter.prompter.answers.append(MONTH)
    counter.do("allowances", "print_list")
    assert counter.titles == ["打印预览　手机补贴发放表"]


def applied(house: House, staff: int, **fields: Any) -> int:
    """An application for an allowance, carried out."""
    entered = {
        "mobile": "15400001234", "rank": "主管级", "amount": 10_000, "from_on": "2026-12-01", "until_on": "", **fields,
    }  # fmt: skip
    record = house.applications.enter(ApplicationEntry(staff, entered, "phone_allowance"))
    house.sign_all(record)
    house.applications.carry_out(record, TODAY, {"paid_from": "2026-12-01"})
    return record


def test_an_approved_application_grants_an_allowance_and_its_end_ends_it(house: House, allowances: AllowancesService):
    record = applied(house, house.person())
    number_ = house.applications.row(record).number
    (row,) = allowances.paid_in("2026-12")
    assert (row.monthly_fen, row.mobile, row.application) == (10_000, "15400001234", number_)
    house.applications.end(record, TODAY, "调岗")
    assert (allowances.row(row.id).state, allowances.row(row.id).ended_on) == ("ended", TODAY)


def test_a_second_application_takes_the_place_of_the_first_and_one_taken_back_ends(
    house: House, allowances: AllowancesService
):
    staff = house.person()
    earlier = granted(house, staff=staff)
    record = applied(house, staff, rank="其他职级", amount=6_000)
    assert allowances.row(earlier).ended_on == date(2026, 11, 30)
    effect = GrantedAllowance(allowances)
    for _again in range(2):  # what is ended stays ended
        with house.desk.work("application.void") as work:
            effect.undo_in(work, house.applications.row(record).number, TODAY)
            work.looked("allowance", earlier)
    assert allowances.rows(allowances.keys(Query(segment="active"))) == []


def test_the_panel_and_the_combos_tell_what_is_kept(house: House, allowances: AllowancesService):
    record = granted(house, remark="经总经理批准")
    allowances.enter_bills(MONTH, {record: 15_050})
    allowances.enter_bills("2026-12", {record: 9_000})
    detail = allowances.detail(record)
    assert {"每月补贴": "100.00 元", "备注": "经总经理批准"}.items() <= {f.label: f.value for f in detail.facts}.items()
    assert [(step.title, step.actions) for step in detail.steps] == [
        ("2026 年 12 月", ()), ("2026 年 11 月", ("propose",)),
    ]  # fmt: skip
    assert [choice.key for choice in allowances.choices("rank")] == ["主管级"]
    assert [choice.key for choice in allowances.choices("dept")] == ["国际业务部"]
    row = allowances.row(record)
    assert row.bill is not None
    assert row.bill.month == MONTH, "what is owed for stands before a newer bill"
    locks = {action.key: action.locked for action in REGISTER.actions if action.locked}
    assert (locks["propose"](row), locks["edit"](row)) == ("", "")
    assert next_step(row) == "propose"
    allowances.propose(record)
    ended = granted(house, "宋翔")
    allowances.end(ended, TODAY, "调岗")
    assert locks["propose"](allowances.row(record)) == "没有超过补贴、还没有处理的话费"
    assert locks["end"](allowances.row(ended)) == "现在是“已停发”"


def test_who_left_or_ran_out_is_to_be_ended(house: House, allowances: AllowancesService):
    assert next_step(allowances.row(granted(house))) == ""
    assert next_step(allowances.row(granted(house, "宋翔", until_on=date(2026, 11, 30)))) == "end"


def test_a_new_application_leaves_alone_what_ended_before_it_begins(house: House, allowances: AllowancesService):
    earlier = granted(house, until_on=date(2026, 10, 31))
    applied(house, allowances.row(earlier).staff)
    assert allowances.row(earlier).state == "active"
