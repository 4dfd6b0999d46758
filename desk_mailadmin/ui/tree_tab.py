"""The tab of a register with a tree: places at the left, the list, pages about its record and the papers below."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSplitter, QWidget

from desk_mailadmin.kernel.tree_view import Page, Picked
from desk_mailadmin.ui.dialogs.pieces import Part, holding, label, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.halved_tab import HalvedTab
from desk_mailadmin.ui.place_card import PlaceCard
from desk_mailadmin.ui.place_tree import PlaceTree
from desk_mailadmin.ui.record_pages import RecordPages
from desk_mailadmin.ui.register_tab import NARROW, NARROWER
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tier_card import TierCard

PLACES = 17  # characters of the tree's width (227 px at 10 pt)
PLACES_NARROW = 15
TIERS = 20  # characters of the papers' width
LOW = 660  # px of the window's height under which the pages start closed


class TreeTab(HalvedTab):
    """The list is narrowed by the tree or by the combos above it, which say the same."""

    low = LOW

    # making it

    def _make_parts(self, row_px: int) -> None:
        super()._make_parts(row_px)
        assert self.register.tree is not None, "tab_for makes this tab of registers with a tree alone"
        self._tree, actions = self.register.tree, self.actions_of.by_key
        self.places = PlaceTree(self._memory.under("tree"), shown(self._tree.everything) or self.tr("部门"))
        self.place_card = PlaceCard(self.places, actions)
        self.pages = RecordPages(self._tree.pages, actions.get(self._tree.link), actions, self._memory.under("pages"))
        self.pages.fit_rows(row_px)
        self.tiers = TierCard(shown(self._tree.tiers_title), actions, self._memory.under("tiers"))
        self.legend = self._make_legend()
        self.picker, self._picker_title = QComboBox(), label("", "muted")
        self.picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tools.add("view", self.tr("变更历史和打印"), "table", "F9", self.toggle_lower)

    def _make_legend(self) -> QLabel:
        parts = [
            f"<b>{html.escape(shown(sign))}</b>&nbsp;{html.escape(shown(what))}" for sign, what in self._tree.legend
        ]
        title = html.escape(shown(self._tree.legend_title))
        made = QLabel("&nbsp;&nbsp;".join([f"{title}：", *parts]) if parts else "")
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setProperty("role", "small")
        made.setMinimumWidth(10)
        made.setAccessibleName("，".join(f"{shown(sign)} {shown(what)}" for sign, what in self._tree.legend))
        return made

    def _under_each_other(self) -> Sequence[Part]:
        foot = row(self.legend, self._footer, self._keys, spacing=14, margins=(4, 2, 4, 0))
        foot.setStretch(0, 1)
        return self.view, foot

    def _bars(self) -> Sequence[QWidget]:
        self.tools.lay_out(self.search)
        filters = row(self.filters, self._picker_title, self.picker)
        filters.setStretch(0, 1)
        return self.tools, holding(filters)

    def _main(self) -> QWidget:
        below = row(self.pages, self.tiers, spacing=10)
        below.setStretch(0, 1)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setHandleWidth(8)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(self.place_card)
        self.sides.addWidget(self._make_halves(holding(below)))
        self.sides.setStretchFactor(1, 1)
        self._restore_sides()
        return self.sides

    def _restore_sides(self) -> None:
        """Give the tree its usual width, or the one the clerk gave it."""
        usual = chars(self, PLACES_NARROW if self._narrow else PLACES)
        self.place_card.setMinimumWidth(chars(self, PLACES_NARROW - 2))
        state = self._memory.state("sides")
        if state.isEmpty() or not self.sides.restoreState(state):
            self.sides.setSizes([usual, max(self.width() - usual, usual)])

    def _connect(self) -> None:
        super()._connect()
        self.places.chosen.connect(self._go_to_place)
        self.places.moved.connect(self._move_place)
        self.places.put.connect(self._put_place)
        self.sides.splitterMoved.connect(lambda *_: self._memory.keep("sides", self.sides.saveState()))
        self.picker.activated.connect(lambda _place: self._pick())

    # what is read

    def _read_choices(self) -> None:
        super()._read_choices()
        self._bench.run(self._read_places)

    def _read_places(self) -> None:
        self.places.show_nodes(self._tree.nodes(self._listing))
        self.place_card.show_progress(self._tree.progress(self._listing))
        self.tiers.show_tiers(self._tree.tiers(self._listing))
        self._show_picked(self._tree.pick(self._listing))

    def _show_picked(self, picked: Picked | None) -> None:
        self.picker.setVisible(picked is not None)
        self._picker_title.setVisible(picked is not None)
        if picked is None:
            return
        self._picker_title.setText(shown(picked.title))
        self.picker.setAccessibleName(shown(picked.title))
        with QSignalBlocker(self.picker):
            self.picker.clear()
            for key, title in picked.choices:
                self.picker.addItem(shown(title), key)
            self.picker.setCurrentIndex(max(self.picker.findData(picked.chosen), 0))

    def _pick(self) -> None:
        key = str(self.picker.currentData() or "")
        self._bench.run(lambda: self._tree.picked(self._listing, key))
        self.refresh()

    def _read(self, query: Any, record: int | None, place: int) -> None:
        super()._read(query, record, place)
        self.places.mark(query.filters)

    def _show_current(self) -> None:
        super()._show_current()
        if self.pages.isVisibleTo(self):
            self._read_lower()

    def _read_lower(self) -> None:
        record = self.current_record()
        head = None if record is None else self._tree.head(self._listing, record)

        def rows(page: Page) -> Sequence[Any]:
            return page.rows(self._listing, record) if record is not None else ()

        self.pages.show_record(head, rows, self.model.year)

    # going about

    def _go_to_place(self, filters: Mapping[str, str]) -> None:
        """List a place: its filters take the place of those of the tree, the others stay."""
        keys = {key for node in self.places.nodes() for key in node.filters}
        kept = {key: value for key, value in self.model.query.filters.items() if key not in keys}
        self.filters.choose(replace(self.model.query, filters={**kept, **filters}))
        self.reload()

    def _move_place(self, key: str, by: int) -> None:
        move = self._tree.move
        if move is not None and not self._bench.read_only:
            self._bench.run(lambda: move(self._listing, key, by))
            self.refresh()

    def _put_place(self, key: str, before: str) -> None:
        put = self._tree.put
        if put is not None and not self._bench.read_only:
            self._bench.run(lambda: put(self._listing, key, before))
            self.refresh()

    def adapt(self, window_width: int, row_px: int) -> None:
        """Fit the tab to the window's size and the row height."""
        self.pages.fit_rows(row_px)
        self.places.redraw()
        self.legend.setVisible(bool(self._tree.legend) and window_width >= NARROWER)
        self.tiers.setFixedWidth(chars(self, TIERS if window_width >= NARROW else TIERS - 4))
        super().adapt(window_width, row_px)
        self._restore_sides()

    def forget_layout(self) -> None:
        """Go back to the declared columns and sizes."""
        super().forget_layout()
        self._restore_sides()

    def panes(self) -> list[QWidget]:
        """Return what Ctrl+F6 goes through, in reading order."""
        tier = [choice for choice in self.tiers.choices if choice.isChecked()]
        return [self.places, *super().panes(), *self.pages.panes(), *tier]
