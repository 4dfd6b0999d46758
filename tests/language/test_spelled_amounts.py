from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.language.capitals import HIGHEST_FEN, in_capitals
from desk_mailadmin.language.spelled_amounts import spelled_amount


@pytest.mark.parametrize(
    ("entry", "fen"),
    [
        (50, 5000),
        (58.6, 5860),
        (57.99999999999, 5800),
        (-50, -5000),
        ("50元", 5000),
        ("￥58.00", 5800),
        ("¥ 1,200.5", 120050),
        ("１００元", 10000),
        ("５2元整", 5200),
        ("人民币：伍佰元整", 50000),
        ("伍拾贰元整", 5200),
        ("陆佰圆正", 60000),
        ("五百块钱", 50000),
        ("两千零五元", 200500),
        ("壹万零伍拾元叁角整", 1005030),
        ("十二元", 1200),
        ("一亿元", 10**10),
        ("5元5角", 550),
        ("5块零5分", 505),
        ("五毛", 50),
        ("20×1.80+50=86", 8600),
        ("伍佰元整（500.00）", 50000),
        ("-50", -5000),
        ("¥-50.00", -5000),
        ("(50.00)", -5000),
        ("负伍拾元整", -5000),
        ("零", 0),
        ("0", 0),
    ],
)
def test_a_sum_is_read_in_every_spelling(entry, fen):
    assert spelled_amount(entry).value == fen
    assert spelled_amount(entry).fault is None


@pytest.mark.parametrize("entry", [None, "", "——", "/", " - ", "无", "（略）", "免"])
def test_nothing_is_no_sum_and_no_fault(entry):
    found = spelled_amount(entry)
    assert (found.value, found.fault) == (None, None)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("记过", "amount-odd"),
        (True, "amount-odd"),
        ("一百五", "amount-odd"),
        ("一百五元", "amount-odd"),
        ("一二三元", "amount-odd"),
        ("50元12角", "amount-odd"),
        ("若干元", "amount-odd"),
        ("3元若干角", "amount-odd"),
        ("3元若干分", "amount-odd"),
        ("若干（50元）", "amount-odd"),
        ("50,00", "amount-odd"),
        ("9" * 20, "amount-odd"),
        ("元", "amount-odd"),
        ("伍佰元整（600）", "amount-two"),
        ("58.004", "amount-fraction"),
    ],
)
def test_what_is_unclear_is_named_and_never_guessed(entry, kind):
    found = spelled_amount(entry)
    assert found.value is None
    assert found.fault is not None
    assert found.fault.kind == kind
    assert found.fault.sentence.endswith("。")


@given(st.integers(min_value=-HIGHEST_FEN, max_value=HIGHEST_FEN))
def test_what_cheques_say_is_read_back(fen):
    assert spelled_amount(in_capitals(fen)).value == fen
    assert spelled_amount(f"{fen / 100:.2f}" if abs(fen) < 10**12 else in_capitals(fen)).value == fen
