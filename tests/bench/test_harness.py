"""The bench measures what it says: medians, ratios, goals, turns; and its people are the same each time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.desk import create_desk
from tests.bench.harness import Amount, Line, Workshop, growth, in_turn, resident_mb, shown, timed
from tests.bench.people import COLUMNS, fill, people


def test_a_line_compares_medians_and_tells_whether_the_goal_is_met() -> None:
    line = Line("save", [0.003, 0.009, 0.003], [0.002, 0.002, 0.5], goal=3)
    assert line.ratio == pytest.approx(1.5)
    assert line.verdict == "met"
    assert "ours 3.0 ms" in str(line)
    assert "ratio   1.50  goal ≤ 3  met" in str(line)


def test_a_missed_goal_is_said_and_nothing_more() -> None:
    assert Line("save", [0.01], [0.002], goal=3).verdict == "MISSED"
    assert Line("rows read", [0.01], [0.002], least=6).verdict == "MISSED"
    assert Line("no goal", [0.01]).verdict == ""


def test_without_a_reference_the_goal_is_in_milliseconds() -> None:
    assert Line("preview", [0.149], goal=150).verdict == "met"
    assert Line("preview", [0.151], goal=150).verdict == "MISSED"


def test_an_amount_is_no_time() -> None:
    amount = Amount("memory", [30.0], goal=40)
    assert amount.verdict == "met"
    assert "ours 30.0 MB" in str(amount)
    assert Amount("memory", [90.0], [45.0], goal=1.9).verdict == "MISSED"


def test_growth_compares_the_largest_with_the_smallest() -> None:
    line = growth("first page", {1_000: [0.002], 10: [0.001], 100: [9.0]}, 1.25)
    assert (line.ratio, line.verdict) == (pytest.approx(2), "MISSED")
    assert line.what == "first page, 1,000 against 10"


def test_jobs_run_in_turn_forwards_and_backwards_after_one_run_unmeasured() -> None:
    seen: list[str] = []
    times = in_turn(2, ours=lambda: seen.append("a"), reference=lambda: seen.append("b"))
    assert "".join(seen) == "ab" + "ab" + "ba"
    assert {name: len(taken) for name, taken in times.items()} == {"ours": 2, "reference": 2}


@pytest.mark.parametrize(("seconds", "text"), [(1.5, "1.50 s"), (0.0123, "12.3 ms"), (0.0000071, "7 µs")])
def test_times_are_shown_with_a_fitting_unit(seconds: float, text: str) -> None:
    assert shown(seconds) == text
    assert timed(lambda: None) < 1


def test_a_quick_run_takes_fewer_rounds() -> None:
    assert Workshop(Path(), Path(), (10,), quick=True).rounds(100) == 10
    assert Workshop(Path(), Path(), (10,)).rounds(100) == 100
    assert resident_mb() >= 0


def test_the_generated_people_are_the_same_each_time_and_fit_the_desk(tmp_path: Path) -> None:
    assert list(people(50)) == list(people(50))
    assert all(len(row) == len(COLUMNS) for row in people(5))
    create_desk(tmp_path / "desk", clock=SystemClock(), changes=Changes()).close()
    fill(tmp_path / "desk" / FILE_NAME, 50)
    with closing(sqlite3.connect(tmp_path / "desk" / FILE_NAME)) as db:
        assert db.execute("SELECT count(*) FROM staff JOIN department ON department.id = department_id").fetchone() == (
            50,
        )
