"""What is asked of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.entry_form import line_form
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_SAVED = QT_TRANSLATE_NOOP("desk", "已保存线路 {line}")


def new_line(bench: Any) -> None:
    """Enter a line."""
    service: LinesService = bench.services["lines"]

    def keep(entry: LineEntry, _from_on: date | None) -> int:
        return service.add(entry)

    dialog = line_form(bench, QT_TRANSLATE_NOOP("desk", "登记线路"), None, keep)
    if bench.show_dialog(dialog) and isinstance(dialog.result_value, int):
        bench.tell(shown(_SAVED, line=service.row(dialog.result_value).title))


def edit_line(bench: Any, record: int) -> None:
    """Change a line."""
    service: LinesService = bench.services["lines"]

    def keep(entry: LineEntry, from_on: date | None) -> None:
        service.edit(record, entry, from_on)

    dialog = line_form(bench, QT_TRANSLATE_NOOP("desk", "修改线路"), service.entry(record), keep)
    if bench.show_dialog(dialog):
        bench.tell(shown(_SAVED, line=service.row(record).title))


def stop_line(bench: Any, record: int) -> None:
    """Stop a line: its number is kept, it is to be opened again (002/12.九)."""
    service: LinesService = bench.services["lines"]
    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "停机日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="reopen_on", title=QT_TRANSLATE_NOOP("desk", "复机日期"), kind=Asks.DATE,
              note=QT_TRANSLATE_NOOP("desk", "到期在“今日”提醒复机")),
        Asked(name="keep_until", title=QT_TRANSLATE_NOOP("desk", "保号到"), kind=Asks.DATE,
              note=QT_TRANSLATE_NOOP("desk", "号码保留到哪一天，不保号或不限的空着")),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "停机原因"), kind=Asks.LONG, required=True, limit=200),
    )  # fmt: skip

    def keep(values: Mapping[str, Any]) -> None:
        days = {key: values[key] for key in ("keep_until", "reopen_on")}
        service.stop(record, values["on"], reason=values["reason"], **days)

    _ask(bench, QT_TRANSLATE_NOOP("desk", "停机"), record, asked, keep)


def reopen_line(bench: Any, record: int) -> None:
    """Open a stopped line again, on a day the clerk is asked for."""
    question = QT_TRANSLATE_NOOP("desk", "{line} 哪一天复机的？")
    _on_a_day(bench, record, question, bench.services["lines"].reopen)


def remove_line(bench: Any, record: int) -> None:
    """Remove a line."""
    service: LinesService = bench.services["lines"]
    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "拆机日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "原因"), kind=Asks.LONG, limit=200),
    )  # fmt: skip
    _ask(bench, QT_TRANSLATE_NOOP("desk", "拆机"), record, asked,
         lambda values: service.remove(record, values["on"], values["reason"]))  # fmt: skip


def _on_a_day(bench: Any, record: int, question: str, deed: Any) -> None:
    title = bench.services["lines"].row(record).title
    on = bench.prompter.ask_date(shown(question, line=title), start=bench.desk.clock.today())
    if on is not None:
        bench.run(lambda: deed(record, on))


def _ask(bench: Any, title: str, record: int, asked: Sequence[Asked], keep: Any) -> None:
    row = bench.services["lines"].row(record)
    dialog = RecordForm(
        shown(title),
        asked,
        FormJob(save=lambda values, _yes: keep(values), title=shown(title)),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=f"{row.title}　{row.label or row.holder}　{row.dept or row.branch}",
        size=(600, 380),
        memory=bench.memory,
        key="line_deed",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(_SAVED, line=row.title))
