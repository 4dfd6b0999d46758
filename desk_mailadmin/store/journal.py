"""The journal: who did what when, append-only and hash-chained; and the history people read and undo works from.

The journal itself holds no personal value: only kind, record, field names and a salted digest. What was changed from
what to what stands in ``history``, which a purge may empty without breaking the chain.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import peewee
from msgspec import Struct, field

from desk_mailadmin.kernel.detail import FieldChange
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.gate import with_role
from desk_mailadmin.store.journal_check import Finding, JournalCheck
from desk_mailadmin.store.values import canonical, decoded, encoded, filled, readable, shown

FORMAT = 1
"""Version of what is hashed; a change of it starts a new way of hashing, never rewrites old rows."""

NOTHING = "0" * 64
"""What the first row names as the hash before it."""

Change = tuple[str, str | None, str | None]
"""Column, old value, new value, both encoded (``values.encoded``); None where the row was not there."""


class Head(Struct, frozen=True):
    """The last journal row: printed on sheets and kept in backups, so that a cut or rebuilt journal shows."""

    seq: int
    hash: str

    @property
    def short(self) -> str:
        """The first 16 hex digits, as they stand on paper."""
        return self.hash[:16]


class HistoryEntry(Struct, frozen=True):
    """One thing that happened to a record: ``sentence`` is a template to be filled with ``values``."""

    seq: int
    at: str
    who: str
    sentence: str
    values: Mapping[str, Any]
    changes: tuple[FieldChange, ...]

    @property
    def text(self) -> str:
        """The sentence with its values."""
        return filled(self.sentence, self.values)


class Entry(Struct, frozen=True):
    """What a unit of work hands to the journal."""

    unit: int | None
    act: str  # created, changed, removed, noted, looked
    kind: str
    record: int
    sentence: str
    details: Mapping[str, object]
    changes: Sequence[Change]


NOBODY: Mapping[str, object] = MappingProxyType({})
"""What a row notes beside the name where one works alone."""


class Stamp(Struct, frozen=True):
    """When, by whom and in the course of what."""

    at: str
    who: str
    action: str
    member: Mapping[str, object] = field(default_factory=dict)
    """Under 多人使用 the person's id and role, which stand in the row's body."""


class Journal:
    """The journal of one desk; only units of work append to it."""

    def __init__(self, database: peewee.SqliteDatabase) -> None:
        self._database = database
        self.written: Head | None = None
        """The last row that was appended here, whether or not its transaction came to stand."""

    def head(self) -> Head:
        """Return the last row's number and hash; number 0 for an empty journal."""
        row = execute(self._database, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return Head(0, NOTHING) if row is None else Head(*row)

    def holds(self, head: Head) -> bool:
        """Say whether the journal still holds a head that was written down elsewhere (paper, backup)."""
        found = scalar(self._database, "SELECT hash FROM journal WHERE seq = ?", head.seq)
        return head.seq == 0 or (found is not None and str(found).startswith(head.hash))

    def check(self, last: int | None = None) -> tuple[Finding, ...]:
        """Check the last rows, or all of them: numbers, links, hashes, the history's digests, the guards.

        Returns what was found wrong, oldest first; nothing where all is well.
        """
        return tuple(found for piece in self.pieces(last) for found in piece)

    def pieces(self, last: int | None = None) -> Iterator[tuple[Finding, ...]]:
        """Check as ``check`` does, some rows at a time; the desk may be let go between two pieces."""
        return JournalCheck(self._database, hash_of, digest_of, NOTHING).pieces(last)

    def history(self, kind: str, record: int) -> tuple[HistoryEntry, ...]:
        """Return what happened to a record, newest first, looks and exports included; not what was destroyed."""
        rows = execute(
            self._database,
            "SELECT e.seq, j.at, j.who, json_extract(j.body, '$.role'), e.sentence, e.details FROM history_entry e "
            "JOIN journal j ON j.seq = e.seq WHERE e.kind = ? AND e.record = ? AND e.salt <> '' ORDER BY e.seq DESC",
            (kind, record),
        ).fetchall()
        return tuple(
            HistoryEntry(seq, at, with_role(who, role), sentence, decoded(details), self._shown_changes(seq))
            for seq, at, who, role, sentence, details in rows
        )

    def append(self, entry: Entry, stamp: Stamp) -> int:
        """Write one row and its history; return its number. Must run inside a transaction."""
        head = self.head()
        seq, salt = head.seq + 1, secrets.token_hex(16)
        details = encoded({key: readable(value) for key, value in entry.details.items()})
        body = canonical(
            {
                "act": entry.act,
                "kind": entry.kind,
                "record": entry.record,
                "unit": entry.unit or seq,
                "fields": [field for field, _old, _new in entry.changes],
                "digest": digest_of(salt, entry.sentence, details, entry.changes),
                **stamp.member,
            }
        )
        row = (seq, FORMAT, stamp.at, stamp.who, stamp.action, body, head.hash)
        execute(
            self._database,
            "INSERT INTO journal (seq, format, at, who, action, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, written := hash_of(row)),
        )
        self.written = Head(seq, written)
        self._append_history(seq, salt, details, entry)
        return seq

    def unit_of(self, seq: int) -> int:
        """Return the unit of work that a row belongs to, the row itself where that is not known."""
        return int(scalar(self._database, "SELECT unit FROM history_entry WHERE seq = ?", seq) or seq)

    def changes(self, seq: int) -> tuple[Change, ...]:
        """Return the changed columns of one row with their encoded values."""
        return tuple(
            execute(
                self._database, "SELECT field, old_value, new_value FROM history WHERE seq = ? ORDER BY field", (seq,)
            ).fetchall()
        )

    def _append_history(self, seq: int, salt: str, details: str, entry: Entry) -> None:
        execute(
            self._database,
            "INSERT INTO history_entry (seq, unit, kind, record, act, sentence, details, salt) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (seq, entry.unit or seq, entry.kind, entry.record, entry.act, entry.sentence, details, salt),
        )
        for change in entry.changes:
            execute(
                self._database,
                "INSERT INTO history (seq, field, old_value, new_value) VALUES (?, ?, ?, ?)",
                (seq, *change),
            )

    def _shown_changes(self, seq: int) -> tuple[FieldChange, ...]:
        return tuple(FieldChange(field, shown(old), shown(new)) for field, old, new in self.changes(seq))


def hash_of(row: Sequence[object]) -> str:
    """Return the hash of a journal row: seq, format, at, who, action, body, prev."""
    return hashlib.sha256(canonical(list(row)).encode()).hexdigest()


def digest_of(salt: str, sentence: str, details: str, changes: Sequence[Change]) -> str:
    """Return the salted digest by which the journal vouches for a row's history."""
    ordered = sorted([list(change) for change in changes], key=lambda change: str(change[0]))
    return hashlib.sha256(canonical([salt, sentence, details, ordered]).encode()).hexdigest()
