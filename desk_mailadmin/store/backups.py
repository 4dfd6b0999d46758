"""The backups of a desk: made, verified, listed and kept by rule."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from desk_mailadmin import __version__
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_copy import Facts, Progress, head_of, integrity_of, verified_copy
from desk_mailadmin.store.backup_forms import FORMS, forms_as_zip
from desk_mailadmin.store.backup_keeping import to_drop
from desk_mailadmin.store.backup_manifest import SUFFIX, WHOLE, Backup, Reason, manifest_text, read_backup
from desk_mailadmin.store.engine import DeskKey
from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.faults import backup_named, cause_of, faults_named
from desk_mailadmin.store.files import private_folder, put_in_place, sha256_of, sync_folder, write_durably
from desk_mailadmin.store.identity import Identity
from desk_mailadmin.store.journal import Head
from desk_mailadmin.store.purging import purged_since
from desk_mailadmin.store.restorations import is_in_line, restorations
from desk_mailadmin.store.unlocking import Protection
from desk_mailadmin.store.upgrades.runner import row_counts

BACKUPS = "backups"
"""The folder of a desk's backups."""

STALE = timedelta(hours=20)
"""A backup older than this is followed by a new one at the start."""

SHRUNK = 0.9
"""A table with fewer rows than this part of what a backup holds stops the dropping of old backups."""

FEW = 20
"""Tables with fewer rows may shrink without alarm."""

_FIT = ("", WHOLE)
"""What ``integrity`` is of a backup that may be restored."""

_BEFORE = frozenset({Reason.UPGRADE, Reason.IMPORT, Reason.MONTH, Reason.REOPEN, Reason.PURGE, Reason.RESTORE})
"""Why a backup is made before a deed, which is not done without it."""

_LOOKED_THROUGH = 3
"""How many of the newest backups are looked through at a time."""

_SHRINKING = frozenset({"postponed", "workday"})
"""Tables whose rows go away in daily work."""

Done = Callable[[Backup | EnvironmentFault], None]


class Backups:
    """The backups of one open desk, under ``backups/``."""

    def __init__(
        self,
        folder: Path,
        connection: sqlite3.Connection,
        lock: threading.RLock,
        clock: Clock,
        identity: Identity,
        protection: Protection | None = None,
    ) -> None:
        self.folder = folder
        self._connection = connection
        self._lock = lock
        self._clock = clock
        self._identity = identity
        self._protection = protection
        self.alarm: tuple[str, ...] = ()
        """The tables that had shrunk when the last backup was made; a million rows are not counted at every look."""
        self.keeps_all = True
        """No backup is dropped anywhere: tables shrank or the journal was cut, or no backup was made yet to know it."""
        self._one_at_a_time = threading.Lock()
        self._running: threading.Thread | None = None
        self._closing = threading.Event()

    def make(self, reason: str, progress: Progress | None = None) -> Backup:
        """Make a backup, verify it, write its manifest, then drop what need not be kept; return it.

        Raises EnvironmentFault, with every older backup untouched, and RuntimeError inside a transaction.
        """
        with self._lock:
            if self._connection.in_transaction:
                raise RuntimeError("a backup is made between units of work")
        with self._one_at_a_time, backup_named(is_first=reason in _BEFORE):
            number = self._next_number()
            temporary = private_folder(self.folder) / f".{number:06d}.tmp"
            try:
                key = self._protection.key if self._protection else None
                facts = verified_copy(self._connection, temporary, progress, key)
                self._compare(facts)
                backup = self._placed(temporary, number, reason, facts)
            finally:
                temporary.unlink(missing_ok=True)
            self._drop_old()
            return backup

    def start(self, reason: str, done: Done, progress: Progress | None = None) -> None:
        """Make a backup in a thread; ``done`` gets it, or the fault, in that thread; then look through the new ones."""

        def run() -> None:
            try:
                made = self.make(reason, progress)
            except EnvironmentFault as fault:
                done(fault)
                return
            done(made)
            with suppress(OSError):  # a note that cannot be written is written another time
                self.look_through()

        self._running = threading.Thread(target=run, name="backup")
        self._running.start()

    def wait(self) -> None:
        """Wait for a backup that ``start`` began."""
        if self._running is not None:
            self._running.join()
            self._running = None

    def look_through(self) -> None:
        """Check every page and index of the newest backups that nobody looked through yet; note it in the manifest.

        The connection is not asked, so the window is not held; OSError where the note cannot be written.
        """
        for backup in self.list()[:_LOOKED_THROUGH]:
            if not backup.integrity and backup.file.exists() and self._can_read(backup):
                key = self._protection.key if self._protection and backup.key else None
                found = integrity_of(backup.file, key, self._closing.is_set)
                if self._closing.is_set():
                    return  # it is looked through another time
                seen = replace(backup, integrity=found)
                with self._one_at_a_time:
                    if backup.file.exists():  # else it was dropped meanwhile
                        write_durably(backup.manifest, manifest_text(seen).encode())

    def erase(self, backup: Backup) -> None:
        """Overwrite and remove one of the backups here; what looks it through meanwhile leaves no manifest behind."""
        with self._one_at_a_time:
            erase_backup(backup)

    def key_of(self, backup: Backup) -> DeskKey | None:
        """Return the key in use where it is a backup's own too, None for a plain one and for one of another key."""
        mine = self._protection.key if self._protection else None
        return mine if mine is not None and backup.key is not None and backup.key.number == mine.number else None

    def _can_read(self, backup: Backup) -> bool:
        """Say whether a backup is plain or of the key in use; another key's opens by its own recovery code."""
        mine = self._protection.key.number if self._protection else ""
        return backup.key is None or backup.key.number == mine

    def damaged(self) -> tuple[Backup, ...]:
        """Return the backups in which the thorough check found damage, newest first; they are never restored."""
        return tuple(backup for backup in self.list() if backup.integrity not in _FIT)

    def on_close(self) -> None:
        """Make a backup if anything was written since the newest one; one that is looked through is let go.

        Raises EnvironmentFault where the machine refuses; what was entered is saved all the same, and it says so.
        """
        self._closing.set()
        self.wait()
        try:
            with faults_named():
                if self.has_news():
                    self.make(Reason.CLOSE)
        except EnvironmentFault as fault:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "登记过的都已保存，但关闭时的备份没有做成。{why}"),
                remedy=QT_TRANSLATE_NOOP("desk", "检查磁盘，再打开台账备份一次。"),
                why=cause_of(fault),
            ) from fault

    def before_upgrade(self) -> Backup:
        """Return a verified backup of the desk as it is; a retry takes the one made for the first try."""
        newest = self.newest()
        if newest is not None and newest.reason == Reason.UPGRADE and self._is_this(newest):
            return newest
        return self.make(Reason.UPGRADE)

    def is_due(self) -> bool:
        """Say whether the newest backup is older than 20 hours (or from a clock that was set wrong)."""
        newest = self.newest()
        return newest is None or abs(self._clock.now() - newest.moment) > STALE

    def has_news(self) -> bool:
        """Say whether anything was written since the newest backup."""
        newest = self.newest()
        return newest is None or newest.facts.head != head_of(self._connection)

    def list(self) -> tuple[Backup, ...]:
        """Return this desk's whole backups, newest first; damaged or foreign ones are left out."""
        found = [read_backup(manifest) for manifest in self.folder.glob("*.json")]
        ours = [backup for backup in found if backup is not None and backup.uuid == self._identity.uuid]
        return tuple(sorted(ours, key=lambda backup: backup.number, reverse=True))

    def newest(self) -> Backup | None:
        """Return the newest backup in which no damage was found, None where there is none."""
        return next((backup for backup in self.list() if backup.integrity in _FIT), None)

    def heads(self) -> tuple[Head, ...]:
        """Return the journal heads the backups hold, to find a journal that was cut or rebuilt.

        Those of a line that was left by a restore are no part of it, for the journal itself tells of that restore.
        """
        known = restorations(self._connection)
        return tuple(
            backup.facts.head for backup in self.list() if not any(restored.explains(backup) for restored in known)
        )

    def shrunk(self) -> tuple[str, ...]:
        """Return the tables that lost more than a tenth of what a backup holds without the journal saying so.

        While there are any, no backup is dropped.
        """
        with self._lock:
            now = row_counts(self._connection)
            ours = [backup for backup in self.list() if is_in_line(self._connection, backup.facts.head)]
            return tuple(
                sorted({table for backup in ours for table in backup.facts.counts if self._lost(table, backup, now)})
            )

    def _lost(self, table: str, backup: Backup, now: dict[str, int]) -> bool:
        before = backup.facts.counts[table]
        if before < FEW or table in _SHRINKING or now.get(table, 0) >= before * SHRUNK:
            return False
        destroyed = purged_since(self._connection, backup.facts.head.seq).get(table, 0)
        removed = (
            destroyed
            + self._connection.execute(
                "SELECT count(*) FROM history_entry WHERE act = 'removed' AND kind = ? AND seq > ?",
                (table, backup.facts.head.seq),
            ).fetchone()[0]
        )
        return now.get(table, 0) + int(removed) < before * SHRUNK

    def _compare(self, facts: Facts) -> None:
        """Raise unless the copy is what the live file was when it was made."""
        with self._lock:
            live = head_of(self._connection)
            same = live != facts.head or row_counts(self._connection) == facts.counts
            known = self._connection.execute("SELECT hash FROM journal WHERE seq = ?", (facts.head.seq,)).fetchone()
        if not same or (facts.head.seq and (known is None or known[0] != facts.head.hash)):
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "备份与台账对不上，没有留用；台账和以前的备份未受影响。"),
                remedy=QT_TRANSLATE_NOOP("desk", "再备份一次；重复出现时检查磁盘。"),
            )

    def _placed(self, temporary: Path, number: int, reason: str, facts: Facts) -> Backup:
        now = self._clock.now()
        file = self.folder / f"{number:06d}_{now:%Y%m%d-%H%M}_{reason}{SUFFIX}"
        at = now.isoformat(timespec="seconds")
        forms = forms_as_zip(self.folder.parent / FORMS)
        forms_sha256 = sha256_of(forms) if forms else ""
        uuid, wrapped = self._identity.uuid, self._protection.wrapped if self._protection else None
        backup = Backup(number, file, reason, at, uuid, __version__, facts, forms_sha256, key=wrapped)
        if forms:
            write_durably(backup.forms, forms)
        put_in_place(temporary, file)
        sync_folder(self.folder)
        write_durably(backup.manifest, manifest_text(backup).encode())
        return backup

    def _drop_old(self) -> None:
        with self._lock:
            self.alarm = self.shrunk()
            cut = any(not is_in_line(self._connection, head) for head in self.heads())
        self.keeps_all = cut or bool(self.alarm)
        if self.keeps_all:
            return
        for backup in to_drop([backup for backup in self.list() if backup.integrity in _FIT]):
            drop(backup)

    def _next_number(self) -> int:
        taken = [int(file.name[:6]) for file in self.folder.glob("[0-9]*") if file.name[:6].isdecimal()]
        with self._lock:
            told = [restored.newest for restored in restorations(self._connection)]
        return max([0, *taken, *told]) + 1

    def _is_this(self, backup: Backup) -> bool:
        schema = self._connection.execute("PRAGMA user_version").fetchone()[0]
        return backup.facts.head == head_of(self._connection) and backup.facts.schema == schema


def erase_backup(backup: Backup) -> None:
    """Overwrite and remove a backup, wherever it stands; harmless where it is gone."""
    for file in (backup.file, backup.forms, backup.manifest):
        erase(file)


def drop(backup: Backup) -> None:
    """Remove a backup; its file goes first, so that a crash leaves no file that nobody describes."""
    for file in (backup.file, backup.forms, backup.manifest):
        file.unlink(missing_ok=True)
