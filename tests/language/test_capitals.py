import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.language.capitals import HIGHEST_FEN, from_capitals, in_capitals


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (5, "伍分"),
        (50, "伍角整"),
        (0, "零元整"),
        (1000, "壹拾元整"),
        (10050, "壹佰元零伍角整"),
        (11150, "壹佰壹拾壹元伍角整"),
        (100000, "壹仟元整"),
        (1000500, "壹万零伍元整"),
        (10700053, "壹拾万柒仟元零伍角叁分"),
        (168032, "壹仟陆佰捌拾元零叁角贰分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (10000000500, "壹亿零伍元整"),
        (-1050, "负壹拾元零伍角整"),
    ],
)
def test_amounts_read_as_on_a_cheque(fen, text):
    assert in_capitals(fen) == text


@given(st.integers(-HIGHEST_FEN, HIGHEST_FEN))
def test_every_amount_comes_back(fen):
    assert from_capitals(in_capitals(fen)) == fen


@pytest.mark.parametrize("text", ["", "壹百元", "伍元", "壹拾元零", "负零元整", "五元整", "拾元整", "壹亿亿元整"])
def test_other_spellings_are_refused(text):
    with pytest.raises(UserError, match="大写金额"):
        from_capitals(text)


def test_more_than_the_highest_amount_is_refused():
    with pytest.raises(ValueError):
        in_capitals(HIGHEST_FEN + 1)
    with pytest.raises(UserError):
        from_capitals("玖仟亿亿元整")
