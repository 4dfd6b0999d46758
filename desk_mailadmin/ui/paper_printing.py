"""From a register's paper to the preview and the printer: what was printed is kept, what failed stays unprinted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk_mailadmin.kernel.detail import HistoryLine
from desk_mailadmin.papers import Drawing, Papers
from desk_mailadmin.store.print_archive import Printed as Kept
from desk_mailadmin.ui.dialogs.preview_job import PreviewJob, Printed, SheetChoice


def print_drawings(bench: Any, drawings: Sequence[Drawing], *, blank: bool = True) -> bool:
    """Show papers of one form in the preview, and keep each once a printer has taken it; say whether one did."""
    papers: Papers = bench.services["papers"]
    first = drawings[0]

    def render(choice: SheetChoice) -> bytes:
        if choice.blank:
            return first.sheet([1], blank=True).pdf
        return papers.joined(drawings, [copy + 1 for copy in choice.copies])

    def printed(done: Printed) -> None:
        if not done.choice.blank:
            for drawing in drawings:
                papers.keep(drawing, _alone(drawing, drawings, done), len(done.choice.copies) * done.sets)

    job = PreviewJob(
        form=first.form.spec.id,
        title=_title(drawings),
        render=render,
        printed=printed,
        copies=first.form.spec.copies,
        pages=len(drawings),
        log=_log(papers.prints_of(first.paper.kind, first.paper.record)) if len(drawings) == 1 else (),
        note=_tr("打印即留档：这次的内容会原样保存，以后补打与这次完全一样，并注明“补打”。"),
        can_blank=blank and len(drawings) == 1,
    )
    return bool(bench.open_preview(job))


def print_unkept(bench: Any, drawing: Drawing, note: str, printed: Callable[[], None]) -> bool:
    """Show a paper that is printed from memory and kept nowhere (the password slip)."""
    job = PreviewJob(
        form=drawing.form.spec.id,
        title=drawing.title,
        render=lambda _choice: drawing.sheet().pdf,
        printed=lambda _done: printed(),
        note=note,
        can_save=False,
        can_blank=False,
    )
    return bool(bench.open_preview(job))


def reprint(bench: Any, kept: Kept, title: str) -> bool:
    """Show a kept paper with 补打 stamped on it and log it once printed; the kept bytes stay as they are."""
    papers: Papers = bench.services["papers"]
    pdf = papers.reprint(kept)
    job = PreviewJob(
        form=kept.form_id,
        title=title,
        render=lambda _choice: pdf,
        printed=lambda done: papers.reprinted(kept, done.sets),
        pages=0,
        log=_log(papers.prints_of(kept.kind, kept.record)),
        note=_tr("内容与第 {number} 次打印时完全一样，只加盖“补打”。").format(number=kept.number),
        can_blank=False,
    )
    return bool(bench.open_preview(job))


def print_blank_form(bench: Any, drawing: Drawing) -> bool:
    """Show an empty form for filling in by hand; nothing is kept of it."""
    job = PreviewJob(
        form=drawing.form.spec.id,
        title=_tr("{title}（空白）").format(title=drawing.title),
        render=lambda _choice: drawing.sheet([1], blank=True).pdf,
        printed=lambda _done: None,
        can_blank=False,
    )
    return bool(bench.open_preview(job))


def _alone(drawing: Drawing, drawings: Sequence[Drawing], done: Printed) -> bytes:
    """Return what is kept of one paper: the very bytes printed, or, of a batch, its own sheets."""
    if len(drawings) == 1:
        return done.pdf
    return drawing.sheet([copy + 1 for copy in done.choice.copies]).pdf


def _title(drawings: Sequence[Drawing]) -> str:
    first = drawings[0]
    if len(drawings) > 1:
        return _tr("{title}　{count} 份").format(title=first.title, count=len(drawings))
    return f"{first.title}　{first.paper.number}".rstrip()


def _log(prints: Sequence[Kept]) -> tuple[HistoryLine, ...]:
    return tuple(
        HistoryLine(_moment(kept.at), kept.who, _said(kept).format(number=kept.number, copies=kept.copies))
        for kept in prints
    )


def _moment(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


def _said(kept: Kept) -> str:
    return _tr("补打 {copies} 份") if kept.reprint else _tr("第 {number} 次，{copies} 份")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaperPrinting", text)
