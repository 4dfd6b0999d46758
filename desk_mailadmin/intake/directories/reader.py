"""Read a hand-kept telephone directory: the one function that the rest of the program calls."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from desk_mailadmin.intake.child import Progress, run_apart
from desk_mailadmin.intake.directories.columns import DIRECTORY
from desk_mailadmin.intake.directories.fields import FIELD_TITLES, Field
from desk_mailadmin.intake.directories.repeats import Repeats
from desk_mailadmin.intake.directories.result import DirectoryReading, DirectorySheet, ListedRow
from desk_mailadmin.intake.directories.rows import SheetReader, Unit
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Notice, Place, Skipped
from desk_mailadmin.intake.grid import Document, GridRow, SheetGrid, shown
from desk_mailadmin.intake.guard import Limits, shown_name
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.reading import read_document
from desk_mailadmin.intake.roster.lines import is_branch_name, is_section_name
from desk_mailadmin.intake.tables import side_by_side
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import landline

DIRECTORY_LIMITS = Limits(rows=20_000, seconds=60)
_TRUNK = re.compile(r"(?:总机|中继)[^\d]{0,6}((?:0\d{2,3}[-\s]?)?\d{7,8})")
_EDITION = re.compile(r"第\s*\d+\s*[版期]|\d{4}\s*年\s*(?:第?\s*\d+\s*[版期季]|\d{1,2}\s*月)\s*版?")
_BESIDE = re.compile(r"（[A-Z]+–[A-Z]+ 列）$")
"""What ``side_by_side`` writes behind the name of a sheet."""


def read_directory(
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> DirectoryReading:
    """Return what a directory file says, read in a child process with caps; nothing is written anywhere.

    ``mapping`` (column title → field key, empty for "not used") overrules the guess. Raises UserError or
    EnvironmentFault, one sentence with what to do, where the file cannot be read.
    """
    return run_apart(directory_of_file, path, DIRECTORY_LIMITS, mapping, progress=progress)


def directory_of_file(
    path: Path, limits: Limits, mapping: Mapping[str, str] | None, tell: Progress
) -> DirectoryReading:
    """Return what a directory file says; runs in the child."""
    document = read_document(path, limits)
    tell(0.6)
    rows = sum(len(sheet.rows) for sheet in document.sheets)
    if rows > limits.rows:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”有 {rows} 行，超过 {limit} 行，拆成几个文件再导入。")
        raise UserError(template, file=shown_name(path), rows=rows, limit=limits.rows)
    found = _Reading(document, path, mapping).result(hashlib.sha256(path.read_bytes()).hexdigest())
    if not any(sheet.used for sheet in found.sheets):
        template = QT_TRANSLATE_NOOP("desk", "“{file}”里没有找到有“姓名”和“分机”“电话”或“手机”的标题行，不像通讯录。")
        raise UserError(template, file=shown_name(path))
    tell(1.0)
    return found


class _Reading:
    """The sheets of one document on their way to listed rows."""

    def __init__(self, document: Document, path: Path, mapping: Mapping[str, str] | None) -> None:
        self._document, self._path, self._mapping = document, path, mapping
        self._book = FaultBook(FIELD_TITLES)
        self._sources: dict[Place, tuple[Block, GridRow]] = {}
        self._sheets: list[DirectorySheet] = []
        self._skipped: list[Skipped] = []
        self._notices: list[Notice] = [_NOTICES[key] for key in document.notices if key in _NOTICES]
        self._trunk = self._edition = ""

    def result(self, sha256: str) -> DirectoryReading:
        sheets = [sheet for whole in self._document.sheets for sheet in side_by_side(whole, DIRECTORY.words)]
        rows = [row for sheet in sheets for row in self._rows(sheet)]
        found = Repeats(self._sources, self._book).resolved(rows, self._trunk)
        if found.codes_added:
            self._notices.append(Notice("codes-added", _CODES_ADDED, {"count": found.codes_added}))
        return DirectoryReading(
            self._path.name,
            sha256,
            self._document.encoding,
            tuple(self._sheets),
            {column.title: column.field for sheet in self._sheets for column in sheet.columns},
            found.rows,
            self._book.all([sheet.name for sheet in self._sheets]),
            tuple(self._skipped),
            tuple(self._notices),
            {place: tuple(row.texts()) for place, (_block, row) in self._sources.items()},
            self._trunk,
            self._edition,
        )

    def _rows(self, sheet: SheetGrid) -> list[ListedRow]:
        """Return what a sheet lists; a hidden sheet and one without numbers are told."""
        blocks, above = ([], []) if sheet.hidden else DIRECTORY.blocks_of(sheet, self._mapping)
        if not blocks:
            role = "hidden" if sheet.hidden else ("statistics" if sheet.rows else "empty")
            self._sheets.append(DirectorySheet(sheet.name, role))
            if role in _SHEET_NOTICES:
                self._notices.append(Notice(f"sheet-{role}", _SHEET_NOTICES[role], {"sheet": sheet.name}))
            return []
        self._look_at_title(above)
        reader = SheetReader(sheet, self._stands_for(_BESIDE.sub("", sheet.name), blocks), self._book)
        rows = reader.read(blocks, above)
        self._skipped += reader.skipped
        self._remember(sheet, blocks, rows)
        return rows

    def _look_at_title(self, above: Sequence[GridRow]) -> None:
        for text in (text for row in above for text in shown(row)):
            if not self._trunk and (trunk := _TRUNK.search(text)):
                self._trunk = (landline(trunk[1]).value or "").replace("-", "")
            if not self._edition and (edition := _EDITION.search(text)):
                self._edition = "".join(edition[0].split())

    def _stands_for(self, name: str, blocks: Sequence[Block]) -> Unit:
        """Return the unit that a sheet's name stands for where the table has no such column."""
        has_dept = any(block.column_of(Field.DEPT) >= 0 for block in blocks)
        if is_branch_name(name):
            return Unit(name)
        return Unit("", name) if not has_dept and is_section_name(name) else Unit()

    def _remember(self, sheet: SheetGrid, blocks: Sequence[Block], rows: Sequence[ListedRow]) -> None:
        headers = tuple(row.number for block in blocks for row in block.header)
        columns = {column.title: column for block in reversed(blocks) for column in block.columns}
        shown_columns = (*blocks[0].columns, *(one for one in columns.values() if one not in blocks[0].columns))
        self._sheets.append(DirectorySheet(sheet.name, "listed", headers, shown_columns, len(rows)))
        sources = {Place(sheet.name, row.number): (block, row) for block in blocks for row in block.rows}
        self._sources.update({row.place: sources[row.place] for row in rows})


_CODES_ADDED = QT_TRANSLATE_NOOP("desk", "{count} 行的号码没有写区号，按同单位其他号码的区号补上了。")
_SHEET_NOTICES = {
    "hidden": QT_TRANSLATE_NOOP("desk", "“{sheet}”页是隐藏的，没有读。"),
    "statistics": QT_TRANSLATE_NOOP("desk", "“{sheet}”页没有通讯录的标题行，没有读。"),
}
_NOTICES = {
    "macros": Notice("macros", QT_TRANSLATE_NOOP("desk", "文件里有宏，宏没有运行，只读了数据。")),
    "far-cells": Notice("far-cells", QT_TRANSLATE_NOOP("desk", "离表格很远的地方有零散内容，没有读。")),
    "nul": Notice("nul", QT_TRANSLATE_NOOP("desk", "文件里有空字节，已去掉，核对一遍姓名。")),
    "html": Notice("html", QT_TRANSLATE_NOOP("desk", "这其实是网页另存的表格，已按网页读。")),
}
