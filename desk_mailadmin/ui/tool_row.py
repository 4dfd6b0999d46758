"""Buttons in a row that fold into 更多 ▾ when there is no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desk_mailadmin.ui.icons import put_icon

GAP = 8


class ActionButton(QPushButton):
    """A push button that shows and triggers an action; one leading space keeps icon and words apart."""

    def __init__(self, action: QAction, kind: str = "") -> None:
        super().__init__()
        self.action = action
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the list its Enter
        self._colour = "on_accent" if kind == "primary" else "text"
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        name = self.action.property("iconName")
        if name:
            put_icon(self, name, self._colour)
        words = self.action.text()
        self.setText(f" {words}" if name else words)
        self.setAccessibleName(words)
        self.setCheckable(self.action.isCheckable())
        self.setChecked(self.action.isChecked())
        self.setEnabled(self.action.isEnabled())
        self.setToolTip(self.action.toolTip())
        self.setAccessibleDescription(self.action.statusTip())


class FoldingRow(QWidget):
    """Shows as many buttons as there is room for; the others stand in a menu at the row's end.

    ``late`` buttons are folded together when ``fold_late`` is set (windows narrower than 1120 px).
    """

    def __init__(self, more: str, *, at_right: bool = False) -> None:
        super().__init__()
        self._first = int(at_right)  # the place after a leading stretch
        self._buttons: list[QAbstractButton] = []
        self._actions: list[QAction] = []
        self._late: set[QAction] = set()
        self._fold_late = False
        self._more = QToolButton()
        self._more.setText(f"{more} ▾")
        self._more.setProperty("more", "1")
        self._more.setAccessibleName(more)
        self._more.setToolTip(more)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.addWidget(self._more)
        self._box.insertStretch(0 if at_right else 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fill(self, pairs: Sequence[tuple[QAction, QAbstractButton]], late: Sequence[QAction] = ()) -> None:
        """Take these actions and their buttons, in reading order."""
        self._actions = [action for action, _button in pairs]
        self._buttons = [button for _action, button in pairs]
        self._late = set(late)
        for place, button in enumerate(self._buttons):
            self._box.insertWidget(self._first + place, button)
        self._fold()

    def set_fold_late(self, fold: bool) -> None:
        """Fold all late buttons, whatever the room."""
        if fold != self._fold_late:
            self._fold_late = fold
            self._fold()

    def folded(self) -> list[QAction]:
        """Return the actions that stand in the menu."""
        return self._menu.actions()

    def refit(self) -> None:
        """Measure the buttons again (their words changed)."""
        self._fold()

    def minimumSizeHint(self) -> QSize:
        first = self._buttons[0].sizeHint().width() if self._buttons else 0
        return QSize(first + GAP + self._more.sizeHint().width(), self._height())

    def sizeHint(self) -> QSize:
        widths = [button.sizeHint().width() + GAP for button in self._buttons]
        return QSize(sum(widths), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fold()

    def _height(self) -> int:
        return max([button.sizeHint().height() for button in self._buttons] or [0])

    def _fold(self) -> None:
        shown = self._fitting()
        self._menu.clear()
        for action, button in zip(self._actions, self._buttons, strict=True):
            fits = action in shown
            button.setVisible(fits)
            if not fits:
                self._menu.addAction(action)
        self._more.setVisible(len(shown) < len(self._actions))

    def _fitting(self) -> set[QAction]:
        """Return what fits: everything, else the first ones, a checked one always."""
        pairs = [pair for pair in zip(self._actions, self._buttons, strict=True) if not self._is_folded(pair[0])]
        widths = {action: button.sizeHint().width() + GAP for action, button in pairs}
        room = self.width()
        if len(pairs) == len(self._actions) and sum(widths.values()) - GAP <= room:
            return set(widths)
        room -= self._more.sizeHint().width()
        kept = {action for action in widths if action.isCheckable() and action.isChecked()}
        room -= sum(widths[action] for action in kept)
        for action in [action for action in widths if action not in kept]:
            if widths[action] > room:
                break
            room -= widths[action]
            kept.add(action)
        return kept

    def _is_folded(self, action: QAction) -> bool:
        return self._fold_late and action in self._late
