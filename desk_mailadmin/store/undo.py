"""撤销: takes back a unit of work of today, whole or not at all, and journals that it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute, quoted, scalar
from desk_mailadmin.store.journal import Journal
from desk_mailadmin.store.search import SearchIndex
from desk_mailadmin.store.values import decoded, filled, same
from desk_mailadmin.store.work import UnitOfWork

KEPT = 50
"""How many of today's units can be taken back."""

_UNITS = (
    "SELECT u.seq, u.at, u.who, e.sentence, e.details, (SELECT count(*) FROM history_entry h WHERE h.unit = u.seq "
    "AND h.act IN ('created', 'changed', 'removed')), u.undoable "
    "FROM work_unit u JOIN history_entry e ON e.seq = u.seq WHERE u.undone_by IS NULL AND substr(u.at, 1, 10) = ? "
)

_REFERENCES = """
    SELECT t.name, f."from", f.on_delete FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
    WHERE t.type = 'table' AND f."table" = ?
"""
_DEEDS = (
    "u.action <> 'undo' AND EXISTS "
    "(SELECT 1 FROM history_entry h WHERE h.unit = u.seq AND h.act IN ('created', 'changed', 'removed'))"
)

Redo = Callable[[UnitOfWork, Sequence[int]], None]
"""What a register does after rows of its kind were taken back (index them anew); gets the ids that still exist, which
may be none.
"""


class Undoable(Struct, frozen=True):
    """A unit of work that can be taken back: ``rows`` changed rows; ``sentence`` is a template for ``values``."""

    seq: int
    at: str
    who: str
    sentence: str
    values: Mapping[str, Any]
    rows: int

    @property
    def text(self) -> str:
        """The sentence with its values."""
        return filled(self.sentence, self.values)


class _Reversal(Struct, frozen=True):
    """One journal row to be reversed."""

    seq: int
    kind: str
    record: int
    act: str
    text: str
    changes: Mapping[str, tuple[Any, Any]]  # column → old, new; decoded

    @property
    def old(self) -> dict[str, Any]:
        return {column: old for column, (old, _new) in self.changes.items()}

    @property
    def new(self) -> dict[str, Any]:
        return {column: new for column, (_old, new) in self.changes.items()}


class Undo:
    """Undo of one desk."""

    def __init__(
        self,
        database: peewee.SqliteDatabase,
        journal: Journal,
        search: SearchIndex,
        clock: Clock,
        work: Callable[[str], AbstractContextManager[UnitOfWork]],
    ) -> None:
        self._database = database
        self._journal = journal
        self._search = search
        self._clock = clock
        self._work = work
        self.after: dict[str, Redo] = {}

    def undoable(self) -> tuple[Undoable, ...]:
        """Return today's units that can be taken back, newest first, at most 50."""
        return tuple(found for found, _undoable in self._units("u.undoable = 1", KEPT))

    def last(self) -> Undoable | None:
        """Return today's last deed, to be taken back; None where there is none (undoing is no deed).

        Raises UserError, naming it, where it cannot be taken back: an older one must not go in its place.
        """
        for found, undoable in self._units(_DEEDS, 1):
            if not undoable:
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "desk", "上一步“{what}”不能撤销；要改回来，用这条记录自己的更正、退回、恢复或作废。"
                    ),
                    what=found.text,
                )
            return found
        return None

    def _units(self, which: str, most: int) -> list[tuple[Undoable, bool]]:
        rows = execute(
            self._database,
            f"{_UNITS} AND {which} ORDER BY u.seq DESC LIMIT ?",
            (self._clock.today().isoformat(), most),
        ).fetchall()
        return [
            (Undoable(seq, at, who, sentence, decoded(details), count), bool(undoable))
            for seq, at, who, sentence, details, count, undoable in rows
        ]

    def undo(self, seq: int) -> int:
        """Take back the unit that journal row ``seq`` belongs to; return how many rows were reversed.

        Raises UserError, with nothing changed, where a row was changed since, is used elsewhere, or was printed.
        """
        unit = scalar(self._database, "SELECT unit FROM history_entry WHERE seq = ?", seq)
        if unit is None or unit not in {undoable.seq for undoable in self.undoable()}:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这一步不能撤销了；可以用作废或更正。"))
        registers = scalar(self._database, "SELECT registers FROM work_unit WHERE seq = ?", unit)
        reversals = self._reversals(unit)
        with self._work("undo") as work:
            execute(self._database, "PRAGMA defer_foreign_keys=ON")
            for reversal in reversals:
                self._reverse(work, reversal)
            self._tell_registers(work, reversals)
            execute(self._database, "UPDATE work_unit SET undone_by = ? WHERE seq = ?", (work.first, unit))
            for key in decoded(registers):
                work.changed(key)
        return len(reversals)

    def _reversals(self, unit: int) -> list[_Reversal]:
        rows = execute(
            self._database,
            "SELECT seq, kind, record, act, sentence, details FROM history_entry WHERE unit = ? "
            "AND act IN ('created', 'changed', 'removed') ORDER BY seq DESC",
            (unit,),
        ).fetchall()
        return [
            _Reversal(seq, kind, record, act, filled(sentence, decoded(details)), self._values(seq))
            for seq, kind, record, act, sentence, details in rows
        ]

    def _values(self, seq: int) -> dict[str, tuple[Any, Any]]:
        return {
            column: tuple(None if text is None else decoded(text) for text in (old, new))  # type: ignore[misc]  # always two
            for column, old, new in self._journal.changes(seq)
        }

    def _reverse(self, work: UnitOfWork, reversal: _Reversal) -> None:
        if reversal.act == "removed":
            self._insert(reversal)
        else:
            self._check_unchanged(reversal)
            self._delete(reversal) if reversal.act == "created" else self._update(reversal)
        work.wrote(
            reversal.kind,
            reversal.record,
            QT_TRANSLATE_NOOP("desk", "撤销：{what}"),
            before=None if reversal.act == "removed" else reversal.new,
            after=None if reversal.act == "created" else reversal.old,
            what=reversal.text,
        )

    def _check_unchanged(self, reversal: _Reversal) -> None:
        columns = ["id", *reversal.changes]
        listed = ", ".join(map(quoted, columns))
        row = execute(
            self._database,
            f"SELECT {listed} FROM {quoted(reversal.kind)} WHERE id = ?",  # noqa: S608  (quoted names)
            (reversal.record,),
        ).fetchone()
        stored = dict(zip(columns, row, strict=True)) if row else None
        if stored is None or not all(same(stored[column], value) for column, value in reversal.new.items()):
            raise UserError(QT_TRANSLATE_NOOP("desk", "这条记录后来又改过，不能撤销；可以直接更正。"))

    def _insert(self, reversal: _Reversal) -> None:
        columns = {"id": reversal.record, **reversal.old}
        listed, marks = ", ".join(map(quoted, columns)), ", ".join("?" * len(columns))
        execute(
            self._database,
            f"INSERT INTO {quoted(reversal.kind)} ({listed}) VALUES ({marks})",  # noqa: S608  (quoted names)
            tuple(columns.values()),
        )

    def _update(self, reversal: _Reversal) -> None:
        if not reversal.changes:
            return
        listed = ", ".join(f"{quoted(column)} = ?" for column in reversal.changes)
        execute(
            self._database,
            f"UPDATE {quoted(reversal.kind)} SET {listed} WHERE id = ?",  # noqa: S608  (quoted names)
            (*reversal.old.values(), reversal.record),
        )

    def _delete(self, reversal: _Reversal) -> None:
        self._refuse_used(reversal.kind, reversal.record)
        execute(
            self._database,
            f"DELETE FROM {quoted(reversal.kind)} WHERE id = ?",  # noqa: S608  (a quoted name)
            (reversal.record,),
        )
        if self._search.has(reversal.kind):
            self._search.drop(reversal.kind, reversal.record)

    def _refuse_used(self, kind: str, record: int) -> None:
        for table, column in (("print", None), ("attachment_use", None), *self._references_to(kind)):
            where, values = (
                (f"{quoted(column)} = ?", (record,)) if column else ("kind = ? AND record = ?", (kind, record))
            )
            self._refuse_found(table, f"SELECT id FROM {quoted(table)} WHERE {where} LIMIT 1", values)  # noqa: S608  (quoted names)
        for part, owner in self._references_to(kind, parts=True):
            for table, column in self._references_to(part):
                sql = (
                    f"SELECT used.id FROM {quoted(table)} AS used JOIN {quoted(part)} AS part "  # noqa: S608  (quoted names)
                    f"ON part.id = used.{quoted(column)} WHERE part.{quoted(owner)} = ? LIMIT 1"
                )
                self._refuse_found(table, sql, (record,))

    def _refuse_found(self, table: str, sql: str, values: Sequence[object]) -> None:
        used = scalar(self._database, sql, *values)
        if used is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "后来有别的记录用到它（{what}），不能撤销；可以作废。"),
                what=self._told(table, used),
            )

    def _references_to(self, kind: str, *, parts: bool = False) -> list[tuple[str, str]]:
        """Return table and column of every foreign key that points at ``kind``.

        What goes with a record (ON DELETE CASCADE: the calls of a bill) are its ``parts`` and no use of it; nor is what
        only forgets it (SET NULL).
        """
        found = execute(self._database, _REFERENCES, (kind,)).fetchall()
        return [
            (table, column)
            for table, column, then in found
            if (then == "CASCADE") == parts and (parts or then != "SET NULL")
        ]

    def _told(self, table: str, record: int) -> str:
        if table in ("print", "attachment_use"):
            return "已打印" if table == "print" else "已附上文件"
        history = self._journal.history(table, record)
        return history[0].text if history else f"{table} {record}"

    def _tell_registers(self, work: UnitOfWork, reversals: Sequence[_Reversal]) -> None:
        for kind, tell in self.after.items():
            own = [r for r in reversals if r.kind == kind]
            if own:
                tell(work, list(dict.fromkeys(r.record for r in own if r.act != "created")))
