"""What the QR of an attached scan says: images and PDFs, in memory, nothing written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import zxingcpp

    from desk_mailadmin.documents.pages import Pages

SCAN_BYTES = 50 * 2**20
"""The largest scan that is looked at."""

MOST_PAGES = 300
"""The longest scan of many sheets that is taken apart."""

_DIGITS = re.compile(r"\d{16}", re.ASCII)
_PAGES = 20
_DPIS = (200, 100)


def digits_in_pdf(pdf: bytes) -> tuple[str, ...]:
    """Return the sixteen-digit codes found on the first 20 pages, each once, in their order.

    Raises UserError for a file too large or one that is no PDF (or is locked with a password).
    """
    _check_size(pdf)
    return tuple(dict.fromkeys(code for image in _page_images(pdf) for code in digits_in_image(*image)))


def codes_by_page(pdf: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every page's number, from 0, with the sixteen-digit codes on it, none where it has none.

    Raises UserError for a file too large, over 300 pages, or that is no PDF (or is locked with a password).
    """
    from desk_mailadmin.documents.pages import Pages

    _check_size(pdf)
    with Pages(pdf) as pages:
        if pages.count > MOST_PAGES:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "扫描件有 {count} 页，一次最多 {most} 页。"),
                count=pages.count,
                most=MOST_PAGES,
            )
        for number in range(pages.count):
            found = (digits_in_image(*image) for image in _images_of(pages, number))
            yield number, next((codes for codes in found if codes), ())


def digits_in_image(grey: bytes, width: int, height: int, stride: int) -> tuple[str, ...]:
    """Return the sixteen-digit codes on a grey image (one byte a pixel), from left to right as they are found."""
    import zxingcpp

    view = zxingcpp.ImageView(grey, width, height, zxingcpp.ImageFormat.Lum, stride)
    return _codes(zxingcpp.read_barcodes(view, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)))


def _codes(found: list[zxingcpp.Barcode]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.text for code in found if code.valid and _DIGITS.fullmatch(code.text)))


def _check_size(raw: bytes) -> None:
    if len(raw) > SCAN_BYTES:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "扫描件有 {size} MB，最多 {most} MB。"),
            size=len(raw) // 2**20,
            most=SCAN_BYTES // 2**20,
        )


def _page_images(pdf: bytes) -> Iterator[tuple[bytes, int, int, int]]:
    from desk_mailadmin.documents.pages import Pages

    with Pages(pdf) as pages:
        for number in range(min(_PAGES, pages.count)):
            yield from _images_of(pages, number)


def _images_of(pages: Pages, number: int) -> Iterator[tuple[bytes, int, int, int]]:
    for dpi in _DPIS:
        image = pages.image(number, dpi=dpi, grey=True)
        yield image.pixels, image.width, image.height, image.stride
