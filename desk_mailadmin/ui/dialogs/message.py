"""The message beside a field: an icon, one sentence and a tone that never stands alone (UI.md 6)."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk_mailadmin.ui.dialogs.pieces import IconLabel, label, repolish


class MessageKind(StrEnum):
    """What a message means for saving: an error prevents it, a warning asks for care, the others only tell."""

    ERROR = "error"
    WARNING = "warning"
    OK = "ok"
    HINT = "hint"


class Message(Struct, frozen=True):
    """One sentence beside a field."""

    kind: MessageKind
    text: str


def warning(text: str) -> Message:
    """Return a message that does not prevent saving."""
    return Message(MessageKind.WARNING, text)


def ok(text: str) -> Message:
    """Return a message that tells good news."""
    return Message(MessageKind.OK, text)


def hint(text: str) -> Message:
    """Return a message that explains."""
    return Message(MessageKind.HINT, text)


_LOOK = {
    MessageKind.ERROR: ("circle-alert", "red", "err"),
    MessageKind.WARNING: ("triangle-alert", "amber", "warn"),
    MessageKind.OK: ("circle-check", "green", "ok"),
    MessageKind.HINT: ("info", "blue", "info"),
}


class MessageLine(QWidget):
    """Icon and sentence; empty it keeps its place, so that nothing jumps when a message comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(15)
        self._text = label(wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self._text, 1)
        self._message: Message | None = None
        self.show_message(None)

    @property
    def message(self) -> Message | None:
        """What is shown at present."""
        return self._message

    def show_message(self, message: Message | None) -> None:
        """Show ``message`` and tell screen readers of a new one; None leaves the place empty."""
        news = message is not None and message != self._message
        self._message = message
        name, tone, role = _LOOK[message.kind] if message else ("", "", "")
        self._icon.show_icon(name, tone)
        self._text.setText(message.text if message else "")
        self._text.setProperty("role", role)
        repolish(self._text)
        if news and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, self._text.text()))
