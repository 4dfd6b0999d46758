"""Where the tables of a sheet begin and what their columns mean, for hand-kept books of any kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct

from desk_mailadmin.intake.findings import Column
from desk_mailadmin.intake.grid import EMPTY, GridRow, SheetGrid, column_letter, shown
from desk_mailadmin.intake.headers import (
    SURE,
    Block,
    Vocabulary,
    headers_of,
    samples_of,
    titles_of,
    with_joined_dates,
)

_NAME = "name"
_LOOKED_THROUGH = 500
"""How many rows are looked at for samples."""


class BookKind(Struct, frozen=True):
    """One kind of hand-kept book: how it titles columns, the keys of its fields, which fields make a table of it."""

    words: Vocabulary
    fields: Collection[str]
    holds: Callable[[frozenset[str]], bool]

    def blocks_of(self, sheet: SheetGrid, mapping: Mapping[str, str] | None) -> tuple[list[Block], list[GridRow]]:
        """Return the tables of a sheet that are of this kind, and the rows above the first.

        A header that comes again opens no new table. ``mapping`` (title → field, empty for "not used") overrules the
        guess.
        """
        headers = headers_of(sheet.rows, self.words)
        blocks: list[Block] = []
        ends = [*(at for at, _ in headers), len(sheet.rows)]
        for (start, depth), end in zip(headers, ends[1:], strict=True):
            header = tuple(sheet.rows[start : start + depth])
            rows = with_joined_dates(header, tuple(sheet.rows[start + depth : end]))
            columns = self._meant(titles_of(header, self.words), rows, mapping)
            if blocks and [one.title for one in blocks[-1].columns] == [one.title for one in columns]:
                last = blocks[-1]
                blocks[-1] = Block(last.header, last.columns, last.rows + rows, last.repeated + header)
            elif self.holds(frozenset(column.field for column in columns)):
                blocks.append(Block(header, columns, rows))
        return blocks, list(sheet.rows[: headers[0][0]]) if headers else []

    def _meant(
        self, titles: Sequence[tuple[str, str]], rows: tuple[GridRow, ...], mapping: Mapping[str, str] | None
    ) -> tuple[Column, ...]:
        """Give each field to the column that names it most surely; of equals the first."""
        chosen: dict[int, tuple[str, float]] = {}
        if mapping is None:
            found = [(sure, -at, field) for at, title in enumerate(titles) for field, sure in self._meanings(*title)]
            for sure, place, field in sorted(found, key=lambda one: (-one[0], -one[1])):
                if -place not in chosen and field not in {taken for taken, _ in chosen.values()}:
                    chosen[-place] = (field, sure)
        else:
            known = set(self.fields)
            chosen = {at: (mapping[title], 1.0) for at, (title, _) in enumerate(titles) if mapping.get(title) in known}
        records = [row for row in rows[:_LOOKED_THROUGH] if len(set(shown(row))) > 1]  # a merged heading is no sample
        samples = [tuple(dict.fromkeys(samples_of(records, at)))[:3] for at in range(len(titles))]
        return tuple(
            Column(column_letter(at), title, *chosen.get(at, ("", 0.0)), samples[at])
            for at, (title, _) in enumerate(titles)
        )

    def _meanings(self, title: str, joined: str) -> list[tuple[str, float]]:
        field, sure = self.words.meaning(title)
        if field is None:
            field, sure = self.words.meaning(joined)
        return [(field, sure)] if field is not None and sure >= SURE else []


def side_by_side(sheet: SheetGrid, words: Vocabulary) -> list[SheetGrid]:
    """Return the tables of a sheet that stand beside each other under the same titles, each as a sheet of its own.

    Cells keep their columns; the further tables are named by theirs.
    """
    headers = headers_of(sheet.rows, words)
    titles = ["".join(text.split()) for text in sheet.rows[headers[0][0]].texts()] if headers else []
    while titles and not titles[-1]:
        titles.pop()
    widths = range(2, (len(titles) + 1) // 2 + 1)
    period = next((width for width in widths if _repeats(titles, width, words)), 0)
    if not period:
        return [sheet]
    return [_columns_only(sheet, start, start + period) for start in range(0, len(titles), period)]


def _repeats(titles: Sequence[str], width: int, words: Vocabulary) -> bool:
    first = list(titles[:width])
    named = any(words.meaning(title)[0] == _NAME for title in first)
    titles = (*titles, *[""] * (-len(titles) % width))  # the last table has no gap behind it
    return named and all(list(titles[at : at + width]) == first for at in range(width, len(titles), width))


def _columns_only(sheet: SheetGrid, start: int, end: int) -> SheetGrid:
    rows = [
        GridRow(row.number, (EMPTY,) * start + row.cells[start:end], row.hidden, row.problem)
        for row in sheet.rows
        if start == 0 or any(cell.text.strip() for cell in row.cells[start:end])
    ]
    name = sheet.name if start == 0 else f"{sheet.name}（{column_letter(start)}–{column_letter(end - 1)} 列）"
    return SheetGrid(name, rows, sheet.hidden, sheet.has_merges)
