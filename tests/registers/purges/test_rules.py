from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.purges.rules import (
    RETENTION,
    Found,
    Line,
    Plan,
    check_not_empty,
    check_within,
    checked_approval,
    checked_reason,
    kept_of,
    lines_of,
    offered,
    still_counts,
    why_held,
    years_before,
)
from tests.registers.builders import refusal

DAY = date(2030, 1, 8)


def test_every_term_says_why_and_whom_to_ask_and_the_access_log_is_kept_three_years():
    assert all(kept.term.note.endswith("由公司法务核对") and "；" in kept.term.note for kept in RETENTION)
    with pytest.raises(UserError, match="最小是 3"):
        kept_of("accesses").term.check(2)


@pytest.mark.parametrize(
    ("day", "years", "before"),
    [(DAY, 3, date(2027, 1, 8)), (date(2028, 2, 29), 1, date(2027, 2, 28)), (date(2028, 2, 28), 4, date(2024, 2, 28))],
)
def test_a_term_ends_on_the_same_day_years_later(day, years, before):
    assert years_before(day, years) == before


def test_a_line_counts_what_goes_and_says_why_the_rest_stays():
    found = [
        Found("calls", "2026-11-30", count=40),
        Found("calls", "2026-09-30", count=2),
        Found("calls", "2026-10-31", "没有月结", 7),
        Found("calls", "2026-12-31", "没有月结", 1),
    ]
    calls, leavers = lines_of(found, {"calls": (3, DAY), "leavers": (3, DAY)})
    assert calls == Line("calls", 3, "2030-01-08", 42, "2026-09-30", "2026-11-30", (("没有月结", 8),))
    assert calls.title == "通话明细、交换机话单、核查结果"
    assert calls.left == "每月的合计留着"
    assert leavers == Line("leavers", 3, "2030-01-08", 0)
    assert Plan(DAY, (calls, leavers, Line("files", 1, "", 3)), files=3).records == 42


@pytest.mark.parametrize(
    ("today", "first", "last", "due"),
    [
        (date(2027, 1, 4), date(2026, 12, 3), None, True),
        (date(2026, 12, 30), date(2026, 1, 3), None, False),
        (date(2027, 6, 1), date(2025, 1, 3), date(2026, 1, 9), True),
        (date(2027, 6, 1), date(2025, 1, 3), date(2027, 1, 9), False),
    ],
)
def test_the_run_is_offered_from_january_until_it_is_done(today, first, last, due):
    assert offered(today, first, last) is due


def test_nothing_is_destroyed_without_a_reason_or_without_anything_to_destroy():
    assert checked_reason("  年度 清理 ") == "年度 清理"
    with pytest.raises(UserError) as fault:
        checked_reason(" ")
    assert refusal(fault.value) == ("reason", "没有写为什么销毁。")
    check_not_empty(Plan(DAY, (), files=1))
    check_not_empty(Plan(DAY, (Line("calls", 3, "", 1),)))
    with pytest.raises(UserError, match="没有到期的记录"):
        check_not_empty(Plan(DAY, ()))


@pytest.mark.parametrize(
    ("name", "on", "field"),
    [
        ("", DAY, "approved_by"),
        ("罗建华", date(2030, 1, 1), "approved_on"),
        ("罗建华", date(2030, 2, 1), "approved_on"),
    ],
)
def test_an_approval_names_somebody_on_a_day_after_the_sheet(name, on, field):
    assert checked_approval(" 罗建华 ", DAY, DAY, DAY) == "罗建华"
    with pytest.raises(UserError) as fault:
        checked_approval(name, on, date(2030, 1, 5), date(2030, 1, 9))
    assert refusal(fault.value)[0] == field


def test_less_may_go_than_was_approved_never_more():
    plan = Plan(DAY, (Line("calls", 3, "", 4),))
    check_within({"calls": 5}, plan)
    with pytest.raises(UserError, match="现在有 4 条到期，审批单上是 3 条"):
        check_within({"calls": 3}, plan)
    with pytest.raises(UserError, match="审批单上是 0 条"):
        check_within({}, plan)


@pytest.mark.parametrize(
    ("month_open", "finding_open", "why"),
    [(True, True, "这个月还没有月结"), (False, True, "核查结果或处罚还没有了结"), (False, False, "")],
)
def test_what_holds_a_month(month_open, finding_open, why):
    assert why_held(month_open, finding_open) == why


@pytest.mark.parametrize(
    ("look_back", "left", "counts"), [(0, False, True), (0, True, False), (12, False, False), (60, False, True)]
)
def test_a_case_stays_while_it_counts_for_the_next_one(look_back, left, counts):
    assert still_counts(date(2027, 6, 3), DAY, look_back, left=left) is counts
