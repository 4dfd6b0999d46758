"""What reading a roster gives: people, faults by cell, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec import field as default

from desk_mailadmin.intake.findings import Column, Fault, Notice, Place, Skipped


class RosterRow(Struct, frozen=True):
    """One person's row.

    ``left`` with ``left_by`` (remark, status, left_on, section, strike, fill, sheet) says that the person has left;
    ``marks`` are other meanings of colours (contract-ends); ``name_note`` is what stood in brackets behind the name;
    ``same_as`` points to the first row of the same person: such a row is no further person.
    """

    sheet: str
    row: int
    name: str = ""
    emp_no: str = ""
    branch: str = ""
    dept: str = ""
    post: str = ""
    rank: str = ""
    gender: str = ""
    mobile: str = ""
    extension: str = ""
    email: str = ""
    hired_on: date | None = None
    left_on: date | None = None
    status: str = ""
    remark: str = ""
    left: bool = False
    left_by: str = ""
    marks: tuple[str, ...] = ()
    name_note: str = ""
    hidden: bool = False
    same_as: Place | None = None

    @property
    def place(self) -> Place:
        """Return where the row stands."""
        return Place(self.sheet, self.row)


class RosterSheet(Struct, frozen=True):
    """A sheet and what was made of it: ``role`` is people, leavers, statistics, old, hidden or empty."""

    name: str
    role: str
    hidden: bool = False
    header_rows: tuple[int, ...] = ()
    columns: tuple[Column, ...] = ()
    people: int = 0

    @property
    def used(self) -> bool:
        """Say whether people were read from the sheet."""
        return self.role in ("people", "leavers")


class RosterReading(Struct, frozen=True):
    """Everything read from one roster.

    ``rows`` are all rows of people in the file's order, repeats included; ``mapping`` is column title → field key as
    it was used, correctable by handing it back changed; ``sha256`` tells whether the file changed since;
    ``originals`` keep the cells of the rows with faults, for the workbook of bad rows.
    """

    file: str
    sha256: str
    encoding: str
    sheets: tuple[RosterSheet, ...]
    mapping: Mapping[str, str]
    rows: tuple[RosterRow, ...]
    faults: tuple[Fault, ...]
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...] = ()
    namesakes: Mapping[str, tuple[Place, ...]] = default(default_factory=dict)
    originals: Mapping[Place, tuple[str, ...]] = default(default_factory=dict)

    @property
    def people(self) -> Sequence[RosterRow]:
        """Return one row for each person: the first, with what later rows of the same person add."""
        return [row for row in self.rows if row.same_as is None]

    @property
    def undecided(self) -> frozenset[Place]:
        """Return the rows that cannot go in before somebody decides."""
        return frozenset(Place(fault.sheet, fault.row) for fault in self.faults if not fault.row_kept)

    @property
    def ready(self) -> Sequence[RosterRow]:
        """Return the people who can go in as they are."""
        undecided = self.undecided
        return [row for row in self.people if row.place not in undecided]

    def headings(self) -> tuple[str, ...]:
        """Return the titles of all columns in order, by which a mapping is remembered."""
        return tuple(dict.fromkeys(column.title for sheet in self.sheets if sheet.used for column in sheet.columns))
