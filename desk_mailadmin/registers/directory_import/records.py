"""A directory beside the desk: who each row means, what contradicts what, nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.directory_import.rules import Claim, Conflict, Kind, claimed_twice
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.roster.rules import KnownPerson, Move, Movement, compare_roster
from desk_mailadmin.registers.staff.rules import StaffEntry
from desk_mailadmin.registers.staff.service import StaffService

if TYPE_CHECKING:
    from desk_mailadmin.intake.directories.result import ListedRow
    from desk_mailadmin.registers.directory_import.corrections import CorrectedReading

Key = TypeVar("Key")
_HEADQUARTERS = frozenset({"", "总部", "本部", "公司总部", "集团总部", "总公司"})
"""What a directory calls headquarters, whatever the desk does."""


class Matched(Struct, frozen=True):
    """A row with the person it means: None for a shared set, for somebody unknown, or where several may be meant."""

    row: int
    listed: ListedRow
    person: int | None
    candidates: tuple[int, ...] = ()


class Comparer:
    """Everybody the desk knows and every line, held while a directory is checked."""

    def __init__(self, staff: StaffService, lines: LinesService) -> None:
        self._staff = staff
        self.people: Mapping[int, StaffEntry] = staff.everybody()
        self.headquarters = staff.headquarters_name()
        rows = lines.rows(lines.keys(Query(segment="all")))
        self.lines: Sequence[LineRow] = [row for row in rows if row.state != "removed"]
        self._by_id = {row.id: row for row in self.lines}
        self._by_extension = {(row.branch, row.extension): row.id for row in self.lines if row.extension}
        self._by_number = {row.number: row.id for row in self.lines if row.number}

    def line(self, record: int) -> LineRow:
        """Return a line that is not removed."""
        return self._by_id[record]

    def line_of(self, branch: str, extension: str, number: str) -> int | None:
        """Return the line of an extension of a branch, else that of a number; None where the desk has neither."""
        found = self._by_extension.get((branch, extension)) if extension else None
        return found or (self._by_number.get(number) if number else None)

    def matched(self, corrected: CorrectedReading) -> list[Matched]:
        """Return every row of a person or shared set, with whom it means (by number, mobile, department, name)."""
        places = [place for place in range(len(corrected.reading.rows)) if corrected.row(place).name]
        rows = {place: corrected.row(place) for place in places}
        asked = [place for place in places if not rows[place].shared and corrected.reading.rows[place].same_as is None]
        known = [KnownPerson(record, entry) for record, entry in self.people.items()]
        moves = compare_roster(known, [self._entry(rows[place]) for place in asked]) if known else ()
        of_row = dict(zip(asked, moves, strict=False))
        return [self._matched(place, rows[place], of_row.get(place)) for place in places]

    @staticmethod
    def _matched(place: int, listed: ListedRow, move: Movement | None) -> Matched:
        if move is None:
            return Matched(place, listed, None)
        unclear = move.candidates if move.move is Move.UNCLEAR else ()
        return Matched(place, listed, move.known, unclear)

    def branch_of(self, row: ListedRow) -> str:
        """Return the branch of a row by the desk's name for it."""
        return self.headquarters if row.branch in _HEADQUARTERS else row.branch

    def _entry(self, row: ListedRow) -> StaffEntry:
        mobile = row.mobile[0] if row.mobile else ""
        return StaffEntry(row.name, row.dept, self.branch_of(row), row.emp_no, mobile=mobile)

    # what is contradicted

    def conflicts(self, corrected: CorrectedReading, matched: Sequence[Matched]) -> list[Conflict]:
        """Return what the directory contradicts, row by row, then the people with a line whom no row lists."""
        found = [*self._of_people(matched), *self._twice(corrected, matched)]
        found.sort(key=lambda one: -1 if one.row is None else one.row)
        return [*found, *self._not_listed(matched)]

    def _of_people(self, matched: Sequence[Matched]) -> list[Conflict]:
        if not self.people:
            return []
        return [conflict for one in matched if not one.listed.shared for conflict in self._of_person(one)]

    def _of_person(self, one: Matched) -> list[Conflict]:
        if one.candidates:
            people = "、".join(self.called(person) for person in one.candidates)
            return [_conflict(one, Kind.UNCLEAR, "emp_no", None, people=people)]
        if one.person is None:
            return [_conflict(one, Kind.UNKNOWN, "emp_no", None)]
        known = self.people[one.person]
        if known.state == "left":
            return [_conflict(one, Kind.LEAVER_LISTED, "listed", "否", on=known.left_on or "日期不详")]
        found = []
        if self._moved(one.listed, known):
            place, listed = f"{known.branch} / {known.dept}", f"{self.branch_of(one.listed)} / {one.listed.dept}"
            found.append(_conflict(one, Kind.OLD_DEPARTMENT, "dept", place, place=place, listed=listed))
        if known.mobile and one.listed.mobile and known.mobile not in one.listed.mobile:
            listed = "、".join(one.listed.mobile)
            told = _conflict(one, Kind.MOBILE_DIFFERS, "mobile", known.mobile, mobile=known.mobile, listed=listed)
            found.append(told)
        return found

    def _moved(self, row: ListedRow, known: StaffEntry) -> bool:
        elsewhere = bool(row.branch) and self.branch_of(row) != known.branch
        return bool(row.dept) and (row.dept != known.dept or elsewhere)

    def _twice(self, corrected: CorrectedReading, matched: Sequence[Matched]) -> list[Conflict]:
        rows = {one.row: one for one in matched if not self._is_left_out(corrected, one)}
        claims = [
            Claim(place, self.branch_of(one.listed), extension, one.listed.strength)
            for place, one in rows.items()
            for extension in one.listed.extension
        ]
        found = []
        for place, owner in claimed_twice(claims).items():
            mine, other = rows[place], rows[owner.row]
            if mine.listed.place == other.listed.place:  # two people in one line of the file share their telephone
                continue
            values = {"extension": owner.extension, "at": other.listed.row, "holder": other.listed.name}
            told = _conflict(mine, Kind.EXTENSION_TWICE, "extension", "", **values)
            found.append(replace(told, other=other.person))
        return found

    def _is_left_out(self, corrected: CorrectedReading, one: Matched) -> bool:
        left = one.person is not None and self.people[one.person].state == "left"
        return corrected.is_out(one.row) or (left and not corrected.is_in(one.row))

    def _not_listed(self, matched: Sequence[Matched]) -> list[Conflict]:
        listed = {one.person for one in matched} | {person for one in matched for person in one.candidates}
        found = []
        for person, extension in self.extensions().items():
            if person not in listed:
                entry = self.people[person]
                values = {"name": entry.name, "extension": extension}
                found.append(Conflict(Kind.NOT_LISTED, None, person, "listed", values, "是"))
        return found

    def extensions(self) -> Mapping[int, str]:
        """Return the extension of everybody in office who has one, by the lines or by the personnel register."""
        found = {record: entry.extension for record, entry in self.people.items() if entry.extension}
        found |= {row.staff: row.extension for row in self.lines if row.staff is not None and row.extension}
        return {person: number for person, number in found.items() if self.people[person].state == "active"}

    def called(self, person: int) -> str:
        """Return how people tell somebody from a namesake: 李娜（QY0411，人力资源部）."""
        entry = self.people[person]
        return f"{entry.name}（{'，'.join(filter(None, (entry.emp_no, entry.dept)))}）"


def _conflict(one: Matched, kind: Kind, column: str, repair: str | None, **values: object) -> Conflict:
    return Conflict(kind, one.row, one.person, column, {"name": one.listed.name, **values}, repair)


class Taken:
    """Which numbers and extensions are somebody's already: the desk's, and those of the rows before."""

    def __init__(self, lines: Sequence[LineRow]) -> None:
        self._numbers: dict[str, int | None] = {row.number: row.id for row in lines if row.number}
        self._extensions: dict[tuple[int, str], int | None] = {
            (row.branch_id, row.extension): row.id for row in lines if row.extension
        }
        self.clashes = 0

    def freed(self, entry: LineEntry, known: int | None) -> LineEntry:
        """Return a line without the number or extension that another one has; what is left is its own from now on."""
        if entry.extension and self._is_other(self._extensions, (entry.branch, entry.extension), known):
            entry = replace(entry, extension="")
        if entry.number and self._is_other(self._numbers, entry.number, known):
            entry = replace(entry, number="")
            self.clashes += 1
        self._numbers.setdefault(entry.number, known)
        self._extensions.setdefault((entry.branch, entry.extension), known)
        return entry

    @staticmethod
    def _is_other(taken: Mapping[Key, int | None], key: Key, known: int | None) -> bool:
        """Say whether a number is taken, and not by the line itself; two people may share an extension in one row."""
        return key in taken and (known is None or taken[key] != known)


def differs(comparer: Comparer, entry: LineEntry, known: int | None) -> bool:
    """Say whether a row's line is new, or says something else than the desk's."""
    if known is None:
        return True
    row = comparer.line(known)
    said = {"number": row.number, "extension": row.extension, "short_number": row.short_number, "label": row.label,
            "staff": row.staff, "place": row.place, "quota_fen": row.quota_fen}  # fmt: skip
    if any(getattr(entry, key) and getattr(entry, key) != value for key, value in said.items()):
        return True
    held = {right.key for right in row.rights if right.until_on is None}
    return bool(entry.rights) and {right.key for right in entry.rights} != held
