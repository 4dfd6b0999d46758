"""A bar code scanner types like a keyboard: its bursts are told from typing and taken out of the field (UI.md 5)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from desk_mailadmin.documents.sheet_code import LENGTH, SheetCode
from desk_mailadmin.kernel.errors import UserError

FASTEST_TYPIST = 0.035
"""Seconds between two keys below which nobody types: a scanner's keys come closer together."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@runtime_checkable
class TakesScans(Protocol):
    """A dialog that knows what to do with a sheet scanned while it is open."""

    def take_scan(self, digits: str) -> None:
        """Take the sixteen digits of a sheet."""
        ...

    def take_misread(self, digits: str) -> None:
        """Say that these digits were read wrongly."""
        ...


@dataclass(slots=True)
class _Burst:
    """Digits that came one after the other, and the field as it was before the first of them."""

    digits: str = ""
    last: float = 0.0
    restore: Callable[[], None] = field(default=lambda: None)


class Scanner(QObject):
    """Watches the keys of the whole application from :meth:`watch` on.

    ``scanned`` carries the sixteen digits of a sheet; ``misread`` those whose check digits are wrong. Either way the
    focused field is put back as it was and the Enter at the end is swallowed.
    """

    scanned = Signal(str)
    misread = Signal(str)

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._burst = _Burst()

    def watch(self, app: QApplication) -> None:
        """Watch whatever has the cursor; only that widget's events pass through here, so that nothing else slows."""
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return watched is QApplication.focusWidget() and self._on_key(watched, event)
        return False

    def _on_key(self, focused: QWidget, event: QKeyEvent) -> bool:
        moment = self._now()
        if moment - self._burst.last > FASTEST_TYPIST:
            self._burst = _Burst()
        if event.key() in _ENTER:
            return self._on_enter()
        if len(event.text()) == 1 and event.text() in "0123456789":
            self._on_digit(focused, event.text(), moment)
        elif event.text():
            self._burst = _Burst()
        return False

    def _on_digit(self, focused: QWidget, digit: str, moment: float) -> None:
        if not self._burst.digits:
            self._burst.restore = _snapshot(focused)
        self._burst.digits += digit
        self._burst.last = moment

    def _on_enter(self) -> bool:
        burst, self._burst = self._burst, _Burst()
        if len(burst.digits) != LENGTH:
            return False
        burst.restore()
        try:
            SheetCode.parse(burst.digits)
        except UserError:
            self.misread.emit(burst.digits)
        else:
            self.scanned.emit(burst.digits)
        return True


def _snapshot(focused: QWidget) -> Callable[[], None]:
    """Return what puts the field back as it is now."""
    if isinstance(focused, QLineEdit):
        return _line(focused)
    if isinstance(focused, QPlainTextEdit):
        return _lines(focused)
    if isinstance(focused, QAbstractSpinBox):
        return _line(focused.lineEdit())
    return lambda: None


def _line(edit: QLineEdit) -> Callable[[], None]:
    text, cursor, start, length = edit.text(), edit.cursorPosition(), edit.selectionStart(), len(edit.selectedText())

    def restore() -> None:
        if edit.text() != text:
            edit.setText(text)
            edit.textEdited.emit(text)
        edit.setCursorPosition(cursor)
        if start >= 0:
            edit.setSelection(start, length)

    return restore


def _lines(edit: QPlainTextEdit) -> Callable[[], None]:
    steps, text, place = edit.document().availableUndoSteps(), edit.toPlainText(), edit.textCursor()
    anchor, position = place.anchor(), place.position()

    def restore() -> None:
        while edit.document().availableUndoSteps() > steps:
            edit.undo()
        if edit.toPlainText() != text:
            edit.setPlainText(text)
        cursor = edit.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, cursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)

    return restore
