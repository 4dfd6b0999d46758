"""Counted segments and combos above a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from desk_mailadmin.kernel.table import Choice, Filter, Query, Segment, SegmentCount
from desk_mailadmin.ui.dialogs.pieces import row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tool_row import FoldingRow

Choices = Callable[[str], Sequence[Choice]]
WIDEST = 9  # characters of a combo
NARROWEST = 5


class FilterBar(QWidget):
    """Which part of the records the list shows; ``changed`` is sent with every choice."""

    changed = Signal()

    def __init__(self, segments: Sequence[Segment], filters: Sequence[Filter], choices: Choices) -> None:
        super().__init__()
        self._segments, self._filters, self._choices = segments, filters, choices
        self._group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        self._row = FoldingRow(self.tr("更多"))
        self._row.fill([self._segment(segment) for segment in segments])
        self._combos = {filter_.key: self._combo(filter_) for filter_ in filters}
        box = row(self._row, *self._combos.values())
        box.setStretch(0, 1)
        self.setLayout(box)
        self._group.triggered.connect(lambda _action: self._chosen())

    def _segment(self, segment: Segment) -> tuple[QAction, QToolButton]:
        action = QAction(shown(segment.title), self)
        action.setCheckable(True)
        action.setData(segment.key)
        self._group.addAction(action)
        self._actions[segment.key] = action
        button = QToolButton()
        button.setDefaultAction(action)
        button.setProperty("seg", "1")
        return action, button

    def _combo(self, filter_: Filter) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(shown(filter_.title))
        combo.setToolTip(shown(filter_.title))
        combo.setMaximumWidth(chars(self, WIDEST))
        combo.setMinimumWidth(chars(self, NARROWEST))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.activated.connect(lambda _index: self.changed.emit())
        return combo

    def _chosen(self) -> None:
        self._row.refit()
        self.changed.emit()

    def apply_to(self, query: Query) -> Query:
        """Return the query with what is chosen here."""
        chosen = {key: str(combo.currentData() or "") for key, combo in self._combos.items()}
        filters = {key: value for key, value in chosen.items() if value}
        return replace(query, segment=self.segment(), filters=filters)

    def offers(self, key: str) -> bool:
        """Say whether a combo narrows by that filter."""
        return key in self._combos

    def segment(self) -> str:
        """Return the key of the chosen segment."""
        chosen = [key for key, action in self._actions.items() if action.isChecked()]
        return chosen[0] if chosen else self._segments[0].key

    def choose(self, query: Query) -> None:
        """Show a query's segment and combos without sending ``changed``."""
        if query.segment in self._actions:
            self._actions[query.segment].setChecked(True)
        for key, combo in self._combos.items():
            combo.setCurrentIndex(max(combo.findData(query.filters.get(key, "")), 0))
        self._row.refit()

    def read_choices(self) -> None:
        """Read anew what the combos offer; what is chosen stays chosen where it still exists."""
        for filter_ in self._filters:
            combo = self._combos[filter_.key]
            kept = combo.currentData()
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(shown(filter_.title), "")
                for choice in self._choices(filter_.key):
                    combo.addItem(shown(choice.title), choice.key)
                combo.setCurrentIndex(max(combo.findData(kept), 0))

    def show_counts(self, counts: Mapping[str, SegmentCount]) -> None:
        """Write the count of each segment behind its title."""
        for segment in self._segments:
            count = counts.get(segment.key)
            title = shown(segment.title)
            self._actions[segment.key].setText(f"{title} {count}" if count is not None else title)
        self._row.refit()

    def hide_last_combo(self, hide: bool) -> None:
        """Hide the last combo of three or more where the window is narrow."""
        if len(self._combos) > 2:  # noqa: PLR2004  (two always find room)
            list(self._combos.values())[-1].setHidden(hide)

    def in_words(self) -> list[str]:
        """Return what narrows the list, in words: 软件部, 待签字."""
        chosen = [combo.currentText() for combo in self._combos.values() if combo.currentData()]
        segment = next(part for part in self._segments if part.key == self.segment())
        return chosen if segment.key == "all" else [*chosen, shown(segment.title)]

    def clear(self) -> None:
        """Show everything again."""
        first = "all" if "all" in self._actions else self._segments[0].key
        self.choose(Query(segment=first))
        self.changed.emit()
