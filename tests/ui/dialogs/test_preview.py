from __future__ import annotations

import pytest
import typst
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.kernel.detail import HistoryLine
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.paper_view import Fit
from desk_mailadmin.ui.dialogs.preview import PreviewDialog
from desk_mailadmin.ui.dialogs.preview_job import PreviewJob
from desk_mailadmin.ui.dialogs.preview_side import PreviewSide
from desk_mailadmin.ui.dialogs.printing import PrinterName
from desk_mailadmin.ui.memory import Memory
from tests.answering import AnsweringPrompter

PRINTERS = (PrinterName("hall", "走廊"), PrinterName("office", "办公室", is_default=True))


class Print:
    """A printing system that keeps its orders, or refuses."""

    def __init__(self) -> None:
        self.orders, self.done, self.refuse = [], [], False

    def __call__(self, order) -> None:
        if self.refuse:
            raise EnvironmentFault("“{title}”没有打印：缺纸。", remedy="加纸后再打印。", title=order.title)
        self.orders.append(order)


def draw(choice) -> bytes:
    copies = [f"= copy {place + 1} {'blank' if choice.blank else 'Zhou Wenbo'}" for place in choice.copies]
    return typst.compile(('#set page(paper: "a4")\n' + "\n#pagebreak()\n".join(copies)).encode())


@pytest.fixture
def system():
    return Print()


@pytest.fixture
def opened(qtbot, system):
    dialogs = []

    def open_preview(*answers, memory=None, ready=True, **more) -> PreviewDialog:
        given = {"render": draw, "copies": ("第一联 办公室存根", "第二联 申请部门"), "form": "account_application"}
        job = PreviewJob(title="开户申请表 YJ-2026-0141", printed=system.done.append, **(given | more))
        prompter = AnsweringPrompter.with_answers(*answers)
        dialog = PreviewDialog(job, prompter, printers=lambda: PRINTERS, send=system, memory=memory)
        dialogs.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        if ready:
            qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=20_000)
        return dialog

    yield open_preview
    dialogs.clear()


def seen(dialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


def test_the_sheet_is_drawn_with_every_copy_and_checked(opened):
    dialog = opened()
    assert dialog.paper.pages == 2
    assert "2 页，没有超出" in seen(dialog)
    assert "字体齐全，可以搜索" in seen(dialog)
    assert "每套 2 联 = 2 张" in seen(dialog)
    assert "还没有打印过" in seen(dialog)


def test_print_sends_the_sheet_to_the_usual_printer_and_then_notes_it(opened, system, qtbot):
    dialog = opened()
    dialog.side.sets.setValue(2)
    dialog.side.right.setValue(1.5)
    qtbot.mouseClick(dialog.bar.print_button, Qt.MouseButton.LeftButton)
    order, noted = system.orders[0], system.done[0]
    assert (order.printer, order.sets, order.shift_right) == ("office", 2, 1.5)
    assert (noted.printer, noted.sets, noted.choice.copies) == ("office", 2, (0, 1))
    assert noted.pdf == order.pdf
    assert dialog.was_printed
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_printer_that_fails_leaves_the_sheet_unprinted_and_says_what_to_do(opened, system):
    dialog = opened()
    system.refuse = True
    QTest.keySequence(dialog, "Ctrl+P")
    assert system.done == []
    assert not dialog.was_printed
    assert dialog.isVisible()
    assert "缺纸。加纸后再打印。" in seen(dialog)
    system.refuse = False
    QTest.keySequence(dialog, "Ctrl+P")
    assert len(system.done) == 1


def test_a_copy_that_is_not_ticked_is_not_printed(opened, system, qtbot):
    dialog = opened()
    dialog.side.copies[0].click()
    qtbot.waitUntil(lambda: dialog.paper.pages == 1 and dialog.bar.print_button.isEnabled())
    dialog.bar.print_button.click()
    with Pages(system.orders[0].pdf) as pages:
        assert pages.count == 1
        assert "copy 2" in pages.text(0)


def test_no_copy_at_all_cannot_be_printed_and_says_so(opened, system, qtbot):
    dialog = opened()
    for tick in dialog.side.copies:
        tick.click()
    assert "至少要选一联" in seen(dialog)
    assert not dialog.bar.print_button.isEnabled()


def test_the_blank_form(opened, qtbot):
    dialog = opened()
    qtbot.mouseClick(dialog.bar.blank_button, Qt.MouseButton.LeftButton)
    dialog.bar.search.setText("blank")
    qtbot.waitUntil(lambda: "2 处" in seen(dialog))


def test_search_counts_the_places_and_brings_the_first_into_view(opened, qtbot):
    dialog = opened()
    QTest.keySequence(dialog, "Ctrl+F")
    dialog.bar.search.setText("copy 2")
    assert "1 处" in seen(dialog)
    assert dialog.paper.page == 1
    dialog.bar.search.setText("nothing of this")
    assert "0 处" in seen(dialog)


def test_saving_as_pdf_writes_the_file_and_notes_it_without_a_printer(opened, system, tmp_path):
    target = tmp_path / "表.pdf"
    dialog = opened(target)
    QTest.keySequence(dialog, "Ctrl+S")
    assert target.read_bytes() == system.done[0].pdf
    assert system.done[0].printer == ""
    assert f"已存为 {target}" in seen(dialog)
    assert not dialog.was_printed


def test_a_password_slip_is_never_a_file(opened, system):
    dialog = opened(
        can_save=False,
        can_blank=False,
        copies=(),
        render=lambda _: draw(type("C", (), {"copies": (0,), "blank": False})()),
    )
    assert not dialog.bar.save_button.isVisibleTo(dialog)
    QTest.keySequence(dialog, "Ctrl+S")
    dialog.save_as_pdf()
    assert system.done == []


@pytest.mark.parametrize(
    ("can_save", "said"), [(True, "没有找到打印机，可以另存 PDF"), (False, "没有找到打印机，接好打印机再打印")]
)
def test_without_a_printer_saving_is_advised_only_where_it_may_be(opened, can_save, said):
    dialog = opened(can_save=can_save, ready=False)
    side = PreviewSide(dialog._job, (), None)
    assert side.printers.placeholderText() == said


def test_a_sheet_that_grew_to_another_page_is_warned_about(opened):
    dialog = opened(render=lambda _: draw(type("C", (), {"copies": (0, 1, 2), "blank": False})()))
    assert "成了 3 页，应为 2 页" in seen(dialog)


def test_a_sheet_that_cannot_be_drawn_says_why_and_cannot_be_printed(opened, qtbot):
    def refuse(_choice):
        raise UserError("此字打不出：{char}", char="䶮")

    dialog = opened(render=refuse, ready=False)
    qtbot.waitUntil(lambda: "此字打不出：䶮" in seen(dialog))
    assert not dialog.bar.print_button.isEnabled()


def test_earlier_prints_are_listed(opened):
    dialog = opened(log=(HistoryLine("12-01 09:41", "周敏", "打印 2 份"),))
    assert "12-01 09:41　周敏　打印 2 份" in seen(dialog)


def test_settings_are_remembered_per_form(opened, tmp_path):
    memory = Memory(QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat))
    extras = (Choice("log", "附签字记录页"),)
    dialog = opened(memory=memory, extras=extras)
    dialog.side.printers.setCurrentIndex(0)
    dialog.side.down.setValue(-2)
    dialog.bar.print_button.click()
    again = opened(memory=memory, extras=extras)
    assert (again.side.printer, again.side.down.value()) == ("hall", -2)
    other = opened(memory=memory, form="account_receipt")
    assert (other.side.printer, other.side.down.value()) == ("office", 0)


def test_zoom_follows_the_view_until_it_is_set(opened, qtbot):
    dialog = opened()
    assert dialog.paper.fit is Fit.WIDTH
    before = dialog.paper.zoom
    QTest.keySequence(dialog, "Ctrl+=")
    assert dialog.paper.fit is Fit.FREE
    assert dialog.paper.zoom == pytest.approx(before * 1.2)
    assert f"{round(dialog.paper.zoom * 100)} %" in seen(dialog)


def test_page_keys_leaf_and_the_page_number_follows(opened, qtbot):
    dialog = opened()
    qtbot.keyClick(dialog.paper, Qt.Key.Key_PageDown)
    assert dialog.bar.page.text() == "2"
    qtbot.keyClick(dialog.paper, Qt.Key.Key_PageUp)
    assert dialog.bar.page.text() == "1"


def test_once_drawn_the_cursor_stands_on_print_and_does_not_jump_back(opened, qtbot):
    dialog = opened()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.bar.print_button.hasFocus)
    dialog.bar.blank_button.setFocus()
    dialog.side.blank.toggle()
    qtbot.waitUntil(dialog.bar.print_button.isEnabled, timeout=20_000)
    assert dialog.bar.blank_button.hasFocus()
