"""The backups of a desk: when, why, how large, whether they are whole and also elsewhere; back to one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.chip_delegate import ChipDelegate
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, IconLabel, column, holding, label, on_click, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import CellRole

CHECKED = State("checked", QT_TRANSLATE_NOOP("desk", "已核对"), Tone.BLUE, "check")
WHOLE = State("whole", QT_TRANSLATE_NOOP("desk", "已全面检查"), Tone.GREEN, "shield-check")
BROKEN = State("broken", QT_TRANSLATE_NOOP("desk", "有损坏"), Tone.RED, "circle-alert")

_WIDTHS = (4, 10, 6, 5, 5, 8, 3, 0)
"""Widths of the columns in Chinese characters; that of 0 takes the rest."""
_CHIP = 5
_FIGURES = (0, 3, 4, 7)


class BackupRow(Struct, frozen=True):
    """One backup as it is listed; ``later`` counts the deeds entered after it."""

    number: int
    at: str
    why: str
    size: str
    records: str
    state: State
    copied: str
    later: str


class Told(Struct, frozen=True):
    """What the head of the window says: where the backups are, of the second place, of the last drill; with a tone.

    ``has_slip``: a drill was made, so that there is a slip of it.
    """

    place: str
    second: str
    second_tone: str
    drill: str
    drill_tone: str
    has_slip: bool = True


class BackupsJob(Struct, frozen=True, kw_only=True):
    """What the window works on; ``go_back`` gets a place of ``rows`` and says whether the desk is to be replaced.

    ``locked`` says why nothing can be done here but looking, empty where all can.
    """

    rows: Callable[[], Sequence[BackupRow]]
    told: Callable[[], Told]
    make: Callable[[], object]
    go_back: Callable[[int], bool]
    choose_second: Callable[[], object]
    drill: Callable[[], object]
    slip: Callable[[], object]
    open_folder: Callable[[], object]
    locked: str = field(default="")


class BackupsDialog(DialogFrame):
    """Lists the backups; accepted, one of them takes the place of the desk."""

    def __init__(self, job: BackupsJob, *, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", (960, 600), memory=memory, parent=parent)
        self.setWindowTitle(self.tr("备份"))
        self._job = job
        self.table = QTableWidget(0, len(_WIDTHS))
        self.place, self.second, self.drilled = label(role="muted"), label(), label()
        self._icons = IconLabel(16), IconLabel(16), IconLabel(16)
        self.make_button = Button(self.tr("立即备份"), "hard-drive")
        self.second_button = Button(self.tr("另存到…"), "folder-open", kind="link")
        self.drill_button = Button(self.tr("现在演练"), "shield-check", kind="link")
        self.slip_button = Button(self.tr("演练记录…"), "printer", kind="link")
        self.folder_button = Button(self.tr("打开备份文件夹"), "folder")
        self.back_button = Button(self.tr("恢复…"), "history", "primary")
        self.close_button = Button(self.tr("关闭"))
        self._dress()
        self._lay_out()
        self._connect()
        self.show_all()
        self.table.setFocus()

    def show_all(self) -> None:
        """Read everything anew; the same backup stays chosen."""
        chosen = self._number(self.table.currentRow())
        rows = self._job.rows()
        self.table.setRowCount(len(rows))
        for place, one in enumerate(rows):
            self._show_row(place, one)
        numbers = [one.number for one in rows]
        self.table.selectRow(numbers.index(chosen) if chosen in numbers else 0)
        self._show_told(self._job.told())
        self._show_buttons()

    def _show_row(self, place: int, one: BackupRow) -> None:
        state = shown(one.state.title)
        texts = (str(one.number), one.at, one.why, one.size, one.records, state, one.copied, one.later)
        for column_, text in enumerate(texts):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if column_ in _FIGURES else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if column_ == _CHIP:
                item.setData(int(CellRole.CHIP), one.state)
            self.table.setItem(place, column_, item)

    def _show_told(self, told: Told) -> None:
        self.place.setText(told.place)
        for text, icon, said, tone in (
            (self.second, self._icons[1], told.second, told.second_tone),
            (self.drilled, self._icons[2], told.drill, told.drill_tone),
        ):
            text.setText(said)
            icon.show_icon({"green": "circle-check", "red": "circle-alert"}.get(tone, "info"), tone)
        self._icons[0].show_icon("folder", "text2")
        self.slip_button.setVisible(told.has_slip)

    def _show_buttons(self) -> None:
        free = not self._job.locked
        for button in (self.make_button, self.second_button, self.drill_button):
            button.setEnabled(free)
        self.back_button.setEnabled(free and self.table.currentRow() >= 0)

    def _number(self, place: int) -> int:
        item = self.table.item(place, 0) if place >= 0 else None
        return int(item.text()) if item is not None else 0

    def _dress(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setHorizontalHeaderLabels(
            [self.tr("第几份"), self.tr("时间"), self.tr("缘由"), self.tr("大小"), self.tr("记录"), self.tr("检查"),
             self.tr("另存"), self.tr("之后登记")]
        )  # fmt: skip
        table.setItemDelegate(ChipDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("备份"))
        table.verticalHeader().hide()
        header.setHighlightSections(False)
        for place, width in enumerate(_WIDTHS):
            title = table.horizontalHeaderItem(place)
            if place in _FIGURES and title is not None:
                title.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if width:
                table.setColumnWidth(place, chars(table, width) + 8)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        body = column(
            row(self._icons[0], self.place, None, spacing=6),
            row(self._icons[1], self.second, self.second_button, None, spacing=6),
            row(self._icons[2], self.drilled, self.drill_button, self.slip_button, None, spacing=6),
            spacing=6,
            margins=(16, 12, 16, 12),
        )
        if self._job.locked:
            body.addWidget(Banner("grey", self._job.locked))
        body.addWidget(self.table, 1)
        self.lay_out(holding(body), self.make_button, self.folder_button, None, self.close_button, self.back_button)

    def _connect(self) -> None:
        for button, deed in (
            (self.make_button, self._job.make),
            (self.second_button, self._job.choose_second),
            (self.drill_button, self._job.drill),
            (self.slip_button, self._job.slip),
        ):
            on_click(button, lambda deed=deed: self._done(deed))  # type: ignore[misc]  # a default holds the deed
        on_click(self.folder_button, self._job.open_folder)
        on_click(self.close_button, self.reject)
        on_click(self.back_button, self.go_back)
        self.make_primary(self.back_button)
        self.table.doubleClicked.connect(lambda _index: self.go_back())
        self.table.itemSelectionChanged.connect(self._show_buttons)

    def _done(self, deed: Callable[[], object]) -> None:
        deed()
        self.show_all()

    def go_back(self) -> None:
        """Go back to the chosen backup, if the clerk means it."""
        place = self.table.currentRow()
        if place >= 0 and self.back_button.isEnabled() and self._job.go_back(place):
            self.accept()
