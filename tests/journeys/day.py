"""A day at the desk: the real window, its dialogs answered one by one, its sheets taken by a printer of the test's own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget

from desk_mailadmin.app.desk_window import DeskWindow, make_window
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.ui.dialogs.chooser import Chooser
from desk_mailadmin.ui.dialogs.printing import PrintOrder
from desk_mailadmin.ui.register_tab import RegisterTab
from desk_mailadmin.ui.scanner import Scanner
from desk_mailadmin.ui.theme import Theme
from tests.answering import AnsweringPrompter
from tests.desks import clock

PATIENCE = 30_000
"""Milliseconds a drawing may take on a machine that others use too; nothing waits that long when all is well."""

Deed = Callable[[Any], object]


@dataclass
class Hands:
    """Answers each dialog with the deed that waits for it; one that nobody expected fails the test.

    Of the kinds of application the one that ``kind`` names by some letters is taken, the first where it names none.
    """

    qtbot: Any
    waiting: deque[Deed] = field(default_factory=deque)
    titles: list[str] = field(default_factory=list)
    kind: str = ""

    def expect(self, *deeds: Deed) -> None:
        """Say what will be done with the next dialogs, in their order."""
        self.waiting.extend(deeds)

    def __call__(self, dialog: QDialog) -> bool:
        if isinstance(dialog, Chooser):
            return self._choose(dialog)
        self.titles.append(dialog.windowTitle())
        assert self.waiting, f"unexpected dialog: {dialog.windowTitle()}"
        deed = self.waiting.popleft()
        dialog.setModal(True)
        dialog.show()
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        deed(dialog)
        assert not dialog.isVisible(), f"left open: {dialog.windowTitle()}, {said_in(dialog)}"
        return dialog.result() == QDialog.DialogCode.Accepted

    def _choose(self, dialog: Chooser) -> bool:
        dialog.setModal(True)
        dialog.show()
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        self.qtbot.keyClicks(dialog.edit, self.kind)
        self.qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
        return dialog.result() == QDialog.DialogCode.Accepted


@dataclass
class Day:
    """The window of one office, and the clerk in front of it."""

    qtbot: Any
    theme: Theme
    settings: QSettings
    office: Office
    clock: StillClock
    prompter: AnsweringPrompter
    hands: Hands
    switched: list[str] = field(default_factory=list)
    printed: list[PrintOrder] = field(default_factory=list)
    window: DeskWindow = field(init=False)

    def __post_init__(self) -> None:
        self.window = make_window(
            self.office, self.theme, self.settings, self.prompter, self.switched.append, self.hands, self.printed.append
        )  # fmt: skip
        self.window.resize(1440, 900)
        self.window.show()
        self.front()

    def front(self) -> None:
        """Bring the window to the front."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def service(self, key: str) -> Any:
        return self.office.services[key]

    def go(self, register: str) -> RegisterTab:
        """Bring a register's tab to the front."""
        self.front()
        tab = self.window.register_tab(register)
        page = self.window._page_of(register)
        self.window.tabs.setCurrentWidget(page)
        page.show_register(register)
        self.qtbot.waitUntil(tab.isVisible)
        tab.view.setFocus()
        return tab

    def select(self, register: str, record: int) -> RegisterTab:
        """Make a record current."""
        self.front()
        self.window.show_record(register, record)
        tab = self.window.register_tab(register)
        assert tab.current_record() == record
        self.qtbot.waitUntil(lambda: tab.isVisible() and tab.view.hasFocus())
        return tab

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        self.front()
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def scan(self, digits: str) -> None:
        """Hold a sheet under the scanner."""
        for sign in digits:
            self.qtbot.keyClick(QApplication.focusWidget(), sign)
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def said(self) -> str:
        """What the status bar says."""
        return self.window.status.said()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()


def open_day(qtbot: Any, theme: Theme, settings: QSettings, folder: Path, prompter: AnsweringPrompter) -> Day:
    """Open the window on a desk."""
    now = clock()
    return Day(qtbot, theme, settings, open_office(folder, now), now, prompter, Hands(qtbot))


def slow_scanner(app: QApplication) -> Scanner:
    """A scanner whose keys all come at once, however slow the machine is."""
    scanner = Scanner(now=lambda: 1.0)
    scanner.watch(app)
    return scanner


# widgets, as a clerk finds them


def buttons(widget: QWidget, words: str) -> list[QAbstractButton]:
    """The visible buttons whose text holds these words."""
    QApplication.processEvents()  # what was just laid out is shown
    return [b for b in widget.findChildren(QAbstractButton) if words in b.text() and b.isVisible()]


def press(qtbot: Any, widget: QWidget, words: str) -> None:
    """Push the first visible button with these words."""
    found = buttons(widget, words)
    assert found, f"no button “{words}” among {[b.text() for b in buttons(widget, '')]}"
    assert found[0].isEnabled(), f"“{words}” is locked"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def type_into(qtbot: Any, edit: QLineEdit, text: str) -> None:
    """Replace what stands in a line by typing."""
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(edit, text)
    else:  # as an input method delivers it
        edit.insert(text)
        edit.textEdited.emit(edit.text())


def said_in(widget: QWidget) -> list[str]:
    """Every text that is seen in a widget."""
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def is_said(widget: QWidget, words: str) -> bool:
    return any(words in text for text in said_in(widget))


def files_below(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
