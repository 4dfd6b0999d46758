"""The papers of editions made ready to be drawn: what an edition holds, each department's sheet, numbered copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from desk_mailadmin.papers import Drawing, Paper
from desk_mailadmin.registers.editions.entries import Listed, listed_of, of_tier
from desk_mailadmin.registers.editions.printed import BY_DEPARTMENT, Book, book_paper, confirmation_paper
from desk_mailadmin.registers.editions.report import Export
from desk_mailadmin.registers.editions.rules import FULL, ORDINARY_MOBILES
from desk_mailadmin.registers.editions.service import EditionsService

PaperOf = Callable[[int], Paper]


def entries_of(service: EditionsService, edition: int | None) -> Sequence[Listed]:
    """Return what an edition holds: as it was issued, else the directory as it stands now."""
    issued = service.snapshot(edition) if edition is not None else ""
    return listed_of(issued or service.directory.snapshot())


def book_of(bench: Any, edition: int, tier: str, order: str = BY_DEPARTMENT) -> Book:
    """Return an edition as it is wanted on paper."""
    service: EditionsService = bench.services["editions"]
    mobiles = bench.desk.settings.value(ORDINARY_MOBILES)
    entries, said = entries_of(service, edition), service.of_edition(edition)
    return Book(service.edition(edition), entries, tier, order, mobiles=mobiles, confirmations=said)


def export_of(office: Any, edition: int | None, tier: str, company: str) -> Export:
    """Return an edition, or the directory as it stands now, as it is wanted in a file."""
    service: EditionsService = office.services["editions"]
    entries = of_tier(entries_of(service, edition), tier, mobiles=office.desk.settings.value(ORDINARY_MOBILES))
    row = service.edition(edition) if edition is not None else None
    return Export(row, entries, tier, company, service.of_edition(edition) if edition is not None else ())


def confirmation_drawings(bench: Any, records: Sequence[int]) -> tuple[list[Drawing], PaperOf]:
    """Return the sheets of these departments, and what makes one anew."""
    service: EditionsService = bench.services["editions"]
    listed: dict[int, list[Listed]] = {}
    for entry in entries_of(service, None):
        listed.setdefault(entry.department, []).append(entry)

    def paper_of(record: int) -> Paper:
        row = service.row(record)
        return confirmation_paper(row, listed.get(row.department, ()))

    return [bench.services["papers"].drawing(paper_of(record)) for record in records], paper_of


def copy_drawings(bench: Any, copies: Sequence[int], order: str = BY_DEPARTMENT) -> tuple[list[Drawing], PaperOf]:
    """Return numbered copies, each with its holder on every page, and what makes one anew."""
    service: EditionsService = bench.services["editions"]
    today = bench.desk.clock.today()
    books: dict[int, Book] = {}

    def paper_of(record: int) -> Paper:
        copy = service.copy(record)
        if copy.edition_id not in books:
            books[copy.edition_id] = book_of(bench, copy.edition_id, FULL, order)
        return book_paper(books[copy.edition_id].copied(copy), today)

    return [bench.services["papers"].drawing(paper_of(record)) for record in copies], paper_of


def print_with_receipts(bench: Any, copies: Sequence[int], order: str) -> None:
    """Show numbered copies, then the hand-over receipts of their holders."""
    from desk_mailadmin.registers.receipts.form import print_receipts
    from desk_mailadmin.ui.paper_printing import print_drawings

    service: EditionsService = bench.services["editions"]
    drawings, paper_of = copy_drawings(bench, copies, order)
    print_drawings(bench, drawings, paper_of, blank=False)
    receipts = [service.copy(copy).receipt_id for copy in copies]
    print_receipts(bench, [receipt for receipt in receipts if receipt is not None])
