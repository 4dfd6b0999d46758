"""What a foreign file is, judged by its content, and whether it may be opened at all."""

from __future__ import annotations

import codecs
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.intake.zip_guard import check_package
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import shortened

MEGABYTE = 2**20
_HEAD = 4096
_TAR_AT = 257
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")


class FileKind(StrEnum):
    """What a file turned out to be, whatever its name says."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    XLSB = "xlsb"
    TEXT = "text"
    HTML = "html"


class Limits(Struct, frozen=True):
    """What a kind of file may cost: rows, MB on disk, seconds and MB of memory while it is read.

    ``unpacked`` is how many MB one part of a zipped workbook may hold; all parts together twice that.
    """

    rows: int = 20_000
    megabytes: int = 20
    seconds: int = 20
    memory: int = 1024
    columns: int = 200
    field: int = 32_767
    unpacked: int = 60


ROSTER_LIMITS = Limits()


class Judged(Struct, frozen=True):
    """What the guard found: the kind, the highest count of rows and of cells in a sheet, whether macros are inside."""

    kind: FileKind
    rows: int = 0
    cells: int = 0
    macros: bool = False

    def fits(self, limits: Limits) -> bool:
        """Say whether no sheet has more rows, or more cells in a row by the mean, than such a table may have."""
        return self.rows <= limits.rows and self.cells <= limits.columns * max(self.rows, 1)


def judge(path: Path, limits: Limits = ROSTER_LIMITS) -> Judged:
    """Return what the file is.

    Raises UserError, one sentence with what to do, where it is empty, too large, damaged, protected by a password or no
    table at all; EnvironmentFault where the machine refuses to read it.
    """
    name = shown_name(path)
    head = _head(path, name)
    size = path.stat().st_size
    if not size:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{file}”是空文件，里面没有内容。"), file=name)
    if size > limits.megabytes * MEGABYTE:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”有 {size} MB，超过 {limit} MB，拆成几个文件再导入。")
        raise UserError(template, file=name, size=size // MEGABYTE, limit=limits.megabytes)
    if head.startswith(_OLE):
        return _judge_ole(path, name)
    if head.startswith(b"PK"):
        return _judge_zip(path, name, limits.unpacked * MEGABYTE)
    return _judge_plain(head, name)


def shown_name(path: Path) -> str:
    """Return a file's name fit for a sentence."""
    return shortened(path.name, 60)


def _head(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (FileNotFoundError, IsADirectoryError):
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{file}”这个文件，可能已被移走或改名。"), file=name) from None
    except OSError as refused:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "打不开“{file}”（{reason}）。"),
            remedy=QT_TRANSLATE_NOOP("desk", "在 Excel 里关闭它，或复制到本机再导入。"),
            file=name,
            reason=refused.strerror or type(refused).__name__,
        ) from refused


def _judge_ole(path: Path, name: str) -> Judged:
    content = path.read_bytes()
    if "WordDocument".encode("utf-16-le") in content:
        raise _not_a_table(name, "Word")
    protected = any(mark.encode("utf-16-le") in content for mark in ("EncryptedPackage", "EncryptionInfo"))
    book = any(mark.encode("utf-16-le") in content for mark in ("Workbook", "Book"))
    if protected or not book:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”设了打开密码（或已损坏），在 Excel 里去掉密码、另存后再导入。")
        raise UserError(template, file=name)
    return Judged(FileKind.XLS, macros="_VBA_PROJECT".encode("utf-16-le") in content)


def _judge_zip(path: Path, name: str, most: int) -> Judged:
    package = check_package(path, name, most)
    if "xl/workbook.xml" in package.names:
        return Judged(FileKind.XLSX, package.rows, package.cells, package.macros)
    if "xl/workbook.bin" in package.names:
        return Judged(FileKind.XLSB, macros=package.macros)
    if "content.xml" in package.names and "spreadsheet" in package.mimetype:
        return Judged(FileKind.ODS)
    raise _not_a_table(name, "Word" if "word/document.xml" in package.names else "ZIP")


def _judge_plain(head: bytes, name: str) -> Judged:
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        raise _not_a_table(name, "TAR")
    for mark, kind in _MARKS:
        if head.lstrip().startswith(mark):
            raise _not_a_table(name, kind)
    lowered = head.lower()
    if any(mark in lowered for mark in (b"<html", b"<table", b"<!doctype html")):
        return Judged(FileKind.HTML)
    if lowered.lstrip(codecs.BOM_UTF8).lstrip().startswith(b"<?xml"):
        raise _not_a_table(name, "XML")
    return Judged(FileKind.TEXT)


_MARKS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3", "SQLite"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)


def _not_a_table(name: str, kind: str) -> UserError:
    template = QT_TRANSLATE_NOOP("desk", "“{file}”是 {kind} 文件，不是 Excel 或 CSV 表格，换成 .xlsx 或 .csv 再导入。")
    return UserError(template, file=name, kind=kind)
