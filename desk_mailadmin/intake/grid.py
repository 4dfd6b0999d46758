"""A table as it stood in the file, before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, field

from desk_mailadmin.language.numbers import Entry, text_of_entry


class Cell(NamedTuple):
    """One cell: its value, the colour name of its fill, and what else carries meaning.

    ``problem`` is a key where the value could not be had: ``formula`` (no result stored) or ``error`` (#N/A).
    """

    value: Entry = None
    fill: str = ""
    strike: bool = False
    merged: bool = False
    problem: str = ""

    @property
    def text(self) -> str:
        """Return what the cell shows."""
        return text_of_entry(self.value)


EMPTY = Cell()


class GridRow(NamedTuple):
    """One row with its number in the file, counted from 1; ``problem`` says why it could not be read whole."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    problem: str = ""

    def cell(self, column: int) -> Cell:
        """Return the cell of a column counted from 0; an empty one beyond the row's end."""
        return self.cells[column] if 0 <= column < len(self.cells) else EMPTY

    def texts(self) -> list[str]:
        """Return what all cells show."""
        return [cell.text for cell in self.cells]

    def is_blank(self) -> bool:
        """Say whether no cell of the row shows anything."""
        return not any(text.strip() for text in self.texts())


class SheetGrid(Struct, frozen=True):
    """One sheet; ``has_merges`` says that empty cells below a merged one were filled by it."""

    name: str
    rows: Sequence[GridRow]
    hidden: bool = False
    has_merges: bool = False


class Document(Struct, frozen=True):
    """All sheets of a file and how it was read.

    ``notices`` are keys of what the clerk should know: ``colours-not-read``, ``macros``, ``nul``, ``far-cells``.
    """

    sheets: Sequence[SheetGrid]
    encoding: str = ""
    notices: Sequence[str] = field(default_factory=tuple)
    epoch_1904: bool = False


def shown(row: GridRow) -> list[str]:
    """Return the texts of a row, each merged run once, without empty ones."""
    found: list[str] = []
    before = ""
    for cell in row.cells:
        text = cell.text.strip()
        if text and not (cell.merged and text == before):
            found.append(text)
        before = text
    return found


def column_letter(column: int) -> str:
    """Return Excel's letters of a column counted from 0: 0 → A, 27 → AB."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
