"""kill -9 in a destruction: all of it is there, or none of it, also in the bytes of the file once it is opened again."""

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
from tests.faults.purging import CANARY, LEAVERS, opened
from tests.faults.scale import times
from tests.registers.privacy import purges

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills")

KILLS = times(6, 100)
ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "tests.faults.purging")


@pytest.mark.timeout(900)
def test_killed_in_a_destruction_the_desk_holds_everything_or_nothing_of_it(tmp_path):
    subprocess.run((*PROGRAM, "prepare", str(tmp_path / "whole")), cwd=ROOT, check=True)
    chance = random.Random(11)  # noqa: S311  (when to kill)
    met = Counter[str]()
    window = 0.6  # seconds in which a kill falls; it follows the machine
    for number in range(KILLS):
        desk = tmp_path / f"desk{number}"
        shutil.copytree(tmp_path / "whole", desk)
        process = subprocess.Popen((*PROGRAM, "run", str(desk)), cwd=ROOT, stdout=subprocess.PIPE, env=unmeasured())
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chance.random() * window)
        process.kill()
        said, _nothing = process.communicate()
        found = judged(desk, done=b"done" in said)
        window *= 1.2 if found == "old" else 0.6
        met[found] += 1
        shutil.rmtree(desk)
    assert met["old"], met


def judged(folder: Path, *, done: bool) -> str:
    """Open the desk that was left, which ends what was begun; return which of the two it is."""
    house = opened(folder)
    try:
        count = house.desk.database.execute_sql("SELECT count(*) FROM staff").fetchone()[0]
        copies = [file for file in (folder / "exports").iterdir() if file.is_file()]
        state = purges(house).rows([1])[0].state
        assert house.desk.check() == ()
        assert (count, len(copies), state) in ((LEAVERS, 1, "proposed"), (0, 0, "done"))
        assert purges(house).unfinished() == ()
    finally:
        house.office.close()
    traces = (folder / "desk.maildesk").read_bytes().count(CANARY.encode())
    assert traces == 0 if state == "done" else traces > LEAVERS
    assert state == "done" or not done
    return {"done": "new", "proposed": "old"}[state]
