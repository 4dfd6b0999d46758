"""The sheet as it will be printed, beside the fields, drawn anew a moment after the last change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolButton, QWidget

from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.ui.dialogs.background import Latest
from desk_mailadmin.ui.dialogs.page_image import PdfPaper
from desk_mailadmin.ui.dialogs.paper_view import Fit, PaperView
from desk_mailadmin.ui.dialogs.pieces import Banner, Chip, IconButton, column, label, on_click, row, segment
from desk_mailadmin.ui.shown import said

Render = Callable[[Mapping[str, Any]], bytes]
PAUSE = 150
"""Milliseconds without a change after which the sheet is drawn anew."""


class LivePreview(QWidget):
    """The right side of an entry dialog; ``state`` is the chip that says what the sheet is.

    ``switches`` stand beside the title (空白 or 样例 in the forms' editor).
    """

    def __init__(self, render: Render, parent: QWidget | None = None, switches: Sequence[QWidget] = ()) -> None:
        super().__init__(parent)
        self._render = render
        self._switches = switches
        self._values: Mapping[str, Any] = {}
        self.state = Chip("grey", "pencil", self.tr("草稿，编号保存后给出"))
        self.paper = PaperView()
        self.trouble = Banner("amber", "")
        self.trouble.hide()
        self.setLayout(column(self._bar(), self.trouble, self.paper, spacing=0))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)
        self._beside = Latest(self)
        self._beside.ready.connect(self._on_ready)
        self._beside.refused.connect(self._on_refused)
        self._beside.broken.connect(self._on_broken)

    def ask(self, values: Mapping[str, Any]) -> None:
        """Show these values after the pause."""
        self._values = values
        self._pause.start()

    def stop(self) -> None:
        """Draw no more."""
        self._pause.stop()
        self._beside.stop()
        self.paper.show_paper(None)

    def _bar(self) -> QWidget:
        self.whole_page = segment(self.tr("整页"), checked=True)
        self.page_width = segment(self.tr("页宽"))
        smaller, larger = IconButton("zoom-out", self.tr("缩小")), IconButton("zoom-in", self.tr("放大"))
        on_click(smaller, self.paper.zoom_out)
        on_click(larger, self.paper.zoom_in)
        follow_fit(self.paper, self.whole_page, self.page_width)
        title = label(self.tr("实时预览"), "h2")
        title.setVisible(not self._switches)  # they say it, and the room is needed on a small screen
        parts = (title, self.state, *self._switches, None, smaller, self.whole_page, self.page_width, larger)
        bar = QWidget()
        bar.setLayout(row(*parts, spacing=5, margins=(12, 8, 8, 6)))
        return bar

    def _draw(self) -> None:
        values = dict(self._values)
        self._beside.run(lambda: self._render(values))

    def _on_ready(self, pdf: bytes) -> None:
        self.trouble.hide()
        self.paper.show_paper(PdfPaper(pdf))

    def _on_refused(self, error: DeskError) -> None:
        self.trouble.say("amber", said(error))
        self.trouble.show()

    def _on_broken(self, error: BaseException) -> None:
        raise error


def follow_fit(paper: PaperView, whole_page: QToolButton, page_width: QToolButton) -> None:
    """Let the two switches set how the zoom follows the view, and show which of them is in force."""
    on_click(whole_page, lambda: paper.fit_to(Fit.PAGE))
    on_click(page_width, lambda: paper.fit_to(Fit.WIDTH))

    def show_fit(_zoom: float) -> None:
        whole_page.setChecked(paper.fit is Fit.PAGE)
        page_width.setChecked(paper.fit is Fit.WIDTH)

    paper.zoomed.connect(show_fit)
