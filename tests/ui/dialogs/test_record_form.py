from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.reason_dialog import ReasonDialog
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm, all_ticked
from tests.answering import AnsweringPrompter

TODAY = date(2026, 12, 3)
STEPS = (Choice("box", "在服务器上建了邮箱"), Choice("quota", "设了容量 10 MB"))
STAFF = (
    Asked(name="emp_no", title="工号", required=True, group="人员"),
    Asked(name="name", title="姓名", required=True, group="人员", beside=True),
    Asked(name="dept", title="部门", kind=Asks.CHOICE, choices=(Choice("1", "财务部"),), group="人员"),
    Asked(name="quota", title="容量", kind=Asks.NUMBER, start=10, low=1, high=10, unit="MB", note="邮件制度 4.1"),
    Asked(name="hired_on", title="入职", kind=Asks.DATE),
    Asked(name="left", title="离职", kind=Asks.FLAG, note="已经离职"),
    Asked(name="remark", title="备注", kind=Asks.LONG, start="试用"),
    Asked(name="branch", title="分公司", start="苏州", fixed=True),
)


@pytest.fixture
def shown(qtbot):
    dialogs = []

    def show(dialog):
        dialogs.append(dialog)
        qtbot.addWidget(dialog, before_close_func=lambda one: one.start_from_here())
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield show
    dialogs.clear()


def test_after_a_person_was_picked_the_cursor_goes_on_to_what_is_open(shown, qtbot):
    asked = (
        Asked(name="staff", title="使用人", kind=Asks.PERSON, required=True, find=lambda _text: [Hit(7, "周文博", "")]),
        Asked(name="line", title="使用电话", required=True),
        Asked(name="callee", title="受话人", required=True),
    )
    dialog = shown(record_form([], asked))
    person, line, callee = (dialog.field(one.name) for one in asked)
    person.picked.connect(lambda _hit: line.set_value("8042"))
    person.picked.emit(Hit(7, "周文博", ""))
    qtbot.waitUntil(callee.has_focus)


def record_form(saved, asked=STAFF):
    job = FormJob(save=lambda values, _confirmed: saved.append(values), title="保存")
    return RecordForm("人员", asked, job, AnsweringPrompter(), today=lambda: TODAY, explanation="照人事名单填")


def press(dialog, text):
    next(one for one in dialog.findChildren(QPushButton) if one.accessibleName() == text).click()


def seen(dialog) -> str:
    texts = [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    return " ".join(texts + [one.text() for one in dialog.findChildren(QPushButton) if one.isVisibleTo(dialog)])


def test_a_form_from_descriptions_gives_typed_values(shown):
    saved = []
    dialog = shown(record_form(saved))
    for name, value in {"emp_no": "A10417", "name": "周文博", "dept": "1"}.items():
        dialog.field(name).set_value(value)
    dialog.field("hired_on").edit.setText("20260301")
    press(dialog, "保存")
    assert saved == [
        {
            "emp_no": "A10417",
            "name": "周文博",
            "dept": "1",
            "quota": 10,
            "hired_on": date(2026, 3, 1),
            "left": False,
            "remark": "试用",
            "branch": "苏州",
        }
    ]


def test_headings_notes_and_the_explanation_are_shown(shown):
    dialog = shown(record_form([]))
    for text in ("照人事名单填", "人员", "邮件制度 4.1", "带 * 的必填"):
        assert text in seen(dialog)
    assert dialog.field("left").box.text() == "已经离职"
    assert dialog.field("branch").edit.isReadOnly()


def test_what_is_required_is_asked_for(shown):
    saved = []
    dialog = shown(record_form(saved))
    press(dialog, "保存")
    assert saved == []
    assert "2 处须改" in seen(dialog)


def test_every_step_must_be_ticked(shown):
    saved = []
    steps = Asked(
        name="steps", title="已做", kind=Asks.CHECKS, choices=STEPS, required=True, checks=(all_ticked(STEPS),)
    )
    dialog = shown(record_form(saved, (steps,)))
    dialog.field("steps").boxes["box"].click()
    press(dialog, "保存")
    assert "还没有做：设了容量 10 MB" in seen(dialog)
    dialog.field("steps").boxes["quota"].click()
    press(dialog, "保存")
    assert saved[0]["steps"] == frozenset({"box", "quota"})


def test_a_reason_and_a_date_are_needed_to_void(shown):
    kept = []
    dialog = shown(
        ReasonDialog(
            "作废",
            "YJ-2026-0144 作废后编号保留，不能恢复。",
            lambda *answer: kept.append(answer),
            AnsweringPrompter(),
            today=lambda: TODAY,
        )
    )
    press(dialog, "作废")
    assert kept == []
    assert "理由：还没有填" in seen(dialog)
    dialog.field("reason").set_value("填错了部门")
    dialog.field("on").edit.setText("+2")
    press(dialog, "作废")
    assert "日期在今天之后" in seen(dialog)
    dialog.field("on").set_value(TODAY)
    QTest.keySequence(dialog, "Ctrl+Return")
    assert kept == [("填错了部门", TODAY, frozenset())]


def test_a_void_that_is_refused_says_why(shown):
    def refuse(*_answer):
        raise UserError("回执已签收，不能作废。")

    dialog = shown(ReasonDialog("作废", "YJ-2026-0144", refuse, AnsweringPrompter(), today=lambda: TODAY))
    dialog.field("reason").set_value("重复")
    press(dialog, "作废")
    assert "回执已签收，不能作废。" in seen(dialog)
    assert dialog.isVisible()


def test_a_beginning_is_completed_to_what_is_suggested_and_anything_else_may_be_typed(shown):
    asked, saved = [], []

    def suggest(text):
        asked.append(text)
        return [name for name in ("lu", "luo jianhua", "luo yi") if name.startswith(text)]

    dialog = shown(record_form(saved, [Asked(name="manager", title="负责人", suggest=suggest)]))
    edit = dialog.field("manager").edit
    edit.setFocus()
    QTest.keyClicks(edit, "lu")
    popup = edit.completer().popup()
    assert popup.isVisible()
    assert [edit.completer().model().data(edit.completer().model().index(n, 0)) for n in range(2)] == [
        "luo jianhua",
        "luo yi",
    ]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.field("manager").value() == "luo jianhua"
    edit.clear()
    QTest.keyClicks(edit, "wang")
    assert not popup.isVisible()
    press(dialog, "保存")
    assert saved == [{"manager": "wang"}]
    assert asked[:2] == ["l", "lu"]
