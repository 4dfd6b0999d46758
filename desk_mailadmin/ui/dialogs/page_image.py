"""PDF bytes as a paper that Qt can paint, search and print."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

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


class SeveralPapers:
    """The pages of several documents one after the other, as one paper."""

    def __init__(self, pdfs: Sequence[bytes]) -> None:
        self._papers = [PdfPaper(pdf) for pdf in pdfs]
        self._firsts = tuple(accumulate((len(paper.sizes()) for paper in self._papers), initial=0))

    def sizes(self) -> Sequence[QSizeF]:
        """Return the size of every page in points."""
        return [size for paper in self._papers for size in paper.sizes()]

    def image(self, page: int, dpi: float) -> QImage:
        """Return a page drawn in grey."""
        place = bisect_right(self._firsts, page) - 1
        return self._papers[place].image(page - self._firsts[place], dpi)

    def find(self, text: str, wanted: Callable[[], bool] = lambda: True) -> Sequence[tuple[int, QRectF]]:
        """Return where a text stands: page and rectangle in points from the page's top left.

        A millisecond a page: long papers are searched in a thread and given up once the answer is not ``wanted``.
        """
        return [
            (page + first, where)
            for first, paper in zip(self._firsts, self._papers, strict=False)
            if wanted()
            for page, where in paper.find(text)
        ]

    def is_searchable(self) -> bool:
        """Say whether every document has text that can be found."""
        return bool(self._papers) and all(paper.is_searchable() for paper in self._papers)

    def close(self) -> None:
        """Give the documents back."""
        for paper in self._papers:
            paper.close()
