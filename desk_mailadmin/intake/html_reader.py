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
    rows = [GridRow(at + 1, tuple(map(Cell, row))) for at, row in enumerate(collector.rows) if any(row)]
    return Document([SheetGrid(path.stem, rows)], encoding, ("html", "colours-not-read"))


class _Rows(HTMLParser):
    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._limits = limits
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr" and len(self.rows) <= self._limits.rows:
            self.rows.append([])
        elif tag in ("td", "th") and self.rows and len(self.rows[-1]) < self._limits.columns:
            self._inside = True
            span = dict(attrs).get("colspan") or "1"
            self.rows[-1].extend([""] * min(int(span) if span.isdigit() else 1, self._limits.columns))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] = (self.rows[-1][-1] + data).strip()[: self._limits.field]
