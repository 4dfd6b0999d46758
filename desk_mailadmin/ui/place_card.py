"""What stands left of a list: the tree of places, and how far something is that all of them take part in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar

from desk_mailadmin.kernel.tree_view import Progress
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, column, holding, label, on_click, repolish, row
from desk_mailadmin.ui.place_tree import PlaceTree
from desk_mailadmin.ui.shown import shown

_ROLES = {"red": "err", "amber": "warn", "green": "ok", "blue": "info", "grey": "muted"}


class PlaceCard(QFrame):
    """A tree, and below it a bar, a line and a link; those are there only while there is something to say."""

    def __init__(self, tree: PlaceTree, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setProperty("card", "1")
        self._actions, self._action = actions, ""
        self.tree = tree
        self.bar = QProgressBar()
        self._sign, self.note = IconLabel(15), label(wrap=True)
        self.link = Button("", "printer", "link")
        on_click(self.link, self._run)
        self._line = holding(row(self._sign, self.note, spacing=5, margins=(4, 0, 4, 0)))
        self._below = holding(column(self.bar, self._line, row(self.link, None), spacing=2, margins=(8, 4, 8, 6)))
        self._below.hide()
        box = column(tree, self._below, spacing=0, margins=(1, 4, 1, 1))
        box.setStretch(0, 1)
        self.setLayout(box)

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far it is; None hides the part."""
        self._below.setVisible(progress is not None)
        if progress is None:
            return
        title, total = shown(progress.title), max(progress.total, 1)
        self.bar.setRange(0, total)
        self.bar.setValue(min(progress.done, total))
        self.bar.setFormat(f"{title} {progress.done} / {progress.total}")
        self.bar.setAccessibleName(title)
        self.bar.setToolTip(self.bar.format())
        self.note.setText(shown(progress.note))
        self.note.setProperty("role", _ROLES[progress.tone.value])
        repolish(self.note)
        self._sign.show_icon(progress.icon, progress.tone.value)
        self._sign.setVisible(bool(progress.icon))
        self._line.setVisible(bool(progress.note))
        self._action = progress.action if progress.action in self._actions else ""
        self.link.setVisible(bool(self._action and progress.link))
        self.link.say(shown(progress.link))

    def _run(self) -> None:
        if self._action:
            self._actions[self._action].trigger()
