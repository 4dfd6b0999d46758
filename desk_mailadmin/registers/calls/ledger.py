"""Calls month by month: which months there are, what they come to, and the other calls to the same number."""

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
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Kind, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.calls.listing import CallRow
from desk_mailadmin.registers.calls.rules import KINDS, duration
from desk_mailadmin.registers.calls.service import CallsService
from desk_mailadmin.registers.months.rules import is_closed, title_of
from desk_mailadmin.store.listing import MOST_COUNTED

_AROUND = 3
"""Calls to one number that are shown before the current one, and after it."""


def months(service: CallsService, today: date) -> Sequence[LedgerMonth]:
    """Return every month from the first with calls to the last, the oldest first; this one where there are none."""
    counts, closed = service.month_counts(), service.months.closed_names()
    known = list(counts) or [month_of(today)]
    return [
        LedgerMonth(month, is_closed(month, closed), f"{counts.get(month, 0):,} 通")
        for month in _between(min(known), max(known))
    ]


def _between(first: str, last: str) -> Iterator[str]:
    while first <= last:
        yield first
        first = month_after(first)


def totals(service: CallsService, query: Query) -> Totals:
    """Return the band below the list, to the fen what the calls listed come to."""
    found = service.totals(query)
    return Totals((
        Sum(QT_TRANSLATE_NOOP("desk", "通话"), text=f"{found.calls:,} 通　{found.minutes:,} 分钟"),
        Sum(QT_TRANSLATE_NOOP("desk", "实收"), found.fee_fen),
        Sum(QT_TRANSLATE_NOOP("desk", "长途"), found.long_fen),
        Sum(QT_TRANSLATE_NOOP("desk", "信息费"), found.info_fen, tone=Tone.AMBER if found.info_fen else Tone.GREY),
        Sum(QT_TRANSLATE_NOOP("desk", "私话"), found.private_fen),
        Sum(QT_TRANSLATE_NOOP("desk", "超时"), text=f"{found.over:,} 通"),
    ))  # fmt: skip


def banner(service: CallsService, month: str) -> MonthBanner | None:
    """Say of a month how its calls were assigned, and whether that should be done again."""
    if service.is_outdated(month):
        words = QT_TRANSLATE_NOOP("desk", "{month}的话单或线路后来有变动，责任人和部门可能不对，按“重新认人”。")
        return MonthBanner(Tone.AMBER, words.format(month=title_of(month)))
    known = service.assigned_months().get(month)
    if known is None or not known.open_calls:
        return None
    words = f"{title_of(month)}有 {known.open_calls} 通认不到人（“认不到人”里列出），可以用“分配…”人工落实。"
    if known.clock_seconds:
        ahead = QT_TRANSLATE_NOOP("desk", "快") if known.clock_seconds > 0 else QT_TRANSLATE_NOOP("desk", "慢")
        words += f"交换机时钟比运营商{ahead}约 {abs(known.clock_seconds)} 秒，核对时已扣除。"
    return MonthBanner(Tone.BLUE, words)


def ladder(service: CallsService, record: int) -> Detail:
    """Return the calls to the same number around one: who else calls it, how often, for how long."""
    row = service.row(record)
    around, count = service.others_with(record, _AROUND)
    more = "以上" if count >= MOST_COUNTED else ""
    said = f"这个号码一共打过 {count:,} 次{more}" if count > 1 else "这个号码只打过这一次"
    title = "　".join(part for part in (row.called, row.place) if part)
    return Detail(title, said, steps=tuple(_rung(one, current=one.id == record) for one in around))


def _rung(row: CallRow, *, current: bool) -> Step:
    here = "（本条）" if current else ""
    title = f"{row.started_at:%Y-%m-%d %H:%M}　{row.name or row.extension or '认不到人'}{here}"
    private = f"　{row.private_name}的私话" if row.private_by else ""
    note = f"{KINDS[row.kind]}　{duration(row.seconds)}　{fen_to_text(row.fee_fen)} 元{private}"
    return Step(title, StepState.NOW if current else StepState.DONE, note)


def locked(action: str, month: LedgerMonth) -> str:
    """Say what cannot be done while a closed month is shown."""
    if month.closed and action in ("private", "business", "assign", "note"):
        return QT_TRANSLATE_NOOP("desk", "这个月已经月结，通话不再改动")
    return ""


def _month_of(service: CallsService, record: int) -> str:
    return service.row(record).month


LEDGER = LedgerView(
    months=months,
    month_of=_month_of,
    totals=totals,
    banner=banner,
    overviews=(
        Overview("dept", QT_TRANSLATE_NOOP("desk", "按部门"), QT_TRANSLATE_NOOP("desk", "部门"), "dept", shares=True),
        Overview("group", QT_TRANSLATE_NOOP("desk", "按分机"), QT_TRANSLATE_NOOP("desk", "分机"), "group"),
        Overview("kind", QT_TRANSLATE_NOOP("desk", "按种类"), QT_TRANSLATE_NOOP("desk", "种类"), "kind", shares=True),
        Overview("person", QT_TRANSLATE_NOOP("desk", "按人"), QT_TRANSLATE_NOOP("desk", "责任人"), "staff"),
        Overview(MONTH, QT_TRANSLATE_NOOP("desk", "按月份"), QT_TRANSLATE_NOOP("desk", "月份"), MONTH),
    ),
    measures=(
        Measure("fee_fen", QT_TRANSLATE_NOOP("desk", "实收")),
        Measure("calls", QT_TRANSLATE_NOOP("desk", "次数"), Kind.COUNT),
        Measure("minutes", QT_TRANSLATE_NOOP("desk", "分钟"), Kind.COUNT),
        Measure("long_fen", QT_TRANSLATE_NOOP("desk", "长途")),
        Measure("info_fen", QT_TRANSLATE_NOOP("desk", "信息费"), minded=True),
        Measure("private_fen", QT_TRANSLATE_NOOP("desk", "私话"), wide=True),
        Measure("over", QT_TRANSLATE_NOOP("desk", "超时"), Kind.COUNT),
    ),
    groups=lambda service, overview, query: service.groups(overview, query),
    ladder=ladder,
    locked=locked,
    follows=("bills", "lines", "months", "staff"),
)
"""Months, sums, overviews and the other calls to a number."""
