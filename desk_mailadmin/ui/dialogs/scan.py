"""A signed sheet that came back as a file: read, counted, and its QR looked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from desk_mailadmin.documents.pages import Pages, cut
from desk_mailadmin.documents.scans import SCAN_BYTES, codes_by_page, digits_in_image, digits_in_pdf
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

SCAN_FILTER = QT_TRANSLATE_NOOP("desk", "扫描件 (*.pdf *.png *.jpg *.jpeg *.bmp)")
"""What a file dialog offers."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan as it will be attached; ``digits`` are the sixteen-digit codes read from it, in their order."""

    name: str
    content: bytes
    pages: int
    digits: tuple[str, ...]


def scan_from_file(path: Path) -> Scan:
    """Read a PDF or a picture.

    Raises UserError for what is neither or is over 50 MB, EnvironmentFault where the file cannot be read.
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
    return scan_from_bytes(path.name, content)


def scan_from_bytes(name: str, content: bytes) -> Scan:
    """Return the scan of a PDF's or a picture's bytes; UserError where they are neither."""
    if content.startswith(b"%PDF"):
        with Pages(content) as pages:
            count = pages.count
        return Scan(name, content, count, digits_in_pdf(content))
    image = QImage.fromData(content)
    if image.isNull():
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 不是 PDF，也不是图片。"), file=name)
    return Scan(name, content, 1, _digits(image))


def pages_of_scan(scan: Scan, report: Callable[[int, int], None]) -> list[Scan]:
    """Return the pages of a scan as scans of their own, each with one code or none; a picture is its own page.

    A page with the codes of several sheets (two halves on one glass) comes once for each of them.

    ``report`` is told how many pages are read; raises what ``codes_by_page`` raises.
    """
    if not scan.content.startswith(b"%PDF"):
        return _by_code(scan)
    found: list[tuple[str, ...]] = []
    for number, codes in codes_by_page(scan.content):
        report(number + 1, scan.pages)
        found.append(codes)
    stem = Path(scan.name).stem
    pages = [
        Scan(f"{stem}_{place + 1}.pdf", cut(scan.content, place, 1), 1, codes) for place, codes in enumerate(found)
    ]
    return [one for page in pages for one in _by_code(page)]


def _by_code(page: Scan) -> list[Scan]:
    return [replace(page, digits=(code,)) for code in page.digits] or [page]


def scan_from_image(name: str, image: QImage) -> Scan:
    """Return the scan of a pasted picture, kept as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, PySide6 6.11 takes str
    return Scan(name, bytes(buffer.data().data()), 1, _digits(image))


def _digits(image: QImage) -> tuple[str, ...]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return digits_in_image(bytes(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine())
