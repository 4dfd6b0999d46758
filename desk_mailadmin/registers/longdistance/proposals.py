"""Which person and which set a line of a hand-kept log means, and whether the desk has it already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.findings import Place
from desk_mailadmin.intake.long_distance.result import LogLine
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.registers.lines.records import Assignment
from desk_mailadmin.registers.longdistance.entries import LogEntry
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.rules import FIELDS, bare_number
from desk_mailadmin.registers.staff.rules import StaffEntry

_FIELD_OF = {"user": "name"}
_FEWEST_DIGITS = 7
"""Digits of a number of a city; fewer are an extension."""


class Comparison(Struct, frozen=True):
    """One line of a log beside the desk; ``row`` is its place in the reading, ``known`` that the desk has it."""

    row: int
    place: Place
    entry: LogEntry
    known: bool

    @property
    def is_written(self) -> bool:
        """Say whether the import writes it."""
        return not self.known


class Known:
    """What the desk knows, to say which person and which set a line of a log means."""

    def __init__(
        self,
        people: Mapping[int, StaffEntry],
        assignments: Iterable[Assignment],
        branches: Mapping[str, int],
        standing: Sequence[LongDistanceRow],
    ) -> None:
        self._people, self._branches = people, branches
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        self._by_number = {entry.emp_no: record for record, entry in people.items() if entry.emp_no}
        for record, entry in people.items():
            self._by_name[entry.name].append(record)
        self._assignments = tuple(assignments)
        self._standing = {_mark(row.on_day, row.from_at, row.called, row.user) for row in standing if row.is_logged}

    def entry_of(self, line: LogLine) -> LogEntry:
        """Return a line as an entry; set and person where the desk can tell them beyond doubt."""
        day = line.on_day or date.min
        held = self._set(line, day)
        staff = self._person(line, held)
        return LogEntry(
            on_day=day, staff=staff, user=line.name, dept=line.dept,
            branch=held.branch if held else self._branches.get(line.branch), line=held.line if held else None,
            phone=line.phone, callee=line.callee, called=line.called, from_at=line.from_at, to_at=line.to_at,
            purpose=line.purpose, result=line.result, approver=line.approver, approval=line.approval,
            remark=line.remark,
        )  # fmt: skip

    def again(self, row: LongDistanceRow, entry: LogEntry) -> LogEntry | None:
        """Return an entry that stood here before its user or its set was known, as it is known now; None if as before.

        ``entry`` is the row's own.
        """
        line = LogLine("", 0, row.on_day, row.user, branch=row.branch, dept=row.dept, phone=row.phone)
        told = self.entry_of(line)
        staff, held = entry.staff or told.staff, entry.line or told.line
        if (staff, held) == (entry.staff, entry.line):
            return None
        return replace(entry, staff=staff, line=held, branch=entry.branch or told.branch)

    def is_known(self, entry: LogEntry) -> bool:
        """Say whether the desk has an entry already: day, start, number called and user."""
        name = self._people[entry.staff].name if entry.staff is not None else entry.user
        return _mark(entry.on_day, entry.from_at, entry.called, name) in self._standing

    def faults_of(self, line: LogLine, entry: LogEntry) -> list[tuple[str, EntryFault]]:
        """Return what is to be said of a line that goes in: by field, a sentence each."""
        found = [
            (_FIELD_OF.get(key, key), EntryFault("incomplete", _MISSING, {"title": FIELDS[key]}))
            for key in entry.missing
        ]
        if entry.phone and entry.line is None:
            found.append(("phone", EntryFault("phone-unknown", _NO_SET, {"phone": entry.phone})))
        if entry.user and entry.staff is None and not self._is_shared(entry):
            template = _UNCLEAR if len(self._by_name.get(entry.user, ())) > 1 else _STRANGER
            found.append(("name", EntryFault("person-unknown", template, {"name": entry.user})))
        return found

    def _is_shared(self, entry: LogEntry) -> bool:
        return any(one.line == entry.line and one.label == entry.user for one in self._assignments)

    def _set(self, line: LogLine, day: date) -> Assignment | None:
        """Return whose set a number or an extension was that day; of several the one of the user, else of the unit."""
        if not line.phone:
            return None
        found = [one for one in self._assignments if one.holds(day) and _is_number(line.phone, one)]
        if len(found) > 1:
            own = [one for one in found if self._is_users(one, line.name)]
            branch = self._branches.get(line.branch)
            found = own or [one for one in found if one.branch == branch] or found
        return found[0] if len(found) == 1 else None

    def _is_users(self, held: Assignment, name: str) -> bool:
        return held.label == name or (held.staff is not None and self._people[held.staff].name == name)

    def _person(self, line: LogLine, held: Assignment | None) -> int | None:
        """Return who is meant: by number, as holder of the set, else the only one of that name (in the unit)."""
        if line.emp_no:
            return self._by_number.get(line.emp_no)
        if held is not None and held.staff is not None and self._people[held.staff].name == line.name:
            return held.staff
        found = self._by_name.get(line.name, [])
        of_dept = [one for one in found if self._people[one].dept == line.dept]
        branch = next((name for name, key in self._branches.items() if held and key == held.branch), "")
        near = [one for one in of_dept or found if self._people[one].branch == branch]
        for some in (near, of_dept, found):
            if len(some) == 1:
                return some[0]
        return None


def _is_number(phone: str, held: Assignment) -> bool:
    if len(phone) < _FEWEST_DIGITS:
        return phone == held.extension
    return bool(held.number) and (held.number == phone or held.number.endswith(phone) or phone.endswith(held.number))


def _mark(on_day: date, from_at: str, called: str, user: str) -> tuple[object, ...]:
    return on_day, from_at, bare_number(called), user


_MISSING = QT_TRANSLATE_NOOP("desk", "没有写{title}，登记为不完整。")
_NO_SET = QT_TRANSLATE_NOOP("desk", "线路登记里没有“{phone}”，不知道是哪部电话。")
_UNCLEAR = QT_TRANSLATE_NOOP("desk", "叫“{name}”的不止一个人，在工号里写明是哪一个，否则只按姓名登记。")
_STRANGER = QT_TRANSLATE_NOOP("desk", "名册里没有“{name}”，只按姓名登记。")
