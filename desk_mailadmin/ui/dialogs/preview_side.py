"""The right side of the preview: printer, sets, copies, position, contents, the log and what was checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QGridLayout, QLayout, QSpinBox, QWidget

from desk_mailadmin.kernel.detail import HistoryLine
from desk_mailadmin.ui.dialogs.message import Message, MessageLine
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, Banner, card, column, label, row
from desk_mailadmin.ui.dialogs.preview_job import PreviewJob, SheetChoice, Tray
from desk_mailadmin.ui.dialogs.printing import PrinterName
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory

_FARTHEST = 20.0  # mm a sheet can be moved


class PreviewSide(QWidget):
    """Print settings, remembered per form; ``changed`` is sent when another sheet must be drawn."""

    changed = Signal()

    def __init__(self, job: PreviewJob, printers: Sequence[PrinterName], memory: Memory | None) -> None:
        super().__init__()
        self._job = job
        self._memory = memory.under(f"print/{job.form}") if memory else None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._add_settings(printers)
        self._lay_out()
        self._recall()
        self._count_sheets()
        self._connect()

    @property
    def printer(self) -> str:
        """The system's name of the chosen printer."""
        return self.printers.currentData() or ""

    def choice(self) -> SheetChoice:
        """Return what is to be on paper."""
        copies = tuple(place for place, tick in enumerate(self.copies) if tick.isChecked())
        extras = frozenset(key for key, tick in self.extras.items() if tick.isChecked())
        return SheetChoice(copies, self.blank.isChecked(), extras)

    def remember(self) -> None:
        """Keep the settings for the next paper of this form."""
        if self._memory:
            self._memory.keep("printer", self.printer)
            self._memory.keep("shift", {"right": self.right.value(), "down": self.down.value()})
            self._memory.keep("extras", {key: tick.isChecked() for key, tick in self.extras.items()})

    def show_checks(self, checks: Sequence[Message]) -> None:
        """Say what was found about the drawn sheet."""
        for place, message_line in enumerate(self._checks):
            message_line.setVisible(place < len(checks))
            message_line.show_message(checks[place] if place < len(checks) else None)

    def show_log(self, log: Sequence[HistoryLine]) -> None:
        """Say when this paper was printed before."""
        lines = [f"{one.at}　{one.who}　{one.what}" for one in log]
        self.say_log("\n".join(lines) or self.tr("还没有打印过"))

    def say_log(self, text: str) -> None:
        """Say in other words what was printed before."""
        self._log.setText(text)

    def tray(self) -> Tray:
        """Return how it is to be printed."""
        return Tray(self.printer, self.sets.value(), self.right.value(), self.down.value())

    def _add_settings(self, printers: Sequence[PrinterName]) -> None:
        self.printers = QComboBox()
        self.printers.setMinimumHeight(FIELD_HEIGHT)
        self.printers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for printer in printers:
            self.printers.addItem(printer.title, printer.name)
            if printer.is_default:
                self.printers.setCurrentIndex(self.printers.count() - 1)
        if not printers:
            self.printers.setPlaceholderText(self._no_printer())
        self._add(self.tr("打印机"), self.printers)
        self._add_sets()
        self._add_copies()
        self._add_position()
        self._add_contents()

    def _no_printer(self) -> str:
        if self._job.can_save:
            return self.tr("没有找到打印机，可以另存 PDF")
        return self.tr("没有找到打印机，接好打印机再打印")

    def _add_sets(self) -> None:
        self.sets = QSpinBox()
        self.sets.setRange(1, 99)
        self.sets.setSuffix(self.tr(" 套"))
        self.sets.setMinimumHeight(FIELD_HEIGHT)
        self.sets.lineEdit().setTextMargins(6, 0, 0, 0)
        self._sheets = label(role="small")
        self._add(self.tr("份数"), row(self.sets, self._sheets, None))

    def _add_copies(self) -> None:
        self.copies = [QCheckBox(name) for name in self._job.copies]
        for tick in self.copies:
            tick.setChecked(True)
        if self.copies:
            self._add(self.tr("联次"), column(*self.copies, spacing=3))

    def _add_position(self) -> None:
        self.right, self.down = QDoubleSpinBox(), QDoubleSpinBox()
        for spin, name in ((self.right, self.tr("向右")), (self.down, self.tr("向下"))):
            spin.setRange(-_FARTHEST, _FARTHEST)
            spin.setDecimals(1)
            spin.setSingleStep(0.5)
            spin.setSuffix(" mm")
            spin.setPrefix(f"{name} ")
            spin.setAccessibleName(name)
            spin.setMinimumHeight(FIELD_HEIGHT)
            spin.lineEdit().setTextMargins(4, 0, 0, 0)
            spin.setToolTip(self.tr("打印机走纸偏了，在这里移回来"))
        self._add(self.tr("位置"), column(self.right, self.down, spacing=4))

    def _add_contents(self) -> None:
        self.extras = {choice.key: QCheckBox(choice.title) for choice in self._job.extras}
        self.blank = QCheckBox(self.tr("空白表（只印格式）"))
        ticks = [*self.extras.values(), *([self.blank] if self._job.can_blank else [])]
        if ticks:
            self._add(self.tr("内容"), column(*ticks, spacing=3))

    def _add(self, title: str, what: QWidget | QLayout) -> None:
        place = self._grid.rowCount()
        caption = label(title)
        caption.setFixedWidth(chars(self, 4))
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        caption.setContentsMargins(0, 4, 0, 0)
        self._grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(what, QWidget):
            what.setAccessibleName(title)
            self._grid.addWidget(what, place, 1)
        else:
            self._grid.addLayout(what, place, 1)

    def _lay_out(self) -> None:
        kept = self.tr("打印即留档：这次的版本、内容和校验码会保存，以后补打与这次完全一样，页脚注明“补打”。")
        self._log = label(role="muted", wrap=True)
        self.show_log(self._job.log)
        self._checks = [MessageLine() for _ in range(3)]
        self.setLayout(
            column(
                label(self.tr("打印设置"), "h2"),
                self._grid,
                label(self.tr("选项按单据种类记住"), "small"),
                Banner("blue", self._job.note or kept),
                card(label(self.tr("打印记录"), "h2"), self._log, spacing=3, margins=(12, 8, 12, 10)),
                card(*self._checks, spacing=4, margins=(12, 8, 12, 10)),
                None,
                margins=(14, 12, 16, 12),
            )
        )

    def _recall(self) -> None:
        if self._memory is None:
            return
        known = self.printers.findData(self._memory.text("printer"))
        if known >= 0:
            self.printers.setCurrentIndex(known)
        shift, extras = self._memory.mapping("shift"), self._memory.mapping("extras")
        self.right.setValue(float(shift.get("right", 0)))
        self.down.setValue(float(shift.get("down", 0)))
        for key, tick in self.extras.items():
            tick.setChecked(bool(extras.get(key)))

    def _connect(self) -> None:
        for tick in (*self.copies, *self.extras.values(), self.blank):
            tick.toggled.connect(self._on_choice)
        self.sets.valueChanged.connect(self._count_sheets)

    def _on_choice(self) -> None:
        self._count_sheets()
        self.changed.emit()

    def _count_sheets(self) -> None:
        count = len(self.choice().copies)
        if self.copies:
            text = self.tr("每套 {count} 联 = {sheets} 张")
            self._sheets.setText(text.format(count=count, sheets=count * self.sets.value() * max(self._job.pages, 1)))
