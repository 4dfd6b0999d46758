"""The tab of a ledger: a register's list month by month, with its sums, overviews, ladder and statistics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk_mailadmin.kernel.ledger_view import MONTH, Group, Overview
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.dialogs.pieces import Button, Part, holding, on_click, row
from desk_mailadmin.ui.halved_tab import HalvedTab
from desk_mailadmin.ui.lower_pane import LadderCard, LowerPane, OverviewCard
from desk_mailadmin.ui.menus import lock
from desk_mailadmin.ui.month_band import MonthBand
from desk_mailadmin.ui.month_switcher import MonthSwitcher
from desk_mailadmin.ui.month_words import span_words
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.statistics_page import StatisticsPage
from desk_mailadmin.ui.sums_band import SumsBand
from desk_mailadmin.ui.tool_row import ActionButton


class LedgerTab(HalvedTab):
    """Shows one month, a year or all there is; sums and overviews follow filter and search."""

    # making it

    def _make_parts(self, row_px: int) -> None:
        super()._make_parts(row_px)
        assert self.register.ledger is not None, "tab_for makes this tab of ledgers alone"
        self._ledger = self.register.ledger.worded(self._listing)
        self.months, self.band = MonthSwitcher(), MonthBand()
        self.sums = SumsBand(self._footer, self._keys, self.tr("按部门、按人汇总"))
        self.narrowing = Button("", "x", "link")
        self.narrowing.hide()
        self._narrowed: Mapping[str, str] = {}
        ladder = LadderCard(self.actions_of.by_key, self._hooks.open_attachment)
        overview = OverviewCard(self._ledger, self._groups_of, self._memory.under("overview"))
        self.below = LowerPane(overview, ladder)
        self.statistics: StatisticsPage | None = None
        self._summing = QTimer(self, singleShot=True, interval=0)
        self._add_tools()

    def _add_tools(self) -> None:
        add = self.tools.add
        add("view", self.tr("上个月"), "chevron-left", "Ctrl+PgUp", lambda: self.months.go(-1))
        add("view", self.tr("下个月"), "chevron-right", "Ctrl+PgDown", lambda: self.months.go(1))
        add("view", self.tr("本月"), "calendar", "Alt+Home", self.show_this_month)
        add("view", self.tr("选择月份"), "calendar-days", "Ctrl+Shift+M", self.months.open_list)
        add("view", self.tr("按部门、按人汇总"), "table", "F9", self.toggle_lower)
        self.counted = add("view", self.tr("统计"), "chart-column", "Ctrl+Shift+T", self.toggle_statistics)
        self.counted.setCheckable(True)
        self._entries = [entry.action for entry in self._hooks.entries]
        for action in (each for key in self._ledger.entries for each in self._entries if each.key == key):
            made = self.tools.add_button(
                shown(action.title), action.icon, "", partial(self._bench.do, action, ()), menu=""
            )
            lock(made, self._bench.locked(action))

    def _under_each_other(self) -> Sequence[Part]:
        return self.view, self.sums

    def _bars(self) -> Sequence[QWidget]:
        self.tools.lay_out(self.search, self.months)
        filters = row(self.filters, self.narrowing, ActionButton(self.counted))
        filters.setStretch(0, 1)
        return self.tools, self.band, holding(filters)

    def _main(self) -> QWidget:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_halves(self.below))
        return self._pages

    def _connect(self) -> None:
        super()._connect()
        self.months.changed.connect(self._show_month)
        self.months.this_month_asked.connect(self.show_this_month)
        self.sums.toggled.connect(self.toggle_lower)
        self.below.overview.narrowed.connect(self.narrow)
        self.below.ladder.opened.connect(self.toggle_panel)
        self._summing.timeout.connect(self._sum)
        on_click(self.narrowing, self._widen)

    # what is asked and read

    def _asked(self) -> Query:
        query = super()._asked()
        span = {MONTH: self.months.span} if self.months.span else {}
        return replace(query, filters={**query.filters, **self._narrowed, **span})

    def _chosen_by_clerk(self, query: Query) -> Query:
        return replace(query, filters={key: value for key, value in query.filters.items() if key != MONTH})

    def _read_choices(self) -> None:
        super()._read_choices()
        today = self._hooks.clock.today()
        self.months.show_months(self._ledger.months(self._listing, today), month_of(today))

    def _read(self, query: Query, record: int | None, place: int) -> None:
        super()._read(query, record, place)
        month = self.months.month()
        banner = self._ledger.banner(self._listing, month.key) if month else None
        self.band.show_banner(banner, self._entries, lambda action: self._bench.do(action, ()))
        self._summing.start()

    def _sum(self) -> None:
        """Add up what is listed; it follows the list, which the clerk waits for."""
        self._summing.stop()
        self._bench.run(lambda: self.sums.show_totals(self._ledger.totals(self._listing, self.model.query)))
        if self.statistics is not None and self.is_counting():
            self._bench.run(self._show_statistics)
        elif self.below.isVisibleTo(self):
            self._bench.run(self.below.overview.reload)

    def _groups_of(self, overview: Overview) -> list[Group]:
        query = self.model.query
        span = overview.span(query.filters.get(MONTH, ""))
        return list(
            self._ledger.groups(self._listing, overview.key, replace(query, filters={**query.filters, MONTH: span}))
        )

    def _show_current(self) -> None:
        super()._show_current()
        if self.below.isVisibleTo(self):
            self._show_ladder()

    def _show_ladder(self) -> None:
        record = self.current_record()
        self.below.ladder.show_ladder(None if record is None else self._ledger.ladder(self._listing, record))

    def _lock_of(self, action: Action) -> str:
        if self.is_counting() and action.scope is not Scope.LIST:
            return self.tr("现在看的是统计，回到列表再办")
        month = self.months.month()
        return super()._lock_of(action) or (shown(self._ledger.locked(action.key, month)) if month else "")

    # going about

    def _show_month(self) -> None:
        query = self._asked()
        self._bench.run(lambda: self._read(query, None, 0))

    def show_this_month(self) -> None:
        """Show the month of today."""
        self.months.choose(month_of(self._hooks.clock.today()))

    def show_record(self, record: int) -> None:
        """Make a record current: its month is shown, and a filter that hides it dropped."""
        self.show_list()
        self.refresh_if_stale()
        if self.model.row_of(record) < 0:
            self.months.choose(self._ledger.month_of(self._listing, record))
        super().show_record(record)

    def narrow(self, overview: Overview, group: Group) -> None:
        """List the records of a group; one that has no name of its own leads nowhere."""
        if not group.key:
            return
        self.show_list()
        if overview.over_time:
            self.months.choose(group.key)
        elif self.filters.offers(overview.filter):
            query = self.model.query
            self.filters.choose(replace(query, filters={**query.filters, overview.filter: group.key}))
            self._show_month()
        else:
            self._narrowed = {overview.filter: group.key}
            self.narrowing.say(group.title)
            self.narrowing.setToolTip(self.tr("只看 {name}，按下恢复").format(name=group.title))
            self.narrowing.show()
            self._show_month()
        self.view.setFocus()

    def _widen(self) -> None:
        self._narrowed = {}
        self.narrowing.hide()
        self.reload()

    def clear_filter(self) -> None:
        """Show every record of the month again."""
        self._narrowed = {}
        self.narrowing.hide()
        super().clear_filter()

    def filter_in_words(self) -> str:
        """Return the months and what narrows the list, in words."""
        group = [self.narrowing.text().strip()] if self._narrowed else []
        said = super().filter_in_words()
        return "、".join([span_words(self.months.span), *group, *([said] if said else [])])

    def _say_why(self, query: Query, *, first: bool) -> None:
        filtered = query.search or query.filters or query.segment != self.register.table.start_segment
        if first or filtered or not self.months.span:
            super()._say_why(query, first=first)
            return
        button = Button(self.tr("看全部月份"), "calendar-days")
        on_click(button, lambda: self.months.choose(""))
        words = span_words(self.months.span)
        self.empty.say(
            "calendar", self.tr("{month}没有记录").format(month=words), self.tr("别的月份有，可以换个月份看。"), button
        )

    # the lower pane

    def _show_lower(self, *, wanted: bool) -> None:
        self.sums.show_open(wanted)
        super()._show_lower(wanted=wanted)

    def _read_lower(self) -> None:
        self._show_ladder()
        self._summing.start()

    def adapt(self, window_width: int, row_px: int) -> None:
        """Fit the tab to the window's size and the row height."""
        self.below.overview.list.fit_rows(row_px)
        if self.statistics is not None:
            self.statistics.list.fit_rows(row_px)
        super().adapt(window_width, row_px)

    # statistics

    def is_counting(self) -> bool:
        """Say whether the statistics stand in the place of the list."""
        return self._pages.currentIndex() == 1

    def toggle_statistics(self) -> None:
        """Show the statistics in the place of the list, or the list again."""
        if self.is_counting():
            self.show_list()
            return
        if self.statistics is None:
            self.statistics = self._make_statistics()
        self._pages.setCurrentIndex(1)
        self.counted.setChecked(True)
        self._show_actions()
        self._bench.run(self._show_statistics)
        self.statistics.chart.setFocus()

    def _make_statistics(self) -> StatisticsPage:
        made = StatisticsPage(
            self.register, self._ledger, self._groups_of, self._bench, self._hooks, self._memory.under("statistics")
        )
        made.list.fit_rows(self.view.verticalHeader().defaultSectionSize())
        made.left.connect(self.show_list)
        made.narrowed.connect(self.narrow)
        made.changed.connect(lambda: self._bench.run(self._show_statistics))
        self._pages.addWidget(made)
        return made

    def _show_statistics(self) -> None:
        if self.statistics is not None:
            self.statistics.reload(self.months.span)

    def show_list(self) -> None:
        """Show the list again."""
        if self.is_counting():
            self._pages.setCurrentIndex(0)
            self.counted.setChecked(False)
            self._show_actions()
            self._summing.start()
            self.view.setFocus()

    # on its way out, and round

    def copy(self) -> None:
        """Copy what is ticked or current; of the statistics the whole table."""
        if self.statistics is not None and self.is_counting():
            model = self.statistics.model
            self.statistics.leaving().copy(model.columns, range(model.rowCount()))
        else:
            super().copy()

    def print_list(self) -> None:
        """Print the whole filtered list, or the table of the statistics."""
        if self.statistics is not None and self.is_counting():
            page = self.statistics
            self._bench.run(lambda: page.leaving().print_list(page.model.columns, self.filter_in_words()))
        else:
            super().print_list()

    def export(self) -> None:
        """Export the whole filtered list, or the table of the statistics."""
        if self.statistics is not None and self.is_counting():
            page = self.statistics
            self._bench.run(lambda: page.leaving().export(page.model.columns, self.filter_in_words()))
        else:
            super().export()

    def panes(self) -> list[QWidget]:
        """Return what Ctrl+F6 goes through, in reading order."""
        if self.statistics is not None and self.is_counting():
            return [self.search, *self.statistics.panes()]
        return [self.months.title, *super().panes(), *self.below.panes()]
