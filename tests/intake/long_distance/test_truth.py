"""The long-distance log of the sample company, row by row as truth.json tells it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.long_distance.reader import read_long_distance
from desk_mailadmin.intake.long_distance.result import LogReading

DATA = Path(__file__).parents[2] / "data/A"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["long_distance_log"]
FIELDS = {"peer": "callee", "result": "result", "end": "to_at", "matter": "purpose", "user": "name"}


@pytest.fixture(scope="module")
def log() -> LogReading:
    return read_long_distance(DATA / "长途电话登记表_10月.xlsx", today=date(2026, 11, 15))


def test_every_entry_is_read_and_the_signatures_are_none(log: LogReading):
    assert len(log.rows) == TRUTH["entries"]
    assert log.faults == ()
    assert [(one.row, one.kind) for one in log.skipped] == [(1, "title"), (2, "header"), (458, "signature")]
    assert log.year == 2026
    assert all(line.on_day and line.from_at and line.called and line.phone and line.name for line in log.rows)


def test_days_times_and_numbers_are_those_that_were_meant(log: LogReading):
    by_row = {line.row: line for line in log.rows}
    told = [one for found in TRUTH["false_entries"].values() for one in found] + TRUTH["incomplete_entries"]
    assert len(told) == 68
    for one in told:
        line = by_row[one["row"]]
        assert (str(line.on_day), line.from_at, line.called) == (one["date"], one["start"], one["called"])
        assert line.name == one["user"]


def test_what_is_left_out_is_left_out(log: LogReading):
    by_row = {line.row: line for line in log.rows}
    empty = {
        one["row"]: {
            key for key in ("callee", "to_at", "purpose", "result", "name") if not getattr(by_row[one["row"]], key)
        }
        for one in TRUTH["incomplete_entries"]
    }
    assert {row for row, found in empty.items() if found} == set(empty)
    assert empty[46] == {"result", "to_at"}
    assert empty[70] == {"callee"}
