"""Tables of web consoles: HTML that carries the name .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from desk_mailadmin.intake.grid import Cell, Document, GridRow, SheetGrid
from desk_mailadmin.intake.guard import Limits
from desk_mailadmin.intake.text_reader import decoded

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)


def read_html(path: Path, limits: Limits) -> Document:
    """Return the rows of all tables of an HTML file as one sheet; the notice ``html`` says what it was."""
    content = path.read_bytes()
    declared = _CHARSET.search(content[:4096])
    text, encoding = decoded(content)
    if declared and declared[1].lower() in (b"gb2312", b"gbk", b"gb18030"):
        text, encoding = content.decode("gb18030", "replace"), "gb18030"
    collector = _Rows(limits)
    collector.feed(text)
    rows = [GridRow(at + 1, tuple(row)) for at, row in enumerate(collector.rows) if any(cell.value for cell in row)]
    return Document(
        [SheetGrid(path.stem, rows, has_merges=collector.has_merges)], encoding, ("html", "colours-not-read")
    )


class _Rows(HTMLParser):
    """Collects the cells of all tables; one that spans rows is repeated in each, as merged cells are."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.rows: list[list[Cell]] = []
        self.has_merges = False
        self._limits = limits
        self._inside = False
        self._down = 1
        self._spanning: dict[int, tuple[int, Cell]] = {}  # column → in how many rows more its cell stands

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._spanning = {}
        elif tag == "tr" and len(self.rows) <= self._limits.rows:
            self._close_cell()
            self.rows.append([])
            self._fill_spanned()
        elif tag in ("td", "th") and self.rows and len(self.rows[-1]) < self._limits.columns:
            self._close_cell()
            self._open_cell(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close_cell()

    def handle_data(self, data: str) -> None:
        if self._inside:
            cell = self.rows[-1][-1]
            self.rows[-1][-1] = cell._replace(value=(cell.text + data).strip()[: self._limits.field])

    def _open_cell(self, attrs: dict[str, str | None]) -> None:
        across, self._down = (_span(attrs.get(key), self._limits) for key in ("colspan", "rowspan"))
        self.rows[-1].extend([Cell("")] * across)
        self._inside = True

    def _close_cell(self) -> None:
        """Take note of a cell that goes on in the rows below."""
        if not self._inside:
            return
        self._inside = False
        if self._down > 1:
            self.has_merges = True
            self.rows[-1][-1] = self.rows[-1][-1]._replace(merged=True)
            self._spanning[len(self.rows[-1]) - 1] = (self._down - 1, self.rows[-1][-1])
        self._fill_spanned()

    def _fill_spanned(self) -> None:
        """Put the cells of rows above where the row has come to them."""
        row = self.rows[-1]
        while found := self._spanning.pop(len(row), None):
            left, cell = found
            if left > 1:
                self._spanning[len(row)] = (left - 1, cell)
            row.append(cell)


def _span(text: str | None, limits: Limits) -> int:
    return min(int(text), limits.columns) if text and text.isdigit() and text.isascii() and int(text) else 1
