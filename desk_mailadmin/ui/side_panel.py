"""The panel beside a list: one record with its facts, its way, its history and its sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desk_mailadmin.kernel.detail import Attachment, Detail, Fact, HistoryLine
from desk_mailadmin.kernel.privacy import mask
from desk_mailadmin.ui.dialogs.pieces import Button, Chip, IconButton, column, holding, label, line, row, scrolled
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.step_list import StepList
from desk_mailadmin.ui.title import Title

HISTORY = 3  # lines shown at first
UNMASK_KEY = "F11"
LABELS = 5.6  # characters of the facts' labels
MARGIN = 14


class SidePanel(QFrame):
    """Shows a Detail; empty while no record is current."""

    previous = Signal()
    next = Signal()
    closed = Signal()
    unmask_asked = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], open_attachment: Callable[[Attachment], None], close_key: str
    ) -> None:
        super().__init__()
        self.setProperty("card", "1")
        self._close_key = close_key
        self._actions, self._open = actions, open_attachment
        self._masks = False
        self._sheet: QLabel | None = None
        self._whole: QLabel | None = None
        self._title, self._number = Title(), ""
        self._chip = column()
        self._made = self._make_buttons()
        head = row(self._title, holding(self._chip), None, *self._made, spacing=4)
        head.setContentsMargins(MARGIN, 8, 8, 0)
        self._body = column(spacing=0)
        self.setLayout(column(head, self._body, spacing=4))
        self.setAccessibleName(self.tr("记录"))

    def _make_buttons(self) -> list[IconButton]:
        buttons = []
        for name, tip, signal in (
            ("chevron-left", self.tr("上一条（Alt+↑）"), self.previous),
            ("chevron-right", self.tr("下一条（Alt+↓）"), self.next),
            ("x", self.tr("收起（{key}）").format(key=self._close_key), self.closed),
        ):
            button = IconButton(name, tip)
            button.clicked.connect(signal)
            buttons.append(button)
        return buttons

    def buttons(self) -> list[IconButton]:
        """Return previous, next and close."""
        return self._made

    def title(self) -> str:
        """Return the title of the record shown."""
        return self._title.text()

    def words(self) -> str:
        """Return title and number of the record shown, by which people tell it from the person's other papers."""
        return f"{self.title()}　{self._number}".strip()

    def show_nothing(self) -> None:
        """Show no record."""
        self._sheet = self._whole = None
        self._title.clear()
        self._replace(holding(column(label(self.tr("没有选中的记录"), "muted"), None, margins=(MARGIN, 4, MARGIN, 0))))
        self._show_chip(None)

    def show_detail(self, detail: Detail, *, masks: bool = False) -> None:
        """Show a record; ``masks`` hides the middle of its personal data behind a link that asks for it."""
        self._masks = masks
        self._title.setText(shown(detail.title))
        self._number = shown(detail.subtitle).partition("　")[0]
        self._title.setToolTip(shown(detail.title))
        self._show_chip(Chip(detail.state.tone.value, detail.state.icon, shown(detail.state.title))
                        if detail.state else None)  # fmt: skip
        self._replace(self._content(detail))
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """Give a title that has no room beside chip and buttons lines of its own below them."""
        if self._whole is not None:
            beside = [button.sizeHint().width() for button in self._made] + [self._chip.sizeHint().width()]
            is_cut = self._title.sizeHint().width() > self.width() - MARGIN - 8 - sum(beside) - 4 * len(beside)
            self._title.setHidden(is_cut)
            self._whole.setVisible(is_cut)

    def show_sheet(self, image: QImage | None) -> None:
        """Show the picture of the record's latest sheet under everything else."""
        if self._sheet is not None:
            self._sheet.setVisible(image is not None)
            self._sheet.setPixmap(QPixmap() if image is None else QPixmap.fromImage(image))

    def sheet_width(self) -> int:
        """Return the width in px the sheet's picture has room for."""
        return max(self.width() - 2 * MARGIN - 14, 100)

    def _show_chip(self, chip: Chip | None) -> None:
        while taken := self._chip.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        if chip is not None:
            self._chip.addWidget(chip)

    def _replace(self, content: QWidget) -> None:
        while taken := self._body.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        self._body.addWidget(scrolled(content))

    def _content(self, detail: Detail) -> QWidget:
        body = column(spacing=6, margins=(MARGIN, 0, MARGIN, 10))
        self._whole = label(_breakable(shown(detail.title)), "h1", wrap=True)
        self._whole.hide()
        body.addWidget(self._whole)
        if detail.subtitle:
            body.addWidget(label(shown(detail.subtitle), "muted", wrap=True))
        if detail.facts:
            body.addLayout(self._facts(detail.facts))
        if detail.steps:
            self._headed(body, shown(detail.steps_title) or self.tr("进展"))
            body.addWidget(StepList(detail.steps, self._actions, self._open))
        if detail.history:
            self._add_history(body, detail.history)
        self._sheet = None
        if detail.sheet:
            self._sheet = QLabel()
            self._sheet.setAccessibleName(self.tr("最近一次打印的样子"))
            self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._sheet.hide()
            body.addWidget(self._sheet)
        body.addStretch(1)
        return holding(body)

    def _headed(self, body: QVBoxLayout, title: str, *beside: QWidget) -> None:
        body.addWidget(line())
        body.addLayout(row(label(title, "h2"), None, *beside))

    def _facts(self, facts: Sequence[Fact]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, chars(self, LABELS))
        top = Qt.AlignmentFlag.AlignTop
        for place, fact in enumerate(facts):
            masks = self._masks and fact.is_hidden
            told = mask(fact.value) if masks else fact.value
            name, value = label(shown(fact.label), "muted"), label(told or "—", wrap=True)
            value.setMinimumWidth(10)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name.text()} {told}")
            grid.addWidget(name, place, 0, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(holding(row(value, self._unmasking(), None)) if masks else value, place, 1, top)
        return grid

    def _unmasking(self) -> Button:
        tip = self.tr("显示这条记录的全部号码（{key}），并留下访问记录").format(key=UNMASK_KEY)
        link = Button(self.tr("显示"), kind="link", tip=tip)
        link.clicked.connect(self.unmask_asked)
        return link

    def _add_history(self, body: QVBoxLayout, history: Sequence[HistoryLine]) -> None:
        everything = Button(self.tr("全部 {n} 条").format(n=len(history)), kind="link")
        if len(history) <= HISTORY:
            everything.hide()
        self._headed(body, self.tr("记录"), everything)
        lines = [label(f"{entry.at}　{entry.who} {entry.what}", "small", wrap=True) for entry in history]
        for entry in lines:
            body.addWidget(entry)
        for entry in lines[HISTORY:]:
            entry.hide()
            everything.clicked.connect(entry.show)
        everything.clicked.connect(everything.hide)


def _breakable(title: str) -> str:
    """Return the title with places where an address may go on in the next line."""
    return title.replace("@", "@\u200b").replace(".", ".\u200b")
