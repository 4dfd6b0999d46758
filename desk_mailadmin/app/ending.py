"""The system ends the program: a logout, a shutdown, a kill that may be answered. What is being entered is kept."""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

_WORDS = ("SIGTERM", "SIGHUP", "SIGINT")
"""What Linux and macOS say at a logout, a shutdown, when a terminal is closed; Windows asks Qt instead."""


class Ending(QObject):
    """Ends the event loop in order when the system asks for it, every open entry kept as a draft before.

    Python meets a signal between two of its own steps, maybe in the middle of a save; so the end waits for the next
    event. The window's timers see to it that there is one at once.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._former = {name: signal.signal(name, self._asked) for name in _known()}

    def end(self) -> None:
        """Keep what is open and leave the event loop, dialogs and all."""
        from desk_mailadmin.ui.dialogs.form_dialog import FormDialog

        for widget in self._app.allWidgets():
            if isinstance(widget, FormDialog) and widget.isVisible():
                widget.keep_draft()
        self._app.exit()

    def stop(self) -> None:
        """Leave the signals to whoever had them before."""
        for name, former in self._former.items():
            signal.signal(name, former)

    def _asked(self, _number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self, self.end)


def _known() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _WORDS if hasattr(signal, name)]
