"""The power of a real ext4 is cut under a working desk; needs root and loop devices, and says so where there are none."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.faults.children import unmeasured
from tests.faults.mounting import ROOT, loop_devices, own_mounts
from tests.faults.scale import times

CUTS = times(10, 1_000)


@pytest.mark.timeout(3_000)
@pytest.mark.skipif(
    not (hasattr(os, "geteuid") and os.geteuid() == 0 and own_mounts() and loop_devices()),
    reason="cuts the power of a real file system: needs root, mounts of its own, a loop device and mkfs.ext4",
)
def test_f2_a_real_power_cut_loses_nothing_that_was_said_to_be_saved(tmp_path):
    words = [*own_mounts(), sys.executable, "-m", "tests.faults.real_cuts", str(tmp_path / "run"), str(CUTS)]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False, env=unmeasured())
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["cuts"], found["lost"], found["broken"]) == (CUTS, 0, 0), found
    assert found["commits"] > CUTS
