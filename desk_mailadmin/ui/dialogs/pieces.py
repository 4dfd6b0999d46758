"""Stock widgets in the measures of UI.md 1: the building blocks of every dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk_mailadmin.ui.icons import put_icon
from desk_mailadmin.ui.tokens import tokens

Box = TypeVar("Box", bound=QBoxLayout)

FIELD_HEIGHT = 28
"""Height of a button or a field at 10 pt, in device-independent pixels."""

LINK_HEIGHT = 24
"""The least height of anything that can be clicked (WCAG 2.5.8)."""

_ON_KIND = {"primary": "on_accent", "link": "link", "danger": "red"}
_BANNERS = {"red": "circle-alert", "amber": "triangle-alert", "green": "circle-check", "blue": "info", "grey": "lock"}


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a property that was set after the widget was shown."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label; ``role`` is muted, small, h1, h2, b, err, warn, ok or info."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


class IconLabel(QLabel):
    """A picture that follows the theme."""

    def __init__(self, size: int, name: str = "", tone: str = "text2") -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(size, size)
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: str) -> None:
        """Show the icon of that name in a colour token; an empty name shows nothing."""
        put_icon(self, name, tone or "text2", self._size)
        if not name:
            self.clear()


class Button(QPushButton):
    """A push button; ``kind`` is primary, link, danger or empty."""

    def __init__(self, text: str, icon_name: str = "", kind: str = "", tip: str = "") -> None:
        super().__init__()
        self._has_icon = bool(icon_name)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setToolTip(tip)
        self.setMinimumHeight(LINK_HEIGHT if kind == "link" else FIELD_HEIGHT)
        self.say(text)
        if icon_name:
            put_icon(self, icon_name, _ON_KIND.get(kind, "text"))

    def say(self, text: str) -> None:
        """Put another text on the button (icon and text touch in Qt, hence the space)."""
        self.setText(f" {text}" if self._has_icon and text else text)
        self.setAccessibleName(text)


class IconButton(QToolButton):
    """A tool button of an icon alone; its tooltip is its accessible name."""

    def __init__(self, icon_name: str, tip: str) -> None:
        super().__init__()
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setMinimumSize(FIELD_HEIGHT, FIELD_HEIGHT)
        put_icon(self, icon_name)


def segment(text: str, *, checked: bool = False) -> QToolButton:
    """Return one of the round switches of a row (整页 / 页宽, 有问题的 7)."""
    made = QToolButton()
    made.setText(text)
    made.setProperty("seg", "1")
    made.setCheckable(True)
    made.setChecked(checked)
    made.setMinimumHeight(FIELD_HEIGHT)
    return made


Part = QWidget | QLayout | int | None


def row(*parts: Part, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return the parts side by side; None stretches, a number is that many pixels."""
    return _filled(QHBoxLayout(), parts, spacing, margins)


def column(*parts: Part, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return the parts one below the other; None stretches, a number is that many pixels."""
    return _filled(QVBoxLayout(), parts, spacing, margins)


def _filled(box: Box, parts: Iterable[Part], spacing: int, margins: tuple[int, int, int, int]) -> Box:
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    for part in parts:
        _put(box, part)
    return box


def _put(box: QBoxLayout, part: Part) -> None:
    if part is None:
        box.addStretch(1)
    elif isinstance(part, int):
        box.addSpacing(part)
    elif isinstance(part, QLayout):
        box.addLayout(part)
    else:
        box.addWidget(part)


def holding(layout: QLayout, widget: QWidget | None = None) -> QWidget:
    """Return a widget (a new one, if none is given) with this layout."""
    holder = widget or QWidget()
    holder.setLayout(layout)
    return holder


def keep_left(holder: QWidget, widget: QWidget) -> None:
    """Let a widget of fixed width stand at the left of a holder that may be wider."""
    layout = holder.layout()
    if layout:
        layout.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)


def line() -> QFrame:
    """Return a thin line across."""
    made = QFrame()
    made.setProperty("rule", "1")
    made.setFixedHeight(1)
    return made


def card(*parts: Part, spacing: int = 8, margins: tuple[int, int, int, int] = (14, 10, 14, 10)) -> QFrame:
    """Return a white card with the parts one below the other."""
    frame = QFrame()
    frame.setProperty("card", "1")
    frame.setLayout(column(*parts, spacing=spacing, margins=margins))
    return frame


class Banner(QFrame):
    """A coloured band for the state of a whole page; tones are red, amber, green, blue and grey."""

    def __init__(self, tone: str, text: str, *buttons: QWidget) -> None:
        super().__init__()
        self._icon = IconLabel(17)
        self._text = label(wrap=True)
        box = row(self._icon, spacing=8, margins=(10, 6, 8, 6))
        box.addWidget(self._text, 1)
        for button in buttons:
            box.addWidget(button)
        self.setLayout(box)
        self.say(tone, text)

    @property
    def text(self) -> str:
        """What the band says."""
        return self._text.text()

    def say(self, tone: str, text: str) -> None:
        """Say something else in another tone."""
        self.setProperty("tone", tone)
        self._text.setProperty("role", {"red": "err", "amber": "warn", "green": "ok", "blue": "info"}.get(tone, ""))
        self._icon.show_icon(_BANNERS[tone], tone)
        self._text.setText(text)
        repolish(self)
        repolish(self._text)


class Chip(QFrame):
    """A state as it stands in the lists: icon and word on the soft ground of its tone."""

    def __init__(self, tone: str, icon_name: str, text: str) -> None:
        super().__init__()
        self._icon = IconLabel(13)
        self._text = label(role="small")
        self.setLayout(row(self._icon, self._text, spacing=4, margins=(7, 1, 9, 1)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(tone, icon_name, text)

    def say(self, tone: str, icon_name: str, text: str) -> None:
        """Show another state."""
        self._tone = tone
        self._text.setProperty("ink", tone)
        self._icon.show_icon(icon_name, tone)
        self._text.setText(text)
        self.setAccessibleName(text)
        repolish(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().colour(f"{self._tone}_bg"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.end()
        super().paintEvent(event)


class DownScroll(QScrollArea):
    """Scrolls downwards only and is never narrower than what it holds."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setProperty("clear", "1")
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        across = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(across, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolled(content: QWidget) -> QScrollArea:
    """Return the content in an area that scrolls downwards only."""
    return DownScroll(content)


def on_click(button: QPushButton | QToolButton, act: Callable[[], object]) -> None:
    """Call ``act`` without the checked flag Qt passes along."""
    button.clicked.connect(lambda *_: act())
