"""Work beside the window for one widget: only the latest answer counts, older ones are dropped unseen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk_mailadmin.kernel.errors import DeskError


class Latest(QObject):
    """Runs jobs in one thread, one after the other; answers arrive in the window's thread.

    ``ready`` carries the result of the newest job, ``refused`` the DeskError it raised, ``broken`` any other exception
    (a bug: the receiver raises it again, so that it reaches the crash dialog). A job must not touch widgets.
    """

    ready = Signal(object)
    refused = Signal(object)
    broken = Signal(object)
    _settled = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._newest = 0
        self._settled.connect(self._on_settled)

    def run(self, job: Callable[[], Any]) -> None:
        """Do ``job`` as soon as the thread is free; jobs not yet begun are forgotten."""
        self._newest += 1
        number = self._newest
        pending = self._threads.submit(self._wanted, number, job)
        pending.add_done_callback(lambda done: self._hand_over(number, done))

    def stop(self) -> None:
        """Take no more answers; a running job ends by itself, unheard, so that closing a dialog never waits."""
        self._newest += 1
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _wanted(self, number: int, job: Callable[[], Any]) -> Any:
        return job() if number == self._newest else None

    def _hand_over(self, number: int, done: Future[Any]) -> None:
        if number == self._newest and not done.cancelled():
            self._settled.emit(number, done)

    def _on_settled(self, number: int, done: Future[Any]) -> None:
        if number != self._newest:
            return
        error = done.exception()
        if error is None:
            self.ready.emit(done.result())
        elif isinstance(error, DeskError):
            self.refused.emit(error)
        else:
            self.broken.emit(error)
