"""The title of a ledger's tab: which month it shows, whether that is closed, and the way to the others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desk_mailadmin.kernel.ledger_view import LedgerMonth, is_month
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.ui.dialogs.pieces import Chip, IconButton, row
from desk_mailadmin.ui.month_words import span_words


class MonthSwitcher(QWidget):
    """Holds the span that is shown; ``changed`` is sent when the clerk chooses another."""

    changed = Signal()
    this_month_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._months: dict[str, LedgerMonth] = {}
        self.span, self._now = "", ""
        self._back = IconButton("chevron-left", self.tr("上个月（Ctrl+PgUp）"))
        self._on = IconButton("chevron-right", self.tr("下个月（Ctrl+PgDn）"))
        self.this_month = IconButton("calendar", self.tr("本月（Alt+Home）"))
        self.this_month.clicked.connect(self.this_month_asked)
        self._back.clicked.connect(lambda *_: self.go(-1))
        self._on.clicked.connect(lambda *_: self.go(1))
        self.title = _TitleButton()
        self._menu = QMenu(self.title)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.title.setMenu(self._menu)
        self.chip = Chip(Tone.AMBER, "lock-open", self.tr("未月结"))
        self.setLayout(row(self._back, self.title, self._on, self.this_month, 2, self.chip, 4, spacing=2))

    # what there is

    def show_months(self, months: Sequence[LedgerMonth], now: str) -> None:
        """Learn which months there are, the oldest first, and which one it is now.

        What was shown stays; at first it is the month of today, the last there is where it is none of them.
        """
        self._months = {month.key: month for month in months}
        if not self._now:
            self.span = now if now in self._months or not self._months else list(self._months)[-1]
        self._now = now
        self._say()

    def month(self) -> LedgerMonth | None:
        """Return the month that is shown, None for a longer span."""
        return self._months.get(self.span, LedgerMonth(self.span)) if is_month(self.span) else None

    # going elsewhere

    def choose(self, span: str) -> None:
        """Show another span."""
        if span != self.span:
            self.span = span
            self._say()
            self.changed.emit()

    def go(self, by: int) -> None:
        """Go to the next month or the one before; of a year to the next year."""
        beside = self._beside(by)
        if beside is not None:
            self.choose(beside)

    def _beside(self, by: int) -> str | None:
        """Return the span before or after the one shown, None where there is none."""
        spans = list(self._months) if is_month(self.span) else sorted({month[:4] for month in self._months})
        if by < 0:
            return max((span for span in spans if self.span and span < self.span), default=None)
        return min((span for span in spans if self.span and span > self.span), default=None)

    # what is seen

    def _say(self) -> None:
        month = self.month()
        words = span_words(self.span)
        self.title.say(words)
        self._back.setEnabled(self._beside(-1) is not None)
        self._on.setEnabled(self._beside(1) is not None)
        self.this_month.setEnabled(self.span != self._now)
        self.chip.setHidden(month is None)
        if month is not None:
            self.chip.say(*self._sign(month))
        state = self._sign(month)[2] if month is not None else ""
        self.title.setAccessibleName(
            "，".join(part for part in (self.tr("月份：{span}").format(span=words), state) if part)
        )

    def _sign(self, month: LedgerMonth) -> tuple[str, str, str]:
        """Return tone, icon and words of a month's state."""
        return (Tone.GREY, "lock", self.tr("已月结")) if month.closed else (Tone.AMBER, "lock-open", self.tr("未月结"))

    def open_list(self) -> None:
        """Open the list of months."""
        self.title.showMenu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        newest_first = sorted(self._months.values(), key=lambda month: month.key, reverse=True)
        seen = self.span[:4] or _year_of(newest_first)
        for year, months in groupby(newest_first, key=lambda month: month.key[:4]):
            menu = self._menu if year == seen else self._menu.addMenu(self.tr("{year} 年").format(year=year))
            for month in months:
                self._add(menu, month.key, self._sign(month)[2], month.note)
            self._add(menu, year)
            if menu is self._menu:
                menu.addSeparator()
        self._menu.addSeparator()
        self._add(self._menu, "")

    def _add(self, menu: QMenu, span: str, *notes: str) -> None:
        """Put a span into a menu; what is said of it stands in the column of the keys."""
        beside = "　".join(note for note in notes if note)
        action = QAction(f"{span_words(span)}\t{beside}" if beside else span_words(span), menu)
        action.setCheckable(True)
        action.setChecked(span == self.span)
        action.setData(span)
        action.triggered.connect(lambda *_: self.choose(span))
        menu.addAction(action)
        if span == self.span:
            menu.setActiveAction(action)


def _year_of(months: Sequence[LedgerMonth]) -> str:
    """Return the year of the first of these months, empty for none."""
    return months[0].key[:4] if months else ""


class _TitleButton(QToolButton):
    """The month in large type; a click or the down key opens the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("month", "1")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(self.tr("选择月份（Ctrl+Shift+M）"))

    def say(self, words: str) -> None:
        """Show other words; the widest month always finds room, so that the buttons beside stay where they are."""
        self.setText(words)
        self._keep_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_width()

    def _keep_width(self) -> None:
        widest = self.fontMetrics().horizontalAdvance(span_words("2026-12")) + 22
        if self.minimumWidth() != widest:
            self.setMinimumWidth(widest)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.minimumWidth()), hint.height())
