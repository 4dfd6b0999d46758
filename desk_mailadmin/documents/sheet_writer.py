"""One sheet of a workbook in the common frame: title, facts, heads, rows, what stands below them, paper."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desk_mailadmin.documents import sheet_formulas as formulas
from desk_mailadmin.documents.book import Balance, Footer, LedgerColumn, LedgerSheet, plain
from desk_mailadmin.documents.cached_values import Formula, Result
from desk_mailadmin.documents.cell_text import looks_like_formula, safe_text, sheet_name
from desk_mailadmin.documents.sheet_formulas import FIRST_ROW, HEAD_ROW
from desk_mailadmin.documents.sheet_paper import break_pages, repeat_heads, set_paper
from desk_mailadmin.documents.sheet_widths import (
    FORMATS,
    excel_width,
    fits,
    fitted_widths,
    height_of,
    printed_widths,
    side_of,
    signature_line,
)
from desk_mailadmin.kernel.table import Kind, Value

SPACED = 8
"""Titles up to this length are set with a space between characters: 开 户 台 账."""

_CHECKED = "核对"
_TOTAL_HIGH, _SIGNED_HIGH = 20.0, 30.0  # points
_MOST_CHOICES = 255  # signs of a dropdown's list
_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="E8E8E8")
_BOLD = Font(name="黑体", size=10, bold=True)
_PLAIN = Font(name="宋体", size=10)


class SheetWriter:
    """Writes sheets into one workbook.

    ``replaced`` counts the characters that had to be shown as �; ``results`` is what the formulas come to, by the
    number of the sheet and by cell, for :func:`cached_values.keep_results`.
    """

    def __init__(self, book: Workbook, *, footer: Footer) -> None:
        self._book = book
        self._footer = footer
        self._sheets: dict[str, tuple[str, LedgerSheet]] = {}
        self.replaced = 0
        self.results: dict[int, dict[str, Result]] = {}

    def write(self, sheets: Sequence[LedgerSheet]) -> None:
        """Add the sheets in their order; a check of one may name any other, KeyError where it is not there."""
        pages = [(self._page(sheet), sheet) for sheet in sheets]
        for page, sheet in pages:
            self._write(page, sheet)

    def _page(self, sheet: LedgerSheet) -> Worksheet:
        name = sheet_name(sheet.name, self._book.sheetnames)
        self._sheets.setdefault(sheet.name, (name, sheet))
        page: Worksheet = self._book.create_sheet(name)
        return page

    def _write(self, page: Worksheet, sheet: LedgerSheet) -> None:
        widths = fitted_widths(sheet)
        self.heading(page, sheet.title, sheet.facts, len(sheet.columns))
        self._heads(page, sheet)
        heights = [self._row(page, sheet, number, row, widths) for number, row in enumerate(sheet.rows)]
        tail = self._tail(page, sheet, sum(printed_widths(sheet, widths)))
        _columns(page, sheet.columns, widths)
        _views(page, sheet)
        _offer_choices(page, sheet)
        set_paper(page, self._footer, landscape=sheet.landscape)
        repeat_heads(page)
        break_pages(page, sheet, widths, heights, tail, self._footer)

    def heading(self, page: Worksheet, title: str, facts: Sequence[str], last: int) -> None:
        """Write title and facts over ``last`` columns."""
        spaced = " ".join(title) if len(title) <= SPACED and " " not in title else title
        self._merged(page, 1, (0, last - 1), spaced, Font(name="黑体", size=18, bold=True), "center")
        self._merged(page, 2, (0, last - 1), "　　".join(facts), _PLAIN)
        page.row_dimensions[1].height, page.row_dimensions[2].height = 34, 18

    def _heads(self, page: Worksheet, sheet: LedgerSheet) -> None:
        for place, column in enumerate(sheet.columns, 1):
            self.label(page.cell(HEAD_ROW, place), column.title)
        page.row_dimensions[HEAD_ROW].height = 28

    def label(self, cell: Any, text: str) -> None:
        """Write a grey head."""
        self.put(cell, text, Kind.TEXT)
        cell.font, cell.fill, cell.border = _BOLD, _GREY, _GRID
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)

    def _merged(
        self, page: Worksheet, row: int, span: tuple[int, int], text: str, font: Font, side: str = "left"
    ) -> Cell:
        """Write a text over the columns of ``span``, counted from 0."""
        first, last = span
        cell = self.put(page.cell(row, first + 1), text, Kind.TEXT)
        cell.font, cell.alignment = font, Alignment(horizontal=side, vertical="center", wrap_text=True)
        page.merge_cells(start_row=row, start_column=first + 1, end_row=row, end_column=max(first, last) + 1)
        return cell

    def _row(
        self, page: Worksheet, sheet: LedgerSheet, number: int, values: Sequence[Value], widths: Sequence[float]
    ) -> float:
        font = Font(name="宋体", size=10, bold=number in sheet.emphasised, strike=number in sheet.struck)
        height, spread = height_of("", 1), number in sheet.spread
        for place, (column, value) in enumerate(zip(sheet.columns, values, strict=True), 1):
            cell = self.put(page.cell(FIRST_ROW + number, place), value, column.kind)
            cell.font, cell.border = font, _GRID
            whole = column.hidden or fits(column.kind, value, widths[place - 1])
            cell.alignment = Alignment(
                horizontal=side_of(column), vertical="center", wrap_text=not (whole or spread), shrink_to_fit=whole
            )
            if isinstance(value, str) and not column.hidden and not spread:
                height = max(height, height_of(value, widths[place - 1]))
        page.row_dimensions[FIRST_ROW + number].height = height
        return height

    def put(self, cell: Any, value: Value, kind: Kind) -> Cell:
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
        cell.number_format = FORMATS.get(kind, "General")
        assert isinstance(cell, Cell)
        return cell

    def _reckon(self, page: Worksheet, cell: Any, formula: Formula) -> None:
        """Set a cell's formula and note what it comes to, for nobody reckons it before the file is written."""
        cell.value = formula.text
        number = self._book.sheetnames.index(page.title) + 1
        self.results.setdefault(number, {})[cell.coordinate] = formula.result

    def _tail(self, page: Worksheet, sheet: LedgerSheet, width: float) -> float:
        """Write totals, checks, balance, notes and signatures; return their height in points."""
        if any(column.total for column in sheet.columns):
            self._totals(page, sheet, formulas.total_row(sheet))
        if sheet.agreements:
            self._agreements(page, sheet, formulas.agreement_row(sheet))
        if sheet.balance:
            self._balance(page, sheet, sheet.balance, formulas.balance_row(sheet))
        row, every = formulas.note_row(sheet), (0, len(sheet.columns) - 1)
        for note in sheet.notes:
            self._merged(page, row, every, note, _PLAIN)
            page.row_dimensions[row].height = height_of(note, width)
            row += 1
        if sheet.signatures:
            row += 1
            words = signature_line(sheet.signatures, width)
            self._merged(page, row, every, words, Font(name="宋体", size=11))
            page.row_dimensions[row].height = _SIGNED_HIGH
        below = range(formulas.total_row(sheet), row + 1)
        return sum(page.row_dimensions[number].height or 15.0 for number in below)

    def _totals(self, page: Worksheet, sheet: LedgerSheet, row: int) -> None:
        for place, column in enumerate(sheet.columns):
            cell = page.cell(row, place + 1)
            if column.total and (formula := formulas.total(sheet, place)):
                self._reckon(page, cell, formula)
            elif column.total:
                cell.value = 0
            elif place == 0:
                self.put(cell, sheet.total_label, Kind.TEXT)
            _strong(cell, column.kind, "center" if place == 0 else side_of(column))
        page.row_dimensions[row].height = _TOTAL_HIGH

    def _agreements(self, page: Worksheet, sheet: LedgerSheet, row: int) -> None:
        for place, column in enumerate(sheet.columns):
            _strong(page.cell(row, place + 1), Kind.TEXT, "center" if place == 0 else side_of(column))
        self.put(page.cell(row, 1), _CHECKED, Kind.TEXT)
        for agreed in sheet.agreements:
            cell = page.cell(row, (sheet.place(agreed.column) or 0) + 1)
            self._reckon(page, cell, formulas.agreement(sheet, agreed, self._sheets))
            _red_where_wrong(page, cell.coordinate)
        page.row_dimensions[row].height = _TOTAL_HIGH

    def _balance(self, page: Worksheet, sheet: LedgerSheet, balance: Balance, row: int) -> None:
        terms = (*balance.terms, balance.result)
        runs = formulas.spans(sheet, len(terms) + 1)
        for (first, last), title in zip(runs, (*(term.title for term in terms), _CHECKED), strict=True):
            self._merged(page, row, (first, last), title, _BOLD, "center")
            for place in range(first, last + 1):
                page.cell(row, place + 1).fill = _GREY
                page.cell(row, place + 1).border = page.cell(row + 1, place + 1).border = _GRID
        cells = []
        for (first, last), term in zip(runs, terms, strict=False):
            cell = self._merged(page, row + 1, (first, last), "", _BOLD, "right")
            self.put(cell, term.fen, Kind.MONEY)
            cells.append(cell.coordinate)
        checked = self._merged(page, row + 1, runs[-1], "", _BOLD, "center")
        self._reckon(page, checked, formulas.balance_check(sheet, balance, cells))
        _red_where_wrong(page, checked.coordinate)
        page.row_dimensions[row].height = page.row_dimensions[row + 1].height = _TOTAL_HIGH


def _strong(cell: Any, kind: Kind, side: str) -> None:
    cell.font, cell.border, cell.fill = _BOLD, _GRID, _GREY
    cell.number_format = FORMATS.get(kind, "General")
    cell.alignment = Alignment(horizontal=side, vertical="center")


def _red_where_wrong(page: Worksheet, cell: str) -> None:
    red = PatternFill("solid", bgColor="C00000")
    look = DifferentialStyle(font=Font(color="FFFFFF"), fill=red)
    wrong = Rule(type="cellIs", operator="equal", formula=[f'"{formulas.DIFFERS}"'], dxf=look)
    page.conditional_formatting.add(cell, wrong)


def _columns(page: Worksheet, columns: Sequence[LedgerColumn], widths: Sequence[float]) -> None:
    """Set the widths; hidden columns are folded away, the button stands over the column behind them."""
    folded = False
    for place, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        dimension = page.column_dimensions[get_column_letter(place)]
        dimension.width, dimension.hidden = excel_width(width), column.hidden
        dimension.outlineLevel, dimension.collapsed = int(column.hidden), folded and not column.hidden
        folded = column.hidden
    if folded:
        page.column_dimensions[get_column_letter(len(columns) + 1)].collapsed = True


def _views(page: Worksheet, sheet: LedgerSheet) -> None:
    last = get_column_letter(max(1, len(sheet.columns)))
    page.freeze_panes = page.cell(FIRST_ROW, sheet.frozen + 1).coordinate
    page.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + max(1, len(sheet.rows))}"


def _offer_choices(page: Worksheet, sheet: LedgerSheet) -> None:
    """Offer what a column can hold as a list: for reading, nothing else is kept out (LEDGER 5.1)."""
    for place, column in enumerate(sheet.columns, 1):
        listed = ",".join(column.choices)
        if listed and sheet.rows and len(listed) <= _MOST_CHOICES:
            letter = get_column_letter(place)
            offered = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
            offered.add(f"{letter}{FIRST_ROW}:{letter}{HEAD_ROW + len(sheet.rows)}")
            page.add_data_validation(offered)
