"""The statistics of a ledger: what its list holds by department, clause, person or month, as bars and as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSplitter, QToolButton, QWidget

from desk_mailadmin.kernel.ledger_view import Group, LedgerView, Measure, Overview
from desk_mailadmin.kernel.money import fen_shown
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.table import Kind
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.dialogs.pieces import Button, card, column, holding, label, on_click, row, segment
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.group_chart import Bar, GroupChart
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.leaving import Leaving
from desk_mailadmin.ui.lower_pane import Groups
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.month_words import short_month, span_words
from desk_mailadmin.ui.overview_list import OverviewList, OverviewModel, in_order
from desk_mailadmin.ui.shown import shown

Offered = TypeVar("Offered", Overview, Measure)


class StatisticsPage(QWidget):
    """One overview and one measure at a time; the marked bar and the current line of the table are the same group.

    ``changed`` asks to be read anew; ``narrowed`` is sent with overview and group where the clerk wants their records,
    ``left`` for the way back.
    """

    narrowed = Signal(object, object)
    changed = Signal()
    left = Signal()

    def __init__(
        self, register: Register, ledger: LedgerView, groups: Groups, bench: WindowBench, hooks: Hooks, memory: Memory
    ) -> None:
        super().__init__()
        self._register, self._ledger, self._groups = register, ledger, groups
        self._bench, self._hooks, self._memory = bench, hooks, memory
        self.overview = _kept(ledger.overviews, memory.text("overview"))
        self.measure = _kept(ledger.measures, memory.text("measure"))
        self._span, self._begun = "", ""
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        self._overviews = _switches(self, self._ledger.overviews, self.overview.key, self._choose_overview)
        self._measures = _switches(self, self._ledger.measures, self.measure.key, self._choose_measure)
        self._title, self._note = label(role="h2"), label(role="small")
        self.back = Button(self.tr("回到列表"), "list", "link", self.tr("回到列表（Esc）"))
        self.chart = GroupChart()
        self.model = OverviewModel(self.overview, self._ledger.measures, self)
        self.list = OverviewList(self.model, self._memory.under("list"), shown(self.overview.title))

    def _lay_out(self) -> None:
        head = row(label(self.tr("分组"), "muted"), *self._overviews.values(), 10, label(self.tr("看"), "muted"),
                   *self._measures.values(), None, self.back, spacing=6)  # fmt: skip
        drawn = column(self._title, self.chart, spacing=6)
        drawn.setStretch(1, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(10)
        halves.setChildrenCollapsible(False)
        halves.addWidget(card(holding(drawn), margins=(14, 10, 10, 8)))
        halves.addWidget(card(self.list, margins=(1, 1, 1, 1)))
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        halves.setSizes([chars(self, 40), chars(self, 58)])
        box = column(head, halves, self._note, spacing=8)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _connect(self) -> None:
        on_click(self.back, self.left.emit)
        self.list.stepped.connect(self._step)
        self.chart.opened.connect(self._step)
        self.chart.marked.connect(self.list.go_to)
        self.list.selected.connect(self._mark)
        self.list.sort_asked.connect(lambda sort, _descending: self._choose_measure(sort or self.measure.key))

    # what is shown

    def reload(self, span: str) -> None:
        """Count anew for the span of the list."""
        self._span = self.overview.span(span)
        measures = self._ledger.measures
        groups = in_order(self.overview, measures, self._groups(self.overview), self.measure.key)
        whole = sum(self._value(group) for group in groups) if self.overview.shares else 0
        bars = [self._bar(group, whole, first=place == 0) for place, group in enumerate(groups)]
        self.chart.show_bars(self.title(), bars, upright=self.overview.over_time)
        self.list.show_groups(self.overview, groups)
        self._start_at(groups)
        self._mark(self.list.currentIndex().row())
        self._say()

    def _bar(self, group: Group, whole: int, *, first: bool) -> Bar:
        value = self._value(group)
        short = short_month(group.key, first=first) if self.overview.over_time else ""
        share = f"　{100 * value / whole:.0f}%" if whole else ""
        return Bar(group.title, value, f"{self._figure(value)}{share}", short)

    def _value(self, group: Group) -> int:
        return group.figures[self._ledger.measures.index(self.measure)]

    def _start_at(self, groups: Sequence[Group]) -> None:
        """Begin an overview with its largest group, that of the months with the latest."""
        if self._begun != self.overview.key:
            self._begun = self.overview.key
            self.list.go_to(len(groups) - 1 if self.overview.over_time else 0)

    def title(self) -> str:
        """Return what is shown, in words: 2026 年 11 月　按部门　罚款（元）."""
        unit = self.tr("（元）") if self.measure.kind is Kind.MONEY else ""
        return f"{span_words(self._span)}　{shown(self.overview.title)}　{shown(self.measure.title)}{unit}"

    def _figure(self, value: int) -> str:
        return fen_shown(value) if self.measure.kind is Kind.MONEY else f"{value:,}"

    def _say(self) -> None:
        self._title.setText(self.title())
        many = len(self.model.groups())
        hidden = self.chart.hidden_bars()
        said = [self.tr("共 {n} 组").format(n=many), self.tr("回车 = 列出这一组的记录")]
        if hidden:
            said.append(self.tr("图里画不下的 {n} 组用方向键看，表里都有").format(n=hidden))
        self._note.setText("　".join(said) if many else self.tr("这一段没有可以统计的记录。"))

    def _mark(self, place: int) -> None:
        if 0 <= place < len(self.model.groups()):
            self.chart.mark(place)

    # what is done

    def _choose_overview(self, key: str) -> None:
        self.overview = _kept(self._ledger.overviews, key)
        self._overviews[key].setChecked(True)
        self._memory.keep("overview", key)
        self.changed.emit()

    def _choose_measure(self, key: str) -> None:
        if key in self._measures:
            self.measure = _kept(self._ledger.measures, key)
            self._measures[key].setChecked(True)
            self._memory.keep("measure", key)
            self.changed.emit()

    def _step(self, place: int) -> None:
        if 0 <= place < len(self.model.groups()):
            self.narrowed.emit(self.overview, self.model.groups()[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # on its way out

    def leaving(self) -> Leaving:
        """Return what copies, prints and exports the table under its own title."""
        named = f"{shown(self._register.title)}　{shown(self.overview.title)}统计"
        register = replace(self._register, title=named, table=replace(self.model.spec, columns=self.model.columns))
        return Leaving(register, self.model, self._bench, self._hooks)

    def panes(self) -> list[QWidget]:
        """Return what Ctrl+F6 goes through, in reading order."""
        return [self._overviews[self.overview.key], self._measures[self.measure.key], self.chart, self.list]


def _kept(offered: Sequence[Offered], key: str) -> Offered:
    """Return what was chosen last, the first where that is not offered any more."""
    return next((each for each in offered if each.key == key), offered[0])


def _switches(
    owner: QWidget, offered: Sequence[Offered], chosen: str, choose: Callable[[str], None]
) -> dict[str, QToolButton]:
    """Return a row of switches of which one is always on."""
    group = QButtonGroup(owner)
    made = {each.key: segment(shown(each.title), checked=each.key == chosen) for each in offered}
    for key, button in made.items():
        group.addButton(button)
        on_click(button, partial(choose, key))
    return made
