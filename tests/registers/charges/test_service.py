"""A month's charges from its bills: whose they are, that nothing of the bills is lost, and what follows."""

from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.ledger_view import MONTH as SPAN
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.charges.listing import ChargeRow
from desk_mailadmin.registers.charges.rules import INFO_IN_QUOTA, NO_QUOTA, QUOTA_COVERS
from desk_mailadmin.registers.charges.service import ChargesService
from tests.registers.builders import TODAY, House, refusal
from tests.registers.charges.billed import MONTH, TRUNK, bill, call, november, number, recovered


@pytest.fixture
def charges(house: House) -> ChargesService:
    service: ChargesService = house.services["charges"]
    return service


def of(charges: ChargesService, line: int, month: str = MONTH) -> ChargeRow:
    """The charge of a line."""
    (found,) = [row for row in charges.table(month) if row.line == line]
    return found


def test_a_month_comes_to_what_its_bills_come_to(house: House, charges: ChargesService):
    direct, inside, _bill = november(house)
    done = charges.compute(MONTH)
    assert (done.bills_fen, done.total_fen, done.difference_fen) == (38_300, 38_300, 0)
    assert [(row.kind, row.title) for row in charges.table(MONTH)] == [
        ("line", "8001"),
        ("line", "8042"),
        ("trunk", "0571-55510000"),
    ]
    over = of(charges, direct)
    assert (over.rent_fen, over.fixed_fen, over.local_fen, over.long_fen) == (2_500, 600, 7_000, 3_600)
    assert (over.info_fen, over.other_fen, over.total_fen) == (3_000, 100, 16_800)
    assert (over.used_fen, over.over_fen, over.self_fen, over.company_fen) == (10_700, 2_700, 5_700, 11_100)
    assert (over.holder, over.dept, over.calls, over.seconds) == ("周文博", "国际业务部", 3, 180)
    assert (of(charges, inside).total_fen, of(charges, inside).over_fen) == (1_200, 0)
    trunk = charges.table(MONTH)[-1]
    assert (trunk.rent_fen, trunk.local_fen, trunk.company_fen, trunk.self_fen) == (20_000, 300, 20_300, 0)


def test_a_number_nobody_registered_stands_by_itself(house: House, charges: ChargesService):
    made = bill(house)
    call(house, made, "057155519999", 400)
    number(house, made, "057155519999", rent=2_500)
    charges.compute(MONTH)
    (row,) = charges.table(MONTH)
    assert (row.kind, row.phone, row.total_fen, row.self_fen) == ("unknown", "0571-55519999", 2_900, 0)


def test_a_line_that_nobody_called_from_stands_there_with_its_quota(house: House, charges: ChargesService):
    line = house.line("8001", number="057155511001", quota_fen=8_000)
    bill(house)
    charges.compute(MONTH)
    row = of(charges, line)
    assert (row.total_fen, row.quota_fen) == (0, 8_000)


def test_without_a_person_the_line_is_the_heads(house: House, charges: ChargesService):
    line = house.line("8001", number="057155511001", staff=None)
    house.desk.database.execute_sql("UPDATE department SET manager = '马俊'")
    bill(house)
    charges.compute(MONTH)
    assert of(charges, line).holder == "马俊"


def test_the_office_decides_what_quotas_cover(house: House, charges: ChargesService):
    direct, inside, _bill = november(house)
    house.decide(QUOTA_COVERS, "all")
    house.decide(INFO_IN_QUOTA, value=True)
    charges.compute(MONTH)
    row = of(charges, direct)
    assert (row.used_fen, row.over_fen, row.self_fen) == (16_800, 8_800, 11_800)
    house.lines.edit(inside, house.lines.entry(inside).__class__(**{**_fields(house, inside), "quota_fen": None}))
    charges.compute(MONTH)
    assert of(charges, inside).quota_fen is None
    house.decide(NO_QUOTA, "zero")
    charges.compute(MONTH)
    assert of(charges, inside).over_fen == 1_200


def _fields(house: House, line: int) -> dict[str, object]:
    entry = house.lines.entry(line)
    return {name: getattr(entry, name) for name in entry.__struct_fields__}


def test_a_month_is_computed_again_until_its_notices_are_out(house: House, charges: ChargesService):
    direct, inside, made = november(house)
    charges.compute(MONTH)
    charges.notify([of(charges, direct).id])
    call(house, made, TRUNK, 500, line=inside)
    call(house, made, "057155511001", 900, line=direct)
    assert charges.difference(MONTH) == 1_400
    done = charges.compute(MONTH)
    assert (of(charges, inside).total_fen, of(charges, direct).total_fen) == (1_700, 16_800)
    assert (done.changed, done.frozen, done.difference_fen) == (1, 1, 900), "what has a notice is told, not changed"
    charges.void(of(charges, direct).id, TODAY, "话单补了一笔")
    assert charges.compute(MONTH).difference_fen == 0
    assert [(one.number, one.reason) for one in charges.voids_of(MONTH)] == [("KF-2026-0001", "话单补了一笔")]
    assert charges.notify([of(charges, direct).id]) == ["KF-2026-0002"]
    assert list(charges.notices_of(MONTH)) == ["KF-2026-0001", "KF-2026-0002"]


def test_what_the_bills_hold_no_more_goes(house: House, charges: ChargesService):
    made = bill(house)
    call(house, made, "057155519999", 400)
    charges.compute(MONTH)
    house.desk.database.execute_sql("DELETE FROM call")
    house.desk.database.execute_sql("UPDATE bill SET calls_fen = 0")
    assert charges.compute(MONTH).total_fen == 0
    assert charges.table(MONTH) == []


def test_a_closed_month_and_one_without_bills_are_not_computed(house: House, charges: ChargesService):
    with pytest.raises(UserError) as fault:
        charges.compute("2026-10")
    assert refusal(fault.value)[1] == "2026 年 10 月还没有导入话单。"
    november(house)
    charges.compute(MONTH)
    house.close_month(MONTH)
    with pytest.raises(UserError):
        charges.compute(MONTH)


def test_a_notice_goes_from_finance_by_the_office_to_wages(house: House, charges: ChargesService):
    direct, _inside, _bill = november(house)
    charges.compute(MONTH)
    record = of(charges, direct).id
    assert charges.notify([record]) == ["KF-2026-0001"]
    for role, signer in (("finance", "何会计"), ("office", "李主任"), ("holder", "周文博")):
        assert charges.row(record).missing[0] == role
        charges.sign(record, role, TODAY, signer)
    assert charges.row(record).progress == "已签完，待转工资扣款"
    (case,) = charges.deduct([record])
    row = charges.row(record)
    assert (row.state, row.penalty) == ("proposed", case)
    made = house.penalties.row(house.penalties.numbered(case) or 0)
    assert (made.act, made.clause, made.recovery_fen, made.fine_fen) == ("month_over", "002/9.3", 5_700, 0)
    assert (made.source, made.signed_on, made.occurred_on) == (f"charge:{record}", TODAY, date(2026, 11, 30))
    house.penalties.pay_cash(made.id, 5_700, TODAY, "收据 1")
    assert charges.row(record).state == "settled"
    assert charges.of_penalty(case) == record


def test_a_case_that_is_void_makes_the_notice_wait_again(house: House, charges: ChargesService):
    direct, _inside, _bill = november(house)
    charges.compute(MONTH)
    record = of(charges, direct).id
    charges.notify([record])
    (case,) = charges.deduct([record])
    house.penalties.void(house.penalties.numbered(case) or 0, TODAY, "录错")
    assert charges.row(record).state == "notified"
    (second,) = charges.deduct([record])
    assert second != case


def test_fees_that_a_case_takes_back_are_not_taken_again(house: House, charges: ChargesService):
    direct, _inside, made = november(house)
    info = call(house, made, "057155511001", 2_100, kind="info", info=2_000, line=direct)
    case = house.issued(house.person("宋翔"), act="call_168", clause="002/12.九", fee_fen=2_100)
    recovered(house, info, direct, 2_100, case)
    charges.compute(MONTH)
    row = of(charges, direct)
    assert (row.self_fen, row.elsewhere_fen, row.asked_fen) == (7_800, 2_100, 5_700)
    house.penalties.void(case, TODAY, "录错人")
    charges.compute(MONTH)
    assert of(charges, direct).asked_fen == 7_800


def test_a_fine_of_so_many_times_the_fee_takes_no_fee_back(house: House, charges: ChargesService):
    direct, _inside, made = november(house)
    info = call(house, made, "057155511001", 2_100, kind="info", info=2_000, line=direct)
    recovered(house, info, direct, 2_100, house.issued(house.person("宋翔"), act="call_168", fee_fen=2_100))
    charges.compute(MONTH)
    assert of(charges, direct).elsewhere_fen == 0


def test_a_case_made_after_the_sum_went_to_wages_is_named(house: House, charges: ChargesService):
    direct, _inside, made = november(house)
    info = call(house, made, "057155511001", 2_100, kind="info", info=2_000, line=direct)
    charges.compute(MONTH)
    record = of(charges, direct).id
    charges.notify([record])
    charges.deduct([record])
    assert charges.doubled(MONTH) == []
    case = house.issued(house.person("宋翔"), act="call_168", clause="002/12.九", fee_fen=2_100)
    recovered(house, info, direct, 2_100, case)
    assert charges.doubled(MONTH) == [("8001", 2_100)]


def test_a_private_call_of_somebody_else_is_not_the_holders(house: House, charges: ChargesService):
    direct, _inside, made = november(house)
    call(house, made, "057155511001", 500, line=direct, private_by=house.person("宋翔"))
    charges.compute(MONTH)
    row = of(charges, direct)
    assert (row.private_fen, row.self_fen, row.elsewhere_fen, row.asked_fen) == (500, 6_200, 500, 5_700)


def test_who_is_to_pay_is_asked_where_nobody_is_known(house: House, charges: ChargesService):
    line = house.line("8001", number="057155511001", staff=None, quota_fen=100)
    made = bill(house)
    call(house, made, "057155511001", 1_100, line=line)
    charges.compute(MONTH)
    record = of(charges, line).id
    charges.notify([record])
    with pytest.raises(UserError) as fault:
        charges.deduct([record])
    assert refusal(fault.value) == ("staff", "8001 没有责任人，选由谁承担。")
    charges.deduct([record], house.person())
    assert charges.row(record).state == "proposed"


def test_fees_without_any_overage_go_to_wages_by_their_own_article(house: House, charges: ChargesService):
    line = house.line("8001", number="057155511001", staff=house.person(), quota_fen=10_000)
    made = bill(house)
    call(house, made, "057155511001", 3_100, kind="info", info=3_000, line=line)
    charges.compute(MONTH)
    record = of(charges, line).id
    charges.notify([record])
    (case,) = charges.deduct([record])
    found = house.penalties.row(house.penalties.numbered(case) or 0)
    assert (found.clause, found.recovery_fen) == ("002/6.四", 3_000)


def test_a_charge_may_be_excused_with_a_reason_and_charged_again(house: House, charges: ChargesService):
    direct, inside, _bill = november(house)
    charges.compute(MONTH)
    record = of(charges, direct).id
    with pytest.raises(UserError):
        charges.excuse([record], " ")
    charges.excuse([record], "出国谈判，总经理批准")
    assert (charges.row(record).state, charges.row(record).progress) == ("excused", "出国谈判，总经理批准")
    with pytest.raises(UserError):
        charges.notify([record])
    charges.charge_again(record)
    assert charges.row(record).state == "computed"
    with pytest.raises(UserError):
        charges.notify([of(charges, inside).id])
    with pytest.raises(UserError):
        charges.charge_again(record)


def test_signatures_come_in_order_dated_and_named(house: House, charges: ChargesService):
    direct, _inside, _bill = november(house)
    charges.compute(MONTH)
    record = of(charges, direct).id
    with pytest.raises(UserError):
        charges.sign(record, "finance", TODAY, "何会计")
    charges.notify([record])
    for on, signer in ((date(2026, 12, 2), "何会计"), (date(2026, 12, 4), "何会计"), (TODAY, " ")):
        with pytest.raises(UserError):
            charges.sign(record, "finance", on, signer)
    charges.sign(record, "finance", TODAY, "何会计")
    with pytest.raises(UserError):
        charges.sign(record, "finance", TODAY, "何会计")


def test_the_table_goes_to_the_general_managers_office(house: House, charges: ChargesService):
    november(house)
    with pytest.raises(UserError):
        charges.hand_in(MONTH, TODAY, "李主任")
    charges.compute(MONTH)
    assert charges.due(MONTH) == date(2026, 12, 4), "the sixth is a Sunday"
    charges.hand_in(MONTH, TODAY, "李主任")
    table = charges.table_of(MONTH)
    assert table is not None
    assert (table.sent_on, table.received_by, table.bills_fen) == (TODAY, "李主任", 38_300)


def test_sums_are_those_of_the_list(house: House, charges: ChargesService):
    november(house)
    charges.compute(MONTH)
    sums = charges.sums(Query(filters={SPAN: MONTH}))
    assert (sums["lines"], sums["total"], sums["over"], sums["self"]) == (2, 38_300, 2_700, 5_700)
    for overview in ("dept", "line", SPAN):
        groups = charges.groups(overview, Query(filters={SPAN: MONTH}))
        assert sum(group.figures[2] for group in groups) == 38_300
    assert [group.title for group in charges.groups("dept", Query())] == ["中继未归属", "国际业务部"]


def test_a_charge_is_found_by_holder_number_and_notice(house: House, charges: ChargesService):
    direct, _inside, _bill = november(house)
    charges.compute(MONTH)
    record = of(charges, direct).id
    charges.notify([record])
    for text in ("zwb", "8001", "1001", "KF-2026-0001", "国际"):
        assert record in house.found("charges", text), text


@pytest.fixture
def year(house: House, charges: ChargesService) -> tuple[int, int]:
    """Two lines over 2025, computed month by month: one with a lump quota of the year, one with monthly ones."""
    lump = house.line("8001", number="057155511001", staff=house.person(), quota_fen=12_000, quota_per="year")
    monthly = house.line("8002", number="057155511002", staff=house.person("宋翔"), quota_fen=1_000, carry_over=True)
    for month in range(1, 13):
        made = bill(house, f"2025-{month:02}")
        call(house, made, "057155511001", 1_100, line=lump, started=f"2025-{month:02}-05 09:00:00")
        spent = 2_500 if month == 6 else 700
        call(house, made, "057155511002", spent, line=monthly, started=f"2025-{month:02}-05 09:00:00")
        charges.compute(f"2025-{month:02}")
    return lump, monthly


def test_a_year_is_settled_and_what_is_over_goes_to_wages(house: House, charges: ChargesService, year: tuple[int, int]):
    lump, monthly = year
    by_line = {one.row.line: one for one in charges.settle_year(2025)}
    assert by_line[lump].months == (1_100,) * 12
    came = by_line[lump].year
    assert (came.quota_fen, came.actual_fen, came.over_fen, came.asked_fen) == (12_000, 13_200, 1_200, 1_200)
    saved = by_line[monthly].year
    assert (saved.quota_fen, saved.actual_fen, saved.over_fen, saved.left_fen) == (12_000, 10_200, 0, 1_800)
    assert saved.carried_fen == 1_800
    (case,) = charges.deduct_year(2025)
    made = house.penalties.row(house.penalties.numbered(case) or 0)
    assert (made.act, made.clause, made.recovery_fen) == ("year_over", "002/6.一", 1_200)
    assert charges.deduct_year(2025) == []
    with pytest.raises(UserError):
        charges.settle_year(2025)
    with pytest.raises(UserError):
        charges.settle_year(2026)


def test_what_a_year_saved_covers_the_next_until_it_is_used_up(
    house: House, charges: ChargesService, year: tuple[int, int]
):
    _lump, monthly = year
    charges.settle_year(2025)
    for month, spent in (("2026-01", 2_200), ("2026-02", 2_000)):
        call(house, bill(house, month), "057155511002", spent, line=monthly, started=f"{month}-05 09:00:00")
        charges.compute(month)
    first, second = (of(charges, monthly, month) for month in ("2026-01", "2026-02"))
    assert (first.saved_fen, first.over_fen) == (1_800, 0)
    assert (second.saved_fen, second.over_fen) == (600, 400)


def test_a_month_is_computed_by_whose_the_line_was_then(house: House, charges: ChargesService):
    first, second = house.person(), house.person("宋翔")
    line = house.line("8001", number="057155511001", staff=first, quota_fen=100)
    department = house.staff.department_of(second)
    house.lines.assign(line, second, department, date(2026, 11, 16))
    made = bill(house)
    call(house, made, "057155511001", 500, line=line)
    call(house, bill(house, "2026-10"), "057155511001", 500, line=line)
    charges.compute(MONTH)
    charges.compute("2026-10")
    assert (of(charges, line).holder, of(charges, line).remark) == ("宋翔", "11-15 前是周文博")
    assert of(charges, line, "2026-10").holder == "周文博"
