"""Below a ledger's list: its sums by department, clause or person, and the ladder the current record stands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_mailadmin.kernel.detail import Attachment, Detail
from desk_mailadmin.kernel.ledger_view import Group, LedgerView, Overview
from desk_mailadmin.ui.dialogs.pieces import Button, Chip, column, holding, label, on_click, row, scrolled
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.overview_list import OverviewList, OverviewModel, in_order
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.step_list import StepList
from desk_mailadmin.ui.title import Title

Groups = Callable[[Overview], list[Group]]
MARGINS = (12, 8, 10, 8)


class OverviewCard(QFrame):
    """One overview at a time; the links beside its title lead to the others.

    ``narrowed`` is sent with the overview and the group whose records the clerk wants to see.
    """

    narrowed = Signal(object, object)

    def __init__(self, ledger: LedgerView, groups: Groups, memory: Memory) -> None:
        super().__init__()
        self.setProperty("card", "1")
        self._ledger, self._groups, self._memory = ledger, groups, memory
        shown_first = memory.text("overview")
        found = [each for each in ledger.overviews if each.key == shown_first]
        self.overview = (found or ledger.overviews)[0]
        self._title = label(role="h2")
        self.links = {each.key: Button(shown(each.title), kind="link") for each in ledger.overviews}
        for each in ledger.overviews:
            on_click(self.links[each.key], partial(self.show_overview, each))
        model = OverviewModel(self.overview, ledger.measures, self, brief=True)
        self.list = OverviewList(model, memory.under("list"), shown(self.overview.title))
        self.list.stepped.connect(self._step)
        self.list.sort_asked.connect(lambda sort, _descending: self._sort(sort))
        head = row(self._title, None, *self.links.values(), spacing=4)
        self.setLayout(column(head, self.list, spacing=4, margins=MARGINS))

    def show_overview(self, overview: Overview) -> None:
        """Show another overview and remember it."""
        self.overview = overview
        self._memory.keep("overview", overview.key)
        self.reload()

    def reload(self) -> None:
        """Count anew."""
        measures = self._ledger.measures
        sort = self._memory.text("sort") or measures[0].key
        self._title.setText(self.tr("{title}汇总").format(title=shown(self.overview.title)))
        for key, link in self.links.items():
            link.setVisible(key != self.overview.key)
        groups = in_order(self.overview, measures, self._groups(self.overview), sort)
        self.list.show_groups(self.overview, groups)

    def _sort(self, sort: str) -> None:
        self._memory.keep("sort", sort)
        self.reload()

    def _step(self, place: int) -> None:
        group = self.list.overview_model.row_at(place)
        if not group.is_sum:
            self.narrowed.emit(self.overview, group)


class LadderCard(QFrame):
    """The steps a record stands on: what came before, this one, what would come next."""

    opened = Signal()

    def __init__(self, actions: Mapping[str, QAction], open_attachment: Callable[[Attachment], None]) -> None:
        super().__init__()
        self.setProperty("card", "1")
        self._actions, self._open_attachment = actions, open_attachment
        self._title, self._subtitle = Title("h2"), label(role="muted", wrap=True)
        self._chip: Chip | None = None
        self.open = Button(self.tr("打开"), kind="link", tip=self.tr("详细资料（Shift+F9）"))
        on_click(self.open, self.opened.emit)
        self._beside = row(self._title, spacing=8)
        self._body: QVBoxLayout = column(spacing=0)
        head = row(holding(self._beside), None, self.open, spacing=4)
        self.setLayout(column(head, self._subtitle, self._body, spacing=4, margins=MARGINS))

    def show_ladder(self, ladder: Detail | None) -> None:
        """Show the ladder of another record, or none."""
        self._title.setText(shown(ladder.title) if ladder else self.tr("没有选中的记录"))
        self._title.setToolTip(self._title.text())
        self._subtitle.setText(shown(ladder.subtitle) if ladder else "")
        self._subtitle.setVisible(bool(ladder and ladder.subtitle))
        self.open.setVisible(ladder is not None)
        self._show_chip(ladder)
        self._replace(StepList(ladder.steps if ladder else (), self._actions, self._open_attachment))

    def words(self) -> str:
        """Return the title shown."""
        return self._title.text()

    def _show_chip(self, ladder: Detail | None) -> None:
        state = ladder.state if ladder else None
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if state is not None:
            self._chip = Chip(state.tone.value, state.icon, shown(state.title))
            self._beside.addWidget(self._chip)

    def _replace(self, steps: StepList) -> None:
        """Show other steps, the one that is due in sight."""
        while taken := self._body.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        area = scrolled(holding(column(steps, None)))
        self._body.addWidget(area)
        QTimer.singleShot(0, area, lambda: area.ensureVisible(0, steps.reach(), 0, 0))


class LowerPane(QWidget):
    """Overview and ladder side by side; read only while they are seen."""

    def __init__(self, overview: OverviewCard, ladder: LadderCard) -> None:
        super().__init__()
        self.overview, self.ladder = overview, ladder
        box = row(overview, ladder, spacing=10)
        box.setStretch(0, 5)
        box.setStretch(1, 4)
        self.setLayout(box)

    def panes(self) -> list[QWidget]:
        """Return what Ctrl+F6 goes through."""
        return [self.overview.list, self.ladder.open]
