"""Opening, receipt, password slip, and the ends before the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from desk_mailadmin.documents.pages import text_of_pdf
from tests.journeys.day import PATIENCE, Day, files_below, is_said, press, said_in
from tests.journeys.main_job import (
    REASON,
    everything,
    new_application,
    opened_receipt,
    print_all,
    ready_application,
    sign_as,
    state_of,
    tick_and_open,
    waiting_application,
    with_reason,
)


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def test_opening_needs_every_tick_and_issues_the_receipt(day: Day):
    record = ready_application(day)

    def half(dialog: Any) -> None:
        dialog.findChildren(QCheckBox)[0].click()
        press(day.qtbot, dialog, "开户")
        assert dialog.isVisible()
        dialog.findChildren(QCheckBox)[1].click()
        press(day.qtbot, dialog, "开户")

    day.select("applications", record)
    day.hands.expect(half)
    day.key(Qt.Key.Key_F8)
    assert state_of(day, record) == "opened"
    assert "HZ-2026-0001" in day.said()
    receipts = day.window.register_tab("receipts")
    assert day.service("receipts").row(receipts.current_record()).number == "HZ-2026-0001"
    (box,) = day.service("mailboxes").rows(day.service("mailboxes").keys(everything()))
    assert (box.address, box.name, box.state) == (day.service("applications").row(record).address, "陈华娟", "active")


def test_the_receipt_prints_what_its_owner_needs(day: Day):
    receipt = opened_receipt(day)
    tab = day.select("receipts", receipt)
    day.hands.expect(print_all(day))
    tab.actions_of.by_key["print"].trigger()
    text = text_of_pdf(day.printed[-1].pdf)
    for words in ("HZ-2026-0001", "陈华娟", "imap.chenghu.example", "smtp.chenghu.example", "10 MB"):
        assert words in text
    assert day.said() == "已打印 1 份回执"


def test_the_password_is_printed_once_and_found_nowhere(day: Day):
    receipt = opened_receipt(day)
    tab = day.select("receipts", receipt)

    def slip(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=PATIENCE)
        assert not dialog.bar.save_button.isVisible()
        press(day.qtbot, dialog, "打印")

    day.hands.expect(slip)
    tab.actions_of.by_key["password_slip"].trigger()
    slip_text = text_of_pdf(day.printed[-1].pdf).replace(" ", "")  # wide letters are read with gaps
    password = re.findall(r"[A-Za-z]{4}-[0-9]{4}-[A-Za-z0-9]{4}", slip_text)[0]
    assert is_said(tab.panel, "密码单")
    day.prompter.answers.append(False)
    tab.actions_of.by_key["password_slip"].trigger()
    assert "换一个新密码" in day.prompter.texts("confirm")[-1]
    day.window.close()
    folder = day.office.desk.folder
    blocks = [password.encode(), password.replace("-", "").encode(), password.encode("utf-16-le")]
    read = 0
    for path in files_below(folder):
        content = path.read_bytes()
        read += len(content)
        assert not any(block in content for block in blocks), path
        if path.suffix == ".pdf":
            assert password not in text_of_pdf(content)
    assert read > 100_000


def test_the_whole_way_by_hand_with_every_step_in_the_history(day: Day):
    record = new_application(day)
    for name in ("", "王明", ""):
        day.select("applications", record)
        day.hands.expect(sign_as(day, name))
        day.key(Qt.Key.Key_F6)
    day.select("applications", record)
    day.hands.expect(tick_and_open(day))
    day.key(Qt.Key.Key_F8)
    tab = day.window.register_tab("receipts")
    receipt = tab.current_record()
    assert receipt is not None
    assert not tab.actions_of.by_key["sign"].isEnabled()
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "登记送出"))
    day.key(Qt.Key.Key_F8)
    assert day.service("receipts").row(receipt).handed_on is not None
    day.select("receipts", receipt)
    day.hands.expect(sign_as(day))
    day.key(Qt.Key.Key_F6)
    assert (day.service("receipts").row(receipt).state, state_of(day, record)) == ("signed", "closed")
    history = [line.what for line in day.service("applications").detail(record).history]
    wanted = ("回执已签收", "回执已送出", "开户：", "登记办公室签字：罗刚，同意", "登记部门经理签字：王明，同意",
              "登记承诺人签字：陈华娟，同意", "正式填表 YJ-2026-0001")  # fmt: skip
    places = [next(n for n, line in enumerate(history) if words in line) for words in wanted]
    assert places == sorted(places)
    day.select("applications", record)
    assert "已办结" in " ".join(said_in(day.window.register_tab("applications").panel))


def test_a_returned_application_is_corrected_under_its_number(day: Day):
    record = waiting_application(day)
    tab = day.select("applications", record)
    day.hands.expect(with_reason(day, "退回", "理由写得太简单"))
    tab.actions_of.by_key["return"].trigger()
    assert state_of(day, record) == "returned"

    def correct(dialog: Any) -> None:
        assert REASON in dialog.field("reason").value()
        dialog.field("reason").findChild(QPlainTextEdit).setPlainText("补充：往来对象是三家纸厂。")
        press(day.qtbot, dialog, "保存并打印")

    day.select("applications", record)
    day.hands.expect(correct, print_all(day))
    day.key(Qt.Key.Key_F2)
    row = day.service("applications").row(record)
    assert (row.state, row.number) == ("signing", "YJ-2026-0001")
    assert "三家纸厂" in text_of_pdf(day.printed[-1].pdf)


def test_a_void_application_keeps_its_number_and_says_why(day: Day):
    record = waiting_application(day)
    tab = day.select("applications", record)
    day.hands.expect(with_reason(day, "作废", "本人调岗"))
    tab.actions_of.by_key["void"].trigger()
    row = day.service("applications").row(record)
    assert (row.state, row.number, row.reason) == ("void", "YJ-2026-0001", "本人调岗")
    day.select("applications", record)
    assert is_said(tab.panel, "本人调岗")
    assert not any(tab.actions_of.by_key[key].isEnabled() for key in ("sign", "open", "return", "void", "edit"))


def test_a_void_receipt_is_followed_by_a_new_one(day: Day):
    receipt = opened_receipt(day)
    tab = day.select("receipts", receipt)
    day.hands.expect(with_reason(day, "作废", "印错了"))
    tab.actions_of.by_key["void"].trigger()
    rows = day.service("receipts").rows(day.service("receipts").keys(everything()))
    assert sorted((row.number, row.state) for row in rows) == [("HZ-2026-0001", "void"), ("HZ-2026-0002", "out")]


def test_a_signature_recorded_by_mistake_is_taken_back(day: Day):
    record = waiting_application(day)
    day.select("applications", record)
    day.hands.expect(sign_as(day))
    day.key(Qt.Key.Key_F6)
    tab = day.select("applications", record)
    day.hands.expect(with_reason(day, "更正签字", "登记错了人"))
    tab.actions_of.by_key["withdraw"].trigger()
    assert [s.agreed for s in day.service("applications").signatures(record)] == [None, None, None]
