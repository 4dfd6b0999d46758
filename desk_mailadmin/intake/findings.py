"""What reading any table file gives beside its rows: faults by cell, lines left out, columns as understood."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec import field as default


class Severity(StrEnum):
    """How much a fault matters."""

    ERROR = "error"
    DUPLICATE = "duplicate"
    NOTICE = "notice"


class Place(Struct, frozen=True):
    """A row of a sheet, counted as in the file."""

    sheet: str
    row: int


class Fault(Struct, frozen=True):
    """One thing wrong with one cell.

    ``kind`` is a stable English key, ``field`` the field (empty for the row as a whole); ``column`` is Excel's
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


class Skipped(Struct, frozen=True):
    """A line that is no record: title, header, note, subtotal, section, signature, unreadable, and the like."""

    sheet: str
    row: int
    kind: str
    text: str


class Column(Struct, frozen=True):
    """A column, what it was taken for (empty: not used), how surely (0 to 1), and some of what stands in it."""

    letter: str
    title: str
    field: str
    score: float
    samples: tuple[str, ...] = ()


class Notice(Struct, frozen=True):
    """Something about the whole file that the clerk should know; ``kind`` is a stable English key."""

    kind: str
    template: str
    values: Mapping[str, object] = default(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Return the sentence in the source language."""
        return self.template.format_map(self.values)
