"""The file that a child fills with the calls of a bill, from which the desk takes them in one statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.scratch import Staged, key_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

CALL_COLUMNS = "line_no, number, called, kind, place, started_at, seconds, base_fen, info_fen, discount_fen, fee_fen"
PBX_COLUMNS = "line_no, extension, called, direction, started_at, answered_at, seconds, disposition"
_TABLES = {
    "call": (
        (
            "CREATE TABLE call (line_no INTEGER, number TEXT, called TEXT, kind TEXT, place TEXT, "
            "started_at TEXT, seconds INTEGER, base_fen INTEGER, info_fen INTEGER, discount_fen INTEGER, "
            "fee_fen INTEGER)"
        ),
        CALL_COLUMNS,
    ),
    "pbx_call": (
        (
            "CREATE TABLE pbx_call (line_no INTEGER, extension TEXT, called TEXT, direction TEXT, started_at TEXT, "
            "answered_at TEXT, seconds INTEGER, disposition TEXT)"
        ),
        PBX_COLUMNS,
    ),
}
_BATCH = 20_000


class Staging:
    """A new SQLite file with one table, ``call`` or ``pbx_call``; rows are written in batches, nothing is synced.

    It is written anew each time and thrown away after the import: a crash costs reading the bill again.
    """

    def __init__(self, place: Staged, table: str) -> None:
        Path(place).write_bytes(b"")  # the rights of the file stay as they were given
        create, columns = _TABLES[table]
        self._connection = _opened(Path(place), key_of(place))
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-8000"):
            self._connection.execute(f"PRAGMA {pragma}")
        marks = ", ".join("?" * len(columns.split(",")))
        self._insert = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608  (our own names)
        self._waiting: list[tuple[Any, ...]] = []
        with self._named():
            self._connection.execute(create)
            self._connection.execute("BEGIN")

    def add(self, row: tuple[Any, ...]) -> None:
        """Keep one row."""
        self._waiting.append(row)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        with self._named():
            self._connection.executemany(self._insert, self._waiting)
        self._waiting.clear()

    def asked(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a statement, after everything was written."""
        if self._waiting:
            self.flush()
        with self._named():
            rows: list[tuple[Any, ...]] = self._connection.execute(sql, values).fetchall()
            return rows

    def change(self, sql: str, values: Iterable[tuple[Any, ...]]) -> None:
        """Change what was written."""
        with self._named():
            self._connection.executemany(sql, values)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, _fault: object, _trace: object) -> None:
        """Write the rest, unless something went wrong, and let go of the file."""
        try:
            if kind is None:
                self.flush()
                with self._named():
                    self._connection.execute("COMMIT")
        finally:
            self._connection.close()

    def _named(self) -> _Named:
        return _Named()


def _opened(path: Path, key: str) -> Any:
    """Open the file; beside an encrypted desk it is encrypted, too (the part is there, else no desk were open)."""
    if not key:
        return sqlite3.connect(path, isolation_level=None)
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f'PRAGMA key="{key}"')
    return connection


class _Named:
    """Says in words why the staging file cannot be written."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, fault: BaseException | None, _trace: object) -> None:
        if type(fault).__name__ == "OperationalError":  # of either engine
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "导入用的临时文件写不下去（{reason}）。"),
                remedy=QT_TRANSLATE_NOOP("desk", "腾出磁盘空间后再导入；什么都没有写进台账。"),
                reason=str(fault),
            ) from fault
