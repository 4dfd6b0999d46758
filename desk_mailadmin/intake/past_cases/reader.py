"""Read a hand-kept penalty ledger: the one function that the rest of the program calls."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from desk_mailadmin.intake.child import Progress, run_apart
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Notice, Place, Skipped
from desk_mailadmin.intake.grid import Document, GridRow, SheetGrid, shown
from desk_mailadmin.intake.guard import Limits, shown_name
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.past_cases.cases import SheetReader
from desk_mailadmin.intake.past_cases.columns import LEDGER
from desk_mailadmin.intake.past_cases.days import YEAR_GUESSED, Calendar, month_of_line, year_of_book
from desk_mailadmin.intake.past_cases.fields import FIELD_TITLES, Field
from desk_mailadmin.intake.past_cases.repeats import Repeats
from desk_mailadmin.intake.past_cases.result import LedgerSheet, PastCase, PastReading
from desk_mailadmin.intake.past_cases.spellings import Spellings, load_spellings
from desk_mailadmin.intake.past_cases.totals import check_totals
from desk_mailadmin.intake.reading import read_document
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LEDGER_LIMITS = Limits(rows=10_000, seconds=60)
_SUM_FAULTS = frozenset(
    {"amount-odd", "amount-two", "amount-fraction", "amount-joint", "amount-shared", "formula-no-value", "cell-error"}
)


def read_past_cases(
    path: Path,
    *,
    today: date,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PastReading:
    """Return what a penalty ledger says, read in a child process with caps; nothing is written anywhere.

    ``mapping`` (column title → field key, empty for "not used") overrules the guess. Raises UserError or
    EnvironmentFault, one sentence with what to do, where the file cannot be read; Cancelled where the clerk stopped it.
    """
    return run_apart(past_cases_of_file, path, LEDGER_LIMITS, today, mapping, progress=progress, cancelled=cancelled)


def past_cases_of_file(
    path: Path, limits: Limits, today: date, mapping: Mapping[str, str] | None, tell: Progress
) -> PastReading:
    """Return what a penalty ledger says; runs in the child."""
    document = read_document(path, limits)
    tell(0.6)
    rows = sum(len(sheet.rows) for sheet in document.sheets)
    if rows > limits.rows:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”有 {rows} 行，超过 {limit} 行，拆成几个文件再导入。")
        raise UserError(template, file=shown_name(path), rows=rows, limit=limits.rows)
    reading = _Reading(document, path, today, mapping)
    found = reading.result(hashlib.sha256(path.read_bytes()).hexdigest())
    if not any(sheet.used for sheet in found.sheets):
        template = QT_TRANSLATE_NOOP(
            "desk", "“{file}”里没有找到有“姓名”和“违规事实”“依据”或“金额”的标题行，不像处罚台账。"
        )
        raise UserError(template, file=shown_name(path))
    tell(1.0)
    return found


class _Reading:
    """The sheets of one document on their way to cases."""

    def __init__(self, document: Document, path: Path, today: date, mapping: Mapping[str, str] | None) -> None:
        self._document, self._path, self._today, self._mapping = document, path, today, mapping
        self._spellings: Spellings = load_spellings()
        self._book = FaultBook(FIELD_TITLES)
        self._sources: dict[Place, tuple[Block, GridRow]] = {}
        self._sheets: list[LedgerSheet] = []
        self._skipped: list[Skipped] = []
        self._notices: list[Notice] = [_NOTICES[key] for key in document.notices if key in _NOTICES]
        self._year = 0

    def result(self, sha256: str) -> PastReading:
        readers: list[tuple[SheetReader, str]] = []
        cases: list[PastCase] = []
        for sheet in self._document.sheets:
            reader, found = self._cases(sheet)
            cases += found
            readers += [(reader, sheet.name)] if reader else []
        cases = Repeats(self._sources, self._book).resolved(cases)
        for reader, name in readers:
            own = [case for case in cases if case.sheet == name]
            check_totals(name, reader.totals, own, self._unread(name), self._book)
        return PastReading(
            self._path.name,
            sha256,
            self._document.encoding,
            tuple(self._sheets),
            {column.title: column.field for sheet in self._sheets for column in sheet.columns},
            tuple(cases),
            self._book.all([sheet.name for sheet in self._sheets]),
            tuple(self._skipped),
            tuple(self._notices),
            self._book.originals,
            self._year,
        )

    def _cases(self, sheet: SheetGrid) -> tuple[SheetReader | None, list[PastCase]]:
        """Return the cases of a sheet and what read them; a hidden sheet and one without a ledger are told."""
        blocks, above = ([], []) if sheet.hidden else LEDGER.blocks_of(sheet, self._mapping)
        if not blocks:
            role = "hidden" if sheet.hidden else ("statistics" if sheet.rows else "empty")
            self._sheets.append(LedgerSheet(sheet.name, role))
            if role in _SHEET_NOTICES:
                self._notices.append(Notice(f"sheet-{role}", _SHEET_NOTICES[role], {"sheet": sheet.name}))
            return None, []
        year = self._year_of(sheet, blocks, above)
        self._year = year or self._year
        month = month_of_line(sheet.name)[1]
        calendar = Calendar(self._today, year, month, self._document.epoch_1904)
        reader = SheetReader(sheet, calendar, self._spellings, self._book)
        cases = reader.read(blocks, above)
        self._skipped += reader.skipped
        self._remember(sheet, blocks, cases)
        return reader, cases

    def _year_of(self, sheet: SheetGrid, blocks: Sequence[Block], above: Sequence[GridRow]) -> int:
        titles = [text for row in above for text in shown(row)]
        cells = [row.cell(block.column_of(Field.OCCURRED_ON)) for block in blocks for row in block.rows]
        said = (*titles, sheet.name, self._path.stem)
        year, guessed = year_of_book(said, [cell.value for cell in cells if cell.text.strip()], self._today)
        if guessed:
            self._notices.append(Notice("year-guessed", YEAR_GUESSED, {"sheet": sheet.name, "year": year}))
        return year

    def _remember(self, sheet: SheetGrid, blocks: Sequence[Block], cases: Sequence[PastCase]) -> None:
        headers = tuple(row.number for block in blocks for row in block.header)
        columns = {column.title: column for block in reversed(blocks) for column in block.columns}
        shown_columns = (*blocks[0].columns, *(one for one in columns.values() if one not in blocks[0].columns))
        self._sheets.append(LedgerSheet(sheet.name, "cases", headers, shown_columns, len(cases)))
        rows = {Place(sheet.name, row.number): (block, row) for block in blocks for row in block.rows}
        self._sources.update({case.place: rows[case.place] for case in cases})

    def _unread(self, name: str) -> frozenset[int]:
        faults = self._book.all([sheet.name for sheet in self._sheets])
        lost = {fault.row for fault in faults if fault.sheet == name and fault.kind in _SUM_FAULTS}
        return frozenset(lost)


_SHEET_NOTICES = {
    "hidden": QT_TRANSLATE_NOOP("desk", "“{sheet}”页是隐藏的，没有读。"),
    "statistics": QT_TRANSLATE_NOOP("desk", "“{sheet}”页没有处罚台账的标题行，没有读。"),
}
_NOTICES = {
    "macros": Notice("macros", QT_TRANSLATE_NOOP("desk", "文件里有宏，宏没有运行，只读了数据。")),
    "far-cells": Notice("far-cells", QT_TRANSLATE_NOOP("desk", "离表格很远的地方有零散内容，没有读。")),
    "nul": Notice("nul", QT_TRANSLATE_NOOP("desk", "文件里有空字节，已去掉，核对一遍姓名。")),
    "html": Notice("html", QT_TRANSLATE_NOOP("desk", "这其实是网页另存的表格，已按网页读。")),
    "colours-not-read": Notice(
        "colours-not-read", QT_TRANSLATE_NOOP("desk", "这种文件读不出删除线，用删除线作废的行认不出来。")
    ),
}
