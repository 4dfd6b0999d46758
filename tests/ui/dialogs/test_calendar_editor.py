from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.calendar_editor import CalendarEditor, CalendarJob
from tests.answering import AnsweringPrompter

TODAY = date(2026, 10, 8)


class Office:
    def __init__(self) -> None:
        self.kept = {date(2026, 10, 1): (False, "国庆节"), date(2026, 10, 10): (True, "国庆节")}
        self.published, self.refuse = {2026}, False

    def calendar(self):
        return WorkCalendar({day: worked for day, (worked, _) in self.kept.items()}, frozenset(self.published))

    def days(self, year):
        return [(day, worked, name) for day, (worked, name) in sorted(self.kept.items()) if day.year == year]

    def set_day(self, day, working, name):
        if self.refuse:
            raise UserError("10 月已月结，不能改。")
        self.kept[day] = (working, name)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def editor(qtbot, office):
    job = CalendarJob(
        calendar=office.calendar,
        days=office.days,
        set_day=office.set_day,
        publish=office.published.add,
        today=lambda: TODAY,
    )
    made = CalendarEditor(job, AnsweringPrompter())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def cell(editor, day):
    editor.choose(day)
    return editor.grid.currentItem()


def press(editor, text):
    buttons = [*editor.findChildren(QPushButton), *editor.findChildren(QToolButton)]
    next(one for one in buttons if one.accessibleName() == text).click()


def test_the_month_of_today_opens_with_today_chosen(editor):
    assert editor.windowTitle() == "节假日与调休"  # as the menu calls it
    assert editor.month.text() == "2026 年 10 月"
    assert editor.chosen() == TODAY
    assert editor.day.text() == "2026-10-08　上班"
    assert editor.warning.isHidden()


def test_holidays_and_worked_weekends_are_marked_and_named(editor):
    assert cell(editor, date(2026, 10, 1)).text() == "1 休 国庆节"
    assert cell(editor, date(2026, 10, 10)).text() == "10 班 国庆节"
    spoken = cell(editor, date(2026, 10, 1)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2026-10-01 放假 1 休 国庆节"


def test_a_day_is_made_free_under_a_name(editor, office):
    editor.choose(date(2026, 10, 9))
    editor.name.setText("司庆")
    press(editor, "改为放假")
    assert office.kept[date(2026, 10, 9)] == (False, "司庆")
    assert cell(editor, date(2026, 10, 9)).text() == "9 休 司庆"
    assert editor.day.text() == "2026-10-09　放假"


def test_space_turns_the_day_under_the_cursor_back(editor, office, qtbot):
    editor.choose(date(2026, 10, 1))
    qtbot.keyClick(editor.grid, Qt.Key.Key_Space)
    assert office.kept[date(2026, 10, 1)][0] is True


def test_a_refused_change_is_told_and_nothing_changes(editor, office):
    office.refuse = True
    editor.choose(date(2026, 10, 9))
    press(editor, "改为放假")
    assert editor._prompter.texts("warn") == ["10 月已月结，不能改。"]
    assert editor.day.text() == "2026-10-09　上班"


def test_a_year_that_is_not_published_is_pointed_out_and_confirmed(editor, office):
    for _ in range(3):
        press(editor, "下个月")
    assert editor.month.text() == "2027 年 1 月"
    assert not editor.warning.isHidden()
    assert "2027 年的放假安排还没有公布或核对" in editor.warning.text
    press(editor, "2027 年的安排已经核对")
    assert editor.warning.isHidden()
    press(editor, "上个月")
    assert editor.month.text() == "2026 年 12 月"
    press(editor, "今天")
    assert editor.chosen() == TODAY


def test_days_of_another_month_cannot_be_turned(editor, office):
    before = dict(office.kept)
    editor.grid.setCurrentCell(0, 0)
    assert editor.chosen() is None
    editor.turn()
    assert office.kept == before
