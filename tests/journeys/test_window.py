"""The window's own ways on a desk at work: search, keys, lists out, today, undo, view-only, every look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit

from desk_mailadmin.catalogue import ALL_REGISTERS, TABS
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.store.identity import os as store_os
from desk_mailadmin.ui.theme import Scheme
from tests.desks import TODAY
from tests.journeys.day import PATIENCE, Day, press, said_in, type_into


@pytest.fixture
def day(days: Callable[[Path], Day], played: Path) -> Day:
    return days(played)


def numbers(day: Day, register: str, segment: str = "all") -> list[str]:
    service = day.service(register)
    return [row.number for row in service.rows(service.keys(Query(segment=segment)))]


def print_it(day: Day) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=PATIENCE)
        press(day.qtbot, dialog, "打印")

    return deed


# finding


@pytest.mark.parametrize("typed", ["YJ-2026-0003", "3"])
def test_ctrl_k_opens_what_is_found(day: Day, typed: str):
    wanted = day.service("applications").numbered("YJ-2026-0003")
    text = typed if typed != "3" else day.service("applications").row(wanted).emp_no
    day.ctrl(Qt.Key.Key_K)
    day.qtbot.keyClicks(day.window.search, text)
    day.qtbot.waitUntil(lambda: not day.window.search.is_waiting())
    hits = day.window.search._hits
    place = next(n for n, hit in enumerate(hits) if (hit.register, hit.record) == ("applications", wanted))
    for _ in range(place):
        day.qtbot.keyClick(day.window.search, Qt.Key.Key_Down)
    day.qtbot.keyClick(day.window.search, Qt.Key.Key_Return)
    tab = day.window.register_tab("applications")
    assert tab.current_record() == wanted
    day.qtbot.waitUntil(lambda: tab.isVisible() and tab.view.hasFocus())


def test_a_person_is_found_by_initials_and_shown(day: Day):
    day.ctrl(Qt.Key.Key_K)
    day.qtbot.keyClicks(day.window.search, "chj")
    day.qtbot.waitUntil(lambda: not day.window.search.is_waiting())
    assert "陈华娟" in {hit.title for hit in day.window.search._hits}
    day.qtbot.keyClick(day.window.search, Qt.Key.Key_Return)
    assert day.window.page() is not day.window.today


# lists out


def test_ctrl_c_copies_the_row_as_it_is_shown(day: Day):
    tab = day.go("applications")
    tab.view.selectRow(0)
    day.ctrl(Qt.Key.Key_C)
    head, line = QGuiApplication.clipboard().text().splitlines()
    cells = dict(zip(head.split("\t"), line.split("\t"), strict=True))
    row = day.service("applications").row(tab.current_record())
    assert row.number in cells.values()
    assert row.name in cells.values()
    assert "已复制 1 行" in day.said()


def test_ctrl_p_prints_the_whole_filtered_list(day: Day):
    tab = day.go("applications")
    day.hands.expect(print_it(day))
    day.ctrl(Qt.Key.Key_P)
    text = text_of_pdf(day.printed[0].pdf)
    listed = [tab.model.row_at(place).number for place in range(tab.model.rowCount())]
    assert len(listed) > 5
    assert all(number in text for number in listed)
    assert "澄湖纸品股份有限公司" in text


def test_ctrl_e_exports_the_whole_filtered_list(day: Day, tmp_path: Path):
    tab = day.go("applications")
    day.prompter.answers.append(tmp_path / "list.xlsx")
    listed = [tab.model.row_at(place).number for place in range(tab.model.rowCount())]
    day.ctrl(Qt.Key.Key_E)
    day.qtbot.waitUntil(lambda: f"已导出 {len(listed)} 条" in day.said(), timeout=PATIENCE)
    cells = [str(cell) for line in openpyxl.load_workbook(tmp_path / "list.xlsx").active.iter_rows(values_only=True)
             for cell in line]  # fmt: skip
    assert [cell for cell in cells if cell in listed and cell] == [number for number in listed if number]


def test_the_month_is_exported_from_the_menu_with_the_desks_numbers(day: Day, tmp_path: Path):
    day.prompter.answers.extend(["2026-11", tmp_path / "ledger.xlsx"])
    day.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert str(tmp_path / "ledger.xlsx") in day.said()
    book = openpyxl.load_workbook(tmp_path / "ledger.xlsx")
    opened = day.service("applications").opened_between(date(2026, 11, 1), date(2026, 11, 30))
    cells = {str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line}
    assert opened
    assert {row.number for row in opened} <= cells


def test_a_month_that_is_none_is_said(day: Day):
    day.prompter.answers.append("November")
    day.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "应写成 2026-11" in day.prompter.texts("warn")[0]


# keys that go on


def test_enter_does_the_next_step_of_a_row(day: Day):
    waiting = next(row for row in _rows(day, "applications") if row.state == "signing")
    day.select("applications", waiting.id)
    titles: list[str] = []

    def look(dialog: Any) -> None:
        titles.append(dialog.windowTitle())
        dialog.reject()

    day.hands.expect(look)
    day.key(Qt.Key.Key_Return)
    assert titles == ["登记签字"]


def test_enter_in_today_does_what_is_due_and_f7_puts_it_off(day: Day):
    today = day.window.today
    assert today.list.current() is not None
    shown_before = _todos(day)
    first = today.list.current()
    assert first.key in shown_before
    day.prompter.answers.append((date(2026, 12, 7), "本人出差"))
    today.list.setFocus()
    day.key(Qt.Key.Key_F7)
    assert first.key not in _todos(day)
    assert "已延后到 12-07" in day.said()
    until = day.office.desk.postponed.on(TODAY)[first.key].until
    assert until == date(2026, 12, 7)


def test_what_is_due_is_said_with_its_clause_and_printed(day: Day):
    day.window.today.list.setFocus()
    day.hands.expect(print_it(day))
    day.ctrl(Qt.Key.Key_P)
    text = text_of_pdf(day.printed[0].pdf)
    assert "今日待办" in text
    assert "邮件制度 3.0" in text
    assert any(number in text for number in numbers(day, "applications", "unfinished") if number)


def test_ctrl_z_takes_an_edit_of_a_person_back(day: Day):
    person = day.service("staff").numbered("CH0065")

    def rename(dialog: Any) -> None:
        type_into(day.qtbot, dialog.field("extension").findChild(QLineEdit), "8999")
        press(day.qtbot, dialog, "保存")

    day.select("staff", person)
    day.hands.expect(rename)
    day.key(Qt.Key.Key_F2)
    assert day.service("staff").row(person).extension == "8999"
    day.select("staff", person)
    day.ctrl(Qt.Key.Key_Z)
    assert day.service("staff").row(person).extension == "8048"
    assert "已撤销" in day.said()
    assert len(day.service("staff").history("person", person) or day.service("staff").detail(person).history) >= 2


def test_badges_follow_what_is_unfinished(day: Day):
    place = [tab.key for tab in TABS].index("applications") + 1
    unfinished = len(numbers(day, "applications", "unfinished"))
    day.qtbot.waitUntil(lambda: day.window.tabs.tabText(place) == f"申请 {unfinished}")
    waiting = next(row for row in _rows(day, "applications") if row.state == "signing")
    day.service("applications").void(waiting.id, TODAY, "试")
    day.qtbot.waitUntil(lambda: day.window.tabs.tabText(place) == f"申请 {unfinished - 1}")


def test_what_was_looked_at_stands_under_recents(day: Day):
    waiting = next(row for row in _rows(day, "applications") if row.state == "signing")
    day.select("applications", waiting.id)
    day.window.go_tab(0)
    day.qtbot.waitUntil(lambda: f"{waiting.number}　{waiting.name}" in _texts(day.window.today.side))


# menus


def test_the_entries_of_the_desk_do_what_they_say(day: Day):
    entries = {action.objectName(): action for action in day.window.actions()}
    entries["backup"].trigger()
    assert "已备份并核对" in day.said()
    checked: list[list[str]] = []
    day.hands.expect(lambda dialog: (checked.append(said_in(dialog)), dialog.accept()))
    entries["check"].trigger()
    assert "没有查出问题。" in checked[0]
    day.hands.expect(QDialog.reject)
    entries["about"].trigger()
    assert "邮件管理台账" in day.hands.titles[-1]
    for key in ("open_desk", "new_desk", "sample"):
        entries[key].trigger()
    assert day.switched == ["open", "new", "sample"]
    day.hands.expect(QDialog.reject, QDialog.reject)
    entries["settings"].trigger()
    entries["calendar"].trigger()
    assert len(day.hands.titles) == 4


# a desk that can only be read


def test_a_desk_that_can_only_be_read_says_so_and_writes_nothing(
    days: Callable[[Path], Day], played: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store_os, "access", lambda _path, mode: mode != store_os.W_OK)
    before = (played / "desk.maildesk").read_bytes()
    day = days(played)
    assert any("不能登记" in text for text in day.window.notices.texts())
    waiting = next(row for row in _rows(day, "applications") if row.state == "signing")
    tab = day.select("applications", waiting.id)
    assert not tab.actions_of.by_key["sign"].isEnabled()
    day.key(Qt.Key.Key_F6)  # no dialog comes
    day.close()
    assert (played / "desk.maildesk").read_bytes() == before


# every look


@pytest.mark.parametrize(("scheme", "points"), [(Scheme.DARK, 13), (Scheme.LIGHT, 9), (Scheme.DARK, 10)])
def test_every_tab_shows_in_every_look(day: Day, scheme: Scheme, points: int):
    day.theme.choose_scheme(scheme)
    day.theme.zoom_to(points)
    day.window.resize(1366, 768)
    for register in ALL_REGISTERS:
        tab = day.go(register.key)
        assert tab.isVisible()
        if tab.model.rowCount():
            tab.view.selectRow(0)
            day.qtbot.waitUntil(lambda tab=tab: bool(tab.panel.title()) or tab.panel.isHidden())
    day.go("applications")  # the last register, that of destructions, is empty in the sample
    picture = day.window.grab().toImage()
    colours = {picture.pixelColor(x, y).lightness() // 16 for x in range(0, 1366, 40) for y in range(0, 768, 40)}
    assert len(colours) > 3
    dark = sum(picture.pixelColor(x, 300).lightness() < 128 for x in range(0, 1366, 20))
    assert (dark > 34) is (scheme is Scheme.DARK)


def test_every_dialog_of_the_record_opens_in_the_dark_at_13_points(day: Day):
    day.theme.choose_scheme(Scheme.DARK)
    day.theme.zoom_to(13)
    waiting = next(row for row in _rows(day, "applications") if row.state == "signing")
    tab = day.select("applications", waiting.id)
    for key in ("new", "sign", "return", "void"):
        day.hands.expect(QDialog.reject)
        tab.actions_of.by_key[key].trigger()
    assert len(day.hands.titles) == 4
    assert said_in(day.window)


def _rows(day: Day, register: str) -> list[Any]:
    service = day.service(register)
    return list(service.rows(service.keys(Query())))


def _todos(day: Day) -> set[str]:
    postponed = day.office.desk.postponed.on(TODAY)
    return {todo.key for todo in day.window._todos()} - set(postponed)


def _texts(widget: Any) -> str:
    from PySide6.QtWidgets import QAbstractButton

    return " ".join(button.text() for button in widget.findChildren(QAbstractButton))
