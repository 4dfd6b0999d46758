"""Lists inside a part of a form: texts one below the other, and things chosen from a list; added, moved, taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.fields import Field, LongTextField, TextField
from desk_mailadmin.ui.dialogs.forms.entry_kinds import Items, Props, Texts
from desk_mailadmin.ui.dialogs.forms.part_form import (
    FILLED,
    BlocksForm,
    PartForm,
    Path,
    PropsForm,
    Surroundings,
    quieten,
)
from desk_mailadmin.ui.dialogs.message import MessageLine
from desk_mailadmin.ui.dialogs.pieces import Button, IconButton, column, label, on_click, row
from desk_mailadmin.ui.shown import shown

_ROWS_SEEN = 7


class TextsForm(PartForm):
    """Texts one below the other, each with its place to move, its number and a way to take it away."""

    def __init__(self, block: Texts, texts: Sequence[str], around: Surroundings) -> None:
        super().__init__()
        self._block, self._around = block, around
        self.fields: list[Field] = []
        self._lines: QVBoxLayout = column(spacing=4)
        self.add = Button(shown(block.new), "plus")
        on_click(self.add, self._add)
        self.setLayout(column(row(label(shown(block.title), "h2"), None, self.add), self._lines, spacing=6))
        self._show(list(texts))

    def value(self) -> list[str]:
        return [field.value() for field in self.fields]

    def show_fault(self, path: Path, sentence: str, *, go: bool) -> bool:
        place = path[0] if path and isinstance(path[0], int) else 1
        if not 1 <= place <= len(self.fields):
            return False
        self.fields[place - 1].refuse(UserError("{sentence}", sentence=sentence))
        if go:
            self.fields[place - 1].take_focus()
        return True

    def forget_fault(self) -> None:
        for field in self.fields:
            field.tell(None)

    def _show(self, texts: Sequence[str]) -> None:
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.fields = [self._field(number, text) for number, text in enumerate(texts, 1)]
        for place, field in enumerate(self.fields):
            self._lines.addWidget(self._line(place, field))
        self.add.setEnabled(not self._around.locked and len(texts) < self._block.most)

    def _field(self, number: int, text: str) -> Field:
        title, block = f"{shown(self._block.title)} {number}", self._block
        field: Field = (
            LongTextField(str(number), title, limit=block.limit, lines=block.lines)
            if block.lines > 1
            else TextField(str(number), title, width=0, limit=block.limit)
        )
        field.setProperty(FILLED, block.filled)
        field.set_value(text)
        field.set_filled_in(on=self._around.locked)
        field.changed.connect(self.changed)
        return field

    def _line(self, place: int, field: Field) -> QWidget:
        up, down = IconButton("arrow-up", self.tr("上移")), IconButton("arrow-down", self.tr("下移"))
        away = IconButton("trash-2", self.tr("去掉"))
        on_click(up, partial(self._move, place, place - 1))
        on_click(down, partial(self._move, place, place + 1))
        on_click(away, partial(self._take_away, place))
        up.setEnabled(not self._around.locked and place > 0)
        down.setEnabled(not self._around.locked and place < len(self.fields) - 1)
        away.setEnabled(not self._around.locked and (len(self.fields) > 1 or not self._block.needed))
        message = MessageLine()
        field.told.connect(lambda: message.show_message(field.message))
        quieten(message, field)
        number = label(f"{place + 1}.", "muted")
        number.setMinimumWidth(number.fontMetrics().horizontalAdvance("00."))
        number.setContentsMargins(0, 6, 0, 0)
        across = row(spacing=4)
        across.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(column(field, message, spacing=1), 1)
        for button in (up, down, away):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        made = QWidget()
        made.setLayout(across)
        return made

    def _add(self) -> None:
        self._show([*self.value(), ""])
        self.fields[-1].take_focus()
        self.changed.emit()

    def _move(self, place: int, to: int) -> None:
        texts = self.value()
        texts.insert(to, texts.pop(place))
        self._show(texts)
        self.fields[to].take_focus()
        self.changed.emit()

    def _take_away(self, place: int) -> None:
        self._show([text for number, text in enumerate(self.value()) if number != place])
        self.changed.emit()


class CellsForm(PartForm):
    """The fields of one row, side by side on the sheet, one below the other here."""

    def __init__(self, block: Items, cells: Sequence[Mapping[str, Any]], around: Surroundings) -> None:
        super().__init__()
        self._block, self._around = block, around
        self.cells: list[PropsForm] = []
        self._stack: QVBoxLayout = column(spacing=8)
        self.add, self.less = Button(self.tr("加一格"), "plus"), Button(self.tr("去掉最后一格"), "trash-2")
        on_click(self.add, self._add)
        on_click(self.less, self._take_away)
        self.setLayout(column(self._stack, row(self.add, self.less, None), spacing=6))
        self._show([dict(cell) for cell in cells])

    def value(self) -> list[dict[str, Any]]:
        return [cell.value() for cell in self.cells]

    def show_fault(self, path: Path, sentence: str, *, go: bool) -> bool:
        place = path[0] if path and isinstance(path[0], int) else 1
        found = self.cells[place - 1] if 1 <= place <= len(self.cells) else None
        return found is not None and found.show_fault(path[1:] or ["label"], sentence, go=go)

    def forget_fault(self) -> None:
        for cell in self.cells:
            cell.forget_fault()

    def _show(self, cells: Sequence[Mapping[str, Any]]) -> None:
        while item := self._stack.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.cells = []
        for number, cell in enumerate(cells, 1):
            title = self.tr("第 {number} 格").format(number=number) if len(cells) > 1 else ""
            made = PropsForm(Props(self._block.cells, title), cell, self._around)
            made.changed.connect(self.changed)
            self.cells.append(made)
            self._stack.addWidget(made)
        is_fixed = self._block.fewest_cells == self._block.most_cells
        for button, possible in (
            (self.add, len(cells) < self._block.most_cells),
            (self.less, len(cells) > self._block.fewest_cells),
        ):
            button.setVisible(not is_fixed)
            button.setEnabled(possible and not self._around.locked)

    def _add(self) -> None:
        self._show([*self.value(), {"label": self.tr("新栏目")}])
        self.cells[-1].fields["", "label"].take_focus()
        self.changed.emit()

    def _take_away(self) -> None:
        self._show(self.value()[:-1])
        self.changed.emit()


class ItemsForm(PartForm):
    """A list of things in words; the chosen one is entered below it."""

    def __init__(self, block: Items, items: Sequence[Any], around: Surroundings) -> None:
        super().__init__()
        self._block, self._around = block, around
        self._items = [deepcopy(item) for item in items]
        self.list = QListWidget()
        self.list.setAccessibleName(shown(block.title))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add = Button(shown(block.new), "plus")
        self.up, self.down = IconButton("arrow-up", self.tr("上移")), IconButton("arrow-down", self.tr("下移"))
        self.away = IconButton("trash-2", self.tr("去掉"))
        self.form: PartForm | None = None
        self._place: QVBoxLayout = column(spacing=0)
        tools = row(label(shown(block.title), "h2"), None, self.add, self.up, self.down, self.away, spacing=4)
        self.setLayout(column(tools, self.list, self._place, spacing=6))
        self._connect()
        self._show(0)

    def value(self) -> list[Any]:
        return list(self._items)

    def show_fault(self, path: Path, sentence: str, *, go: bool) -> bool:
        place = path[0] if path else 1
        if isinstance(place, str):
            place = next((n for n, item in enumerate(self._items, 1) if place in _names(item)), 1)
        if not 1 <= place <= len(self._items):
            return False
        if go:
            self.list.setCurrentRow(place - 1)
        if self.list.currentRow() != place - 1:
            return False
        return self.form is not None and self.form.show_fault(list(path[1:]), sentence, go=go)

    def forget_fault(self) -> None:
        if self.form:
            self.form.forget_fault()

    def _connect(self) -> None:
        on_click(self.add, self._add)
        on_click(self.up, lambda: self._move(-1))
        on_click(self.down, lambda: self._move(1))
        on_click(self.away, self._take_away)
        self.list.currentRowChanged.connect(self._choose)

    def _show(self, place: int) -> None:
        self.list.ensurePolished()  # else rows get the height of an undressed list
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._block.words(item) for item in self._items])
        self.list.setCurrentRow(min(place, len(self._items) - 1))
        self.list.blockSignals(False)
        high = max(2, min(len(self._items), _ROWS_SEEN))
        self.list.setFixedHeight(high * (self.fontMetrics().lineSpacing() + 9) + 6)
        self._choose(self.list.currentRow())

    def _choose(self, place: int) -> None:
        while item := self._place.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.form = None
        if 0 <= place < len(self._items):
            made = self._form_of(self._items[place])
            made.changed.connect(partial(self._take, place))
            self._place.addWidget(made)
            self.form = made
        free = not self._around.locked
        self.add.setEnabled(free and len(self._items) < self._block.most)
        self.up.setEnabled(free and place > 0)
        self.down.setEnabled(free and 0 <= place < len(self._items) - 1)
        self.away.setEnabled(free and len(self._items) > (1 if self._block.needed else 0))

    def _form_of(self, item: Any) -> PartForm:
        if self._block.cells:
            return CellsForm(self._block, item, self._around)
        return BlocksForm(self._block.blocks, item, self._around)

    def _take(self, place: int) -> None:
        if self.form:
            self._items[place] = self.form.value()
            shown_item = self.list.item(place)
            shown_item.setText(self._block.words(self._items[place]))
            self.changed.emit()

    def _add(self) -> None:
        place = self.list.currentRow() + 1
        self._items.insert(place, _distinct(self._block.fresh, self._items))
        self._show(place)
        self.changed.emit()

    def _move(self, by: int) -> None:
        place = self.list.currentRow()
        self._items.insert(place + by, self._items.pop(place))
        self._show(place + by)
        self.changed.emit()

    def _take_away(self) -> None:
        place = self.list.currentRow()
        del self._items[place]
        self._show(min(place, len(self._items) - 1))
        self.changed.emit()


def _names(item: Any) -> set[str]:
    return {str(item.get(key)) for key in ("key", "role", "label")} if isinstance(item, Mapping) else set()


def _distinct(fresh: Any, others: Sequence[Any]) -> Any:
    """Return a fresh item; what must not stand twice (key, role) gets a number."""
    made = deepcopy(fresh)
    for name in ("key", "role"):
        if isinstance(made, dict) and name in made:
            taken = {one.get(name) for one in others}
            base = made[name]
            made[name] = next(one for n in range(1, 99) if (one := base if n == 1 else f"{base}_{n}") not in taken)
    return made
