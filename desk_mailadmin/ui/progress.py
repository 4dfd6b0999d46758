"""Long work beside the window: a worker thread that gets data and never the database connection."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from desk_mailadmin.ui.dialogs.pieces import Button, column, label, row
from desk_mailadmin.ui.fonts import chars

T = TypeVar("T")
PATIENCE = 0.1  # s that a worker waits for rows before it asks whether to go on
Report = Callable[[int, int], None]
"""Told by the work how much is done of how much (0 for unknown); raises :class:`Stopped` once the clerk stopped it."""


class Stopped(Exception):  # noqa: N818  (the clerk's wish, not an error)
    """The clerk stopped the work; whoever works leaves nothing half done and lets it pass."""


class Work(QThread):
    """One job in a thread of its own: ``job`` gets a :data:`Report` and returns its result."""

    progressed = Signal(int, int)

    def __init__(self, job: Callable[[Report], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = threading.Event()
        self.result: Any = None
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._job(self._report)
        except BaseException as fault:  # noqa: BLE001  (the outermost edge of a thread: it is raised again in the window)
            self.fault = fault

    def stop(self) -> None:
        """Ask the work to end at its next report."""
        self._stop.set()

    def is_stopping(self) -> bool:
        """Say whether the clerk stopped it."""
        return self._stop.is_set()

    def outcome(self) -> Any:
        """Return the result, or raise what the job raised."""
        if self.fault is not None:
            raise self.fault
        return self.result

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self.progressed.emit(done, total)


class ProgressDialog(QDialog):
    """Holds the window while a job runs that must not be disturbed (import, upgrade, restore)."""

    def __init__(self, parent: QWidget | None, title: str, work: Work, *, stoppable: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._work = work
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._said = label("", "muted")
        self._stop = Button(self.tr("停止"))
        self._stoppable = stoppable
        self._stop.clicked.connect(self.reject)
        words = label(title, "b", wrap=True)
        self.setLayout(
            column(words, self._bar, row(self._said, None, self._stop), spacing=10, margins=(20, 18, 20, 16))
        )
        self.setMinimumWidth(chars(self, 28))
        if not stoppable:
            self._stop.hide()
        work.progressed.connect(self._show)
        work.finished.connect(self.accept)

    def reject(self) -> None:
        if self._stoppable:
            self._said.setText(self.tr("正在停止"))
            self._stop.setEnabled(False)
            self._work.stop()

    def _show(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not self._work.is_stopping():
            self._said.setText(self.tr("第 {done} / {total}").format(done=done, total=total) if total else str(done))


def run_modal(
    parent: QWidget | None, title: str, job: Callable[[Report], T], *, stoppable: bool = True
) -> T:  # fmt: skip
    """Run a job behind a modal progress; return its result or raise what it raised (Stopped included)."""
    work = Work(job)
    asked = ProgressDialog(parent, title, work, stoppable=stoppable)
    work.start()
    asked.exec()
    work.wait()
    result: T = work.outcome()
    return result


class RowFeed(QObject, Generic[T]):
    """Hands chunks that only the window may read (they come from the database) to a worker, a few at a time."""

    WAITING = 4

    def __init__(self, chunks: Iterator[Sequence[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chunks = chunks
        self._queue: queue.Queue[Sequence[T] | BaseException | None] = queue.Queue(self.WAITING)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._fill)
        self._timer.start(0)

    def close(self) -> None:
        """Stop reading; a worker that still waits gets the end."""
        self._timer.stop()
        while not self._queue.empty():
            self._queue.get_nowait()
        self._queue.put(None)

    def taken(self, report: Report, total: int) -> Iterator[Sequence[T]]:
        """Give the chunks to the worker, reporting the rows handed over."""
        done = 0
        while True:
            try:
                chunk = self._queue.get(timeout=PATIENCE)
            except queue.Empty:
                report(done, total)  # raises where a closing window, which reads no more, waits for the end
                continue
            if chunk is None:
                return
            if isinstance(chunk, BaseException):
                raise chunk
            yield chunk
            done += len(chunk)
            report(done, total)

    def _fill(self) -> None:
        if self._queue.full():
            self._timer.setInterval(2)
            return
        self._timer.setInterval(0)
        chunk = self._next()
        self._queue.put(chunk)
        if chunk is None or isinstance(chunk, BaseException):
            self._timer.stop()

    def _next(self) -> Sequence[T] | BaseException | None:
        try:
            return next(self._chunks, None)
        except Exception as fault:  # noqa: BLE001  (carried to the worker, which raises it)
            return fault
