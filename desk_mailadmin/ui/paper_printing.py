"""From a register's paper to the preview and the printer: what was printed is kept, what failed stays unprinted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk_mailadmin.batch import Ready
from desk_mailadmin.documents.pages import joined
from desk_mailadmin.kernel.detail import HistoryLine
from desk_mailadmin.papers import Drawing, Paper, Papers
from desk_mailadmin.store.print_archive import Part
from desk_mailadmin.store.print_archive import Printed as Kept
from desk_mailadmin.ui.dialogs.preview_job import BatchJob, PreviewJob, Printed, SheetChoice


def print_drawings(
    bench: Any, drawings: Sequence[Drawing], paper_of: Callable[[int], Paper], *, blank: bool = True
) -> bool:
    """Show papers in the preview, and keep each once a printer has taken it; say whether one did.

    Several, of one form or of several, go through the print queue, which tells by itself what became of them: False.
    ``paper_of`` returns a record's paper as it stands when its turn in the queue comes.
    """
    if len(drawings) > 1:
        bench.open_preview(_batch(bench, drawings, paper_of))
        return False
    papers: Papers = bench.services["papers"]
    drawing = drawings[0]

    def render(choice: SheetChoice) -> bytes:
        if choice.blank:
            return drawing.sheet([1], blank=True).pdf
        return drawing.sheet([copy + 1 for copy in choice.copies]).pdf

    def printed(done: Printed) -> None:
        if not done.choice.blank:
            papers.keep(drawing, done.pdf, max(1, len(done.choice.copies)) * done.sets)  # a form without copies is one

    job = PreviewJob(
        form=drawing.form.spec.id,
        title=f"{drawing.title}　{drawing.paper.number}".rstrip(),
        render=render,
        printed=printed,
        copies=drawing.form.spec.copies,
        pages=0 if drawing.form.spec.is_list else 1,
        log=_log(papers.prints_of(drawing.paper.kind, drawing.paper.record)),
        note=_kept_note(),
        can_blank=blank,
    )
    return bool(bench.open_preview(job))


def _batch(bench: Any, drawings: Sequence[Drawing], paper_of: Callable[[int], Paper]) -> BatchJob:
    papers: Papers = bench.services["papers"]
    forms = {drawing.form.spec.id: drawing.form.spec for drawing in drawings}
    mixed = len(forms) > 1
    most = max(len(spec.copies) for spec in forms.values())
    numbered = tuple(_tr("第 {place} 联").format(place=place + 1) for place in range(most))
    title = _tr("{title}等 {count} 份") if mixed else _tr("{title}　{count} 份")

    def keep(saved: Sequence[Ready]) -> None:
        for one in saved:
            part = Part(papers.keep_file(one.document), one.first, one.pages)
            papers.keep(one.drawing, part, len(one.copies))

    return BatchJob(
        drawings=tuple(drawings),
        form="batch" if mixed else drawings[0].form.spec.id,
        title=title.format(title=drawings[0].title, count=len(drawings)),
        copies=numbered if mixed else drawings[0].form.spec.copies,
        keep=keep,
        anew=lambda paper: paper_of(paper.record),
        before=sum(papers.latest(one.paper.kind, one.paper.record, one.paper.form) is not None for one in drawings),
        note=_kept_note(),
    )


def _kept_note() -> str:
    return _tr("打印即留档：这次的内容会原样保存，以后补打与这次完全一样，并注明“补打”。")


def print_as_one(bench: Any, drawings: Sequence[Drawing], noted: Callable[[], None]) -> bool:
    """Show several sheets as one document; say whether a printer took it.

    Once it did, each sheet is kept as its own pages of that document and ``noted`` is called, all or nothing.
    """
    papers: Papers = bench.services["papers"]
    sheets = [drawing.sheet() for drawing in drawings]

    def printed(done: Printed) -> None:
        with bench.desk.work("paper.print"):
            document, first = papers.keep_file(done.pdf), 0
            for drawing, sheet in zip(drawings, sheets, strict=True):
                papers.keep(drawing, Part(document, first, sheet.pages), done.sets)
                first += sheet.pages
            noted()

    title = _tr("{title}　{count} 份") if len(drawings) > 1 else "{title}"
    job = PreviewJob(
        form=drawings[0].form.spec.id,
        title=title.format(title=drawings[0].title, count=len(drawings)),
        render=lambda _choice: joined([sheet.pdf for sheet in sheets]),
        printed=printed,
        pages=0,
        note=_kept_note(),
        can_blank=False,
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
    printed = bool(bench.open_preview(job))
    if printed:
        bench.tell(_tr("已补打 {title}").format(title=title))
    return printed


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


def print_report(bench: Any, drawing: Drawing, printed: Callable[[], None]) -> bool:
    """Show a report of the moment, to print or to save; nothing is kept of it but what ``printed`` notes."""
    job = PreviewJob(
        form=drawing.form.spec.id,
        title=drawing.title,
        render=lambda _choice: drawing.sheet().pdf,
        printed=lambda _done: printed(),
        pages=0,
        can_blank=False,
    )
    return bool(bench.open_preview(job))


def print_list_sheet(bench: Any, title: str, pdf: bytes, printed: Callable[[], None] = lambda: None) -> bool:
    """Show a printed list, of which nothing is kept; ``printed`` is told each time a printer or a file took it."""
    job = PreviewJob(
        form="list",
        title=title,
        render=lambda _choice: pdf,
        printed=lambda _done: printed(),
        pages=0,
        can_blank=False,
    )
    return bool(bench.open_preview(job))


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
