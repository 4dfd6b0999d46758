"""Pages of a PDF as images and text, and 补打 stamped on a copy: for preview, raster printing and reprints; no Qt."""

from __future__ import annotations

import hashlib
import io
import re
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
_PIXELS = 200_000_000
_STAMP = """
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt, fill: none)
#place(top + center, dy: 16pt, box(
  stroke: .8pt + luma(25%), inset: (x: 5pt, y: 3pt), radius: 2pt,
  text(font: "Desk Hei", size: 9.5pt, weight: "bold", fill: luma(25%), sys.inputs.text),
))
"""
_HEAD, _TAIL = 400, 400  # bytes within which pdfium writes the moment and the id of a file
_MOMENT = re.compile(rb"/CreationDate\(D:[^)]*\)")
_FILE_ID = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
_LOCK = threading.RLock()  # PDFium may only be called by one thread at a time


class PageImage(Struct, frozen=True):
    """One page as pixels: grey (one byte) or BGRx (four bytes), rows ``stride`` bytes long."""

    width: int
    height: int
    stride: int
    grey: bool
    pixels: bytes


class Found(Struct, frozen=True):
    """Where a text stands: page from 0, and the box in points from the page's top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Pages:
    """An open PDF; close it, or use it in a ``with``. UserError where the bytes are no PDF that can be read."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with _LOCK:
            try:
                self._document: Any = pypdfium2.PdfDocument(pdf)
            except pypdfium2.PdfiumError as error:
                raise UserError(QT_TRANSLATE_NOOP("desk", "这个 PDF 打不开，可能已损坏或有密码。")) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the document back."""
        with _LOCK:
            self._document.close()

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        with _LOCK:
            return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points (1/72 inch)."""
        with _LOCK:
            width, height = self._document.get_page_size(page)
            return float(width), float(height)

    def image(self, page: int, *, dpi: float, grey: bool = False) -> PageImage:
        """Return a page at a resolution; one that would need more than 200 million pixels comes coarser."""
        width, height = self.size(page)
        scale = min(dpi / POINTS_PER_INCH, (_PIXELS / max(1.0, width * height)) ** 0.5)
        with _LOCK:
            opened = self._document[page]
            bitmap = opened.render(scale=scale, grayscale=grey, prefer_bgrx=True, rev_byteorder=False)
            try:
                return PageImage(bitmap.width, bitmap.height, bitmap.stride, grey, bytes(bitmap.buffer))
            finally:
                bitmap.close()
                opened.close()

    def text(self, page: int) -> str:
        """Return the text of a page."""
        with _LOCK:
            opened = self._document[page]
            words = opened.get_textpage()
            try:
                return str(words.get_text_bounded()).replace("\r\n", "\n")
            finally:
                words.close()
                opened.close()

    def find(self, text: str) -> tuple[Found, ...]:
        """Return every place of ``text``, upper and lower case alike, from the first page on."""
        return tuple(place for page in range(self.count) for place in self._find_on(page, text)) if text else ()

    def _find_on(self, page: int, text: str) -> list[Found]:
        _, height = self.size(page)
        places: list[Found] = []
        with _LOCK:
            opened = self._document[page]
            words = opened.get_textpage()
            search = words.search(text, match_case=False)
            while (hit := search.get_next()) is not None:
                boxes = [words.get_charbox(index) for index in range(hit[0], hit[0] + hit[1])]
                places.append(_around(page, height, boxes))
            search.close()
            words.close()
            opened.close()
        return places


def _around(page: int, height: float, boxes: list[tuple[float, float, float, float]]) -> Found:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Found(page, min(lefts), height - max(tops), max(rights), height - min(bottoms))


def find(pdf: bytes, text: str) -> tuple[Found, ...]:
    """Return where ``text`` stands in ``pdf``, for the preview's search."""
    with Pages(pdf) as pages:
        return pages.find(text)


def text_of_pdf(pdf: bytes) -> str:
    """Return the whole text of ``pdf``, pages parted by a form feed."""
    with Pages(pdf) as pages:
        return "\f".join(pages.text(number) for number in range(pages.count))


def cut(pdf: bytes, first: int, count: int) -> bytes:
    """Return ``count`` pages from ``first`` (counted from 0) as a document of their own, drawn just as they were.

    A cut that takes every page returns ``pdf`` itself.
    """
    import pypdfium2

    with _LOCK, Pages(pdf) as pages:
        if (first, count) == (0, pages.count):
            return pdf
        taken = pypdfium2.PdfDocument.new()
        taken.import_pages(pages._document, list(range(first, first + count)))  # noqa: SLF001  (one file, one idea)
        return _saved(taken)


def taken(pdf: bytes, places: Sequence[int]) -> bytes:
    """Return some pages (counted from 0) as a document of their own; nothing of the others is left in it."""
    import pypdfium2

    with _LOCK, Pages(pdf) as pages:
        made = pypdfium2.PdfDocument.new()
        made.import_pages(pages._document, list(places))  # noqa: SLF001  (one file, one idea)
        return _saved(made)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Return several documents as one, page after page; a single one comes back as it is."""
    import pypdfium2

    if len(pdfs) == 1:
        return pdfs[0]
    with _LOCK:
        whole = pypdfium2.PdfDocument.new()
        for pdf in pdfs:
            with Pages(pdf) as pages:
                whole.import_pages(pages._document)  # noqa: SLF001  (one file, one idea)
        return _saved(whole)


def shifted(pdf: bytes, right: float, down: float) -> bytes:
    """Return the PDF with every page moved by so many mm; no movement returns the same bytes."""
    if not right and not down:
        return pdf
    across, upwards = (length / _MM_PER_INCH * POINTS_PER_INCH for length in (-right, down))
    with _LOCK, Pages(pdf) as pages:
        document = pages._document  # noqa: SLF001  (one file, one idea)
        for page in document:
            left, bottom, end, top = page.get_mediabox()
            page.set_mediabox(left + across, bottom + upwards, end + across, top + upwards)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _saved(document: Any) -> bytes:
    """Return the document's bytes, the same for the same pages: pdfium puts in the moment and an id made of it."""
    out = io.BytesIO()
    document.save(out)
    document.close()
    raw = out.getvalue()
    head, body, tail = raw[:_HEAD], raw[_HEAD:-_TAIL], raw[-_TAIL:]
    head = _MOMENT.sub(lambda found: b" " * len(found[0]), head)
    same = hashlib.sha256(head + body).hexdigest()[:32].encode()
    return head + body + _FILE_ID.sub(b"/ID[<%b><%b>]" % (same, same), tail)


def stamp_reprint(pdf: bytes, text: str) -> bytes:
    """Return a copy of ``pdf`` with ``text`` (补打 2026-11-21 张敏) at the top of each page; ``pdf`` stays as it is."""
    import pypdfium2

    with _LOCK, Pages(pdf) as pages:
        document = pages._document  # noqa: SLF001  (one file, one idea)
        overlays: dict[tuple[float, float], Any] = {}
        for page in document:
            size = page.get_size()
            if size not in overlays:
                overlay = pypdfium2.PdfDocument(_overlay(text, *size))
                overlays[size] = overlay.page_as_xobject(0, document)
            page.insert_obj(overlays[size].as_pageobject())
            page.gen_content()
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _overlay(text: str, width: float, height: float) -> bytes:
    """Return an empty page of that size with the stamp in its top margin, drawn with a bundled font."""
    import typst

    compiler = typst.Compiler(font_paths=[str(asset_dir("resources") / "fonts")], ignore_system_fonts=True)
    inputs = {"text": text, "width": str(width), "height": str(height)}
    pdf = compiler.compile(_STAMP.encode(), format="pdf", sys_inputs=inputs)
    assert isinstance(pdf, bytes)
    return pdf
