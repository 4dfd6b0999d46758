"""Run beside a test, never in it, on a small disk of its own: fills the disk and lets the program work on it.

``python -m tests.faults.full_disk CASE PLACE SOURCE`` prints one JSON list: for each amount of room left what was said,
whether the desk's files are to the byte as they were, whether the desk is whole, and what stands in an old file.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk_mailadmin.cli.main import run
from desk_mailadmin.kernel.errors import EnvironmentFault
from tests.desks import NOVEMBER, TODAY, fingerprint
from tests.faults.killing import UPGRADE, opened, upgraded
from tests.store.notes import STEPS

OLD = b"the good one"
Room = int


def fill(place: Path, kilobytes: Room) -> Path:
    """Leave so much room on the disk."""
    ballast = place / "ballast"
    with ballast.open("wb") as file:
        file.write(b"x" * max(0, shutil.disk_usage(place).free - kilobytes * 1024))
    return ballast


def command(*words: object) -> Callable[[Path], str]:
    def act(place: Path) -> str:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            said = [str(place / word[1:]) if str(word).startswith("@") else str(word) for word in words]
            code = run(["--desk", str(place / "desk"), "--today", str(TODAY), *said])
        return "" if code == 0 else err.getvalue().strip()

    return act


def upgrade(place: Path) -> str:
    try:
        opened(place / "desk", (*STEPS, *UPGRADE)).database.close()
    except EnvironmentFault as fault:
        return f"{fault}{fault.remedy}"
    return ""


def log(place: Path) -> str:
    """Let a bug be met while its log cannot be written; return what the clerk is shown."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from desk_mailadmin.kernel.clock import StillClock
    from desk_mailadmin.ui.guard import Guard
    from tests.answering import AnsweringPrompter

    app = QApplication.instance() or QApplication([])
    shown: list[Any] = []
    guard = Guard(AnsweringPrompter(), StillClock.on(TODAY), place / "old.log", lambda *seen: shown.append(seen))
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("made on purpose" * 9000), None)
    app.processEvents()
    guard.remove()
    ((report, kept),) = shown
    return "" if kept else f"shown, not kept: {report.splitlines()[-1][:40]}"


CASES: dict[str, tuple[Callable[[Path], str], tuple[Room, ...]]] = {
    "save": (command("set", f"company={'长' * 30}公司"), (0, 4, 40)),
    "import": (command("import", "roster", NOVEMBER), (0, 60, 200)),
    "backup": (command("backup"), (0, 100, 400)),
    "export": (command("export", "staff", "-o", "@old.xlsx"), (0, 4)),
    "migration": (upgrade, (0, 100, 300)),
    "log": (log, (0, 4)),
}


def tried(case: str, place: Path, source: Path, room: Room) -> dict[str, object]:
    """Let one deed meet a disk with so much room, and look at what is left."""
    act, _rooms = CASES[case]
    desk = Path(shutil.copytree(source, place / "desk"))
    for name in ("old.xlsx", "old.log"):
        (place / name).write_bytes(OLD)
    before = kept(desk)
    ballast = fill(place, room)
    said = act(place)
    ballast.unlink()
    after = kept(desk)
    found = {
        "room": room,
        "said": said,
        "same": after == before,
        "old": [(place / name).read_bytes()[: len(OLD)] == OLD for name in ("old.xlsx", "old.log")],
        "strange": sorted(file.name for file in place.iterdir() if file.name not in ("desk", "old.xlsx", "old.log")),
        "whole": whole(case, desk),
    }
    shutil.rmtree(desk)
    return found


def kept(desk: Path) -> dict[str, str]:
    """Every file of a desk with its digest, but the journal, which is empty between two units of work."""
    return {name: digest for name, digest in fingerprint(desk).items() if not name.endswith("-journal")}


def whole(case: str, desk: Path) -> bool:
    if case == "migration":
        return upgraded(desk) in ("old", "new")
    return command("check")(desk.parent) == ""


if __name__ == "__main__":
    case, place, source = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    print(json.dumps([tried(case, place, source, room) for room in CASES[case][1]]))
