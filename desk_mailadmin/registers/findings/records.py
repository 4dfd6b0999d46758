"""Keeping what was found: what is new goes in, what is gone goes out, what was decided stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desk_mailadmin.registers.findings.listing import FindingsListing
from desk_mailadmin.registers.findings.rules import FALSE, PRIVATE, UNLOGGED, Found, Look, found_in, mark_of
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.rules import CallFact, Matching, bare_number
from desk_mailadmin.registers.rulebook.rules import Article, Facts, propose
from desk_mailadmin.registers.rulebook.service import RulebookService
from desk_mailadmin.store.database import execute, raw

Progress = Callable[[int, int], None]
_COLUMNS = (
    "kind", "mark", "month", "call_id", "log_id", "line_id", "staff_id", "department_id", "branch_id", "extension",
    "number", "called", "occurred_at", "seconds", "fee_fen", "detail", "clause", "act", "proposed_fen",
)  # fmt: skip
_FOLLOWING = tuple(column for column in _COLUMNS if column not in ("kind", "mark"))
_PER_STEP = 5_000


class Proposals:
    """What the rulebook makes of each act on its day; asked once for each day and act."""

    def __init__(self, rulebook: RulebookService) -> None:
        self._rulebook = rulebook
        self._hits: dict[tuple[str, object], Article | None] = {}
        self._money: dict[object, bool] = {}

    def of(self, act: str, at: datetime, fee_fen: int) -> tuple[str, int]:
        """Return clause and fen of the article that hits an act on a day; nothing where none does."""
        day = at.date()
        if not act:
            return "", 0
        if (act, day) not in self._hits:
            hits = self._rulebook.hitting(act, day)
            self._hits[act, day] = hits[0] if hits else None
            self._money.setdefault(day, self._rulebook.fines(day))
        article = self._hits[act, day]
        if article is None:
            return "", 0
        proposal = propose(article, Facts(1, fee_fen), 1, money=self._money[day])
        return article.clause, proposal.fine_fen + proposal.recovery_fen


def found_of_calls(calls: Sequence[CallFact], look: Look, progress: Progress) -> list[Found]:
    """Return what the calls of a month show by themselves."""
    found: list[Found] = []
    for place, call in enumerate(calls):
        found += found_in(call, look)
        if place % _PER_STEP == 0:
            progress(place, len(calls))
    return found


def found_of_log(
    rows: Mapping[int, LongDistanceRow], calls: Mapping[int, CallFact], matching: Matching, look: Look
) -> list[tuple[Found, LongDistanceRow | None]]:
    """Return what the log shows beside the bill: calls nobody logged, false and private entries (002/5.四)."""
    found: list[tuple[Found, LongDistanceRow | None]] = []
    if UNLOGGED in look.kinds:
        found += [(Found(UNLOGGED, calls[call], "long_distance_unlogged"), None) for call in matching.unlogged]
    for record, verdict in matching.verdicts.items():
        row = rows[record]
        call = calls.get(verdict.call or 0) or as_call(row)
        if verdict.state == "false" and FALSE in look.kinds:
            found.append((Found(FALSE, call, "long_distance_false", ",".join(verdict.details)), row))
        if row.private and PRIVATE in look.kinds and call.private_by is None:
            found.append((Found(PRIVATE, call, "private_long_distance"), row))
    return found


def as_call(row: LongDistanceRow) -> CallFact:
    """Return an entry of the log without a billed call as what it says of itself."""
    begun = datetime.combine(row.on_day, datetime.min.time())
    if row.from_at:
        begun += timedelta(hours=int(row.from_at[:2]), minutes=int(row.from_at[3:]))
    return CallFact(
        0, begun, (row.minutes or 0) * 60, row.called, "domestic", number=row.phone, extension=row.extension,
        line=row.line, staff=row.staff,
        department=row.department, branch=row.branch_id,
    )  # fmt: skip


class FindingsRecords(FindingsListing):
    """Findings as they are kept."""

    def columns_of(
        self, month: str, found: Found, row: LongDistanceRow | None, clause: str, proposals: Proposals
    ) -> tuple[Any, ...]:
        """Return the columns of a finding; one of the log is its user's, any other whose the call was."""
        call = found.call
        hit, fen = proposals.of(found.act, call.started_at, call.fee_fen)
        user = (row.staff if row else None) or call.staff
        mark = mark_of(found.kind, call) if row is None else log_mark(found.kind, row)
        return (
            found.kind, mark, month, call.id or None, row.id if row else None, call.line, user, call.department,
            call.branch, call.extension, call.number, call.called, f"{call.started_at:%Y-%m-%d %H:%M:%S}", call.seconds,
            call.fee_fen, found.detail, hit or clause, found.act, fen,
        )  # fmt: skip

    def keep_in(self, month: str, rows: Sequence[tuple[Any, ...]], progress: Progress) -> tuple[int, int, int]:
        """Bring a month's findings to what was found now; return how many are new, gone, and there in all.

        Those that were decided stay as they were decided; where they are found no more they are marked as such.
        """
        rows = numbered(rows)
        held = self._held(month)
        marks = {row[1] for row in rows}
        gone = [(mark, *one) for mark, one in held.items() if mark not in marks]
        self._drop([record for _mark, record, state, _row in gone if state == "open"])
        self._mark_gone(month, marks)
        new = [row for row in rows if row[1] not in held]
        changed = [row for row in rows if row[1] in held and held[row[1]][2] != row]
        self._insert(new, progress)
        self._update(changed)
        return len(new), sum(state == "open" for _mark, _record, state, _row in gone), len(rows)

    def _held(self, month: str) -> dict[str, tuple[int, str, tuple[Any, ...]]]:
        sql = f"SELECT id, state, {', '.join(_COLUMNS)} FROM finding WHERE month = ?"  # noqa: S608  (our own columns)
        return {row[3]: (row[0], row[1], row[2:]) for row in execute(self._desk.database, sql, (month,))}

    def _insert(self, rows: Sequence[tuple[Any, ...]], progress: Progress) -> None:
        marks = ", ".join("?" * len(_COLUMNS))
        sql = f"INSERT INTO finding ({', '.join(_COLUMNS)}) VALUES ({marks})"  # noqa: S608  (our own columns)
        for start in range(0, len(rows), _PER_STEP):
            raw(self._desk.database).executemany(sql, rows[start : start + _PER_STEP])
            progress(start, len(rows))

    def _update(self, rows: Sequence[tuple[Any, ...]]) -> None:
        setting = ", ".join(f"{column} = ?" for column in _FOLLOWING)
        sql = f"UPDATE finding SET {setting} WHERE mark = ?"  # noqa: S608  (our own columns)
        raw(self._desk.database).executemany(sql, [(*row[2:], row[1]) for row in rows])

    def _drop(self, records: Sequence[int]) -> None:
        sql = "DELETE FROM finding WHERE id = ?"
        raw(self._desk.database).executemany(sql, [(record,) for record in records])

    def _mark_gone(self, month: str, marks: Iterable[str]) -> None:
        """Mark what was decided and is found no more, and take the mark from what is found again."""
        there = set(marks)
        sql = "SELECT id, mark, gone FROM finding WHERE month = ? AND state <> 'open'"
        decided = execute(self._desk.database, sql, (month,)).fetchall()
        turned = [(int(mark not in there), record) for record, mark, gone in decided if bool(gone) == (mark in there)]
        raw(self._desk.database).executemany("UPDATE finding SET gone = ? WHERE id = ?", turned)


def numbered(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return findings with marks of their own: of calls that agree in everything the later ones are numbered."""
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        seen[row[1]] += 1
        found.append(row if seen[row[1]] == 1 else (row[0], f"{row[1]}#{seen[row[1]]}", *row[2:]))
    return found


def log_mark(kind: str, row: LongDistanceRow) -> str:
    """Return by what a finding of the log is known again after the log was imported anew."""
    return f"{kind}|{row.on_day}|{row.from_at}|{bare_number(row.called)}|{row.user}"
