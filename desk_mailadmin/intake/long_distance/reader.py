"""Read a hand-kept long-distance log: the one function that the rest of the program calls."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from desk_mailadmin.intake.child import Progress, run_apart
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Notice, Skipped
from desk_mailadmin.intake.grid import Document, GridRow, SheetGrid, shown
from desk_mailadmin.intake.guard import Limits, shown_name
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.long_distance.columns import LOG
from desk_mailadmin.intake.long_distance.fields import FIELD_TITLES, Field
from desk_mailadmin.intake.long_distance.lines import Above
from desk_mailadmin.intake.long_distance.result import LogLine, LogReading, LogSheet
from desk_mailadmin.intake.long_distance.sheets import SheetReader
from desk_mailadmin.intake.past_cases.days import YEAR_GUESSED, Calendar, month_of_line, year_of_book
from desk_mailadmin.intake.reading import read_document
from desk_mailadmin.intake.roster.lines import is_branch_name, section_name
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LOG_LIMITS = Limits(rows=20_000, seconds=60)


def read_long_distance(
    path: Path,
    *,
    today: date,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LogReading:
    """Return what a long-distance log says, read in a child process with caps; nothing is written anywhere.

    ``mapping`` (column title → field key, empty for "not used") overrules the guess. Raises UserError or
    EnvironmentFault, one sentence with what to do, where the file cannot be read; Cancelled where the clerk stopped it.
    """
    return run_apart(log_of_file, path, LOG_LIMITS, today, mapping, progress=progress, cancelled=cancelled)


def log_of_file(
    path: Path, limits: Limits, today: date, mapping: Mapping[str, str] | None, tell: Progress
) -> LogReading:
    """Return what a long-distance log says; runs in the child."""
    document = read_document(path, limits)
    tell(0.6)
    rows = sum(len(sheet.rows) for sheet in document.sheets)
    if rows > limits.rows:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”有 {rows} 行，超过 {limit} 行，拆成几个文件再导入。")
        raise UserError(template, file=shown_name(path), rows=rows, limit=limits.rows)
    found = _Reading(document, path, today, mapping).result(hashlib.sha256(path.read_bytes()).hexdigest())
    if not any(sheet.used for sheet in found.sheets):
        template = QT_TRANSLATE_NOOP(
            "desk", "“{file}”里没有找到有“使用人”和“受话人”“对方号码”或“起”的标题行，不像长途电话登记表。"
        )
        raise UserError(template, file=shown_name(path))
    tell(1.0)
    return found


class _Reading:
    """The sheets of one document on their way to calls."""

    def __init__(self, document: Document, path: Path, today: date, mapping: Mapping[str, str] | None) -> None:
        self._document, self._path, self._today, self._mapping = document, path, today, mapping
        self._book = FaultBook(FIELD_TITLES)
        self._sheets: list[LogSheet] = []
        self._skipped: list[Skipped] = []
        self._notices: list[Notice] = [_NOTICES[key] for key in document.notices if key in _NOTICES]
        self._year = 0

    def result(self, sha256: str) -> LogReading:
        lines = [line for sheet in self._document.sheets for line in self._lines(sheet)]
        return LogReading(
            self._path.name,
            sha256,
            self._document.encoding,
            tuple(self._sheets),
            {column.title: column.field for sheet in self._sheets for column in sheet.columns},
            tuple(lines),
            self._book.all([sheet.name for sheet in self._sheets]),
            tuple(self._skipped),
            tuple(self._notices),
            self._book.originals,
            self._year,
        )

    def _lines(self, sheet: SheetGrid) -> list[LogLine]:
        """Return the calls of a sheet; a hidden sheet and one without a log are told."""
        blocks, above = ([], []) if sheet.hidden else LOG.blocks_of(sheet, self._mapping)
        if not blocks:
            role = "hidden" if sheet.hidden else ("other" if sheet.rows else "empty")
            self._sheets.append(LogSheet(sheet.name, role))
            if role in _SHEET_NOTICES:
                self._notices.append(Notice(f"sheet-{role}", _SHEET_NOTICES[role], {"sheet": sheet.name}))
            return []
        reader = SheetReader(sheet, self._above(sheet, blocks, above), self._book)
        lines = reader.read(blocks, above)
        self._skipped += reader.skipped
        headers = tuple(row.number for block in blocks for row in block.header)
        columns = {column.title: column for block in reversed(blocks) for column in block.columns}
        self._sheets.append(LogSheet(sheet.name, "entries", headers, tuple(columns.values()), len(lines)))
        return lines

    def _above(self, sheet: SheetGrid, blocks: Sequence[Block], above: Sequence[GridRow]) -> Above:
        """Return what is known before the first row: the year, the month, the unit a sheet is named after."""
        titles = [text for row in above for text in shown(row)]
        cells = [row.cell(block.column_of(Field.ON)) for block in blocks for row in block.rows]
        said = (*titles, sheet.name, self._path.stem)
        year, guessed = year_of_book(said, [cell.value for cell in cells if cell.text.strip()], self._today)
        if guessed:
            self._notices.append(Notice("year-guessed", YEAR_GUESSED, {"sheet": sheet.name, "year": year}))
        self._year = year or self._year
        calendar = Calendar(self._today, year, month_of_line(sheet.name)[1], self._document.epoch_1904)
        unit = section_name(sheet.name)
        return Above(calendar, unit if is_branch_name(unit) else "")


_SHEET_NOTICES = {
    "hidden": QT_TRANSLATE_NOOP("desk", "“{sheet}”页是隐藏的，没有读。"),
    "other": QT_TRANSLATE_NOOP("desk", "“{sheet}”页没有长途电话登记表的标题行，没有读。"),
}
_NOTICES = {
    "macros": Notice("macros", QT_TRANSLATE_NOOP("desk", "文件里有宏，宏没有运行，只读了数据。")),
    "far-cells": Notice("far-cells", QT_TRANSLATE_NOOP("desk", "离表格很远的地方有零散内容，没有读。")),
    "nul": Notice("nul", QT_TRANSLATE_NOOP("desk", "文件里有空字节，已去掉，核对一遍姓名。")),
    "html": Notice("html", QT_TRANSLATE_NOOP("desk", "这其实是网页另存的表格，已按网页读。")),
}
