"""What an import wizard needs of the register it imports into; nothing is written before ``write``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol, runtime_checkable

from msgspec import Struct

from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.progress import Report


class RowState(StrEnum):
    """What the check found of a row: the gravest of its faults."""

    READY = "ready"
    NOTICE = "notice"
    DUPLICATE = "duplicate"
    ERROR = "error"


class ImportColumn(Struct, frozen=True):
    """A column of the check table; ``width`` in Chinese characters."""

    key: str
    title: str
    width: float = 7


class CellFault(Struct, frozen=True):
    """One thing wrong: the column it stands in (empty: the whole row), a sentence, and what one click puts there.

    ``repair_title`` is the link's text (改成 8031); ``repair`` the cell's new text, None where nobody can be sure.
    """

    column: str
    state: RowState
    sentence: str
    repair: str | None = None
    repair_title: str = ""


class ImportRow(Struct, frozen=True):
    """A row as read; ``cells`` by column key; ``goes_in`` says whether it would be imported as it is."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    faults: tuple[CellFault, ...] = ()
    goes_in: bool = True

    @property
    def state(self) -> RowState:
        """The gravest of the row's faults."""
        order = list(RowState)
        return max((fault.state for fault in self.faults), key=order.index, default=RowState.READY)

    def fault_in(self, column: str) -> CellFault | None:
        """Return the first fault of a cell."""
        return next((fault for fault in self.faults if fault.column == column), None)


class SourceColumn(Struct, frozen=True):
    """A column of the file: where it stands, its title, some of its cells, and the field it was taken for."""

    letter: str
    title: str
    samples: tuple[str, ...]
    field: str = ""


class MoveLine(Struct, frozen=True):
    """One record that would change: ``key`` is what ``write`` gets back if it is ticked."""

    key: int
    title: str
    place: str
    what: str


class MoveGroup(Struct, frozen=True):
    """Joiners, movers, leavers…; ``choice`` is the question of a group whose lines the clerk ticks one by one.

    ``heads`` are the titles of its three columns, where its lines are not about people.
    """

    key: str
    title: str
    tone: Tone
    lines: tuple[MoveLine, ...]
    note: str = ""
    choice: str = ""
    heads: tuple[str, str, str] | None = None


class ImportResult(Struct, frozen=True):
    """What was written, in words; ``undo`` takes the whole batch back."""

    sentence: str
    details: tuple[str, ...] = ()
    undo: Callable[[], object] | None = None


class ImportSession(Protocol):
    """One import. Everything may raise UserError or EnvironmentFault, which the wizard shows.

    ``open``, ``remap`` and ``write`` run in a thread behind a modal progress: they report how far they are, and a
    report raises ``ui.progress.Stopped`` once the clerk stopped; whoever is stopped leaves nothing half done. All
    else is called in the window's thread.
    """

    title: str
    file_filter: str
    explanation: str

    def open(self, path: Path, report: Report) -> None:
        """Read a file, with the mapping remembered for files of this shape."""
        ...

    def source(self) -> str:
        """Say what was read: sheets, header rows, encoding."""
        ...

    def notices(self) -> Sequence[str]:
        """Say what the clerk should know of the whole file."""
        ...

    def source_columns(self) -> Sequence[SourceColumn]:
        """Return the columns of the file as they were understood."""
        ...

    def fields(self) -> Sequence[Choice]:
        """Return what a column can be taken for."""
        ...

    def required(self) -> frozenset[str]:
        """Return the fields some column must be taken for."""
        ...

    def remap(self, mapping: Mapping[str, str], report: Report) -> None:
        """Read again with this mapping (column title to field key, empty: not used) and remember it."""
        ...

    def columns(self) -> Sequence[ImportColumn]:
        """Return the columns of the check table."""
        ...

    def rows(self) -> Sequence[ImportRow]:
        """Return all rows, checked."""
        ...

    def edit(self, row: int, column: str, text: str) -> None:
        """Put another text into a cell (row by its place in ``rows``) and check again."""
        ...

    def save_faulty(self, path: Path) -> int:
        """Write the rows with faults as a workbook; return how many."""
        ...

    def movements(self) -> Sequence[MoveGroup]:
        """Compare with the desk: what would be written, nothing is yet."""
        ...

    def write(self, ticked: frozenset[int], report: Report) -> ImportResult:
        """Write all as one batch, the ticked lines of choice groups included."""
        ...


@runtime_checkable
class PartlyShown(Protocol):
    """What a session adds whose rows are too many to show: ``rows`` gives those with faults and some samples.

    Nothing can be edited in the check table of such a session.
    """

    def going_in(self) -> tuple[int, int]:
        """Return how many rows would be imported in all and how many are left out."""
        ...

    def summary(self) -> str:
        """Say what was read and what is left out, in one or two sentences."""
        ...
