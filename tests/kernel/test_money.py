from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_from_text, fen_to_text

FEN = st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1)


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("0", 0),
        ("12", 1200),
        ("12.5", 1250),
        ("12.05", 1205),
        ("1,234.50", 123450),
        ("1,234,567", 123456700),
        (" 500 元", 50000),
        ("￥12.00", 1200),
        ("¥ 12", 1200),
        ("¥-12", -1200),
        ("-0.01", -1),
        ("１２．５０", 1250),
        ("007", 700),
    ],
)
def test_amounts_are_read_as_people_write_them(written: str, fen: int) -> None:
    assert fen_from_text(written) == fen


@pytest.mark.parametrize(
    "written",
    ["", "元", "12.345", "1_000", "٣", "NaN", "Infinity", "1e3", "(5.00)", "12,34", "1,2345", "--5", "5-", "十二", "."],
)
def test_what_is_no_amount_is_refused_and_quoted(written: str) -> None:
    with pytest.raises(UserError) as refused:
        fen_from_text(written)
    assert str(refused.value) == f"“{written}”不是金额，应写成 1234.50 这样。"


def test_an_amount_too_long_for_any_ledger_is_refused() -> None:
    with pytest.raises(UserError):
        fen_from_text("1" * 5000)
    with pytest.raises(UserError):
        fen_from_text("1" * 14)


@given(FEN)
def test_what_is_shown_reads_back_as_the_same_amount(fen: int) -> None:
    assert fen_from_text(fen_to_text(fen)) == fen


@given(FEN, FEN)
def test_amounts_sort_and_add_as_integers(one: int, other: int) -> None:
    assert fen_to_text(one + other) == fen_to_text(fen_from_text(fen_to_text(one)) + fen_from_text(fen_to_text(other)))


@given(st.text(max_size=40))
def test_no_text_makes_anything_but_an_amount_or_a_refusal(text: str) -> None:
    try:
        fen = fen_from_text(text)
    except UserError as refused:
        assert text in str(refused)  # noqa: PT017  (either outcome is right, each is checked)
    else:
        assert fen_from_text(fen_to_text(fen)) == fen


@pytest.mark.parametrize(
    ("fen", "shown"),
    [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123450, "1,234.50"), (-100000000, "-1,000,000.00")],
)
def test_amounts_are_shown_with_two_decimals_and_thousands(fen: int, shown: str) -> None:
    assert fen_to_text(fen) == shown
