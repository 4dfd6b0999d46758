"""What is asked of a telephone message, and its slips."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Papers
from desk_mailadmin.registers.messages.printed import slip_papers
from desk_mailadmin.registers.messages.rules import LONGEST_TEXT, SLIPS, TITLES, WAYS, WISHES, MessageEntry, Passing
from desk_mailadmin.registers.messages.service import MessagesService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.returned_papers import ask_reason
from desk_mailadmin.ui.shown import shown

_LEAVE = QT_TRANSLATE_NOOP("desk", "代请病假、事假的电话不转：告诉对方打到所在部门的办公室（电话制度 1.六）。")
_PASS_ON = QT_TRANSLATE_NOOP("desk", "登记转达")


def new_message(bench: Any) -> None:
    """Take a message down."""
    now = bench.desk.clock.now()
    start = {"taken_on": now.date(), "taken_at": f"{now:%H:%M}", "wish": "call_back", "taken_by": bench.desk.who}
    _ask(bench, QT_TRANSLATE_NOOP("desk", "登记留言"), start, lambda entry: _service(bench).enter(entry))


def edit_message(bench: Any, record: int) -> None:
    """Correct a message."""
    service = _service(bench)
    entry = service.entry(record)
    start = {key: getattr(entry, key) for key in TITLES} | {"staff": entry.staff}
    _ask(bench, QT_TRANSLATE_NOOP("desk", "更正留言"), start, lambda changed: service.edit(record, changed))


def pass_on(bench: Any, records: Sequence[int]) -> None:
    """Record when and how messages were passed on."""
    service, now = _service(bench), bench.desk.clock.now()
    rows = service.rows(records)
    ways = [Choice(key, shown(title)) for key, title in WAYS]
    asked = (
        Asked(name="how", title=QT_TRANSLATE_NOOP("desk", "怎样转达"), kind=Asks.CHOICE, required=True, choices=ways,
              start="phone", width=6),
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "日期"), kind=Asks.DATE, required=True, start=now.date()),
        Asked(name="at", title=QT_TRANSLATE_NOOP("desk", "时间"), required=True, start=f"{now:%H:%M}", width=4,
              beside=True, checks=(_time,)),
    )  # fmt: skip
    dialog = RecordForm(
        shown(_PASS_ON),
        asked,
        FormJob(save=lambda values, _yes: service.pass_on(records, Passing(**values)), title=shown(_PASS_ON)),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation="\n".join(f"{row.number}　{row.name}（{row.dept}）　{row.caller} {row.phone}" for row in rows[:6]),
        size=(560, 300),
        memory=bench.memory,
        key="message_passed",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {count} 条留言转达"), count=len(rows)))


def take_back(bench: Any, record: int) -> None:
    """Record that a message was not passed on after all."""
    bench.run(lambda: _service(bench).take_back(record))


def void_message(bench: Any, record: int) -> None:
    """Void a message; its number stays."""
    service = _service(bench)
    row = service.row(record)
    verb = QT_TRANSLATE_NOOP("desk", "作废")
    ask_reason(bench, verb, row.number, row.name, lambda on, why: service.void(record, on, why))


def print_slips(bench: Any, records: Sequence[int]) -> None:
    """Print the slips of messages, several on a sheet to be cut apart."""

    def work() -> None:
        papers: Papers = bench.services["papers"]
        sheets = slip_papers(_service(bench), records)
        by_record = {sheet.record: sheet for sheet in sheets}
        drawings = [papers.drawing(sheet) for sheet in sheets]
        if print_drawings(bench, drawings, by_record.__getitem__, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 张留言条"), count=len(records)))

    bench.run(work)


def print_blank_slips(bench: Any) -> None:
    """Print a sheet of empty slips for the gate."""
    from desk_mailadmin.papers import Paper
    from desk_mailadmin.ui.paper_printing import print_blank_form

    papers: Papers = bench.services["papers"]
    bench.run(lambda: print_blank_form(bench, papers.drawing(Paper("message", 0, SLIPS, "", {}))))


def _service(bench: Any) -> MessagesService:
    service: MessagesService = bench.services["messages"]
    return service


def _time(text: str) -> None:
    check_time(text)


def _ask(bench: Any, title: str, start: Mapping[str, Any], keep: Callable[[MessageEntry], object]) -> None:
    job = FormJob(
        save=lambda values, _yes: keep(MessageEntry(**values)), title=shown(QT_TRANSLATE_NOOP("desk", "保存"))
    )
    dialog = RecordForm(
        shown(title),
        _asked(bench, start),
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=shown(_LEAVE),
        size=(700, 520),
        memory=bench.memory,
        key="message",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        row = _service(bench).row(dialog.result_value) if isinstance(dialog.result_value, int) else None
        number = row.number if row else ""
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存留言 {number}"), number=number).strip())


def _asked(bench: Any, start: Mapping[str, Any]) -> tuple[Asked, ...]:
    staff, names = bench.services["staff"], bench.services["departments"].names_in_office
    whose = hits(staff.rows([start["staff"]]))[0] if "staff" in start else None
    wishes = [Choice(key, shown(title)) for key, title in WISHES]
    text = partial(_text, start)
    return (
        Asked(
            name="staff", title=QT_TRANSLATE_NOOP("desk", "给谁"), kind=Asks.PERSON, required=True, start=whose,
            find=lambda words: hits(staff.find(words)), width=18,
        ),
        text("caller", 8, required=True),
        text("company", 14, beside=True),
        text("phone", 12, hint=shown(QT_TRANSLATE_NOOP("desk", "要回电话的一定要记"))),
        Asked(
            name="wish", title=TITLES["wish"], kind=Asks.CHOICE, required=True, choices=wishes, start=start["wish"],
            width=8,
        ),
        Asked(
            name="text", title=TITLES["text"], kind=Asks.LONG, start=start.get("text", ""), limit=LONGEST_TEXT, lines=4
        ),
        Asked(
            name="taken_on", title=TITLES["taken_on"], kind=Asks.DATE, required=True, start=start["taken_on"]
        ),
        text("taken_at", 4, required=True, beside=True, checks=(_time,)),
        text("taken_by", 8, suggest=names),
    )  # fmt: skip


def _text(start: Mapping[str, Any], name: str, width: float, **more: Any) -> Asked:
    return Asked(name=name, title=TITLES[name], start=start.get(name, ""), width=width, **more)
