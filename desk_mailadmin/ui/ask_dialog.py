"""The small dialogs behind the prompter: one question, at most two entries, a verb on the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from desk_mailadmin.kernel.dates import date_from_entry
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, column, holding, label, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said

_TONES = {"info": ("info", "blue"), "warn": ("triangle-alert", "amber"), "danger": ("circle-alert", "red")}


class MessageDialog(QDialog):
    """A message or a question with a verb; returns accepted where the verb was chosen.

    ``refusal`` is the other button's text, empty for a message that needs no answer; it is the default.
    """

    def __init__(
        self, parent: QWidget | None, text: str, verb: str, *, detail: str = "", tone: str = "info", refusal: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("邮件管理台账"))
        self.setAccessibleDescription(text)
        words = [label(text, "b", wrap=True)]
        if detail:
            words.append(label(detail, wrap=True))
        for word in words:
            word.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            word.setMinimumWidth(chars(self, 22))
        name, colour = _TONES[tone]
        sign = column(IconLabel(26, name, colour), None)
        column_of_words = column(*words, None, spacing=6)
        self.setLayout(column(row(sign, column_of_words, spacing=14), self._buttons(verb, refusal, tone), spacing=16,
                              margins=(20, 18, 20, 16)))  # fmt: skip
        self.setMinimumWidth(chars(self, 30))

    def _buttons(self, verb: str, refusal: str, tone: str) -> QWidget:
        go = Button(verb, kind="danger" if tone == "danger" else "primary")
        go.clicked.connect(self.accept)
        if not refusal:
            go.setDefault(True)
            return holding(row(None, go))
        stay = Button(refusal)
        stay.clicked.connect(self.reject)
        stay.setDefault(True)
        stay.setFocus()
        return holding(row(None, stay, go))


class EntryDialog(QDialog):
    """A question with one or two entries; :attr:`answer` holds what the checks made of them."""

    def __init__(self, parent: QWidget | None, question: str, verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("邮件管理台账"))
        self.answer: list[object] = []
        self._entries: list[tuple[QWidget, Callable[[], object]]] = []
        self._fault = label("", "err", wrap=True)
        self._fault.setMinimumHeight(self._fault.fontMetrics().height())
        stay, go = Button(self.tr("取消")), Button(verb, kind="primary")
        stay.clicked.connect(self.reject)
        go.clicked.connect(self._finish)
        go.setDefault(True)
        self._body = column(spacing=6)
        asked = label(question, "b", wrap=True)
        self.setLayout(
            column(asked, self._body, self._fault, row(None, stay, go), spacing=10, margins=(20, 18, 20, 16))
        )
        self.setMinimumWidth(chars(self, 32))

    def add(self, title: str, entry: QWidget, read: Callable[[], object]) -> None:
        """Add an entry; ``read`` returns its value or raises UserError with what must be mended."""
        if title:
            caption = label(title, "muted")
            caption.setBuddy(entry)
            self._body.addWidget(caption)
        entry.setAccessibleName(title)
        self._body.addWidget(entry)
        if isinstance(entry, TextEntry):
            entry.ended.connect(self._finish)
        self._entries.append((entry, read))
        if len(self._entries) == 1:
            entry.setFocus()

    def _finish(self) -> None:
        answer = []
        for entry, read in self._entries:
            try:
                answer.append(read())
            except UserError as fault:
                self._fault.setText(said(fault))
                entry.setFocus()
                return
        self.answer = answer
        self.accept()


class TextEntry(QPlainTextEdit):
    """Three lines in which Tab moves on and Enter ends the question; Shift+Enter begins a new line."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


def text_entry(start: str) -> TextEntry:
    """Return an entry of three lines with ``start`` marked, so that typing replaces it."""
    entry = TextEntry(start)
    entry.setTabChangesFocus(True)
    entry.setFixedHeight(entry.fontMetrics().lineSpacing() * 3 + 14)
    entry.selectAll()
    return entry


def read_text(entry: QPlainTextEdit, *, required: bool, fault: str) -> str:
    """Return the text without blanks around it; raise UserError with ``fault`` where it is required and missing."""
    text = entry.toPlainText().strip()
    if required and not text:
        raise UserError(fault)
    return text


def date_entry(start: date | None) -> QLineEdit:
    """Return an entry for a date as clerks write it."""
    entry = QLineEdit(start.isoformat() if start else "")
    entry.selectAll()
    return entry


def read_date(entry: QLineEdit, today: date) -> date:
    """Return the day entered; UserError where it is none."""
    return date_from_entry(entry.text(), today)


class ChoiceDialog(QDialog):
    """A short list to pick from; Enter and double click take the marked line."""

    def __init__(self, parent: QWidget | None, question: str, choices: Sequence[Choice], verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("邮件管理台账"))
        self._list = QListWidget()
        self._list.setAccessibleName(question)
        for choice in choices:
            line = QListWidgetItem(choice.title, self._list)
            line.setData(Qt.ItemDataRole.UserRole, choice.key)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        stay, go = Button(self.tr("取消")), Button(verb, kind="primary")
        stay.clicked.connect(self.reject)
        go.clicked.connect(self.accept)
        go.setDefault(True)
        asked = label(question, "b", wrap=True)
        self.setLayout(column(asked, self._list, row(None, stay, go), spacing=10, margins=(20, 18, 20, 16)))
        self.setMinimumWidth(chars(self, 28))

    def chosen(self) -> str | None:
        """Return the key of the marked line."""
        at = self._list.currentRow()
        return str(self._list.item(at).data(Qt.ItemDataRole.UserRole)) if at >= 0 else None
