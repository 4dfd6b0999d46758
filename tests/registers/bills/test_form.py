"""The import of bills as the clerk does it: the wizard's buttons, ticks and sentences."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk_mailadmin.registers.bills.service import BillsService
from desk_mailadmin.ui.dialogs.import_wizard import CHECK, FILE, MOVES, ImportWizard
from tests.registers.billing import ONE, THREE, TWO, billed, written
from tests.registers.builders import House
from tests.registers.counter import Counter, fill_in

from .test_service import MASTER, OP1, OP2


@pytest.fixture
def bills(house: House) -> BillsService:
    service: BillsService = house.services["bills"]
    return service


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
        self,
        action: str = "import_bill",
        *,
        ticks: tuple[str, ...] = (),
        on_moves: Callable[[ImportWizard], None] = lambda _wizard: None,
        undo: bool = False,
    ) -> None:
        """Push every button of the import; ``ticks`` are beginnings of lines to be ticked."""

        def answer(wizard: Any) -> bool:
            wizard.open_file(self.path)
            self.seen["trouble"] = wizard.file_page.trouble.text
            if wizard.step == FILE:
                wizard.reject()
                return False
            self.seen["fields"] = {title: combo.currentData() for title, combo in wizard.columns_page.combos.items()}
            self._forward(wizard, CHECK)
            self.seen["summary"] = wizard.check_page.summary.text
            self.seen["rows"] = [(row.number, row.goes_in) for row in wizard.check_page.table.rows]
            self.seen["links"] = {
                wizard.check_page.table.index(at, wizard.check_page.table.columnCount() - 1).data()
                for at in range(wizard.check_page.table.rowCount())
            }
            self._forward(wizard, MOVES)
            self.seen["groups"] = [button.text() for button in wizard.moves_page.segments]
            self.seen["forward"] = wizard.forward.text()
            self._tick(wizard, ticks)
            on_moves(wizard)
            self.qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
            if wizard.step == MOVES:
                wizard.reject()
                return False
            self.seen["result"] = wizard.result_page.banner.text
            self.seen["details"] = wizard.result_page.details.text()
            if undo:
                self.qtbot.mouseClick(wizard.result_page.undo, Qt.MouseButton.LeftButton)
            wizard.accept()
            return True

        self.counter.answer = answer
        self.counter.do("bills", action)

    def _forward(self, wizard: ImportWizard, step: int) -> None:
        while wizard.step < step:
            before = wizard.step
            assert wizard.forward.isEnabled()
            self.qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
            assert wizard.step == before + 1, "the wizard refused to go on"

    def _tick(self, wizard: ImportWizard, ticks: tuple[str, ...]) -> None:
        table = wizard.moves_page.table
        for place in range(len(wizard.moves_page.segments)):
            wizard.moves_page.show_group(place)
            for at in range(table.rowCount()):
                tickable = bool(table.flags(table.index(at, 0)) & Qt.ItemFlag.ItemIsUserCheckable)
                if tickable and table.index(at, 0).data().startswith(ticks or ("\0",)):
                    assert table.setData(table.index(at, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        wizard.moves_page.show_group(0)


def scratch_files(house: House) -> list[Path]:
    return list((house.desk.folder / "drafts").glob(".desk-*"))


def test_the_first_operators_bill_goes_in_after_the_clerks_word(
    house: House, bills: BillsService, counter: Counter, qtbot: Any, tmp_path: Path
):
    path = Path(shutil.copy(OP1, tmp_path))
    clerk = Clerk(counter, qtbot, path)
    clerk.import_it()
    assert clerk.seen["summary"].startswith(
        "读到 2947 次通话，通话费 1,241.17 元，月租和来显 1,546.00 元。1 行读不出来、0 行印了两遍，没有计入。"
    )
    assert (1083, False) in clerk.seen["rows"]
    assert len(clerk.seen["rows"]) == 31
    assert clerk.seen["links"] == {""}
    assert clerk.seen["groups"] == ["合计不一致 1", "导入的账单 1", "和账单合计核对 7", "各号码 47"]
    assert clerk.seen["forward"] == "导入 2947 行，跳过 1 行"
    assert counter.prompter.asked[-1][1].startswith("账单自己的合计和读到的不一样")
    assert list(bills.in_force()) == []

    clerk.import_it(ticks=("照读到的",))
    assert clerk.seen["result"] == "已导入 运营商一 2026-10：2947 次通话"
    assert clerk.seen["details"] == "1 行读不出来，没有计入，列在账单的详细资料里"
    (row,) = bills.in_force()
    assert (row.calls, row.calls_fen, row.agreement) == (2947, 124117, "差 0.33 元，差 1 次")
    assert counter.window.told == ["已导入 运营商一 2026-10：2947 次通话"]
    assert scratch_files(house) == []

    clerk.import_it()
    assert "已经导入过（运营商一 2026-10）。要重新导入，先把那一份作废。" in clerk.seen["trouble"]


def test_the_second_operators_workbook_is_imported_and_undone(
    bills: BillsService, counter: Counter, qtbot: Any, tmp_path: Path
):
    clerk = Clerk(counter, qtbot, Path(shutil.copy(OP2, tmp_path)))
    clerk.import_it(ticks=("照读到的",), undo=True)
    assert clerk.seen["details"].splitlines() == [
        "1 行读不出来，没有计入，列在账单的详细资料里",
        "1 行印了两遍，只计一次",
    ]
    assert list(bills.in_force()) == []
    assert counter.window.told == []


def test_the_exchanges_records_are_imported(bills: BillsService, counter: Counter, qtbot: Any, tmp_path: Path):
    clerk = Clerk(counter, qtbot, Path(shutil.copy(MASTER, tmp_path)))
    clerk.import_it("import_calls")
    assert "读到 1958 次通话，打出 1018、打入 420、内线 520。" in clerk.seen["summary"]
    assert "文件里混有两种编码" in clerk.seen["summary"]
    assert clerk.seen["result"] == "已导入 Asterisk 2026-10：1958 次通话"
    assert [row.source for row in bills.in_force()] == ["pbx"]


def test_an_overlapping_bill_is_replaced_or_its_calls_are_skipped(
    house: House, bills: BillsService, counter: Counter, qtbot: Any, tmp_path: Path
):
    billed(house, ONE, THREE)
    clerk = Clerk(counter, qtbot, written(tmp_path, ONE, TWO, name="二.csv"))
    counter.prompter.answers.append("联通")
    clerk.import_it()
    assert counter.prompter.texts("ask_text")[-1] == "清单里没有写是哪个运营商的。"
    assert clerk.seen["groups"] == ["和已导入的重复 1", "导入的账单 1", "各号码 1"]
    assert clerk.seen["details"] == "1 次通话已在别的账单里，没有重复计入"
    assert [row.calls for row in bills.in_force()] == [2, 1]

    third = Clerk(counter, qtbot, written(tmp_path, ONE, TWO, THREE, name="三.csv"))
    third.import_it(ticks=("电信", "联通"))
    assert third.seen["details"] == "2 份原来的账单已作废，由这一份代替"
    assert [(row.operator, row.calls) for row in bills.in_force()] == [("联通", 3)], "the operator is remembered"


def test_a_bill_of_nobody_is_not_imported(bills: BillsService, counter: Counter, qtbot: Any, tmp_path: Path):
    clerk = Clerk(counter, qtbot, written(tmp_path, ONE))
    clerk.import_it()
    assert counter.prompter.asked[-1][1] == "还没有写是哪个运营商的账单。"
    assert list(bills.in_force()) == []


def test_what_is_no_bill_is_said_on_the_first_page(counter: Counter, qtbot: Any, tmp_path: Path):
    path = tmp_path / "名单.csv"
    path.write_text("姓名,部门\n张三,软件部\n", encoding="utf-8")
    for action, said in (("import_bill", "不像话费清单"), ("import_calls", "不像交换机话单")):
        clerk = Clerk(counter, qtbot, path)
        clerk.import_it(action)
        assert said in clerk.seen["trouble"]


def test_what_waits_after_an_import_is_reckoned_at_once(house: House, counter: Counter, qtbot: Any):
    counter.prompter.answers.append(True)
    Clerk(counter, qtbot, OP1).import_it(ticks=("照读到的导入",))
    (question,) = counter.prompter.texts("confirm")
    assert question.startswith("现在核算2026 年 10 月的通话和话费？")
    assert counter.window.told[-1] == "2026 年 10 月：通话 2,947 次，核查发现 584 项，话费 2,787.17 元"
    assert house.services["charges"].difference("2026-10") == 0
    assert house.services["findings"].unchecked() == []


def test_what_waits_after_an_import_may_wait_for_the_other_bill(house: House, counter: Counter, qtbot: Any):
    counter.prompter.answers.append(False)
    Clerk(counter, qtbot, OP1).import_it(ticks=("照读到的导入",))
    assert house.services["charges"].table("2026-10") == []
    assert counter.window.told[-1] == "已导入 运营商一 2026-10：2947 次通话"


def test_a_bill_is_corrected_and_voided(house: House, bills: BillsService, counter: Counter):
    record = billed(house)

    counter.answer = fill_in(operator="联通")
    counter.do("bills", "correct", record)
    assert bills.row(record).operator == "联通"
    assert counter.window.told[-1] == "账单已更正"

    counter.answer = fill_in(reason="月份不对")
    counter.do("bills", "void", record)
    assert (bills.row(record).state, bills.row(record).remark) == ("void", "月份不对")
    assert counter.window.told[-1] == "账单已作废：联通 2026-10"
