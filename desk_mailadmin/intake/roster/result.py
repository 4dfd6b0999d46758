"""What reading a roster gives: people, faults by cell, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault matters."""

    ERROR = "error"
    DUPLICATE = "duplicate"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a sheet, counted as in the file."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one cell.

    ``kind`` is a stable English key, ``field`` the roster field (empty for the row as a whole); ``column`` is Excel's
    letter, ``title`` the column's own title, ``text`` what stands in the cell. ``repair`` is what one click would put
    there. ``row_kept`` says whether the row goes in as it is; where it does not, somebody must decide first.
    """

    sheet: str
    row: int
    column: str
    title: str
    field: str
    kind: str
    severity: Severity
    template: str
    values: Mapping[str, object] = default(default_factory=dict)
    repair: str | None = None
    row_kept: bool = True
    text: str = ""

    @property
    def sentence(self) -> str:
        """Return the sentence in the source language."""
        return self.template.format_map(self.values)


@dataclass(frozen=True, slots=True)
class RosterRow:
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


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that is no person: title, header, note, subtotal, section, vacant-post, signature, unreadable."""

    sheet: str
    row: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """A column, what it was taken for (empty: not used), how surely (0 to 1), and some of what stands in it."""

    letter: str
    title: str
    field: str
    score: float
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """A sheet and what was made of it: ``role`` is people, leavers, statistics, old, hidden or empty."""

    name: str
    role: str
    hidden: bool = False
    header_rows: tuple[int, ...] = ()
    columns: tuple[RosterColumn, ...] = ()
    people: int = 0

    @property
    def used(self) -> bool:
        """Say whether people were read from the sheet."""
        return self.role in ("people", "leavers")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the whole file that the clerk should know; ``kind`` is a stable English key."""

    kind: str
    template: str
    values: Mapping[str, object] = default(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Return the sentence in the source language."""
        return self.template.format_map(self.values)


@dataclass(frozen=True, slots=True)
class RosterReading:
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
