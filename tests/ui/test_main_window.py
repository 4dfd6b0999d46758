from __future__ import annotations

import threading
from collections import Counter
from itertools import count, pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.ui.hooks import Draft, MenuEntry, Place
from desk_mailadmin.ui.icons import is_known
from desk_mailadmin.ui.tab_page import tabs_of
from desk_mailadmin.ui.theme import Scheme
from tests.ui import office
from tests.ui.test_register_tab import button

SIZES = [(1440, 900), (1366, 697), (1280, 653), (1093, 545)]


def doors(**more):
    given = {
        "undo": lambda: "已撤销 开户", "last_deed": count(1).__next__, "redo": lambda: "", "print_list": lambda job: None, "postpone": lambda *_: None,
        "export_list": lambda job, path: None, "print_todos": lambda todos: None,
    }  # fmt: skip
    return {**given, **more}


def titles(window) -> list[str]:
    return [window.tabs.tabText(place) for place in range(window.tabs.count())]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_the_first_page_is_today_and_each_tab_stands_once(window):
    made = window()
    assert [words.split()[0] for words in titles(made)] == ["今日", "申请", "通讯录"]
    assert made.page() is made.today
    assert made.windowTitle() == "邮件管理台账 — 华东云帆集团股份有限公司"


def test_a_register_that_names_an_unknown_tab_is_refused(deeds):
    with pytest.raises(KeyError, match="nowhere"):
        tabs_of(office.TABS, [office.register(deeds, tab="nowhere")])


def test_tabs_carry_the_count_of_what_is_open(window, qtbot):
    made = window()
    qtbot.waitUntil(lambda: titles(made)[1:] == ["申请 33", "通讯录 33"])


def test_a_menu_draws_its_icons_when_it_is_opened(window):
    made = window()
    menu = made.menus._menus["help"]
    keys = next(each for each in menu.actions() if each.text() == "快捷键…")
    assert keys.icon().isNull()
    menu.popup(QPoint(0, 0))
    assert not keys.icon().isNull()
    menu.close()


def test_ctrl_and_a_digit_goes_to_a_tab_and_ctrl_tab_to_the_next(window, qtbot):
    made = window()
    qtbot.keyClick(made, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert made.tabs.currentIndex() == 1
    assert made.page().current().view.hasFocus()
    qtbot.keyClick(made, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(made, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert made.tabs.currentIndex() == 0


def test_registers_of_one_tab_are_sub_tabs_built_when_looked_at(window, qtbot):
    made = window()
    made.go_tab(2)
    settle()
    page = made.page()
    assert [tab.register.key for tab in page.built()] == ["staff"]
    page._sub.setCurrentIndex(1)
    assert [tab.register.key for tab in page.built()] == ["staff", "departments"]
    assert page.current().model.rowCount() == 146


def test_f8_works_on_the_tab_in_front_only(window, qtbot, deeds):
    made = window()
    made.show_record("staff", 35)
    made.show_record("applications", 35)
    settle()
    qtbot.keyClick(made.page().current().view, Qt.Key.Key_F8)
    assert deeds.done == [("open", (35,))]


def test_ctrl_k_finds_in_every_register_and_enter_goes_there(window, qtbot):
    made = window()
    qtbot.keyClick(made, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert made.search.hasFocus()
    qtbot.keyClicks(made.search, "0035")
    qtbot.waitUntil(lambda: [hit.register for hit in made.search.hits()] == ["applications", "staff", "departments"])
    qtbot.keyClick(made.search, Qt.Key.Key_Down)
    qtbot.keyClick(made.search, Qt.Key.Key_Return)
    assert made.page().current().register.key == "staff"
    assert made.page().current().current_record() == 35
    assert made.search.text() == ""
    assert not made.search._popup.isVisible()


def test_search_shows_eight_of_each_register_at_most_and_says_when_there_is_nothing(window, qtbot):
    made = window()
    qtbot.keyClicks(made.search, "YJ")
    qtbot.waitUntil(lambda: Counter(hit.register for hit in made.search.hits()).get("staff") == 8)
    made.search.setText("zzz")
    qtbot.waitUntil(lambda: made.search.hits() == [])
    assert "没有找到" in made.search._popup._hint.text()
    qtbot.keyClick(made.search, Qt.Key.Key_Escape)
    assert not made.search._popup.isVisible()


def test_the_last_deed_is_told_with_its_undo_and_undo_says_what_it_did(window, qtbot):
    made = window(**doors())
    made.tell("已登记 YJ-2026-0141 办公室审核签字")
    assert made.status.said() == "已登记 YJ-2026-0141 办公室审核签字"
    assert made.status._undo.isVisible()
    qtbot.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.status.said() == "已撤销 开户"
    assert not made.status._undo.isVisible()
    qtbot.keyClick(made, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert made.status.said() == "没有可以重做的"


def test_what_is_no_deed_is_told_without_an_undo(window):
    made = window(**doors(last_deed=lambda: 7))
    made.tell("已复制 1 行")
    assert not made.status._undo.isVisible()


def test_an_undo_that_is_not_possible_says_why(window, prompter):
    def refuse() -> str:
        raise office.NOT_ALLOWED

    made = window(**doors(undo=refuse))
    made.undo()
    assert prompter.texts("warn") == ["这一条已经办结。"]


def test_a_changed_record_is_read_anew_where_it_is_seen(window, qtbot):
    changes = Changes()
    made = window(changes)
    made.go_tab(1)
    settle()
    tab = made.page().current()
    tab._listing.db.execute("update application set state = 'closed'")
    changes.announce("applications")
    assert tab.model.index(0, 0).data() == "已办结"
    qtbot.waitUntil(lambda: titles(made)[1] == "申请")


def test_a_closed_window_no_longer_listens(window):
    changes = Changes()
    made = window(changes)
    made.close()
    assert changes._listeners == []


def test_a_desk_that_can_only_be_looked_at_says_why(window):
    made = window(place=lambda: Place("D:\\desk", "", locked="这个数据文件是新版本写的，只能查看。"))
    settle()
    assert made.notices.isVisible()
    assert made.notices.texts() == ["这个数据文件是新版本写的，只能查看。"]
    assert made.status._backup.text() == "还没有备份"


READ_ONLY = "这是只读打开的台账，不能登记：它所在的文件夹没有写入权限。"


def test_on_a_read_only_desk_what_would_write_is_locked_and_says_why(window, deeds):
    made = window(
        read_only=READ_ONLY, undo=lambda: "已撤销", postpone=lambda *_: None,
        export_list=lambda *_: None, print_list=lambda *_: None,
        entries=(MenuEntry("tools", Action("settings", "设置…", "settings", deeds.doing("settings"), Scope.LIST)),
                 MenuEntry("help", Action("about", "关于", "info", deeds.doing("about"), Scope.LIST, reads=True))),
    )  # fmt: skip
    made.go_tab(1)
    settle()
    tab = made.page().current()
    writing = [*tab.actions_of.by_key.values(), *(_entry(made, words) for words in ("设置…", "撤销"))]
    writing += [made.today.postpone_action]
    assert [action.text() for action in writing if action.isEnabled()] == []
    assert all(action.toolTip().endswith(f"：{READ_ONLY}") for action in writing)
    assert tab.tools.export.isEnabled()
    assert tab.tools.print.isEnabled()
    assert _entry(made, "关于").isEnabled()


def test_on_a_read_only_desk_a_due_thing_shows_its_record_instead_of_a_form(window, deeds, qtbot):
    made = window(read_only=READ_ONLY)
    made.do_todo(office.todos()[0])
    qtbot.waitUntil(lambda: made.tabs.currentIndex() == 1)
    assert made.page().current().current_record() == 1
    made.page().current().do_next_step(0)
    assert deeds.done == []


def _entry(made, words):
    return next(action for action in made.actions() if action.text() == words)


def test_entries_not_saved_before_a_crash_are_offered_once(window):
    done = []
    drafts = [
        Draft(
            name, "14:05", lambda name=name: done.append(("go on", name)), lambda name=name: done.append(("drop", name))
        )
        for name in ("开户申请", "处罚")
    ]
    made = window(drafts=lambda: drafts)
    settle()
    assert made.notices.texts() == ["开户申请 没有保存（14:05）", "处罚 没有保存（14:05）"]
    button(made.notices, "接着填").click()
    button(made.notices, "不要了").click()
    settle()
    assert done == [("go on", "开户申请"), ("drop", "处罚")]
    assert not made.notices.isVisible()


def test_size_and_place_are_kept_when_the_window_closes(window):
    made = window()
    made.resize(1234, 789)
    settle()
    made.close()
    assert made._memory.state("geometry") == made.saveGeometry()


def test_a_kept_geometry_that_makes_no_sense_is_left_aside(window):
    made = window()
    made._memory.keep("geometry", "nonsense")
    made.hide()
    made._restore()
    assert (made.width(), made.height()) == (1366, 697)


def test_zoom_row_height_and_scheme_are_in_reach(window, theme, qtbot):
    made = window()
    qtbot.keyClick(made, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (theme.points, made.status._zoom.text()) == (11, "110 %")
    qtbot.keyClick(made, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.points == 10
    wide = next(action for action in made.status._rows.menu().actions() if action.text() == "宽松")
    wide.trigger()
    assert made.status._rows.text() == "行高 宽松"


def test_entries_of_the_program_stand_in_their_menu_and_run(window):
    ran = []
    action = Action("settings", "设置…", "settings", lambda bench, ids: ran.append((bench, ids)), Scope.LIST)
    made = window(entries=(MenuEntry("tools", action),))
    entry = next(each for each in made.menus._menus["tools"].actions() if each.text() == "设置…")
    entry.trigger()
    assert ran == [(made._bench, ())]


def test_quitting_stands_last_in_the_file_menu(window):
    opening = Action("open", "打开台账…", "folder-open", lambda bench, ids: None, Scope.LIST)
    made = window(entries=(MenuEntry("file", opening),))
    words = [each.text() for each in made.menus._menus["file"].actions() if each.text()]
    assert words == ["打开台账…", "退出"]


def test_a_line_stands_above_an_entry_that_asks_for_it(window):
    titles = {"open": "打开台账…", "backup": "立即备份", "folder": "打开台账文件夹"}
    made_of = [Action(key, title, "folder", lambda _bench, _ids: None, Scope.LIST) for key, title in titles.items()]
    made = window(entries=tuple(MenuEntry("file", one, divided=one.key == "backup") for one in made_of))
    shown = ["—" if one.isSeparator() else one.text() for one in made.menus._menus["file"].actions()]
    assert shown[:4] == ["打开台账…", "—", "立即备份", "打开台账文件夹"]


def test_menus_without_entries_are_left_out(window):
    made = window()
    shown = [action.text() for action in made.menuBar().actions() if action.isVisible()]
    assert "报表(&B)" not in shown
    assert "查看(&V)" in shown


@pytest.mark.parametrize("place", [0, 1, 2])
def test_every_action_has_words_a_tip_a_known_icon_and_a_key_of_its_own(window, place):
    made = window(**doors())
    made.go_tab(place)
    settle()
    actions = [
        each
        for menu in made.menuBar().findChildren(QMenu)
        for each in menu.actions()
        if not each.isSeparator() and not each.menu()
    ]
    assert len(actions) > 10
    for action in actions:
        assert action.text(), action
        assert action.toolTip(), action.text()
        name = action.property("iconName")
        assert not name or is_known(name), action.text()
    alive = [each for each in made.findChildren(QAction) if _reachable(each)]
    keys = Counter(each.shortcut().toString() for each in alive if not each.shortcut().isEmpty())
    assert [key for key, times in keys.items() if times > 1] == []


def _reachable(action: QAction) -> bool:
    owner = action.parent()
    return isinstance(owner, QWidget) and owner.isVisible()


@pytest.mark.parametrize("place", [0, 1])
def test_every_button_has_a_name_and_icon_buttons_have_it_as_tip(window, place):
    made = window(**doors())
    made.go_tab(place)
    settle()
    buttons = [
        each
        for each in made.findChildren(QAbstractButton)
        if each.isVisible() and not isinstance(each.parent(), QLineEdit)
    ]
    buttons = [each for each in buttons if each.objectName() not in ("ScrollLeftButton", "ScrollRightButton")]
    assert len(buttons) > 5
    for each in buttons:
        assert each.accessibleName() or each.text(), each
        if not each.text():
            assert each.toolTip() == each.accessibleName() != ""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("points", [10, 13])
@pytest.mark.parametrize("place", [0, 1])
def test_nothing_stands_outside_its_parent(window, theme, size, points, place):
    made = window(**doors())
    theme.zoom_to(points)
    made.resize(*size)
    made.go_tab(place)
    settle()
    assert (made.width(), made.height()) == size
    for each in made.findChildren(QWidget):
        parent = each.parentWidget()
        if each.isVisible() and parent is not None and not _scrolls(each):
            corner = QRect(each.mapTo(made, QPoint(0, 0)), each.size())
            assert made.rect().adjusted(-1, -1, 1, 1).contains(corner), f"{each} {each.objectName()} {corner}"


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if above.objectName() == "qt_scrollarea_viewport":
            return True
        above = above.parentWidget()
    return False


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_next_step_is_in_sight_at_every_size(window, size):
    made = window(**doors())
    made.resize(*size)
    made.go_tab(1)
    settle()
    view = made.page().current().view
    last = view.visualRect(view.model().index(0, len(view.model().columns) - 1))
    assert last.right() <= view.viewport().width()
    made.go_tab(0)
    settle()
    todo = made.today.list
    step = todo.header().sectionViewportPosition(5) + todo.columnWidth(5)
    assert step <= todo.viewport().width() + 1


def test_tab_walks_in_reading_order(window):
    made = window(**doors())
    made.go_tab(1)
    settle()
    tab = made.page().current()
    order = [tab.search, tab.view]
    chain, each = [], tab
    for _ in range(400):
        each = each.nextInFocusChain()
        chain.append(each)
        if each is tab:
            break
    tools = [b for b in tab.tools.findChildren(QAbstractButton) if b.isVisible()]
    segments = [b for b in tab.filters.findChildren(QAbstractButton) if b.isVisible()]
    buttons = tab.panel.buttons()
    wanted = [tools[0], order[0], segments[0], tab.filters._combos["kind"], order[1], buttons[0]]
    places = [chain.index(part) for part in wanted]
    assert all(first < second for first, second in pairwise(places)), places


def test_ctrl_f6_walks_the_panes(window, qtbot):
    made = window()
    made.go_tab(1)
    settle()
    tab = made.page().current()
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
        seen.append(QApplication.focusWidget())
    assert tab.panel.buttons()[0] in seen
    assert len(set(seen)) == 4


def test_dark_changes_the_window_and_its_today(window, theme):
    made = window()
    before = made.grab().toImage().pixelColor(5, made.height() // 2)
    theme.choose_scheme(Scheme.DARK)
    settle()
    assert made.grab().toImage().pixelColor(5, made.height() // 2).lightness() < before.lightness() / 3


def test_an_empty_desk_opens_every_tab(window):
    made = window(empty=True)
    for place in range(3):
        made.go_tab(place)
        settle()
    assert made.page().current().empty.isVisible()


def test_f1_shows_the_keys_of_the_window(window, qtbot):
    from desk_mailadmin.ui.shortcuts_sheet import ShortcutsSheet

    made = window()
    sheet = ShortcutsSheet(made)
    qtbot.addWidget(sheet)
    keys = " ".join(key for key, _does in ShortcutsSheet.keys(sheet))
    named = [each.shortcut().toString(QKeySequence.SequenceFormat.PortableText) for each in made.findChildren(QAction)]
    for key in ("Ctrl+K", "F5", "F7", "F9", "Ctrl+F6", "Ctrl+Tab"):
        assert key in keys
    assert {"Ctrl+K", "F5", "Ctrl+F6", "Ctrl+Tab"} <= set(named)


def test_a_work_shows_its_progress_in_the_status_bar_and_can_be_stopped(window, qtbot):
    made = window()
    started = threading.Event()

    def job(report):
        while True:
            report(43, 186)
            started.set()
            threading.Event().wait(0.005)

    work = made._bench.later("打印 186 份", job, lambda done: None)
    assert started.wait(5)
    qtbot.waitUntil(lambda: made.status._bar.isVisible() and made.status._bar.text() == "43 / 186")
    assert made.status.said() == "打印 186 份"
    button(made.status, "停止").click()
    qtbot.waitUntil(work.isFinished)
    qtbot.waitUntil(lambda: made.status.said() == "已停止")
    assert not made.status._bar.isVisible()


def test_the_key_of_a_new_record_does_the_first_thing_that_today_offers(window, qtbot):
    made = window(**doors())
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.today.list.setFocus()
    begun = []
    first = made.today._offers._actions[0]
    first.triggered.disconnect()
    first.triggered.connect(lambda *_: begun.append(first.text()))
    qtbot.keyClick(made.today.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert begun == [first.text()]
    assert "Ctrl+N" in first.toolTip()


def test_a_long_path_is_cut_in_the_middle_and_whole_in_its_tooltip(window):
    made = window()
    path = "/home/clerk/.local/share/desk_mailadmin/办公室台账二〇二六年/desk"
    made.status.show_place(Place(path, "", "", "", ""))
    assert made.status._place.text() == made.status._place.toolTip() == path
    assert made.status._place.sizeHint().width() > made.status._place.maximumWidth()
    assert made.status._place.grab().width() <= made.status._place.maximumWidth()


def test_the_status_bar_says_nothing_of_a_work_that_has_ended(window, qtbot):
    made = window()
    go_on = threading.Event()
    made._bench.later("正在检查数据", lambda _report: go_on.wait(5), lambda done: None)
    qtbot.waitUntil(lambda: made.status.said() == "正在检查数据")
    assert not made.status._tick.isVisible(), "nothing is done while it is being done"
    go_on.set()
    qtbot.waitUntil(lambda: made.status.said() == "就绪")
    assert made.status._tick.isVisible()


def test_what_a_work_says_at_its_end_stays(window, qtbot):
    made = window()
    made._bench.later("打印 2 份", lambda _report: None, lambda _done: made.status.tell("打印了 2 份"))
    qtbot.waitUntil(lambda: made.status.said() == "打印了 2 份")
    qtbot.waitUntil(lambda: not made.status._bar.isVisible())
    assert made.status.said() == "打印了 2 份"


@pytest.mark.parametrize(("todo", "done", "tab"), [
    ({"action": "open", "record": 3}, [("open", (3,))], 0),
    ({"action": "new", "record": None}, [("new", ())], 0),
    ({"action": "", "record": 35}, [], 1),
    ({"action": "", "record": None}, [], 1),
    ({"action": "", "record": None, "register": "unknown"}, [], 0),
])  # fmt: skip
def test_a_due_thing_does_its_action_or_goes_to_its_record(window, deeds, todo, done, tab):
    made = window()
    made.do_todo(replace(office.todos()[2], **todo))
    assert deeds.done == done
    assert made.tabs.currentIndex() == tab


def test_a_button_of_today_starts_its_action(window, deeds):
    made = window()
    settle()
    button(made.today, "新建申请").click()
    assert deeds.done == [("new", ())]


def test_the_default_layout_can_be_had_back(window):
    made = window()
    made.go_tab(1)
    settle()
    tab = made.page().current()
    tab.view.show_column(4, shown=False)
    made.forget_layout()
    assert not tab.view.isColumnHidden(4)


def test_everything_is_read_anew_on_demand(window):
    made = window()
    made.go_tab(1)
    settle()
    tab = made.page().current()
    tab._listing.db.execute("update application set state = 'closed'")
    made._bench.refresh()
    assert tab.model.index(0, 0).data() == "已办结"


def test_undo_goes_away_after_its_time(window, qtbot):
    made = window(**doors())
    made.status._timer.setInterval(10)
    made.tell("已保存")
    assert made.status._undo.isVisible()
    qtbot.waitUntil(lambda: not made.status._undo.isVisible())
    assert made.status.said() == "已保存"
