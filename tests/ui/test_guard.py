from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.ui.crash_dialog import CrashDialog
from desk_mailadmin.ui.guard import LOG_LIMIT, Guard
from tests.ui import office
from tests.ui.test_register_tab import button, words_of


@pytest.fixture
def crashes():
    return []


@pytest.fixture
def guard(qapp, prompter, crashes, tmp_path: Path):
    made = Guard(
        prompter, StillClock.on(office.TODAY), tmp_path / "logs" / "desk.log", lambda *seen: crashes.append(seen)
    )
    yield made
    made.remove()


def break_down() -> None:
    raise ZeroDivisionError("made on purpose")


def fail(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def caught(error: Exception) -> Exception:
    """Return the error as it comes out of a call, with its traceback."""

    def deep() -> None:
        raise error

    try:
        deep()
    except type(error) as raised:
        return raised
    raise AssertionError


def test_a_bug_makes_a_report_with_versions_and_traceback_in_the_log(guard, crashes, tmp_path):
    fail(caught(ZeroDivisionError("made on purpose")))
    ((report, log),) = crashes
    assert "ZeroDivisionError: made on purpose" in report
    assert "desk_mailadmin" in report
    assert "2026-12-03T09:00:00" in report
    assert log == tmp_path / "logs" / "desk.log"
    assert report in log.read_text("utf-8")


def test_a_bug_in_a_thread_arrives_in_the_window(guard, crashes, qtbot):
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(crashes) == 1)
    assert "break_down" in crashes[0][0]


def test_an_error_that_escaped_is_shown_as_what_it_is(guard, crashes, prompter):
    fail(office.NOT_ALLOWED)
    fail(office.DISK_FULL)
    assert prompter.texts("warn") == ["这一条已经办结。", "磁盘满了，这一条没有保存。腾出空间后再保存。"]
    assert crashes == []


def test_a_second_bug_while_the_first_is_shown_only_goes_to_the_log(guard, crashes, tmp_path):
    def show(report, log):
        crashes.append((report, log))
        fail(caught(KeyError("second")))

    guard._show = show
    fail(caught(ZeroDivisionError("first")))
    assert len(crashes) == 1
    log = (tmp_path / "logs" / "desk.log").read_text("utf-8")
    assert "first" in log
    assert "second" in log


def test_a_log_that_cannot_be_written_does_not_hide_the_report(qapp, prompter, crashes, tmp_path):
    (tmp_path / "file").write_text("")
    guard = Guard(
        prompter, StillClock.on(office.TODAY), tmp_path / "file" / "desk.log", lambda *seen: crashes.append(seen)
    )
    fail(caught(ZeroDivisionError("first")))
    guard.remove()
    assert crashes[0][1] is None


def test_f36_a_long_log_is_put_aside_and_the_oldest_goes(guard, tmp_path):
    log = tmp_path / "logs" / "desk.log"
    log.parent.mkdir()
    for number in range(7):
        log.write_text(f"{number}" * (LOG_LIMIT + 1))
        fail(caught(ZeroDivisionError("first")))
    assert log.stat().st_size < 10_000
    kept = sorted(log.parent.iterdir())
    assert [file.name for file in kept] == ["desk.log", "desk.log.1", "desk.log.2", "desk.log.3", "desk.log.4"]
    assert [file.read_text()[0] for file in kept[1:]] == ["6", "5", "4", "3"]


def test_the_former_hooks_come_back(qapp, prompter):
    before = (sys.excepthook, threading.excepthook)
    guard = Guard(prompter, StillClock.on(office.TODAY))
    assert sys.excepthook != before[0]
    guard.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_window_stays_after_a_bug_in_a_slot(guard, crashes, qtbot):
    pressed = QPushButton("按")
    qtbot.addWidget(pressed)
    pressed.clicked.connect(break_down)
    with qtbot.captureExceptions():
        pass
    QTimer.singleShot(0, lambda: fail(caught(ZeroDivisionError("slot"))))
    qtbot.waitUntil(lambda: len(crashes) == 1)
    assert pressed.isEnabled()


def test_the_dialog_shows_no_traceback_at_first_and_copies_it_on_demand(theme, qtbot, tmp_path):
    dialog = CrashDialog(None, "Traceback (most recent call last)", tmp_path / "desk.log")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is button(dialog, "接着用")
    assert not dialog.report.isVisible()
    assert "已保存的记录都在" in words_of(dialog)
    button(dialog, "看报告").click()
    assert dialog.report.isVisible()
    button(dialog, "复制报告").click()
    assert QGuiApplication.clipboard().text() == "Traceback (most recent call last)"
    button(dialog, "接着用").click()
    assert not dialog.isVisible()
