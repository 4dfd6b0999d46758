from __future__ import annotations

import csv
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportColumn,
    ImportResult,
    ImportRow,
    MoveGroup,
    MoveLine,
    RowState,
    SourceColumn,
)
from desk_mailadmin.ui.dialogs.import_table import ImportTable
from desk_mailadmin.ui.dialogs.import_wizard import CHECK, COLUMNS, FILE, MOVES, RESULT, ImportWizard
from desk_mailadmin.ui.progress import Stopped
from tests.answering import AnsweringPrompter

FIELDS = (Choice("name", "姓名"), Choice("extension", "分机"))


class Extensions:
    """An import of names and extensions from a CSV, as a register would make it: every rule real, in miniature."""

    title = "导入分机"
    file_filter = "CSV (*.csv)"
    explanation = "人事部给的名单，Excel 或 CSV"

    def __init__(self) -> None:
        self.lines: list[list[str]] = []
        self.mapping: dict[str, str] = {}
        self.desk: dict[str, str] = {"周万波": "8001"}
        self.undone = 0
        self.fault: Exception | None = None

    def open(self, path, report):
        with path.open(encoding="utf-8") as file:
            self.lines = list(csv.reader(file))
        if not self.lines:
            raise UserError("{file} 是空的，换一个文件。", file=path.name)
        titles = {choice.title: choice.key for choice in FIELDS}
        self.mapping = {title: titles.get(title, "") for title in self.lines[0]}
        report(1, 1)

    def source(self):
        return "第 1 行是列名"

    def notices(self):
        return ("隐藏的行也读了",)

    def source_columns(self):
        return [
            SourceColumn("ABC"[n], title, tuple(line[n] for line in self.lines[1:]), self.mapping[title])
            for n, title in enumerate(self.lines[0])
        ]

    def fields(self):
        return FIELDS

    def required(self):
        return frozenset({"name"})

    def remap(self, mapping, report):
        self.mapping = dict(mapping)
        report(1, 1)

    def columns(self):
        return (ImportColumn("name", "姓名"), ImportColumn("extension", "分机"))

    def rows(self):
        places = {field: n for n, title in enumerate(self.lines[0]) if (field := self.mapping[title])}
        read = [
            ImportRow("表1", number, {field: line[n] for field, n in places.items()})
            for number, line in enumerate(self.lines[1:], 2)
        ]
        return [self._checked(row, read) for row in read]

    def _checked(self, row, read):
        name, extension = row.cells.get("name", ""), row.cells.get("extension", "")
        if not name:
            fault = CellFault("name", RowState.ERROR, "姓名是空的")
        elif not extension.isdigit():
            repaired = extension.replace("O", "0")
            sure = repaired if repaired.isdigit() else None
            fault = CellFault("extension", RowState.ERROR, "分机含字母，应为数字", sure)
        elif next(one for one in read if one.cells == row.cells).number != row.number:
            fault = CellFault("", RowState.DUPLICATE, "与前面一行相同，将只导入一次")
        elif extension in self.desk.values():
            return replace(row, faults=(CellFault("extension", RowState.NOTICE, "分机已有人用；共用一部电话？"),))
        else:
            return row
        return replace(row, faults=(fault,), goes_in=False)

    def edit(self, row, column, text):
        place = list(self.mapping.values()).index(column)
        self.lines[row + 1][place] = text

    def save_faulty(self, path):
        faulty = [row for row in self.rows() if row.faults]
        path.write_text("\n".join(row.cells["extension"] for row in faulty), "utf-8")
        return len(faulty)

    def movements(self):
        joined = tuple(MoveLine(n, row.cells["name"], "", "新") for n, row in enumerate(self.rows()) if row.goes_in)
        absent = (MoveLine(99, "周万波", "国内业务部", "名单上没有了"),)
        return (
            MoveGroup("joined", "新入职", Tone.GREEN, joined),
            MoveGroup("absent", "名单上没有的", Tone.AMBER, absent, choice="勾选的记为离职"),
        )

    def write(self, ticked, report):
        if self.fault:
            raise self.fault
        before = dict(self.desk)
        for row in self.rows():
            if row.goes_in:
                self.desk[row.cells["name"]] = row.cells["extension"]
        report(1, 1)

        def undo():
            self.undone += 1
            self.desk = before

        return ImportResult(f"导入 {len(self.desk) - len(before)} 人", (f"记为离职 {len(ticked)} 人",), undo)


GOOD = "姓名,分机,备注\n周文博,8042,\n刘洋,8O31,\n,8206,\n梁栋,8301,\n梁栋,8301,\n韩冰,8001,\n赵丽华,总机,\n"


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "人员与分机.csv"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def opened(qtbot):
    wizards = []

    def open_wizard(*answers) -> ImportWizard:
        session = Extensions()
        wizard = ImportWizard(session, AnsweringPrompter.with_answers(*answers))
        wizard.session = session
        wizards.append(wizard)
        qtbot.addWidget(wizard, before_close_func=lambda one: setattr(one, "_edited", False))
        wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    yield open_wizard
    wizards.clear()


def press(wizard, text):
    next(one for one in wizard.findChildren(QPushButton) if one.accessibleName() == text and one.isVisible()).click()


def seen(wizard) -> str:
    texts = [one.text() for one in wizard.findChildren(QLabel) if one.isVisibleTo(wizard)]
    return " ".join(texts + [one.text() for one in wizard.findChildren(QPushButton) if one.isVisibleTo(wizard)])


def check_page(opened, file, *answers) -> ImportWizard:
    wizard = opened(*answers)
    wizard.open_file(file)
    wizard.forward.click()
    assert wizard.step == CHECK
    return wizard


def cell(wizard, row, title):
    table = wizard.check_page.table
    heads = [table.headerData(n, Qt.Orientation.Horizontal) for n in range(table.columnCount())]
    return table.index(row, heads.index(title))


def link_click(wizard, qtbot, row):
    view = wizard.check_page.view
    place = view.visualRect(cell(wizard, row, "处理")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_chosen_file_leads_to_its_columns(opened, file):
    wizard = opened(file)
    assert wizard.step == FILE
    assert not wizard.forward.isEnabled()
    press(wizard, "选文件…")
    assert wizard.step == COLUMNS
    assert {title: combo.currentText() for title, combo in wizard.columns_page.combos.items()} == {
        "姓名": "姓名",
        "分机": "分机",
        "备注": "不用",
    }


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(opened, file, tmp_path):
    empty = tmp_path / "空.csv"
    empty.write_text("")
    wizard = opened(empty, file)
    press(wizard, "选文件…")
    assert wizard.step == FILE
    assert "空.csv 是空的，换一个文件。" in seen(wizard)
    press(wizard, "选文件…")
    assert wizard.step == COLUMNS


def test_a_field_no_column_stands_for_is_asked_for(opened, file):
    wizard = opened()
    wizard.open_file(file)
    wizard.columns_page.combos["姓名"].setCurrentIndex(0)
    wizard.forward.click()
    assert wizard.step == COLUMNS
    assert "还没有哪一列是：姓名" in seen(wizard)
    wizard.columns_page.combos["备注"].setCurrentIndex(1)
    wizard.columns_page.combos["姓名"].setCurrentIndex(1)
    wizard.forward.click()
    assert "有两列都当作：姓名" in seen(wizard)


def test_a_field_that_stands_on_two_sheets_under_two_titles_is_no_fault(opened, file):
    wizard = opened()
    wizard.open_file(file)
    wizard.session.mapping["备注"] = "extension"
    wizard.go_to(COLUMNS)
    wizard.forward.click()
    assert wizard.step == CHECK


def test_a_corrected_mapping_is_read_again(opened, file):
    wizard = opened()
    wizard.open_file(file)
    wizard.columns_page.combos["分机"].setCurrentIndex(0)
    wizard.columns_page.combos["备注"].setCurrentIndex(2)
    wizard.forward.click()
    assert wizard.step == CHECK
    assert wizard.session.mapping == {"姓名": "name", "分机": "", "备注": "extension"}


def test_the_check_counts_and_shows_what_is_wrong(opened, file):
    wizard = check_page(opened, file)
    assert "共 7 行：2 行可导入，3 行有错，1 行重复，1 行要看一眼。还没有写入任何数据。" in seen(wizard)
    assert "隐藏的行也读了" in seen(wizard)
    assert [button.text() for button in wizard.check_page.segments] == [
        "有问题的 5",
        "错误 3",
        "重复 1",
        "提醒 1",
        "可导入 2",
        "全部 7",
    ]
    assert cell(wizard, 0, "问题").data() == "分机含字母，应为数字"
    assert cell(wizard, 0, "处理").data() == "改成 8031"
    assert cell(wizard, 1, "姓名").data() == "—"
    assert cell(wizard, 0, "分机").data(Qt.ItemDataRole.BackgroundRole) is not None


def test_one_click_repairs_and_the_counts_follow(opened, file, qtbot):
    wizard = check_page(opened, file)
    link_click(wizard, qtbot, 0)
    assert cell(wizard, 0, "分机").data() == "8031"
    assert cell(wizard, 0, "结果").data() == "可导入"
    assert wizard.check_page.segments[0].text() == "有问题的 4"


def test_a_cell_is_edited_in_place_and_checked_again(opened, file, qtbot):
    wizard = check_page(opened, file)
    link_click(wizard, qtbot, 1)
    editor = wizard.check_page.view.findChild(QLineEdit)
    editor.setText("吴\u202e桐\n")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(wizard, 1, "姓名").data() == "吴桐")
    assert cell(wizard, 1, "结果").data() == "可导入"


def test_enter_does_what_the_link_says(opened, file, qtbot):
    wizard = check_page(opened, file)
    wizard.check_page.view.setFocus()
    qtbot.keyClick(wizard.check_page.view, Qt.Key.Key_Return)
    assert cell(wizard, 0, "分机").data() == "8031"


def test_segments_filter(opened, file):
    wizard = check_page(opened, file)
    wizard.check_page.segments[4].click()
    assert [cell(wizard, n, "姓名").data() for n in range(wizard.check_page.table.rowCount())] == ["周文博", "梁栋"]
    wizard.check_page.segments[5].click()
    assert wizard.check_page.table.rowCount() == 7


def test_bad_rows_are_saved_as_a_file(opened, file, tmp_path):
    target = tmp_path / "有问题的行.xlsx"
    wizard = check_page(opened, file, target)
    press(wizard, "把有问题的行存为 Excel")
    assert len(target.read_text("utf-8").splitlines()) == 5
    assert wizard._prompter.texts("inform") == [f"5 行存到了 {target}"]


def test_nothing_is_written_before_the_button_that_says_how_much(opened, file):
    wizard = check_page(opened, file)
    wizard.forward.click()
    assert wizard.step == MOVES
    assert wizard.session.desk == {"周万波": "8001"}
    assert wizard.forward.text() == "导入 3 行，跳过 4 行"
    wizard.forward.click()
    assert wizard.step == RESULT
    assert wizard.session.desk == {"周万波": "8001", "周文博": "8042", "梁栋": "8301", "韩冰": "8001"}
    assert "导入 3 人" in seen(wizard)


def test_joiners_and_those_no_longer_listed_are_shown_and_ticked(opened, file, qtbot):
    wizard = check_page(opened, file)
    wizard.forward.click()
    page = wizard.moves_page
    assert [button.text() for button in page.segments] == ["新入职 3", "名单上没有的 1"]
    page.segments[1].click()
    assert "勾选的记为离职" in seen(wizard)
    page.table.setData(page.table.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    wizard.forward.click()
    assert "记为离职 1 人" in seen(wizard)


def test_the_whole_import_is_undone(opened, file):
    wizard = check_page(opened, file)
    wizard.forward.click()
    wizard.forward.click()
    press(wizard, "撤销这次导入")
    assert wizard.session.desk == {"周万波": "8001"}
    assert wizard.result_value is None
    assert "已经撤销" in seen(wizard)


def test_a_fault_while_writing_leaves_everything_and_says_what_to_do(opened, file):
    wizard = check_page(opened, file)
    wizard.forward.click()
    wizard.session.fault = EnvironmentFault("磁盘已满，没有导入。", remedy="腾出空间再导入。")
    wizard.forward.click()
    assert wizard.step == MOVES
    assert wizard._prompter.texts("warn") == ["磁盘已满，没有导入。腾出空间再导入。"]


def test_back_leads_to_the_columns(opened, file):
    wizard = check_page(opened, file)
    press(wizard, "上一步")
    assert wizard.step == COLUMNS


def test_the_check_table_keeps_qts_rules_and_reads_out_rows(qtbot, qtmodeltester, file):
    session = Extensions()
    session.open(file, lambda *_: None)
    table = ImportTable(session)
    table.read()
    table.show_rows(frozenset(RowState))
    qtmodeltester.check(table)
    spoken = table.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "错误，3，刘洋，8O31，分机含字母，应为数字"


def test_where_not_all_columns_fit_the_problem_stands_behind_the_name(opened, file):
    wizard = opened()
    header = wizard.check_page.view.horizontalHeader()
    wizard.open_file(file)
    wizard.go_to(CHECK)
    assert header.visualIndex(4) == 4
    wide = (
        ImportColumn("name", "姓名"),
        ImportColumn("extension", "分机"),
        *(ImportColumn(str(n), "x", 40) for n in range(4)),
    )
    wizard.session.columns = lambda: wide
    rows = [replace(row, cells={**row.cells, **{str(n): "x" for n in range(3)}}) for row in wizard.session.rows()]
    wizard.session.rows = lambda: rows
    wizard.go_to(CHECK)
    titles = [wizard.check_page.table.headerData(header.logicalIndex(n), Qt.Orientation.Horizontal) for n in range(6)]
    assert titles == ["结果", "行号", "姓名", "分机", "问题", "处理"]
    assert wizard.check_page.view.isColumnHidden(7)


def test_a_file_is_dropped_onto_the_first_page(opened, file, qtbot):
    wizard = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = wizard.file_page.rect().center()
    entering = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys)
    wizard.file_page.dragEnterEvent(entering)
    assert entering.isAccepted()
    wizard.file_page.dropEvent(QDropEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys))
    assert wizard.step == COLUMNS


def test_an_import_that_is_stopped_stays_where_it_was(opened, file):
    wizard = opened()

    def stopped(_path, _report):
        raise Stopped

    wizard.session.open = stopped
    wizard.open_file(file)
    assert wizard.step == FILE
    assert wizard._prompter.asked == []


def test_a_refused_undo_is_told(opened, file):
    wizard = check_page(opened, file)
    wizard.forward.click()

    def refuse():
        raise UserError("已有申请用到这次导入的人员，不能整批撤销。")

    wizard.session.write = lambda _ticked, _report: ImportResult("导入 3 人", undo=refuse)
    wizard.forward.click()
    press(wizard, "撤销这次导入")
    assert wizard._prompter.texts("warn") == ["已有申请用到这次导入的人员，不能整批撤销。"]
    assert wizard.result_value is not None


def test_a_file_that_cannot_be_saved_is_told(opened, file, tmp_path):
    wizard = check_page(opened, file, tmp_path / "x.xlsx")

    def refuse(_path):
        raise EnvironmentFault("x.xlsx 正被别的程序打开，没有存下。", remedy="关闭它再存。")

    wizard.session.save_faulty = refuse
    press(wizard, "把有问题的行存为 Excel")
    assert wizard._prompter.texts("warn") == ["x.xlsx 正被别的程序打开，没有存下。关闭它再存。"]


def test_leaving_after_a_repair_is_asked_about(opened, file, qtbot):
    wizard = check_page(opened, file, False, True)
    link_click(wizard, qtbot, 0)
    press(wizard, "取消")
    assert wizard.isVisible()
    press(wizard, "取消")
    assert not wizard.isVisible()


def test_leaving_without_a_change_is_not_asked_about(opened, file):
    wizard = check_page(opened, file)
    press(wizard, "取消")
    assert not wizard.isVisible()
