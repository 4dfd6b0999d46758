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

KILLS = times(50, 200)
ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(900)
def test_f15_killed_in_a_restore_a_desk_is_the_old_or_the_new_one_never_neither(tmp_path):
    command = [sys.executable, "-m", "tests.faults.restoring", str(tmp_path / "run"), str(KILLS)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=unmeasured(), check=False)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["neither"] == 0, ran.stderr
    assert found["old"] + found["new"] == KILLS
    assert found["old"] > 0
    assert found["new"] > 0
