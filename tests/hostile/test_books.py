"""Wicked workbooks through every door: the program lives, each is settled soon, within its memory, or told in words."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.intake.bills.reader import BILL_LIMITS
from desk_mailadmin.kernel.errors import UserError
from tests.faults.scale import times
from tests.hostile.books import BOOKS
from tests.hostile.doors import DOORS
from tests.hostile.watching import Watch

SOON = 2.0
"""Seconds of processor that one file may take; the clock of a busy machine says nothing."""
MEMORY = 1024
AS_LONG_AS_A_BILL = {("02_bomb_of_rows", "bill"), ("02_bomb_of_rows", "calls")}
"""2.4 million rows are refused as a roster at once; a bill may be as large, so they are counted until they are too many."""

ASKED = [(name, door) for name in BOOKS for door in (DOORS if times(0, 1) else ("roster",))]
READ = {
    "03_claims_the_whole_sheet", "03_columns_claimed_3000_times", "04_a_cell_at_the_end", "11_one_row_of_300000",
    "18_formula_without_result", "19_days_of_1904", "20_telephones",
    "21_headers_twice", "21_header_with_odd_spaces", "22_the_same_number_twice", "23_variants_of_one_name",
    "24_long_and_invisible", "25_formulas_as_text", "29_garbled",
}  # fmt: skip
"""Which of them are a roster all the same; all others are refused in one sentence."""


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def outcome(path: Path, door: str, beside: Path) -> Any:
    try:
        return DOORS[door].apart(path, beside)
    except UserError as refused:
        return str(refused)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for name, make in BOOKS.items():
        make(folder / f"{name}.xlsx")
    return folder


@pytest.mark.parametrize(("name", "door"), ASKED)
def test_it_is_settled_soon_in_one_sentence_or_with_what_can_be_read(
    name: str, door: str, books: Path, tmp_path: Path, record_property: Any
):
    before, start = spent(), time.monotonic()
    with Watch() as watch:
        found = outcome(books / f"{name}.xlsx", door, tmp_path / "staging")
    took = spent() - before
    record_property("seconds", round(took, 2))
    limit = BILL_LIMITS.seconds if (name, door) in AS_LONG_AS_A_BILL else SOON
    assert took < limit, f"{took:.1f} s of processor, {time.monotonic() - start:.1f} s by the clock"
    assert 0 < watch.highest < MEMORY
    if isinstance(found, str):
        assert f"“{name}.xlsx”" in found
        assert found.endswith("。")
        assert "\n" not in found
        assert "Error" not in found
    assert door != "roster" or isinstance(found, str) == (name not in READ), found


def test_there_are_at_least_29_kinds_of_them():
    assert len(BOOKS) >= 29
    assert set(BOOKS) >= READ


def test_what_is_no_name_number_or_day_is_held_back(books: Path, tmp_path: Path):
    def read(name: str) -> Any:
        return DOORS["roster"].apart(books / f"{name}.xlsx", tmp_path / "staging")

    for name in ("25_formulas_as_text", "29_garbled", "24_long_and_invisible"):
        reading = read(name)
        odd = [row for row in reading.people if len(row.name) > 30 or not row.name.isalpha()]
        assert {row.place for row in odd} <= reading.undecided, name
    assert all(row.hired_on is None for row in read("19_days_of_1904").people if row.emp_no in ("X3", "X6"))
    mobiles = [row.mobile for row in read("20_telephones").people]
    assert mobiles == ["13800000000", "", "13800000000", "13800000000", ""], "1.38E+10 and 转8012 are told, not guessed"
