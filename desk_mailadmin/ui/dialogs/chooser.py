"""Choosing one of a few dozen things by a few letters: a line to type in, the list under it, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.hit_delegate import HitDelegate
from desk_mailadmin.ui.dialogs.person_picker import Hit, HitModel
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, Button, column, holding, label, on_click
from desk_mailadmin.ui.memory import Memory

_TITLE = 20  # characters of the first column
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class Chooser(DialogFrame):
    """Accepted with ``chosen`` set; ``find`` returns what fits the letters typed, everything for none."""

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Hit]],
        verb: str,
        *,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, (640, 600), memory=memory, key="chooser", parent=parent)
        self.chosen: Hit | None = None
        self._find = find
        self.edit = QLineEdit()
        self.edit.setMinimumHeight(FIELD_HEIGHT)
        self.edit.setPlaceholderText(self.tr("输入汉字、拼音首字母或编号前缀"))
        self.edit.setAccessibleName(title)
        self.model = HitModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(self.view, _TITLE))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(title)
        self._nothing = label(self.tr("没有找到"), "muted")
        self._build(verb)
        self.edit.textEdited.connect(self._show)
        self.view.doubleClicked.connect(lambda _index: self.take())
        self._show("")

    def take(self) -> None:
        """Take the marked one."""
        index = self.view.currentIndex()
        hit = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if isinstance(hit, Hit) and not hit.disabled:
            self.chosen = hit
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._mark(self.view.currentIndex().row() + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _build(self, verb: str) -> None:
        cancel, take = Button(self.tr("取消")), Button(verb, "plus", "primary")
        on_click(cancel, self.reject)
        on_click(take, self.take)
        self.make_primary(take)
        body = holding(column(self.edit, self._nothing, self.view, spacing=8, margins=(16, 14, 16, 10)))
        self.lay_out(body, label(self.tr("↑↓ 选择　回车 确定"), "small"), None, cancel, take)
        self.edit.setFocus()

    def _show(self, text: str) -> None:
        found = self._find(text.strip())
        self.model.show_hits(found)
        self._nothing.setVisible(not found)
        self._mark(0)

    def _mark(self, place: int) -> None:
        count = self.model.rowCount()
        if count:
            self.view.setCurrentIndex(self.model.index(min(max(place, 0), count - 1)))
        else:
            self.view.setCurrentIndex(QModelIndex())
