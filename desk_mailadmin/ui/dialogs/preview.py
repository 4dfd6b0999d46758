"""The print preview: the PDF itself, what is printed of it, and where (look/ui 07)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.kernel.file_names import file_name
from desk_mailadmin.ui.dialogs.background import Latest
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.message import Message, ok, warning
from desk_mailadmin.ui.dialogs.page_image import PdfPaper, SeveralPapers
from desk_mailadmin.ui.dialogs.paper_view import Fit, PaperView
from desk_mailadmin.ui.dialogs.pieces import Banner, column, holding, line, on_click, row, scrolled
from desk_mailadmin.ui.dialogs.preview_bar import PreviewBar
from desk_mailadmin.ui.dialogs.preview_job import PreviewJob, Printed, SheetChoice
from desk_mailadmin.ui.dialogs.preview_side import PreviewSide
from desk_mailadmin.ui.dialogs.printing import PrinterName, PrintOrder, available_printers, print_pdf, save_pdf
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said

Print = Callable[[PrintOrder], None]


class PreviewDialog(DialogFrame):
    """Shows one paper and prints it; ``was_printed`` says whether a printer took it."""

    def __init__(
        self,
        job: PreviewJob,
        prompter: Prompter,
        *,
        printers: Callable[[], Sequence[PrinterName]] = available_printers,
        send: Print = print_pdf,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("打印预览　{title}").format(title=job.title), (1200, 860), memory=memory, parent=parent
        )
        self.was_printed = False
        self._job, self._prompter, self._send = job, prompter, send
        self._pdf, self._was_drawn = b"", False
        self._drawn: PdfPaper | SeveralPapers | None = None
        self.paper = PaperView(margin=18)
        self.side = PreviewSide(job, printers(), memory)
        self.bar = PreviewBar(self.paper, job)
        self.trouble = Banner("red", "", *self._beside_trouble())
        self._beside = Latest(self)
        self._build()
        self._connect()
        self._draw()

    def done(self, result: int) -> None:
        self._beside.stop()
        self.paper.show_paper(None)
        super().done(result)

    def print_now(self) -> None:
        """Print what is shown; a fault of the printer leaves the paper unprinted and says what to do."""
        if not self._drawn:
            return
        order = PrintOrder(
            self._pdf,
            self._job.title,
            self.side.printer,
            self.side.sets.value(),
            self.side.right.value(),
            self.side.down.value(),
            self._job.can_save,
        )
        if self._tried(lambda: self._send(order)):
            self.was_printed = True
            self.side.remember()
            self._job.printed(Printed(self._pdf, self.side.choice(), order.printer, order.sets))
            self.accept()

    def save_as_pdf(self) -> None:
        """Ask for a file and write the PDF, where this paper may become one."""
        if not self._job.can_save:
            return
        suggested = file_name(f"{self._job.title}.pdf")
        path = self._prompter.save_path(self.tr("另存 PDF"), suggested=suggested, filters="PDF (*.pdf)")
        if path and self._drawn:
            self._save(path)

    def look_for(self, text: str) -> None:
        """Mark every place of ``text`` and say how many there are."""
        found = self._drawn.find(text) if self._drawn and text else []
        self.paper.mark(found)
        self.bar.show_found(len(found) if text else None)

    def _beside_trouble(self) -> Sequence[QWidget]:
        """Return the buttons of the band above the sheets."""
        return ()

    def _build(self) -> None:
        self.trouble.hide()
        side = scrolled(self.side)
        side.setFixedWidth(chars(self, 25))
        left = holding(column(self.trouble, self.paper, spacing=0))
        both = row(spacing=0)
        both.addWidget(left, 1)
        both.addWidget(side)
        whole = column(self.bar, line(), spacing=0)
        whole.addLayout(both, 1)
        self.fill(holding(whole))
        self.paper.fit_to(Fit.WIDTH)

    def _connect(self) -> None:
        on_click(self.bar.print_button, self.print_now)
        on_click(self.bar.save_button, self.save_as_pdf)
        on_click(self.bar.blank_button, self.side.blank.toggle)
        self.on_keys("Ctrl+P", self.bar.print_button)
        self.on_keys("Ctrl+S", self.bar.save_button)
        self.make_primary(self.bar.print_button)
        self.bar.searched.connect(self.look_for)
        self.side.changed.connect(self._draw)
        self._beside.ready.connect(self._on_drawn)
        self._beside.refused.connect(self._on_refused)
        self._beside.broken.connect(self._on_broken)

    def _draw(self) -> None:
        choice = self.side.choice()
        self._drawn = None
        self.bar.show_state(ready=False)
        if self._job.copies and not choice.copies:
            self._say_trouble(self.tr("至少要选一联。"))
        else:
            self._beside.run(lambda: self._job.render(choice))

    def _take(self, drawn: Any) -> PdfPaper | SeveralPapers:
        """Return what was drawn as pages to be shown."""
        self._pdf = drawn
        return PdfPaper(drawn)

    def _on_drawn(self, drawn: object) -> None:
        self.trouble.hide()
        is_first = not self._was_drawn
        self._was_drawn = True
        self._drawn = self._take(drawn)
        self.paper.show_paper(self._drawn)
        self.bar.show_state(ready=bool(self._drawn.sizes()))
        self.look_for(self.bar.search.text())
        if is_first:  # until now the button was disabled and could not have the cursor
            self.bar.print_button.setFocus()
        self.side.show_checks(self._checks(self._drawn, self.side.choice()))

    def _on_refused(self, error: DeskError) -> None:
        self._say_trouble(said(error))

    def _on_broken(self, error: BaseException) -> None:
        raise error

    def _say_trouble(self, text: str) -> None:
        self._drawn = None
        self.paper.show_paper(None)
        self.side.show_checks([])
        self.trouble.say("red", text)
        self.trouble.show()

    def _checks(self, paper: PdfPaper | SeveralPapers, choice: SheetChoice) -> list[Message]:
        pages = len(paper.sizes())
        expected = self._job.pages * (len(choice.copies) if self._job.copies else 1)
        if not self._job.pages or choice.extras or pages <= expected:
            length = ok(self.tr("{pages} 页，没有超出").format(pages=pages))
        else:
            length = warning(self.tr("成了 {pages} 页，应为 {expected} 页").format(pages=pages, expected=expected))
        if paper.is_searchable():
            return [length, ok(self.tr("字体齐全，可以搜索"))]
        return [length, warning(self.tr("页上没有可以搜索的文字"))]

    def _tried(self, deed: Callable[[], None]) -> bool:
        QApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            deed()
        except EnvironmentFault as fault:
            self.trouble.say("red", f"{said(fault)}{remedy_of(fault)}")
            self.trouble.show()
            return False
        finally:
            QApplication.restoreOverrideCursor()
        return True

    def _save(self, path: Path) -> None:
        if self._tried(lambda: save_pdf(self._pdf, path)):
            self.trouble.say("green", self.tr("已存为 {path}").format(path=path))
            self.trouble.show()
            self._job.printed(Printed(self._pdf, self.side.choice(), "", 1))
