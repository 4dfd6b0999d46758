"""Curtains over every open window while nobody is at the desk: nothing can be read, nothing that was typed is lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desk_mailadmin.ui.dialogs.pieces import IconLabel, column, label, row
from desk_mailadmin.ui.shown import shown

_BELOW = 6
"""How much more room is below the sign than above it: the middle is where the question stands."""


class Curtain(QWidget):
    """Covers a window wholly, menu bar and status bar too, and grows with it; ``lift`` takes it away."""

    def __init__(self, window: QWidget, title: str, text: str) -> None:
        super().__init__(window)
        self._window, self._title = window, window.windowTitle()
        self.setObjectName("curtain")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = column(label(text, "h1"), spacing=2)
        box = column(None, row(None, IconLabel(34, "lock", "text2"), words, None, spacing=14))
        box.addStretch(_BELOW)
        self.setLayout(box)
        window.setWindowTitle(title)  # it may bear a name
        window.installEventFilter(self)
        self._cover()

    def lift(self) -> None:
        """Show the window again as it was."""
        self._window.removeEventFilter(self)
        self._window.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()


def draw_curtains(title: str, text: str, besides: QWidget | None = None) -> list[Curtain]:
    """Cover every window that can be seen, and close what hangs open above them (menus, lists of completions)."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    QToolTip.hideText()
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not besides]
    return [Curtain(each, title, shown(text)) for each in seen]
