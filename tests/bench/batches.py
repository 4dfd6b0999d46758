"""SPEED i: 1,000 receipts as one batch, drawn, cut and kept sheet by sheet, against pages that Qt paints itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QEventLoop

from desk_mailadmin.batch import Ready, drawn
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.papers import Drawing, Paper, Papers
from desk_mailadmin.ui.dialogs.preview_job import Tray
from desk_mailadmin.ui.dialogs.print_run import PrintRun, QueueRow
from desk_mailadmin.ui.dialogs.printing import PrintOrder
from desk_mailadmin.unfinished import Unfinished
from tests.bench.harness import Amount, Line, Workshop, at_work, resident_mb, timed
from tests.bench.lists import application
from tests.bench.papers import FORM, NOTE, painted, with_our_fonts
from tests.registers.builders import House, new_house

RECEIPTS, COPIES = 1000, 2


def batches(shop: Workshop) -> Iterator[Line]:
    """A batch drawn and cut, and the same through the queue with a printer that takes everything at once."""
    application()
    with_our_fonts()
    house = new_house(shop.scratch / "batch")
    papers: Papers = house.services["papers"]
    many = RECEIPTS // 5 if shop.quick else RECEIPTS
    number = count(1)
    drawings = _receipts(papers, number, many)
    outcome = next(drawn(drawings[:1], ()))
    assert isinstance(outcome, Ready)
    with Pages(outcome.pdf()) as pages:
        texts = [line for line in pages.text(0).splitlines() if line.strip()]
    rounds = max(2, shop.rounds(3))
    reference = [timed(lambda: painted(texts, many * COPIES)) for _ in range(rounds)]
    drawing = [timed(lambda: _drawn_and_cut(drawings)) for _ in range(rounds)]
    yield Line(f"{many} receipts in two copies: drawn and cut", drawing, reference, goal=3, note=NOTE)
    yield at_work(
        "the same: processor time", 2, lambda: _drawn_and_cut(drawings), lambda: painted(texts, many * COPIES)
    )
    before, times, peaks = resident_mb(), [], []
    for _ in range(rounds):
        took, peak = _printed(house, _receipts(papers, number, many))
        times.append(took)
        peaks.append(peak - before)
    yield Line(f"{many} receipts through the queue, each one kept", times, reference, note=NOTE)
    yield Amount("the same: memory more at the peak of a round", peaks)
    kept = [path.stat().st_size for path in (house.desk.folder / "printed").rglob("*") if path.is_file()]
    yield Amount("the same: kept for each receipt", [sum(kept) / (many * rounds) / 1024], unit="KB")
    house.office.close()


def _receipts(papers: Papers, number: Iterator[int], many: int) -> list[Drawing]:
    """Receipts that all differ, as those of a month do."""
    sample = dict(papers.library.sample(FORM))
    taken = [next(number) for _ in range(many)]
    return [
        papers.drawing(Paper("receipt", n, FORM, f"HZ-2026-{n:04d}", {**sample, "name": f"文博{n}"})) for n in taken
    ]


def _drawn_and_cut(drawings: list[Drawing]) -> int:
    return sum(len(outcome.pdf()) for outcome in drawn(drawings, ()) if isinstance(outcome, Ready))


def _printed(house: House, drawings: list[Drawing]) -> tuple[float, float]:
    """Print a batch; return the seconds it took and the memory at its highest (MB)."""
    highest = resident_mb()

    def send(_order: PrintOrder) -> None:
        nonlocal highest
        highest = max(highest, resident_mb())

    run = PrintRun(house.services["papers"], Unfinished(house.desk), send)
    run.rows = [QueueRow(drawing, tuple(range(1, COPIES + 1)), Tray("office")) for drawing in drawings]
    loop = QEventLoop()
    run.ended.connect(loop.quit)
    begun = time.perf_counter()
    run.start(range(len(drawings)))
    loop.exec()
    took = time.perf_counter() - begun
    run.close()
    assert all(row.times == 1 for row in run.rows)
    return took, highest
