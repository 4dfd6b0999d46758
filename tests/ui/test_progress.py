from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk_mailadmin.kernel.errors import NeedsConfirmation
from desk_mailadmin.ui.progress import ProgressDialog, RowFeed, Stopped, Work, run_modal
from tests.ui import office
from tests.ui.test_register_tab import button


def test_a_modal_job_reports_and_returns_its_result(theme, qtbot):
    seen = []

    def job(report):
        for n in range(1, 4):
            report(n, 3)
        seen.append(threading.current_thread() is threading.main_thread())
        return "done"

    assert run_modal(None, "导入花名册", job) == "done"
    assert seen == [False]


def test_what_a_modal_job_raises_is_raised_in_the_window(theme, qtbot):
    def job(report):
        raise office.DISK_FULL

    with pytest.raises(type(office.DISK_FULL)):
        run_modal(None, "升级", job, stoppable=False)


def test_a_modal_job_can_be_stopped(theme, qtbot):
    def job(report):
        while True:
            report(1, 0)
            threading.Event().wait(0.005)

    def stop():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ProgressDialog):
            button(dialog, "停止").click()
        else:
            QTimer.singleShot(5, stop)

    QTimer.singleShot(0, stop)
    with pytest.raises(Stopped):
        run_modal(None, "导入", job)


def test_a_job_that_must_not_be_stopped_has_no_button_for_it(theme, qtbot):
    going = threading.Event()
    work = Work(lambda report: going.wait(5))
    dialog = ProgressDialog(None, "升级", work, stoppable=False)
    qtbot.addWidget(dialog)
    dialog.show()
    work.start()
    dialog.reject()
    assert dialog.isVisible()
    assert not dialog._stop.isVisible()
    going.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    work.wait()


def test_a_job_beside_the_window_ends_with_its_result_in_the_window(bench, qtbot):
    got = []
    bench.later(
        "打印 3 份", lambda report: 3, lambda n: got.append((n, threading.current_thread() is threading.main_thread()))
    )
    qtbot.waitUntil(lambda: got == [(3, True)])
    assert len(bench.window.works) == 1


def test_a_job_that_was_stopped_says_nothing_more(bench, qtbot, prompter):
    started = threading.Event()

    def job(report):
        started.set()
        while True:
            report(0, 0)
            threading.Event().wait(0.002)

    got = []
    work = bench.later("导出", job, got.append)
    started.wait(5)
    work.stop()
    qtbot.waitUntil(work.isFinished)
    qtbot.wait(20)
    assert got == []
    assert prompter.asked == []


def test_a_question_nobody_asked_for_is_shown_instead_of_going_round(bench, prompter):
    def deed():
        raise NeedsConfirmation("leaver", "{name} 已离职。", name="唐伟")

    assert bench.run(deed) is None
    assert prompter.texts("warn") == ["唐伟 已离职。"]


def test_rows_are_read_in_the_window_and_written_by_the_worker(qtbot, qapp):
    readers = []

    def chunks():
        for n in range(20):
            readers.append(threading.current_thread() is threading.main_thread())
            yield [n] * 3

    feed = RowFeed(chunks())
    got, reported = [], []
    work = Work(lambda report: [got.extend(chunk) for chunk in feed.taken(lambda *r: reported.append(r), 60)])
    work.start()
    qtbot.waitUntil(work.isFinished)
    work.outcome()
    assert len(got) == 60
    assert reported[-1] == (60, 60)
    assert set(readers) == {True}


def test_a_fault_while_reading_is_raised_in_the_worker(qtbot, qapp):
    def chunks():
        yield [1]
        raise office.DISK_FULL

    feed = RowFeed(chunks())
    work = Work(lambda report: list(feed.taken(report, 2)))
    work.start()
    qtbot.waitUntil(work.isFinished)
    with pytest.raises(type(office.DISK_FULL)):
        work.outcome()


def test_a_closed_feed_lets_the_worker_end(qtbot, qapp):
    def chunks():
        while True:
            yield [1]

    feed = RowFeed(chunks())
    work = Work(lambda report: sum(len(chunk) for chunk in feed.taken(report, 0)))
    work.start()
    qtbot.wait(20)
    feed.close()
    qtbot.waitUntil(work.isFinished)
    assert work.outcome() > 0


def test_a_closing_window_does_not_wait_for_rows_that_only_it_could_read(bench, qapp):
    feed, brought = RowFeed(iter([[1]])), []
    bench.later("导出 交文件", lambda report: list(feed.taken(report, 1)), brought.append)
    bench.wait()  # no event comes through meanwhile, so the feed hands over nothing
    assert brought == []
    feed.close()
