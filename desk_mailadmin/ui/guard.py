"""The outermost edge: whatever escapes a slot or a thread is met here, and the window stays."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said

LOG_LIMIT = 2 * 2**20
"""Bytes after which a log is put aside and a new one begun."""

LOGS = 5
"""Logs that are kept: the present one and those before it, named ``….log.1`` and so on, the oldest last (F36)."""
Show = Callable[[str, Path | None], None]


class Guard(QObject):
    """Installs itself as Python's exception hooks; ``log`` is the file that keeps the reports.

    A DeskError that escaped is shown as what it is; anything else becomes a report in the log and one dialog at a
    time. ``remove`` puts the former hooks back.
    """

    met = Signal(object)

    def __init__(self, prompter: Prompter, clock: Clock, log: Path | None = None, show: Show | None = None) -> None:
        super().__init__()
        self._prompter, self._clock, self._log, self._show = prompter, clock, log, show or show_crash
        self._showing = False
        self._former = (sys.excepthook, threading.excepthook)
        self.met.connect(self._meet)  # from another thread this arrives in the window's
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """Put the former hooks back."""
        sys.excepthook, threading.excepthook = self._former

    def meet_at_start(self, fault: Exception) -> None:
        """Say what ended the start: there is no window to go on in."""
        self._meet(fault, partial(show_crash, ended=True))

    def _caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._former[0](kind, fault, trace)
        else:
            self.met.emit(fault)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.met.emit(args.exc_value)

    def _meet(self, fault: BaseException, show: Show | None = None) -> None:
        if isinstance(fault, DeskError):
            remedy = remedy_of(fault) if isinstance(fault, EnvironmentFault) else ""
            self._prompter.warn(said(fault), remedy)
            return
        from desk_mailadmin.ui.crash_dialog import report_of

        report = report_of(fault, self._clock.now())
        log = self._keep(report)
        if not self._showing:
            self._showing = True
            try:
                (show or self._show)(report, log)
            finally:
                self._showing = False

    def _keep(self, report: str) -> Path | None:
        """Append the report to the log; a log that cannot be written must not hide the report."""
        if self._log is None:
            return None
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.is_file() and self._log.stat().st_size > LOG_LIMIT:
                _put_aside(self._log)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{report}\n\n")
        except OSError:
            return None
        return self._log


def _put_aside(log: Path) -> None:
    """Give each kept log the next number; the oldest goes."""
    for number in range(LOGS - 1, 0, -1):
        older = log if number == 1 else log.with_name(f"{log.name}.{number - 1}")
        if older.is_file():
            older.replace(log.with_name(f"{log.name}.{number}"))


def show_crash(report: str, log: Path | None, *, ended: bool = False) -> None:
    """Show the dialog above whatever is in front; ``ended`` says that it was the start."""
    from desk_mailadmin.ui.crash_dialog import CrashDialog

    CrashDialog(None, report, log, ended=ended).exec()
