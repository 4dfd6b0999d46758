"""The journal as a list: who did what when, in sentences; nothing of it can be changed here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.registers.journal.listing import SELECT, SOURCE, JournalRow, found
from desk_mailadmin.registers.journal.rules import ACTS, spans, title_of
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.journal import Head
from desk_mailadmin.store.journal_anchor import Held, anchor, held
from desk_mailadmin.store.listing import SqlListing


class JournalService(SqlListing[JournalRow]):
    """The journal of a desk, read."""

    def __init__(self, desk: Desk, services: Mapping[str, Any]) -> None:
        super().__init__(desk, SOURCE)
        self._desk, self._services = desk, services
        self._wrong: frozenset[int] = frozenset()

    def mark(self, numbers: Collection[int]) -> None:
        """Mark the rows at which a check found something wrong, and have the list shown anew."""
        if self._wrong != frozenset(numbers):
            self._wrong = frozenset(numbers)
            self._desk.changes.announce("journal")

    def found(self, query: Query) -> tuple[str, Sequence[Any]] | None:
        """Return where a search text is looked for: in sentences, values, names, days and acts."""
        return found(query.search)

    def rows(self, ids: Sequence[int]) -> Sequence[JournalRow]:
        """Return these rows, in this order."""
        return [
            replace(row, wrong=row.id in self._wrong, register=self._registers.get(row.kind, "") if row.record else "")
            for row in self.ordered(ids, JournalRow, SELECT)
        ]

    def row(self, record: int) -> JournalRow:
        """Return one row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the days and months, the people, what was done, and the kinds of records there are rows of."""
        match filter_key:
            case "span":
                first, last = self._months()
                return spans(self._desk.clock.today(), first, last)
            case "who":
                return [Choice(who, who) for who in self._distinct("SELECT DISTINCT who FROM journal ORDER BY who")]
            case "act":
                acts = self._distinct("SELECT DISTINCT act FROM history_entry")
                return [Choice(act, title) for act, title in ACTS.items() if act in acts]
            case _:
                kinds = self._distinct("SELECT DISTINCT kind FROM history_entry ORDER BY kind")
                return [Choice(kind, title_of(kind)) for kind in kinds]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows: the row itself, and below it all that ever happened to its record."""
        row = self.row(record)
        facts = (
            Fact("时间", f"{row.moment:%Y-%m-%d %H:%M:%S}"),
            Fact("经办人", row.who),
            Fact("动作", row.act_title),
            Fact("登记簿", row.kind_title),
            Fact("改动", f"{len(self.changes(record))} 项" if self.changes(record) else "没有"),
            Fact("校验码", Head(row.id, row.hash).short),
        )
        history = self.history(row.kind, row.record) if row.record else ()
        return Detail(f"日志第 {row.id} 条", row.text, facts=facts, history=history)

    def changes(self, record: int) -> Sequence[tuple[str, str | None, str | None]]:
        """Return the columns one row changed, each with its encoded values before and after."""
        with self._desk.reading():
            return self._desk.journal.changes(record)

    def head(self) -> Head:
        """Return the newest row's number and hash."""
        with self._desk.reading():
            return self._desk.journal.head()

    def held(self, number: str, digits: str) -> tuple[Head, Held]:
        """Return what was typed from paper, and whether the journal holds it; UserError where it cannot be read."""
        typed = anchor(number, digits)
        with self._desk.reading():
            return typed, held(self._desk.journal, typed)

    @cached_property
    def _registers(self) -> Mapping[str, str]:
        """The register that lists records of a kind; asked for when all services are there."""
        return {one.listed_kind: key for key, one in self._services.items() if isinstance(one, SqlListing)}

    def _months(self) -> tuple[str, str]:
        sql = "SELECT substr(at, 1, 7) FROM journal WHERE seq IN (SELECT {end}(seq) FROM journal)"
        first, last = (self._distinct(sql.format(end=end)) for end in ("min", "max"))
        return (first or [""])[0], (last or [""])[0]

    def _distinct(self, sql: str) -> list[str]:
        with self._desk.reading():
            return [str(name) for (name,) in execute(self._desk.database, sql).fetchall() if name]
