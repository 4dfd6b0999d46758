"""The rows of a workbook, sheet after sheet, read by calamine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from desk_mailadmin.intake.bills.text_rows import Row
from desk_mailadmin.intake.guard import Limits, shown_name
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_FAR_BLANKS = 1_000


class SheetRows(NamedTuple):
    """One sheet: its name, whether it is hidden, how many rows it claims, and its rows."""

    name: str
    hidden: bool
    height: int
    rows: Iterator[Row]


def sheets_of(path: Path, limits: Limits) -> Iterator[SheetRows]:
    """Yield the sheets of a workbook; UserError where its content is damaged."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_path(path) as book:
            for one in book.sheets_metadata:
                if one.typ is SheetTypeEnum.WorkSheet:
                    sheet = book.get_sheet_by_name(one.name)
                    hidden = one.visible is not SheetVisibleEnum.Visible
                    yield SheetRows(one.name, hidden, sheet.total_height, _rows(sheet, limits))
    except (CalamineError, OSError, ValueError) as broken:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”的内容已损坏，无法读取，在 Excel 里打开、另存为新文件再导入。")
        raise UserError(template, file=shown_name(path)) from broken


def _rows(sheet: Any, limits: Limits) -> Iterator[Row]:
    """Yield the rows with their numbers in the sheet; what stands far below the table is left out."""
    before = [""] * (sheet.start or (0, 0))[1]  # calamine gives all rows from the first, but no empty columns before
    blanks = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if any(cell != "" for cell in cells):
            blanks = 0
            yield number, [*before, *cells][: limits.columns], ""
            continue
        blanks += 1
        if blanks > _FAR_BLANKS:
            return
