from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.rulebook.rules import (
    DECISIONS,
    SANCTIONS,
    Act,
    Article,
    Facts,
    Fixed,
    Multiple,
    Proposal,
    Range,
    Step,
    article_from,
    facts_text,
    hitting,
    json_of,
    propose,
)

AUDIO = Article("002/15.一.3", "拨打声讯台", "…", ("audio",), Multiple(20, 5000))
INFO_LINE = Article("002/12.九", "拨打信息台", "…", ("audio",), recovers="fee", stop_months=1)
PRIVATE = Article("002/12.八", "私人长途", "…", ("private",), Fixed(5000), recovers="fee")
BROKEN = Article("002/15.一.7", "故意损坏", "…", ("broken",), Fixed(10000), recovers="cost")
BIG_MAIL = Article("000/6.1", "大邮件", "…", ("big",), Range(50000, 80000))
FORWARD = Article("000/6.2", "转发", "…", ("forward",), ladder=("pay_cut", "demotion", "dismissal"))
UNRELATED = Article(
    "000/1.0", "无关内容", "…", ("unrelated",), gravity=("criticism", "pay_cut", "demotion", "dismissal")
)
RIGHTS = Article("001/三4·五", "违反权限", "…", ("rights",), gravity=("warning", "fine", "contract_end", "legal"))
FOUND = Article("002/4.3", "长时间私人电话", "…", ("long",))

FENS = st.integers(0, 10_000_000)
LADDERS = st.lists(st.sampled_from(DECISIONS), unique=True, max_size=4).map(tuple)
CHOICES = st.lists(st.sampled_from((*DECISIONS, "fine")), unique=True, max_size=4).map(tuple)
FINES = st.one_of(
    st.none(),
    st.builds(Fixed, FENS),
    st.builds(Range, FENS, FENS),
    st.builds(Multiple, st.integers(1, 100), FENS),
)
ARTICLES = st.builds(
    Article,
    clause=st.just("002/15.一.3"),
    title=st.text(max_size=10),
    text=st.text(max_size=40),
    acts=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    fine=FINES,
    recovers=st.sampled_from(("", "fee", "cost")),
    ladder=LADDERS,
    gravity=CHOICES,
    stop_months=st.integers(0, 24),
    counted_with=st.text(max_size=8),
    look_back=st.integers(0, 240),
    active=st.booleans(),
    version=st.integers(0, 50),
    in_force_on=st.none() | st.dates(),
    word=st.sampled_from(("", "经济处理")),
)
FACTS = st.builds(Facts, st.integers(1, 500), FENS, FENS)


def test_a_multiple_of_the_fee_and_a_sum_for_each_time():
    found = propose(AUDIO, Facts(times=1, fee_fen=860), 2)
    assert found == Proposal(
        clause="002/15.一.3",
        sanctions=("fine",),
        choices=("fine",),
        fine_fen=22200,
        fine_low=22200,
        fine_high=22200,
        recovery_fen=0,
        stop_months=0,
        needs_reason=False,
        steps=(
            Step("20 倍话费", "8.60 × 20 = 172.00 元", 17200),
            Step("罚款", "50.00 元 × 1 次 = 50.00 元", 5000),
            Step("合计", "222.00 元", 22200),
        ),
        formula="20×8.60+50×1",
        next_time="每次 20 倍 + 50 元",
        past_ladder=False,
    )


def test_the_fee_is_recovered_and_each_time_is_fined():
    found = propose(PRIVATE, Facts(times=2, fee_fen=1240), 1)
    assert (found.sanctions, found.recovery_fen, found.fine_fen) == (("recovery", "fine"), 1240, 10000)
    assert found.formula == "12.40+50×2"
    assert [step.label for step in found.steps] == ["追缴话费", "罚款", "合计"]
    assert found.next_time == "每次 50 元"


def test_the_cost_of_a_broken_thing_is_compensation():
    found = propose(BROKEN, Facts(cost_fen=38000), 1)
    assert (found.sanctions, found.recovery_fen, found.fine_fen) == (("compensation", "fine"), 38000, 10000)
    assert found.steps[0] == Step("照价赔偿", "380.00 元", 38000)
    assert found.formula == "380+100×1"


def test_the_line_is_stopped_for_a_month():
    found = propose(INFO_LINE, Facts(fee_fen=860), 1)
    assert (found.sanctions, found.recovery_fen, found.stop_months) == (("recovery", "line_stop"), 860, 1)
    assert found.steps == (
        Step("追缴话费", "8.60 元", 860),
        Step("停机保号", "1 个月", None),
        Step("合计", "8.60 元", 860),
    )
    assert (found.formula, found.next_time) == ("8.60", "追缴话费，停机 1 个月")


def test_a_figure_of_a_range_needs_a_reason_and_begins_low():
    found = propose(BIG_MAIL, Facts(times=3), 1)
    assert (found.fine_fen, found.fine_low, found.fine_high) == (50000, 50000, 80000)
    assert found.needs_reason
    assert found.steps[0] == Step("罚款", "500.00—800.00 元之间，按情节定，写明理由", 50000)
    assert (found.formula, found.next_time) == ("500—800", "500—800 元")


@pytest.mark.parametrize(
    ("offence_no", "sanction", "next_time", "past"),
    [
        (1, "pay_cut", "再犯：降职", False),
        (2, "demotion", "再犯：辞退", False),
        (3, "dismissal", "已到最后一级", False),
        (4, "dismissal", "已到最后一级", True),
        (9, "dismissal", "已到最后一级", True),
    ],
)
def test_a_ladder_is_climbed_step_by_step_and_its_last_step_stays(offence_no, sanction, next_time, past):
    found = propose(FORWARD, Facts(), offence_no)
    assert (found.sanctions, found.choices) == ((sanction,), (sanction,))
    assert (found.next_time, found.past_ladder) == (next_time, past)
    assert found.steps == (Step(f"第 {offence_no} 次", SANCTIONS[sanction], None),)
    assert (found.fine_fen, found.formula, found.needs_reason) == (0, "", False)


def test_by_gravity_one_sanction_is_chosen_and_reasoned():
    found = propose(UNRELATED, Facts(), 5)
    assert found.sanctions == ("criticism",)
    assert found.choices == ("criticism", "pay_cut", "demotion", "dismissal")
    assert found.needs_reason
    assert found.steps == (Step("按情节", "批评教育、降薪、降职、辞退，选一项并写明理由", None),)
    assert found.next_time == "按情节处理"


def test_a_found_case_without_a_figure_is_put_on_record():
    found = propose(FOUND, Facts(), 1)
    assert (found.sanctions, found.choices, found.fine_fen, found.formula, found.next_time) == (
        ("note",),
        ("note",),
        0,
        "",
        "",
    )
    assert found.steps == (Step("记录在案", "原文没有写金额，由领导决定", None),)


def test_without_money_the_fine_goes_and_what_is_recovered_stays():
    found = propose(PRIVATE, Facts(fee_fen=1240), 1, money=False)
    assert (found.sanctions, found.fine_fen, found.recovery_fen, found.formula) == (("recovery",), 0, 1240, "12.40")
    assert propose(AUDIO, Facts(fee_fen=860), 1, money=False).sanctions == ("note",)
    assert propose(BIG_MAIL, Facts(), 1, money=False).needs_reason is False
    assert propose(RIGHTS, Facts(), 1, money=False).choices == ("warning", "contract_end", "legal")
    only_fine = replace(RIGHTS, gravity=("fine",))
    assert propose(only_fine, Facts(), 1, money=False).sanctions == ("note",)


def test_the_office_words_the_fine_as_it_likes():
    worded = propose(replace(PRIVATE, word="绩效扣减"), Facts(fee_fen=100), 1)
    assert worded.steps[1].label == "绩效扣减"
    by_gravity = propose(replace(RIGHTS, word="经济处理"), Facts(), 1)
    assert by_gravity.steps[0].text == "警告、经济处理、解除劳动合同、依法追究法律责任，选一项并写明理由"


def test_a_ladder_may_carry_a_fine_too():
    both = propose(replace(FORWARD, fine=Fixed(20000)), Facts(), 1)
    assert (both.sanctions, both.choices) == (("fine", "pay_cut"), ("pay_cut",))
    assert both.next_time == "再犯：降职，每次 200 元"


def test_one_sanction_alone_needs_no_reason():
    demerit = propose(replace(UNRELATED, gravity=("demerit",)), Facts(), 2)
    assert (demerit.sanctions, demerit.needs_reason, demerit.next_time) == (("demerit",), False, "记过")
    assert demerit.steps == (Step("处理", "记过", None),)


def test_nothing_is_recovered_where_nothing_was_lost():
    spared = propose(replace(PRIVATE, recovers="cost"), Facts(), 1)
    assert (spared.sanctions, spared.formula, spared.recovery_fen) == (("fine",), "50×1", 0)
    assert [step.label for step in spared.steps] == ["罚款", "合计"]
    whole_rule = propose(replace(INFO_LINE, stop_months=0), Facts(), 1)
    assert (whole_rule.sanctions, whole_rule.formula) == (("recovery",), "")
    assert whole_rule.steps == (Step("追缴话费", "0.00 元", 0),)


def test_the_facts_are_begun_for_the_clerk():
    act = Act("audio", "拨打声讯台", ("fee",), "{when}，当事人拨打＿＿，共 {times} 次，话费 {fee} 元，损失 {cost} 元。")
    facts = Facts(times=2, fee_fen=860)
    assert facts_text(act.facts, "2026 年 11 月 9 日", facts) == (
        "2026 年 11 月 9 日，当事人拨打＿＿，共 2 次，话费 8.60 元，损失 ＿＿ 元。"
    )
    assert facts_text(act.facts, "", facts).startswith("＿＿，当事人")


def test_a_multiple_without_a_sum_says_only_the_multiple():
    found = propose(replace(AUDIO, fine=Multiple(3, 0)), Facts(fee_fen=1000), 1)
    assert (found.fine_fen, found.formula, found.next_time) == (3000, "3×10", "每次 3 倍")


@pytest.mark.parametrize(
    ("facts", "field"), [(Facts(times=0), "times"), (Facts(fee_fen=-1), "fee"), (Facts(cost_fen=-1), "cost")]
)
def test_facts_that_cannot_be_are_refused_beside_their_field(facts, field):
    with pytest.raises(UserError) as refused:
        propose(AUDIO, facts, 1)
    assert refused.value.field == field


def test_an_act_is_hit_by_the_articles_in_force_that_day_in_their_order():
    later = replace(PRIVATE, clause="002/15.一.5", in_force_on=date(2026, 5, 1))
    off = replace(PRIVATE, clause="002/5.四", active=False)
    articles = (AUDIO, later, PRIVATE, off)
    assert hitting("private", articles, date(2026, 4, 30)) == (PRIVATE,)
    assert hitting("private", articles, date(2026, 5, 1)) == (later, PRIVATE)
    assert hitting("unknown", articles, date(2026, 5, 1)) == ()


@given(ARTICLES)
def test_an_article_comes_back_from_its_text_as_it_was(article):
    assert article_from(json_of(article)) == article


@given(FENS, st.integers(1, 500), st.integers(1, 100), FENS)
def test_a_multiple_never_drifts_by_a_fen(fee, times, multiple, plus):
    found = propose(replace(AUDIO, fine=Multiple(multiple, plus)), Facts(times, fee), 1)
    assert found.fine_fen == found.fine_low == found.fine_high == multiple * fee + plus * times


@given(ARTICLES, FACTS, st.integers(1, 30), st.booleans())
def test_whatever_the_article_the_proposal_adds_up(article, facts, offence_no, money):
    found = propose(article, facts, offence_no, money=money)
    parts = [step.fen for step in found.steps if step.fen is not None and step.label != "合计"]
    assert sum(parts) == found.fine_fen + found.recovery_fen
    assert min(found.fine_low, found.fine_high) >= 0
    assert found.fine_fen == found.fine_low
    assert set(found.sanctions) <= set(SANCTIONS)
    assert found.sanctions
    assert found.choices
    assert ("fine" in found.sanctions) <= money
    assert bool(found.formula) <= bool(article.fine or article.recovers)
    assert found.recovery_fen == {"": 0, "fee": facts.fee_fen, "cost": facts.cost_fen}[article.recovers]


@given(st.lists(st.sampled_from(DECISIONS), unique=True, min_size=1, max_size=5), st.integers(1, 40))
def test_a_ladder_never_skips_a_step_and_never_falls_back(ladder, offence_no):
    article = replace(FORWARD, ladder=tuple(ladder))
    now, then = (propose(article, Facts(), no) for no in (offence_no, offence_no + 1))
    climbed = ladder.index(then.choices[0]) - ladder.index(now.choices[0])
    assert climbed == (1 if offence_no < len(ladder) else 0)
    assert now.past_ladder == (offence_no > len(ladder))


def test_offences_are_counted_by_clause_unless_a_group_is_named():
    assert FORWARD.count_group == "000/6.2"
    assert replace(FORWARD, counted_with="mail").count_group == "mail"
