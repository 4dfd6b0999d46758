"""Receipts in the monthly workbook: what was not back in the office at the end of the month (000/3.0)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet
from desk_mailadmin.kernel.table import Kind
from desk_mailadmin.registers.receipts.listing import ReceiptRow
from desk_mailadmin.registers.receipts.rules import WAYS

OUTSTANDING = "回执未签收"

_COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 4),
    LedgerColumn("回执编号", Kind.CODE, 8),
    LedgerColumn("申请编号", Kind.CODE, 8),
    LedgerColumn("姓名", Kind.TEXT, 6),
    LedgerColumn("部门", Kind.TEXT, 9),
    LedgerColumn("邮箱", Kind.CODE, 16),
    LedgerColumn("开出日期", Kind.DATE, 6),
    LedgerColumn("送出日期", Kind.DATE, 6),
    LedgerColumn("送达方式", Kind.TEXT, 5),
    LedgerColumn("应交回", Kind.DATE, 6),
    LedgerColumn("说明", Kind.TEXT, 12),
)


def outstanding_sheet(rows: Sequence[ReceiptRow], end: date, facts: tuple[str, ...]) -> LedgerSheet:
    """Return the sheet of receipts that were still out at ``end``."""
    body = [
        (
            number,
            row.number,
            row.application,
            row.name,
            row.dept,
            row.address,
            row.issued_on,
            row.handed_on,
            dict(WAYS).get(row.handed_how, ""),
            row.due_on,
            _remark(row, end),
        )
        for number, row in enumerate(rows, 1)
    ]
    return LedgerSheet(
        OUTSTANDING,
        "回 执 未 签 收",
        _COLUMNS,
        body,
        facts,
        signatures=("制表", "审核", "部门负责人"),
        notes=(f"共 {len(body)} 份未交回，其中逾期 {sum(_late(row, end) for row in rows)} 份。",),
        frozen=4,
    )


def _late(row: ReceiptRow, end: date) -> bool:
    return row.due_on is not None and row.due_on < end


def _remark(row: ReceiptRow, end: date) -> str:
    if row.handed_on is None or row.handed_on > end:
        return "还没有送出"
    return "逾期未交回" if _late(row, end) else "在期限内"
