"""The check of a desk in pieces: its file, the journal's guards and rows, the heads that backups kept.

Between two pieces the desk is free, so that a check beside the window holds nobody up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.journal_check import Finding, finding

if TYPE_CHECKING:
    from desk_mailadmin.store.desk import Desk

AT_START = 1_000
"""Journal rows looked at whenever a desk is opened; once a day all of them are."""

_CHECKED = "checked_on"
_DAMAGED = QT_TRANSLATE_NOOP("desk", "台账文件有损坏。")
_DAMAGED_TABLE = QT_TRANSLATE_NOOP("desk", "台账文件里的“{table}”有损坏。")

Pieces = Iterator[tuple[Finding, ...]]


def pieces_of(desk: Desk, last: int | None, *, by_table: bool) -> Pieces:
    """Yield what each piece finds wrong; ``by_table`` looks at the file table by table, else at once and at its rest.

    Raises EnvironmentFault where the disk, or damage, stops the check.
    """
    parts = chain(_tables(desk) if by_table else _file(desk), desk.journal.pieces(last), _kept_heads(desk))
    while True:
        with desk.reading():
            piece = next(parts, None)
        if piece is None:
            return
        yield piece


def newest_rows(desk: Desk) -> tuple[Finding, ...]:
    """Check what is quickly checked when a desk is opened: the newest journal rows, the guards, the kept heads."""
    with desk.reading():
        return tuple(chain.from_iterable(chain(desk.journal.pieces(AT_START), _kept_heads(desk))))


def checked_on(desk: Desk) -> date | None:
    """Return the day all of the desk was last checked and found right; None where it never was."""
    with desk.reading():
        found = scalar(desk.database, "SELECT value FROM meta WHERE key = ?", _CHECKED)
    return None if found is None else date.fromisoformat(found)


def note_checked(desk: Desk, day: date | None) -> None:
    """Note that all of the desk was checked on a day and found right; None forgets it, so that it is checked again."""
    with desk.upkeep():
        execute(desk.database, "DELETE FROM meta WHERE key = ?", (_CHECKED,))
        if day is not None:
            execute(desk.database, "INSERT INTO meta (key, value) VALUES (?, ?)", (_CHECKED, day.isoformat()))


def _file(desk: Desk) -> Pieces:
    # Not quick_check: swapped pages of an index were missed in 7 of 200; of large tables beside the window the
    # backup's own thorough check finds them.
    if scalar(desk.database, "PRAGMA integrity_check(1)") != "ok" or not _is_as_written(desk):
        yield (finding(0, _DAMAGED),)


def _is_as_written(desk: Desk) -> bool:
    """Hold every page of an encrypted file, the free ones too, against what was written under its key."""
    return not desk.encryption.number or scalar(desk.database, "PRAGMA cipher_integrity_check") is None


def _tables(desk: Desk) -> Pieces:
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    for (name,) in execute(desk.database, sql).fetchall():
        answer = scalar(desk.database, f"PRAGMA quick_check('{name}')")
        yield () if answer == "ok" else (finding(0, _DAMAGED_TABLE, table=name),)
    if not _is_as_written(desk):
        yield (finding(0, _DAMAGED),)


def _kept_heads(desk: Desk) -> Pieces:
    yield tuple(
        finding(head.seq, QT_TRANSLATE_NOOP("desk", "日志里没有备份记下的第 {seq} 条，日志被截断或重做过。"))
        for head in desk.backups.heads()
        if not desk.journal.holds(head)
    )
