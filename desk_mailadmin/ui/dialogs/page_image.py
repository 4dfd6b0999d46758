"""PDF bytes as a paper that Qt can paint."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class PdfPaper:
    """The pages of a PDF (grey, as they will be printed)."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self._document = pypdfium2.PdfDocument(pdf)
        self._sizes = tuple(QSizeF(*self._document.get_page_size(n)) for n in range(len(self._document)))

    def sizes(self) -> Sequence[QSizeF]:
        """Return the size of every page in points."""
        return self._sizes

    def image(self, page: int, dpi: float) -> QImage:
        """Return a page drawn in grey."""
        bitmap = self._document[page].render(scale=dpi / 72, grayscale=True)
        kind = QImage.Format.Format_Grayscale8
        return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind).copy()
