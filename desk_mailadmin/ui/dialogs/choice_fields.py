"""Fields that offer: a list, a radio with a verdict beside each option, ticks, and a number with its unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QGridLayout, QRadioButton, QSpinBox

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.field import Check, Field
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, MessageLine
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, keep_left, label, row
from desk_mailadmin.ui.fonts import chars


class Option(Struct, frozen=True):
    """One option of a radio: ``verdict`` stands beside it, ``locked`` options are shown but cannot be taken."""

    key: str
    title: str
    verdict: Message | None = None
    locked: bool = False


class ChoiceField(Field):
    """One entry of a list; ``width`` in Chinese characters. Unless required, the first is taken."""

    def __init__(
        self,
        name: str,
        title: str,
        choices: Sequence[Choice],
        *,
        required: bool = False,
        checks: Sequence[Check] = (),
        hint: str = "",
        width: float = 14,
    ) -> None:
        super().__init__(name, title, required=required, checks=checks, hint=hint)
        self._width = width
        self.combo = QComboBox()
        self.combo.setMinimumHeight(FIELD_HEIGHT)
        self.setLayout(row(self.combo))
        self.set_choices(choices)
        self._adopt(self.combo)
        self._fit()
        self.combo.currentIndexChanged.connect(self.changed)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other entries; the chosen one stays where it is still offered."""
        chosen = self.combo.currentData()
        self.combo.blockSignals(True)
        self.combo.clear()
        for choice in choices:
            self.combo.addItem(choice.title, choice.key)
        self.combo.setCurrentIndex(max(self.combo.findData(chosen), -1 if self.required else 0))
        self.combo.blockSignals(False)

    def value(self) -> str:
        """Return the key of the chosen entry, empty for none."""
        return self.combo.currentData() or ""

    def set_value(self, value: Any) -> None:
        """Choose the entry of that key."""
        self.combo.setCurrentIndex(self.combo.findData(str(value or "")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.combo.setFixedWidth(chars(self, self._width) + 30)
        keep_left(self, self.combo)


class RadioField(Field):
    """One of a few options: side by side, or (``verdicts``) one below the other with a verdict beside each."""

    def __init__(
        self,
        name: str,
        title: str,
        options: Sequence[Option],
        *,
        required: bool = False,
        checks: Sequence[Check] = (),
        verdicts: bool = False,
        waiting: str = "",
    ) -> None:
        super().__init__(name, title, required=required, checks=checks)
        self._verdicts, self._waiting = verdicts, waiting
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self.setLayout(self._grid)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self.set_options(options)
        self._group.idToggled.connect(lambda _id, on: self.changed.emit() if on else None)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the chosen one stays if it is still free, else the first free one is taken."""
        before = self.value()
        self._clear()
        for place, option in enumerate(options):
            self._add(place, option)
        if not options and self._waiting:
            self._grid.addWidget(label(self._waiting, "muted"), 0, 0)
        free = [option.key for option in options if not option.locked]
        self.set_value(before if before in free else next(iter(free), ""))
        if before != self.value():
            self.changed.emit()

    def value(self) -> str:
        """Return the key of the chosen option, empty for none."""
        place = self._group.checkedId()
        return self._keys[place] if place >= 0 else ""

    def set_value(self, value: Any) -> None:
        """Choose the option of that key."""
        button = self._group.button(self._keys.index(value)) if value in self._keys else None
        if button and button.isEnabled():
            button.setChecked(True)

    def take_focus(self) -> None:
        checked = self._group.checkedButton()
        if checked:
            checked.setFocus()
        else:
            super().take_focus()

    def _add(self, place: int, option: Option) -> None:
        button = QRadioButton(option.title)
        button.setEnabled(not option.locked)
        button.setMinimumHeight(22)
        self._keys.append(option.key)
        self._group.addButton(button, place)
        self._grid.addWidget(button, *((place, 0) if self._verdicts else (0, place)))
        if self._verdicts:
            verdict = MessageLine()
            verdict.show_message(option.verdict)
            self._grid.addWidget(verdict, place, 1)
        self._grid.setColumnStretch(1 if self._verdicts else place + 1, 1)
        button.setProperty("verdict", option.verdict.text if option.verdict else "")
        self._adopt(button)
        button.setAccessibleName(f"{self.title} {option.title}")

    def _clear(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._editors.clear()
        self._keys.clear()


class ChecksField(Field):
    """Several ticks; the value is the set of the ticked keys."""

    def __init__(
        self,
        name: str,
        title: str,
        choices: Sequence[Choice],
        *,
        required: bool = False,
        checks: Sequence[Check] = (),
        below: bool = False,
    ) -> None:
        super().__init__(name, title, required=required, checks=checks)
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        self.boxes = {choice.key: QCheckBox(choice.title) for choice in choices}
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, *((place, 0) if below else (0, place)))
            self._adopt(box)
            box.setAccessibleName(f"{title} {box.text()}")
            box.toggled.connect(self.changed)
        grid.setColumnStretch(1 if below else len(self.boxes), 1)
        self.setLayout(grid)

    def _missing(self) -> Message | None:
        return Message(MessageKind.ERROR, self.tr("还没有勾选")) if self.required else None

    def value(self) -> frozenset[str]:
        """Return the ticked keys."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def entry(self) -> list[str]:
        return sorted(self.value())

    def set_value(self, value: Any) -> None:
        """Tick exactly these keys."""
        for key, box in self.boxes.items():
            box.setChecked(key in (value or ()))


class FlagField(Field):
    """One tick with its sentence; the value is a bool."""

    def __init__(self, name: str, title: str, sentence: str) -> None:
        super().__init__(name, title)
        self.box = QCheckBox(sentence)
        self.box.setMinimumHeight(FIELD_HEIGHT)
        self.setLayout(row(self.box))
        self._adopt(self.box)
        self.box.toggled.connect(self.changed)

    def value(self) -> bool:
        """Say whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(value))

    def is_empty(self) -> bool:
        return False


class SpinField(Field):
    """A whole number between two bounds, with its unit (10 MB)."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        low: int = 0,
        high: int = 99_999,
        unit: str = "",
        checks: Sequence[Check] = (),
        hint: str = "",
    ) -> None:
        super().__init__(name, title, checks=checks, hint=hint)
        self.spin = QSpinBox()
        self.spin.setRange(low, high)
        self.spin.setSuffix(f" {unit}" if unit else "")
        self.spin.setMinimumHeight(FIELD_HEIGHT)
        self.spin.lineEdit().setTextMargins(6, 0, 0, 0)  # padding of a styled spin box is ignored by Qt
        self.setLayout(row(self.spin))
        keep_left(self, self.spin)
        self._adopt(self.spin)
        self.spin.valueChanged.connect(self.changed)

    def value(self) -> int:
        """Return the number."""
        return self.spin.value()

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.spin.setValue(min(max(int(value or 0), self.spin.minimum()), self.spin.maximum()))

    def is_empty(self) -> bool:
        return False
