from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.errors import UserError

CODES = st.builds(
    SheetCode,
    desk=st.integers(0, 99),
    form=st.integers(0, 99),
    year=st.integers(0, 99),
    serial=st.integers(0, 999_999),
    print_no=st.integers(0, 99),
)


@given(CODES)
def test_a_code_is_read_back(code):
    assert len(code.digits) == 16
    assert SheetCode.parse(code.digits) == code


@given(CODES, st.integers(0, 15), st.integers(1, 9))
def test_a_single_wrong_digit_is_found(code, place, step):
    digits = code.digits
    wrong = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    with pytest.raises(UserError):
        SheetCode.parse(wrong)


@given(CODES, st.integers(0, 14))
def test_two_neighbours_changed_about_are_found(code, place):
    digits = code.digits
    assume(digits[place] != digits[place + 1])
    with pytest.raises(UserError):
        SheetCode.parse(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def test_the_check_digits_are_those_of_the_standard():
    assert int(SheetCode(37, 1, 26, 137).digits) % 97 == 1
    assert SheetCode(37, 1, 26, 137).digits == "3701260001370139"


def test_blanks_hyphens_and_full_width_digits_are_let_through():
    assert SheetCode.parse(" ３７01-2600 0137-0139\n") == SheetCode(37, 1, 26, 137)


@pytest.mark.parametrize("text", ["", "123", "YJ-2026-0137", "37012600013701390", "٣٧٠١٢٦٠٠٠١٣٧٠١٣٩x"])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(UserError, match="16 位码"):
        SheetCode.parse(text)


@pytest.mark.parametrize("part", [{"desk": 100}, {"serial": 1_000_000}, {"print_no": -1}])
def test_a_part_that_does_not_fit_is_a_fault_of_ours(part):
    with pytest.raises(ValueError, match=next(iter(part))):
        SheetCode(**({"desk": 0, "form": 1, "year": 26, "serial": 1} | part))
