"""kill -9 in the middle of taking a bill over: no half bill, no calls of nobody, and nothing left beside the desk."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.children import unmeasured
from tests.faults.scale import times
from tests.registers.builders import open_house

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills")

CALLS = 60_000
KILLS = times(5, 50)
ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "tests.faults.importing")


@pytest.mark.timeout(900)
def test_killed_in_an_import_the_desk_holds_the_whole_bill_or_none(tmp_path):
    bill = tmp_path / "清单.csv"
    subprocess.run((*PROGRAM, "prepare", str(tmp_path / "whole"), str(bill), str(CALLS)), cwd=ROOT, check=True)
    chance = random.Random(11)  # noqa: S311  (when to kill)
    met = Counter()
    for number in range(KILLS):
        desk = tmp_path / f"desk{number}"
        shutil.copytree(tmp_path / "whole", desk)
        process = subprocess.Popen(
            (*PROGRAM, "import", str(desk), str(bill)), cwd=ROOT, stdout=subprocess.PIPE, env=unmeasured()
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chance.random() * 0.3)
        process.kill()
        said, _nothing = process.communicate()
        met[judged(desk, done=b"done" in said)] += 1
        shutil.rmtree(desk)
    assert met["none"], met


def judged(folder: Path, *, done: bool) -> str:
    """Open the desk that was left; return whether the bill is on it."""
    house = open_house(folder)
    try:
        count = {
            table: house.desk.database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  (our own names)
            for table in ("bill", "call", "bill_number", "search_bill")
        }
        assert count in (
            {"bill": 0, "call": 0, "bill_number": 0, "search_bill": 0},
            {"bill": 1, "call": CALLS, "bill_number": 100, "search_bill": 1},
        )
        assert count["bill"] or not done
        assert house.desk.check() == ()
        assert list((folder / "drafts").glob(".desk-*")) == []
        return "whole" if count["bill"] else "none"
    finally:
        house.office.close()
