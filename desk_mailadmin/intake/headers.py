"""Where tables begin in a sheet, how deep their headers are, and what their columns are titled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from desk_mailadmin.intake.findings import Column
from desk_mailadmin.intake.grid import EMPTY, GridRow, column_letter, shown

_SEARCHED_ROWS = 40
_MOST_LEVELS = 3
_SAMPLES = 80
SURE = 0.45
"""How sure a title's meaning must be to count."""
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_DATA = re.compile(r"\d{5,}|@|\d{4}\s*[-./年]")
_NAME = "name"


class Vocabulary(Struct, frozen=True):
    """How one kind of table titles its columns: what a title means (and how surely), and whether it is a title at all.

    A row is a header with the people's names and ``fewest`` titles in all, or with ``many`` titles without them.
    """

    meaning: Callable[[str], tuple[str | None, float]]
    is_title: Callable[[str], bool]
    fewest: int = 2
    many: int = 4


@dataclass(frozen=True)
class Block:
    """A header with the rows below it, up to the next header of another shape."""

    header: tuple[GridRow, ...]
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    repeated: tuple[GridRow, ...] = ()

    def column_of(self, field: str) -> int:
        """Return the column of a field counted from 0; -1 where there is none."""
        return self._places.get(field, -1)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {column.field: at for at, column in reversed(list(enumerate(self.columns))) if column.field}


def headers_of(rows: Sequence[GridRow], words: Vocabulary) -> list[tuple[int, int]]:
    """Return where headers stand and how many rows each has."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(rows):
        if (found or at < _SEARCHED_ROWS) and _is_header(rows[at], words):
            depth = _depth(rows, at, words)
            found.append((at, depth))
            at += depth
        else:
            at += 1
    return found


def _is_header(row: GridRow, words: Vocabulary) -> bool:
    texts = [text for text in dict.fromkeys(row.texts()) if text.strip()]
    if any(_DATA.search(text) for text in texts):
        return False
    fields = {field for field, score in map(words.meaning, texts) if field and score >= SURE}
    known = sum(map(words.is_title, texts))
    enough = _NAME in fields and known >= words.fewest
    return (enough or known >= words.many) and known * 2 >= len(texts)


def _depth(rows: Sequence[GridRow], at: int, words: Vocabulary) -> int:
    depth = 1
    while depth < _MOST_LEVELS and at + depth < len(rows) and _continues(rows[at], rows[at + depth], words):
        depth += 1
    return depth


def _continues(above: GridRow, row: GridRow, words: Vocabulary) -> bool:
    """Say whether a row is the lower level of a header: titles where the upper one is merged or empty, no data."""
    own = [cell.text for at, cell in enumerate(row.cells) if cell.text.strip() and cell.text != above.cell(at).text]
    if len(shown(row)) < 2 or not own or any(_DATA.search(text) for text in own):  # noqa: PLR2004  (a lone text is a section)
        return False
    names = [at for at, cell in enumerate(above.cells) if words.meaning(cell.text) == (_NAME, 1.0)]
    if any(row.cell(at).text.strip() not in ("", above.cell(at).text.strip()) for at in names):
        return False
    return sum(map(words.is_title, own)) * 2 >= len(own)


def titles_of(header: Sequence[GridRow], words: Vocabulary) -> list[tuple[str, str]]:
    """Return for each column its own title, made unique, and the titles of all levels joined."""
    width = max(len(row.cells) for row in header)
    titles: list[tuple[str, str]] = []
    seen: dict[str, int] = {}
    for at in range(width):
        levels = list(dict.fromkeys(_INVISIBLE.sub("", "".join(row.cell(at).text.split())) for row in header))
        levels = [level for level in levels if level]
        own = levels[-1] if levels else ""
        if len(levels) > 1 and (own == "年" or not words.is_title(own)):
            own = levels[-2] if own == "年" else "".join(levels)
        seen[own] = seen.get(own, 0) + 1
        unique = own if seen[own] == 1 else f"{own}（{seen[own]}）"
        titles.append((unique if own else f"{column_letter(at)} 列", "".join(levels)))
    return titles


def with_joined_dates(header: tuple[GridRow, ...], rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """Write a day that stands in three columns (年, 月, 日) into the first of them."""
    lowest = ["".join(text.split()) for text in header[-1].texts()]
    starts = [at for at in range(len(lowest) - 2) if lowest[at : at + 3] == ["年", "月", "日"]]
    return tuple(_joined(row, starts) for row in rows) if starts else rows


def _joined(row: GridRow, starts: Sequence[int]) -> GridRow:
    cells = list(row.cells)
    for at in starts:
        parts = [row.cell(at + step).text.strip() for step in range(3)]
        if all(part.isdigit() for part in parts):
            cells[at : at + 3] = [row.cell(at)._replace(value="-".join(parts)), EMPTY, EMPTY]
    return row._replace(cells=tuple(cells))


def samples_of(rows: Sequence[GridRow], at: int) -> list[str]:
    """Return what stands in the first filled cells of a column."""
    found: list[str] = []
    for row in rows:
        text = row.cell(at).text.strip()
        if text:
            found.append(text)
        if len(found) == _SAMPLES:
            break
    return found
