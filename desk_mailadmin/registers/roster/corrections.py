"""What the clerk put right in the check screen, over what was read from the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.findings import Fault, Place, Severity
from desk_mailadmin.intake.roster.result import RosterReading, RosterRow
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import email, extension, mobile, staff_number
from desk_mailadmin.language.spelled_dates import spelled_date
from desk_mailadmin.registers.roster.rules import NUMBER_FAULTS

_DATES = ("hired_on", "left_on")
_NUMBERS = {"emp_no": staff_number, "mobile": mobile, "extension": extension, "email": email}


class Correction(Struct, frozen=True):
    """One cell as the clerk wrote it: its value, or what is still wrong with it."""

    text: str
    value: Any
    fault: EntryFault | None


class CorrectedReading:
    """A reading with the clerk's corrections; the file itself is never touched."""

    def __init__(self, reading: RosterReading, today: date) -> None:
        self.reading = reading
        self._today = today
        self._faults: defaultdict[Place, list[Fault]] = defaultdict(list)
        for fault in reading.faults:
            self._faults[Place(fault.sheet, fault.row)].append(fault)
        self._cells: defaultdict[Place, dict[str, Correction]] = defaultdict(dict)

    def put(self, place: Place, field: str, text: str) -> None:
        """Put another text into a cell."""
        found = self._read(field, text.strip())
        fault = found.fault if found.value is None else None
        empty = None if field in _DATES else ""
        self._cells[place][field] = Correction(
            text.strip(), found.value or empty, fault or self._twin(place, field, found)
        )

    def text(self, row: RosterRow, field: str) -> str:
        """Return what a cell shows: the correction, or what was read."""
        corrected = self._cells[row.place].get(field)
        if corrected is not None:
            return corrected.text
        faults = [fault for fault in self._faults[row.place] if fault.field == field]
        value = getattr(row, field, "")
        return str(value or (faults[0].text if faults else ""))

    def rows(self) -> list[RosterRow]:
        """Return the people, corrected; a person listed twice comes once."""
        return [self._corrected(row) for row in self.reading.people]

    def faults_of(self, place: Place) -> list[Fault]:
        """Return what is still wrong with a row."""
        corrected = self._cells[place]
        kept = [fault for fault in self._faults[place] if fault.field not in corrected]
        cells = [(field, cell.text, cell.fault) for field, cell in corrected.items()]
        return [*kept, *(_fault(place, field, text, fault) for field, text, fault in cells if fault is not None)]

    def goes_in(self, row: RosterRow) -> bool:
        """Say whether a row goes in as it stands; one without a good number goes in without a number."""
        if row.same_as is not None or not self._corrected(row).name:
            return False
        return all(fault.row_kept or fault.kind in NUMBER_FAULTS for fault in self.faults_of(row.place))

    def ready(self) -> list[RosterRow]:
        """Return the people who go in, those without a good number without one."""
        found = []
        for row in self.reading.people:
            if self.goes_in(row):
                numberless = any(f.kind in NUMBER_FAULTS for f in self.faults_of(row.place))
                corrected = self._corrected(row)
                found.append(replace(corrected, emp_no="") if numberless else corrected)
        return found

    def _corrected(self, row: RosterRow) -> RosterRow:
        values: Mapping[str, Any] = {
            field: correction.value for field, correction in self._cells[row.place].items() if correction.fault is None
        }
        return replace(row, **values) if values else row

    def _read(self, field: str, text: str) -> Checked[Any]:
        if not text:
            return Checked(None if field in _DATES else "")
        if field in _DATES:
            return spelled_date(text, self._today)
        if field in _NUMBERS:
            return _NUMBERS[field](text)
        return Checked(text)

    def _twin(self, place: Place, field: str, found: Checked[Any]) -> EntryFault | None:
        if field != "emp_no" or not found.value:
            return None
        twins = [r for r in self.rows() if r.emp_no == found.value and r.place != place]
        if not twins:
            return None
        template = QT_TRANSLATE_NOOP("desk", "工号 {number} 与第 {row} 行的{name}相同。")
        return EntryFault(
            "empno-dup", template, {"number": found.value, "row": twins[0].row, "name": twins[0].name}, None
        )


def _fault(place: Place, field: str, text: str, found: EntryFault) -> Fault:
    return Fault(
        place.sheet,
        place.row,
        "",
        "",
        field,
        found.kind,
        Severity.ERROR,
        found.template,
        found.values,
        found.repair,
        row_kept=field != "name",
        text=text,
    )
