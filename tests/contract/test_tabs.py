"""Every register of the catalogue in the real window: its tab is made, looked at, and shows what there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel

from desk_mailadmin.app.desk_window import make_window
from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.theme import Theme
from tests.answering import AnsweringPrompter
from tests.registers.builders import House


@pytest.fixture
def window(house: House, tmp_path: Path, qtbot: Any, qapp: Any) -> Any:
    house.fill()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = make_window(house.office, Theme(qapp, settings), settings, AnsweringPrompter(), lambda _what: None)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("register", ALL_REGISTERS, ids=[register.key for register in ALL_REGISTERS])
def test_a_register_stands_in_the_window_with_its_records(house: House, window: Any, register: Register, qtbot: Any):
    service = house.services[register.key]
    (first, *_others) = service.keys(Query(segment=register.table.start_segment))
    window.show()
    window.show_record(register.key, first)
    tab = window.register_tab(register.key)
    if not tab.panel.isVisible():  # a ledger's starts closed
        tab.toggle_panel()
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0)
    headline, _text = register.table.headline(service.rows([first])[0])
    qtbot.waitUntil(lambda: headline in " ".join(label.text() for label in tab.findChildren(QLabel)))
    window.close()


@pytest.mark.parametrize("size", [(1366, 697), (1093, 545)], ids=["1366", "1093"])
def test_no_list_has_to_be_scrolled_sideways(window: Any, size: tuple[int, int], qtbot: Any):
    window.resize(*size)
    window.show()
    scrolled = []
    for register in ALL_REGISTERS:
        (first, *_others) = window.bench.services[register.key].keys(Query(segment=register.table.start_segment))
        window.show_record(register.key, first)
        qtbot.wait(10)  # what a tab puts off until it has its place
        view = window.register_tab(register.key).view
        assert view.isVisible()
        scrolled += [register.key] * (view.horizontalScrollBar().maximum() > 0)
    assert scrolled == []
    window.close()
