"""PINs and the waiting after wrong ones: the rules alone, without a desk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.pins import (
    CODE_SIGNS,
    FREE_TRIES,
    WAITS,
    Tries,
    check_wait,
    checked_pin,
    grouped,
    is_trivial,
    typed_code,
)
from desk_mailadmin.kernel.secret import Secret

GOOD = Secret("280419")
UPTIME = st.floats(min_value=0, max_value=10**8, allow_nan=False)


@pytest.mark.parametrize(
    "digits",
    ["111111", "123456", "654321", "121212", "123123", "345678", "987654", "890123", "000000", "210987", "12312312"],
)
def test_what_anybody_would_try_first_is_refused(digits: str):
    assert is_trivial(digits)
    with pytest.raises(UserError, match="一猜就中") as refused:
        checked_pin(Secret(digits), Secret(digits))
    assert refused.value.field == "pin"


@pytest.mark.parametrize("digits", ["280419", "113355", "124578", "908172", "12345679"])
def test_other_digits_are_taken(digits: str):
    assert checked_pin(Secret(digits), Secret(digits)) == Secret(digits)


@pytest.mark.parametrize(
    ("digits", "sentence"),
    [
        ("28041", "6 到 12 位"),
        ("2804192804190", "6 到 12 位"),
        ("28041a", "只用数字"),
        ("２８０４１９", "只用数字"),
        ("", "只用数字"),
    ],
)
def test_a_pin_is_six_to_twelve_digits(digits: str, sentence: str):
    with pytest.raises(UserError, match=sentence):
        checked_pin(Secret(digits), Secret(digits))


def test_it_must_be_typed_twice_alike():
    with pytest.raises(UserError, match="不一样") as refused:
        checked_pin(GOOD, Secret("280418"))
    assert refused.value.field == "again"


def after(count: int, at: float) -> Tries:
    tries = Tries()
    for _ in range(count):
        tries = tries.failed(at)
    return tries


@given(count=st.integers(0, FREE_TRIES - 1), at=UPTIME, now=UPTIME)
def test_four_wrong_ones_never_make_wait(count: int, at: float, now: float):
    assert after(count, at).wait(now) == 0
    check_wait(after(count, at), now)


@given(count=st.integers(FREE_TRIES, 40), at=UPTIME, passed=st.floats(0, 10_000))
def test_the_wait_climbs_and_ends_after_its_time(count: int, at: float, passed: float):
    asked = WAITS[min(count - FREE_TRIES, 2)]
    left = after(count, at).wait(at + passed)
    assert left == pytest.approx(max(0, asked - passed), abs=1e-6 * (1 + at))
    assert after(count, at).wait(at + asked + 1) == 0


@given(count=st.integers(FREE_TRIES, 40), at=UPTIME, now=UPTIME)
def test_starting_the_machine_anew_never_shortens_the_wait_below_what_it_ran(count: int, at: float, now: float):
    """Whatever uptime is found, less was waited for than went by: it ran ``now`` since, or ``now - at``."""
    asked = WAITS[min(count - FREE_TRIES, 2)]
    left = after(count, at).wait(now)
    assert 0 <= left <= asked
    assert left >= asked - now


def test_the_clerk_is_told_for_how_many_minutes():
    with pytest.raises(UserError, match="输错 5 次，要等 1 分钟") as refused:
        check_wait(after(5, 100.0), 100.5)
    assert refused.value.field == "pin"
    with pytest.raises(UserError, match="输错 7 次，要等 30 分钟"):
        check_wait(after(7, 100.0), 101)


@given(st.text(CODE_SIGNS, min_size=20, max_size=20))
def test_a_code_is_understood_as_it_is_printed(code: str):
    assert typed_code(grouped(code)) == code
    assert typed_code(f"  {grouped(code).lower().replace('-', ' ')} ") == code
    assert len(grouped(code)) == 23


def test_full_width_signs_of_an_input_method_are_understood():
    assert typed_code("ＡＢ２３—９Ｚ") == "AB239Z"
