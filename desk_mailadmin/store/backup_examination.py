"""Looks at a backup before anything is replaced by it: described, whole, of this desk, readable by this program.

A backup comes from a stick or a share: it may be cut, somebody else's, written by a newer program, or made to harm. So
it is judged from outside in: what the manifest says, the bytes, the header, the pages, the schema.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_copy import head_of
from desk_mailadmin.store.backup_manifest import SUFFIX, Backup, described_backup
from desk_mailadmin.store.database import APPLICATION_ID
from desk_mailadmin.store.engine import DeskKey, open_file, sqlite_errors
from desk_mailadmin.store.files import sha256_of_file
from desk_mailadmin.store.upgrades.runner import row_counts, run_steps
from desk_mailadmin.store.upgrades.step import Step

_KEPT = QT_TRANSLATE_NOOP("desk", "换一份备份，例如更早的一份；台账没有改动。")
_SPACES = str.maketrans("", "", " \t\r\n\"'`[]")


def backup_at(place: Path) -> Backup:
    """Return the backup whose file or manifest stands at ``place``; EnvironmentFault where it is none."""
    manifest = place.with_suffix(".json")
    if not manifest.exists():
        raise _refused(QT_TRANSLATE_NOOP("desk", "“{name}”旁边没有备份清单（.json），不能确认它是不是完整。"), place)
    try:
        return described_backup(manifest)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份清单“{name}”读不出来。"), manifest) from None


def examine(backup: Backup, file: Path, *, desk: str, steps: Sequence[Step], key: DeskKey | None = None) -> None:
    """Raise EnvironmentFault unless ``file``, the backup or a copy of it, may take the place of a desk.

    ``desk`` is the desk's UUID, empty where it is not known (then only the backup's own counts); ``steps`` are the
    upgrades this program knows, ``key`` is an encrypted backup's.
    """
    check_described(backup, file, desk)
    if sha256_of_file(file) != backup.facts.sha256:
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份“{name}”和清单记下的不一样，被改动或损坏过。"), backup.file)
    place = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(open_file(place, key)) as copy:
            _check_content(backup, copy, steps)
    except sqlite_errors():
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份“{name}”里面有损坏。"), backup.file) from None


def check_described(backup: Backup, file: Path, desk: str) -> None:
    """Raise EnvironmentFault where the backup is another desk's, or its file is not there or not all of it."""
    if desk and backup.uuid != desk:
        raise _refused(QT_TRANSLATE_NOOP("desk", "“{name}”是另一个台账的备份，不能恢复到这里。"), backup.file)
    if file.is_symlink() or not file.is_file() or file.suffix not in (SUFFIX, ".tmp"):
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份“{name}”的文件找不到。"), backup.file)
    size = file.stat().st_size
    if size != backup.facts.size:
        template = QT_TRANSLATE_NOOP(
            "desk", "备份“{name}”不完整：应有 {wanted} 字节，现有 {size} 字节。可能还在复制，或者没有复制完。"
        )
        raise _refused(template, backup.file, wanted=backup.facts.size, size=size)


def _check_content(backup: Backup, copy: sqlite3.Connection, steps: Sequence[Step]) -> None:
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "mmap_size=0"):
        copy.execute(f"PRAGMA {pragma}")
    if copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _refused(QT_TRANSLATE_NOOP("desk", "“{name}”不是本程序的备份。"), backup.file)
    if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份“{name}”里面有损坏。"), backup.file)
    schema = int(copy.execute("PRAGMA user_version").fetchone()[0])
    _check_schema(backup, copy, [step for step in steps if step.number <= schema])
    meta = dict(copy.execute("SELECT key, value FROM meta").fetchall())
    newest = max(step.number for step in steps)
    if int(meta.get("compat_version", newest + 1)) > newest:
        template = QT_TRANSLATE_NOOP("desk", "备份“{name}”由更新的版本（{version}）写成，这里的版本用不了。")
        raise _refused(template, backup.file, version=meta.get("written_by", "?"))
    if copy.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份“{name}”里的记录对不上。"), backup.file)
    facts = backup.facts
    known = (schema, head_of(copy), row_counts(copy), _uuid_of(meta.get("desk_uuid")))
    if known != (facts.schema, facts.head, facts.counts, backup.uuid):
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份“{name}”的内容和清单写的不是一回事。"), backup.file)


def _check_schema(backup: Backup, copy: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Compare tables, indices, triggers and views with those that the same steps make.

    What a newer step adds may stand besides; a trigger or view that no step of ours made is refused in a schema we
    know, for it would run with the first entry.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        if steps:
            run_steps(ours, steps, "")
        wanted, found = _schema_of(ours), _schema_of(copy)
    newer = int(copy.execute("PRAGMA user_version").fetchone()[0]) > max((step.number for step in steps), default=0)
    missing = any(found.get(name) != sql for name, sql in wanted.items())
    foreign = not newer and found.keys() != wanted.keys()
    if missing or foreign:
        raise _refused(QT_TRANSLATE_NOOP("desk", "备份“{name}”的表和本程序的不一样，可能被人动过。"), backup.file)


def _schema_of(connection: sqlite3.Connection) -> dict[tuple[str, str], object]:
    """Return what a file is made of: the columns of each table, the words of each trigger, view and index."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return {
        (kind, name): _columns(connection, name) if kind == "table" else (sql or "").translate(_SPACES).lower()
        for kind, name, sql in rows.fetchall()
    }


def _columns(connection: sqlite3.Connection, table: str) -> object:
    if table.startswith("search_"):
        return None  # SQLite's own tables behind the search; it makes them by itself
    return connection.execute("SELECT * FROM pragma_table_xinfo(?) ORDER BY cid", (table,)).fetchall()


def _uuid_of(text: object) -> str:
    try:
        return str(uuid.UUID(str(text)))
    except ValueError:
        return ""


def _refused(template: str, file: Path, **values: object) -> EnvironmentFault:
    return EnvironmentFault(template, remedy=_KEPT, name=file.name, **values)
