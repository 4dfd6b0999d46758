"""Workbooks of many thousand rows, streamed: the same frame as the ledger's, at the speed of the disk."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet, Saved, plain
from desk_mailadmin.documents.cached_values import Result, keep_results, parts_of
from desk_mailadmin.documents.cell_text import safe_text, sheet_name
from desk_mailadmin.documents.ledger import META, compare, figure_columns, proof
from desk_mailadmin.documents.saving import save_checked
from desk_mailadmin.documents.sheet_formulas import HEAD_ROW, result_of
from desk_mailadmin.documents.sheet_paper import footer_texts
from desk_mailadmin.documents.sheet_widths import FORMATS, excel_width, fitted_widths, side_of
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from rustpy_xlsxwriter import Format

MOST_ROWS = 1_048_576 - 10
"""The rows of a sheet, less the frame's."""

_MARGINS = {"left": 0.51, "right": 0.39, "top": 0.98, "bottom": 0.71, "header": 0.24, "footer": 0.31}
_NEEDS_CARE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SHORT = 16_000
_FIGURE = rb'<c r="%s\d+"[^>]*><v>([^<]*)</v>'


def write_long(path: Path, sheet: LedgerSheet, meta: Mapping[str, str], *, day: date) -> Saved:
    """Write one sheet of any length Excel can hold; the same promises as :func:`ledger.write_ledger`.

    It knows rows and the total of all of them. Raises UserError beyond 1,048,566 rows, ValueError for a sheet that asks
    for more, which would be lost without a word.
    """
    if any((sheet.balance, sheet.agreements, sheet.notes, sheet.signatures, sheet.skipped)):
        raise ValueError(sheet.name)
    if len(sheet.rows) > MOST_ROWS:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "有 {rows} 行，一张表最多 {most} 行。先筛选再导出。"),
            rows=len(sheet.rows),
            most=MOST_ROWS,
        )
    cells = _Cells(sheet)

    def write(draft: Path) -> None:
        from rustpy_xlsxwriter import write_worksheets

        name = sheet_name(sheet.name)
        write_worksheets([(name, cells.records()), (META, cells.proof(meta))], str(draft), **_options(name, sheet, day))
        keep_results(draft, {1: cells.results()})

    def check(draft: Path) -> None:
        meant = [len(sheet.rows), *(cells.sums[place] for place, _ in figure_columns(sheet))]
        try:
            read = read_back(draft, sheet)
        except (zipfile.BadZipFile, zlib.error, ValueError):
            read = []
        compare(sheet, read, meant)

    place = save_checked(path, write, check)
    return Saved(place, len(sheet.rows), place != path, cells.replaced)


def read_back(path: Path, sheet: LedgerSheet) -> list[int]:
    """Return the count of rows and the sums of the figures in a written file, read as a stream of its own XML.

    The whole file is unpacked on the way, so its check sums are compared too; a reader that builds all cells would take
    as long as writing them.
    """
    figures = figure_columns(sheet)
    cells = [re.compile(_FIGURE % get_column_letter(place + 1).encode()) for place, _ in figures]
    rows, sums = -HEAD_ROW - any(column.total for column in sheet.columns), [0.0] * len(figures)
    for part in _rows_of(path):
        rows += part.count(b"<row ")
        for number, cell in enumerate(cells):
            sums[number] += sum(map(float, cell.findall(part)))
    return [rows, *(round(total * (100 if money else 1)) for total, (_, money) in zip(sums, figures, strict=True))]


def _rows_of(path: Path) -> Iterator[bytes]:
    """Return the first sheet's XML in parts of whole rows."""
    with zipfile.ZipFile(path) as book, book.open("xl/worksheets/sheet1.xml") as sheet:
        yield from parts_of(sheet)


class _Cells:
    """The rows as the streaming writer wants them, made safe and added up on the way."""

    def __init__(self, sheet: LedgerSheet) -> None:
        self._sheet = sheet
        self.replaced = 0
        self.sums = {place: 0 for place, _ in figure_columns(sheet)}

    def records(self) -> Iterator[dict[str, Any]]:
        """Return row after row as title → value."""
        titles, sums = _titles(self._sheet.columns), self.sums
        money = [place for place, in_fen in figure_columns(self._sheet) if in_fen]
        moments = [place for place, column in enumerate(self._sheet.columns) if column.kind is Kind.MOMENT]
        for given in self._sheet.rows:
            row = [self._safe(value) for value in given] if self._rough(given) else list(given)
            for place in sums:
                if isinstance(value := row[place], int):
                    sums[place] += value
            for place in money:
                if isinstance(value := row[place], int):
                    row[place] = value / 100  # type: ignore[call-overload]  # yuan, for the writer alone
            for place in moments:
                row[place] = plain(row[place])
            yield dict(zip(titles, row, strict=True))

    def proof(self, meta: Mapping[str, str]) -> Iterator[dict[str, str]]:
        """Return the hidden sheet's lines; the writer asks for them after the rows, when the sums are known."""
        totals = [self.sums[n] if column.total else None for n, column in enumerate(self._sheet.columns)]
        for key, value in proof(meta, [(self._sheet, len(self._sheet.rows), totals)]):
            yield {"名称": key, "值": value}

    def results(self) -> dict[str, Result]:
        """Return what the totals below the rows come to."""
        row = HEAD_ROW + len(self._sheet.rows) + 1
        return {
            f"{get_column_letter(place + 1)}{row}": result_of(self._sheet, place, self.sums[place])
            for place, column in enumerate(self._sheet.columns)
            if column.total
        }

    @staticmethod
    def _rough(row: Sequence[Value]) -> bool:
        joined = "".join([value for value in row if type(value) is str])
        return len(joined) > _SHORT or "\r" in joined or _NEEDS_CARE.search(joined) is not None

    def _safe(self, value: Value) -> Value:
        if not isinstance(value, str):
            return value
        text, found = safe_text(value)
        self.replaced += found
        return text


def _titles(columns: Sequence[LedgerColumn]) -> list[str]:
    """Return column titles, a doubled one told apart: the writer knows columns by their title."""
    titles: list[str] = []
    for column in columns:
        title, number = column.title, 1
        while title in titles:
            number += 1
            title = f"{column.title}({number})"
        titles.append(title)
    return titles


def _options(name: str, sheet: LedgerSheet, day: date) -> dict[str, Any]:
    titles, last = _titles(sheet.columns), len(sheet.columns) - 1
    left, centre, right = footer_texts(day)
    facts = safe_text("　　".join(sheet.facts))[0]
    merged: list[tuple[Any, ...]] = [
        (0, 0, 0, last, safe_text(sheet.title)[0], _format(size=18, bold=True, side="center", font="黑体")),
        (1, 0, 1, last, facts, _format()),
    ]
    page = {
        "landscape": sheet.landscape,
        "paper_size": 9,
        "margins": _MARGINS,
        "repeat_rows": (0, HEAD_ROW - 1),
        "fit_to_pages": (1, 0),
        "center_horizontally": True,
        "first_page_number": 1,
        "footer": f"&L{left}&C{centre}&R{right}",
    }
    sums = {title: "sum" for title, column in zip(titles, sheet.columns, strict=True) if column.total}
    return {
        "header_row": {name: HEAD_ROW - 1},
        "merge_ranges": {name: merged},
        "row_heights": {name: {0: 34.0, 1: 18.0, 2: 28.0}},
        "column_widths": {name: [excel_width(width) for width in fitted_widths(sheet)]},
        "column_formats": {name: [_format_of(column) for column in sheet.columns]},
        "header_format": {name: _format(bold=True, side="center", font="黑体", border=True, fill="#E8E8E8")},
        "totals_row": {name: sums} if sums else None,
        "totals_label": {name: sheet.total_label} if sums else None,
        "totals_format": {name: _format(bold=True, font="黑体", border=True, fill="#E8E8E8", number="#,##0.00")},
        "freeze_panes": {name: {"row": HEAD_ROW, "col": sheet.frozen}},
        "autofilter": {name: True},
        "page_setup": {name: page},
        "sheet_view": {META: {"hidden": True}},
    }


def _format_of(column: LedgerColumn) -> Format:
    made = _format(border=True, side=side_of(column), number=FORMATS.get(column.kind, ""))
    return made.set_text_wrap().set_quote_prefix() if column.kind in (Kind.TEXT, Kind.CODE) else made


def _format(
    *,
    size: float = 10,
    bold: bool = False,
    side: str = "left",
    font: str = "宋体",
    border: bool = False,
    fill: str = "",
    number: str = "",
) -> Format:
    from rustpy_xlsxwriter import Format

    made = Format().set_font_name(font).set_font_size(size).set_align(side).set_align("vcenter")
    made = made.set_bold() if bold else made
    made = made.set_border("thin") if border else made
    made = made.set_background_color(fill) if fill else made
    return made.set_num_format(number) if number else made
