"""One verified copy of an open desk's database, made by SQLite's own backup in small steps.

Never by copying the file: reading the live file in this process would cancel its lock, and a copy taken between two
writes is no database.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.engine import DeskKey, open_file, sqlite_errors
from desk_mailadmin.store.files import PRIVATE_FILE, sha256_of_file, sync_file
from desk_mailadmin.store.journal import NOTHING, Head
from desk_mailadmin.store.upgrades.runner import row_counts, schema_of

Progress = Callable[[int, int], None]
"""Gets the steps done and all steps."""

PAGES = 2048
"""Pages copied in one step (8 MB), during which the connection is not free for the window: 10 to 20 ms."""

STEPS = 20_000
"""Instructions of SQLite between two looks whether a check is stopped: about a millisecond."""

PAUSE = 0.002
"""Seconds of sleep after a step, in which the window has the connection."""


class Facts(Struct, frozen=True):
    """What a copy holds, as counted in the copy itself."""

    schema: int
    head: Head
    counts: dict[str, int]
    sha256: str
    size: int


def verified_copy(
    source: sqlite3.Connection, target: Path, progress: Progress | None = None, key: DeskKey | None = None
) -> Facts:
    """Copy the database of ``source`` to ``target``, check the copy, and return what it holds.

    The copy of an encrypted desk has the same ``key``. Raises EnvironmentFault where the copy is not whole; ``target``
    is then worthless. Never call it in a transaction.
    """
    with closing(open_file(target.resolve().as_uri(), key)) as copy:
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy, pages=PAGES, progress=_sleeping(progress), sleep=0.02)
    target.chmod(PRIVATE_FILE)
    sync_file(target)
    return facts_of(target, key)


def facts_of(target: Path, key: DeskKey | None = None) -> Facts:
    """Check a copy and count what it holds; it is hashed meanwhile, on another core."""
    from concurrent.futures import ThreadPoolExecutor

    place = f"{target.resolve().as_uri()}?mode=ro"
    with ThreadPoolExecutor(1) as aside, closing(open_file(place, key)) as copy:
        digest = aside.submit(sha256_of_file, target)
        _check_whole(copy)
        schema, head, counts = schema_of(copy), head_of(copy), row_counts(copy)
        return Facts(schema, head, counts, digest.result(), target.stat().st_size)


def integrity_of(file: Path, key: DeskKey | None = None, stopped: Callable[[], bool] = lambda: False) -> str:
    """Return what SQLite's thorough check says of a copy: ``ok``, or the first thing it finds.

    Where it is ``stopped`` it ends within milliseconds, and what it says is worth nothing.
    """
    place = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(open_file(place, key)) as copy:
            copy.set_progress_handler(stopped, STEPS)
            return str(copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite_errors() as fault:
        return str(fault)


def head_of(connection: sqlite3.Connection) -> Head:
    """Return the journal's head in a database opened by SQLite alone."""
    row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(0, NOTHING) if row is None else Head(*row)


def _sleeping(progress: Progress | None) -> Callable[[int, int, int], None]:
    def step(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)
        time.sleep(PAUSE)

    return step


def _check_whole(copy: sqlite3.Connection) -> None:
    answer = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    if answer != "ok" or broken is not None:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "备份检查没有通过（{detail}），没有留用；台账和以前的备份未受影响。"),
            remedy=QT_TRANSLATE_NOOP("desk", "检查磁盘，并尽快再备份一次。"),
            detail=answer if broken is None else f"{broken[0]} {broken[2]}",
        )
