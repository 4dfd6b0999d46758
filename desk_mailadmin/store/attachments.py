"""Files kept with records, by their SHA-256: the same content once, the original name only as data."""

from __future__ import annotations

from pathlib import Path

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.files import sha256_of, write_durably
from desk_mailadmin.store.work import UnitOfWork

CAP_MB = 50
"""Largest attachment in MB (2^20 bytes)."""


class HashedFiles:
    """A folder of files named by their content: ``ab/abcdef…``; bytes are checked whenever they are read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep ``data`` and return its SHA-256; content that is there already is not written again."""
        sha256 = sha256_of(data)
        if not self._intact(sha256, data):
            write_durably(self.path(sha256), data)
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes; raises EnvironmentFault where they are gone or no longer what was kept."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "保存的文件不见了：{path}。"),
                remedy=QT_TRANSLATE_NOOP("desk", "从整个台账文件夹的副本里把它放回原处。"),
                path=self.path(sha256),
            ) from None
        if sha256_of(data) != sha256:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "保存的文件被改动或损坏：{path}。"),
                remedy=QT_TRANSLATE_NOOP("desk", "从整个台账文件夹的副本里换回原来的文件。"),
                path=self.path(sha256),
            )
        return data

    def path(self, sha256: str) -> Path:
        """Return where a file stands."""
        if not (sha256.isascii() and sha256.isalnum()):
            raise ValueError(sha256)
        return self.folder / sha256[:2] / sha256

    def _intact(self, sha256: str, data: bytes) -> bool:
        path = self.path(sha256)
        return path.exists() and path.read_bytes() == data


class Use(Struct, frozen=True):
    """One file kept with one record; ``role`` says as what (``signature.office``, ``scan``)."""

    id: int
    sha256: str
    kind: str
    record: int
    role: str
    name: str
    pages: int
    at: str
    who: str


class Attachments:
    """The attachments of one desk."""

    def __init__(self, database: peewee.SqliteDatabase, folder: Path) -> None:
        self._database = database
        self._files = HashedFiles(folder)

    def keep(
        self, work: UnitOfWork, kind: str, record: int, role: str, name: str, data: bytes, *, pages: int = 1
    ) -> str:
        """Keep a file with a record and journal it; return its SHA-256. Raises UserError above 50 MB or if empty."""
        _check_size(name, len(data))
        sha256 = self._files.put(data)
        execute(
            self._database,
            "INSERT INTO attachment (sha256, size, at) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            (sha256, len(data), work.stamp.at),
        )
        execute(
            self._database,
            "INSERT INTO attachment_use (sha256, kind, record, role, name, pages, at, who) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (sha256, kind, record, role, name, pages, work.stamp.at, work.stamp.who),
        )
        work.wrote(kind, record, QT_TRANSLATE_NOOP("desk", "附上“{name}”"), name=name, sha256=sha256)
        return sha256

    def has(self, kind: str, record: int, data: bytes) -> bool:
        """Say whether a record holds this very file already."""
        sha256 = sha256_of(data)
        return any(use.sha256 == sha256 for use in self.of(kind, record))

    def of(self, kind: str, record: int, role: str | None = None) -> tuple[Use, ...]:
        """Return the files of a record, oldest first; ``role`` narrows them."""
        rows = execute(
            self._database,
            "SELECT id, sha256, kind, record, role, name, pages, at, who FROM attachment_use "
            "WHERE kind = ? AND record = ? AND (? IS NULL OR role = ?) ORDER BY id",
            (kind, record, role, role),
        ).fetchall()
        return tuple(Use(*row) for row in rows)

    def uses(self, sha256: str) -> tuple[Use, ...]:
        """Return the records that hold a file, the first one first."""
        rows = execute(
            self._database,
            "SELECT id, sha256, kind, record, role, name, pages, at, who FROM attachment_use "
            "WHERE sha256 = ? ORDER BY id",
            (sha256,),
        ).fetchall()
        return tuple(Use(*row) for row in rows)

    def read(self, sha256: str) -> bytes:
        """Return a file's bytes, checked; raises EnvironmentFault where they are gone or altered."""
        return self._files.read(sha256)

    def path(self, sha256: str) -> Path:
        """Return where a file stands (to open it in another program)."""
        return self._files.path(sha256)


def _check_size(name: str, size: int) -> None:
    if size == 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{name}”是空文件，没有附上。"), name=name)
    if size > CAP_MB * 2**20:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{name}”超过 {cap} MB，没有附上；扫描时把分辨率调到 300 dpi。"),
            name=name,
            cap=CAP_MB,
        )
