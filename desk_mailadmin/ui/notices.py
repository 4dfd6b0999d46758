"""Bands above the pages: a desk that can only be looked at, and entries that were not saved when the program ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column
from desk_mailadmin.ui.hooks import Draft


class Notices(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._locked = Banner("grey", "")
        self._drafts: list[Banner] = []
        self._box: QVBoxLayout = column(self._locked, spacing=4, margins=(14, 6, 14, 0))
        self.setLayout(self._box)
        self._locked.hide()
        self.hide()

    def show_locked(self, reason: str, *, free: bool = False, doubtful: bool = False) -> None:
        """Say what is not as usual, ``free`` without a lock, ``doubtful`` as a warning; no reason hides the band."""
        self._locked.say("amber" if doubtful else "blue" if free else "grey", reason)
        self._locked.setHidden(not reason)
        self._fit()

    def show_drafts(self, drafts: Sequence[Draft], run: Callable[[Callable[[], None]], object]) -> None:
        """Offer each draft: go on with it, or throw it away."""
        for draft in drafts:
            go_on, drop = Button(draft.verb or self.tr("接着填")), Button(self.tr("不要了"))
            text = draft.sentence or self.tr("{title} 没有保存（{at}）").format(title=draft.title, at=draft.at)
            band = Banner("amber", text, go_on, drop)
            go_on.clicked.connect(self._ending(band, draft.go_on, run))
            drop.clicked.connect(self._ending(band, draft.drop, run))
            self._drafts.append(band)
            self._box.addWidget(band)
        self._fit()

    def texts(self) -> list[str]:
        """Return what the bands say."""
        return [band.text for band in (self._locked, *self._drafts) if not band.isHidden()]

    def _ending(
        self, band: Banner, deed: Callable[[], None], run: Callable[[Callable[[], None]], object]
    ) -> Callable[[], None]:
        def end() -> None:
            self._drafts.remove(band)
            band.hide()
            band.deleteLater()
            self._fit()
            run(deed)

        return end

    def _fit(self) -> None:
        self.setHidden(self._locked.isHidden() and not self._drafts)
