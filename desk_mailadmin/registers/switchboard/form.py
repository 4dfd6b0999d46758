"""What is asked of the switchboard's log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Papers
from desk_mailadmin.registers.switchboard.printed import log_paper
from desk_mailadmin.registers.switchboard.rules import (
    AREAS,
    CAUSES,
    DEEDS,
    INSIDE,
    LONG_DISTANCE,
    MANAGER,
    ON_DUTY,
    OPEN,
    OUTSIDE,
    RANKS,
    TAKERS,
    TITLES,
    WHATS,
    Deed,
)
from desk_mailadmin.registers.switchboard.service import SwitchboardService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.shown import shown

_WORD = QT_TRANSLATE_NOOP("desk", "谁通知的")
_DONE = QT_TRANSLATE_NOOP("desk", "办理")
_BACK = QT_TRANSLATE_NOOP("desk", "登记恢复")


def new_deed(bench: Any) -> None:
    """Enter what the switchboard did."""
    now = bench.desk.clock.now()
    headquarters = bench.services["branches"].names()
    start = {
        "branch": str(headquarters[0][0]) if headquarters else "", "deed": "close", "what": "outside_line",
        "area": INSIDE, "asked_rank": MANAGER, "done_on": now.date(), "done_at": f"{now:%H:%M}",
        "operator": bench.desk.who,
    }  # fmt: skip
    _ask(bench, QT_TRANSLATE_NOOP("desk", "登记总机记录"), start, lambda deed: _service(bench).enter(deed))


def edit_deed(bench: Any, record: int) -> None:
    """Correct an entry."""
    service = _service(bench)
    deed = service.entry(record)
    start = {key: getattr(deed, key) for key in (*TITLES, "own")} | {"branch": str(deed.branch)}
    _ask(bench, QT_TRANSLATE_NOOP("desk", "更正总机记录"), start, lambda changed: service.edit(record, changed))


def reverse_deed(bench: Any, record: int) -> None:
    """Record that what was closed is open again, or the other way round."""
    service, now = _service(bench), bench.desk.clock.now()
    row = service.row(record)
    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "日期"), kind=Asks.DATE, required=True, start=now.date()),
        Asked(name="at", title=QT_TRANSLATE_NOOP("desk", "时间"), required=True, start=f"{now:%H:%M}", width=4,
              beside=True, checks=(_time,)),
        Asked(name="by", title=TITLES["operator"], required=True, start=bench.desk.who, width=8,
              suggest=bench.services["departments"].names_in_office),
    )  # fmt: skip
    dialog = RecordForm(
        shown(_BACK),
        asked,
        FormJob(save=lambda values, _yes: service.reverse(record, **values), title=shown(_BACK)),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=f"{row.extension}　{row.matter}　{row.done_on} {row.done_at}　{row.asked_by}",
        size=(560, 300),
        memory=bench.memory,
        key="switchboard_back",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {extension} 恢复"), extension=row.extension))


def take_back(bench: Any, record: int) -> None:
    """Record that it was not put back after all."""
    bench.run(lambda: _service(bench).take_back(record))


def print_log(bench: Any) -> None:
    """Print the log of a month; the clerk chooses the month where there are several."""

    def work() -> None:
        service = _service(bench)
        months = service.choices("month")
        question = shown(QT_TRANSLATE_NOOP("desk", "打印哪个月的总机记录？"))
        month = months[0].key if len(months) == 1 else bench.prompter.choose(question, months)
        if not month:
            return
        papers: Papers = bench.services["papers"]
        paper = log_paper(month, service.of_month(month))
        if print_drawings(bench, [papers.drawing(paper)], lambda _record: paper, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {month} 总机记录"), month=month))

    bench.run(work)


def _service(bench: Any) -> SwitchboardService:
    service: SwitchboardService = bench.services["switchboard"]
    return service


def _time(text: str) -> None:
    check_time(text)


def _ask(bench: Any, title: str, start: Mapping[str, Any], keep: Callable[[Deed], object]) -> None:
    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> None:
        given = {**values, "branch": int(values["branch"] or 0)}
        keep(Deed(**given, application=start.get("application", "")))

    dialog = RecordForm(
        shown(title),
        _asked(bench, start),
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "保存"))),
        bench.prompter,
        today=bench.desk.clock.today,
        size=(760, 600),
        memory=bench.memory,
        key="switchboard",
        parent=bench.window,
    )
    _follow(dialog)
    dialog.start_from_here()
    if bench.show_dialog(dialog):
        said = QT_TRANSLATE_NOOP("desk", "已保存分机 {extension} 的总机记录")
        bench.tell(shown(said, extension=dialog.values()["extension"]))


def _follow(dialog: RecordForm) -> None:
    """Ask only for what 9.1 and 9.2 ask for: cause and taker outside, the taker in the manager's absence."""

    def show() -> None:
        area, rank = dialog.field("area").value(), dialog.field("asked_rank").value()
        opens = (dialog.field("deed").value(), dialog.field("what").value()) == (OPEN, LONG_DISTANCE)
        dialog.field("cause").setEnabled(area == OUTSIDE)
        dialog.field("taken_by").setEnabled(area == OUTSIDE or rank == ON_DUTY)
        dialog.field("own").setEnabled(opens and area == INSIDE)

    for name in ("area", "asked_rank", "deed", "what"):
        dialog.field(name).changed.connect(show)
    show()


def _asked(bench: Any, start: Mapping[str, Any]) -> tuple[Asked, ...]:
    names = bench.services["departments"].names_in_office
    branches = [Choice(str(number), name) for number, name in bench.services["branches"].names()]

    def text(name: str, width: float, **more: Any) -> Asked:
        return Asked(name=name, title=TITLES[name], start=start.get(name, ""), width=width, **more)

    def choice(name: str, choices: Any, width: float, **more: Any) -> Asked:
        offered = [Choice(key, shown(title)) for key, title in choices]
        more = {"required": True, **more}
        return Asked(
            name=name, title=TITLES[name], kind=Asks.CHOICE, choices=offered, start=start.get(name, ""), width=width,
            **more,
        )  # fmt: skip

    return (
        text("extension", 6, required=True, limit=12),
        Asked(
            name="branch", title=QT_TRANSLATE_NOOP("desk", "单位"), kind=Asks.CHOICE, required=True, choices=branches,
            start=start["branch"], width=10, beside=True,
        ),
        text("dept", 12),
        choice("deed", DEEDS, 4),
        choice("what", WHATS, 6, beside=True),
        choice("area", AREAS, 11),
        Asked(
            name="own", title=QT_TRANSLATE_NOOP("desk", "长途"), kind=Asks.FLAG, start=bool(start.get("own")),
            note=QT_TRANSLATE_NOOP("desk", "是部门经理本人的办公分机（电话制度 9.2）"),
        ),
        text("asked_by", 8, required=True, suggest=names, group=_WORD),
        text("asked_dept", 10, beside=True, group=_WORD),
        choice("asked_rank", RANKS, 9, group=_WORD),
        choice("cause", CAUSES, 8, required=False, group=_WORD),
        choice("taken_by", TAKERS, 8, required=False, group=_WORD, beside=True),
        text("reason", 28, limit=200, group=_WORD),
        text("operator", 8, required=True, suggest=names, group=_DONE),
        Asked(
            name="done_on", title=TITLES["done_on"], kind=Asks.DATE, required=True, start=start["done_on"], group=_DONE,
        ),
        text("done_at", 4, required=True, beside=True, checks=(_time,), group=_DONE),
        text("remark", 28, limit=200, group=_DONE),
    )  # fmt: skip
