"""Finding what is past its term, into a table in memory: what goes, what stays, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.purges.rules import (
    RETENTION,
    Found,
    Plan,
    kept_of,
    lines_of,
    still_counts,
    why_held,
    years_before,
)
from desk_mailadmin.registers.purges.shipped import (
    CALL_TABLES,
    COUNTS,
    FINDING_OPEN,
    LEAVER,
    PENALTY,
    SOURCES,
    USED,
    Source,
)
from desk_mailadmin.registers.rulebook.entries import LOOK_BACK
from desk_mailadmin.store.database import execute, quoted, raw, scalar
from desk_mailadmin.store.desk import Desk

_MAKE = """
    CREATE TEMP TABLE IF NOT EXISTS purge_due (
        part TEXT NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, on_day TEXT NOT NULL, held TEXT NOT NULL,
        n INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (kind, record)) WITHOUT ROWID
"""
_REFERENCES = """
    SELECT t.name, f."from" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
    WHERE t.type = 'table' AND f."table" = 'staff'
"""
_MONTHS = """
    SELECT substr(started_at, 1, 7), count(*), 0 FROM {table} WHERE started_at < ? GROUP BY 1
"""
_CASES = f"""
    SELECT penalty.id, penalty.occurred_on, staff.state = 'left', penalty.month, penalty.past,
           max(penalty.entered_on, coalesce(penalty.issued_on, ''), coalesce(penalty.signed_on, ''),
               coalesce(penalty.decided_on, ''), coalesce(penalty.void_on, ''),
               coalesce((SELECT max(on_day) FROM penalty_money WHERE penalty_id = penalty.id), '')),
           coalesce((SELECT sum(amount_fen) FROM penalty_money WHERE penalty_id = penalty.id), 0)
    FROM penalty JOIN staff ON staff.id = penalty.staff_id WHERE {PENALTY.over}
"""  # noqa: S608  (our own SQL)

NOBODY = "name = '已销毁' AND state = 'left' AND emp_no IS NULL AND left_on IS NULL"
"""How the row of staff is known that stands for those who were destroyed."""


class Due:
    """What is past its term on a day; ``plan`` fills ``purge_due``, which the destruction then reads."""

    def __init__(self, desk: Desk, months: MonthsService) -> None:
        self._desk, self._months = desk, months

    def plan(self, as_of: date) -> Plan:
        """Return what would be destroyed with the terms in force on a day; nothing is written to the desk."""
        database = self._desk.database
        with self._desk.reading():
            execute(database, _MAKE)
            execute(database, "DELETE FROM purge_due")
            terms = {kept.key: self._term(kept.key, as_of) for kept in RETENTION}
            self._find(as_of, {key: before.isoformat() for key, (_years, before) in terms.items()})
            rows = execute(
                database, "SELECT part, on_day, held, sum(n) FROM purge_due GROUP BY part, on_day, held ORDER BY 1, 2"
            ).fetchall()
        files = self.stale_files(terms["files"][1])
        found = [Found(*row) for row in rows]
        found += [Found("files", day) for _path, day in files]
        return Plan(as_of, lines_of(found, terms), len(files))

    def stale_files(self, before: date) -> list[tuple[Path, str]]:
        """Return copies of attachments and drafts last written before a day, each with that day."""
        places = [self._desk.folder / name for name in ("exports", "drafts")]
        found = [path for place in places if place.is_dir() for path in sorted(place.iterdir()) if path.is_file()]
        dated = [(path, datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()) for path in found]
        return [(path, day.isoformat()) for path, day in dated if day < before]

    def stale_before(self, as_of: date) -> list[Path]:
        """Return the copies and drafts that are past their term on a day."""
        return [path for path, _day in self.stale_files(self._term("files", as_of)[1])]

    def nobody(self) -> int:
        """Return the id of the row that stands for destroyed people, 0 where there is none yet."""
        return int(scalar(self._desk.database, f"SELECT min(id) FROM staff WHERE {NOBODY}") or 0)  # noqa: S608  (a constant)

    def _term(self, key: str, as_of: date) -> tuple[int, date]:
        years = self._desk.settings.value(kept_of(key).term, as_of)
        return years, years_before(as_of, years)

    def _find(self, as_of: date, before: dict[str, str]) -> None:
        closed = max(self._months.closed_names(), default="")
        common = {"closed": closed, "today": as_of.isoformat(), "nobody": self.nobody()}
        self._find_calls(before["calls"], closed)
        for source in SOURCES:
            self._put(source, before[source.key], common)
        self._find_cases(as_of, before["penalties"], closed)
        self._put(LEAVER, before["leavers"], common)
        self._hold_used()

    def _put(self, source: Source, before: str, common: dict[str, object]) -> None:
        held = "".join(f" WHEN {condition} THEN '{words}'" for condition, words in source.holds)
        case = f"CASE{held} ELSE '' END" if held else "''"
        table, record = quoted(source.table), "seq" if source.key == "history" else "id"
        joined = f"{table} JOIN journal ON journal.seq = history_entry.seq" if source.key == "history" else table
        sql = (
            f"INSERT OR IGNORE INTO purge_due (part, kind, record, on_day, held) SELECT :part, :kind, "  # noqa: S608  (our own SQL)
            f"{table}.{record}, {source.on}, {case} FROM {joined} WHERE {source.over} AND {source.on} < :before"
        )
        values = {**common, "part": source.key, "kind": source.table, "before": before}
        raw(self._desk.database).execute(sql, values)

    def _find_calls(self, before: str, closed: str) -> None:
        """Put the months whose every call is past its term; a month goes as a whole or stays."""
        database, first = self._desk.database, f"{before[:7]}-01"
        counts: dict[str, int] = {}
        for table in CALL_TABLES:
            for month, count, _nothing in execute(database, _MONTHS.format(table=quoted(table)), (first,)):
                counts[month] = counts.get(month, 0) + count
        open_ones = {
            month
            for (month,) in execute(database, f"SELECT DISTINCT month FROM finding WHERE {FINDING_OPEN}")  # noqa: S608  (our own SQL)
        }
        rows = [
            ("calls", "call", coded(month), _last(month), why_held(month > closed, month in open_ones), count)
            for month, count in counts.items()
        ]
        raw(database).executemany("INSERT INTO purge_due VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _find_cases(self, as_of: date, before: str, closed: str) -> None:
        look_back = self._desk.settings.value(LOOK_BACK, as_of)
        rows = []
        for record, occurred, left, month, past, on_day, rest in execute(self._desk.database, _CASES).fetchall():
            if on_day >= before:
                continue
            counts = still_counts(date.fromisoformat(occurred), as_of, look_back, left=bool(left))
            held = COUNTS if counts else why_held(not past and (month or "") > closed, rest != 0)
            rows.append(("penalties", "penalty", record, on_day, held))
        sql = "INSERT INTO purge_due (part, kind, record, on_day, held) VALUES (?, ?, ?, ?, ?)"
        raw(self._desk.database).executemany(sql, rows)

    def _hold_used(self) -> None:
        """Hold leavers whom a record names that does not go with them."""
        database = self._desk.database
        own = {part.table for part in LEAVER.parts}
        for table, column in execute(database, _REFERENCES).fetchall():
            if table in own:
                continue
            used = f"SELECT {quoted(column)} FROM {quoted(table)} AS used WHERE {quoted(column)} IS NOT NULL"  # noqa: S608  (quoted names)
            if table in CALL_TABLES:
                goes = "kind = 'call' AND record = CAST(replace(substr(used.started_at, 1, 7), '-', '') AS INTEGER)"
            elif table == "finding":
                goes = "kind = 'call' AND record = CAST(replace(used.month, '-', '') AS INTEGER)"
            else:
                goes = f"kind = '{table}' AND record = used.id"
            sql = (
                "UPDATE purge_due SET held = ? WHERE kind = 'staff' AND held = '' AND record IN "  # noqa: S608  (quoted names)
                f"({used} AND NOT EXISTS (SELECT 1 FROM purge_due WHERE {goes} AND held = ''))"
            )
            execute(database, sql, (USED,))


def coded(month: str) -> int:
    """Return a month as a number: 2026-11 → 202611."""
    return int(month.replace("-", ""))


def month_decoded(number: int) -> str:
    """Return a month again: 202611 → 2026-11."""
    return f"{number // 100}-{number % 100:02d}"


def _last(month: str) -> str:
    following = date(int(month[:4]) + int(month[5:]) // 12, int(month[5:]) % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def plan_as_text(plan: Plan) -> str:
    """Return a plan as it is kept with its proposal."""
    lines = [
        {
            "key": line.key,
            "years": line.years,
            "before": line.before,
            "count": line.count,
            "oldest": line.oldest,
            "newest": line.newest,
            "kept": [list(one) for one in line.kept],
        }
        for line in plan.lines
    ]
    return json.dumps({"as_of": plan.as_of.isoformat(), "files": plan.files, "lines": lines}, ensure_ascii=False)


def counts_in(text: str) -> Iterator[tuple[str, int]]:
    """Return how many records of each kind a kept plan names."""
    for line in json.loads(text)["lines"]:
        yield line["key"], line["count"]
