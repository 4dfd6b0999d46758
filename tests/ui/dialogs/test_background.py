from __future__ import annotations

import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.background import Latest


@pytest.fixture
def latest(qapp):
    made = Latest()
    yield made
    made.stop()


def test_the_answer_arrives_in_the_windows_thread(latest, qtbot):
    arrived = []
    latest.ready.connect(lambda value: arrived.append((value, threading.current_thread() is threading.main_thread())))
    latest.run(lambda: threading.current_thread() is threading.main_thread())
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [(False, True)]


def test_only_the_newest_job_is_answered(latest, qtbot):
    arrived, hold, done = [], threading.Event(), []
    latest.ready.connect(arrived.append)
    latest.run(lambda: hold.wait(5) and "old")
    latest.run(lambda: done.append("skipped"))
    latest.run(lambda: "new")
    hold.set()
    qtbot.waitUntil(lambda: arrived == ["new"])
    qtbot.wait(20)
    assert arrived == ["new"]
    assert done == []


def test_a_refusal_is_told_from_a_bug(latest, qtbot):
    refused, broken = [], []
    latest.refused.connect(refused.append)
    latest.broken.connect(broken.append)
    latest.run(lambda: (_ for _ in ()).throw(UserError("此字打不出")))
    qtbot.waitUntil(lambda: bool(refused))
    latest.run(lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(broken))
    assert str(refused[0]) == "此字打不出"
    assert isinstance(broken[0], ZeroDivisionError)


def test_after_the_stop_nothing_arrives(qapp, qtbot):
    arrived, hold = [], threading.Event()
    latest = Latest()
    latest.ready.connect(arrived.append)
    latest.run(lambda: hold.wait(5))
    hold.set()
    latest.stop()
    qtbot.wait(20)
    assert arrived == []


class Entry:
    """What a dialog is made from; its drawing takes until it is let go on."""

    def __init__(self, *, is_refused: bool) -> None:
        self.go_on, self.is_refused = threading.Event(), is_refused

    def draw(self) -> bytes:
        self.go_on.wait(5)
        if self.is_refused:
            raise UserError("此字打不出")
        return b""


@pytest.mark.parametrize("is_refused", [False, True])
def test_what_a_job_held_is_let_go_of_in_the_windows_thread(qapp, qtbot, is_refused: bool):
    """Fields that stand in no dialog would else die at any time, in the midst of a new style sheet too."""
    freed_in: list[threading.Thread] = []
    dialog, entry = QObject(), Entry(is_refused=is_refused)
    seen, go_on = weakref.ref(entry, lambda _gone: freed_in.append(threading.current_thread())), entry.go_on
    latest = Latest(dialog)
    latest.run(entry.draw)
    latest.stop()
    del entry, latest
    shiboken6.delete(dialog)
    go_on.set()
    qtbot.waitUntil(lambda: seen() is None)
    assert freed_in == [threading.main_thread()]
