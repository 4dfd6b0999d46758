"""Who looked at or took away which personal data, when and why, as people read it.

Each row stands beside a journal row that vouches for how many rows left in which file (SAFETY 5.9).
"""

from __future__ import annotations

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.search import SearchIndex
from desk_mailadmin.store.work import LOOKED, UnitOfWork

KIND = "access_log"
RECENT = 6
"""How many reasons are remembered."""

_LOOKED_BACK = 200
"""Among how many of the last reasons they are found."""

_SENTENCES = {
    "shown": LOOKED,
    "opened": QT_TRANSLATE_NOOP("desk", "打开附件“{what}”"),
    "printed": QT_TRANSLATE_NOOP("desk", "打印列表 {count} 行"),
    "exported": QT_TRANSLATE_NOOP("desk", "导出 {count} 行"),
    "copied": QT_TRANSLATE_NOOP("desk", "复制 {count} 行"),
}


class Access(Struct, frozen=True):
    """Personal data that was looked at or left the desk.

    ``what`` is shown, opened, printed, exported or copied; ``register`` and ``title`` say from where; ``record`` is 0
    for a list and ``kind`` its table's name; ``filtered_by`` is the filter in words; ``columns`` are titles with 、;
    ``sha256`` is that of the file, empty where there is none.
    """

    what: str
    register: str
    title: str
    columns: str
    rows: int = 1
    record: int = 0
    kind: str = ""
    filtered_by: str = ""
    reason: str = ""
    file: str = ""
    sha256: str = ""


class AccessLog:
    """The access log of one desk."""

    def __init__(self, database: peewee.SqliteDatabase, search: SearchIndex) -> None:
        self._database, self._search = database, search

    def note(self, work: UnitOfWork, access: Access, sentence: str = "", **told: object) -> int:
        """Note one access and journal it, in a ``sentence`` with what is ``told`` or the usual one; return the id."""
        columns = ("at", "who", "what", "register", "title", "record", "filtered_by", "row_count", "columns", "reason")
        listed = ", ".join((*columns, "file", "sha256"))
        values = (
            work.stamp.at,
            work.stamp.who,
            access.what,
            access.register,
            access.title,
            access.record,
            access.filtered_by,
            access.rows,
            access.columns,
            access.reason,
            access.file,
            access.sha256,
        )
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO access_log ({listed}) VALUES ({marks})"  # noqa: S608  (constants)
        record = int(execute(self._database, sql, values).lastrowid or 0)
        work.looked(
            access.kind or access.register,
            access.record,
            sentence or _SENTENCES[access.what],
            **(told or {"what": access.columns, "count": access.rows}),
            sha256=access.sha256,
        )
        texts = [access.title, access.filtered_by, access.reason, access.file, work.stamp.who]
        self._search.put(KIND, record, texts, [access.sha256[:16]] if access.sha256 else [])
        work.changed("accesses")
        return record

    def reasons(self) -> tuple[str, ...]:
        """Return the reasons written last, the latest first, each once."""
        sql = "SELECT reason FROM access_log WHERE reason <> '' ORDER BY id DESC LIMIT ?"
        found = execute(self._database, sql, (_LOOKED_BACK,)).fetchall()
        return tuple(dict.fromkeys(reason for (reason,) in found))[:RECENT]
