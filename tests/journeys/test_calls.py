"""A month of calls in the real window: summed up, narrowed, copied, exported beyond what openpyxl writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from python_calamine import CalamineWorkbook

from desk_mailadmin.app.desk_window import make_window
from desk_mailadmin.documents.workbook import LONG
from desk_mailadmin.ui.theme import Theme
from tests.answering import AnsweringPrompter
from tests.registers.builders import House, new_house
from tests.registers.calls_of import DIRECT, MONTH, Billed, assigned

LOCAL = LONG + 100


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = new_house(tmp_path / "desk")
    made.line("8001", number=DIRECT, staff=made.person())
    assigned(
        made,
        *(Billed(f"{MONTH}-{1 + n % 28:02d} 09:{n % 60:02d}:00", fee_fen=11) for n in range(LOCAL)),
        Billed(f"{MONTH}-04 10:00:00", called="01055501797", kind="domestic", fee_fen=11 * LOCAL),
    )
    yield made
    made.office.close()


@pytest.fixture
def prompter() -> AnsweringPrompter:
    return AnsweringPrompter()


@pytest.fixture
def window(house: House, prompter: AnsweringPrompter, tmp_path: Path, qtbot: Any, qapp: Any) -> Any:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = make_window(house.office, Theme(qapp, settings), settings, prompter, lambda _what: None)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()


def test_statistics_say_each_kinds_share_and_enter_lists_its_calls(house: House, window: Any, qtbot: Any):
    (far,) = house.found("calls", "01055501797")
    window.show_record("calls", far)
    tab = window.register_tab("calls")
    qtbot.waitUntil(lambda: tab.model.rowCount() == LOCAL + 1)
    tab.toggle_statistics()
    page = tab.statistics
    page._overviews["kind"].click()
    fee = f"{11 * LOCAL / 100:,.2f}"
    assert page.chart.accessibleDescription() == f"国内长途 {fee}　50%，市话 {fee}　50%"
    qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert "国内长途" in tab.filter_in_words()
    qtbot.keyClick(tab.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, line = QGuiApplication.clipboard().text().split("\n")
    copied = dict(zip(titles.split("\t"), line.split("\t"), strict=True))
    assert (copied["分机"], copied["对方号码"], copied["种类"]) == ("8001", "01055501797", "国内长途")


def test_thousands_of_calls_are_exported_to_the_fen(
    house: House, window: Any, prompter: AnsweringPrompter, tmp_path: Path, qtbot: Any
):
    (far,) = house.found("calls", "01055501797")
    window.show_record("calls", far)
    tab = window.register_tab("calls")
    qtbot.waitUntil(lambda: tab.model.rowCount() == LOCAL + 1)
    out = tmp_path / "通话.xlsx"
    prompter.answers.append(out)
    tab.export()
    qtbot.waitUntil(out.exists, timeout=60_000)
    window._bench.wait()
    sheet = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    (place,) = [number for number, line in enumerate(sheet) if "实收" in line]
    fees = [line[sheet[place].index("实收")] for line in sheet[place + 1 : place + 2 + LOCAL]]
    assert round(sum(fees), 2) == 2 * 11 * LOCAL / 100
