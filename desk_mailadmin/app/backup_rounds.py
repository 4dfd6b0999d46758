"""The backups that are made beside the window: when it opens, every four hours with changes, when it closes."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.office import Office
from desk_mailadmin.store.backup_manifest import Backup, Reason
from desk_mailadmin.store.second_copy import Copying

if TYPE_CHECKING:  # a drill is imported once a month
    from desk_mailadmin.drill_log import Drill

PAUSE = 4 * 60 * 60 * 1000
"""Milliseconds between two looks whether a backup is due while the window is open (SAFETY 5.3)."""

FIRST = 2_000
"""Milliseconds after the window opened until the first look: nobody waits for it."""

LAST_COPY = 10
"""Seconds that closing waits for the second place; a share that is off would keep the program for minutes."""


class BackupRounds(QObject):
    """Looks now and then whether a backup is due, makes it in a thread, and copies it to the second place in another.

    ``changed`` tells, in the window's thread, that there is a newer backup or copy to be shown.
    """

    changed = Signal()
    _ready = Signal()
    _news = Signal()
    _drilled = Signal(object)

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._ready.connect(self._go_on)
        self._news.connect(self._pass_on)
        self._drilled.connect(self._note_drill)
        self._drill: threading.Thread | None = None
        for pause, single in ((PAUSE, False), (FIRST, True)):
            timer = QTimer(self, interval=pause, singleShot=single)
            timer.timeout.connect(self.look if not single else self.begin)
            timer.start()

    def begin(self) -> None:
        """Look for the first time: a backup that is due since yesterday, or a copy that failed last time."""
        if self._make_due(Reason.START):
            return
        if self._is_uncopied():
            self.copy_beside()
        self._drill_if_due()

    def look(self) -> None:
        """Make a backup where anything was written since the last one, or it is from yesterday."""
        self._make_due(Reason.TIMER)

    def copy_beside(self) -> None:
        """Copy the newest backup and the kept files to the second place, in a thread of its own."""
        if self._office.desk.database.is_closed():
            return  # the backup was done while the window closed, which copies by itself
        what = self._office.copying()
        if what is not None:
            self._office.desk.second_place.start(what, lambda _made: self._tell(self._news))

    def _go_on(self) -> None:
        if not self._office.desk.database.is_closed():  # the window may have been closed meanwhile
            self.copy_beside()
            self._drill_if_due()

    def _drill_if_due(self) -> None:
        """Try this month's restore in a child process; what came of it is noted in the window's thread."""
        from desk_mailadmin.app.sample import is_sample
        from desk_mailadmin.drill_log import is_due
        from desk_mailadmin.restore_drill import choose_backup, rehearse

        desk = self._office.desk
        running = self._drill is not None and self._drill.is_alive()
        if desk.view_only or desk.backups.newest() is None or running or is_sample(desk.folder):
            return
        if not is_due(self._office):
            return
        try:
            backup = choose_backup(self._office)
        except EnvironmentFault:
            return  # encrypted without a keyring: it waits for the clerk, and 今日 says so after forty days

        def run() -> None:
            found = rehearse(desk.folder, backup)
            with suppress(RuntimeError):  # the window went meanwhile; another one makes the drill
                self._drilled.emit(found)

        self._drill = threading.Thread(target=run, name="drill", daemon=True)
        self._drill.start()

    def _note_drill(self, found: Drill) -> None:
        from desk_mailadmin.drill_log import note

        if self._office.desk.database.is_closed():
            return
        with suppress(EnvironmentFault):  # a disk that is full now is told by everything else
            note(self._office, found)
        self.changed.emit()

    def close_office(self) -> None:
        """Close the desk, which backs up what is new, and copy that; wait a little for a copy, never for long."""
        desk = self._office.desk
        folder = None if desk.view_only else self._office.second_place()
        destroyed = self._office.destroyed() if folder is not None else ()
        self._office.close()
        newest = desk.backups.newest() if folder is not None else None
        if folder is None or newest is None:
            return
        noted = desk.second_place.noted(folder)
        if (noted is None or noted.number != newest.number) and desk.second_place.wait(LAST_COPY):
            what = Copying(folder, newest, thin=not desk.backups.keeps_all, destroyed=destroyed)
            desk.second_place.start(what, lambda _made: None)
            desk.second_place.wait(LAST_COPY)

    def _make_due(self, reason: Reason) -> bool:
        backups = self._office.desk.backups
        if self._office.desk.view_only or not (backups.is_due() or backups.has_news()):
            return False
        backups.start(reason, self._made)
        return True

    def _is_uncopied(self) -> bool:
        desk, folder = self._office.desk, self._office.second_place()
        noted = desk.second_place.noted(folder) if folder is not None else None
        newest = desk.backups.newest()
        return folder is not None and newest is not None and (noted is None or noted.number != newest.number)

    def _made(self, made: Backup | EnvironmentFault) -> None:
        """Go on with the copy in the window's thread; a fault is told by 今日, for the next look may succeed."""
        self._tell(self._news if isinstance(made, EnvironmentFault) else self._ready)
        self._tell(self._news)

    def _pass_on(self) -> None:
        if not self._office.desk.database.is_closed():
            self.changed.emit()

    def _tell(self, signal: SignalInstance) -> None:
        with suppress(RuntimeError):  # the window went while the thread worked
            signal.emit()
