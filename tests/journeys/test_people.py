"""Several people at one desk, in the real window: switched on, the lock, roles, the PIN once more."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk_mailadmin.app.people import arrived
from desk_mailadmin.catalogue import ALL_REGISTERS, register_of
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.kernel.rights import Role
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.store.members import MemberEntry
from desk_mailadmin.ui.curtain import Curtain
from desk_mailadmin.ui.dialogs.members.who_dialog import WhoDialog
from tests.desks import TODAY
from tests.journeys.day import Day, buttons, is_said, press, said_in, type_into
from tests.members.people import CHEAP, PINS, Machine, come, pin, switched_on

NEW_PIN = "194602"


@pytest.fixture
def alone(days: Callable[[Path], Day], staffed: Path) -> Day:
    """An office in which one clerk works alone."""
    day = days(staffed)
    day.office.desk.members.cost = CHEAP
    return day


@pytest.fixture
def day(alone: Day) -> Day:
    """An office in which several people work; the administrator is in front of the window."""
    alone.office.desk.members.uptime = alone.window.lock.watch._uptime = Machine()
    switched_on(alone.office.desk)
    alone.window.lock.follow()
    alone.window.refresh()
    return alone


def entry(day: Day, key: str) -> Any:
    """The menu's entry of that key."""
    return next(action for action in day.window.actions() if action.objectName() == key)


def who(day: Day, name: str, digits: str) -> Callable[[Any], None]:
    """Choose a name, type a PIN, press Enter."""

    def deed(dialog: WhoDialog) -> None:
        names = [known.name for known in dialog._job.known]
        dialog._names.setCurrentIndex(names.index(name))
        day.qtbot.keyClicks(dialog._pin, digits)
        day.qtbot.keyClick(dialog._pin, Qt.Key.Key_Return)

    return deed


def sit_down(day: Day, name: str) -> None:
    """Let somebody else take the chair: the window locks, they come in."""
    day.hands.expect(who(day, name, PINS[name]))
    day.window.lock.lock()


def active() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def fill(day: Day, form: QWidget, **entries: str) -> None:
    for name, text in entries.items():
        edit = form.field(name).findChild(QLineEdit)  # type: ignore[attr-defined]  # a FormDialog
        type_into(day.qtbot, edit, text)


def test_alone_nothing_asks_and_nothing_watches(alone: Day):
    assert arrived(alone.office, alone.prompter, alone.hands)
    assert not alone.window.lock.watch._timer.isActive()
    assert not entry(alone, "lock_desk").isVisible(), "who works alone has nothing to lock"
    alone.window.lock.lock()
    assert alone.hands.titles == []


def test_switched_on_with_a_code_that_was_printed_and_typed_back(alone: Day):
    def print_it(preview: QWidget) -> None:
        press(alone.qtbot, preview, "打印")
        alone.qtbot.waitUntil(lambda: bool(alone.printed))
        if preview.isVisible():
            preview.close()

    def deed(dialog: Any) -> None:
        press(alone.qtbot, dialog, "启用…")
        form = active()
        fill(alone, form, name="王志刚", pin="123456", again="123456", code="A")
        press(alone.qtbot, form, "启用")
        assert is_said(form, "一猜就中")
        fill(alone, form, pin=PINS["王志刚"], again=PINS["王志刚"])
        press(alone.qtbot, form, "启用")
        assert is_said(form, "和打印的恢复码不一样")
        alone.hands.expect(print_it)
        press(alone.qtbot, form, "打印恢复码")
        fill(alone, form, code=code_of(alone.printed[-1].pdf))
        press(alone.qtbot, form, "启用")
        assert not form.isVisible()
        assert is_said(dialog, "已启用")
        press(alone.qtbot, dialog, "关闭")

    alone.hands.expect(deed)
    entry(alone, "members").trigger()
    person = alone.office.desk.gate.person
    assert person is not None
    assert (person.name, alone.office.desk.who) == ("王志刚", "王志刚")
    assert entry(alone, "lock_desk").isVisible()
    assert entry(alone, "lock_desk").isEnabled()
    assert alone.window.lock.watch._timer.isActive()
    alone.service("staff").leave(1, TODAY)
    assert alone.service("staff").detail(1).history[0].who == "王志刚（管理）"


def code_of(pdf: bytes) -> str:
    """The recovery code that stands on the sheet."""
    with Pages(pdf) as pages:
        text = pages.text(0)
    found = re.search(r"(?:[A-Z2-9]{5}-){3}[A-Z2-9]{5}", text)
    assert found, text
    return found[0]


def test_who_comes_in_says_so_before_anything_is_shown(day: Day):
    day.office.desk.gate.leave()

    def wrong_then_right(dialog: WhoDialog) -> None:
        who(day, "周敏", NEW_PIN)(dialog)
        assert is_said(dialog, "PIN 不对")
        assert dialog._pin.text() == ""
        day.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "Esc opens no lock"
        who(day, "周敏", PINS["周敏"])(dialog)

    day.hands.expect(wrong_then_right)
    assert arrived(day.office, day.prompter, day.hands)
    assert day.office.desk.who == "周敏"
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "退出程序"))
    assert not arrived(day.office, day.prompter, day.hands)


def test_five_wrong_pins_make_wait(day: Day):
    def guess(dialog: WhoDialog) -> None:
        for _ in range(5):
            who(day, "周敏", NEW_PIN)(dialog)
        assert is_said(dialog, "PIN 输错 5 次，要等 1 分钟")
        who(day, "周敏", PINS["周敏"])(dialog)
        assert dialog.isVisible()
        day.office.desk.members.uptime.seconds += 61  # type: ignore[attr-defined]  # the test's machine
        who(day, "周敏", PINS["周敏"])(dialog)

    day.hands.expect(guess)
    assert arrived(day.office, day.prompter, day.hands)


def test_the_administrator_who_lost_the_pin_comes_in_by_the_code(day: Day):
    code = day.office.desk.members.propose_code()
    come(day.office.desk, "王志刚", trusted=True)
    day.office.desk.members.renew_code(code, code.bare)

    def with_code(form: QWidget) -> None:
        fill(day, form, code=code.bare, pin=NEW_PIN, again=NEW_PIN)
        press(day.qtbot, form, "设好并进入")

    def lost(dialog: WhoDialog) -> None:
        names = [known.name for known in dialog._job.known]
        dialog._names.setCurrentIndex(names.index("周敏"))
        assert not buttons(dialog, "管理忘了 PIN"), "a clerk's PIN is reset by the administrator"
        dialog._names.setCurrentIndex(names.index("王志刚"))
        press(day.qtbot, dialog, "管理忘了 PIN")

    day.hands.expect(lost, with_code)
    assert arrived(day.office, day.prompter, day.hands)
    assert day.office.desk.who == "王志刚"


def curtains(window: QWidget) -> list[Curtain]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [each for each in window.findChildren(Curtain, options=direct) if each.isVisible()]


def readable(window: QWidget) -> list[str]:
    """What can be read in a window: nothing but the lock where a curtain covers all of it."""
    (curtain,) = curtains(window)
    assert curtain.geometry() == window.rect()
    corners = (window.rect().center(), window.rect().topLeft(), window.rect().bottomRight())
    covered = {curtain, *curtain.findChildren(QWidget)}
    assert all(window.childAt(corner) in covered for corner in corners)
    return said_in(curtain)


def test_after_five_minutes_all_is_covered_and_nothing_is_lost(day: Day):
    day.hands.expect(day_editing := Editing(day, "周敏", typed="A5 座"))
    come(day.office.desk, "周敏")
    tab = day.select("staff", 1)
    tab.actions_of.trigger("edit")
    assert day_editing.kept == "A5 座"
    assert curtains(day.window) == []
    assert day.window.windowTitle().startswith("邮件管理台账 —")


class Editing:
    """Types into the dialog of a person, lets the window lock, and looks what became of it."""

    def __init__(self, day: Day, comes: str, typed: str) -> None:
        self._day, self._comes, self._typed, self.kept = day, comes, typed, ""

    def __call__(self, dialog: Any) -> None:
        edit = dialog.field("post").findChild(QLineEdit)
        type_into(self._day.qtbot, edit, self._typed)
        self._day.hands.expect(self._look)
        watch = self._day.window.lock.watch
        watch._uptime.seconds += 299
        watch.look()
        assert not self._day.window.lock.is_locked
        watch._uptime.seconds += 2
        watch.look()
        if dialog.isVisible():
            self.kept = edit.text()
            dialog.start_from_here()
            dialog.reject()

    def _look(self, who_is_there: WhoDialog) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not who_is_there:
                assert readable(window) == ["已锁定"]
                assert window.windowTitle() == "邮件管理台账"
        self._day.window.lock.lock()  # once more changes nothing
        who(self._day, self._comes, PINS[self._comes])(who_is_there)


def test_somebody_else_finds_nothing_open(day: Day):
    editing = Editing(day, "程思思", typed="A5 座")
    day.hands.expect(editing)
    come(day.office.desk, "周敏")
    day.select("staff", 1).actions_of.trigger("edit")
    assert editing.kept == ""
    assert day.office.desk.who == "程思思"
    assert QApplication.activeModalWidget() is None


def test_who_leaves_instead_closes_the_program(day: Day):
    day.hands.expect(lambda dialog: press(day.qtbot, dialog, "退出程序"))
    entry(day, "lock_desk").trigger()
    assert not day.window.isVisible()
    assert day.office.desk.database.is_closed()


def test_what_a_viewer_may_not_do_says_so_on_its_button(day: Day):
    sit_down(day, "陈翔")
    tab = day.select("staff", 1)
    edit = tab.actions_of.by_key["edit"]
    assert not edit.isEnabled()
    assert "这一步要由录入、审批或管理的人做，现在用的是查阅。" in edit.toolTip()
    assert not entry(day, "settings").isEnabled()
    assert "现在用的是查阅" in entry(day, "settings").toolTip()
    assert entry(day, "check").isEnabled()
    sit_down(day, "王志刚")
    assert entry(day, "settings").isEnabled()
    assert entry(day, "settings").toolTip() == "设置"
    day.select("staff", 1)
    assert tab.actions_of.by_key["edit"].isEnabled()


def test_a_case_is_voided_by_another_with_the_pin(day: Day):
    come(day.office.desk, "周敏")
    penalties = day.service("penalties")
    from desk_mailadmin.registers.penalties.entries import PenaltyEntry

    record = penalties.enter(PenaltyEntry(staff=1, act="call_168", fee_fen=860, occurred_on=TODAY))
    day.window.refresh()
    assert not day.select("penalties", record).actions_of.by_key["void"].isEnabled()
    sit_down(day, "李建华")

    def void(dialog: Any) -> None:
        dialog.field("reason").set_value("录错了人")
        press(day.qtbot, dialog, "作废")

    day.hands.expect(void)
    day.prompter.answers.extend([PINS["李建华"]])
    day.select("penalties", record).actions_of.trigger("void")
    assert day.prompter.texts("ask_pin") == ["这一步要再输入一次 PIN。"]
    assert penalties.row(record).state == "void"
    assert penalties.detail(record).history[0].who == "李建华（审批）"


def test_people_are_added_changed_and_the_office_works_alone_again(day: Day):
    def deed(dialog: Any) -> None:
        day.prompter.answers.extend([PINS["王志刚"]] * 4)
        press(day.qtbot, dialog, "加入…")
        form = active()
        fill(day, form, name="沈佳琪", pin=NEW_PIN, again=NEW_PIN)
        press(day.qtbot, form, "加入")
        mark(dialog, "沈佳琪")
        press(day.qtbot, dialog, "修改…")
        form = active()
        form.field("role").set_value("approver")
        press(day.qtbot, form, "保存")
        mark(dialog, "陈翔")
        day.prompter.answers.appendleft(True)
        press(day.qtbot, dialog, "不再使用…")
        press(day.qtbot, dialog, "停用多人使用…")
        assert is_said(dialog, "没有启用")
        press(day.qtbot, dialog, "关闭")

    day.hands.expect(deed)
    entry(day, "members").trigger()
    members = day.office.desk.members
    assert not members.is_on()
    roles = {one.entry.name: (one.entry.role, one.active) for one in members.all()}
    assert roles["沈佳琪"] == ("approver", True)
    assert roles["陈翔"] == ("viewer", False)
    assert day.office.desk.who == day.office.desk.settings.value(_clerk())
    assert not entry(day, "lock_desk").isEnabled()


def test_who_looks_after_one_unit_sees_nothing_of_the_others_anywhere(days: Callable[[Path], Day], played: Path):
    day = days(played)
    switched_on(day.office.desk)
    come(day.office.desk, "王志刚", trusted=True)
    members, branches = day.office.desk.members, day.service("branches")
    staff = day.service("staff")
    units = {row.branch for row in staff.rows(staff.keys(Query()))}
    ours = min(units)
    branch = branches.named(ours)
    people = [row for row in staff.rows(staff.keys(Query())) if row.branch != ours]
    member = members.add(MemberEntry("沈佳琪", Role.ADMIN, None, (branch,)), Secret(NEW_PIN), Secret(NEW_PIN))
    day.office.desk.enter(members.check_pin(member, Secret(NEW_PIN)))
    day.window.refresh()
    day.window.today.refresh_if_stale()
    for register in ALL_REGISTERS:
        tab = day.go(register.key)
        tab.refresh_if_stale()
        for place in range(min(tab.model.rowCount(), 3)):
            tab.view.selectRow(place)
    assert len(units) > 1
    assert day.prompter.asked == []
    for person in people[:5]:
        assert not [hit for hit in day.window._find(person.name) if hit.register == "staff" and hit.title == person.name
                    and staff.rows([hit.record])[0].branch != ours]  # fmt: skip
    day.window.show_record("staff", people[0].id)
    assert day.window.register_tab("staff").current_record() != people[0].id


def test_a_list_of_many_people_leaves_with_a_reason_and_the_pin(day: Day):
    sit_down(day, "陈翔")
    columns, many = register_of("staff").table.columns, 40
    first = day.service("accesses").reasons()[0]
    day.prompter.answers.extend([first, PINS["陈翔"]])
    assert day.window._hooks.reason(columns, many) == first
    assert day.prompter.texts("ask_pin") == ["这一步要再输入一次 PIN。"]
    day.prompter.answers.extend([first, None])
    assert day.window._hooks.reason(columns, many) is None
    assert day.window._hooks.reason(columns, 1) == ""


def _clerk() -> Any:
    from desk_mailadmin.kernel.settings import CLERK

    return CLERK


def mark(dialog: Any, name: str) -> None:
    """Mark a person in the list."""
    (line,) = dialog.people.findItems(name, Qt.MatchFlag.MatchExactly)
    dialog.people.setCurrentItem(line)


def test_who_is_no_administrator_finds_their_own_pin_only(day: Day):
    sit_down(day, "周敏")

    def deed(dialog: Any) -> None:
        assert [b.text().strip() for b in buttons(dialog, "")] == ["改我的 PIN…", "关闭"]
        press(day.qtbot, dialog, "改我的 PIN")
        form = active()
        fill(day, form, former=NEW_PIN, pin=NEW_PIN, again=NEW_PIN)
        press(day.qtbot, form, "保存")
        assert is_said(form, "PIN 不对")
        fill(day, form, former=PINS["周敏"])
        press(day.qtbot, form, "保存")
        press(day.qtbot, dialog, "关闭")

    day.hands.expect(deed)
    entry(day, "members").trigger()
    members = day.office.desk.members
    assert members.check_pin(members.named("周敏").id, type(pin("周敏"))(NEW_PIN))
