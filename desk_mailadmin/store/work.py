"""One unit of work: what a clerk's act writes, all of it or nothing, with its journal rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import peewee

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.gate import Gate
from desk_mailadmin.store.journal import Change, Entry, Journal, Stamp
from desk_mailadmin.store.sequences import Sequences
from desk_mailadmin.store.values import canonical, encoded

Value = str | int | bool | date | datetime | None

LOOKED = QT_TRANSLATE_NOOP("desk", "查看{what}")


class UnitOfWork:
    """Writes the journal rows of one transaction and remembers what to announce after it.

    ``Desk.work`` makes it; services write their own tables and tell it, row by row, what they wrote.
    """

    def __init__(
        self,
        database: peewee.SqliteDatabase,
        journal: Journal,
        sequences: Sequences,
        stamp: Stamp,
        gate: Gate,
        *,
        batch: bool,
    ) -> None:
        self._database = database
        self._journal = journal
        self._sequences = sequences
        self.stamp = stamp
        self._gate = gate
        self._batch = batch
        self._unit: int | None = None
        self._numbered = False
        self._reversible: list[bool] = []
        self._changed: dict[str, None] = {}
        self.actions = [stamp.action]
        """The acts under way: the unit's own, and those of units that joined it and are not over."""

    def wrote(
        self,
        kind: str,
        record: int,
        sentence: str,
        *,
        before: Mapping[str, Value] | None = None,
        after: Mapping[str, Value] | None = None,
        undoable: bool = False,
        **values: object,
    ) -> int:
        """Journal what happened to one row of table ``kind``; return the journal number.

        ``before`` and ``after`` are column → value: no ``before`` means created, no ``after`` removed, neither an event
        that changed no column. ``sentence`` is a template that 变更历史 fills with ``values``. ``undoable`` allows 撤销
        today; the unit is undone as a whole, if every change in it may be, and never one that took a number.
        """
        changes, act = _changes(before, after), _act(before, after)
        if changes or act in ("created", "removed"):
            self._reversible.append(undoable)
        return self._append(Entry(self._unit, act, kind, record, sentence, values, changes))

    def looked(self, kind: str, record: int, sentence: str = LOOKED, **values: object) -> int:
        """Journal that somebody read or took away personal data; return the journal number."""
        return self._append(Entry(self._unit, "looked", kind, record, sentence, values, ()))

    def number(self, series: str, year: int) -> int:
        """Return the next number of a series: gapless, from 1."""
        self._numbered = True
        return self._sequences.next(series, year)

    def changed(self, register_key: str) -> None:
        """Announce that register after the commit, once."""
        self._changed[register_key] = None

    @property
    def registers(self) -> tuple[str, ...]:
        """The registers to announce, in the order they were named."""
        return tuple(self._changed)

    @property
    def first(self) -> int | None:
        """The number of the unit's first journal row, by which the whole unit is known; None before it."""
        return self._unit

    def close(self, *, wrote_rows: bool) -> None:
        """Write the unit's own row; called by the desk just before the commit.

        Raises RuntimeError where rows were written and none was journalled.
        """
        if self._unit is None:
            if wrote_rows:
                raise RuntimeError("a unit of work wrote rows and journalled none")
            return
        undoable = bool(self._reversible) and all(self._reversible) and not self._numbered
        execute(
            self._database,
            "INSERT INTO work_unit (seq, at, who, action, batch, undoable, registers) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                self._unit,
                self.stamp.at,
                self.stamp.who,
                self.stamp.action,
                int(self._batch),
                int(undoable),
                canonical(list(self._changed)),
            ),
        )

    def _append(self, entry: Entry) -> int:
        if self._gate.is_on:
            for action in self.actions:
                self._gate.check_record(action, entry.kind, entry.record, self._unit or 0)
        seq = self._journal.append(entry, self.stamp)
        self._unit = self._unit or seq
        return seq


def _act(before: Mapping[str, Value] | None, after: Mapping[str, Value] | None) -> str:
    if before is None:
        return "noted" if after is None else "created"
    return "removed" if after is None else "changed"


def _changes(before: Mapping[str, Value] | None, after: Mapping[str, Value] | None) -> list[Change]:
    if after is None:
        return [(field, encoded(value), None) for field, value in (before or {}).items()]
    if before is None:
        return [(field, None, encoded(value)) for field, value in after.items()]
    pairs = [(field, encoded(before.get(field)), encoded(value)) for field, value in after.items()]
    return [(field, old, new) for field, old, new in pairs if old != new]
