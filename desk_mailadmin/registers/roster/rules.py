"""What a newer roster means for the people the desk knows (M15-5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desk_mailadmin.registers.staff.rules import StaffEntry


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person the desk already has."""

    id: int
    entry: StaffEntry


class Move(StrEnum):
    """What a roster says of a person."""

    JOINED = "joined"
    CHANGED = "changed"
    LEFT = "left"
    ABSENT = "absent"  # known and active, but no longer on the roster
    UNCLEAR = "unclear"  # could be one of several people: a person decides
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of the comparison: what the roster's row ``source`` does to which known person."""

    move: Move
    entry: StaffEntry
    source: int | None = None
    known: int | None = None
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    candidates: tuple[int, ...] = ()


ROSTER_FIELDS = (
    "emp_no", "name", "branch", "dept", "post", "rank", "gender", "mobile", "extension", "email", "hired_on", "left_on",
    "state", "remark",
)  # fmt: skip
"""What a roster may change; a cell it leaves empty changes nothing."""


def compare_roster(known: Sequence[KnownPerson], rows: Sequence[StaffEntry]) -> tuple[Movement, ...]:
    """Return what a newer roster means, row by row, then the active people it no longer lists (M15-5).

    People are matched by staff number; without one by name and department, then by name and mobile, then by a name that
    both sides have once. A number that now bears another name, or a name that fits several people, is never guessed.
    """
    finder = _Finder(known)
    movements = [finder.movement(number, entry) for number, entry in enumerate(rows)]
    named = {m.known for m in movements} | {c for m in movements for c in m.candidates}
    absent = [
        Movement(Move.ABSENT, person.entry, known=person.id)
        for person in known
        if person.entry.state == "active" and person.id not in named
    ]
    return (*movements, *absent)


class _Finder:
    """Finds the known person of a roster row."""

    def __init__(self, known: Iterable[KnownPerson]) -> None:
        self._by_id = {person.id: person for person in known}
        self._by_number = {p.entry.emp_no: p for p in self._by_id.values() if p.entry.emp_no}
        self._by_name: defaultdict[str, list[KnownPerson]] = defaultdict(list)
        for person in self._by_id.values():
            self._by_name[person.entry.name].append(person)

    def movement(self, number: int, entry: StaffEntry) -> Movement:
        candidates = self._candidates(entry)
        if len(candidates) > 1:
            return Movement(Move.UNCLEAR, entry, number, candidates=tuple(p.id for p in candidates))
        if not candidates:
            return Movement(Move.LEFT if entry.state == "left" else Move.JOINED, entry, number)
        person = candidates[0]
        if person.entry.name != entry.name:
            return Movement(Move.UNCLEAR, entry, number, candidates=(person.id,))
        changes = changed_fields(person.entry, entry)
        return Movement(_move(person.entry, changes), entry, number, person.id, changes)

    def _candidates(self, entry: StaffEntry) -> list[KnownPerson]:
        if entry.emp_no and entry.emp_no in self._by_number:
            return [self._by_number[entry.emp_no]]
        # A known person with another number is somebody else.
        namesakes = [p for p in self._by_name[entry.name] if not (entry.emp_no and p.entry.emp_no)]
        for same in (_same_place, _same_mobile):
            fitting = [p for p in namesakes if same(p.entry, entry)]
            if fitting:
                return fitting
        return namesakes if len(namesakes) > 1 or not entry.emp_no else []


def _same_place(one: StaffEntry, other: StaffEntry) -> bool:
    return (one.branch, one.dept) == (other.branch, other.dept)


def _same_mobile(one: StaffEntry, other: StaffEntry) -> bool:
    return bool(one.mobile) and one.mobile == other.mobile


def changed_fields(old: StaffEntry, new: StaffEntry) -> Mapping[str, tuple[object, object]]:
    """Return field → (old, new) for all that differs; what the newer entry leaves empty is not a change."""
    pairs = {key: (getattr(old, key), getattr(new, key)) for key in ROSTER_FIELDS}
    return {key: pair for key, pair in pairs.items() if pair[1] not in ("", None) and pair[0] != pair[1]}


def _move(old: StaffEntry, changes: Mapping[str, tuple[object, object]]) -> Move:
    if not changes:
        return Move.UNCHANGED
    return Move.LEFT if old.state == "active" and "state" in changes else Move.CHANGED
