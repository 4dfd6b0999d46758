"""Where a ledger's tables begin and what their columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desk_mailadmin.intake.findings import Column
from desk_mailadmin.intake.grid import GridRow, SheetGrid, column_letter
from desk_mailadmin.intake.headers import (
    SURE,
    Block,
    Vocabulary,
    headers_of,
    samples_of,
    titles_of,
    with_joined_dates,
)
from desk_mailadmin.intake.past_cases.fields import Field, field_of_title, is_known_title

_WORDS = Vocabulary(field_of_title, is_known_title, fewest=3, many=6)
_OF_A_CASE = frozenset(
    {Field.FACTS, Field.CLAUSE, Field.REGULATION, Field.SANCTION, Field.AMOUNT, Field.FINE, Field.RECOVERY}
)


def blocks_of(sheet: SheetGrid, mapping: Mapping[str, str] | None) -> tuple[list[Block], list[GridRow]]:
    """Return the tables of a sheet that hold cases, and the rows above the first.

    A header that comes again opens no new table. ``mapping`` (title → field, empty for "not used") overrules the guess.
    """
    headers = headers_of(sheet.rows, _WORDS)
    blocks: list[Block] = []
    ends = [*(at for at, _ in headers), len(sheet.rows)]
    for (start, depth), end in zip(headers, ends[1:], strict=True):
        header = tuple(sheet.rows[start : start + depth])
        rows = with_joined_dates(header, tuple(sheet.rows[start + depth : end]))
        columns = _meant(titles_of(header, _WORDS), rows, mapping)
        if blocks and [one.title for one in blocks[-1].columns] == [one.title for one in columns]:
            last = blocks[-1]
            blocks[-1] = Block(last.header, last.columns, last.rows + rows, last.repeated + header)
        elif _holds_cases(columns):
            blocks.append(Block(header, columns, rows))
    return blocks, list(sheet.rows[: headers[0][0]]) if headers else []


def _holds_cases(columns: Sequence[Column]) -> bool:
    fields = {column.field for column in columns}
    return Field.NAME in fields and not _OF_A_CASE.isdisjoint(fields)


def _meant(
    titles: Sequence[tuple[str, str]], rows: tuple[GridRow, ...], mapping: Mapping[str, str] | None
) -> tuple[Column, ...]:
    """Give each field to the column that names it most surely; of equals the first."""
    chosen: dict[int, tuple[str, float]] = {}
    if mapping is None:
        found = [(sure, -at, field) for at, title in enumerate(titles) for field, sure in _meanings(*title)]
        for sure, place, field in sorted(found, key=lambda one: (-one[0], -one[1])):
            if -place not in chosen and field not in {taken for taken, _ in chosen.values()}:
                chosen[-place] = (field, sure)
    else:
        known = set(Field)
        chosen = {at: (mapping[title], 1.0) for at, (title, _) in enumerate(titles) if mapping.get(title) in known}
    return tuple(
        Column(column_letter(at), title, *chosen.get(at, ("", 0.0)), tuple(dict.fromkeys(samples_of(rows, at)))[:3])
        for at, (title, _) in enumerate(titles)
    )


def _meanings(title: str, joined: str) -> list[tuple[str, float]]:
    field, sure = field_of_title(title)
    if field is None:
        field, sure = field_of_title(joined)
    return [(field, sure)] if field is not None and sure >= SURE else []
