"""Who bears what of a line's month and year (002/6, 9.3, 15.一.5)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.charges.rules import (
    MonthPart,
    Terms,
    Usage,
    asked,
    check_reason,
    due_on,
    left_of,
    shares,
    with_office,
    year_of,
)

TRUTH = json.loads((Path(__file__).parents[2] / "data/A/truth.json").read_text("utf-8"))["telephone"]["overage"]
CALENDAR = WorkCalendar({date(2026, 10, day): False for day in (1, 2, 5, 6, 7)}, frozenset({2026}))


def usage(calls: int = 0, info: int = 0, **others: int) -> Usage:
    """A line whose calls came to so much, information fees among them."""
    return Usage(local_fen=calls - info, info_fen=info, **others)


def test_the_sample_companys_85_lines_are_met_to_the_fen():
    found = [
        shares(usage(one["calls_total_fen"], one["info_fee_fen"]), Terms(one["quota_fen"])) for one in TRUTH["lines"]
    ]
    assert len(found) == 85
    assert [one.over_fen for one in found] == [line["overage_fen"] for line in TRUTH["lines"]]
    assert [one.self_fen for one in found] == [line["self_paid_fen"] for line in TRUTH["lines"]]
    assert sum(one.over_fen > 0 for one in found) == TRUTH["lines_over"] == 8
    assert sum(one.over_fen for one in found) == TRUTH["overage_sum_fen"] == 18_893
    assert sum(one.self_fen for one in found) == TRUTH["self_paid_sum_fen"] == 30_933


def test_where_information_fees_use_up_the_quota_too_the_sample_companys_other_figures_are_met():
    terms = [Terms(line["quota_fen"], info_in_quota=True) for line in TRUTH["lines"]]
    found = [
        shares(usage(one["calls_total_fen"], one["info_fee_fen"]), terms)
        for one, terms in zip(TRUTH["lines"], terms, strict=True)
    ]
    assert [one.over_fen for one in found] == [
        line["overage_if_info_fee_counts_against_quota_fen"] for line in TRUTH["lines"]
    ]


@pytest.mark.parametrize(
    ("used", "terms", "over", "own"),
    [
        (usage(12_000), Terms(10_000), 2_000, 2_000),
        (usage(12_000, rent_fen=2_000, fixed_fen=600), Terms(10_000), 2_000, 2_000),
        (usage(10_000), Terms(10_000), 0, 0),
        (usage(12_000, 3_000), Terms(10_000), 0, 3_000),
        (usage(14_000, 3_000, private_fen=500), Terms(10_000), 500, 4_000),
        (usage(12_000), Terms(None), 0, 0),
        (usage(12_000, 700, private_fen=300), Terms(None), 0, 1_000),
        (usage(10_400), Terms(10_000, tolerance_fen=400), 0, 0),
        (usage(10_401), Terms(10_000, tolerance_fen=400), 401, 401),
        (usage(12_000), Terms(10_000, saved_fen=1_500), 500, 500),
        (usage(12_000), Terms(10_000, saved_fen=-300), 2_300, 2_300),
        (usage(12_000), Terms(120_000, monthly=False), 0, 0),
        (usage(9_000, rent_fen=2_000, fixed_fen=600), Terms(10_000, covers="rent"), 1_000, 1_000),
        (usage(9_000, rent_fen=2_000, fixed_fen=600), Terms(10_000, covers="all"), 1_600, 1_600),
        (usage(4_000, rent_fen=2_000), Terms(10_000, holder_pays=True), 0, 6_000),
        (usage(10_000, 3_000), Terms(2_000, info_in_quota=True), 8_000, 10_000),
    ],
)
def test_the_holder_bears_fees_private_calls_and_what_the_quota_does_not_cover(
    used: Usage, terms: Terms, over: int, own: int
):
    found = shares(used, terms)
    assert (found.over_fen, found.self_fen) == (over, own)
    assert found.self_fen + found.company_fen == used.total_fen


def test_what_the_office_decides_holds_for_every_line():
    decided = {"covers": "all", "info_in_quota": True}
    assert with_office(Terms(None), **decided, no_quota="free") == Terms(None, covers="all", info_in_quota=True)
    assert with_office(Terms(None), **decided, no_quota="zero").quota_fen == 0
    assert with_office(Terms(500), **decided, no_quota="zero").quota_fen == 500


def test_what_a_case_takes_back_already_is_not_taken_from_wages_again():
    assert asked(30_000, 12_000) == 18_000
    assert asked(3_000, 3_200) == 0


@pytest.mark.parametrize(
    ("brought", "used", "left"),
    [
        (500, [900], 500),
        (500, [1_200], 300),
        (500, [1_200, 1_400], 0),
        (500, [1_900, 1_400], 0),
        (-300, [900], 0),
        (-300, [], -300),
        (0, [900], 0),
    ],
)
def test_what_the_year_before_left_covers_single_months_until_it_is_used_up(brought: int, used: list[int], left: int):
    assert left_of(brought, [MonthPart(1_000, fen) for fen in used]) == left
    assert left_of(brought, [MonthPart(None, fen) for fen in used]) == (max(brought, 0) if used else brought)


@pytest.mark.parametrize(
    ("month", "due"),
    [
        ("2026-10", date(2026, 11, 6)),
        ("2026-11", date(2026, 12, 4)),
        ("2026-12", date(2027, 1, 6)),
        ("2026-09", date(2026, 10, 8)),
    ],
    ids=["a Friday", "a Sunday: the Friday before", "the next year", "all days up to it off: the first one worked"],
)
def test_the_table_is_due_on_the_sixth_or_before(month: str, due: date):
    assert due_on(month, CALENDAR) == due


YEAR = [MonthPart(1_000, 800)] * 11


def test_a_year_of_monthly_quotas_asks_only_for_what_no_month_was_charged():
    spent = year_of([*YEAR, MonthPart(1_000, 4_000, 3_000)])
    assert (spent.quota_fen, spent.actual_fen, spent.over_fen, spent.left_fen) == (12_000, 12_800, 800, 0)
    assert spent.asked_fen == 0, "December alone was charged more than the year is over"
    assert year_of([*YEAR, MonthPart(1_000, 4_000)]).asked_fen == 800


def test_a_lump_quota_of_the_year_is_settled_at_its_end():
    spent = year_of([MonthPart(12_000, 3_000)] * 5, lump_fen=12_000)
    assert (spent.quota_fen, spent.over_fen, spent.asked_fen) == (12_000, 3_000, 3_000)
    assert year_of([MonthPart(12_000, 3_000)] * 5, lump_fen=12_000, tolerance_fen=3_000).asked_fen == 0


def test_what_a_line_saved_or_overspent_within_its_tolerance_is_carried_where_it_carries_over():
    assert year_of(YEAR, carry_over=True).carried_fen == 2_200
    assert year_of(YEAR).carried_fen == 0
    over = year_of([MonthPart(1_000, 1_050)] * 2, tolerance_fen=200, carry_over=True)
    assert (over.asked_fen, over.carried_fen) == (0, -100)
    assert year_of([MonthPart(1_000, 2_000)], carry_over=True).carried_fen == 0, "what is paid is not carried"
    assert year_of([MonthPart(1_000, 1_200)], brought_fen=300, carry_over=True).carried_fen == 100


def test_a_line_without_any_quota_has_nothing_to_settle():
    spent = year_of([MonthPart(None, 500)] * 3)
    assert (spent.quota_fen, spent.actual_fen, spent.over_fen, spent.asked_fen) == (None, 1_500, 0, 0)


def test_what_is_not_taken_needs_a_reason():
    assert check_reason(" 总经理批准 ") == "总经理批准"
    with pytest.raises(UserError):
        check_reason(" ")
