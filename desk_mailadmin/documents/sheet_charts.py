"""The sheet of charts: native charts of Excel, each beside the figures it draws, so that those can be read alone."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.drawing.text import Font as TextFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desk_mailadmin.documents.book import MOST_BARS, Bars, ChartSheet, Footer, LedgerChart
from desk_mailadmin.documents.cell_text import sheet_name
from desk_mailadmin.documents.sheet_paper import set_paper
from desk_mailadmin.documents.sheet_widths import POINTS_OF_UNIT, excel_width, height_of
from desk_mailadmin.documents.sheet_writer import SheetWriter
from desk_mailadmin.kernel.table import Kind, Value

NOTHING = "没有数据。"
"""What stands beside a chart without categories."""

_SIZE = 10  # points of a Chinese character
_CATEGORY, _FIGURE = 10.0, 5.0  # Chinese characters
_ACROSS = 96.0  # of Excel's units: an upright page without shrinking
_HEAD_HIGH, _LEAST_HIGH = 20.0, 210.0  # points; a chart is never lower
_COLOURS = ("2F5D8C", "D08A2E", "6B8E5A", "8C4A4A")
_FACE = "宋体"
_CM = 2.54 / 72  # of a point
_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def write_charts(book: Workbook, writer: SheetWriter, sheet: ChartSheet, footer: Footer) -> None:
    """Add the sheet; more categories than :data:`book.MOST_BARS` or figures for other categories are a ValueError."""
    page: Worksheet = book.create_sheet(sheet_name(sheet.name, book.sheetnames))
    series = max((len(chart.series) for chart in sheet.charts), default=1)
    widths = [excel_width(_CATEGORY), *[excel_width(_FIGURE)] * series, 2.0]
    rest = _ACROSS - sum(widths)
    for place, width in enumerate((*widths, rest), 1):
        page.column_dimensions[get_column_letter(place)].width = width
    writer.heading(page, sheet.title, sheet.facts, len(widths) + 1)
    page.row_dimensions[2].height = height_of("　　".join(sheet.facts), _ACROSS * POINTS_OF_UNIT / _SIZE)
    row = 4
    for chart in sheet.charts:
        row = _band(page, writer, chart, row, (len(widths) + 1, rest * POINTS_OF_UNIT)) + 2
    page.sheet_view.showGridLines = False
    set_paper(page, footer, landscape=False, high=1)


def _band(page: Worksheet, writer: SheetWriter, chart: LedgerChart, row: int, place: tuple[int, float]) -> int:
    """Write the figures and beside them the chart; return the last row taken."""
    if len(chart.categories) > MOST_BARS or any(len(one.figures) != len(chart.categories) for one in chart.series):
        raise ValueError(chart.title)
    column, wide = place
    head = writer.put(page.cell(row, 1), chart.title, Kind.TEXT)
    head.font = Font(name="黑体", size=11, bold=True)
    last = _figures(page, writer, chart, row + 1)
    if not chart.categories:
        writer.put(page.cell(row + 1, column), NOTHING, Kind.TEXT)
    high = sum(page.row_dimensions[number].height or 15.0 for number in range(row + 1, last + 1))
    while high < _LEAST_HIGH:
        last, high = last + 1, high + 15.0
    if chart.categories:
        drawn = _chart(page, chart, row + 1)
        drawn.width, drawn.height = wide * _CM, high * _CM  # type: ignore[assignment]  # the stubs say int
        page.add_chart(drawn, f"{get_column_letter(column)}{row + 1}")
    return last


def _figures(page: Worksheet, writer: SheetWriter, chart: LedgerChart, row: int) -> int:
    """Write the table a chart draws from, its heads in ``row``; return its last row."""
    kind = Kind.MONEY if chart.money else Kind.COUNT
    for place, title in enumerate((chart.across, *(one.title for one in chart.series)), 1):
        writer.label(page.cell(row, place), title)
    page.row_dimensions[row].height = _HEAD_HIGH
    for number, category in enumerate(chart.categories):
        row += 1
        values: tuple[Value, ...] = (category, *(one.figures[number] for one in chart.series))
        for place, value in enumerate(values, 1):
            cell = writer.put(page.cell(row, place), value, Kind.TEXT if place == 1 else kind)
            cell.font, cell.border = Font(name=_FACE, size=10), _GRID
            cell.alignment = Alignment(horizontal="left" if place == 1 else "right", vertical="center", wrap_text=True)
        page.row_dimensions[row].height = height_of(category, _CATEGORY)
    return row


def _chart(page: Worksheet, chart: LedgerChart, head: int) -> BarChart:
    """Return the native chart of the table whose heads stand in row ``head``."""
    drawn = BarChart()
    drawn.type, drawn.gapWidth = chart.bars.value, 60
    drawn.grouping, drawn.overlap = ("stacked", 100) if chart.stacked else ("clustered", 0)
    last = head + len(chart.categories)
    drawn.add_data(
        Reference(page, min_col=2, max_col=1 + len(chart.series), min_row=head, max_row=last), titles_from_data=True
    )
    drawn.set_categories(Reference(page, min_col=1, min_row=head + 1, max_row=last))
    for series, colour in zip(drawn.series, _COLOURS, strict=False):
        series.graphicalProperties = GraphicalProperties(solidFill=colour, ln=LineProperties(noFill=True))
        series.invertIfNegative = False
    drawn.legend = Legend()
    drawn.legend.position, drawn.legend.overlay, drawn.legend.txPr = "t", False, _rich(800)
    _axes(drawn, chart)
    return drawn


def _axes(drawn: BarChart, chart: LedgerChart) -> None:
    across, measure = drawn.x_axis, drawn.y_axis
    across.title, measure.title = _title(chart.across), _title(chart.measure)
    for axis in (across, measure):
        axis.delete, axis.txPr = False, _rich(800)
    across.tickLblPos = "low"  # names stay at the edge where bars go below nought
    pale = GraphicalProperties(ln=LineProperties(solidFill="D9D9D9"))
    measure.number_format, measure.majorGridlines = "#,##0", ChartLines(spPr=pale)
    if chart.bars is Bars.LYING:
        across.scaling.orientation, measure.crosses = "maxMin", "max"  # the first name on top, figures below


def _rich(size: int, text: str = "", *, bold: bool = False) -> RichText:
    """Return a text, or without one the look of texts; size in hundredths of a point."""
    face = TextFont(typeface=_FACE)
    look = CharacterProperties(sz=size, b=bold, latin=face, ea=face)
    runs = [RegularTextRun(rPr=look, t=text)] if text else None
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), r=runs, endParaRPr=look)])


def _title(text: str) -> Title:
    return Title(tx=Text(rich=_rich(900, text)), overlay=False)
