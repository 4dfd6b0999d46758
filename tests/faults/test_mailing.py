"""F32: whenever the program is killed while it sends mail, no paper is ever taken twice without the clerk's word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.children import unmeasured
from tests.faults.scale import times

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks and kills")

ROOT = Path(__file__).parents[2]
KILLS = times(28, 280)


@pytest.mark.timeout(900)
def test_killed_while_it_sends_no_mail_goes_out_twice_and_none_is_forgotten(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.mailing", str(tmp_path / "run"), str(KILLS)],
        cwd=ROOT,
        env=unmeasured(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert (found["twice"], found["lost"], found["unmarked"], found["self_sent"]) == (0, 0, 0, 0), found
    assert found["in_dialogue"] >= KILLS // 3, found
    assert found["unclear_and_taken"] > 0, "some were taken, and the program was killed before it could know"
    assert found["unclear"] == found["in_dialogue"], "what is unclear waits for the clerk, whoever tries to send it"
    assert found["taken"] >= KILLS // 4, found
