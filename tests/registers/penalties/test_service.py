"""Cases through the real services: proposed, decided, served, paid, taken back (000/6.0, 002/15, M4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.rules import APPEAL_DAYS, CAP_PERCENT, MINIMUM_WAGE
from desk_mailadmin.registers.penalties.service import SAME
from desk_mailadmin.registers.rulebook.entries import FINES
from tests.registers.builders import TODAY, House

NOVEMBER, DECEMBER, JANUARY = "2026-11", "2026-12", "2027-01"


def unrelated(staff: int, on: date = TODAY, **changes: Any) -> PenaltyEntry:
    return PenaltyEntry(staff=staff, occurred_on=on, act="forward_unrelated", **changes)


# entering


def test_a_case_takes_what_the_rulebook_proposes_and_the_years_next_number(house: House) -> None:
    first, second = house.issued(house.person()), house.issued(house.person("程思思"))
    row = house.penalties.row(first)
    assert (row.number, house.penalties.row(second).number) == ("CF-2026-0001", "CF-2026-0002")
    assert (row.state, row.month, row.clause) == ("issued", DECEMBER, "002/15.一.3")
    assert (row.fine_fen, row.recovery_fen, row.formula) == (22_200, 0, "20×8.60+50×1")
    assert (row.sanction, row.execution, row.deduct_month) == ("罚款", "payroll", JANUARY)
    assert [(line.kind, line.amount_fen) for line in house.penalties.lines(first)] == [("fine", 22_200)]
    assert "开出处罚通知单 CF-2026-0001" in house.penalties.detail(first).history[0].what


def test_the_other_articles_that_hit_the_same_act_are_named_and_one_is_taken_by_its_clause(house: House) -> None:
    entry = PenaltyEntry(staff=house.person(), occurred_on=TODAY, act="call_168", fee_fen=860)
    rivals = [article.clause for article, _proposal in house.penalties.proposal(entry).rivals]
    assert rivals == ["002/12.九", "002/6.四"]
    row = house.penalties.row(house.penalties.enter(replace(entry, clause="002/12.九")))
    assert (row.fine_fen, row.recovery_fen, row.sanction) == (0, 860, "追缴 + 停机")
    assert row.stop_until == date(2027, 1, 3)


def test_leaving_the_proposal_needs_a_reason(house: House) -> None:
    entry = PenaltyEntry(staff=house.person(), occurred_on=TODAY, act="call_168", fee_fen=860, fine_fen=5_000)
    with pytest.raises(UserError, match="写明改动理由") as refused:
        house.penalties.enter(entry)
    assert refused.value.field == "reason"
    assert house.penalties.keys(Query()).tolist() == []
    row = house.penalties.row(house.penalties.enter(replace(entry, reason="初次，主动交代")))
    assert (row.fine_fen, row.change_reason) == (5_000, "初次，主动交代")


def test_a_figure_of_a_range_needs_a_reason_and_stays_within_it(house: House) -> None:
    entry = PenaltyEntry(staff=house.person(), occurred_on=TODAY, act="big_mail")
    with pytest.raises(UserError, match="按情节定"):
        house.penalties.enter(entry)
    house.penalties.enter(replace(entry, fine_fen=60_000, reason="第二次提醒后再犯"))
    with pytest.raises(UserError, match="写明改动理由"):
        house.penalties.enter(
            PenaltyEntry(staff=house.person("程思思"), occurred_on=TODAY, act="big_mail", fine_fen=90_000)
        )


def test_the_same_fact_is_not_dealt_with_twice_by_accident(house: House) -> None:
    staff = house.person()
    house.issued(staff)
    again = PenaltyEntry(staff=staff, occurred_on=TODAY, act="call_168", fee_fen=860)
    with pytest.raises(NeedsConfirmation, match="已经有 CF-2026-0001") as asked:
        house.penalties.enter(again)
    assert asked.value.key == SAME
    house.penalties.enter(again, confirmed={SAME})
    assert len(house.penalties.keys(Query())) == 2


def test_another_time_of_the_day_is_another_fact(house: House) -> None:
    staff = house.person()
    house.issued(staff, occurred_at="09:05")
    assert not house.penalties.proposal(
        PenaltyEntry(staff=staff, occurred_on=TODAY, act="call_168", fee_fen=860, occurred_at="14:05")
    ).same


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"occurred_on": TODAY + timedelta(days=1)}, "occurred_on"),
        ({"occurred_at": "25:00"}, "occurred_at"),
        ({"times": 0}, "times"),
        ({"fee_fen": -1}, "fee_fen"),
        ({"fine_fen": 100_000_001}, "fine_fen"),
        ({"sanctions": ("flogging",)}, "sanctions"),
        ({"execution": "barter"}, "execution"),
        ({"first_month": "2027-13"}, "first_month"),
        ({"instalments": 37}, "instalments"),
        ({"act": "", "clause": ""}, "clause"),
    ],
)
def test_what_cannot_stand_is_refused_at_its_field_and_takes_no_number(
    house: House, changes: dict[str, Any], field: str
) -> None:
    entry = PenaltyEntry(staff=house.person(), occurred_on=TODAY, act="call_168", fee_fen=860)
    with pytest.raises(UserError) as refused:
        house.penalties.enter(replace(entry, **changes))
    assert refused.value.field == field
    assert house.desk.sequences.last("CF", 2026) == 0


def test_an_article_out_of_force_hits_nothing(house: House) -> None:
    rulebook = house.services["rulebook"]
    for clause in ("002/15.一.3", "002/12.九", "002/6.四"):
        rulebook.switch(clause, TODAY, "本单位不施行", active=False)
    with pytest.raises(UserError, match="没有施行的条款") as refused:
        house.issued()
    assert refused.value.field == "act"


def test_an_office_that_fines_nobody_still_recovers(house: House) -> None:
    house.decide(FINES, False)
    staff = house.person()
    assert house.penalties.row(house.issued(staff)).fine_fen == 0
    recovered = house.issued(staff, act="call_160", occurred_on=TODAY - timedelta(days=1))
    assert house.penalties.row(recovered).recovery_fen == 860


def test_plain_data_enter_a_case_and_say_what_they_do_not_know(house: House) -> None:
    house.person(emp_no="A10231")
    record = house.penalties.enter_plain(
        {"emp_no": "A10231", "act": "alarm_phone", "occurred_on": "2026-12-01", "times": 2, "facts": "占用报警电话"}
    )
    assert house.penalties.row(record).fine_fen == 10_000
    with pytest.raises(UserError, match="不认识的栏目"):
        house.penalties.enter_plain({"emp_no": "A10231", "amount": 5})
    with pytest.raises(UserError, match="没有工号"):
        house.penalties.enter_plain({"emp_no": "B9", "act": "alarm_phone", "occurred_on": "2026-12-01"})
    with pytest.raises(UserError, match="应写成"):
        house.penalties.enter_plain({"emp_no": "A10231", "act": "alarm_phone", "occurred_on": "12/1"})


# counting


def test_a_ladder_is_climbed_year_after_year_through_transfer_and_change_of_name(house: House) -> None:
    staff = house.person()
    house.past_case(staff, date(2024, 5, 18), sanctions=("pay_cut",))
    entry = house.staff.entry(staff)
    house.staff.edit(staff, replace(entry, name="周文渊", dept="软件部"))
    derived = house.penalties.proposal(unrelated(staff))
    assert (derived.offence_no, derived.proposal.sanctions) == (2, ("demotion",))
    assert [row.name for row in derived.before] == ["周文博"]
    record = house.penalties.enter(unrelated(staff))
    row = house.penalties.row(record)
    assert (row.name, row.dept, row.sanction, row.next_time, row.execution) == (
        "周文渊",
        "软件部",
        "降职",
        "再犯：辞退",
        "hr",
    )
    third = house.penalties.proposal(unrelated(staff, house.later()))
    assert (third.offence_no, third.proposal.sanctions) == (3, ("dismissal",))


def test_the_order_of_entry_within_a_day_does_not_change_the_proposal(house: House) -> None:
    staff = house.person()
    morning = house.penalties.enter(unrelated(staff, occurred_at="09:00"))
    evening = house.penalties.proposal(unrelated(staff, occurred_at="17:00"))
    assert house.penalties.row(morning).offence_no == evening.offence_no == 1


def test_voids_reversals_and_wholly_withdrawn_cases_do_not_count(house: House) -> None:
    staff, yesterday = house.person(), TODAY - timedelta(days=1)
    for end in ("void", "reverse", "withdraw"):
        record = house.penalties.enter(unrelated(staff, yesterday))
        assert house.penalties.proposal(unrelated(staff)).offence_no == 2
        if end == "void":
            house.penalties.void(record, TODAY, "录错")
        else:
            house.penalties.sign(record, TODAY)
        if end == "reverse":
            house.penalties.reverse(record, TODAY, "记错了人", "王志刚")
        if end == "withdraw":
            house.penalties.appeal(record, TODAY, "不是我转发的")
            house.penalties.decide_appeal(record, TODAY, "withdrawn", "查证属实", "王志刚")
        assert house.penalties.proposal(unrelated(staff)).offence_no == 1


def test_what_comes_to_light_late_names_the_cases_decided_without_it(house: House) -> None:
    staff = house.person()
    record = house.penalties.enter(unrelated(staff))
    late = house.penalties.proposal(unrelated(staff, TODAY - timedelta(days=3)))
    assert [row.id for row in late.later] == [record]
    assert late.offence_no == 1


# drafts


def test_a_draft_has_no_number_no_money_and_keeps_what_is_left_to_the_rulebook(house: House) -> None:
    staff = house.person()
    record = house.penalties.draft(unrelated(staff))
    row = house.penalties.row(record)
    assert (row.state, row.number, row.month) == ("draft", "", "")
    assert house.penalties.lines(record) == []
    assert house.penalties.proposal(unrelated(staff, house.later())).offence_no == 1
    assert house.penalties.entry(record).sanctions is None
    house.penalties.issue(record)
    assert (house.penalties.row(record).state, house.penalties.row(record).number) == ("issued", "CF-2026-0001")
    with pytest.raises(UserError, match="已经正式开出"):
        house.penalties.draft(unrelated(staff), record)


def test_a_deleted_draft_comes_back(house: House) -> None:
    record = house.penalties.draft(unrelated(house.person(), facts="转发笑话"))
    house.penalties.drop_draft(record)
    assert house.penalties.keys(Query()).tolist() == []
    last = house.desk.last_deed()
    assert last is not None
    house.desk.undo(last.seq)
    assert house.penalties.row(record).facts == "转发笑话"
    assert house.penalties.keys(Query(search="笑话")).tolist() == [record]


# serving and appealing


def test_a_notice_is_signed_and_the_days_of_appeal_begin(house: House) -> None:
    record = house.served()
    row = house.penalties.row(record)
    assert (row.state, row.signed_on, row.appeal_until) == ("signed", TODAY, date(2026, 12, 10))
    with pytest.raises(UserError, match="不能登记签收"):
        house.penalties.sign(record, TODAY)


def test_a_refusal_needs_a_witness_and_serves_the_notice(house: House) -> None:
    record = house.issued()
    with pytest.raises(UserError, match="还没有写见证人"):
        house.penalties.refuse(record, TODAY, " ")
    house.penalties.refuse(record, TODAY, "何美玲", "不认账")
    row = house.penalties.row(record)
    assert (row.state, row.witness, row.refusal) == ("refused", "何美玲", "不认账")
    house.later(7)
    house.penalties.sign(record, house.clock.today())
    assert (house.penalties.row(record).state, house.penalties.row(record).appeal_until) == (
        "signed",
        date(2026, 12, 10),
    )


def test_an_appeal_within_its_days_stops_the_deduction_until_it_is_decided(house: House) -> None:
    record = house.served()
    house.penalties.appeal(record, TODAY, "电话不是我打的")
    assert house.penalties.row(record).state == "appealed"
    house.later(31)
    assert house.penalties.deduction_list(JANUARY) == ()
    with pytest.raises(UserError, match="不能从工资扣款"):
        house.penalties.deduct(JANUARY, {record: 100}, house.clock.today())
    house.penalties.decide_appeal(record, house.clock.today(), "upheld", "账单核对属实", "王志刚")
    assert house.penalties.row(record).state == "signed"
    assert [line.fen for line in house.penalties.deduction_list(JANUARY)] == [22_200]
    with pytest.raises(UserError, match="不能再申诉"):
        house.penalties.appeal(record, house.clock.today(), "再说一次")


def test_an_appeal_after_its_days_is_refused(house: House) -> None:
    house.decide(APPEAL_DAYS, 2)
    record = house.served()
    house.later(10)
    with pytest.raises(UserError, match="申诉期到 2026-12-07 为止"):
        house.penalties.appeal(record, house.clock.today(), "电话不是我打的")


def test_a_changed_decision_lowers_the_sum_and_never_raises_it(house: House) -> None:
    record = house.served()
    house.penalties.appeal(record, TODAY, "只打了一次")
    with pytest.raises(UserError, match="申诉不加重"):
        house.penalties.decide_appeal(record, TODAY, "changed", "改", "王志刚", due_fen=22_201)
    house.penalties.decide_appeal(record, TODAY, "changed", "话费重核", "王志刚", due_fen=10_000)
    row = house.penalties.row(record)
    assert (row.state, row.waived_fen, row.rest_fen) == ("signed", 12_200, 10_000)
    assert house.penalties.plan_of(record) == ((JANUARY, 10_000),)


def test_a_withdrawn_case_owes_back_what_was_paid(house: House) -> None:
    record = house.served()
    house.penalties.pay_cash(record, 20_000, TODAY, "收据 12")
    house.penalties.appeal(record, TODAY, "冤枉")
    house.penalties.decide_appeal(record, TODAY, "withdrawn", "查证属实", "王志刚")
    row = house.penalties.row(record)
    assert (row.state, row.rest_fen) == ("waived", -20_000)
    with pytest.raises(UserError, match=r"已收 200\.00 元"):
        house.penalties.refund(record, 20_001, TODAY)
    house.penalties.refund(record, 20_000, TODAY, "付款 3")
    assert house.penalties.row(record).rest_fen == 0


def test_a_sanction_without_money_goes_to_the_personnel_department(house: House) -> None:
    record = house.penalties.enter(unrelated(house.person()))
    with pytest.raises(UserError, match="签收或拒签以后"):
        house.penalties.report_to_hr([record], TODAY)
    house.penalties.sign(record, TODAY)
    house.penalties.report_to_hr([record], TODAY)
    assert house.penalties.row(record).state == "reported"
    house.penalties.reply(record, "自 2027 年 1 月降一级工资")
    assert "自 2027 年 1 月降一级工资" in str(house.penalties.detail(record).steps)
    with pytest.raises(UserError, match="已经报过"):
        house.penalties.report_to_hr([record], TODAY)


# money


def test_recovery_and_fine_are_separate_debits_and_payments_close_the_recovery_first(house: House) -> None:
    record = house.served(act="private_long_distance", clause="002/12.八", fee_fen=1_240)
    row = house.penalties.row(record)
    assert (row.recovery_fen, row.fine_fen) == (1_240, 5_000)
    house.penalties.pay_cash(record, 2_000, TODAY)
    recovery, fine = house.penalties.lines(record)[:2]
    assert [(line.kind, line.closes, line.amount_fen) for line in house.penalties.lines(record)[2:]] == [
        ("cash", recovery.id, -1_240),
        ("cash", fine.id, -760),
    ]
    assert (house.penalties.row(record).state, house.penalties.row(record).rest_fen) == ("carried", 4_240)


def test_a_waiver_needs_reason_and_approver_and_closes_what_is_open(house: House) -> None:
    record = house.served()
    for reason, approver in ((" ", "王志刚"), ("困难", " ")):
        with pytest.raises(UserError, match="还没有写"):
            house.penalties.waive(record, 100, reason, approver, TODAY)
    with pytest.raises(UserError, match="超过未结清"):
        house.penalties.waive(record, 22_201, "困难", "王志刚", TODAY)
    house.penalties.waive(record, 2_200, "困难", "王志刚", TODAY)
    assert house.penalties.plan_of(record) == ((JANUARY, 20_000),)
    house.penalties.waive(record, 20_000, "特别困难", "许静怡", TODAY)
    row = house.penalties.row(record)
    assert (row.state, row.rest_fen, row.approver) == ("waived", 0, "许静怡")


def test_instalments_are_deducted_month_by_month_and_what_was_not_is_carried_over(house: House) -> None:
    record = house.served()
    assert house.penalties.plan(record, JANUARY, 3) == ((JANUARY, 7_400), ("2027-02", 7_400), ("2027-03", 7_400))
    house.later(40)
    today = house.clock.today()
    (line,) = house.penalties.deduction_list(JANUARY)
    assert (line.wanted_fen, line.fen) == (7_400, 7_400)
    house.penalties.deduct(JANUARY, {record: 5_000}, today, "1 月工资表")
    (line,) = house.penalties.deduction_list(JANUARY)
    assert (line.wanted_fen, line.deducted_fen) == (2_400, 5_000)
    house.later(30)
    (line,) = house.penalties.deduction_list("2027-02")
    assert (line.wanted_fen, line.deducted_fen) == (9_800, 0)
    assert house.penalties.row(record).state == "carried"
    house.penalties.deduct("2027-02", {record: 9_800}, house.clock.today())
    house.later(30)
    house.penalties.deduct("2027-03", {record: 7_400}, house.clock.today())
    assert (house.penalties.row(record).state, house.penalties.row(record).rest_fen) == ("deducted", 0)


def test_the_cap_moves_what_a_wage_cannot_bear_to_later_months(house: House) -> None:
    house.decide(CAP_PERCENT, 20)
    staff = house.person()
    house.penalties.set_wage(staff, 50_000, TODAY)
    record = house.served(staff)
    assert house.penalties.plan_of(record) == ((JANUARY, 10_000), ("2027-02", 10_000), ("2027-03", 2_200))
    other = house.served(staff, act="alarm_phone")
    assert house.penalties.plan_of(other) == (("2027-03", 5_000),)
    house.later(31)
    lines = house.penalties.deduction_list(JANUARY)
    assert [(line.case.id, line.fen) for line in lines] == [(record, 10_000)]
    house.decide(MINIMUM_WAGE, 450)
    assert house.penalties.deduction_list(JANUARY)[0].fen == 5_000
    assert "最低工资" in house.penalties.deduction_list(JANUARY)[0].note


def test_a_leaver_settles_everything_with_the_last_wage(house: House) -> None:
    staff = house.person()
    record = house.served(staff)
    house.penalties.plan(record, "2027-06", 3)
    house.staff.leave(staff, TODAY)
    (line,) = house.penalties.deduction_list(DECEMBER)
    assert (line.fen, line.note) == (22_200, "离职结清")
    assert house.penalties.open_sums(staff) == 22_200
    assert house.penalties.leavers_owing() == [(staff, "周文博", 22_200)]


def test_all_of_a_months_list_is_recorded_or_nothing(house: House) -> None:
    one, other = house.served(house.person()), house.served(house.person("程思思"))
    with pytest.raises(UserError, match="超过未结清"):
        house.penalties.deduct(DECEMBER, {one: 100, other: 22_201}, TODAY)
    assert house.penalties.row(one).deducted_fen == 0
    with pytest.raises(UserError, match="还没有开始"):
        house.penalties.deduct(JANUARY, {one: 100}, TODAY)


# taking back


def test_a_void_keeps_its_number_and_leaves_no_money(house: House) -> None:
    record = house.issued()
    with pytest.raises(UserError, match="还没有写原因"):
        house.penalties.void(record, TODAY, "")
    house.penalties.void(record, TODAY, "录错人")
    row = house.penalties.row(record)
    assert (row.state, row.number, row.due_fen, row.rest_fen, row.reason) == ("void", "CF-2026-0001", 0, 0, "录错人")
    assert house.penalties.balance(DECEMBER).carried_out_fen == 0
    assert house.penalties.row(house.issued(house.person("程思思"))).number == "CF-2026-0002"


def test_a_signed_case_is_not_voided_but_reversed_by_a_new_number(house: House) -> None:
    record = house.served()
    with pytest.raises(UserError, match="不能改为“已作废”"):
        house.penalties.void(record, TODAY, "录错人")
    offset = house.penalties.reverse(record, TODAY, "份数录错", "王志刚")
    row, other = house.penalties.row(record), house.penalties.row(offset)
    assert (row.state, row.rest_fen, row.reversed_by) == ("reversed", 0, "CF-2026-0002")
    assert (other.state, other.fine_fen, other.rest_fen, other.reverses) == ("offset", -22_200, 0, "CF-2026-0001")
    assert house.penalties.balance(DECEMBER).carried_out_fen == 0
    with pytest.raises(UserError, match="不能冲销"):
        house.penalties.reverse(record, TODAY, "再来", "王志刚")
    with pytest.raises(UserError, match="不能冲销"):
        house.penalties.reverse(offset, TODAY, "再来", "王志刚")


def test_the_sums_of_the_window_are_those_of_the_money(house: House) -> None:
    one, other = house.served(house.person()), house.served(house.person("程思思"), act="alarm_phone")
    house.penalties.draft(unrelated(house.person("宋翔")))
    house.penalties.void(house.issued(house.person("高丹")), TODAY, "录错")
    house.penalties.waive(one, 200, "困难", "王志刚", TODAY)
    house.penalties.pay_cash(other, 3_000, TODAY)
    house.penalties.reverse(other, TODAY, "记错", "王志刚")
    sums = house.penalties.sums(Query())
    assert sums == {
        "cases": 1, "fine": 22_200, "recovery": 0, "deducted": 3_000, "waived": 200, "rest": 19_000, "again": 0,
    }  # fmt: skip
    balance = house.penalties.balance(DECEMBER)
    assert (balance.new_fen, balance.deducted_fen, balance.waived_fen) == (22_200, 3_000, 200)
    assert balance.carried_out_fen == sums["rest"]


# closed months


def test_nothing_reaches_into_a_closed_month_and_corrections_go_to_an_open_one(house: House) -> None:
    record = house.served(occurred_on=date(2026, 11, 27))
    assert house.penalties.row(record).month == NOVEMBER
    house.close_month(NOVEMBER)
    before = house.penalties.balance(NOVEMBER)
    with pytest.raises(UserError, match="已经月结"):
        house.penalties.deduct(NOVEMBER, {record: 100}, TODAY)
    late = house.issued(house.person("程思思"), occurred_on=date(2026, 11, 20))
    assert house.penalties.row(late).month == DECEMBER
    offset = house.penalties.reverse(record, TODAY, "记错", "王志刚")
    assert house.penalties.row(offset).month == DECEMBER
    assert house.penalties.balance(NOVEMBER) == before
    assert house.penalties.balance(DECEMBER).carried_in_fen == before.carried_out_fen == 22_200
    assert house.penalties.balance(DECEMBER).carried_out_fen == 22_200


def test_a_case_of_a_closed_month_cannot_be_voided_any_more(house: House) -> None:
    record = house.issued(occurred_on=date(2026, 11, 27))
    house.close_month(NOVEMBER)
    with pytest.raises(UserError, match="2026 年 11 月已经月结"):
        house.penalties.void(record, TODAY, "录错")
    assert house.penalties.reverse(record, TODAY, "录错", "王志刚")


def test_an_old_case_counts_but_moves_no_money_and_takes_no_number(house: House) -> None:
    staff = house.person()
    record = house.past_case(staff, date(2025, 3, 5), slip="2025-07", fine_fen=50_000, sanctions=("fine",))
    row = house.penalties.row(record)
    assert (row.number, row.state, row.past, row.rest_fen) == ("2025-07", "deducted", True, 0)
    assert house.penalties.balance(DECEMBER).carried_out_fen == 0
    assert house.desk.sequences.last("CF", 2025) == 0
    assert house.penalties.of_month("2025-03") == []
    with pytest.raises(UserError, match="旧台账"):
        house.penalties.pay_cash(record, 100, TODAY)
    with pytest.raises(UserError, match="不能冲销"):
        house.penalties.reverse(record, TODAY, "x", "y")


# the window's lists


def test_what_waits_stands_in_today_with_its_day(house: House) -> None:
    staff = house.person()
    house.penalties.draft(unrelated(staff))
    house.issued(staff)
    appealed = house.served(house.person("程思思"))
    house.penalties.appeal(appealed, TODAY, "冤枉")
    reported = house.penalties.enter(unrelated(house.person("宋翔")))
    house.penalties.sign(reported, TODAY)
    assert {(row.state, row.act) for row in house.penalties.waiting()} == {
        ("draft", "forward_unrelated"),
        ("issued", "call_168"),
        ("appealed", "call_168"),
        ("signed", "forward_unrelated"),
    }


def test_lists_find_filter_and_count(house: House) -> None:
    record = house.issued(house.person(), facts="拨打 16899168 声讯台")
    house.served(house.person("程思思", dept="软件部"), act="alarm_phone")
    find = house.penalties.keys
    assert find(Query(search="zwb")).tolist() == [record]
    assert find(Query(search="16899168")).tolist() == [record]
    assert find(Query(search="CF-2026-0001")).tolist() == [record]
    assert find(Query(segment="issued")).tolist() == [record]
    assert len(find(Query(filters={"dept": "软件部"}))) == 1
    assert len(find(Query(filters={"regulation": "002"}))) == 2
    assert str(house.penalties.counts(Query())["open"]) == "1"
    assert [choice.key for choice in house.penalties.choices("regulation")] == ["002"]


def test_the_desk_stays_whole(house: House) -> None:
    record = house.served()
    house.penalties.plan(record, JANUARY, 2)
    house.penalties.reverse(record, TODAY, "记错", "王志刚")
    house.penalties.drop_draft(house.penalties.draft(unrelated(house.person("程思思"))))
    assert house.desk.check() == ()


@pytest.mark.parametrize("deed", ["sign", "refuse", "appeal", "report", "reply"])
def test_what_was_entered_of_the_wrong_case_is_taken_back_the_same_day(house: House, deed: str) -> None:
    record = house.penalties.enter(unrelated(house.person()))
    if deed not in ("sign", "refuse"):
        house.penalties.sign(record, TODAY)
    if deed == "reply":
        house.penalties.report_to_hr([record], TODAY)
    before = house.penalties.row(record)
    deeds: dict[str, Callable[[], None]] = {
        "sign": lambda: house.penalties.sign(record, TODAY),
        "refuse": lambda: house.penalties.refuse(record, TODAY, "何美玲", "不认账"),
        "appeal": lambda: house.penalties.appeal(record, TODAY, "不服"),
        "report": lambda: house.penalties.report_to_hr([record], TODAY),
        "reply": lambda: house.penalties.reply(record, "已降薪"),
    }
    deeds[deed]()
    last = house.desk.last_deed()
    assert last is not None
    house.desk.undo(last.seq)
    assert house.penalties.row(record) == before
    assert house.penalties.drifted() == []


def test_a_payment_entered_too_high_is_put_right_with_a_reason_and_asked_for_again(house: House) -> None:
    record = house.served()
    house.penalties.deduct(DECEMBER, {record: 22_200}, TODAY, "12 月工资表")
    assert house.penalties.row(record).state == "deducted"
    with pytest.raises(UserError, match="还没有写原因"):
        house.penalties.refund(record, 20_000, TODAY)
    with pytest.raises(UserError, match=r"已收 222\.00 元"):
        house.penalties.refund(record, 22_201, TODAY, reason="多登一位")
    house.penalties.refund(record, 20_000, TODAY, reason="多登一位")
    row = house.penalties.row(record)
    assert (row.state, row.rest_fen, row.sums.paid_fen) == ("carried", 20_000, 2_200)
    assert house.penalties.balance(DECEMBER).deducted_fen == 2_200
    assert [line.fen for line in house.penalties.deduction_list(JANUARY)] == [20_000]
    house.penalties.refund(record, 2_200, TODAY, reason="没有扣")
    assert house.penalties.row(record).state == "signed"
    assert house.penalties.drifted() == []


# the corners


def test_a_draft_is_changed_as_often_as_the_clerk_likes_and_keeps_what_was_decided(house: House) -> None:
    staff = house.person()
    record = house.penalties.draft(PenaltyEntry(staff=staff, occurred_on=TODAY))
    assert house.penalties.row(record).act_title == "（还没有选行为）"
    decided = unrelated(staff, sanctions=("demotion",), issued_on=TODAY, reason="情节较重")
    house.penalties.draft(decided, record)
    assert house.penalties.entry(record) == decided
    house.penalties.issue(record)
    assert house.penalties.row(record).sanction == "降职"


def test_a_case_reads_back_as_it_would_be_entered(house: House) -> None:
    sanctioned = house.penalties.entry(house.penalties.enter(unrelated(house.person())))
    assert (sanctioned.sanctions, sanctioned.fine_fen, sanctioned.execution) == (("pay_cut",), 0, "hr")


def test_the_first_wage_cannot_be_that_of_a_closed_month(house: House) -> None:
    house.close_month(DECEMBER)
    with pytest.raises(UserError, match="2026 年 12 月已经月结") as refused:
        house.issued(first_month=DECEMBER)
    assert refused.value.field == "first_month"


def test_the_day_of_the_notice_lies_between_the_fact_and_today(house: House) -> None:
    for day in (TODAY - timedelta(days=9), TODAY + timedelta(days=1)):
        with pytest.raises(UserError) as refused:
            house.issued(house.person(f"周文{day.day}"), occurred_on=TODAY - timedelta(days=3), issued_on=day)
        assert refused.value.field == "issued_on"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"name": "没有的人"}, "叫“没有的人”的有 0 个"),
        ({"name": "周文博", "times": True}, "次数应当是整数"),
        ({"name": "周文博", "issued_on": "昨天"}, "应写成 2026-12-03"),
    ],
)
def test_plain_data_are_refused_in_words(house: House, data: dict[str, Any], said: str) -> None:
    house.person()
    with pytest.raises(UserError, match=said):
        house.penalties.enter_plain({"act": "alarm_phone", "occurred_on": "2026-12-01", **data})


def test_a_person_alone_of_a_name_is_found_by_it(house: House) -> None:
    house.person()
    data = {"name": "周文博", "act": "alarm_phone", "occurred_on": "2026-12-01", "sanctions": "fine"}
    assert house.penalties.row(house.penalties.enter_plain(data)).name == "周文博"


def test_an_appeal_says_something_and_is_decided_once_by_what_there_is(house: House) -> None:
    record = house.served()
    with pytest.raises(UserError, match="还没有写申诉内容"):
        house.penalties.appeal(record, TODAY, " ")
    with pytest.raises(UserError, match="没有在申诉中"):
        house.penalties.decide_appeal(record, TODAY, "upheld", "属实", "王志刚")
    house.penalties.appeal(record, TODAY, "冤枉")
    with pytest.raises(UserError, match="没有“maybe”这一项"):
        house.penalties.decide_appeal(record, TODAY, "maybe", "属实", "王志刚")
    with pytest.raises(UserError, match="处理没有“flogging”这一项"):
        house.penalties.decide_appeal(record, TODAY, "changed", "改", "王志刚", sanctions=("flogging",))
    assert house.penalties.row(record).state == "appealed"


def test_a_waiver_before_the_appeal_stands_when_it_is_withdrawn(house: House) -> None:
    record = house.served(act="private_long_distance", clause="002/12.八", fee_fen=1_240)
    house.penalties.waive(record, 240, "困难", "王志刚", TODAY)
    house.penalties.appeal(record, TODAY, "冤枉")
    house.penalties.decide_appeal(record, TODAY, "withdrawn", "查证属实", "王志刚")
    row = house.penalties.row(record)
    assert (row.waived_fen, row.rest_fen, row.state) == (6_240, 0, "waived")


def test_the_personnel_department_replies_to_what_was_reported_only(house: House) -> None:
    with pytest.raises(UserError, match="还没有报人力资源部"):
        house.penalties.reply(house.served(), "已降薪")


def test_a_wage_that_is_forgotten_sets_no_limit(house: House) -> None:
    house.decide(CAP_PERCENT, 20)
    staff = house.person()
    house.penalties.set_wage(staff, 50_000, TODAY)
    assert house.penalties.cap(staff).fen == 10_000
    house.penalties.set_wage(staff, 0, TODAY)
    assert house.penalties.cap(staff).fen is None


def test_a_paid_case_that_waits_for_its_signature_is_voided_only_after_the_money_went_back(house: House) -> None:
    record = house.issued()
    house.penalties.pay_cash(record, 22_200, TODAY)
    with pytest.raises(UserError, match="不能改为“已作废”"):
        house.penalties.void(record, TODAY, "录错")


def test_nothing_is_planned_where_nothing_is_owed(house: House) -> None:
    record = house.served()
    house.penalties.pay_cash(record, 22_200, TODAY)
    with pytest.raises(UserError, match="没有未结清的金额"):
        house.penalties.plan(record, JANUARY, 2)
