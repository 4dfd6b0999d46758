"""Finds what was altered, removed, inserted or rebuilt in the journal or its history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.journal_guards import GUARDS
from desk_mailadmin.store.purging import vouched
from desk_mailadmin.store.values import decoded

PIECE = 2_000
"""Rows checked at a time: between two pieces the desk is free for others (about 50 ms)."""

_GUARDED = ("journal", "history_entry", "history", "work_unit")
_SIGNED, _BODY = 6, 4  # what is hashed beside the number: format, at, who, action, body, prev
_ROWS = (
    "SELECT j.seq, j.format, j.at, j.who, j.action, j.body, j.prev, j.hash, "
    "e.salt, e.sentence, e.details, e.kind, e.record, e.unit, e.act "
    "FROM journal j LEFT JOIN history_entry e ON e.seq = j.seq WHERE j.seq BETWEEN ? AND ? ORDER BY j.seq"
)
_Change = tuple[str, str | None, str | None]


class Finding(Struct, frozen=True):
    """Something wrong: the journal row it was found at (0 for none), a template and its values."""

    seq: int
    template: str
    values: dict[str, object]

    @property
    def text(self) -> str:
        """The sentence with its values."""
        return self.template.format_map(self.values)


def finding(seq: int, template: str, **values: object) -> Finding:
    """Return a finding whose sentence may name ``{seq}``."""
    return Finding(seq, template, {"seq": seq, **values})


class JournalCheck:
    """One run of the check over a journal."""

    def __init__(
        self,
        database: peewee.SqliteDatabase,
        hash_of: Callable[[Sequence[object]], str],
        digest_of: Callable[[str, str, str, Sequence[Any]], str],
        first_prev: str,
    ) -> None:
        self._database = database
        self._hash_of = hash_of
        self._digest_of = digest_of
        self._first_prev = first_prev
        self._expected, self._prev = 1, first_prev
        self._emptied: frozenset[int] = frozenset()

    def pieces(self, last: int | None) -> Iterator[tuple[Finding, ...]]:
        """Check the guards, then of the last rows (None: all) PIECE after PIECE; nothing is held open between two."""
        start = 1 if last is None else max(1, self._newest() - last + 1)
        self._expected, self._prev, self._emptied = start, self._before(start), vouched(self._database)
        yield tuple(self._guards())
        while (last_seq := self._end_of_piece(start)) is not None:
            yield tuple(self._rows(start, last_seq))
            start = last_seq + 1

    def _newest(self) -> int:
        return int(scalar(self._database, "SELECT coalesce(max(seq), 0) FROM journal"))

    def _end_of_piece(self, start: int) -> int | None:
        """Return the last number of the rows that come next; a number far off must not make the check endless."""
        sql = "SELECT max(seq) FROM (SELECT seq FROM journal WHERE seq >= ? ORDER BY seq LIMIT ?)"
        found = scalar(self._database, sql, start, PIECE)
        return None if found is None else int(found)

    def _guards(self) -> Iterator[Finding]:
        """Yield a guard that is gone or reads otherwise, and whatever was put beside them."""
        marks = ", ".join("?" * len(_GUARDED))
        sql = f"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ({marks})"  # noqa: S608  (marks)
        present = dict(execute(self._database, sql, _GUARDED).fetchall())
        for name in sorted({*GUARDS, *present}):
            if name not in present:
                yield finding(0, QT_TRANSLATE_NOOP("desk", "日志的保护被拆除（{name}）。"), name=name)
            elif name not in GUARDS:
                yield finding(0, QT_TRANSLATE_NOOP("desk", "日志里多出一个不是本程序的触发器（{name}）。"), name=name)
            elif _words(present[name]) != _words(GUARDS[name]):
                yield finding(0, QT_TRANSLATE_NOOP("desk", "日志的保护被换过（{name}）。"), name=name)

    def _rows(self, start: int, end: int) -> Iterator[Finding]:
        changes = self._changes_by_row(start, end)
        for seq, *row in execute(self._database, _ROWS, (start, end)).fetchall():
            signed, found, history = row[:_SIGNED], row[_SIGNED], row[_SIGNED + 1 :]
            yield from self._chain(seq, signed, found)
            yield from self._digest(seq, signed[_BODY], history, changes.get(seq, ()))

    def _chain(self, seq: int, signed: Sequence[object], found: str) -> Iterator[Finding]:
        """Hold a row against the one before it and against its own hash."""
        if seq != self._expected:
            yield _missing(self._expected, seq - 1)
        elif signed[-1] != self._prev:
            yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条与前一条接不上。"))
        if self._hash_of((seq, *signed)) != found:
            yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条被改过。"))
        self._expected, self._prev = seq + 1, found

    def _digest(self, seq: int, body: object, history: Sequence[Any], changes: Sequence[_Change]) -> Iterator[Finding]:
        """Hold a row's history against the digest in its body."""
        salt, sentence, details, *named = history
        if salt is None:
            yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条的变更内容不见了。"))
        elif not salt and not sentence:  # a destruction leaves no value, and no salt to guess one by
            if seq not in self._emptied or changes or not _names(str(body), named):
                yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条的变更内容被清空，没有销毁记录。"))
        elif not _vouches(str(body), named, self._digest_of(salt, sentence, details, changes)):
            yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条的变更内容被改过。"))

    def _before(self, start: int) -> str:
        found = scalar(self._database, "SELECT hash FROM journal WHERE seq = ?", start - 1)
        return self._first_prev if found is None else str(found)

    def _changes_by_row(self, start: int, end: int) -> dict[int, list[_Change]]:
        found: dict[int, list[_Change]] = {}
        for seq, *change in execute(
            self._database,
            "SELECT seq, field, old_value, new_value FROM history WHERE seq BETWEEN ? AND ? ORDER BY seq, field",
            (start, end),
        ).fetchall():
            found.setdefault(seq, []).append((change[0], change[1], change[2]))
        return found


def _missing(first: int, last: int) -> Finding:
    if first >= last:
        return finding(first, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条不见了。"))
    return finding(first, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条到第 {last} 条不见了。"), last=last)


def _vouches(body: str, named: Sequence[object], digest: str) -> bool:
    try:
        vouched = decoded(body)
        return [vouched[key] for key in ("digest", "kind", "record", "unit", "act")] == [digest, *named]
    except (ValueError, KeyError, TypeError):
        return False


def _names(body: str, named: Sequence[object]) -> bool:
    """Say whether a row whose history was destroyed still tells of which record it was."""
    try:
        told = decoded(body)
        return [told[key] for key in ("kind", "record", "unit", "act")] == list(named)
    except (ValueError, KeyError, TypeError):
        return False


def _words(statement: object) -> list[str]:
    return str(statement).split()
