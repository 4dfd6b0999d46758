"""Where the tables of a bill begin and what their columns are: calls, or charges by the month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from desk_mailadmin.intake.bills.fields import Field, field_of_title, is_known_title
from desk_mailadmin.intake.findings import Column
from desk_mailadmin.intake.grid import column_letter
from desk_mailadmin.language.numbers import text_of_entry

CALLS, CHARGES = "calls", "charges"
_DATA = re.compile(r"\d{5,}|\d{4}\s*[-./年]|\d:\d\d|\d\.\d\d")
_MONTHLY = frozenset({Field.RENT, Field.CALLER_ID, Field.OTHER})
_OF_A_CALL = frozenset({Field.STARTED_AT, Field.DATE, Field.SECONDS, Field.TIME})
_FEWEST = 2
_SAMPLES = 3


@dataclass(frozen=True)
class Table:
    """A header as understood: ``role`` is calls or charges, ``places`` field → column counted from 0."""

    role: str
    row: int
    titles: tuple[str, ...]
    fields: tuple[str, ...]
    places: Mapping[str, int]
    samples: dict[int, list[str]] = default(default_factory=dict)

    def at(self, field: str) -> int:
        """Return the column of a field; -1 where there is none."""
        return self.places.get(field, -1)

    def remember(self, cells: Sequence[Any]) -> None:
        """Keep some of what stands in the columns, to be shown beside their titles."""
        for at, cell in enumerate(cells[: len(self.titles)]):
            seen = self.samples.setdefault(at, [])
            text = text_of_entry(cell).strip() if len(seen) < _SAMPLES else ""
            if text and text not in seen:
                seen.append(text)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns as the mapping page shows them."""
        return tuple(
            Column(column_letter(at), title, field, 1.0 if field else 0.0, tuple(self.samples.get(at, ())))
            for at, (title, field) in enumerate(zip(self.titles, self.fields, strict=True))
            if title
        )


def table_of(number: int, cells: Sequence[Any], mapping: Mapping[str, str] | None) -> Table | None:
    """Return the table whose header a row is; None for any other row.

    A table of calls names who was called, when, and what it cost or how long it was; one of charges names a number and
    a monthly charge. ``mapping`` (title → field, empty for "not used") overrules the guess.
    """
    titles = [text_of_entry(cell).strip() for cell in cells]
    filled = [title for title in titles if title]
    if len(filled) < _FEWEST or any(_DATA.search(title) for title in filled):
        return None
    if sum(map(is_known_title, filled)) * 2 < len(filled):
        return None
    fields = _meant(titles, mapping)
    found = set(fields) - {""}
    role = _role(found)
    if not role:
        return None
    if role == CHARGES:
        fields = _without_grand_total(titles, fields, mapping)
    places = {field: at for at, field in reversed(list(enumerate(fields))) if field}
    return Table(role, number, tuple("".join(title.split()) for title in titles), tuple(fields), places)


def _meant(titles: Sequence[str], mapping: Mapping[str, str] | None) -> list[str]:
    """Give each field to the first column that names it; of a total the last, which stands behind its parts."""
    fields: list[str] = []
    for title in titles:
        plain = "".join(title.split())
        if mapping is not None and plain in mapping:
            found = mapping[plain] if mapping[plain] in set(Field) else ""
        else:
            found = str(field_of_title(title) or "")
        if found in fields and found == Field.FEE:
            fields[fields.index(found)] = ""
        fields.append("" if found in fields else found)
    return _times(fields)


def _without_grand_total(titles: Sequence[str], fields: list[str], mapping: Mapping[str, str] | None) -> list[str]:
    """Take the column of what the calls cost for the fee: the total of a table of charges holds the rent too."""
    calls = next((at for at, title in enumerate(titles) if "话费" in title), -1)
    if mapping is not None and any("".join(title.split()) in mapping for title in titles):
        return fields
    without = ["" if field == Field.FEE else field for field in fields]
    return [Field.FEE if at == calls else field for at, field in enumerate(without)]


def _times(fields: list[str]) -> list[str]:
    """Take a lone column of times for the whole instant, and an instant beside a date for the time alone."""
    if Field.TIME in fields and Field.DATE not in fields and Field.STARTED_AT not in fields:
        fields[fields.index(Field.TIME)] = Field.STARTED_AT
    elif Field.STARTED_AT in fields and Field.DATE in fields and Field.TIME not in fields:
        fields[fields.index(Field.STARTED_AT)] = Field.TIME
    return fields


def _role(found: set[str]) -> str:
    if found & _OF_A_CALL:
        timed = Field.STARTED_AT in found or Field.DATE in found
        return CALLS if timed and Field.CALLED in found and found & {Field.SECONDS, Field.FEE, Field.BASE} else ""
    return CHARGES if Field.NUMBER in found and found & _MONTHLY else ""
