"""kill -9 in the middle of a batch: what is noted as printed was printed, and at most the sheet in flight is in doubt."""

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

from desk_mailadmin.unfinished import Unfinished
from tests.faults.children import unmeasured
from tests.faults.scale import times
from tests.registers.builders import open_house

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills")

COUNT = 50
KILLS = times(5, 50)
ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "tests.faults.printing")


@pytest.mark.timeout(900)
def test_f31_killed_in_a_batch_the_archive_knows_what_was_printed(tmp_path):
    subprocess.run((*PROGRAM, "prepare", str(tmp_path / "whole"), str(COUNT)), cwd=ROOT, check=True)
    chance = random.Random(7)  # noqa: S311  (when to kill)
    met = Counter()
    for number in range(KILLS):
        desk, log = tmp_path / f"desk{number}", tmp_path / f"log{number}"
        shutil.copytree(tmp_path / "whole", desk)
        command = (*PROGRAM, "print", str(desk), str(log))
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=unmeasured())
        assert process.stdout is not None
        assert process.stdout.readline()
        time.sleep(0.05 + chance.random() * 0.4)
        process.kill()
        process.communicate()
        met += judged(desk, log.read_text(encoding="ascii").splitlines())
    assert met["in the middle"] >= KILLS // 2, met


def judged(desk: Path, taken: list[str]) -> Counter[str]:
    """Compare what the printer took with what the desk knows of it; return how the kill met the batch."""
    house = open_house(desk)
    try:
        papers = house.services["papers"]
        records = [row for (row,) in house.desk.database.execute_sql("SELECT id FROM application ORDER BY id")]
        numbers = {record: house.applications.row(record).number for record in records}
        kept = {numbers[record] for record in records if papers.prints_of("application", record)}
        for record in records:
            for one in papers.prints_of("application", record):
                assert papers.kept_pdf(one).startswith(b"%PDF")
        assert len(taken) == len(set(taken))
        assert kept <= set(taken)
        doubtful = set(taken) - kept
        assert len(doubtful) <= 1
        left = Unfinished(house.desk).left()
        assert {sheet.number for sheet in left.sheets} == set(numbers.values()) - kept
        if doubtful:
            assert left.doubtful is not None
            assert left.doubtful.number == doubtful.pop()
        assert not house.desk.check()
        return Counter({"in the middle" if 0 < len(kept) < COUNT else "before or after": 1})
    finally:
        house.office.close()
