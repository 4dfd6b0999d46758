"""Several papers at once: ticked, looked at, printed one by one, and gone on with after a stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.ui.dialogs.printing import PrinterGone
from tests.journeys.day import PATIENCE, Day, press
from tests.journeys.main_job import print_all, waiting_application


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def three(day: Day) -> list[int]:
    people = (("CH0065", "chj"), ("CH0013", "zts"), ("CH0014", "qy"))
    return [waiting_application(day, number, f"{name}@chenghu.example") for number, name in people]


def number(day: Day, record: int) -> str:
    return day.service("applications").row(record).number


def tick_all_and_print(day: Day) -> None:
    tab = day.go("applications")
    day.ctrl(Qt.Key.Key_A)
    tab.actions_of.by_key["print"].trigger()


def done(day: Day) -> Callable[[], bool]:
    return lambda: not day.window.bench.queue.run.is_running


def states(queue: Any) -> list[str]:
    return [queue.table.index(row, 1).data() for row in range(queue.table.rowCount())]


def test_ticked_papers_are_looked_at_printed_one_by_one_and_kept(day: Day):
    records = three(day)
    day.hands.expect(print_all(day))
    tick_all_and_print(day)
    assert "3 份" in day.hands.titles[-1]
    day.qtbot.waitUntil(done(day), timeout=PATIENCE)
    queue = day.window.bench.queue
    assert states(queue) == ["已打印"] * 3
    assert not queue.isModal()
    assert sorted(order.title for order in day.printed) == sorted(number(day, record) for record in records)
    assert day.said() == "已打印 3 份"
    for record in records:
        (kept,) = day.office.papers.prints_of("application", record)
        text = text_of_pdf(day.office.papers.kept_pdf(kept))
        assert number(day, record) in text
        assert "第二联" in text
    press(day.qtbot, queue, "关闭")
    assert day.window.bench.queue is None


def test_a_preview_that_is_closed_prints_nothing(day: Day):
    three(day)
    day.hands.expect(lambda dialog: dialog.reject())
    tick_all_and_print(day)
    assert day.printed == []
    assert day.window.bench.queue is None


def test_a_draft_among_them_is_named_and_nothing_is_printed(day: Day):
    three(day)
    entry = day.service("applications").entry(1)
    day.service("applications").void(1, day.clock.today(), "重填")
    day.service("applications").draft(entry)
    tick_all_and_print(day)
    assert "还是草稿，正式填表后才能打印" in day.prompter.texts("warn")[0]
    assert day.printed == []


def test_closing_the_window_while_it_prints_asks_and_the_rest_is_offered_the_next_day(
    day: Day, days: Callable[[Path], Day], staffed: Path
):
    three(day)
    queue = stopped_after_the_first(day)
    day.prompter.answers.extend([False, True])
    day.window.close()
    assert day.window.isVisible()
    assert "正在打印第" in day.prompter.texts("confirm")[-1]
    queue.run.go_on()
    day.window.close()
    assert not day.window.isVisible()
    printed = {order.title for order in day.printed}
    left = {number for number in ("YJ-2026-0001", "YJ-2026-0002", "YJ-2026-0003") if number not in printed}
    assert len(left) == 2
    again = days(staffed)
    (notice,) = again.window.notices.texts()
    assert notice.startswith(f"未打完的一批：还差 {len(left)} 份")


def test_another_desk_is_opened_and_encryption_switched_only_once_the_printing_is_left(day: Day):
    three(day)
    queue = stopped_after_the_first(day)
    entries = {action.objectName(): action for action in day.window.actions()}
    for entry in ("open_desk", "encryption"):
        day.prompter.answers.append(False)
        entries[entry].trigger()
        assert "正在打印第" in day.prompter.texts("confirm")[-1]
        assert queue.isVisible()
        assert day.switched == []
    day.prompter.answers.append(True)
    entries["open_desk"].trigger()
    assert day.switched == ["open"]


def test_the_window_closes_only_when_the_sheet_that_is_with_the_printer_is_kept(
    day: Day, days: Callable[[Path], Day], staffed: Path
):
    records, ready = three(day), threading.Event()

    def send(order: Any) -> None:
        assert ready.wait(PATIENCE / 1000)
        day.printed.append(order)

    day.window.bench._send = send
    day.hands.expect(print_all(day))
    tick_all_and_print(day)
    queue = day.window.bench.queue
    day.qtbot.waitUntil(lambda: "正在打印" in states(queue), timeout=PATIENCE)
    day.prompter.answers.append(True)
    seen = []

    def click_again() -> None:
        day.window.close()
        seen.append(day.window.isVisible())

    QTimer.singleShot(100, click_again)
    QTimer.singleShot(300, ready.set)
    day.window.close()
    assert seen == [True]
    assert not day.window.isVisible()
    assert len(day.printed) == 1
    office = days(staffed).office
    kept = [record for record in records if office.papers.prints_of("application", record)]
    assert [office.services["applications"].row(record).number for record in kept] == [day.printed[0].title]


def stopped_after_the_first(day: Day) -> Any:
    """Begin a batch whose printer is gone after the first sheet; return the queue, which waits."""

    def send(order: Any) -> None:
        if day.printed:
            raise PrinterGone("“{title}”没有打印：打印机不在了。", title=order.title)
        day.printed.append(order)

    day.window.bench._send = send
    day.hands.expect(print_all(day))
    tick_all_and_print(day)
    queue = day.window.bench.queue
    day.qtbot.waitUntil(lambda: queue.run.is_paused, timeout=PATIENCE)
    return queue


def test_what_is_left_is_gone_on_with_or_forgotten(day: Day, days: Callable[[Path], Day], staffed: Path):
    three(day)
    queue = stopped_after_the_first(day)
    press(day.qtbot, queue, "停止")
    assert sorted(states(queue)) == sorted(["已打印", "未打印", "未打印"])
    press(day.qtbot, queue, "关闭")
    day.window.close()
    second = days(staffed)
    assert "还差 2 份" in second.window.notices.texts()[0]
    second.hands.expect(print_all(second))
    press(second.qtbot, second.window.notices, "接着打")
    second.qtbot.waitUntil(done(second), timeout=PATIENCE)
    assert len(second.printed) == 2
    assert not {order.title for order in second.printed} & {order.title for order in day.printed}
    second.window.close()
    third = days(staffed)
    assert third.window.notices.texts() == []


def test_a_leftover_that_nobody_wants_is_not_offered_again(day: Day, days: Callable[[Path], Day], staffed: Path):
    three(day)
    press(day.qtbot, stopped_after_the_first(day), "停止")
    day.window.close()
    second = days(staffed)
    press(second.qtbot, second.window.notices, "不要了")
    second.window.close()
    assert days(staffed).window.notices.texts() == []


def test_only_what_failed_is_printed_again(day: Day):
    records = three(day)
    bad = number(day, records[1])
    taken: list[str] = []

    def send(order: Any) -> None:
        if order.title == bad and bad not in taken:
            taken.append(bad)
            raise EnvironmentFault("“{title}”没有打印：卡纸。", title=order.title)
        day.printed.append(order)

    day.window.bench._send = send
    day.hands.expect(print_all(day))
    tick_all_and_print(day)
    day.qtbot.waitUntil(done(day), timeout=PATIENCE)
    queue = day.window.bench.queue
    assert day.said() == "已打印 2 份，1 份没有打成"
    press(day.qtbot, queue, "只重打失败的 1 份")
    day.qtbot.waitUntil(done(day), timeout=PATIENCE)
    assert [order.title for order in day.printed].count(bad) == 1
    assert day.said() == "已打印 3 份"
