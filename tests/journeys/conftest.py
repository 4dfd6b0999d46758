"""The window on a copy of a desk; left open or with answers over, it fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from desk_mailadmin.ui.theme import Theme
from tests.answering import AnsweringPrompter
from tests.desks import bare_desk, played_desk, staffed_desk
from tests.journeys.day import Day, open_day
from tests.ui.conftest import settings, theme

__all__ = ["settings", "theme"]


@pytest.fixture
def prompter() -> AnsweringPrompter:
    return AnsweringPrompter()


@pytest.fixture
def days(
    qtbot: Any, theme: Theme, settings: QSettings, prompter: AnsweringPrompter, qapp: QApplication
) -> Iterator[Callable[[Path], Day]]:
    """Open a day on any desk; all are closed in the end."""
    opened: list[Day] = []

    def begin(folder: Path) -> Day:
        opened.append(open_day(qtbot, theme, settings, folder, prompter))
        return opened[-1]

    yield begin
    for day in opened:
        day.close()
        assert not day.hands.waiting, "a dialog that was expected did not come"
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # a window that is closed meets no other look
    assert not prompter.answers, "a question that was expected did not come"


@pytest.fixture
def bare(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """A desk with settings and units, and nobody in it."""
    return bare_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk")


@pytest.fixture
def staffed(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """A desk with people."""
    return staffed_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk")


@pytest.fixture
def played(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """A desk with some weeks of work."""
    return played_desk(tmp_path_factory.getbasetemp(), tmp_path / "desk")
