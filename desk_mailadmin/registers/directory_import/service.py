"""Taking a hand-kept directory over: compared first, written as one batch, undone as one (002/4.五.2)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.directory.entries import Difference, differences, flat
from desk_mailadmin.registers.directory.listing import DirectoryRow
from desk_mailadmin.registers.directory.rules import DirectoryEntry, Number, in_order
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.directory_import.model import DirectoryMapping
from desk_mailadmin.registers.directory_import.records import Comparer, Matched, Taken, differs
from desk_mailadmin.registers.directory_import.rules import Conflict, Kind, is_leader
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.rules import rights_up_to
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

if TYPE_CHECKING:
    from desk_mailadmin.intake.directories.result import ListedRow
    from desk_mailadmin.registers.directory_import.corrections import CorrectedReading

Progress = Callable[[int, int], None]
NO_DEPARTMENT = QT_TRANSLATE_NOOP("desk", "（没有部门）")
_NUMBER_FIELDS = ("extension", "direct", "short", "mobile", "fax")


class Taking(StrEnum):
    """What an import does with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ABSENT = "absent"  # listed on the desk, no longer in the file: out of the directory only if the clerk says so
    OUT = "out"  # left out: somebody who left, or as the clerk decided


class Comparison(Struct, frozen=True):
    """One row beside the desk, or (``row`` None) an entry of the desk that the file no longer lists.

    ``known`` is the entry that it changes, ``changes`` what; ``line_changes`` counts its lines that are new or change;
    ``held`` is the row without the extensions of which a row before it is the holder (two people at one telephone).
    """

    taking: Taking
    row: int | None
    name: str
    place: str
    person: int | None = None
    known: int | None = None
    listed: ListedRow | None = None
    changes: tuple[Difference, ...] = ()
    line_changes: int = 0
    held: ListedRow | None = None


class Outcome(Struct, frozen=True):
    """What an import wrote, and the batch by which it is undone.

    ``clashes`` are numbers that stayed with another line: two rows give them, or the desk has them elsewhere.
    """

    batch: int
    new: int
    changed: int
    removed: int
    lines: int
    lines_changed: int
    leaders: int
    clashes: int = 0


class DirectoryImportService:
    """Compares a hand-kept directory with people, lines and entries of the desk, and takes it over."""

    def __init__(
        self,
        desk: Desk,
        departments: DepartmentsService,
        staff: StaffService,
        lines: LinesService,
        directory: DirectoryService,
    ) -> None:
        self._desk, self._departments, self._staff = desk, departments, staff
        self._lines, self._directory = lines, directory

    def comparer(self) -> Comparer:
        """Return everybody and every line, as they are now."""
        return Comparer(self._staff, self._lines)

    def conflicts(self, corrected: CorrectedReading) -> list[Conflict]:
        """Return what the directory contradicts; nothing is written."""
        comparer = self.comparer()
        return comparer.conflicts(corrected, comparer.matched(corrected))

    def compare(self, corrected: CorrectedReading, also: Sequence[int] = ()) -> tuple[Comparison, ...]:
        """Return what the import would do with each row, then the entries that the file no longer lists.

        ``also`` are people whom no row lists and the clerk wants listed.
        """
        comparer = self.comparer()
        matched = comparer.matched(corrected)
        conflicts = comparer.conflicts(corrected, matched)
        without = {one.row for one in conflicts if one.kind is Kind.EXTENSION_TWICE}
        leaving = {one.row for one in conflicts if one.kind is Kind.LEAVER_LISTED and not _kept(corrected, one)}
        known = _Known(self._directory.listed())
        held: set[tuple[str, str]] = set()
        found = []
        for one in matched:
            taken_over = corrected.goes_in(one.row) and one.row not in leaving
            listed = replace(one.listed, extension=()) if one.row in without else one.listed
            branch = comparer.branch_of(listed)
            own = replace(listed, extension=tuple(x for x in listed.extension if (branch, x) not in held))
            held |= {(branch, x) for x in own.extension if taken_over}
            found.append(self._compared(comparer, replace(one, listed=listed), known, own, taken_over=taken_over))
        found += [self._added(comparer, known, person) for person in also]
        return (*found, *known.absent({one.known for one in found}))

    def _compared(
        self, comparer: Comparer, one: Matched, known: _Known, held: ListedRow, *, taken_over: bool
    ) -> Comparison:
        branch, dept = comparer.branch_of(one.listed), one.listed.dept or self._home(comparer, one.person)
        entry = known.entry_of(one.person, branch, dept, one.listed.name)
        place = f"{branch} / {dept}"
        made = Comparison(
            Taking.OUT, one.row, one.listed.name, place, one.person, entry.id if entry else None, one.listed, held=held
        )
        if not taken_over:
            return made
        lines = sum(differs(comparer, line, found) for line, found in self._lines_of(comparer, held, one.person))
        if entry is None:
            return replace(made, taking=Taking.NEW, line_changes=lines)
        changes = self._changes(entry, one.listed, branch, dept)
        taking = Taking.CHANGED if changes or lines else Taking.SAME
        return replace(made, taking=taking, changes=changes, line_changes=lines)

    def _added(self, comparer: Comparer, known: _Known, person: int) -> Comparison:
        """Return the comparison of somebody whom no row lists, with what the personnel register says."""
        from desk_mailadmin.intake.directories.result import ListedRow

        entry = comparer.people[person]
        extension = comparer.extensions().get(person, "")
        listed = ListedRow(
            "", 0, entry.branch, entry.dept, entry.name, extension=(extension,) if extension else (), rank=entry.rank
        )
        return self._compared(comparer, Matched(-1, listed, person), known, listed, taken_over=True)

    def _home(self, comparer: Comparer, person: int | None) -> str:
        return comparer.people[person].dept if person is not None else NO_DEPARTMENT

    def _changes(self, row: DirectoryRow, listed: ListedRow, branch: str, dept: str) -> tuple[Difference, ...]:
        """Return what a row changes of an entry, departments by their names."""
        old = self._directory.entry(row.id)
        new = self._entry(listed, old.department, row.staff, old)
        found = differences(flat(old), flat(new))
        if (row.branch, row.dept) != (branch, dept):
            found.insert(0, Difference("department", f"{row.branch} / {row.dept}", f"{branch} / {dept}"))
        return tuple(found)

    def take_over(
        self,
        file_name: str,
        comparisons: Sequence[Comparison],
        *,
        trunk: str = "",
        absent_leave: frozenset[int] = frozenset(),
        progress: Progress = lambda _done, _all: None,
    ) -> Outcome:
        """Write a comparison as one batch, in one transaction: departments, lines, entries; return what was written.

        ``absent_leave`` are the entries that the file no longer lists and that shall leave the directory. ``trunk`` is
        the switchboard's number that the file names.
        """
        due = [one for one in comparisons if one.taking in (Taking.NEW, Taking.CHANGED)]
        every = len(due) * 2
        with self._desk.work("directory.import", batch=True) as work:
            sentence = QT_TRANSLATE_NOOP("desk", "导入通讯录 {file}")
            batch = work.wrote("import", 0, sentence, undoable=True, file=file_name)
            places = {one.place: self._department_in(work, one.place) for one in due}
            written = self._write_lines(work, due, places, trunk, lambda done: progress(done, every))
            entries = [self._made(one, places[one.place]) for one in due]
            added = [entry for one, entry in zip(due, entries, strict=True) if one.known is None]
            edited = {one.known: e for one, e in zip(due, entries, strict=True) if one.known is not None}
            self._directory.import_all(work, added, edited, lambda done: progress(len(due) + done, every))
            for record in sorted(absent_leave):
                self._directory.remove_in(work, record, self._desk.clock.today())
        leaders = sum(entry.leader for entry in added)
        new, changed, clashes = written
        return Outcome(batch, len(added), len(edited), len(absent_leave), new, changed, leaders, clashes)

    def _department_in(self, work: UnitOfWork, place: str) -> int:
        branch, _slash, dept = place.partition(" / ")
        return self._departments.ensure_in(work, branch, dept)

    def _made(self, one: Comparison, department: int) -> DirectoryEntry:
        assert one.listed is not None, "only rows are written"
        old = self._directory.entry(one.known) if one.known is not None else None
        return self._entry(one.listed, department, one.person, old)

    def _entry(
        self, listed: ListedRow, department: int, person: int | None, old: DirectoryEntry | None
    ) -> DirectoryEntry:
        """Return the entry of a row; what the personnel register says already stays there, and follows it."""
        known = self._staff.row(person) if person is not None else None
        numbers = [Number(kind, one) for kind in _NUMBER_FIELDS for one in getattr(listed, kind)]
        own = [one for one in numbers if known is None or one.number != known.mobile]
        made = DirectoryEntry(
            department,
            person,
            title="" if person is not None else listed.name,
            numbers=in_order(own),
            post="" if known and listed.post == known.post else listed.post,
            email="" if known and listed.email == known.email else listed.email,
            room=listed.room,
            remark=listed.remark,
            leader=is_leader(listed.rank, listed.post),
        )
        return made if old is None else _over(old, made, listed)

    # lines

    def _write_lines(
        self,
        work: UnitOfWork,
        due: Sequence[Comparison],
        places: Mapping[str, int],
        trunk: str,
        told: Callable[[int], None],
    ) -> tuple[int, int, int]:
        """Write the lines of these rows; return how many are new, how many changed, and how many numbers clashed."""
        comparer, today = self.comparer(), self._desk.clock.today()
        new: list[LineEntry] = self._trunk(comparer, trunk)
        taken = Taken(comparer.lines)
        changed = 0
        for done, one in enumerate(due, 1):
            assert one.held is not None, "only rows are written"
            for line, known in self._lines_of(comparer, one.held, one.person):
                placed = self._placed(line, places[one.place])
                if known is not None and not differs(comparer, line, known):
                    continue
                free = taken.freed(placed, known)
                if known is None and (free.number or free.extension):
                    new.append(free)
                elif known is not None:
                    changed += 1
                    self._change_line(known, free, today)
            told(done)
        self._lines.add_all(work, new)
        return len(new), changed, taken.clashes

    def _trunk(self, comparer: Comparer, trunk: str) -> list[LineEntry]:
        if not trunk or any(line.number == trunk for line in comparer.lines):
            return []
        branch = self._departments.branches()[0][0]
        return [LineEntry(branch=branch, number=trunk, kind="trunk", label="总机")]

    def _lines_of(
        self, comparer: Comparer, listed: ListedRow, person: int | None
    ) -> list[tuple[LineEntry, int | None]]:
        """Return the lines that a row speaks of, each with the id of the desk's where it is known already."""
        pairs = [*zip(listed.extension, listed.direct, strict=False)]
        pairs += [(extension, "") for extension in listed.extension[len(pairs) :]]
        pairs += [("", direct) for direct in listed.direct[len(pairs) :]]
        branch = comparer.branch_of(listed)
        made = []
        for place, (extension, direct) in enumerate(pairs):
            entry = LineEntry(
                branch=0,
                number=direct,
                extension=extension,
                short_number=listed.short[0] if listed.short and not place else "",
                label="" if person is not None else listed.name,
                staff=person,
                rank="" if listed.shared else listed.rank,
                rights=rights_up_to(listed.right),
                place=listed.room,
                quota_fen=listed.quota_fen if not place else None,
                quota_per=listed.quota_per,
            )
            made.append((entry, comparer.line_of(branch, extension, direct)))
        return made

    def _placed(self, entry: LineEntry, department: int) -> LineEntry:
        return replace(entry, branch=self._departments.branch_of(department), department=department)

    def _change_line(self, record: int, entry: LineEntry, today: date) -> None:
        """Change a line as the directory says; what it does not say stays."""
        old = self._lines.entry(record)
        said = {key: getattr(entry, key) for key in _LINE_FIELDS if getattr(entry, key)}
        new = replace(old, department=entry.department, **said)
        handed_on = (old.staff, old.department) != (new.staff, new.department)
        self._lines.edit(record, new, today if handed_on else None)

    # mappings

    def remembered_mapping(self, headings: Sequence[str]) -> Mapping[str, str] | None:
        """Return the column mapping last used for a directory with these headings, or None."""
        found = DirectoryMapping.get_or_none(DirectoryMapping.headings == _key(headings))
        return dict(json.loads(found.mapping)) if found else None

    def remember_mapping(self, headings: Sequence[str], mapping: Mapping[str, str], on: date) -> None:
        """Keep the column mapping for the next directory with these headings."""
        values: dict[str, Any] = {"mapping": json.dumps(dict(mapping), ensure_ascii=False), "used_on": on}
        with self._desk.work("directory.mapping") as work:
            DirectoryMapping.insert(headings=_key(headings), **values).on_conflict(
                conflict_target=[DirectoryMapping.headings], update=values
            ).execute()
            work.wrote("directory_mapping", 0, QT_TRANSLATE_NOOP("desk", "记住通讯录的列对应"))


_LINE_FIELDS = ("number", "extension", "short_number", "label", "staff", "rank", "rights", "place", "quota_fen")


class _Known:
    """The entries of the desk, to find the one that a row means."""

    def __init__(self, rows: Sequence[DirectoryRow]) -> None:
        self._rows = rows
        self._by_person = {row.staff: row for row in rows if row.staff is not None}
        self._by_name = {(row.branch, row.dept, row.name): row for row in rows if row.staff is None}

    def entry_of(self, person: int | None, branch: str, dept: str, name: str) -> DirectoryRow | None:
        """Return the entry of a person, or of a name in a department."""
        if person is not None and person in self._by_person:
            return self._by_person[person]
        return None if person is not None else self._by_name.get((branch, dept, name))

    def absent(self, seen: set[int | None]) -> list[Comparison]:
        """Return the entries that no row means."""
        return [
            Comparison(Taking.ABSENT, None, row.shown_name, f"{row.branch} / {row.dept}", row.staff, row.id)
            for row in self._rows
            if row.id not in seen
        ]


def _kept(corrected: CorrectedReading, conflict: Conflict) -> bool:
    return conflict.row is not None and corrected.is_in(conflict.row)


def _over(old: DirectoryEntry, new: DirectoryEntry, listed: ListedRow) -> DirectoryEntry:
    """Return an entry with what the newer directory says; what it leaves empty stays."""
    entry = replace(
        old,
        department=new.department,
        post=new.post if listed.post else old.post,
        email=new.email if listed.email else old.email,
        room=new.room or old.room,
        remark=new.remark or old.remark,
        leader=old.leader or new.leader,
    )
    for kind in _NUMBER_FIELDS:
        if getattr(listed, kind):
            entry = entry.with_numbers(kind, new.of_kind(kind))
    return entry


def _key(headings: Sequence[str]) -> str:
    return json.dumps(list(headings), ensure_ascii=False)
