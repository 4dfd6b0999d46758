"""Collect faults while a table is read: one for each cell, the graver one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk_mailadmin.intake.findings import Fault, Place, Severity
from desk_mailadmin.intake.grid import GridRow, column_letter
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import shortened

_GRAVITY = {Severity.NOTICE: 0, Severity.DUPLICATE: 1, Severity.ERROR: 2}


class FaultBook:
    """The faults of one file, and the cells of the rows they stand in.

    ``titles`` says what people call a field whose column has no title of its own.
    """

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles
        self._faults: dict[tuple[str, int, str], Fault] = {}
        self.originals: dict[Place, tuple[str, ...]] = {}

    def add(
        self,
        sheet: str,
        row: GridRow,
        block: Block,
        field: str | None,
        found: EntryFault,
        *,
        severity: Severity = Severity.ERROR,
        row_kept: bool = True,
    ) -> None:
        """Record what is wrong with a cell; of two faults in one cell the graver stays, else the first."""
        column = block.column_of(field) if field else -1
        fault = Fault(
            sheet,
            row.number,
            column_letter(column) if column >= 0 else "",
            block.columns[column].title if column >= 0 else (self._titles[field] if field else ""),
            field or "",
            found.kind,
            severity,
            found.template,
            found.values,
            found.repair,
            row_kept,
            shortened(row.cell(column).text) if column >= 0 else "",
        )
        key = (sheet, row.number, field or "")
        if key not in self._faults or _GRAVITY[severity] > _GRAVITY[self._faults[key].severity]:
            self._faults[key] = fault
        self.originals[Place(sheet, row.number)] = tuple(row.texts())

    def all(self, sheets: Iterable[str]) -> tuple[Fault, ...]:
        """Return the faults in the order of the file."""
        order = {name: at for at, name in enumerate(sheets)}
        return tuple(sorted(self._faults.values(), key=lambda fault: (order[fault.sheet], fault.row, fault.column)))
