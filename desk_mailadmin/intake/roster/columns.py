"""Where a roster's table begins, what its columns are called, and what they probably mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desk_mailadmin.intake import tables
from desk_mailadmin.intake.findings import Column
from desk_mailadmin.intake.grid import EMPTY, GridRow, SheetGrid, column_letter
from desk_mailadmin.intake.headers import (
    SURE,
    Block,
    Vocabulary,
    headers_of,
    samples_of,
    titles_of,
    with_joined_dates,
)
from desk_mailadmin.intake.roster.content import fits
from desk_mailadmin.intake.roster.fields import (
    FOREIGN,
    Field,
    field_of_title,
    is_known_title,
    is_second_name,
    plain_title,
)
from desk_mailadmin.intake.roster.lines import is_branch_name

_TITLE_WEIGHT, _BY_CONTENT = 0.7, 0.5
_WORDS = Vocabulary(field_of_title, is_known_title)
_GUESSED_BY_CONTENT = (Field.EMAIL, Field.MOBILE, Field.GENDER, Field.NAME, Field.EMP_NO, Field.DEPT)


def blocks_of(sheet: SheetGrid, mapping: Mapping[str, str] | None) -> tuple[list[Block], list[GridRow]]:
    """Return the tables of a sheet and the rows above the first; no table where nothing looks like a roster.

    A header that comes again opens no new table. ``mapping`` (title → field, empty for "not used") overrules the guess.
    """
    headers = headers_of(sheet.rows, _WORDS)
    if not headers:
        return _headless(sheet, mapping)
    blocks: list[Block] = []
    for (start, depth), end in zip(headers, [at for at, _ in headers[1:]] + [len(sheet.rows)], strict=True):
        titles = titles_of(sheet.rows[start : start + depth], _WORDS)
        header, rows = tuple(sheet.rows[start : start + depth]), tuple(sheet.rows[start + depth : end])
        rows = with_joined_dates(header, rows)
        if blocks and [column.title for column in blocks[-1].columns] == [title for title, _ in titles]:
            last = blocks[-1]
            blocks[-1] = Block(last.header, last.columns, last.rows + rows, last.repeated + header)
        else:
            columns = _meant(titles, rows, mapping)
            blocks.append(Block(header, columns, _with_second_names(columns, rows)))
    return blocks, list(sheet.rows[: headers[0][0]])


def side_by_side(sheet: SheetGrid) -> list[SheetGrid]:
    """Return the rosters of a sheet that stand beside each other (``tables.side_by_side``)."""
    return tables.side_by_side(sheet, _WORDS)


def _headless(sheet: SheetGrid, mapping: Mapping[str, str] | None) -> tuple[list[Block], list[GridRow]]:
    """Take a sheet without any title by its cells alone, if names and something else can be told."""
    width = max((len(row.cells) for row in sheet.rows), default=0)
    titles = [(f"{column_letter(at)} 列", "") for at in range(width)]
    columns = _meant(titles, tuple(sheet.rows), mapping)
    fields = {column.field for column in columns if column.field}
    if Field.NAME not in fields or len(fields) < 2 or len(sheet.rows) < 2:  # noqa: PLR2004  (a name and one thing more)
        return [], list(sheet.rows)
    return [Block((), columns, tuple(sheet.rows))], []


def _with_second_names(columns: Sequence[Column], rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """Name those who have no name of the first kind by the second (Hans Müller has no 中文名)."""
    own = next((at for at, column in enumerate(columns) if column.field == Field.NAME), -1)
    second = [at for at, column in enumerate(columns) if not column.field and is_second_name(column.title)]
    return tuple(_named_by(row, own, second) for row in rows) if own >= 0 and second else rows


def _named_by(row: GridRow, own: int, second: Sequence[int]) -> GridRow:
    name = next((row.cell(at) for at in second if row.cell(at).text.strip()), None)
    if name is None or row.cell(own).text.strip():
        return row
    cells = (*row.cells, *(EMPTY,) * (own + 1 - len(row.cells)))
    return row._replace(cells=(*cells[:own], name, *cells[own + 1 :]))


def _meant(
    titles: Sequence[tuple[str, str]], rows: tuple[GridRow, ...], mapping: Mapping[str, str] | None
) -> tuple[Column, ...]:
    samples = [samples_of(rows, at) for at in range(len(titles))]
    chosen = _chosen(titles, samples) if mapping is None else {}
    if mapping is not None:
        keys = set(Field)
        chosen = {
            at: (Field(mapping[title]), 1.0) for at, (title, _) in enumerate(titles) if mapping.get(title) in keys
        }
    return tuple(
        Column(column_letter(at), title, *_choice(chosen.get(at)), tuple(dict.fromkeys(samples[at]))[:3])
        for at, (title, _) in enumerate(titles)
    )


def _choice(choice: tuple[Field, float] | None) -> tuple[str, float]:
    return (choice[0].value, round(choice[1], 2)) if choice else ("", 0.0)


def _chosen(titles: Sequence[tuple[str, str]], samples: Sequence[list[str]]) -> dict[int, tuple[Field, float]]:
    """Give each field to the column that deserves it most, one column each."""
    candidates = [
        (score, -at, field)
        for at, (title, joined) in enumerate(titles)
        for field, score in _scores(title, joined, samples[at])
    ]
    chosen: dict[int, tuple[Field, float]] = {}
    for score, place, field in sorted(candidates, key=lambda one: (-one[0], -one[1])):
        if -place not in chosen and field not in {taken for taken, _ in chosen.values()}:
            chosen[-place] = (field, score)
    return _with_upper_level(chosen, candidates, samples)


def _with_upper_level(
    chosen: dict[int, tuple[Field, float]], candidates: Sequence[tuple[float, int, Field]], samples: Sequence[list[str]]
) -> dict[int, tuple[Field, float]]:
    """Take a second column of departments as the branch where it holds branches (一级部门: 华东分公司)."""
    if Field.BRANCH in {field for field, _ in chosen.values()}:
        return chosen
    for score, place, field in candidates:
        texts = samples[-place]
        if field is Field.DEPT and -place not in chosen and sum(map(is_branch_name, texts)) * 2 > len(texts):
            return {**chosen, -place: (Field.BRANCH, score / 2)}
    return chosen


def _scores(title: str, joined: str, samples: list[str]) -> list[tuple[Field, float]]:
    if plain_title(title) in FOREIGN or plain_title(joined) in FOREIGN:
        return []
    field, sure = field_of_title(re.sub(r"（\d+）$", "", title))
    if field is None:
        field, sure = field_of_title(joined)
    found: list[tuple[Field, float]] = []
    if field is not None and sure >= SURE:
        content = fits(field, samples)
        if content > 0.2 or sure == 1.0:  # noqa: PLR2004  (a full title outweighs odd cells, half a title does not)
            found.append((field, _TITLE_WEIGHT * sure + (1 - _TITLE_WEIGHT) * content))
        elif field is Field.LEFT_ON and fits(Field.STATUS, samples) > 0.2:  # noqa: PLR2004  (离职: 是)
            found.append((Field.STATUS, _TITLE_WEIGHT * sure))
    if sure < 1.0 and (field is None or field in (Field.MOBILE, Field.EXTENSION)):
        others = (Field.MOBILE, Field.EXTENSION) if field else _GUESSED_BY_CONTENT
        found += [(other, _BY_CONTENT * fits(other, samples)) for other in others if fits(other, samples) >= 0.6]  # noqa: PLR2004  (most cells fit)
    if field is None and not found and title.endswith(" 列") and any(not text.isdigit() for text in samples):
        found.append((Field.REMARK, 0.1))
    return found
