"""What the clerk does with findings: check a month, register a case, note why not, take a decision back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.findings.listing import FindingRow
from desk_mailadmin.registers.findings.rules import KINDS
from desk_mailadmin.registers.findings.service import FindingsService, Run
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.entry_form import ask_penalty
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.chooser import Chooser
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown


def _service(bench: Any) -> FindingsService:
    service: FindingsService = bench.services["findings"]
    return service


def run_month(bench: Any) -> None:
    """Check a month; the one that waits for it is offered first."""
    service = _service(bench)
    months = list(dict.fromkeys((*service.unchecked(), *service.months())))
    if not months:
        bench.prompter.inform(shown(QT_TRANSLATE_NOOP("desk", "还没有通话，先在“账单”里导入话单。")))
        return
    choices = [Choice(month, title_of(month)) for month in months]
    question = shown(QT_TRANSLATE_NOOP("desk", "核查哪个月的通话？"))
    month = bench.prompter.choose(question, choices, verb=shown(QT_TRANSLATE_NOOP("desk", "核查")))
    if month:
        title = shown(QT_TRANSLATE_NOOP("desk", "核查 {month}"), month=title_of(month))
        done: Run | None = bench.hold(title, lambda report: service.run(month, report), stoppable=False)
        if done is not None:
            bench.refresh()
            bench.tell(said(done))


def said(done: Run) -> str:
    """Return what a check brought, in a sentence."""
    kinds = "，".join(f"{shown(KINDS[key].title)} {count}" for key, count in done.kinds.items() if count)
    template = QT_TRANSLATE_NOOP("desk", "{month}核查完，{calls} 通通话：{kinds}")
    nothing = shown(QT_TRANSLATE_NOOP("desk", "没有发现"))
    return shown(template, month=title_of(done.month), calls=f"{done.calls:,}", kinds=kinds or nothing)


def penalise(bench: Any, ids: Sequence[int]) -> None:
    """Register a case of findings of one person: the rulebook proposes, people decide."""

    def work() -> None:
        service = _service(bench)
        rows = service.rows(ids)
        staff = None
        if all(row.staff is None for row in rows) and all(row.act for row in rows):
            staff = _ask_person(bench, rows)
            if staff is None:
                return
        entry = service.entry_for(ids, staff)
        record = ask_penalty(bench, start=entry)
        if record is not None:
            service.link(ids, record)
            _tell_case(bench, record)

    bench.run(work)


def _ask_person(bench: Any, rows: Sequence[FindingRow]) -> int | None:
    """Ask who it was: a shared set names nobody."""
    sets = "、".join(dict.fromkeys(row.who or row.extension or row.number for row in rows))
    title = shown(QT_TRANSLATE_NOOP("desk", "{sets}是公用电话，是谁打的？"), sets=sets)
    staff = bench.services["staff"]
    dialog = Chooser(
        title, lambda text: hits(staff.find(text), active_only=False), shown(QT_TRANSLATE_NOOP("desk", "登记处罚")),
        memory=bench.memory, parent=bench.window,
    )  # fmt: skip
    return dialog.chosen.id if bench.show_dialog(dialog) and dialog.chosen else None


def _tell_case(bench: Any, record: int) -> None:
    row = bench.services["penalties"].row(record)
    if row.number:
        from desk_mailadmin.registers.penalties.printing import print_cases

        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已开出 {number}"), number=row.number))
        print_cases(bench, [record])
    else:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已存处罚草稿，在处罚台账里填完")))


def draft_cases(bench: Any, ids: Sequence[int]) -> None:
    """Keep drafts of cases, one for each person and act."""
    rows = [row for row in _service(bench).rows(ids) if row.act]
    people = len({(row.staff, row.act) for row in rows if row.staff is not None})
    question = shown(
        QT_TRANSLATE_NOOP("desk", "把 {count} 项按人和行为存成 {people} 张处罚草稿？"), count=len(rows), people=people
    )
    detail = shown(
        QT_TRANSLATE_NOOP("desk", "同一个人同一种行为的几次合在一张上，次数和话费相加。草稿没有编号，填完才开出。")
    )
    if bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "存草稿")), detail=detail):
        done = bench.run(lambda: _service(bench).draft(ids))
        if done is not None:
            drafts, nobody = done
            left = shown(QT_TRANSLATE_NOOP("desk", "；{count} 项不知道是谁，单独登记"), count=nobody) if nobody else ""
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已存 {count} 张处罚草稿"), count=drafts) + left)


def dismiss(bench: Any, ids: Sequence[int]) -> None:
    """Note what was said, and that nothing follows."""
    service = _service(bench)
    rows = service.rows(ids)
    asked = (Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "说明"), kind=Asks.LONG, required=True, limit=500),)
    dialog = RecordForm(
        shown(QT_TRANSLATE_NOOP("desk", "记录说明，不处理")),
        asked,
        FormJob(
            save=lambda values, _yes: service.dismiss(ids, values["reason"]),
            title=shown(QT_TRANSLATE_NOOP("desk", "不处理")),
        ),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=_in_short(rows),
        size=(560, 280),
        memory=bench.memory,
        key="finding_dismiss",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已记录说明，{count} 项不处理"), count=len(rows)))


def restore(bench: Any, ids: Sequence[int]) -> None:
    """Open decided findings again."""
    service = _service(bench)
    question = shown(QT_TRANSLATE_NOOP("desk", "把 {count} 项恢复为待处理？"), count=len(ids))
    if bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "恢复"))):
        bench.run(lambda: service.restore(ids))


def show_call(bench: Any, record: int) -> None:
    """Show the call, or the entry of the log, that a finding is of."""
    row = _service(bench).row(record)
    if row.call is not None:
        bench.show_record("calls", row.call)
    elif row.log is not None:
        bench.show_record("longdistance", row.log)
    else:
        bench.prompter.inform(shown(QT_TRANSLATE_NOOP("desk", "这个电话已经不在清单里了。")))


def _in_short(rows: Sequence[FindingRow]) -> str:
    """Return findings in a line: one as it is, several counted with their fees."""
    if len(rows) == 1:
        row = rows[0]
        return f"{row.kind_title}　{row.who}　{row.occurred_at:%Y-%m-%d %H:%M}　{row.called}"
    fee = fen_to_text(sum(row.fee_fen for row in rows))
    return shown(QT_TRANSLATE_NOOP("desk", "{count} 项，话费共 {fee} 元"), count=len(rows), fee=fee)
