"""What a destruction does below the records: history emptied under a chain that stays whole, indexes, kept files.

The journal keeps its rows and hashes. The history they vouch for is emptied together with its salt, so that no value
can be guessed back; which rows were emptied is vouched for by the destruction's own journal row (``vouched``).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import peewee

from desk_mailadmin.store.database import execute, quoted, raw, scalar
from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.files import sync_folder
from desk_mailadmin.store.values import decoded

KEPT_STILL = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE sha256 = substr(purge_file.path, -64)"  # noqa: S608  (constants)
    for table in ("print", "attachment_use", "delivery")
)
"""The condition by which a file to be removed is in use again."""


def digest_of_rows(seqs: Iterable[int]) -> str:
    """Return what vouches for a set of journal rows: SHA-256 of their numbers in order, with commas."""
    return hashlib.sha256(",".join(map(str, sorted(seqs))).encode()).hexdigest()


def empty_history(database: peewee.SqliteDatabase, purge: int, seqs: Sequence[int]) -> str:
    """Empty what these journal rows changed, and note for which destruction; return what vouches for them.

    Kind, record, unit and act stay, as do the journal's own rows; units are no more to be undone. Must run inside the
    unit of work that journals the digest as ``emptied`` of the ``purge``.
    """
    connection = raw(database)
    rows = [(seq,) for seq in seqs]
    connection.executemany("DELETE FROM history WHERE seq = ?", rows)
    connection.executemany(
        "UPDATE work_unit SET undoable = 0 WHERE seq = (SELECT unit FROM history_entry WHERE seq = ?)", rows
    )
    connection.executemany("UPDATE history_entry SET sentence = '', details = '{}', salt = '' WHERE seq = ?", rows)
    connection.executemany("INSERT INTO purged_history (seq, purge_id) VALUES (?, ?)", [(seq, purge) for seq in seqs])
    return digest_of_rows(seqs)


def vouched(database: peewee.SqliteDatabase) -> frozenset[int]:
    """Return the journal rows whose emptied history a destruction's own journal row vouches for."""
    if not scalar(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'purged_history'"):
        return frozenset()
    by_purge: dict[int, list[int]] = {}
    for seq, purge in execute(database, "SELECT seq, purge_id FROM purged_history"):
        by_purge.setdefault(purge, []).append(seq)
    told = (
        "SELECT h.new_value FROM history h JOIN history_entry e ON e.seq = h.seq "
        "WHERE e.kind = 'purge' AND e.record = ? AND h.field = 'emptied' ORDER BY h.seq DESC LIMIT 1"
    )
    good = [
        seqs
        for purge, seqs in by_purge.items()
        if decoded(str(scalar(database, told, purge) or '""')) == digest_of_rows(seqs)
    ]
    return frozenset(seq for seqs in good for seq in seqs)


def tidy_index(database: peewee.SqliteDatabase, kind: str) -> None:
    """Write a search table's index anew, so that no word of a dropped record is left in it."""
    table = quoted(f"search_{kind}")
    execute(database, f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608  (a quoted name)


def shred(path: Path) -> None:
    """Overwrite a file with zeros and remove it, and its name for good; one that is gone already is no fault.

    On disks that move what is written (SSD) the old blocks are the disk's own affair: encryption is the answer there.
    """
    erase(path)
    if path.parent.is_dir():
        sync_folder(path.parent)


def destructions_since(connection: sqlite3.Connection, seq: int) -> tuple[str, ...]:
    """Return the numbers of the destructions done after a journal row: what they took stands in what is older."""
    if not knows(connection):
        return ()
    sql = "SELECT number FROM purge WHERE state = 'done' AND journal_seq > ? ORDER BY journal_seq"
    return tuple(number for (number,) in connection.execute(sql, (seq,)))


def destroyed_files(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the kept files (``attachments/ab/ab…``) that were destroyed here and are not kept anew."""
    sql = f"SELECT DISTINCT path FROM purge_file WHERE gone = 1 AND NOT EXISTS ({KEPT_STILL})"  # noqa: S608  (constants)
    return tuple(path for (path,) in connection.execute(sql)) if knows(connection) else ()


def knows(connection: sqlite3.Connection) -> bool:
    """Say whether a desk's version knows of destructions at all."""
    sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'purge'"
    return bool(connection.execute(sql).fetchone()[0])


def purged_since(connection: sqlite3.Connection, seq: int) -> dict[str, int]:
    """Return how many rows of each table were destroyed after a journal row: they shrank by order, not by mishap."""
    if not knows(connection):
        return {}
    total: Counter[str] = Counter()
    rows = connection.execute("SELECT result FROM purge WHERE state = 'done' AND journal_seq > ?", (seq,))
    for (result,) in rows.fetchall():
        total.update(decoded(result))
    return dict(total)
