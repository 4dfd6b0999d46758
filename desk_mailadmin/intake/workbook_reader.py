"""Workbooks as grids: by openpyxl with colours, strike-through, hidden rows and merges, else values alone."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_mailadmin.intake.colours import fill_name, theme_colours
from desk_mailadmin.intake.grid import EMPTY, Cell, Document, GridRow, SheetGrid
from desk_mailadmin.intake.guard import Judged, Limits

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_REFERENCE = re.compile(r"=\+?\$?([A-Z]{1,3})\$?(\d{1,7})")
_CODE_FORMAT = re.compile(r'(?:"([^"]*)")?(00+)')
_FAR_BLANKS = 1_000
_LONGEST_CHAIN = 1_000

Place = tuple[int, int]


def read_workbook(path: Path, judged: Judged, limits: Limits) -> Document:
    """Return all sheets of an .xlsx with everything that carries meaning in a roster.

    Formulas give the result stored with them; one that only points at another cell of the sheet is followed where no
    result is stored. Cells far beyond the table are left out and told (``far-cells``).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of every extension it leaves out; we only read
        book, results = _loaded(path)
    theme = theme_colours(book.loaded_theme)
    styles: dict[int, tuple[str, bool]] = {}
    far: set[str] = set()
    sheets = [_sheet(sheet, results, theme, styles, limits, far) for sheet in book.worksheets]
    notices = tuple(key for key, said in (("macros", judged.macros), ("far-cells", bool(far))) if said)
    return Document(sheets, notices=notices, epoch_1904=book.epoch.year > 1900)  # noqa: PLR2004  (1899 or 1904)


def _loaded(path: Path) -> tuple[Workbook, Workbook | None]:
    from openpyxl import load_workbook

    with path.open("rb") as file:  # a path would be refused by its suffix, whatever the content
        book = load_workbook(file, keep_links=False)
        formulas = any(cell.data_type == "f" for sheet in book.worksheets for cell in _cells(sheet).values())
        return book, load_workbook(file, data_only=True, keep_links=False) if formulas else None


def _cells(sheet: Worksheet) -> Mapping[Place, Any]:
    return sheet._cells  # noqa: SLF001  (the public iterators walk the claimed area, which may be 17 billion cells)


def _sheet(
    sheet: Worksheet,
    results: Workbook | None,
    theme: Sequence[str],
    styles: dict[int, tuple[str, bool]],
    limits: Limits,
    far: set[str],
) -> SheetGrid:
    cells = _cells(sheet)
    stored = _cells(results[sheet.title]) if results else {}
    masters = _merged_places(sheet)
    rows: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
    for place in cells.keys() | masters.keys():
        row, column = place
        if column > limits.columns:
            far.add(sheet.title)
            continue
        master = masters.get(place, place)
        if master in cells:
            fill, strike = _style(cells[place], theme, styles) if place in cells else ("", False)
            value, problem = _value(cells, stored, master)
            rows[row][column] = Cell(value, fill, strike, place in masters, problem)
    grid = [_row(sheet, number, rows[number]) for number in sorted(rows)]
    return SheetGrid(sheet.title, _near(grid, far, sheet.title), sheet.sheet_state != "visible", bool(masters))


def _row(sheet: Worksheet, number: int, cells: Mapping[int, Cell]) -> GridRow:
    hidden = number in sheet.row_dimensions and bool(sheet.row_dimensions[number].hidden)
    return GridRow(number, tuple(cells.get(column, EMPTY) for column in range(1, max(cells) + 1)), hidden)


def _near(rows: Sequence[GridRow], far: set[str], name: str) -> Sequence[GridRow]:
    """Leave out what stands more than 1,000 empty rows below the table (a stray cell at the sheet's end)."""
    last = 0
    for at, row in enumerate(rows):
        if row.number - last > _FAR_BLANKS:
            far.add(name)
            return rows[:at]
        last = row.number
    return rows


def _merged_places(sheet: Worksheet) -> dict[Place, Place]:
    places: dict[Place, Place] = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                places[row, column] = (area.min_row, area.min_col)
    return places


def _style(cell: Any, theme: Sequence[str], styles: dict[int, tuple[str, bool]]) -> tuple[str, bool]:
    if not cell.has_style:
        return "", False
    key = cell.style_id
    if key not in styles:
        styles[key] = fill_name(cell.fill, theme), bool(cell.font and cell.font.strike)
    return styles[key]


def _value(cells: Mapping[Place, Any], stored: Mapping[Place, Any], place: Place) -> tuple[Any, str]:
    for _ in range(_LONGEST_CHAIN):
        cell = cells.get(place)
        if cell is None:
            return None, ""
        if cell.data_type != "f":
            return (None, "error") if cell.data_type == "e" else (_as_shown(cell), "")
        result = stored.get(place)
        if result is not None and result.value is not None:
            return (None, "error") if result.data_type == "e" else (result.value, "")
        found = _REFERENCE.fullmatch(str(cell.value))
        if found is None:
            return None, "formula"
        place = int(found[2]), _column(found[1])
    return None, "formula"


def _as_shown(cell: Any) -> Any:
    """Return a number with the zeros and the letters its format puts before it: 12 as 0000 is 0012."""
    value = cell.value
    if isinstance(value, int) and not isinstance(value, bool) and "0" in cell.number_format:
        found = _CODE_FORMAT.fullmatch(cell.number_format)
        if found:
            return f"{found[1] or ''}{value:0{len(found[2])}d}"
    return value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_values(path: Path, judged: Judged, limits: Limits) -> Document:
    """Return all sheets of an .xls, .ods, .xlsb or very large .xlsx: values and merges, no colours.

    Says so by the notice ``colours-not-read``; cells beyond the columns a table may have are left out and told
    (``far-cells``).
    """
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    with CalamineWorkbook.from_path(path) as book:
        hidden = {one.name for one in book.sheets_metadata if one.visible is not SheetVisibleEnum.Visible}
        read = [book.get_sheet_by_name(name) for name in book.sheet_names]
        sheets = [
            _plain_sheet(sheet, name in hidden, limits) for name, sheet in zip(book.sheet_names, read, strict=True)
        ]
    far = any(sheet.total_width > limits.columns for sheet in read)
    notices = tuple(key for key, said in (("macros", judged.macros), ("far-cells", far)) if said)
    return Document(sheets, notices=("colours-not-read", *notices))


def _plain_sheet(sheet: Any, hidden: bool, limits: Limits) -> SheetGrid:
    values = [list(row[: limits.columns]) for row in sheet.to_python(skip_empty_area=False)]
    merges = sheet.merged_cell_ranges or []
    for (top, left), (bottom, right) in merges:
        for row in values[top : bottom + 1]:
            row[left : right + 1] = [values[top][left]] * len(row[left : right + 1])
    rows = [GridRow(at + 1, tuple(map(_plain_cell, row))) for at, row in enumerate(values)]
    return SheetGrid(sheet.name, [row for row in rows if not row.is_blank()], hidden, bool(merges))


def _plain_cell(value: Any) -> Cell:
    return EMPTY if value == "" else Cell(value)
