"""What is asked of lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.months import months_after
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.entry_form import asked_place, asked_staff, line_form, place_of
from desk_mailadmin.registers.lines.printed import card_paper, stop_paper
from desk_mailadmin.registers.lines.rules import NOTE_KINDS, RIGHTS, STOP_MONTHS, Right, holding
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.shown import shown

_HOWS = (
    ("instead", QT_TRANSLATE_NOOP("desk", "长期权限改为勾选的")),
    ("give", QT_TRANSLATE_NOOP("desk", "加开勾选的，可有期限")),
    ("withdraw", QT_TRANSLATE_NOOP("desk", "关闭勾选的")),
)
_SAVED = QT_TRANSLATE_NOOP("desk", "已保存线路 {line}")


def new_line(bench: Any) -> None:
    """Enter a line."""
    service: LinesService = bench.services["lines"]

    def keep(entry: LineEntry, _from_on: date | None, yes: frozenset[str]) -> int:
        return service.add(entry, yes)

    dialog = line_form(bench, QT_TRANSLATE_NOOP("desk", "登记线路"), None, keep)
    if bench.show_dialog(dialog) and isinstance(dialog.result_value, int):
        bench.tell(shown(_SAVED, line=service.row(dialog.result_value).title))


def edit_line(bench: Any, record: int) -> None:
    """Change a line."""
    service: LinesService = bench.services["lines"]

    def keep(entry: LineEntry, from_on: date | None, yes: frozenset[str]) -> None:
        service.edit(record, entry, from_on, yes)

    dialog = line_form(bench, QT_TRANSLATE_NOOP("desk", "修改线路"), service.entry(record), keep)
    if bench.show_dialog(dialog):
        bench.tell(shown(_SAVED, line=service.row(record).title))


def move_line(bench: Any, record: int) -> None:
    """Hand a line on, move it, or give it another number, from a day on; what was before stays known."""
    service: LinesService = bench.services["lines"]
    entry = service.entry(record)
    asked = (
        Asked(name="from_on", title=QT_TRANSLATE_NOOP("desk", "从哪天起"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today(), note=QT_TRANSLATE_NOOP("desk", "这天以前的话费仍算原来的人")),
        asked_staff(bench, entry),
        asked_place(bench, entry),
        Asked(name="extension", title=QT_TRANSLATE_NOOP("desk", "分机"), start=entry.extension, width=6),
        Asked(name="number", title=QT_TRANSLATE_NOOP("desk", "直线号码"), start=phone_shown(entry.number), width=10,
              beside=True),
        Asked(name="place", title=QT_TRANSLATE_NOOP("desk", "安装地点"), start=entry.place, width=12),
        Asked(name="label", title=QT_TRANSLATE_NOOP("desk", "公用名称"), start=entry.label, width=10, beside=True),
    )  # fmt: skip

    def keep(values: Mapping[str, Any], yes: frozenset[str]) -> None:
        branch, department = place_of(bench, values["dept"], values["staff"])
        changed = {key: values[key] for key in ("staff", "extension", "number", "place", "label")}
        moved = replace(entry, branch=branch, department=department, **changed)
        service.edit(record, moved, values["from_on"], yes)

    _ask(bench, QT_TRANSLATE_NOOP("desk", "移机、换人、换号"), record, asked, keep)


def change_rights(bench: Any, record: int) -> None:
    """Give a line rights from a day until a day, make them these, or take some away (002/9.3)."""
    service: LinesService = bench.services["lines"]
    lasting = [right for right in service.row(record).rights if right.until_on is None]
    held = holding(lasting, bench.desk.clock.today())
    rights = [Choice(right.key, shown(right.title)) for right in RIGHTS]
    asked = (
        Asked(name="how", title=QT_TRANSLATE_NOOP("desk", "怎样办"), kind=Asks.CHOICE, required=True, start="instead",
              choices=[Choice(key, shown(title)) for key, title in _HOWS], width=16),
        Asked(name="rights", title=QT_TRANSLATE_NOOP("desk", "权限"), kind=Asks.CHECKS, choices=rights, start=held),
        Asked(name="from_on", title=QT_TRANSLATE_NOOP("desk", "从哪天起"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="until_on", title=QT_TRANSLATE_NOOP("desk", "到哪天"), kind=Asks.DATE,
              note=QT_TRANSLATE_NOOP("desk", "只在临时开通时写，到期在“今日”提醒")),
        Asked(name="paper", title=QT_TRANSLATE_NOOP("desk", "批准单编号"), width=10,
              note=QT_TRANSLATE_NOOP("desk", "分机权限申请单办理时会自动登记，不用再记")),
    )  # fmt: skip

    def keep(values: Mapping[str, Any], yes: frozenset[str]) -> None:
        keys, start = values["rights"], values["from_on"]
        if values["how"] == "withdraw":
            service.withdraw(record, sorted(keys), start, values["paper"].strip())
            return
        until = values["until_on"] if values["how"] == "give" else None
        given = [Right(key, start, until, values["paper"].strip()) for key in keys]
        service.give(record, given, instead=values["how"] == "instead", confirmed=yes, on=start)

    _ask(bench, QT_TRANSLATE_NOOP("desk", "权限"), record, asked, keep)


def stop_line(bench: Any, record: int) -> None:
    """Stop a line: its number is kept, it is to be opened again (002/12.九)."""
    service: LinesService = bench.services["lines"]
    today = bench.desk.clock.today()
    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "停机日期"), kind=Asks.DATE, required=True, start=today),
        Asked(name="reopen_on", title=QT_TRANSLATE_NOOP("desk", "复机日期"), kind=Asks.DATE,
              start=months_after(today, bench.desk.settings.value(STOP_MONTHS)),
              note=QT_TRANSLATE_NOOP("desk", "到期在“今日”提醒；不定的空着")),
        Asked(name="keep_until", title=QT_TRANSLATE_NOOP("desk", "保号到"), kind=Asks.DATE,
              note=QT_TRANSLATE_NOOP("desk", "号码保留到哪一天；不限的空着")),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "停机原因"), kind=Asks.LONG, required=True, limit=200),
        Asked(name="slip", title=QT_TRANSLATE_NOOP("desk", "通知单"), kind=Asks.FLAG, start=True,
              note=QT_TRANSLATE_NOOP("desk", "保存后打印停机（保号）通知单")),
    )  # fmt: skip
    wanted: list[bool] = []

    def keep(values: Mapping[str, Any], _yes: frozenset[str]) -> None:
        days = {key: values[key] for key in ("keep_until", "reopen_on")}
        service.stop(record, values["on"], reason=values["reason"], **days)
        wanted.append(values["slip"])

    _ask(bench, QT_TRANSLATE_NOOP("desk", "停机"), record, asked, keep)
    if wanted and wanted[-1]:
        print_stop_slip(bench, record)


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
         lambda values, _yes: service.remove(record, values["on"], values["reason"]))  # fmt: skip


def add_note(bench: Any, record: int) -> None:
    """Note upkeep, supervision, or why somebody could not be reached (002/4.2, 002/5.二)."""
    service: LinesService = bench.services["lines"]
    kinds = [Choice(key, shown(title)) for key, title in NOTE_KINDS.items()]
    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="kind", title=QT_TRANSLATE_NOOP("desk", "类别"), kind=Asks.CHOICE, required=True, choices=kinds,
              start="upkeep", width=8, beside=True),
        Asked(name="text", title=QT_TRANSLATE_NOOP("desk", "内容"), kind=Asks.LONG, required=True, limit=500,
              note=QT_TRANSLATE_NOOP("desk", "关机说明写清原因，例如乘坐飞机")),
        Asked(name="by", title=QT_TRANSLATE_NOOP("desk", "经办人"), width=8, start=bench.desk.who),
    )  # fmt: skip
    title = QT_TRANSLATE_NOOP("desk", "维护记录")
    _ask(bench, title, record, asked, lambda values, _yes: service.note(record, **values))


def print_cards(bench: Any, records: Sequence[int]) -> None:
    """Print all that is known of lines, a page for each."""
    _print(bench, records, partial(card_paper, bench.services["lines"], bench.desk.clock.today()))


def print_stop_slip(bench: Any, record: int) -> None:
    """Print the notice that a line is stopped, with its place for the reopening."""
    _print(bench, [record], partial(stop_paper, bench.services["lines"], bench.desk.clock.today()))


def _print(bench: Any, records: Sequence[int], paper_of: Callable[[int], Paper]) -> None:
    def work() -> None:
        drawings = [bench.services["papers"].drawing(paper_of(record)) for record in records]
        if print_drawings(bench, drawings, paper_of, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 张"), count=len(drawings)))

    bench.run(work)


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
        FormJob(save=keep, title=shown(QT_TRANSLATE_NOOP("desk", "保存"))),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=f"{row.title}　{row.label or row.holder}　{row.dept or row.branch}",
        size=(660, 440),
        memory=bench.memory,
        key="line_deed",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(_SAVED, line=row.title))
