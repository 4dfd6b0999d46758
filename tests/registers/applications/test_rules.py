from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.applications.rules import (
    LIFECYCLE,
    OPEN_STATES,
    ORDER,
    Signature,
    act_of_carrying_out,
    check_done_on,
    check_ended_on,
    check_entered_on,
    check_entry_choices,
    check_entry_number,
    check_entry_text,
    check_ready,
    check_signature,
    check_term,
    missing_titles,
    next_signature,
    paper_number,
    route_of,
    state_after,
    state_when_done,
    state_with_receipt,
)
from tests.registers.builders import TODAY, refusal

ROUTE = (
    Signature("applicant", "承诺人"),
    Signature("department_manager", "部门经理"),
    Signature("office", "办公室"),
)
ENTERED = TODAY - timedelta(days=3)


@pytest.mark.parametrize(
    ("level", "levels", "act"),
    [
        (None, ("秘密", "机密", "绝密"), "application.carry_out"),
        ("秘密", ("秘密", "机密", "绝密"), "application.carry_out"),
        ("机密", ("秘密", "机密", "绝密"), "application.release_secret"),
        ("二级", ("三级", "二级", "一级"), "application.release_secret"),
        ("机密", ("三级", "二级", "一级"), "application.release_secret"),
    ],
)
def test_from_the_second_level_on_it_is_released(level: str | None, levels: tuple[str, ...], act: str):
    assert act_of_carrying_out(level, levels) == act


def signed(*dates: date | None, agreed: bool = True) -> tuple[Signature, ...]:
    """The route with the first signatures given on these days."""
    given = [replace(s, agreed=agreed, signed_on=day) for s, day in zip(ROUTE, dates, strict=False)]
    return (*given, *ROUTE[len(dates) :])


def test_every_state_has_its_moves_and_its_place_in_the_order():
    keys = {state.key for state in LIFECYCLE.states}
    assert keys == set(LIFECYCLE.moves) == set(ORDER)
    assert {new for news in LIFECYCLE.moves.values() for new in news} <= keys
    assert {key for key in keys if LIFECYCLE.moves[key]} == {
        *OPEN_STATES,
        "in_force",
        "refused",
    }  # a refusal recorded by mistake is taken back
    assert min(ORDER, key=lambda key: ORDER[key]) == "ready"


def test_what_is_unfinished_stands_before_what_has_ended():
    assert max(ORDER[state] for state in OPEN_STATES) < min(ORDER[s] for s in ("closed", "refused", "void"))


def test_signatures_are_due_in_the_order_of_the_route():
    assert next_signature(ROUTE) == ROUTE[0]
    assert next_signature(signed(TODAY)) == ROUTE[1]
    assert next_signature(signed(TODAY, TODAY, TODAY)) is None
    assert missing_titles(signed(TODAY)) == ("部门经理", "办公室")


def test_a_signature_may_be_given_on_the_day_of_the_one_before():
    assert check_signature("signing", signed(TODAY), "department_manager", TODAY, ENTERED, TODAY) == ROUTE[1]
    assert check_signature("signing", ROUTE, "applicant", ENTERED, ENTERED, TODAY) == ROUTE[0]


@pytest.mark.parametrize(
    ("state", "given", "role", "on", "field", "sentence"),
    [
        ("ready", ROUTE, "applicant", TODAY, None, "现在是“待办理”，不能登记签字。"),
        ("signing", ROUTE, "office", TODAY, "role", "先登记承诺人签字。"),
        ("signing", signed(TODAY), "applicant", TODAY, "role", "承诺人已经登记过签字。"),
        ("signing", ROUTE, "applicant", TODAY + timedelta(days=1), "on", "签字日期在今天以后。"),
        ("signing", ROUTE, "applicant", date(2026, 11, 29), "on", "签字日期早于填表日期 2026-11-30。"),
        (
            "signing",
            signed(TODAY - timedelta(days=1)),
            "department_manager",
            TODAY - timedelta(days=2),
            "on",
            "前一处签字是 2026-12-02，这一处不能更早。",
        ),
    ],
)
def test_a_signature_out_of_turn_is_refused_with_its_reason(state, given, role, on, field, sentence):
    with pytest.raises(UserError) as fault:
        check_signature(state, given, role, on, ENTERED, TODAY)
    assert refusal(fault.value) == (field, sentence)


def test_an_unknown_role_is_refused_and_the_known_ones_are_named():
    with pytest.raises(UserError, match=r"没有“boss”这一处签字.*applicant（承诺人）") as fault:
        check_signature("signing", ROUTE, "boss", TODAY, ENTERED, TODAY)
    assert fault.value.field == "role"


def test_signatures_lead_to_ready_only_when_all_agreed():
    assert state_after(ROUTE) == "signing"
    assert state_after(signed(TODAY, TODAY)) == "signing"
    assert state_after(signed(TODAY, TODAY, TODAY)) == "ready"
    assert state_after(signed(TODAY, agreed=False)) == "refused"


@given(st.lists(st.tuples(st.sampled_from([s.role for s in ROUTE]), st.integers(-5, 2), st.booleans()), max_size=12))
def test_no_interleaving_reaches_ready_without_every_signature_in_order(attempts):
    signatures, state = list(ROUTE), "signing"
    for role, days, agreed in attempts:
        on = TODAY + timedelta(days=days)
        try:
            wanted = check_signature(state, signatures, role, on, ENTERED, TODAY)
        except UserError:
            continue
        signatures[signatures.index(wanted)] = replace(wanted, agreed=agreed, signed_on=on)
        state = state_after(signatures)
    given = [s.signed_on for s in signatures if s.signed_on]
    assert given == sorted(given)
    assert all(ENTERED <= day <= TODAY for day in given)
    assert (state == "ready") == all(s.agreed for s in signatures)
    assert (state == "refused") == any(s.agreed is False for s in signatures)
    if state != "ready":
        with pytest.raises(UserError):
            check_ready(state, signatures, "开户")


def test_what_is_missing_for_opening_is_named():
    with pytest.raises(UserError) as fault:
        check_ready("signing", signed(TODAY), "开户", "邮件制度 3.0")
    assert str(fault.value) == "还缺 2 处签字：部门经理、办公室。签字齐全才能开户（邮件制度 3.0）。"


def test_nothing_opens_from_a_state_that_does_not_lead_there():
    check_ready("ready", signed(TODAY, TODAY, TODAY), "开户")
    with pytest.raises(UserError, match="现在是“待签收”，不能开户。"):
        check_ready("receipted", signed(TODAY, TODAY, TODAY), "开户")
    with pytest.raises(UserError, match="现在是“已作废”，不能开户。"):
        check_ready("void", ROUTE, "开户")


def test_an_account_opens_between_the_last_signature_and_today():
    given = signed(ENTERED, TODAY - timedelta(days=1), TODAY - timedelta(days=1))
    check_done_on(TODAY, given, TODAY, "开户")
    check_done_on(TODAY, (), TODAY, "开户")
    with pytest.raises(UserError, match="最后一处签字是 2026-12-02，开户不能更早"):
        check_done_on(TODAY - timedelta(days=2), given, TODAY, "开户")
    with pytest.raises(UserError, match="开户日期在今天以后"):
        check_done_on(TODAY + timedelta(days=1), given, TODAY, "开户")


def test_a_form_is_not_filled_in_after_today():
    check_entered_on(TODAY, TODAY)
    with pytest.raises(UserError) as fault:
        check_entered_on(TODAY + timedelta(days=1), TODAY)
    assert refusal(fault.value) == ("entered_on", "填表日期在今天以后。")


@pytest.mark.parametrize(
    ("receipt", "handed", "state"),
    [
        ("out", False, "opened"),
        ("out", True, "receipted"),
        ("refused", True, "receipted"),
        ("lost", True, "opened"),
        ("void", True, "opened"),
        ("signed", True, "closed"),
    ],
)
def test_an_application_follows_its_receipt(receipt, handed, state):
    assert state_with_receipt(receipt, handed=handed) == state


def test_a_number_has_prefix_year_and_four_digits_that_may_grow():
    assert paper_number("YJ", 2026, 141) == "YJ-2026-0141"
    assert paper_number("YJ", 2026, 12345) == "YJ-2026-12345"


def test_every_unit_but_headquarters_signs_by_the_branch_route():
    assert route_of("headquarters") == "headquarters"
    assert {route_of(kind) for kind in ("region", "branch", "office")} == {"branch"}


def test_a_text_entry_is_trimmed_and_measured():
    assert check_entry_text("phone", "电话", "　8042 ", required=True, most=4) == "8042"
    assert check_entry_text("reason", "理由", " ", required=False, most=4) == ""
    with pytest.raises(UserError) as fault:
        check_entry_text("phone", "电话", " ", required=True, most=4)
    assert refusal(fault.value) == ("phone", "还没有填电话。")
    with pytest.raises(UserError) as fault:
        check_entry_text("reason", "理由", "一二三四五", required=False, most=4)
    assert refusal(fault.value) == ("reason", "理由最多 4 个字，现在有 5 个。")


def test_a_number_entry_lies_in_its_range():
    assert check_entry_number("quota_mb", "容量", 10, least=1, most=10) == 10
    for number in (0, 11):
        with pytest.raises(UserError) as fault:
            check_entry_number("quota_mb", "容量", number, least=1, most=10)
        assert refusal(fault.value) == ("quota_mb", "容量应在 1 到 10 之间。")


def test_choices_come_back_in_the_order_of_the_form():
    options = ("内部收发", "互联网收发", "手机客户端")
    chosen = check_entry_choices("rights", "权限", ["手机客户端", "内部收发"], options=options, required=True)
    assert chosen == ("内部收发", "手机客户端")
    with pytest.raises(UserError) as fault:
        check_entry_choices("rights", "权限", ["群发"], options=options, required=True)
    assert refusal(fault.value) == ("rights", "权限没有“群发”这一项。")
    with pytest.raises(UserError, match="权限至少选一项"):
        check_entry_choices("rights", "权限", [], options=options, required=True)
    assert check_entry_choices("rights", "权限", [], options=options, required=False) == ()


def test_the_receipt_comes_before_the_term_and_the_term_before_the_end():
    assert state_when_done(receipt=True, termed=True) == "opened"
    assert state_when_done(receipt=False, termed=True) == "in_force"
    assert state_when_done(receipt=False, termed=False) == "closed"
    assert state_with_receipt("signed", handed=True, termed=True) == "in_force"
    assert state_with_receipt("signed", handed=True) == "closed"


def test_a_term_ends_after_it_began():
    check_term(TODAY, TODAY)
    check_term(TODAY, None)
    with pytest.raises(UserError) as fault:
        check_term(TODAY, TODAY - timedelta(days=1))
    assert refusal(fault.value) == ("until", "到期日 2026-12-02 早于开始日 2026-12-03。")


def test_what_is_in_force_is_ended_between_its_beginning_and_today():
    check_ended_on(TODAY, TODAY, TODAY, "收回")
    check_ended_on(TODAY, None, TODAY, "收回")
    with pytest.raises(UserError, match="2026-12-03 才办理，收回不能更早"):
        check_ended_on(TODAY - timedelta(days=1), TODAY, TODAY, "收回")
    with pytest.raises(UserError, match="收回日期在今天以后"):
        check_ended_on(TODAY + timedelta(days=1), TODAY, TODAY, "收回")
