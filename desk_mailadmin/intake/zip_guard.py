"""Look at a zipped workbook before anything unpacks it: sizes while inflating, no DTD, no monstrous merge."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_MOST_PARTS = 2_000
_PART = 60 * 2**20
"""Bytes that one part may hold; all together may hold twice as many."""
_RATIO = 150
"""Real sheets of 20,000 rows shrink 7 to 18 times; the ratio counts for parts above 1 MB."""
_SMALL = 2**20
_BLOCK = 2**18
_OVERLAP = 256
_MOST_MERGED = 200_000
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"')
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_CELLS = (b"<c ", b"<c>", b":c ", b":c>")
_DTD = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"), b"<!ENTITY")


class Package(Struct, frozen=True):
    """The parts of a package, the highest count of rows and of cells in one sheet, and whether macros are inside."""

    names: frozenset[str]
    rows: int = 0
    cells: int = 0
    macros: bool = False
    mimetype: str = ""


@dataclass(slots=True)
class _Part:
    size: int = 0
    rows: int = 0
    cells: int = 0
    merged: int = 0
    tail: bytes = field(default=b"")


def check_package(path: Path, name: str, most: int = _PART) -> Package:
    """Return what is inside; raise UserError where unpacking it would harm or cannot work.

    ``most`` is how many bytes one part may hold.

    Sizes are counted while inflating, because the directory of a zip may lie; nothing is written to disk.
    """
    try:
        with zipfile.ZipFile(path) as package:
            return _checked(package, name, most)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        raise _damaged(name) from None


def _checked(package: zipfile.ZipFile, name: str, most: int) -> Package:
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > _MOST_PARTS or len(set(names)) != len(names):
        raise _damaged(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{file}”加了密码，去掉密码、另存后再导入。"), file=name)
    if sum(entry.file_size for entry in entries) > 2 * most or any(_swells(entry, most) for entry in entries):
        raise _too_large(name)
    rows, cells = _look_inside(package, entries, name, most)
    macros = any(entry.lower().endswith("vbaproject.bin") for entry in names)
    return Package(frozenset(names), rows, cells, macros, _mimetype(package, names))


def _look_inside(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, most: int) -> tuple[int, int]:
    total, rows, cells = 0, 0, 0
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        part = _look_at(package, entry, name, most)
        total += part.size
        rows, cells = max(rows, part.rows), max(cells, part.cells)
        if total > 2 * most:
            raise _too_large(name)
    return rows, cells


def _look_at(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, most: int) -> _Part:
    part = _Part()
    for block in _blocks(package, entry):
        part.size += len(block)
        window = part.tail + block
        if part.size > most or (part.size > _SMALL and part.size > (entry.compress_size + 1) * _RATIO):
            raise _too_large(name)
        if any(mark in window for mark in _DTD):
            template = QT_TRANSLATE_NOOP("desk", "“{file}”里有外部定义（DTD），不是办公软件存出来的，不能导入。")
            raise UserError(template, file=name)
        _count(part, window, len(part.tail))
        if part.merged > _MOST_MERGED:
            template = QT_TRANSLATE_NOOP("desk", "“{file}”里合并了整张表那么大的区域，取消合并后再导入。")
            raise UserError(template, file=name)
        part.tail = window[-_OVERLAP:]
    return part


def _blocks(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(entry) as file:
        while block := file.read(_BLOCK):
            yield block


def _count(part: _Part, window: bytes, seen: int) -> None:
    """Count what ends inside the new block only; the tail was counted before."""
    part.rows += sum(found.end() > seen for found in _ROW.finditer(window))
    part.cells += sum(window.count(mark, max(0, seen - len(mark) + 1)) for mark in _CELLS)
    for found in _MERGE.finditer(window):
        if found.end() > seen:
            part.merged += _area(found)


def _area(found: re.Match[bytes]) -> int:
    width = abs(_column(found[3]) - _column(found[1])) + 1
    return width * (abs(int(found[4]) - int(found[2])) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _swells(entry: zipfile.ZipInfo, most: int) -> bool:
    return entry.file_size > most or (entry.file_size > _SMALL and entry.file_size > (entry.compress_size + 1) * _RATIO)


def _mimetype(package: zipfile.ZipFile, names: list[str]) -> str:
    return package.read("mimetype")[:200].decode("ascii", "replace") if "mimetype" in names else ""


def _damaged(name: str) -> UserError:
    template = QT_TRANSLATE_NOOP("desk", "“{file}”已损坏或没有复制完整，读不出来，重新复制一份再导入。")
    return UserError(template, file=name)


def _too_large(name: str) -> UserError:
    template = QT_TRANSLATE_NOOP("desk", "“{file}”展开后过大，不像正常的表格，没有打开它。")
    return UserError(template, file=name)
