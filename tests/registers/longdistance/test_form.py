"""The dialogs of the log: entering, filling in what the bill knows, the import from the file to undo, the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk_mailadmin.intake.long_distance.reader import LOG_LIMITS, log_of_file
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.lines.rules import rights_up_to
from desk_mailadmin.registers.longdistance.report import figures, log_sheet
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.import_wizard import CHECK, MOVES, RESULT
from tests.registers.builders import HEADQUARTERS, TODAY, House
from tests.registers.counter import Counter, fill_in
from tests.registers.long_distance import BEYOND, bill, call, entry, fill_long_distance, log_of, whose

TALK = {
    "callee": "海关", "called": "010-55501797", "from_at": "1000", "to_at": "10.01", "purpose": "发货确认",
    "result": "已确认",
}  # fmt: skip


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.fixture
def staff(house: House) -> int:
    return house.person(emp_no="A10417")


@pytest.fixture
def line(house: House, staff: int) -> int:
    return house.line("8001", number="057155511001", staff=staff, rights=rights_up_to("domestic"))


def test_picking_the_user_fills_in_the_set_and_saving_enters_the_call(
    house: House, counter: Counter, staff: int, line: int
):
    def answer(dialog: Any) -> bool:
        (hit,) = hits([house.staff.row(staff)])
        dialog.field("staff").set_value(hit)
        dialog.field("staff").picked.emit(hit)
        assert dialog.field("line").value() == line
        return fill_in(on_day=date(2026, 12, 1), **TALK)(dialog)

    counter.answer = answer
    counter.do("longdistance", "new")
    (record,) = log_of(house).keys(Query())
    row = log_of(house).row(record)
    assert (row.from_at, row.to_at, row.called, row.standing) == ("10:00", "10:01", "01055501797", "right")
    assert counter.window.shown == [("longdistance", record)]


def test_one_call_after_the_other(house: House, counter: Counter, staff: int, line: int):
    rounds = []

    def answer(dialog: Any) -> bool:
        rounds.append(dialog.field("on_day").value())
        if len(rounds) == 3:
            dialog.reject()
            return False
        dialog.field("staff").set_value(hits([house.staff.row(staff)])[0])
        dialog.field("line").set_value(dialog.field("line")._find("8001")[0])
        return fill_in(on_day=date(2026, 12, 1), again=True, **TALK)(dialog)

    counter.answer = answer
    counter.do("longdistance", "new")
    assert rounds == [TODAY, date(2026, 12, 1), date(2026, 12, 1)]
    assert len(log_of(house).keys(Query())) == 2


def test_a_field_left_empty_keeps_the_dialog_open(house: House, counter: Counter, staff: int, line: int):
    counter.answer = fill_in(**{**TALK, "result": ""})
    counter.do("longdistance", "new")
    assert not log_of(house).keys(Query())


def test_ctrl_d_copies_the_entry_before(house: House, counter: Counter, staff: int, line: int):
    log_of(house).enter(entry(line, staff, purpose="催款"))

    def answer(dialog: Any) -> bool:
        assert dialog._job.last_saved["purpose"] == "催款"
        assert dialog._job.last_saved["on_day"] == date(2026, 12, 1)
        dialog.reject()
        return False

    counter.answer = answer
    counter.do("longdistance", "new")


def test_a_call_nobody_logged_is_filled_in(house: House, counter: Counter, staff: int, line: int):
    call(house, bill(house), **whose(house, line))
    log_of(house).check("2026-12")
    (record,) = log_of(house).keys(Query(segment="unlogged"))
    counter.answer = fill_in(callee="海关", purpose="发货确认", result="已确认")
    counter.do("longdistance", "fill", record)
    assert [row.state for row in log_of(house).rows(log_of(house).keys(Query()))] == ["ok"]


def test_checking_says_what_came_of_it(house: House, counter: Counter, staff: int, line: int):
    log_of(house).enter(entry(line, staff))
    call(house, bill(house), **whose(house, line))
    counter.do("longdistance", "check")
    assert counter.window.told == ["2026 年 12 月核对完：相符 1 条，不完整 0 条，不实 0 条，清单有而没有登记 0 个"]


def test_the_sheet_is_handed_in_and_reviewed_in_dialogs(house: House, counter: Counter, staff: int, line: int):
    record = log_of(house).enter(entry(line, staff, on_day=date(2026, 11, 20)))
    counter.answer = fill_in(by="程思思")
    counter.do("longdistance", "hand_in", record)
    counter.answer = fill_in(by="王志刚", remark="同意")
    counter.do("longdistance", "review", record)
    held = log_of(house).review_of("2026-11", house.branches.named(HEADQUARTERS) or 0)
    assert held is not None
    assert (held.handed_by, held.reviewed_by, held.reviewed_on) == ("程思思", "王志刚", TODAY)


def test_the_months_sheet_is_drawn_with_what_nobody_logged(house: House, counter: Counter, staff: int, line: int):
    log_of(house).enter(entry(line, staff))
    of = bill(house)
    call(house, of, **whose(house, line))
    call(house, of, "2026-12-02 09:00:00", **{**whose(house, line), "seconds": 200})
    log_of(house).check("2026-12")
    record = log_of(house).keys(Query(segment="ok"))[0]
    counter.do("longdistance", "sheet", record)
    assert counter.titles


def test_the_workbooks_sheet_adds_up_both_blocks(house: House, staff: int, line: int):
    log_of(house).enter(entry(line, staff))
    of = bill(house)
    call(house, of, **whose(house, line))
    call(house, of, "2026-12-02 09:00:00", **{**whose(house, line), "seconds": 200, "fee_fen": 100})
    log_of(house).check("2026-12")
    sheet = log_sheet(log_of(house), "2026-12", ("单位：测试",))
    assert sheet.totals()[13] == 156
    assert sheet.totals()[9] == 2 + 4
    assert [row[2] for row in sheet.rows] == ["周文博", "登记小计", "清单有而登记无（1 次）", "周文博"]
    assert [row[14] for row in sheet.rows] == ["相符", None, None, "登记无"]
    assert figures(log_of(house), "2026-12") == (2, 6, 156, 1)
    assert "超过 3 分钟 1 次" in sheet.notes[0]


def test_who_has_the_key_is_told(house: House, counter: Counter):
    counter.do("longdistance", "keys")
    assert counter.prompter.asked == [("inform", "没有领出的话机钥匙。")]


def test_deleting_asks_first(house: House, counter: Counter, staff: int, line: int):
    record = log_of(house).enter(entry(line, staff))
    counter.do("longdistance", "drop", record)
    assert len(log_of(house).keys(Query())) == 1
    counter.prompter.answers.append(True)
    counter.do("longdistance", "drop", record)
    assert not log_of(house).keys(Query())


# the import


ROWS = (
    "10.8,周文博,国际业务部,8001,海关,01055501797,9:15,9:18,对账,已确认",
    "〃,周 文博,国际业务部,0571-55511001,银行,017909,九点多,9:40,对账,已确认",
    "10月9日,陌生人,国际业务部,9999,银行,02755502891,10:00,10:02,,已确认",
)


def log_file(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "长途登记2026年10月.csv"
    head = "日期,使用人,部门,电话,受话人,对方号码,起,止,联络事项,交涉结果"
    path.write_text("\n".join((head, *(rows or ROWS))), encoding="utf-8")
    return path


def walk(counter: Counter, qtbot: Any, path: Path, seen: dict[str, Any], *, undo: bool = False) -> None:
    def forward(wizard: Any, step: int) -> None:
        while wizard.step < step:
            qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)

    def answer(wizard: Any) -> bool:
        wizard.open_file(path)
        forward(wizard, CHECK)
        seen["faults"] = {
            (row.number, fault.column): fault.sentence for row in wizard.check_page.table.rows for fault in row.faults
        }
        forward(wizard, MOVES)
        seen["groups"] = [button.text() for button in wizard.moves_page.segments]
        forward(wizard, RESULT)
        seen["result"], seen["details"] = wizard.result_page.banner.text, wizard.result_page.details.text()
        if undo:
            qtbot.mouseClick(wizard.result_page.undo, Qt.MouseButton.LeftButton)
        wizard.accept()
        return True

    counter.answer = answer
    counter.do("longdistance", "import_log")


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process: the child is tested elsewhere."""
    from desk_mailadmin.registers.longdistance import import_form

    def read(path: Path, *, today: date, mapping: Any = None, progress: Any = None) -> Any:
        return log_of_file(path, LOG_LIMITS, today, mapping, progress)

    monkeypatch.setattr(import_form, "read_long_distance", read)


@pytest.mark.usefixtures("near")
def test_a_hand_kept_log_goes_in_checked_and_not_twice(
    house: House, counter: Counter, qtbot: Any, tmp_path: Path, staff: int, line: int
):
    of = bill(house, "2026-10")
    call(house, of, "2026-10-08 09:15:20", **{**whose(house, line), "seconds": 170})
    call(house, of, "2026-10-20 09:15:20", **whose(house, line))
    seen: dict[str, Any] = {}
    walk(counter, qtbot, log_file(tmp_path), seen)
    assert seen["faults"][3, "from_at"].startswith("“九点多”看不出是几点几分")
    assert seen["faults"][4, "phone"] == "线路登记里没有“9999”，不知道是哪部电话。"
    assert seen["faults"][4, "name"] == "名册里没有“陌生人”，只按姓名登记。"
    assert seen["faults"][4, "purpose"] == "没有写联络事项，登记为不完整。"
    assert seen["result"] == "已导入 2 条长途登记"
    assert "跳过 1 行" in seen["details"]
    found = {(row.state, row.user) for row in log_of(house).rows(log_of(house).keys(Query()))}
    assert found == {("ok", "周文博"), ("false", "陌生人"), ("unlogged", "周文博")}
    walk(counter, qtbot, log_file(tmp_path), seen)
    assert seen["result"] == "已导入 0 条长途登记"


@pytest.mark.usefixtures("near")
def test_the_import_is_taken_back_as_one(
    house: House, counter: Counter, qtbot: Any, tmp_path: Path, staff: int, line: int
):
    call(house, bill(house, "2026-10"), "2026-10-08 09:15:20", **{**whose(house, line), "seconds": 170})
    walk(counter, qtbot, log_file(tmp_path, ROWS[0]), {}, undo=True)
    rows = log_of(house).rows(log_of(house).keys(Query()))
    assert [row.state for row in rows] == ["unlogged"]


def test_every_state_is_met(house: House):
    people = [house.person(name) for name in ("周文博", "程思思")]
    house.line("8001", number="057155511001", staff=people[0])
    fill_long_distance(house, people)
    assert log_of(house).enter(entry(1, people[1]), BEYOND)
    assert {row.state for row in log_of(house).rows(log_of(house).keys(Query()))} == {
        "open", "ok", "incomplete", "false", "unlogged"
    }  # fmt: skip
