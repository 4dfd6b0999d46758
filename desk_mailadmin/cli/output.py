"""What a command says: rows as JSON or as lines, faults as one clear line."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TextIO

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.kernel.privacy import hidden
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.table import Column, TableSpec, exported_columns, json_of, text_of

if TYPE_CHECKING:
    from desk_mailadmin.intake.findings import Fault

DONE, FAULTS_NAMED, REFUSED = 0, 1, 2
"""The exit codes of every command: done; done, with faults named; refused or misused."""

_MEASURED = 1_000
_STEERS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys instead of showing it: colours, titles, the cursor, the direction of writing."""


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a line; what steers a terminal becomes visible as �, what it cannot show a question mark.

    No terminal gets nothing.
    """
    out = stream or sys.stdout
    if out is None:  # a packed window has no terminal
        return
    encoding = out.encoding or "utf-8"
    print(_STEERS.sub("\ufffd", text).encode(encoding, "replace").decode(encoding), file=out, flush=True)


def say_json(body: Mapping[str, Any]) -> None:
    """Print plain data as one JSON document."""
    say(_json(body, indent=1))


def _json(body: Any, indent: int | None = None) -> str:
    """Return plain data as JSON that can be read as it stands; what steers a terminal stands there by its number."""
    text = json.dumps(body, ensure_ascii=False, indent=indent, default=str)
    return _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def refuse(error: DeskError) -> int:
    """Say in one line on stderr why a command was refused; return the exit code."""
    remedy = error.remedy if isinstance(error, EnvironmentFault) else ""
    say(" ".join(f"{error}{remedy}".split()), sys.stderr)
    return REFUSED


def say_rows(spec: TableSpec[Any], rows: Iterable[Any]) -> None:
    """Print rows as one JSON document by their columns' English keys, each as it comes.

    Fen are integers, dates ISO, states their key.
    """
    columns, between = exported_columns(spec), ""
    say('{"rows": [')
    for row in rows:
        body = {column.key: json_of(column, row) for column in columns}
        say(f"{between}{_json(body)}")
        between = ","
    say("]}")


def print_table(spec: TableSpec[Any], rows: Iterable[Any], *, masked: bool = False) -> None:
    """Print rows in aligned columns, for a person at a terminal; the first thousand say how wide a column is.

    ``masked`` hides the middle of private numbers.
    """
    columns = [column for column in exported_columns(spec) if column.shown]

    def cell(column: Column[Any], row: Any) -> str:
        text = text_of(spec, column, row)
        return hidden(column, text) if masked else text

    lines = ([cell(column, row) for column in columns] for row in rows)
    first = [[column.title for column in columns], *islice(lines, _MEASURED)]
    widths = [max(map(_width, cells)) for cells in zip(*first, strict=True)]
    for line in chain(first, lines):
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        say("  ".join(cells).rstrip())


def fault_named(file: str, fault: Fault) -> dict[str, Any]:
    """Return a fault of a cell as scripts read it."""
    named = fault_said(file, fault.sheet, fault.row, fault.kind, str(fault.severity), fault.sentence)
    return named | {"column": fault.column}


def fault_said(file: str, sheet: str, row: int, kind: str, severity: str, message: str) -> dict[str, Any]:
    """Return what is wrong with a row as scripts read it."""
    return {
        "file": file,
        "sheet": sheet,
        "row": row,
        "column": "",
        "kind": kind,
        "severity": severity,
        "message": message,
    }


def where_of(fault: Mapping[str, Any]) -> str:
    """Return where a fault stands, for a line people read."""
    row = f"第 {fault['row']} 行" if fault["row"] else ""
    column = f"{fault['column']} 列" if fault["column"] else ""
    return " ".join(part for part in (fault["file"], fault["sheet"], row, column) if part)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
