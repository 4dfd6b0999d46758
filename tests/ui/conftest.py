"""Fixtures of the window's tests: a dressed application, settings of one's own, an office with records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.main_window import MainWindow
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.register_tab import RegisterTab
from desk_mailadmin.ui.tab_page import tabs_of
from desk_mailadmin.ui.theme import USUAL, Scheme, Theme
from tests.answering import AnsweringPrompter
from tests.ui import office


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def theme(qapp: QApplication, settings: QSettings) -> Iterator[Theme]:
    settings.setValue("look/scheme", Scheme.LIGHT.value)
    made = Theme(qapp, settings)
    yield made
    made.zoom_to(USUAL)
    made.deleteLater()  # the style sheet stays: Qt 6.11 crashes where one is taken off and put on again


class Teller:
    """Stands for the window where a tab is shown alone."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.works: list[Any] = []

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def watch(self, title: str, work: Any) -> None:
        self.works.append(work)

    def refresh(self) -> None: ...

    def show_record(self, register: str, record: int) -> None: ...


@pytest.fixture
def prompter() -> AnsweringPrompter:
    return AnsweringPrompter()


@pytest.fixture
def bench(prompter: AnsweringPrompter) -> Iterator[WindowBench]:
    made = WindowBench(desk=None, services={}, prompter=prompter)
    made.window = Teller()
    yield made
    made.wait()


@pytest.fixture
def deeds() -> office.Deeds:
    return office.Deeds()


@pytest.fixture
def applications(tmp_path: Path) -> Callable[..., office.Applications]:
    def make(count: int = 146) -> office.Applications:
        path = tmp_path / f"office{count}.db"
        if not path.exists():
            office.fill(path, count)
        return office.Applications(path)

    return make


@pytest.fixture
def tab(qtbot, theme, settings, bench, deeds, applications) -> Callable[..., RegisterTab]:
    def make(count: int = 146, width: int = 1440, listing: Any = None, **doors: Any) -> RegisterTab:
        made = RegisterTab(
            office.register(deeds), listing or applications(count), bench, office.hooks(**doors),
            Memory(settings, "tab/"), theme.row_px(),
        )  # fmt: skip
        qtbot.addWidget(made)
        made.resize(width, 800)
        made.adapt(width, theme.row_px())
        made.refresh_if_stale()
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.view.setFocus()
        return made

    return make


@pytest.fixture
def window(qtbot, theme, settings, prompter, deeds, applications) -> Callable[..., MainWindow]:
    def make(changes: Changes | None = None, empty: bool = False, read_only: str = "", **doors: Any) -> MainWindow:
        registers = [
            office.register(deeds),
            office.register(deeds, key="staff", title="人员", tab="通讯录"),
            office.register(deeds, key="departments", title="部门", tab="通讯录"),
        ]
        services = {register.key: applications(0 if empty else 146) for register in registers}
        bench = WindowBench(desk=None, services=services, prompter=prompter, read_only=read_only)
        hooks = office.hooks(**doors)
        made = MainWindow(tabs_of(office.TABS, registers), bench, hooks, theme, settings, changes or Changes())
        qtbot.addWidget(made)
        made.resize(1440, 900)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make
