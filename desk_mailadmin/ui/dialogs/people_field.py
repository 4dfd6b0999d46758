"""Choosing several people: one by one by a few letters, or everybody of a department at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidget, QListWidgetItem

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.field import Field
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, Button, column, label, on_click, row
from desk_mailadmin.ui.fonts import chars

_SHOWN = 5  # people seen at once


class PeopleField(Field):
    """Asks for people; the value is the tuple of their ids, in the order they were chosen.

    ``groups`` are the departments offered as a whole, ``members`` gives the people of one by its key.
    """

    def __init__(
        self,
        name: str,
        title: str,
        find: Callable[[str], Sequence[Hit]],
        *,
        groups: Sequence[Choice] = (),
        members: Callable[[str], Sequence[Hit]] | None = None,
        required: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(name, title, required=required, hint=hint)
        self._members = members
        self._hits: dict[int, Hit] = {}
        self.one = PersonField(f"{name}_one", title, find, width=12)
        self.one.edit.setPlaceholderText(self.tr("姓名、拼音或工号，回车加入"))
        self.one.picked.connect(self._on_picked)
        self.group = self._group_combo(groups)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.installEventFilter(self)
        self.list.setFixedHeight(_SHOWN * FIELD_HEIGHT)
        self.count = label("", "small")
        self.remove = Button(self.tr("移除选中的（Del）"), kind="link")
        on_click(self.remove, self._remove)
        above = row(self.one, *([self.group] if groups else []), None)
        self.setLayout(column(above, self.list, row(self.count, None, self.remove), spacing=4))
        self._adopt(self.one.edit)
        self._show_people()

    def value(self) -> tuple[int, ...]:
        """Return the ids of the chosen people."""
        return tuple(self._hits)

    def set_value(self, value: Any) -> None:
        """Show these Hits instead; what is no Hit is left out."""
        self._hits = {hit.id: hit for hit in value or () if isinstance(hit, Hit)}
        self._show_people()
        self.changed.emit()

    def add(self, hits: Sequence[Hit]) -> None:
        """Add people; whoever is chosen already, or cannot be taken, is left out."""
        self._hits |= {hit.id: hit for hit in hits if not hit.disabled and hit.id not in self._hits}
        self._show_people()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wanted = watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if wanted and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):  # type: ignore[attr-defined]  # a QKeyEvent
            self._remove()
            return True
        return super().eventFilter(watched, event)

    def _group_combo(self, groups: Sequence[Choice]) -> QComboBox:
        combo = QComboBox()
        combo.setMinimumHeight(FIELD_HEIGHT)
        combo.setMinimumWidth(chars(self, 11))
        combo.setAccessibleName(self.tr("加入整个部门"))
        combo.addItem(self.tr("加入整个部门…"), "")
        for group in groups:
            combo.addItem(group.title, group.key)
        combo.activated.connect(self._on_group)
        return combo

    def _on_picked(self, hit: Hit) -> None:
        self.one.set_value(None)
        self.add([hit])

    def _on_group(self, place: int) -> None:
        key = str(self.group.itemData(place))
        self.group.setCurrentIndex(0)
        if key and self._members:
            self.add(self._members(key))

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self._hits.pop(int(item.data(Qt.ItemDataRole.UserRole)), None)
        self._show_people()
        self.changed.emit()

    def _show_people(self) -> None:
        place = self.list.currentRow()
        self.list.clear()
        for hit in self._hits.values():
            item = QListWidgetItem("　".join(part for part in (hit.title, hit.subtitle, hit.code) if part))
            item.setData(Qt.ItemDataRole.UserRole, hit.id)
            self.list.addItem(item)
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self.count.setText(
            self.tr("共 {n} 人，每人一份").format(n=len(self._hits)) if self._hits else self.tr("还没有选人")
        )
        self.remove.setEnabled(bool(self._hits))
