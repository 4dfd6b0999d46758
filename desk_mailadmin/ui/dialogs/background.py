"""Work beside the window for one widget: only the latest answer counts, older ones are dropped unseen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk_mailadmin.kernel.errors import DeskError


class _Answer(NamedTuple):
    value: Any
    error: BaseException | None


class Latest(QObject):
    """Runs jobs in one thread, one after the other; answers arrive in the window's thread.

    ``ready`` carries the result of the newest job, ``refused`` the DeskError it raised, ``broken`` any other exception
    (a bug: the receiver raises it again, so that it reaches the crash dialog). A job must not touch widgets. What it
    holds, and be it a dialog closed meanwhile, is let go of in the window's thread: a widget whose last reference
    another thread drops is deleted at any time, while Qt goes through all widgets too.
    """

    ready = Signal(object)
    refused = Signal(object)
    broken = Signal(object)
    _settled = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._newest, self._is_stopped = 0, False
        self._jobs: dict[int, Callable[[], Any]] = {}
        self._answers: dict[int, _Answer] = {}
        self._settled.connect(self._on_settled)

    def run(self, job: Callable[[], Any]) -> None:
        """Do ``job`` as soon as the thread is free; jobs not yet begun are forgotten."""
        self._newest += 1
        self._jobs[self._newest] = job
        self._threads.submit(self._work, self._newest)

    def stop(self) -> None:
        """Take no more answers; a running job ends by itself, unheard, so that closing a dialog never waits."""
        self._newest, self._is_stopped = self._newest + 1, True
        self._threads.shutdown(wait=False)
        if self._jobs:  # it outlives its dialog until its thread is through
            self.setParent(QCoreApplication.instance())

    def _work(self, number: int) -> None:
        """Answer a job, in the thread, which keeps nothing of it."""
        if number == self._newest:
            self._answers[number] = _answered(self._jobs[number])
        self._settled.emit(number)

    def _on_settled(self, number: int) -> None:
        del self._jobs[number]
        answer = self._answers.pop(number, None)
        if answer is not None and number == self._newest:
            self._hand_over(answer)
        if self._is_stopped and not self._jobs:
            self.deleteLater()

    def _hand_over(self, answer: _Answer) -> None:
        if answer.error is None:
            self.ready.emit(answer.value)
        elif isinstance(answer.error, DeskError):
            self.refused.emit(answer.error)
        else:
            self.broken.emit(answer.error)


def _answered(job: Callable[[], Any]) -> _Answer:
    try:
        return _Answer(job(), None)
    except BaseException as error:  # noqa: BLE001  (the outermost edge of a thread: it is told in the window)
        return _Answer(None, error)
