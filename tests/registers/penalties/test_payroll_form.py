"""The month's list for payroll as a clerk corrects and records it: all of it or nothing, what is carried over said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from desk_mailadmin.registers.penalties.rules import CAP_PERCENT
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter
from tests.registers.penalties.conftest import words

JANUARY, DECEMBER = "2027-01", "2026-12"
SUM = 22_200
TAKEN, CARRIED, RECORDED, NOTE = 6, 7, 8, 9


def cell(dialog: Any, place: int, column: int) -> str:
    return str(dialog.table.data(dialog.table.index(place, column)))


def line(dialog: Any, place: int) -> list[str]:
    return [cell(dialog, place, column) for column in range(dialog.table.columnCount())]


def put(dialog: Any, place: int, text: str) -> bool:
    """Type a sum into a line."""
    return bool(dialog.table.setData(dialog.table.index(place, TAKEN), text))


def shut(dialog: Any) -> bool:
    dialog.done(dialog.result())
    return bool(dialog.result() == QDialog.DialogCode.Accepted)


def saving(*steps: Callable[[Any], Any]) -> Callable[[Any], bool]:
    """Do the steps, then press 登记扣款."""

    def answer(dialog: Any) -> bool:
        for step in steps:
            step(dialog)
        dialog.save()
        return shut(dialog)

    return answer


def looking(seen: list[Any], *looks: Callable[[Any], Any]) -> Callable[[Any], bool]:
    def answer(dialog: Any) -> bool:
        seen.extend(look(dialog) for look in looks)
        return shut(dialog)

    return answer


@pytest.fixture
def served(house: House) -> list[int]:
    """Two served cases, to be deducted in January, and it is January."""
    people = [house.person(name, emp_no=number) for name, number in (("傅强", "A1"), ("沈佳琪", "A2"))]
    records = [house.served(staff) for staff in people]
    house.later(40)
    return records


def test_the_whole_list_is_recorded_with_payrolls_reference(house: House, counter: Counter, served: list[int]):
    counter.answer = saving(lambda dialog: dialog.reference.set_value("一月工资表"))
    counter.do("penalties", "deduct")
    assert [house.penalties.row(one).state for one in served] == ["deducted", "deducted"]
    booked = house.penalties.trail(served[0])[-1]
    assert (booked.kind, booked.month, booked.amount_fen, booked.reference) == (
        "deduction",
        JANUARY,
        -22_200,
        "一月工资表",
    )
    assert counter.window.told == ["已登记 2027 年 1 月扣款 2 件，合计 444.00 元"]


def test_a_line_says_whose_what_is_open_and_what_is_to_be_deducted(house: House, counter: Counter, served: list[int]):
    seen: list[Any] = []
    counter.answer = looking(seen, lambda one: line(one, 0), words, lambda one: one.view.isColumnHidden(RECORDED))
    counter.do("penalties", "deduct")
    first = ["国际业务部", "傅强", "A1", "CF-2026-0001", "222.00", "222.00", "222.00", "—", "—", ""]
    assert seen[0] == first
    assert "本次扣款 2 人 2 件，合计 444.00 元　肆佰肆拾肆元整　结转 0.00 元" in seen[1]
    assert seen[2], "nothing was recorded before"


def test_less_may_be_deducted_and_the_rest_is_carried_over(house: House, counter: Counter, served: list[int]):
    seen: list[str] = []

    def correct(dialog: Any) -> None:
        put(dialog, 0, "100")
        put(dialog, 1, "")
        seen.extend((cell(dialog, 0, CARRIED), cell(dialog, 1, TAKEN), words(dialog)))

    counter.answer = saving(correct)
    counter.do("penalties", "deduct")
    assert seen[:2] == ["122.00", "0.00"]
    assert "本次扣款 1 人 1 件，合计 100.00 元　壹佰元整　结转 344.00 元" in seen[2]
    first, second = (house.penalties.row(one) for one in served)
    assert (first.state, first.rest_fen, second.state, second.rest_fen) == ("carried", 12_200, "signed", 22_200)
    assert counter.window.told == ["已登记 2027 年 1 月扣款 1 件，合计 100.00 元，结转 344.00 元到后面的月份"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("222.01", "傅强的 CF-2026-0001 未结清 222.00 元，不能扣 222.01 元。"),
        ("-1", "不能扣 -1.00 元"),
        ("百元", "“百元”不是金额"),
    ],
)
def test_a_sum_that_cannot_stand_is_refused_and_the_old_one_stays(
    house: House, counter: Counter, served: list[int], typed: str, said: str
):
    seen: list[Any] = []
    counter.answer = looking(seen, lambda one: put(one, 0, typed), lambda one: cell(one, 0, TAKEN), words)
    counter.do("penalties", "deduct")
    assert seen[:2] == [False, "222.00"]
    assert said in seen[2]


def test_all_or_nothing_is_recorded(house: House, counter: Counter, served: list[int]):
    seen: list[str] = []

    def paid_meanwhile(_dialog: Any) -> None:
        house.penalties.pay_cash(served[1], 22_200, house.clock.today())

    def answer(dialog: Any) -> bool:
        saving(paid_meanwhile)(dialog)
        seen.append(words(dialog))
        return False

    counter.answer = answer
    counter.do("penalties", "deduct")
    assert house.penalties.row(served[0]).state == "signed"
    assert "CF-2026-0002 现在是“已扣款”，不能从工资扣款。" in seen[0]


def test_what_was_recorded_for_the_month_already_is_shown(house: House, counter: Counter, served: list[int]):
    house.penalties.deduct(JANUARY, {served[0]: 10_000}, house.clock.today(), "一月工资表")
    seen: list[Any] = []
    counter.answer = looking(seen, lambda one: line(one, 0)[4:9], words)
    counter.do("penalties", "deduct")
    assert seen[0] == ["122.00", "122.00", "122.00", "—", "100.00"]
    assert "这个月已经登记 1 件，合计 100.00 元" in seen[1]


def test_a_month_with_nothing_to_deduct_says_so_and_has_nothing_to_press(house: House, counter: Counter):
    seen: list[Any] = []
    counter.answer = looking(seen, words, lambda one: one._primary.isVisibleTo(one))
    counter.do("penalties", "deduct")
    assert "2026 年 12 月没有要从工资扣的款。" in seen[0]
    assert seen[1] is False


def test_a_month_with_nothing_to_deduct_names_the_one_that_has_something(house: House, counter: Counter):
    house.served(house.person("傅强", emp_no="A1"))
    seen: list[str] = []
    counter.answer = looking(seen, words)
    counter.do("penalties", "deduct")
    assert "2026 年 12 月没有要从工资扣的款" in seen[0]
    assert "已经排到 2027 年 1 月的有 1 件，到那个月再登记。" in seen[0]


def test_open_months_up_to_this_one_are_offered(house: House, counter: Counter, served: list[int]):
    house.close_month(DECEMBER)
    house.later(22)
    offered: list[Any] = []

    def look(dialog: Any) -> list[str]:
        combo = dialog.month.combo
        return [combo.itemData(place) for place in range(combo.count())]

    def january(dialog: Any) -> tuple[int, date]:
        dialog.month.set_value(JANUARY)
        return dialog.table.rowCount(), dialog.on.value()

    counter.answer = looking(offered, look, january)
    counter.do("penalties", "deduct")
    assert offered == [["2027-02", JANUARY], (2, date(2027, 1, 31))]


def test_the_cap_and_a_leaver_are_noted(house: House, counter: Counter, served: list[int]):
    house.decide(CAP_PERCENT, 20)
    first, second = (house.penalties.row(one).staff for one in served)
    house.penalties.set_wage(first, 50_000, TODAY)
    house.staff.leave(second, house.clock.today())
    seen: list[Any] = []
    counter.answer = looking(seen, lambda one: line(one, 0), lambda one: line(one, 1))
    counter.do("penalties", "deduct")
    assert (seen[0][TAKEN], seen[0][CARRIED], seen[0][NOTE]) == ("100.00", "122.00", "不超过工资的 20 %")
    assert (seen[1][TAKEN], seen[1][NOTE]) == ("222.00", "离职结清")


def test_a_wage_bears_its_cap_once_though_its_person_changed_department(house: House):
    house.decide(CAP_PERCENT, 20)
    staff = house.person(dept="国际业务部")
    first = house.served(staff)
    house.staff.edit(staff, replace(house.staff.entry(staff), dept="软件部"))
    second = house.served(staff, act="alarm_phone", times=2)
    house.penalties.set_wage(staff, 60_000, TODAY)
    house.later(40)
    found = {line.case.id: line.fen for line in house.penalties.deduction_list(JANUARY)}
    assert (found[first], found[second]) == (12_000, 0)


def test_enter_goes_down_the_column_of_sums(house: House, counter: Counter, served: list[int]):
    seen: list[Any] = []

    def answer(dialog: Any) -> bool:
        QTest.qWaitForWindowActive(dialog)
        view = dialog.view
        assert view.currentIndex().column() == TAKEN
        QTest.keyClick(view, Qt.Key.Key_1)
        (editor,) = view.viewport().findChildren(QLineEdit)
        QTest.keyClicks(editor, "00")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
        seen.append((cell(dialog, 0, TAKEN), view.currentIndex().row(), view.currentIndex().column()))
        assert dialog.isVisible()
        return shut(dialog)

    counter.answer = answer
    counter.do("penalties", "deduct")
    assert seen == [("100.00", 1, TAKEN)]


def test_leaving_asks_only_where_something_was_typed(house: House, counter: Counter, served: list[int]):
    def answer(dialog: Any) -> bool:
        put(dialog, 0, "100")
        dialog.reject()
        assert dialog.isVisible(), "the clerk goes on"
        counter.prompter.answers.append(True)
        dialog.reject()
        assert not dialog.isVisible()
        return False

    counter.answer = answer
    counter.do("penalties", "deduct")
    assert counter.prompter.texts("confirm") == ["填写的扣款还没有登记。"] * 2
    assert house.penalties.row(served[0]).state == "signed"


def test_many_cases_are_recorded_behind_a_progress_bar(
    house: House, counter: Counter, served: list[int], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desk_mailadmin.registers.penalties.payroll_form._MANY", 2)
    counter.answer = saving()
    counter.do("penalties", "deduct")
    assert [house.penalties.row(one).state for one in served] == ["deducted", "deducted"]


def test_the_recording_that_is_stopped_leaves_nothing_behind(house: House, served: list[int]):
    class EnoughError(Exception): ...

    def stop(done: int, _of: int) -> None:
        if done:
            raise EnoughError

    with pytest.raises(EnoughError):
        house.penalties.deduct(JANUARY, dict.fromkeys(served, 100), house.clock.today(), report=stop)
    assert [house.penalties.row(one).deducted_fen for one in served] == [0, 0]


@pytest.mark.parametrize(("typed", "kept"), [("100", 10_000), ("900", 0)])
def test_what_is_still_being_typed_is_taken_or_refused_before_it_is_recorded(
    house: House, counter: Counter, served: list[int], typed: str, kept: int
):
    def answer(dialog: Any) -> bool:
        QTest.qWaitForWindowActive(dialog)
        QTest.keyClick(dialog.view, typed[0])
        (editor,) = dialog.view.viewport().findChildren(QLineEdit)
        QTest.keyClicks(editor, typed[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return shut(dialog)

    counter.answer = answer
    counter.do("penalties", "deduct")
    assert house.penalties.row(served[0]).deducted_fen == kept
    assert house.penalties.row(served[1]).deducted_fen == (SUM if kept else 0), "all or nothing"


def test_looking_at_another_month_loses_nothing_that_was_typed(house: House, counter: Counter, served: list[int]):
    seen: list[str] = []

    def look(dialog: Any) -> bool:
        put(dialog, 0, "100")
        dialog.month.set_value(DECEMBER)
        dialog.month.set_value(JANUARY)
        seen.append(cell(dialog, 0, TAKEN))
        assert dialog.is_changed()
        dialog._again.click()
        seen.append(cell(dialog, 0, TAKEN))
        assert not dialog.is_changed()
        return shut(dialog)

    counter.answer = look
    counter.do("penalties", "deduct")
    assert seen == ["100.00", "222.00"]
