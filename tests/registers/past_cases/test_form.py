"""The import of a ledger as the clerk does it: the wizard's buttons, cells and sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.roster.reader import roster_of_file
from desk_mailadmin.ui.dialogs.import_session import RowState
from desk_mailadmin.ui.dialogs.import_wizard import CHECK, COLUMNS, FILE, MOVES, RESULT, ImportWizard
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter

from .test_service import DATA, HEAD, LEDGER, TRUTH, rows


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

    def import_it(self, on_check: Callable[[ImportWizard], None] = lambda _wizard: None, *, undo: bool = False) -> None:
        """Push every button of the import; ``on_check`` works in the check page."""

        def answer(wizard: Any) -> bool:
            wizard.open_file(self.path)
            self.seen["trouble"] = wizard.file_page.trouble.text
            if wizard.step == FILE:
                wizard.reject()
                return False
            self.seen["fields"] = {title: combo.currentData() for title, combo in wizard.columns_page.combos.items()}
            self._forward(wizard, CHECK)
            on_check(wizard)
            self.seen["summary"] = wizard.check_page.summary.text
            self.seen["faults"] = [
                (row.number, fault.column, fault.sentence)
                for row in wizard.check_page.table.rows
                for fault in row.faults
            ]
            self._forward(wizard, MOVES)
            self.seen["groups"] = [button.text() for button in wizard.moves_page.segments]
            self._forward(wizard, RESULT)
            self.seen["result"] = wizard.result_page.banner.text
            self.seen["details"] = wizard.result_page.details.text()
            if undo:
                self.qtbot.mouseClick(wizard.result_page.undo, Qt.MouseButton.LeftButton)
            wizard.accept()
            return True

        self.counter.answer = answer
        self.counter.do("penalties", "import_ledger")

    def _forward(self, wizard: ImportWizard, step: int) -> None:
        while wizard.step < step:
            before = wizard.step
            assert wizard.forward.isEnabled()
            self.qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
            assert wizard.step == before + 1, "the wizard refused to go on"


def put(wizard: ImportWizard, number: int, column: str, text: str) -> None:
    """Write into a cell of the check table by its row in the file."""
    page = wizard.check_page
    page.segments[-1].click()
    keys = [one.key for one in page.table.columns]
    for at in range(page.table.rowCount()):
        index = page.table.index(at, keys.index(column) + 2)
        if page.table.row(index).number == number:
            assert page.table.setData(index, text, Qt.ItemDataRole.EditRole)
            return
    pytest.fail(f"no row {number}")


def csv(folder: Path, *lines: str) -> Path:
    path = folder / "处罚台账2025.csv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return path


def test_the_sample_ledger_goes_in_with_two_names_told_by_hand(house: House, counter: Counter, qtbot: Any):
    roster = next(DATA.glob("员工花名册*.xlsx"))
    reading = roster_of_file(roster, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    house.roster.take_over(roster.name, house.roster.compare(house.roster.entries_of(reading)))
    clerk = Clerk(counter, qtbot, LEDGER)

    def tell(wizard: ImportWizard) -> None:
        assert wizard.check_page.summary.text.startswith("共 71 行：")
        states = {row.number: row.state for row in wizard.check_page.table.rows}
        assert (states[41], states[70]) == (RowState.ERROR, RowState.ERROR)
        for number in (41, 70):
            put(wizard, number, "emp_no", "QY0048")

    clerk.import_it(tell)
    assert clerk.seen["fields"]["处理"] == "sanction"
    assert clerk.seen["groups"] == ["导入并计入累计次数 63", "作废或免于处罚，只留记录 6"]
    assert clerk.seen["result"] == "已导入 63 件旧案，计入累计次数；另有 6 件作废或免罚的只留记录"
    assert clerk.seen["details"] == "2 行和前面的行是同一件事，没有重复导入：“2025”第 14 行、“2025”第 42 行。"
    assert counter.window.told == [clerk.seen["result"]]
    assert len(rows(house)) == TRUTH["offences"]


def test_what_is_wrong_is_put_right_in_the_table(house: House, counter: Counter, qtbot: Any, tmp_path: Path):
    house.person("周一", emp_no="A1", dept="软件部")
    house.person("周二", emp_no="A2", dept="软件部", state="left")
    clerk = Clerk(
        counter,
        qtbot,
        csv(
            tmp_path,
            "1,3.32,周一,,软件部,关机,电话15.二.6,罚款,100,",
            "2,3.6,周二,,销售部,关机,电话15.二.6,罚款,约100元,",
            "3,3.7,郑十,,软件部,关机,电话15.二.6,罚款,100,未扣",
            "4,3.8,周一,,软件部,关机,电话15.二.6,罚款,100,作废",
            "5,3.9,,,软件部,关机,电话15.二.6,罚款,100,",
            "合计,,,,,,,,600,",
        ),
    )

    def mend(wizard: ImportWizard) -> None:
        put(wizard, 2, "occurred_on", "3.31")
        put(wizard, 3, "fine_fen", "100")

    clerk.import_it(mend)
    assert clerk.seen["groups"] == [
        "导入并计入累计次数 1", "已离职的人 1", "名册里没有，按姓名登记 1", "作废或免于处罚，只留记录 1",
    ]  # fmt: skip
    said = "\n".join(sentence for _row, _column, sentence in clerk.seen["faults"])
    assert "名册里没有“郑十”，导入时按姓名登记为离职人员。" in said
    assert "名册里的周二（A2，软件部，已离职），台账写的是“销售部”" in said
    assert "“处罚台账2025”第 7 行：合计写的是 600.00 元" in clerk.seen["summary"]
    assert clerk.seen["details"].splitlines() == [
        "1 人不在名册里，按姓名登记为离职人员",
        "1 件在旧台账里没有扣完；旧案在这里不产生扣款，剩下的按原来的办法扣",
        "跳过 1 行：“处罚台账2025”第 6 行。在文件里改好，再导入一次就补上。",
    ]
    assert [(row.name, row.offence_no, row.fine_fen) for row in rows(house)] == [
        ("周二", 1, 10000), ("郑十", 1, 10000), ("周一", 1, 10000), ("周一", 1, 10000),
    ]  # fmt: skip


def test_the_import_is_undone_on_the_last_page(house: House, counter: Counter, qtbot: Any, tmp_path: Path):
    house.person("周一", emp_no="A1", dept="软件部")
    path = csv(tmp_path, "1,3.5,周一,A1,软件部,关机,电话15.二.6,罚款,100,")
    Clerk(counter, qtbot, path).import_it(undo=True)
    assert rows(house) == []
    assert counter.window.told == []
    clerk = Clerk(counter, qtbot, path)
    clerk.import_it()
    again = Clerk(
        counter,
        qtbot,
        csv(
            tmp_path,
            "1,3.5,周一,A1,软件部,关机,电话15.二.6,罚款,100,",
            "2,3.6,周一,A1,软件部,关机,电话15.二.6,罚款,100,",
        ),
    )
    again.import_it()
    assert again.seen["groups"] == ["导入并计入累计次数 1", "以前导入过，不再导入 1"]
    assert again.seen["details"] == "1 件以前导入过，没有再导入"


def test_what_cannot_stand_is_said_in_its_cell(house: House, counter: Counter, qtbot: Any, tmp_path: Path):
    house.person("周一", emp_no="A1", dept="软件部")
    long = "9" * 41
    line = "周一,A1,软件部,关机,电话15.二.6,罚款,100,"
    clerk = Clerk(counter, qtbot, csv(tmp_path, f"{long},3.5,{line}", f"2,3.6,{line}"))
    clerk.import_it()
    assert [(row, column) for row, column, _sentence in clerk.seen["faults"]] == [(2, "slip")]
    assert clerk.seen["groups"] == ["导入并计入累计次数 1"]
    assert clerk.seen["details"].startswith("跳过 1 行：“处罚台账2025”第 2 行。")


def test_a_file_that_is_no_ledger_is_said_on_the_first_page(counter: Counter, qtbot: Any, tmp_path: Path):
    path = tmp_path / "话单.csv"
    path.write_text("号码,时长\n1,2\n", encoding="utf-8")
    clerk = Clerk(counter, qtbot, path)
    clerk.import_it()
    assert "不像处罚台账" in clerk.seen["trouble"]


def test_columns_put_right_are_remembered_for_the_next_ledger(
    house: House, counter: Counter, qtbot: Any, tmp_path: Path
):
    house.person("周一", emp_no="A1", dept="软件部")
    path = csv(tmp_path, "1,3.5,周一,A1,软件部,关机,电话15.二.6,,8.6,")
    faulty = tmp_path / "有问题的行.xlsx"

    def remap(wizard: Any) -> bool:
        wizard.open_file(path)
        assert wizard.step == COLUMNS
        combo = wizard.columns_page.combos["金额"]
        combo.setCurrentIndex(combo.findData("recovery"))
        for _ in range(CHECK, RESULT + 1):
            qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
            if wizard.step == CHECK:
                counter.prompter.answers.append(faulty)
                wizard.check_page.save_faulty()
        assert wizard.step == RESULT
        wizard.accept()
        return True

    counter.answer = remap
    counter.do("penalties", "import_ledger")
    assert [(row.fine_fen, row.recovery_fen, row.sanctions) for row in rows(house)] == [(0, 860, "recovery")]
    assert faulty.is_file()
    clerk = Clerk(counter, qtbot, csv(tmp_path, "2,3.6,周一,A1,软件部,关机,电话15.二.6,,9.6,"))
    clerk.import_it()
    assert clerk.seen["fields"]["金额"] == "recovery"
