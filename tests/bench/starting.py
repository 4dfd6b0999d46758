"""SPEED a: from nothing to a window that answers, against a bare PySide6 window with a table."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench.harness import Amount, Line, Workshop, growth, timed
from tests.bench.people import desk_of

ROOT = Path(__file__).resolve().parents[2]
# Both children end at the first idle moment of the event loop and say how much memory they held at most.
END = """
import json, os, resource, sys
def first_idle(*_args):
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents()
    QApplication.processEvents()
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    used = resource.getrusage(resource.RUSAGE_SELF)
    said = {"windows": len(shown), "mb": used.ru_maxrss / 1024, "seconds": used.ru_utime + used.ru_stime}
    print(json.dumps(said), flush=True)
    os._exit(0)
"""
BARE = (
    END
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
QApplication.exec = first_idle
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1100, 700)
window.show()
app.exec()
"""
)
# The program starts as ever, Qt is imported when it imports Qt: the end is put in place where the window's room begins.
OURS = (
    END
    + """
class AtTheWindow:
    def find_spec(self, name, path=None, target=None):
        if name == "desk_mailadmin.app.main":
            from PySide6.QtWidgets import QApplication
            QApplication.exec = first_idle
sys.meta_path.insert(0, AtTheWindow())
from desk_mailadmin.__main__ import main
sys.argv = ["desk-mailadmin", "--desk", sys.argv[1]]
main()
"""
)


def start(shop: Workshop) -> Iterator[Line]:
    """Time and memory up to the first idle moment, by the size of the desk."""
    by_size: dict[int, Sequence[float]] = {}
    for count in shop.sizes:
        folder = shop.scratch / f"start-{count}"
        shutil.copytree(desk_of(shop, count), folder)
        ours, bare, heavy, light, busy, idle = [], [], [], [], [], []
        for turn in range(shop.rounds(9) + 1):
            for script, times, peaks, worked in ((OURS, ours, heavy, busy), (BARE, bare, light, idle)):
                seen: list[dict[str, float]] = []
                took = timed(partial(_child, shop, script, folder, seen))
                if turn:
                    times.append(took)
                    peaks.append(seen[0]["mb"])
                    worked.append(seen[0]["seconds"])
        by_size[count] = ours
        yield Line(f"{count:,} people: to the first idle moment", ours, bare, 1.75, note="bare window with a table")
        yield Line(f"{count:,} people: processor time", busy, idle, note="less shaken by a busy machine")
        yield Amount(f"{count:,} people: memory at most", heavy, light, 2)
        shutil.rmtree(folder)
    if len(by_size) > 1:
        yield growth("start", by_size, 1.1)


def _child(shop: Workshop, script: str, folder: Path, said: list[dict[str, float]]) -> None:
    home = shop.scratch / "home"
    home.mkdir(exist_ok=True)
    usual = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    env = {**usual, "PYTHONPATH": str(ROOT), "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", script, str(folder)], env=env, cwd=home, capture_output=True, text=True, check=False
    )
    if run.returncode or not run.stdout.strip():
        raise RuntimeError(run.stderr[-2000:])
    figures = json.loads(run.stdout.splitlines()[-1])
    if not figures["windows"]:
        raise RuntimeError("no window was shown")
    said.append(figures)
