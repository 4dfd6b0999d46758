"""What the clerk does with allowances: grant, change, end, print the month's list, enter mobile bills."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import mobile
from desk_mailadmin.registers.allowances.entry_form import MobileBillsDialog
from desk_mailadmin.registers.allowances.printed import list_paper
from desk_mailadmin.registers.allowances.rules import SUPERVISOR, AllowanceEntry
from desk_mailadmin.registers.allowances.service import AllowancesService
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.returned_papers import ask_reason
from desk_mailadmin.ui.shown import shown

_AROUND = (0, -1, 1)
"""Months that are offered, counted from this one."""


def new_allowance(bench: Any) -> None:
    """Enter an allowance that was approved on paper before this program."""
    start = AllowanceEntry(staff=0, from_on=bench.desk.clock.today().replace(day=1))
    _ask(bench, QT_TRANSLATE_NOOP("desk", "登记手机补贴"), start, _service(bench).add)


def edit_allowance(bench: Any, record: int) -> None:
    """Change an allowance."""
    service = _service(bench)
    title = QT_TRANSLATE_NOOP("desk", "修改手机补贴")
    _ask(bench, title, service.entry(record), lambda entry: service.edit(record, entry))


def end_allowance(bench: Any, record: int) -> None:
    """Stop paying an allowance, from the day after the one that is asked for."""
    service = _service(bench)
    row = service.row(record)

    def deed(on: date, reason: str) -> None:
        service.end(record, on, reason)

    ask_reason(bench, QT_TRANSLATE_NOOP("desk", "停发"), row.name, row.dept, deed)


def print_list(bench: Any) -> None:
    """Print who gets an allowance with the wages of a month."""

    def work() -> None:
        month = _month(bench, QT_TRANSLATE_NOOP("desk", "打印哪个月的手机补贴发放表？"))
        if month is None:
            return
        paper = list_paper(_service(bench), month, bench.desk.clock.today())
        drawing = bench.services["papers"].drawing(paper)
        if print_drawings(bench, [drawing], lambda _record: paper, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {month}手机补贴发放表"), month=title_of(month)))

    bench.run(work)


def enter_bills(bench: Any) -> None:
    """Enter what the mobiles of those with an allowance cost in a month; what the bills hold stands there already."""
    dialog = MobileBillsDialog(_service(bench), bench, month_after(month_of(bench.desk.clock.today()), -1))
    if bench.show_dialog(dialog):
        bench.tell(dialog.told)


def propose(bench: Any, record: int) -> None:
    """Hand what went beyond the allowance to wages, once the clerk said so."""
    question = QT_TRANSLATE_NOOP("desk", "把{name}的手机话费超出补贴的部分转入处罚台账，从工资里扣。")
    verb = shown(QT_TRANSLATE_NOOP("desk", "超额转工资"))

    def work() -> None:
        if not bench.prompter.confirm(shown(question, name=_service(bench).row(record).name), verb):
            return
        number = _service(bench).propose(record)
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已转工资扣款 {number}"), number=number))

    bench.run(work)


def _service(bench: Any) -> AllowancesService:
    service: AllowancesService = bench.services["allowances"]
    return service


def _month(bench: Any, question: str) -> str | None:
    this = month_of(bench.desk.clock.today())
    months = [month_after(this, place) for place in _AROUND]
    chosen: str | None = bench.prompter.choose(shown(question), [Choice(month, title_of(month)) for month in months])
    return chosen


def _ask(bench: Any, title: str, entry: AllowanceEntry, keep: Callable[[AllowanceEntry], object]) -> None:
    job = FormJob(save=lambda values, _yes: keep(_entry(values, entry)), title=shown(QT_TRANSLATE_NOOP("desk", "保存")))
    dialog = RecordForm(
        shown(title),
        _asked(bench, entry),
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        size=(620, 460),
        memory=bench.memory,
        key="allowance",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        name = bench.services["staff"].row(dialog.values()["staff"]).name
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存{name}的手机补贴"), name=name))


def _asked(bench: Any, entry: AllowanceEntry) -> Sequence[Asked]:
    staff, known = bench.services["staff"], _service(bench).standards()
    person = hits([staff.row(entry.staff)], active_only=False)[0] if entry.staff else None
    ranks = [Choice(rank, rank) for rank in dict.fromkeys((*known, entry.rank, "其他职级"))]
    return (
        Asked(
            name="staff", title=QT_TRANSLATE_NOOP("desk", "人员"), kind=Asks.PERSON, required=True, start=person,
            find=lambda text: hits(staff.find(text)), fixed=bool(entry.staff),
        ),
        Asked(name="mobile", title=QT_TRANSLATE_NOOP("desk", "移动电话"), start=entry.mobile, width=10),
        Asked(
            name="rank", title=QT_TRANSLATE_NOOP("desk", "补贴职级"), kind=Asks.CHOICE, required=True, choices=ranks,
            start=entry.rank, width=7, note=QT_TRANSLATE_NOOP("desk", "各职级的标准在设置里"),
        ),
        Asked(
            name="monthly_fen", title=QT_TRANSLATE_NOOP("desk", "每月补贴"), kind=Asks.MONEY,
            start=entry.monthly_fen or known.get(SUPERVISOR, 0),
        ),
        Asked(
            name="from_on", title=QT_TRANSLATE_NOOP("desk", "起始日期"), kind=Asks.DATE, required=True,
            start=entry.from_on,
        ),
        Asked(
            name="until_on", title=QT_TRANSLATE_NOOP("desk", "截止日期"), kind=Asks.DATE, start=entry.until_on,
            beside=True,
        ),
        Asked(
            name="application", title=QT_TRANSLATE_NOOP("desk", "申请编号"), start=entry.application, width=9,
            note=QT_TRANSLATE_NOOP("desk", "公司领导批准的那一份（15.二.3）"),
        ),
        Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "备注"), kind=Asks.LONG, start=entry.remark, limit=500),
    )  # fmt: skip


def _entry(values: Mapping[str, Any], entry: AllowanceEntry) -> AllowanceEntry:
    return AllowanceEntry(
        staff=values["staff"] or entry.staff,
        rank=values["rank"],
        mobile=mobile(values["mobile"]).value or values["mobile"],
        monthly_fen=values["monthly_fen"],
        from_on=values["from_on"],
        until_on=values["until_on"],
        application=values["application"],
        remark=values["remark"],
    )
