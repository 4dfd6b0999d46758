"""The working days of the office, month by month (M14-1): holidays and 调休 are seen, named and changed."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.ui.dialogs.entered_text import entered_line
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import (
    FIELD_HEIGHT,
    Banner,
    Button,
    IconButton,
    column,
    holding,
    label,
    on_click,
    row,
)
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import said
from desk_mailadmin.ui.tokens import tokens

_WEEKS, _DAYS, _MONTHS = 6, 7, 12
_DAY = int(Qt.ItemDataRole.UserRole)


class CalendarJob(Struct, frozen=True, kw_only=True):
    """What the editor works on.

    ``days`` gives the exceptions of a year (day, worked, name); ``set_day`` and ``publish`` may raise DeskError;
    ``publish`` says that the office has checked a year's holidays.
    """

    calendar: Callable[[], WorkCalendar]
    days: Callable[[int], Sequence[tuple[date, bool, str]]]
    set_day: Callable[[date, bool, str], object]
    publish: Callable[[int], object]
    today: Callable[[], date]


class MonthGrid(QTableWidget):
    """Six weeks of seven days; Enter and Space turn the day under the cursor."""

    def __init__(self, turn: Callable[[], None]) -> None:
        super().__init__(_WEEKS, _DAYS)
        self._turn = turn
        self.setHorizontalHeaderLabels([self.tr("周") + day for day in self.tr("一二三四五六日")])
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("节假日与调休"))
        self.doubleClicked.connect(lambda _index: turn())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._turn()
        else:
            super().keyPressEvent(event)


class CalendarEditor(DialogFrame):
    """Shows a month; a day is turned between worked and free, with the holiday's name. Every change is kept at once."""

    def __init__(
        self, job: CalendarJob, prompter: Prompter, *, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", (760, 620), memory=memory, parent=parent)
        self.setWindowTitle(self.tr("节假日与调休"))
        self._job, self._prompter = job, prompter
        self._year, self._month = job.today().year, job.today().month
        self._names: dict[date, str] = {}
        self.month = label("", "h1")
        self._confirm = Button("", "check")
        self.warning = Banner("amber", "", self._confirm)
        self.grid = MonthGrid(self.turn)
        self.day = label("", "b")
        self.name = QLineEdit()
        self.button = Button("")
        self._build()
        self.show_month(self._year, self._month)
        self.choose(job.today())
        self.grid.setFocus()

    def show_month(self, year: int, month: int) -> None:
        """Show a month; a year whose holidays are not known is pointed out."""
        self._year, self._month = year, month
        self.month.setText(self.tr("{year} 年 {month} 月").format(year=year, month=month))
        self._names = {day: name for day, _worked, name in self._job.days(year)}
        calendar = self._job.calendar()
        self._confirm.say(self.tr("{year} 年的安排已经核对").format(year=year))
        text = self.tr("{year} 年的放假安排还没有公布或核对，期限先按周一至周五推算。")
        self.warning.say("amber", text.format(year=year))
        self.warning.setVisible(year not in calendar.published)
        for place, day in enumerate(Calendar().itermonthdates(year, month)):
            self.grid.setItem(place // _DAYS, place % _DAYS, self._item(day, calendar))
        self._blank_after(len(list(Calendar().itermonthdates(year, month))))
        self._show_day()

    def choose(self, day: date) -> None:
        """Put the cursor on a day, leafing to its month."""
        if (day.year, day.month) != (self._year, self._month):
            self.show_month(day.year, day.month)
        for place in range(_WEEKS * _DAYS):
            item = self.grid.item(place // _DAYS, place % _DAYS)
            if item and item.data(_DAY) == day:
                self.grid.setCurrentItem(item)

    def chosen(self) -> date | None:
        """Return the day under the cursor; None where the month has none there."""
        day = self.grid.currentItem().data(_DAY) if self.grid.currentRow() >= 0 else None
        return day if isinstance(day, date) and day.month == self._month else None

    def turn(self) -> None:
        """Make a worked day free, or a free one worked, under the entered name."""
        day = self.chosen()
        if day is None:
            return
        working = not self._job.calendar().is_working_day(day)
        name = entered_line(self.name.text(), 20).text
        if self._done(lambda: self._job.set_day(day, working, name)):
            self.show_month(self._year, self._month)
            self.choose(day)

    def _build(self) -> None:
        back, on = IconButton("chevron-left", self.tr("上个月")), IconButton("chevron-right", self.tr("下个月"))
        today = Button(self.tr("今天"))
        on_click(back, lambda: self._leaf(-1))
        on_click(on, lambda: self._leaf(1))
        on_click(today, lambda: self.choose(self._job.today()))
        on_click(self._confirm, self._publish)
        on_click(self.button, self.turn)
        self.grid.currentItemChanged.connect(self._show_day)
        self.name.setMaxLength(20)
        self.name.setMinimumHeight(FIELD_HEIGHT)
        self.name.setFixedWidth(chars(self, 12))
        self.name.setPlaceholderText(self.tr("名称，如 春节"))
        self.name.setAccessibleName(self.tr("名称"))
        top = row(back, self.month, on, today, None, label(self.tr("期限按工作日算"), "small"))
        below = row(self.day, self.name, self.button, None, spacing=10)
        body = column(top, self.warning, margins=(18, 14, 18, 12))
        body.addWidget(self.grid, 1)
        body.addLayout(below)
        close = Button(self.tr("关闭"), kind="primary")
        on_click(close, self.accept)
        self.lay_out(holding(body), label(self.tr("改动立即生效，记在历史里"), "small"), None, close)

    def _leaf(self, by: int) -> None:
        months = self._year * _MONTHS + self._month - 1 + by
        self.show_month(months // _MONTHS, months % _MONTHS + 1)
        self.choose(date(self._year, self._month, 1))

    def _publish(self) -> None:
        if self._done(lambda: self._job.publish(self._year)):
            self.show_month(self._year, self._month)

    def _done(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except DeskError as error:
            self._prompter.warn(said(error))
            return False
        return True

    def _item(self, day: date, calendar: WorkCalendar) -> QTableWidgetItem:
        working = calendar.is_working_day(day)
        listed = day in calendar.exceptions
        mark = (self.tr("班") if working else self.tr("休")) if listed else ""
        item = QTableWidgetItem(" ".join(filter(None, (str(day.day), mark, self._names.get(day, "")))))
        item.setData(_DAY, day)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        ink = "text2" if day.month != self._month else "text" if working else "red" if listed else "text2"
        item.setForeground(QBrush(tokens().colour(ink)))
        if listed and day.month == self._month:
            item.setBackground(QBrush(tokens().colour("amber_bg" if working else "red_bg")))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{day.isoformat()} {self._word(working)} {item.text()}")
        return item

    def _blank_after(self, count: int) -> None:
        for place in range(count, _WEEKS * _DAYS):
            self.grid.setItem(place // _DAYS, place % _DAYS, QTableWidgetItem(""))
        for week in range(_WEEKS):
            self.grid.setRowHidden(week, week * _DAYS >= count)

    def _word(self, working: bool) -> str:
        return self.tr("上班") if working else self.tr("放假")

    def _show_day(self) -> None:
        day = self.chosen()
        for part in (self.day, self.name, self.button):
            part.setEnabled(day is not None)
        if day is None:
            return
        working = self._job.calendar().is_working_day(day)
        self.day.setText(f"{day.isoformat()}　{self._word(working)}")
        self.name.setText(self._names.get(day, ""))
        self.button.say(self.tr("改为放假") if working else self.tr("改为上班"))
