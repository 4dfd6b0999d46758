"""CSV and other plain tables: which encoding, which separator, and each line on its own."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desk_mailadmin.intake.grid import Cell, Document, GridRow, SheetGrid
from desk_mailadmin.intake.guard import Limits, shown_name
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_SEPARATORS = "\t,;|，；"
_PROBED_LINES = 60
_LONGEST_LINE = 131_072
_LONGEST_RECORD_LINES = 30
_NEWLINE = re.compile(r"\r\n|\n\r|\r|\n")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_text(path: Path, limits: Limits) -> Document:
    """Return a text table as one sheet named like the file.

    UTF-8 is tried strictly, then UTF-16, then GB18030; lines that hold no character of the encoding are kept apart with
    the problem ``encoding``, too long or too wide ones with ``long``, an unclosed quote with ``quote``.
    """
    content = path.read_bytes()
    text, encoding = decoded(content)
    notices = ("nul",) if "\0" in text else ()
    lines = _NEWLINE.split(text.replace("\0", ""))
    if _is_binary(text):
        template = QT_TRANSLATE_NOOP("desk", "“{file}”不是 Excel 或 CSV 表格，换成 .xlsx 或 .csv 再导入。")
        raise UserError(template, file=shown_name(path))
    if not any(line.strip() for line in lines):
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{file}”里没有内容。"), file=shown_name(path))
    separator = separator_of(lines)
    rows = [row for row in _records(lines, separator, limits) if row.problem or not row.is_blank()]
    return Document([SheetGrid(path.stem, rows)], encoding, notices)


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding; bytes that are no character become lone surrogates."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), encoding
    if wide := _utf_16(content):
        return content.decode(wide, "replace"), wide
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    encoding = "utf-8" if _lines_in(content, "utf-8") >= _lines_in(content, "gb18030") else "gb18030"
    return content.decode(encoding, "surrogateescape"), encoding


def _is_binary(text: str) -> bool:
    """Say whether a text is no text: more than a tenth of its first part are control characters."""
    sample = text[:4096].replace("\0", "")
    return sum(char < " " and char not in "\r\n\t\f\x1a" for char in sample) * 10 > len(sample)


def _utf_16(content: bytes) -> str:
    """Tell UTF-16 without a mark by the zero bytes of its commas and line ends."""
    sample = content[:4096]
    ends = [
        ("utf-16-le", sample.count(b"\n\0") + sample.count(b",\0") + sample.count(b"\t\0")),
        ("utf-16-be", sample.count(b"\0\n") + sample.count(b"\0,") + sample.count(b"\0\t")),
    ]
    name, count = max(ends, key=lambda end: end[1])
    if len(content) % 2 or count < 2:  # noqa: PLR2004  (a separator and a line end at least)
        return ""
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        return ""
    plain = sum(char.isprintable() or char in "\r\n\t" for char in text[:2000])
    return name if plain >= 0.95 * len(text[:2000]) else ""


def _lines_in(content: bytes, encoding: str) -> int:
    good = 0
    for line in content.splitlines():
        try:
            line.decode(encoding)
        except UnicodeDecodeError:
            continue
        good += not line.isascii()
    return good


def separator_of(lines: list[str]) -> str:
    """Return the separator that cuts most of the first lines into the same number of columns."""
    probed = [line[:_LONGEST_LINE] for line in lines if line.strip()][:_PROBED_LINES]

    def agreement(separator: str) -> tuple[int, int]:
        counts = Counter(line.count(separator) for line in probed if separator in line)
        columns, agreeing = max(counts.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
        return (agreeing, columns) if columns else (0, 0)

    best = max(_SEPARATORS, key=lambda separator: (agreement(separator), -_SEPARATORS.index(separator)))
    return best if agreement(best)[0] else ","


def _records(lines: list[str], separator: str, limits: Limits) -> Iterator[GridRow]:
    at = 0
    while at < len(lines):
        taken = _lines_of_record(lines, at)
        yield _record(at + 1, lines[at : at + max(taken, 1)], separator, limits, unclosed=not taken)
        at += max(taken, 1)


def _lines_of_record(lines: list[str], at: int) -> int:
    """Return how many lines a record spans by its quotes; 0 where they never close within reason."""
    quotes = 0
    for count, line in enumerate(lines[at : at + _LONGEST_RECORD_LINES], start=1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return count
    return 0


def _record(number: int, lines: list[str], separator: str, limits: Limits, *, unclosed: bool) -> GridRow:
    line = "\n".join(lines)
    if unclosed:
        return GridRow(number, (Cell(line[:100]),), problem="quote")
    if len(line) > _LONGEST_LINE or line.count(separator) >= limits.columns:
        return GridRow(number, (Cell(line[:100]),), problem="long")
    try:
        values = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return GridRow(number, (Cell(line[:100]),), problem="quote")
    if any("\ud800" <= char <= "\udfff" for char in line):
        shown = [value.encode("utf-8", "replace").decode() for value in values]
        return GridRow(number, tuple(map(Cell, shown)), problem="encoding")
    if any(len(value) > limits.field for value in values):
        return GridRow(number, (Cell(line[:100]),), problem="long")
    return GridRow(number, tuple(Cell(_unwrapped(value)) for value in values))


def _unwrapped(value: str) -> str:
    """Return the text of ="0012", the way to keep zeros that spreadsheets taught people; tabs before codes go too."""
    found = re.fullmatch(r'\s*="([^"]*)"\s*', value)
    return found[1] if found else value.strip("\t")
