"""One bill on its way from rows to calls, charges, totals and faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desk_mailadmin.intake.bills.cells import CellReader
from desk_mailadmin.intake.bills.fields import FIELD_TITLES, Field
from desk_mailadmin.intake.bills.notes import Heading, Totals, block_number, take_totals, total_word
from desk_mailadmin.intake.bills.one_call import CallRows, Staged, Wrong
from desk_mailadmin.intake.bills.staging import Staging
from desk_mailadmin.intake.bills.tables import CALLS, CHARGES, Table, table_of
from desk_mailadmin.intake.bills.text_rows import Row
from desk_mailadmin.intake.findings import Fault, Place, Severity, Skipped
from desk_mailadmin.intake.grid import column_letter
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import shortened, text_of_entry

MOST_FAULTS = 1_000
"""Faults kept one by one; beyond them only their count."""
_MOST_SKIPPED = 500
_SAMPLED = 3
_NUMBER_ALONE = re.compile(r"[\s\t=\"]*[+(（]?\d[\d\s()（）-]{3,}[\s\"]*(?:\.0)?")
_FEWEST_CELLS = 3
"""A row with fewer filled cells is a note, not a call that went wrong."""

PROBLEMS = {
    "encoding": QT_TRANSLATE_NOOP("desk", "有认不出的字节，这一行没有计入；向运营商要一份完好的文件。"),
    "long": QT_TRANSLATE_NOOP("desk", "这一行长得不正常，没有计入；向运营商要一份完好的文件。"),
    "quote": QT_TRANSLATE_NOOP("desk", "引号没有配对，这一行断了，没有计入；向运营商要完整的清单再导入。"),
}
"""What is said of a line that cannot be taken apart."""


class OneBill:
    """Collects what the rows of a bill give; the calls go to ``staging``."""

    def __init__(self, reader: CellReader, staging: Staging, mapping: Mapping[str, str] | None) -> None:
        self._reader, self._staging, self._mapping = reader, staging, mapping
        self.heading, self.totals = Heading(), Totals()
        self.charges: dict[str, list[int]] = {}
        self.tables: list[tuple[str, Table, int]] = []
        self.faults: list[Fault] = []
        self.skipped: list[Skipped] = []
        self.repeats: list[Staged] = []
        self.originals: dict[Place, tuple[str, ...]] = {}
        self.damaged = self.repeated = 0
        self.scattered = False
        self._seen: set[tuple[str, str]] = set()
        self._key: tuple[str, str] | None = None
        self._block: dict[tuple[str, str, int, int], int] = {}

    def read(self, sheet: str, rows: Iterable[Row]) -> int:
        """Take the rows of one sheet; return how many calls it had."""
        table: Table | None = None
        calls: CallRows | None = None
        number, count = "", 0
        for row, cells, problem in rows:
            if calls is not None and not problem and (call := calls.call(row, cells, number)) is not None:
                count += 1
                if count <= _SAMPLED and table is not None:
                    table.remember(cells)
                self._stage(sheet, call, calls, table)
                continue
            if problem:
                self._fault(sheet, row, cells, None, Wrong("", problem, PROBLEMS[problem], {}))
                continue
            if not any(text_of_entry(cell).strip() for cell in cells):
                continue
            header = table_of(row, cells, self._mapping)
            if header is not None:
                table = self._opened(sheet, header)
                calls = CallRows(table, self._reader) if table.role == CALLS else None
                number = number if table.role == CALLS else ""
            elif found := block_number(cells):
                number = found
                self._skip(sheet, row, "block", cells)
            elif calls is not None and (wrong := self._wrong(cells, calls, number)) is not None:
                self._fault(sheet, row, cells, table, wrong)
            else:
                self._aside(sheet, row, cells, table, number)
        return count

    def _opened(self, sheet: str, header: Table) -> Table:
        """Return the table of a header; one that comes again for the next block of rows is the same table."""
        for name, known, _row in self.tables:
            if name == sheet and (known.titles, known.fields) == (header.titles, header.fields):
                return known
        self.tables.append((sheet, header, header.row))
        return header

    def _wrong(self, cells: Sequence[Any], calls: CallRows, number: str) -> Wrong | None:
        """Return what is wrong with a row that should be a call; None where it is a note or a row of totals."""
        filled = sum(bool(text_of_entry(cell).strip()) for cell in cells)
        if filled < _FEWEST_CELLS or total_word(cells):
            return None
        return calls.wrong(cells, number)

    def _stage(self, sheet: str, call: Staged, calls: CallRows, table: Table | None) -> None:
        """Keep a call, but not one that the bill printed twice."""
        if not self.scattered:
            key = (call[1], call[5][:10])
            if key != self._key:
                self.scattered = key in self._seen
                self._seen.add(key)
                self._key, self._block = key, {}
            same = (call[5], call[2], call[6], call[10])
            first = self._block.setdefault(same, call[0])
            if first != call[0]:
                self.tell_repeated(sheet, call, first)
                return
        self._staging.add(call)
        if call[7] + call[8] - call[9] != call[10] or not call[2]:
            wrong = calls.notice(call)
            if wrong is not None:
                self._fault(sheet, call[0], (), table, wrong, counts=True)

    def tell_repeated(self, sheet: str, call: Staged, first: int) -> None:
        """Note that a row was printed twice."""
        self.repeated += 1
        template = QT_TRANSLATE_NOOP("desk", "和第 {first} 行是同一次通话，印了两遍，只计一次。")
        if len(self.faults) < MOST_FAULTS:
            kind, severity = "row-repeated", Severity.DUPLICATE
            fault = Fault(sheet, call[0], "", "", "", kind, severity, template, {"first": first}, row_kept=False)
            self.faults.append(fault)
            self.repeats.append(call)

    def _aside(self, sheet: str, row: int, cells: Sequence[Any], table: Table | None, number: str) -> None:
        """Take what a row outside of the calls says: a charge, a total, something of the whole bill."""
        word = total_word(cells)
        if word:
            take_totals(word, cells, table, self._reader, number, self.totals)
            self._skip(sheet, row, "subtotal" if word == "part" else "total", cells)
        elif table is not None and table.role == CHARGES and self._charge(cells, table):
            table.remember(cells)
        else:
            self.heading.read(cells)
            if self.heading.month and not self._reader.year:
                self._reader.year = int(self.heading.month[:4])
            self._skip(sheet, row, "note", cells)

    def _charge(self, cells: Sequence[Any], table: Table) -> bool:
        """Take the monthly charges of one number; False where the row is none."""
        at = table.at(Field.NUMBER)
        number = self._reader.number(cells[at]) if at < len(cells) and _NUMBER_ALONE.fullmatch(str(cells[at])) else ""
        sums = [self._sum(cells, table.at(field)) for field in (Field.RENT, Field.CALLER_ID, Field.OTHER)]
        if not number or None in sums:
            return False
        kept = self.charges.setdefault(number, [0, 0, 0])
        for place, found in enumerate(sums):
            kept[place] += found or 0
        said = self._sum(cells, table.at(Field.FEE)) if table.at(Field.FEE) >= 0 else None
        if said is not None:
            self.totals.summary[number] = said
        return True

    def _sum(self, cells: Sequence[Any], at: int) -> int | None:
        if at < 0 or at >= len(cells):
            return 0
        return self._reader.part(cells[at])

    def _fault(
        self, sheet: str, row: int, cells: Sequence[Any], table: Table | None, wrong: Wrong, *, counts: bool = False
    ) -> None:
        self.damaged += not counts
        if len(self.faults) >= MOST_FAULTS:
            return
        at = table.at(wrong.field) if table is not None and wrong.field else -1
        title = table.titles[at] if table is not None and at >= 0 else FIELD_TITLES.get(wrong.field, "")
        text = shortened(text_of_entry(cells[at])) if 0 <= at < len(cells) else ""
        severity = Severity.NOTICE if counts else Severity.ERROR
        letter = column_letter(at) if at >= 0 else ""
        self.faults.append(
            Fault(
                sheet,
                row,
                letter,
                title,
                wrong.field,
                wrong.kind,
                severity,
                wrong.template,
                wrong.values,
                None,
                counts,
                text,
            )
        )
        self.originals[Place(sheet, row)] = tuple(shortened(text_of_entry(cell), 200) for cell in cells)

    def _skip(self, sheet: str, row: int, kind: str, cells: Sequence[Any]) -> None:
        if len(self.skipped) < _MOST_SKIPPED:
            text = "　".join(filter(None, (text_of_entry(cell).strip() for cell in cells)))
            self.skipped.append(Skipped(sheet, row, kind, shortened(text, 80)))
