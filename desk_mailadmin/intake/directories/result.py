"""What reading a hand-kept directory gives: listed people and shared sets, faults by cell, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec import field as default

from desk_mailadmin.intake.findings import Column, Fault, Notice, Place, Skipped


class ListedRow(Struct, frozen=True):
    """One line of a directory: a person, or a shared set (``shared``), whose ``name`` is then what it is called.

    Numbers are digits alone, fixed ones with their area code where anybody can tell it; a cell may hold several.
    ``right`` is inside, local, domestic, international, or empty where nothing is said. ``quota_fen`` is fen in a
    month (``quota_per`` month) or year. ``same_as`` points to the first copy of the same line.
    """

    sheet: str
    row: int
    branch: str = ""
    dept: str = ""
    name: str = ""
    shared: bool = False
    emp_no: str = ""
    post: str = ""
    rank: str = ""
    direct: tuple[str, ...] = ()
    extension: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    mobile: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    right: str = ""
    quota_fen: int | None = None
    quota_per: str = "month"
    email: str = ""
    room: str = ""
    remark: str = ""
    hidden: bool = False
    same_as: Place | None = None

    @property
    def place(self) -> Place:
        """Return where the row stands."""
        return Place(self.sheet, self.row)

    @property
    def strength(self) -> int:
        """Return how much speaks for this row being the holder of its line: direct and short number, right, quota."""
        return sum(map(bool, (self.direct, self.short, self.right, self.quota_fen)))


class DirectorySheet(Struct, frozen=True):
    """A sheet and what was made of it: ``role`` is listed, statistics, hidden or empty."""

    name: str
    role: str
    header_rows: tuple[int, ...] = ()
    columns: tuple[Column, ...] = ()
    listed: int = 0

    @property
    def used(self) -> bool:
        """Say whether rows were read from the sheet."""
        return self.role == "listed"


class DirectoryReading(Struct, frozen=True):
    """Everything read from one directory; ``rows`` in the file's order, copies included.

    ``mapping`` is column title → field key as it was used, correctable by handing it back changed. ``trunk`` is the
    switchboard's number that stands above the table (总机：0571-55510000), empty where none does; ``edition`` is what
    the title says of the edition (第14版). ``originals`` keep the cells of every row that was read: which of them
    contradict the personnel register is known only later.
    """

    file: str
    sha256: str
    encoding: str
    sheets: tuple[DirectorySheet, ...]
    mapping: Mapping[str, str]
    rows: tuple[ListedRow, ...]
    faults: tuple[Fault, ...]
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...] = ()
    originals: Mapping[Place, tuple[str, ...]] = default(default_factory=dict)
    trunk: str = ""
    edition: str = ""

    @property
    def people(self) -> Sequence[ListedRow]:
        """Return the rows of people, each once."""
        return [row for row in self.rows if not row.shared and row.same_as is None]

    @property
    def shared(self) -> Sequence[ListedRow]:
        """Return the shared sets, each once."""
        return [row for row in self.rows if row.shared and row.same_as is None]

    @property
    def undecided(self) -> frozenset[Place]:
        """Return the rows that cannot go in before somebody decides."""
        return frozenset(Place(fault.sheet, fault.row) for fault in self.faults if not fault.row_kept)

    def headings(self) -> tuple[str, ...]:
        """Return the titles of all columns in order, by which a mapping is remembered."""
        return tuple(dict.fromkeys(column.title for sheet in self.sheets if sheet.used for column in sheet.columns))
