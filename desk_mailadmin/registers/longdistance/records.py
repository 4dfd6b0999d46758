"""Writing entries, and the check of a month's log against its bills (002/5.四(五))."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.longdistance.entries import LogEntry
from desk_mailadmin.registers.longdistance.listing import LongDistanceListing, LongDistanceRow
from desk_mailadmin.registers.longdistance.model import LongDistance
from desk_mailadmin.registers.longdistance.rules import (
    CHECK_USER,
    LENGTH_TOLERANCE,
    LIFECYCLE,
    LONG_DISTANCE,
    START_TOLERANCE,
    CallFact,
    LogFact,
    Matching,
    Tolerance,
    Verdict,
    match,
)
from desk_mailadmin.registers.months.rules import last_day
from desk_mailadmin.registers.staff.service import StaffRow, StaffService
from desk_mailadmin.store.database import execute, raw
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

ORDER = {state.key: place for place, state in enumerate(reversed(LIFECYCLE.states))}
"""What lists sort states by: what needs the clerk first."""
_CALLS = """
    SELECT call.id, call.started_at, call.seconds, call.called, call.kind, call.fee_fen, call.info_fen, call.number,
           call.extension, CASE WHEN line.kind = 'trunk' THEN NULL ELSE call.line_id END, call.staff_id,
           call.department_id, call.branch_id, call.private_by
    FROM call LEFT JOIN line ON line.id = call.line_id
    WHERE call.started_at >= ? AND call.started_at < ?
"""
_LONG_ONLY = f"AND call.kind IN ({', '.join(f'{kind!r}' for kind in sorted(LONG_DISTANCE))})"
_BATCH = 200
_LINKS = {"staff_id": "staff", "department_id": "department", "branch_id": "branch", "line_id": "line"}


Again = Callable[[LongDistanceRow, LogEntry], LogEntry | None]
"""Returns an entry as the desk knows it by now, None where it knows no more than before."""


class Whose(Struct, frozen=True):
    """The people and the sets that some entries name, by their ids."""

    people: Mapping[int, StaffRow]
    lines: Mapping[int, LineRow]


class LongDistanceRecords(LongDistanceListing):
    """Entries of the log as rows, and the log beside the bills."""

    def __init__(self, desk: Desk, staff: StaffService, lines: LinesService) -> None:
        super().__init__(desk)
        self.staff, self.lines = staff, lines

    # calls of the bills

    def call_facts(self, month: str, *, long_distance: bool = False) -> list[CallFact]:
        """Return the billed calls of a month in order of time; a trunk's call without a set has no line."""
        which = (
            f"AND call.kind IN ({', '.join(f'{kind!r}' for kind in sorted(LONG_DISTANCE))})" if long_distance else ""
        )
        sql, span = f"{_CALLS} {which} ORDER BY call.started_at, call.id", (f"{month}-01", f"{month_after(month)}-01")
        with self._desk.reading():
            found = execute(self._desk.database, sql, span).fetchall()
        return [CallFact(row[0], datetime.fromisoformat(row[1]), *row[2:]) for row in found]

    def checkable(self) -> Sequence[str]:
        """Return the months that hold entries or bills, the latest first."""
        sql = "SELECT DISTINCT month FROM bill WHERE month <> '' AND state = 'in' AND source = 'operator'"
        with self._desk.reading():
            billed = {month for (month,) in execute(self._desk.database, sql)}
        return sorted(billed | set(self.months()), reverse=True)

    def billed_numbers(self, month: str) -> frozenset[str]:
        """Return the numbers that the operators' bills of a month are of."""
        sql = """
            SELECT DISTINCT bill_number.number FROM bill_number JOIN bill ON bill.id = bill_number.bill_id
            WHERE bill.month = ? AND bill.state = 'in' AND bill.source = 'operator'
        """
        with self._desk.reading():
            return frozenset(number for (number,) in execute(self._desk.database, sql, (month,)))

    def standings(self) -> Mapping[str, str]:
        """Return by what each month's log is known to be the same as before: its entries and their verdicts."""
        sql = """
            SELECT month, state, count(*), max(id) FROM longdistance WHERE source <> 'call'
            GROUP BY month, state ORDER BY month, state
        """
        found: dict[str, str] = {}
        with self._desk.reading():
            for month, *parts in execute(self._desk.database, sql):
                found[month] = f"{found.get(month, '')}{' '.join(map(str, parts))};"
        return found

    # the check

    def check(self, month: str) -> Matching:
        """Compare the log of a month with its bills and keep what comes of it; raise nothing."""
        with self._desk.work("longdistance.check") as work:
            return self.check_in(work, month)

    def check_in(self, work: UnitOfWork, month: str, calls: Sequence[CallFact] | None = None) -> Matching:
        """Compare within a transaction that is open already; ``calls`` are those of the month, if they are at hand."""
        calls = self.call_facts(month, long_distance=True) if calls is None else calls
        facts = self._log_facts(month)
        billed = self._billed(month, facts) if facts else frozenset()
        found = match([fact for fact in facts if fact.id in billed], calls, self.tolerance(month))
        by_id = {call.id: call for call in calls if call.kind in LONG_DISTANCE}
        changed = self._keep_verdicts(facts, found, by_id)
        changed += self._keep_unlogged(month, [by_id[call] for call in found.unlogged])
        if changed:
            sentence = QT_TRANSLATE_NOOP("desk", "{month} 长途登记和话费清单核对")
            work.wrote(CHECK, month_number(month), sentence, month=month)
            work.changed("longdistance")
        return found

    def tolerance(self, month: str) -> Tolerance:
        """Return how far entries of a month may lie from their calls."""
        day, settings = last_day(month), self._desk.settings
        start, length = settings.value(START_TOLERANCE, day), settings.value(LENGTH_TOLERANCE, day)
        return Tolerance(start, length, settings.value(CHECK_USER, day))

    def _log_facts(self, month: str) -> list[LogFact]:
        rows = (row for row in self.of_month(month) if row.is_logged)
        return [
            LogFact(
                row.id, row.on_day, row.called, row.from_at, row.to_at, row.line, row.staff, row.approval, row.missing
            )
            for row in rows
        ]

    def _billed(self, month: str, facts: Sequence[LogFact]) -> frozenset[int]:
        """Return the entries that can be judged: those whose set's number, or trunk, is on a bill of the month."""
        numbers = self.billed_numbers(month)
        if not numbers:
            return frozenset()
        trunks = any(number in numbers for number in self.lines.trunks())
        own = {one.line: one.number for one in self.lines.assignments() if one.holds(last_day(month))}
        billed = {line: number in numbers if number else trunks for line, number in own.items()}
        return frozenset(fact.id for fact in facts if billed.get(fact.line or 0, True))

    def _keep_verdicts(self, facts: Sequence[LogFact], found: Matching, calls: Mapping[int, CallFact]) -> int:
        """Write what became of each entry, where it is not what stands there already; return how many changed."""
        known = {row.id: row for row in self.rows([fact.id for fact in facts])}
        changed = 0
        for fact in facts:
            verdict = found.verdicts.get(fact.id) or Verdict("incomplete" if fact.missing else "open", None)
            call = calls.get(verdict.call or 0)
            values = _judged(verdict, call)
            row = known[fact.id]
            if (row.state, row.detail, row.call, row.seconds, row.fee_fen) != tuple(values[key] for key in _JUDGED):
                LongDistance.update(**values).where(LongDistance.id == fact.id).execute()
                changed += 1
        return changed

    def _keep_unlogged(self, month: str, calls: Sequence[CallFact]) -> int:
        """Keep a place for each call that nobody logged, and none for any other; return how many came or went."""
        wanted = {call.id: call for call in calls}
        held = {
            one.call_id: int(one.id)
            for one in LongDistance.select(LongDistance.id, LongDistance.call_id).where(
                (LongDistance.month == month) & (LongDistance.source == "call")
            )
        }
        gone = [record for call, record in held.items() if call not in wanted]
        for record in gone:
            self._desk.search.drop("longdistance", record)
        for start in range(0, len(gone), _BATCH):
            LongDistance.delete().where(LongDistance.id.in_(gone[start : start + _BATCH])).execute()
        new = [call for call in calls if call.id not in held]
        self._place(month, new)
        return len(gone) + len(new)

    def _place(self, month: str, calls: Sequence[CallFact]) -> None:
        """Keep the rows that stand for calls nobody logged; the check makes them anew and no history tells of them."""
        people = {row.id: row for row in self.staff.rows(sorted({call.staff for call in calls if call.staff}))}
        lines = {row.id: row for row in self.lines.rows(sorted({call.line for call in calls if call.line}))}
        rows = []
        for call in calls:
            person, line = people.get(call.staff or 0), lines.get(call.line or 0)
            name = person.name if person else (line.label or line.holder) if line else ""
            dept = person.dept if person else line.dept if line else ""
            rows.append({**_whose(call, name, dept), **_of_call(call), "entered_on": self._desk.clock.today()})
        if rows:
            sql = f"INSERT INTO longdistance ({', '.join(rows[0])}) VALUES ({', '.join('?' * len(rows[0]))})"  # noqa: S608  (our own columns)
            raw(self._desk.database).executemany(sql, [tuple(map(_kept, row.values())) for row in rows])
        ids = {call.id for call in calls}
        found = LongDistance.select(LongDistance.id, LongDistance.call_id).where(
            (LongDistance.month == month) & (LongDistance.source == "call")
        )
        self.index(one.id for one in found if one.call_id in ids)

    # writing

    def whose(self, entries: Iterable[LogEntry]) -> Whose:
        """Return the people and the sets of entries, asked for at once."""
        found = list(entries)
        people = self.staff.rows(sorted({one.staff for one in found if one.staff is not None}))
        lines = self.lines.rows(sorted({one.line for one in found if one.line is not None}))
        return Whose({row.id: row for row in people}, {row.id: row for row in lines})

    def columns_of(self, entry: LogEntry, whose: Whose | None = None) -> dict[str, Any]:
        """Return what is kept of an entry; name and department are those of today's staff list."""
        whose = whose or self.whose([entry])
        person, line = whose.people.get(entry.staff or 0), whose.lines.get(entry.line or 0)
        name = person.name if person else entry.user
        return {
            "month": month_of(entry.on_day),
            "on_day": entry.on_day,
            "staff_id": entry.staff,
            "user_name": name,
            "user_key": name_sort_key(name),
            "department_id": self.staff.department_of(entry.staff) if entry.staff is not None else None,
            "dept": person.dept if person else entry.dept or (line.dept if line else ""),
            "branch_id": line.branch_id if line else entry.branch,
            "line_id": entry.line,
            "phone": line.number if line else entry.phone,
            "extension": line.extension if line else "",
            "callee": entry.callee,
            "called": entry.called,
            "from_at": entry.from_at,
            "to_at": entry.to_at,
            "purpose": entry.purpose,
            "result": entry.result,
            "approver": entry.approver,
            "approval": entry.approval,
            "private": entry.private,
            "remark": entry.remark,
        }

    def entry(self, record: int) -> LogEntry:
        """Return an entry as it would be entered; of a call nobody logged what the bill knows."""
        found = LongDistance.get_by_id(record)
        own = {key: getattr(found, key) for key in LogEntry.__struct_fields__ if hasattr(found, key)}
        return LogEntry(**{**own, "staff": found.staff_id, "branch": found.branch_id, "line": found.line_id,
                           "user": found.user_name})  # fmt: skip

    def settle_in(self, work: UnitOfWork, month: str, knowing: Callable[[], Again]) -> int:
        """Say of a month's imported entries whose they are and of which set, where the desk knows by now; count them.

        A log may be imported before the people and the lines it names.
        """
        unsettled = [row for row in self.of_month(month) if row.source == "import" and None in (row.staff, row.line)]
        again = knowing() if unsettled else None
        told = 0
        for row in unsettled:
            entry = again(row, self.entry(row.id)) if again else None
            if entry is not None:
                sentence = QT_TRANSLATE_NOOP("desk", "使用人和电话按名册和线路补上")
                self.update_in(work, row.id, self.columns_of(entry), sentence)
                told += 1
        return told

    def create_in(
        self, work: UnitOfWork, values: Mapping[str, Any], sentence: str, *, indexed: bool = True, **said: Any
    ) -> int:
        """Enter an entry and journal it; its state follows from the check. Who enters many indexes them himself."""
        begun = {**values, "state": "open", "state_order": ORDER["open"], "entered_on": self._desk.clock.today()}
        record = int(LongDistance.insert(**_stored(begun)).execute())
        work.wrote("longdistance", record, sentence, after=values, undoable=True, **said)
        if indexed:
            self.index([record])
        work.changed("longdistance")
        return record

    def update_in(self, work: UnitOfWork, record: int, values: Mapping[str, Any], sentence: str) -> None:
        """Change an entry and journal what changed."""
        found = LongDistance.get_by_id(record)
        before: dict[str, Any] = {key: getattr(found, key) for key in values}
        LongDistance.update(**_stored(values)).where(LongDistance.id == record).execute()
        work.wrote("longdistance", record, sentence, before=before, after=values, undoable=True)
        self.index([record])
        work.changed("longdistance")

    def drop_in(self, work: UnitOfWork, record: int, sentence: str) -> None:
        """Delete an entry; it may be taken back today."""
        found = LongDistance.get_by_id(record)
        own: dict[str, Any] = {_COLUMN_OF.get(key, key): value for key, value in found.__data__.items() if key != "id"}
        LongDistance.delete().where(LongDistance.id == record).execute()
        self._desk.search.drop("longdistance", record)
        work.wrote("longdistance", record, sentence, before=own, undoable=True)
        work.changed("longdistance")

    def index(self, records: Iterable[int]) -> None:
        """Make entries findable by people, what was spoken of, and any number's beginning."""
        self._desk.search.put_many(
            "longdistance",
            (
                (
                    row.id,
                    [row.user, row.dept, row.callee, row.purpose, row.result],
                    search_words(row.user, [row.emp_no, row.approval], [row.called, row.phone, row.extension]),
                )
                for row in self.rows(list(records))
            ),
        )


CHECK = "longdistance_check"
"""Under which name the journal keeps the checks of a month; the record is the month as a number (202610)."""


def month_number(month: str) -> int:
    """Return a month as a number: 2026-10 → 202610."""
    return int(month.replace("-", ""))


_JUDGED = ("state", "detail", "call_id", "seconds", "fee_fen")
_COLUMN_OF = {field: column for column, field in _LINKS.items()}
Progress = Callable[[int, int], None]


def _stored(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return columns as the model names its fields."""
    return {_LINKS.get(key, key): value for key, value in values.items()}


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _judged(verdict: Verdict, call: CallFact | None) -> dict[str, Any]:
    return {
        "state": verdict.state,
        "state_order": ORDER[verdict.state],
        "detail": ",".join(verdict.details),
        "call_id": verdict.call,
        "seconds": call.seconds if call else None,
        "fee_fen": call.fee_fen if call else None,
    }


def _of_call(call: CallFact) -> dict[str, Any]:
    """Return what the bill says of a call nobody logged."""
    end = (call.started_at.hour * 60 + call.started_at.minute - (-call.seconds // 60)) % (24 * 60)
    return {
        "month": month_of(call.started_at.date()),
        "on_day": call.started_at.date(),
        "called": call.called,
        "from_at": f"{call.started_at:%H:%M}",
        "to_at": f"{end // 60:02d}:{end % 60:02d}",
        "state": "unlogged",
        "state_order": ORDER["unlogged"],
        "call_id": call.id,
        "seconds": call.seconds,
        "fee_fen": call.fee_fen,
        "source": "call",
    }


def _whose(call: CallFact, name: str, dept: str) -> dict[str, Any]:
    return {
        "staff_id": call.staff,
        "user_name": name,
        "user_key": name_sort_key(name),
        "department_id": call.department,
        "dept": dept,
        "branch_id": call.branch,
        "line_id": call.line,
        "phone": call.number,
        "extension": call.extension,
    }


def day_of_month(month: str, day: int) -> date:
    """Return a day of the month after one: the log of October is due on the 5th of November."""
    return date.fromisoformat(f"{month_after(month)}-{day:02d}")
