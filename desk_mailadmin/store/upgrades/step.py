"""One numbered step that brings a desk's tables from one version to the next."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

from msgspec import Struct

from desk_mailadmin.kernel.regex import regex

Work = Callable[[sqlite3.Connection], None]

_TABLE = regex(r"\s*CREATE\s+TABLE\b", re.IGNORECASE)


class Step(Struct, frozen=True):
    """A step: its number, what it is for, and its statements in order.

    A statement is SQL that both SQLite and PostgreSQL accept, with ``{id}`` for the identity column and BIGINT for
    integers; or a function that gets SQLite's connection, inside the transaction (never commit there).
    Every table that exists before the step must hold as many rows afterwards, except those named in ``recounts``.
    ``compat`` is the oldest schema number whose program still works on the result; None means only this one.
    """

    number: int
    title: str
    statements: tuple[str | Work, ...]
    recounts: tuple[str, ...] = ()
    compat: int | None = None


def sqlite_sql(statement: str) -> str:
    """Return ``statement`` as SQLite wants it: identity column, INTEGER for BIGINT, STRICT tables.

    AUTOINCREMENT, because the history of a record that was undone must never be taken for a later one's.
    """
    sql = statement.replace("{id}", "id INTEGER PRIMARY KEY AUTOINCREMENT")
    sql = re.sub(r"\bBIGINT\b", "INTEGER", sql)
    return f"{sql.rstrip().rstrip(';')} STRICT" if _TABLE.match(sql) else sql


def search_table(kind: str) -> Work:
    """Return the statement that makes the search table of ``kind`` (see ``store/search.py``)."""

    def create(connection: sqlite3.Connection) -> None:
        connection.execute(
            f'CREATE VIRTUAL TABLE "search_{kind}" USING fts5(grams1, grams2, words, '
            "tokenize='ascii', prefix='2 3', columnsize=0)"
        )

    return create
