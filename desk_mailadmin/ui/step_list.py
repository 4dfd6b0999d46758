"""The way of a record, step by step, with the buttons that are due."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QVBoxLayout, QWidget

from desk_mailadmin.kernel.detail import Attachment, Step, StepState
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, column, label, row
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tool_row import ActionButton

_SIGNS = {
    StepState.DONE: ("circle-check", "green"),
    StepState.NOW: ("circle-dot", "link"),
    StepState.TODO: ("circle", "text2"),
    StepState.REFUSED: ("x", "red"),
}
SIGN = 18


class StepList(QWidget):
    """Steps one below the other, joined by a rail that is green as far as the record has come."""

    def __init__(
        self,
        steps: Sequence[Step],
        actions: Mapping[str, QAction],
        open_attachment: Callable[[Attachment], None],
    ) -> None:
        super().__init__()
        self._actions, self._open = actions, open_attachment
        self._states = [step.state for step in steps]
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(9)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(steps):
            grid.addLayout(_rail(step, last=place == len(steps) - 1), place, 0)
            grid.addLayout(self._words(step), place, 1)

    def reach(self) -> int:
        """Return how far down in px one must see for the step that is due and the one after it, 0 where none is due."""
        due = [place for place, state in enumerate(self._states) if state is StepState.NOW]
        return self._grid.cellRect(min(due[0] + 1, len(self._states) - 1), 1).bottom() if due else 0

    def _words(self, step: Step) -> QVBoxLayout:
        words = column(label(shown(step.title), "muted" if step.state is StepState.TODO else "b"), spacing=1)
        words.setContentsMargins(0, 0, 0, 9)
        if step.note:
            note = label(shown(step.note), "small", wrap=True)
            note.setProperty("ink", "red" if step.late else "")
            words.addWidget(note)
        for attachment in step.attachments:
            words.addWidget(self._attachment(attachment), 0, Qt.AlignmentFlag.AlignLeft)
        if buttons := self._buttons(step):
            words.addLayout(buttons)
        return words

    def _attachment(self, attachment: Attachment) -> Button:
        words = self.tr("{name} {pages} 页").format(name=attachment.name, pages=attachment.pages)
        link = Button(words, "paperclip", "link", self.tr("打开 {name}").format(name=attachment.name))
        link.clicked.connect(lambda *_: self._open(attachment))
        return link

    def _buttons(self, step: Step) -> QLayout | None:
        due = [self._actions[key] for key in step.actions if key in self._actions]
        if not due:
            return None
        buttons = [ActionButton(action, "primary" if place == 0 else "") for place, action in enumerate(due)]
        made = row(*buttons, None, spacing=8)
        made.setContentsMargins(0, 4, 0, 2)
        return made


def _rail(step: Step, *, last: bool) -> QVBoxLayout:
    name, colour = _SIGNS[step.state]
    rail = column(IconLabel(SIGN, name, colour), spacing=0)
    rail.setContentsMargins(0, 2, 0, 0)
    if last:
        rail.addStretch(1)
        return rail
    line = QFrame()
    line.setProperty("rail", "green" if step.state is StepState.DONE else "line")
    line.setFixedWidth(2)
    line.setMinimumHeight(14)
    rail.addWidget(line, 1, Qt.AlignmentFlag.AlignHCenter)
    return rail
