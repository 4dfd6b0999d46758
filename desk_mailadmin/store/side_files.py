"""Side files of SQLite beside a desk: which belong to it, and which are left of another one and would destroy it (F14).

A ``-journal`` that a crash left mends its desk. Beside a backup that somebody copied over the desk by hand, the same
journal ruins it: 20 of 20 were corrupt. SQLite cannot tell them apart, so both ways are tried on a copy first.
A ``-wal`` is never ours, because desks do not use one.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from desk_mailadmin.store.backup_manifest import read_backup
from desk_mailadmin.store.database import APPLICATION_ID
from desk_mailadmin.store.engine import DeskKey, open_file, sqlite_errors
from desk_mailadmin.store.faults import primary_code
from desk_mailadmin.store.files import private_folder, sha256_of_file, sync_folder, temporary_file

DAMAGED = "damaged"
"""The folder in which what was moved aside is kept."""

JOURNAL, WAL, SHARED = "-journal", "-wal", "-shm"
SIDES = (JOURNAL, WAL, SHARED)
_FORMAT = slice(18, 20)
_NO_WAL = b"\x01\x01"


def beside(file: Path, side: str) -> Path:
    """Return where a side file of ``file`` stands."""
    return file.with_name(f"{file.name}{side}")


def settle_side_files(file: Path, backups: Path, key: DeskKey | None = None) -> bool:
    """Move aside what does not belong to the desk in ``file``; say whether a journal is left that makes it whole.

    Nothing is touched while another program, or this one, has the desk open. Call it before SQLite opens the file;
    ``key`` is an encrypted desk's.
    """
    if beside(file, WAL).exists() and (key is not None or _header(file)[_FORMAT] == _NO_WAL):
        move_aside([beside(file, WAL), beside(file, SHARED)])
    journal = beside(file, JOURNAL)
    if not journal.exists() or journal.stat().st_size == 0 or not _waits(file, key):
        return False
    if not _is_backup(file, backups):
        if _whole_with(journal, file, key):
            return True
        if not _is_whole(file, "mode=ro&immutable=1", key):
            return False
    move_aside([journal])
    return False


def move_aside(files: Sequence[Path]) -> Path:
    """Move what there is of ``files`` into ``damaged/`` beside them, under a number of its own; return that folder."""
    place = new_place(files[0])
    for file in files:
        if file.exists():
            file.replace(place / file.name)
    sync_folder(place)
    return place


def new_place(file: Path) -> Path:
    """Make a folder in ``damaged/`` beside a file, under a number of its own, and return it."""
    damaged = file.parent / DAMAGED
    taken = [int(one.name) for one in private_folder(damaged).iterdir() if one.name.isdecimal()]
    return private_folder(damaged / f"{max(taken, default=0) + 1:03d}")


def _header(file: Path) -> bytes:
    with file.open("rb") as handle:
        return handle.read(100)


def _waits(file: Path, key: DeskKey | None) -> bool:
    """Say whether SQLite would play the journal back; a desk that is open only looks so, and is left alone.

    A connection that may only read refuses to play it back, and says so.
    """
    try:
        with closing(open_file(f"{file.resolve().as_uri()}?mode=ro", key, timeout=0)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite_errors() as error:
        return primary_code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
    return False


def _is_backup(file: Path, backups: Path) -> bool:
    """Say whether the file is, to the byte, one of the desk's backups: then it needs no journal."""
    size = file.stat().st_size
    found = [read_backup(manifest) for manifest in backups.glob("*.json")]
    alike = {one.facts.sha256 for one in found if one is not None and one.facts.size == size}
    return bool(alike) and sha256_of_file(file) in alike


def _whole_with(journal: Path, file: Path, key: DeskKey | None) -> bool:
    """Say whether the journal makes the file whole; tried on a copy. Where there is no room for one it is believed."""
    copy: Path | None = None
    try:
        copy = temporary_file(file.parent)
        shutil.copyfile(file, copy)
        shutil.copyfile(journal, beside(copy, JOURNAL))
        return _is_whole(copy, "mode=rw", key)
    except OSError:
        return True
    finally:
        for one in [] if copy is None else (copy, beside(copy, JOURNAL)):
            one.unlink(missing_ok=True)


def _is_whole(file: Path, how: str, key: DeskKey | None) -> bool:
    """Say whether a file is a desk without damage."""
    try:
        with closing(open_file(f"{file.resolve().as_uri()}?{how}", key)) as found:
            if found.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return False
            sound = found.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            return sound and found.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlite_errors():
        return False
