"""A list with a tree beside it, in the real window over a real desk: the directory."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from desk_mailadmin.app.desk_window import make_window
from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.tree_view import Picked, Progress, Tier
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.ui.main_window import MainWindow
from desk_mailadmin.ui.theme import Theme
from desk_mailadmin.ui.tree_tab import TreeTab
from tests.answering import AnsweringPrompter
from tests.registers.builders import BRANCH, DEPARTMENT, HEADQUARTERS, TODAY, HandOver, House, new_house

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONFIRMED = State("confirmed", "已确认", Tone.GREEN, "circle-check")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = new_house(tmp_path / "desk")
    made.departments.add(DepartmentEntry(HEADQUARTERS, "软件部"))
    made.departments.add(DepartmentEntry(HEADQUARTERS, "硬件部"))
    made.listed(made.person("周文博", post="客户经理"), ("extension", "8042"), room="3 楼 305")
    made.listed(made.person("宋翔", dept="软件部"), ("extension", "8051"))
    made.listed(made.person("高丹", dept="软件部"), ("extension", "8052"))
    made.listed(made.person("韩雪梅", branch=BRANCH, dept="销售部"), ("extension", "2001"))
    yield made
    made.office.close()
    shutil.rmtree(tmp_path / "desk", ignore_errors=True)


@pytest.fixture
def window(house: House, tmp_path: Path, qtbot: Any, qapp: Any) -> Any:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    shown: list[Any] = []

    def show(dialog: Any) -> bool:
        shown.append(dialog.windowTitle())
        dialog.show()
        dialog.reject()
        return False

    made = make_window(house.office, Theme(qapp, settings), settings, AnsweringPrompter(), lambda _what: None, show)
    made.dialogs = shown
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    made.show_record("directory", 1)
    settle()
    return made


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def tree_tab(window: MainWindow) -> TreeTab:
    tab = window.register_tab("directory")
    assert isinstance(tab, TreeTab)
    return tab


def titles(tab: TreeTab) -> list[tuple[str, int]]:
    return [(node.title, node.count) for node in tab.places.nodes()]


def names(tab: TreeTab) -> list[str]:
    return [tab.model.row_at(place).name for place in range(tab.model.rowCount())]


def go_to(tab: TreeTab, key: str) -> None:
    tab.places.setCurrentItem(tab.places._made[key])
    settle()


def press(qtbot: Any, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifiers)
    settle()


def words_of(widget: QWidget) -> str:
    settle()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_branches_and_departments_stand_with_their_counts(window: Any):
    tab = tree_tab(window)
    assert titles(tab) == [
        ("全部单位", 4),
        (HEADQUARTERS, 3),
        (DEPARTMENT, 1),
        ("软件部", 2),
        ("硬件部", 0),
        (BRANCH, 1),
        ("销售部", 1),
    ]
    assert tab.places.current_key() == "all"
    assert tab.places.sentence(tab.places.nodes()[3]) == "软件部，2 条"


def test_a_place_lists_its_entries_and_the_combo_says_the_same(window: Any):
    tab = tree_tab(window)
    go_to(tab, "dept/2")
    assert names(tab) == ["宋翔", "高丹"]
    assert tab.filter_in_words() == "软件部、在册"
    go_to(tab, "branch/2")
    assert names(tab) == ["韩雪梅"]
    combo = tab.filters._combos["dept"]
    combo.setCurrentIndex(combo.findText("硬件部"))
    tab.filters._combos["branch"].setCurrentIndex(0)
    tab.filters.changed.emit()
    settle()
    assert tab.places.current_key() == "dept/3"
    go_to(tab, "all")
    assert len(names(tab)) == 4


def test_a_choice_that_is_no_place_marks_none(window: Any):
    tab = tree_tab(window)
    for key, text in (("branch", BRANCH), ("dept", "软件部")):
        combo = tab.filters._combos[key]
        combo.setCurrentIndex(combo.findText(text))
    tab.filters.changed.emit()
    settle()
    assert tab.places.current_key() == ""
    assert names(tab) == []


def test_the_clerk_moves_a_department_by_keys(house: House, window: Any, qtbot: Any):
    tab = tree_tab(window)
    go_to(tab, "dept/3")
    tab.places.setFocus()
    press(qtbot, tab.places, Key.Key_Up, Mod.AltModifier)
    assert [place.name for place in house.directory.places()] == [DEPARTMENT, "硬件部", "软件部", "销售部"]
    assert tab.places.current_key() == "dept/3"
    press(qtbot, tab.places, Key.Key_Down, Mod.AltModifier)
    assert [place.name for place in house.directory.places()][:3] == [DEPARTMENT, "软件部", "硬件部"]
    go_to(tab, "branch/1")
    press(qtbot, tab.places, Key.Key_Up, Mod.AltModifier)
    assert titles(tab)[1] == (HEADQUARTERS, 3)
    press(qtbot, tab.places, Key.Key_Down)
    assert tab.places.current_key() == "dept/1", "without Alt the keys go through the tree"


def test_the_clerk_drags_a_department_among_its_sisters_only(house: House, window: Any):
    tab = tree_tab(window)
    tree = tab.places

    def drop(key: str, at: str, *, below: bool = False) -> None:
        tree.setCurrentItem(tree._made[key])
        settle()
        spot = tree.visualItemRect(tree._made[at]).center()
        tree.dropIndicatorPosition = lambda: (  # type: ignore[method-assign]  # Qt knows it only while a hand drags
            QAbstractItemView.DropIndicatorPosition.BelowItem if below else
            QAbstractItemView.DropIndicatorPosition.AboveItem
        )  # fmt: skip
        tree.dropEvent(
            QDropEvent(QPointF(spot), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, Mod.NoModifier)
        )
        settle()

    drop("dept/3", "dept/1")
    assert [place.name for place in house.directory.places()][:3] == ["硬件部", DEPARTMENT, "软件部"]
    drop("dept/3", "dept/2", below=True)
    assert [place.name for place in house.directory.places()][:3] == [DEPARTMENT, "软件部", "硬件部"]
    drop("dept/3", "dept/1", below=True)
    assert [place.name for place in house.directory.places()][:3] == [DEPARTMENT, "硬件部", "软件部"]
    for at in ("dept/4", "dept/3", "branch/2"):
        drop("dept/3", at)
    drop("branch/2", "all")
    assert [place.name for place in house.directory.places()][:3] == [DEPARTMENT, "硬件部", "软件部"]
    assert tree.itemAt(QPoint(5, 5)) is not None


def test_what_is_folded_stays_folded(house: House, window: Any):
    tab = tree_tab(window)
    tab.places._made["branch/1"].setExpanded(False)
    house.listed(None, title="传真")
    settle()
    assert not tab.places._made["branch/1"].isExpanded()
    assert titles(tab)[0] == ("全部单位", 5)
    tab.places._made["branch/1"].setExpanded(True)
    tab.places.redraw()
    assert tab.places._made["branch/1"].isExpanded()


def test_the_pages_below_tell_of_the_current_entry(house: House, window: Any):
    tab = tree_tab(window)
    record = house.directory.of_staff(1) or 0
    line = house.line("8042")
    entry = house.directory.entry(record).with_numbers("extension", ["8042", "8043"])
    house.directory.edit(record, entry)
    window.show_record("directory", record)
    settle()
    assert "周文博" in words_of(tab.pages)
    assert f"{DEPARTMENT}　客户经理" in words_of(tab.pages)
    rights = len(house.lines.row(line).rights)
    found = [tab.pages.tabs.tabText(place) for place in range(tab.pages.tabs.count())]
    assert found == ["变更历史 2", f"电话权限 {rights}" if rights else "电话权限", "领用设备", "相关单据"]
    page = tab.pages.pages[0]
    lines = [page.model.row_at(place) for place in range(page.model.rowCount())]
    assert [(line.title, line.old, line.new) for line in lines] == [("分机", "8042", "8042、8043"), ("新增", "", "")]
    tab.pages.tabs.setCurrentIndex(2)
    settle()
    assert tab.pages.pages[2].currentIndex() == 1
    assert "没有领用的设备。" in words_of(tab.pages)
    tab.pages.tabs.setCurrentIndex(0)
    assert tab.pages.title() == "周文博"
    press_space = page.list
    press_space.setFocus()
    assert page.model.ticked == {}


def test_papers_and_things_of_the_person_stand_below(house: House, window: Any):
    tab = tree_tab(window)
    staff = house.directory.row(house.directory.of_staff(1) or 0).staff or 0
    house.signing(staff)
    (receipt,) = house.receipts.enter(HandOver("device", "对讲机 SN 1234", (staff,)))
    house.receipts.hand_over_and_sign(receipt, TODAY)
    window.show_record("directory", house.directory.of_staff(staff))
    tab.refresh()
    settle()
    held, papers = tab.pages.pages[2].model, tab.pages.pages[3].model
    assert [held.row_at(place).title for place in range(held.rowCount())] == ["签收单　对讲机 SN 1234"]
    assert {papers.row_at(place).number for place in range(papers.rowCount())} == {"YJ-2026-0001", "HZ-2026-0001"}


def test_without_a_record_the_pages_are_empty(window: Any):
    tab = tree_tab(window)
    go_to(tab, "dept/3")
    assert tab.pages.title() == "没有选中的记录"
    assert [tab.pages.tabs.tabText(place) for place in range(4)] == ["变更历史", "电话权限", "领用设备", "相关单据"]


def test_the_link_restores_and_keys_open_and_close_the_lower_pane(window: Any, qtbot: Any):
    tab = tree_tab(window)
    assert tab.pages.isVisible()
    tab.toggle_lower()
    settle()
    assert not tab.pages.isVisible()
    tab.toggle_lower()
    settle()
    assert tab.pages.isVisible()
    assert tab.pages._link.text().strip() == "恢复到某一时点…"
    tab.forget_layout()
    assert tab.panes()[0] is tab.places


def test_making_the_tab_opens_no_window_of_its_own(window: Any):
    assert window.isActiveWindow()
    assert tree_tab(window).view.hasFocus()
    tops = [type(each).__name__ for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert tops == ["DeskWindow"]


def test_a_low_window_starts_without_the_pages(window: Any):
    tab = tree_tab(window)
    window.resize(1093, 545)
    settle()
    assert not tab.pages.isVisible()
    assert not tab.legend.isVisible()
    window.resize(1440, 900)
    settle()
    assert tab.legend.isVisible()
    assert "内线" in tab.legend.accessibleName()


def test_how_far_all_are_stands_below_the_tree_and_its_link_runs_the_action(house: House, window: Any, qtbot: Any):
    tab = tree_tab(window)
    assert not tab.place_card.bar.isVisible()
    house.directory.confirmations = lambda: {2: CONFIRMED}
    house.directory.progress = lambda: Progress(
        "部门确认", 1, 4, "未确认 3 个，12-10 截止", Tone.AMBER, "hourglass", "compare", "与花名册核对"
    )
    tab.refresh()
    settle()
    card = tab.place_card
    assert (card.bar.text(), card.note.text()) == ("部门确认 1 / 4", "未确认 3 个，12-10 截止")
    assert tab.places.sentence(tab.places.nodes()[3]) == "软件部，2 条，已确认"
    qtbot.mouseClick(card.link, Qt.MouseButton.LeftButton)
    assert window.status is not None
    assert "一致" in words_of(window.status)
    house.directory.progress = lambda: Progress("部门确认", 0, 0)
    tab.refresh()
    settle()
    assert card.bar.isVisible()
    assert not card.link.isVisible()


def test_the_papers_are_offered_and_the_chosen_one_is_remembered(house: House, window: Any, qtbot: Any):
    tab = tree_tab(window)
    house.directory.tiers = tuple
    tab.refresh()
    assert not tab.tiers.isVisible()
    house.directory.tiers = lambda: (
        Tier("ordinary", "普通版", ("不含手机",), "compare"),
        Tier("full", "完整版", ("含领导手机",), "new"),
        Tier("none", "没有的", (), "nothing"),
    )
    tab.refresh()
    settle()
    assert "不含手机" in words_of(tab.tiers)
    tab.tiers.choices[1].setChecked(True)
    assert "含领导手机" in words_of(tab.tiers)
    assert "不含手机" not in words_of(tab.tiers)
    qtbot.mouseClick(tab.tiers.go, Qt.MouseButton.LeftButton)
    assert window.dialogs == ["新增"]
    tab.tiers.choices[2].setChecked(True)
    assert not tab.tiers.go.isEnabled()
    tab.tiers.choices[1].setChecked(True)
    house.directory.tiers = lambda: (Tier("full", "完整版（2 份）", (), "new"),)
    tab.refresh()
    chosen = tab.tiers.chosen()
    assert chosen is not None
    assert chosen.title == "完整版（2 份）"


def test_a_combo_among_the_tools_tells_what_was_chosen(house: House, window: Any):
    tab = tree_tab(window)
    assert not tab.picker.isVisible()
    picked: list[str] = []
    house.directory.editions = lambda: Picked("版次", (("4", "第 4 版（编制中）"), ("3", "第 3 版")), "4")
    house.directory.pick_edition = picked.append
    tab.refresh()
    settle()
    assert tab.picker.currentText() == "第 4 版（编制中）"
    tab.picker.setCurrentIndex(1)
    tab.picker.activated.emit(1)
    assert picked == ["3"]


def test_what_others_change_is_seen_at_once(house: House, window: Any):
    tab = tree_tab(window)
    house.departments.add(DepartmentEntry(HEADQUARTERS, "质量部"))
    settle()
    assert ("质量部", 0) in titles(tab)


def test_global_search_shows_an_entry_by_its_numbers(window: Any):
    hits = [hit for hit in window._find("8051") if hit.register == "directory"]
    assert [(hit.title, hit.text) for hit in hits] == [("宋翔", f"8051　{HEADQUARTERS} / 软件部")]


def test_a_leaders_own_numbers_leave_with_no_list(house: House, window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    from openpyxl import load_workbook

    leader, other = house.person("卢艳", mobile="15400001234"), house.person("何静", mobile="15400005678")
    house.listed(leader, ("extension", "8001"), ("direct", "057155511001"), ("fax", "057155511009"), leader=True)
    house.listed(other, ("extension", "8005"), ("direct", "057155511005"))
    window.bench.refresh()
    settle()
    tab = tree_tab(window)
    tab.tick_all()
    tab.copy()
    copied = QApplication.clipboard().text()
    path = tmp_path / "通讯录.xlsx"
    window.bench.prompter.answers.append(path)
    tab.export()
    qtbot.waitUntil(path.exists, timeout=30_000)
    cells = [str(cell) for row in load_workbook(path).active.iter_rows(values_only=True) for cell in row]
    for said in (copied, " ".join(cells)):
        assert all(number in said for number in ("15400005678", "55511005", "8001", "不公开"))
        assert all(number not in said for number in ("15400001234", "55511001", "55511009"))
