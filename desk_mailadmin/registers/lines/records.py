"""Reading lines for others: whose one was when, what it might do, what it may cost; and writing one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.language.numbers import area_of
from desk_mailadmin.registers.lines.listing import LineRow, LinesListing
from desk_mailadmin.registers.lines.model import Line, LineNote, LineRight
from desk_mailadmin.registers.lines.rules import (
    RANK_QUOTAS,
    REMIND_DAYS,
    Quota,
    Right,
    holding,
    quota_fen,
    rank_quotas,
)
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.store.database import execute

_ASSIGNMENTS = """
    SELECT line_id, branch_id, number, extension, staff_id, department_id, label, from_on, until_on
    FROM line_assignment
"""


class Assignment(Struct, frozen=True):
    """Whose a line was and under which number; both days inclusive, ``until_on`` None for the one that holds now."""

    line: int
    branch: int
    number: str
    extension: str
    staff: int | None
    department: int | None
    label: str
    from_on: date
    until_on: date | None

    def holds(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return self.from_on <= day <= (self.until_on or day)


class LinesRecords(LinesListing):
    """Lines as other registers ask for them."""

    def assignments(self) -> tuple[Assignment, ...]:
        """Return whose every line was at every time, line by line, the earliest first: for matching in memory."""
        return self._assignments("ORDER BY line_id, from_on")

    def assignments_of(self, line: int) -> tuple[Assignment, ...]:
        """Return whose a line was at every time, the earliest first."""
        return self._assignments("WHERE line_id = ? ORDER BY from_on", line)

    def at(self, number: str = "", extension: str = "", branch: int | None = None, *, on: date) -> Assignment | None:
        """Return whose a number (canonical), or an extension of a branch, was on a day; None where nobody knows.

        Where a number was given on, the one that took it last counts; a removed line's days end with its removal.
        """
        if number:
            found = self._assignments("WHERE number = ? ORDER BY from_on DESC, id DESC", number)
        else:
            sql = "WHERE extension = ? AND extension <> '' ORDER BY from_on DESC, id DESC"
            found = self._assignments(sql, extension)
        return next((one for one in found if one.holds(on) and branch in (None, one.branch)), None)

    def rights_on(self, line: int, day: date) -> frozenset[str]:
        """Return the keys of the rights a line had on a day."""
        return holding(self.rights_of([line]).get(line, ()), day)

    def trunks(self) -> tuple[str, ...]:
        """Return the canonical numbers of the trunks, removed ones too: their old bills may still come."""
        return tuple(one.number for one in Line.select().where(Line.kind == "trunk").order_by(Line.number))

    def area_code(self, branch: int) -> str:
        """Return the area code of a branch's numbers, as most of its lines have it; nothing where it has none yet."""
        found = Counter(area_of(one.number) for one in Line.select(Line.number).where(Line.branch == branch))
        known = [(count, area) for area, count in found.items() if area]
        return max(known)[1] if known else ""

    def extension_line(self, branch: int | None, text: str) -> int | None:
        """Return the line, not removed, of an extension or a canonical number; of any branch where none is named."""
        mine = (Line.extension == text) | (Line.number == text)
        found = list(Line.select().where(mine & (Line.state != "removed"))) if text else []
        fitting = [one for one in found if branch in (None, one.branch_id)] or found
        return int(fitting[0].id) if len(fitting) == 1 else None

    def known_any(self) -> bool:
        """Say whether the desk keeps lines at all."""
        return bool(Line.select().where(Line.state != "removed").exists())

    def of_person(self, staff: int) -> Sequence[LineRow]:
        """Return the lines a person is responsible for, removed ones left out."""
        found = Line.select(Line.id).where((Line.staff == staff) & (Line.state != "removed")).order_by(Line.extension)
        return self.rows([line.id for line in found])

    def stopped_by(self, record: int) -> tuple[str, str]:
        """Return why a line was stopped and the number of the paper that ordered it; empty texts for none."""
        line: Line = Line.get_by_id(record)
        return line.stop_reason, line.stop_paper

    def notes(self, record: int) -> Sequence[LineNote]:
        """Return the notes of a line, the newest first."""
        found: Sequence[LineNote] = list(
            LineNote.select().where(LineNote.line == record).order_by(LineNote.on_day.desc(), LineNote.id.desc())
        )
        return found

    def names_of(self, assignments: Sequence[Assignment]) -> list[str]:
        """Return in words whose a line was in each of these: the person, the shared set or the department."""
        people = {one.id: one.name for one in Staff.select().where(Staff.id.in_([a.staff for a in assignments]))}
        departments = dict(self._departments.names())
        whose = (people.get(one.staff or 0) or one.label or "部门负责人" for one in assignments)
        places = (departments.get(one.department or 0, "") for one in assignments)
        return [f"{name}　{place}".strip() for name, place in zip(whose, places, strict=True)]

    def remind_from(self, today: date) -> date:
        """Return the day up to which an end is near (REMIND_DAYS)."""
        return today + timedelta(days=self._desk.settings.value(REMIND_DAYS))

    def to_reopen(self, until: date) -> Sequence[LineRow]:
        """Return the stopped lines to be opened again by a day, or whose number is kept no longer; nobody else's.

        What a penalty or an application stopped stands in 今日 by that paper.
        """
        due = (Line.reopen_on <= until) | (Line.keep_until <= until)
        found = Line.select(Line.id).where((Line.state == "stopped") & (Line.stop_paper == "") & due)
        return self.rows([line.id for line in found.order_by(Line.reopen_on, Line.id)])

    def rights_ending(self, first: date, last: date) -> Sequence[tuple[LineRow, Right]]:
        """Return the rights that end between two days and were given by no application, the earliest first."""
        ends = (LineRight.until_on >= first) & (LineRight.until_on <= last)
        given = (LineRight.application == "") & (LineRight.ended_by == "") & LineRight.until_before.is_null()
        found = list(LineRight.select().where(ends & given).order_by(LineRight.until_on, LineRight.id))
        rows = {row.id: row for row in self.rows([one.line_id for one in found])}
        return [
            (rows[one.line_id], Right(one.right_key, one.from_on, one.until_on))
            for one in found
            if rows[one.line_id].state != "removed"
        ]

    def contracts_ending(self, until: date) -> Sequence[LineRow]:
        """Return the lines whose contract ends by a day, the earliest first."""
        found = Line.select(Line.id).where((Line.contract_until <= until) & (Line.state != "removed"))
        return self.rows([line.id for line in found.order_by(Line.contract_until, Line.id)])

    def of_leavers(self) -> Sequence[LineRow]:
        """Return the lines that are still in the name of somebody who left."""
        found = Line.select(Line.id).join(Staff).where((Staff.state == "left") & (Line.state != "removed"))
        return self.rows([line.id for line in found.order_by(Line.id)])

    def concerned(self) -> Sequence[LineRow]:
        """Return the lines that something speaks against (M1-2)."""
        if not self.policy().checks_anything:
            return ()
        found = Line.select(Line.id).where(Line.state != "removed").order_by(Line.extension)
        return [row for row in self.rows([line.id for line in found]) if row.concerns]

    def quotas(self, month: str) -> Mapping[int, Quota]:
        """Return what every line may cost (``2026-10``): a monthly figure or, where ``per`` says so, a yearly one."""
        of_rank = rank_quotas(self._desk.settings.value(RANK_QUOTAS, _last_day(month)))
        people = self._people(month)
        ids = [line.id for line in Line.select(Line.id).order_by(Line.id)]
        return {row.id: _quota(row, people.get(row.department_id or 0, 0), of_rank) for row in self.rows(ids)}

    def quota_for(self, line: int, month: str) -> int | None:
        """Return what a line may cost in a month, in fen; None where nothing is set for a month."""
        quota = self.quotas(month)[line]
        return quota.fen if quota.per == "month" else None

    def _people(self, month: str) -> dict[int, int]:
        """Return how many people each department had in a month: hired by its end, not left before it began."""
        sql = """
            SELECT department_id, count(*) FROM staff
            WHERE coalesce(hired_on, '') <= ? AND (state = 'active' OR left_on >= ?) GROUP BY department_id
        """
        with self._desk.reading():
            return dict(execute(self._desk.database, sql, (f"{month}-31", f"{month}-01")).fetchall())

    def _assignments(self, which: str, *values: object) -> tuple[Assignment, ...]:
        with self._desk.reading():
            found = execute(self._desk.database, f"{_ASSIGNMENTS} {which}", values).fetchall()
        return tuple(Assignment(*row[:7], *map(_day, row[7:])) for row in found)


def _last_day(month: str) -> date:
    return date.fromisoformat(f"{month_after(month)}-01") - timedelta(days=1)


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _quota(row: LineRow, people: int, of_rank: Mapping[str, int]) -> Quota:
    fen = quota_fen(row.quota_by, row.quota_fen, people, of_rank, row.rank)
    return Quota(fen, row.quota_per, row.tolerance_fen, row.carry_over, row.payer)
