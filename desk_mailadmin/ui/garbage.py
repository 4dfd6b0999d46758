"""Python's garbage collection kept to the window's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500  # ms between two looks


class Garbage(QObject):
    """Collects garbage between two events of the window's thread, and nowhere else.

    Python collects in whichever thread happens to allocate. A forgotten dialog that a drawing or exporting thread
    collects takes its timers and children with it there, which Qt forbids. What stands before the window is there to
    the end and is never looked through again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the generations that are full."""
        full = [place for place, most in enumerate(gc.get_threshold()) if gc.get_count()[place] > most]
        if full:
            gc.collect(full[-1])

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
