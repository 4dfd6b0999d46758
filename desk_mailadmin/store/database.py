"""The one connection to a desk's file, opened the one safe way, with every pragma's answer checked.

TRUNCATE and EXTRA because the default (DELETE, FULL) lost confirmed commits in 48 of 300 power cuts, and WAL would
leave side files that destroy a restored backup. EXCLUSIVE is the real guard against a second program.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

import peewee

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.engine import CipherDatabase, DeskKey, sqlite_errors

FILE_NAME = "desk.maildesk"
APPLICATION_ID = 0x4D614465
"""``MaDe`` in the file header: how a desk is told from any other SQLite file."""

LEAST_SQLITE = (3, 37, 0)
"""STRICT tables came with 3.37, RETURNING with 3.35, the FTS5 in use is older."""

LOCK_WAIT = 1.0
"""Seconds to wait for another program to let go of the file."""

_ALWAYS: tuple[tuple[str, object, object], ...] = (
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", 0, 0),
)
_WRITING: tuple[tuple[str, object, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("secure_delete", "ON", 1),
)
_VIEWING: tuple[tuple[str, object, object], ...] = (("query_only", "ON", 1),)


def connect(file: Path, *, mode: str = "rw", key: DeskKey | None = None) -> peewee.SqliteDatabase:
    """Return the connection to an existing ``file`` (``rw``, ``ro``) or to a new one (``rwc``); nothing is set yet.

    ``key`` is an encrypted desk's. One connection serves every thread, behind the desk's lock; it never opens itself
    again once closed.
    """
    _check_sqlite()
    logging.getLogger("peewee").setLevel(logging.INFO)  # at DEBUG it writes every statement with its values
    place = f"{file.resolve().as_uri()}?mode={mode}"
    options: dict[str, Any] = {"timeout": LOCK_WAIT, "check_same_thread": False}
    database = (
        peewee.SqliteDatabase(place, uri=True, thread_safe=False, autoconnect=False, **options)
        if key is None
        else CipherDatabase(place, key, **options)
    )
    database.connect()
    return database


def set_pragmas(database: peewee.SqliteDatabase, *, view_only: bool) -> None:
    """Set every pragma of SAFETY 5.1 and take the lock; raise EnvironmentFault where SQLite answers otherwise."""
    for name, asked, expected in _ALWAYS + (_VIEWING if view_only else _WRITING):
        _set(database, name, asked, expected)
    if not view_only:
        execute(database, "BEGIN EXCLUSIVE")
        execute(database, "COMMIT")


def raw(database: peewee.SqliteDatabase) -> sqlite3.Connection:
    """Return the engine's own connection, for what peewee does not offer (backup, scripts)."""
    return cast("sqlite3.Connection", database.connection())  # type: ignore[no-untyped-call]  # peewee leaves it untyped


def execute(database: peewee.SqliteDatabase, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
    """Run one statement; errors come as peewee wraps them."""
    cursor: sqlite3.Cursor = database.execute_sql(sql, values)  # type: ignore[no-untyped-call]  # peewee leaves it untyped
    return cursor


def scalar(database: peewee.SqliteDatabase, sql: str, *values: object) -> Any:
    """Return the first column of the first row, None where there is no row."""
    row = execute(database, sql, values).fetchone()
    return None if row is None else row[0]


@contextmanager
def large_cache(database: peewee.SqliteDatabase) -> Iterator[None]:
    """Let SQLite keep 64 MB of the file's pages meanwhile: a bulk of a million rows would else read each page often."""
    usual = scalar(database, "PRAGMA cache_size")
    execute(database, "PRAGMA cache_size=-65536")
    try:
        yield
    finally:
        execute(database, f"PRAGMA cache_size={int(usual)}")


def let_go(database: peewee.SqliteDatabase) -> None:
    """Close the connection and let go of the file at once.

    SQLite keeps a closed connection, and its lock, as long as a statement of it is held, and the traceback of an error
    holds statements until Python collects it: the clerk's next try would find the desk in use by themselves.
    """
    with suppress(peewee.PeeweeException, *sqlite_errors()):
        execute(database, "PRAGMA busy_timeout=0")  # what another program holds is not waited for
        execute(database, "PRAGMA locking_mode=NORMAL")
        scalar(database, "SELECT count(*) FROM sqlite_schema")  # the lock goes with the next look at the file
    database.close()


def quoted(name: str) -> str:
    """Return ``name`` fit to stand in a statement; names come from code, so an odd one is a bug (ValueError)."""
    if not name.isidentifier() or not name.isascii():
        raise ValueError(name)
    return f'"{name}"'


def _set(database: peewee.SqliteDatabase, name: str, asked: object, expected: object) -> None:
    answer = scalar(database, f"PRAGMA {name}={asked}")
    if answer is None:
        answer = scalar(database, f"PRAGMA {name}")
    if answer is not None and answer != expected:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "数据库设置“{name}”没有生效，台账没有打开，文件没有改动。"),
            remedy=QT_TRANSLATE_NOOP("desk", "把台账文件夹放到本机磁盘（不放网络盘和同步盘），再打开。"),
            name=name,
        )


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < LEAST_SQLITE or sqlite3.threadsafety == 0:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "这台电脑的 SQLite {version} 太旧，台账没有打开。"),
            remedy=QT_TRANSLATE_NOOP("desk", "安装带有 SQLite 3.37 以上版本的 Python，或使用安装包。"),
            version=sqlite3.sqlite_version,
        )
