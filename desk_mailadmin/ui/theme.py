"""Light, dark, high contrast and zoom: one place that dresses the application (UI.md 1-3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.ui.fonts import interface_font
from desk_mailadmin.ui.icons import recolour
from desk_mailadmin.ui.tokens import DARK, LIGHT, Tokens, palette_of

_E = TypeVar("_E", bound=StrEnum)
SMALLEST, USUAL, LARGEST = 9, 10, 14  # points
PAUSE = 60  # ms after the last key of the zoom: with all pages open, a new dress takes seconds


class Scheme(StrEnum):
    """What the clerk chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class RowHeight(StrEnum):
    """How much air a table row has."""

    TIGHT = "tight"
    USUAL = "usual"
    WIDE = "wide"


EMS = {RowHeight.TIGHT: 1.95, RowHeight.USUAL: 2.25, RowHeight.WIDE: 2.55}  # 26, 30, 34 px at 10 pt


class Theme(QObject):
    """Dresses the application and remembers how; ``changed`` is sent after each new dress, ``sized`` before a zoom."""

    changed = Signal()
    sized = Signal()

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        self._system_palette = QPalette(app.palette())
        self._scheme = _member(Scheme, settings.value("look/scheme"), Scheme.SYSTEM)
        self._rows = _member(RowHeight, settings.value("look/rows"), RowHeight.USUAL)
        self._points = _points(settings.value("look/points"))
        self._redress = QTimer(self, singleShot=True, interval=PAUSE)
        self._redress.timeout.connect(self.apply)
        if not app.styleSheet():  # dressed before: a style set anew under a style sheet can bring Qt down
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.screenAdded.connect(lambda _screen: recolour(app))  # icons are drawn for the screens there are
        self.apply()

    @property
    def scheme(self) -> Scheme:
        """What the clerk chose."""
        return self._scheme

    @property
    def points(self) -> int:
        """The size of running text in points."""
        return self._points

    @property
    def row_height(self) -> RowHeight:
        """The chosen height of table rows."""
        return self._rows

    @property
    def percent(self) -> int:
        """The zoom as people read it."""
        return self._points * 100 // USUAL

    def is_dark(self) -> bool:
        """Say whether the dark tokens are in force."""
        if self._scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def row_px(self) -> int:
        """Return the height of a table row in px."""
        return round(QFontMetricsF(self._app.font()).horizontalAdvance("国") * EMS[self._rows])

    def choose_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or be light or dark, from now on."""
        self._scheme = scheme
        self._settings.setValue("look/scheme", scheme.value)
        self.apply()

    def choose_rows(self, rows: RowHeight) -> None:
        """Set the height of table rows."""
        self._rows = rows
        self._settings.setValue("look/rows", rows.value)
        self.changed.emit()

    def zoom_to(self, points: int) -> None:
        """Set the size of running text, within 9 to 14 points."""
        if self._sized(points):
            self.apply()

    def zoom_by(self, points: int) -> None:
        """Make running text so many points larger; keys pressed one after another dress the application once."""
        if self._sized(self._points + points):
            self._redress.start()

    def _sized(self, points: int) -> bool:
        """Keep the size asked for, within its bounds; say whether it is another one."""
        before, self._points = self._points, min(max(points, SMALLEST), LARGEST)
        self._settings.setValue("look/points", self._points)
        self.sized.emit()
        return self._points != before

    def apply(self) -> None:
        """Put palette, font and style sheet in force.

        The sheet is only ever replaced: Qt 6.11 crashes where one is taken off and put on again.
        """
        with _all_kept(self._app):
            self._put_in_force()
            recolour(self._app)
        self.changed.emit()

    def _put_in_force(self) -> None:
        self._app.setFont(interface_font(self._points))
        if _high_contrast():
            self._app.setPalette(self._system_palette)
            self._app.setStyleSheet(sizes_only(self._points))
        else:
            colours = DARK if self.is_dark() else LIGHT
            self._app.setPalette(palette_of(colours))
            self._app.setStyleSheet(style_sheet(colours, self._points))

    def _follow(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self.apply()


@contextmanager
def _all_kept(app: QApplication) -> Iterator[None]:
    """Keep every widget there is while Qt goes through them.

    Qt holds plain pointers meanwhile and sends each widget events, and so do the icons. A widget that is Python's goes
    with its last reference: a collection may take it, or a thread that lets go of a dialog, for which PySide deletes it
    here between two lines of any ``changeEvent``. Qt would go on to a widget that is gone.
    """
    kept = app.allWidgets()
    try:
        yield
    finally:
        kept.clear()


def style_sheet(colours: Tokens, points: int) -> str:
    """Return the style sheet with its ``@tokens`` filled in; KeyError for one that does not exist."""
    folder = asset_dir("resources") / "style"
    drawings = (folder / ("dark" if colours is DARK else "light")).as_posix()
    values = {**colours.as_dict(), **_sizes(points), "drawings": drawings}
    return re.sub(r"@(\w+)", lambda found: values[found[1]], (folder / "style.qss").read_text("utf-8"))


def sizes_only(points: int) -> str:
    """Return the few rules that say nothing about colour, for high contrast; tooltips stay plain text there too."""
    sizes = _sizes(points)
    roles = (("h1", "h1", True), ("h2", "h2", True), ("num", "num", True), ("small", "small", False), ("b", "pt", True))
    return "QToolTip{qproperty-textFormat:PlainText}" + "".join(
        f'QLabel[role="{role}"]{{font-size:{sizes[size]};font-weight:{"bold" if bold else "normal"}}}'
        for role, size, bold in roles
    )


def _sizes(points: int) -> dict[str, str]:
    steps = {"pt": 0, "h1": 5, "h2": 1, "num": 6, "small": -1}
    return {name: f"{max(points + step, SMALLEST)}pt" for name, step in steps.items()}


def _high_contrast() -> bool:
    style_hints = QGuiApplication.styleHints()  # kept while its child is asked, or PySide drops the child with it
    if not hasattr(style_hints, "accessibility"):  # Qt 6.9, the newest for a glibc before 2.34, cannot tell
        return False
    return style_hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _member(kind: type[_E], value: object, usual: _E) -> _E:
    return kind(value) if value in [member.value for member in kind] else usual


def _points(value: object) -> int:
    return min(max(int(str(value)), SMALLEST), LARGEST) if str(value).isdecimal() else USUAL
