"""Calls: whose they are, which are private, and what they come to (002/6.五, 002/9.3, 002/15.一.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.entered import checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.calls.deeds import Assigning
from desk_mailadmin.registers.calls.listing import CallRow
from desk_mailadmin.registers.calls.model import Call
from desk_mailadmin.registers.calls.overviews import Overviews
from desk_mailadmin.registers.calls.rules import Place, is_open, span_of_month
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import MOST_COUNTED
from desk_mailadmin.store.work import UnitOfWork

_NOTE, _SHORT = QT_TRANSLATE_NOOP("desk", "备注"), 200


class PbxRecord(Struct, frozen=True):
    """What the exchange recorded of a call; length in seconds."""

    extension: str
    started_at: datetime
    answered_at: datetime | None
    seconds: int
    disposition: str


class CallsService(Assigning, Overviews):
    """Calls of all bills; ``panel`` composes what the side panel shows of one."""

    def __init__(
        self,
        desk: Desk,
        lines: LinesService,
        months: MonthsService,
        staff: StaffService,
        panel: Callable[[CallsService, int], Detail],
    ) -> None:
        super().__init__(desk, lines, months)
        self.staff = staff
        self._panel = panel
        self.more_facts: list[Callable[[CallRow], Sequence[Fact]]] = []
        """What registers above know of a call (its entry in the long-distance log), for the panel."""
        desk.after_undo("call", self._add_up_again)
        desk.changes.subscribe(self._follow)

    def mark_private(self, ids: Sequence[int], staff: int, note: str = "") -> None:
        """Say that calls were somebody's private ones (002/15.一.5); UserError in a month that is closed."""
        with self._desk.work("call.private", batch=len(ids) > 1) as work:
            self.mark_private_in(work, ids, staff, note)

    def mark_private_in(self, work: UnitOfWork, ids: Sequence[int], staff: int, note: str = "") -> None:
        """Mark private calls within a transaction that is already open."""
        after: dict[str, Any] = {"private_by": staff}
        if remark := checked_text(note, _NOTE, "note", _SHORT):
            after["remark"] = remark
        sentence = QT_TRANSLATE_NOOP("desk", "认定为{name}的私人电话")
        self._change_in(work, ids, lambda _row: after, sentence, name=self.staff.row(staff).name)

    def unmark_private(self, ids: Sequence[int]) -> None:
        """Take back that calls were private; UserError in a month that is closed."""
        with self._desk.work("call.business", batch=len(ids) > 1) as work:
            sentence = QT_TRANSLATE_NOOP("desk", "取消认定私人电话")
            self._change_in(work, ids, lambda _row: {"private_by": None}, sentence)

    def assign_by_hand(self, ids: Sequence[int], line: int | None, staff: int | None) -> None:
        """Give calls to a line, a person, or both; with neither they go back to what the lines say.

        A line alone gives the call to who had it on that day, a person alone to the person's department.
        Raises UserError in a month that is closed.
        """
        settled = sum(not is_open(row.how) and row.how != "hand" for row in self.rows(ids))
        if settled:
            raise UserError(QT_TRANSLATE_NOOP("desk", "有 {count} 通已经按线路认到人，不能再分配。"), count=settled)
        with self._desk.work("call.assign", batch=len(ids) > 1) as work:
            sentence = QT_TRANSLATE_NOOP("desk", "人工分配给{whom}")
            if line is None and staff is None:
                sentence = QT_TRANSLATE_NOOP("desk", "取消人工分配")
            self._change_in(work, ids, self._placing(line, staff), sentence, whom=self._whom(line, staff))

    def note(self, record: int, text: str) -> None:
        """Write a remark beside a call, or empty it."""
        remark = checked_text(text, _NOTE, "note", _SHORT)
        with self._desk.work("call.note") as work:
            self._change_in(work, [record], lambda _row: {"remark": remark}, QT_TRANSLATE_NOOP("desk", "改备注"))

    def record_of(self, record: int) -> PbxRecord | None:
        """Return what the exchange recorded of a call, None where nothing was found."""
        sql = "SELECT extension, started_at, answered_at, seconds, disposition FROM pbx_call WHERE call_id = ?"
        with self._desk.reading():
            row = execute(self._desk.database, sql, (record,)).fetchone()
        return PbxRecord(row[0], _moment(row[1]), row[2] and _moment(row[2]), *row[3:]) if row else None

    def others_with(self, record: int, around: int) -> tuple[Sequence[CallRow], int]:
        """Return the calls to the same number, so many before and after a call, and how many there are (to 1,000)."""
        row = self.row(record)
        at = row.started_at.isoformat(" ")
        before = "SELECT id FROM call WHERE called = ? AND started_at <= ? ORDER BY started_at DESC, id DESC LIMIT ?"
        after = "SELECT id FROM call WHERE called = ? AND started_at > ? ORDER BY started_at, id LIMIT ?"
        count = "SELECT count(*) FROM (SELECT 1 FROM call WHERE called = ? LIMIT ?)"
        database = self._desk.database
        with self._desk.reading():
            sides = ((before, around + 1), (after, around))
            found = [key for sql, most in sides for (key,) in execute(database, sql, (row.called, at, most))]
            many = execute(database, count, (row.called, MOST_COUNTED)).fetchone()[0]
        return sorted(self.rows(found), key=lambda each: (each.started_at, each.id)), int(many)

    def first_of(self, month: str, *, is_open: bool = False) -> int | None:
        """Return the first call of a month, or the first for which nobody was found; None where there is none."""
        which = "AND how IN ('', 'trunk')" if is_open else ""
        sql = f"SELECT id FROM call WHERE started_at >= ? AND started_at < ? {which} ORDER BY started_at, id LIMIT 1"  # noqa: S608  (ours)
        found: int | None = scalar(self._desk.database, sql, *span_of_month(month))
        return found

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a call."""
        return self._panel(self, record)

    def _change_in(
        self,
        work: UnitOfWork,
        ids: Sequence[int],
        after_of: Callable[[CallRow], Mapping[str, Any]],
        sentence: str,
        **values: object,
    ) -> None:
        rows, changed = self.rows(ids), []
        for month in sorted({row.month for row in rows}):
            self.months.check_open(month)
        for row in rows:
            after = dict(after_of(row))
            found = Call.get_by_id(row.id)
            before = {key: getattr(found, key) for key in after}
            if before == after:
                continue
            Call.update(after).where(Call.id == row.id).execute()
            work.wrote("call", row.id, sentence, before=before, after=after, undoable=True, **values)
            changed.append(row)
        self.add_up_calls_in(work, changed)

    def _placing(self, line: int | None, staff: int | None) -> Callable[[CallRow], Mapping[str, Any]]:
        book = self._book()
        held = [one for one in self.lines.assignments() if one.line == line]

        def after(row: CallRow) -> Mapping[str, Any]:
            day = row.started_at.date()
            if line is None and staff is None:
                return _values(book.of_number(row.number, day))
            whose = next((one for one in held if one.holds(day)), held[-1] if held else None)
            department = None if whose is None else whose.department
            branch = None if whose is None else whose.branch
            if staff is not None:
                department, branch = self.staff.department_of(staff), self.staff.branch_of(staff)
            person = staff if staff is not None else None if whose is None else whose.staff
            extension = "" if whose is None else whose.extension
            return _values(Place(line, extension or row.extension, person, department, branch, "hand"))

        return after

    def _whom(self, line: int | None, staff: int | None) -> str:
        names = [self.lines.rows([line])[0].title] if line is not None else []
        return " ".join([*names, *([self.staff.row(staff).name] if staff is not None else [])])

    def _follow(self, register: str) -> None:
        if register == "bills":
            self.settle()

    def _add_up_again(self, work: UnitOfWork, records: Sequence[int]) -> None:
        """Add up what an undo put back."""
        self.add_up_calls_in(work, self.rows(records))


def _values(place: Place) -> dict[str, Any]:
    return {
        "line_id": place.line,
        "extension": place.extension,
        "staff_id": place.staff,
        "department_id": place.department,
        "branch_id": place.branch,
        "how": place.how,
    }


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
