"""The frame all dialogs share: a body, a thin line, a footer; its size is bounded by the screen and remembered."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from desk_mailadmin.ui.dialogs.pieces import Part, column, line, row
from desk_mailadmin.ui.memory import Memory

_SCREEN_MARGIN = QSize(24, 48)


class DialogFrame(QDialog):
    """A dialog with a footer; Enter moves on to the next field, Ctrl+Enter does what the primary button says."""

    def __init__(
        self,
        title: str,
        size: tuple[int, int],
        *,
        memory: Memory | None = None,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.memory = memory.under(f"dialogs/{key or type(self).__name__}") if memory else None
        self._wanted = QSize(*size)

    def lay_out(self, body: QWidget, *footer: Part) -> None:
        """Fill the frame; call once, when the parts exist."""
        self.footer: QHBoxLayout = row(*footer, spacing=8, margins=(16, 10, 16, 10))
        whole = column(spacing=0)
        whole.addWidget(body, 1)
        whole.addWidget(line())
        whole.addLayout(self.footer)
        self.setLayout(whole)
        self.resize(self._remembered_size().boundedTo(self._room()))

    def fill(self, body: QWidget) -> None:
        """Fill the whole dialog, where it has no footer."""
        whole = column(spacing=0)
        whole.addWidget(body)
        self.setLayout(whole)
        self.resize(self._remembered_size().boundedTo(self._room()))

    def on_keys(self, keys: str, button: QPushButton) -> None:
        """Press ``button`` when ``keys`` are pressed anywhere in the dialog, and say so in its tooltip."""
        QShortcut(QKeySequence(keys), self, button.click)
        if not button.toolTip():
            button.setToolTip(keys)

    def make_primary(self, button: QPushButton) -> None:
        """Press ``button`` on Ctrl+Enter."""
        self.on_keys("Ctrl+Return", button)
        QShortcut(QKeySequence("Ctrl+Enter"), self, button.click)
        button.setToolTip("Ctrl+Enter")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            self._enter()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        if self.memory:
            self.memory.keep("size", {"width": self.width(), "height": self.height()})
        super().done(result)

    def _enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif not isinstance(focused, QPlainTextEdit):
            self.focusNextChild()

    def _remembered_size(self) -> QSize:
        kept = self.memory.mapping("size") if self.memory else {}
        known = all(isinstance(kept.get(side), int) for side in ("width", "height"))
        return QSize(kept["width"], kept["height"]) if known else self._wanted

    def _room(self) -> QSize:
        return self.screen().availableSize() - _SCREEN_MARGIN


_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
