"""Who is meant by a name in an old ledger: by number, by name and department; who cannot be told is asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from desk_mailadmin.registers.roster.rules import KnownPerson
from desk_mailadmin.registers.staff.rules import StaffEntry


class Match(StrEnum):
    """How surely somebody was found."""

    SURE = "sure"
    ELSEWHERE = "elsewhere"
    """The only one of that name, in another department than the ledger says."""
    UNTIMELY = "untimely"
    """Name and department fit, but by the roster the person was not here that day (back again, or a wrong date)."""
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


class Accused(Struct, frozen=True):
    """Somebody as an old ledger names them; ``on`` is the day of the offence, None while nobody can read it.

    ``stranger`` says that a person has decided: nobody the desk knows.
    """

    name: str
    emp_no: str = ""
    branch: str = ""
    dept: str = ""
    on: date | None = None
    stranger: bool = False


class Found(Struct, frozen=True):
    """Who was found: ``person`` for SURE, ELSEWHERE and UNTIMELY, ``candidates`` for UNCLEAR."""

    match: Match
    person: int | None = None
    candidates: tuple[int, ...] = ()


class People:
    """Everybody the desk knows, in office or not, as old ledgers may name them."""

    def __init__(self, known: Iterable[KnownPerson], headquarters: str) -> None:
        self._headquarters = headquarters
        self._by_number: dict[str, KnownPerson] = {}
        self._by_name: defaultdict[str, list[KnownPerson]] = defaultdict(list)
        for person in known:
            self._by_name[person.entry.name].append(person)
            if person.entry.emp_no:
                self._by_number[person.entry.emp_no] = person

    def find(self, accused: Accused) -> Found:
        """Return who is meant (M15-5, M4-19).

        A number that now bears another name, and a name that several had on that day, are never guessed.
        """
        if accused.stranger:
            return Found(Match.UNKNOWN)
        if accused.emp_no and (numbered := self._by_number.get(accused.emp_no)):
            same = numbered.entry.name == accused.name
            return Found(Match.SURE, numbered.id) if same else Found(Match.UNCLEAR, candidates=(numbered.id,))
        namesakes = [one for one in self._by_name[accused.name] if not (accused.emp_no and one.entry.emp_no)]
        here = self._in_department(namesakes, accused)
        timely = [person for person in here or namesakes if _was_here(person.entry, accused.on)]
        if here:
            return _only(timely, Match.SURE) if timely else _only(here, Match.UNTIMELY)
        return _only(timely, Match.ELSEWHERE if accused.dept else Match.SURE) if timely else Found(Match.UNKNOWN)

    def _in_department(self, people: Sequence[KnownPerson], accused: Accused) -> Sequence[KnownPerson]:
        """Return those of the department; a ledger that names no branch means headquarters before any other."""
        if not accused.dept:
            return ()
        fitting = [person for person in people if person.entry.dept == accused.dept]
        branch = accused.branch or self._headquarters
        closer = [person for person in fitting if person.entry.branch == branch]
        return closer if closer or accused.branch else fitting


def _only(people: Sequence[KnownPerson], match: Match) -> Found:
    """Return the one person there is; where there are several, nobody can tell."""
    if len(people) == 1:
        return Found(match, people[0].id)
    return Found(Match.UNCLEAR, candidates=tuple(person.id for person in people))


def _was_here(entry: StaffEntry, on: date | None) -> bool:
    """Say whether somebody may have been in office on the day."""
    if on is None:
        return True
    joined_later = entry.hired_on is not None and entry.hired_on > on
    left_before = entry.left_on is not None and entry.left_on < on
    return not joined_later and not left_before
