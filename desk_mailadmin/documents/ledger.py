"""The signed monthly workbook: sheets in one frame, proof of origin on a hidden sheet, checked before it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet, Saved
from desk_mailadmin.documents.cell_text import safe_text
from desk_mailadmin.documents.saving import save_checked
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.table import Kind
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["LedgerColumn", "LedgerSheet", "Saved", "write_ledger"]

META = "_meta"
"""The hidden sheet that says which desk and state a workbook came from."""

_HEAD_ROWS = 3


def write_ledger(path: Path, sheets: Sequence[LedgerSheet], meta: Mapping[str, str], *, day: date) -> Saved:
    """Write a workbook of ``sheets`` in their order and return what was saved where.

    ``meta`` goes onto the hidden sheet (desk, period, program version, hash), with each sheet's row count and totals
    behind it; ``day`` stands in the footer. The file is read again and its rows and sums compared before it takes the
    place of an older one. Raises UserError for a text longer than a cell, EnvironmentFault for disk and folder.
    """
    from openpyxl import Workbook

    from desk_mailadmin.documents.sheet_writer import SheetWriter

    book = Workbook()
    book.remove(book.worksheets[0])
    writer = SheetWriter(book, day=day)
    for sheet in sheets:
        writer.write(sheet)
    _write_meta(book, sheets, meta)
    place = save_checked(path, book.save, lambda draft: check_workbook(draft, sheets))
    return Saved(place, sum(len(sheet.rows) for sheet in sheets), place != path, writer.replaced)


def proof(sheets: Sequence[LedgerSheet], meta: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the lines of the hidden sheet: what was given, then rows and totals (fen for money) of each sheet."""
    lines = [(key, safe_text(value)[0]) for key, value in meta.items()]
    for sheet in sheets:
        lines.append((f"{sheet.name}.rows", str(len(sheet.rows))))
        sums = zip(sheet.columns, sheet.totals(), strict=True)
        lines += [(f"{sheet.name}.{column.title}", str(total)) for column, total in sums if total is not None]
    return lines


def _write_meta(book: Workbook, sheets: Sequence[LedgerSheet], meta: Mapping[str, str]) -> None:
    page = book.create_sheet(META)
    for row, (key, value) in enumerate(proof(sheets, meta), 1):
        for column, text in ((1, key), (2, value)):
            cell: Any = page.cell(row, column)
            cell.value = text
            cell.data_type = "s"
    page.sheet_state = "hidden"


def check_workbook(path: Path, sheets: Sequence[LedgerSheet]) -> None:
    """Read a workbook with another reader, compare row counts and sums; EnvironmentFault where they differ."""
    from python_calamine import CalamineWorkbook

    with path.open("rb") as file:
        book = CalamineWorkbook.from_filelike(file)
        for place, sheet in enumerate(sheets):
            rows = islice(book.get_sheet_by_index(place).iter_rows(), _HEAD_ROWS, _HEAD_ROWS + len(sheet.rows))
            if _read(sheet, rows) != _expected(sheet):
                raise EnvironmentFault(
                    QT_TRANSLATE_NOOP("desk", "写好的工作簿读回来和数据不一致（{sheet}），没有保存。"),
                    remedy=QT_TRANSLATE_NOOP("desk", "再导出一次；如果还不一致，检查磁盘。"),
                    sheet=sheet.name,
                )


def _read(sheet: LedgerSheet, rows: Iterator[Sequence[Any]]) -> list[int]:
    """Return the count of rows and the sums of the figures, as read from the file."""
    count, added = 0, _added(sheet)
    sums = [0.0] * len(added)
    for count, row in enumerate(rows, 1):  # noqa: B007  (the last count is the answer)
        for number, (place, _) in enumerate(added):
            if isinstance(row[place], int | float):
                sums[number] += row[place]
    return [count, *(round(total * (100 if money else 1)) for total, (_, money) in zip(sums, added, strict=True))]


def _expected(sheet: LedgerSheet) -> list[int]:
    added = _added(sheet)
    sums = [0] * len(added)
    for row in sheet.rows:
        for number, (place, _) in enumerate(added):
            if isinstance(value := row[place], int):
                sums[number] += value
    return [len(sheet.rows), *sums]


def _added(sheet: LedgerSheet) -> list[tuple[int, bool]]:
    """Return the columns whose sums are compared, and whether they are money."""
    figures = (Kind.MONEY, Kind.COUNT)
    return [(place, column.kind is Kind.MONEY) for place, column in enumerate(sheet.columns) if column.kind in figures]
