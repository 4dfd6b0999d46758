"""Lucide icons, coloured from the tokens in force and drawn sharp for every screen there is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.ui.tokens import tokens

STROKE = "1.75"
SIZE = 16  # device-independent px in buttons
_MISSING = "circle-question-mark"


def icon(name: str, colour: str = "text", size: int = SIZE) -> QIcon:
    """Return the icon ``name`` in the colour of a token; an unknown name gives a question mark, never nothing."""
    return _icon(name, getattr(tokens(), colour), tokens().border, size, scales())


def scales() -> tuple[float, ...]:
    """Return how many pixels of the screens there are make one device-independent pixel."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}))


def pixmap(name: str, colour: str = "text", size: int = SIZE, scale: float = 2.0) -> QPixmap:
    """Return the icon as one pixmap of ``size`` device-independent px."""
    return _pixmap(name, getattr(tokens(), colour), size, scale)


def put_icon(target: QAbstractButton | QAction | QLabel, name: str, colour: str = "text", size: int = SIZE) -> None:
    """Give ``target`` an icon that follows the theme (see :func:`recolour`)."""
    name_icon(target, name, colour, size)
    _paint(target)


def name_icon(target: QObject, name: str, colour: str = "text", size: int = SIZE) -> None:
    """Note the icon that ``target`` will have once it is seen (:func:`draw_icons`)."""
    target.setProperty("iconName", name)
    target.setProperty("iconColour", colour)
    target.setProperty("iconSide", size)


def draw_icons(actions: Iterable[QAction]) -> None:
    """Draw the icons that :func:`name_icon` noted, of the actions that have none yet."""
    for action in actions:
        if action.icon().isNull():
            _paint(action)


def recolour(app: QApplication) -> None:
    """Draw every icon put by :func:`put_icon` anew in the tokens now in force."""
    for widget in app.allWidgets():
        _paint(widget)
        for action in widget.actions():
            _paint(action)


def _paint(target: QObject) -> None:
    name = target.property("iconName")
    if not name:
        return
    colour, size = target.property("iconColour"), int(target.property("iconSide"))
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(name, colour, size, target.devicePixelRatioF()))
    elif isinstance(target, QAbstractButton | QAction):
        target.setIcon(icon(name, colour, size))
        if isinstance(target, QAbstractButton):
            target.setIconSize(QSize(size, size))


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, disabled: str, size: int, of_screens: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for scale in of_screens:
        drawn = _pixmap(name, colour, size, scale)
        made.addPixmap(drawn)
        made.addPixmap(drawn, QIcon.Mode.Selected)  # or Qt tints it in selected rows
        made.addPixmap(_pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=2048)
def _pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    side = round(size * scale)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg(name, colour).encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def svg(name: str, colour: str) -> str:
    """Return the drawing of that icon in one colour."""
    return _drawing(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    folder = asset_dir("resources") / "icons"
    path = folder / f"{name}.svg"
    return (path if path.is_file() else folder / f"{_MISSING}.svg").read_text("utf-8")


def is_known(name: str) -> bool:
    """Say whether an icon of that name is shipped."""
    return (asset_dir("resources") / "icons" / f"{name}.svg").is_file()
