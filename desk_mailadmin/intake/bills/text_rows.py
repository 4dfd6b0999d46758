"""The rows of a large text table, one after the other, in little memory."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desk_mailadmin.intake.guard import Limits, shown_name
from desk_mailadmin.intake.text_reader import decoded, separator_of
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

Row = tuple[int, list[Any], str]
"""Number in the file from 1, cells, and why the row cannot be read: encoding, long, quote, or empty."""

_CHUNK = 2**20
_SAMPLE = 2**17
_LONGEST_LINE = 131_072
_LONG_LINE = 4_000
_LONGEST_RECORD_LINES = 30
_CONTROL_SHARE = 10
_NEWLINE = re.compile(r"\r\n|\n\r|\r|\n")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32")
_OTHER = {"utf-8": "gb18030", "gb18030": "utf-8"}


class TextRows:
    """A text table read chunk by chunk; ``read`` is how many bytes were, ``notices`` what was found on the way.

    Each line is decoded strictly; one that is not of the file's encoding is tried in the other of UTF-8 and GB18030,
    as exchanges write files of which single lines are.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path, self._limits = path, limits
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
        if len(sample) == _SAMPLE:
            sample = sample[: sample.rfind(b"\n") + 1 or None]
        text, self.encoding = decoded(sample)
        _check_text(text, path)
        self._separator = separator_of(_NEWLINE.split(text)[:200])
        self.read = 0
        self.notices: dict[str, None] = {}
        self._broken = False

    def __iter__(self) -> Iterator[Row]:
        number = 1
        for piece in self._texts():
            if "\0" in piece:
                self.notices["nul"] = None
            text = piece.replace("\0", "")
            lines = _NEWLINE.split(text) if "\r" in text else text.split("\n")
            if not lines[-1]:
                lines.pop()
            broken, self._broken = self._broken or "\ufffd" in text, False
            yield from map(_judged, self._rows(number, lines)) if broken else self._rows(number, lines)
            number += len(lines)

    def _texts(self) -> Iterator[str]:
        """Yield the file in pieces that end at the end of a line."""
        with self._path.open("rb") as file:
            if self.encoding in _WIDE:
                yield from self._wide_texts(file)
                return
            rest = file.read(3) if self.encoding == "utf-8" else b""
            rest = b"" if rest == codecs.BOM_UTF8 else rest
            while block := file.read(_CHUNK):
                self.read += len(block)
                rest += block
                end = _end_of_lines(rest)
                if end:
                    yield self._decoded(rest[:end])
                    rest = rest[end:]
            if rest:
                yield self._decoded(rest)

    def _wide_texts(self, file: Any) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        rest = ""
        while block := file.read(_CHUNK):
            self.read += len(block)
            rest += decoder.decode(block).lstrip("\ufeff")
            end = rest.rfind("\n") + 1
            if end:
                yield rest[:end]
                rest = rest[end:]
        if rest:
            yield rest

    def _decoded(self, content: bytes) -> str:
        try:
            return content.decode(self.encoding)
        except UnicodeDecodeError:
            return "\n".join(map(self._line, content.split(b"\n")))

    def _line(self, content: bytes) -> str:
        try:
            return content.decode(self.encoding)
        except UnicodeDecodeError:
            pass
        try:
            text = content.decode(_OTHER[self.encoding])
        except UnicodeDecodeError:
            self._broken = True
            return content.decode(self.encoding, "surrogateescape")
        self.notices["encodings"] = None
        return text

    def _rows(self, first: int, lines: list[str]) -> Iterator[Row]:
        """Yield the rows of some whole lines; the quick ways are for what nearly every file is."""
        plain = max(map(len, lines), default=0) < _LONG_LINE
        quoted = any('"' in line for line in lines)
        if plain and not quoted:
            separator = self._separator
            for number, line in enumerate(lines, first):
                yield number, line.split(separator), ""
        elif plain and all(line.count('"') % 2 == 0 for line in lines):
            yield from ((number, self._parsed(line), "") for number, line in enumerate(lines, first))
        else:
            yield from self._odd_rows(first, lines)

    def _parsed(self, line: str) -> list[str]:
        if '"' not in line:
            return line.split(self._separator)
        return next(csv.reader((line,), delimiter=self._separator))

    def _odd_rows(self, first: int, lines: list[str]) -> Iterator[Row]:
        at = 0
        while at < len(lines):
            taken = _lines_of_record(lines, at)
            yield self._record(first + at, "\n".join(lines[at : at + max(taken, 1)]), closed=bool(taken))
            at += max(taken, 1)

    def _record(self, number: int, line: str, *, closed: bool) -> Row:
        if not closed:
            return number, [line[:100]], "quote"
        if len(line) > _LONGEST_LINE or line.count(self._separator) >= self._limits.columns:
            return number, [line[:100]], "long"
        try:
            cells = next(csv.reader([line], delimiter=self._separator), [])
        except csv.Error:
            return number, [line[:100]], "quote"
        return number, cells, "long" if any(len(cell) > self._limits.field for cell in cells) else ""


def _judged(row: Row) -> Row:
    """Mark a row that holds bytes which are no character in its encoding."""
    number, cells, problem = row
    broken = any("\ud800" <= char <= "\udfff" or char == "\ufffd" for cell in cells for char in cell)
    return number, cells, problem or ("encoding" if broken else "")


def _check_text(text: str, path: Path) -> None:
    """Refuse what is no text at all."""
    sample = text[:4096].replace("\0", "")
    if sum(char < " " and char not in "\r\n\t\f\x1a" for char in sample) * _CONTROL_SHARE > len(sample):
        template = QT_TRANSLATE_NOOP("desk", "“{file}”不是 Excel 或 CSV 表格，换成 .xlsx 或 .csv 再导入。")
        raise UserError(template, file=shown_name(path))
    if not text.strip("\r\n\t ,\0"):
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{file}”里没有内容。"), file=shown_name(path))


def _end_of_lines(content: bytes) -> int:
    """Return where the last whole line ends, outside of a quoted field where one can tell; 0 where nowhere yet."""
    end = content.rfind(b"\n") + 1 or content.rfind(b"\r") + 1
    while end and content.count(b'"', 0, end) % 2:
        before = content.rfind(b"\n", 0, end - 1) + 1
        if content.count(b"\n", before, len(content)) > _LONGEST_RECORD_LINES:
            return content.rfind(b"\n") + 1
        end = before
    return end


def _lines_of_record(lines: list[str], at: int) -> int:
    """Return how many lines a record spans by its quotes; 0 where they never close within reason."""
    quotes = 0
    for count, line in enumerate(lines[at : at + _LONGEST_RECORD_LINES], start=1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return count
    return 0
