"""What a commit came to where the disk failed at its very end.

SQLite ends a commit by cutting its journal and syncing that. Fails the sync alone, SQLite reports an error although the
transaction stands; a clerk who is told "not saved" would enter everything once more. So the file is asked.
"""

from __future__ import annotations

import peewee

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.faults import cause_of, store_errors


def confirm_kept(database: peewee.SqliteDatabase, first: int | None, error: BaseException) -> bool:
    """Say whether the unit of work that began with journal row ``first`` stands, though its commit raised ``error``.

    True only after one more small commit, by which the disk confirms everything. Raises EnvironmentFault where the disk
    does not, or does not even let the file be read: then nobody knows what a power cut would leave.
    """
    try:
        if first is None or scalar(database, "SELECT 1 FROM journal WHERE seq = ?", first) is None:
            return False
        with database.atomic("IMMEDIATE"):
            execute(database, "UPDATE meta SET value = value WHERE key = 'written_by'")
    except store_errors() as again:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "{cause}这一次可能已经写进台账，但磁盘没有确认，别的记录未受影响。"),
            remedy=QT_TRANSLATE_NOOP("desk", "先不要再登记一次；检查磁盘，关掉台账再打开，看这一条在不在。"),
            cause=cause_of(error) or cause_of(again),
        ) from error
    return True
