"""Any register's list as paper: columns that fit the page, headings repeated, long lists in several documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from msgspec import Struct

from desk_mailadmin.documents.library import Library
from desk_mailadmin.documents.renderer import BATCH_SHEETS, Job, Renderer, Sheet
from desk_mailadmin.documents.text_width import lines_of, width_of
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.privacy import hidden
from desk_mailadmin.kernel.table import Column, Kind, TableSpec, exported_columns, text_of

Row = TypeVar("Row")

PORTRAIT, LANDSCAPE = 170.0, 271.0
"""The width between the margins in mm."""

_SIZES = (10, 9)  # points; the larger one where the columns fit
_POINT = 0.3528  # mm
_PADDING = 2.6  # mm of a cell, left and right together
_LINE, _LEADING = 1.38, 0.5  # a line's height against the type size, and how much of it is the gap below
_HEIGHTS = {False: 250.0, True: 160.0}  # mm for rows on a page, portrait and landscape
_WIDEST = 24.0
_LEAST, _LEAST_CODE = 4.0, 12.0  # characters where the page is full: a name in one line, an address in two
_EXACT = frozenset({Kind.CODE, Kind.DATE, Kind.MOMENT, Kind.MONEY, Kind.COUNT, Kind.STATE, Kind.FLAG})
_JOINT = re.compile(r"(?<=[\w]-)|(?<=@)|(?<=[A-Za-z]\.)(?=[A-Za-z])")
_PART = re.compile(r"[\x21-\x7e]+")  # Chinese breaks anywhere, so only Latin letters and figures ask for room


class _Layout(Struct, frozen=True):
    size: int
    landscape: bool
    widths: tuple[float, ...]  # of each column, in characters
    stretched: int  # the column that takes what is left; -1 where all share the page and even codes break


def list_sheets(
    renderer: Renderer,
    library: Library,
    *,
    title: str,
    company: str,
    spec: TableSpec[Row],
    rows: Sequence[Row],
    when: datetime,
    printed: str = "",
    filter_text: str = "",
    totals: bool = False,
    masked: bool = False,
    group: Callable[[Row], str] | None = None,
) -> tuple[Sheet, ...]:
    """Return the printed list of ``rows`` in their order, in documents of about 200 pages at most.

    ``when`` dates the list; ``totals`` adds the sums of money columns; ``masked`` hides what lists hide of personal
    data; ``group`` puts a heading above rows of one group (they must follow each other). Rare characters fall back to
    this machine's fonts; UserError names a character that even those do not draw.
    """
    columns = [column for column in exported_columns(spec) if column.printed]
    texts = [[_cell(spec, column, row, masked=masked) for column in columns] for row in rows]
    layout = _layout(columns, texts)
    if layout.stretched < 0:
        texts = [[_breakable(text) for text in row] for row in texts]
    groups = [group(row) for row in rows] if group else [""] * len(texts)
    common: dict[str, Any] = {
        "title": title,
        "company": company,
        "filter": filter_text,
        "count": str(len(texts)),
        "date": when.strftime("%Y-%m-%d"),
        "size": layout.size,
        "columns": _columns(columns, layout),
    }
    chunks = _chunks(texts, groups, layout)
    sums = _sums(columns, rows) if totals else []
    sheets: list[Sheet] = []
    for number, chunk in enumerate(chunks, 1):
        last = number == len(chunks)
        data = common | {"rows": chunk, "totals": sums if last else [], "part": _part(number, len(chunks))}
        first_page = 1 + sum(sheet.pages for sheet in sheets)
        job = Job(data, printed=printed, landscape=layout.landscape, first_page=first_page)
        sheets.append(renderer.render_jobs(library.form("list"), (job,), when=when))
    return tuple(sheets)


def _cell(spec: TableSpec[Row], column: Column[Row], row: Row, *, masked: bool) -> str:
    text = text_of(spec, column, row)
    return hidden(column, text) if masked else text


def _layout(columns: Sequence[Column[Any]], texts: Sequence[Sequence[str]]) -> _Layout:
    widths = tuple(_width(column, [row[place] for row in texts]) for place, column in enumerate(columns))
    stretched = _stretched(columns, widths)
    for landscape, size in ((False, _SIZES[0]), (False, _SIZES[1]), (True, _SIZES[0]), (True, _SIZES[1])):
        spare = (LANDSCAPE if landscape else PORTRAIT) - _millimetres(widths, size)
        if spare >= 0:
            return _Layout(
                size, landscape, _widened(columns, texts, widths, stretched, spare / (size * _POINT)), stretched
            )
    return _squeezed(columns, texts, widths, stretched)


def _squeezed(
    columns: Sequence[Column[Any]], texts: Sequence[Sequence[str]], widths: Sequence[float], stretched: int
) -> _Layout:
    """Let the texts break in what codes and figures leave; where that is too little, all share the page and break."""
    size = _SIZES[1]
    least = [min(width, _least(column)) for column, width in zip(columns, widths, strict=True)]
    spare, lack = (LANDSCAPE - _millimetres(least, size)) / (size * _POINT), sum(widths) - sum(least)
    if spare < 0 or lack <= 0:
        parts = [_widest_part(column, [row[place] for row in texts]) for place, column in enumerate(columns)]
        return _Layout(size, landscape=True, widths=tuple(map(min, widths, parts)), stretched=-1)
    shared = [low + spare * (width - low) / lack for low, width in zip(least, widths, strict=True)]
    return _Layout(size, landscape=True, widths=tuple(shared), stretched=stretched)


def _breakable(text: str) -> str:
    """Return a code, a date or an address that may break between its parts: 2026-|11-27, luqi@|hb.|chenghu.|example."""
    return _JOINT.sub("\u200b", text)


def _widest_part(column: Column[Any], texts: Sequence[str]) -> float:
    """Return the width that a column's longest unbreakable part needs."""
    least = min(width_of(column.title), _LEAST) if column.kind in _EXACT else max(_LEAST, width_of(column.title))
    parts = (part for text in texts for part in _PART.findall(_breakable(text)))
    return min(_WIDEST, max([width_of(part) for part in parts] + [least]))


def _least(column: Column[Any]) -> float:
    if column.kind is Kind.CODE:
        return _LEAST_CODE
    return _WIDEST if column.kind in _EXACT else _LEAST


def _width(column: Column[Any], texts: Sequence[str]) -> float:
    """Return a column's width in characters: codes and figures never break, texts get what the column asks for."""
    widest = max((width_of(text) for text in texts), default=0.0)
    wanted = widest if column.kind in _EXACT else min(widest, max(float(column.width), 4.0))
    return min(_WIDEST, max(wanted, width_of(column.title)))


def _widened(
    columns: Sequence[Column[Any]],
    texts: Sequence[Sequence[str]],
    widths: Sequence[float],
    stretched: int,
    spare: float,
) -> tuple[float, ...]:
    """Give the room that is left (in characters) to texts that would break, before the stretched column takes it."""
    wide = list(widths)
    for place in range(len(columns)):
        natural = min(_WIDEST, max((width_of(row[place]) for row in texts), default=0.0))
        if place != stretched and wide[place] < natural and (more := min(spare, natural - wide[place])) > 0:
            wide[place] += more
            spare -= more
    wide[stretched] += spare
    return tuple(wide)


def _stretched(columns: Sequence[Column[Any]], widths: Sequence[float]) -> int:
    asked = [place for place, column in enumerate(columns) if column.stretch]
    free = [place for place, column in enumerate(columns) if column.kind is Kind.TEXT]
    return asked[0] if asked else max(free or range(len(columns)), key=lambda place: widths[place])


def _millimetres(widths: Sequence[float], size: int) -> float:
    return sum(width * size * _POINT + _PADDING for width in widths)


def _columns(columns: Sequence[Column[Any]], layout: _Layout) -> list[dict[str, Any]]:
    sides = {Kind.MONEY: "r", Kind.COUNT: "r", Kind.FLAG: "c", Kind.STATE: "c"}
    shown = []
    for place, (column, width) in enumerate(zip(columns, layout.widths, strict=True)):
        exact = round(width * layout.size * _POINT + _PADDING, 1)
        w = -round(width + 1, 1) if layout.stretched < 0 else 0 if place == layout.stretched else exact
        shown.append({"label": column.title, "w": w, "align": sides.get(column.kind, "l")})
    return shown


def _chunks(texts: Sequence[Sequence[str]], groups: Sequence[str], layout: _Layout) -> list[list[Any]]:
    """Cut the rows where a document would grow past its pages; a group that goes on says so again."""
    room = _HEIGHTS[layout.landscape] * (BATCH_SHEETS - 10)
    chunks: list[list[Any]] = [[]]
    filled, last = 0.0, ""
    for row, group in zip(texts, groups, strict=True):
        height = _height(row, layout)
        if filled + height > room:
            chunks.append([])
            filled, last = 0.0, ""
        if group != last:
            chunks[-1].append({"group": group})
            filled, last = filled + _height((group,), layout), group
        chunks[-1].append(list(row))
        filled += height
    return chunks


def _height(row: Sequence[str], layout: _Layout) -> float:
    lines = max((lines_of(text, width) for text, width in zip(row, layout.widths, strict=False)), default=1)
    return (lines * _LINE - _LEADING) * layout.size * _POINT + _PADDING


def _sums(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[str]:
    sums = ["合计", *[""] * (len(columns) - 1)]
    for place, column in enumerate(columns):
        if column.kind is Kind.MONEY:
            fen = [column.value(row) for row in rows]
            sums[place] = fen_to_text(sum(amount for amount in fen if isinstance(amount, int)))
    return sums


def _part(number: int, count: int) -> str:
    return f"第 {number} 册，共 {count} 册。" if count > 1 else ""
