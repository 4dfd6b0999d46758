"""The rulebook in the real window: rules found, changed from a day on, stopped, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desk_mailadmin.kernel.settings import REGULATIONS_IN_FORCE
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.rulebook.rules import Fixed, Multiple
from desk_mailadmin.registers.rulebook.service import RulebookService
from desk_mailadmin.ui.register_tab import RegisterTab
from tests.desks import TODAY
from tests.journeys.day import Day, is_said, press, type_into

AUDIO, PRIVATE = "002/15.一.3", "002/12.八"


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


@pytest.fixture
def book(day: Day) -> RulebookService:
    """The rulebook of an office in which every regulation is in force."""
    with day.office.desk.work("setting.set") as work:
        day.office.desk.settings.set(work, REGULATIONS_IN_FORCE, list(REGULATIONS_IN_FORCE.default), TODAY)
    service: RulebookService = day.service("rulebook")
    return service


def record_of(book: RulebookService, clause: str) -> int:
    return next(record for record in book.keys(Query()) if book.clause_of(record) == clause)


def listed(day: Day, tab: RegisterTab, count: int) -> list[str]:
    day.qtbot.waitUntil(lambda: tab.model.rowCount() == count)
    return [tab.model.row_at(row).clause for row in range(count)]


def choose(tab: RegisterTab, words: str) -> None:
    """Choose an entry of the combo that offers it."""
    (combo,) = [one for one in tab.findChildren(QComboBox) if one.isVisible() and one.findText(words) >= 0]
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_all_articles_that_hit_one_act_are_seen_together(day: Day, book: RulebookService):
    tab = day.go("rulebook")
    choose(tab, "拨打 168 声讯台")
    assert listed(day, tab, 3) == ["电话制度 15.一.3", "电话制度 12.九", "电话制度 6.四"]
    tab.view.selectRow(1)
    day.qtbot.waitUntil(lambda: is_said(tab, "（电话制度 15.一.3、6.四 也管，先提出 电话制度 15.一.3）"))
    assert is_said(tab, "该电话作保号停机一个月处理")
    assert is_said(tab, "同一件事只按一条处理，不重复处罚")


def test_a_figure_is_changed_by_the_keyboard_and_taken_back(day: Day, book: RulebookService):
    tab = day.select("rulebook", record_of(book, PRIVATE))

    def deed(dialog: Any) -> None:
        type_into(day.qtbot, dialog.field("fen").edit, "80")
        day.qtbot.waitUntil(lambda: is_said(dialog, "罚款由 50.00 元变为 80.00 元"))
        press(day.qtbot, dialog, "保存为新版本")
        assert dialog.isVisible(), "it asks why"
        type_into(day.qtbot, dialog.field("reason").edit, "经理办公会决定")
        press(day.qtbot, dialog, "保存为新版本")

    day.hands.expect(deed)
    day.key(Qt.Key.Key_F2)
    assert day.said() == "已保存 电话制度 12.八 的新版本"
    assert book.article(PRIVATE, TODAY).fine == Fixed(8000)
    day.qtbot.waitUntil(lambda: is_said(tab, "第 1 版：追缴话费，每次 80 元"))
    day.ctrl(Qt.Key.Key_Z)
    assert book.article(PRIVATE, TODAY).fine == Fixed(5000)
    day.qtbot.waitUntil(lambda: not is_said(tab, "第 1 版"))


def test_an_article_is_stopped_by_its_button_and_the_next_one_rules(day: Day, book: RulebookService):
    tab = day.select("rulebook", record_of(book, AUDIO))

    def deed(dialog: Any) -> None:
        assert is_said(dialog, "“拨打 168 声讯台”：停用后按 电话制度 12.九、6.四。")
        dialog.field("reason").set_value("本单位不罚款，只追缴")
        press(day.qtbot, dialog, "停用")

    day.hands.expect(deed)
    press(day.qtbot, tab, "停用…")
    assert [one.clause for one in book.hitting("call_168", TODAY)] == ["002/12.九", "002/6.四"]
    day.hands.expect(lambda dialog: (dialog.field("reason").set_value("重新施行"), press(day.qtbot, dialog, "启用")))
    press(day.qtbot, tab, "启用…")
    assert book.hitting("call_168", TODAY)[0].fine == Multiple(20, 5000)
