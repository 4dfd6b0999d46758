from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    FieldGroup,
    FieldRow,
    FlagField,
    LongTextField,
    MessageKind,
    Option,
    RadioField,
    SpinField,
    TextField,
    hint,
    ok,
    warning,
)
from desk_mailadmin.ui.dialogs.pieces import column, holding

TODAY = date(2026, 12, 3)


def eleven_digits(text):
    if len(text) != 11:
        raise UserError("还差 {n} 位（应为 11 位）", n=11 - len(text))


@pytest.fixture
def shown(qtbot):
    """Show rows in a window; the last stop is a button, so that every field can be left."""

    windows = []

    def show(*rows: QWidget) -> QWidget:
        window = holding(column(FieldGroup("测试", *rows), QRadioButton("别处")))
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    windows.clear()


def leave(window: QWidget) -> None:
    window.findChildren(QRadioButton)[-1].setFocus()


def words_of(row: FieldRow) -> tuple[str, str]:
    message = row.line.message
    return (message.kind.value, message.text) if message else ("", "")


def test_a_field_is_checked_when_it_is_left_and_then_while_it_is_corrected(shown, qtbot):
    mobile = TextField("mobile", "手机", checks=[eleven_digits])
    row = FieldRow(mobile)
    window = shown(row)
    mobile.take_focus()
    qtbot.keyClicks(mobile.edit, "1381717013")
    assert words_of(row) == ("", "")
    leave(window)
    assert words_of(row) == ("error", "还差 1 位（应为 11 位）")
    assert mobile.edit.property("state") == "error"
    qtbot.keyClicks(mobile.edit, "7")
    assert words_of(row) == ("", "")
    assert mobile.edit.property("state") == ""


def test_a_required_field_says_so_to_the_eye_and_to_the_screen_reader(shown):
    name = TextField("name", "姓名", required=True)
    row = FieldRow(name)
    window = shown(row)
    assert "必填" in name.edit.accessibleDescription()
    assert name.edit.accessibleName() == "姓名"
    name.take_focus()
    leave(window)
    assert words_of(row) == ("error", "还没有填")
    assert "还没有填" in name.edit.accessibleDescription()


def test_a_hint_stands_until_there_is_something_to_say_and_comes_back(shown):
    name = TextField("name", "姓名", hint="可输入拼音首字母", checks=[lambda text: ok("可用") if text else None])
    row = FieldRow(name)
    shown(row)
    assert words_of(row) == ("hint", "可输入拼音首字母")
    name.set_value("周文博")
    assert name.check()
    assert words_of(row) == ("ok", "可用")
    name.set_value("")
    assert words_of(row) == ("hint", "可输入拼音首字母")


def test_a_warning_does_not_prevent_saving():
    quota = SpinField("quota", "容量", unit="MB", checks=[lambda _: warning("超过制度原文 10 MB")])
    quota.set_value(12)
    assert quota.check()
    assert quota.message.kind is MessageKind.WARNING


def test_the_gravest_message_of_a_line_is_shown(shown):
    extension = TextField("extension", "分机", checks=[lambda _: warning("与周文博共用")])
    mobile = TextField("mobile", "手机", checks=[eleven_digits])
    row = FieldRow(extension, mobile)
    shown(row)
    extension.set_value("8042")
    mobile.set_value("1")
    extension.check()
    mobile.check()
    assert words_of(row) == ("error", "还差 10 位（应为 11 位）")


def test_a_pasted_megabyte_is_cut_and_the_clerk_is_told(shown, qtbot):
    name = TextField("name", "姓名", limit=20)
    row = FieldRow(name)
    shown(row)
    name.take_focus()
    QGuiApplication.clipboard().setText("周" * 1_000_000)
    QTest.keySequence(name.edit, "Ctrl+V")
    assert name.value() == "周" * 20
    assert words_of(row) == ("warning", "最多 20 字，多出的没有收下")


def test_a_megabyte_pasted_into_a_long_text_is_cut_and_the_clerk_is_told(shown):
    reason = LongTextField("reason", "理由", limit=120)
    row = FieldRow(reason, below=True)
    shown(row)
    data = QMimeData()
    data.setText("x" * 1_000_000)
    reason.edit.insertFromMimeData(data)
    assert len(reason.value()) == 10_000
    assert words_of(row) == ("warning", "粘贴的文字太长，末尾 990,000 字没有收下")
    assert not reason.check()
    assert words_of(row) == ("error", "多了 9880 字，最多 120 字")


def test_the_counter_counts(shown):
    reason = LongTextField("reason", "理由", limit=120, counter_note="打印不换页")
    shown(FieldRow(reason, below=True))
    reason.set_value("负责报价")
    assert reason.counter.text() == "4 / 120 字，打印不换页"


def test_invisible_characters_go_when_the_field_is_left(shown):
    name = TextField("name", "姓名")
    window = shown(FieldRow(name))
    name.take_focus()
    name.edit.setText("周\u202e文博\x00 ")
    leave(window)
    assert name.edit.text() == "周文博"


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [("1203", "2026-12-03"), ("+3", "2026-12-06"), ("-1", "2026-12-02"), ("t", "2026-12-03"), ("12-5", "2026-12-05")],
)
def test_a_date_is_typed_as_clerks_type_it(shown, qtbot, typed, becomes):
    day = DateField("day", "日期", today=lambda: TODAY)
    window = shown(FieldRow(day))
    day.take_focus()
    qtbot.keyClicks(day.edit, typed)
    leave(window)
    assert day.edit.text() == becomes
    assert day.value() == date.fromisoformat(becomes)


def test_what_is_no_date_stays_and_says_how_to_write_one(shown, qtbot):
    day = DateField("day", "日期", today=lambda: TODAY)
    row = FieldRow(day)
    window = shown(row)
    day.take_focus()
    qtbot.keyClicks(day.edit, "1345")
    leave(window)
    assert day.edit.text() == "1345"
    assert words_of(row)[0] == "error"
    assert "不是日期" in words_of(row)[1]
    assert day.entry() == "1345"


def test_control_semicolon_is_today(shown, qtbot):
    day = DateField("day", "日期", today=lambda: TODAY)
    shown(FieldRow(day))
    day.take_focus()
    qtbot.keyClick(day.edit, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert day.value() == TODAY


def test_the_month_under_the_field_gives_a_day(shown, qtbot):
    day = DateField("day", "日期", today=lambda: TODAY)
    window = shown(FieldRow(day))
    day.take_focus()
    qtbot.keyClick(day.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = day.findChild(QWidget, "qt_calendar_calendarview")
    qtbot.keyClick(month, Qt.Key.Key_Right)
    qtbot.keyClick(month, Qt.Key.Key_Return)
    assert day.value() == date(2026, 12, 4)
    assert window.isVisible()


def test_a_value_from_the_directory_can_be_read_but_not_typed_over(shown, qtbot):
    number = TextField("number", "工号")
    shown(FieldRow(number))
    number.fill_in("A10417")
    number.take_focus()
    qtbot.keyClicks(number.edit, "9")
    assert number.value() == "A10417"
    assert number.edit.isReadOnly()
    number.set_filled_in(on=False)
    qtbot.keyClicks(number.edit, "9")
    assert "9" in number.value()


def proposals() -> list[Option]:
    return [
        Option("zhou.wenbo", "zhou.wenbo@a.cn", ok("可用")),
        Option("zhouwb", "zhouwb@a.cn", warning("已被周文斌使用"), locked=True),
        Option("zhouwb2", "zhouwb2@a.cn", ok("可用，作为备选")),
    ]


def test_proposals_wait_and_then_offer_the_first_free_one(shown):
    address = RadioField("address", "地址", [], verdicts=True, required=True, waiting="先选申请人")
    shown(FieldRow(address))
    assert not address.check()
    address.set_options(proposals())
    assert address.value() == "zhou.wenbo"
    assert address.check()


def test_a_locked_proposal_is_seen_with_its_reason_but_cannot_be_taken(shown, qtbot):
    address = RadioField("address", "地址", proposals(), verdicts=True)
    window = shown(FieldRow(address))
    locked = next(one for one in window.findChildren(QRadioButton) if one.text() == "zhouwb@a.cn")
    assert locked.accessibleDescription() == "已被周文斌使用"
    qtbot.mouseClick(locked, Qt.MouseButton.LeftButton)
    assert address.value() == "zhou.wenbo"
    free = next(one for one in window.findChildren(QRadioButton) if one.text() == "zhouwb2@a.cn")
    qtbot.mouseClick(free, Qt.MouseButton.LeftButton, pos=QPoint(8, free.height() // 2))
    assert address.value() == "zhouwb2"


def test_a_chosen_proposal_stays_while_it_is_still_free():
    address = RadioField("address", "地址", proposals(), verdicts=True)
    address.set_value("zhouwb2")
    address.set_options(list(reversed(proposals())))
    assert address.value() == "zhouwb2"


def test_ticks_give_the_set_of_their_keys(shown, qtbot):
    rights = ChecksField("rights", "权限", [Choice("in", "内部收发"), Choice("net", "互联网收发")], required=True)
    row = FieldRow(rights)
    shown(row)
    assert not rights.check()
    rights.boxes["net"].click()
    assert rights.value() == frozenset({"net"})
    assert rights.entry() == ["net"]
    assert words_of(row) == ("", "")


def test_a_choice_keeps_what_was_chosen_when_other_entries_are_offered():
    until = ChoiceField("until", "有效期", [Choice("long", "长期"), Choice("day", "到某日")], required=True)
    assert until.value() == ""
    assert not until.check()
    until.set_value("day")
    until.set_choices([Choice("day", "到某日"), Choice("never", "不限")])
    assert until.value() == "day"
    until.set_choices([Choice("never", "不限")])
    assert until.value() == ""


def test_one_tick_with_its_sentence():
    sent = FlagField("sent", "送达", "当面交给本人")
    sent.set_value(True)
    assert sent.value()
    assert not sent.is_empty()


def test_tab_goes_through_the_fields_in_reading_order(shown, qtbot):
    first, second = TextField("a", "工号"), TextField("b", "职务")
    third = LongTextField("c", "理由")
    shown(FieldRow(first, second), FieldRow(third, below=True))
    first.take_focus()
    qtbot.keyClick(first.edit, Qt.Key.Key_Tab)
    assert second.has_focus()
    qtbot.keyClick(second.edit, Qt.Key.Key_Tab)
    assert third.has_focus()
    qtbot.keyClick(third.edit, Qt.Key.Key_Tab)
    assert not third.has_focus()


def test_news_from_outside_stays_when_the_field_is_left_and_goes_when_it_changes(shown, qtbot):
    name = TextField("name", "姓名", hint="可输入拼音首字母")
    row = FieldRow(name)
    window = shown(row)
    name.take_focus()
    name.tell(ok("在职，尚无公司邮箱"))
    leave(window)
    assert words_of(row) == ("ok", "在职，尚无公司邮箱")
    name.set_value("刘洋")
    assert words_of(row) == ("hint", "可输入拼音首字母")


def test_a_hint_from_outside_takes_the_place_of_the_old_one(shown):
    quota = SpinField("quota", "容量", low=1, unit="MB")
    row = FieldRow(quota)
    shown(row)
    quota.tell(hint("上限 10 MB，邮件制度 4.1"))
    quota.set_value(5)
    assert quota.check()
    assert words_of(row) == ("hint", "上限 10 MB，邮件制度 4.1")


def test_what_was_cut_is_said_until_there_is_room_again(shown, qtbot):
    name = TextField("name", "姓名", limit=3)
    row = FieldRow(name)
    window = shown(row)
    name.take_focus()
    qtbot.keyClicks(name.edit, "abcd")
    leave(window)
    assert words_of(row) == ("warning", "最多 3 字，多出的没有收下")
    name.take_focus()
    qtbot.keyClick(name.edit, Qt.Key.Key_Backspace)
    assert words_of(row) == ("", "")


def test_a_filled_in_choice_cannot_be_changed_until_it_is_freed():
    until = ChoiceField("until", "有效期", [Choice("long", "长期")])
    until.fill_in("long")
    assert until.is_filled_in
    assert not until.combo.isEnabled()
    until.set_filled_in(on=False)
    assert until.combo.isEnabled()


def test_other_rules_take_hold_at_once():
    mobile = TextField("mobile", "手机")
    mobile.set_value("1")
    assert mobile.check()
    mobile.set_checks([eleven_digits])
    assert mobile.message.text == "还差 10 位（应为 11 位）"


def test_widths_follow_the_zoom(shown, theme, qtbot):
    theme.zoom_to(10)
    name, day = TextField("name", "姓名"), DateField("day", "日期", today=lambda: TODAY)
    until, quota = ChoiceField("until", "有效期", [Choice("a", "长期")]), LongTextField("why", "理由")
    shown(FieldRow(name, day), FieldRow(until), FieldRow(quota, below=True))
    parts = (name.edit, day.edit, until.combo)
    before = [part.minimumWidth() for part in parts] + [quota.edit.minimumHeight()]

    def grown() -> bool:
        after = [part.minimumWidth() for part in parts] + [quota.edit.minimumHeight()]
        return all(now > then for now, then in zip(after, before, strict=True))

    theme.zoom_to(14)
    qtbot.waitUntil(grown)


def test_a_refusal_of_the_rules_below_stands_until_the_value_changes_but_can_be_tried_again(shown):
    name = TextField("name", "姓名", required=True)
    row = FieldRow(name)
    shown(row)
    name.refuse(UserError("苏州分公司还没有设置域名"))
    assert not name.check()
    assert words_of(row) == ("error", "苏州分公司还没有设置域名")
    name.set_value("周文博")
    name.refuse(UserError("已有邮箱"))
    assert name.check()
