"""A clerk goes through the penalty ledger of the real window: months, sums, ladder, statistics."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desk_mailadmin.app.desk_window import make_window
from desk_mailadmin.ui.ledger_tab import LedgerTab
from desk_mailadmin.ui.main_window import MainWindow
from tests.answering import AnsweringPrompter
from tests.registers.builders import House, new_house
from tests.registers.penalties.november import november, penalties
from tests.registers.penalties.test_ledger import close

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = new_house(tmp_path / "desk", date(2026, 9, 1))
    november(made)
    yield made
    made.office.close()


@pytest.fixture
def window(house, qtbot, theme, settings) -> Iterator[MainWindow]:
    made = make_window(house.office, theme, settings, AnsweringPrompter(), lambda _what: None)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_record("penalties", 13)
    settle()
    yield made
    made.close()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def ledger(window: MainWindow) -> LedgerTab:
    tab = window.register_tab("penalties")
    assert isinstance(tab, LedgerTab)
    return tab


def press(qtbot, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifiers)
    settle()


def words_of(widget: QWidget) -> str:
    settle()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def column(tab: LedgerTab, key: str) -> list[str]:
    place = [part.key for part in tab.model.columns].index(key)
    return [tab.model.index(row, place).data() for row in range(tab.model.rowCount())]


def test_the_month_stands_there_as_on_paper(window):
    tab = ledger(window)
    assert tab.months.title.text() == "2026 年 11 月"
    assert column(tab, "number") == [f"CF-2026-{n:04d}" for n in range(3, 16)]
    assert tab.sums.text() == (
        "有效 11 件，罚款 1,522.00 元，追缴/赔偿 392.40 元，已扣 612.40 元，减免 0.00 元，未结 1,302.00 元"
    )
    assert "共 13 条" in words_of(tab)
    assert "−50.00" in column(tab, "fine_fen")
    assert "冲销 CF-2026-0009：份数录错" in column(tab, "act")
    assert column(tab, "next_time").count("再犯：辞退") == 1


def test_a_closed_month_is_read_and_its_errors_are_reversed_elsewhere(window, house, qtbot):
    close(house, "2026-10")
    window.refresh()
    tab = ledger(window)
    press(qtbot, tab.view, Key.Key_PageUp, Mod.ControlModifier)
    assert "2026 年 10 月已于 11-27 由周敏月结，王志刚审核" in words_of(tab.band)
    new, reverse = tab.actions_of.by_key["new"], tab.actions_of.by_key["reverse"]
    assert not new.isEnabled()
    assert "这个月已经月结" in new.toolTip()
    penalties(house).sign(tab.current_record(), date(2026, 11, 27))
    settle()
    assert reverse.isEnabled()


def test_the_sums_follow_segment_and_search(window, qtbot):
    tab = ledger(window)
    tab.search.setText("沈佳琪")
    tab.reload()
    settle()
    assert tab.sums.text().startswith("有效 2 件，罚款 0.00 元")
    tab.search.setText("1682")
    tab.reload()
    settle()
    assert "没有符合“2026 年 11 月、1682”的处罚台账" in tab.empty.text()


def test_the_person_of_a_case_is_seen_on_the_ladder(window, qtbot):
    tab = ledger(window)
    press(qtbot, tab.view, Key.Key_F9)
    assert tab.below.isVisible()
    tab.view.go_to(tab.model.rowCount() - 1)
    said = words_of(tab.below.ladder)
    assert "沈佳琪　CF-2026-0015" in said
    for rung in ("首次：降薪", "第 2 次：降职（本条）", "第 3 次：辞退"):
        assert rung in said


def test_statistics_by_person_lead_to_their_cases_and_by_month_to_the_month(window, qtbot):
    tab = ledger(window)
    press(qtbot, tab.view, Key.Key_T, Mod.ControlModifier | Mod.ShiftModifier)
    page = tab.statistics
    page._choose_overview("person")
    page._choose_measure("rest_fen")
    settle()
    assert page.title() == "2026 年 11 月　按人　未结（元）"
    assert page.chart.words() == "邓超群 600.00"
    assert page.model.index(page.model.rowCount() - 1, 6).data() == "1,302.00"
    press(qtbot, page.chart, Key.Key_Return)
    assert set(column(tab, "name")) == {"邓超群"}
    assert tab.filter_in_words() == "2026 年 11 月、邓超群"
    tab.clear_filter()
    press(qtbot, tab.view, Key.Key_T, Mod.ControlModifier | Mod.ShiftModifier)
    page._choose_overview("month")
    settle()
    assert [group.title for group in page.model.groups()] == ["2026 年 10 月", "2026 年 11 月"]
    press(qtbot, page.chart, Key.Key_Left)
    press(qtbot, page.chart, Key.Key_Return)
    assert tab.months.title.text() == "2026 年 10 月"


def test_what_was_just_entered_is_seen_in_list_sums_and_months(window, house):
    tab = ledger(window)
    service = penalties(house)
    before = service.sums(tab.model.query)["rest"]
    service.waive(tab.model.id_at(3), 2_200, "家庭困难", "王志刚", date(2026, 11, 27))
    settle()
    assert "减免 22.00 元" in tab.sums.text()
    assert service.sums(tab.model.query)["rest"] == before - 2_200
