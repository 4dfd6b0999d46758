"""Kinds of application other than the account, as a clerk takes them through the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.mailboxes.service import MailboxEntry
from desk_mailadmin.ui.dialogs.field import FieldRow
from tests.desks import TODAY
from tests.journeys.day import Day, is_said, press, type_into
from tests.journeys.main_job import print_all, sign_as, state_of, take_person, with_reason


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def newest(day: Day) -> int:
    return max(day.service("applications").keys(Query()))


def is_shown(dialog: Any, key: str) -> bool:
    """Whether the line of an entry is there at all."""
    return any(row.isVisible() for row in dialog.findChildren(FieldRow) if dialog.field(key) in row.fields)


def enter(day: Day, kind: str, deed: Callable[[Any], None], *, prints: bool = True) -> int:
    """Fill in an application of a kind: Ctrl+N, some letters, Enter, the entries, the printed sheet."""
    day.go("applications")
    day.hands.kind = kind

    def fill(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        deed(dialog)
        press(day.qtbot, dialog, "保存并打印")

    day.hands.expect(fill, *([print_all(day)] if prints else []))
    day.ctrl(Qt.Key.Key_N)
    return newest(day)


def sign_all(day: Day, record: int) -> None:
    for signature in day.service("applications").signatures(record):
        day.service("applications").sign(record, signature.role, TODAY, by=signature.signer or "王明")


def write(dialog: Any, key: str, text: str) -> None:
    dialog.field(key).findChild(QPlainTextEdit).setPlainText(text)


def test_a_telephone_is_moved_from_the_entry_to_the_finished_work(day: Day):
    def move(dialog: Any) -> None:
        assert not is_shown(dialog, "old_place")
        dialog.field("work").set_value("移机")
        assert is_shown(dialog, "old_place")
        type_into(day.qtbot, dialog.field("place").edit, "B 座 0817")
        type_into(day.qtbot, dialog.field("extension").edit, "80 48")
        write(dialog, "reason", "部门搬迁。")
        press(day.qtbot, dialog, "保存并打印")
        assert dialog.isVisible()
        assert is_said(dialog, "还没有填"), "where it was before is asked, because it is moved"
        type_into(day.qtbot, dialog.field("old_place").edit, "A 座 1203")

    record = enter(day, "dh", move)
    row = day.service("applications").row(record)
    assert (row.number, row.state) == ("DH-2026-0001", "signing")
    assert row.fields["extension"] == "8048"
    assert "B 座 0817" in text_of_pdf(day.printed[-1].pdf)
    for name in ("王明", "罗刚"):
        day.select("applications", record)
        day.hands.expect(sign_as(day, name))
        day.key(Qt.Key.Key_F6)
    assert state_of(day, record) == "ready"

    def finish(dialog: Any) -> None:
        press(day.qtbot, dialog, "完工")
        assert dialog.isVisible()  # nothing is ticked, nobody named
        for tick in dialog.findChildren(QCheckBox):
            tick.click()
        for edit in [field.edit for field in dialog.fields if field.required and hasattr(field, "edit")]:
            if not edit.text():
                type_into(day.qtbot, edit, "孙立")
        press(day.qtbot, dialog, "完工")

    day.select("applications", record)
    day.hands.expect(finish)
    day.key(Qt.Key.Key_F8)
    assert state_of(day, record) == "closed"


def test_top_secret_by_mail_is_refused_in_the_window_and_the_refusal_kept(day: Day):
    def ask(dialog: Any) -> None:
        dialog.field("level").set_value("绝密")
        assert is_said(dialog, "禁止在网上发送")
        day.prompter.answers.append(True)

    record = enter(day, "mj", ask, prints=False)
    row = day.service("applications").row(record)
    assert (row.number, row.state) == ("MJ-2026-0001", "refused")
    assert "邮件制度 4.5.3" in row.reason
    assert "不予受理" in day.said()
    assert not day.printed


def test_a_forwarding_is_ended_with_its_key_and_can_be_set_up_anew(day: Day):
    services = day.office.services
    staff = services["staff"].numbered("CH0065")
    branch = services["staff"].branch_of(staff)
    services["mailboxes"].add(MailboxEntry("chj@chenghu.example", branch, "陈华娟", 10, staff, TODAY))

    def forward(dialog: Any) -> None:
        dialog.field("matter").set_value("本人邮箱转发他人")
        assert dialog.field("mailbox").value() == "chj@chenghu.example", "the person's own mailbox stands there"
        dialog.field("scope").set_value("公司外部")
        type_into(day.qtbot, dialog.field("outside").edit, "agent@partner.example.com")
        type_into(day.qtbot, dialog.field("from_on").edit, "t")
        type_into(day.qtbot, dialog.field("until").edit, "+20")
        write(dialog, "reason", "展会期间由代理商协助。")

    record = enter(day, "zf", forward)
    sign_all(day, record)
    services["applications"].carry_out(record, TODAY)
    tab = day.select("applications", record)
    assert state_of(day, record) == "in_force"
    day.hands.expect(with_reason(day, "撤销转发", "展会结束"))
    day.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert state_of(day, record) == "closed"
    assert services["applications"].row(record).reason == "展会结束"

    def again(dialog: Any) -> None:
        assert dialog.field("outside").value() == "agent@partner.example.com"
        assert dialog.field("until").value() is None, "the time is asked anew"
        type_into(day.qtbot, dialog.field("from_on").edit, "+30")
        press(day.qtbot, dialog, "保存并打印")

    day.select("applications", record)
    day.hands.expect(again, print_all(day))
    tab.actions_of.trigger("renew")
    assert services["applications"].row(newest(day)).number == "ZF-2026-0002"


def choose(combo: QComboBox, key: str) -> None:
    """Choose an entry of a filter as the clerk does."""
    place = combo.findData(key) if key else 0
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_a_list_of_one_kind_shows_its_entries(day: Day):
    def loud(dialog: Any) -> None:
        dialog.field("work").set_value("新装")
        type_into(day.qtbot, dialog.field("place").edit, "B 座 0817")
        write(dialog, "reason", "新到岗。")

    enter(day, "dh", loud)
    tab = day.go("applications")
    assert "field.place" not in [column.key for column in tab.model.columns]
    combo = tab.filters._combos["kind"]
    choose(combo, "line_work")
    keys = [column.key for column in tab.model.columns]
    assert "field.place" in keys
    shown = [column.key for column in tab.view.shown_columns()]
    assert shown[-1] == "next_step"
    choose(combo, "")
    assert "field.place" not in [column.key for column in tab.model.columns]


def test_the_key_of_the_details_is_theirs_in_every_tab(day: Day):
    def stop(dialog: Any) -> None:
        dialog.field("work").set_value("新装")
        type_into(day.qtbot, dialog.field("place").edit, "B 座 0817")
        write(dialog, "reason", "新到岗。")

    tab = day.select("applications", enter(day, "dh", stop))
    shown = tab.panel.isVisible()
    day.key(Qt.Key.Key_F9)
    assert tab.panel.isVisible() is not shown
    day.key(Qt.Key.Key_F9)
    assert tab.panel.isVisible() is shown
