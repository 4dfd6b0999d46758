"""A month is closed and opened again in the window; what must be done first is one click away."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk_mailadmin.app import month_closing
from desk_mailadmin.app.month_closing import MonthCloseDialog
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from tests.desks import TODAY
from tests.journeys.day import Day, buttons, is_said, press

MONTH = f"{TODAY:%Y-%m}"
Deed = Callable[[Any], object]


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def issued(day: Day) -> int:
    staff = day.service("staff").numbered("CH0065")
    record: int = day.service("penalties").enter(
        PenaltyEntry(staff=staff, occurred_on=TODAY, act="call_168", fee_fen=860, occurred_at="14:05")
    )
    return record


def entry(day: Day, key: str) -> None:
    day.go("penalties")
    action = next(one.action for one in day.window._hooks.entries if one.action.key == key)
    day.window._bench.do(action, ())


def test_what_waits_for_a_signature_hinders_until_it_is_left_for_the_next_month(
    day: Day, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, out = issued(day), tmp_path / "台账.xlsx"

    def look(dialog: MonthCloseDialog) -> None:
        assert not dialog.primary.isEnabled()
        assert "处罚通知单待签收 1 份" in dialog.primary.toolTip()
        assert is_said(dialog, "还有 1 项必须先办")
        assert is_said(dialog, "CF-2026-0001；可以登记签收、拒签，或留到下月签收")
        press(day.qtbot, dialog, "没有签收的留到下月签收")
        assert dialog.primary.isEnabled()
        dialog.reviewed.set_value("王志刚")
        day.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    day.hands.expect(look)
    day.prompter.answers.append(out)
    entry(day, "close_month")
    closing = day.service("months").closing_of(MONTH)
    assert (closing.reviewed_by, closing.new_fen) == ("王志刚", 22_200)
    assert hashlib.sha256(out.read_bytes()).hexdigest() == closing.file_sha256
    assert str(out) in day.said()
    assert day.service("penalties").row(record).state == "issued"


def test_a_click_leads_to_the_case_that_must_be_dealt_with(day: Day) -> None:
    record = issued(day)
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "去办理"))
    entry(day, "close_month")
    assert not day.service("months").is_closed(MONTH)
    assert day.go("penalties").current_record() == record


def test_an_earlier_month_is_closed_first_by_a_click(day: Day, tmp_path: Path) -> None:
    record = issued(day)
    day.service("penalties").sign(record, TODAY)
    day.clock.at += timedelta(days=31)
    later = f"{day.clock.today():%Y-%m}"

    def look(dialog: MonthCloseDialog) -> None:
        assert dialog.plan.month == later
        press(day.qtbot, dialog, "先结这个月")

    def close(dialog: MonthCloseDialog) -> None:
        assert dialog.plan.month == MONTH
        press(day.qtbot, dialog, "月结并导出台账")

    day.hands.expect(look, close)
    day.prompter.answers.append(tmp_path / "台账.xlsx")
    day.go("penalties").months.choose(later)
    entry(day, "close_month")
    assert day.service("months").is_closed(MONTH)


def test_the_workbook_is_looked_at_before_anything_is_closed(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(month_closing, "open_file", opened.append)

    def look(dialog: MonthCloseDialog) -> None:
        assert {sheet.name for sheet in dialog.plan.sheets} >= {"处罚台账", "申请登记"}
        assert not buttons(dialog, "没有签收的留到下月签收")
        press(day.qtbot, dialog, "预览台账")
        press(day.qtbot, dialog, "取消")

    day.hands.expect(look)
    entry(day, "close_month")
    assert opened[0].read_bytes()[:2] == b"PK"
    assert not day.service("months").is_closed(MONTH)


def test_a_closed_month_is_exported_again_and_opened_again_with_a_reason(day: Day, tmp_path: Path) -> None:
    first, second = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "月结并导出台账"))
    day.prompter.answers.append(first)
    entry(day, "close_month")
    day.prompter.answers.extend((MONTH, second))
    entry(day, "ledger")
    assert first.read_bytes() == second.read_bytes()
    day.prompter.answers.append("漏登一件")
    entry(day, "reopen_month")
    assert not day.service("months").is_closed(MONTH)
    assert "2026 年 12 月已重开" in day.said()


def test_with_nothing_closed_there_is_nothing_to_open(day: Day) -> None:
    entry(day, "reopen_month")
    assert "没有月结过的月份" in day.prompter.texts("warn")[-1]
