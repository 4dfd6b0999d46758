"""What is to be said of the whole month a ledger shows: closed, by whom, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.ledger_view import MonthBanner
from desk_mailadmin.kernel.register import Action
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, on_click
from desk_mailadmin.ui.shown import shown


class MonthBand(QWidget):
    """Holds one banner, or nothing; it is made anew only where it says something else."""

    def __init__(self) -> None:
        super().__init__()
        self._box = column(spacing=0)
        self.setLayout(self._box)
        self._said: MonthBanner | None = None
        self.links: list[Button] = []
        self.hide()

    def show_banner(
        self, banner: MonthBanner | None, offered: Sequence[Action], run: Callable[[Action], object]
    ) -> None:
        """Show a banner, or none; what it offers of ``offered`` stands at its end."""
        if banner == self._said:
            return
        self._said, self.links = banner, []
        while taken := self._box.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        if banner is not None:
            for action in (each for key in banner.entries for each in offered if each.key == key):
                self.links.append(Button(shown(action.title), action.icon, "link"))
                on_click(self.links[-1], partial(run, action))
            made = Banner(banner.tone.value, banner.sentence, *self.links)
            made.setAccessibleName(banner.sentence)
            self._box.addWidget(made)
        self.setVisible(banner is not None)
