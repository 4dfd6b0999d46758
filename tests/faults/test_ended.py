"""The system ends the program while something is being entered: a logout, a shutdown, a closed terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.office import open_office
from tests.desks import clock, staffed_desk
from tests.faults.children import unmeasured
from tests.faults.typing_in import REASON

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs by its windows, not by signals")

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("word", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_is_half_typed_in_is_kept_as_a_draft_and_the_desk_is_closed_with_its_backup(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, word: str
) -> None:
    folder = staffed_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk")
    environment = {**unmeasured(), "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tests.faults.typing_in", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
        os.kill(child.pid, getattr(signal, word))
        assert child.wait(60) == 0
    (draft,) = (folder / "drafts").glob("application*.json")
    assert json.loads(draft.read_text(encoding="utf-8"))["entries"]["reason"] == REASON
    assert not (folder / "desk.lock").exists()
    assert len(list((folder / "backups").glob("*.maildesk"))) == 1
    office = open_office(folder, clock(), Changes())
    assert office.desk.check() == ()
    office.close()
