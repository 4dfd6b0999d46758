"""Printing paper after paper: drawn ahead in a thread, sent in another, kept once the printer took it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from PySide6.QtCore import QObject, Signal

from desk_mailadmin.batch import Outcome, Ready, Refused, draw, portions
from desk_mailadmin.documents.renderer import BATCH_SHEETS, VOID
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault, UserError
from desk_mailadmin.papers import Drawing, Paper, Papers
from desk_mailadmin.store.gate import Person
from desk_mailadmin.store.print_archive import Part
from desk_mailadmin.ui.dialogs.background import Latest
from desk_mailadmin.ui.dialogs.preview_job import Tray
from desk_mailadmin.ui.dialogs.printing import PrinterGone, PrintOrder
from desk_mailadmin.ui.shown import said, shown
from desk_mailadmin.unfinished import Unfinished

FAULTS_IN_A_ROW = 3
"""So many papers refused one after the other are taken for a printer that needs a hand."""


class RowState(StrEnum):
    """What became of a paper; LEFT was stopped before its turn."""

    WAITING = "waiting"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    LEFT = "left"


@dataclass(slots=True, eq=False)
class QueueRow:
    """A paper of the queue; ``why`` is the printer's or the form's sentence, ``pages`` 0 while nobody knows.

    ``anew`` returns the paper as its record stands now, or raises UserError where it cannot be printed any more.
    ``by`` ordered it: the journal names that person, though another one came to the desk meanwhile.
    """

    drawing: Drawing
    copies: tuple[int, ...]
    tray: Tray
    outcome: Outcome | None = None
    anew: Callable[[Paper], Paper] = lambda paper: paper
    state: RowState = RowState.WAITING
    why: str = ""
    pages: int = 0
    times: int = 0
    by: Person | None = None


class PrintRun(QObject):
    """Prints rows in their order; a row that fails does not stop the others, a printer that is gone does.

    ``changed`` carries the place of a row, ``paused`` why it waits for the clerk, ``ended`` comes when none is left.
    """

    changed = Signal(int)
    paused = Signal(str)
    ended = Signal()

    def __init__(
        self, papers: Papers, unfinished: Unfinished, send: Callable[[PrintOrder], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._papers, self._unfinished, self._send = papers, unfinished, send
        self.rows: list[QueueRow] = []
        self._order: deque[int] = deque()
        self._total = self._faults = 0
        self._sending: int | None = None
        self._being_drawn: Sequence[int] = ()
        self._is_paused = self._is_stopping = self._is_open = False
        self._kept_file: tuple[bytes, str] = (b"", "")
        self._drawer, self._sender = Latest(self), Latest(self)
        self._drawer.ready.connect(self._on_drawn)
        self._sender.ready.connect(self._on_sent)
        self._sender.refused.connect(self._on_refused)
        for worker in (self._drawer, self._sender):
            worker.broken.connect(self._on_broken)

    @property
    def is_running(self) -> bool:
        """Say whether a paper is being printed or waits for its turn."""
        return self._sending is not None or bool(self._order)

    @property
    def is_paused(self) -> bool:
        """Say whether it waits for the clerk."""
        return self._is_paused

    @property
    def progress(self) -> tuple[int, int]:
        """Return the how-manieth paper it is at, of how many."""
        waits = self._sending is None and bool(self._order)
        return self._total - len(self._order) + waits, self._total

    def start(self, places: Sequence[int]) -> None:
        """Print these rows after those that wait already; EnvironmentFault where the batch cannot be noted."""
        rows = [self.rows[place] for place in places]
        self._unfinished.begin([row.drawing for row in rows])
        if not self.is_running:
            self._total = self._faults = 0
        self._total += len(places)
        self._is_open, self._is_stopping = True, False
        self._order.extend(places)
        for place in places:
            self._mark(place, RowState.WAITING)
        self._step()

    def again(self, places: Sequence[int]) -> None:
        """Print rows anew, each as it is today and with the number of its next print."""
        for place in places:
            row = self.rows[place]
            row.drawing, row.outcome, row.by = self._papers.drawing(_as_it_stands(row)), None, self._papers.present()
        self.start(places)

    def stop(self) -> None:
        """Let the paper that is with the printer end; the rest stays unprinted."""
        rest, self._is_paused, self._is_stopping = tuple(self._order), False, True
        self._order.clear()
        for place in rest:
            self.rows[place].outcome = None
            self._mark(place, RowState.LEFT)
        if self._sending is None:
            self._end()

    def go_on(self) -> None:
        """Go on after a pause."""
        self._is_paused, self._faults = False, 0
        self._step()

    def close(self) -> None:
        """Let the threads go; call it when nothing runs."""
        self._drawer.stop()
        self._sender.stop()

    def _step(self) -> None:
        while self._sending is None and not self._is_paused and self._order:
            place = self._order[0]
            row = self.rows[place]
            if row.outcome is not None and self._is_withheld(place):
                continue
            if row.outcome is not None and not self._papers.is_current(row.drawing):
                row.drawing, row.outcome = self._papers.redrawn(row.drawing, row.by), None
            if row.outcome is None:
                break
            self._order.popleft()
            if isinstance(row.outcome, Refused):
                self._fail(place, said(row.outcome.error))
            else:
                self._hand_over(place, row.outcome)
        self._draw_ahead()
        if not self.is_running:
            self._end()

    def _is_withheld(self, place: int) -> bool:
        """Fail a row whose record was changed or voided since it was drawn; say whether it was."""
        row = self.rows[place]
        try:
            now = row.anew(row.drawing.paper)
        except UserError as error:
            why, gone = said(error), False
        else:
            if now == row.drawing.paper:
                return False
            gone = now.mark == VOID != row.drawing.paper.mark
            changed = self.tr("排好版以后内容改过，没有打印；重打就按现在的内容。")
            why = self.tr("已经作废，没有打印。") if gone else changed
        self._order.popleft()
        self._fail(place, why)
        if gone:
            with suppress(EnvironmentFault):
                self._unfinished.leave_out(row.drawing)
        return True

    def _draw_ahead(self) -> None:
        """Draw the next document, unless one is being drawn or one waits already."""
        ahead = len(list(takewhile(lambda place: self.rows[place].outcome is not None, self._order)))
        places = list(self._order)[ahead : ahead + BATCH_SHEETS]
        if self._being_drawn or not places or ahead >= BATCH_SHEETS // 2:
            return
        copies = self.rows[places[0]].copies
        alike = list(takewhile(lambda place: (row := self.rows[place]).copies == copies and not row.outcome, places))
        portion = portions([self.rows[place].drawing for place in alike], copies)[0]
        self._being_drawn = alike[: len(portion.drawings)]
        self._drawer.run(lambda: draw(portion))

    def _on_drawn(self, outcomes: Sequence[Outcome]) -> None:
        places, self._being_drawn = self._being_drawn, ()
        for place, outcome in zip(places, outcomes, strict=True):
            row = self.rows[place]
            if row.state is RowState.WAITING and row.drawing is outcome.drawing:
                row.outcome = outcome
        self._step()

    def _hand_over(self, place: int, ready: Ready) -> None:
        row, tray = self.rows[place], self.rows[place].tray
        try:
            self._keep_file(ready.document)
        except EnvironmentFault as fault:  # a disk that is full: what cannot be kept is not printed
            self._order.appendleft(place)
            self._pause(fault)
            return
        self._sending, row.pages = place, ready.pages
        self._mark(place, RowState.PRINTING)
        title = row.drawing.paper.number or row.drawing.title

        def send() -> None:
            order = PrintOrder(ready.pdf(), title, tray.printer, tray.sets, tray.shift_right, tray.shift_down)
            self._send(order)

        self._sender.run(send)

    def _on_sent(self, _nothing: object) -> None:
        place = self._sent()
        row, ready = self.rows[place], self.rows[place].outcome
        assert isinstance(ready, Ready)
        row.outcome, self._faults = None, 0
        try:
            part = Part(self._keep_file(ready.document), ready.first, ready.pages)
            row.times = self._papers.keep(row.drawing, part, len(ready.copies) * row.tray.sets, row.by)
        except EnvironmentFault as fault:
            self._fail(place, self.tr("已经出纸，但没有留档：{why}").format(why=said(fault)))
            self._pause(fault)
        else:
            self._mark(place, RowState.PRINTED)
        self._step()

    def _on_refused(self, error: DeskError) -> None:
        place = self._sent()
        if isinstance(error, PrinterGone) and not self._is_stopping:
            self._order.appendleft(place)
            self._mark(place, RowState.WAITING)
            self._pause(error)
        else:
            self._faults += 1
            self._fail(place, _reason(error))
            if self._faults >= FAULTS_IN_A_ROW and self._order:
                self._pause(error)
        self._step()

    def _on_broken(self, error: BaseException) -> None:
        if self._sending is not None:
            self._fail(self._sent(), self.tr("程序出错，没有打印。"))
        self._being_drawn = ()
        self.stop()
        raise error

    def _sent(self) -> int:
        assert self._sending is not None
        place, self._sending = self._sending, None
        return place

    def _keep_file(self, document: bytes) -> str:
        if self._kept_file[0] is not document:
            self._kept_file = (document, self._papers.keep_file(document))
        return self._kept_file[1]

    def _fail(self, place: int, why: str) -> None:
        self.rows[place].outcome = None
        self._mark(place, RowState.FAILED, why)
        with suppress(EnvironmentFault):  # the note only helps after a crash
            self._unfinished.failed(self.rows[place].drawing)

    def _mark(self, place: int, state: RowState, why: str = "") -> None:
        self.rows[place].state, self.rows[place].why = state, why
        self.changed.emit(place)

    def _pause(self, fault: DeskError) -> None:
        self._is_paused = True
        self.paused.emit(said(fault))

    def _end(self) -> None:
        if not self._is_open:
            return
        self._is_open, self._kept_file = False, (b"", "")
        with suppress(EnvironmentFault):
            self._unfinished.settle()
        self.ended.emit()


def _as_it_stands(row: QueueRow) -> Paper:
    """Return the paper of a row by its record of today; what was voided since is left as it was, and then withheld."""
    before = row.drawing.paper
    try:
        now = row.anew(before)
    except UserError:
        return before
    return before if now.mark == VOID else now


def _reason(error: DeskError) -> str:
    """Return why a paper was not printed; the row says already which it is."""
    reason = error.values.get("reason")
    return shown(str(reason)) if reason else said(error)
