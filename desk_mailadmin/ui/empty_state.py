"""What stands in the place of a list that has nothing to show: which of four kinds of nothing it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk_mailadmin.kernel.register import Empty
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, column, label
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tool_row import ActionButton

SIGN = 34


class EmptyState(QWidget):
    """A sign, a sentence, why, and one thing to do."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel(SIGN)
        self._title, self._text = label("", "h2"), label("", "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QHBoxLayout()
        box = column(spacing=8)
        box.addStretch(1)
        for part in (self._sign, self._title):
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._text)  # over the whole width: one that is put in the middle is as high as one line
        box.addLayout(self._buttons)
        box.addStretch(1)
        self.setLayout(box)

    def say(self, icon: str, title: str, text: str = "", button: QPushButton | None = None) -> None:
        """Show why there is nothing, and the one thing to do."""
        self._sign.show_icon(icon, "text2")
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        while taken := self._buttons.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        if button is not None:
            self._buttons.addStretch(1)
            self._buttons.addWidget(button)
            self._buttons.addStretch(1)

    def say_first(self, icon: str, empty: Empty, action: QAction | None) -> None:
        """Say that nothing was ever entered, and what to do."""
        button = ActionButton(action, "primary") if action is not None else None
        self.say(icon, shown(empty.title), shown(empty.text), button)

    def say_none(self, title: str, words: str, clear: Callable[[], object]) -> None:
        """Say that nothing matches the filter; it never sounds like a loss."""
        button = Button(self.tr("清除筛选"), "x")
        button.clicked.connect(lambda *_: clear())
        said = self.tr("没有符合“{words}”的{title}").format(words=words, title=shown(title))
        self.say("search", said, self.tr("记录都在，只是这个条件下没有。"), button)

    def say_done(self, title: str, clear: Callable[[], object]) -> None:
        """Say that all is done."""
        button = Button(self.tr("看全部"), "list")
        button.clicked.connect(lambda *_: clear())
        waiting = self.tr("没有等着办的{title}。").format(title=shown(title))
        self.say("circle-check", self.tr("这里的事都办完了"), waiting, button)

    def text(self) -> str:
        """Return what is said, in one line."""
        return f"{self._title.text()} {self._text.text()}".strip()
