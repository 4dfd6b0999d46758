"""The papers a list can leave as: one is chosen, what is in it is said, one button makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QRadioButton, QVBoxLayout

from desk_mailadmin.kernel.tree_view import Tier
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, label, on_click, row, scrolled
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.shown import shown


class TierCard(QFrame):
    """Radio buttons; what the chosen paper holds is said below it, and it is remembered."""

    def __init__(self, title: str, actions: Mapping[str, QAction], memory: Memory) -> None:
        super().__init__()
        self.setProperty("card", "1")
        self._actions, self._memory = actions, memory
        self._tiers: Sequence[Tier] = ()
        self._notes: list[list[QLabel]] = []
        self.choices: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self._box: QVBoxLayout = column(spacing=0)
        self.go = Button(self.tr("预览并打印…"), "printer")
        on_click(self.go, self._run)
        head = label(title, "h2")
        self.setLayout(
            column(head, scrolled(holding(self._box)), row(None, self.go), spacing=4, margins=(12, 8, 10, 8))
        )

    def show_tiers(self, tiers: Sequence[Tier]) -> None:
        """Offer these papers; none hides the card."""
        self.setVisible(bool(tiers))
        if tuple(tiers) == tuple(self._tiers):
            return
        self._tiers = tuple(tiers)
        self._clear()
        chosen = self._memory.text("tier")
        for tier in tiers:
            self._add(tier)
        self._box.addStretch(1)
        keys = [tier.key for tier in tiers]
        if self.choices:
            self.choices[keys.index(chosen) if chosen in keys else 0].setChecked(True)
        self._follow()

    def chosen(self) -> Tier | None:
        """Return the paper that is chosen."""
        checked = [place for place, choice in enumerate(self.choices) if choice.isChecked()]
        return self._tiers[checked[0]] if checked else None

    def _add(self, tier: Tier) -> None:
        choice = QRadioButton(shown(tier.title))
        notes = [shown(note) for note in tier.notes]
        choice.setAccessibleDescription("；".join(notes))
        choice.toggled.connect(lambda on, key=tier.key: self._keep(key) if on else None)
        self._group.addButton(choice)
        self.choices.append(choice)
        self._box.addWidget(choice)
        lines = [label(note, "small", wrap=True) for note in notes]
        for line in lines:
            line.setContentsMargins(20, 0, 0, 0)
            self._box.addWidget(line)
        self._notes.append(lines)
        self._box.addSpacing(5)

    def _keep(self, key: str) -> None:
        self._memory.keep("tier", key)
        self._follow()

    def _follow(self) -> None:
        tier = self.chosen()
        for choice, lines in zip(self.choices, self._notes, strict=True):
            for line in lines:
                line.setVisible(choice.isChecked())
        self.go.setEnabled(tier is not None and tier.action in self._actions)

    def _run(self) -> None:
        tier = self.chosen()
        if tier is not None and tier.action in self._actions:
            self._actions[tier.action].trigger()

    def _clear(self) -> None:
        for choice in self.choices:
            self._group.removeButton(choice)
        self.choices.clear()
        self._notes.clear()
        while taken := self._box.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
