from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.lines.rules import (
    Policy,
    Right,
    boxes_of,
    check_kind,
    check_stop,
    checked_rights,
    concerns_of,
    holding,
    quota_fen,
    rank_quotas,
    rights_keys,
    rights_text,
    rights_up_to,
    rights_words,
)
from tests.registers.builders import TODAY, refusal

DAY = timedelta(days=1)


def test_a_right_holds_on_its_first_and_on_its_last_day():
    right = Right("domestic", TODAY, TODAY + DAY)
    assert [right.holds(day) for day in (TODAY - DAY, TODAY, TODAY + DAY, TODAY + 2 * DAY)] == [
        False,
        True,
        True,
        False,
    ]
    assert Right("inside").holds(date(1, 1, 1))
    assert holding([right, Right("inside", None, TODAY - DAY)], TODAY) == {"domestic"}


@pytest.mark.parametrize(
    ("key", "keys"),
    [("", ""), ("inside", "inside"), ("domestic", "inside,local,domestic")],
)
def test_lists_name_the_highest_right_only(key, keys):
    assert rights_keys(rights_up_to(key), TODAY) == keys


def test_the_boxes_tell_a_lasting_right_from_one_that_ends():
    rights = [Right("inside"), Right("local"), Right("international", TODAY, TODAY + DAY)]
    assert [(box.letter, box.given, box.limited) for box in boxes_of(rights, TODAY)] == [
        ("内", True, False),
        ("市", True, False),
        ("长", False, False),
        ("国", True, True),
    ]
    both = [*rights, Right("international", TODAY)]
    assert not boxes_of(both, TODAY)[3].limited


def test_rights_are_said_in_words_with_the_day_they_end():
    rights = [Right("inside"), Right("domestic", None, date(2026, 12, 31)), Right("domestic", None, date(2026, 12, 9))]
    assert rights_text(rights, TODAY) == "内线、国内长途（到 2026-12-31）"
    assert rights_words([Right("local", TODAY, TODAY + DAY)]) == ["市话（2026-12-03 起，到 2026-12-04）"]


def test_rights_come_back_from_the_least_to_the_most():
    given = [Right("international"), Right("inside", TODAY), Right("inside")]
    assert [right.key for right in checked_rights(given)] == ["inside", "inside", "international"]
    assert checked_rights(given)[0].from_on is None


@pytest.mark.parametrize(
    ("right", "sentence"),
    [
        (Right("space"), "没有“space”这种权限，只有 inside、local、domestic、international。"),
        (Right("local", TODAY, TODAY - DAY), "权限的截止日期早于起始日期。"),
    ],
)
def test_a_right_that_cannot_be_is_named(right, sentence):
    with pytest.raises(UserError) as fault:
        checked_rights([right])
    assert refusal(fault.value) == ("rights", sentence)


def test_the_quota_is_the_lines_the_heads_or_the_ranks():
    ranks = rank_quotas(["经理=80", "主管 ＝ 40.50元"])
    assert ranks == {"经理": 8_000, "主管": 4_050}
    assert quota_fen("line", 4_000, 7, ranks, "经理") == 4_000
    assert quota_fen("head", 4_000, 7, ranks, "经理") == 28_000
    assert quota_fen("rank", 4_000, 7, ranks, "经理") == 8_000
    assert quota_fen("rank", 4_000, 7, ranks, "员工") is None
    assert quota_fen("head", None, 7, ranks, "") is None


def test_a_rank_quota_that_cannot_be_read_is_named():
    with pytest.raises(UserError, match="“经理 80”应写成 经理=80"):
        rank_quotas(["经理 80"])


@pytest.mark.parametrize(
    ("kind", "number", "extension", "expected"),
    [("", "057155511001", "8001", "direct"), ("", "", "8001", "extension"), ("fax", "057155511001", "", "fax")],
)
def test_the_kind_follows_from_the_numbers_where_none_is_said(kind, number, extension, expected):
    assert check_kind(kind, number, extension) == expected


@pytest.mark.parametrize(
    ("kind", "number", "extension", "said"),
    [
        ("", "", "", ("extension", "直线号码和分机至少填一个。")),
        ("trunk", "", "8001", ("number", "中继要有号码。")),
        ("satellite", "1", "", ("kind", "没有“satellite”，只有 extension、direct、fax、trunk、mobile。")),
    ],
)
def test_a_line_without_the_number_of_its_kind_is_refused(kind, number, extension, said):
    with pytest.raises(UserError) as fault:
        check_kind(kind, number, extension)
    assert refusal(fault.value) == said


def test_a_stop_a_reopening_and_the_end_of_the_number_come_in_this_order():
    check_stop(TODAY, TODAY + 2 * DAY, TODAY + DAY)
    check_stop(TODAY, None, None)
    for keep, reopen, said in (
        (None, TODAY - DAY, ("reopen_on", "复机日期早于停机日期。")),
        (TODAY, TODAY + DAY, ("keep_until", "保号日期不能早于停机和复机日期。")),
    ):
        with pytest.raises(UserError) as fault:
            check_stop(TODAY, keep, reopen)
        assert refusal(fault.value) == said


POLICY = Policy(
    ranks=("总经理", "所长", "生产主管", "员工"),
    long_rank="所长",
    long_units=("总部",),
    fixed_rank="生产主管",
    fixed_units=("总部",),
    own_units=("总部",),
)


def keys_of(policy: Policy, **line) -> list[str]:
    values = {"unit": "总部", "kind": "extension", "holder": "周文博", "rank": "员工", "is_heads": False,
              "rights": (Right("domestic"),), **line}  # fmt: skip
    return [concern.key for concern in concerns_of(policy, **values)]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ({}, ["long_rank", "fixed_rank", "own"]),
        ({"rank": "生产主管"}, ["long_rank", "own"]),
        ({"rank": "所长"}, ["own"]),
        ({"rank": "没见过"}, ["long_rank", "fixed_rank", "own"]),
        ({"is_heads": True}, []),
        ({"holder": ""}, ["own"]),
        ({"kind": "mobile"}, ["long_rank", "own"]),
        ({"unit": "上海分公司"}, []),
        ({"rights": (Right("local"),)}, ["fixed_rank"]),
        ({"rights": (Right("domestic", None, None, "FJ-2026-0001"),)}, ["fixed_rank"]),
    ],
)
def test_the_three_checks_of_ranks_are_separate(line, keys):
    assert keys_of(POLICY, **line) == keys


def test_a_check_may_hold_for_all_units_and_one_nobody_switched_on_never_asks():
    assert keys_of(replace(POLICY, long_units=("全部",), fixed_units=(), own_units=()), unit="上海分公司") == [
        "long_rank"
    ]
    assert not Policy().checks_anything
    assert keys_of(replace(POLICY, long_rank="不在表里的"), rank="员工") == ["fixed_rank", "own"]


def test_a_concern_says_who_and_why():
    (concern, *_rest) = concerns_of(
        POLICY, unit="总部", kind="fax", holder="周文博", rank="", is_heads=False, rights=(Right("international"),)
    )
    assert concern.sentence == "周文博（职级没有登记）在所长以下，开通长途要有批准（电话制度 5.四(三)）。"
