"""SPEED i and j: receipts as one print job against pages that Qt paints itself, and the page a preview shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPainter, QPdfWriter, QPen

from desk_mailadmin.documents.fonts import PrintFonts
from desk_mailadmin.documents.library import Form, Library
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.documents.renderer import BATCH_SHEETS, Job, Renderer
from desk_mailadmin.kernel.paths import asset_dir
from tests.bench.harness import Amount, Line, Workshop, at_work, compared, resident_mb, timed
from tests.bench.lists import application

WHEN = datetime.fromisoformat("2026-10-20T09:00:00+08:00")
FORM = "account_receipt"
NOTE = "QPdfWriter painting the same lines"


def forms(shop: Workshop) -> Iterator[Line]:
    """One receipt, documents of up to 200, and what they cost in memory."""
    application()
    with_our_fonts()
    renderer = Renderer(PrintFonts())
    library = Library(trial=renderer.try_form)
    form, sample = library.form(FORM), library.sample(FORM)
    yield Line("the first sheet after the start", [timed(lambda: renderer.render(form, sample, when=WHEN))])
    with Pages(renderer.render(form, sample, when=WHEN).pdf) as pages:
        texts = [line for line in pages.text(0).splitlines() if line.strip()]
        copies = pages.count
    number = count(1)
    yield compared(
        f"one receipt, {copies} pages",
        shop.rounds(30),
        lambda: renderer.render(form, sample, number=f"HZ-2026-{next(number):04d}", when=WHEN),
        lambda: painted(texts, copies),
        note=NOTE,
    )
    for sheets in (20, BATCH_SHEETS):
        before = resident_mb()
        yield compared(
            f"{sheets} receipts in one document",
            shop.rounds(5),
            lambda sheets=sheets: _batch(renderer, form, sample, sheets, number),
            lambda sheets=sheets: painted(texts, sheets),
            3,
            NOTE,
        )
        yield at_work(
            f"{sheets} receipts: processor time",
            shop.rounds(3),
            lambda sheets=sheets: _batch(renderer, form, sample, sheets, number),
            lambda sheets=sheets: painted(texts, sheets),
        )
        yield Amount(f"{sheets} receipts: memory kept afterwards", [resident_mb() - before])
    with Pages(renderer.render(form, sample, when=WHEN).pdf) as preview:
        images = [timed(lambda: preview.image(0, dpi=110)) for _ in range(shop.rounds(20))]
    yield Line("page image for the preview at 110 dpi", images, goal=150)


def _batch(renderer: Renderer, form: Form, sample: Mapping[str, Any], sheets: int, number: Iterator[int]) -> int:
    """One document of receipts that all differ, as those of a month do."""
    numbers = [next(number) for _ in range(sheets)]
    jobs = [Job({**sample, "name": f"文博{n}"}, number=f"HZ-2026-{n:04d}", copy=1) for n in numbers]
    return renderer.render_jobs(form, jobs, when=WHEN).pages


def with_our_fonts() -> None:
    """Let Qt know the fonts of the forms."""
    for font in asset_dir("resources").glob("fonts/*.otf"):
        QFontDatabase.addApplicationFont(str(font))


def painted(texts: list[str], pages: int) -> bytes:
    """A document of the same texts in a ruled table, painted by Qt."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.setFont(QFont("Desk Song", 10))
    painter.setPen(QPen(Qt.GlobalColor.black, 6))
    width, height = writer.width(), writer.height()
    for page in range(pages):
        if page:
            writer.newPage()
        for row, text in enumerate(texts):
            place = QRectF(width / 10, height / 20 + row * height / 70, width * 0.8, height / 70)
            painter.drawRect(place)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{text}{page}")
    painter.end()
    return bytes(buffer.data().data())
