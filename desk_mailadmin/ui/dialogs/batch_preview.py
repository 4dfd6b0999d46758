"""The preview of a batch: every sheet to leaf through, and which of them ran over or cannot be drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from desk_mailadmin.batch import Outcome, Ready, Refused, drawn
from desk_mailadmin.documents.pages import joined
from desk_mailadmin.ui.dialogs.background import Latest
from desk_mailadmin.ui.dialogs.message import Message, ok, warning
from desk_mailadmin.ui.dialogs.page_image import PdfPaper, SeveralPapers
from desk_mailadmin.ui.dialogs.pieces import Button, on_click
from desk_mailadmin.ui.dialogs.preview import PreviewDialog
from desk_mailadmin.ui.dialogs.preview_job import BatchJob, PreviewJob, SheetChoice, Tray
from desk_mailadmin.ui.dialogs.printing import PrinterName, available_printers, save_pdf
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.progress import Stopped
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import said

_NAMED = 3  # sheets named in a warning


class BatchPreview(PreviewDialog):
    """Shows several papers; once 打印 was pushed, ``tray`` says how they are to be printed (None before).

    ``outcomes`` are the papers as drawn, ``copies`` those chosen (from 1).
    """

    progressed = Signal(int)

    def __init__(
        self,
        batch: BatchJob,
        prompter: Prompter,
        *,
        printers: Callable[[], Sequence[PrinterName]] = available_printers,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._batch = batch
        self.outcomes: Sequence[Outcome] = ()
        self.copies: tuple[int, ...] = ()
        self.tray: Tray | None = None
        self._asked = self._looked = 0
        self._noted: list[int] = []
        job = PreviewJob(
            form=batch.form,
            title=batch.title,
            render=self._render,
            printed=lambda _done: None,
            copies=batch.copies,
            pages=len(batch.drawings),
            note=batch.note,
            can_blank=False,
        )
        super().__init__(job, prompter, printers=printers, memory=memory, parent=parent)
        self._finder = Latest(self)
        self._finder.ready.connect(self._on_found)
        self._finder.broken.connect(self._on_broken)
        self.progressed.connect(self._on_progress)
        if batch.before:
            said_before = self.tr("其中 {count} 份以前打印过，这次记为又一次打印。")
            self.side.say_log(said_before.format(count=batch.before))

    def done(self, result: int) -> None:
        self._asked += 1  # what is still being drawn or looked for ends at its next document
        self._looked += 1
        self._finder.stop()
        super().done(result)

    def print_now(self) -> None:
        """Hand the batch over to the queue."""
        if self._drawn:
            self.tray, self.copies = self.side.tray(), _from_one(self.side.choice())
            self.side.remember()
            self.accept()

    def look_for(self, text: str) -> None:
        """Mark every place of ``text``, found in a thread: a batch may have thousands of pages."""
        self._looked += 1
        self.paper.mark([])
        self.bar.show_found(None)
        number, pdfs = self._looked, documents(self.outcomes)
        if text and self._drawn:
            self._finder.run(lambda: _found(pdfs, text, lambda: number == self._looked))

    def show_next_noted(self) -> None:
        """Leaf to the next sheet that ran over."""
        later = [page for page in self._noted if page > self.paper.page]
        if self._noted:
            self.paper.go_to((later or self._noted)[0])

    def _beside_trouble(self) -> Sequence[QWidget]:
        self.next_button = Button(self.tr("看下一处"), kind="link")
        on_click(self.next_button, self.show_next_noted)
        return (self.next_button,)

    def _draw(self) -> None:
        self._asked += 1
        self.next_button.hide()
        super()._draw()

    def _render(self, choice: SheetChoice) -> Sequence[Outcome]:
        """Draw every sheet; runs in a thread and ends early where the clerk has chosen otherwise since."""
        number = self._asked

        def report(done: int) -> None:
            if number != self._asked:
                raise Stopped
            self.progressed.emit(done)

        return list(drawn(self._batch.drawings, _from_one(choice), report))

    def _on_found(self, found: Sequence[tuple[int, QRectF]]) -> None:
        self.paper.mark(found)
        self.bar.show_found(len(found))

    def _on_progress(self, done: int) -> None:
        if not self._drawn and 0 < done < len(self._batch.drawings):
            text = self.tr("正在排版，已好 {done} / {total} 份")
            self._say_band("blue", text.format(done=done, total=len(self._batch.drawings)))

    def _take(self, drawn: Any) -> PdfPaper | SeveralPapers:
        self.outcomes = drawn
        self._note_what_is_odd()
        return SeveralPapers(documents(drawn))

    def _on_drawn(self, drawn: object) -> None:
        super()._on_drawn(drawn)
        self._say_what_is_odd()

    def _note_what_is_odd(self) -> None:
        page, self._noted = 0, []
        for outcome in self.outcomes:
            if isinstance(outcome, Ready):
                if outcome.runs_over:
                    self._noted.append(page)
                page += outcome.pages

    def _say_what_is_odd(self) -> None:
        refused = [outcome for outcome in self.outcomes if isinstance(outcome, Refused)]
        over = [outcome for outcome in self.outcomes if isinstance(outcome, Ready) and outcome.runs_over]
        sentences = []
        if refused:
            named = "；".join(f"{_name(one)}　{said(one.error)}" for one in refused[:_NAMED])
            sentences.append(self.tr("{count} 份画不出来，不会打印：{named}").format(count=len(refused), named=named))
        if over:
            each = self.tr("{number} 成了 {pages} 页，应为 {expected} 页")
            named = "；".join(
                each.format(number=_name(one), pages=one.pages, expected=len(one.copies)) for one in over[:_NAMED]
            )
            more = self.tr(" 等 {count} 份").format(count=len(over)) if len(over) > _NAMED else ""
            sentences.append(self.tr("超出一页：{named}{more}。").format(named=named, more=more))
        if sentences:
            self._say_band("red" if refused else "amber", "　".join(sentences))
            self.next_button.setVisible(bool(over))

    def _say_band(self, tone: str, text: str) -> None:
        self.trouble.say(tone, text)
        self.trouble.show()

    def _checks(self, paper: PdfPaper | SeveralPapers, choice: SheetChoice) -> list[Message]:
        ready = [outcome for outcome in self.outcomes if isinstance(outcome, Ready)]
        over, pages = sum(one.runs_over for one in ready), sum(one.pages for one in ready)
        length = ok(self.tr("{count} 份，{pages} 页，没有超出").format(count=len(ready), pages=pages))
        if over:
            length = warning(self.tr("{count} 份超出一页，共 {pages} 页").format(count=over, pages=pages))
        return [length, *super()._checks(paper, choice)[1:]]

    def _save(self, path: Path) -> None:
        if self._tried(lambda: save_pdf(joined(documents(self.outcomes)), path)):
            self._batch.keep([outcome for outcome in self.outcomes if isinstance(outcome, Ready)])
            self._say_band("green", self.tr("已存为 {path}").format(path=path))


def _found(pdfs: Sequence[bytes], text: str, wanted: Callable[[], bool]) -> Sequence[tuple[int, QRectF]]:
    papers = SeveralPapers(pdfs)  # of its own: those that are shown may be closed meanwhile
    try:
        return papers.find(text, wanted)
    finally:
        papers.close()


def _from_one(choice: SheetChoice) -> tuple[int, ...]:
    return tuple(copy + 1 for copy in choice.copies)


def documents(outcomes: Sequence[Outcome]) -> list[bytes]:
    """Return the documents of a batch in their order, each once."""
    found: dict[int, bytes] = {id(one.document): one.document for one in outcomes if isinstance(one, Ready)}
    return list(found.values())


def _name(outcome: Outcome) -> str:
    return outcome.drawing.paper.number or outcome.drawing.title
