"""The main window on one office, put together from its doors, entries and tabs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent

from desk_mailadmin.app.backup_room import PutBack
from desk_mailadmin.app.backup_rounds import BackupRounds
from desk_mailadmin.app.bench import AppBench, Show, show_modally
from desk_mailadmin.app.doors import Doors
from desk_mailadmin.app.entries import Entries
from desk_mailadmin.app.people import Lock
from desk_mailadmin.catalogue import ALL_REGISTERS, TABS, register_of
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.office import Office
from desk_mailadmin.ui.main_window import MainWindow
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said
from desk_mailadmin.ui.tab_page import tabs_of
from desk_mailadmin.ui.theme import Theme

if TYPE_CHECKING:
    from desk_mailadmin.ui.dialogs.preview import Print


class DeskWindow(MainWindow):
    """The main window on one office; closing it lets go of the desk, and ``closed`` tells it."""

    closed = Signal()
    newer_backups = Signal()
    office: Office
    bench: AppBench
    rounds: BackupRounds | None = None
    lock: Lock

    def backups_changed(self) -> None:
        """Learn, in whatever thread, that there is a newer backup or copy."""
        with suppress(RuntimeError):  # the window went while the thread worked
            self.newer_backups.emit()

    def show_backups(self) -> None:
        """Show how old the backups are, and what 今日 says of them."""
        if not self.office.desk.database.is_closed():  # a thread may end after the window was closed
            self.show_place()
            self.today.note_change()

    def start_action(self, register: str, key: str) -> None:
        """Do an action of a register that needs no record."""
        action = next(action for action in register_of(register).actions if action.key == key)
        self.bench.do(action, ())

    def tab_key(self, place: int) -> str:
        """Return the key of a tab; the first is today."""
        return "today" if place == 0 else TABS[place - 1].key

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.bench.leave_queue():
            event.ignore()
            return
        super().closeEvent(event)
        if event.isAccepted():
            self._stop()
            self._close_office()
            self.closed.emit()

    def end(self) -> None:
        """Close the desk without a word, where the system ends the program; harmless when it is closed already."""
        if not self.office.desk.database.is_closed():
            self._stop()
            with suppress(EnvironmentFault):  # nobody is there to read it; 今日 tells of a backup that is missing
                self.office.close()

    def _stop(self) -> None:
        self.lock.end()
        for timer in self.findChildren(QTimer):
            timer.stop()  # what was put off must not ask a desk that is closed
        self.bench.wait()

    def _close_office(self) -> None:
        """Close the desk and say what hinders its last backup: whoever closes the window to open another goes on."""
        try:
            if self.rounds is None:
                self.office.close()
            else:
                self.rounds.close_office()
        except EnvironmentFault as fault:
            self.hide()  # what it would still paint or read anew can be read no more
            self.bench.prompter.warn(said(fault), remedy_of(fault))


def make_window(
    office: Office,
    theme: Theme,
    settings: QSettings,
    prompter: Prompter,
    switch: Callable[[str], None],
    show: Show = show_modally,
    send: Print | None = None,
    put_back: PutBack = lambda _backup, _reason: None,
) -> DeskWindow:
    """Return the window of an office, not yet shown; ``show`` and ``send`` are AppBench's, the others Entries'."""
    memory = Memory(settings, "office/")
    bench = AppBench(office, prompter, memory, show, send)
    hooks = Doors(office, bench, memory).hooks(Entries(office, switch, put_back).all())
    tabs = tabs_of(TABS, ALL_REGISTERS[::-1])
    window = DeskWindow(tabs, bench, hooks, theme, settings, office.desk.changes)
    window.office, window.bench = office, bench
    window.lock = Lock(office, bench, prompter)
    window.newer_backups.connect(window.show_backups)
    return window
