from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.detail import Detail, Step, StepState
from desk_mailadmin.kernel.money import fen_shown
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.halved_tab import LOWER
from desk_mailadmin.ui.ledger_tab import LedgerTab
from desk_mailadmin.ui.lower_pane import LadderCard
from desk_mailadmin.ui.main_window import MainWindow
from desk_mailadmin.ui.tab_page import TabSpec, tabs_of
from desk_mailadmin.ui.theme import Scheme
from tests.ui import fines, office

Key, Mod = Qt.Key, Qt.KeyboardModifier
TODAY = StillClock.on(date(2026, 11, 27), 14)
Make = Callable[..., MainWindow]


@pytest.fixture
def service(tmp_path) -> fines.Fines:
    fines.fill(tmp_path / "fines.db")
    return fines.Fines(tmp_path / "fines.db")


@pytest.fixture
def window(qtbot, theme, settings, prompter, deeds, service) -> Make:
    def make(width: int = 1440, height: int = 900, changes: Changes | None = None, **doors: Any) -> MainWindow:
        register = fines.register(deeds.doing)
        bench = WindowBench(desk=None, services={"fines": service}, prompter=prompter)
        tabs = tabs_of((TabSpec("处罚", "处罚台账", "gavel", ()),), [register])
        made = MainWindow(
            tabs,
            bench,
            office.hooks(clock=TODAY, entries=service.entries(), **doors),
            theme,
            settings,
            changes or Changes(),
        )
        qtbot.addWidget(made)
        made.resize(width, height)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.go_tab(1)
        settle()
        return made

    return make


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def ledger(window: MainWindow) -> LedgerTab:
    tab = window.register_tab("fines")
    assert isinstance(tab, LedgerTab)
    return tab


def press(qtbot, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifiers)
    settle()


def click(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def words_of(widget: QWidget) -> str:
    settle()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def numbers(tab: LedgerTab) -> list[str]:
    return [tab.model.index(row, 1).data() for row in range(tab.model.rowCount())]


def in_the_file(service: fines.Fines, what: str, where: str) -> int:
    asked = f"select coalesce(sum({what}), 0) from fine where {where}"  # noqa: S608  (all names are the test's own)
    return int(sqlite3.connect(service.path).execute(asked).fetchone()[0])


# months


def test_it_opens_with_the_month_of_today_and_only_its_records(window):
    tab = ledger(window())
    assert tab.months.title.text() == "2026 年 11 月"
    assert tab.months.title.accessibleName() == "月份：2026 年 11 月，未月结"
    assert len(numbers(tab)) == len(fines.NOVEMBER)
    assert not tab.band.isVisible()
    assert not tab.months.this_month.isEnabled()


def test_keys_lead_from_month_to_month_and_back_to_this_one(window, qtbot, service):
    tab = ledger(window())
    press(qtbot, tab.view, Key.Key_PageUp, Mod.ControlModifier)
    assert tab.months.title.text() == "2026 年 10 月"
    assert {tab.model.row_at(n).month for n in range(tab.model.rowCount())} == {"2026-10"}
    assert tab.view.currentIndex().row() == 0
    press(qtbot, tab.view, Key.Key_PageUp, Mod.ControlModifier)
    assert tab.months.title.text() == "2026 年 9 月"
    press(qtbot, tab.view, Key.Key_PageDown, Mod.ControlModifier)
    assert tab.months.title.text() == "2026 年 10 月"
    press(qtbot, tab.view, Key.Key_Home, Mod.AltModifier)
    assert tab.months.title.text() == "2026 年 11 月"
    press(qtbot, tab.view, Key.Key_PageDown, Mod.ControlModifier)
    assert tab.months.title.text() == "2026 年 11 月"  # there is none after it


def test_the_buttons_of_the_switcher_do_the_same(window, qtbot):
    tab = ledger(window())
    click(qtbot, tab.months._back)
    assert tab.months.title.text() == "2026 年 10 月"
    click(qtbot, tab.months.this_month)
    assert tab.months.title.text() == "2026 年 11 月"


def test_the_list_of_months_offers_closed_ones_years_and_all_there_is(window, qtbot, service):
    tab = ledger(window())
    tab.months._fill_menu()
    entries = [action.text() for action in tab.months._menu.actions() if action.text()]
    assert entries[:2] == ["2026 年 11 月\t未月结　9 件", "2026 年 10 月\t已月结　4 件"]
    assert entries[-3:] == ["2026 年全年", "2025 年", "全部月份"]
    everything = next(action for action in tab.months._menu.actions() if action.text() == "全部月份")
    everything.trigger()
    settle()
    assert tab.model.rowCount() == in_the_file(service, "1", "1 = 1")
    assert tab.months.chip.isHidden()
    year = next(action for action in tab.months._menu.actions() if action.text() == "2026 年全年")
    year.trigger()
    settle()
    assert tab.model.rowCount() == in_the_file(service, "1", "month like '2026%'")


def test_a_month_without_records_says_so_and_leads_to_the_others(window, qtbot, service):
    service.db.execute("delete from fine where month = '2026-11'")
    tab = ledger(window())
    assert "2026 年 11 月没有记录" in tab.empty.text()
    click(qtbot, tab.empty.findChild(QPushButton))
    assert tab.months.title.text() == "全部月份"
    assert tab.model.rowCount() > 0


def test_a_ledger_without_any_record_says_what_to_do_first(window, qtbot, service, deeds):
    service.db.execute("delete from fine")
    tab = ledger(window())
    assert "还没有处罚记录" in tab.empty.text()
    click(qtbot, tab.empty.findChild(QPushButton))
    assert deeds.done == [("new", ())]


def test_what_the_filter_hides_is_said_with_its_month(window, qtbot):
    tab = ledger(window())
    qtbot.keyClicks(tab.search, "zzz")
    qtbot.waitUntil(lambda: tab.model.rowCount() == 0)
    assert "没有符合“2026 年 11 月、zzz”的处罚台账" in tab.empty.text()
    assert tab.filter_in_words() == "2026 年 11 月、zzz"


def test_going_to_a_record_shows_its_month(window, service):
    made = window()
    made.show_record("fines", 3)
    tab = ledger(made)
    settle()
    assert tab.months.title.text() == "2025 年 10 月"
    assert tab.current_record() == 3


# closed months


def test_a_closed_month_says_who_closed_it_and_locks_what_would_change_it(window, qtbot, deeds):
    tab = ledger(window())
    press(qtbot, tab.view, Key.Key_PageUp, Mod.ControlModifier)
    assert "2026 年 10 月已于 11-04 由周敏月结，王志刚签字" in words_of(tab.band)
    assert tab.months.title.accessibleName() == "月份：2026 年 10 月，已月结"
    sign = tab.actions_of.by_key["sign"]
    assert not sign.isEnabled()
    assert sign.toolTip() == "登记签收…（F6）：这个月已经月结"
    press(qtbot, tab.view, Key.Key_N, Mod.ControlModifier)
    assert deeds.done == []
    assert tab.actions_of.by_key["print"].isEnabled()
    press(qtbot, tab.view, Key.Key_PageDown, Mod.ControlModifier)
    assert not tab.band.isVisible()
    press(qtbot, tab.view, Key.Key_N, Mod.ControlModifier)
    assert deeds.done == [("new", ())]


def test_the_banner_offers_to_open_the_month_again(window, qtbot, service):
    made = window()
    tab = ledger(made)
    press(qtbot, tab.view, Key.Key_PageUp, Mod.ControlModifier)
    assert [link.text().strip() for link in tab.band.links] == ["重开这个月…"]
    click(qtbot, tab.band.links[0])
    assert "2026-10" not in service.closed
    assert not tab.band.isVisible()
    assert tab.months.chip.accessibleName() == "未月结"
    assert "办好了 2026-10" in words_of(made.status)


def test_an_entry_of_the_menus_stands_among_the_tools_and_learns_the_month(window, qtbot, service):
    tab = ledger(window())
    close = next(each for each in tab.tools.findChildren(QPushButton) if each.text().strip() == "月结…")
    click(qtbot, close)
    assert "2026-11" in service.closed
    assert tab.band.isVisible()


def test_what_is_closed_elsewhere_is_seen_at_once(window, service):
    changes = Changes()
    tab = ledger(window(changes=changes))
    service.closed.add("2026-11")
    changes.announce("months")
    settle()
    assert tab.band.isVisible()
    assert tab.months.chip.accessibleName() == "已月结"


# sums


@pytest.mark.parametrize(
    ("segment", "dept", "search"), [("all", "", ""), ("issued", "", ""), ("all", "生产部", ""), ("all", "", "沈佳琪")]
)
def test_the_band_adds_up_exactly_what_is_listed(window, qtbot, service, segment, dept, search):
    tab = ledger(window())
    tab.filters.choose(Query(segment=segment, filters={"dept": dept} if dept else {}))
    tab.search.setText(search)
    tab.reload()
    settle()
    listed = ", ".join(str(tab.model.id_at(row)) for row in range(tab.model.rowCount()))
    fine = in_the_file(service, "fine_fen", f"id in ({listed})")
    rest = in_the_file(service, "fine_fen + recovery_fen - paid_fen", f"id in ({listed})")
    assert f"有效 {tab.model.rowCount()} 件" in tab.sums.text()
    assert f"罚款 {fen_shown(fine)} 元" in tab.sums.text()
    assert f"未结 {fen_shown(rest)} 元" in tab.sums.text()


def test_the_sums_are_seen_below_the_list_in_both_schemes(window, theme):
    tab = ledger(window())
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose_scheme(scheme)
        settle()
        (label,) = [each for each in tab.sums.findChildren(QLabel) if "罚款" in each.text()]
        assert label.isVisible()
        assert label.accessibleName() == tab.sums.text()


# overviews and the ladder


def test_the_lower_pane_starts_open_where_there_is_room_and_closed_where_not(window, qtbot, settings):
    made = window(1440, 900)
    assert ledger(made).below.isVisible()
    made.resize(1366, 697)
    settle()
    tab = ledger(made)
    assert not tab.below.isVisible()
    press(qtbot, tab.view, Key.Key_F9)
    assert tab.below.isVisible()
    made.resize(1440, 900)
    made.resize(1366, 697)
    settle()
    assert tab.below.isVisible()  # remembered


def test_the_lower_pane_keeps_its_usual_height_as_the_window_grows(window):
    made = window(1440, 800)
    tab = ledger(made)
    for height in (1000, 900, 1200):
        made.resize(1440, height)
        settle()
        assert tab.below.height() == chars(tab, LOWER)


def test_the_overview_sums_the_departments_and_agrees_with_the_band(window, service):
    tab = ledger(window())
    model = tab.below.overview.list.overview_model
    last = model.rowCount() - 1
    assert model.index(last, 0).data() == "合计"
    assert model.index(last, 2).data() == fen_shown(in_the_file(service, "fine_fen", "month = '2026-11'"))
    assert model.index(0, 0).data() == "国内业务部"
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "国内业务部，件数 3，罚款 500.00，已扣 500.00，再犯 1"
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) == right


def test_another_overview_is_one_click_away_and_remembered(window, qtbot):
    made = window()
    card = ledger(made).below.overview
    assert not card.links["dept"].isVisible()
    click(qtbot, card.links["person"])
    assert "按人汇总" in words_of(card)
    assert card.list.overview_model.index(0, 0).data() == "何美玲"
    again = window()
    assert "按人汇总" in words_of(ledger(again).below.overview)


def test_a_header_of_the_overview_puts_the_largest_first(window, qtbot):
    card = ledger(window()).below.overview
    card.list.sort_asked.emit("fine_fen", False)
    settle()
    assert card.list.overview_model.index(0, 0).data() == "软件部"


def test_enter_on_a_group_lists_its_records(window, qtbot):
    tab = ledger(window())
    groups = tab.below.overview.list
    groups.setFocus()
    press(qtbot, groups, Key.Key_Return)
    assert {tab.model.row_at(n).dept for n in range(tab.model.rowCount())} == {"国内业务部"}
    assert tab.filter_in_words() == "2026 年 11 月、国内业务部"
    assert tab.view.hasFocus()


def test_a_group_without_a_combo_stands_as_a_filter_that_can_be_dropped(window, qtbot):
    tab = ledger(window())
    card = tab.below.overview
    click(qtbot, card.links["clause"])
    card.list.go_to(1)
    press(qtbot, card.list, Key.Key_Return)
    assert {tab.model.row_at(n).clause for n in range(tab.model.rowCount())} == {"002/15.一.3"}
    assert tab.narrowing.isVisible()
    assert tab.filter_in_words() == "2026 年 11 月、电话制度 15.一.3"
    press(qtbot, tab.view, Key.Key_PageUp, Mod.ControlModifier)
    assert {tab.model.row_at(n).clause for n in range(tab.model.rowCount())} == {"002/15.一.3"}
    click(qtbot, tab.narrowing)
    assert not tab.narrowing.isVisible()
    assert tab.model.rowCount() == 4


def test_the_sum_of_an_overview_leads_nowhere(window, qtbot):
    tab = ledger(window())
    groups = tab.below.overview.list
    groups.go_to(groups.overview_model.rowCount() - 1)
    press(qtbot, groups, Key.Key_Return)
    assert tab.model.rowCount() == len(fines.NOVEMBER)


def test_the_ladder_follows_the_current_record_and_opens_it(window, qtbot):
    tab = ledger(window())
    tab.view.go_to(tab.model.rowCount() - 1)
    settle()
    assert tab.below.ladder.words() == "沈佳琪　CF-2026-0057"
    assert "第 2 次：降职（本条）" in words_of(tab.below.ladder)
    assert not tab.panel.isVisible()
    click(qtbot, tab.below.ladder.open)
    assert tab.panel.isVisible()
    assert tab.panel.title() == "沈佳琪"
    press(qtbot, tab.view, Key.Key_F9, Mod.ShiftModifier)
    assert not tab.panel.isVisible()


def test_on_a_long_ladder_the_step_that_is_due_is_in_sight(qtbot, theme):
    states = [StepState.DONE] * 6 + [StepState.NOW, StepState.TODO]
    steps = tuple(Step(f"第 {n} 次", state, "记录") for n, state in enumerate(states, 1))
    card = LadderCard({}, lambda _attachment: None)
    qtbot.addWidget(card)
    card.resize(400, 210)
    card.show()
    for detail in (Detail("一"), Detail("傅强", steps=steps)):
        card.show_ladder(detail)
        settle()
    seen = {label.text() for label in card.findChildren(QLabel) if not label.visibleRegion().isEmpty()}
    assert {"第 7 次", "第 8 次"} <= seen
    assert "第 1 次" not in seen


# statistics


def test_the_statistics_take_the_place_of_the_list_and_give_it_back(window, qtbot):
    tab = ledger(window())
    press(qtbot, tab.view, Key.Key_T, Mod.ControlModifier | Mod.ShiftModifier)
    page = tab.statistics
    assert page is not None
    assert page.isVisible()
    assert not tab.view.isVisible()
    assert page.chart.hasFocus()
    assert not tab.actions_of.by_key["sign"].isEnabled()
    assert "统计" in tab.actions_of.by_key["sign"].toolTip()
    press(qtbot, page.chart, Key.Key_Escape)
    assert tab.view.isVisible()
    assert tab.view.hasFocus()
    assert tab.actions_of.by_key["sign"].isEnabled()


def test_the_chart_is_walked_by_keys_says_what_is_marked_and_the_table_goes_along(window, qtbot):
    tab = ledger(window())
    tab.toggle_statistics()
    settle()
    chart, table = tab.statistics.chart, tab.statistics.list
    assert chart.accessibleName() == "2026 年 11 月　按部门　件数：国内业务部 3"
    assert chart.accessibleDescription() == "国内业务部 3，国际业务部 2，生产部 2，软件部 1，采购部 1"
    press(qtbot, chart, Key.Key_Down)
    press(qtbot, chart, Key.Key_Down)
    assert chart.accessibleName().endswith("生产部 2")
    assert table.currentIndex().row() == 2
    press(qtbot, chart, Key.Key_End)
    press(qtbot, chart, Key.Key_Down)
    assert chart.words() == "采购部 1"
    table.go_to(1)
    assert chart.words() == "国际业务部 2"
    press(qtbot, chart, Key.Key_Return)
    assert tab.view.isVisible()
    assert tab.filter_in_words() == "2026 年 11 月、国际业务部"


def test_a_measure_orders_bars_and_table_and_agrees_to_the_fen(window, qtbot, service):
    tab = ledger(window())
    tab.toggle_statistics()
    page = tab.statistics
    click(qtbot, page._measures["fine_fen"])
    assert page.title() == "2026 年 11 月　按部门　罚款（元）"
    assert page.chart.words() == "软件部 600.00"
    total = fen_shown(in_the_file(service, "fine_fen", "month = '2026-11'"))
    assert page.model.index(page.model.rowCount() - 1, 2).data() == total
    assert page.chart.accessibleDescription().startswith("软件部 600.00，国内业务部 500.00，生产部 322.00，")


def test_by_month_twelve_months_are_seen_the_latest_marked(window, qtbot, service):
    tab = ledger(window())
    tab.toggle_statistics()
    page = tab.statistics
    click(qtbot, page._overviews["month"])
    click(qtbot, page._measures["fine_fen"])
    assert page.title() == "2025 年 12 月至 2026 年 11 月　按月份　罚款（元）"
    assert [group.key for group in page.model.groups()][:3] == ["2025-12", "2026-01", "2026-02"]
    assert page.model.groups()[2].figures[0] == 0  # a month without records stands there all the same
    assert page.chart.words() == "2026 年 11 月 1,472.00"
    press(qtbot, page.chart, Key.Key_Left)
    press(qtbot, page.chart, Key.Key_Return)
    assert tab.months.title.text() == "2026 年 10 月"
    assert tab.model.rowCount() == 4


def test_bars_that_have_no_room_are_told(window, qtbot):
    tab = ledger(window(1093, 545))
    tab.months.choose("")
    tab.toggle_statistics()
    click(qtbot, tab.statistics._overviews["month"])
    hidden = tab.statistics.chart.hidden_bars()
    assert hidden > 0
    assert f"图里画不下的 {hidden} 组" in words_of(tab.statistics)


def test_statistics_follow_month_filter_and_search(window, qtbot):
    tab = ledger(window())
    tab.toggle_statistics()
    page = tab.statistics
    press(qtbot, page.chart, Key.Key_PageUp, Mod.ControlModifier)
    assert page.title().startswith("2026 年 10 月")
    tab.filters.choose(Query(filters={"dept": "采购部"}))
    tab.reload()
    settle()
    assert page.chart.accessibleDescription() == "采购部 1"
    tab.search.setText("没有这个人")
    tab.reload()
    settle()
    assert page.chart.words() == ""
    assert "没有可以统计的记录" in words_of(page)


def test_the_table_of_the_statistics_is_copied_printed_and_exported_as_it_stands(window, qtbot, prompter, tmp_path):
    jobs, written = [], []

    def write(job: Any, path: Any) -> None:
        written.append([group.title for chunk in job.chunks for group in chunk])

    made = window(print_list=jobs.append, export_list=write)
    tab = ledger(made)
    tab.toggle_statistics()
    settle()
    press(qtbot, tab.statistics.list, Key.Key_C, Mod.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "部门\t件数\t罚款\t追缴/赔偿\t已扣\t再犯"
    assert lines[-1].startswith("合计\t9\t1,472.00")
    press(qtbot, tab.statistics.list, Key.Key_P, Mod.ControlModifier)
    assert jobs[0].register.title == "处罚台账　按部门统计"
    assert jobs[0].filtered_by == "2026 年 11 月"
    prompter.answers.append(tmp_path / "s.xlsx")
    press(qtbot, tab.statistics.list, Key.Key_E, Mod.ControlModifier)
    qtbot.waitUntil(lambda: bool(written))
    assert written[0][-1] == "合计"


def test_a_negative_sum_is_red_with_a_true_minus_and_is_copied_as_a_number(window, qtbot, theme):
    tab = ledger(window())
    row = next(n for n in range(tab.model.rowCount()) if tab.model.row_at(n).fine_fen < 0)
    column = [part.key for part in tab.model.columns].index("fine_fen")
    assert tab.model.index(row, column).data() == "−50.00"
    assert tab.model.index(row, column).data(Qt.ItemDataRole.ForegroundRole).name().upper() == "#B3261E"
    tab.view.go_to(row)
    press(qtbot, tab.view, Key.Key_C, Mod.ControlModifier)
    assert "\t-50.00\t" in QGuiApplication.clipboard().text()


# going round by keys


def test_tab_goes_through_it_in_reading_order(window, qtbot):
    made = window()
    tab = ledger(made)
    tab.months._back.setFocus()
    seen: list[QWidget] = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        made.focusNextChild()
    regions = [tab.tools, tab.filters, tab.view, tab.sums, tab.below]
    inside = [next((n for n, region in enumerate(regions) if region is each or region.isAncestorOf(each)), None)
              for each in seen if tab.isAncestorOf(each)]  # fmt: skip
    found = [place for place in inside if place is not None]
    assert set(found) == set(range(len(regions)))
    assert found == sorted(found), [(type(each).__name__, each.accessibleName()) for each in seen]


def test_ctrl_f6_goes_through_the_panes(window, qtbot):
    made = window()
    tab = ledger(made)
    tab.view.setFocus()
    reached = []
    for _ in range(8):
        press(qtbot, QApplication.focusWidget(), Key.Key_F6, Mod.ControlModifier)
        reached.append(QApplication.focusWidget())
    assert {tab.view, tab.months.title, tab.below.overview.list, tab.below.ladder.open} <= set(reached)


def test_every_button_of_a_ledger_has_a_name(window, qtbot):
    tab = ledger(window())
    tab.toggle_statistics()
    settle()
    nameless = [each for each in tab.findChildren(QPushButton) if each.isVisible() and not each.accessibleName()]
    assert nameless == []


@pytest.mark.parametrize("size", [(1366, 697), (1280, 653), (1093, 545)])
@pytest.mark.parametrize("points", [10, 13])
def test_nothing_stands_outside_at_the_sizes_to_survive(window, theme, size, points):
    theme.zoom_to(points)
    made = window(*size)
    tab = ledger(made)
    tab.months.go(-1)
    tab.toggle_lower()
    settle()
    for part in (tab.months, tab.band, tab.sums, tab.below, tab.view):
        if part.isVisible():
            corner = part.mapTo(made, part.rect().bottomRight())
            assert corner.x() <= made.width()
            assert corner.y() <= made.height()
    assert made.width() <= size[0] + 1
