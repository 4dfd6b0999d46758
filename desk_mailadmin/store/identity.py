"""Tells, before anything is written, whether a file is a desk of ours and whether this program may open it."""

from __future__ import annotations

import os
import sqlite3
import uuid
from pathlib import Path
from typing import BinaryIO

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import APPLICATION_ID, FILE_NAME, execute, scalar
from desk_mailadmin.store.engine import cipher, has_cipher, sqlite_errors
from desk_mailadmin.store.faults import CORRUPT, NOT_OURS, TOO_NEW, primary_code
from desk_mailadmin.store.key_file import read_keys

_UNREADABLE, _ENCRYPTED = -1, -2
PAGE = 4096
_RANDOM = 230
"""Of 256 byte values, how many a random page of 4,096 bytes surely has: it lacks none, a text or picture lacks most."""
_LOOKED_AT = 8
"""Pages spread over a file that tell noise from a desk whose first page alone a power cut tore."""
MISSING = QT_TRANSLATE_NOOP("desk", "这里没有台账：{place}。")


class Identity(Struct, frozen=True):
    """Who a desk is: its UUID, the schema it has, the oldest schema whose program may open it, who wrote it last."""

    uuid: str
    schema: int
    compat: int
    written_by: str


def located(place: Path) -> Path:
    """Return the desk's file for the folder or the file that was given.

    Raises EnvironmentFault where there is none: a missing desk is never made anew in silence, backups would rotate the
    good ones out.
    """
    file = place / FILE_NAME if place.is_dir() else place
    if not file.exists():
        raise EnvironmentFault(
            MISSING,
            remedy=QT_TRANSLATE_NOOP("desk", "找到原来的台账文件夹再打开，从备份恢复，或新建一个台账。"),
            place=place,
        )
    return file


def refuse_foreign(file: Path) -> None:
    """Raise EnvironmentFault unless ``file`` is a desk; reads it without locks and changes nothing.

    What is in an encrypted one shows only with its key.
    """
    known = (APPLICATION_ID, _UNREADABLE, _ENCRYPTED)
    if not file.is_file() or file.stat().st_size == 0 or _application_id(file) not in known:
        raise _not_ours(file)


def is_encrypted(file: Path) -> bool:
    """Say whether ``file`` is an encrypted desk, as far as that shows without its key; takes no lock."""
    return file.is_file() and file.stat().st_size > 0 and _application_id(file) == _ENCRYPTED


def refuse_copy(file: Path) -> None:
    """Raise EnvironmentFault for a copy or a backup of a desk, known by its name, once it is a desk at all."""
    if file.name != FILE_NAME:
        refuse_foreign(file)
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "“{name}”是台账的副本或备份，不能直接当台账打开。"),
            remedy=QT_TRANSLATE_NOOP("desk", "打开原来的台账，再从“备份”里恢复这一份。"),
            name=file.name,
        )


def identify(database: peewee.SqliteDatabase, file: Path) -> Identity:
    """Return the identity of an open desk, its journal replayed if a crash left one; raise where it is none."""
    if scalar(database, "PRAGMA application_id") != APPLICATION_ID:
        raise _not_ours(file)
    schema = int(scalar(database, "PRAGMA user_version"))
    try:
        meta = dict(execute(database, "SELECT key, value FROM meta").fetchall())
        known = str(uuid.UUID(meta["desk_uuid"]))
        return Identity(known, schema, int(meta["compat_version"]), meta["written_by"])
    except (KeyError, ValueError) as missing:
        raise EnvironmentFault(CORRUPT[0], remedy=CORRUPT[1]) from missing


def refuse_newer(identity: Identity, newest: int) -> None:
    """Raise EnvironmentFault where the desk needs a newer program than one that knows schema ``newest``."""
    if identity.compat > newest:
        raise EnvironmentFault(TOO_NEW[0], remedy=TOO_NEW[1], version=identity.written_by)


def is_writable(file: Path) -> bool:
    """Say whether the file and its folder can be written (the journal stands beside the file)."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _not_ours(file: Path) -> EnvironmentFault:
    return EnvironmentFault(NOT_OURS[0], remedy=NOT_OURS[1], name=file.name)


def _application_id(file: Path) -> int:
    """Return the number in the header; ``_UNREADABLE`` for a SQLite file that only its journal makes whole again.

    ``immutable`` takes no lock and replays no journal; through SQLite and not by reading the file, because closing a
    file that this process has open as a desk would cancel the desk's lock. For the same reason through SQLCipher where
    the desk has a key.
    """
    place = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    keyed = bool(read_keys(file.parent)) and has_cipher()
    connection = cipher().connect(place, uri=True) if keyed else sqlite3.connect(place, uri=True)
    try:
        return int(connection.execute("PRAGMA application_id").fetchone()[0])
    except sqlite_errors() as error:
        match primary_code(error):
            case sqlite3.SQLITE_NOTADB:
                return _ENCRYPTED if keyed or _looks_encrypted(file) else 0
            case sqlite3.SQLITE_CORRUPT:
                return _UNREADABLE if _has_journal(file) else 0
        raise
    finally:
        connection.close()


def _looks_encrypted(file: Path) -> bool:
    """Say whether a file that is no SQLite file looks like one of ours: named so, of whole pages, nothing but noise."""
    size = file.stat().st_size
    if file.suffix != Path(FILE_NAME).suffix or size % PAGE:
        return False
    pages = size // PAGE
    with file.open("rb") as opened:
        looked_at = {part * (pages - 1) // _LOOKED_AT for part in range(_LOOKED_AT + 1)}
        return all(is_noise(_page(opened, page)) for page in looked_at)


def is_noise(page: bytes) -> bool:
    """Say whether a page, or most of one, is encrypted, as far as that shows."""
    return len(set(page)) > _RANDOM


def _page(opened: BinaryIO, page: int) -> bytes:
    opened.seek(page * PAGE)
    return opened.read(PAGE)


def _has_journal(file: Path) -> bool:
    journal = file.with_name(f"{file.name}-journal")
    return journal.exists() and journal.stat().st_size > 0
