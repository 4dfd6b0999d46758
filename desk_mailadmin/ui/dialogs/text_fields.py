"""Fields for text: one line, several lines with a counter, and dates as clerks type them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPlainTextEdit, QWidget

from desk_mailadmin.kernel.dates import date_from_entry
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.entered_text import LONG_LIMIT, entered_line, entered_lines
from desk_mailadmin.ui.dialogs.field import Check, Field
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, warning
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, column, keep_left, label, row
from desk_mailadmin.ui.dialogs.suggestions import Suggest, offer_suggestions
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import icon


class TextField(Field):
    """One line of text; ``width`` in Chinese characters (0 takes the whole line), ``limit`` in characters."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        required: bool = False,
        checks: Sequence[Check] = (),
        hint: str = "",
        width: float = 14,
        limit: int = 60,
        placeholder: str = "",
        suggest: Suggest | None = None,
    ) -> None:
        super().__init__(name, title, required=required, checks=checks, hint=hint)
        self._width, self._limit = width, limit
        self._overflowed = False
        self.edit = QLineEdit()
        self.edit.setMaxLength(limit)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMinimumHeight(FIELD_HEIGHT)
        self.setLayout(row(self.edit))
        self._adopt(self.edit)
        self._fit()
        self.edit.inputRejected.connect(self._on_overflow)
        self.edit.textChanged.connect(self.changed)
        if suggest:
            offer_suggestions(self.edit, suggest)

    def value(self) -> Any:
        """Return the cleaned line."""
        return entered_line(self.edit.text(), self._limit).text

    def set_value(self, value: Any) -> None:
        """Show a text; None shows nothing."""
        self.edit.setText(entered_line("" if value is None else str(value), self._limit).text)
        self.edit.setCursorPosition(0)

    def is_empty(self) -> bool:
        return not entered_line(self.edit.text(), self._limit).text

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        if self._width:
            self.edit.setFixedWidth(chars(self, self._width) + 16)
            keep_left(self, self.edit)

    def _commit(self) -> None:
        cleaned = entered_line(self.edit.text(), self._limit).text
        if cleaned != self.edit.text():
            self.edit.setText(cleaned)

    def _on_overflow(self) -> None:
        self._overflowed = True
        self._show(self._judged())

    def _judged(self) -> Message | None:
        """Say too that something was left out, for as long as the field is full."""
        self._overflowed = self._overflowed and len(self.edit.text()) >= self._limit
        judged = super()._judged()
        if self._overflowed and (judged is None or judged.kind is not MessageKind.ERROR):
            return warning(self.tr("最多 {limit} 字，多出的没有收下").format(limit=self._limit))
        return judged


class LongEdit(QPlainTextEdit):
    """Several lines of text; a paste over the cap is cut, and ``overflowed`` says by how many characters."""

    overflowed = Signal(int)

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = max(0, LONG_LIMIT - len(self.toPlainText()) + len(self.textCursor().selectedText()))
        pasted = entered_lines(source.text(), room)
        self.textCursor().insertText(pasted.text)
        if pasted.cut:
            self.overflowed.emit(pasted.cut)


class LongTextField(Field):
    """Several lines with a counter; more than ``limit`` characters are an error, so that nothing typed is lost."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        required: bool = False,
        checks: Sequence[Check] = (),
        limit: int = 120,
        lines: int = 3,
        counter_note: str = "",
    ) -> None:
        super().__init__(name, title, required=required, checks=(self._short_enough, *checks))
        self._limit, self._lines, self._note = limit, lines, counter_note
        self.edit = LongEdit()
        self.edit.setTabChangesFocus(True)
        self.counter = label(role="small")
        self.setLayout(column(self.edit, row(None, self.counter), spacing=1))
        self._adopt(self.edit)
        self._fit()
        self._count()
        self.edit.textChanged.connect(self._count)
        self.edit.textChanged.connect(self.changed)
        self.edit.overflowed.connect(self._on_cut)

    def value(self) -> Any:
        """Return the cleaned text."""
        return entered_lines(self.edit.toPlainText()).text

    def set_value(self, value: Any) -> None:
        """Show a text; None shows nothing."""
        self.edit.setPlainText(entered_lines("" if value is None else str(value)).text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.edit.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 18)

    def _count(self) -> None:
        written = self.tr("{count} / {limit} 字").format(count=len(self.edit.toPlainText()), limit=self._limit)
        self.counter.setText("，".join(filter(None, (written, self._note))))

    def _short_enough(self, text: str) -> None:
        if len(text) > self._limit:
            raise UserError(self.tr("多了 {over} 字，最多 {limit} 字"), over=len(text) - self._limit, limit=self._limit)

    def _on_cut(self, count: int) -> None:
        self.tell(warning(self.tr("粘贴的文字太长，末尾 {count} 字没有收下").format(count=f"{count:,}")))


class DateField(Field):
    """A date typed as ``1203``, ``+3``, ``t`` or in full; Ctrl+; is today, Alt+↓ opens the month (UI.md 5)."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        today: Callable[[], date],
        required: bool = False,
        checks: Sequence[Check] = (),
        hint: str = "",
    ) -> None:
        super().__init__(name, title, required=required, checks=checks, hint=hint)
        self._today = today
        self.edit = QLineEdit()
        self.edit.setMaxLength(20)
        self.edit.setMinimumHeight(FIELD_HEIGHT)
        self.edit.setPlaceholderText(self.tr("年-月-日"))
        self.edit.setToolTip(self.tr("1203、+3、-1、t（今天）；Ctrl+; 今天，Alt+↓ 打开月历"))
        self.edit.addAction(self._month_action(), QLineEdit.ActionPosition.TrailingPosition)
        self.setLayout(row(self.edit))
        self._adopt(self.edit)
        self._fit()
        self.edit.textChanged.connect(self.changed)

    def value(self) -> date | None:
        """Return the date, None where nothing was entered; UserError for what is no date."""
        text = entered_line(self.edit.text()).text
        return date_from_entry(text, self._today()) if text else None

    def set_value(self, value: Any) -> None:
        """Show a date (or its ISO text); None shows nothing."""
        self.edit.setText(value.isoformat() if isinstance(value, date) else str(value or ""))

    def is_empty(self) -> bool:
        return not self.edit.text().strip()

    def entry(self) -> str:
        return self.edit.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        if event.key() == Qt.Key.Key_Semicolon and held == Qt.KeyboardModifier.ControlModifier:
            self.set_value(self._today())
        elif event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self.open_month()
        else:
            super().keyPressEvent(event)

    def open_month(self) -> None:
        """Open the month under the field."""
        month = MonthPopup(self)
        month.setSelectedDate(_qdate(self._date_or_today()))
        month.chosen.connect(self._on_chosen)
        month.open_below(self.edit)

    def _month_action(self) -> QAction:
        action = QAction(icon("calendar", "text2"), self.tr("打开月历"), self)
        action.triggered.connect(self.open_month)
        return action

    def _date_or_today(self) -> date:
        try:
            return self.value() or self._today()
        except UserError:
            return self._today()

    def _on_chosen(self, day: date) -> None:
        self.set_value(day)
        self.take_focus()

    def _fit(self) -> None:
        self.edit.setFixedWidth(self.fontMetrics().horizontalAdvance("2026-12-03") + 50)
        keep_left(self, self.edit)

    def _commit(self) -> None:
        try:
            day = self.value()
        except UserError:
            return
        if day and self.edit.text() != day.isoformat():
            self.set_value(day)


class MonthPopup(QCalendarWidget):
    """A month under a date field; a click or Enter takes the day."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.activated.connect(self._take)
        self.clicked.connect(self._take)

    def open_below(self, widget: QWidget) -> None:
        """Show the month under ``widget``."""
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
