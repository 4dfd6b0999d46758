"""A register's actions as Qt knows them: one QAction each, for button, menu, key and step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.ui.icons import put_icon
from desk_mailadmin.ui.shown import shown

Run = Callable[[Action, Sequence[int]], None]
Locked = Callable[[Action], str]


class RegisterActions:
    """Makes the actions of a register on its tab and keeps them enabled or locked with their reason.

    ``locked`` returns why the desk itself does not let an action be done.
    """

    def __init__(
        self, actions: Sequence[Action], owner: QWidget, run: Run, locked: Locked, nothing_chosen: str
    ) -> None:
        self._actions = {action.key: action for action in actions}
        self._run, self._locked, self._nothing_chosen = run, locked, nothing_chosen
        self._record: int | None = None
        self._ticked: Sequence[int] = ()
        self.by_key = {action.key: self._make(action, owner) for action in actions}

    def _make(self, action: Action, owner: QWidget) -> QAction:
        made = QAction(shown(action.title), owner)
        put_icon(made, action.icon)
        made.setObjectName(action.key)
        made.setIconVisibleInMenu(True)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setEnabled(action.scope is Scope.LIST)  # until a row is followed there is none to act on
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        made.triggered.connect(lambda *_: self.trigger(action.key))
        owner.addAction(made)
        return made

    def title(self, key: str) -> str:
        """Return how an action is called, empty for one that does not exist."""
        return shown(self._actions[key].title) if key in self._actions else ""

    def trigger(self, key: str) -> None:
        """Run an action on what is ticked or current; a locked one does nothing."""
        if key in self.by_key and self.by_key[key].isEnabled():
            self._run(self._actions[key], self._ids(self._actions[key]))

    def follow(self, row: Any, record: int | None, ticked: Sequence[int]) -> None:
        """Lock or free every action for the current row."""
        self._record, self._ticked = record, ticked
        for key, action in self._actions.items():
            reason = self._reason(action, row)
            made = self.by_key[key]
            made.setEnabled(not reason)
            made.setToolTip(_tip(shown(action.title), action.shortcut, reason))
            made.setStatusTip(reason)

    def _reason(self, action: Action, row: Any) -> str:
        return self._locked(action) or self._reason_of_row(action, row)

    def _reason_of_row(self, action: Action, row: Any) -> str:
        if action.scope is Scope.LIST or (action.scope is Scope.ROWS and self._ticked):
            return ""
        if row is None:
            return self._nothing_chosen
        return shown(action.locked(row)) if action.locked else ""

    def _ids(self, action: Action) -> Sequence[int]:
        if action.scope is Scope.LIST:
            return ()
        if action.scope is Scope.ROWS and self._ticked:
            return list(self._ticked)
        return [] if self._record is None else [self._record]


def _tip(title: str, shortcut: str, reason: str) -> str:
    named = f"{title}（{shortcut}）" if shortcut else title
    return f"{named}：{reason}" if reason else named
