"""What the clerk does with the long-distance log: enter, put right, check against the bills, hand in, print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.longdistance.entries import LogEntry
from desk_mailadmin.registers.longdistance.entry_form import CallForm
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.printed import month_paper
from desk_mailadmin.registers.longdistance.rules import Matching
from desk_mailadmin.registers.longdistance.service import LongDistanceService
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.shown import shown

_ENTER = QT_TRANSLATE_NOOP("desk", "登记长途电话")


def _service(bench: Any) -> LongDistanceService:
    service: LongDistanceService = bench.services["longdistance"]
    return service


def new_call(bench: Any) -> None:
    """Enter calls, one after the other as long as the clerk wants to."""
    entry = LogEntry(on_day=bench.desk.clock.today())
    while True:
        form = CallForm(bench, _ENTER, entry, None, more=True)
        if not form.ask() or form.saved is None:
            return
        bench.show_record("longdistance", form.saved)
        row = _service(bench).row(form.saved)
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {user} 的长途电话"), user=row.user))
        if not form.again:
            return
        entry = LogEntry(on_day=row.on_day)


def edit_call(bench: Any, record: int) -> None:
    """Put an entry right."""
    form = CallForm(bench, QT_TRANSLATE_NOOP("desk", "修改长途登记"), _service(bench).entry(record), record)
    if form.ask():
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已修改长途登记")))


def fill_call(bench: Any, record: int) -> None:
    """Log a billed call that nobody logged, with what the bill knows filled in."""
    form = CallForm(bench, QT_TRANSLATE_NOOP("desk", "补登长途电话"), _service(bench).entry(record), None)
    if form.ask() and form.saved is not None:
        bench.show_record("longdistance", form.saved)
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已补登，和清单核对过")))


def drop_call(bench: Any, record: int) -> None:
    """Delete an entry made by mistake."""
    row = _service(bench).row(record)
    question = shown(
        QT_TRANSLATE_NOOP("desk", "删除 {user} {on} 打 {number} 的登记？"),
        user=row.user,
        on=row.on_day,
        number=row.called,
    )
    if bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "删除")), danger=True):
        bench.run(lambda: _service(bench).drop(record))


def check_month(bench: Any) -> None:
    """Check a month's log against its bills."""
    month = _ask_month(bench, QT_TRANSLATE_NOOP("desk", "核对哪个月的登记？"))
    if month:
        found: Matching | None = bench.run(lambda: _service(bench).check(month))
        if found is not None:
            bench.tell(_said(month, found))


def _said(month: str, found: Matching) -> str:
    states = [verdict.state for verdict in found.verdicts.values()]
    return shown(
        QT_TRANSLATE_NOOP(
            "desk", "{month}核对完：相符 {ok} 条，不完整 {incomplete} 条，不实 {false} 条，清单有而没有登记 {missed} 个"
        ),
        month=title_of(month),
        ok=states.count("ok"),
        incomplete=states.count("incomplete"),
        false=states.count("false"),
        missed=len(found.unlogged),
    )


def print_sheet(bench: Any, record: int) -> None:
    """Print the sheet of the entry's unit and month, for the manager's signatures (002/5.四(一))."""

    def work() -> None:
        row = _service(bench).row(record)
        papers = bench.services["papers"]
        paper = month_paper(_service(bench), bench.desk, row)
        print_drawings(
            bench, [papers.drawing(paper)], lambda _record: month_paper(_service(bench), bench.desk, row), blank=False
        )

    bench.run(work)


def hand_in_sheet(bench: Any, record: int) -> None:
    """Record that a unit handed its sheet of the month in."""
    row = _service(bench).row(record)
    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "交表日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="by", title=QT_TRANSLATE_NOOP("desk", "交表人"), width=8,
              suggest=bench.services["departments"].names_in_office),
    )  # fmt: skip
    _ask_sheet(
        bench, row, QT_TRANSLATE_NOOP("desk", "登记交表"), asked,
        lambda values, branch: _service(bench).hand_in(row.month, branch, values["on"], values["by"]),
    )  # fmt: skip


def review_sheet(bench: Any, record: int) -> None:
    """Record date and signature of the general manager's review (002/5.四(一))."""
    row = _service(bench).row(record)
    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "核阅日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="by", title=QT_TRANSLATE_NOOP("desk", "核阅人"), required=True, width=8,
              suggest=bench.services["departments"].names_in_office),
        Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "核阅意见"), width=24, limit=200),
    )  # fmt: skip
    _ask_sheet(
        bench, row, QT_TRANSLATE_NOOP("desk", "登记总经理核阅"), asked,
        lambda values, branch: _service(bench).review(row.month, branch, values["on"], values["by"], values["remark"]),
    )  # fmt: skip


def _ask_sheet(
    bench: Any,
    row: LongDistanceRow,
    title: str,
    asked: Sequence[Asked],
    keep: Callable[[Mapping[str, Any], int], object],
) -> None:
    branch = row.branch_id
    if branch is None:
        bench.prompter.warn(shown(QT_TRANSLATE_NOOP("desk", "这一条不知道是哪个单位的，先补上使用电话。")))
        return
    sheet = shown(
        QT_TRANSLATE_NOOP("desk", "{branch}　{month}长途电话记录表"), branch=row.branch, month=title_of(row.month)
    )
    dialog = RecordForm(
        shown(title), asked, FormJob(save=lambda values, _yes: keep(values, branch), title=shown(title)),
        bench.prompter, today=bench.desk.clock.today, explanation=sheet, size=(540, 300), memory=bench.memory,
        key=f"longdistance_{asked[0].title}", parent=bench.window,
    )  # fmt: skip
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}：{sheet}"), what=shown(title), sheet=sheet))


def show_keys(bench: Any) -> None:
    """Say who has the key of which locked telephone (002/1.五)."""
    out = _service(bench).keys_out()
    if not out:
        bench.prompter.inform(shown(QT_TRANSLATE_NOOP("desk", "没有领出的话机钥匙。")))
        return
    template = QT_TRANSLATE_NOOP("desk", "话机 {set}：{name}　{number}　{at}")
    lines = (
        shown(template, set=slip.extension, name=slip.name, number=slip.number,
              at=" ".join(filter(None, (str(slip.on_day or ""), slip.key_at))))
        for slip in out
    )  # fmt: skip
    bench.prompter.inform(shown(QT_TRANSLATE_NOOP("desk", "领出还没有归还的钥匙：")), "\n".join(lines))


def _ask_month(bench: Any, question: str) -> str:
    months = [Choice(month, title_of(month)) for month in _service(bench).checkable()]
    if not months:
        bench.prompter.inform(shown(QT_TRANSLATE_NOOP("desk", "还没有长途登记，也没有话费清单。")))
        return ""
    if len(months) == 1:
        return months[0].key
    return bench.prompter.choose(shown(question), months, verb=shown(QT_TRANSLATE_NOOP("desk", "核对"))) or ""
