"""Rosters taken over by the wizard: the figures of an office, a newer roster, what is hostile, and the way back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.dialogs.import_session import RowState
from desk_mailadmin.ui.dialogs.import_wizard import CHECK, COLUMNS, FILE, MOVES, RESULT, ImportWizard
from tests.desks import DATA, NOVEMBER, OCTOBER, TODAY
from tests.journeys.day import Day, is_said, press

ROSTER = next((DATA / "A").glob("员工花名册*.xlsx"))
TRUTH = json.loads((DATA / "A" / "truth.json").read_text(encoding="utf-8"))
SAMPLE_TRUTH = json.loads((NOVEMBER.parent / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture
def day(days: Callable[[Path], Day], bare: Path) -> Day:
    return days(bare)


def start(day: Day, *deeds: Callable[[ImportWizard], None]) -> None:
    """Open the wizard from the staff list and do these deeds in it."""

    def all_of_them(wizard: ImportWizard) -> None:
        for deed in deeds:
            deed(wizard)

    tab = day.go("staff")
    day.hands.expect(all_of_them)
    tab.actions_of.by_key["import_roster"].trigger()


def choose(day: Day, path: Path) -> Callable[[ImportWizard], None]:
    def deed(wizard: ImportWizard) -> None:
        day.prompter.answers.append(path)
        press(day.qtbot, wizard, "选文件")

    return deed


def forward(day: Day, step: int) -> Callable[[ImportWizard], None]:
    """Push the primary button until the wizard stands at ``step``; beyond the last it closes."""

    def deed(wizard: ImportWizard) -> None:
        while wizard.isVisible() and wizard.step < step:
            before = wizard.step
            assert wizard.forward.isEnabled()
            day.qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
            assert not wizard.isVisible() or wizard.step == before + 1

    return deed


def nothing_written(day: Day) -> Callable[[ImportWizard], None]:
    before = everybody(day)

    def deed(_wizard: ImportWizard) -> None:
        assert everybody(day) == before

    return deed


def everybody(day: Day) -> list[Any]:
    staff = day.service("staff")
    return list(staff.rows(staff.keys(Query(sort="name"))))


def take_over(day: Day, path: Path) -> None:
    """Import a roster by the services."""
    roster = day.service("roster")
    roster.take_over(path.name, roster.compare(roster.entries_of(read_roster(path, today=TODAY))))


def counted(wizard: ImportWizard) -> dict[str, int]:
    """What the groups of the comparison say."""
    groups = [button.text().rsplit(" ", 1) for button in wizard.moves_page.segments]
    return {title: int(count) for title, count in groups}


def test_an_offices_roster_gives_the_figures_of_its_truth(day: Day, tmp_path: Path):
    people, rows = TRUTH["people"], TRUTH["roster"]["person_rows"]

    def look_at_columns(wizard: ImportWizard) -> None:
        assert wizard.step == COLUMNS
        assert wizard.columns_page.combos["入职日期"].currentData() == "hired_on"

    def look_at_faults(wizard: ImportWizard) -> None:
        assert wizard.step == CHECK
        page = wizard.check_page
        assert page.summary.text.startswith(f"共 {rows} 行：")
        double = TRUTH["roster"]["duplicate_employee_numbers"][0]
        faults = [
            fault.sentence for row in page.table.rows for fault in row.faults if row.number == double["second_row"]
        ]
        assert any(double["first"]["name"] in sentence for sentence in faults)
        assert is_said(page, "旧表勿用")
        day.prompter.answers.append(tmp_path / "faults.xlsx")
        press(day.qtbot, page, "把有问题的行存为")
        lines = openpyxl.load_workbook(tmp_path / "faults.xlsx").active.max_row - 1
        nobodys = page.summary.text.count("”第 ")  # rows without a name stand above the table
        assert lines == sum(bool(row.faults) for row in page.table.rows) + nobodys
        assert nobodys == 1

    def look_at_moves(wizard: ImportWizard) -> None:
        assert wizard.step == MOVES
        assert sum(counted(wizard).values()) == people["unique_persons"]

    def look_at_result(wizard: ImportWizard) -> None:
        assert f"新增 {people['active']} 人，变动 0 人，离职 {people['left']} 人" in wizard.result_page.banner.text

    start(day, choose(day, ROSTER), look_at_columns, forward(day, CHECK), look_at_faults, forward(day, MOVES),
          look_at_moves, nothing_written(day), forward(day, RESULT), look_at_result, forward(day, RESULT + 1))  # fmt: skip
    staff = everybody(day)
    active = [row for row in staff if row.state == "active"]
    assert (len(active), len(staff) - len(active)) == (people["active"], people["left"]) == (400, 26)
    assert Counter(row.branch for row in active) == people["active_by_branch"]
    assert Counter(f"{row.branch}/{row.dept}" for row in active) == people["active_by_department"]
    assert {(row.name, row.emp_no) for row in staff if row.state == "left"} == {
        (one["name"], one["emp_no"]) for one in people["left_list"]
    }
    assert "已导入" in day.said()
    assert day.window.register_tab("staff").model.rowCount() == people["active"]


def test_leavers_are_recognised_by_every_mark(day: Day):
    seen: dict[str, str] = {}

    def look(wizard: ImportWizard) -> None:
        del wizard
        reading = read_roster(ROSTER, today=TODAY)
        seen.update({row.name + row.emp_no: row.left_by for row in reading.people if row.left})

    start(day, choose(day, ROSTER), look, lambda wizard: wizard.reject())
    marks = {"color": "fill", "sheet2_only": "sheet", "hidden_remark": "remark"}
    for one in TRUTH["people"]["left_list"]:
        assert seen[one["name"] + one["emp_no"]] == marks.get(one["marked_by"], one["marked_by"])


def test_a_cell_at_fault_is_repaired_by_one_key(day: Day):
    def repair(wizard: ImportWizard) -> None:
        page = wizard.check_page
        table, view = page.table, page.view
        page.segments[-1].click()
        place = next(n for n in range(table.rowCount()) if table.row(table.index(n, 0)).number == 67)
        before = table.row(table.index(place, 0))
        assert any("全角" in fault.sentence for fault in before.faults)
        view.setCurrentIndex(table.index(place, 0))
        view.setFocus()
        day.qtbot.keyClick(view, Qt.Key.Key_Return)
        after = next(row for row in table.rows if row.number == 67 and row.sheet == before.sheet)
        assert after.cells["emp_no"] == "QY0374"
        assert not any("全角" in fault.sentence for fault in after.faults)

    start(day, choose(day, ROSTER), forward(day, CHECK), repair, forward(day, RESULT + 1))
    assert day.service("staff").numbered("QY0374") is not None


def test_the_columns_a_clerk_corrected_are_remembered(day: Day):
    def leave_out(wizard: ImportWizard) -> None:
        combo = wizard.columns_page.combos["分机"]
        assert combo.currentData() == "extension"
        combo.setCurrentIndex(combo.findData(""))

    start(day, choose(day, OCTOBER), leave_out, forward(day, RESULT + 1))
    assert not any(row.extension for row in everybody(day))

    def still(wizard: ImportWizard) -> None:
        assert wizard.columns_page.combos["分机"].currentData() == ""
        wizard.reject()

    start(day, choose(day, NOVEMBER), still)


def test_a_column_taken_twice_or_missing_is_not_gone_on_with(day: Day):
    def wrong(wizard: ImportWizard) -> None:
        combos = wizard.columns_page.combos
        name = combos["姓名"]
        name.setCurrentIndex(name.findData(""))
        press(day.qtbot, wizard, "下一步")
        assert wizard.step == COLUMNS
        assert is_said(wizard, "还没有哪一列是：姓名")
        name.setCurrentIndex(name.findData("emp_no"))
        press(day.qtbot, wizard, "下一步")
        assert wizard.step == COLUMNS
        wizard.reject()

    start(day, choose(day, OCTOBER), wrong)


def test_a_newer_roster_shows_who_joined_moved_and_left_and_goes_back_as_one(day: Day):
    truth = SAMPLE_TRUTH["november"]
    take_over(day, OCTOBER)
    before = everybody(day)

    def look(wizard: ImportWizard) -> None:
        found = counted(wizard)
        assert found["新增"] == len(truth["joined"])
        assert found["名册里没有"] == len(truth["gone"])
        page = wizard.moves_page
        absent = next(n for n, button in enumerate(page.segments) if button.text().startswith("名册里没有"))
        page.segments[absent].click()
        assert "登记为今天离职" in page.note.text()
        table = page.table
        for row in range(table.rowCount()):
            assert table.setData(table.index(row, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)

    def undo(wizard: ImportWizard) -> None:
        assert wizard.step == RESULT
        gone = {row.emp_no: row for row in everybody(day) if row.emp_no in truth["gone"]}
        assert {row.state for row in gone.values()} == {"left"}
        assert {row.name for row in everybody(day)} >= set(truth["joined"])
        press(day.qtbot, wizard, "撤销这次导入")
        assert is_said(wizard, "和导入前一样")

    start(day, choose(day, NOVEMBER), forward(day, MOVES), look, nothing_written(day), forward(day, RESULT), undo,
          forward(day, RESULT + 1))  # fmt: skip
    assert everybody(day) == before
    assert day.office.desk.check() == ()


def test_an_import_is_undone_by_its_key_too(day: Day):
    start(day, choose(day, NOVEMBER), forward(day, RESULT + 1))
    assert len(everybody(day)) == 121
    day.ctrl(Qt.Key.Key_Z)
    assert everybody(day) == []
    assert "已撤销" in day.said()


def test_a_backup_is_made_before_anything_is_written(day: Day):
    start(day, choose(day, NOVEMBER), forward(day, RESULT + 1))
    newest = day.office.desk.backups.newest()
    assert newest is not None
    assert "import" in newest.file.name


@pytest.mark.parametrize("name", ["zipbomb_rows.xlsx", "empty.xlsx", "pdf_renamed.xlsx", "truncated.xlsx"])
def test_what_is_no_roster_is_said_and_another_file_can_be_chosen(day: Day, name: str):
    def refused(wizard: ImportWizard) -> None:
        assert wizard.step == FILE
        assert not wizard.forward.isEnabled()
        assert name in wizard.file_page.trouble.text
        assert "Traceback" not in wizard.file_page.trouble.text

    def better(wizard: ImportWizard) -> None:
        assert wizard.step == COLUMNS
        wizard.reject()

    start(day, choose(day, DATA / "hostile" / name), refused, choose(day, NOVEMBER), better)
    assert everybody(day) == []


def test_a_row_that_cannot_go_in_is_counted_as_left_out(day: Day):
    def look(wizard: ImportWizard) -> None:
        going, skipped = wizard.check_page.going_in()
        rows = wizard.check_page.table.rows
        assert going + skipped == len(rows)
        assert any(row.state is RowState.DUPLICATE for row in rows)
        assert f"导入 {going} 行" in wizard.forward.text()
        wizard.reject()

    start(day, choose(day, ROSTER), forward(day, MOVES), look)
    assert everybody(day) == []


def test_columns_are_named_by_the_letters_of_the_first_sheet_and_days_are_days(day: Day, tmp_path: Path):
    book = openpyxl.Workbook()
    people, leavers = book.active, book.create_sheet("离职人员")
    people.title = "在职人员"
    for line in (
        ("姓名", "工号", "部门", "入职日期"),
        ("张三", "A1", "财务部", 45949),
        ("李四", "A2", "财务部", 45950),
    ):
        people.append(line)
    for line in (("序号", "工号", "部门", "姓名", "离职日期"), (1, "A3", "财务部", "王五", 46000)):
        leavers.append(line)
    book.save(tmp_path / "名册.xlsx")

    def look(wizard: ImportWizard) -> None:
        for words in ("A　姓名", "B　工号", "D　入职日期", "2025-10-19　2025-10-20", "E　离职日期", "2025-12-09"):
            assert is_said(wizard.columns_page, words), words
        wizard.reject()

    start(day, choose(day, tmp_path / "名册.xlsx"), forward(day, COLUMNS), look)
