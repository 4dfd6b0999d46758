"""Finds what was altered, removed, inserted or rebuilt in the journal or its history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import peewee

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.values import decoded

GUARDS = ("journal_no_delete", "journal_no_gap", "journal_no_update")


@dataclass(frozen=True, slots=True)
class Finding:
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

    def run(self, last: int | None) -> tuple[Finding, ...]:
        """Check the guards and the last rows (None: all)."""
        start = 1 if last is None else max(1, self._newest() - last + 1)
        return (*self._guards(), *self._chain(start), *self._digests(start))

    def _newest(self) -> int:
        return int(scalar(self._database, "SELECT coalesce(max(seq), 0) FROM journal"))

    def _guards(self) -> Iterator[Finding]:
        present = execute(
            self._database, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'"
        ).fetchall()
        for name in set(GUARDS) - {name for (name,) in present}:
            yield finding(0, QT_TRANSLATE_NOOP("desk", "日志的保护被拆除（{name}）。"), name=name)

    def _chain(self, start: int) -> Iterator[Finding]:
        expected = start
        prev = self._before(start)
        for seq, *rest, found in self._rows(start):
            if seq != expected:
                yield finding(expected, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条不见了。"))
            elif rest[-1] != prev:
                yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条与前一条接不上。"))
            if self._hash_of((seq, *rest)) != found:
                yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条被改过。"))
            expected, prev = seq + 1, found

    def _before(self, start: int) -> str:
        found = scalar(self._database, "SELECT hash FROM journal WHERE seq = ?", start - 1)
        return self._first_prev if found is None else str(found)

    def _rows(self, start: int) -> Iterable[Any]:
        rows: Iterable[Any] = execute(
            self._database,
            "SELECT seq, format, at, who, action, body, prev, hash FROM journal WHERE seq >= ? ORDER BY seq",
            (start,),
        )
        return rows

    def _digests(self, start: int) -> Iterator[Finding]:
        changes = self._changes_by_row(start)
        entries = execute(
            self._database,
            "SELECT j.seq, j.body, e.salt, e.sentence, e.details, e.kind, e.record, e.unit, e.act FROM journal j "
            "LEFT JOIN history_entry e ON e.seq = j.seq WHERE j.seq >= ? ORDER BY j.seq",
            (start,),
        )
        for seq, body, salt, sentence, details, *named in entries:
            if salt is None:
                yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条的变更内容不见了。"))
            elif not self._vouches(body, named, self._digest_of(salt, sentence, details, changes.get(seq, ()))):
                yield finding(seq, QT_TRANSLATE_NOOP("desk", "日志第 {seq} 条的变更内容被改过。"))

    def _vouches(self, body: str, named: Sequence[object], digest: str) -> bool:
        try:
            vouched = decoded(body)
            return [vouched[key] for key in ("digest", "kind", "record", "unit", "act")] == [digest, *named]
        except (ValueError, KeyError, TypeError):
            return False

    def _changes_by_row(self, start: int) -> dict[int, list[tuple[str, str | None, str | None]]]:
        found: dict[int, list[tuple[str, str | None, str | None]]] = {}
        for seq, *change in execute(
            self._database, "SELECT seq, field, old_value, new_value FROM history WHERE seq >= ?", (start,)
        ):
            found.setdefault(seq, []).append((change[0], change[1], change[2]))
        return found
