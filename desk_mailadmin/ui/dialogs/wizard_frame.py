"""The frame of a wizard: steps at the left, one page at a time, 上一步 / 下一步 / 取消 in the footer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desk_mailadmin.kernel.detail import Step, StepState
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, on_click, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.step_list import StepList
from desk_mailadmin.ui.tokens import tokens


class StepColumn(QFrame):
    """The names of the steps: done, present, to come."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles
        self._list: StepList | None = None
        self._box: QVBoxLayout = column(None, margins=(16, 18, 14, 14))
        self.setLayout(self._box)
        self.setFixedWidth(chars(self, 13))

    def show_step(self, present: int) -> None:
        """Mark the present step."""
        if self._list:
            self._list.hide()
            self._list.deleteLater()
        states = (StepState.DONE, StepState.NOW, StepState.TODO)
        steps = [Step(title, states[_sign(place - present)]) for place, title in enumerate(self._titles)]
        self._list = StepList(steps, {}, lambda _attachment: None)
        self._box.insertWidget(0, self._list)
        self.setAccessibleDescription(f"{present + 1} / {len(self._titles)} {self._titles[present]}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().colour("head"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens().colour("line"))


def _sign(distance: int) -> int:
    return (distance > 0) - (distance < 0) + 1


class WizardFrame(DialogFrame):
    """Leads through pages.

    Subclasses say what entering and leaving a page does: ``entered`` prepares it, ``may_leave`` checks it (and does
    its work); the last page's primary button ends the wizard.
    """

    def __init__(
        self, title: str, size: tuple[int, int], *, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, size, memory=memory, parent=parent)
        self.pages = QStackedWidget()
        self.back = Button("")
        self.forward = Button("", kind="primary")
        self.cancel = Button("")
        self._titles: Sequence[str] = ()

    @property
    def step(self) -> int:
        """The present page, from 0."""
        return self.pages.currentIndex()

    def lay_out_pages(self, pages: Sequence[tuple[str, QWidget]], *left: QWidget) -> None:
        """Fill the wizard; ``left`` stands at the left of the footer. Call once."""
        self._titles = [title for title, _ in pages]
        self.steps = StepColumn(self._titles)
        for _, page in pages:
            self.pages.addWidget(page)
        body = row(self.steps, spacing=0)
        body.addWidget(self.pages, 1)
        self.back.say(self.tr("上一步"))
        self.cancel.say(self.tr("取消"))
        on_click(self.back, lambda: self.go_to(self.step - 1))
        on_click(self.forward, self.go_on)
        on_click(self.cancel, self.reject)
        self.make_primary(self.forward)
        self.lay_out(holding(body), *left, None, self.back, self.forward, self.cancel)
        self.go_to(0)

    def go_to(self, step: int) -> None:
        """Show a page."""
        self.pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back.setVisible(step > 0)
        self.entered(step)
        self.forward.say(self.forward_text(step))

    def go_on(self) -> None:
        """Leave the present page for the next one, if it may be left; the last one ends the wizard."""
        if not self.may_leave(self.step):
            return
        if self.step + 1 < self.pages.count():
            self.go_to(self.step + 1)
        else:
            self.accept()

    def forward_text(self, step: int) -> str:
        """Return what the primary button says on a page."""
        if step + 1 < len(self._titles):
            return self.tr("下一步：{title}").format(title=self._titles[step + 1])
        return self.tr("完成")

    def entered(self, step: int) -> None:
        """Prepare a page that is about to be shown."""

    def may_leave(self, step: int) -> bool:
        """Say whether a page may be left forwards; do its work."""
        return step >= 0
