"""Several papers as one batch: documents of at most 200 sheets, each paper cut out for the printer (SPEED i)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from desk_mailadmin.documents.renderer import BATCH_SHEETS
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Drawing


class Ready(Struct, frozen=True):
    """A drawn paper: its ``pages`` from ``first`` (counted from 0) of a document that it shares with its neighbours."""

    drawing: Drawing
    copies: tuple[int, ...]
    document: bytes
    first: int
    pages: int

    @property
    def runs_over(self) -> bool:
        """Say whether it takes more pages than one for each copy."""
        return self.pages > len(self.copies)

    def pdf(self) -> bytes:
        """Return this paper's pages as a document of their own."""
        from desk_mailadmin.documents.pages import cut

        return cut(self.document, self.first, self.pages)


class Refused(Struct, frozen=True):
    """A paper that cannot be drawn, and why."""

    drawing: Drawing
    error: UserError


Outcome = Ready | Refused


class Portion(Struct, frozen=True):
    """Papers of one form that are drawn as one document, the chosen copies (from 1) of each one after the other."""

    drawings: tuple[Drawing, ...]
    copies: tuple[int, ...]


def portions(drawings: Sequence[Drawing], copies: Sequence[int]) -> list[Portion]:
    """Part papers into documents, in the order given; ``copies`` count from 1, none of them means all.

    A form that has fewer copies is printed in those it has.
    """
    parted: list[Portion] = []
    for _form, alike in groupby(drawings, key=lambda drawing: (drawing.form.spec.id, drawing.form.sha256)):
        same = tuple(alike)
        chosen = _copies(same[0], copies)
        weight = max(len(drawing.data.get("pages", ())) for drawing in same)  # a directory knows its pages beforehand
        size = max(1, BATCH_SHEETS // max(1, len(chosen), weight))
        parted += [Portion(same[start : start + size], chosen) for start in range(0, len(same), size)]
    return parted


def draw(portion: Portion) -> tuple[Outcome, ...]:
    """Draw a portion, an outcome for each of its papers in their order; needs no desk and may run in a thread.

    One paper that cannot be drawn does not hinder the others: the portion is halved until it stands alone.
    """
    drawings, copies = portion.drawings, portion.copies
    try:
        return _document(drawings, copies)
    except UserError as error:
        if len(drawings) == 1:
            return (Refused(drawings[0], error),)
    half = len(drawings) // 2
    return (*draw(Portion(drawings[:half], copies)), *draw(Portion(drawings[half:], copies)))


def drawn(
    drawings: Sequence[Drawing], copies: Sequence[int], report: Callable[[int], object] = lambda _done: None
) -> Iterator[Outcome]:
    """Draw a batch portion by portion; ``report`` hears how many papers are done and may raise to end it."""
    done = 0
    for portion in portions(drawings, copies):
        report(done)
        yield from draw(portion)
        done += len(portion.drawings)
    report(done)


def _document(drawings: Sequence[Drawing], copies: tuple[int, ...]) -> tuple[Ready, ...]:
    first = drawings[0]
    if not copies:
        raise UserError(QT_TRANSLATE_NOOP("desk", "表单“{title}”没有选中的联次。"), title=first.title)
    jobs = [job for drawing in drawings for job in drawing.jobs(copies)]
    sheet = first.renderer.render_jobs(first.form, jobs, when=first.when)
    each, ends = len(copies), sheet.ends()
    spans = [(sheet.starts[place * each], ends[(place + 1) * each - 1]) for place in range(len(drawings))]
    return tuple(
        Ready(drawing, copies, sheet.pdf, start, end - start)
        for drawing, (start, end) in zip(drawings, spans, strict=True)
    )


def _copies(drawing: Drawing, wanted: Sequence[int]) -> tuple[int, ...]:
    """Return those of the wanted copies that this form has; one without copies is printed once."""
    there = len(drawing.form.spec.copies)
    if not there:
        return (1,)
    return tuple(copy for copy in (wanted or range(1, there + 1)) if copy <= there)
