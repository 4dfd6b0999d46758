from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desk_mailadmin.batch import Ready
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.ui.dialogs.batch_preview import BatchPreview
from desk_mailadmin.ui.dialogs.preview_job import Tray
from desk_mailadmin.ui.dialogs.printing import PrinterName
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.paper_printing import print_drawings
from tests.answering import AnsweringPrompter
from tests.papers.test_papers import application_drawing, receipt_drawing
from tests.registers.builders import House
from tests.ui.dialogs.batches import LONG, UNPRINTABLE, waiting, with_data

PRINTERS = (PrinterName("office", "办公室", is_default=True),)


class Bench:
    """What print_drawings needs of a bench: it keeps the jobs it is given."""

    def __init__(self, house: House) -> None:
        self.services, self.jobs = house.services, []

    def open_preview(self, job) -> bool:
        self.jobs.append(job)
        return True


@pytest.fixture
def opened(qtbot, house: House, tmp_path) -> Callable[..., BatchPreview]:
    def preview(drawings, *answers) -> BatchPreview:
        bench = Bench(house)
        by_record = {drawing.paper.record: drawing.paper for drawing in drawings}
        assert print_drawings(bench, drawings, by_record.__getitem__) is False
        memory = Memory(QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat))
        prompter = AnsweringPrompter.with_answers(*answers)
        dialog = BatchPreview(bench.jobs[0], prompter, printers=lambda: PRINTERS, memory=memory)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.outcomes != (), timeout=20_000)
        return dialog

    return preview


def seen(dialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


def test_every_sheet_is_there_to_leaf_through_and_is_handed_to_the_queue(opened, house, qtbot):
    drawings = waiting(house, 3)
    dialog = opened(drawings)
    assert "电子邮件开户申请表　3 份" in dialog.windowTitle()
    assert dialog.paper.pages == 6
    assert "3 份，6 页，没有超出" in seen(dialog)
    assert "每套 2 联 = 6 张" in seen(dialog)
    assert not dialog.trouble.isVisible()
    dialog.paper.go_to(4)
    assert dialog.bar.page.text() == "5"
    dialog.paper.go_to(0)
    dialog.bar.search.setText(drawings[2].paper.number)
    qtbot.waitUntil(lambda: dialog.paper.page == 4)
    assert "4 处" in seen(dialog)
    dialog.bar.search.setText("")
    assert "处" not in dialog.bar.found.text()
    dialog.side.copies[0].click()
    qtbot.waitUntil(lambda: dialog.paper.pages == 3 and dialog.bar.print_button.isEnabled(), timeout=20_000)
    dialog.side.sets.setValue(2)
    dialog.side.right.setValue(1.5)
    assert dialog.tray is None
    qtbot.mouseClick(dialog.bar.print_button, Qt.MouseButton.LeftButton)
    assert (dialog.tray, dialog.copies) == (Tray("office", 2, 1.5, 0), (2,))
    assert [one.drawing for one in dialog.outcomes] == drawings
    assert not dialog.isVisible()
    again = opened(drawings)
    assert again.side.right.value() == 1.5


def test_the_sheets_that_became_longer_are_named_and_one_click_away(opened, house, qtbot):
    drawings = waiting(house, 4)
    drawings[1], drawings[3] = (with_data(drawings[n], reason=LONG) for n in (1, 3))
    dialog = opened(drawings)
    assert (
        f"超出一页：{drawings[1].paper.number} 成了 4 页，应为 2 页；{drawings[3].paper.number}" in dialog.trouble.text
    )
    assert "2 份超出一页，共 12 页" in seen(dialog)
    pages = []
    for _ in range(3):
        qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
        pages.append(dialog.paper.page)
    assert pages == [2, 8, 2]
    assert dialog.bar.print_button.isEnabled()


def test_what_cannot_be_drawn_is_named_and_the_rest_can_be_printed(opened, house):
    drawings = waiting(house, 3)
    drawings[0] = with_data(drawings[0], reason=UNPRINTABLE)
    dialog = opened(drawings)
    assert f"1 份画不出来，不会打印：{drawings[0].paper.number}　此字打不出" in dialog.trouble.text
    assert dialog.paper.pages == 4
    QTest.keySequence(dialog, "Ctrl+P")
    assert dialog.tray is not None


def test_nothing_that_can_be_drawn_cannot_be_printed(opened, house):
    drawings = [with_data(one, reason=UNPRINTABLE) for one in waiting(house, 2)]
    dialog = opened(drawings)
    assert not dialog.bar.print_button.isEnabled()
    QTest.keySequence(dialog, "Ctrl+P")
    assert dialog.tray is None


def test_no_copy_at_all_cannot_be_printed(opened, house):
    dialog = opened(waiting(house, 2))
    for tick in dialog.side.copies:
        tick.click()
    assert "至少要选一联" in seen(dialog)
    assert not dialog.bar.print_button.isEnabled()


def test_papers_of_several_forms_are_one_batch_with_their_copies_by_place(opened, house):
    record, receipt = house.opened()
    dialog = opened([application_drawing(house, record), receipt_drawing(house, receipt.receipt)])
    assert "电子邮件开户申请表等 2 份" in dialog.windowTitle()
    assert [tick.text() for tick in dialog.side.copies] == ["第 1 联", "第 2 联"]
    assert dialog.paper.pages == 4


def test_saving_writes_one_file_keeps_each_paper_and_says_what_was_printed_before(opened, house, tmp_path):
    drawings, target = waiting(house, 3), tmp_path / "批.pdf"
    dialog = opened(drawings, target)
    QTest.keySequence(dialog, "Ctrl+S")
    with Pages(target.read_bytes()) as pages:
        assert pages.count == 6
        assert drawings[2].paper.number in pages.text(5)
    assert f"已存为 {target}" in dialog.trouble.text
    for drawing, one in zip(drawings, dialog.outcomes, strict=True):
        (kept,) = house.services["papers"].prints_of("application", drawing.paper.record)
        assert isinstance(one, Ready)
        assert (kept.number, kept.copies, kept.first_page, kept.pages) == (1, 2, one.first, 2)
    again = opened([house.services["papers"].redrawn(one) for one in drawings])
    assert "其中 3 份以前打印过" in seen(again)
