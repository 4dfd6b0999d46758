"""PDF bytes as a paper that Qt can paint, search and print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from desk_mailadmin.documents.pages import Pages


class PdfPaper:
    """The pages of a PDF in grey, as they will be printed; UserError where the bytes are no PDF."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self._pages = Pages(pdf)
        self._sizes = tuple(QSizeF(*self._pages.size(number)) for number in range(self._pages.count))

    def sizes(self) -> Sequence[QSizeF]:
        """Return the size of every page in points."""
        return self._sizes

    def image(self, page: int, dpi: float) -> QImage:
        """Return a page drawn in grey."""
        drawn = self._pages.image(page, dpi=dpi, grey=True)
        kind = QImage.Format.Format_Grayscale8
        return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, kind).copy()

    def find(self, text: str) -> Sequence[tuple[int, QRectF]]:
        """Return where a text stands: page and rectangle in points from the page's top left."""
        return [
            (one.page, QRectF(one.left, one.top, one.right - one.left, one.bottom - one.top))
            for one in self._pages.find(text)
        ]

    def is_searchable(self) -> bool:
        """Say whether the first page has text that can be found."""
        return bool(self._sizes) and bool(self._pages.text(0).strip())

    def close(self) -> None:
        """Give the document back; the paper cannot be drawn any more."""
        self._pages.close()
