"""A line of text that is cut with … where it has no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class Title(QLabel):
    """One line that is cut with … where it has no room, at its end or where ``cut`` says; its text stays whole."""

    def __init__(self, role: str = "h1", cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._cut = cut
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setMinimumWidth(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        told = self.fontMetrics().elidedText(self.text(), self._cut, self.width())
        if told == self.text():
            super().paintEvent(event)
        else:
            place = self.rect(), self.alignment()
            self.style().drawItemText(QPainter(self), *place, self.palette(), True, told, self.foregroundRole())
