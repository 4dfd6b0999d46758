"""How wide the columns of a sheet are, and how much paper they take."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet
from desk_mailadmin.documents.text_width import lines_of, width_of
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Kind, Value

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

FORMATS = {
    Kind.MONEY: "#,##0.00",
    Kind.DATE: "yyyy-mm-dd",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
    Kind.COUNT: "0",
    Kind.CODE: "@",
}
"""How Excel writes what a column holds."""

POINTS_OF_UNIT = 5.25
"""A unit of Excel's widths on paper, in points: 7 pixels at 96 dots per inch under the default font."""

_MIDDLE = frozenset({Kind.CODE, Kind.DATE, Kind.MOMENT, Kind.FLAG, Kind.STATE})
_MEASURED = 500
_WIDEST = 24.0
_BOLD = 1.1  # as wide as plain figures
_HEAD_LINE = 4.5  # longer heads take two lines
_LINE = 15.0  # points of one line of text
_TALLEST = 409.0


def set_default_font(book: Workbook) -> None:
    """Set the font whose digits are the unit of all widths: as wide as Excel's own, and to be had outside Windows too.

    Without Calibri LibreOffice takes a wider font and makes every column a third wider than in Excel.
    """
    from openpyxl.styles import Font

    styles: Any = book._named_styles  # type: ignore[attr-defined]  # noqa: SLF001  # there is no public way
    styles["Normal"].font = Font(name="Arial", size=10)


def excel_width(width: float) -> float:
    """Return a width in Chinese characters of 10 points as Excel counts it (digits of 11), with the cell's padding."""
    return round(width * 1.85 + 1.5, 2)


def printed_widths(sheet: LedgerSheet, widths: Sequence[float]) -> list[float]:
    """Return the widths of the columns that are printed, in Chinese characters."""
    return [width for column, width in zip(sheet.columns, widths, strict=True) if not column.hidden]


def height_of(text: str, width: float) -> float:
    """Return the height in points of wrapped text in a cell ``width`` Chinese characters wide, as Excel's rows need."""
    return min(_TALLEST, lines_of(text, width) * _LINE + 3)


def fits(kind: Kind, value: Value, width: float) -> bool:
    """Say whether a value stands on one line, so that another font may shrink it but never break it or cut it off."""
    return kind is not Kind.TEXT and width_of(_shown(kind, value)) <= width


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
            longest = max(longest, width_of(_shown(column.kind, _most(sheet, place, values))) * _BOLD)
        head = width_of(column.title) + 0.4
        narrowest = head if head <= _HEAD_LINE else ceil((head - 0.4) / 2) + 0.2  # breaks in the middle
        most = column.width if column.kind is Kind.TEXT else max(column.width, _WIDEST)
        widths.append(min(most, max(longest + 0.4, narrowest)))
    return _spread(sheet, widths)


def _most(sheet: LedgerSheet, place: int, measured: Sequence[Value]) -> int:
    """Return a column's sum, of a long sheet the most it can be."""
    if len(sheet.rows) <= _MEASURED:
        return sheet.sum_of(place)
    return max((abs(value) for value in measured if isinstance(value, int)), default=0) * len(sheet.rows)


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
