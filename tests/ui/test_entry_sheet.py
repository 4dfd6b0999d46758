"""The sheet that is filled in like a spreadsheet: keys, growth, paste, refusals."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.entry_sheet import EntryColumn, EntrySheet, EntryTable


class Line(Struct, frozen=True):
    name: str = ""
    count: int = 0
    done: bool = False


def _count(line: Line, text: str) -> Line:
    if not text.isdecimal():
        raise UserError("“{text}”不是数字。", text=text)
    return replace(line, count=int(text))


COLUMNS = (
    EntryColumn("名称", lambda line: line.name, lambda line, text: replace(line, name=text)),
    EntryColumn("标准", lambda _line: "8"),
    EntryColumn("份数", lambda line: str(line.count), _count, is_figure=True),
    EntryColumn(
        "完成", lambda line: "√" if line.done else "", lambda line, text: replace(line, done=bool(text)), is_tick=True
    ),
    EntryColumn("说明", lambda line: "差" if line.count < 8 else "", width=0, warns=True),
)


@pytest.fixture
def table() -> EntryTable:
    made = EntryTable(COLUMNS)
    made.show_lines([Line("甲"), Line("乙", 9)])
    return made


@pytest.fixture
def sheet(table: EntryTable, qtbot: Any) -> EntrySheet:
    made = EntrySheet(table, "表")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def editor_of(sheet: EntrySheet) -> QLineEdit:
    (editor,) = sheet.viewport().findChildren(QLineEdit)
    return editor


def test_the_model_keeps_qts_rules(table: EntryTable, qtmodeltester: Any):
    qtmodeltester.check(table, force_py=True)
    assert table.headerData(0, Qt.Orientation.Horizontal) == "名称"
    assert table.headerData(9, Qt.Orientation.Horizontal) is None
    assert table.data(QModelIndex()) is None
    assert (
        table.data(table.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "名称 甲，标准 8，份数 0，完成 ，说明 差"
    )
    assert table.data(table.index(0, 4), Qt.ItemDataRole.ForegroundRole) is not None
    assert table.data(table.index(0, 0), Qt.ItemDataRole.ForegroundRole) is None


def test_what_cannot_stand_is_refused_and_the_line_stays(table: EntryTable):
    said: list[str] = []
    table.refused.connect(said.append)
    assert not table.setData(table.index(0, 2), "many")
    assert not table.setData(table.index(0, 1), "9"), "a column that is only shown takes nothing"
    assert not table.setData(QModelIndex(), "9")
    assert said == ["“many”不是数字。"]
    assert table.lines[0] == Line("甲")


def test_enter_goes_down_and_tab_to_the_next_cell_that_is_typed_in(sheet: EntrySheet, table: EntryTable, qtbot: Any):
    sheet.begin()
    cells = []

    def here() -> tuple[int, int]:
        return sheet.currentIndex().row(), sheet.currentIndex().column()

    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        qtbot.keyClick(sheet, key)
        cells.append(here())
    assert cells == [(0, 2), (0, 3), (1, 0), (0, 3)]
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    assert table.lines[0].done
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    assert not table.lines[0].done
    sheet.setCurrentIndex(table.index(0, 2))
    qtbot.keyClicks(sheet, "7")
    qtbot.keyClick(editor_of(sheet), Qt.Key.Key_Return)
    qtbot.wait(20)
    assert (table.lines[0].count, here()) == (7, (1, 2))
    qtbot.keyClicks(sheet, "6")
    qtbot.keyClick(editor_of(sheet), Qt.Key.Key_Tab)
    qtbot.wait(20)
    assert (table.lines[1].count, here()) == (6, (1, 3))
    qtbot.keyClick(sheet, Qt.Key.Key_Tab)
    assert here() == (1, 3), "behind the last cell the focus goes on"


def test_delete_empties_a_cell_and_paste_fills_several(sheet: EntrySheet, table: EntryTable, qtbot: Any):
    sheet.setCurrentIndex(table.index(0, 0))
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    assert table.lines[0].name == ""
    QGuiApplication.clipboard().setText("丙\t5\r\n丁\t10\t1\n戊\t1\n")
    qtbot.keyClick(sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert table.lines == [Line("丙", 5), Line("丁", 10, done=True)], "nothing is added below the last line"


def test_an_open_sheet_grows_as_far_as_it_may():
    table = EntryTable(COLUMNS, blank=Line, most=3)
    table.show_lines([])
    assert table.lines == [Line()]
    for row in range(3):
        table.setData(table.index(row, 0), f"第{row}行")
    assert [line.name for line in table.lines] == ["第0行", "第1行", "第2行"]
    table.turn(table.index(0, 0))
    assert table.lines[0].name == "第0行", "only ticks are turned"
