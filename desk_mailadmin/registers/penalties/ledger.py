"""The penalty ledger month by month: which months there are, what they come to, the ladder somebody stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desk_mailadmin.kernel.detail import Detail, Step, StepState
from desk_mailadmin.kernel.ledger_view import (
    MONTH,
    LedgerMonth,
    LedgerView,
    Measure,
    MonthBanner,
    Overview,
    Sum,
    Totals,
)
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Kind, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.model import ClosedMonth
from desk_mailadmin.registers.months.rules import first_open, is_closed, title_of
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.rules import COUNTED, LIFECYCLE
from desk_mailadmin.registers.penalties.service import PenaltiesService

_EARLIER = 3
"""Rungs below the current one that the ladder shows; older ones are counted in one line."""

_CHECK = 8
"""Digits of a workbook's check sum that people compare."""


def months(service: PenaltiesService, today: date) -> Sequence[LedgerMonth]:
    """Return every month from the first with a case to this one, the oldest first."""
    counts, closed = service.month_counts(), service.months.closed_names()
    known = {*counts, *closed, month_of(today)}
    return [
        LedgerMonth(month, is_closed(month, closed), f"{counts.get(month, 0)} 件")
        for month in _between(min(known), max(known))
    ]


def _between(first: str, last: str) -> Iterator[str]:
    while first <= last:
        yield first
        first = month_after(first)


def totals(service: PenaltiesService, query: Query) -> Totals:
    """Return the band below the list, to the fen what the cases listed come to."""
    sums = service.sums(query)
    rest = sums["rest"]
    tone = Tone.GREY if not rest else Tone.AMBER if rest > 0 else Tone.RED
    return Totals((
        Sum(QT_TRANSLATE_NOOP("desk", "有效"), text=f"{sums['cases']:,} 件"),
        Sum(service.money_word(), sums["fine"]),
        Sum(QT_TRANSLATE_NOOP("desk", "追缴/赔偿"), sums["recovery"]),
        Sum(QT_TRANSLATE_NOOP("desk", "已扣"), sums["deducted"]),
        Sum(QT_TRANSLATE_NOOP("desk", "减免"), sums["waived"]),
        Sum(QT_TRANSLATE_NOOP("desk", "未结"), rest, tone=tone),
    ))  # fmt: skip


def banner(service: PenaltiesService, month: str) -> MonthBanner | None:
    """Say of a closed month who closed it, who signed, and what to do about an error (UI 13b)."""
    closing = service.months.closing_of(month)
    if closing is None:
        return None
    day, now = _day(closing.closed_on, month), first_open(month_after(month), service.months.closed_names())
    words = (
        f"{title_of(month)}已于 {day} {_by(closing)}。本月记录只读；发现错误，选中那一条“冲销”，"
        f"记在 {title_of(now)}，原记录保留。台账文件校验码 {closing.file_sha256[:_CHECK].upper()}。"
    )
    return MonthBanner(Tone.GREY, words, ("ledger", "reopen_month"))


def _day(on: date, month: str) -> str:
    return f"{on:%m-%d}" if month.startswith(f"{on:%Y}") else f"{on}"


def _by(closing: ClosedMonth) -> str:
    signed = [f"{name}{does}" for name, does in ((closing.reviewed_by, "审核"), (closing.approved_by, "批准")) if name]
    closed = f"由{closing.closed_by}月结" if closing.closed_by else "月结"
    return "，".join([closed, *signed])


def locked(action: str, month: LedgerMonth) -> str:
    """Say what cannot be done while a closed month is shown: nothing is booked in it any more."""
    if month.closed and action in ("new", "void"):
        return QT_TRANSLATE_NOOP("desk", "这个月已经月结，换到没有月结的月份")
    return ""


def ladder(service: PenaltiesService, record: int) -> Detail:
    """Return the ladder a case stands on: the earlier ones that count, this one, what the next would bring."""
    row = service.row(record)
    subtitle = "　".join(part for part in (row.cited, row.act_title) if part)
    title = "　".join(part for part in (row.name, row.number) if part)
    return Detail(title, subtitle, LIFECYCLE.state(row.state), steps=tuple(_rungs(service, row)))


def _rungs(service: PenaltiesService, row: PenaltyRow) -> Iterator[Step]:
    if row.state not in COUNTED:
        yield Step(row.sanction or LIFECYCLE.state(row.state).title, StepState.NOW, row.progress or row.facts)
        return
    rungs = service.rungs(row.id) or [row]
    here = next((place for place, rung in enumerate(rungs) if rung.id == row.id), len(rungs) - 1)
    first = max(here - _EARLIER, 0)
    if first:
        yield Step(f"更早 {first} 次", StepState.DONE, f"{rungs[0].occurred_on} 起")
    for rung in rungs[first:]:
        yield _rung(rung, current=rung.id == row.id)
    last = rungs[-1]
    if last.next_time:
        words = last.next_time.removeprefix("再犯：")
        yield Step(f"第 {last.offence_no + 1} 次：{words}", StepState.TODO, "再犯时由规则库提出，仍由领导决定")


def _rung(rung: PenaltyRow, *, current: bool) -> Step:
    here = "（本条）" if current else ""
    state = LIFECYCLE.state(rung.state).title
    note = "　".join(part for part in (rung.number, f"{rung.occurred_on:%Y-%m-%d}", state) if part)
    return Step(f"{rung.count_text}：{rung.sanction}{here}", StepState.NOW if current else StepState.DONE, note)


def _month_of(service: PenaltiesService, record: int) -> str:
    return service.row(record).month


LEDGER = LedgerView(
    months=months,
    month_of=_month_of,
    totals=totals,
    banner=banner,
    overviews=(
        Overview("dept", QT_TRANSLATE_NOOP("desk", "按部门"), QT_TRANSLATE_NOOP("desk", "部门"), "place"),
        Overview("clause", QT_TRANSLATE_NOOP("desk", "按条款"), QT_TRANSLATE_NOOP("desk", "条款"), "clause"),
        Overview("person", QT_TRANSLATE_NOOP("desk", "按人"), QT_TRANSLATE_NOOP("desk", "当事人"), "staff"),
        Overview(MONTH, QT_TRANSLATE_NOOP("desk", "按月份"), QT_TRANSLATE_NOOP("desk", "月份"), MONTH),
    ),
    measures=(
        Measure("cases", QT_TRANSLATE_NOOP("desk", "件数"), Kind.COUNT),
        Measure("fine_fen", QT_TRANSLATE_NOOP("desk", "罚款")),
        Measure("recovery_fen", QT_TRANSLATE_NOOP("desk", "追缴/赔偿")),
        Measure("deducted_fen", QT_TRANSLATE_NOOP("desk", "已扣"), wide=True),
        Measure("waived_fen", QT_TRANSLATE_NOOP("desk", "减免"), wide=True),
        Measure("rest_fen", QT_TRANSLATE_NOOP("desk", "未结")),
        Measure("again", QT_TRANSLATE_NOOP("desk", "再犯"), Kind.COUNT, minded=True),
    ),
    words=lambda service: {"fine_fen": service.money_word()},
    groups=lambda service, overview, query: service.groups(overview, query),
    ladder=ladder,
    locked=locked,
    follows=("months", "staff"),
    entries=("ledger", "close_month"),
)
"""Months, sums, overviews and ladder of the penalty ledger."""
