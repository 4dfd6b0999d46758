"""Directories of other offices as files, and what is read from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk_mailadmin.intake.directories.reader import DIRECTORY_LIMITS, directory_of_file
from desk_mailadmin.intake.directories.result import DirectoryReading

DATA = Path(__file__).parents[2] / "data" / "A"
DIRECTORY = DATA / "通讯录_第14版.xlsx"


def read(path: Path, mapping: dict[str, str] | None = None) -> DirectoryReading:
    return directory_of_file(path, DIRECTORY_LIMITS, mapping, lambda _fraction: None)


def table(folder: Path, *lines: str) -> DirectoryReading:
    """Read lines as a CSV file, the first one being the header."""
    path = folder / "通讯录.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read(path)


def workbook(folder: Path, sheets: dict[str, Sequence[Sequence[Any]]]) -> DirectoryReading:
    """Read rows as a workbook of several sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = folder / "通讯录.xlsx"
    book.save(path)
    return read(path)


def kinds(reading: DirectoryReading) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.field, fault.kind) for fault in reading.faults]
