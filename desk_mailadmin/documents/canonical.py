"""The rows of a workbook in one canonical form, whose SHA-256 a closed month keeps and every page of it carries.

Anybody can reckon it again, from the file alone. The form is UTF-8 text, one JSON array (RFC 8259) a line, each line
ended by one line feed. Arrays are written without spaces, characters beyond ASCII as themselves; line feeds inside
texts are escaped as JSON does it. Nothing in it depends on the day of the export, on widths or on looks. In this order:

1. ``["desk_mailadmin rows",1]``; the number is that of this form.
2. For each sheet in the order of the workbook (but for charts and ``_meta``):

   - ``["sheet","处罚台账"]``: its name;
   - ``["columns","序号","单号",…]``: the heads of all columns, hidden ones too;
   - for each row one array: ``"row"``, ``"void"`` (struck through) or ``"subtotal"`` (bold), then a value for each
     column;
   - where it has a balance: ``["balance","上月结转",0,"本月新增",285000,…]``: title and fen, the result last.

A value is ``null`` for an empty cell; a text as the cell holds it; a count as an integer; money as integer fen (what
the cell shows, times 100); a day as ``"2026-11-03"``; a moment as ``"2026-11-03T09:30:00"``; a mark as ``"✓"``, else
``null``. How many rows a sheet has stands in ``_meta``; what stands below them, but for a balance, is no part of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from desk_mailadmin.documents.book import LedgerSheet, plain
from desk_mailadmin.documents.cell_text import safe_text
from desk_mailadmin.kernel.table import Value

SHORT = 16
"""How many hexadecimal digits of a hash stand on paper."""

_FORM = 1


def canonical_hash(sheets: Sequence[LedgerSheet]) -> str:
    """Return the SHA-256 of :func:`canonical_bytes` as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(sheets)).hexdigest()


def canonical_bytes(sheets: Sequence[LedgerSheet]) -> bytes:
    """Return what is hashed, as the head of this file describes it."""
    lines = [["desk_mailadmin rows", _FORM], *(line for sheet in sheets for line in _lines(sheet))]
    return "".join(f"{_written(line)}\n" for line in lines).encode()


def _lines(sheet: LedgerSheet) -> Iterator[list[Any]]:
    yield ["sheet", _value(sheet.name)]
    yield ["columns", *(_value(column.title) for column in sheet.columns)]
    for number, row in enumerate(sheet.rows):
        sort = "void" if number in sheet.struck else "subtotal" if number in sheet.emphasised else "row"
        yield [sort, *map(_value, row)]
    if sheet.balance:
        terms = (*sheet.balance.terms, sheet.balance.result)
        yield ["balance", *(part for term in terms for part in (term.title, term.fen))]


def _value(value: Value) -> str | int | None:
    match plain(value):
        case bool(mark):
            return "✓" if mark else None
        case str(text):
            return safe_text(text)[0] or None
        case datetime() as moment:
            return moment.isoformat(timespec="seconds")
        case date() as day:
            return day.isoformat()
        case other:
            return other


def _written(line: list[Any]) -> str:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))
