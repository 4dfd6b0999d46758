"""A register's tab with a pane below its list, closed where the window is low, opened and closed by F9."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.register_tab import RegisterTab

LOWER = 15.5  # characters of the lower pane's height (206 px at 10 pt)
LOW = 760  # px of the window's height under which the lower pane starts closed


class HalvedTab(RegisterTab):
    """Shows list and panel above, something about the list or its current record below."""

    panel_key = "Shift+F9"
    panel_usual = False
    low = LOW

    def _make_halves(self, below: QWidget) -> QSplitter:
        """Return list and panel above the pane ``below``."""
        self._lower = below
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setHandleWidth(8)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.splitter)
        self._halves.addWidget(below)
        self._halves.setStretchFactor(0, 1)
        self._halves.restoreState(self._memory.state("halves"))
        below.setMinimumHeight(chars(self, LOWER - 6))
        self._halves.splitterMoved.connect(lambda *_: self._memory.keep("halves", self._halves.saveState()))
        return self._halves

    def toggle_lower(self) -> None:
        """Open or close the pane below the list, and remember it."""
        wanted = not self._lower.isVisibleTo(self)
        self._memory.keep("lower_low" if self._is_low() else "lower", wanted)
        self._show_lower(wanted=wanted)

    def _show_lower(self, *, wanted: bool) -> None:
        if wanted == self._lower.isHidden():
            self._lower.setVisible(wanted)
            self._share_height()
            QTimer.singleShot(0, self.view, lambda: self.view.scrollTo(self.view.currentIndex()))
            if wanted and not self._stale:
                self._read_lower()

    def _read_lower(self) -> None:
        """Read what stands below; it is read only while it is seen."""
        raise NotImplementedError

    def _share_height(self) -> None:
        """Give the lower pane its usual height, where the clerk never set another."""
        if self._memory.state("halves").isEmpty():
            lower = min(chars(self, LOWER), self._halves.height() * 9 // 20)
            self._halves.setSizes([self._halves.height() - lower, lower])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _is_low(self) -> bool:
        return self.window().height() < self.low

    def adapt(self, window_width: int, row_px: int) -> None:
        """Fit the tab to the window's size and the row height."""
        super().adapt(window_width, row_px)
        self._fit_height()

    def _fit_height(self) -> None:
        low = self._is_low()
        self._show_lower(wanted=self._memory.flag("lower_low" if low else "lower", usual=not low))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_height()  # only now it is known how high the window is
        self._share_height()

    def forget_layout(self) -> None:
        """Go back to the declared columns and sizes."""
        super().forget_layout()
        self._fit_height()
        self._share_height()
