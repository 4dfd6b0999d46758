from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel

from desk_mailadmin.ui.dialogs.fields import FieldGroup, FieldRow, TextField
from desk_mailadmin.ui.dialogs.person_picker import Hit, HitList, PersonField
from desk_mailadmin.ui.dialogs.pieces import column, holding

PEOPLE = (
    Hit(3, "周万波", "国内业务部", "zhōu wàn bō", "A10188", disabled="已离职 10-15"),
    Hit(1, "周文博", "国际业务部　客户经理", "zhōu wén bó", "A10417　8042"),
    Hit(2, "周文斌", "财务部　出纳", "zhōu wén bīn", "A10093　8117"),
)


@pytest.fixture
def picker(qtbot):
    asked = []

    def find(text):
        asked.append(text)
        return PEOPLE if text.startswith(("z", "周")) else ()

    field = PersonField("who", "姓名", find, add_missing=lambda text: Hit(9, text, "新增"), required=True)
    window = holding(column(FieldGroup("申请人", FieldRow(field), FieldRow(TextField("post", "职务"))), None))
    window.resize(700, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.take_focus()
    field.asked = asked
    yield field
    window.close()


def enter(picker, text):
    """Put in what an input method delivers."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(picker.edit, event)


def test_letters_open_the_list_with_the_first_person_that_can_be_taken_marked(picker, qtbot):
    qtbot.keyClicks(picker.edit, "zwb")
    qtbot.waitUntil(lambda: picker.is_open)
    qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert (picker.value(), picker.edit.text()) == (1, "周文博")
    assert not picker.is_open
    assert picker.asked[-1] == "zwb"


def test_arrows_choose_and_a_leaver_cannot_be_taken(picker, qtbot):
    qtbot.keyClicks(picker.edit, "zwb")
    qtbot.waitUntil(lambda: picker.is_open)
    qtbot.keyClick(picker.edit, Qt.Key.Key_Up)
    qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.is_open
    qtbot.keyClick(picker.edit, Qt.Key.Key_Down)
    qtbot.keyClick(picker.edit, Qt.Key.Key_Down)
    qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.value() == 2


def test_escape_closes_the_list_only(picker, qtbot):
    qtbot.keyClicks(picker.edit, "zwb")
    qtbot.waitUntil(lambda: picker.is_open)
    qtbot.keyClick(picker.edit, Qt.Key.Key_Escape)
    assert not picker.is_open
    assert picker.edit.text() == "zwb"


def test_a_click_takes_a_person(picker, qtbot):
    enter(picker, "周")
    qtbot.waitUntil(lambda: picker.is_open)
    view = picker.window().findChild(HitList).view
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args[0].title == "周文斌"


def test_text_that_chose_nobody_is_an_error(picker, qtbot):
    enter(picker, "周文")
    assert not picker.check()
    assert picker.message.text == "还没有从列表中选定"


def test_nobody_found_is_said(picker, qtbot):
    enter(picker, "李")
    qtbot.waitUntil(lambda: picker.is_open)
    shown = [one.text() for one in picker.window().findChild(HitList).findChildren(QLabel) if one.isVisible()]
    assert "没有找到" in shown


def test_f3_adds_the_missing_person(picker, qtbot):
    enter(picker, "李四")
    qtbot.keyClick(picker.edit, Qt.Key.Key_F3)
    assert (picker.value(), picker.edit.text()) == (9, "李四")


def test_typing_again_forgets_the_choice(picker, qtbot):
    picker.set_value(PEOPLE[1])
    assert picker.value() == 1
    qtbot.keyClicks(picker.edit, "x")
    assert picker.entry() is None


def test_the_list_is_read_out_in_sentences(picker, qtbot, qtmodeltester):
    qtbot.keyClicks(picker.edit, "zwb")
    qtbot.waitUntil(lambda: picker.is_open)
    model = picker.window().findChild(HitList).model
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "周万波，国内业务部，A10188，已离职 10-15"
