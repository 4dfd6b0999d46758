"""Applications filled in, printed and kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.ui.dialogs.person_picker import PersonField
from tests.journeys.day import PATIENCE, Day, is_said, press, type_into
from tests.journeys.main_job import (
    OTHER,
    drawn,
    everything,
    fill_in,
    new_application,
    print_all,
    state_of,
    take_person,
    waiting_application,
)


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def test_an_application_is_typed_saved_printed_and_kept(day: Day):
    record = new_application(day)
    row = day.service("applications").row(record)
    assert (row.number, row.state, row.name, row.emp_no) == ("YJ-2026-0001", "signing", "陈华娟", "CH0065")
    (order,) = day.printed
    text = text_of_pdf(order.pdf)
    for words in (row.number, "陈华娟", "8048", row.address, "与供应商联系", "第一联", "第二联"):
        assert words in text
    (kept,) = day.office.papers.prints_of("application", record)
    assert day.office.papers.kept_pdf(kept) == order.pdf
    assert day.said() == "已打印 1 张申请表"
    panel = day.window.register_tab("applications").panel
    assert "陈华娟" in panel.title()
    assert is_said(panel, "承诺人签字")


def test_the_sheet_beside_the_entry_is_drawn_as_it_is_typed(day: Day):
    day.go("applications")

    def watch(dialog: Any) -> None:
        preview = dialog._preview
        fill_in(day, dialog)
        day.qtbot.waitUntil(lambda: preview.paper.pages == 1, timeout=PATIENCE)
        day.qtbot.waitUntil(lambda: "陈华娟" in drawn(preview), timeout=PATIENCE)
        dialog.reject()

    day.prompter.answers.append(True)
    day.hands.expect(watch)
    day.ctrl(Qt.Key.Key_N)
    assert "填写的内容还没有保存" in day.prompter.texts("confirm")[0]
    assert len(day.service("applications").keys(everything())) == 0


def test_addresses_are_proposed_with_what_speaks_against_them(day: Day):
    address = "chenhuajuan@chenghu.example"
    Staff.update(email="").where(Staff.email == address).execute()  # nobody's yet, by the roster
    waiting_application(day, *OTHER[:1], address)
    day.go("applications")

    def look(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        field = dialog.field("address")
        radios = {radio.text(): radio for radio in field.findChildren(QRadioButton)}
        assert not radios[address].isEnabled()
        assert any(radio.isEnabled() for radio in radios.values())
        assert is_said(field, "YJ-2026-0001")
        dialog.reject()

    day.prompter.answers.append(True)
    day.hands.expect(look)
    day.ctrl(Qt.Key.Key_N)


def test_an_address_of_ones_own_is_judged_like_the_others(day: Day):
    day.go("applications")

    def own(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        day.prompter.answers.extend(["xiaochen", "陈"])
        press(day.qtbot, dialog, "自定义地址")
        press(day.qtbot, dialog, "自定义地址")
        field = dialog.field("address")
        radios = {radio.text(): radio for radio in field.findChildren(QRadioButton)}
        assert radios["xiaochen@chenghu.example"].isEnabled()
        assert "英文字母、数字以外的字" in day.prompter.texts("warn")[0]
        day.prompter.answers.append(True)
        dialog.reject()

    day.hands.expect(own)
    day.ctrl(Qt.Key.Key_N)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(day: Day):
    day.go("applications")

    def wrong(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        type_into(day.qtbot, dialog.field("mobile").findChild(QLineEdit), "12345")
        press(day.qtbot, dialog, "保存并打印")
        assert dialog.isVisible()
        mobile = dialog.field("mobile")
        assert "位" in mobile.message.text
        assert is_said(dialog, "处须改")
        day.prompter.answers.append(True)
        dialog.reject()

    day.hands.expect(wrong)
    day.ctrl(Qt.Key.Key_N)
    assert len(day.service("applications").keys(everything())) == 0
    assert day.printed == []


def test_without_a_person_the_cursor_goes_to_the_person(day: Day):
    day.go("applications")

    def nobody(dialog: Any) -> None:
        press(day.qtbot, dialog, "保存并打印")
        assert dialog.isVisible()
        assert dialog.findChild(PersonField).has_focus()
        dialog.reject()

    day.hands.expect(nobody)
    day.ctrl(Qt.Key.Key_N)
    assert day.printed == []


def test_a_draft_has_no_number_and_is_gone_on_with(day: Day):
    day.go("applications")

    def as_draft(dialog: Any) -> None:
        take_person(day, dialog, "chj")
        press(day.qtbot, dialog, "保存草稿")

    def finish(dialog: Any) -> None:
        assert dialog.findChild(PersonField).hit.title == "陈华娟"
        radio = next(r for r in dialog.field("address").findChildren(QRadioButton) if r.isEnabled())
        radio.click()
        press(day.qtbot, dialog, "保存并打印")

    day.hands.expect(as_draft)
    day.ctrl(Qt.Key.Key_N)
    (record,) = day.service("applications").keys(everything())
    assert (state_of(day, record), day.service("applications").row(record).number) == ("draft", "")
    day.select("applications", record)
    day.hands.expect(finish, print_all(day))
    day.key(Qt.Key.Key_F2)
    assert (state_of(day, record), day.service("applications").row(record).number) == ("signing", "YJ-2026-0001")


def test_a_sheet_that_no_printer_took_is_not_printed(day: Day):
    day.go("applications")

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        press(day.qtbot, dialog, "保存并打印")

    def leave(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=PATIENCE)
        dialog.reject()

    day.hands.expect(enter, leave)
    day.ctrl(Qt.Key.Key_N)
    (record,) = day.service("applications").keys(everything())
    assert day.office.papers.prints_of("application", record) == ()


def test_saved_as_pdf_the_sheet_counts_as_printed(day: Day, tmp_path: Path):
    day.go("applications")
    target = tmp_path / "sheet.pdf"

    def enter(dialog: Any) -> None:
        fill_in(day, dialog)
        press(day.qtbot, dialog, "保存并打印")

    def save(dialog: Any) -> None:
        day.qtbot.waitUntil(dialog.bar.save_button.isEnabled, timeout=PATIENCE)
        day.prompter.answers.append(target)
        press(day.qtbot, dialog, "另存 PDF")
        dialog.reject()

    day.hands.expect(enter, save)
    day.ctrl(Qt.Key.Key_N)
    (record,) = day.service("applications").keys(everything())
    (kept,) = day.office.papers.prints_of("application", record)
    assert day.office.papers.kept_pdf(kept) == target.read_bytes()


def test_a_reprint_is_the_kept_sheet_with_its_mark(day: Day):
    record = new_application(day)
    first = day.printed[0].pdf
    tab = day.select("applications", record)
    day.hands.expect(print_all(day))
    tab.actions_of.by_key["reprint"].trigger()
    again = day.printed[1].pdf
    assert "补打" in text_of_pdf(again)
    assert set(digits_in_pdf(again)) == set(digits_in_pdf(first))
    kept = day.office.papers.prints_of("application", record)
    assert [one.reprint for one in kept] == [0, 1]
    assert day.office.papers.kept_pdf(kept[0]) == first


def test_a_blank_sheet_is_printed_and_not_kept(day: Day):
    tab = day.go("applications")
    day.prompter.answers.append("branch")
    day.hands.expect(print_all(day))
    tab.actions_of.by_key["blank"].trigger()
    text = text_of_pdf(day.printed[0].pdf)
    assert "分公司负责人确认" in text
    assert digits_in_pdf(day.printed[0].pdf) == ()
    assert len(day.service("applications").keys(everything())) == 0
