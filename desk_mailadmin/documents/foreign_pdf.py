"""PDFs that came from outside: counted, scanned for codes, taken apart and drawn in a child with caps.

PDFium and the reader of codes are C++: a file made to break them may take the child along, never the window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from desk_mailadmin.documents.pages import PageImage, Pages, cut
from desk_mailadmin.documents.scans import SCAN_BYTES, codes_by_page, digits_in_image, digits_in_pdf
from desk_mailadmin.kernel.apart import Caps, Lost, Why, run_apart
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

SCAN_CAPS = Caps(seconds=60, memory=2048)
"""What one scan may cost: a page is drawn twice, at most 200 million pixels each time."""

_SHOWN_PAGES = 20
Result = TypeVar("Result")
Report = Callable[[int, int], None]


def safely(
    name: str, work: Callable[..., Result], *values: Any, report: Report | None = None, caps: Caps = SCAN_CAPS
) -> Result:
    """Return ``work(*values, tell)`` run in a child; UserError that names the file where the child brought nothing.

    ``report`` is told how far it is; what it raises (the clerk stopped it) ends the child.
    """
    wished = report or _nobody

    def stopped() -> bool:
        wished(0, 0)
        return False

    try:
        found = run_apart(work, *values, caps=caps, progress=wished, cancelled=stopped)
    except Lost as lost:
        raise _worded(name, lost.why) from None
    assert found is not None, "nobody cancels but by raising"
    return found


def pages_and_digits(pdf: bytes, _tell: Report) -> tuple[int, tuple[str, ...]]:
    """Return how many pages there are and the codes on them; for the child."""
    return page_count(pdf, _tell), digits_in_pdf(pdf)


def page_count(pdf: bytes, _tell: Report) -> int:
    """Return how many pages there are; for the child."""
    with Pages(pdf) as pages:
        return pages.count


def parted(pdf: bytes, tell: Report) -> list[tuple[bytes, tuple[str, ...]]]:
    """Return each page as a document of its own with the codes on it; for the child."""
    total, found = page_count(pdf, tell), []
    for number, codes in codes_by_page(pdf):
        tell(number + 1, total)
        found.append((cut(pdf, number, 1), codes))
    return found


def pictures(pdf: bytes, dpi: float, _tell: Report) -> list[PageImage]:
    """Return the first 20 pages in grey; for the child."""
    with Pages(pdf) as pages:
        return [pages.image(number, dpi=dpi, grey=True) for number in range(min(_SHOWN_PAGES, pages.count))]


def digits_of_picture(grey: bytes, width: int, height: int, stride: int, _tell: Report) -> tuple[str, ...]:
    """Return the codes on a grey picture; for the child."""
    return digits_in_image(grey, width, height, stride)


def count_pages(name: str, content: bytes) -> int:
    """Return how many pages an attached file has: those of a PDF, one for anything else.

    Raises UserError for one over 50 MB and for a PDF that cannot be read.
    """
    if len(content) > SCAN_BYTES:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 超过 50 MB，没有收下。"), file=name)
    return safely(name, page_count, content) if content.startswith(b"%PDF") else 1


def _worded(name: str, why: Why) -> UserError:
    match why:
        case Why.SLOW:
            return UserError(
                QT_TRANSLATE_NOOP("desk", "{file} 读了 {seconds} 秒还没有读完，没有收下。重新扫描一份，或拆成几份。"),
                file=name,
                seconds=round(SCAN_CAPS.seconds),
            )
        case Why.FULL:
            template = QT_TRANSLATE_NOOP("desk", "{file} 展开后过大，没有收下。用 200 dpi 重新扫描一份。")
        case _:
            template = QT_TRANSLATE_NOOP("desk", "{file} 读不出来：内容不正常，没有收下。重新扫描一份。")
    return UserError(template, file=name)


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody."""
