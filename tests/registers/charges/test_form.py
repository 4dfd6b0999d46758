"""The clerk at a month's charges: computing, notices, signatures, wages, the table, the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.ledger_view import MONTH as SPAN
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import TODAY, House
from tests.registers.charges.billed import MONTH, bill, call, november
from tests.registers.counter import Counter, fill_in, leave, sign_with


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    made.bench.hold = lambda _title, work: work(lambda *_done: None)
    yield made
    made.bench.wait()


@pytest.fixture
def charges(house: House) -> ChargesService:
    service: ChargesService = house.services["charges"]
    return service


def computed(house: House, charges: ChargesService) -> tuple[int, int]:
    """November computed; the charges of the two lines, the over-used one first."""
    direct, inside, _bill = november(house)
    charges.compute(MONTH)
    by_line = {row.line: row.id for row in charges.table(MONTH)}
    return by_line[direct], by_line[inside]


def test_the_month_that_is_shown_is_computed(house: House, counter: Counter, charges: ChargesService):
    november(house)
    bill(house, "2026-10")
    counter.window.query = Query(filters={SPAN: MONTH})
    counter.do("charges", "compute")
    assert counter.window.told == ["2026 年 11 月话费：3 条，合计 383.00 元，和账单相差 0.00 元"]
    counter.window.query = Query(filters={SPAN: "2026"})
    counter.prompter.answers.append("2026-10")
    counter.do("charges", "compute")
    assert counter.window.told[-1].startswith("2026 年 10 月话费：1 条")


def test_without_a_bill_the_clerk_is_told_what_to_do_first(counter: Counter):
    counter.do("charges", "compute")
    assert counter.prompter.asked[-1][1].startswith("还没有可以选的月份")


def test_notices_are_numbered_and_shown_for_printing(house: House, counter: Counter, charges: ChargesService):
    over, _inside = computed(house, charges)
    counter.prompter.answers.append(True)
    counter.do("charges", "notify", over)
    assert counter.window.told == ["已开出 1 份扣罚通知 KF-2026-0001"]
    assert counter.titles == ["打印预览　话费扣罚通知单　KF-2026-0001"]
    assert charges.row(over).progress == "待财务部审核"


def test_the_signatures_are_registered_one_after_the_other(house: House, counter: Counter, charges: ChargesService):
    over, _inside = computed(house, charges)
    charges.notify([over])
    for name in ("何会计", "李主任"):
        counter.answer = sign_with(name=name, day=TODAY)
        counter.do("charges", "sign", over)
    counter.answer = sign_with(day=TODAY)
    counter.do("charges", "sign", over)
    row = charges.row(over)
    assert (row.finance_by, row.office_by, row.holder_by) == ("何会计", "李主任", "周文博")
    assert counter.window.told[-1] == "已登记 KF-2026-0001 责任人签收"
    counter.answer = leave
    counter.do("charges", "sign", over)
    assert counter.prompter.asked[-1][1] == "这份通知都签完了。"


def test_signed_notices_go_to_wages(house: House, counter: Counter, charges: ChargesService):
    over, _inside = computed(house, charges)
    charges.notify([over])
    counter.prompter.answers.append(True)
    counter.do("charges", "deduct", over)
    assert charges.row(over).state == "proposed"
    assert counter.window.told == ["已转工资扣款 1 笔：CF-2026-0001"]
    (asked,) = counter.prompter.texts("confirm")
    assert asked.endswith("KF-2026-0001 责任人还没有签收，转过去以后要在处罚通知单上补签。")


def test_nothing_more_is_said_of_a_notice_that_is_signed(house: House, counter: Counter, charges: ChargesService):
    over, _inside = computed(house, charges)
    charges.notify([over])
    for role in ("finance", "office", "holder"):
        charges.sign(over, role, TODAY, "何会计")
    counter.prompter.answers.append(True)
    counter.do("charges", "deduct", over)
    assert counter.prompter.texts("confirm") == ["把 1 份通知共 57.00 元转入处罚台账，从工资里扣。"]


def test_who_pays_for_a_line_of_nobody_is_asked(house: House, counter: Counter, charges: ChargesService):
    line = house.line("8001", number="057155511001", staff=None, quota_fen=100)
    call(house, bill(house), "057155511001", 1_100, line=line)
    charges.compute(MONTH)
    (row,) = charges.table(MONTH)
    charges.notify([row.id])
    payer = house.person()

    def answer(dialog: Any) -> bool:
        dialog.field("staff")._take(hits([house.staff.row(payer)], active_only=False)[0])
        return fill_in()(dialog)

    counter.answer = answer
    counter.prompter.answers.append(True)
    counter.do("charges", "deduct", row.id)
    assert charges.row(row.id).state == "proposed"


def test_a_notice_is_taken_back_and_a_charge_excused_with_a_reason(
    house: House, counter: Counter, charges: ChargesService
):
    over, _inside = computed(house, charges)
    charges.notify([over])
    counter.answer = fill_in(reason="话单补了一笔")
    counter.do("charges", "withdraw", over)
    assert charges.row(over).state == "computed"
    counter.answer = fill_in(reason="出国谈判，总经理批准")
    counter.do("charges", "excuse", over)
    assert charges.row(over).state == "excused"
    assert counter.window.told[-1] == "已免扣　8001 周文博　57.00 元"
    counter.do("charges", "charge_again", over)
    assert charges.row(over).state == "computed"


def test_the_months_table_is_printed_and_handed_in(house: House, counter: Counter, charges: ChargesService):
    computed(house, charges)
    counter.do("charges", "print_table")
    assert counter.titles == ["打印预览　月话费统计表"]
    counter.answer = fill_in(on=TODAY, by="李主任")
    counter.do("charges", "hand_in")
    table = charges.table_of(MONTH)
    assert table is not None
    assert (table.sent_on, table.received_by) == (TODAY, "李主任")


def test_a_year_is_settled_printed_and_what_is_over_handed_to_wages(
    house: House, counter: Counter, charges: ChargesService
):
    line = house.line("8001", number="057155511001", staff=house.person(), quota_fen=1_000, quota_per="year")
    call(house, bill(house, "2025-11"), "057155511001", 1_500, line=line)
    charges.compute("2025-11")
    counter.prompter.answers.extend(["2025", True])
    counter.do("charges", "settle")
    assert counter.window.told == ["2025 年话费已年结：1 条线路，还应扣 5.00 元", "已转工资扣款 1 笔：CF-2026-0001"]
    assert counter.titles == ["打印预览　话费年结表"]
    counter.do("charges", "print_year")
    assert counter.titles == ["打印预览　话费年结表"] * 2


def test_what_is_due_stands_in_today(house: House, charges: ChargesService):
    from desk_mailadmin.registers.charges.register import REGISTER

    assert REGISTER.todos(charges, TODAY) == []
    over, _inside = computed(house, charges)
    table, notice = REGISTER.todos(charges, TODAY)
    assert (table.title, table.due, table.action) == ("上月话费表待送出", date(2026, 12, 4), "hand_in")
    assert (notice.title, notice.text) == ("话费超额待通知", "2026 年 11 月　8001 周文博　共 57.00 元")
    charges.notify([over])
    charges.hand_in(MONTH, TODAY, "")
    (printing,) = REGISTER.todos(charges, TODAY)
    assert printing.title == "扣罚通知待打印"
