"""What reading a hand-kept penalty ledger gives: cases, faults by cell, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec import field as default

from desk_mailadmin.intake.findings import Column, Fault, Notice, Place, Skipped


class PastCase(Struct, frozen=True):
    """What one person was punished for once; a row that names several people gives one case for each (``part``).

    ``clause`` is the id by which offences are counted (000/6.2), empty where nobody can tell; ``clause_text`` is as
    written. ``sanctions`` are keys in the ledger's order. Money is fen, each person's own share. ``state`` is valid,
    void or waived; ``settled`` is yes, part, no, or empty where the ledger does not say. ``same_as`` points to the
    first copy of the same line: such a row is no further case.
    """

    sheet: str
    row: int
    part: int = 0
    slip: str = ""
    occurred_on: date | None = None
    name: str = ""
    emp_no: str = ""
    branch: str = ""
    dept: str = ""
    facts: str = ""
    clause: str = ""
    clause_text: str = ""
    sanctions: tuple[str, ...] = ()
    sanction_text: str = ""
    fine_fen: int = 0
    recovery_fen: int = 0
    waived_fen: int = 0
    deducted_fen: int = 0
    state: str = "valid"
    settled: str = ""
    remark: str = ""
    hidden: bool = False
    same_as: Place | None = None

    @property
    def place(self) -> Place:
        """Return where the row stands."""
        return Place(self.sheet, self.row)

    @property
    def due_fen(self) -> int:
        """Return what was to be paid in all."""
        return self.fine_fen + self.recovery_fen


class LedgerSheet(Struct, frozen=True):
    """A sheet and what was made of it: ``role`` is cases, statistics, hidden or empty."""

    name: str
    role: str
    header_rows: tuple[int, ...] = ()
    columns: tuple[Column, ...] = ()
    cases: int = 0

    @property
    def used(self) -> bool:
        """Say whether cases were read from the sheet."""
        return self.role == "cases"


class PastReading(Struct, frozen=True):
    """Everything read from one ledger.

    ``rows`` are all cases in the file's order, copies included; ``mapping`` is column title → field key as it was used,
    correctable by handing it back changed; ``year`` is the one the ledger is of, 0 where each date tells its own.
    """

    file: str
    sha256: str
    encoding: str
    sheets: tuple[LedgerSheet, ...]
    mapping: Mapping[str, str]
    rows: tuple[PastCase, ...]
    faults: tuple[Fault, ...]
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...] = ()
    originals: Mapping[Place, tuple[str, ...]] = default(default_factory=dict)
    year: int = 0

    @property
    def cases(self) -> Sequence[PastCase]:
        """Return each case once."""
        return [row for row in self.rows if row.same_as is None]

    @property
    def undecided(self) -> frozenset[Place]:
        """Return the rows that cannot go in before somebody decides."""
        return frozenset(Place(fault.sheet, fault.row) for fault in self.faults if not fault.row_kept)

    @property
    def ready(self) -> Sequence[PastCase]:
        """Return the cases that can go in as they are."""
        undecided = self.undecided
        return [row for row in self.cases if row.place not in undecided]

    def headings(self) -> tuple[str, ...]:
        """Return the titles of all columns in order, by which a mapping is remembered."""
        return tuple(dict.fromkeys(column.title for sheet in self.sheets if sheet.used for column in sheet.columns))
