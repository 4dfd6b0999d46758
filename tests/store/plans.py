"""What SQLite would do for the statements that a piece of the program really sends."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import peewee

from desk_mailadmin.store.database import raw


def scanned(database: peewee.SqliteDatabase, table: str, asked: Callable[[], object]) -> list[str]:
    """Return the steps by which what ``asked`` reads of ``table`` would walk through all of it."""
    connection, seen = raw(database), []
    connection.set_trace_callback(seen.append)
    try:
        asked()
    finally:
        connection.set_trace_callback(None)
    found = [sql for sql in seen if sql.startswith("SELECT") and table in sql]
    assert found, f"nothing was asked of {table}"
    return [step for sql in found for step in _steps(database, sql) if step.startswith("SCAN")]


def _steps(database: peewee.SqliteDatabase, sql: str) -> Iterable[str]:
    return (row[3] for row in raw(database).execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())
