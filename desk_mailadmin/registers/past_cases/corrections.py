"""What the clerk put right in the check screen, over what was read from the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.findings import Fault, Place, Severity
from desk_mailadmin.intake.past_cases.days import Calendar, day_of
from desk_mailadmin.intake.past_cases.people import parted
from desk_mailadmin.intake.past_cases.result import PastCase, PastReading
from desk_mailadmin.intake.past_cases.sanctions import sanctions_of
from desk_mailadmin.intake.past_cases.spellings import Spellings
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import is_blank, shortened, staff_number
from desk_mailadmin.language.spelled_amounts import spelled_amount
from desk_mailadmin.registers.rulebook.rules import SANCTIONS

COLUMN_OF: Mapping[str, str] = {
    "amount": "fine_fen", "fine": "fine_fen", "recovery": "recovery_fen", "sanction": "sanctions",
    "regulation": "clause", "year": "occurred_on", "month": "occurred_on", "day": "occurred_on",
}  # fmt: skip
"""In which column of the check table a cell of the file is put right, where they differ."""
STRANGER = "无"
"""What a clerk writes for the number of somebody who is nobody the desk knows."""


class Correction(Struct, frozen=True):
    """One cell as the clerk wrote it: what it changes, or what is still wrong with it."""

    text: str
    changes: Mapping[str, Any]
    fault: EntryFault | None


class CorrectedReading:
    """A reading with the clerk's corrections; rows by their place in ``reading.rows``. The file is never touched."""

    def __init__(self, reading: PastReading, spellings: Spellings, today: date) -> None:
        self.reading = reading
        self._spellings, self._calendar = spellings, Calendar(today, reading.year)
        self._faults: defaultdict[Place, list[Fault]] = defaultdict(list)
        for fault in reading.faults:
            self._faults[Place(fault.sheet, fault.row)].append(fault)
        self._cells: defaultdict[int, dict[str, Correction]] = defaultdict(dict)

    def put(self, row: int, column: str, text: str) -> None:
        """Put another text into a cell."""
        plain = text.strip()
        changes, fault = self._read(self.case(row), column, plain)
        self._cells[row][column] = Correction(plain, changes, fault)

    def text(self, row: int, column: str) -> str:
        """Return what a cell shows: the correction, what was read, or what stands in the file where nobody could."""
        if (corrected := self._cells[row].get(column)) is not None:
            return corrected.text
        shown = _shown(self.reading.rows[row], column)
        unread = [fault.text for fault in self._own_faults(row) if _column(fault) == column and not fault.row_kept]
        return unread[0] if unread and unread[0] else shown

    def case(self, row: int) -> PastCase:
        """Return a case as it stands now; one whose number or facts were changed is a copy no longer."""
        case = self.reading.rows[row]
        for column, cell in self._cells[row].items():
            case = replace(case, **cell.changes)
            if case.same_as and column in ("slip", "facts"):
                case = replace(case, same_as=None)
        return case

    def is_stranger(self, row: int) -> bool:
        """Say whether the clerk decided that the desk does not know the person."""
        cell = self._cells[row].get("emp_no")
        return cell is not None and cell.text == STRANGER

    def faults_of(self, row: int) -> list[Fault]:
        """Return what is still wrong with a row."""
        cells = self._cells[row]
        kept = [fault for fault in self._own_faults(row) if _column(fault) not in cells]
        place = self.reading.rows[row].place
        wrong = [(column, cell.text, cell.fault) for column, cell in cells.items()]
        return [*kept, *(_fault(place, column, text, fault) for column, text, fault in wrong if fault is not None)]

    def goes_in(self, row: int) -> bool:
        """Say whether a row goes in as it stands, as far as the file is concerned."""
        case = self.case(row)
        complete = bool(case.name) and case.occurred_on is not None and case.same_as is None
        return complete and all(fault.row_kept for fault in self.faults_of(row))

    def _own_faults(self, row: int) -> list[Fault]:
        return self._faults[self.reading.rows[row].place]

    def _read(self, case: PastCase, column: str, text: str) -> tuple[Mapping[str, Any], EntryFault | None]:
        match column:
            case "occurred_on":
                day = day_of(text, self._calendar)
                return {"occurred_on": day.value}, day.fault if day.value is None else None
            case "clause":
                clause = self._spellings.clause(text, case.facts)
                return {"clause": clause.value or "", "clause_text": text}, clause.fault
            case "sanctions":
                return self._sanctions(text)
            case "fine_fen" | "recovery_fen":
                return _sum_of(case, column, spelled_amount(text.removeprefix("各")))
            case "emp_no" if text != STRANGER:
                number = staff_number(text)
                return {"emp_no": number.value or ""}, number.fault if number.value is None else None
            case "emp_no":
                return {"emp_no": ""}, None
            case "dept":
                branch, dept = parted(text)
                return {"branch": branch, "dept": dept}, None
            case _:
                return {column: text}, None

    def _sanctions(self, text: str) -> tuple[Mapping[str, Any], EntryFault | None]:
        found = sanctions_of(text, self._spellings)
        changes: Mapping[str, Any] = {"sanctions": found.keys, "sanction_text": text}
        if found.keys or is_blank(text):
            return changes, None
        template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是什么处理，照原文保留。")
        return changes, EntryFault("sanction-unknown", template, {"text": shortened(text)})


def _sum_of(case: PastCase, column: str, found: Checked[int]) -> tuple[Mapping[str, Any], EntryFault | None]:
    """Return the change of a sum; a sum that no sanction speaks of brings its own."""
    if found.fault is not None and found.value is None:
        return {}, found.fault
    keys = {"fine"} if column == "fine_fen" else {"recovery", "compensation"}
    missing = bool(found.value) and keys.isdisjoint(case.sanctions)
    added = ("fine",) if column == "fine_fen" else ("recovery",)
    return {column: found.value or 0, "sanctions": (*case.sanctions, *(added if missing else ()))}, None


def _shown(case: PastCase, column: str) -> str:
    value = getattr(case, column)
    match column:
        case "sanctions":
            return "、".join(SANCTIONS[key] for key in case.sanctions) or case.sanction_text
        case "clause":
            return cite(case.clause) if case.clause else case.clause_text
        case "dept":
            return f"{case.branch}{case.dept}"
        case "fine_fen" | "recovery_fen":
            return fen_to_text(value) if value else ""
        case _:
            return str(value or "")


def _column(fault: Fault) -> str:
    return COLUMN_OF.get(fault.field, fault.field)


def _fault(place: Place, column: str, text: str, found: EntryFault) -> Fault:
    noticed = column in ("clause", "sanctions")
    severity = Severity.NOTICE if noticed else Severity.ERROR
    return Fault(
        place.sheet, place.row, "", "", column, found.kind, severity, found.template, found.values, found.repair,
        row_kept=noticed, text=text,
    )  # fmt: skip
