"""What the clerk put right in the check screen, over what was read from the directory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.directories.fields import NUMBERS
from desk_mailadmin.intake.directories.numbers import numbers_in
from desk_mailadmin.intake.directories.result import DirectoryReading, ListedRow
from desk_mailadmin.intake.directories.rights import RIGHT_TITLES, quota_of, right_of
from desk_mailadmin.intake.findings import Fault, Place, Severity
from desk_mailadmin.intake.past_cases.people import parted
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import phone_shown, staff_number

LISTED, YES, NO = "listed", "是", "否"
"""The column in which a clerk says whether a row is taken over at all."""
_COLUMN_OF = {"quota": "quota_fen", "branch": "dept"}
_BETWEEN = "、"


class Correction(Struct, frozen=True):
    """One cell as the clerk wrote it: what it changes, or what is still wrong with it."""

    text: str
    changes: Mapping[str, Any]
    fault: EntryFault | None


class CorrectedReading:
    """A reading with the clerk's corrections; rows by their place in ``reading.rows``. The file is never touched."""

    def __init__(self, reading: DirectoryReading) -> None:
        self.reading = reading
        self._faults: defaultdict[Place, list[Fault]] = defaultdict(list)
        for fault in reading.faults:
            self._faults[Place(fault.sheet, fault.row)].append(fault)
        self._cells: defaultdict[int, dict[str, Correction]] = defaultdict(dict)

    def put(self, row: int, column: str, text: str) -> None:
        """Put another text into a cell."""
        plain = text.strip()
        changes, fault = _read(column, plain)
        self._cells[row][column] = Correction(plain, changes, fault)

    def text(self, row: int, column: str) -> str:
        """Return what a cell shows: the correction, what was read, or what stands in the file where nobody could."""
        if (corrected := self._cells[row].get(column)) is not None:
            return corrected.text
        shown = _shown(self.reading.rows[row], column)
        unread = [fault.text for fault in self._own_faults(row) if _column(fault) == column]
        return shown or (unread[0] if unread else "")

    def row(self, row: int) -> ListedRow:
        """Return a row as it stands now."""
        found = self.reading.rows[row]
        for cell in self._cells[row].values():
            found = replace(found, **cell.changes)
        return found

    def decided(self, row: int, column: str) -> bool:
        """Say whether the clerk wrote into a cell."""
        return column in self._cells[row]

    def is_out(self, row: int) -> bool:
        """Say whether the clerk decided that a row is not taken over."""
        cell = self._cells[row].get(LISTED)
        return cell is not None and cell.text == NO

    def is_in(self, row: int) -> bool:
        """Say whether the clerk decided that a row is taken over in spite of what speaks against it."""
        cell = self._cells[row].get(LISTED)
        return cell is not None and cell.text == YES

    def faults_of(self, row: int) -> list[Fault]:
        """Return what is still wrong with a row."""
        cells = self._cells[row]
        kept = [fault for fault in self._own_faults(row) if _column(fault) not in cells]
        place = self.reading.rows[row].place
        return [*kept, *(_fault(place, key, cell) for key, cell in cells.items() if cell.fault is not None)]

    def goes_in(self, row: int) -> bool:
        """Say whether a row goes in as it stands, as far as the file is concerned."""
        if self.is_out(row) or self.reading.rows[row].same_as is not None or not self.row(row).name:
            return False
        return all(fault.row_kept for fault in self.faults_of(row))

    def _own_faults(self, row: int) -> list[Fault]:
        return self._faults[self.reading.rows[row].place]


def _read(column: str, text: str) -> tuple[Mapping[str, Any], EntryFault | None]:
    if column in NUMBERS:
        found = numbers_in(text, column)
        own = (found.value or {}).get(column, ())
        return {column: own}, found.fault if found.value is None or found.fault else None
    match column:
        case "dept":
            branch, slash, dept = text.partition("/")
            branch, dept = (branch.strip(), dept.strip()) if slash else parted(text)
            return ({"branch": branch, "dept": dept} if branch else {"dept": dept}), None
        case "right":
            right = right_of(text)
            return {"right": right.value or ""}, right.fault
        case "quota_fen":
            quota = quota_of(text)
            return {"quota_fen": quota.value}, quota.fault
        case "emp_no":
            number = staff_number(text)
            return {"emp_no": number.value or ""}, number.fault if number.value is None else None
        case "listed":
            return {}, None
        case _:
            return {column: text}, None


def _shown(row: ListedRow, column: str) -> str:
    match column:
        case "dept":
            return f"{row.branch} / {row.dept}" if row.branch else row.dept
        case "direct" | "fax":
            return _BETWEEN.join(map(phone_shown, getattr(row, column)))
        case "extension" | "short" | "mobile":
            return _BETWEEN.join(getattr(row, column))
        case "right":
            return RIGHT_TITLES.get(row.right, "")
        case "quota_fen":
            return fen_to_text(row.quota_fen) if row.quota_fen is not None else ""
        case "listed":
            return ""
        case _:
            return str(getattr(row, column))


def _column(fault: Fault) -> str:
    return _COLUMN_OF.get(fault.field, fault.field)


def _fault(place: Place, column: str, cell: Correction) -> Fault:
    assert cell.fault is not None, "asked for cells with a fault"
    found = cell.fault
    return Fault(
        place.sheet, place.row, "", "", column, found.kind, Severity.ERROR, found.template, found.values, found.repair,
        text=cell.text,
    )  # fmt: skip
