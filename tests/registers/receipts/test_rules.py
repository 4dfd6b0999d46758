from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.receipts.rules import (
    CLAUSES,
    GIVEN_BACK,
    LIFECYCLE,
    ORDER,
    WHATS,
    UsageRule,
    check_given_back,
    check_handed_over,
    check_handed_thing,
    check_lost,
    check_reason,
    check_refused,
    check_signed,
    check_unsigned,
    check_witness,
    is_held,
    rules_in_force,
)
from tests.registers.builders import TODAY, refusal

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def test_every_state_has_its_moves_and_its_place_in_the_order():
    keys = {state.key for state in LIFECYCLE.states}
    assert keys == set(LIFECYCLE.moves) == set(ORDER)
    assert ORDER["out"] == 0


def test_a_receipt_is_handed_over_between_its_issue_and_today():
    check_handed_over(TODAY, TODAY, TODAY)
    with pytest.raises(UserError) as fault:
        check_handed_over(YESTERDAY, TODAY, TODAY)
    assert refusal(fault.value) == ("on", "回执 2026-12-03 才开出，不能早于这一天送出。")
    with pytest.raises(UserError, match="送出日期在今天以后"):
        check_handed_over(TOMORROW, TODAY, TODAY)


@pytest.mark.parametrize(
    ("check", "word"), [(check_signed, "签收"), (check_refused, "拒签")], ids=["signed", "refused"]
)
def test_nobody_signs_or_refuses_what_was_not_handed_over_before(check, word):
    check("out", TODAY, TODAY, TODAY)
    for handed_on, on, sentence in (
        (None, TODAY, "回执还没有登记送出，先登记送出。"),
        (TODAY, YESTERDAY, f"回执 2026-12-03 才送出，{word}不能更早。"),
        (TODAY, TOMORROW, f"{word}日期在今天以后。"),
    ):
        with pytest.raises(UserError) as fault:
            check("out", handed_on, on, TODAY)
        assert refusal(fault.value) == ("on", sentence)
    with pytest.raises(UserError, match="现在是“已签收”"):
        check("signed", TODAY, TODAY, TODAY)


def test_a_reason_is_trimmed_and_never_empty():
    assert check_reason(" 打错 ") == "打错"
    with pytest.raises(UserError) as fault:
        check_reason("　")
    assert refusal(fault.value) == ("reason", "还没有写原因。")


RULES = (
    UsageRule("000/4.2", date(2020, 1, 1), "每封不超过 2 MB"),
    UsageRule("000/4.1", date(2020, 1, 1), "容量 10 MB"),
    UsageRule("000/4.1", date(2026, 12, 3), "容量 20 MB"),
    UsageRule("004/15", date(2020, 1, 1), "首次登录改密码"),
)


def test_the_newest_rule_of_each_clause_holds_in_the_order_they_are_listed():
    texts = [rule.text for rule in rules_in_force(RULES, TODAY, {"000", "004"})]
    assert texts == ["每封不超过 2 MB", "容量 20 MB", "首次登录改密码"]
    assert [rule.text for rule in rules_in_force(RULES, YESTERDAY, {"000"})] == ["每封不超过 2 MB", "容量 10 MB"]


@given(
    st.dates(date(2019, 1, 1), date(2030, 1, 1)),
    st.sets(st.sampled_from(["000", "003", "004"])),
    st.permutations(RULES),
)
def test_no_rule_holds_before_its_day_outside_its_regulation_or_twice(on, regulations, rules):
    held = rules_in_force(rules, on, regulations)
    assert all(rule.in_force <= on and rule.clause.partition("/")[0] in regulations for rule in held)
    clauses = [rule.clause for rule in held]
    assert len(clauses) == len(set(clauses))


def test_what_is_handed_over_is_named_in_one_line_and_counted():
    assert check_handed_thing("device", " 对讲机 SN 1234\n含耳机 ", 1) == "对讲机 SN 1234 含耳机"
    assert check_handed_thing("account", "", 1) == "", "the opening receipt names its account"
    for what, subject, copies, field, sentence in (
        ("notice", "　", 1, "subject", "还没有写交付的是什么。"),
        ("gift", "茶叶", 1, "what", "没有“gift”这种签收事项。"),
        ("notice", "通知", 0, "copies", "份数应在 1 到 999 之间。"),
        ("notice", "通知", 1000, "copies", "份数应在 1 到 999 之间。"),
        ("notice", "长" * 81, 1, "subject", "事项最多 80 个字，现在有 81 个。"),
    ):
        with pytest.raises(UserError) as fault:
            check_handed_thing(what, subject, copies)
        assert refusal(fault.value) == (field, sentence)


def test_a_refusal_needs_its_witness_unless_the_office_decides_otherwise():
    assert check_witness(" 程思思 ", needed=True) == "程思思"
    assert check_witness("", needed=False) == ""
    with pytest.raises(UserError) as fault:
        check_witness("　", needed=True)
    assert refusal(fault.value) == ("witness", "拒签要写见证人是谁。")


def test_a_sheet_is_lost_between_its_issue_and_today():
    check_lost("out", TODAY, TODAY, TODAY)
    for state, on, sentence in (
        ("out", YESTERDAY, "回执 2026-12-03 才开出，遗失不能更早。"),
        ("out", TOMORROW, "遗失日期在今天以后。"),
    ):
        with pytest.raises(UserError) as fault:
            check_lost(state, TODAY, on, TODAY)
        assert refusal(fault.value) == ("on", sentence)
    with pytest.raises(UserError, match="现在是“已签收”"):
        check_lost("signed", TODAY, TODAY, TODAY)


def test_a_signature_is_taken_back_only_on_its_day_and_before_anything_followed():
    check_unsigned("signed", TODAY, None, TODAY)
    for state, recorded, returned, words in (
        ("out", None, None, "没有登记签收"),
        ("signed", TODAY, TODAY, "已经登记归还"),
        ("signed", YESTERDAY, None, "当天撤回"),
        ("signed", None, None, "当天撤回"),
    ):
        with pytest.raises(UserError, match=words):
            check_unsigned(state, recorded, returned, TODAY)


@pytest.mark.parametrize(
    ("what", "state", "returned", "held"),
    [
        ("device", "signed", None, True),
        ("directory", "signed", None, True),
        ("device", "out", None, False),
        ("device", "signed", TODAY, False),
        ("notice", "signed", None, False),
    ],
)
def test_devices_and_directory_copies_stay_in_hand_until_they_are_given_back(what, state, returned, held):
    assert is_held(what, state, returned) is held


def test_a_thing_is_given_back_between_its_signature_and_today():
    check_given_back(held=True, signed_on=TODAY, on=TODAY, today=TODAY)
    for held, on, field, words in (
        (False, TODAY, None, "不用登记归还"),
        (True, YESTERDAY, "on", "归还不能更早"),
        (True, TOMORROW, "on", "今天以后"),
    ):
        with pytest.raises(UserError, match=words) as fault:
            check_given_back(held=held, signed_on=TODAY, on=on, today=TODAY)
        assert fault.value.field == field
    with pytest.raises(UserError, match="不用登记归还"):
        check_given_back(held=True, signed_on=None, on=TODAY, today=TODAY)


def test_every_kind_of_thing_has_a_title_and_those_of_the_regulations_a_clause():
    kinds = dict(WHATS)
    assert set(kinds) > GIVEN_BACK
    assert set(CLAUSES) | {"other"} == set(kinds)
    assert all(cite(clause) != clause for clause in CLAUSES.values())
