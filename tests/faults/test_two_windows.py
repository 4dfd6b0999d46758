"""Two programs on one desk: the second brings the first one's window up; after kill -9 the desk opens at once (F8–F10)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk_mailadmin.app.instance import SingleInstance
from desk_mailadmin.app.main import Program
from desk_mailadmin.app.sample import sample_office
from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.office import open_office
from desk_mailadmin.store.desk import open_desk
from desk_mailadmin.store.holder import DeskHeld
from desk_mailadmin.store.opening import wait_until_free
from tests.answering import AnsweringPrompter
from tests.desks import clock, staffed_desk
from tests.faults.children import unmeasured
from tests.ui.conftest import settings, theme

__all__ = ["settings", "theme"]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills, and asks the system for processor times")

ROOT = Path(__file__).parents[2]
AT_ONCE, AFTER_A_KILL = 1.5, 2.0
PATIENCE = 60


@pytest.fixture
def folder(tmp_path, tmp_path_factory):
    return staffed_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk")


@pytest.fixture
def program(qapp, settings):
    made = Program(qapp, settings, clock(), AnsweringPrompter(), lambda _dialog: False)
    yield made
    if made.window is not None:
        made.window.close()
    made._guard.remove()


def second(folder: Path, home: Path) -> subprocess.Popen[bytes]:
    """Start the program as a clerk does, without a screen, with settings of its own."""
    environment = {**unmeasured(), "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-m", "desk_mailadmin", "--desk", str(folder)],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
    )


def holder(folder: Path) -> int:
    try:
        return int(json.loads((folder / "desk.lock").read_text(encoding="utf-8"))["pid"])
    except (OSError, ValueError):
        return 0


def _listens(folder: Path) -> bool:
    """Say whether the window of another program can be asked to come to the front."""
    return SingleInstance().raised_elsewhere(folder)


HOLDS = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("holds", flush=True)
time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def holding(folder) -> Iterator[Callable[[float], None]]:
    """Have another program, that is none of ours, hold the file for some seconds."""
    started: list[subprocess.Popen[bytes]] = []

    def hold(seconds: float) -> None:
        words = [sys.executable, "-c", HOLDS, str(folder / "desk.maildesk"), str(seconds)]
        started.append(subprocess.Popen(words, stdout=subprocess.PIPE))
        assert started[-1].stdout is not None
        assert started[-1].stdout.readline() == b"holds\n"

    yield hold
    for one in started:
        one.kill()
        one.communicate()


def test_f34_a_program_that_holds_the_file_for_a_while_is_waited_for(program, folder, holding, qtbot):
    seen = []
    holding(3)
    QTimer.singleShot(1500, program._app, lambda: seen.append(QApplication.activeModalWidget().windowTitle()))
    assert program.start(folder)
    assert seen == ["台账文件正被别的程序占用，等它放开"], "the wait is seen, and the window lives meanwhile"
    assert program._prompter.asked == []


def test_f34_one_that_does_not_let_go_is_told(program, folder, holding, monkeypatch):
    monkeypatch.setattr("desk_mailadmin.app.main.wait_until_free", partial(wait_until_free, seconds=0.3))
    holding(60)
    program._prompter.answers.append(None)
    assert not program.start(folder)
    (told,) = program._prompter.texts("choose")
    assert told.startswith("台账文件正被别的程序占用（例如杀毒、同步或备份程序），没有打开，文件没有改动。")
    assert "等那个程序放开文件，再试一次" in told


def test_f8_a_second_start_brings_up_the_window_that_is_there(program, folder, tmp_path, qtbot):
    assert program.start(folder)
    program.window.showMinimized()
    qtbot.waitUntil(program.window.isMinimized)
    started = second(folder, tmp_path)
    qtbot.waitUntil(lambda: not program.window.isMinimized(), timeout=PATIENCE * 1000)
    _pid, status, used = os.wait4(started.pid, 0)
    started.stderr.close()
    started.returncode = os.waitstatus_to_exitcode(status)
    assert started.returncode == 0
    assert holder(folder) == os.getpid()
    assert used.ru_utime + used.ru_stime < AT_ONCE, used


def test_a_window_that_shows_the_sample_keeps_its_files_and_comes_to_the_front(
    program, folder, settings, qapp, qtbot, monkeypatch
):
    monkeypatch.setattr("desk_mailadmin.app.main.sample_folder", lambda: folder)
    assert program.start(folder)
    program.window.showMinimized()
    qtbot.waitUntil(program.window.isMinimized)
    before = (folder / "desk.maildesk").stat().st_ino
    other = Program(qapp, settings, clock(), AnsweringPrompter(), lambda _dialog: False)
    assert other._sample() is None
    qtbot.waitUntil(lambda: not program.window.isMinimized())
    assert (folder / "desk.maildesk").stat().st_ino == before
    other._guard.remove()


def test_the_sample_is_not_taken_from_under_a_program_that_has_it_open(program, folder, holding, monkeypatch):
    monkeypatch.setattr("desk_mailadmin.app.main.sample_office", partial(sample_office, folder=folder))
    monkeypatch.setattr("desk_mailadmin.app.main.sample_folder", lambda: folder)
    before = (folder / "desk.maildesk").stat().st_ino
    holding(60)
    assert program._sample() is None
    (told,) = program._prompter.texts("warn")
    assert told.startswith("台账文件正被别的程序占用")
    assert (folder / "desk.maildesk").stat().st_ino == before


def test_f9_a_desk_that_is_held_is_refused_at_once(folder):
    office = open_office(folder, clock())
    begun = time.perf_counter()
    with pytest.raises(DeskHeld):
        open_desk(folder, clock=clock(), changes=Changes())
    assert time.perf_counter() - begun < AT_ONCE
    office.close()


def test_f10_after_kill_9_the_window_opens_at_once(program, folder, tmp_path):
    killed = second(folder, tmp_path)
    ends = time.monotonic() + PATIENCE
    while holder(folder) != killed.pid and time.monotonic() < ends:
        time.sleep(0.05)
    assert holder(folder) == killed.pid
    while not _listens(folder) and time.monotonic() < ends:
        time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    begun = time.process_time()
    assert program.start(folder)
    assert time.process_time() - begun < AFTER_A_KILL
    assert holder(folder) == os.getpid()
    assert program.window.isVisible()
