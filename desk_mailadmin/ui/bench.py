"""What an action gets in hand: the desk, the services, the clerk's ear, and the way errors are met."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.errors import NeedsConfirmation, NeedsPin, UserError
from desk_mailadmin.kernel.register import Action, Register
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.ui.progress import Report, Stopped, Work, run_modal
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import Confirmed, attempt, said

T = TypeVar("T")


class Window(Protocol):
    """What the bench needs of the main window."""

    def refresh(self) -> None:
        """Read all open views anew."""
        ...

    def show_record(self, register: str, record: int) -> None:
        """Go to a register and select a record."""
        ...

    def tell(self, sentence: str) -> None:
        """Say in the status bar what was just done."""
        ...

    def watch(self, title: str, work: Work) -> None:
        """Show the progress of a work in the status bar."""
        ...

    def listed(self, register: str) -> Sequence[int]:
        """Return what a register's tab lists at present, in its order."""
        ...

    def asked(self, register: str) -> Query:
        """Return what a register's tab is asked to show."""
        ...


class WindowBench:
    """The bench of a window (kernel.register.Bench).

    ``preview`` opens the print preview; its parameters are those of the composition root. ``read_only`` says why
    nothing can be entered on this desk; it is empty where all can. ``refused`` says why the person at the desk may
    not do an action.
    """

    def __init__(
        self,
        *,
        desk: Any,
        services: Mapping[str, Any],
        prompter: Prompter,
        preview: Callable[..., Any] | None = None,
        read_only: str = "",
        refused: Callable[[Action], str] = lambda _action: "",
    ) -> None:
        self.desk, self.services, self.prompter, self.read_only = desk, services, prompter, read_only
        self.window: Any = None
        self._preview, self._refused = preview, refused
        self._is_paused = False
        self._held: list[Work] = []
        self._works: dict[Work, Callable[[Any], object]] = {}
        self.is_leaving = False
        """The window is being closed: what runs is waited for, nothing new is begun."""

    def refresh(self) -> None:
        """Read all open views anew."""
        self.window.refresh()

    def show_record(self, register: str, record: int) -> None:
        """Go to that register's tab and select the record."""
        self.window.show_record(register, record)

    def tell(self, sentence: str) -> None:
        """Say in the status bar what was just done."""
        self.window.tell(sentence)

    def watch(self, title: str, work: Work) -> None:
        """Show the progress of a work in the status bar."""
        self.window.watch(title, work)

    def listed(self, register: str) -> Sequence[int]:
        """Return what a register's tab lists at present, in its order."""
        found: Sequence[int] = self.window.listed(register)
        return found

    def asked(self, register: str) -> Query:
        """Return what a register's tab is asked to show: segment, filters (a ledger's month among them), search."""
        query: Query = self.window.asked(register)
        return query

    def open_preview(self, *args: Any, **named: Any) -> Any:
        """Open the print preview with what the composition root's ``preview`` takes."""
        assert self._preview is not None, "the composition root gave no preview"
        return self._preview(*args, **named)

    def locked(self, action: Action) -> str:
        """Return why this desk, or the person at it, does not let an action be done; empty where they do."""
        return ("" if action.reads else self.read_only) or self._refused(action)

    def todos(self, register: Register, today: date) -> Sequence[Todo]:
        """Return what is due in a register."""
        due: Sequence[Todo] = register.todos(self.services[register.key], today)
        return due

    def do(self, action: Action, ids: Sequence[int]) -> None:
        """Do an action; one that this desk locks is refused before anything is asked."""
        self.run(lambda: self._do(action, ids))

    def _do(self, action: Action, ids: Sequence[int]) -> None:
        if reason := self.locked(action):
            raise UserError("{reason}", reason=reason)
        action.run(self, ids)

    def run(self, deed: Callable[[], T]) -> T | None:
        """Do ``deed`` and put what goes wrong to the clerk; None where it was not done.

        A question that nobody asked by :meth:`attempt` is shown as what hinders.
        """
        try:
            return attempt(self.prompter, lambda _confirmed: _unasked(deed))
        except Stopped:
            return None

    def attempt(self, deed: Callable[[Confirmed], T]) -> T | None:
        """Do ``deed``, asking the clerk what it needs confirmed; it is called again with the keys said yes to."""
        return attempt(self.prompter, deed)

    def hold(self, title: str, job: Callable[[Report], T], *, stoppable: bool = True) -> T:
        """Run a job behind a modal progress and return its result; raises what the job raises."""
        parent = self.window if isinstance(self.window, QWidget) else None
        return run_modal(parent, title, job, stoppable=stoppable)

    def later(self, title: str, job: Callable[[Report], T], done: Callable[[T], object]) -> Work:
        """Run a job beside the window, its progress in the status bar; ``done`` gets the result in the window."""
        work = Work(job)
        self._works[work] = done
        work.finished.connect(lambda: self._ended(work))
        self.watch(title, work)
        work.start()
        return work

    def pause(self) -> None:
        """Take up nothing that jobs bring while the window is locked: what they show would stand above the lock."""
        self._is_paused = True

    def resume(self) -> None:
        """Take up what jobs brought meanwhile."""
        self._is_paused = False
        held, self._held = self._held, []
        for work in held:
            self._ended(work)

    def wait(self) -> None:
        """Wait for every job that still runs and take up what it brought (before the window closes)."""
        self.is_leaving, self._is_paused = True, False
        for work in tuple(self._works):
            work.stop()
            self._ended(work)

    def _ended(self, work: Work) -> None:
        """Take up what a job brought, once: its own message may come after the window waited for it."""
        if self._is_paused:
            self._held.append(work)
            return
        work.wait()
        done = self._works.pop(work, None)
        if done is not None:
            self.run(lambda: done(work.outcome()))


def _unasked(deed: Callable[[], T]) -> T:
    try:
        return deed()
    except NeedsPin:
        raise
    except NeedsConfirmation as question:
        raise UserError("{sentence}", sentence=said(question)) from question
