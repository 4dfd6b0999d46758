from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QPlainTextEdit, QPushButton

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import EnvironmentFault, NeedsConfirmation, NeedsPin, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.ask_dialog import EntryDialog, read_text, text_entry
from desk_mailadmin.ui.qt_prompter import QtPrompter
from desk_mailadmin.ui.shown import attempt, remedy_of, said, shown
from tests.answering import AnsweringPrompter
from tests.ui.office import TODAY
from tests.ui.test_register_tab import button, words_of


@pytest.fixture
def asking(theme, qtbot):
    return QtPrompter(StillClock.on(TODAY))


def when_asked(act) -> None:
    """Do ``act`` with the dialog once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def press(words: str):
    return lambda dialog: button(dialog, words).click()


def test_a_question_returns_whether_the_verb_was_chosen(asking):
    when_asked(press("删除 3 个邮箱"))
    assert asking.confirm("删除 3 个保留期满的邮箱？", "删除 3 个邮箱", danger=True)
    when_asked(press("取消"))
    assert not asking.confirm("删除？", "删除")


def test_the_default_of_a_question_is_to_refuse(asking, qtbot):
    seen = []

    def look(dialog):
        seen.extend(each.text() for each in dialog.findChildren(QPushButton) if each.isDefault())
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_asked(look)
    assert not asking.confirm("月结 2026-11？", "月结")
    assert seen == ["取消"]


def test_a_fault_says_what_to_do_and_can_be_tried_again(asking):
    said_words = []

    def look(dialog):
        said_words.append(words_of(dialog))
        button(dialog, "重试").click()

    when_asked(look)
    assert asking.retry("打印机没有应答。", "看看打印机是否开着。")
    assert "怎么办：看看打印机是否开着。" in said_words[0]


def test_a_message_is_shown_and_put_away(asking):
    said_words = []

    def look(dialog):
        said_words.append(words_of(dialog))
        button(dialog, "知道了").click()

    for tell in (asking.inform, asking.warn):
        when_asked(look)
        tell("这一条已经办结。")
    assert ["这一条已经办结。" in words for words in said_words] == [True, True]


def test_a_text_is_required_and_trimmed(asking):
    faults = []

    def look(dialog):
        button(dialog, "确定").click()
        faults.append(words_of(dialog))
        dialog.findChild(QPlainTextEdit).setPlainText("  本人出差\n")
        button(dialog, "确定").click()

    when_asked(look)
    assert asking.ask_text("作废的原因") == "本人出差"
    assert "这里要写上内容。" in faults[0]


def test_a_text_may_be_left_out_or_withdrawn(asking):
    when_asked(press("确定"))
    assert asking.ask_text("备注", required=False) == ""
    when_asked(press("取消"))
    assert asking.ask_text("备注") is None


def test_a_date_is_read_as_clerks_write_it_and_a_wrong_one_is_named(asking):
    faults = []

    def look(dialog):
        entry = dialog.findChild(QLineEdit)
        entry.setText("1332")
        button(dialog, "确定").click()
        faults.append(words_of(dialog))
        entry.setText("+3")
        button(dialog, "确定").click()

    when_asked(look)
    assert asking.ask_date("哪一天") == date(2026, 12, 6)
    assert "“1332”不是日期" in faults[0]
    when_asked(press("取消"))
    assert asking.ask_date("哪一天", start=TODAY) is None


def test_a_date_and_its_reason_come_together(asking):
    def look(dialog):
        dialog.findChild(QLineEdit).setText("1207")
        dialog.findChild(QPlainTextEdit).setPlainText("本人出差")
        button(dialog, "确定").click()

    when_asked(look)
    assert asking.ask_date_and_reason("延后到哪一天") == (date(2026, 12, 7), "本人出差")
    when_asked(press("取消"))
    assert asking.ask_date_and_reason("延后到哪一天") is None


def test_one_of_several_is_chosen_by_its_key(asking):
    choices = [Choice("a", "总公司"), Choice("b", "苏州分公司")]

    def look(dialog):
        dialog.findChild(QListWidget).setCurrentRow(1)
        button(dialog, "导入").click()

    when_asked(look)
    assert asking.choose("导入到哪里", choices, verb="导入") == "b"
    when_asked(press("取消"))
    assert asking.choose("导入到哪里", choices) is None


def test_a_sentence_from_below_is_filled_in():
    assert shown("没有“{name}”。", name="周文博") == "没有“周文博”。"
    assert said(UserError("没有“{name}”。", name="周文博")) == "没有“周文博”。"
    assert remedy_of(EnvironmentFault("满了。", remedy="腾出 {n} MB。", n=5)) == "腾出 5 MB。"
    assert remedy_of(EnvironmentFault("满了。")) == ""


def test_a_deed_that_needs_a_yes_is_done_again_with_it():
    prompter = AnsweringPrompter.with_answers(True, True)

    def deed(confirmed):
        for key in ("leaver", "twice"):
            if key not in confirmed:
                raise NeedsConfirmation(key, "{key}？", key=key)
        return sorted(confirmed)

    assert attempt(prompter, deed) == ["leaver", "twice"]
    assert prompter.texts("confirm") == ["leaver？", "twice？"]


def test_a_deed_refused_is_not_done():
    def deed(_confirmed):
        raise NeedsConfirmation("leaver", "已离职。")

    assert attempt(AnsweringPrompter.with_answers(False), deed) is None


def test_a_fault_of_the_machine_is_retried_until_it_works_or_is_given_up():
    times = []

    def deed(_confirmed):
        times.append(1)
        if len(times) < 3:
            raise EnvironmentFault("锁住了。", remedy="关掉另一个程序。")
        return "done"

    prompter = AnsweringPrompter.with_answers(True, True)
    assert attempt(prompter, deed) == "done"
    assert prompter.texts("retry") == ["锁住了。关掉另一个程序。"] * 2
    times.clear()
    assert attempt(AnsweringPrompter.with_answers(False), deed) is None


def test_a_bug_is_not_swallowed():
    def deed(_confirmed):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        attempt(AnsweringPrompter(), deed)


def test_enter_ends_a_question_and_shift_enter_begins_a_line(qtbot):
    asked = EntryDialog(None, "原因？", "作废")
    entry = text_entry("旧的")
    asked.add("原因", entry, lambda: read_text(entry, required=True, fault="还没有写。"))
    qtbot.addWidget(asked)
    asked.show()
    qtbot.keyClicks(entry, "one")
    qtbot.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(entry, "two")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert asked.answer == ["one\ntwo"]
    assert not asked.isVisible()


def test_a_pin_is_asked_until_it_is_right(asking, qtbot):
    typed = []

    def check(pin: Secret) -> None:
        typed.append(pin.bare)
        if pin.bare != "280419":
            raise UserError("PIN 不对。")

    def act(dialog) -> None:
        entry = dialog.findChild(QLineEdit)
        assert entry.echoMode() is QLineEdit.EchoMode.Password
        qtbot.keyClicks(entry, "111")
        button(dialog, "继续").click()
        assert "PIN 不对。" in words_of(dialog)
        assert entry.text() == ""
        qtbot.keyClicks(entry, "280419")
        button(dialog, "继续").click()

    when_asked(act)
    assert asking.ask_pin("再输入一次 PIN。", check)
    assert typed == ["111", "280419"]
    when_asked(press("取消"))
    assert not asking.ask_pin("再输入一次 PIN。", check)


def test_a_deed_that_asks_for_the_pin_is_done_after_it():
    taken: list[Secret] = []

    def deed(_confirmed) -> str:
        if not taken:
            raise NeedsPin(taken.append, "再输入一次 PIN。")
        return "done"

    prompter = AnsweringPrompter.with_answers("280419")
    assert attempt(prompter, deed) == "done"
    assert taken == [Secret("280419")]
    taken.clear()
    assert attempt(AnsweringPrompter.with_answers(None), deed) is None


def test_the_dialogs_for_files_are_chinese_and_go_on_where_the_last_one_ended(asking, tmp_path):
    (tmp_path / "扫描").mkdir()
    (tmp_path / "扫描" / "一.pdf").touch()
    seen = []

    def take(name: str):
        def act(dialog):
            seen.append(
                {label: dialog.labelText(label) for label in (dialog.DialogLabel.LookIn, dialog.DialogLabel.FileType)}
            )
            dialog.findChild(QLineEdit, "fileNameEdit").setText(name)
            dialog.accept()

        return act

    when_asked(take("一.pdf"))
    assert (
        asking.open_path("选扫描件", filters="扫描件 (*.pdf)", start=tmp_path / "扫描") == tmp_path / "扫描" / "一.pdf"
    )
    when_asked(take("名单.xlsx"))
    assert asking.save_path("导出", suggested="名单", filters="Excel (*.xlsx)") == tmp_path / "扫描" / "名单.xlsx"
    when_asked(take(str(tmp_path)))
    assert asking.open_folder("选文件夹", start=tmp_path) == tmp_path
    when_asked(lambda dialog: dialog.reject())
    assert asking.open_path("选扫描件") is None
    assert all(set(words.values()) == {"查找范围：", "文件类型："} for words in seen)
