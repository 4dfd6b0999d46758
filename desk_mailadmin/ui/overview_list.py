"""The groups of an overview as a list: the largest first, their sum last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent

from desk_mailadmin.kernel.ledger_view import Group, Measure, Overview, filled, overview_table, sum_of
from desk_mailadmin.kernel.table import Column
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.fixed_listing import FixedListing
from desk_mailadmin.ui.list_view import ListView
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.month_words import span_words
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import RegisterModel

_SUM = QT_TRANSLATE_NOOP("desk", "合计")


def in_order(overview: Overview, measures: Sequence[Measure], groups: Sequence[Group], sort: str) -> list[Group]:
    """Return groups as they are looked at: those of time in their order, others by a measure, the largest first."""
    if overview.over_time:
        return [replace(group, title=span_words(group.key)) for group in filled(groups)]
    place = next((n for n, measure in enumerate(measures) if measure.key == sort), None)
    return list(groups) if place is None else sorted(groups, key=lambda each: -each.figures[place])


class OverviewModel(RegisterModel):
    """The groups of one overview, then their sum."""

    def __init__(
        self, overview: Overview, measures: Sequence[Measure], parent: QObject | None = None, *, brief: bool = False
    ) -> None:
        self._counted, self._brief = FixedListing(), brief
        super().__init__(overview_table(overview, measures, brief=brief), self._counted, parent)
        self._measures = measures
        self._answers[int(Qt.ItemDataRole.FontRole)] = _font

    def show_groups(self, overview: Overview, groups: Sequence[Group]) -> None:
        """Show these groups in the order given."""
        total = [sum_of(shown(_SUM), groups)] if groups else []
        self._counted.lines = [*groups, *total]
        self.show_query(self.query, overview_table(overview, self._measures, brief=self._brief).columns)

    def groups(self) -> list[Group]:
        """Return the groups without their sum."""
        return [group for group in self._counted.lines if not group.is_sum]

    def _dress(self, columns: Sequence[Column[Any]]) -> None:
        super()._dress(columns)
        self._is_plain = [False] * len(columns)  # the sum is bold in every column

    def sentence(self, row: Group) -> str:
        """Return a group in one sentence, each figure with what it is."""
        pairs = ((shown(column.title), self.text(row, column)) for column in self.columns[1:])
        return "，".join([row.title, *(f"{title} {text}" for title, text in pairs if text != "—")])


class OverviewList(ListView):
    """Sends ``stepped`` for Enter and a double click on a group."""

    def __init__(self, model: OverviewModel, memory: Memory, name: str) -> None:
        super().__init__(model, memory, name)
        self.overview_model = model
        self.setProperty("flat", "1")
        self.doubleClicked.connect(lambda index: self.stepped.emit(index.row()))

    def show_groups(self, overview: Overview, groups: Sequence[Group]) -> None:
        """Show other groups; the place in the list is kept."""
        place = max(self.currentIndex().row(), 0)
        self.overview_model.show_groups(overview, groups)
        self.setAccessibleName(shown(overview.title))
        self.show_other_columns()
        self.go_to(min(place, self.overview_model.rowCount() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # there is nothing to tick
        else:
            super().keyPressEvent(event)


def _font(row: Group, column: Column[Any]) -> QFont | None:
    font = QFont()
    font.setBold(row.is_sum or (column.noted is not None and column.noted(row)))
    return font
