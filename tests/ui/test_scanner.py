from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QWidget

from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.ui.dialogs.pieces import column, holding
from desk_mailadmin.ui.scanner import Scanner

CODE = SheetCode(desk=17, form=1, year=26, serial=141, print_no=1).digits


class Watch:
    """A clock that moves only when a key is pressed."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def desk(qtbot, qapp):
    """A window with one field of each sort, and a scanner that watches the application."""
    watch = Watch()
    scanner = Scanner(now=watch)
    scanner.heard, scanner.wrong = [], []
    scanner.scanned.connect(scanner.heard.append)
    scanner.misread.connect(scanner.wrong.append)
    fields = {
        "line": QLineEdit("前文"),
        "lines": QPlainTextEdit("第一行"),
        "spin": QSpinBox(),
        "button": QPushButton("办"),
    }
    fields["spin"].setRange(0, 99_999)
    fields["spin"].setValue(10)
    window = holding(column(*fields.values()))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    scanner.watch(qapp)
    yield Desk(fields, watch, scanner)
    window.close()
    scanner.deleteLater()


class Desk:
    def __init__(self, fields, watch, scanner) -> None:
        self.fields, self._watch, self.scanner = fields, watch, scanner

    def type(self, qtbot, text: str, gap: float) -> None:
        for char in text:
            self._watch.at += gap
            qtbot.keyClick(QApplication.focusWidget(), char)

    def enter(self, qtbot, gap: float) -> None:
        self._watch.at += gap
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def scan(self, qtbot, digits: str = CODE) -> None:
        self.type(qtbot, digits, 0.005)
        self.enter(qtbot, 0.005)


def focus(widget: QWidget) -> None:
    widget.setFocus()
    assert QApplication.focusWidget() is widget


def test_a_scan_is_heard_and_the_line_is_as_it_was(desk, qtbot):
    line = desk.fields["line"]
    focus(line)
    line.setCursorPosition(1)
    entered = []
    line.returnPressed.connect(lambda: entered.append(1))
    desk.scan(qtbot)
    assert desk.scanner.heard == [CODE]
    assert (line.text(), line.cursorPosition()) == ("前文", 1)
    assert entered == []


def test_what_was_selected_in_the_line_is_selected_again(desk, qtbot):
    line = desk.fields["line"]
    focus(line)
    line.selectAll()
    desk.scan(qtbot)
    assert (line.text(), line.selectedText()) == ("前文", "前文")


def test_a_long_text_is_as_it_was(desk, qtbot):
    lines = desk.fields["lines"]
    focus(lines)
    lines.moveCursor(lines.textCursor().MoveOperation.End)
    desk.scan(qtbot)
    assert desk.scanner.heard == [CODE]
    assert lines.toPlainText() == "第一行"
    assert lines.textCursor().position() == 3


def test_a_number_is_as_it_was(desk, qtbot):
    spin = desk.fields["spin"]
    focus(spin)
    desk.scan(qtbot)
    assert desk.scanner.heard == [CODE]
    assert spin.value() == 10


def test_a_scan_over_a_button_is_heard_and_does_not_press_it(desk, qtbot):
    pressed = []
    desk.fields["button"].clicked.connect(lambda: pressed.append(1))
    focus(desk.fields["button"])
    desk.scan(qtbot)
    assert desk.scanner.heard == [CODE]
    assert pressed == []


def test_typing_is_left_alone(desk, qtbot):
    line = desk.fields["line"]
    focus(line)
    line.clear()
    entered = []
    line.returnPressed.connect(lambda: entered.append(1))
    desk.type(qtbot, CODE, 0.08)
    desk.enter(qtbot, 0.08)
    assert desk.scanner.heard == []
    assert line.text() == CODE
    assert entered == [1]


def test_a_burst_of_another_length_is_left_alone(desk, qtbot):
    line = desk.fields["line"]
    focus(line)
    line.clear()
    desk.scan(qtbot, "6901234567892")
    assert desk.scanner.heard == []
    assert line.text() == "6901234567892"


def test_digits_typed_before_a_scan_stay(desk, qtbot):
    line = desk.fields["line"]
    focus(line)
    line.clear()
    desk.type(qtbot, "80", 0.2)
    desk.type(qtbot, CODE[0], 0.2)
    desk.type(qtbot, CODE[1:], 0.005)
    desk.enter(qtbot, 0.005)
    assert desk.scanner.heard == [CODE]
    assert line.text() == "80"


def test_a_wrong_check_sum_is_told_and_the_field_is_as_it_was(desk, qtbot):
    focus(desk.fields["line"])
    wrong = CODE[:-1] + str((int(CODE[-1]) + 1) % 10)
    desk.scan(qtbot, wrong)
    assert desk.scanner.heard == []
    assert desk.scanner.wrong == [wrong]
    assert desk.fields["line"].text() == "前文"


def test_two_sheets_one_after_the_other(desk, qtbot):
    focus(desk.fields["line"])
    desk.scan(qtbot)
    other = SheetCode(desk=17, form=2, year=26, serial=142, print_no=2).digits
    desk.scan(qtbot, other)
    assert desk.scanner.heard == [CODE, other]


class Counting(Scanner):
    """Counts the events that pass through."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = []

    def eventFilter(self, watched, event):  # noqa: N802  (Qt names it)
        self.passed.append(watched)
        return super().eventFilter(watched, event)


def test_only_the_widget_with_the_cursor_passes_its_events_through(desk, qapp):
    line, lines = desk.fields["line"], desk.fields["lines"]
    counting = Counting()
    counting.watch(qapp)
    focus(line)
    focus(lines)
    counting.passed.clear()
    QApplication.sendEvent(line, QEvent(QEvent.Type.User))
    assert counting.passed == []
    QApplication.sendEvent(lines, QEvent(QEvent.Type.User))
    assert counting.passed == [lines]
