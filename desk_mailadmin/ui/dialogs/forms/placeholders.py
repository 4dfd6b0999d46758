"""插入栏目: the data a form may name, put as ``{…}`` into the text the cursor was in last."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from desk_mailadmin.ui.dialogs.forms.part_form import FILLED
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT

Text = QLineEdit | QPlainTextEdit


class PlaceholderButton(QToolButton):
    """Offers data for the text of ``within`` that had the cursor last; off where that text takes none."""

    def __init__(self, within: QWidget) -> None:
        super().__init__()
        self._within = within
        self._last: Text | None = None
        self._menu = QMenu(self)
        self.setText(self.tr("插入栏目 ▾"))
        self.setToolTip(self.tr("把登记的内容放进文字里，例如 {example}；Ctrl+I").format(example="{name}"))
        self.setProperty("more", "1")
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self._menu)
        self.setShortcut("Ctrl+I")
        self.setEnabled(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def offer(self, data: Mapping[str, str]) -> None:
        """Offer these data, by key with their titles."""
        self._menu.clear()
        for key, title in data.items():
            words = f"{title}　{{{key}}}" if title != key else f"{{{key}}}"
            self._menu.addAction(words).triggered.connect(lambda *_, one=key: self.insert(one))

    def insert(self, key: str) -> None:
        """Put a placeholder where the cursor was."""
        if isinstance(self._last, QLineEdit):
            self._last.insert(f"{{{key}}}")
        elif self._last is not None:
            self._last.insertPlainText(f"{{{key}}}")
        if self._last is not None:
            self._last.setFocus()

    def forget(self) -> None:
        """Let go of a text that is about to vanish."""
        self._last = None
        self.setEnabled(False)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is self or now is None or not self._within.isAncestorOf(now):
            return
        takes = isinstance(now, QLineEdit | QPlainTextEdit) and not now.isReadOnly() and _is_filled(now)
        self._last = now if takes and isinstance(now, QLineEdit | QPlainTextEdit) else None
        self.setEnabled(self._last is not None)


def _is_filled(text: QWidget) -> bool:
    field = text.parentWidget()
    return bool(text.property(FILLED) or (field is not None and field.property(FILLED)))
