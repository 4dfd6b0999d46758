"""One small bar chart; its numbers also stand in words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_mailadmin.ui.tokens import tokens

HEIGHT = 118
WIDEST_BAR = 26
SMALLEST = 8.5


class BarChart(QWidget):
    """Bars of (label, value), the last one being the present."""

    def __init__(self, title: str, bars: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._bars = bars
        self.setAccessibleName(title)
        self.setAccessibleDescription("，".join(f"{name} {value:,}" for name, value in bars))
        self.setToolTip(self.accessibleDescription())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(max(SMALLEST, font.pointSizeF() - 1.5))
        painter.setFont(font)
        highest = max([value for _name, value in self._bars] or [0])
        line = QFontMetrics(font).height()
        ground = QRectF(0, line + 4, self.width(), self.height() - 2 * line - 8)
        painter.setPen(tokens().colour("line"))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        for place in range(len(self._bars)):
            self._draw_bar(painter, ground, place, highest, line)
        painter.end()

    def _draw_bar(self, painter: QPainter, ground: QRectF, place: int, highest: int, line: int) -> None:
        (name, value), now = self._bars[place], place == len(self._bars) - 1
        step = ground.width() / len(self._bars)
        width = min(WIDEST_BAR, step * 0.58)
        height = ground.height() * max(value, 0) / highest if highest > 0 else 0
        left = step * place + (step - width) / 2
        bar = QRectF(left, ground.bottom() - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().colour("link" if now else "bar"))
        painter.drawRect(bar)  # fillRect would make Qt's 180 named gradients known to Python first: 8 ms of the start
        painter.setPen(tokens().colour("text" if now else "text2"))
        painter.drawText(
            QRectF(step * place - 4, ground.bottom() + 2, step + 8, line), Qt.AlignmentFlag.AlignCenter, name
        )
        if now or value == highest:
            told = f"{value:,}"
            room = painter.fontMetrics().horizontalAdvance(told) + 2
            start = over_bar(bar.center().x(), room, ground.width())
            over = QRectF(start, bar.top() - line - 1, room, line)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, told)


def over_bar(middle: float, room: float, width: float) -> float:
    """Return where a figure of ``room`` px begins: centred on its bar, but never beyond the chart (all in px)."""
    return max(min(middle - room / 2, width - room), 0.0)
