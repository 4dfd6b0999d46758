"""The one view of every register: tool row, counted filter, list, panel; it knows only the declaration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desk_mailadmin.kernel.register import Action, Listing, Register
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.dialogs.pieces import Part, column, holding, label, row
from desk_mailadmin.ui.empty_state import EmptyState
from desk_mailadmin.ui.filter_bar import FilterBar
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.leaving import Leaving
from desk_mailadmin.ui.list_view import ListView
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.register_actions import RegisterActions
from desk_mailadmin.ui.search_field import SearchField
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.side_panel import SidePanel
from desk_mailadmin.ui.tab_tools import TabTools
from desk_mailadmin.ui.table_model import RegisterModel

PANEL = 27  # characters of the panel's width (372 px at 10 pt)
NARROW, NARROWER = 1180, 1120  # px of the window: panel starts closed, secondary buttons fold
SHEET_PAUSE = 150  # ms a record rests before its sheet is drawn


class RegisterTab(QWidget):
    """One register: reads its listing when it is looked at and whenever its records changed."""

    panel_key = "F9"
    panel_usual = True  # the panel is open until the clerk closes it

    def __init__(
        self, register: Register, listing: Listing, bench: WindowBench, hooks: Hooks, memory: Memory, row_px: int
    ) -> None:
        super().__init__()
        self.register, self._listing, self._bench, self._hooks, self._memory = register, listing, bench, hooks, memory
        self._stale, self._narrow = True, False
        self._counted_for: tuple[str, dict[str, str]] | None = None
        self._make_model()
        self.actions_of = RegisterActions(register.actions, self, self._do, self._lock_of, self.tr("没有选中的记录"))
        self._titles = {action.key: shown(action.title) for action in register.actions}
        self.model.tell_next_steps(register.next_step, self._titles)
        self._leaving = Leaving(register, self.model, bench, hooks)
        self._make_parts(row_px)
        self._lay_out()
        self._connect()

    # making it

    def _make_model(self) -> None:
        spec = self.register.table
        self.model = RegisterModel(spec, self._listing, self)
        self.model.year = self._hooks.clock.today().year
        kept = self._memory.mapping("sort")
        if kept.get("sort") in {part.sort for part in spec.columns if part.sort}:
            self.model.query = replace(
                self.model.query, sort=str(kept["sort"]), descending=bool(kept.get("descending"))
            )

    def _make_parts(self, row_px: int) -> None:
        spec = self.register.table
        self.view = ListView(self.model, self._memory, shown(self.register.title))
        self.view.fit_rows(row_px)
        self.search = SearchField(shown(spec.search_hint) or self.tr("在本页查找"))
        self.filters = FilterBar(spec.segments, spec.filters, self._listing.choices)
        self.filters.choose(self.model.query)
        self.panel = SidePanel(self.actions_of.by_key, self._hooks.open_attachment, self.panel_key)
        self.tools = TabTools(self, self.actions_of.by_key, self.register.actions, self._hooks)
        self.empty = EmptyState()
        self._footer, self._keys = label("", "small"), label("", "small")
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._sheet_timer = QTimer(self, singleShot=True, interval=SHEET_PAUSE)

    def _lay_out(self) -> None:
        self._pile = QStackedWidget()
        self._pile.addWidget(holding(column(*self._under_each_other(), spacing=2)))
        self._pile.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._pile)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.panel.setMinimumWidth(chars(self, PANEL - 4))
        self._pile.setMinimumWidth(chars(self, 20))
        self._restore_splitter()
        box: QVBoxLayout = column(*self._bars(), self._main(), spacing=7, margins=(14, 10, 14, 6))
        box.setStretch(box.count() - 1, 1)
        self.setLayout(box)

    def _under_each_other(self) -> Sequence[Part]:
        """Return the list and what stands below it."""
        return self.view, row(self._footer, None, self._keys, margins=(4, 2, 4, 0))

    def _bars(self) -> Sequence[QWidget]:
        """Return what stands above list and panel."""
        self.tools.lay_out(self.search)
        return self.tools, self.filters

    def _main(self) -> QWidget:
        """Return what takes the room that is left."""
        return self.splitter

    def _restore_splitter(self) -> None:
        state = self._memory.state("splitter")
        if state.isEmpty() or not self.splitter.restoreState(state):
            width = chars(self, PANEL)
            self.splitter.setSizes([4 * width, width])
        self.panel.setHidden(not self._panel_wanted())

    def _connect(self) -> None:
        self.view.stepped.connect(self.do_next_step)
        self.view.selected.connect(lambda _row: self._show_current())
        self.view.sort_asked.connect(self._sort)
        self.view.horizontalHeader().customContextMenuRequested.connect(self.tools.choose_columns_here)
        self.filters.changed.connect(self.reload)
        self.search.changed.connect(self.reload)
        self.search.left.connect(self.view.setFocus)
        self.panel.previous.connect(lambda: self.go(-1))
        self.panel.next.connect(lambda: self.go(1))
        self.panel.closed.connect(self.toggle_panel)
        self.panel.unmask_asked.connect(self.unmask)
        self.model.dataChanged.connect(lambda *_: self._ticked())
        self._counting.timeout.connect(self._count)
        self._sheet_timer.timeout.connect(self._show_sheet)
        self.splitter.splitterMoved.connect(lambda *_: self._memory.keep("splitter", self.splitter.saveState()))

    # what is shown

    def note_change(self) -> None:
        """Read anew: at once where it is seen, else when it is looked at next."""
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        """Read anew if something changed since the last reading."""
        if self._stale:
            self._read_choices()
            self.reload()

    def _read_choices(self) -> None:
        self.filters.read_choices()

    def refresh(self) -> None:
        """Read everything anew (F5)."""
        self._stale = True
        self.refresh_if_stale()

    def reload(self) -> None:
        """Read the list of the present filter; the current record stays current where it is still listed."""
        record, place = self.current_record(), self.view.currentIndex().row()
        query = self._asked()
        self._bench.run(lambda: self._read(query, record, place))

    def _asked(self) -> Query:
        """Return the query as it is chosen."""
        return self.filters.apply_to(replace(self.model.query, search=self.search.text().strip()))

    def _read(self, query: Query, record: int | None, place: int) -> None:
        counted_for = (query.search, dict(query.filters))
        if self._stale or counted_for != self._counted_for:
            self._counted_for = counted_for
            self._counting.start()
        self._stale = False
        self.model.masks = self._hooks.masks()
        self._show_query(query)
        self.view.show_sort(query.sort, descending=query.descending)
        found = self.model.row_of(record) if record is not None else -1
        self.view.go_to(found if found >= 0 else min(max(place, 0), self.model.rowCount() - 1))
        self._show_emptiness(query)  # first: it says whether the panel is seen at all
        self._show_current()
        self._say_how_many()

    def _show_query(self, query: Query) -> None:
        """Show a query in the columns it asks for."""
        columns = self.register.columns_for(self._listing, query)
        if [(part.key, part.title) for part in columns] == [(p.key, p.title) for p in self.model.columns]:
            self.model.show_query(query)
        else:
            self.model.show_query(query, columns)
            self.view.show_other_columns()

    def _count(self) -> None:
        """Count the segments; it follows the list, which the clerk waits for."""
        self._counting.stop()
        self._bench.run(lambda: self.filters.show_counts(self._listing.counts(self.model.query)))

    def current_record(self) -> int | None:
        """Return the id of the current record."""
        place = self.view.currentIndex().row()
        return self.model.id_at(place) if 0 <= place < self.model.rowCount() else None

    def words(self, record: int) -> str:
        """Return by what people tell a record from others: as the panel says it, else as a search does."""
        if self.panel.isVisibleTo(self) and (words := self.panel.words()):
            return words
        title, explained = self.register.table.headline(self._listing.rows([record])[0])
        return f"{title}　{explained.partition('　')[0]}"

    def show_record(self, record: int) -> None:
        """Make a record current, dropping the filter where it hides it."""
        self.refresh_if_stale()
        if self.model.row_of(record) < 0:
            self.clear_filter()
        self.view.go_to(self.model.row_of(record))
        self.view.setFocus()

    def clear_filter(self) -> None:
        """Show every record again."""
        self.search.clear_quietly()
        self.filters.clear()

    def filter_in_words(self) -> str:
        """Return what narrows the list, in words, empty for nothing."""
        searched = [self.model.query.search] if self.model.query.search else []
        return "、".join([*self.filters.in_words(), *searched])

    def _show_current(self) -> None:
        record, place = self.current_record(), self.view.currentIndex().row()
        current = self.model.row_at(place) if record is not None else None
        if record != self.model.unmasked:
            self.model.unmask(None)
        self.actions_of.follow(current, record, self.model.ticked_in_order())
        self._say_keys(current)
        if record is None:
            self.panel.show_nothing()
        elif self.panel.isVisibleTo(self):
            self._show_detail(record)

    def _say_keys(self, current: Any) -> None:
        step = self.actions_of.by_key.get(self.register.next_step(current)) if current is not None else None
        enter = self.tr("回车 = {step}").format(step=step.text().removesuffix("…")) if step and step.isEnabled() else ""
        self._keys.setText("　".join(part for part in (enter, self.tr("空格 = 勾选")) if part))

    def _show_detail(self, record: int) -> None:
        detail = self._listing.detail(record)
        self.panel.show_detail(detail, masks=self.model.masks and record != self.model.unmasked)
        if detail.sheet:
            self._sheet_timer.start()

    def _show_sheet(self) -> None:
        record = self.current_record()
        if record is not None and self.panel.isVisible():
            form = self._listing.detail(record).sheet
            self._bench.run(
                lambda: self.panel.show_sheet(
                    self._hooks.sheet(self.register.key, form, record, self.panel.sheet_width())
                )
            )

    def _ticked(self) -> None:
        self._say_how_many()
        self._show_actions()

    def _show_actions(self) -> None:
        record = self.current_record()
        current = self.model.row_at(self.view.currentIndex().row()) if record is not None else None
        self.actions_of.follow(current, record, self.model.ticked_in_order())

    def _say_how_many(self) -> None:
        said = self.tr("共 {n} 条").format(n=f"{self.model.rowCount():,}")
        if ticked := len(self.model.ticked):
            said += "，" + self.tr("已勾选 {n} 条").format(n=ticked)
        self._footer.setText(said)

    def _show_emptiness(self, query: Query) -> None:
        empty = self.model.rowCount() == 0
        self._pile.setCurrentIndex(int(empty))
        bare = self._chosen_by_clerk(query)
        first = empty and not bare.search and not bare.filters and self._holds_nothing(bare)
        self.filters.setHidden(first)
        self.panel.setHidden(empty or not self._panel_wanted())
        if empty:
            self._say_why(bare, first=first)

    def _chosen_by_clerk(self, query: Query) -> Query:
        """Return the query without what the tab narrows by itself."""
        return query

    def _lock_of(self, action: Action) -> str:
        """Return why an action is not possible now, whatever the row."""
        return self._bench.locked(action)

    def _holds_nothing(self, query: Query) -> bool:
        everything = self._listing.counts(query).get("all")
        return everything is None or not everything.count

    def _say_why(self, query: Query, *, first: bool) -> None:
        filtered = query.search or query.filters or query.segment != self.register.table.start_segment
        if first:
            said = self.register.empty
            self.empty.say_first(self.register.icon, said, self.actions_of.by_key.get(said.action))
        elif filtered:
            self.empty.say_none(self.register.title, self.filter_in_words(), self.clear_filter)
        else:
            self.empty.say_done(self.register.title, self.clear_filter)

    # what is done

    def _do(self, action: Action, ids: Sequence[int]) -> None:
        """Do an action; 修改 shows whole what the panel hides, and that is journalled as if it was asked for."""
        if ids and not self._bench.run(lambda: self.model.holds(ids)):
            self.refresh()
            return
        if action.key == "edit":
            self.unmask()
        self._bench.do(action, ids)

    def do_next_step(self, place: int) -> None:
        """Do the next step of a row."""
        self.view.go_to(place)
        self.actions_of.trigger(self.register.next_step(self.model.row_at(place)))

    def go(self, by: int) -> None:
        """Go to the previous or next record."""
        self.view.go_to(self.view.currentIndex().row() + by)

    def toggle_panel(self) -> None:
        """Open or close the panel, and remember it."""
        wanted = not self.panel.isVisibleTo(self)
        self._memory.keep("panel_narrow" if self._narrow else "panel", wanted)
        self.panel.setHidden(not wanted)
        self._show_current()

    def unmask(self) -> None:
        """Show what the panel hides of the current record until another one is current; that is journalled."""
        record = self.current_record()
        if record is not None and self.model.masks and record != self.model.unmasked:
            self._bench.run(lambda: self._unmask(record))

    def _unmask(self, record: int) -> None:
        if self._listing.detail(record).hides:
            self._hooks.unmask(self.register, record, self.words(record))
            self.model.unmask(record)
            self._show_current()

    def tick_all(self) -> None:
        """Tick everything listed, or nothing where everything is ticked."""
        self.model.tick_all(on=len(self.model.ticked) < self.model.rowCount())

    def copy(self) -> None:
        """Copy the ticked rows, else the current one."""
        places = [self.model.row_of(record) for record in self.model.ticked_in_order()]
        current = self.view.currentIndex().row()
        if places or current >= 0:
            self._leaving.copy(self._leaving_columns(), places or [current])

    def print_list(self) -> None:
        """Print the whole filtered list."""
        self._bench.run(lambda: self._leaving.print_list(self.view.shown_columns(), self.filter_in_words()))

    def export(self) -> None:
        """Export the whole filtered list."""
        self._bench.run(lambda: self._leaving.export(self.view.shown_columns(), self.filter_in_words()))

    def adapt(self, window_width: int, row_px: int) -> None:
        """Fit the tab to the window's width and the row height."""
        narrow = window_width < NARROW
        self.tools.fold_late(window_width < NARROWER)
        self.filters.hide_last_combo(narrow)
        self._keys.setHidden(window_width < NARROWER)
        self.view.fit_rows(row_px)
        self.panel.setMinimumWidth(chars(self, PANEL - 4))
        if narrow != self._narrow:
            self._narrow = narrow
            self.panel.setHidden(not self._panel_wanted() or self.model.rowCount() == 0)
            self._show_current()

    def forget_layout(self) -> None:
        """Go back to the declared columns and sizes."""
        self._memory.forget()
        self.view.forget_columns()
        self._restore_splitter()

    def _panel_wanted(self) -> bool:
        key, usual = ("panel_narrow", False) if self._narrow else ("panel", self.panel_usual)
        return self._memory.flag(key, usual=usual)

    def panes(self) -> list[QWidget]:
        """Return what Ctrl+F6 goes through, in reading order."""
        return [self.search, self.view, *self.panel.buttons()]

    def _sort(self, sort: str, descending: bool) -> None:
        kept = sort or self.register.table.start_sort
        self._memory.keep("sort", {"sort": kept, "descending": descending} if sort else {})
        self.model.query = replace(self.model.query, sort=kept, descending=descending)
        self.reload()

    def _leaving_columns(self) -> Sequence[Any]:
        return [part for part in self.view.shown_columns() if part.kind != "next_step"]
