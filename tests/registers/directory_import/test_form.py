"""The import of a directory as the clerk does it: the wizard's buttons, cells, links and sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from desk_mailadmin.ui.dialogs.import_session import RowState
from desk_mailadmin.ui.dialogs.import_wizard import CHECK, FILE, MOVES, RESULT, ImportWizard
from tests.registers.builders import House
from tests.registers.counter import Counter

from .test_service import DIRECTORY, HEAD


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


class Clerk:
    """Leads the wizard of one import; ``seen`` is what the pages said."""

    def __init__(self, counter: Counter, qtbot: Any, path: Path) -> None:
        self.counter, self.qtbot, self.path = counter, qtbot, path
        self.seen: dict[str, Any] = {}

    def import_it(
        self, on_check: Callable[[ImportWizard], None] = lambda _wizard: None, *, tick: bool = False, undo: bool = False
    ) -> None:
        """Push every button of the import; ``on_check`` works in the check page."""

        def answer(wizard: Any) -> bool:
            wizard.open_file(self.path)
            self.seen["trouble"] = wizard.file_page.trouble.text
            if wizard.step == FILE:
                wizard.reject()
                return False
            self._forward(wizard, CHECK)
            on_check(wizard)
            self.seen["summary"] = wizard.check_page.summary.text
            self._forward(wizard, MOVES)
            self.seen["groups"] = [button.text() for button in wizard.moves_page.segments]
            if tick:
                wizard.moves_page.table.ticked.add(1)
            self._forward(wizard, RESULT)
            self.seen["result"] = wizard.result_page.banner.text
            self.seen["details"] = wizard.result_page.details.text()
            if undo:
                self.qtbot.mouseClick(wizard.result_page.undo, Qt.MouseButton.LeftButton)
            wizard.accept()
            return True

        self.counter.answer = answer
        self.counter.do("directory", "import_directory")

    def _forward(self, wizard: ImportWizard, step: int) -> None:
        while wizard.step < step:
            before = wizard.step
            assert wizard.forward.isEnabled()
            self.qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
            assert wizard.step == before + 1, "the wizard refused to go on"


def click_every_link(wizard: ImportWizard) -> None:
    """Take each repair that is offered, one click each."""
    page = wizard.check_page
    page.segments[-1].click()
    for at in range(page.table.rowCount()):
        while page.table.repair(page.table.index(at, 0)):
            pass


def put(wizard: ImportWizard, number: int, column: str, text: str) -> None:
    page = wizard.check_page
    page.segments[-1].click()
    keys = [one.key for one in page.table.columns]
    for at in range(page.table.rowCount()):
        index = page.table.index(at, 2 + keys.index(column))
        if page.table.row(index).number == number:
            assert page.table.setData(index, text)


def table(folder: Path, *lines: str) -> Path:
    path = folder / "通讯录.csv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return path


def test_the_sample_directory_is_put_right_with_a_click_for_each_contradiction(
    office: House,
    counter: Counter,
    qtbot: Any,
):
    clerk = Clerk(counter, qtbot, DIRECTORY)
    faulty: list[Any] = []

    def check(wizard: ImportWizard) -> None:
        faulty.extend(row for row in wizard.check_page.table.rows if row.faults)
        click_every_link(wizard)
        assert all(not row.faults for row in wizard.check_page.table.rows)

    clerk.import_it(check)
    assert len(faulty) == 22
    assert sum(row.state is RowState.ERROR for row in faulty) == 8
    assert clerk.seen["result"].startswith("已导入：新列 327 条，变动 0 条；线路新增 183 条")
    assert "4 人按职务记为领导" in clerk.seen["details"]
    rows = {row.name: row for row in office.directory.listed()}
    assert rows["乔东飞"].dept == "销售部"
    assert rows["谢娜艳"].mobile == "15400000340"
    assert rows["蔡凯建"].extension == ""
    assert rows["沈妍"].extension == "8084"
    assert "朱敏英" not in rows


def test_what_contradicts_the_register_is_in_the_workbook_that_goes_back(
    office: House, counter: Counter, qtbot: Any, tmp_path: Path
):
    book = tmp_path / "有问题的行.xlsx"

    def check(wizard: ImportWizard) -> None:
        counter.prompter.answers.append(book)
        wizard.check_page.save_faulty()
        assert "最后 4 行是名册里有分机、这份通讯录没有列的人" in wizard.check_page.summary.text

    Clerk(counter, qtbot, DIRECTORY).import_it(check)
    assert counter.prompter.asked[-1] == ("inform", f"22 行存到了 {book}")
    sheet = load_workbook(book).active
    head, *rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert head[:6] == ["页", "行", "问题", "可改为", "部门", "姓名"]
    by_name = {row[5]: row for row in rows}
    assert len(by_name) == 22
    assert by_name["朱敏英"][1:3] == ["15", "朱敏英已经离职（2025-10-16），不该再列在通讯录里"]
    assert by_name["谢娜艳"][3] == "手机：15400000340"
    assert by_name["李文"][:3] == ["（名册）", "", "李文有分机 8063，通讯录里没有列"]
    marked = [cell.coordinate for row in sheet.iter_rows(min_row=2) for cell in row if cell.fill.fill_type]
    assert len(marked) == 13, "six departments, four mobiles, three extensions"


def test_without_a_click_everybody_goes_in_as_the_file_says(
    office: House,
    counter: Counter,
    qtbot: Any,
):
    clerk = Clerk(counter, qtbot, DIRECTORY)
    clerk.import_it(undo=True)
    assert "新列 323 条" in clerk.seen["result"]
    assert "没有列入 5 行" in clerk.seen["details"]
    assert len(office.directory.listed()) == 0


def test_a_second_directory_shows_what_changed(house: House, counter: Counter, qtbot: Any, tmp_path: Path):
    house.person("周文博", mobile="15400000001")
    lines = ("国际业务部,周文博,,,8042,,15400000001,,国内,40,305,", "国际业务部,前台,,,8000,,,,市话,,,")
    Clerk(counter, qtbot, table(tmp_path, *lines)).import_it()
    clerk = Clerk(counter, qtbot, table(tmp_path, lines[0].replace("8042", "8043").replace("305", "306")))
    clerk.import_it(tick=False)
    assert clerk.seen["groups"][:2] == ["有变动 1", "这份通讯录里没有 1"]
    assert clerk.seen["result"].startswith("已导入：新列 0 条，变动 1 条")
    (row,) = [one for one in house.directory.listed() if not one.is_shared]
    assert (row.extension, row.room) == ("8043", "306")


def test_who_could_be_two_people_is_asked_about_and_told_by_number(
    house: House, counter: Counter, qtbot: Any, tmp_path: Path
):
    house.person("李娜", emp_no="A1")
    house.person("李娜", emp_no="A2")
    clerk = Clerk(counter, qtbot, table(tmp_path, "国际业务部,李娜,,,8042,,,,,,,", "国际业务部,陌生人,,,8043,,,,,,,"))
    clerk.import_it(lambda wizard: put(wizard, 2, "emp_no", "A2"))
    names = {row.name: row.emp_no for row in house.directory.listed()}
    assert names == {"李娜": "A2", "陌生人": ""}


def test_cells_are_put_right_in_place(house: House, counter: Counter, qtbot: Any, tmp_path: Path):
    def mend(wizard: ImportWizard) -> None:
        for column, text in (
            ("extension", "8042"), ("right", "国际"), ("quota_fen", "80"), ("dept", "总部 / 财务部"), ("room", "3 楼"),
            ("direct", "0571-55518040"), ("name", "会议室 3B"),
        ):  # fmt: skip
            put(wizard, 2, column, text)

    clerk = Clerk(counter, qtbot, table(tmp_path, "国际业务部,会议室,,,八千,,,,半开,很多,,"))
    clerk.import_it(mend)
    assert "先导入花名册更好" in clerk.seen["summary"]
    (row,) = house.directory.listed()
    assert (row.shown_name, row.dept, row.extension, row.direct, row.room) == (
        "（会议室3B）" if row.name == "会议室3B" else "（会议室 3B）", "财务部", "8042", "057155518040", "3 楼",
    )  # fmt: skip
    (line,) = house.lines.rows(house.lines.keys(_every()))
    assert (line.quota_fen, line.rights_keys) == (8000, "inside,local,domestic,international")


def test_a_row_may_be_left_out_and_a_leaver_taken_all_the_same(
    house: House, counter: Counter, qtbot: Any, tmp_path: Path
):
    house.person("周文博", state="left")
    lines = ("国际业务部,周文博,,,8042,,,,,,,", "国际业务部,陌生人,,,8043,,,,,,,")

    def decide(wizard: ImportWizard) -> None:
        put(wizard, 2, "listed", "是")
        put(wizard, 3, "listed", "否")

    Clerk(counter, qtbot, table(tmp_path, *lines)).import_it(decide)
    assert [row.name for row in house.directory.listed()] == ["周文博"]


def test_a_file_that_is_no_directory_is_refused_in_a_sentence(counter: Counter, qtbot: Any, tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_text("工号,姓名\n1,张三", encoding="utf-8")
    clerk = Clerk(counter, qtbot, path)
    clerk.import_it()
    assert "不像通讯录" in clerk.seen["trouble"]


def _every() -> Any:
    from desk_mailadmin.kernel.table import Query

    return Query(segment="all")
