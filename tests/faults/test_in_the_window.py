"""What the clerk sees in the real window when the disk is full or a button meets a bug: the entries stay, nothing is half saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.ui.guard import Guard
from tests.desks import staffed_desk
from tests.journeys.conftest import days, prompter
from tests.journeys.day import Day, press, said_in
from tests.journeys.main_job import everything, fill_in, print_all
from tests.ui.conftest import settings, theme

__all__ = ["days", "prompter", "settings", "theme"]

REASON = "与供应商联系报价、合同和发货的事情。" * 20


@pytest.fixture
def day(days: Callable[[Path], Day], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Day:
    return days(staffed_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk"))


def full(day: Day, *, on: bool) -> None:
    """Let the desk's disk have no page more, or as many as it likes."""
    connection = day.office.desk.database.connection()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages if on else 2**30}")


def count(day: Day) -> tuple[int, int]:
    applications = day.service("applications")
    return len(applications.keys(everything())), day.office.desk.journal.head().seq


def test_f5_on_a_full_disk_the_dialog_says_so_keeps_the_entries_and_saves_once_there_is_room(day: Day):
    before = count(day)

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        dialog.field("reason").findChild(QPlainTextEdit).setPlainText(REASON)
        entered = dialog.values()
        full(day, on=True)
        press(day.qtbot, dialog, "保存并打印")
        assert dialog.isVisible()
        words = " ".join(said_in(dialog))
        assert "磁盘已满，本次未保存，原记录未受影响。" in words
        assert "清出磁盘空间后再保存一次，填好的内容还在。" in words
        assert dialog.values() == entered
        assert count(day) == before
        full(day, on=False)
        press(day.qtbot, dialog, "保存并打印")

    day.go("applications")
    day.hands.expect(enter, print_all(day))
    day.ctrl(Qt.Key.Key_N)
    assert count(day)[0] == before[0] + 1
    assert day.office.desk.check() == ()


def test_f27_a_bug_behind_a_button_leaves_the_program_alive_and_nothing_half_saved(
    day: Day, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shown: list[tuple[str, Path | None]] = []
    guard = Guard(day.prompter, day.office.desk.clock, tmp_path / "desk.log", lambda *seen: shown.append(seen))
    before, real = count(day), ApplicationsService.enter

    def broken(self: ApplicationsService, *given: Any, **more: Any) -> int:
        with self._desk.work("application.enter"):
            real(self, *given, **more)
            raise ZeroDivisionError("made on purpose")

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        with monkeypatch.context() as patch:
            patch.setattr(ApplicationsService, "enter", broken)
            press(day.qtbot, dialog, "保存并打印")
            day.qtbot.waitUntil(lambda: bool(shown))
        assert dialog.isVisible()
        assert count(day) == before
        press(day.qtbot, dialog, "保存并打印")

    try:
        day.go("applications")
        day.hands.expect(enter, print_all(day))
        day.ctrl(Qt.Key.Key_N)
    finally:
        guard.remove()
    ((report, log),) = shown
    assert "ZeroDivisionError: made on purpose" in report
    assert log is not None
    assert log.read_text(encoding="utf-8").strip() == report.strip()
    assert count(day)[0] == before[0] + 1
    assert day.office.desk.check() == ()


@pytest.mark.parametrize("what", ["the draft stays on the disk", "a view cannot be shown anew"])
def test_what_fails_after_the_saving_does_not_have_the_record_saved_twice(
    day: Day, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
):
    """The record stands, so the dialog goes, and the fault is told by itself."""
    shown: list[tuple[str, Path | None]] = []
    guard = Guard(day.prompter, day.office.desk.clock, tmp_path / "desk.log", lambda *seen: shown.append(seen))
    before = count(day)

    def refuse(*_given: Any, **_more: Any) -> None:
        raise PermissionError(13, "held by another program")

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        dialog.keep_draft()
        with monkeypatch.context() as patch:
            if what == "the draft stays on the disk":
                patch.setattr(Path, "unlink", refuse)
            else:
                day.office.desk.changes.subscribe(refuse)
            press(day.qtbot, dialog, "保存并打印")
        assert not dialog.isVisible()
        dialog.save()  # a second click that was on its way

    try:
        day.go("applications")
        day.hands.expect(enter, print_all(day))
        day.ctrl(Qt.Key.Key_N)
        told = " ".join([text for _kind, text in day.prompter.asked] + [report for report, _log in shown])
    finally:
        guard.remove()
    assert count(day)[0] == before[0] + 1
    assert ("草稿删不掉" in told) or ("held by another program" in told)
    assert day.office.desk.check() == ()
