"""A search box that waits 50 ms for the next key before it asks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import put_icon

PAUSE = 50  # ms
WIDTH = 19  # characters
SIGN = 1.6  # heights of the box that the sign before the words and the margins take


class SearchField(QLineEdit):
    """Sends ``changed`` when the typing pauses, ``left`` for ↓; Esc clears it."""

    changed = Signal()
    left = Signal()

    def __init__(self, hint: str, key: str = "Ctrl+F", width: int = WIDTH) -> None:
        super().__init__()
        self._hints = (f"{hint}　{key}", hint)
        self.setPlaceholderText(self._hints[0])
        self.setAccessibleName(hint)
        self.setToolTip(f"{hint}（{key}）")
        self.setMaxLength(200)
        self.setClearButtonEnabled(True)
        self._sign = QAction(self)
        put_icon(self._sign, "search", "text2")
        self._sign.setText(hint)
        self._sign.setToolTip(hint)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(chars(self, 10))
        self._wide = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.changed)
        self.textChanged.connect(lambda _text: self._timer.start())

    def sizeHint(self) -> QSize:
        return QSize(chars(self, self._wide), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key out of the hint where both would be cut."""
        super().resizeEvent(event)
        room = self.width() - SIGN * self.height()
        self.setPlaceholderText(self._hints[self.fontMetrics().horizontalAdvance(self._hints[0]) > room])

    def clear_quietly(self) -> None:
        """Empty the box without asking anew."""
        self.clear()  # its signal is not blocked: by it the × in the box knows that there is nothing to clear
        self._timer.stop()

    def is_waiting(self) -> bool:
        """Say whether the typing has not been asked for yet."""
        return self._timer.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
