"""One row of a ledger to the cases it tells of, one for each person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.findings import Severity
from desk_mailadmin.intake.grid import GridRow
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.past_cases.days import Calendar, day_of, month_of_line, year_in
from desk_mailadmin.intake.past_cases.fields import Field
from desk_mailadmin.intake.past_cases.people import hides_others, names_in, of_note, parted, places_in
from desk_mailadmin.intake.past_cases.result import PastCase
from desk_mailadmin.intake.past_cases.sanctions import SanctionsFound, sanctions_of
from desk_mailadmin.intake.past_cases.spellings import Spellings
from desk_mailadmin.intake.past_cases.states import Standing, standing_of
from desk_mailadmin.intake.past_cases.sums import SumReader, Sums
from desk_mailadmin.intake.roster.cells import RowReader
from desk_mailadmin.intake.roster.lines import is_branch_name
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import is_blank, shortened

_EACH = re.compile(r"各罚|每人|各自|分别罚|各扣")


class Above(Struct, frozen=True):
    """What the lines above a row mean for it: year and month, the section's unit, the last case and its row."""

    calendar: Calendar
    branch: str = ""
    dept: str = ""
    case: PastCase | None = None
    row: GridRow | None = None


class CaseReader:
    """Reads one row. ``calendar`` is what its column of months says from here on.

    ``splits_a_sum`` is the column of a sum that was merged over people of different names, empty where there is none.
    """

    def __init__(self, cells: RowReader, above: Above, spellings: Spellings) -> None:
        self._cells, self._above, self._spellings = cells, above, spellings
        self.calendar = above.calendar
        self.splits_a_sum = ""

    def read(self, row: GridRow, block: Block) -> list[PastCase]:
        """Return the case of each person that the row names; what cannot be read is named by its cell."""
        cells = self._cells
        facts, said_of = cells.text(Field.FACTS), cells.text(Field.SANCTION)
        names = names_in(cells.cell(Field.NAME).text)
        said = sanctions_of(said_of, self._spellings)
        each = bool(_EACH.search(f"{facts} {said_of}"))
        reader = SumReader(cells, len(names), each, self._spellings)
        sums = self._merged_above(block, row) or reader.read(said)
        standing = self._standing(cells, reader, sums, said_of)
        self._check_sanction(cells, said, said_of, sums, standing)
        case = PastCase(
            cells.sheet,
            row.number,
            slip=self._slip(cells),
            occurred_on=self._day(cells),
            facts=facts,
            clause=self._clause(cells, facts),
            clause_text=" ".join(filter(None, (cells.text(Field.REGULATION), cells.text(Field.CLAUSE)))),
            sanctions=(*said.keys, *sums.sanctions),
            sanction_text=said_of,
            fine_fen=sums.fine_fen,
            recovery_fen=sums.recovery_fen,
            waived_fen=standing.waived_fen,
            deducted_fen=standing.deducted_fen,
            state=standing.state,
            settled=standing.settled,
            remark="；".join(filter(None, (cells.text(Field.REMARK), sums.notes, cells.text(Field.DEDUCTED)))),
            hidden=row.hidden,
        )
        return self._of_people(case, cells, names)

    def _of_people(self, case: PastCase, cells: RowReader, names: Sequence[str]) -> list[PastCase]:
        """Return the case once for each person, with the department of each."""
        places = places_in(cells.text(Field.DEPT), len(names))
        numbers = places_in(cells.cell(Field.EMP_NO).text, len(names))
        branch = cells.place_name(Field.BRANCH, self._above.case.branch if self._above.case else "")
        if branch and not is_branch_name(branch) and not cells.has(Field.DEPT):
            branch, places = "", [branch] * len(names)
        found = []
        for part, (raw, place, number) in enumerate(zip(names, places, numbers, strict=True)):
            name, note = self._name(cells, raw)
            own_number, own_dept = of_note(note)
            own_branch, dept = parted("".join(place.split()) or own_dept)
            emp_no = (cells.emp_no() if len(names) == 1 else number) or own_number
            found.append(
                replace(
                    case,
                    part=part,
                    name=name,
                    emp_no=emp_no,
                    branch=own_branch or branch or self._above.branch,
                    dept=dept or self._above.dept,
                )
            )
        return found

    def _name(self, cells: RowReader, raw: str) -> tuple[str, str]:
        if is_blank(raw):
            above = self._above.case.name if self._above.case else None
            template = QT_TRANSLATE_NOOP("desk", "这一行没有姓名，不知道处罚的是谁，补上姓名才能导入。")
            found = EntryFault("row-without-name", template, repair=above or None)
            cells.fault(Field.NAME, found, row_kept=False)
            return "", ""
        if hides_others(raw):
            template = QT_TRANSLATE_NOOP("desk", "“{text}”没有把人写全，把每个人的姓名都写出来。")
            cells.fault(Field.NAME, EntryFault("name-others", template, {"text": shortened(raw)}), row_kept=False)
            return raw.strip(), ""
        return cells.named(raw)

    def _slip(self, cells: RowReader) -> str:
        text = cells.text(Field.SLIP)
        return re.sub(r"\s*[(（][^)）]*[)）]\s*$", "", text).strip()

    def _day(self, cells: RowReader) -> date | None:
        """Return the day of a row; a blank cell below a day is the same day, and is said so."""
        self._look_at_month(cells)
        entry = cells.cell(Field.OCCURRED_ON).value
        for field in (Field.YEAR, Field.DAY):
            joined = cells.cell(field).text
            if is_blank(cells.cell(Field.OCCURRED_ON).text) and (field is Field.DAY or "-" in joined):
                entry = entry if entry not in (None, "") else cells.cell(field).value
        where = next((f for f in (Field.OCCURRED_ON, Field.DAY, Field.YEAR) if cells.has(f)), Field.OCCURRED_ON)
        day = cells.checked(where, day_of(entry, self.calendar), row_kept=False)
        if day is None and is_blank(str(entry if entry is not None else "")):
            return self._day_above(cells, where)
        if day:
            self._check_month(cells, where, day)
        return day

    def _look_at_month(self, cells: RowReader) -> None:
        year = year_in(cells.cell(Field.YEAR).text)
        value = cells.cell(Field.MONTH).value
        if isinstance(value, datetime | date):
            found = (value.year, value.month)
        else:
            text = cells.cell(Field.MONTH).text.strip()
            found = month_of_line(f"{text}月" if text.isdigit() else text)
        if year or found[1]:
            self.calendar = replace(
                self.calendar,
                year=year or found[0] or self.calendar.year,
                month=found[1] or self.calendar.month,
            )

    def _day_above(self, cells: RowReader, where: Field) -> date | None:
        if self._above.case and self._above.case.occurred_on:
            template = QT_TRANSLATE_NOOP("desk", "这一行没有日期，按上一行的 {day}，核对一遍。")
            found = EntryFault("date-carried", template, {"day": self._above.case.occurred_on})
            cells.fault(where, found, Severity.NOTICE)
            return self._above.case.occurred_on
        found = EntryFault("date-missing", QT_TRANSLATE_NOOP("desk", "这一行没有日期，补上日期才能导入。"))
        cells.fault(where, found, row_kept=False)
        return None

    def _check_month(self, cells: RowReader, where: Field, day: date) -> None:
        wrong_month = self.calendar.month not in (0, day.month)
        wrong_year = self.calendar.year not in (0, day.year)
        if wrong_month or wrong_year:
            template = QT_TRANSLATE_NOOP("desk", "日期 {day} 不在这一段写的“{heading}”里，核对一遍。")
            heading = f"{self.calendar.year or ''}{'年' if self.calendar.year else ''}"
            heading += f"{self.calendar.month}月" if self.calendar.month else ""
            found = EntryFault("date-elsewhere", template, {"day": day, "heading": heading})
            cells.fault(where, found, Severity.NOTICE)

    def _clause(self, cells: RowReader, facts: str) -> str:
        text = f"{cells.text(Field.REGULATION)} {cells.text(Field.CLAUSE)}".strip()
        found = self._spellings.clause(text, facts)
        where = next((f for f in (Field.CLAUSE, Field.REGULATION, Field.FACTS) if cells.has(f)), Field.CLAUSE)
        if found.fault is not None:
            cells.fault(where, found.fault, Severity.NOTICE)
        return found.value or ""

    def _standing(self, cells: RowReader, reader: SumReader, sums: Sums, said_of: str) -> Standing:
        state = cells.text(Field.STATE)
        title = cells.title(Field.STATE)
        if (state in ("否", "×") and "有效" in title) or (state in ("是", "√") and "作废" in title):
            state = "作废"
        slip = cells.text(Field.SLIP)
        said = "；".join((cells.text(Field.REMARK), state, said_of, sums.notes, slip, cells.text(Field.WAIVED)))
        due = sums.fine_fen + sums.recovery_fen
        rest = reader.column(Field.REST, cells.cell(Field.REST).value)
        paid = reader.column(Field.DEDUCTED, cells.cell(Field.DEDUCTED).value)
        waived = reader.column(Field.WAIVED, cells.cell(Field.WAIVED).value) or 0
        if paid is None and rest is not None and rest < due:
            paid = due - rest
        standing = standing_of(said, cells.text(Field.DEDUCTED), due, Standing("", "", waived, paid or 0))
        if standing.state == "valid" and cells.cell(Field.NAME).strike:
            template = QT_TRANSLATE_NOOP("desk", "这一行有删除线，按作废，核对一遍。")
            cells.fault(Field.NAME, EntryFault("strike-void", template), Severity.NOTICE)
            return Standing("void")
        return standing

    def _check_sanction(
        self, cells: RowReader, said: SanctionsFound, said_of: str, sums: Sums, standing: Standing
    ) -> None:
        if said.keys or sums.sanctions or standing.state != "valid":
            return
        where = Field.SANCTION if cells.has(Field.SANCTION) else Field.AMOUNT
        if is_blank(said_of):
            template = QT_TRANSLATE_NOOP("desk", "没有写怎么处理，也没有金额，补上处理结果。")
        else:
            template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是什么处理，照原文保留。")
        found = EntryFault("sanction-unknown", template, {"text": shortened(said_of)})
        cells.fault(where, found, Severity.NOTICE)

    def _merged_above(self, block: Block, row: GridRow) -> Sums | None:
        """Return no sum for a row whose sum was merged with that of the row above, which has it already."""
        last = self._above.row
        for field in (Field.AMOUNT, Field.FINE, Field.RECOVERY):
            at = block.column_of(field)
            own = row.cell(at)
            if last is None or not own.merged or is_blank(own.text) or last.cell(at) != own:
                continue
            name = self._cells.cell(Field.NAME).text.strip()
            if self._above.case and name != self._above.case.name:
                self.splits_a_sum = field
                self._cells.fault(field, sum_of_several(self._cells, field), row_kept=False)
            else:
                template = QT_TRANSLATE_NOOP("desk", "“{text}”是和上一行合并的一格，只记在上一行。")
                found = EntryFault("amount-merged", template, {"text": shortened(own.text)})
                self._cells.fault(field, found, Severity.NOTICE)
            return Sums()
        return None


def sum_of_several(cells: RowReader, field: str) -> EntryFault:
    """Return what is wrong with a sum that stands in one merged cell for several people."""
    template = QT_TRANSLATE_NOOP("desk", "“{text}”是几个人合并的一格，分不清各多少，在每一行写上各自的金额。")
    return EntryFault("amount-shared", template, {"text": shortened(cells.cell(field).text)})
