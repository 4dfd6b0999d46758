"""The signed monthly workbook: sheets in one frame, proof of origin on a hidden sheet, checked before it counts."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_mailadmin.documents.book import ChartSheet, Footer, LedgerColumn, LedgerSheet, Saved
from desk_mailadmin.documents.cached_values import keep_results
from desk_mailadmin.documents.cell_text import safe_text
from desk_mailadmin.documents.saving import save_checked
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.table import Kind
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["Footer", "LedgerColumn", "LedgerSheet", "Saved", "write_ledger"]

META = "_meta"
"""The hidden sheet that says which desk and state a workbook came from."""

_HEAD_ROWS = 3


def write_ledger(
    path: Path,
    sheets: Sequence[LedgerSheet],
    meta: Mapping[str, str],
    *,
    footer: Footer,
    charts: Sequence[ChartSheet] = (),
) -> Saved:
    """Write a workbook of ``sheets`` in their order, ``charts`` behind them, and return what was saved where.

    ``meta`` goes onto the hidden sheet (desk, period, program version, hash), with each sheet's row count, totals and
    balance behind it. The file is read again and its rows and sums compared before it takes the place of an older one.
    Raises UserError for a text longer than a cell, EnvironmentFault for disk and folder.
    """
    from openpyxl import Workbook

    from desk_mailadmin.documents.sheet_charts import write_charts
    from desk_mailadmin.documents.sheet_widths import set_default_font
    from desk_mailadmin.documents.sheet_writer import SheetWriter

    book = Workbook()
    book.remove(book.worksheets[0])
    set_default_font(book)
    writer = SheetWriter(book, footer=footer)
    writer.write(sheets)
    for page in charts:
        write_charts(book, writer, page, footer)
    _write_meta(book, proof(meta, [(sheet, len(sheet.rows), sheet.totals()) for sheet in sheets]))

    def write(draft: Path) -> None:
        book.save(draft)
        keep_results(draft, writer.results)

    place = save_checked(path, write, lambda draft: check_workbook(draft, sheets))
    return Saved(place, sum(len(sheet.rows) for sheet in sheets), place != path, writer.replaced)


def proof(
    meta: Mapping[str, str], counted: Sequence[tuple[LedgerSheet, int, Sequence[int | None]]]
) -> list[tuple[str, str]]:
    """Return the lines of the hidden sheet: what was given, then rows, totals and balance (fen) of each sheet."""
    lines = list(meta.items())
    for sheet, rows, totals in counted:
        lines.append((f"{sheet.name}.rows", str(rows)))
        sums = zip(sheet.columns, totals, strict=True)
        lines += [(f"{sheet.name}.{column.title}", str(total)) for column, total in sums if total is not None]
        if sheet.balance:
            terms = (*sheet.balance.terms, sheet.balance.result)
            lines += [(f"{sheet.name}.{term.title}", str(term.fen)) for term in terms]
    return [(safe_text(key)[0], safe_text(value)[0]) for key, value in lines]


def proof_in(content: bytes) -> dict[str, str]:
    """Return the lines of the hidden sheet of a workbook; nothing for one that has none or cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(META).to_python()
    except CalamineError:
        return {}
    return {str(row[0]): str(row[1]) for row in rows if len(row) > 1}


def _write_meta(book: Workbook, lines: Sequence[tuple[str, str]]) -> None:
    page = book.create_sheet(META)
    for row, (key, value) in enumerate(lines, 1):
        for column, text in ((1, key), (2, value)):
            cell: Any = page.cell(row, column)
            cell.value = text
            cell.data_type = "s"
    page.sheet_state = "hidden"


def check_workbook(path: Path, sheets: Sequence[LedgerSheet]) -> None:
    """Read a workbook with another reader, compare row counts and sums; EnvironmentFault where they differ."""
    for place, sheet in enumerate(sheets):
        figures = _expected(sheet)
        compare(sheet, _read(path, place, sheet, figures[0]), figures)


def compare(sheet: LedgerSheet, read: Sequence[int], meant: Sequence[int]) -> None:
    """Raise EnvironmentFault where the count of rows and the sums read from a file are not those that were meant."""
    if list(read) != list(meant):
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "写好的工作簿读回来和数据不一致（{sheet}），没有保存。"),
            remedy=QT_TRANSLATE_NOOP("desk", "再导出一次；如果还不一致，检查磁盘。"),
            sheet=sheet.name,
        )


def _read(path: Path, place: int, sheet: LedgerSheet, count: int) -> list[int]:
    """Return the count of rows and the sums of the figures, as read from the file; nothing for a damaged one."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with path.open("rb") as file:
            page = CalamineWorkbook.from_filelike(file).get_sheet_by_index(place)
    except CalamineError:
        return []
    rows = list(islice(page.iter_rows(), _HEAD_ROWS, _HEAD_ROWS + count))
    sums = [_sum([row[column] for row in rows], money=money) for column, money in figure_columns(sheet)]
    return [len(rows), *sums]


def _sum(cells: Sequence[object], *, money: bool) -> int:
    return round(sum(float(cell) for cell in cells if isinstance(cell, int | float)) * (100 if money else 1))


def _expected(sheet: LedgerSheet) -> list[int]:
    added = figure_columns(sheet)
    sums = [0] * len(added)
    for row in sheet.rows:
        for number, (place, _) in enumerate(added):
            if isinstance(value := row[place], int):
                sums[number] += value
    return [len(sheet.rows), *sums]


def figure_columns(sheet: LedgerSheet) -> list[tuple[int, bool]]:
    """Return the columns whose sums are compared, and whether they are money."""
    figures = (Kind.MONEY, Kind.COUNT)
    return [(place, column.kind is Kind.MONEY) for place, column in enumerate(sheet.columns) if column.kind in figures]
