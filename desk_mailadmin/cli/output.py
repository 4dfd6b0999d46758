"""What a command says: rows as JSON or as lines, faults as one clear line."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.kernel.table import TableSpec, exported_columns, json_of, text_of

DONE, FAULTS_NAMED, REFUSED = 0, 1, 2
"""The exit codes of every command: done; done, with faults named; refused or misused."""


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a line; a terminal that cannot show a character gets a question mark instead of a traceback."""
    out = stream or sys.stdout
    encoding = out.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=out, flush=True)


def say_json(body: Mapping[str, Any]) -> None:
    """Print plain data as one JSON document."""
    say(json.dumps(body, ensure_ascii=False, indent=1, default=str))


def refuse(error: DeskError) -> int:
    """Say in one line on stderr why a command was refused; return the exit code."""
    remedy = error.remedy if isinstance(error, EnvironmentFault) else ""
    say(" ".join(f"{error}{remedy}".split()), sys.stderr)
    return REFUSED


def rows_as_json(spec: TableSpec[Any], rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Return rows by their columns' English keys: fen as integers, dates ISO, states by key."""
    columns = exported_columns(spec)
    return [{column.key: json_of(column, row) for column in columns} for row in rows]


def print_table(spec: TableSpec[Any], rows: Sequence[Any]) -> None:
    """Print rows in aligned columns, for a person at a terminal."""
    columns = [column for column in exported_columns(spec) if column.shown]
    lines = [[column.title for column in columns], *([text_of(spec, c, row) for c in columns] for row in rows)]
    widths = [max(map(_width, cells)) for cells in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        say("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
