"""The sums of what a ledger lists, in a band below it, with the switch of the lower pane at its end."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from desk_mailadmin.kernel.ledger_view import Sum, Totals
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.money import fen_shown
from desk_mailadmin.ui.dialogs.pieces import Button, label, row
from desk_mailadmin.ui.icons import put_icon
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tokens import tokens


class SumsBand(QFrame):
    """Says the sums of the whole filtered list; ``toggled`` is sent by the switch of the lower pane.

    ``count`` and ``keys`` are the tab's own: how many records are listed, and what Enter does.
    """

    toggled = Signal()

    def __init__(self, count: QLabel, keys: QLabel, pane_words: str) -> None:
        super().__init__()
        self.setProperty("band", "1")
        self._totals = Totals(())
        self._pane_words = pane_words
        self._sums = label(wrap=True)
        self._sums.setTextFormat(Qt.TextFormat.RichText)
        self._sums.setMinimumWidth(10)
        self.switch = Button("", "chevron-up", "link")
        self.switch.clicked.connect(lambda *_: self.toggled.emit())
        box = row(count, self._sums, keys, self.switch, spacing=14, margins=(10, 3, 8, 3))
        box.setStretch(1, 1)
        self.setLayout(box)
        self.show_open(False)

    def show_totals(self, totals: Totals) -> None:
        """Show other sums."""
        self._totals = totals
        self._sums.setText("&nbsp;&nbsp;&nbsp; ".join(_marked(each) for each in totals.sums))
        self._sums.setAccessibleName(self.text())

    def show_open(self, is_open: bool) -> None:
        """Say whether the lower pane is open."""
        self.switch.say(f"{self._pane_words}　F9")
        self.switch.setToolTip(self.tr("收起（F9）") if is_open else self.tr("打开（F9）"))
        put_icon(self.switch, "chevron-down" if is_open else "chevron-up", "link")

    def text(self) -> str:
        """Return the sums in words, as they are heard."""
        return "，".join(f"{shown(each.label)} {_value(each)}" for each in self._totals.sums)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_totals(self._totals)


def _value(one: Sum) -> str:
    return one.text if one.fen is None else f"{fen_shown(one.fen)} 元"


def _marked(one: Sum) -> str:
    """Return a sum with its figure in bold; it is never broken across lines."""
    figure = f"<b>{escape(one.text)}</b>" if one.fen is None else f"<b>{fen_shown(one.fen)}</b>&nbsp;元"
    words = f"{escape(shown(one.label))}&nbsp;{figure}".replace(" ", "&nbsp;")
    colour = "" if one.tone is Tone.GREY else f' style="color: {tokens().colour(one.tone).name()}"'
    return f"<span{colour}>{words}</span>"
