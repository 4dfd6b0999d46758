"""What is asked of a computer on the network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.computers.rules import LONGEST, TITLES, ComputerEntry
from desk_mailadmin.registers.computers.service import ComputersService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import Confirmed, shown


def new_computer(bench: Any) -> None:
    """Put a computer on file."""
    service = _service(bench)
    start = ComputerEntry("", None, bench.desk.clock.today())
    _ask(bench, QT_TRANSLATE_NOOP("desk", "上网电脑备案"), start, service.add)


def edit_computer(bench: Any, record: int) -> None:
    """Change a computer, often who answers for it."""
    service = _service(bench)

    def keep(entry: ComputerEntry, confirmed: Confirmed) -> None:
        service.edit(record, entry, confirmed)

    _ask(bench, QT_TRANSLATE_NOOP("desk", "修改上网电脑"), service.entry(record), keep)


def retire_computer(bench: Any, record: int) -> None:
    """Record that a computer was taken off the network."""
    question = shown(QT_TRANSLATE_NOOP("desk", "哪一天下网的？"))
    on = bench.prompter.ask_date(question, start=bench.desk.clock.today())
    if on is not None:
        bench.run(lambda: _service(bench).retire(record, on))


def restore_computer(bench: Any, record: int) -> None:
    """Record that a computer is on the network again."""
    bench.run(lambda: _service(bench).restore(record))


def _service(bench: Any) -> ComputersService:
    service: ComputersService = bench.services["computers"]
    return service


def _ask(bench: Any, title: str, entry: ComputerEntry, keep: Callable[[ComputerEntry, Confirmed], object]) -> None:
    staff = bench.services["staff"]
    whose = hits(staff.rows([entry.staff]))[0] if entry.staff else None

    def text(name: str, width: float, **more: Any) -> Asked:
        limit = LONGEST.get(name, 60)
        return Asked(name=name, title=TITLES[name], start=getattr(entry, name), width=width, limit=limit, **more)

    asked = (
        text("number", 12, required=True),
        Asked(
            name="staff", title=QT_TRANSLATE_NOOP("desk", "责任人"), kind=Asks.PERSON, required=True, start=whose,
            find=lambda words: hits(staff.find(words)), width=18,
        ),
        Asked(
            name="filed_on", title=QT_TRANSLATE_NOOP("desk", "备案日期"), kind=Asks.DATE, required=True,
            start=entry.filed_on,
        ),
        text("place", 16),
        text("address", 18, hint=shown(QT_TRANSLATE_NOOP("desk", "IP 或网卡地址"))),
        text("purpose", 18),
        text("remark", 24),
    )  # fmt: skip
    dialog = RecordForm(
        shown(title),
        asked,
        FormJob(
            save=lambda values, yes: keep(ComputerEntry(**values), yes), title=shown(QT_TRANSLATE_NOOP("desk", "保存"))
        ),
        bench.prompter,
        today=bench.desk.clock.today,
        size=(660, 420),
        memory=bench.memory,
        key="computer",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存上网电脑 {number}"), number=dialog.values()["number"]))
