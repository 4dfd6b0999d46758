"""Read a roster: the one function that the rest of the program calls."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from desk_mailadmin.intake.child import Progress, run_apart
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Column, Notice, Place, Skipped
from desk_mailadmin.intake.grid import Document, GridRow, SheetGrid
from desk_mailadmin.intake.guard import ROSTER_LIMITS, Limits, shown_name
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.reading import read_document
from desk_mailadmin.intake.roster.columns import blocks_of, side_by_side
from desk_mailadmin.intake.roster.fields import FIELD_TITLES, Field
from desk_mailadmin.intake.roster.leaving import DATED_SHEET, LEAVERS_SHEET, OLD_SHEET, PLAIN_SHEET, legend
from desk_mailadmin.intake.roster.lines import is_branch_name, is_section_name
from desk_mailadmin.intake.roster.people import Frame, SheetReader
from desk_mailadmin.intake.roster.repeats import Repeats, namesakes
from desk_mailadmin.intake.roster.result import RosterReading, RosterRow, RosterSheet
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.spelled_dates import spelled_date

_SAID = {
    "left": QT_TRANSLATE_NOOP("desk", "离职"),
    "active": QT_TRANSLATE_NOOP("desk", "在职"),
    "contract-ends": QT_TRANSLATE_NOOP("desk", "合同快到期"),
    "grey": QT_TRANSLATE_NOOP("desk", "灰"),
    "red": QT_TRANSLATE_NOOP("desk", "红"),
    "orange": QT_TRANSLATE_NOOP("desk", "橙"),
    "yellow": QT_TRANSLATE_NOOP("desk", "黄"),
    "green": QT_TRANSLATE_NOOP("desk", "绿"),
    "blue": QT_TRANSLATE_NOOP("desk", "蓝"),
    "purple": QT_TRANSLATE_NOOP("desk", "紫"),
    "pink": QT_TRANSLATE_NOOP("desk", "粉"),
    "black": QT_TRANSLATE_NOOP("desk", "黑"),
}

COLOURS: Mapping[str, str] = {"grey": "left", "yellow": "contract-ends"}
"""What fills mean unless the file's own legend or the desk's settings say otherwise."""


def read_roster(
    path: Path,
    *,
    today: date,
    mapping: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RosterReading:
    """Return what a roster file says, read in a child process with caps; nothing is written anywhere.

    ``mapping`` (column title → field key, empty for "not used") overrules the guess; ``colours`` (colour name → left,
    active, contract-ends or another mark) the usual meanings. Raises UserError or EnvironmentFault, one sentence with
    what to do, where the file cannot be read, and Cancelled where ``cancelled`` said so.
    """
    values = (today, mapping, colours)
    return run_apart(roster_of_file, path, ROSTER_LIMITS, *values, progress=progress, cancelled=cancelled)


def roster_of_file(
    path: Path,
    limits: Limits,
    today: date,
    mapping: Mapping[str, str] | None,
    colours: Mapping[str, str] | None,
    tell: Progress,
) -> RosterReading:
    """Return what a roster file says; runs in the child."""
    document = read_document(path, limits)
    tell(0.6)
    rows = sum(len(sheet.rows) for sheet in document.sheets)
    if rows > limits.rows:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”有 {rows} 行，超过 {limit} 行，拆成几个文件再导入。")
        raise UserError(template, file=shown_name(path), rows=rows, limit=limits.rows)
    reading = _Reading(document, today, mapping, colours)
    found = reading.result(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    if not any(sheet.used for sheet in found.sheets):
        template = QT_TRANSLATE_NOOP("desk", "“{file}”里没有找到“姓名”这一列，不像花名册。")
        raise UserError(template, file=shown_name(path))
    tell(1.0)
    return found


class _Reading:
    """The sheets of one document on their way to people."""

    def __init__(
        self, document: Document, today: date, mapping: Mapping[str, str] | None, colours: Mapping[str, str] | None
    ) -> None:
        self._document, self._today, self._mapping = document, today, mapping
        self._colours = colours
        self._many = False
        self._book = FaultBook(FIELD_TITLES)
        self._sources: dict[Place, tuple[Block, GridRow]] = {}
        self._sheets: list[RosterSheet] = []
        self._skipped: list[Skipped] = []
        self._notices: list[Notice] = [_NOTICES[key] for key in document.notices]

    def result(self, file: str, sha256: str) -> RosterReading:
        sheets = [sheet for whole in self._document.sheets for sheet in side_by_side(whole)]
        tables = _newest_only([(sheet, *self._table(sheet)) for sheet in sheets])
        self._many = len({sheet.name.partition("（")[0] for sheet, role, _, _ in tables if role == "people"}) > 1
        rows = [row for sheet, role, blocks, above in tables for row in self._people(sheet, role, blocks, above)]
        leavers = {sheet.name for sheet in self._sheets if sheet.role == "leavers"}
        rows = Repeats(self._sources, leavers, self._book).resolved(rows)
        self._say_what_is_missing(rows)
        names = [sheet.name for sheet in self._sheets]
        return RosterReading(
            file,
            sha256,
            self._document.encoding,
            tuple(self._sheets),
            {column.title: column.field for sheet in self._sheets for column in sheet.columns},
            tuple(rows),
            self._book.all(names),
            tuple(self._skipped),
            tuple(self._notices),
            namesakes(rows),
            self._book.originals,
        )

    def _table(self, sheet: SheetGrid) -> tuple[str, list[Block], list[GridRow]]:
        """Return what a sheet is for, its tables and the rows above them."""
        if sheet.hidden:
            return "hidden", [], []
        blocks, above = blocks_of(sheet, self._mapping)
        blocks = [block for block in blocks if block.column_of(Field.NAME) >= 0]
        if LEAVERS_SHEET.search(sheet.name) and blocks:
            return "leavers", blocks, above
        if OLD_SHEET.search(sheet.name) and len(self._document.sheets) > 1:
            return "old", [], []
        return ("people" if blocks else "statistics"), blocks, above

    def _people(
        self, sheet: SheetGrid, role: str, blocks: Sequence[Block], above: Sequence[GridRow]
    ) -> list[RosterRow]:
        if not blocks and not sheet.rows and role != "hidden":
            self._sheets.append(RosterSheet(sheet.name, "empty"))
            return []
        if not blocks:
            self._sheets.append(RosterSheet(sheet.name, role, sheet.hidden))
            self._notices.append(Notice(f"sheet-{role}", _SHEET_NOTICES[role], {"sheet": sheet.name}))
            return []
        reader = SheetReader(sheet, self._frame(sheet, role, blocks), self._book)
        rows = reader.read(blocks, above)
        self._skipped += reader.skipped
        self._remember(sheet, role, blocks, rows)
        self._say_colours(sheet, reader)
        return rows

    def _frame(self, sheet: SheetGrid, role: str, blocks: Sequence[Block]) -> Frame:
        notes = [cell.text for row in sheet.rows for cell in row.cells[:3] if "色" in cell.text]
        own = legend(notes)
        colours = {**COLOURS, **own, **(self._colours or {})}
        if own:
            said = "、".join(f"{_SAID.get(c, c)}＝{_SAID.get(m, m)}" for c, m in sorted(own.items()))
            self._notices.append(Notice("legend", _LEGEND, {"sheet": sheet.name, "colours": said}))
        branch, dept = self._stands_for(_BESIDE.sub("", sheet.name), blocks)
        return Frame(self._today, colours, branch, dept, role == "leavers", self._document.epoch_1904)

    def _stands_for(self, name: str, blocks: Sequence[Block]) -> tuple[str, str]:
        """Return the branch and the department that a sheet's name stands for where it has no such column."""
        without = {field for field in (Field.BRANCH, Field.DEPT) if all(one.column_of(field) < 0 for one in blocks)}
        if Field.BRANCH in without and is_branch_name(name):
            return name, ""
        if Field.DEPT in without and is_section_name(name):
            return "", name
        places = self._many and Field.BRANCH in without and not PLAIN_SHEET.search(name)
        return (name if places else ""), ""

    def _remember(self, sheet: SheetGrid, role: str, blocks: Sequence[Block], rows: Sequence[RosterRow]) -> None:
        if not any(block.header for block in blocks):
            self._notices.append(Notice("no-header", _NO_HEADER, {"sheet": sheet.name}))
        headers = tuple(row.number for block in blocks for row in block.header)
        columns = {column.title: column for block in reversed(blocks) for column in block.columns}
        shown = (*blocks[0].columns, *(one for one in columns.values() if one not in blocks[0].columns))
        legible = tuple(self._legible(column) for column in shown)
        self._sheets.append(RosterSheet(sheet.name, role, sheet.hidden, headers, legible, len(rows)))
        sources = {Place(sheet.name, row.number): (block, row) for block in blocks for row in block.rows}
        self._sources.update({row.place: sources[row.place] for row in rows})

    def _legible(self, column: Column) -> Column:
        """Let the samples of a date column show days where the file holds their serial numbers."""
        if column.field not in (Field.HIRED_ON, Field.LEFT_ON):
            return column
        return replace(column, samples=tuple(map(self._as_day, column.samples)))

    def _as_day(self, sample: str) -> str:
        if not _SERIAL.fullmatch(sample):
            return sample
        day = spelled_date(sample, self._today, future_allowed=True, epoch_1904=self._document.epoch_1904).value
        return day.isoformat() if day else sample

    def _say_colours(self, sheet: SheetGrid, reader: SheetReader) -> None:
        for colour in sorted(reader.decoration):
            self._notices.append(Notice("colour-decoration", _DECORATION, {"sheet": sheet.name, "colour": colour}))
        for colour, count in sorted(reader.unknown_colours.items()):
            values = {"sheet": sheet.name, "colour": colour, "count": count}
            self._notices.append(Notice("colour-unknown", _UNKNOWN_COLOUR, values))

    def _say_what_is_missing(self, rows: Sequence[RosterRow]) -> None:
        columns = {column.field for sheet in self._sheets if sheet.role == "people" for column in sheet.columns}
        if Field.EMP_NO not in columns:
            self._notices.append(Notice("no-emp-no", QT_TRANSLATE_NOOP("desk", "没有找到“工号”这一列，按姓名认人。")))
        if Field.DEPT not in columns and not any(row.dept for row in rows):
            self._notices.append(Notice("no-dept", QT_TRANSLATE_NOOP("desk", "没有找到“部门”这一列。")))


_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_BESIDE = re.compile(r"（[A-Z]+–[A-Z]+ 列）$")
"""What ``side_by_side`` writes behind the name of a sheet."""

Table = tuple[SheetGrid, str, list[Block], list[GridRow]]


def _newest_only(tables: Sequence[Table]) -> list[Table]:
    """Of sheets that show the same people month by month (10月, 11月) keep the last; the others count as old."""
    dated = {sheet.name: _date_of(sheet.name) for sheet, role, _, _ in tables if role == "people"}
    if len(dated) < 2 or not all(map(any, dated.values())):  # noqa: PLR2004  (one sheet has nothing to be older than)
        return list(tables)
    names = {sheet.name: _names_in(blocks) for sheet, _, blocks, _ in tables}
    newest = max(dated, key=lambda name: dated[name])
    old = {name for name in dated if name != newest and len(names[name] & names[newest]) * 2 > len(names[name])}
    return [(table[0], "old", [], []) if table[0].name in old else table for table in tables]


def _date_of(name: str) -> tuple[int, int]:
    found = DATED_SHEET.search(name)
    return (int(found[1] or found[3] or 1), int(found[2] or found[4] or 0)) if found else (0, 0)


def _names_in(blocks: Sequence[Block]) -> set[str]:
    return {"".join(row.cell(block.column_of(Field.NAME)).text.split()) for block in blocks for row in block.rows}


_NO_HEADER = QT_TRANSLATE_NOOP("desk", "“{sheet}”页没有标题行，各列是按内容认的，核对一遍。")
_LEGEND = QT_TRANSLATE_NOOP("desk", "“{sheet}”页里写明了颜色的意思，已照它读：{colours}。")
_DECORATION = QT_TRANSLATE_NOOP("desk", "“{sheet}”页很多行有同一种底色（{colour}），当作装饰，不表示离职。")
_UNKNOWN_COLOUR = QT_TRANSLATE_NOOP("desk", "“{sheet}”页有 {count} 行的底色（{colour}）不知道是什么意思，按在职。")
_SHEET_NOTICES = {
    "hidden": QT_TRANSLATE_NOOP("desk", "“{sheet}”页是隐藏的，没有读。"),
    "old": QT_TRANSLATE_NOOP("desk", "“{sheet}”页是旧表或说明，没有读。"),
    "statistics": QT_TRANSLATE_NOOP("desk", "“{sheet}”页没有“姓名”列，没有读。"),
    "leavers": QT_TRANSLATE_NOOP("desk", "“{sheet}”页没有“姓名”列，没有读。"),
}
_NOTICES = {
    "colours-not-read": Notice(
        "colours-not-read",
        QT_TRANSLATE_NOOP("desk", "这种文件读不出底色、删除线和隐藏行，靠它们标的离职人员认不出来。"),
    ),
    "macros": Notice("macros", QT_TRANSLATE_NOOP("desk", "文件里有宏，宏没有运行，只读了数据。")),
    "far-cells": Notice("far-cells", QT_TRANSLATE_NOOP("desk", "离表格很远的地方有零散内容，没有读。")),
    "nul": Notice("nul", QT_TRANSLATE_NOOP("desk", "文件里有空字节，已去掉，核对一遍姓名。")),
    "html": Notice("html", QT_TRANSLATE_NOOP("desk", "这其实是网页另存的表格，已按网页读。")),
}
