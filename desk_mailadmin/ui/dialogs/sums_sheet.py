"""A sheet of sums: lines that are given, one column of which is typed in, going down as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from desk_mailadmin.kernel.money import fen_from_text
from desk_mailadmin.ui.dialogs.entry_sheet import EntryColumn, EntryTable


class SheetColumn(Struct, frozen=True):
    """One column: ``text`` gets the line and the fen typed in for it; a sum stands at the right, a warning in amber.

    ``width`` is in Chinese characters, 0 takes the rest.
    """

    title: str
    text: Callable[[Any, int], str]
    width: float = 6
    is_sum: bool = False
    warns: bool = False


class _Sum(Struct, frozen=True):
    given: Any
    fen: int


class SumsTable(EntryTable):
    """The lines; the sum in the column ``typed`` is edited in place, unless ``check`` raises UserError against it."""

    def __init__(
        self,
        columns: Sequence[SheetColumn],
        typed: int,
        check: Callable[[Any, int], None],
        parent: QObject | None = None,
    ) -> None:
        self._check = check
        made = [self._made(column, is_typed=place == typed) for place, column in enumerate(columns)]
        super().__init__(made, parent=parent)

    @property
    def given(self) -> list[Any]:
        """The lines as they were given."""
        return [line.given for line in self.lines]

    @property
    def sums(self) -> list[int]:
        """The fen that stand in each line now."""
        return [line.fen for line in self.lines]

    def show_sums(self, given: Sequence[Any], sums: Sequence[int]) -> None:
        """Show other lines, each with the fen that stand there until others are typed in."""
        self.show_lines([_Sum(line, fen) for line, fen in zip(given, sums, strict=True)])

    def _made(self, column: SheetColumn, *, is_typed: bool) -> EntryColumn:
        def text(line: _Sum) -> str:
            return column.text(line.given, line.fen)

        typed = self._typed if is_typed else None
        return EntryColumn(column.title, text, typed, column.width, is_figure=column.is_sum, warns=column.warns)

    def _typed(self, line: _Sum, text: str) -> _Sum:
        fen = fen_from_text(text) if text else 0
        self._check(line.given, fen)
        return replace(line, fen=fen)
