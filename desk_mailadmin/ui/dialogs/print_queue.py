"""The print queue: one window for all batches, a row for every paper, and what became of it (UI.md 8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QProgressBar, QTableView, QWidget

from desk_mailadmin.batch import Outcome, Ready
from desk_mailadmin.papers import Paper, Papers
from desk_mailadmin.ui.chip_delegate import ChipDelegate
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.preview_job import Tray
from desk_mailadmin.ui.dialogs.print_run import PrintRun, QueueRow, RowState
from desk_mailadmin.ui.dialogs.printing import PrintOrder
from desk_mailadmin.ui.dialogs.queue_table import FORM, WIDTHS, QueueTable
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.unfinished import Unfinished

_DONE = frozenset({RowState.PRINTED, RowState.FAILED, RowState.LEFT})


class PrintQueue(DialogFrame):
    """Prints in the order of its rows while the window goes on; ``told`` carries a sentence for the status bar.

    ``finished`` (of Qt) comes when it is closed; it closes only when nothing is with the printer.
    """

    told = Signal(str)

    def __init__(
        self,
        papers: Papers,
        unfinished: Unfinished,
        prompter: Prompter,
        send: Callable[[PrintOrder], None],
        *,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", (980, 600), memory=memory, parent=parent)
        self.setWindowTitle(self.tr("打印队列"))
        self._papers, self._prompter = papers, prompter
        self.run = PrintRun(papers, unfinished, send, self)
        self.table = QueueTable(self.run)
        self.view = QTableView()
        self._closing = False
        self._build()
        self._dress()
        self._connect()

    def add(
        self,
        outcomes: Sequence[Outcome],
        copies: Sequence[int],
        tray: Tray,
        anew: Callable[[Paper], Paper] = lambda paper: paper,
    ) -> None:
        """Print these papers after those that wait; EnvironmentFault where the batch cannot be noted.

        ``anew`` returns a paper as its record stands at its turn: what was changed or voided since is not printed.
        """
        wanted = tuple(copies)
        by = self._papers.present()
        rows = [
            QueueRow(one.drawing, one.copies if isinstance(one, Ready) else wanted, tray, one, anew, by=by)
            for one in outcomes
        ]
        self._closing = False
        self.run.start(self.table.add(rows))
        forms = list(dict.fromkeys(one.drawing.title for one in self.run.rows))
        self.view.setColumnHidden(FORM, len(forms) == 1)
        self.setWindowTitle(self.tr("打印队列　{forms}").format(forms="、".join(forms)))
        self._show()

    def print_failed(self) -> None:
        """Print again what failed, and nothing else."""
        self._again(self._places(RowState.FAILED))

    def print_left(self) -> None:
        """Print what was not reached."""
        self._again(self._places(RowState.LEFT))

    def print_selected(self) -> None:
        """Print the selected papers again; those that were printed become another print of their own."""
        rows, places = self.run.rows, self._selected()
        printed = sum(rows[place].state is RowState.PRINTED for place in places)
        question = self.tr("选中的有 {count} 份已经打印过。再打会记为又一次打印，二维码换新，先前那张要撤掉。")
        if printed and not self._prompter.confirm(question.format(count=printed), self.tr("再打")):
            return
        self._again(places)

    def stop(self) -> None:
        """Let the present sheet end and leave the rest."""
        self.run.stop()
        self._show()

    def reject(self) -> None:
        self.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.run.is_running:
            event.ignore()
            self.leave()
        else:
            super().closeEvent(event)

    def leave(self) -> bool:
        """Close, asking first while it prints; say whether it closes (once the present sheet has ended)."""
        if self._closing:
            return True
        if self.run.is_running:
            at, of = self.run.progress
            question = self.tr(
                "正在打印第 {at} / {of} 份。停下来的话，正在打的这份打完，其余留着，下次打开台账时提醒。"
            )
            if not self._prompter.confirm(question.format(at=at, of=of), self.tr("停止并关闭")):
                return False
            self._closing = True
            self.run.stop()
        else:
            self._close()
        return True

    def _close(self) -> None:
        self.run.close()
        self.done(0)

    def _again(self, places: Sequence[int]) -> None:
        if places:
            self.run.again(places)
            self._show()

    def _places(self, state: RowState) -> list[int]:
        return [place for place, one in enumerate(self.run.rows) if one.state is state]

    def _selected(self) -> list[int]:
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [place for place in places if self.run.rows[place].state in _DONE]

    def _build(self) -> None:
        self.headline = label(role="h2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(self.tr("打印进度"))
        self.go_on_button = Button(self.tr("继续"), "rotate-cw")
        self.trouble = Banner("red", "", self.go_on_button)
        self.trouble.hide()
        self.stop_button = Button(self.tr("停止"), "x")
        self.failed_button = Button(self.tr("只重打失败的"), "rotate-cw")
        self.left_button = Button(self.tr("打完剩下的"), "printer")
        self.selected_button = Button(self.tr("再打选中的"), "printer")
        self.close_button = Button(self.tr("关闭"))
        body = column(row(self.headline, None), self.bar, self.trouble, spacing=8, margins=(16, 14, 16, 12))
        body.addWidget(self.view, 1)
        self.lay_out(
            holding(body), self.stop_button, self.failed_button, self.left_button, self.selected_button, None,
            self.close_button,
        )  # fmt: skip

    def _dress(self) -> None:
        self.view.setModel(self.table)
        self.view.setItemDelegate(ChipDelegate(self.view))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setAccessibleName(self.tr("打印队列"))
        self.view.verticalHeader().hide()
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        for place, width in enumerate(WIDTHS):
            if width:
                self.view.setColumnWidth(place, chars(self.view, width) + 8)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        on_click(self.stop_button, self.stop)
        on_click(self.go_on_button, self._go_on)
        on_click(self.failed_button, self.print_failed)
        on_click(self.left_button, self.print_left)
        on_click(self.selected_button, self.print_selected)
        on_click(self.close_button, self.leave)
        self.run.changed.connect(self._on_changed)
        self.run.paused.connect(self._on_paused)
        self.run.ended.connect(self._on_ended)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show())

    def _go_on(self) -> None:
        self.trouble.hide()
        self.run.go_on()
        self._show()

    def _on_changed(self, place: int) -> None:
        if self.run.rows[place].state is RowState.PRINTING:
            if not self.view.selectionModel().hasSelection():  # a clerk who reads is not pulled away
                self.view.scrollTo(self.table.index(place, 0), QAbstractItemView.ScrollHint.EnsureVisible)
            self._show()

    def _on_paused(self, why: str) -> None:
        remedy = self.tr("看看打印机是否开机、连好、有纸，再按“继续”；不打了就按“停止”。")
        self.trouble.say("red", why + remedy)
        self.trouble.show()
        self._show()

    def _on_ended(self) -> None:
        self.trouble.hide()
        self._show()
        self.told.emit(self._summary())
        failed = self._places(RowState.FAILED)
        if failed:
            self.view.scrollTo(self.table.index(failed[0], 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        if self._closing:
            self._close()

    def _show(self) -> None:
        running, (at, of) = self.run.is_running, self.run.progress
        self.headline.setText(self._headline(at, of) if running else self._summary())
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(at - 1 if running else of)
        failed, left = len(self._places(RowState.FAILED)), len(self._places(RowState.LEFT))
        self.failed_button.say(
            self.tr("只重打失败的 {count} 份").format(count=failed) if failed else self.tr("只重打失败的")
        )
        self.left_button.say(self.tr("打完剩下的 {count} 份").format(count=left))
        self.stop_button.setVisible(running)
        self.failed_button.setEnabled(bool(failed) and not running)
        self.left_button.setVisible(bool(left) and not running)
        self.selected_button.setEnabled(bool(self._selected()) and not running)
        waits = self.tr("打完这一批，或按“停止”以后，才能再打")
        self.failed_button.setToolTip(waits if running else "" if failed else self.tr("没有失败的"))
        self.selected_button.setToolTip(waits if running else self.tr("先在表里选中要再打的，可以选多份"))

    def _headline(self, at: int, of: int) -> str:
        if self.run.is_paused:
            return self.tr("打印停住了　第 {at} / {of} 份").format(at=at, of=of)
        return self.tr("正在打印　第 {at} / {of} 份").format(at=at, of=of)

    def _summary(self) -> str:
        counts = Counter(one.state for one in self.run.rows)
        parts = [self.tr("已打印 {count} 份").format(count=counts[RowState.PRINTED])]
        if counts[RowState.FAILED]:
            parts.append(self.tr("{count} 份没有打成").format(count=counts[RowState.FAILED]))
        if counts[RowState.LEFT]:
            parts.append(self.tr("{count} 份没有打").format(count=counts[RowState.LEFT]))
        return "，".join(parts)
