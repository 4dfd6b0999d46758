"""The row above the preview: print, save, leaf, zoom, search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desk_mailadmin.ui.dialogs.live_preview import follow_fit
from desk_mailadmin.ui.dialogs.paper_view import PaperView
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, Button, IconButton, Part, label, on_click, row, segment
from desk_mailadmin.ui.dialogs.preview_job import PreviewJob
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import put_icon


class PreviewBar(QWidget):
    """Moves and scales the paper; ``searched`` carries the text to find."""

    searched = Signal(str)

    def __init__(self, paper: PaperView, job: PreviewJob) -> None:
        super().__init__()
        self._paper = paper
        self.print_button = Button(self.tr("打印"), "printer", "primary")
        self.save_button = Button(self.tr("另存 PDF"), "download")
        self.blank_button = Button(self.tr("打印空白表"), "file-text")
        self.save_button.setVisible(job.can_save)
        self.save_button.setEnabled(job.can_save)
        self.blank_button.setVisible(job.can_blank)
        self._can_save = job.can_save
        buttons = (self.print_button, self.save_button, self.blank_button, 6, _bar(), 6)
        self.setLayout(
            row(*buttons, *self._leaf(), 6, _bar(), 6, *self._zoom(), None, *self._search(), spacing=6,
                margins=(14, 9, 14, 9))
        )  # fmt: skip
        paper.zoomed.connect(self._show_zoom)
        paper.moved.connect(self._show_page)

    def show_state(self, *, ready: bool) -> None:
        """Allow printing once the sheet is drawn; show how many pages it has."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready and self._can_save)
        self.page_count.setText(self.tr("/ {count} 页").format(count=self._paper.pages))
        self._show_page(self._paper.page)

    def show_found(self, count: int | None) -> None:
        """Say how many places were found; None says nothing."""
        self.found.setText("" if count is None else self.tr("{count} 处").format(count=count))

    def _leaf(self) -> list[Part]:
        before, after = (
            IconButton("chevron-left", self.tr("上一页 PgUp")),
            IconButton("chevron-right", self.tr("下一页 PgDn")),
        )
        self.page = QLineEdit("1")
        self.page.setAccessibleName(self.tr("页码"))
        self.page.setValidator(QIntValidator(1, 9999, self.page))
        self.page.setFixedWidth(chars(self, 3))
        self.page.setMinimumHeight(FIELD_HEIGHT)
        self.page_count = label("", "muted")
        on_click(before, lambda: self._paper.go_to(self._paper.page - 1))
        on_click(after, lambda: self._paper.go_to(self._paper.page + 1))
        self.page.editingFinished.connect(lambda: self._paper.go_to(int(self.page.text() or 1) - 1))
        return [before, self.page, self.page_count, after]

    def _zoom(self) -> list[Part]:
        smaller, larger = IconButton("zoom-out", self.tr("缩小 Ctrl+-")), IconButton("zoom-in", self.tr("放大 Ctrl+="))
        self.percent = label("100 %")
        whole_page, page_width = segment(self.tr("整页")), segment(self.tr("页宽"))
        on_click(smaller, self._paper.zoom_out)
        on_click(larger, self._paper.zoom_in)
        QShortcut(QKeySequence("Ctrl+-"), self, self._paper.zoom_out)
        QShortcut(QKeySequence("Ctrl+="), self, self._paper.zoom_in)
        follow_fit(self._paper, whole_page, page_width)
        return [smaller, self.percent, larger, whole_page, page_width]

    def _search(self) -> list[Part]:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("在预览中查找　Ctrl+F"))
        self.search.setAccessibleName(self.tr("在预览中查找"))
        self.search.setMaximumWidth(chars(self, 14))
        self.search.setMinimumHeight(FIELD_HEIGHT)
        glass = QAction(self.search)
        put_icon(glass, "search", "text2")
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.found = label("", "small")
        self.search.textChanged.connect(self.searched)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        return [self.found, self.search]

    def _show_zoom(self, factor: float) -> None:
        self.percent.setText(f"{round(factor * 100)} %")

    def _show_page(self, page: int) -> None:
        if not self.page.hasFocus():
            self.page.setText(str(page + 1))


def _bar() -> QFrame:
    made = QFrame()
    made.setProperty("rule", "1")
    made.setFixedSize(1, 20)
    return made
