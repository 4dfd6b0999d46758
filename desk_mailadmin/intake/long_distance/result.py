"""What reading a hand-kept long-distance log gives: entries, faults by cell, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec import field as default

from desk_mailadmin.intake.findings import Column, Fault, Notice, Place, Skipped


class LogLine(Struct, frozen=True):
    """One call as the log tells it; what the log leaves out is empty.

    ``phone`` and ``called`` are digits as written (with or without area code or 17909); times are ``09:15``.
    """

    sheet: str
    row: int
    on_day: date | None = None
    name: str = ""
    emp_no: str = ""
    branch: str = ""
    dept: str = ""
    phone: str = ""
    callee: str = ""
    called: str = ""
    from_at: str = ""
    to_at: str = ""
    purpose: str = ""
    result: str = ""
    approver: str = ""
    approval: str = ""
    remark: str = ""

    @property
    def place(self) -> Place:
        """Return where the row stands."""
        return Place(self.sheet, self.row)


class LogSheet(Struct, frozen=True):
    """A sheet and what was made of it: ``role`` is entries, other, hidden or empty."""

    name: str
    role: str
    header_rows: tuple[int, ...] = ()
    columns: tuple[Column, ...] = ()
    entries: int = 0

    @property
    def used(self) -> bool:
        """Say whether entries were read from the sheet."""
        return self.role == "entries"


class LogReading(Struct, frozen=True):
    """Everything read from one log.

    ``rows`` are all entries in the file's order; ``mapping`` is column title → field key as it was used, correctable
    by handing it back changed; ``year`` is the one the log is of, 0 where each date tells its own.
    """

    file: str
    sha256: str
    encoding: str
    sheets: tuple[LogSheet, ...]
    mapping: Mapping[str, str]
    rows: tuple[LogLine, ...]
    faults: tuple[Fault, ...]
    skipped: tuple[Skipped, ...]
    notices: tuple[Notice, ...] = ()
    originals: Mapping[Place, tuple[str, ...]] = default(default_factory=dict)
    year: int = 0

    @property
    def undecided(self) -> frozenset[Place]:
        """Return the rows that cannot go in before somebody decides."""
        return frozenset(Place(fault.sheet, fault.row) for fault in self.faults if not fault.row_kept)

    def headings(self) -> tuple[str, ...]:
        """Return the titles of all columns in order, by which a mapping is remembered."""
        return tuple(dict.fromkeys(column.title for sheet in self.sheets if sheet.used for column in sheet.columns))
