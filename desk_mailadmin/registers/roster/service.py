"""Taking a roster over: compared first, written as one batch, undone as one."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.roster.model import RosterMapping
from desk_mailadmin.registers.roster.rules import KnownPerson, Move, Movement, compare_roster
from desk_mailadmin.registers.staff.rules import StaffEntry, check_dates
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk

if TYPE_CHECKING:
    from desk_mailadmin.intake.roster.result import RosterReading, RosterRow
    from desk_mailadmin.registers.roster.corrections import CorrectedReading

Progress = Callable[[int, int], None]
NO_DEPARTMENT = "（未写部门）"
"""The department of people whose roster names none."""


class Outcome(Struct, frozen=True):
    """What an import wrote: how many of each, and the batch by which it is undone."""

    batch: int
    joined: int
    changed: int
    left: int
    skipped: int
    refused: Sequence[Refused] = ()


class Refused(Struct, frozen=True):
    """Somebody whose days cannot stand (a clock set back, most likely); ``sentence`` says who, why and what to do.

    ``source`` is the place among the entries compared, None for somebody the roster does not list.
    """

    source: int | None
    template: str
    values: Mapping[str, object]

    @property
    def sentence(self) -> str:
        """Return the sentence in the source language."""
        return self.template.format_map(self.values)


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
        headquarters = self._staff.headquarters_name()
        return tuple(_entry(row, headquarters) for row in self.rows_of(reading))

    def rows_of(self, reading: RosterReading | CorrectedReading) -> Sequence[RosterRow]:
        """Return the rows that ``entries_of`` made people of, in the same order."""
        from desk_mailadmin.registers.roster.corrections import CorrectedReading

        corrected = (
            reading if isinstance(reading, CorrectedReading) else CorrectedReading(reading, self._desk.clock.today())
        )
        return corrected.ready()

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
        rows and people whose days cannot stand are skipped. One transaction: any other fault leaves the desk as it was.
        """
        fit, refused = self._parted(movements, absent_leave)
        due = [movement for movement, _entry in fit]
        with self._desk.work("staff.import", batch=True) as work:
            batch = work.wrote(
                "import", 0, QT_TRANSLATE_NOOP("desk", "导入花名册 {file}"), undoable=True, file=file_name
            )
            known = [(movement.known, entry) for movement, entry in fit if movement.known is not None]
            for done, (record, entry) in enumerate(known, 1):
                self._staff.edit_in(work, record, entry)
                progress(done, len(due))
            new = [entry for movement, entry in fit if movement.known is None]
            self._staff.add_all(work, new, lambda done: progress(len(known) + done, len(due)))
        return replace(_outcome(batch, due, len([m for m in movements if m.move is Move.UNCLEAR])), refused=refused)

    def refused(self, movements: Sequence[Movement], *, absent_leave: Collection[int] = ()) -> Sequence[Refused]:
        """Return whom ``take_over`` would leave out because their days cannot stand; nothing is written."""
        return self._parted(movements, absent_leave)[1]

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

    def _parted(
        self, movements: Sequence[Movement], absent_leave: Collection[int]
    ) -> tuple[Sequence[tuple[Movement, StaffEntry]], Sequence[Refused]]:
        """Return what is to be written, with whom each person becomes, and who is refused."""
        today, fit, refused = self._desk.clock.today(), [], []
        for movement in movements:
            if not self._is_written(movement, absent_leave):
                continue
            entry = self._becomes(movement)
            try:
                check_dates(entry, today)
            except UserError as error:
                refused.append(_refused(movement, entry, error, today))
            else:
                fit.append((movement, entry))
        return fit, refused

    def _becomes(self, movement: Movement) -> StaffEntry:
        if movement.known is None:
            return movement.entry
        known = self._staff.entry(movement.known)
        if movement.move is Move.ABSENT:
            return replace(known, state="left", left_on=self._desk.clock.today())
        return merged(known, movement)


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
    changed = replace(known, **{key: new for key, (_old, new) in movement.changes.items()})
    early = changed.left_on and changed.hired_on and changed.left_on < changed.hired_on
    return replace(changed, left_on=None) if changed.state == "active" or early else changed


def _refused(movement: Movement, entry: StaffEntry, error: UserError, today: date) -> Refused:
    who = f"{entry.name}（{entry.emp_no}）" if entry.emp_no else entry.name
    template = QT_TRANSLATE_NOOP(
        "desk", "{who}没有导入：{why}先看电脑的日期 {today} 对不对，再核对入职日期 {hired}，改好后再导入一次就补上。"
    )
    return Refused(movement.source, template, {"who": who, "why": str(error), "today": today, "hired": entry.hired_on})


def _outcome(batch: int, written: Sequence[Movement], unclear: int) -> Outcome:
    def count(*moves: Move) -> int:
        return sum(m.move in moves for m in written)

    return Outcome(batch, count(Move.JOINED), count(Move.CHANGED), count(Move.LEFT, Move.ABSENT), unclear)


def _key(headings: Sequence[str]) -> str:
    return json.dumps(list(headings), ensure_ascii=False)
