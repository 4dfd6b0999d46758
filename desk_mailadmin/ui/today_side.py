"""The right column of 今日: the month's figures, one chart, what was opened lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desk_mailadmin.ui.bar_chart import BarChart
from desk_mailadmin.ui.dialogs.pieces import Button, card, column, holding, label, row
from desk_mailadmin.ui.hooks import Figure, Month, Recent
from desk_mailadmin.ui.shown import shown

ACROSS = 3  # figures side by side


class TodaySide(QWidget):
    """Rebuilt with each reading; cards with nothing to show are left out."""

    def __init__(self, open_record: Callable[[str, int], None]) -> None:
        super().__init__()
        self._open = open_record
        self._box: QVBoxLayout = column(spacing=10)
        self.setLayout(self._box)
        self._recents: QFrame | None = None
        self._without_recents = False

    def show_month(self, month: Month, recents: Sequence[Recent]) -> None:
        """Show the figures of a month and the records opened lately."""
        while taken := self._box.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        self._recents = None
        if month.figures:
            self._box.addWidget(card(label(shown(month.title), "h2"), holding(_figures(month.figures))))
        if month.chart:
            title = shown(month.chart_title)
            note = label(self.tr("最右为本期"), "small")
            self._box.addWidget(card(row(label(title, "h2"), None, note), BarChart(title, month.chart)))
        if recents:
            self._recents = card(label(self.tr("最近打开"), "h2"), *(self._recent(each) for each in recents), spacing=2)
            self._box.addWidget(self._recents)
            self.leave_out_recents(self._without_recents)
        self._box.addStretch(1)

    def is_empty(self) -> bool:
        """Say whether there is nothing to show."""
        return self._box.count() <= 1

    def leave_out_recents(self, leave_out: bool) -> None:
        """Leave the recents out where there is little room."""
        self._without_recents = leave_out
        if self._recents is not None:
            self._recents.setHidden(leave_out)

    def _recent(self, recent: Recent) -> QWidget:
        words = f"{recent.title}　{recent.text}".strip()
        link = Button(words, recent.icon, "link", self.tr("打开 {title}").format(title=recent.title))
        link.clicked.connect(lambda *_: self._open(recent.register, recent.record))
        return holding(row(link, None, label(recent.at, "small")))


def _figures(figures: Sequence[Figure]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(0)
    for place, figure in enumerate(figures):
        across, down = place % ACROSS, place // ACROSS * 3
        value: QLabel = label(figure.value, "num")
        value.setProperty("ink", figure.tone)
        value.setAccessibleName(f"{shown(figure.label)} {figure.value}，{figure.note}")
        note = label(figure.note, "small")
        note.setContentsMargins(0, 0, 0, 6)
        for line, part in enumerate((label(shown(figure.label), "small"), value, note)):
            grid.addWidget(part, down + line, across)
    for across in range(ACROSS):
        grid.setColumnStretch(across, 1)
    return grid
