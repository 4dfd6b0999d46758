"""Rows of one sheet to listed people and shared sets: units carried down, every unreadable cell named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.directories.fields import NUMBERS, Field
from desk_mailadmin.intake.directories.numbers import numbers_in
from desk_mailadmin.intake.directories.result import ListedRow
from desk_mailadmin.intake.directories.rights import quota_of, right_of
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Skipped
from desk_mailadmin.intake.grid import GridRow, SheetGrid, shown
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.past_cases.people import names_in, of_note, parted
from desk_mailadmin.intake.roster.cells import RowReader
from desk_mailadmin.intake.roster.lines import is_branch_name, is_section_name, kind_of_line, section_name
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import is_blank, shortened

SHARED = re.compile(
    r"公用|共用|公共|前台|传真|会议室|值班|总机|门卫|门岗|保安|报警|监控|食堂|餐厅|厨房|机房|仓库|库房|接待|大堂|大厅|热线|"
    r"服务台|电梯|宿舍|医务|车间|收发|图书|活动室|培训室|实验室|茶水|停车|维修|电话亭|专线"
)
"""What a telephone that belongs to nobody is called."""
_SHARED_WORD = re.compile(r"^(?:公用|共用|公共)(?:电话|分机|话机|号码)?$")
_A_PERSON = re.compile(r"[㐀-鿿·]{2,3}")
_GAP = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


class Unit(Struct, frozen=True):
    """A branch and a department of it, as far as they are known."""

    branch: str = ""
    dept: str = ""


class SheetReader:
    """Reads all tables of one sheet; ``start`` is the unit that the sheet's name stands for."""

    def __init__(self, sheet: SheetGrid, start: Unit, book: FaultBook) -> None:
        self._sheet, self._unit, self._start, self._book = sheet, start, start, book
        self.skipped: list[Skipped] = []

    def read(self, blocks: Sequence[Block], above: Sequence[GridRow]) -> list[ListedRow]:
        """Return the rows in the sheet's order; titles, headings, notes and the like go to ``skipped``."""
        for row in above:
            self._skip(row, "title")
        if above and (heading := _heading(above[-1])):
            self._enter(heading)
        return [found for block in blocks for found in self._block(block)]

    def _block(self, block: Block) -> list[ListedRow]:
        for row in (*block.header, *block.repeated):
            self._skip(row, "header")
        found: list[ListedRow] = []
        for row in sorted(block.rows, key=lambda row: row.number):
            kind = self._kind(block, row)
            if not kind:
                found += self._rows(block, row)
                continue
            self._skip(row, kind)
            if kind == "section":
                self._enter(section_name(shown(row)[0]))
            elif kind == "unreadable":
                self._report_unreadable(row, block)
        return found

    def _kind(self, block: Block, row: GridRow) -> str:
        if row.problem or row.is_blank():
            return "unreadable" if row.problem else "blank"
        name = row.cell(block.column_of(Field.NAME)).text
        texts = [row.cell(block.column_of(field)).text.strip() for field in NUMBERS]
        numbers = "".join(text for text in texts if not is_blank(text))
        if heading := _heading(row):
            return "section" if heading else "note"
        if numbers and SHARED.search(name):
            return ""
        if kind := kind_of_line(row, name, numbers):
            return kind
        return "" if numbers or name.strip() else "note"

    def _skip(self, row: GridRow, kind: str) -> None:
        if kind != "blank":
            self.skipped.append(Skipped(self._sheet.name, row.number, kind, shortened(" ".join(shown(row)), 80)))

    def _enter(self, name: str) -> None:
        if is_branch_name(name):
            self._unit = Unit(name)
        else:
            branch, dept = parted(name)
            self._unit = Unit(branch or self._unit.branch, dept)

    def _rows(self, block: Block, row: GridRow) -> list[ListedRow]:
        """Return the lines of a row: one, or one for each of the people that its name cell holds."""
        cells = RowReader(self._sheet.name, block, row, self._book)
        base = self._shared_parts(cells, row)
        self._unit = Unit(base.branch, base.dept)
        if self._is_shared(cells):
            return [replace(base, shared=True, name=self._label(cells))]
        raw = cells.cell(Field.NAME).text
        if is_blank(raw):
            template = QT_TRANSLATE_NOOP("desk", "这一行有号码却没有姓名，补上姓名或地点才能导入。")
            cells.fault(Field.NAME, EntryFault("row-without-name", template), row_kept=False)
            return [base]
        return [self._person(cells, base, name) for name in names_in(raw)]

    def _person(self, cells: RowReader, base: ListedRow, raw: str) -> ListedRow:
        name, note = cells.named(raw)
        number, _dept = of_note(note)
        return replace(base, name=name, emp_no=base.emp_no or number)

    def _shared_parts(self, cells: RowReader, row: GridRow) -> ListedRow:
        branch, dept = self._place(cells)
        base = ListedRow(
            cells.sheet,
            row.number,
            branch=branch,
            dept=dept,
            emp_no=cells.emp_no() if cells.has(Field.EMP_NO) else "",
            post=cells.text(Field.POST),
            rank=cells.text(Field.RANK),
            right=cells.checked(Field.RIGHT, right_of(cells.cell(Field.RIGHT).value)) or "",
            quota_fen=cells.checked(Field.QUOTA, quota_of(cells.cell(Field.QUOTA).value)),
            quota_per="year" if "年" in cells.title(Field.QUOTA) else "month",
            email=cells.email() if cells.has(Field.EMAIL) else "",
            room=cells.text(Field.ROOM),
            remark=cells.text(Field.REMARK),
            hidden=row.hidden,
        )
        return self._with_numbers(cells, base)

    def _with_numbers(self, cells: RowReader, base: ListedRow) -> ListedRow:
        numbers: dict[str, tuple[str, ...]] = {}
        for field in NUMBERS:
            found = cells.checked(field, numbers_in(cells.cell(field).value, field)) or {}
            for kind, values in found.items():
                numbers[kind] = tuple(dict.fromkeys((*numbers.get(kind, ()), *values)))
        return replace(base, **{str(kind): values for kind, values in numbers.items()})

    def _place(self, cells: RowReader) -> tuple[str, str]:
        """Return branch and department of a row: its own, or those of the rows above."""
        branch = cells.place_name(Field.BRANCH, self._unit.branch)
        dept = cells.place_name(Field.DEPT, self._unit.dept)
        if branch and branch != self._unit.branch:
            return branch, dept
        own, dept = parted(dept) if dept else ("", "")
        return branch or own or self._unit.branch, dept or self._unit.dept

    def _is_shared(self, cells: RowReader) -> bool:
        words = (cells.text(Field.RANK), cells.text(Field.POST), cells.place_name(Field.DEPT, self._unit.dept))
        if any(_SHARED_WORD.match(word) for word in (*words, self._unit.dept)):
            return True
        name = cells.text(Field.NAME)
        return bool(SHARED.search(name)) and not (_A_PERSON.fullmatch(name) and cells.text(Field.MOBILE))

    def _label(self, cells: RowReader) -> str:
        return _GAP.sub("", cells.text(Field.NAME)) or cells.text(Field.REMARK)

    def _report_unreadable(self, row: GridRow, block: Block) -> None:
        found = EntryFault(f"line-{row.problem}", _UNREADABLE[row.problem], {"row": row.number})
        self._book.add(self._sheet.name, row, block, None, found, row_kept=False)


def _heading(row: GridRow) -> str:
    """Return the unit that a row of one text names, empty where the row says something else."""
    texts = list(dict.fromkeys(shown(row)))
    if len(texts) != 1:
        return ""
    name = section_name(texts[0])
    return name if is_section_name(name) or _SHARED_WORD.match(name) else ""


_UNREADABLE = {
    "encoding": QT_TRANSLATE_NOOP(
        "desk", "第 {row} 行有认不出的字（编码坏了），这一行没有读，在原来的程序里重新导出。"
    ),
    "long": QT_TRANSLATE_NOOP("desk", "第 {row} 行过长，不像一条记录，这一行没有读，在文件里核对。"),
    "quote": QT_TRANSLATE_NOOP("desk", "第 {row} 行有个引号没有关上，这一行没有读，在文件里补上引号。"),
}
