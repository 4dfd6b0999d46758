"""A bar chart of groups that is walked by keys; each bar can be heard, and all of them stand in a table beside."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_mailadmin.ui.tokens import tokens

_AIR = 8
_LABELS = 0.34  # the part of the width that names may take
_THICK = 0.62  # the part of its line or step that a bar takes
_ROW = 1.7  # heights of the font per horizontal bar
_NARROWEST = 2.3  # heights of the font per upright bar
_Aligned = Qt.AlignmentFlag
_MIDDLE = _Aligned.AlignVCenter
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Bar(Struct, frozen=True):
    """One bar: its name, what it measures, and that figure as people read it; ``short`` stands below an upright one."""

    name: str
    value: int
    figure: str
    short: str = ""


class GroupChart(QWidget):
    """Bars one below the other, or side by side where they follow each other in time.

    One bar is marked; ``marked`` is sent when the clerk marks another, ``opened`` for Enter and a double click.
    """

    marked = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self._upright, self._title = False, ""
        self._now, self._first = 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("chart", "1")

    def sizeHint(self) -> QSize:
        return QSize(420, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    # what it shows

    def show_bars(self, title: str, bars: Sequence[Bar], *, upright: bool) -> None:
        """Show other bars; those of time stand upright."""
        self._title, self._bars, self._upright = title, bars, upright
        self.setAccessibleDescription("，".join(f"{bar.name} {bar.figure}" for bar in bars))
        self.mark(min(self._now, len(bars) - 1))

    def mark(self, place: int) -> None:
        """Mark a bar without sending ``marked``; one that is out of sight comes into it."""
        self._now = max(place, 0)
        many = self._seen()
        self._first = min(max(self._first, self._now - many + 1, 0), self._now, max(len(self._bars) - many, 0))
        self.setAccessibleName("：".join(part for part in (self._title, self.words()) if part))
        self.setToolTip(self.words())
        self.update()

    def words(self) -> str:
        """Return the marked bar in words, empty where there is none."""
        if not self._bars:
            return ""
        bar = self._bars[self._now]
        return f"{bar.name} {bar.figure}"

    def hidden_bars(self) -> int:
        """Return how many bars have no room at present."""
        return max(len(self._bars) - self._seen(), 0)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._bars) - 1
        places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last, Qt.Key.Key_PageUp: self._now - self._seen(),
                  Qt.Key.Key_PageDown: self._now + self._seen()}  # fmt: skip
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._bars:
            self.opened.emit(self._now)
        elif key in _BACK or key in _ON:
            self._go(self._now + (1 if key in _ON else -1))
        elif Qt.Key(key) in places:
            self._go(places[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        if self._bars:
            self.mark(min(max(place, 0), len(self._bars) - 1))
            self.marked.emit(self._now)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = self._place_at(event.position())
        if place is not None:
            self._go(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._place_at(event.position()) is not None:
            self.opened.emit(self._now)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.mark(self._now)
        return super().event(event)

    def _place_at(self, point: QPointF) -> int | None:
        for place in range(self._first, min(self._first + self._seen(), len(self._bars))):
            if self._cell(place).contains(point):
                return place
        return None

    # where things stand

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _seen(self) -> int:
        """Return for how many bars there is room."""
        if self._upright:
            return max(int(self._inside().width() // (self._line() * _NARROWEST)), 1)
        return max(int(self._inside().height() // (self._line() * _ROW)), 1)

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)

    def _cell(self, place: int) -> QRectF:
        """Return the strip of a bar, with its name and figure."""
        inside, nth = self._inside(), place - self._first
        if self._upright:
            step = inside.width() / min(self._seen(), max(len(self._bars), 1))
            return QRectF(inside.left() + nth * step, inside.top(), step, inside.height())
        high = self._line() * _ROW
        return QRectF(inside.left(), inside.top() + nth * high, inside.width(), high)

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        draw = self._draw_upright if self._upright else self._draw_lying
        values = [bar.value for bar in self._bars] or [0]
        low, high = min(*values, 0, 0), max(*values, 0, 0)
        for place in range(self._first, min(self._first + self._seen(), len(self._bars))):
            draw(painter, place, low, max(high - low, 1))
        if self.hasFocus():
            painter.setPen(QPen(tokens().colour("link"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _draw_lying(self, painter: QPainter, place: int, low: int, span: int) -> None:
        bar, cell, metrics = self._bars[place], self._cell(place), QFontMetricsF(self.font())
        named = min(max(metrics.horizontalAdvance(each.name) for each in self._bars) + _AIR, cell.width() * _LABELS)
        figures = max(metrics.horizontalAdvance(each.figure) for each in self._bars) + 2 * _AIR
        room = max(cell.width() - named - figures, 1)
        zero = cell.left() + named + room * -low / span
        long = room * bar.value / span
        thick = cell.height() * _THICK
        body = QRectF(zero, cell.center().y() - thick / 2, long, thick).normalized()
        self._write(painter, QRectF(cell.left(), cell.top(), named - _AIR, cell.height()), bar.name, place)
        self._fill(painter, body, place)
        self._write(painter, QRectF(body.right() + _AIR, cell.top(), figures, cell.height()), bar.figure, place)

    def _draw_upright(self, painter: QPainter, place: int, low: int, span: int) -> None:
        bar, cell, line = self._bars[place], self._cell(place), self._line()
        ground = cell.adjusted(0, line + 4, 0, -2 * line - 4)
        zero = ground.bottom() - ground.height() * -low / span
        wide = min(cell.width() * _THICK, line * 2)
        body = QRectF(cell.center().x() - wide / 2, zero, wide, -ground.height() * bar.value / span).normalized()
        painter.setPen(tokens().colour("line"))
        painter.drawLine(QPointF(cell.left(), zero), QPointF(cell.right(), zero))
        self._fill(painter, body, place)
        for nth, words in enumerate((bar.short or bar.name).split("\n")):
            below = QRectF(cell.left(), ground.bottom() + 4 + nth * line, cell.width(), line)
            self._write(painter, below, words, place, _Aligned.AlignHCenter)
        fits = QFontMetricsF(self.font()).horizontalAdvance(bar.figure) < cell.width()
        if place == self._now or (fits and bar.value):
            self._write_over(painter, QRectF(cell.left(), body.top() - line - 2, cell.width(), line), bar.figure, place)

    def _write_over(self, painter: QPainter, over: QRectF, figure: str, place: int) -> None:
        """Write a figure above its bar; one that is wider than its strip stays within the chart."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(figure) + _AIR
        left = min(max(over.center().x() - wide / 2, 0), self.width() - wide)
        self._write(painter, QRectF(left, over.top(), wide, over.height()), figure, place, _Aligned.AlignHCenter)

    def _fill(self, painter: QPainter, body: QRectF, place: int) -> None:
        marked, colours = place == self._now, tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("red" if self._bars[place].value < 0 else "link" if marked else "bar"))
        painter.drawRect(body)

    def _write(
        self, painter: QPainter, place: QRectF, text: str, bar: int, side: _Aligned = _Aligned.AlignLeft
    ) -> None:
        font = self.font()
        font.setBold(bar == self._now)
        painter.setFont(font)
        painter.setPen(tokens().colour("text" if bar == self._now else "text2"))
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place, side | _MIDDLE, words)
