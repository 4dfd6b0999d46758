"""What the window says of a month and of a charge: banner, band, months, a line's year, the steps of a notice."""

from __future__ import annotations

import pytest

from desk_mailadmin.kernel.detail import StepState
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.ledger_view import MONTH as SPAN
from desk_mailadmin.kernel.ledger_view import LedgerMonth
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.charges.ledger import LEDGER
from desk_mailadmin.registers.charges.register import REGISTER
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.charges.table import next_step
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from tests.registers.builders import HEADQUARTERS, TODAY, House
from tests.registers.charges.billed import MONTH, bill, call, november


@pytest.fixture
def charges(house: House) -> ChargesService:
    service: ChargesService = house.services["charges"]
    return service


def test_the_banner_says_what_is_to_be_done_about_a_month(house: House, charges: ChargesService):
    assert LEDGER.banner(charges, MONTH) is None
    _direct, inside, made = november(house)
    said = [LEDGER.banner(charges, MONTH)]
    charges.compute(MONTH)
    said.append(LEDGER.banner(charges, MONTH))
    charges.hand_in(MONTH, TODAY, "李主任")
    said.append(LEDGER.banner(charges, MONTH))
    call(house, made, "057155511001", 500, line=inside)
    said.append(LEDGER.banner(charges, MONTH))
    house.close_month(MONTH)
    said.append(LEDGER.banner(charges, MONTH))
    assert [(one.tone, one.sentence) for one in said if one] == [
        (Tone.AMBER, "2026 年 11 月有 1 份话单，还没有计算话费，点“计算话费”（F4）。"),
        (Tone.AMBER, "12 月 4 日前送总经理办公室（电话制度 9.3），还有 1 个工作日。"),
        (Tone.GREY, "12-03 已送总经理办公室，李主任。"),
        (Tone.RED, "话费表和账单相差 5.00 元：话单有变动，点“计算话费”（F4）重新计算。"),
        (Tone.GREY, "2026 年 11 月已经月结，话费表只读；更正记在没有月结的月份。"),
    ]


def test_the_banner_says_how_late_a_months_table_is(house: House, charges: ChargesService):
    november(house)
    charges.compute(MONTH)
    house.later(1)
    said = LEDGER.banner(charges, MONTH)
    house.later(4)
    late = LEDGER.banner(charges, MONTH)
    assert [(one.tone, one.sentence) for one in (said, late) if one] == [
        (Tone.AMBER, "12 月 4 日前送总经理办公室（电话制度 9.3），今天。"),
        (Tone.RED, "12 月 4 日前送总经理办公室（电话制度 9.3），逾期 2 个工作日。"),
    ]


def test_a_shared_set_is_called_by_its_name(house: House, charges: ChargesService):
    nobodys = house.departments.add(DepartmentEntry(HEADQUARTERS, "门卫室"))
    line = house.line("8001", number="057155511001", label="前台", department=nobodys)
    call(house, bill(house), "057155511001", 1_100, line=line)
    charges.compute(MONTH)
    (row,) = charges.table(MONTH)
    assert (row.holder, row.called) == ("", "（前台）")


def test_months_and_their_sums(house: House, charges: ChargesService):
    assert [one.key for one in LEDGER.months(charges, TODAY)] == ["2026-12"]
    november(house)
    bill(house, "2026-10")
    charges.compute(MONTH)
    assert [(one.key, one.note) for one in LEDGER.months(charges, TODAY)] == [("2026-10", "待计算"), (MONTH, "3 条")]
    band = {one.label: one for one in LEDGER.totals(charges, Query(filters={SPAN: MONTH})).sums}
    assert (band["实际"].fen, band["超额"].fen, band["和账单相差"].text) == (38_300, 2_700, "0.00")
    assert "和账单相差" not in {one.label for one in LEDGER.totals(charges, Query()).sums}
    assert LEDGER.locked("compute", LedgerMonth(MONTH, closed=True))
    assert not LEDGER.locked("sign", LedgerMonth(MONTH, closed=True))


def test_a_lines_year_is_shown_month_by_month(house: House, charges: ChargesService):
    direct, _inside, _bill = november(house)
    call(house, bill(house, "2026-10"), "057155511001", 9_000, line=direct)
    for month in ("2026-10", MONTH):
        charges.compute(month)
    row = next(row for row in charges.table(MONTH) if row.line == direct)
    ladder = LEDGER.ladder(charges, row.id)
    assert ladder.subtitle == "2026 年到现在用 197.00 元，额度 160.00 元"
    assert [(step.title, step.state) for step in ladder.steps] == [
        ("10 月　90.00 元", StepState.REFUSED), ("11 月　168.00 元", StepState.NOW),
    ]  # fmt: skip
    assert LEDGER.ladder(charges, charges.table(MONTH)[-1].id).steps == ()


def test_the_steps_of_a_notice_stand_in_the_panel(house: House, charges: ChargesService):
    direct, inside, _bill = november(house)
    charges.compute(MONTH)
    by_line = {row.line: row.id for row in charges.table(MONTH)}
    record = by_line[direct]
    assert charges.detail(by_line[inside]).steps == ()

    def steps() -> list[tuple[str, str, tuple[str, ...]]]:
        return [(step.title, step.state.value, step.actions) for step in charges.detail(record).steps]

    assert steps()[0] == ("开扣罚通知", "now", ("notify", "excuse"))
    charges.notify([record])
    assert steps()[:2] == [("开扣罚通知", "now", ("print",)), ("财务部审核", "now", ("sign",))]
    assert next_step(charges.row(record)) == "print"
    charges.sign(record, "finance", TODAY, "何会计", "属实")
    assert next_step(charges.row(record)) == "sign"
    assert "财务部审核：何会计 2026-12-03，属实" in house.history("charge", record)
    charges.deduct([record])
    assert steps()[-1][:2] == ("转工资扣款", "now")
    facts = {fact.label: fact.value for fact in charges.detail(record).facts}
    assert (facts["实际话费"], facts["扣款"]) == ("168.00 元", "57.00 元　伍拾柒元整")
    assert charges.detail(None).title == "月话费"


def test_what_is_not_possible_says_why(house: House, charges: ChargesService):
    direct, inside, _bill = november(house)
    charges.compute(MONTH)
    by_line = {row.line: row for row in charges.table(MONTH)}
    locks = {action.key: action.locked for action in REGISTER.actions if action.locked}
    over, within = by_line[direct], by_line[inside]
    assert not locks["notify"](over)
    assert locks["notify"](within) == locks["excuse"](within) == "没有要个人承担的话费"
    assert locks["print"](over) == locks["sign"](over) == "还没有开扣罚通知"
    assert locks["deduct"](over) == "现在是“已计算”"
    charges.excuse([over.id], "总经理批准")
    excused = charges.row(over.id)
    assert locks["notify"](excused) == locks["excuse"](excused) == "现在是“免扣”"
    assert charges.detail(over.id).steps[0].actions == ("charge_again",)


def test_a_year_over_of_a_line_of_nobody_is_refused(house: House, charges: ChargesService):
    line = house.line("8001", number="057155511001", staff=None, quota_fen=1_000, quota_per="year")
    call(house, bill(house, "2025-11"), "057155511001", 1_500, line=line)
    charges.compute("2025-11")
    charges.settle_year(2025)
    with pytest.raises(UserError):
        charges.deduct_year(2025)
