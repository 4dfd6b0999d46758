"""Rows of one sheet to calls: dittos resolved, sections and months carried down, what is no call left out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from desk_mailadmin.intake.dittos import without_dittos
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Skipped
from desk_mailadmin.intake.grid import GridRow, SheetGrid, shown
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.long_distance.fields import Field
from desk_mailadmin.intake.long_distance.lines import OWN, Above, CallReader, line_kind
from desk_mailadmin.intake.long_distance.result import LogLine
from desk_mailadmin.intake.past_cases.days import month_of_line
from desk_mailadmin.intake.roster.cells import RowReader
from desk_mailadmin.intake.roster.lines import is_branch_name, section_name
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import is_blank, shortened


class SheetReader:
    """Reads all tables of one sheet."""

    def __init__(self, sheet: SheetGrid, above: Above, book: FaultBook) -> None:
        self._sheet, self._above, self._book = sheet, above, book
        self.skipped: list[Skipped] = []

    def read(self, blocks: Sequence[Block], above: Sequence[GridRow]) -> list[LogLine]:
        """Return the calls in the sheet's order; titles, signatures, notes and the like go to ``skipped``."""
        for row in above:
            self._skip(row, "title")
        return [line for block in blocks for line in self._block(block)]

    def _block(self, block: Block) -> list[LogLine]:
        for row in (*block.header, *block.repeated):
            self._skip(row, "header")
        found: list[LogLine] = []
        last: GridRow | None = None
        for raw in sorted(block.rows, key=lambda row: row.number):
            row = without_dittos(raw, last)
            kind = self._kind(block, row)
            if kind:
                self._skip(row, kind)
                self._after(row, kind, block)
                continue
            found.append(self._line(block, row))
            last = row
        return found

    def _line(self, block: Block, row: GridRow) -> LogLine:
        line = CallReader(RowReader(self._sheet.name, block, row, self._book), self._above).read(row)
        self._above = replace(self._above, day=line.on_day)
        return line

    def _kind(self, block: Block, row: GridRow) -> str:
        texts = [row.cell(block.column_of(field)).text.strip() for field in OWN]
        others = "".join(text for text in texts if not is_blank(text))
        name = row.cell(block.column_of(Field.NAME)).text
        if kind := line_kind(row, name, others):
            return kind
        return "note" if not others and (is_blank(name) or len(shown(row)) == 1) else ""

    def _skip(self, row: GridRow, kind: str) -> None:
        if kind != "blank":
            self.skipped.append(Skipped(self._sheet.name, row.number, kind, shortened(" ".join(shown(row)), 80)))

    def _after(self, row: GridRow, kind: str, block: Block) -> None:
        """Take what a line that is no call means for those below it."""
        if kind == "month":
            year, month = month_of_line(shown(row)[0])
            calendar = self._above.calendar
            calendar = replace(calendar, month=month, year=year or calendar.year)
            self._above = replace(self._above, calendar=calendar, day=None)
        elif kind == "section":
            name = section_name(shown(row)[0])
            branch, dept = (name, "") if is_branch_name(name) else (self._above.branch, name)
            self._above = replace(self._above, branch=branch, dept=dept)
        elif kind == "unreadable":
            found = EntryFault(f"line-{row.problem}", _UNREADABLE, {"row": row.number})
            self._book.add(self._sheet.name, row, block, None, found, row_kept=False)


_UNREADABLE = QT_TRANSLATE_NOOP("desk", "第 {row} 行有认不出的字或没有关上的引号，这一行没有读，在文件里核对。")
