"""What the clerk put right in the check screen, over what was read from a hand-kept log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.findings import Fault, Place, Severity
from desk_mailadmin.intake.long_distance.lines import dialled
from desk_mailadmin.intake.long_distance.result import LogLine, LogReading
from desk_mailadmin.intake.past_cases.days import Calendar, day_of
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import staff_number
from desk_mailadmin.language.spelled_times import spelled_time


class Correction(Struct, frozen=True):
    """One cell as the clerk wrote it: what it changes, or what is still wrong with it."""

    text: str
    changes: Mapping[str, Any]
    fault: EntryFault | None


class CorrectedLog:
    """A reading with the clerk's corrections; rows by their place in ``reading.rows``. The file is never touched."""

    def __init__(self, reading: LogReading, today: date) -> None:
        self.reading = reading
        self._calendar = Calendar(today, reading.year)
        self._faults: defaultdict[Place, list[Fault]] = defaultdict(list)
        for fault in reading.faults:
            self._faults[Place(fault.sheet, fault.row)].append(fault)
        self._cells: defaultdict[int, dict[str, Correction]] = defaultdict(dict)

    def put(self, row: int, column: str, text: str) -> None:
        """Put another text into a cell."""
        plain = text.strip()
        changes, fault = self._read(column, plain)
        self._cells[row][column] = Correction(plain, changes, fault)

    def text(self, row: int, column: str) -> str:
        """Return what a cell shows: the correction, what was read, or what stands in the file where nobody could."""
        if (corrected := self._cells[row].get(column)) is not None:
            return corrected.text
        unread = [fault.text for fault in self._own_faults(row) if fault.field == column and not fault.row_kept]
        return unread[0] if unread and unread[0] else str(getattr(self.reading.rows[row], column) or "")

    def line(self, row: int) -> LogLine:
        """Return a line as it stands now."""
        line = self.reading.rows[row]
        for cell in self._cells[row].values():
            line = replace(line, **cell.changes)
        return line

    def faults_of(self, row: int) -> list[Fault]:
        """Return what is still wrong with a row."""
        cells = self._cells[row]
        kept = [fault for fault in self._own_faults(row) if fault.field not in cells]
        place = self.reading.rows[row].place
        wrong = [(column, cell.text, cell.fault) for column, cell in cells.items()]
        return [*kept, *(_fault(place, column, text, fault) for column, text, fault in wrong if fault is not None)]

    def goes_in(self, row: int) -> bool:
        """Say whether a row goes in as it stands, as far as the file is concerned."""
        return self.line(row).on_day is not None and all(fault.row_kept for fault in self.faults_of(row))

    def _own_faults(self, row: int) -> list[Fault]:
        return self._faults[self.reading.rows[row].place]

    def _read(self, column: str, text: str) -> tuple[Mapping[str, Any], EntryFault | None]:
        match column:
            case "on_day":
                day = day_of(text, self._calendar)
                return {"on_day": day.value}, day.fault if day.value is None else None
            case "from_at" | "to_at":
                at = spelled_time(text)
                return {column: at.value or ""}, at.fault
            case "phone" | "called":
                number = dialled(text)
                return {column: number.value or ""}, number.fault
            case "emp_no":
                found = staff_number(text)
                return {"emp_no": found.value or ""}, found.fault if found.value is None else None
            case _:
                return {column: text}, None


def _fault(place: Place, column: str, text: str, found: EntryFault) -> Fault:
    return Fault(
        place.sheet, place.row, "", "", column, found.kind, Severity.ERROR, found.template, found.values, found.repair,
        row_kept=False, text=text,
    )  # fmt: skip
