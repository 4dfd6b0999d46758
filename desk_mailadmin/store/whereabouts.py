"""Whether the file a desk writes is still the one that stands in its place.

Linux and macOS let anybody move, delete or replace an open file. SQLite goes on writing what nobody finds again, and
says that it is saved; so the place is looked at before each write (two questions to the system, about 5 µs).
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

import peewee

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import scalar
from desk_mailadmin.store.engine import DeskKey, open_file
from desk_mailadmin.store.faults import store_errors
from desk_mailadmin.store.journal import NOTHING, Head
from desk_mailadmin.store.side_files import JOURNAL, beside

GONE = (
    QT_TRANSLATE_NOOP("desk", "台账文件不在 {folder} 了（被移走、改名或删除），本次未保存。"),
    QT_TRANSLATE_NOOP("desk", "把它放回原处再保存一次；找不到时关掉台账，从关闭时留下的备份恢复。"),
)
REPLACED = (
    QT_TRANSLATE_NOOP("desk", "{folder} 里的台账文件被换成了另一个（复制、同步或恢复），本次未保存。"),
    QT_TRANSLATE_NOOP("desk", "关掉台账再打开，看里面是哪一份；这里登记过的在关闭时留成一份备份。"),
)
OVERWRITTEN = (
    QT_TRANSLATE_NOOP("desk", "{folder} 里的台账文件被别的程序改写过，已停止写入，本次未保存。"),
    QT_TRANSLATE_NOOP("desk", "关掉台账，从“备份”里恢复最近一份，再对着纸补上后来登记的。"),
)


class Whereabouts:
    """Knows the file of one open desk again; ``head`` is its journal's last row, ``key`` an encrypted desk's."""

    def __init__(self, file: Path, database: peewee.SqliteDatabase, head: Head, key: DeskKey | None) -> None:
        self._file, self._database, self._head, self._key = file, database, head, key
        self._seen = file.stat()

    def check(self) -> None:
        """Raise EnvironmentFault unless the desk's file stands where it was opened, as this program left it."""
        try:
            found = self._file.stat()
        except FileNotFoundError:
            raise self._fault(GONE) from None
        except OSError:
            return  # what the disk says of the write itself is worded better
        if not os.path.samestat(found, self._seen):
            raise self._fault(REPLACED)
        journal = beside(self._file, JOURNAL)
        if not journal.exists():
            self._make_journal_anew()
        elif journal.stat().st_size:
            return  # a write of ours failed in the middle, and SQLite is about to take it back
        if _written(found) != _written(self._seen) and not self._holds_ours():
            raise self._fault(OVERWRITTEN)

    def note(self, head: Head | None) -> None:
        """Remember the file as a write of this program left it; ``head`` is its last journal row, None for the same."""
        self._head = head or self._head
        with suppress(OSError):
            self._seen = self._file.stat()

    def _holds_ours(self) -> bool:
        """Say whether the journal's last row stands in the file itself: on a share another time may mean nothing.

        The file is asked by a second connection, because ours answers from the pages it keeps in memory, and those are
        what the backup at closing is made of. It must be SQLite's, or closing it would cancel the lock.
        """
        place = f"{self._file.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            with closing(open_file(place, self._key)) as beside_ours:
                row = beside_ours.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        except store_errors():
            return False
        return (Head(*row) if row else Head(0, NOTHING)) == self._head

    def _make_journal_anew(self) -> None:
        """Have SQLite make its journal by name: one that was deleted while open would mend nothing after a crash.

        OFF alone closes the deleted one in every SQLite; a write without a journal never follows.
        """
        answers = [scalar(self._database, f"PRAGMA journal_mode={mode}") for mode in ("OFF", "TRUNCATE")]
        if answers[-1] != "truncate":
            raise self._fault(GONE)

    def _fault(self, words: tuple[str, str]) -> EnvironmentFault:
        return EnvironmentFault(words[0], remedy=words[1], folder=self._file.parent)


def _written(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
