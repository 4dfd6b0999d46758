"""Rows of one sheet to people: departments carried down, leavers told, every fault named by its cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Severity, Skipped
from desk_mailadmin.intake.grid import GridRow, SheetGrid, shown
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.roster.cells import RowReader
from desk_mailadmin.intake.roster.fields import Field
from desk_mailadmin.intake.roster.leaving import date_in, says_left, says_moved, status_says_left
from desk_mailadmin.intake.roster.lines import is_branch_name, is_section_name, kind_of_line, section_name
from desk_mailadmin.intake.roster.result import RosterRow
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import is_blank, shortened

_BANDING = 0.34
"""A colour on more than a third of the rows is decoration, not a meaning."""
_MERGED_AWAY = 0.3
"""A department column as empty as that had merged cells before it was saved without them."""
_LEAVERS_LINE = re.compile(r"\s*以下|.*[:：]\s*$|\D{1,12}(?:[(（]\d+人?[)）])?$")
_OWN_COMPANY = re.compile(r"有限|股份|集团|(?<!分)公司\s*$")
_PATH = re.compile(r"[/\\>＞→|—]+|(?<=[公司部])[-_](?=[一-鿿])")


class Frame(Struct, frozen=True):
    """What is known before the rows are read: the day, what colours mean, the branch a sheet stands for."""

    today: date
    colours: Mapping[str, str]
    branch: str = ""
    dept: str = ""
    leavers: bool = False
    epoch_1904: bool = False


class SheetReader:
    """Reads all blocks of one sheet."""

    def __init__(self, sheet: SheetGrid, frame: Frame, book: FaultBook) -> None:
        self._sheet, self._frame, self._book = sheet, frame, book
        self._branch = self._dept = self._section_branch = self._section_dept = ""
        self._section_left = self._heading_above = False
        self.skipped: list[Skipped] = []
        self.decoration: set[str] = set()
        self.unknown_colours: Counter[str] = Counter()

    def read(self, blocks: Sequence[Block], above: Sequence[GridRow]) -> list[RosterRow]:
        """Return the rows of people in the sheet's order; titles, notes and the like go to ``skipped``."""
        for row in above:
            self._skip(row, "title")
        texts = shown(above[-1]) if above else []
        if len(texts) == 1 and is_section_name(section_name(texts[0])) and not _OWN_COMPANY.search(texts[0]):
            self._enter_section(section_name(texts[0]))
            self._heading_above = True
        return [person for block in blocks for person in self._block(block)]

    def _block(self, block: Block) -> list[RosterRow]:
        for row in (*block.header, *block.repeated):
            self._skip(row, "header")
        lines = [(row, self._kind(block, row)) for row in block.rows]
        self._find_decoration(block, [row for row, kind in lines if not kind])
        carried = self._carried_down(block, [row for row, kind in lines if not kind])
        self._branch = self._dept = ""
        if not self._heading_above:
            self._section_branch = self._section_dept = ""
            self._section_left = False
        found = [self._line(block, row, kind, carried) for row, kind in sorted(lines, key=lambda line: line[0].number)]
        return [person for person in found if person]

    def _line(self, block: Block, row: GridRow, kind: str, carried: frozenset[Field]) -> RosterRow | None:
        if kind:
            self._skip(row, kind)
            self._after(row, kind, block)
            return None
        self._heading_above = False
        return self._person(block, row, carried)

    def _kind(self, block: Block, row: GridRow) -> str:
        """Return why a row is no person; an empty text where it is one."""
        if row.problem or row.is_blank():
            return "unreadable" if row.problem else "blank"
        name, number = row.cell(block.column_of(Field.NAME)).text, row.cell(block.column_of(Field.EMP_NO)).text
        if kind := kind_of_line(row, name, "" if is_blank(number) else number):
            return kind
        own = [field for field in Field if field not in (Field.BRANCH, Field.DEPT, Field.REMARK)]
        if not any(self._own_text(block, row, field) for field in own):
            return "note" if self._own_text(block, row, Field.REMARK) else "blank"
        return "" if name.strip() else "no-name"

    @staticmethod
    def _own_text(block: Block, row: GridRow, field: Field) -> str:
        return row.cell(block.column_of(field)).text.strip()

    def _after(self, row: GridRow, kind: str, block: Block) -> None:
        """Take what a line that is no person means for those below it."""
        leavers = kind == "note" and _LEAVERS_LINE.match(shown(row)[0]) and says_left(shown(row)[0])
        if kind != "blank":
            self._heading_above = kind == "section" or bool(leavers)
        if kind == "section":
            self._enter_section(section_name(shown(row)[0]))
        elif leavers:
            self._section_left = True
        elif kind in ("vacant-post", "no-name"):
            self._report_nobody(row, kind, block)
        elif kind == "unreadable":
            self._report_unreadable(row, block)

    def _enter_section(self, name: str) -> None:
        self._section_left = False
        if is_branch_name(name):
            self._section_branch, self._section_dept = name, ""
        else:
            self._section_dept = name

    def _report_nobody(self, row: GridRow, kind: str, block: Block) -> None:
        template = QT_TRANSLATE_NOOP("desk", "这一行没有姓名，不能导入。")
        if kind == "vacant-post":
            template = QT_TRANSLATE_NOOP("desk", "这一行是空岗，没有人，不导入。")
        severity = Severity.NOTICE if kind == "vacant-post" else Severity.ERROR
        found = EntryFault("row-without-name", template)
        self._book.add(self._sheet.name, row, block, Field.NAME, found, severity=severity, row_kept=False)

    def _report_unreadable(self, row: GridRow, block: Block) -> None:
        template = {
            "quote": QT_TRANSLATE_NOOP("desk", "第 {row} 行有个引号没有关上，这一行没有读。"),
            "long": QT_TRANSLATE_NOOP("desk", "第 {row} 行太长，不像花名册的一行，没有读。"),
        }.get(row.problem, QT_TRANSLATE_NOOP("desk", "第 {row} 行有认不出的字节，可能是乱码，没有读。"))
        found = EntryFault(f"line-{row.problem}", template, {"row": row.number})
        self._book.add(self._sheet.name, row, block, None, found, row_kept=False)

    def _skip(self, row: GridRow, kind: str) -> None:
        text = " ".join(dict.fromkeys(shown(row)))
        if text:
            self.skipped.append(Skipped(self._sheet.name, row.number, kind, shortened(text, 80)))

    def _find_decoration(self, block: Block, rows: Sequence[GridRow]) -> None:
        """Find colours so common that they only band the table."""
        fills = Counter(_fill(block, row) for row in rows)
        for colour, count in fills.items():
            if colour and count > max(3, _BANDING * len(rows)):
                self.decoration.add(colour)

    def _carried_down(self, block: Block, rows: Sequence[GridRow]) -> frozenset[Field]:
        """Return which of branch and department must be carried down because their merged cells were lost."""
        carried = set()
        for field in (Field.BRANCH, Field.DEPT):
            cells = [row.cell(block.column_of(field)) for row in rows]
            holes = [not cell.text.strip() and not cell.problem for cell in cells]
            if block.column_of(field) >= 0 and holes and not holes[0] and sum(holes) >= _MERGED_AWAY * len(holes):
                carried.add(field)
        return frozenset(carried)

    def _person(self, block: Block, row: GridRow, carried: frozenset[Field]) -> RosterRow:
        cells = RowReader(self._sheet.name, block, row, self._book)
        name, note = cells.name()
        branch, dept = self._place(cells, carried)
        person = RosterRow(
            self._sheet.name,
            row.number,
            name,
            cells.emp_no(),
            branch,
            dept,
            cells.text(Field.POST),
            cells.text(Field.RANK),
            cells.gender(),
            cells.mobile(),
            cells.extension(),
            cells.email(),
            cells.day(Field.HIRED_ON, self._frame.today, epoch_1904=self._frame.epoch_1904),
            cells.day(Field.LEFT_ON, self._frame.today, future_allowed=True, epoch_1904=self._frame.epoch_1904),
            cells.text(Field.STATUS),
            cells.text(Field.REMARK),
            name_note=note,
            hidden=row.hidden,
        )
        person = self._with_leaving(person, cells, block, row)
        self._check_missing(person, cells)
        return person

    def _place(self, cells: RowReader, carried: frozenset[Field]) -> tuple[str, str]:
        """Return branch and department: the cells' own, the section's, the ones above, or what the sheet stands for."""
        branch, dept = cells.place_name(Field.BRANCH, self._branch), cells.place_name(Field.DEPT, self._dept)
        if not branch and Field.BRANCH in carried and not cells.cell(Field.BRANCH).problem:
            branch = self._branch
        same_branch = not branch or branch == self._branch
        if not dept and Field.DEPT in carried and same_branch and not cells.cell(Field.DEPT).problem:
            dept = self._dept
        self._branch, self._dept = branch or self._branch, dept or self._dept
        if not branch:
            branch, dept = _parted(dept)
        return branch or self._section_branch or self._frame.branch, dept or self._section_dept or self._frame.dept

    def _with_leaving(self, person: RosterRow, cells: RowReader, block: Block, row: GridRow) -> RosterRow:
        colour = _fill(block, row)
        meaning = "" if colour in self.decoration else self._frame.colours.get(colour, "")
        if colour and colour not in self.decoration and colour not in self._frame.colours:
            self.unknown_colours[colour] += 1
        marks = (meaning,) if meaning and meaning not in ("left", "active") else ()
        person = replace(person, marks=marks)
        left_by = self._left_by(person, cells, meaning)
        if not left_by:
            self._say_moved(person, cells)
            return person
        day = person.left_on or date_in(f"{person.name_note} {person.status} {person.remark}", self._frame.today)
        if day and day > self._frame.today:
            return replace(person, left_on=day)
        stands = self._check_order(person, day, cells)
        return replace(person, left=True, left_by=left_by, left_on=day if stands else None)

    def _left_by(self, person: RosterRow, cells: RowReader, meaning: str) -> str:
        says = self._status(cells)
        strike = cells.cell(Field.NAME).strike or cells.cell(Field.EMP_NO).strike
        signs = (
            ("sheet", self._frame.leavers),
            ("remark", says_left(person.remark) or says_left(person.name_note)),
            ("status", says is True),
            ("left_on", person.left_on <= self._frame.today if person.left_on else cells.has_left_on()),
            ("section", self._section_left),
            ("strike", strike),
            ("fill", meaning == "left"),
        )
        sign = next((sign for sign, stands in signs if stands), "")
        if sign in ("strike", "fill") and says is False:
            template = QT_TRANSLATE_NOOP("desk", "状态写着“{text}”，底色或删除线却表示离职，先按离职。")
            found = EntryFault("left-unclear", template, {"text": shortened(person.status)})
            cells.fault(Field.STATUS, found, Severity.NOTICE)
        return sign

    @staticmethod
    def _status(cells: RowReader) -> bool | None:
        """Return whether the status column says left; None where it is empty or nobody can tell."""
        text = cells.cell(Field.STATUS).text.strip()
        says = status_says_left(cells.title(Field.STATUS), text) if text else None
        if text and says is None:
            template = QT_TRANSLATE_NOOP("desk", "看不出状态“{text}”是在职还是离职，先按在职。")
            cells.fault(
                Field.STATUS, EntryFault("status-unknown", template, {"text": shortened(text)}), Severity.NOTICE
            )
        return says

    @staticmethod
    def _say_moved(person: RosterRow, cells: RowReader) -> None:
        if says_moved(person.remark):
            template = QT_TRANSLATE_NOOP("desk", "备注“{text}”说此人调动了，先按在职，离开了就登记离职。")
            found = EntryFault("remark-moved", template, {"text": shortened(person.remark)})
            cells.fault(Field.REMARK, found, Severity.NOTICE)

    def _check_order(self, person: RosterRow, day: date | None, cells: RowReader) -> bool:
        """Say whether the day of leaving can stand; one before the hiring is named and not kept."""
        wrong = bool(day and person.hired_on and day < person.hired_on)
        if wrong:
            template = QT_TRANSLATE_NOOP("desk", "离职日期 {left} 早于入职日期 {hired}。")
            found = EntryFault("left-before-hired", template, {"left": day, "hired": person.hired_on})
            cells.fault(Field.LEFT_ON if cells.has(Field.LEFT_ON) else Field.REMARK, found)
        return not wrong

    def _check_missing(self, person: RosterRow, cells: RowReader) -> None:
        if self._frame.leavers:
            return
        if cells.has(Field.EMP_NO) and is_blank(cells.cell(Field.EMP_NO).text):
            template = QT_TRANSLATE_NOOP("desk", "“{name}”没有工号，补上工号或确认没有。")
            cells.fault(Field.EMP_NO, EntryFault("empno-missing", template, {"name": person.name}), row_kept=False)
        if cells.has(Field.MOBILE) and not person.left and is_blank(cells.cell(Field.MOBILE).text):
            found = EntryFault("mobile-missing", QT_TRANSLATE_NOOP("desk", "没有手机号码。"))
            cells.fault(Field.MOBILE, found, Severity.NOTICE)
        if not person.dept and (cells.has(Field.DEPT) or self._section_branch):
            template = QT_TRANSLATE_NOOP("desk", "“{name}”没有部门。")
            cells.fault(
                Field.DEPT,
                EntryFault("dept-missing", template, {"name": person.name}, self._dept or None),
                row_kept=False,
            )


def _parted(dept: str) -> tuple[str, str]:
    """Take a path apart: 宏远集团/华北分公司/财务部 → 华北分公司, 财务部."""
    parts = [part for part in _PATH.split(dept) if part]
    branches = [at for at, part in enumerate(parts[:-1]) if is_branch_name(part)]
    return (parts[branches[-1]], "/".join(parts[branches[-1] + 1 :])) if branches else ("", dept)


def _fill(block: Block, row: GridRow) -> str:
    """Return the colour of a row: that of the name, or of the number where the name has none."""
    return row.cell(block.column_of(Field.NAME)).fill or row.cell(block.column_of(Field.EMP_NO)).fill
