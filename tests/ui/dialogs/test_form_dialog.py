from __future__ import annotations

import pytest
import typst
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from desk_mailadmin.kernel.errors import EnvironmentFault, NeedsConfirmation, UserError
from desk_mailadmin.ui.dialogs.fields import FieldGroup, FieldRow, LongTextField, TextField
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.memory import Memory
from tests.answering import AnsweringPrompter


class Office:
    """What stands behind the dialog: keeps what was saved and refuses as told."""

    def __init__(self) -> None:
        self.saved: list[tuple[dict, frozenset]] = []
        self.drafts: list[dict] = []
        self.dropped = 0
        self.refusals: list[Exception] = []

    def save(self, values, confirmed):
        if self.refusals:
            raise self.refusals.pop(0)
        self.saved.append((dict(values), confirmed))
        return "YJ-2026-0141"

    def drop(self):
        self.dropped += 1


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def opened(qtbot, office):
    dialogs = []

    def open_dialog(*answers, drafts=False, render=None, memory=None, last=None, save_draft=None) -> FormDialog:
        who, post = TextField("name", "姓名", required=True), TextField("post", "职务")
        group = FieldGroup(
            "申请人", FieldRow(who), FieldRow(post), FieldRow(LongTextField("reason", "理由"), below=True)
        )
        keep = {
            "keep_draft": office.drafts.append,
            "drop_draft": office.drop,
            "save_draft": save_draft or office.drafts.append,
        }
        keep = keep if drafts else {}
        job = FormJob(save=office.save, title="保存并打印", render=render, last_saved=last or {}, **keep)
        dialog = FormDialog("新建", [group], job, AnsweringPrompter.with_answers(*answers), memory=memory)
        qtbot.addWidget(dialog, before_close_func=lambda one: one.start_from_here())
        dialogs.append(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.fields[0].has_focus)
        return dialog

    yield open_dialog
    dialogs.clear()


def button(dialog, text) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.accessibleName() == text)


def seen(dialog) -> str:
    texts = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    return " ".join(texts + [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()])


def test_the_first_empty_required_field_has_the_cursor(opened):
    assert opened().field("name").has_focus()


def test_save_leads_to_the_first_error_and_says_how_many(opened, qtbot, office):
    dialog = opened()
    dialog.field("post").take_focus()
    qtbot.mouseClick(button(dialog, "保存并打印"), Qt.MouseButton.LeftButton)
    assert office.saved == []
    assert dialog.field("name").has_focus()
    assert "1 处须改" in seen(dialog)
    assert "姓名：还没有填" in seen(dialog)


def test_the_link_in_the_footer_leads_to_the_field(opened, qtbot):
    dialog = opened()
    button(dialog, "保存并打印").click()
    dialog.field("post").take_focus()
    qtbot.mouseClick(button(dialog, "姓名：还没有填"), Qt.MouseButton.LeftButton)
    assert dialog.field("name").has_focus()


def test_enter_moves_on_and_control_enter_saves(opened, qtbot, office):
    dialog = opened()
    dialog.field("name").edit.insert("周文博")
    qtbot.keyClick(dialog.field("name").edit, Qt.Key.Key_Return)
    assert dialog.field("post").has_focus()
    assert office.saved == []
    QTest.keySequence(dialog, "Ctrl+Return")
    assert [values["name"] for values, _ in office.saved] == ["周文博"]
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.result_value == "YJ-2026-0141"


def test_a_double_click_on_save_saves_once(opened, qtbot, office):
    dialog = opened()
    dialog.field("name").set_value("周文博")
    save = button(dialog, "保存并打印")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(save, Qt.MouseButton.LeftButton)
    save.click()
    assert len(office.saved) == 1


def test_a_refusal_is_shown_beside_its_field_and_the_entries_stay(opened, office):
    office.refusals = [UserError("{name} 已有邮箱", name="周文博", field="name")]
    dialog = opened()
    dialog.field("name").set_value("周文博")
    dialog.field("reason").set_value("报价")
    button(dialog, "保存并打印").click()
    assert dialog.isVisible()
    assert "姓名：周文博 已有邮箱" in seen(dialog)
    assert dialog.values() == {"name": "周文博", "post": "", "reason": "报价"}
    button(dialog, "保存并打印").click()
    assert len(office.saved) == 1


def test_a_fault_of_the_machine_is_told_with_its_remedy_and_the_entries_stay(opened, office):
    office.refusals = [EnvironmentFault("磁盘已满，没有保存。", remedy="腾出空间后再保存。")]
    dialog = opened()
    dialog.field("name").set_value("周文博")
    button(dialog, "保存并打印").click()
    assert "磁盘已满，没有保存。腾出空间后再保存。" in seen(dialog)
    assert dialog.field("name").value() == "周文博"


def test_a_question_is_asked_and_the_answer_goes_along(opened, office):
    office.refusals = [NeedsConfirmation("second", "周文博 已有一份申请，再建一份？")]
    dialog = opened(True)
    dialog.field("name").set_value("周文博")
    button(dialog, "保存并打印").click()
    assert office.saved[0][1] == frozenset({"second"})


def test_a_question_answered_with_no_saves_nothing(opened, office):
    office.refusals = [NeedsConfirmation("second", "周文博 已有一份申请，再建一份？")]
    dialog = opened(False)
    dialog.field("name").set_value("周文博")
    button(dialog, "保存并打印").click()
    assert office.saved == []
    assert dialog.isVisible()


def test_escape_closes_an_untouched_dialog_without_a_question(opened, qtbot):
    dialog = opened()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_once_something_was_entered(opened, qtbot):
    dialog = opened(False, True)
    dialog.field("name").edit.insert("周")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_control_s_keeps_a_draft_and_closes(opened, office):
    dialog = opened(drafts=True)
    dialog.field("name").set_value("周文博")
    QTest.keySequence(dialog, "Ctrl+S")
    assert office.drafts[-1]["name"] == "周文博"
    assert not dialog.isVisible()
    assert office.dropped == 1


def test_a_draft_that_cannot_be_kept_stays_on_screen(opened, office):
    def refuse(_values):
        raise UserError("还没有选申请人。", field="name")

    dialog = opened(drafts=True, save_draft=refuse)
    QTest.keySequence(dialog, "Ctrl+S")
    assert dialog.isVisible()
    assert "还没有选申请人。" in seen(dialog)
    assert office.dropped == 0


def test_drafts_are_kept_only_when_something_is_new(opened, office):
    dialog = opened(drafts=True)
    dialog.keep_draft()
    dialog.field("name").set_value("周文博")
    dialog.keep_draft()
    dialog.keep_draft()
    assert len(office.drafts) == 1


def test_a_draft_comes_back_and_is_dropped_once_saved(opened, office):
    dialog = opened(drafts=True)
    dialog.restore({"name": "周文博", "gone": 1})
    button(dialog, "保存并打印").click()
    assert office.saved[0][0]["name"] == "周文博"
    assert office.dropped == 1


def test_control_d_copies_the_last_saved_value_into_the_field_with_the_cursor(opened):
    dialog = opened(last={"post": "客户经理"})
    dialog.field("post").take_focus()
    QTest.keySequence(dialog, "Ctrl+D")
    assert dialog.field("post").value() == "客户经理"


def test_after_a_choice_the_cursor_goes_to_the_first_field_still_open(opened):
    dialog = opened()
    dialog.field("post").fill_in("客户经理")
    dialog.focus_next_open(dialog.field("name"))
    assert dialog.field("reason").has_focus()


def test_the_sheet_follows_the_entries_after_a_pause(opened, qtbot):
    asked = []

    def render(values):
        asked.append(values["name"])
        return typst.compile(b'#set page(paper: "a4")\n' + f"= {values['name'] or 'blank'}".encode())

    dialog = opened(render=render)
    qtbot.keyClicks(dialog.field("name").edit, "Zhou")
    qtbot.waitUntil(lambda: bool(asked) and asked[-1] == "Zhou", timeout=20_000)
    qtbot.waitUntil(lambda: dialog._preview.paper.pages == 1, timeout=20_000)
    assert asked in (["Zhou"], ["", "Zhou"])  # the keys in between were never drawn
    assert not dialog._preview.paper.grab().toImage().isNull()


def test_a_sheet_that_cannot_be_drawn_says_why_above_it(opened, qtbot):
    def render(_values):
        raise UserError("此字打不出：{char}", char="䶮")

    dialog = opened(render=render)
    qtbot.waitUntil(lambda: "此字打不出：䶮" in seen(dialog), timeout=5000)


def test_the_size_is_remembered(opened, tmp_path):
    memory = Memory(QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat))
    dialog = opened(memory=memory)
    dialog.resize(700, 500)
    dialog.reject()
    assert (opened(memory=memory).width(), opened(memory=memory).height()) == (700, 500)


def test_a_draft_is_kept_when_the_computer_is_shut_down(opened, office, qapp):
    dialog = opened(drafts=True)
    dialog.field("name").set_value("周文博")
    qapp.commitDataRequest.emit(None)
    assert office.drafts[-1]["name"] == "周文博"


def test_a_draft_that_cannot_be_kept_is_said_and_the_dialog_stays(opened, office):
    def full(_entries):
        raise EnvironmentFault("磁盘已满，草稿没有存下。", remedy="腾出空间。")

    dialog = opened(drafts=True, save_draft=full)
    dialog.field("name").set_value("周文博")
    QTest.keySequence(dialog, "Ctrl+S")
    assert dialog.isVisible()
    assert "磁盘已满，草稿没有存下。" in seen(dialog)


def test_tab_goes_through_the_fields_and_the_last_stop_is_the_primary_button(opened, qtbot):
    dialog = opened(drafts=True)
    dialog.field("name").set_value("周文博")
    stops = []
    for _ in range(6):
        stops.append(dialog.focusWidget())
        dialog.focusNextChild()
    fields = [dialog.field(name).edit for name in ("name", "post", "reason")]
    assert stops == [*fields, button(dialog, "取消"), button(dialog, "保存草稿"), button(dialog, "保存并打印")]


def test_enter_on_a_button_presses_it(opened, qtbot):
    dialog = opened()
    button(dialog, "取消").setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
