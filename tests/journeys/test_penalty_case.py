"""One case in the real window, by keys alone: from the telephone bill to payroll, and its month closed behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_mailadmin.documents.pages import text_of_pdf
from tests.desks import TODAY
from tests.journeys.day import Day, buttons, is_said, press
from tests.journeys.main_job import print_all

Key, Mod = Qt.Key, Qt.KeyboardModifier
PAYDAY = date(2027, 1, 15)
MONTH = f"{TODAY:%Y-%m}"


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def typed(day: Day, text: str = "", key: Key = Key.Key_Return) -> None:
    """Type where the cursor is and press a key; finds that are listed below a line are waited for."""
    line = QApplication.focusWidget()
    if text:
        day.qtbot.keyClicks(line, text)
    field: Any = line.parentWidget()
    if text and hasattr(field, "is_open"):
        day.qtbot.waitUntil(lambda: field.is_open)
    day.qtbot.keyClick(line, key)


def calls_168(day: Day, dialog: Any) -> None:
    """Fill in a case as the cursor leads: person, day, how it was found, act, fee; then the blanks of the facts."""
    day.qtbot.waitUntil(dialog.field("staff").has_focus)
    typed(day, "chj")
    typed(day, "-1", Key.Key_Tab)
    typed(day, "14:05", Key.Key_Tab)
    typed(day, key=Key.Key_Down)
    typed(day, key=Key.Key_Tab)
    typed(day, "boda168")
    typed(day, "8.6", Key.Key_Tab)
    assert is_said(dialog, "8.60 × 20 = 172.00 元")
    assert [one.text() for one in buttons(dialog, "改用")] == ["改用 电话制度 12.九", "改用 电话制度 6.四"]
    facts = dialog.field("facts")
    facts.set_value(facts.value().replace("＿＿", "8049", 1).replace("＿＿", "16812345"))
    day.qtbot.keyClick(dialog, Key.Key_Return, Mod.ControlModifier)


def enter(day: Day) -> int:
    """Enter the case with Ctrl+N and print its notice; return its record."""
    day.go("penalties")
    day.hands.expect(lambda dialog: calls_168(day, dialog), print_all(day))
    day.ctrl(Key.Key_N)
    record = day.go("penalties").current_record()
    assert record is not None
    return record


def sign(day: Day) -> None:
    day.hands.expect(lambda dialog: day.qtbot.keyClick(dialog, Key.Key_Return, Mod.ControlModifier))
    day.key(Key.Key_Return)


def choose(day: Day, key: str) -> None:
    """Choose an entry of the menus."""
    action = next(one.action for one in day.window._hooks.entries if one.action.key == key)
    day.window._bench.do(action, ())


def test_a_case_is_entered_printed_and_signed_without_a_mouse(day: Day) -> None:
    record = enter(day)
    row = day.service("penalties").row(record)
    assert (row.act, row.clause, row.due_fen, row.state) == ("call_168", "002/15.一.3", 22_200, "issued")
    assert row.occurred_on == date(2026, 12, 2)
    (order,) = day.printed
    assert all(copy in text_of_pdf(order.pdf) for copy in ("办公室存根", "当事人", "财务部执行"))
    sign(day)
    assert day.service("penalties").row(record).state == "signed"
    assert "CF-2026-0001" in day.said()


def test_a_case_goes_from_entry_to_payroll_and_its_month_is_closed(day: Day, tmp_path: Path) -> None:
    record, out, again = enter(day), tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    sign(day)
    day.clock.at = day.clock.at.replace(year=PAYDAY.year, month=PAYDAY.month, day=PAYDAY.day)

    def deduct(dialog: Any) -> None:
        assert dialog.month.value() == "2027-01"
        assert is_said(dialog, "合计 222.00 元")
        day.qtbot.keyClick(dialog, Key.Key_Return, Mod.ControlModifier)

    day.hands.expect(deduct)
    day.key(Key.Key_F8)
    assert "已登记 2027 年 1 月扣款 1 件，合计 222.00 元" in day.said()
    assert day.service("penalties").row(record).state == "deducted"

    tab = day.go("penalties")
    tab.months.choose(MONTH)
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "月结并导出台账"))
    day.prompter.answers.append(out)
    choose(day, "close_month")
    assert day.service("months").is_closed(MONTH)
    assert day.said() == f"2026 年 12 月已月结，台账已导出到 {out}"
    assert is_said(day.window.status, "备份 01-15")
    assert is_said(tab.band, "2026 年 12 月已于")
    assert not tab.actions_of.by_key["new"].isEnabled()
    assert "这个月已经月结" in tab.actions_of.by_key["new"].toolTip()

    day.prompter.answers.append(again)
    day.prompter.answers.appendleft(MONTH)
    choose(day, "ledger")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(out.read_bytes()).digest()

    day.prompter.answers.append("少登记了一件")
    choose(day, "reopen_month")
    assert not day.service("months").is_closed(MONTH)
    assert tab.actions_of.by_key["new"].isEnabled()
