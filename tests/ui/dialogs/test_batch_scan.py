from __future__ import annotations

from datetime import date, timedelta

import pytest
import typst
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_mailadmin.ui.dialogs.batch_scan import BatchJob, BatchScanDialog, Outcome, SheetLine
from desk_mailadmin.ui.scanner import TakesScans
from tests.answering import AnsweringPrompter

TODAY = date(2026, 12, 3)


class Desk:
    """A desk that signs 1 to 4, waits with 5, and knows no other."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.pages: list[str] = []

    def take(self, text: str, on: date) -> SheetLine:
        self.days.append(on)
        if text == "5":
            return SheetLine("HZ-5", Outcome.OFFERED, "还没有登记送出，按 F8 送出并签收", 5, "谢建华")
        known = text in "1234"
        return SheetLine(f"HZ-{text}", Outcome.DONE if known else Outcome.REFUSED, "已签收" if known else "台账里没有")

    def take_page(self, scan, on: date) -> SheetLine:
        self.pages.append(scan.name)
        return SheetLine(scan.name, Outcome.NOTED, "附了扫描件")

    def do_offered(self, line: SheetLine, on: date) -> SheetLine:
        return SheetLine(line.number, Outcome.DONE, "已送出并签收", line.record, line.name)

    def take_back(self, line: SheetLine) -> SheetLine:
        return SheetLine(line.number, Outcome.UNDONE, "已撤掉", line.record, line.name)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def opened(qtbot, desk):
    kept = []

    def open_dialog(*answers) -> BatchScanDialog:
        job = BatchJob(
            take=desk.take, take_page=desk.take_page, do_offered=desk.do_offered, take_back=desk.take_back,
            today=lambda: TODAY,
        )  # fmt: skip
        dialog = BatchScanDialog("批量签收", job, AnsweringPrompter.with_answers(*answers))
        kept.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield open_dialog
    kept.clear()


@pytest.fixture
def beeps(monkeypatch):
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


def cells(dialog) -> list[list[str]]:
    table = dialog.table
    return [
        [table.item(line, column).text() for column in range(table.columnCount())] for line in range(table.rowCount())
    ]


def type_in(dialog, *texts: str) -> None:
    for text in texts:
        QTest.keyClicks(dialog.edit, text)
        QTest.keyClick(dialog.edit, Qt.Key.Key_Return)


def test_sheet_after_sheet_is_a_row_each_and_the_cursor_stays(opened, beeps):
    dialog = opened()
    assert dialog.edit.hasFocus()
    type_in(dialog, "1", "2")
    assert cells(dialog) == [["HZ-1", "", "", "已签收"], ["HZ-2", "", "", "已签收"]]
    assert (dialog.count.text(), dialog.edit.text(), dialog.edit.hasFocus()) == ("已签收 2 份", "", True)
    assert beeps == []
    assert isinstance(dialog, TakesScans)
    dialog.take_scan("3")
    assert dialog.done_count == 3


def test_what_does_not_fit_beeps_and_says_why_in_red(opened, beeps):
    dialog = opened()
    type_in(dialog, "9")
    dialog.take_misread("8")
    assert beeps == ["beep", "beep"]
    assert dialog.said.message.text == "HZ-8　台账里没有"
    assert dialog.count.text() == "已签收 0 份　没有登记 2 份"
    dialog.take_scan("1")
    inked = [dialog.table.item(line, 0).foreground().style() for line in range(3)]
    assert inked == [Qt.BrushStyle.SolidPattern, Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush]


def test_an_empty_line_asks_nothing(opened, desk):
    dialog = opened()
    type_in(dialog, "", "  ")
    assert (dialog.lines, desk.days) == ([], [])


def test_the_day_is_preset_and_may_be_changed(opened, desk):
    dialog = opened()
    type_in(dialog, "1")
    dialog.day.set_value(TODAY - timedelta(days=2))
    type_in(dialog, "2")
    dialog.day.set_value("4444")
    type_in(dialog, "3")
    assert desk.days == [TODAY, TODAY - timedelta(days=2)]
    assert dialog.said.message.text == "先把签收日期改对。"
    assert dialog.day.has_focus()


def test_what_was_not_sent_is_sent_and_signed_with_one_key(opened, beeps):
    dialog = opened()
    type_in(dialog, "1", "5")
    assert beeps == ["beep"]
    assert dialog.offer.isEnabled()
    QTest.keyClick(dialog.edit, Qt.Key.Key_F8)
    assert cells(dialog)[1] == ["HZ-5", "谢建华", "", "已送出并签收"]
    assert (dialog.done_count, dialog.offer.isEnabled()) == (2, False)


def test_the_last_or_the_chosen_sheet_is_taken_back(opened, beeps):
    dialog = opened()
    type_in(dialog, "1", "2", "3")
    QTest.keyClick(dialog.edit, Qt.Key.Key_F4)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Up)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Up)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Up)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Down)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Up)
    QTest.keyClick(dialog.edit, Qt.Key.Key_F4)
    assert [line.outcome for line in dialog.lines] == [Outcome.UNDONE, Outcome.DONE, Outcome.UNDONE]
    assert dialog.count.text() == "已签收 1 份"
    assert not dialog.back.isEnabled()
    dialog.take_back()
    assert "不用撤" in dialog.said.message.text
    type_in(dialog, "4")
    assert dialog.table.currentRow() == 3


@pytest.fixture
def pdf():
    drawn = typst.Compiler().compile(b"#set page(width: 60mm, height: 40mm)\na\n#pagebreak()\nb", format="pdf")
    assert isinstance(drawn, bytes)
    return drawn


def test_every_page_of_a_scan_is_taken_by_itself(opened, desk, tmp_path, pdf):
    path = tmp_path / "回执.pdf"
    path.write_bytes(pdf)
    dialog = opened(path)
    QTest.keyClick(dialog.edit, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert desk.pages == ["回执_1.pdf", "回执_2.pdf"]
    assert [line.outcome for line in dialog.lines] == [Outcome.NOTED] * 2


def test_a_scan_may_be_dropped_into_the_window(opened, desk, tmp_path, pdf):
    path = tmp_path / "回执.pdf"
    path.write_bytes(pdf)
    dialog = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(drop)
    assert len(desk.pages) == 2


def test_a_file_that_is_no_scan_is_one_sentence(opened, desk, tmp_path, beeps):
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"PK")
    dialog = opened()
    dialog.take_file(path)
    assert dialog.said.message.text == "表.xlsx 不是 PDF，也不是图片，没有收下。"
    assert (desk.pages, beeps) == ([], ["beep"])


def test_of_a_file_the_first_page_that_needs_a_hand_is_chosen_and_one_key_after_the_other_does_them(
    opened, desk, tmp_path, pdf, monkeypatch, beeps
):
    path = tmp_path / "回执.pdf"
    path.write_bytes(pdf)
    offered = iter([SheetLine("HZ-8", Outcome.OFFERED, "还没有登记送出", 8), SheetLine("HZ-9", Outcome.OFFERED, "", 9)])
    monkeypatch.setattr(desk, "take_page", lambda _scan, _on: next(offered))
    dialog = opened()
    dialog._job = replace(dialog._job, take_page=desk.take_page)
    type_in(dialog, "1")
    dialog.take_file(path)
    assert dialog.table.currentRow() == 1
    assert dialog.said.message.text.startswith("回执.pdf 读完，2 张里有 2 张没有登记")
    dialog.do_offered()
    assert dialog.table.currentRow() == 2
    dialog.do_offered()
    assert dialog.done_count == 3
