"""What the clerk does with daily figures: sheets typed in, Sundays settled, papers printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Paper, Papers
from desk_mailadmin.registers.sales.entry_form import DayDialog, LateDialog
from desk_mailadmin.registers.sales.printed import best_paper, day_paper, sunday_paper
from desk_mailadmin.registers.sales.rules import BEST, best
from desk_mailadmin.registers.sales.service import SalesService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.shown import shown

_SETTLE = QT_TRANSLATE_NOOP("desk", "登记周日加班")


def enter_day(bench: Any) -> None:
    """Enter today's sheet."""
    _ask_day(bench, bench.desk.clock.today())


def correct_day(bench: Any, record: int) -> None:
    """Correct the sheet of the day a record is of."""
    _ask_day(bench, _service(bench).row(record).on_day)


def make_up(bench: Any, record: int) -> None:
    """Enter what everybody who was short on a record's day made up after closing."""
    service = _service(bench)
    rows = [row for row in service.of_day(service.row(record).on_day) if row.lacking]
    dialog = LateDialog(bench, rows)
    if bench.show_dialog(dialog):
        bench.tell(dialog.recorded)


def settle_sunday(bench: Any, records: Sequence[int]) -> None:
    """Record whether what was owed was done on Sunday, and who stood over it."""
    service = _service(bench)
    rows = service.rows(records)
    results = [
        Choice("done", shown(QT_TRANSLATE_NOOP("desk", "补完"))),
        Choice("missed", shown(QT_TRANSLATE_NOOP("desk", "没有补完"))),
    ]
    asked = (
        Asked(name="result", title=QT_TRANSLATE_NOOP("desk", "结果"), kind=Asks.CHOICE, required=True, choices=results,
              start="done", width=6),
        Asked(name="supervisor", title=QT_TRANSLATE_NOOP("desk", "值班经理"), required=True, width=8,
              suggest=bench.services["departments"].names_in_office),
    )  # fmt: skip

    def save(values: Any, _yes: frozenset[str]) -> None:
        service.settle_sunday(records, values["supervisor"], done=values["result"] == "done")

    dialog = RecordForm(
        shown(_SETTLE),
        asked,
        FormJob(save=save, title=shown(_SETTLE)),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation="\n".join(f"{row.name}　{row.on_day:%m-%d} {row.still_lacking.text}" for row in rows[:6]),
        size=(560, 320),
        memory=bench.memory,
        key="sales_sunday",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {count} 人的周日加班"), count=len(rows)))


def remove_day(bench: Any, record: int) -> None:
    """Take out a day that was entered by mistake."""
    bench.run(lambda: _service(bench).remove(record))


def print_day(bench: Any) -> None:
    """Print a day's sheet; the clerk chooses the day where there are several."""

    def work() -> None:
        service = _service(bench)
        day = _chosen_day(bench, QT_TRANSLATE_NOOP("desk", "打印哪一天的统计表？"), service.days())
        if day is not None:
            _print(bench, day_paper(day, service.of_day(day)), str(day))

    bench.run(work)


def print_sunday(bench: Any) -> None:
    """Print who works on a Sunday; the clerk chooses where there are several."""

    def work() -> None:
        service = _service(bench)
        sundays = service.sundays()
        if not sundays:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有人要周日加班。"))
        sunday = _chosen_day(bench, QT_TRANSLATE_NOOP("desk", "打印哪个周日的名单？"), sundays)
        if sunday is not None:
            _print(bench, sunday_paper(sunday, service.of_sunday(sunday)), str(sunday))

    bench.run(work)


def print_best(bench: Any) -> None:
    """Print who did best in a month; the clerk chooses where there are several."""

    def work() -> None:
        service = _service(bench)
        months = service.choices("month")
        question = shown(QT_TRANSLATE_NOOP("desk", "打印哪个月的优胜名单？"))
        month = months[0].key if len(months) == 1 else bench.prompter.choose(question, months)
        if not month:
            return
        people = service.month(month)
        found = best(people, bench.desk.settings.value(BEST))
        if not found:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{month} 没有每天都按时完成的人，没有优胜名单。"), month=month)
        _print(bench, best_paper(month, found, len(people)), month)

    bench.run(work)


def _ask_day(bench: Any, day: date) -> None:
    dialog = DayDialog(bench, day)
    if bench.show_dialog(dialog):
        bench.tell(dialog.recorded)


def _print(bench: Any, paper: Paper, of: str) -> None:
    papers: Papers = bench.services["papers"]
    drawing = papers.drawing(paper)
    if print_drawings(bench, [drawing], lambda _record: paper, blank=False):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {of} {title}"), of=of, title=drawing.title))


def _chosen_day(bench: Any, question: str, days: Sequence[date]) -> date | None:
    """Return the one day there is, or the one the clerk chooses; UserError where there is none."""
    if not days:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有登记电话量。"))
    key = str(days[0])
    if len(days) > 1:
        key = bench.prompter.choose(shown(question), [Choice(str(day), str(day)) for day in days])
    return next((day for day in days if str(day) == key), None)


def _service(bench: Any) -> SalesService:
    service: SalesService = bench.services["sales"]
    return service
