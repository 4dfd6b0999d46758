"""What a newer roster means for the people the desk knows (M15-5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from desk_mailadmin.registers.staff.rules import StaffEntry


class KnownPerson(Struct, frozen=True):
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


class Movement(Struct, frozen=True):
    """One line of the comparison: what the roster's row ``source`` does to which known person."""

    move: Move
    entry: StaffEntry
    source: int | None = None
    known: int | None = None
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    candidates: tuple[int, ...] = ()


_Evidence = Callable[[StaffEntry, StaffEntry], bool]
"""Whether what is known of a person fits a row."""

NUMBER_FAULTS = frozenset({"empno-missing", "empno-dup"})
"""Faults of a roster that leave a person without a number; the person comes in all the same."""

ROSTER_FIELDS = (
    "emp_no", "name", "branch", "dept", "post", "rank", "gender", "mobile", "extension", "email", "hired_on", "left_on",
    "state", "remark",
)  # fmt: skip
"""What a roster may change; a cell it leaves empty changes nothing."""


def compare_roster(known: Sequence[KnownPerson], rows: Sequence[StaffEntry]) -> tuple[Movement, ...]:
    """Return what a newer roster means, row by row, then the active people it no longer lists (M15-5).

    People are matched by staff number; without one by name, department and mobile, by name and department, by name and
    mobile, and last by a name that is left once on both sides. A number that now bears another name, and a person or a
    name that could be meant more than once, are never guessed; a new number that nothing else explains is a joiner.
    """
    matches = _Matches(known, rows)
    movements = [matches.movement(number) for number in range(len(rows))]
    named = {m.known for m in movements} | {c for m in movements for c in m.candidates}
    absent = [
        Movement(Move.ABSENT, person.entry, known=person.id)
        for person in known
        if person.entry.state == "active" and person.id not in named
    ]
    return (*movements, *absent)


class _Matches:
    """Who each row of a roster is: the best evidence first, all rows together, so that their order says nothing."""

    def __init__(self, known: Iterable[KnownPerson], rows: Sequence[StaffEntry]) -> None:
        self._rows = rows
        self._by_number: dict[str, KnownPerson] = {}
        self._by_name: defaultdict[str, list[KnownPerson]] = defaultdict(list)
        for person in known:
            self._by_name[person.entry.name].append(person)
            if person.entry.emp_no:
                self._by_number[person.entry.emp_no] = person
        self._sure: dict[int, KnownPerson] = {}
        self._unclear: dict[int, Sequence[KnownPerson]] = {}
        self._taken: set[int] = set()
        self._disputed: set[int] = set()
        for fitting in (_fitting_number, _fitting_home, _fitting_place, _fitting_mobile, _fitting_name):
            self._settle(fitting)

    def movement(self, number: int) -> Movement:
        entry = self._rows[number]
        if number in self._unclear:
            return Movement(Move.UNCLEAR, entry, number, candidates=tuple(p.id for p in self._unclear[number]))
        if number not in self._sure:
            return Movement(Move.LEFT if entry.state == "left" else Move.JOINED, entry, number)
        person = self._sure[number]
        changes = changed_fields(person.entry, entry)
        return Movement(_move(person.entry, changes), entry, number, person.id, changes)

    def _settle(self, fits: _Evidence) -> None:
        """Settle what one kind of evidence settles: one row and one person, and neither fits another."""
        fitting = {
            number: [person for person in self._could_be(entry) if fits(person.entry, entry)]
            for number, entry in enumerate(self._rows)
            if number not in self._sure and number not in self._unclear
        }
        claims = Counter(person.id for people in fitting.values() for person in people)
        for number, people in fitting.items():
            if len(people) == 1 and claims[people[0].id] == 1 and self._is_free(people[0], self._rows[number]):
                self._sure[number] = people[0]
            elif people:
                self._unclear[number] = people
        self._taken = {person.id for person in self._sure.values()}
        self._disputed = {person.id for people in self._unclear.values() for person in people}

    def _could_be(self, entry: StaffEntry) -> Sequence[KnownPerson]:
        """Return the people a row may mean; one who has another number is somebody else."""
        if entry.emp_no in self._by_number:
            return [self._by_number[entry.emp_no]]
        namesakes = self._by_name[entry.name]
        return [p for p in namesakes if p.id not in self._taken and not (entry.emp_no and p.entry.emp_no)]

    def _is_free(self, person: KnownPerson, entry: StaffEntry) -> bool:
        return person.id not in self._disputed and person.entry.name == entry.name


def _fitting_number(known: StaffEntry, entry: StaffEntry) -> bool:
    return bool(entry.emp_no) and known.emp_no == entry.emp_no


def _fitting_home(known: StaffEntry, entry: StaffEntry) -> bool:
    return _fitting_place(known, entry) and _fitting_mobile(known, entry)


def _fitting_place(known: StaffEntry, entry: StaffEntry) -> bool:
    return (known.branch, known.dept) == (entry.branch, entry.dept)


def _fitting_mobile(known: StaffEntry, entry: StaffEntry) -> bool:
    return bool(known.mobile) and known.mobile == entry.mobile


def _fitting_name(_known: StaffEntry, entry: StaffEntry) -> bool:
    return not entry.emp_no


def changed_fields(old: StaffEntry, new: StaffEntry) -> Mapping[str, tuple[object, object]]:
    """Return field → (old, new) for all that differs; what the newer entry leaves empty is not a change."""
    pairs = {key: (getattr(old, key), getattr(new, key)) for key in ROSTER_FIELDS}
    return {key: pair for key, pair in pairs.items() if pair[1] not in ("", None) and pair[0] != pair[1]}


def _move(old: StaffEntry, changes: Mapping[str, tuple[object, object]]) -> Move:
    if not changes:
        return Move.UNCHANGED
    return Move.LEFT if old.state == "active" and "state" in changes else Move.CHANGED
