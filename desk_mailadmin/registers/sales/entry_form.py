"""The sheets of daily figures, typed in line by line: a day's, and what was made up after closing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.sales.listing import Line, SalesRow
from desk_mailadmin.registers.sales.rules import (
    LONGEST_ABSENCE,
    MOST_FAXES,
    MOST_MINUTES,
    DayFigures,
    check_counts,
    checked,
    lacking,
)
from desk_mailadmin.registers.sales.service import SalesService
from desk_mailadmin.ui.dialogs.entry_sheet import EntryColumn, EntrySheet, EntryTable
from desk_mailadmin.ui.dialogs.field import FieldRow
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.text_fields import DateField
from desk_mailadmin.ui.shown import remedy_of, said, shown

_SIZE = (1120, 640)


class SheetDialog(DialogFrame):
    """A sheet and what is said of it: ``recorded`` says afterwards what was entered."""

    def __init__(self, bench: Any, title: str, verb: str, columns: Sequence[EntryColumn], key: str) -> None:
        super().__init__(shown(title), _SIZE, memory=bench.memory, key=key, parent=bench.window)
        self._bench, self._verb, self.recorded = bench, shown(verb), ""
        self.service: SalesService = bench.services["sales"]
        self.table = EntryTable(columns, parent=self)
        self.view = EntrySheet(self.table, shown(title))
        self._banner, self._sum, self._note = Banner("red", ""), label("", "b"), label("", "muted", wrap=True)
        self._untouched: list[Any] = []
        self.table.edited.connect(self._show_sum)
        self.table.refused.connect(self._refuse)

    def is_changed(self) -> bool:
        """Say whether anything was typed in."""
        return self.table.lines != self._untouched

    def save(self) -> None:
        """Enter the whole sheet, or nothing; what cannot stand is said above it."""
        self._banner.hide()
        self.view.setFocus()  # what is still being typed is taken, or refused
        if not self._banner.isHidden():
            return
        try:
            self.recorded = self._keep()
        except (UserError, EnvironmentFault) as error:
            self._refuse(f"{said(error)}{remedy_of(error) if isinstance(error, EnvironmentFault) else ''}")
            return
        self.accept()

    def reject(self) -> None:
        """Close; asks only if something was typed in."""
        question, verb = self.tr("填写的还没有登记。"), self.tr("放弃")
        if not self.is_changed() or self._bench.prompter.confirm(question, verb, danger=True):
            super().reject()

    def _keep(self) -> str:
        """Enter the sheet and return what to tell the clerk."""
        raise NotImplementedError

    def _said_sum(self) -> str:
        """Return what the lines come to."""
        raise NotImplementedError

    def _show(self, lines: Sequence[Any]) -> None:
        self.table.show_lines(lines)
        self._untouched = list(self.table.lines)
        self.view.begin()

    def _lay_out(self, *above: Any) -> None:
        body = column(row(*above, None), self._note, self._banner, spacing=8, margins=(16, 12, 16, 8))
        body.addWidget(self.view, 1)
        body.addWidget(self._sum)
        cancel, save = Button(self.tr("取消")), Button(self._verb, "save", "primary")
        on_click(cancel, self.reject)
        on_click(save, self.save)
        self.make_primary(save)
        hint = label(self.tr("Tab 向右，回车向下；可以粘贴 Excel 的几列。"), "small")
        self.lay_out(holding(body), hint, None, cancel, save)

    def _show_sum(self) -> None:
        self._banner.hide()
        self._sum.setText(self._said_sum())

    def _refuse(self, sentence: str) -> None:
        self._banner.say("red", sentence)
        self._banner.show()


class DayDialog(SheetDialog):
    """A whole day's sheet: minutes, faxes reported, faxes that do not count, who was not there."""

    def __init__(self, bench: Any, day: date) -> None:
        title, verb = QT_TRANSLATE_NOOP("desk", "登记电话量和传真量"), QT_TRANSLATE_NOOP("desk", "登记")
        super().__init__(bench, title, verb, _day_columns(), "sales_day")
        self.on = DateField("on", self.tr("日期"), required=True, today=bench.desk.clock.today)
        self.on.set_value(day)
        self._lay_out(FieldRow(self.on))
        self._day: date | None = None
        self.on.changed.connect(self._show_day)
        self._show_day()

    def figures(self) -> list[DayFigures]:
        """Return what is to be entered: every line that stands on the sheet."""
        return [_figures(line) for line in self.table.lines]

    def _keep(self) -> str:
        day = self.on.value()
        if day is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "日期是空的。"), field="on")
        entered = self.service.enter_day(day, self.figures())
        short = sum(found.state == "short" for found in self.service.rows(entered))
        words = QT_TRANSLATE_NOOP("desk", "已登记 {day} {count} 人，未完成 {short} 人")
        return shown(words, day=day, count=len(entered), short=short)

    def _show_day(self) -> None:
        try:
            day = self.on.value()
        except UserError:
            day = None
        if day is None or day == self._day:
            return
        self._day = day
        lines = self.service.sheet(day)
        self._note.setText(self._said_note(lines))
        self._show(lines)

    def _said_note(self, lines: Sequence[Line]) -> str:
        if not lines:
            return shown(QT_TRANSLATE_NOOP("desk", "这一天没有考核的人；先在“销售人员”里登记考核谁。"))
        parts = []
        if any(line.is_kept for line in lines):
            parts.append(shown(QT_TRANSLATE_NOOP("desk", "这一天已经登记过，改了再登记就是更正。")))
        elif any(line.talked is not None for line in lines):
            parts.append(shown(QT_TRANSLATE_NOOP("desk", "分钟数取自交换机话单或账单，核对后登记。")))
        if any(line.noted for line in lines):
            parts.append(shown(QT_TRANSLATE_NOOP("desk", "份数取自传真记录，信息不全、没有先打电话和虚报的不计。")))
        return "".join(parts)

    def _said_sum(self) -> str:
        lines = [line for line in self.table.lines if not line.absence]
        short = sum(bool(_line_lacks(line)) for line in lines)
        words = QT_TRANSLATE_NOOP(
            "desk", "到岗 {there} 人，完成 {done} 人，未完成 {short} 人，{minutes} 分钟、{faxes} 份"
        )
        figures = {
            "minutes": sum(line.minutes for line in lines),
            "faxes": sum(line.faxes_told - line.faxes_void for line in lines),
        }
        return shown(words, there=len(lines), done=len(lines) - short, short=short, **figures)


class LateLine(Struct, frozen=True):
    """A line of what was made up: whose day, and what was done after closing."""

    row: SalesRow
    minutes: int
    faxes: int


class LateDialog(SheetDialog):
    """What was done in the half hour after closing, of everybody of a day who was short."""

    def __init__(self, bench: Any, rows: Sequence[SalesRow]) -> None:
        title, verb = QT_TRANSLATE_NOOP("desk", "登记延时结果"), QT_TRANSLATE_NOOP("desk", "登记")
        super().__init__(bench, title, verb, _late_columns(), "sales_late")
        day = label(str(rows[0].on_day), "h2")
        note = QT_TRANSLATE_NOOP("desk", "延迟下班半小时里补了多少；还差的列入周日加班名单（电话制度 2.六）。")
        self._note.setText(shown(note))
        self._lay_out(day)
        self._show([LateLine(one, one.late_minutes or 0, one.late_faxes or 0) for one in rows])

    def _keep(self) -> str:
        amounts = {line.row.id: (line.minutes, line.faxes) for line in self.table.lines}
        self.service.make_up(amounts)
        owing = sum(found.state == "sunday" for found in self.service.rows(list(amounts)))
        words = QT_TRANSLATE_NOOP("desk", "已登记 {count} 人的延时结果，周日加班 {owing} 人")
        return shown(words, count=len(amounts), owing=owing)

    def _said_sum(self) -> str:
        owing = sum(bool(_late_lacks(line)) for line in self.table.lines)
        words = QT_TRANSLATE_NOOP("desk", "{count} 人，补完 {done} 人，周日加班 {owing} 人")
        count = len(self.table.lines)
        return shown(words, count=count, done=count - owing, owing=owing)


def _line_lacks(line: Line) -> str:
    return "" if line.absence else lacking(line.minutes, line.faxes_told - line.faxes_void, line.wanted).text


def _late_lacks(line: LateLine) -> str:
    done = line.row
    return lacking(done.minutes + line.minutes, done.faxes + line.faxes, done.wanted).text


def _figures(line: Line) -> DayFigures:
    return DayFigures(
        staff=line.staff,
        minutes=line.minutes,
        faxes_told=line.faxes_told,
        faxes_void=line.faxes_void,
        absence=line.absence,
    )


def _whole(text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal()) or int(text) > max(MOST_MINUTES, MOST_FAXES):
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是分钟数或份数，只写数字。"), text=text)
    return int(text)


def _put(key: str, line: Line, text: str) -> Line:
    """Return a line with one figure changed; faxes that do not count follow what was reported."""
    changed: dict[str, Any] = {key: _whole(text)}
    line = replace(line, **changed)
    if key == "faxes_told":
        line = replace(line, faxes_void=min(max(line.faxes_void, line.invalid), line.faxes_told))
    checked(replace(_figures(line), absence=""), line.invalid)
    return line


def _put_absence(line: Line, text: str) -> Line:
    if not text:
        return replace(line, absence="")
    return replace(line, absence=text[:LONGEST_ABSENCE], minutes=0, faxes_told=0, faxes_void=0)


def _put_late(key: str, line: LateLine, text: str) -> LateLine:
    changed: dict[str, Any] = {key: _whole(text)}
    line = replace(line, **changed)
    check_counts(line.minutes, line.faxes)
    return line


def _shown_only(title: str, text: Callable[[Any], str], width: float, **more: bool) -> EntryColumn:
    return EntryColumn(shown(title), text, None, width, **more)


def _day_columns() -> tuple[EntryColumn, ...]:
    return (
        _shown_only(QT_TRANSLATE_NOOP("desk", "部门"), lambda line: str(line.dept), 8),
        _shown_only(QT_TRANSLATE_NOOP("desk", "姓名"), lambda line: str(line.name), 5),
        _shown_only(QT_TRANSLATE_NOOP("desk", "组别"), lambda line: "新员工" if line.newcomer else "", 4),
        _shown_only(
            QT_TRANSLATE_NOOP("desk", "标准"), lambda line: f"{line.wanted.minutes} / {line.wanted.faxes}", 5,
            is_figure=True,
        ),
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "电话（分钟）")), lambda line: str(line.minutes), partial(_put, "minutes"),
            6, is_figure=True,
        ),
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "自报传真")), lambda line: str(line.faxes_told),
            partial(_put, "faxes_told"), is_figure=True,
        ),
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "其中不计")), lambda line: str(line.faxes_void),
            partial(_put, "faxes_void"), is_figure=True,
        ),
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "未到岗（原因）")), lambda line: str(line.absence), _put_absence, 8
        ),
        _shown_only(QT_TRANSLATE_NOOP("desk", "差额"), _line_lacks, 0, warns=True),
    )  # fmt: skip


def _late_columns() -> tuple[EntryColumn, ...]:
    return (
        _shown_only(QT_TRANSLATE_NOOP("desk", "部门"), lambda line: str(line.row.dept), 8),
        _shown_only(QT_TRANSLATE_NOOP("desk", "姓名"), lambda line: str(line.row.name), 5),
        _shown_only(QT_TRANSLATE_NOOP("desk", "下班时"), lambda line: str(line.row.lacking.text), 10),
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "补打（分钟）")), lambda line: str(line.minutes),
            partial(_put_late, "minutes"), 6, is_figure=True,
        ),
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "补发（份）")), lambda line: str(line.faxes), partial(_put_late, "faxes"),
            is_figure=True,
        ),
        _shown_only(QT_TRANSLATE_NOOP("desk", "还差"), _late_lacks, 0, warns=True),
    )  # fmt: skip
