"""Every hostile file as a bill and as a call record: one sentence or a reading, soon, and no crash."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.bills.reader import read_bill
from desk_mailadmin.intake.call_records.reader import read_call_records
from desk_mailadmin.kernel.errors import UserError

HOSTILE = Path(__file__).parents[2] / "data/hostile"
FILES = sorted(path.name for path in HOSTILE.iterdir() if path.suffix not in (".md", ".json"))
TODAY = date(2026, 11, 15)
SOON = 20


@pytest.mark.parametrize("name", FILES)
def test_as_a_bill_it_is_refused_in_one_sentence(name: str, tmp_path: Path):
    start = time.perf_counter()
    with pytest.raises(UserError) as refused:
        read_bill(HOSTILE / name, staging=tmp_path / "staging", today=TODAY)
    assert str(refused.value).endswith("。")
    assert "\n" not in str(refused.value)
    assert time.perf_counter() - start < SOON


@pytest.mark.parametrize("name", [name for name in FILES if name != "hostile_cdr.csv"])
def test_as_a_call_record_it_is_refused_in_one_sentence(name: str, tmp_path: Path):
    with pytest.raises(UserError) as refused:
        read_call_records(HOSTILE / name, staging=tmp_path / "staging", today=TODAY)
    assert str(refused.value).endswith("。")


def test_the_hostile_call_record_gives_its_one_good_line(tmp_path: Path):
    reading = read_call_records(HOSTILE / "hostile_cdr.csv", staging=tmp_path / "staging", today=TODAY)
    assert [(fault.row, fault.kind) for fault in reading.faults] == [(1, "time-odd"), (2, "quote"), (4, "length-odd")]
    assert (reading.sums.calls, reading.sums.seconds, reading.damaged) == (1, 30, 3)
