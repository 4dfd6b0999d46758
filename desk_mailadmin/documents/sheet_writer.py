"""One sheet of a workbook in the common frame: title, facts, heads, rows, totals, notes, signatures, paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet, plain
from desk_mailadmin.documents.cell_text import looks_like_formula, safe_text, sheet_name
from desk_mailadmin.documents.text_width import lines_of, width_of
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Kind, Value

HEAD_ROW = 3
FIRST_ROW = 4
SPACED = 8
"""Titles up to this length are set with a space between characters: 开 户 台 账."""

WITH_SIGNATURES = 3
"""How many rows travel to the last page with the signatures."""

_LINE = 15.0  # points of one line of text
_FOOTER_SIZE = 8  # points: three texts stand side by side on an upright sheet
_TALLEST = 409.0
_MM = 1 / 25.4  # of an inch
_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="E8E8E8")
_FORMATS = {
    Kind.MONEY: "#,##0.00",
    Kind.DATE: "yyyy-mm-dd",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
    Kind.COUNT: "0",
    Kind.CODE: "@",
}
_MIDDLE = frozenset({Kind.CODE, Kind.DATE, Kind.MOMENT, Kind.FLAG, Kind.STATE})
_MEASURED = 500
_WIDEST = 24.0
_NARROWER = 1.12  # Excel's Latin letters are half a Chinese character wide, those on paper a little more
_HEAD_LINE = 4.5  # longer heads take two lines


def footer_texts(day: date) -> tuple[str, str, str]:
    """Return the footer's left, middle and right; the date is literal, for Excel's own follows the machine."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日 由 desk_mailadmin 导出", "第 &P 页", "内部资料 注意保管"


class SheetWriter:
    """Writes sheets into one workbook and counts the characters that had to be shown as �."""

    def __init__(self, book: Workbook, *, day: date) -> None:
        self._book = book
        self._day = day
        self.replaced = 0

    def write(self, sheet: LedgerSheet) -> None:
        """Add one sheet."""
        page: Worksheet = self._book.create_sheet(sheet_name(sheet.name, self._book.sheetnames))
        self._heading(page, sheet)
        widths = fitted_widths(sheet)
        heights = [self._row(page, sheet, number, row, widths) for number, row in enumerate(sheet.rows)]
        tail = self._tail(page, sheet, widths)
        _columns(page, sheet.columns, widths)
        _views(page, sheet)
        self._paper(page, sheet)
        _break_before_lonely_tail(page, sheet, widths, heights, tail)

    def _heading(self, page: Worksheet, sheet: LedgerSheet) -> None:
        last = len(sheet.columns)
        title = " ".join(sheet.title) if len(sheet.title) <= SPACED and " " not in sheet.title else sheet.title
        self._merged(page, 1, last, title, Font(name="黑体", size=18, bold=True), "center", 34)
        self._merged(page, 2, last, "　　".join(sheet.facts), Font(name="宋体", size=10), "left", 18)
        head = Font(name="黑体", size=10, bold=True)
        for place, column in enumerate(sheet.columns, 1):
            cell = self._put(page.cell(HEAD_ROW, place), column.title, Kind.TEXT)
            cell.font, cell.fill, cell.border = head, _GREY, _GRID
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.row_dimensions[HEAD_ROW].height = 28

    def _merged(self, page: Worksheet, row: int, last: int, text: str, font: Font, side: str, height: float) -> None:
        cell = self._put(page.cell(row, 1), text, Kind.TEXT)
        cell.font, cell.alignment = font, Alignment(horizontal=side, vertical="center", wrap_text=True)
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=max(1, last))
        page.row_dimensions[row].height = height

    def _row(
        self, page: Worksheet, sheet: LedgerSheet, number: int, values: Sequence[Value], widths: Sequence[float]
    ) -> float:
        font = Font(name="宋体", size=10, bold=number in sheet.emphasised, strike=number in sheet.struck)
        lines = 1
        for place, (column, value) in enumerate(zip(sheet.columns, values, strict=True), 1):
            cell = self._put(page.cell(FIRST_ROW + number, place), value, column.kind)
            cell.font, cell.border = font, _GRID
            cell.alignment = Alignment(horizontal=side_of(column), vertical="center", wrap_text=True)
            if isinstance(value, str) and not column.hidden:
                lines = max(lines, lines_of(value, widths[place - 1] * _NARROWER))
        height = min(_TALLEST, lines * _LINE + 3)
        page.row_dimensions[FIRST_ROW + number].height = height
        return height

    def _put(self, cell: Any, value: Value, kind: Kind) -> Cell:
        """Set a cell's value so that it means what it says: text stays text, fen become yuan."""
        if isinstance(value, bool):
            cell.value = "✓" if value else ""
        elif kind is Kind.MONEY and isinstance(value, int):
            cell.value = Decimal(value) / 100
        elif isinstance(value, str):
            text, found = safe_text(value)
            self.replaced += found
            cell.value = text or None
            if text:
                cell.data_type = "s"
                cell.quotePrefix = looks_like_formula(text)
        else:
            cell.value = plain(value)
        cell.number_format = _FORMATS.get(kind, "General")
        assert isinstance(cell, Cell)
        return cell

    def _tail(self, page: Worksheet, sheet: LedgerSheet, widths: Sequence[float]) -> float:
        """Write totals, notes and signatures; return their height in points."""
        row, height = FIRST_ROW + len(sheet.rows), 0.0
        if any(column.total for column in sheet.columns):
            self._totals(page, sheet, row)
            row, height = row + 1, height + 20
        for note in sheet.notes:
            self._merged(page, row, len(sheet.columns), note, Font(name="宋体", size=10), "left", 18)
            row, height = row + 1, height + 18
        if sheet.signatures:
            words = signature_line(sheet.signatures, sum(widths))
            self._merged(page, row + 1, len(sheet.columns), words, Font(name="宋体", size=11), "left", 30)
            height += 45
        return height

    def _totals(self, page: Worksheet, sheet: LedgerSheet, row: int) -> None:
        last = row - 1
        for place, column in enumerate(sheet.columns, 1):
            cell = page.cell(row, place)
            letter = get_column_letter(place)
            if column.total and not sheet.rows:
                self._put(cell, 0, column.kind)
            elif column.total and not sheet.emphasised | sheet.struck:
                cell.value = f"=SUBTOTAL(109,{letter}{FIRST_ROW}:{letter}{last})"
            elif column.total:
                counted = _runs([n for n in range(len(sheet.rows)) if n not in sheet.emphasised | sheet.struck])
                ranges = [f"{letter}{FIRST_ROW + first}:{letter}{FIRST_ROW + end}" for first, end in counted]
                cell.value = f"=SUBTOTAL(109,{','.join(ranges)})" if ranges else 0
            elif place == 1:
                self._put(cell, sheet.total_label, Kind.TEXT)
            cell.font, cell.border, cell.fill = Font(name="黑体", size=10, bold=True), _GRID, _GREY
            cell.number_format = _FORMATS.get(column.kind, "General")
            cell.alignment = Alignment(horizontal="center" if place == 1 else side_of(column), vertical="center")
        page.row_dimensions[row].height = 20

    def _paper(self, page: Worksheet, sheet: LedgerSheet) -> None:
        setup = page.page_setup
        setup.paperSize, setup.orientation = 9, "landscape" if sheet.landscape else "portrait"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        setup.useFirstPageNumber, setup.firstPageNumber = True, 1
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.print_title_rows = f"1:{HEAD_ROW}"
        page.print_options.horizontalCentered = True
        margins = page.page_margins
        margins.left, margins.right, margins.top, margins.bottom = 25 * _MM, 10 * _MM, 13 * _MM, 18 * _MM
        if sheet.landscape:
            margins.left, margins.right, margins.top = 13 * _MM, 10 * _MM, 25 * _MM
        margins.header, margins.footer = 6 * _MM, 8 * _MM
        footer = HeaderFooterItem()
        for part, text in zip((footer.left, footer.center, footer.right), footer_texts(self._day), strict=True):
            assert part is not None
            part.text, part.size = text, _FOOTER_SIZE
        page.oddFooter = footer


def excel_width(width: float) -> float:
    """Return a width in Chinese characters of 10 points as Excel counts it (digits of 11), with the cell's padding."""
    return round(width * 1.85 + 1.5, 2)


def side_of(column: LedgerColumn) -> str:
    """Return where a column's values stand: sums and money right, codes and dates in the middle, words left."""
    if column.kind is Kind.MONEY or column.total:
        return "right"
    return "center" if column.kind in _MIDDLE or column.kind is Kind.COUNT else "left"


def fitted_widths(sheet: LedgerSheet) -> list[float]:
    """Return the columns' widths: words break at the width asked for, codes and figures never do.

    None is wider than what stands in it, for paper is narrow and type shrinks to fit it.
    """
    measured = sheet.rows[:_MEASURED]
    widths = []
    for place, column in enumerate(sheet.columns):
        values = [row[place] for row in measured]
        longest = max((width_of(_shown(column.kind, value)) for value in values), default=0.0)
        if column.total:
            figures = [abs(value) for value in values if isinstance(value, int)]
            longest = width_of(_shown(column.kind, max(figures, default=0) * len(sheet.rows)))
        head = width_of(column.title) + 0.4
        most = column.width if column.kind is Kind.TEXT else max(column.width, _WIDEST)
        widths.append(min(most, max(longest + 0.4, head if head <= _HEAD_LINE else head / 2 + 1)))
    return _spread(sheet, widths)


def _spread(sheet: LedgerSheet, widths: list[float]) -> list[float]:
    """Return the widths, those of words grown where the line of facts above would not fit into the sheet's width."""
    places = [place for place, column in enumerate(sheet.columns) if not column.hidden]
    words = [place for place in places if sheet.columns[place].kind is Kind.TEXT] or places
    missing = width_of("　　".join(sheet.facts)) + 1 - sum(widths[place] for place in places)
    grown = max(0.0, missing) / max(1, len(words))
    return [width + grown if place in words else width for place, width in enumerate(widths)]


def _shown(kind: Kind, value: Value) -> str:
    """Return a text as long as the value is in its cell."""
    if value is None:
        return ""
    if kind is Kind.MONEY and isinstance(value, int):
        return fen_to_text(value)
    return {Kind.DATE: "0000-00-00", Kind.MOMENT: "0000-00-00 00:00"}.get(kind, str(value))


def signature_line(signatures: Sequence[str], width: float) -> str:
    """Return the words before the signatures, spread over the sheet's width, and the date at the end."""
    words = sum(width_of(word) + 1 for word in signatures)
    gap = "　" * max(5, int((width - words - 7) / len(signatures)))
    return "".join(f"{word}：{gap}" for word in signatures) + "年　　月　　日"


def _columns(page: Worksheet, columns: Sequence[LedgerColumn], widths: Sequence[float]) -> None:
    for place, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        dimension = page.column_dimensions[get_column_letter(place)]
        dimension.width, dimension.hidden = excel_width(width), column.hidden


def _views(page: Worksheet, sheet: LedgerSheet) -> None:
    last = get_column_letter(max(1, len(sheet.columns)))
    page.freeze_panes = page.cell(FIRST_ROW, sheet.frozen + 1).coordinate
    page.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + max(1, len(sheet.rows))}"


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as runs without gaps: 0 1 2 5 → (0, 2) (5, 5)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _break_before_lonely_tail(
    page: Worksheet, sheet: LedgerSheet, widths: Sequence[float], heights: Sequence[float], tail: float
) -> None:
    """Start the last page early where fewer than three rows would stand there with the signatures (LEDGER 5.1)."""
    starts = _page_starts(sheet, widths, heights, tail)
    alone = len(heights) - starts[-1]
    if len(starts) > 1 and alone < WITH_SIGNATURES and len(heights) - WITH_SIGNATURES > starts[-2]:
        page.row_breaks.append(Break(id=FIRST_ROW - 1 + len(heights) - WITH_SIGNATURES))


def _page_starts(sheet: LedgerSheet, widths: Sequence[float], heights: Sequence[float], tail: float) -> list[int]:
    """Return the first row of each printed page, reckoned from row heights and the scale that fits the width."""
    mm_wide, mm_high = (297 - 23, 210 - 43) if sheet.landscape else (210 - 35, 297 - 31)
    shown = (width for column, width in zip(sheet.columns, widths, strict=True) if not column.hidden)
    points = sum(excel_width(width) * 5.25 + 3.75 for width in shown)
    scale = min(1.0, mm_wide * _MM * 72 / max(1.0, points))
    room = mm_high * _MM * 72 / scale - (34 + 18 + 28)
    starts, filled = [0], 0.0
    for number, height in enumerate((*heights, ceil(tail))):
        if filled + height > room and filled:
            starts.append(number)
            filled = 0.0
        filled += height
    return starts
