"""Collect faults while a roster is read: one for each cell, the graver one."""

from __future__ import annotations

from collections.abc import Iterable

from desk_mailadmin.intake.grid import GridRow, column_letter
from desk_mailadmin.intake.roster.columns import Block
from desk_mailadmin.intake.roster.fields import Field
from desk_mailadmin.intake.roster.result import Fault, Place, Severity
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.numbers import shortened

_GRAVITY = {Severity.NOTICE: 0, Severity.DUPLICATE: 1, Severity.ERROR: 2}

FIELD_TITLES = {
    Field.EMP_NO: QT_TRANSLATE_NOOP("desk", "工号"),
    Field.NAME: QT_TRANSLATE_NOOP("desk", "姓名"),
    Field.BRANCH: QT_TRANSLATE_NOOP("desk", "单位"),
    Field.DEPT: QT_TRANSLATE_NOOP("desk", "部门"),
    Field.POST: QT_TRANSLATE_NOOP("desk", "职务"),
    Field.RANK: QT_TRANSLATE_NOOP("desk", "职级"),
    Field.GENDER: QT_TRANSLATE_NOOP("desk", "性别"),
    Field.MOBILE: QT_TRANSLATE_NOOP("desk", "手机"),
    Field.EXTENSION: QT_TRANSLATE_NOOP("desk", "分机"),
    Field.EMAIL: QT_TRANSLATE_NOOP("desk", "邮箱"),
    Field.HIRED_ON: QT_TRANSLATE_NOOP("desk", "入职日期"),
    Field.LEFT_ON: QT_TRANSLATE_NOOP("desk", "离职日期"),
    Field.STATUS: QT_TRANSLATE_NOOP("desk", "状态"),
    Field.REMARK: QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What people call each field where a column has no title of its own."""


class FaultBook:
    """The faults of one file, and the cells of the rows they stand in."""

    def __init__(self) -> None:
        self._faults: dict[tuple[str, int, str], Fault] = {}
        self.originals: dict[Place, tuple[str, ...]] = {}

    def add(
        self,
        sheet: str,
        row: GridRow,
        block: Block,
        field: Field | None,
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
            block.columns[column].title if column >= 0 else (FIELD_TITLES[field] if field else ""),
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
