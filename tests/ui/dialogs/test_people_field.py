from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from tests.answering import AnsweringPrompter
from tests.registers.builders import TODAY

ZHOU, CHENG, GONE = Hit(1, "周文博", "国际业务部"), Hit(2, "程思思", "财务部"), Hit(3, "宋翔", disabled="已离职")


@pytest.fixture
def saved():
    return []


@pytest.fixture
def form(qtbot, saved):
    asked = (
        Asked(
            name="people", title="领取人", kind=Asks.PEOPLE, required=True, find=lambda _text: (ZHOU, GONE),
            choices=(Choice("7", "财务部"),), members={"7": (CHENG, ZHOU, GONE)}.__getitem__,
        ),
        Asked(name="one", title="经手人", kind=Asks.PERSON, find=lambda _text: (CHENG,), start=CHENG),
    )  # fmt: skip
    job = FormJob(save=lambda values, _yes: saved.append(values), title="保存")
    dialog = RecordForm("发通知", asked, job, AnsweringPrompter(), today=lambda: TODAY)
    qtbot.addWidget(dialog, before_close_func=lambda one: one.start_from_here())
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_people_are_added_one_by_one_and_by_department_and_nobody_twice(form, qtbot, saved):
    people = form.field("people")
    people.take_focus()
    qtbot.keyClicks(people.one.edit, "zwb")
    qtbot.waitUntil(lambda: people.one.is_open)
    qtbot.keyClick(people.one.edit, Qt.Key.Key_Return)
    assert (people.value(), people.one.edit.text()) == ((1,), "")
    assert people.one.edit.hasFocus(), "the next one can be typed at once"
    people.group.setCurrentIndex(1)
    people.group.activated.emit(1)
    assert people.value() == (1, 2), "who left cannot be taken"
    assert people.group.currentIndex() == 0
    assert people.count.text() == "共 2 人，每人一份"
    form.save()
    assert saved == [{"people": (1, 2), "one": 2}]


def test_people_are_taken_out_again_by_key_and_by_button(form, qtbot):
    people = form.field("people")
    people.add([ZHOU, CHENG])
    people.list.setFocus()
    people.list.setCurrentRow(0)
    qtbot.keyClick(people.list, Qt.Key.Key_Delete)
    assert people.value() == (2,)
    people.list.setCurrentRow(0)
    (remove,) = [one for one in people.findChildren(QPushButton) if "移除" in one.text()]
    remove.click()
    assert (people.value(), people.count.text()) == ((), "还没有选人")


def test_a_form_for_nobody_is_not_saved(form, saved):
    form.save()
    assert saved == []
    assert form.field("people").message.text == "还没有填"


def test_a_draft_of_people_is_shown_again(form):
    people = form.field("people")
    people.set_value([ZHOU, CHENG])
    assert people.list.count() == 2
    people.set_value(None)
    assert people.is_empty()
