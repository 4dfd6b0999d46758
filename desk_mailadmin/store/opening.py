"""Making a desk and opening one: what is checked, in which order, and what is done about it."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import peewee
from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin import __version__
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backups import BACKUPS, Backups
from desk_mailadmin.store.database import APPLICATION_ID, FILE_NAME, connect, execute, let_go, raw, set_pragmas
from desk_mailadmin.store.drafts import Drafts
from desk_mailadmin.store.encryption import finish_switch
from desk_mailadmin.store.faults import cause_of, faults_named, primary_code, store_errors
from desk_mailadmin.store.files import HELD, PRIVATE_FILE, private_folder, sync_folder
from desk_mailadmin.store.holder import held_fault, note_holder
from desk_mailadmin.store.identity import (
    Identity,
    identify,
    is_encrypted,
    is_writable,
    located,
    refuse_copy,
    refuse_foreign,
    refuse_newer,
)
from desk_mailadmin.store.leftovers import clear_leftovers
from desk_mailadmin.store.sealing import Sealer
from desk_mailadmin.store.shared_disk import refuse_shared
from desk_mailadmin.store.side_files import settle_side_files
from desk_mailadmin.store.unlocking import Protection, unlocked
from desk_mailadmin.store.upgrades.runner import MEND_FIRST, UpgradeFailed, pending, run_steps
from desk_mailadmin.store.upgrades.step import Step
from desk_mailadmin.store.workdays import Workdays

_UNKNOWN = Identity("", 0, 0, "")

Stage = Callable[[str], None]
"""Told, in a sentence, what opening is busy with (only where it takes long: backup and upgrade)."""


class Opened(Struct, frozen=True):
    """What ``opened`` found: all a desk is made of."""

    file: Path
    database: peewee.SqliteDatabase
    identity: Identity
    view_only: bool
    protection: Protection | None = None

    @property
    def folder(self) -> Path:
        """The desk's folder."""
        return self.file.parent

    def drafts(self) -> Drafts:
        """Return the unsaved dialogs kept beside the desk."""
        return Drafts(self.folder / "drafts", Sealer(self.protection.key) if self.protection else None)


def build(folder: Path, clock: Clock, steps: Sequence[Step]) -> None:
    """Make a desk's file in ``folder``.

    Raises UserError where one is there already or the place is a network disk or a synchronised folder,
    EnvironmentFault where the disk refuses; a crash leaves no half desk.
    """
    file = folder / FILE_NAME
    unfinished = folder / f".{FILE_NAME}.new"
    with faults_named():
        if file.exists():
            raise UserError(QT_TRANSLATE_NOOP("desk", "{folder} 里已经有台账，可以直接打开。"), folder=folder)
        refuse_shared(folder)
        private_folder(folder)
        unfinished.unlink(missing_ok=True)
        _build(unfinished, clock, steps)
        unfinished.replace(file)
        unfinished.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
        sync_folder(folder)


def is_held(place: Path) -> bool:
    """Say whether another program holds the file of a desk that this process has not open; it is not waited for."""
    try:
        with closing(sqlite3.connect(f"{located(place).resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as asking:
            asking.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        return primary_code(error) == sqlite3.SQLITE_BUSY
    return False


def wait_until_free(place: Path, seconds: float = HELD, *, pause: float = 0.2) -> bool:
    """Wait until no other program holds a desk's file; say whether that came in time (F34)."""
    until = time.monotonic() + seconds
    while is_held(place):
        if time.monotonic() >= until:
            return False
        time.sleep(pause)
    return True


def opened(
    place: Path,
    clock: Clock,
    steps: Sequence[Step],
    tell: Stage,
    *,
    viewing: bool = False,
    code: Secret | None = None,
) -> Opened:
    """Open the desk at ``place``, its folder or its file; bring it up to date behind a verified backup.

    ``viewing`` opens it only to be looked at; ``code`` is the recovery code of an encrypted one. Raises
    EnvironmentFault, with every file as it was, where there is no desk, the file is foreign, needs a newer program, or
    is held by another program; DeskLocked where only the recovery code opens it, UserError for a wrong one.
    """
    with faults_named():
        file = located(place)
        view_only = viewing or not is_writable(file)
        refuse_copy(file)
        protection = unlocked(file, code) if is_encrypted(file) else None
        key = protection.key if protection else None
        if view_only or not settle_side_files(file, file.parent / BACKUPS, key):
            refuse_foreign(file)
        standing = file.stat()
        database = connect(file, mode="ro" if view_only else "rw", key=key)
        found = Opened(file, database, _UNKNOWN, view_only, protection)
        try:
            identity = _made_ready(file, found, standing, clock, steps, tell)
        except BaseException as error:
            let_go(database)
            if isinstance(error, store_errors()) and primary_code(error) == sqlite3.SQLITE_BUSY:
                raise held_fault(file.parent) from error
            raise
    return replace(found, identity=identity)


def _made_ready(
    file: Path, found: Opened, standing: os.stat_result, clock: Clock, steps: Sequence[Step], tell: Stage
) -> Identity:
    database, view_only = found.database, found.view_only
    refuse_newer(identify(database, file), max(step.number for step in steps))
    set_pragmas(database, view_only=view_only)
    if not os.path.samestat(file.stat(), standing):  # a restore ended while the lock was waited for
        raise held_fault(file.parent)
    if not view_only:
        clear_leftovers(file.parent)
        finish_switch(file, found.protection, found.drafts())
    if waiting := pending(raw(database), steps):
        if view_only:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "这个台账要先升级，但所在的位置只能读，没有打开。"),
                remedy=QT_TRANSLATE_NOOP("desk", "把整个台账文件夹复制到可以写入的磁盘，再打开那一份。"),
            )
        _upgrade(file, found, clock, waiting, tell)
    if not view_only:
        with suppress(OSError):  # the note is only told, never trusted: a full disk must not lock the desk up
            note_holder(file.parent, clock.now().isoformat(timespec="seconds"))
    return identify(database, file)


def _upgrade(file: Path, found: Opened, clock: Clock, waiting: Sequence[Step], tell: Stage) -> None:
    tell(QT_TRANSLATE_NOOP("desk", "正在做升级前的备份"))
    database, identity = found.database, identify(found.database, file)
    folder, lock = file.parent / BACKUPS, threading.RLock()
    try:
        Backups(folder, raw(database), lock, clock, identity, found.protection).before_upgrade()
    except EnvironmentFault as fault:
        raise UpgradeFailed(
            QT_TRANSLATE_NOOP("desk", "{cause}升级前的备份没有做成，台账没有升级，保持原样。"),
            remedy=MEND_FIRST,
            cause=cause_of(fault),
        ) from fault
    tell(QT_TRANSLATE_NOOP("desk", "正在升级台账"))
    run_steps(raw(database), waiting, __version__)


def _build(file: Path, clock: Clock, steps: Sequence[Step]) -> None:
    database = connect(file, mode="rwc")
    try:
        file.chmod(PRIVATE_FILE)
        set_pragmas(database, view_only=False)
        execute(database, f"PRAGMA application_id={APPLICATION_ID}")
        run_steps(raw(database), steps, __version__)
        with database.atomic("IMMEDIATE"):
            _introduce(database, clock)
    finally:
        database.close()


def _introduce(database: peewee.SqliteDatabase, clock: Clock) -> None:
    """Give a new desk its identity and the calendar around this year."""
    now = clock.now().isoformat(timespec="seconds")
    for key, value in (("desk_uuid", str(uuid.uuid4())), ("created_by", __version__), ("created_at", now)):
        execute(database, "INSERT INTO meta (key, value) VALUES (?, ?)", (key, value))
    workdays, year = Workdays(database), clock.today().year
    for known in (year - 1, year, year + 1):
        workdays.seed(known)
