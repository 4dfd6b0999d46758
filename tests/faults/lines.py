"""A desk's connection over a disk of the test's own: SQLite as apsw brings it, behind the face of Python's ``sqlite3``.

Python's own SQLite takes no VFS written in Python; apsw's does. So the real desk, its real units of work and peewee run
on a disk that can be recorded or made to fail, and see the errors they would see.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import apsw
import peewee

from desk_mailadmin.store.database import LOCK_WAIT

_KINDS = {
    apsw.SQLITE_CONSTRAINT: sqlite3.IntegrityError,
    apsw.SQLITE_CORRUPT: sqlite3.DatabaseError,
    apsw.SQLITE_NOTADB: sqlite3.DatabaseError,
}


def as_python_says(error: apsw.Error) -> sqlite3.Error:
    """Return an error of apsw as ``sqlite3`` would have raised it."""
    code = int(getattr(error, "extendedresult", 0) or getattr(error, "result", 0) or apsw.SQLITE_ERROR)
    said = _KINDS.get(code & 0xFF, sqlite3.OperationalError)(str(error))
    said.sqlite_errorcode = code
    return said


class Cursor:
    """What ``execute`` returns: its rows are fetched at once."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.description: Any = None
        self.lastrowid, self.rowcount = 0, -1
        self._rows: Iterator[Any] = iter(())

    def execute(self, sql: str, values: Sequence[object] = ()) -> Cursor:
        connection = self._line.under
        cursor = connection.cursor()

        def seen(at: apsw.Cursor, _sql: str, _values: object) -> bool:
            self.description = tuple((name, None, None, None, None, None, None) for name, _kind in at.get_description())
            return True

        cursor.exec_trace = seen
        try:
            self._rows = iter(cursor.execute(sql, tuple(values)).fetchall())
        except apsw.Error as error:
            raise as_python_says(error) from None
        self.lastrowid, self.rowcount = connection.last_insert_rowid(), connection.changes()
        self.description = self.description or None
        return self

    def executemany(self, sql: str, many: Sequence[Sequence[object]]) -> Cursor:
        for values in many:
            self.execute(sql, values)
        return self

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchmany(self, size: int = 1) -> list[Any]:
        return [row for _, row in zip(range(size), self._rows, strict=False)]

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def close(self) -> None:
        self._rows = iter(())


class Line(sqlite3.Connection):
    """A connection of apsw; what it inherits is an empty database in memory that nobody asks."""

    def __init__(self, place: str, vfs: str, mode: int) -> None:
        super().__init__(":memory:", isolation_level=None, check_same_thread=False)
        try:
            self.under = apsw.Connection(place, flags=mode | apsw.SQLITE_OPEN_URI, vfs=vfs)
        except apsw.Error as error:
            super().close()
            raise as_python_says(error) from None
        self.under.set_busy_timeout(int(LOCK_WAIT * 1000))

    def cursor(self, *_factory: object) -> Any:
        return Cursor(self)

    def execute(self, sql: str, values: Any = ()) -> Any:
        return Cursor(self).execute(sql, values)

    def executemany(self, sql: str, many: Any) -> Any:
        return Cursor(self).executemany(sql, many)

    @property
    def in_transaction(self) -> bool:
        return self.under.in_transaction

    @property
    def total_changes(self) -> int:
        return self.under.total_changes()

    def backup(self, target: sqlite3.Connection, **_how: Any) -> None:
        """Copy into the file that ``target`` has open."""
        place = target.execute("PRAGMA database_list").fetchone()[2]
        copy = apsw.Connection(place)
        try:
            with copy.backup("main", self.under, "main") as steps:
                while not steps.done:
                    steps.step(2048)
        except apsw.Error as error:
            raise as_python_says(error) from None
        finally:
            copy.close()

    def close(self) -> None:
        super().close()
        with suppress(apsw.Error):  # as Python's own, which does not say what failed at the closing
            self.under.close(True)


class Disk(peewee.SqliteDatabase):
    """peewee's database over such a connection."""

    def __init__(self, file: Path, vfs: str, mode: str) -> None:
        super().__init__(str(file), thread_safe=False, autoconnect=False)
        flags = {"ro": apsw.SQLITE_OPEN_READONLY, "rw": apsw.SQLITE_OPEN_READWRITE}
        self._how = (vfs, flags.get(mode, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE))

    def _connect(self) -> Line:
        return Line(str(self.database), *self._how)
