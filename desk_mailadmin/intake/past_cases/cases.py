"""Rows of one sheet to cases: months and sections carried down, every unreadable cell named."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from desk_mailadmin.intake.dittos import without_dittos
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Skipped
from desk_mailadmin.intake.grid import GridRow, SheetGrid, shown
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.past_cases.days import Calendar, month_of_line
from desk_mailadmin.intake.past_cases.fields import Field
from desk_mailadmin.intake.past_cases.lines import kind_of_line
from desk_mailadmin.intake.past_cases.one_case import Above, CaseReader, sum_of_several
from desk_mailadmin.intake.past_cases.result import PastCase
from desk_mailadmin.intake.past_cases.spellings import Spellings
from desk_mailadmin.intake.roster.cells import RowReader
from desk_mailadmin.intake.roster.lines import is_branch_name, section_name
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import is_blank, shortened

_OWN = (Field.FACTS, Field.CLAUSE, Field.SANCTION, Field.AMOUNT, Field.FINE, Field.RECOVERY)


class SheetReader:
    """Reads all tables of one sheet."""

    def __init__(self, sheet: SheetGrid, calendar: Calendar, spellings: Spellings, book: FaultBook) -> None:
        self._sheet, self._spellings, self._book = sheet, spellings, book
        self._above = Above(calendar)
        self.skipped: list[Skipped] = []
        self.totals: list[tuple[GridRow, Block, str]] = []

    def read(self, blocks: Sequence[Block], above: Sequence[GridRow]) -> list[PastCase]:
        """Return the cases in the sheet's order; titles, totals, notes and the like go to ``skipped``."""
        for row in above:
            self._skip(row, "title")
        return [case for block in blocks for case in self._block(block)]

    def _block(self, block: Block) -> list[PastCase]:
        for row in (*block.header, *block.repeated):
            self._skip(row, "header")
        self._above = replace(self._above, case=None, row=None)
        found: list[PastCase] = []
        for raw in sorted(block.rows, key=lambda row: row.number):
            row = without_dittos(raw, self._above.row)
            kind = self._kind(block, row)
            if kind:
                self._skip(row, kind)
                self._after(row, kind, block)
                continue
            found += self._cases(block, row)
        return found

    def _kind(self, block: Block, row: GridRow) -> str:
        texts = [row.cell(block.column_of(field)).text.strip() for field in _OWN]
        others = "".join(text for text in texts if not is_blank(text))
        name = row.cell(block.column_of(Field.NAME)).text
        if kind := kind_of_line(row, name, others):
            return kind
        broken = bool(row.cell(block.column_of(Field.NAME)).problem)
        return "note" if not others and not broken and (is_blank(name) or len(shown(row)) == 1) else ""

    def _skip(self, row: GridRow, kind: str) -> None:
        if kind != "blank":
            self.skipped.append(Skipped(self._sheet.name, row.number, kind, shortened(" ".join(shown(row)), 80)))

    def _after(self, row: GridRow, kind: str, block: Block) -> None:
        """Take what a line that is no case means for those below it."""
        if kind == "month":
            year, month = month_of_line(shown(row)[0])
            calendar = self._above.calendar
            self._above = replace(self._above, calendar=replace(calendar, month=month, year=year or calendar.year))
        elif kind == "section":
            name = section_name(shown(row)[0])
            branch, dept = (name, "") if is_branch_name(name) else (self._above.branch, name)
            self._above = replace(self._above, branch=branch, dept=dept)
        elif kind in ("subtotal", "total"):
            self.totals.append((row, block, kind))
        elif kind == "unreadable":
            template = _UNREADABLE[row.problem]
            found = EntryFault(f"line-{row.problem}", template, {"row": row.number})
            self._book.add(self._sheet.name, row, block, None, found, row_kept=False)

    def _cases(self, block: Block, row: GridRow) -> list[PastCase]:
        reader = CaseReader(RowReader(self._sheet.name, block, row, self._book), self._above, self._spellings)
        found = reader.read(row, block)
        if reader.splits_a_sum and self._above.row:
            above = RowReader(self._sheet.name, block, self._above.row, self._book)
            above.fault(reader.splits_a_sum, sum_of_several(above, reader.splits_a_sum), row_kept=False)
        self._above = replace(self._above, calendar=reader.calendar, case=found[-1], row=row)
        return found


_UNREADABLE = {
    "encoding": QT_TRANSLATE_NOOP(
        "desk", "第 {row} 行有认不出的字（编码坏了），这一行没有读，在原来的程序里重新导出。"
    ),
    "long": QT_TRANSLATE_NOOP("desk", "第 {row} 行过长，不像一条记录，这一行没有读，在文件里核对。"),
    "quote": QT_TRANSLATE_NOOP("desk", "第 {row} 行有个引号没有关上，这一行没有读，在文件里补上引号。"),
}
