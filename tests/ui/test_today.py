from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desk_mailadmin.kernel.detail import Step, StepState
from desk_mailadmin.kernel.todo import Field
from desk_mailadmin.ui.bar_chart import BarChart, over_bar
from desk_mailadmin.ui.dialogs.pieces import IconLabel
from desk_mailadmin.ui.hooks import Month
from desk_mailadmin.ui.step_list import StepList
from desk_mailadmin.ui.today import Today
from desk_mailadmin.ui.today_list import ICON, Group, due_in_words, group_of
from tests.ui import office
from tests.ui.test_register_tab import button, words_of

TODAY = office.TODAY  # a Thursday


@pytest.fixture
def today(qtbot, theme, bench):
    def make(todos=office.todos, **doors):
        did, opened = [], []
        made = Today(todos, bench, office.hooks(**doors), did.append, lambda *record: opened.append(record))
        made.did, made.opened = did, opened
        qtbot.addWidget(made)
        made.resize(1440, 800)
        made.adapt(1440, 800, theme.row_px())
        made.refresh_if_stale()
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


@pytest.mark.parametrize(
    ("due", "group"),
    [
        (date(2026, 12, 2), Group.LATE), (TODAY, Group.TODAY), (date(2026, 12, 6), Group.WEEK), (date(2026, 12, 7), Group.MONTH),
        (date(2026, 12, 31), Group.MONTH), (date(2027, 1, 1), Group.LATER), (None, Group.LATER),
    ],
)  # fmt: skip
def test_a_deadline_belongs_to_one_group(due, group):
    assert group_of(due, TODAY) is group


def test_a_month_end_in_mid_year_and_at_new_year():
    assert group_of(date(2026, 6, 30), date(2026, 6, 1)) is Group.MONTH
    assert group_of(date(2026, 7, 1), date(2026, 6, 1)) is Group.LATER


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 30), "11-30　逾期 3 个工作日"),
        (TODAY, "今天"),
        (date(2026, 12, 4), "12-04　还有 1 个工作日"),
        (None, ""),
    ],
)
def test_a_deadline_reads_as_day_and_distance(due, words):
    assert due_in_words(due, TODAY, office.calendar()) == words


def test_the_next_year_is_written_out():
    assert due_in_words(date(2027, 1, 4), TODAY, office.calendar()).startswith("2027-01-04")


def test_due_things_are_grouped_counted_and_dated(today):
    made = today()
    assert made.list.group_titles() == ["已逾期　2", "今天　3", "本周　2", "本月　1", "以后　1"]
    said = words_of(made)
    assert "12 月 3 日　星期四" in said
    assert "2 项逾期" in said
    assert "3 项今天" in said


def test_each_line_cites_its_clause_and_says_itself_in_one_sentence(today):
    made = today()
    line = made.list.currentIndex()
    assert line.siblingAtColumn(4).data() == "邮件制度 3.0"
    assert line.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "回执未签收，HZ-2026-0121，罗丹（采购部）　11-23 送出，未交回，11-30　逾期 3 个工作日，邮件制度 3.0，下一步 登记签收…"
    )


def test_enter_does_the_next_step(today, qtbot):
    made = today()
    qtbot.keyClick(made.list, Qt.Key.Key_Return)
    assert [todo.key for todo in made.did] == ["a"]


def test_a_click_on_the_next_step_does_it_and_elsewhere_only_selects(today, qtbot):
    made = today()
    line = made.list.model().index(1, 0, made.list.model().index(0, 0))
    qtbot.mouseClick(
        made.list.viewport(), Qt.MouseButton.LeftButton, pos=made.list.visualRect(line.siblingAtColumn(2)).center()
    )
    assert made.did == []
    qtbot.mouseClick(
        made.list.viewport(), Qt.MouseButton.LeftButton, pos=made.list.visualRect(line.siblingAtColumn(5)).center()
    )
    assert [todo.key for todo in made.did] == ["b"]


def test_postponing_asks_for_day_and_reason_and_hides_the_line_until_then(today, qtbot, prompter, bench):
    kept: dict[str, date] = {}
    made = today(postpone=lambda key, day, reason: kept.update({key: day}), postponed=lambda: kept)
    prompter.answers.append((date(2026, 12, 7), "本人出差"))
    made.list.setFocus()
    qtbot.keyClick(made.list, Qt.Key.Key_F7)
    assert kept == {"a": date(2026, 12, 7)}
    assert made.list.group_titles()[0] == "已逾期　1"
    assert bench.window.told == ["已延后到 12-07：回执未签收 HZ-2026-0121"]
    qtbot.mouseClick(button(made, "我延后的 1"), Qt.MouseButton.LeftButton)
    assert made.list.group_titles() == ["已逾期　1"]
    prompter.answers.append(None)
    made.postpone()
    assert len(kept) == 1


def test_what_was_put_off_comes_back_on_its_day(today):
    made = today(postponed=lambda: {"a": TODAY, "b": date(2026, 12, 4)})
    assert made.list.group_titles()[0] == "已逾期　1"
    assert made.list.current_key() == "a"


def test_the_filter_shows_one_field_of_work(today, qtbot):
    made = today()
    qtbot.mouseClick(button(made, "电话"), Qt.MouseButton.LeftButton)
    assert made.list.group_titles() == ["已逾期　1"]
    assert made.list.current_key() == "b"


def test_when_all_is_done_it_says_so_and_when_the_next_thing_is_due(today):
    later = {todo.key: date(2026, 12, 9) for todo in office.todos()}
    made = today(postponed=lambda: later)
    assert made.empty.isVisible()
    assert made.empty.text() == "今天的事都办完了 下一件在 12-09 到期。"


def test_printing_gets_the_lines_in_sight(today, qtbot):
    printed = []
    made = today(print_todos=printed.extend)
    qtbot.mouseClick(button(made, "处罚"), Qt.MouseButton.LeftButton)
    made.print_list()
    assert [todo.key for todo in printed] == ["e"]


def test_the_right_column_shows_figures_chart_and_recents(today, qtbot):
    made = today()
    said = words_of(made.side)
    for part in ("11 月数字", "29/31", "罚款 2,022.00 元", "近 12 个月罚款（元）"):
        assert part in said
    chart = made.side.findChild(BarChart)
    assert chart.accessibleDescription().endswith("10 1,990，11 2,022")
    qtbot.mouseClick(button(made.side, "YJ-2026-0141"), Qt.MouseButton.LeftButton)
    assert made.opened == [("applications", 1)]
    made.adapt(1093, 545, 30)
    assert "最近打开" not in words_of(made.side)


@pytest.mark.parametrize(("middle", "starts"), [(50, 40), (95, 80), (4, 0)])
def test_a_figure_stands_over_the_middle_of_its_bar_and_never_beyond_the_chart(middle, starts):
    assert over_bar(middle, 20, 100) == starts


@pytest.mark.parametrize("points", [9, 10])
def test_clause_deadline_and_next_step_are_read_whole_on_a_small_screen(today, theme, points):
    theme.zoom_to(points)
    made = today(lambda: [replace(each, clause="001/5.四(五)3") for each in office.todos()])
    made.resize(1366, 640)
    listed = made.list
    for place in (1, 3, 4, 5):
        assert listed.columnWidth(place) >= listed.sizeHintForColumn(place), place
    line = listed.visualRect(listed.currentIndex().siblingAtColumn(0))
    assert line.width() > listed.fontMetrics().horizontalAdvance(listed.currentIndex().siblingAtColumn(0).data()) + ICON


def test_a_chart_of_nothing_is_drawn_without_fault(qtbot, theme):
    for bars in ((), (("1", 0),), (("1", -5), ("2", 0))):
        chart = BarChart("罚款", bars)
        qtbot.addWidget(chart)
        assert not chart.grab().isNull()


def test_a_late_step_is_red_and_steps_without_known_actions_have_no_buttons(qtbot, theme):
    steps = StepList([Step("送出", StepState.NOW, "逾期 3 个工作日", late=True, actions=("nothing",))], {}, print)
    qtbot.addWidget(steps)
    steps.show()
    assert "逾期 3 个工作日" in words_of(steps)
    with pytest.raises(AssertionError, match="no visible button"):
        button(steps, "")


def test_a_refused_step_has_a_cross(qtbot, theme):
    steps = StepList([Step("部门经理签字", StepState.REFUSED, "不同意", late=True)], {}, print)
    qtbot.addWidget(steps)
    assert [one.property("iconName") for one in steps.findChildren(IconLabel)] == ["x"]


def test_a_fault_while_computing_is_told(today, prompter):
    def broken():
        raise office.DISK_FULL

    prompter.answers.append(False)
    made = today(todos=broken)
    assert prompter.texts("retry") == ["磁盘满了，这一条没有保存。腾出空间后再保存。"]
    assert made.list.group_titles() == []


def test_a_page_without_figures_gives_its_room_to_the_list(today):
    made = today(month=Month, recents=list)
    assert not made._scroll.isVisible()


def test_a_field_with_nothing_to_do_has_no_filter(today):
    made = today(todos=lambda: [todo for todo in office.todos() if todo.field is Field.MAIL])
    button(made, "邮件")
    with pytest.raises(AssertionError, match="no visible button"):
        button(made, "电话")


def test_what_the_time_of_day_brings_appears_by_itself(today, qtbot):
    due = list(office.todos())
    made = today(lambda: due[:2])
    asked = made.list.model()
    rows = asked.rowCount()
    made.look_again()
    assert made.list.model().rowCount() == rows, "nothing came: the list stays"
    made._ask = lambda: due
    with qtbot.waitSignal(made.counted):
        made._timer.timeout.emit()
    assert made.list.group_titles() == ["已逾期　2", "今天　3", "本周　2", "本月　1", "以后　1"]
    made._ask = lambda: due[:2]
    made._bench.is_leaving = True
    made.look_again()
    assert len(made.list.group_titles()) == 5, "a window that closes asks nothing more"
    made._bench.is_leaving = False


def test_a_dialog_that_is_open_is_not_disturbed(today, qtbot):
    due = list(office.todos())
    made = today(lambda: due)
    dialog = QDialog(made)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    made._ask = list
    made.look_again()
    assert made.list.group_titles()
    dialog.close()
    made.look_again()
    assert made.list.group_titles() == []
