"""A picture that came from outside, decoded in the child: its pixels in grey and the codes on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from desk_mailadmin.documents.pages import PageImage
from desk_mailadmin.documents.scans import digits_in_image

_KINDS = frozenset({b"png", b"jpeg", b"bmp", b"gif", b"tiff", b"webp"})
"""What scanners and telephones make; nothing that could name other files (SVG) or is a document (PDF)."""

_MEGABYTES = 512
"""How large a picture may be once it is decoded."""


def digits_in_picture(content: bytes, _tell: Callable[..., None]) -> tuple[str, ...] | str:
    """Return the codes on a picture, or a word where the bytes are none: ``none``, ``large``; for the child."""
    found = picture(content, _tell)
    if isinstance(found, str):
        return found
    return digits_in_image(found.pixels, found.width, found.height, found.stride)


def picture(content: bytes, _tell: Callable[..., None]) -> PageImage | str:
    """Return a picture in grey, or why not: ``none``, ``large``; for the child."""
    raw = QByteArray(content)
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(buffer)
    if bytes(reader.format().data()) not in _KINDS:
        return "none"
    size = reader.size()
    image = reader.read()
    if image.isNull():
        return "large" if size.width() * size.height() * 4 > _MEGABYTES * 2**20 else "none"
    return grey_pixels(image)


def grey_pixels(image: QImage) -> PageImage:
    """Return a decoded picture in grey as plain bytes, which can go to another process."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return PageImage(grey.width(), grey.height(), grey.bytesPerLine(), grey=True, pixels=bytes(grey.constBits()))
