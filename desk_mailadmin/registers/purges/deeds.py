"""The destruction itself: rows deleted or emptied, their parts, prints, files, indexes and history, in one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.sorting import sort_key
from desk_mailadmin.registers.months.rules import first_day
from desk_mailadmin.registers.purges.records import Due, month_decoded
from desk_mailadmin.registers.purges.rules import DESTROYED
from desk_mailadmin.registers.purges.shipped import CALL_TABLES, LEAVER, PENALTY, SOURCES, Part, Source
from desk_mailadmin.store.database import execute, quoted, raw, scalar
from desk_mailadmin.store.purging import empty_history, tidy_index
from desk_mailadmin.store.work import UnitOfWork

_GOES = "SELECT record FROM purge_due WHERE kind = ? AND held = ''"
_OWN = ("prints", "history")
_SHA_USED = (
    "SELECT 1 FROM print WHERE sha256 = ?1 UNION ALL SELECT 1 FROM delivery WHERE sha256 = ?1 "
    "UNION ALL SELECT 1 FROM attachment_use WHERE sha256 = ?1 LIMIT 1"
)
_HISTORY = """
    SELECT seq FROM history_entry WHERE salt <> '' AND kind = ?1
    AND record IN (SELECT record FROM purge_due WHERE kind = ?1 AND held = '')
"""
_NAMED = ("application", "receipt", "penalty", "message", "allowance")
_KEPT_OF_BATCH = "SELECT id, first_page, pages FROM print WHERE sha256 = ? ORDER BY first_page, id"


class Destroying(Due):
    """Destroys what ``plan`` put into ``purge_due``."""

    def destroy_in(self, work: UnitOfWork, purge: int, stale: Iterable[Path]) -> tuple[str, Counter[str]]:
        """Destroy, within an open unit, and note files to be removed, the ``stale`` ones among them.

        Returns what vouches for the emptied history, and rows deleted by table.
        """
        database = self._desk.database
        execute(database, "PRAGMA defer_foreign_keys=ON")
        gone: Counter[str] = Counter()
        seqs = self._history_of_due()
        files = self._belongings(gone) | set(stale)
        nobody = self._nobody_in(work)
        self._destroy_calls(gone)
        for source in (*(one for one in SOURCES if one.key not in _OWN), PENALTY, LEAVER):
            self._destroy(source, nobody, gone)
        digest = empty_history(database, purge, seqs)
        self._note_files(purge, files)
        self._tidy()
        return digest, gone

    def _history_of_due(self) -> list[int]:
        """Return the journal rows to be emptied: those past their own term, and those of what goes and its parts."""
        database = self._desk.database
        found = {seq for (seq,) in execute(database, _GOES, ("history_entry",))}
        for source in (*SOURCES, PENALTY, LEAVER):
            if source.key == "history":
                continue
            found |= {seq for (seq,) in execute(database, _HISTORY, (source.table,))}
            for part in source.parts:
                found |= {seq for (seq,) in execute(database, _part_history(part), (part.table, source.table))}
        months = [record for (record,) in execute(database, _GOES, ("call",))]
        for month in map(month_decoded, months):
            sql = (
                "SELECT seq FROM history_entry WHERE salt <> '' AND (kind = 'finding' AND record IN "
                "(SELECT id FROM finding WHERE month = ?1) OR kind = 'call' AND record IN "
                "(SELECT id FROM call WHERE started_at >= ?2 AND started_at < ?3))"
            )
            found |= {seq for (seq,) in execute(database, sql, (month, *_span(month)))}
        return sorted(found)

    def _destroy(self, source: Source, nobody: int, gone: Counter[str]) -> None:
        database, table = self._desk.database, quoted(source.table)
        goes = [record for (record,) in execute(database, _GOES, (source.table,))]
        if not goes:
            return
        for part in source.parts:
            within = f"{quoted(part.owner)} IN ({_GOES})"
            does = f"UPDATE {quoted(part.table)} SET {part.wipe}" if part.wipe else f"DELETE FROM {quoted(part.table)}"  # noqa: S608  (our own SQL)
            count = execute(database, f"{does} WHERE {within}", (source.table,)).rowcount
            gone.update({} if part.wipe else {part.table: count})
        if source.wipe:
            goes_named = _GOES.replace("?", ":kind")
            sql = f"UPDATE {table} SET {source.wipe} WHERE id IN ({goes_named})"  # noqa: S608  (our own SQL)
            raw(database).execute(sql, {"nobody": nobody, "kind": source.table})
        else:
            execute(database, f"DELETE FROM {table} WHERE id IN ({_GOES})", (source.table,))  # noqa: S608  (our own SQL)
            gone[source.table] += len(goes)
        self._index(source, goes)

    def _index(self, source: Source, goes: Sequence[int]) -> None:
        """Let what was emptied be found by its number alone, and what was deleted not at all."""
        search = self._desk.search
        if not search.has(source.table):
            return
        for record in goes:
            number = ""
            if source.number:
                sql = f"SELECT coalesce({quoted(source.number)}, '') FROM {quoted(source.table)} WHERE id = ?"  # noqa: S608  (quoted names)
                number = str(scalar(self._desk.database, sql, record) or "")
            search.put(source.table, record, [], [number]) if number else search.drop(source.table, record)

    def _destroy_calls(self, gone: Counter[str]) -> None:
        """Delete the calls of whole months; their sums stay, and are never added up from nothing."""
        database = self._desk.database
        for (record,) in execute(database, _GOES, ("call",)).fetchall():
            month = month_decoded(record)
            for table in CALL_TABLES:
                sql = f"DELETE FROM {quoted(table)} WHERE started_at >= ? AND started_at < ?"  # noqa: S608  (a quoted name)
                gone[table] += execute(database, sql, _span(month)).rowcount
            gone["finding"] += execute(database, "DELETE FROM finding WHERE month = ?", (month,)).rowcount
            faults = "DELETE FROM bill_fault WHERE bill_id IN (SELECT id FROM bill WHERE month = ?)"
            gone["bill_fault"] += execute(database, faults, (month,)).rowcount
            execute(database, "UPDATE call_month SET purged = 1 WHERE month = ?", (month,))

    def _belongings(self, gone: Counter[str]) -> set[Path]:
        """Delete the prints and attachments of what goes, and those past their own term; return files to remove."""
        database = self._desk.database
        of_records = (
            "EXISTS (SELECT 1 FROM purge_due WHERE kind = {table}.kind AND record = {table}.record AND held = '')"
        )
        shas: set[tuple[str, str]] = set()
        for table, folder in (("print", "printed"), ("attachment_use", "attachments")):
            where = f"id IN ({_GOES}) OR {of_records.format(table=table)}"
            found = execute(database, f"SELECT DISTINCT sha256 FROM {table} WHERE {where}", (table,)).fetchall()  # noqa: S608  (our own SQL)
            shas |= {(folder, sha256) for (sha256,) in found}
            gone[table] += execute(database, f"DELETE FROM {table} WHERE {where}", (table,)).rowcount  # noqa: S608  (our own SQL)
        mails = f"DELETE FROM delivery WHERE {of_records.format(table='delivery')}"  # noqa: S608  (our own SQL)
        gone["delivery"] += execute(database, mails).rowcount
        return {path for folder, sha256 in sorted(shas) for path in self._without(folder, sha256)}

    def _without(self, folder: str, sha256: str) -> Iterable[Path]:
        """Return a file's path where nothing uses it any more; of a batch write a file of the pages that stay."""
        database = self._desk.database
        if folder == "printed":
            self._cut_batch(sha256)
        if execute(database, _SHA_USED, (sha256,)).fetchone() is None:
            execute(database, "DELETE FROM attachment WHERE sha256 = ?", (sha256,))
            yield self._desk.folder / folder / sha256[:2] / sha256

    def _cut_batch(self, sha256: str) -> None:
        stays = execute(self._desk.database, _KEPT_OF_BATCH, (sha256,)).fetchall()
        if not stays or not all(pages for _id, _first, pages in stays):
            return
        from desk_mailadmin.documents.pages import taken

        kept = sorted({page for _id, first, pages in stays for page in range(first, first + pages)})
        written = self._desk.prints.put(taken(self._desk.prints.file(sha256), kept))
        for record, first, _pages in stays:
            sql = "UPDATE print SET sha256 = ?, first_page = ? WHERE id = ?"
            execute(self._desk.database, sql, (written, kept.index(first), record))
        execute(self._desk.database, "UPDATE delivery SET sha256 = ? WHERE sha256 = ?", (written, sha256))

    def _nobody_in(self, work: UnitOfWork) -> int:
        """Return the row that stands for destroyed people, entered if there is none and one is needed."""
        database = self._desk.database
        marks = ", ".join("?" * len(_NAMED))
        sql = f"SELECT 1 FROM purge_due WHERE held = '' AND kind IN ({marks}) LIMIT 1"  # noqa: S608  (marks)
        needs = execute(database, sql, _NAMED).fetchone() is not None
        found = self.nobody()
        if found or not needs:
            return found
        values = {
            "name": DESTROYED,
            "name_key": sort_key(DESTROYED),
            "pinyin": "",
            "initials": "",
            "department_id": scalar(database, "SELECT min(id) FROM department"),
            "state": "left",
        }
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO staff ({', '.join(values)}) VALUES ({marks})"  # noqa: S608  (constants)
        record = int(execute(database, sql, tuple(values.values())).lastrowid or 0)
        work.wrote("staff", record, QT_TRANSLATE_NOOP("desk", "给已销毁的记录留一个空的人员"), after=values)
        return record

    def _note_files(self, purge: int, files: Iterable[Path]) -> None:
        rows = [(purge, path.relative_to(self._desk.folder).as_posix()) for path in sorted(files)]
        raw(self._desk.database).executemany("INSERT INTO purge_file (purge_id, path) VALUES (?, ?)", rows)

    def _tidy(self) -> None:
        """Write every search index anew: also a word of long ago, changed since, is left in it until then."""
        sql = "SELECT substr(name, 8) FROM sqlite_schema WHERE name LIKE 'search!_%' ESCAPE '!' AND sql LIKE '%fts5%'"
        for (kind,) in execute(self._desk.database, sql).fetchall():
            tidy_index(self._desk.database, kind)


def _part_history(part: Part) -> str:
    return (
        "SELECT seq FROM history_entry WHERE salt <> '' AND kind = ?1 AND record IN "  # noqa: S608  (our own SQL)
        f"(SELECT id FROM {quoted(part.table)} WHERE {quoted(part.owner)} IN "
        "(SELECT record FROM purge_due WHERE kind = ?2 AND held = ''))"
    )


def _span(month: str) -> tuple[str, str]:
    """Return the instants from which and before which a month lies."""
    return first_day(month).isoformat(), first_day(month_after(month)).isoformat()
