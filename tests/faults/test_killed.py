from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.store.desk import create_desk
from tests.faults.children import unmeasured
from tests.faults.scale import times
from tests.store.notes import STEPS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks and kills")

KILLS = times(100, 1_000)

ROOT = Path(__file__).parents[2]


def started(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.killing", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=unmeasured())


def outcome(process: subprocess.Popen[str]) -> Any:
    out, _err = process.communicate(timeout=900)
    assert process.returncode == 0
    return json.loads(out)


@pytest.mark.timeout(900)
def test_f1_killed_in_the_middle_a_desk_loses_nothing_it_confirmed(tmp_path):
    found = outcome(started("writes", tmp_path / "run", KILLS))
    assert (found["lost"], found["broken"]) == (0, 0)
    assert found["commits"] > KILLS
    assert found["in_transaction"] >= KILLS // 10


@pytest.mark.timeout(900)
def test_f20_killed_in_an_upgrade_a_desk_is_the_old_or_the_new_one(tmp_path):
    found = outcome(started("upgrade", tmp_path / "run", max(20, KILLS * 6 // 10)))
    assert found["broken"] == 0
    assert found["old"] > 0
    assert found["new"] > 0


def test_f9_two_programs_take_turns_and_no_number_is_given_twice(tmp_path):
    create_desk(tmp_path / "desk", clock=SystemClock(), changes=Changes(), steps=STEPS).close()
    both = [started("numbers", tmp_path / "desk", 200) for _ in range(2)]
    taken = [number for process in both for number in outcome(process)]
    assert sorted(taken) == list(range(1, 401))


def test_the_killing_never_empties_a_folder_it_did_not_make(tmp_path):
    (tmp_path / "theirs").write_text("x", encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", "writes", str(tmp_path), "1"],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert process.returncode != 0
    assert (tmp_path / "theirs").read_text(encoding="utf-8") == "x"
