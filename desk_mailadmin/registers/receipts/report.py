"""Receipts in the monthly workbook: the month's register, what was refused, what was not back at its end (000/3.0)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet
from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.registers.receipts.listing import ReceiptRow
from desk_mailadmin.registers.receipts.rules import LIFECYCLE, WAYS, WHATS

OUTSTANDING = "回执未签收"
ISSUED = "回执登记"
REFUSED = "回执拒签"

_SIGNERS = ("制表", "审核", "部门负责人")
_HEAD = (
    LedgerColumn("序号", Kind.COUNT, 4),
    LedgerColumn("回执编号", Kind.CODE, 8),
)
_WHOSE = (
    LedgerColumn("类别", Kind.TEXT, 4),
    LedgerColumn("事项", Kind.TEXT, 16),
    LedgerColumn("姓名", Kind.TEXT, 6),
    LedgerColumn("部门", Kind.TEXT, 9),
)
_OUTSTANDING_COLUMNS = (
    *_HEAD,
    LedgerColumn("申请编号", Kind.CODE, 8),
    *_WHOSE,
    LedgerColumn("开出日期", Kind.DATE, 6),
    LedgerColumn("送出日期", Kind.DATE, 6),
    LedgerColumn("送达方式", Kind.TEXT, 5),
    LedgerColumn("应交回", Kind.DATE, 6),
    LedgerColumn("已送出天数", Kind.COUNT, 6),
    LedgerColumn("催交次数", Kind.COUNT, 5),
    LedgerColumn("说明", Kind.TEXT, 10),
)
_ISSUED_COLUMNS = (
    *_HEAD,
    *_WHOSE,
    LedgerColumn("份数", Kind.COUNT, 4),
    LedgerColumn("开出日期", Kind.DATE, 6),
    LedgerColumn("送出日期", Kind.DATE, 6),
    LedgerColumn("签收日期", Kind.DATE, 6),
    LedgerColumn("归还日期", Kind.DATE, 6),
    LedgerColumn("状态", Kind.TEXT, 5),
    LedgerColumn("遗失次数", Kind.COUNT, 5),
    LedgerColumn("催交次数", Kind.COUNT, 5),
    LedgerColumn("说明", Kind.TEXT, 10),
)
_REFUSED_COLUMNS = (
    *_HEAD,
    *_WHOSE,
    LedgerColumn("送出日期", Kind.DATE, 6),
    LedgerColumn("拒签日期", Kind.DATE, 6),
    LedgerColumn("理由", Kind.TEXT, 16),
    LedgerColumn("见证人", Kind.TEXT, 6),
)


def outstanding_sheet(
    rows: Sequence[ReceiptRow], end: date, facts: tuple[str, ...], calendar: WorkCalendar
) -> LedgerSheet:
    """Return the sheet of receipts that were still out at ``end``, with the working days since they were sent."""
    body = [
        (
            number,
            row.number,
            row.application,
            *_whose(row),
            row.issued_on,
            row.handed_on,
            dict(WAYS).get(row.handed_how, ""),
            row.due_on,
            calendar.days_between(row.handed_on, end) if row.handed_on and row.handed_on <= end else None,
            row.reminded,
            _remark(row, end),
        )
        for number, row in enumerate(rows, 1)
    ]
    late = sum(_late(row, end) for row in rows)
    note = f"共 {len(body)} 份未交回，其中逾期 {late} 份。"
    return _sheet(OUTSTANDING, "回 执 未 签 收", _OUTSTANDING_COLUMNS, body, facts, note)


def issued_sheet(rows: Sequence[ReceiptRow], facts: tuple[str, ...]) -> LedgerSheet:
    """Return the month's register: everything issued for signature and where it stands, voids struck through."""
    body = [
        (
            number,
            row.number,
            *_whose(row),
            row.copies,
            row.issued_on,
            row.handed_on,
            row.signed_on,
            row.returned_on,
            LIFECYCLE.state(row.state).title,
            row.lost_times,
            row.reminded,
            row.reason,
        )
        for number, row in enumerate(rows, 1)
    ]
    struck = frozenset(place for place, row in enumerate(rows) if row.state == "void")
    return _sheet(ISSUED, "回 执 登 记", _ISSUED_COLUMNS, body, facts, _numbers(rows), struck)


def refused_sheet(rows: Sequence[ReceiptRow], facts: tuple[str, ...]) -> LedgerSheet:
    """Return what was refused in the month and is not signed since: the reason, and who saw it."""
    body = [
        (number, row.number, *_whose(row), row.handed_on, row.ended_on, row.reason, row.witness)
        for number, row in enumerate(rows, 1)
    ]
    return _sheet(REFUSED, "回 执 拒 签", _REFUSED_COLUMNS, body, facts, f"本月拒签 {len(body)} 份。")


def _sheet(
    name: str,
    title: str,
    columns: tuple[LedgerColumn, ...],
    body: Sequence[tuple[Value, ...]],
    facts: tuple[str, ...],
    note: str,
    struck: frozenset[int] = frozenset(),
) -> LedgerSheet:
    return LedgerSheet(
        name, title, columns, body, facts, signatures=_SIGNERS, notes=(note,), struck=struck, frozen=4
    )  # fmt: skip


def _whose(row: ReceiptRow) -> tuple[str, str, str, str]:
    return dict(WHATS)[row.what], row.matter, row.name, row.dept


def _numbers(rows: Sequence[ReceiptRow]) -> str:
    """Return which numbers the month took, and how many of them stand where (strict numbers, M4-20)."""
    if not rows:
        return "本月没有新的回执编号。"
    counts = Counter(row.state for row in rows)
    stands = "、".join(f"{state.title} {counts[state.key]} 份" for state in LIFECYCLE.states if counts[state.key])
    span = f"{rows[0].number}～{rows[-1].number}" if len(rows) > 1 else rows[0].number
    lost = sum(row.lost_times for row in rows)
    return f"本月回执编号 {span}，共 {len(rows)} 份：{stands}；遗失 {lost} 次。"


def _late(row: ReceiptRow, end: date) -> bool:
    return row.due_on is not None and row.due_on < end


def _remark(row: ReceiptRow, end: date) -> str:
    if row.state == "lost" and row.lost_on is not None and row.lost_on <= end:
        return "遗失，待重新送出"
    if row.handed_on is None or row.handed_on > end:
        return "还没有送出"
    return "逾期未交回" if _late(row, end) else "在期限内"
