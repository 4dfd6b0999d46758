"""Sheet after sheet under the scanner: each is registered at once, one row a sheet; what does not fit says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QBrush, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.ui.dialogs.field import FieldRow
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, MessageLine
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, Button, Part, column, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.scan import SCAN_FILTER, Scan, pages_of_scan, scan_from_file
from desk_mailadmin.ui.dialogs.text_fields import DateField
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import icon
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.progress import Stopped, run_modal
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import said, shown
from desk_mailadmin.ui.tokens import tokens


class Outcome(StrEnum):
    """What became of a scanned sheet."""

    DONE = "done"
    NOTED = "noted"  # nothing to register, but the scan was kept
    OFFERED = "offered"  # not yet, but one key does it
    REFUSED = "refused"
    UNDONE = "undone"


class SheetLine(Struct, frozen=True):
    """One scanned sheet in the list: which it is, and what became of it; ``record`` is None for none of ours."""

    number: str
    outcome: Outcome
    text: str
    record: int | None = None
    name: str = ""
    matter: str = ""


class BatchJob(Struct, frozen=True, kw_only=True):
    """What the dialog does with a sheet; each returns the line that stands for it and raises nothing of its own.

    ``take`` gets what was scanned or typed, ``take_page`` a page of a scanned file, ``do_offered`` does what an offered
    line waits for, ``take_back`` undoes a line that was done.
    """

    take: Callable[[str, date], SheetLine]
    take_page: Callable[[Scan, date], SheetLine]
    do_offered: Callable[[SheetLine, date], SheetLine]
    take_back: Callable[[SheetLine], SheetLine]
    today: Callable[[], date]


_LOOK = {
    Outcome.DONE: ("circle-check", "green"),
    Outcome.NOTED: ("paperclip", "text2"),
    Outcome.OFFERED: ("triangle-alert", "amber"),
    Outcome.REFUSED: ("circle-alert", "red"),
    Outcome.UNDONE: ("undo-2", "text2"),
}
_ODD = (Outcome.REFUSED, Outcome.OFFERED)
_WIDTHS = (10, 5, 13)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BatchScanDialog(DialogFrame):
    """Scan after scan; ``lines`` are the sheets in the order they came."""

    def __init__(
        self,
        title: str,
        job: BatchJob,
        prompter: Prompter,
        *,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, (860, 600), memory=memory, parent=parent)
        self._job, self._prompter = job, prompter
        self.lines: list[SheetLine] = []
        self.day = DateField("on", self.tr("签收日期"), today=job.today, required=True)
        self.day.set_value(job.today())
        self.edit = QLineEdit()
        self.edit.setMaxLength(40)
        self.edit.setMinimumHeight(FIELD_HEIGHT)
        self.edit.setPlaceholderText(self.tr("扫描二维码，或输入编号后回车；今年的只写后几位也可以"))
        self.edit.setAccessibleName(self.tr("扫描或输入编号"))
        self.said = MessageLine()
        self.table = self._made_table()
        self.count = label("", "b")
        self._build()
        self.setAcceptDrops(True)
        self._show_count()
        self.edit.setFocus()

    @property
    def done_count(self) -> int:
        """How many sheets were registered and stand."""
        return sum(line.outcome is Outcome.DONE for line in self.lines)

    def take_scan(self, digits: str) -> None:
        """Register a scanned sheet."""
        self.take(digits)

    def take_misread(self, digits: str) -> None:
        """Say in red that a sheet was read wrongly."""
        self.take(digits)

    def take(self, text: str) -> None:
        """Register what was scanned or typed, or say in red why it does not fit."""
        day = self._chosen_day()
        if text and day is not None:
            self._add(self._job.take(text, day))

    def take_file(self, path: Path) -> None:
        """Read every page of a scanned file: each is kept with its sheet, and registered as if it was scanned."""
        day = self._chosen_day()
        if day is None:
            return
        try:
            pages = run_modal(self, self.tr("正在读 {file}").format(file=path.name), lambda report: pages_of_scan(
                scan_from_file(path, report), report))  # fmt: skip
        except Stopped:
            return
        except DeskError as error:
            self._say(said(error))
            return
        first = len(self.lines)
        for page in pages:
            self._add(self._job.take_page(page, day))
        self._show_what_is_odd(path.name, first)

    def take_back(self) -> None:
        """Undo the chosen sheet, or the last."""
        place = self.table.currentRow()
        if 0 <= place < len(self.lines) and self.lines[place].outcome is Outcome.DONE:
            self._replace(place, self._job.take_back(self.lines[place]))
        else:
            self._say(self.tr("这一行没有登记签收，不用撤。"))

    def do_offered(self) -> None:
        """Do what the chosen sheet waits for."""
        place, day = self.table.currentRow(), self._chosen_day()
        if day is not None and 0 <= place < len(self.lines) and self.lines[place].outcome is Outcome.OFFERED:
            self._replace(place, self._job.do_offered(self.lines[place], day))
            offered = [at for at, line in enumerate(self.lines) if line.outcome is Outcome.OFFERED]
            if offered and self.lines[place].outcome is Outcome.DONE:
                self.table.setCurrentCell(next((at for at in offered if at > place), offered[0]), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in _ENTER
            and self.edit.hasFocus()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._take_typed()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.edit.hasFocus():
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take_data(event.mimeData()):
            event.acceptProposedAction()

    def _build(self) -> None:
        above = row(FieldRow(self.day), spacing=8)
        above.addWidget(self.edit, 1)
        hints = self.tr("↑↓ 选一行　扫描文件也可以拖进来，每一页按二维码附到自己的回执上")
        body = column(above, self.said, self.table, label(hints, "small"), spacing=8, margins=(16, 14, 16, 10))
        body.setStretch(2, 1)
        self.lay_out(holding(body), *self._footer())

    def _footer(self) -> list[Part]:
        files = Button(self.tr("扫描文件…"), "file-text")
        self.offer = Button(self.tr("送出并签收"), "send")
        self.back = Button(self.tr("撤掉这一张"), "undo-2")
        done = Button(self.tr("完成"), "check", "primary")
        for button, act, keys in (
            (files, self._choose_file, "Ctrl+O"),
            (self.offer, self.do_offered, "F8"),
            (self.back, self.take_back, "F4"),
        ):
            on_click(button, act)
            self.on_keys(keys, button)
            button.say(f"{button.text().strip()}（{keys}）")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        on_click(done, self.accept)
        self.make_primary(done)
        return [self.count, None, files, self.offer, self.back, done]

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setHorizontalHeaderLabels([self.tr("编号"), self.tr("姓名"), self.tr("事项"), self.tr("结果")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(FIELD_HEIGHT + 2)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(_WIDTHS):
            table.setColumnWidth(place, chars(self, width) + 24)
        table.setAccessibleName(self.tr("扫过的单据"))
        table.currentCellChanged.connect(lambda *_: self._show_buttons())
        return table

    def _chosen_day(self) -> date | None:
        if not self.day.check():
            self._say(self.tr("先把签收日期改对。"))
            self.day.take_focus()
            return None
        chosen: date | None = self.day.value()
        return chosen

    def _take_typed(self) -> None:
        text = self.edit.text().strip()
        self.edit.clear()
        self.take(text)

    def _choose_file(self) -> None:
        path = self._prompter.open_path(self.tr("选扫描件"), filters=shown(SCAN_FILTER))
        if path:
            self.take_file(path)

    def _take_data(self, data: QMimeData) -> bool:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        for path in paths:
            self.take_file(path)
        return bool(paths)

    def _add(self, line: SheetLine) -> None:
        self.lines.append(line)
        self.table.insertRow(self.table.rowCount())
        self._write(len(self.lines) - 1)
        self.table.setCurrentCell(len(self.lines) - 1, 0)
        self._tell(line)

    def _show_what_is_odd(self, name: str, first: int) -> None:
        """Say of a file of many pages how many need a hand, and go to the first of them."""
        odd = [at for at in range(first, len(self.lines)) if self.lines[at].outcome in _ODD]
        if odd and len(self.lines) - first > 1:
            self.table.setCurrentCell(odd[0], 0)
            words = self.tr("{file} 读完，{count} 张里有 {odd} 张没有登记，已选中第一张，其余往下找标色的行。")
            count = len(self.lines) - first
            self.said.show_message(Message(MessageKind.WARNING, words.format(file=name, count=count, odd=len(odd))))

    def _replace(self, place: int, line: SheetLine) -> None:
        self.lines[place] = line
        self._write(place)
        self._tell(line)

    def _tell(self, line: SheetLine) -> None:
        kinds = {Outcome.REFUSED: MessageKind.ERROR, Outcome.OFFERED: MessageKind.WARNING}
        if line.outcome in kinds:
            QApplication.beep()
        words = "　".join(part for part in (line.number, line.name, line.text) if part)
        self.said.show_message(Message(kinds.get(line.outcome, MessageKind.OK), words))
        self._show_count()
        self._show_buttons()

    def _write(self, place: int) -> None:
        line = self.lines[place]
        name, ink = _LOOK[line.outcome]
        for column_number, text in enumerate((line.number, line.name, line.matter, line.text)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column_number == len(_WIDTHS):
                item.setIcon(icon(name, ink))
            if column_number == len(_WIDTHS) or line.outcome is Outcome.REFUSED:
                item.setForeground(QBrush(tokens().colour(ink)))
            self.table.setItem(place, column_number, item)

    def _step(self, by: int) -> None:
        last = len(self.lines) - 1
        self.table.setCurrentCell(min(max(self.table.currentRow() + by, 0), last), 0)

    def _show_buttons(self) -> None:
        place = self.table.currentRow()
        outcome = self.lines[place].outcome if 0 <= place < len(self.lines) else None
        self.offer.setEnabled(outcome is Outcome.OFFERED)
        self.back.setEnabled(outcome is Outcome.DONE)

    def _show_count(self) -> None:
        waiting = sum(line.outcome in _ODD for line in self.lines)
        words = self.tr("已签收 {n} 份").format(n=self.done_count)
        more = self.tr("　没有登记 {n} 份").format(n=waiting) if waiting else ""
        self.count.setText(words + more)
        self._show_buttons()

    def _say(self, text: str) -> None:
        QApplication.beep()
        self.said.show_message(Message(MessageKind.ERROR, text))
