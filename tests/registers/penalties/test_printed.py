"""What the papers of a case say: read back from the data and from real PDFs."""

from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.registers.penalties.payroll_report import payroll_sheet
from desk_mailadmin.registers.penalties.printed import (
    APPEAL,
    CASH_RECEIPT,
    LINE_STOP,
    WAIVER,
    appeal_paper,
    case_paper,
    deduction_paper,
    offers,
    paper_of,
)
from desk_mailadmin.registers.penalties.rules import APPEAL_DAYS, CAP_PERCENT
from tests.registers.builders import TODAY, House
from tests.registers.penalties.cases import Cases, says


@pytest.fixture
def cases(house: House) -> Cases:
    return Cases(house)


def notice(cases: Cases, record: int):
    return case_paper(cases.service, cases.house.desk.settings, record)


def offered(cases: Cases, record: int, form: str):
    """Return the latest paper of that form a case can have."""
    (*_earlier, offer) = [one for one in offers(cases.service, record) if one.form == form]
    return paper_of(cases.service, cases.house.services["papers"], record, offer, "周敏")


def test_the_notice_says_who_what_by_which_clause_how_often_and_how_much(cases: Cases):
    cases.entered(occurred_on=date(2026, 8, 11), fee_fen=300)
    record = cases.entered(occurred_at="22:41", found_how="bill", instalments=3)
    paper = notice(cases, record)
    assert (paper.kind, paper.form, paper.number, paper.mark) == ("penalty", "penalty_notice", "CF-2026-0002", "")
    assert says(paper.data, "person", "occurred", "found_how", "category", "sanctions") == [
        "周文博（A10417）",
        "2026 年 10 月 12 日 22:41",
        "话费清单核对",
        ["电话和话费"],
        ["罚款"],
    ]
    assert paper.data["basis"].startswith("电话制度 15.一.3\n禁止使用公司固定电话拨")
    assert paper.data["history"] == (
        "第 2 次（同一条款累计）；上一次 CF-2026-0001，2026 年 8 月 11 日。\n再犯：每次 20 倍 + 50 元。"
    )
    assert paper.data["steps"].splitlines() == [
        "20 倍话费：8.60 × 20 = 172.00 元",
        "罚款：50.00 元 × 1 次 = 50.00 元",
        "合计：20 × 8.60 + 50 × 1 = 222.00 元",
    ]
    assert says(paper.data, "amount", "amount_capitals", "deduct_month") == [
        "222.00",
        "贰佰贰拾贰元整",
        "2027 年 1 月起，3 期",
    ]
    assert paper.data["execution"].startswith("由财务部自 2027 年 1 月工资起分 3 期扣除：2027 年 1 月 74.00 元，")


def test_the_notice_as_a_sheet_in_three_copies(cases: Cases):
    paper = notice(cases, cases.entered())
    first, second, third = (cases.read(paper, copy) for copy in (1, 2, 3))
    for text, copy in ((first, "第一联办公室存根"), (second, "第二联当事人"), (third, "第三联财务部执行")):
        assert copy in text
        assert "合计：20×8.60+50×1=222.00元" in text
        assert "人民币（大写）贰佰贰拾贰元整（小写）¥222.00" in text
        assert "自签收之日起5个工作日内" in text
    assert "回执联" in second
    assert "执行联" in third


def test_the_days_of_appeal_are_those_in_force_when_it_was_issued(cases: Cases):
    cases.house.decide(APPEAL_DAYS, 7)
    assert notice(cases, cases.entered()).data["appeal_days"] == "7"


def test_a_figure_of_a_range_stands_with_its_reason(cases: Cases):
    record = cases.entered("big_mail", fine_fen=60_000, reason="附件没有压缩，影响较小。", fee_fen=0)
    data = notice(cases, record).data
    assert says(data, "steps", "reasoned", "reason") == [
        "罚款：500.00—800.00 元之间，定为 600.00 元",
        "yes",
        "附件没有压缩，影响较小。",
    ]


def test_what_was_decided_otherwise_stands_beside_what_the_rule_says(cases: Cases):
    data = notice(cases, cases.entered(fine_fen=10_000, reason="本人主动说明。")).data
    assert data["steps"].splitlines()[-1] == "按规定 222.00 元，决定为 100.00 元"
    assert data["amount"] == "100.00"


def test_a_sanction_without_money_goes_to_the_personnel_department(cases: Cases):
    paper = notice(cases, cases.entered("forward_harmful", fee_fen=0))
    assert says(paper.data, "sanctions", "money", "steps", "execution") == [
        ["降薪"],
        "no",
        "",
        "降薪由人力资源部执行。",
    ]
    third = cases.read(paper, 3)
    assert "处理降薪执行部门人力资源部" in third
    assert "大写" not in third


def test_an_own_word_for_a_fine_is_ticked_and_printed(cases: Cases):
    from desk_mailadmin.registers.rulebook.entries import MONEY_WORD

    cases.house.decide(MONEY_WORD, "经济处理")
    paper = notice(cases, cases.entered())
    assert says(paper.data, "money_word", "sanctions", "outcome") == ["经济处理", ["经济处理"], "经济处理 222.00 元"]
    assert "经济处理：50.00元×1次" in cases.read(paper)


def test_a_void_case_is_marked(cases: Cases):
    record = cases.entered()
    cases.service.void(record, TODAY, "登记错人")
    assert notice(cases, record).mark == "作废"


def test_cash_gets_a_receipt_of_its_own_series_with_what_is_left(cases: Cases):
    record = cases.signed(execution="cash")
    cases.service.pay_cash(record, 10_000, TODAY)
    cases.service.pay_cash(record, 12_200, cases.tomorrow())
    first, last = (one for one in offers(cases.service, record) if one.form == CASH_RECEIPT)
    papers = cases.house.services["papers"]
    one, two = (paper_of(cases.service, papers, record, offer, "周敏") for offer in (first, last))
    assert (one.number, two.number) == ("SK-2026-0001", "SK-2026-0002")
    assert says(one.data, "amount", "amount_capitals", "rest") == ["100.00", "壹佰元整", "¥122.00"]
    assert says(two.data, "amount", "rest", "case_number", "clerk") == [
        "122.00",
        "¥0.00（已缴清）",
        "CF-2026-0001",
        "周敏",
    ]
    text = cases.read(two)
    assert "编号：SK-2026-0002" in text
    assert "人民币（大写）壹佰贰拾贰元整（小写）¥122.00" in text
    assert "打印" in text


def test_a_number_of_the_cashiers_own_is_kept(cases: Cases):
    record = cases.signed(execution="cash")
    cases.service.pay_cash(record, 22_200, TODAY, "收 0012345")
    assert offered(cases, record, CASH_RECEIPT).number == "收 0012345"
    other = cases.signed(act="big_mail", fee_fen=0, fine_fen=50_000, reason="首次", execution="cash")
    cases.service.pay_cash(other, 50_000, TODAY)
    assert offered(cases, other, CASH_RECEIPT).number == "SK-2026-0001", "no number of ours was lost"


def test_a_receipt_for_a_fee_and_a_fine_is_one(cases: Cases):
    record = cases.signed(act="private_long_distance", fee_fen=6_240, execution="cash")
    cases.service.pay_cash(record, 11_240, TODAY)
    (offer,) = offers(cases.service, record)
    paper = paper_of(cases.service, cases.house.services["papers"], record, offer, "")
    assert says(paper.data, "amount", "rest") == ["112.40", "¥0.00（已缴清）"]


def test_a_waiver_says_what_was_owed_paid_and_left(cases: Cases):
    record = cases.signed()
    cases.service.pay_cash(record, 7_400, TODAY)
    cases.service.waive(record, 9_800, "因病住院。", "孙立人", TODAY)
    paper = offered(cases, record, WAIVER)
    assert says(paper.data, "amount_due", "amount_paid", "amount", "amount_rest", "extent", "approver") == [
        "222.00",
        "74.00",
        "98.00",
        "50.00",
        ["部分减免"],
        "孙立人",
    ]
    assert "人民币（大写）玖拾捌元整（小写）¥98.00" in cases.read(paper)


def test_all_that_is_waived_is_ticked_so(cases: Cases):
    record = cases.signed()
    cases.service.waive(record, 22_200, "认定有误。", "孙立人", TODAY)
    assert offered(cases, record, WAIVER).data["extent"] == ["全部减免"]


def test_a_changed_decision_on_an_appeal_has_both_sums(cases: Cases):
    record = cases.appealed()
    cases.service.decide_appeal(record, TODAY, "changed", "没有主观故意。", "赵启明", due_fen=17_200)
    assert [one.form for one in offers(cases.service, record)] == [APPEAL], "what the appeal took off is no waiver"
    paper = offered(cases, record, APPEAL)
    assert says(paper.data, "decision", "amount_before", "amount", "amount_capitals", "decided_by") == [
        ["变更"],
        "222.00",
        "172.00",
        "壹佰柒拾贰元整",
        "赵启明",
    ]
    assert "罚款 222.00 元" in paper.data["before"]
    text = cases.read(paper, 2)
    assert "号码是客户给的，接通后立即挂断。" in text
    assert "人民币（大写）壹佰柒拾贰元整（小写）¥172.00" in text


def test_the_decision_repeats_what_the_printed_notice_said(cases: Cases):
    papers = cases.house.services["papers"]
    record = cases.appealed(act="forward_harmful", fee_fen=0)
    drawing = papers.drawing(notice(cases, record))
    papers.keep(drawing, drawing.sheet().pdf, 3)
    cases.service.decide_appeal(record, TODAY, "changed", "情节轻微。", "赵启明", sanctions=["criticism"])
    data = appeal_paper(cases.service, papers, record).data
    assert data["before"].endswith("：降薪")
    assert says(data, "after", "money") == ["批评教育", "no"]


@pytest.mark.parametrize(
    ("paid", "execution"), [(0, "不再执行。"), (7_400, "已扣 74.00 元，多扣的 74.00 元退还当事人。")]
)
def test_a_withdrawn_case_owes_nothing_and_gets_back_what_was_paid(cases: Cases, paid: int, execution: str):
    record = cases.appealed()
    if paid:
        cases.service.pay_cash(record, paid, TODAY)
    cases.service.decide_appeal(record, TODAY, "withdrawn", "串号。", "赵启明")
    data = offered(cases, record, APPEAL).data
    assert says(data, "after", "amount", "execution") == ["撤销原处理。", "0.00", execution]


def test_a_reversal_is_negative_in_figures_and_words_and_names_what_it_reverses(cases: Cases):
    record = cases.signed()
    cases.service.pay_cash(record, 7_400, TODAY)
    offset = cases.service.reverse(record, TODAY, "清单更正。", "赵启明")
    paper = notice(cases, offset)
    assert (paper.form, paper.number) == ("reversal_slip", "CF-2026-0002")
    assert says(paper.data, "amount", "amount_capitals", "fine_back", "recovery_back", "deducted") == [
        "-¥222.00",
        "负贰佰贰拾贰元整",
        "-¥222.00",
        "¥0.00",
        "¥74.00",
    ]
    text = cases.read(paper)
    assert "CF-2026-0001（2026年12月3日开出，记入2026年12月）" in text
    assert "已扣74.00元，应当退还。" in text


def test_a_stopped_line_has_a_notice_with_its_last_day(cases: Cases):
    record = cases.entered("call_160", fee_fen=1_200)
    paper = offered(cases, record, LINE_STOP)
    assert says(paper.data, "term", "stop_on", "reopen_on") == ["一个月", "2026 年 12 月 3 日", "2027 年 1 月 3 日"]
    assert "停机（保号）通知单" in cases.read(paper)
    assert "停机（保号）到 2027 年 1 月 3 日" in notice(cases, record).data["execution"]


def test_the_list_for_payroll_adds_up_and_says_what_is_carried(cases: Cases):
    cases.signed(instalments=3)
    cases.signed(act="big_mail", fee_fen=0, fine_fen=50_000, reason="首次", occurred_on=date(2026, 11, 2))
    paper = deduction_paper(cases.service, "2027-01", TODAY)
    assert (paper.kind, paper.record, paper.number) == ("deduction_list", 202_701, "")
    assert says(paper.data, "people", "count", "amount", "amount_capitals", "remark") == [
        "1",
        "2",
        "574.00",
        "伍佰柒拾肆元整",
        "",
    ]
    assert paper.data["totals"][-3:] == ["722.00", "574.00", "148.00"]
    rows = {row["number"]: row for row in paper.data["rows"]}
    assert rows["CF-2026-0001"]["reason"] == "拨打 168 声讯台（电话制度 15.一.3），分 3 期第 1 期"
    assert says(rows["CF-2026-0001"], "due", "this_month", "carried") == ["222.00", "74.00", "148.00"]
    assert "合计722.00574.00148.00" in cases.read(paper)


def test_a_recorded_list_still_prints_the_same_sums(cases: Cases):
    record = cases.signed(instalments=3)
    before = deduction_paper(cases.service, "2027-01", TODAY)
    january = cases.house.later(35)
    cases.service.deduct("2027-01", {record: 7_400}, january)
    after = deduction_paper(cases.service, "2027-01", january)
    assert after.data["rows"] == before.data["rows"]


def test_the_cap_is_named_on_the_list(cases: Cases):
    cases.house.decide(CAP_PERCENT, 20)
    cases.service.set_wage(cases.staff, 100_000, TODAY)
    cases.signed()
    paper = deduction_paper(cases.service, "2027-01", TODAY)
    assert paper.data["remark"] == "每人每月的扣款不超过本人当月工资的 20%，没有扣完的结转以后各月。"
    assert says(paper.data["rows"][0], "this_month", "carried") == ["200.00", "22.00"]


def test_the_list_and_the_workbooks_sheet_come_to_the_same_sums(cases: Cases):
    cases.signed()
    cases.signed(act="big_mail", fee_fen=0, fine_fen=50_000, reason="首次", occurred_on=date(2026, 11, 2))
    cases.house.decide(CAP_PERCENT, 20)
    cases.service.set_wage(cases.staff, 100_000, TODAY)
    paper = deduction_paper(cases.service, "2027-01", TODAY)
    balance = payroll_sheet(cases.service, "2027-01", ()).balance
    assert balance is not None
    sums = [*(term.fen for term in balance.terms), balance.result.fen]
    assert paper.data["totals"][-3:] == [fen_to_text(fen) for fen in sums] == ["722.00", "200.00", "522.00"]
    assert len(paper.data["rows"]) == 2, "what the wage cannot bear is listed too"


def test_an_empty_month_has_no_list(cases: Cases):
    with pytest.raises(UserError, match="没有要从工资扣的款"):
        deduction_paper(cases.service, "2027-01", TODAY)


def test_the_code_of_a_notice_leads_back_to_its_case(cases: Cases):
    papers = cases.house.services["papers"]
    record = cases.entered()
    drawing = papers.drawing(notice(cases, record))
    assert cases.service.numbered(papers.number_of(drawing.digits)) == record
    assert not cases.service.row(record).printed
    papers.keep(drawing, drawing.sheet().pdf, 3)
    assert cases.service.row(record).printed


def test_a_draft_and_a_case_of_an_old_ledger_offer_no_papers(cases: Cases):
    from desk_mailadmin.registers.penalties.entries import PenaltyEntry

    draft = cases.service.draft(PenaltyEntry(staff=cases.staff, occurred_on=TODAY, act="call_168"))
    assert offers(cases.service, draft) == ()
