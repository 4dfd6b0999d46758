"""Taking a hand-kept penalty ledger over: compared first, written as one batch, undone as one (M4-19)."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.registers.past_cases.model import PastCaseMapping
from desk_mailadmin.registers.past_cases.rules import Accused, Found, Match, People
from desk_mailadmin.registers.penalties.counting import Offence, number_of
from desk_mailadmin.registers.penalties.entries import PastEntry, checked_past
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.roster.rules import KnownPerson
from desk_mailadmin.registers.roster.service import NO_DEPARTMENT
from desk_mailadmin.registers.rulebook.rules import Article
from desk_mailadmin.registers.rulebook.service import RulebookService
from desk_mailadmin.registers.staff.rules import StaffEntry
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

if TYPE_CHECKING:
    from desk_mailadmin.intake.past_cases.result import PastCase, PastReading
    from desk_mailadmin.registers.past_cases.corrections import CorrectedReading

Progress = Callable[[int, int], None]


class Taking(StrEnum):
    """What an import does with a case."""

    COUNTED = "counted"
    """It is taken over and counts for the ladders."""
    KEPT = "kept"
    """It is taken over as void or waived and counts for nothing."""
    KNOWN = "known"
    """It stands on the desk already."""
    UNCLEAR = "unclear"
    """Several people may be meant; it is left out."""
    REFUSED = "refused"
    """Something in it cannot stand (a number of 41 characters, a sum of millions); it is left out."""


class Comparison(Struct, frozen=True):
    """One case of a ledger beside the desk; ``row`` is its place in the reading."""

    row: int
    case: PastCase
    taking: Taking
    found: Found
    left: bool = False

    @property
    def unknown(self) -> bool:
        """Say whether the desk does not know the person yet."""
        return self.found.match is Match.UNKNOWN

    @property
    def is_written(self) -> bool:
        """Say whether the import writes it."""
        return self.taking in (Taking.COUNTED, Taking.KEPT)


class Outcome(Struct, frozen=True):
    """What an import wrote: how many of each, and the batch by which it is undone.

    ``people`` are those entered with their names alone; ``unsettled`` are cases whose sums the ledger calls unpaid.
    """

    batch: int
    counted: int
    kept: int
    people: int
    known: int
    unclear: int
    unsettled: int


class PastCasesService:
    """Compares a hand-kept ledger with the desk and takes it over."""

    def __init__(self, desk: Desk, staff: StaffService, rulebook: RulebookService, penalties: PenaltiesService) -> None:
        self._desk, self._staff, self._rulebook, self._penalties = desk, staff, rulebook, penalties

    def people(self) -> People:
        """Return everybody the desk knows, to find those that a ledger names."""
        known = [KnownPerson(record, entry) for record, entry in self._staff.everybody().items()]
        return People(known, self._staff.headquarters_name())

    def find(self, people: People, case: PastCase, *, stranger: bool = False) -> Found:
        """Return whom a case is about."""
        branch, dept = case.branch, case.dept
        return people.find(Accused(case.name, case.emp_no, branch, dept, case.occurred_on, stranger))

    def called(self, person: int) -> str:
        """Return how people tell somebody from a namesake: 李娜（QY0411，人力资源部）."""
        row = self._staff.row(person)
        left = "，已离职" if row.state == "left" else ""
        return f"{row.name}（{'，'.join(filter(None, (row.emp_no, row.dept)))}{left}）"

    def compare(self, corrected: CorrectedReading) -> tuple[Comparison, ...]:
        """Return what the import would do with each case that the file leaves fit; nothing is written."""
        people, standing = self.people(), self._standing()
        left = {record for record, entry in self._staff.everybody().items() if entry.state == "left"}
        found = []
        for row in range(len(corrected.reading.rows)):
            if not corrected.goes_in(row):
                continue
            case = corrected.case(row)
            person = self.find(people, case, stranger=corrected.is_stranger(row))
            taking = Taking.REFUSED if self.refusal(case) else _taking(case, person, standing)
            found.append(Comparison(row, case, taking, person, person.person in left))
        return tuple(found)

    def take_over(
        self,
        file_name: str,
        comparisons: Sequence[Comparison],
        *,
        progress: Progress = lambda _done, _all: None,
    ) -> Outcome:
        """Write a comparison as one batch, in one transaction, and return what was written.

        Somebody the desk does not know is entered as one who left, by name.
        """
        due = sorted((one for one in comparisons if one.is_written), key=_in_order)
        strangers: dict[tuple[str, str, str], int] = {}
        with self._desk.work("penalty.import", batch=True) as work:
            sentence = QT_TRANSLATE_NOOP("desk", "导入旧处罚台账 {file}")
            batch = work.wrote("import", 0, sentence, undoable=True, file=file_name)
            ladder = _Ladder(self._penalties)
            for done, one in enumerate(due, 1):
                person = one.found.person or self._stranger(work, one.case, strangers)
                self._write(work, ladder, file_name, one, person)
                progress(done, len(due))
        counts = Counter(one.taking for one in comparisons)
        unsettled = sum(one.case.settled in ("no", "part") for one in due if one.taking is Taking.COUNTED)
        return Outcome(
            batch,
            counts[Taking.COUNTED],
            counts[Taking.KEPT],
            len(strangers),
            counts[Taking.KNOWN],
            counts[Taking.UNCLEAR],
            unsettled,
        )

    def remembered_mapping(self, headings: Sequence[str]) -> Mapping[str, str] | None:
        """Return the column mapping last used for a ledger with these headings, or None."""
        found = PastCaseMapping.get_or_none(PastCaseMapping.headings == _key(headings))
        return dict(json.loads(found.mapping)) if found else None

    def remember_mapping(self, headings: Sequence[str], mapping: Mapping[str, str], on: date) -> None:
        """Keep the column mapping for the next ledger with these headings."""
        values = {"mapping": json.dumps(dict(mapping), ensure_ascii=False), "used_on": on}
        with self._desk.work("penalty.mapping") as work:
            PastCaseMapping.insert(headings=_key(headings), **values).on_conflict(
                conflict_target=[PastCaseMapping.headings], update=values
            ).execute()
            work.wrote("past_case_mapping", 0, QT_TRANSLATE_NOOP("desk", "记住旧台账的列对应"))

    def _standing(self) -> frozenset[tuple[object, ...]]:
        """Return by what the old cases of the desk are known again."""
        return frozenset(
            _marks(row.staff, row.number, row.occurred_on, row.clause, row.fine_fen + row.recovery_fen, row.facts)
            for row in self._penalties.of_query(Query(segment="all"))
        )

    def _stranger(self, work: UnitOfWork, case: PastCase, strangers: dict[tuple[str, str, str], int]) -> int:
        """Enter somebody the desk does not know, once for each name and department, as one who left."""
        key = (case.name, case.branch, case.dept)
        if key not in strangers:
            taken = bool(case.emp_no) and self._staff.numbered(case.emp_no) is not None
            entry = StaffEntry(
                case.name,
                case.dept or NO_DEPARTMENT,
                case.branch or self._staff.headquarters_name(),
                "" if taken else case.emp_no,
                state="left",
                remark=QT_TRANSLATE_NOOP("desk", "旧处罚台账里的人"),
            )
            strangers[key] = self._staff.add_in(work, entry)
        return strangers[key]

    def refusal(self, case: PastCase) -> UserError | None:
        """Return why a case cannot stand, None where it can."""
        try:
            checked_past(self._entry(case, 0, None, 1, ""), self._desk.clock.today())
        except UserError as error:
            return error
        return None

    def _write(self, work: UnitOfWork, ladder: _Ladder, file: str, one: Comparison, person: int) -> None:
        case = one.case
        on = _day(case)
        article = self._rulebook.article(case.clause, on) if case.clause else None
        number = ladder.next_number(person, article, on, counts=one.taking is Taking.COUNTED)
        self._penalties.enter_past_in(work, self._entry(case, person, article, number, file))

    def _entry(self, case: PastCase, person: int, article: Article | None, number: int, file: str) -> PastEntry:
        return PastEntry(
            staff=person,
            occurred_on=_day(case),
            act_title=_title(case, article),
            clause=case.clause,
            count_group=article.count_group if article else "",
            slip=case.slip,
            dept=case.dept,
            facts=case.facts,
            offence_no=number,
            sanctions=case.sanctions,
            fine_fen=case.fine_fen,
            recovery_fen=case.recovery_fen,
            waived_fen=case.waived_fen,
            state=case.state,
            remark=_remark(case),
            source=f"{file}　“{case.sheet}”第 {case.row} 行",
        )


def _day(case: PastCase) -> date:
    """Return the day of a case that goes in."""
    if case.occurred_on is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有日期。"), field="occurred_on")
    return case.occurred_on


class _Ladder:
    """Which offence each case is, counted with what the desk knows and with the cases written before it."""

    def __init__(self, penalties: PenaltiesService) -> None:
        self._penalties = penalties
        self._offences: defaultdict[tuple[int, str], list[Offence]] = defaultdict(list)
        self._read: set[tuple[int, str]] = set()

    def next_number(self, person: int, article: Article | None, on: date, *, counts: bool) -> int:
        """Return which offence a case of that day is; one that counts is counted from then on."""
        if article is None:
            return 1
        key = (person, article.count_group)
        if key not in self._read:
            self._read.add(key)
            self._offences[key] += [Offence(row.id, row.occurred_on) for row in self._penalties.of_person(*key)]
        number = number_of(Offence(0, on), self._offences[key], article.look_back)
        if counts:
            self._offences[key].append(Offence(-len(self._offences[key]) - 1, on))
        return number


def _taking(case: PastCase, person: Found, standing: frozenset[tuple[object, ...]]) -> Taking:
    if person.match is Match.UNCLEAR:
        return Taking.UNCLEAR
    if person.person is not None and _marks_of(case, person.person) in standing:
        return Taking.KNOWN
    return Taking.COUNTED if case.state == "valid" else Taking.KEPT


def _marks_of(case: PastCase, person: int) -> tuple[object, ...]:
    return _marks(person, case.slip, case.occurred_on, case.clause, case.due_fen, case.facts)


def _marks(person: int, slip: str, on: date | None, clause: str, due_fen: int, facts: str) -> tuple[object, ...]:
    """Return by what a case is known again: person, day and number; without a number, all that it says."""
    return (person, on, slip) if slip else (person, on, clause, due_fen, facts)


def _in_order(one: Comparison) -> tuple[object, ...]:
    return (one.case.occurred_on, one.row)


def _title(case: PastCase, article: Article | None) -> str:
    return (
        (article.title if article else "") or case.facts[:_LONGEST_TITLE] or case.sanction_text[:_LONGEST_TITLE] or "—"
    )


def _remark(case: PastCase) -> str:
    """Return what the ledger says beside the case: its remarks, and a clause that is none of ours."""
    clause = f"依据：{case.clause_text}" if case.clause_text and not case.clause else ""
    return "；".join(filter(None, (clause, case.remark)))


_LONGEST_TITLE = 60


def _key(headings: Sequence[str]) -> str:
    return json.dumps(list(headings), ensure_ascii=False)


def corrected_of(reading: PastReading, today: date) -> CorrectedReading:
    """Return a reading as it stands, ready for the clerk's corrections."""
    from desk_mailadmin.intake.past_cases.spellings import load_spellings
    from desk_mailadmin.registers.past_cases.corrections import CorrectedReading

    return CorrectedReading(reading, load_spellings(), today)


def who_fault(service: PastCasesService, found: Found, case: PastCase) -> EntryFault | None:
    """Return what is to be said of the person of a case: nobody knows who, nobody known, or somebody elsewhere."""
    values: dict[str, object] = {"name": case.name, "dept": case.dept, "emp_no": case.emp_no}
    match found.match:
        case Match.UNCLEAR:
            people = [service.called(person) for person in found.candidates]
            template = QT_TRANSLATE_NOOP(
                "desk", "“{name}”可能是 {people}，在工号里写明是哪一个；都不是就在工号里写“无”。"
            )
            return EntryFault("person-unclear", template, {**values, "people": "、".join(people)})
        case Match.UNKNOWN:
            template = QT_TRANSLATE_NOOP("desk", "名册里没有“{name}”，导入时按姓名登记为离职人员。")
            return EntryFault("person-unknown", template, values)
        case Match.ELSEWHERE if found.person is not None:
            template = QT_TRANSLATE_NOOP("desk", "名册里的{who}，台账写的是“{dept}”；不是同一个人就在工号里写“无”。")
            return EntryFault("person-elsewhere", template, {**values, "who": service.called(found.person)})
        case Match.UNTIMELY if found.person is not None:
            template = QT_TRANSLATE_NOOP("desk", "按名册，{who}在 {on} 这天不在职；不是同一个人就在工号里写“无”。")
            values |= {"who": service.called(found.person), "on": case.occurred_on}
            return EntryFault("person-untimely", template, values)
        case _:
            return None
