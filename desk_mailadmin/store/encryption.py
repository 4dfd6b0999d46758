"""Encryption switched on, off, or to another key: a new file beside the old one, compared, then put in its place.

The new file is filled from a verified backup, never from the live file, and takes the desk's place when the desk is
closed. Killed at any point, the desk is the old one or the new one; what is left over goes when it is next opened.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_copy import facts_of
from desk_mailadmin.store.backup_manifest import Backup, Reason
from desk_mailadmin.store.backups import Backups
from desk_mailadmin.store.database import APPLICATION_ID, FILE_NAME, connect
from desk_mailadmin.store.drafts import Drafts
from desk_mailadmin.store.engine import DeskKey, cipher, open_cipher, open_file
from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.files import PRIVATE_FILE, put_in_place, sync_file, sync_folder
from desk_mailadmin.store.gate import Gate
from desk_mailadmin.store.journal import Head, Journal, Stamp
from desk_mailadmin.store.key_file import WrappedKey, read_keys, wrapped, write_keys
from desk_mailadmin.store.recovery_code import new_code
from desk_mailadmin.store.sequences import Sequences
from desk_mailadmin.store.unlocking import Protection, remember
from desk_mailadmin.store.work import UnitOfWork

NEW, OLD = f".{FILE_NAME}.encryption.new", f".{FILE_NAME}.encryption.old"
"""What the two files are called while one takes the other's place."""

DEED = "encryption"
"""What the switching is called in the journal and in the list of rights."""

_ON = QT_TRANSLATE_NOOP("desk", "开启加密，密钥编号 {number}")
_OFF = QT_TRANSLATE_NOOP("desk", "关闭加密，原密钥编号 {number}")
_REKEY = QT_TRANSLATE_NOOP("desk", "更换密钥，新密钥编号 {number}")

Tell = Callable[[str], None]
"""Told, in a sentence, what the switching is busy with."""


class Offer(Struct, frozen=True):
    """A fresh key and the recovery code of it, to be printed and typed back before anything is switched."""

    key: DeskKey
    code: Secret

    @classmethod
    def new(cls) -> Offer:
        """Return a key and a code nobody has had before."""
        cipher()
        return cls(DeskKey.new(), new_code())


class Encryption:
    """The encryption of one open desk."""

    def __init__(
        self,
        database: peewee.SqliteDatabase,
        lock: threading.RLock,
        clock: Clock,
        uuid: str,
        backups: Backups,
        drafts: Drafts,
        gate: Gate,
        protection: Protection | None,
    ) -> None:
        self._folder = backups.folder.parent
        self._database, self._lock, self._clock, self._uuid = database, lock, clock, uuid
        self._backups, self._drafts, self._gate, self._protection = backups, drafts, gate, protection
        self._ready: _Ready | None = None

    @property
    def number(self) -> str:
        """The number of the key in use, empty for a plain desk."""
        return self._protection.key.number if self._protection else ""

    @property
    def wrapped(self) -> WrappedKey | None:
        """The key in use as the recovery code wraps it, None for a plain desk."""
        return self._protection.wrapped if self._protection else None

    @property
    def note(self) -> str:
        """Why the keyring did not take the key when the desk was opened by its code, in a sentence; usually empty."""
        return self._protection.note if self._protection else ""

    @property
    def is_ready(self) -> bool:
        """Say whether another file waits for the desk to be closed."""
        return self._ready is not None

    def prepare(self, offer: Offer | None, who: str, tell: Tell = lambda _stage: None) -> str:
        """Make the file that takes the desk's place when it is closed: under the key of ``offer``, or plain.

        Returns in a sentence why the keyring did not take the new key, usually nothing. Raises EnvironmentFault, with
        the desk as it was, where the machine refuses or the new file is not what the old one is; UserError and
        NeedsPin where the person at the desk may not do it.
        """
        self._gate.check(DEED)
        self.give_up()
        protection = self._wrapped(offer) if offer else None
        tell(QT_TRANSLATE_NOOP("desk", "正在做切换前的备份"))
        backup = self._backups.make(Reason.ENCRYPTION)
        new = self._folder / NEW
        try:
            with faults_named():
                tell(QT_TRANSLATE_NOOP("desk", "正在写新的台账文件"))
                _fill(new, backup, self._protection, protection)
                tell(QT_TRANSLATE_NOOP("desk", "正在逐页核对新的台账文件"))
                _compare(new, backup, self._protection, protection)
                self._journal(new, protection, who)
        except BaseException:
            erase(new)
            raise
        self._ready = _Ready(new, backup.facts.head, protection)
        self._gate.done(DEED)
        return remember(offer.key, protection.wrapped) if offer and protection else ""

    def give_up(self) -> None:
        """Let go of a file that waits; the desk stays as it is."""
        if self._ready is not None:
            erase(self._ready.file)
            self._ready = None

    def put_in_place(self, close: Callable[[], object]) -> None:
        """Put the file that waits in the desk's place and ``close`` the desk; raises EnvironmentFault.

        The lock is held until the old file is overwritten, so a program that waited for it finds no desk in it.
        Windows lets no open file be replaced: there the desk is closed first.
        """
        ready, self._ready = self._ready, None
        assert ready is not None
        file = self._folder / FILE_NAME
        with self._lock, faults_named():
            self._refuse_stale(ready)
            self._drafts.unseal_all()
            write_keys(self._folder, _keys(ready.protection, self._protection))
            if sys.platform == "win32":
                close()
            _replace(file, ready.file)
            close()
            write_keys(self._folder, _keys(ready.protection))

    def _wrapped(self, offer: Offer) -> Protection:
        return Protection(offer.key, wrapped(offer.key, offer.code, self._uuid))

    def _refuse_stale(self, ready: _Ready) -> None:
        if Journal(self._database).head() != ready.head:
            erase(ready.file)
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "准备好新文件以后台账又有改动，加密没有切换，台账保持原样。"),
                remedy=QT_TRANSLATE_NOOP("desk", "再切换一次。"),
            )

    def _journal(self, new: Path, to: Protection | None, who: str) -> None:
        """Write into the new file's journal what becomes true the moment it takes the desk's place."""
        sentence = _OFF if to is None else _REKEY if self._protection else _ON
        database = connect(new, key=to.key if to else None)
        try:
            who, member = self._gate.stamp(who, DEED)
            stamp = Stamp(self._clock.now().isoformat(timespec="seconds"), who, DEED, member)
            unit = UnitOfWork(database, Journal(database), Sequences(database), stamp, self._gate, batch=False)
            with database.atomic("IMMEDIATE"):
                unit.wrote("desk", 0, sentence, number=to.key.number if to else self.number)
                unit.close(wrote_rows=True)
        finally:
            database.close()
        new.with_name(f"{new.name}-journal").unlink(missing_ok=True)
        sync_file(new)


class _Ready(Struct, frozen=True):
    """A file that waits: filled from the desk as it was at ``head``."""

    file: Path
    head: Head
    protection: Protection | None


def finish_switch(file: Path, protection: Protection | None, drafts: Drafts) -> None:
    """Clear what a killed switch left beside the desk; call it only while the desk's lock is held."""
    with suppress(OSError):
        for rest in (file.with_name(NEW), file.with_name(OLD)):
            if rest.exists() and rest.samefile(file):
                rest.unlink()  # a second name of the desk itself
            else:
                erase(rest)
        keys = _keys(protection)
        if read_keys(file.parent) != tuple(keys):
            write_keys(file.parent, keys)
    with suppress(EnvironmentFault):
        drafts.seal_all()


def _keys(*protections: Protection | None) -> list[WrappedKey]:
    return [one.wrapped for one in protections if one is not None]


def _fill(new: Path, backup: Backup, was: Protection | None, to: Protection | None) -> None:
    """Write everything of a backup into a new file under another key; SQLCipher's own export keeps every row's id."""
    erase(new)
    new.touch(PRIVATE_FILE)
    source = f"{backup.file.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(open_cipher(new.resolve().as_uri(), to.key if to else None)) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("ATTACH ? AS kept KEY ?", (source, was.key.literal if was else ""))
        connection.execute("SELECT sqlcipher_export('main', 'kept')")
        connection.execute(f"PRAGMA main.user_version={backup.facts.schema}")
        connection.execute(f"PRAGMA main.application_id={APPLICATION_ID}")
    sync_file(new)


def _compare(new: Path, backup: Backup, was: Protection | None, to: Protection | None) -> None:
    """Raise EnvironmentFault unless the new file is whole and holds what the backup holds: counts, head, tables."""
    found = facts_of(new, to.key if to else None)
    same = (found.schema, found.head, found.counts) == (backup.facts.schema, backup.facts.head, backup.facts.counts)
    if not same or _outline(new, to) != _outline(backup.file, was) or forged_pages(new, to):
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "新写的台账文件与原来的对不上，加密没有切换，台账保持原样。"),
            remedy=QT_TRANSLATE_NOOP("desk", "再切换一次；重复出现时检查磁盘。"),
        )


def _outline(file: Path, protection: Protection | None) -> list[tuple[object, ...]]:
    """Return every table, index and trigger of a file, and the last number each table gave."""
    place = f"{file.resolve().as_uri()}?mode=ro"
    with closing(open_file(place, protection.key if protection else None)) as connection:
        tables = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
        return [*tables, *connection.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")]


def forged_pages(file: Path, protection: Protection | None) -> bool:
    """Say whether a page of an encrypted file is not what was written under its key; a plain file cannot tell."""
    if protection is None:
        return False
    with closing(open_file(f"{file.resolve().as_uri()}?mode=ro", protection.key)) as connection:
        return connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None


def _replace(file: Path, new: Path) -> None:
    """Put ``new`` in the place of ``file`` and overwrite what stood there, which a second name holds meanwhile."""
    old = file.with_name(OLD)
    old.unlink(missing_ok=True)
    with suppress(OSError):  # a stick with FAT knows no second names: there the old file is only removed
        os.link(file, old)
    put_in_place(new, file)
    sync_folder(file.parent)
    erase(old)
