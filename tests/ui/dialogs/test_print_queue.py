from __future__ import annotations

import stat
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from desk_mailadmin.batch import drawn
from desk_mailadmin.documents.pages import Pages, text_of_pdf
from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.ui.dialogs.preview_job import Tray
from desk_mailadmin.ui.dialogs.print_queue import PrintQueue
from desk_mailadmin.ui.dialogs.printing import print_pdf
from desk_mailadmin.unfinished import Unfinished
from tests.answering import AnsweringPrompter
from tests.members.people import come, switched_on
from tests.registers.builders import House
from tests.ui.dialogs.batches import LONG, UNPRINTABLE, FakePrinter, waiting, with_data

TRAY = Tray("office")
NAME, REMARK, COPIES, PAGES = 3, 4, 6, 7


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def prompter() -> AnsweringPrompter:
    return AnsweringPrompter()


@pytest.fixture
def make(qtbot, house: House, prompter) -> Callable[..., PrintQueue]:
    def open_queue(send: Any) -> PrintQueue:
        queue = PrintQueue(house.services["papers"], Unfinished(house.desk), prompter, send)
        qtbot.addWidget(queue, before_close_func=lambda one: end(one, send))
        queue.show()
        return queue

    def end(queue: PrintQueue, send: Any) -> None:
        if isinstance(send, FakePrinter):
            send.ready.set()
        queue.run.stop()
        qtbot.waitUntil(ended(queue))
        queue.run.close()

    return open_queue


@pytest.fixture
def queue(make, printer) -> PrintQueue:
    return make(printer)


def add(queue: PrintQueue, drawings, copies=(1, 2), tray=TRAY) -> None:
    queue.add(list(drawn(drawings, copies)), copies, tray)


def ended(queue: PrintQueue) -> Callable[[], bool]:
    return lambda: not queue.run.is_running


def column(queue: PrintQueue, place: int) -> list[str]:
    return [queue.table.index(row, place).data() for row in range(queue.table.rowCount())]


def states(queue: PrintQueue) -> list[str]:
    return column(queue, 1)


def select(queue: PrintQueue, *places: int) -> None:
    chosen = queue.view.selectionModel()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    queue.view.clearSelection()
    for place in places:
        chosen.select(queue.table.index(place, 0), flags)


def prints(house: House, drawing) -> list:
    return list(house.services["papers"].prints_of("application", drawing.paper.record))


def test_each_paper_is_a_job_of_its_own_with_its_copies_kept_once_the_printer_took_it(qtbot, queue, printer, house):
    drawings = waiting(house, 3)
    said = []
    queue.told.connect(said.append)
    add(queue, drawings, tray=Tray("office", 2, 1.5, -1))
    qtbot.waitUntil(ended(queue))
    assert printer.titles == [one.paper.number for one in drawings]
    assert {(one.printer, one.sets, one.shift_right, one.shift_down) for one in printer.orders} == {
        ("office", 2, 1.5, -1)
    }
    for order, drawing in zip(printer.orders, drawings, strict=True):
        text = text_of_pdf(order.pdf)
        assert text.count(drawing.paper.number) >= 2
        assert "第一联" in text
        assert "第二联" in text
        (kept,) = prints(house, drawing)
        assert (kept.number, kept.copies) == (1, 4)
        with Pages(house.services["papers"].kept_pdf(kept)) as again, Pages(order.pdf) as sent:
            assert [again.image(n, dpi=40).pixels for n in (0, 1)] == [sent.image(n, dpi=40).pixels for n in (0, 1)]
    assert states(queue) == ["已打印"] * 3
    assert column(queue, NAME) == ["周文博", "程思思", "李可"]
    assert column(queue, COPIES) == ["第 1、2 联 ×2"] * 3
    assert said == ["已打印 3 份"]
    assert queue.headline.text() == "已打印 3 份"
    assert not (house.desk.folder / "drafts" / "print-queue.json").exists()


def test_one_copy_alone_is_printed_alone(qtbot, queue, printer, house):
    add(queue, waiting(house, 2), copies=(2,))
    qtbot.waitUntil(ended(queue))
    assert all("第一联" not in text_of_pdf(order.pdf) for order in printer.orders)
    assert column(queue, COPIES) == ["第 2 联"] * 2


def test_what_fails_does_not_stop_the_others_and_only_that_is_printed_again(qtbot, queue, printer, house):
    drawings = waiting(house, 4)
    printer.refuses = {drawings[1].paper.number}
    add(queue, drawings)
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印", "失败", "已打印", "已打印"]
    assert column(queue, REMARK)[1] == "卡纸"
    assert queue.headline.text() == "已打印 3 份，1 份没有打成"
    assert prints(house, drawings[1]) == []
    printer.refuses, before = set(), len(printer.orders)
    assert queue.failed_button.text().strip() == "只重打失败的 1 份"
    qtbot.mouseClick(queue.failed_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ended(queue))
    assert printer.titles[before:] == [drawings[1].paper.number]
    assert states(queue) == ["已打印"] * 4
    (kept,) = prints(house, drawings[1])
    code = SheetCode.parse(digits_in_pdf(printer.orders[-1].pdf)[0])
    assert (kept.number, code.print_no) == (1, 1)
    assert not queue.failed_button.isEnabled()


def test_a_sheet_that_cannot_be_drawn_says_why_in_its_row(qtbot, queue, printer, house):
    drawings = waiting(house, 3)
    drawings[1] = with_data(drawings[1], reason=UNPRINTABLE)
    add(queue, drawings)
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印", "失败", "已打印"]
    assert "此字打不出" in column(queue, REMARK)[1]
    queue.print_failed()
    qtbot.waitUntil(ended(queue))
    assert states(queue)[1] == "失败"


def test_a_sheet_of_two_pages_is_marked(qtbot, queue, printer, house):
    drawings = waiting(house, 2)
    drawings[1] = with_data(drawings[1], reason=LONG)
    add(queue, drawings)
    qtbot.waitUntil(ended(queue))
    assert column(queue, PAGES) == ["2", "4"]
    assert column(queue, REMARK) == ["", "成了 4 页，应为 2 页"]


def test_a_printer_that_is_gone_pauses_until_the_clerk_says_go_on(qtbot, queue, printer, house):
    drawings = waiting(house, 3)
    printer.gone = True
    add(queue, drawings)
    qtbot.waitUntil(lambda: queue.run.is_paused)
    assert states(queue) == ["等待"] * 3
    assert queue.headline.text() == "打印停住了　第 1 / 3 份"
    assert "打印机不在了。看看打印机是否开机" in queue.trouble.text
    assert queue.trouble.isVisible()
    printer.gone = False
    qtbot.mouseClick(queue.go_on_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印"] * 3
    assert not queue.trouble.isVisible()


def test_a_pause_can_end_in_a_stop_and_the_rest_be_printed_later(qtbot, queue, printer, house):
    drawings = waiting(house, 3)
    printer.gone = True
    add(queue, drawings)
    qtbot.waitUntil(lambda: queue.run.is_paused)
    qtbot.mouseClick(queue.stop_button, Qt.MouseButton.LeftButton)
    assert states(queue) == ["未打印"] * 3
    assert ended(queue)()
    assert queue.headline.text() == "已打印 0 份，3 份没有打"
    assert len(Unfinished(house.desk).left().sheets) == 3
    printer.gone = False
    qtbot.mouseClick(queue.left_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印"] * 3
    assert Unfinished(house.desk).left().sheets == ()


def test_three_refused_in_a_row_are_taken_for_a_printer_that_needs_a_hand(qtbot, queue, printer, house):
    drawings = waiting(house, 5)
    printer.refuses = {one.paper.number for one in drawings}
    add(queue, drawings)
    qtbot.waitUntil(lambda: queue.run.is_paused)
    assert states(queue) == ["失败", "失败", "失败", "等待", "等待"]
    printer.refuses = set()
    queue.go_on_button.click()
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["失败", "失败", "失败", "已打印", "已打印"]


def test_stop_lets_the_present_sheet_end_and_keeps_it(qtbot, queue, printer, house):
    drawings = waiting(house, 4)
    printer.ready.clear()
    add(queue, drawings)
    qtbot.waitUntil(lambda: states(queue)[0] == "正在打印")
    assert queue.headline.text() == "正在打印　第 1 / 4 份"
    qtbot.mouseClick(queue.stop_button, Qt.MouseButton.LeftButton)
    assert states(queue) == ["正在打印", "未打印", "未打印", "未打印"]
    printer.ready.set()
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印", "未打印", "未打印", "未打印"]
    assert len(prints(house, drawings[0])) == 1
    assert [one.number for one in Unfinished(house.desk).left().sheets] == [d.paper.number for d in drawings[1:]]


def test_the_journal_names_who_ordered_a_batch_though_another_came_to_the_desk(qtbot, queue, printer, house):
    desk = house.desk
    switched_on(desk)
    come(desk, "周敏")
    drawings = waiting(house, 2)
    printer.ready.clear()
    add(queue, drawings)
    qtbot.waitUntil(lambda: states(queue)[0] == "正在打印")
    come(desk, "陈翔")  # who may only look
    printer.ready.set()
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印"] * 2
    assert [kept.who for drawing in drawings for kept in prints(house, drawing)] == ["周敏"] * 2
    assert all("周敏" in text_of_pdf(order.pdf) and "陈翔" not in text_of_pdf(order.pdf) for order in printer.orders)
    rows = desk.database.execute_sql(
        "SELECT who, json_extract(body, '$.member') FROM journal WHERE action = 'paper.print'"
    ).fetchall()
    assert rows == [("周敏", desk.members.named("周敏").id)] * 2
    assert (desk.who, desk.gate.person.name) == ("陈翔", "陈翔")


def test_closing_asks_while_it_prints_and_then_waits_for_the_present_sheet(qtbot, queue, printer, house, prompter):
    drawings = waiting(house, 3)
    printer.ready.clear()
    add(queue, drawings)
    qtbot.waitUntil(lambda: states(queue)[0] == "正在打印")
    prompter.answers.extend([False, True])
    queue.close()
    assert queue.isVisible()
    assert "正在打印第 1 / 3 份" in prompter.texts("confirm")[0]
    assert states(queue) == ["正在打印", "等待", "等待"]
    qtbot.mouseClick(queue.close_button, Qt.MouseButton.LeftButton)
    assert queue.isVisible()
    printer.ready.set()
    qtbot.waitUntil(lambda: not queue.isVisible())
    assert len(prints(house, drawings[0])) == 1
    assert printer.titles == [drawings[0].paper.number]


def test_a_selected_paper_is_printed_again_as_a_print_of_its_own(qtbot, queue, printer, house, prompter):
    drawings = waiting(house, 3)
    add(queue, drawings)
    qtbot.waitUntil(ended(queue))
    select(queue, 2)
    prompter.answers.append(False)
    qtbot.mouseClick(queue.selected_button, Qt.MouseButton.LeftButton)
    assert len(printer.orders) == 3
    assert "1 份已经打印过" in prompter.texts("confirm")[0]
    prompter.answers.append(True)
    qtbot.mouseClick(queue.selected_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ended(queue))
    assert printer.titles[3:] == [drawings[2].paper.number]
    assert [one.number for one in prints(house, drawings[2])] == [1, 2]
    codes = [SheetCode.parse(digits_in_pdf(printer.orders[n].pdf)[0]).print_no for n in (2, 3)]
    assert codes == [1, 2]
    assert column(queue, REMARK)[2] == "第 2 次打印"


def test_another_batch_joins_the_queue_and_a_sheet_in_both_gets_its_next_number(qtbot, queue, printer, house):
    drawings = waiting(house, 3)
    printer.ready.clear()
    add(queue, drawings[:2])
    qtbot.waitUntil(lambda: states(queue)[0] == "正在打印")
    add(queue, drawings[1:], copies=(1,), tray=Tray("hall"))
    assert queue.headline.text() == "正在打印　第 1 / 4 份"
    printer.ready.set()
    qtbot.waitUntil(ended(queue))
    assert [(one.title, one.printer) for one in printer.orders] == [
        (drawings[0].paper.number, "office"),
        (drawings[1].paper.number, "office"),
        (drawings[1].paper.number, "hall"),
        (drawings[2].paper.number, "hall"),
    ]
    codes = [SheetCode.parse(digits_in_pdf(order.pdf)[0]).print_no for order in printer.orders]
    assert codes == [1, 1, 2, 1]
    assert [one.number for one in prints(house, drawings[1])] == [1, 2]


def test_what_was_voided_before_its_turn_is_not_printed_nor_again_nor_offered_later(qtbot, queue, printer, house):
    drawings = waiting(house, 3)
    paper_of = partial(application_paper, house.applications, house.desk.settings)
    printer.ready.clear()
    queue.add(list(drawn(drawings, (1,))), (1,), TRAY, lambda paper: paper_of(paper.record))
    qtbot.waitUntil(lambda: states(queue)[0] == "正在打印")
    house.applications.void(drawings[1].paper.record, house.clock.today(), "重填")
    printer.ready.set()
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印", "失败", "已打印"]
    assert column(queue, REMARK)[1] == "已经作废，没有打印。"
    assert Unfinished(house.desk).left().sheets == ()
    queue.failed_button.click()
    qtbot.waitUntil(ended(queue))
    assert column(queue, REMARK)[1] == "已经作废，没有打印。"
    assert drawings[1].paper.number not in printer.titles
    assert Unfinished(house.desk).left().sheets == ()


def test_what_changed_before_its_turn_is_printed_as_it_is_now_only_by_the_clerks_word(qtbot, queue, printer, house):
    drawings = waiting(house, 2)
    now = [drawings[0], with_data(drawings[1], reason="改为与海外客户往来")]
    by_record = {drawing.paper.record: drawing.paper for drawing in now}
    queue.add(list(drawn(drawings, (1,))), (1,), TRAY, lambda paper: by_record[paper.record])
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印", "失败"]
    assert column(queue, REMARK)[1] == "排好版以后内容改过，没有打印；重打就按现在的内容。"
    queue.failed_button.click()
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印"] * 2
    assert "改为与海外客户往来" in text_of_pdf(printer.orders[-1].pdf).replace("\n", "")


def test_what_cannot_be_kept_is_not_printed(qtbot, queue, printer, house):
    drawings = waiting(house, 2)
    outcomes = list(drawn(drawings, (1,)))
    shelf = house.desk.folder / "printed"
    shelf.mkdir(exist_ok=True)
    away = shelf.rename(shelf.with_name("away"))
    shelf.write_text("no folder", encoding="utf-8")
    queue.add(outcomes, (1,), TRAY)
    qtbot.waitUntil(lambda: queue.run.is_paused)
    assert printer.orders == []
    assert states(queue) == ["等待"] * 2
    shelf.unlink()
    away.rename(shelf)
    queue.go_on_button.click()
    qtbot.waitUntil(ended(queue))
    assert states(queue) == ["已打印"] * 2


@pytest.mark.qt_no_exception_capture
def test_a_bug_stops_the_run_and_comes_to_light(qtbot, make, house):
    def broken(_order):
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        queue = make(broken)
        add(queue, waiting(house, 2))
        qtbot.waitUntil(ended(queue))
    assert caught[0][0] is ZeroDivisionError
    assert states(queue) == ["失败", "未打印"]
    assert "程序出错" in column(queue, REMARK)[0]


FAKE_LP = """#!/bin/sh
for word in "$@"; do last2=$last; last=$word; [ "$last2" = "-t" ] && title=$word; done
cat > "{folder}/$title.pdf"
if [ "$title" = "{bad}" ] && [ ! -e "{folder}/mended" ]; then echo "lp: out of paper" >&2; exit 1; fi
"""


def test_through_a_printing_system_each_sheet_arrives_by_its_number(qtbot, make, house, tmp_path, monkeypatch):
    drawings = waiting(house, 3)
    folder, program = tmp_path / "taken", tmp_path / "bin" / "lp"
    folder.mkdir()
    program.parent.mkdir()
    program.write_text(FAKE_LP.format(folder=folder, bad=drawings[1].paper.number))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    queue = make(print_pdf)
    add(queue, drawings)
    qtbot.waitUntil(ended(queue), timeout=20_000)
    assert states(queue) == ["已打印", "失败", "已打印"]
    assert "out of paper" in column(queue, REMARK)[1]
    (folder / "mended").touch()
    queue.print_failed()
    qtbot.waitUntil(ended(queue), timeout=20_000)
    assert states(queue) == ["已打印"] * 3
    for drawing in drawings:
        assert set(digits_in_pdf((folder / f"{drawing.paper.number}.pdf").read_bytes())) == {drawing.digits}
