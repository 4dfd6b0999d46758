"""The charges month by month: which months there are, what they come to, and a line's year."""

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
    bounds,
    is_month,
)
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Kind, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.charges.listing import ChargeRow
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.months.rules import is_closed, title_of


def months(service: ChargesService, today: date) -> Sequence[LedgerMonth]:
    """Return every month from the first with a charge or a bill to the last; this one where there are none."""
    counts, billed = service.month_counts(), set(service.months_with_bills())
    closed = service.months.closed_names()
    known = {*counts, *billed} or {month_of(today)}
    return [
        LedgerMonth(month, is_closed(month, closed), _note(counts.get(month, 0), billed=month in billed))
        for month in _between(min(known), max(known))
    ]


def _note(lines: int, *, billed: bool) -> str:
    return f"{lines} 条" if lines else "待计算" if billed else ""


def _between(first: str, last: str) -> Iterator[str]:
    while first <= last:
        yield first
        first = month_after(first)


def totals(service: ChargesService, query: Query) -> Totals:
    """Return the band below the list; of a whole month it says too whether the table is that of the bills."""
    sums = service.sums(query)
    over = Tone.AMBER if sums["over"] else Tone.GREY
    return Totals((
        Sum(QT_TRANSLATE_NOOP("desk", "线路"), text=f"{sums['lines']:,} 条"),
        Sum(QT_TRANSLATE_NOOP("desk", "额度"), sums["quota"]),
        Sum(QT_TRANSLATE_NOOP("desk", "实际"), sums["total"]),
        Sum(QT_TRANSLATE_NOOP("desk", "超额"), sums["over"], tone=over),
        Sum(QT_TRANSLATE_NOOP("desk", "个人承担"), sums["self"]),
        Sum(QT_TRANSLATE_NOOP("desk", "单位承担"), sums["company"]),
        *_agreement(service, query),
    ))  # fmt: skip


def _agreement(service: ChargesService, query: Query) -> Iterator[Sum]:
    month = query.filters.get(MONTH, "")
    if not is_month(month) or service.table_of(month) is None:
        return
    off = service.difference(month)
    label = QT_TRANSLATE_NOOP("desk", "和账单相差")
    yield Sum(label, off, tone=Tone.RED) if off else Sum(label, text="0.00", tone=Tone.GREEN)


def banner(service: ChargesService, month: str) -> MonthBanner | None:
    """Say of a month whether it is computed, whether the bills moved on since, and until when its table is due."""
    if service.months.is_closed(month):
        said = f"{title_of(month)}已经月结，话费表只读；更正记在没有月结的月份。"
        return MonthBanner(Tone.GREY, said, ("ledger",))
    table = service.table_of(month)
    if table is None:
        bills = service.bills(month)
        if not bills.count:
            return None
        return MonthBanner(
            Tone.AMBER, f"{title_of(month)}有 {bills.count} 份话单，还没有计算话费，点“计算话费”（F4）。"
        )
    off = service.difference(month)
    if off:
        said = f"话费表和账单相差 {fen_to_text(off)} 元：话单有变动，点“计算话费”（F4）重新计算。"
        return MonthBanner(Tone.RED, said)
    if table.sent_on is not None:
        said = f"{table.sent_on:%m-%d} 已送总经理办公室，{table.received_by or '没有写签收人'}。"
        return MonthBanner(Tone.GREY, said)
    due, left = service.due(month), service.time_left(month)
    said = f"{due.month} 月 {due.day} 日前送总经理办公室（电话制度 9.3），{left}。"
    return MonthBanner(Tone.RED if service.is_late(month) else Tone.AMBER, said)


def locked(action: str, month: LedgerMonth) -> str:
    """Say what cannot be done while a closed month is shown."""
    if month.closed and action == "compute":
        return QT_TRANSLATE_NOOP("desk", "这个月已经月结，换到没有月结的月份")
    return ""


def ladder(service: ChargesService, record: int) -> Detail:
    """Return a line's year until this month, month by month."""
    row = service.row(record)
    if row.line is None:
        return Detail(row.title, row.month)
    first, last = bounds(row.month[:4])
    rows = service.of_line(row.line, first, last)
    actual = sum(one.used_fen for one in rows)
    quota = row.lump_fen if row.lump_fen is not None else sum(one.quota_fen or 0 for one in rows)
    words = f"{row.month[:4]} 年到现在用 {fen_to_text(actual)} 元，额度 {fen_to_text(quota)} 元"
    return Detail(f"{row.title}　{row.holder}".strip(), words, steps=tuple(_step(one, record) for one in rows))


def _step(one: ChargeRow, record: int) -> Step:
    state = StepState.NOW if one.id == record else StepState.REFUSED if one.over_fen else StepState.DONE
    quota = "" if one.allowed_fen is None else f"，额度 {fen_to_text(one.allowed_fen)}"
    over = f"，超额 {fen_to_text(one.over_fen)}" if one.over_fen else ""
    return Step(
        f"{int(one.month[5:])} 月　{fen_to_text(one.total_fen)} 元",
        state,
        f"计入额度 {fen_to_text(one.used_fen)}{quota}{over}",
    )


def _month_of(service: ChargesService, record: int) -> str:
    return service.row(record).month


LEDGER = LedgerView(
    months=months,
    month_of=_month_of,
    totals=totals,
    banner=banner,
    overviews=(
        Overview("dept", QT_TRANSLATE_NOOP("desk", "按部门"), QT_TRANSLATE_NOOP("desk", "部门"), "place"),
        Overview("line", QT_TRANSLATE_NOOP("desk", "按线路"), QT_TRANSLATE_NOOP("desk", "线路"), "line"),
        Overview(MONTH, QT_TRANSLATE_NOOP("desk", "按月份"), QT_TRANSLATE_NOOP("desk", "月份"), MONTH),
    ),
    measures=(
        Measure("lines", QT_TRANSLATE_NOOP("desk", "线路"), Kind.COUNT),
        Measure("quota_fen", QT_TRANSLATE_NOOP("desk", "额度"), wide=True),
        Measure("total_fen", QT_TRANSLATE_NOOP("desk", "实际")),
        Measure("over_fen", QT_TRANSLATE_NOOP("desk", "超额"), minded=True),
        Measure("self_fen", QT_TRANSLATE_NOOP("desk", "个人承担")),
        Measure("company_fen", QT_TRANSLATE_NOOP("desk", "单位承担"), wide=True),
    ),
    groups=lambda service, overview, query: service.groups(overview, query),
    ladder=ladder,
    locked=locked,
    follows=("months", "penalties", "bills", "calls", "lines", "findings"),
    entries=("ledger",),
)
"""Months, sums, overviews and a line's year."""
