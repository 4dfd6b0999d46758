"""Taking a roster over: compared first, written as one batch, undone as one."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.roster.model import RosterMapping
from desk_mailadmin.registers.roster.rules import KnownPerson, Move, Movement, compare_roster
from desk_mailadmin.registers.staff.rules import StaffEntry
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

if TYPE_CHECKING:
    from desk_mailadmin.intake.roster.result import RosterReading, RosterRow
    from desk_mailadmin.registers.roster.corrections import CorrectedReading

Progress = Callable[[int, int], None]
NO_DEPARTMENT = "（未写部门）"
"""The department of people whose roster names none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import wrote: how many of each, and the batch by which it is undone."""

    batch: int
    joined: int
    changed: int
    left: int
    skipped: int


class RosterService:
    """Compares a roster with the desk and takes it over (M15-5)."""

    def __init__(self, desk: Desk, staff: StaffService) -> None:
        self._desk = desk
        self._staff = staff

    def entries_of(self, reading: RosterReading | CorrectedReading) -> tuple[StaffEntry, ...]:
        """Return the people of a roster; somebody listed twice comes once.

        A person whose number is missing, or is another's, is still a person: they come without one, and stand under
        没有工号 until somebody decides.
        """
        from desk_mailadmin.registers.roster.corrections import CorrectedReading

        headquarters = self._staff.headquarters_name()
        corrected = (
            reading if isinstance(reading, CorrectedReading) else CorrectedReading(reading, self._desk.clock.today())
        )
        return tuple(_entry(row, headquarters) for row in corrected.ready())

    def compare(self, entries: Sequence[StaffEntry]) -> tuple[Movement, ...]:
        """Return joiners, movers, leavers and the rest; nothing is written."""
        known = [KnownPerson(record, entry) for record, entry in self._staff.everybody().items()]
        return compare_roster(known, entries)

    def take_over(
        self,
        file_name: str,
        movements: Sequence[Movement],
        *,
        absent_leave: Collection[int] = (),
        progress: Progress = lambda _done, _all: None,
    ) -> Outcome:
        """Write a comparison as one batch and return what was written.

        ``absent_leave`` names the known people who are no longer listed and shall be recorded as left today; unclear
        rows are skipped. One transaction: a fault leaves the desk as it was.
        """
        due = [m for m in movements if self._is_written(m, absent_leave)]
        with self._desk.work("staff.import", batch=True) as work:
            batch = work.wrote(
                "import", 0, QT_TRANSLATE_NOOP("desk", "导入花名册 {file}"), undoable=True, file=file_name
            )
            known = [movement for movement in due if movement.known is not None]
            for done, movement in enumerate(known, 1):
                self._change(work, movement, movement.known or 0)
                progress(done, len(due))
            new = [movement.entry for movement in due if movement.known is None]
            self._staff.add_all(work, new, lambda done: progress(len(known) + done, len(due)))
        return _outcome(batch, due, len([m for m in movements if m.move is Move.UNCLEAR]))

    def remembered_mapping(self, headings: Sequence[str]) -> Mapping[str, str] | None:
        """Return the column mapping last used for a roster with these headings, or None.

        One with some headings more or fewer will do: the leavers' sheet of an office comes and goes.
        """
        found = RosterMapping.get_or_none(RosterMapping.headings == _key(headings))
        return dict(json.loads(found.mapping)) if found else self._alike(frozenset(headings))

    def _alike(self, headings: frozenset[str]) -> Mapping[str, str] | None:
        for known in RosterMapping.select().order_by(RosterMapping.used_on.desc()):
            mapping: dict[str, str] = json.loads(known.mapping)
            if headings <= mapping.keys() or headings >= mapping.keys():
                return mapping
        return None

    def remember_mapping(self, headings: Sequence[str], mapping: Mapping[str, str], on: date) -> None:
        """Keep the column mapping for the next roster with these headings."""
        values = {"mapping": json.dumps(dict(mapping), ensure_ascii=False), "used_on": on}
        with self._desk.work("staff.mapping") as work:
            RosterMapping.insert(headings=_key(headings), **values).on_conflict(
                conflict_target=[RosterMapping.headings], update=values
            ).execute()
            work.wrote("roster_mapping", 0, QT_TRANSLATE_NOOP("desk", "记住花名册的列对应"))

    def _is_written(self, movement: Movement, absent_leave: Collection[int]) -> bool:
        if movement.move is Move.ABSENT:
            return movement.known in absent_leave
        if movement.move is Move.LEFT and movement.known is None:
            return True
        return movement.move in (Move.JOINED, Move.CHANGED, Move.LEFT)

    def _change(self, work: UnitOfWork, movement: Movement, record: int) -> None:
        known = self._staff.entry(record)
        if movement.move is Move.ABSENT:
            self._staff.edit_in(work, record, replace(known, state="left", left_on=self._desk.clock.today()))
        else:
            self._staff.edit_in(work, record, merged(known, movement))


def _entry(row: RosterRow, headquarters: str) -> StaffEntry:
    return StaffEntry(
        name=row.name,
        dept=row.dept or NO_DEPARTMENT,
        branch=row.branch or headquarters,
        emp_no=row.emp_no,
        post=row.post,
        rank=row.rank,
        gender=row.gender,
        mobile=row.mobile,
        extension=row.extension,
        email=row.email,
        hired_on=row.hired_on,
        left_on=row.left_on,
        state="left" if row.left else "active",
        remark=row.remark,
    )


def merged(known: StaffEntry, movement: Movement) -> StaffEntry:
    """Return the known person with what the roster changes; what it leaves empty stays.

    Who is back in office has left no longer; a day of leaving before the hiring is not taken over, the leaving is.
    """
    changed = replace(known, **{key: new for key, (_old, new) in movement.changes.items()})  # type: ignore[arg-type]  # the fields' own values
    early = changed.left_on and changed.hired_on and changed.left_on < changed.hired_on
    return replace(changed, left_on=None) if changed.state == "active" or early else changed


def _outcome(batch: int, written: Sequence[Movement], unclear: int) -> Outcome:
    def count(*moves: Move) -> int:
        return sum(m.move in moves for m in written)

    return Outcome(batch, count(Move.JOINED), count(Move.CHANGED), count(Move.LEFT, Move.ABSENT), unclear)


def _key(headings: Sequence[str]) -> str:
    return json.dumps(list(headings), ensure_ascii=False)
