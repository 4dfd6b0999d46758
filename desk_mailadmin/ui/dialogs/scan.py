"""A signed sheet that came back as a file: read, counted, and its QR looked for, all in a child with caps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from desk_mailadmin.documents import foreign_pdf
from desk_mailadmin.documents.pages import PageImage
from desk_mailadmin.documents.scans import SCAN_BYTES
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs import foreign_picture

SCAN_FILTER = QT_TRANSLATE_NOOP("desk", "扫描件 (*.pdf *.png *.jpg *.jpeg *.bmp)")
"""What a file dialog offers."""


class Scan(Struct, frozen=True):
    """A scan as it will be attached; ``digits`` are the sixteen-digit codes read from it, in their order."""

    name: str
    content: bytes
    pages: int
    digits: tuple[str, ...]


Report = Callable[[int, int], None]
"""Told how many pages are read of how many (0 for unknown); what it raises ends the reading."""


def scan_from_file(path: Path, report: Report | None = None) -> Scan:
    """Read a PDF or a picture.

    Raises UserError for what is neither, is over 50 MB or cannot be read within its caps, EnvironmentFault where the
    file cannot be read at all.
    """
    try:
        if path.stat().st_size > SCAN_BYTES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 超过 50 MB，没有收下。"), file=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "{file} 读不出来：{reason}。"),
            remedy=QT_TRANSLATE_NOOP("desk", "看文件是否还在、有没有权限，再选一次。"),
            file=path.name,
            reason=error.strerror or str(error),
        ) from error
    return scan_from_bytes(path.name, content, report)


def scan_from_bytes(name: str, content: bytes, report: Report | None = None) -> Scan:
    """Return the scan of a PDF's or a picture's bytes; UserError where they are neither."""
    if content.startswith(b"%PDF"):
        pages, digits = foreign_pdf.safely(name, foreign_pdf.pages_and_digits, content, report=report)
        return Scan(name, content, pages, digits)
    found = foreign_pdf.safely(name, foreign_picture.digits_in_picture, content, report=report)
    if isinstance(found, str):
        raise _no_picture(name, found)
    return Scan(name, content, 1, found)


def pages_of_scan(scan: Scan, report: Report) -> list[Scan]:
    """Return the pages of a scan as scans of their own, each with one code or none; a picture is its own page.

    A page with the codes of several sheets (two halves on one glass) comes once for each of them.

    ``report`` is told how many pages are read; raises what ``codes_by_page`` raises.
    """
    if not scan.content.startswith(b"%PDF"):
        return _by_code(scan)
    found = foreign_pdf.safely(scan.name, foreign_pdf.parted, scan.content, report=report)
    stem = Path(scan.name).stem
    pages = [Scan(f"{stem}_{place}.pdf", content, 1, codes) for place, (content, codes) in enumerate(found, start=1)]
    return [one for page in pages for one in _by_code(page)]


def pictures_of(scan: Scan, dpi: float, report: Report | None = None) -> list[PageImage]:
    """Return what a scan looks like, in grey: the first 20 pages of a PDF at ``dpi``, or the picture itself."""
    if scan.content.startswith(b"%PDF"):
        return foreign_pdf.safely(scan.name, foreign_pdf.pictures, scan.content, dpi, report=report)
    found = foreign_pdf.safely(scan.name, foreign_picture.picture, scan.content, report=report)
    if isinstance(found, str):
        raise _no_picture(scan.name, found)
    return [found]


def scan_from_image(name: str, image: QImage, report: Report | None = None) -> Scan:
    """Return the scan of a pasted picture, kept as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, PySide6 6.11 takes str
    grey = foreign_picture.grey_pixels(image)
    values = (grey.pixels, grey.width, grey.height, grey.stride)
    digits = foreign_pdf.safely(name, foreign_pdf.digits_of_picture, *values, report=report)
    return Scan(name, bytes(buffer.data().data()), 1, digits)


def _by_code(page: Scan) -> list[Scan]:
    return [replace(page, digits=(code,)) for code in page.digits] or [page]


def _no_picture(name: str, why: str) -> UserError:
    if why == "large":
        template = QT_TRANSLATE_NOOP("desk", "{file} 展开后过大，没有收下。用 200 dpi 重新扫描一份。")
        return UserError(template, file=name)
    return UserError(QT_TRANSLATE_NOOP("desk", "{file} 不是 PDF，也不是图片，没有收下。"), file=name)
