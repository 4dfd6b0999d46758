"""Wicked text tables as bills, in a child, and through every other door: told in words, never a wrong sum."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import UserError
from tests.faults.scale import times
from tests.hostile.doors import DOORS
from tests.hostile.test_books import SOON, spent
from tests.hostile.texts import COUNTED, TEXTS

APART = bool(times(0, 1))
"""Every door in a child of its own in ``make faults``; in every run the bill's alone, and the others bare."""


def written(name: str, folder: Path) -> Path:
    path = folder / f"{name}.csv"
    path.write_bytes(TEXTS[name])
    return path


def read(door: str, path: Path, beside: Path, *, apart: bool) -> Any:
    try:
        return (DOORS[door].apart if apart else DOORS[door].bare)(path, beside)
    except UserError as refused:
        said = str(refused)
        assert f"“{path.name}”" in said
        assert said.endswith("。")
        assert len(said) < 200
        return said


@pytest.mark.parametrize("name", TEXTS)
def test_as_a_bill_it_is_settled_soon_and_counts_what_can_be_read(name: str, tmp_path: Path):
    before = spent()
    found = read("bill", written(name, tmp_path), tmp_path / "staging", apart=True)
    assert spent() - before < SOON
    if name in COUNTED:
        assert not isinstance(found, str), found
        assert found.sums.fee_fen == COUNTED[name], [fault.sentence for fault in found.faults]
    assert isinstance(found, str) or all(fault.sentence.endswith("。") for fault in found.faults)


@pytest.mark.parametrize("name", TEXTS)
def test_through_every_other_door_it_is_told_in_words(name: str, tmp_path: Path):
    path = written(name, tmp_path)
    for door in DOORS.keys() - {"bill"}:
        before = spent()
        found = read(door, path, tmp_path / f"staging-{door}", apart=APART)
        assert spent() - before < SOON
        assert isinstance(found, str) or door in ("calls", "longdistance"), (door, name)


def test_there_are_at_least_40_kinds_of_them():
    assert len(TEXTS) >= 40
    assert set(TEXTS) >= set(COUNTED)
