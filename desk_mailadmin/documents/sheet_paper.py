"""A sheet on paper: A4, margins, heads on every page, the footer, and no page with signatures alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desk_mailadmin.documents.book import Footer, LedgerSheet
from desk_mailadmin.documents.sheet_formulas import FIRST_ROW, HEAD_ROW
from desk_mailadmin.documents.sheet_widths import POINTS_OF_UNIT, excel_width, printed_widths

WITH_SIGNATURES = 3
"""How many rows travel to the last page with the signatures."""

HEADS = 34 + 18 + 28
"""The height of title, facts and heads in points; they stand on every page."""

_FILLED = 0.97  # of a page: programs differ a little in how much it holds
_FOOTER_SIZE = 8  # points: three texts stand side by side on an upright sheet
_LINE_OF_FOOTER = 4  # mm
_MM = 1 / 25.4  # of an inch


def footer_texts(day: date) -> tuple[str, str, str]:
    """Return the footer's left, middle and right; the date is literal, for Excel's own follows the machine."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日 由 desk_mailadmin 导出", "第 &P 页", "内部资料 注意保管"


class _Lines(HeaderFooterItem):
    """A footer of several lines: openpyxl writes their end in a way that Excel alone understands."""

    def to_tree(self, tagname: str) -> Any:
        """Return the footer's element with plain line ends."""
        element = super().to_tree(tagname)
        element.text = (element.text or "").replace("_x000a_", "\n")
        return element


def set_paper(page: Worksheet, footer: Footer, *, landscape: bool, high: int = 0) -> None:
    """Set a page up for A4, one sheet wide and as many high as it takes, or ``high`` where that is given."""
    setup = page.page_setup
    setup.paperSize, setup.orientation = 9, "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, high
    setup.useFirstPageNumber, setup.firstPageNumber = True, 1
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.sheet_properties.outlinePr = Outline(summaryRight=True)
    page.print_options.horizontalCentered = True
    margins = page.page_margins
    left, right, top, bottom = _margins(footer, landscape=landscape)
    margins.left, margins.right, margins.top, margins.bottom = left * _MM, right * _MM, top * _MM, bottom * _MM
    margins.header, margins.footer = 6 * _MM, 8 * _MM
    _set_footer(page, footer)


def _margins(footer: Footer, *, landscape: bool) -> tuple[int, int, int, int]:
    """Return left, right, top and bottom in mm: 25 at the edge that is bound, room below for what is signed."""
    bottom = 18 + _LINE_OF_FOOTER * bool(footer.signatures)
    return (13, 10, 25, bottom) if landscape else (25, 10, 13, bottom)


def _set_footer(page: Worksheet, footer: Footer) -> None:
    signed = "".join(f"{word}：　　　　　　" for word in footer.signatures)
    lines = [line.replace("&", "&&") for line in (signed, footer.proof) if line]
    item = _Lines()
    for part, text in zip((item.left, item.center, item.right), footer_texts(footer.day), strict=True):
        assert part is not None
        part.size = _FOOTER_SIZE
        part.text = text if part is not item.left else "\n ".join((*lines, text))
    page.oddFooter = item


def break_pages(
    page: Worksheet,
    sheet: LedgerSheet,
    widths: Sequence[float],
    heights: Sequence[float],
    tail: float,
    footer: Footer,
) -> None:
    """Say where each page ends, so that the signatures never stand alone whatever prints the sheet (LEDGER 5.1).

    ``heights`` are those of the rows, ``tail`` that of what stands below them, in points. A sheet that nobody signs
    breaks where it will.
    """
    if not sheet.signatures:
        return
    starts = _page_starts(sheet, widths, (*heights, ceil(tail)), footer)
    wanted = len(heights) - WITH_SIGNATURES
    if len(starts) > 1 and starts[-1] > wanted:
        starts[-1] = max(wanted, starts[-2] + 1)
    for start in starts[1:]:
        page.row_breaks.append(Break(id=FIRST_ROW - 1 + start))


def _page_starts(sheet: LedgerSheet, widths: Sequence[float], heights: Sequence[float], footer: Footer) -> list[int]:
    """Return the first row of each printed page, reckoned from row heights and the scale that fits the width."""
    left, right, top, bottom = _margins(footer, landscape=sheet.landscape)
    wide, high = (297, 210) if sheet.landscape else (210, 297)
    points = sum(excel_width(width) for width in printed_widths(sheet, widths)) * POINTS_OF_UNIT
    scale = min(1.0, (wide - left - right) * _MM * 72 / max(1.0, points))
    room = ((high - top - bottom) * _MM * 72 / scale - HEADS) * _FILLED
    starts, filled = [0], 0.0
    for number, height in enumerate(heights):
        if filled + height > room and filled:
            starts.append(number)
            filled = 0.0
        filled += height
    return starts


def repeat_heads(page: Worksheet) -> None:
    """Print title, facts and heads on every page."""
    page.print_title_rows = f"1:{HEAD_ROW}"
