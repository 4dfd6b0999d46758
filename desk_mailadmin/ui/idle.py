"""Notices when nobody touched mouse or keys for some minutes."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

LOOK_EVERY = 5_000
"""Milliseconds between two looks."""

_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class IdleWatch(QObject):
    """Tells ``idle`` once nobody touched anything for ``seconds()``; every touch begins anew.

    Keys are seen at the widget that has the cursor and the mouse by where its pointer is: a filter on every event of
    the program would slow all of it. ``uptime`` tells how long the machine has run.
    """

    idle = Signal()

    def __init__(
        self, app: QApplication, seconds: Callable[[], float], uptime: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(app)
        self._app, self._seconds, self._uptime = app, seconds, uptime
        self._last, self._pointer = uptime(), QPoint()
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._focused: QWidget | None = None

    def begin(self) -> None:
        """Watch from now on."""
        self.touch()
        self._app.focusChanged.connect(self._follow)
        self._follow(None, self._app.focusWidget())
        self._timer.start()

    def end(self) -> None:
        """Watch no longer."""
        if self._timer.isActive():
            self._timer.stop()
            self._app.focusChanged.disconnect(self._follow)
            self._follow(self._focused, None)

    def touch(self) -> None:
        """Learn that somebody is there."""
        self._last, self._pointer = self._uptime(), QCursor.pos()

    def look(self) -> None:
        """Tell whether nobody was there for long enough."""
        if QCursor.pos() != self._pointer:
            self.touch()
        elif self._uptime() - self._last >= self._seconds():
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)
        self._focused = new
