"""Opened accounts in the monthly workbook (000/3.0): one line each, the numbers of the month, the voids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet, PlaceSums
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.registers.applications.listing import ApplicationRow
from desk_mailadmin.registers.applications.rules import LIFECYCLE
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.receipts.listing import ReceiptRow
from desk_mailadmin.registers.receipts.rules import LIFECYCLE as RECEIPT_LIFECYCLE

OPENED = "开户台账"
REGISTER = "申请登记"
SUMMARY = "汇总"

_REGISTER_COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 4),
    LedgerColumn("编号", Kind.CODE, 8),
    LedgerColumn("种类", Kind.TEXT, 13),
    LedgerColumn("填表日期", Kind.DATE, 6),
    LedgerColumn("单位", Kind.TEXT, 7),
    LedgerColumn("部门", Kind.TEXT, 8),
    LedgerColumn("姓名", Kind.TEXT, 6),
    LedgerColumn("事项", Kind.TEXT, 18),
    LedgerColumn("状态", Kind.TEXT, 5),
    LedgerColumn("办理日期", Kind.DATE, 6),
    LedgerColumn("生效", Kind.DATE, 6),
    LedgerColumn("到期", Kind.DATE, 6),
    LedgerColumn("办结", Kind.DATE, 6),
)

_OPENED_COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 4),
    LedgerColumn("申请编号", Kind.CODE, 8),
    LedgerColumn("填表日期", Kind.DATE, 6),
    LedgerColumn("单位", Kind.TEXT, 8),
    LedgerColumn("部门", Kind.TEXT, 9),
    LedgerColumn("姓名", Kind.TEXT, 6),
    LedgerColumn("工号", Kind.CODE, 6),
    LedgerColumn("邮箱", Kind.CODE, 16),
    LedgerColumn("容量 MB", Kind.COUNT, 5),
    LedgerColumn("开户日期", Kind.DATE, 6),
    LedgerColumn("回执编号", Kind.CODE, 8),
    LedgerColumn("回执状态", Kind.TEXT, 5),
    LedgerColumn("签收日期", Kind.DATE, 6),
)

_SUMMARY_COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 2.5),
    LedgerColumn("单位", Kind.TEXT, 6),
    LedgerColumn("部门", Kind.TEXT, 7),
    LedgerColumn("本月开户", Kind.COUNT, 3, total=True),
    LedgerColumn("其中已签收", Kind.COUNT, 3.5, total=True),
    LedgerColumn("待签收回执", Kind.COUNT, 3.5, total=True),
)


def opened_sheet(
    service: ApplicationsService, rows: Sequence[ApplicationRow], facts: tuple[str, ...], notes: tuple[str, ...]
) -> LedgerSheet:
    """Return the ledger of accounts opened in the month."""
    body = [_opened_row(service, number, row) for number, row in enumerate(rows, 1)]
    return LedgerSheet(
        OPENED,
        "开 户 台 账",
        _OPENED_COLUMNS,
        body,
        facts,
        signatures=("制表", "审核", "部门负责人", "分管领导"),
        notes=(f"本月开户 {len(body)} 个。", *notes),
        struck=frozenset(place for place, row in enumerate(rows) if row.state == "void"),
        frozen=6,
    )


def _opened_row(service: ApplicationsService, number: int, row: ApplicationRow) -> tuple[Value, ...]:
    receipt = service.receipts.of_application(row.id)
    return (
        number,
        row.number,
        row.entered_on,
        row.branch,
        row.dept,
        row.name,
        row.emp_no,
        row.address,
        int(service.entry(row.id).fields.get("quota_mb", 0)),
        row.opened_on,
        receipt.number if receipt else "",
        RECEIPT_LIFECYCLE.state(receipt.state).title if receipt else "已作废",
        receipt.signed_on if receipt else None,
    )


def applications_sheet(rows: Sequence[ApplicationRow], facts: tuple[str, ...], notes: tuple[str, ...]) -> LedgerSheet:
    """Return the register of every application of the month, in order of kind and number, the refused and void too."""
    body = [
        (
            number,
            row.number,
            row.kind_title,
            row.entered_on,
            row.branch,
            row.dept,
            row.name,
            row.subject,
            LIFECYCLE.state(row.state).title,
            row.done_on,
            row.from_on,
            row.until_on,
            row.ended_on,
        )
        for number, row in enumerate(rows, 1)
    ]
    return LedgerSheet(
        REGISTER,
        "申 请 登 记",
        _REGISTER_COLUMNS,
        body,
        facts,
        signatures=("制表", "审核", "部门负责人"),
        notes=notes,
        struck=frozenset(place for place, row in enumerate(rows) if row.state == "void"),
        frozen=2,
    )


def numbers_note(numbered: Sequence[ApplicationRow]) -> tuple[str, ...]:
    """Return which numbers of each series the month took, which are void and why (strict numbers, M4-20)."""
    if not numbered:
        return ("本月没有新的申请编号。",)
    series: dict[str, list[ApplicationRow]] = {}
    for row in numbered:
        series.setdefault(row.number.split("-")[0], []).append(row)
    return tuple(_series_note(rows) for rows in series.values())


def _series_note(rows: Sequence[ApplicationRow]) -> str:
    voids = [row for row in rows if row.state == "void"]
    span = f"{rows[0].number}～{rows[-1].number}" if len(rows) > 1 else rows[0].number
    said = "；".join(f"{row.number} {row.reason}" for row in voids)
    return f"本月申请编号 {span}，共 {len(rows)} 份，作废 {len(voids)} 份{f'（{said}）' if said else ''}。"


def summary_sheet(
    opened: Sequence[ApplicationRow],
    signed: Sequence[ReceiptRow],
    outstanding: Sequence[tuple[str, ReceiptRow]],
    branches: Sequence[str],
    facts: tuple[str, ...],
    others: Sequence[PlaceSums],
) -> LedgerSheet:
    """Return the month by department, branches in their order; its totals must be those of the other sheets."""
    opened_by = Counter((row.branch, row.dept) for row in opened if row.state != "void")
    signed_applications = {row.application for row in signed}
    signed_by = Counter((row.branch, row.dept) for row in opened if row.number in signed_applications)
    out_by = Counter((branch, row.dept) for branch, row in outstanding)
    order = {name: place for place, name in enumerate(branches)}
    known = {*opened_by, *out_by, *(place for one in others for place in one.figures)}
    places = sorted(known, key=lambda place: (order.get(place[0], len(order)), place))
    body: list[tuple[Value, ...]] = [
        (number, *place, opened_by[place], signed_by[place], out_by[place], *_figures_at(place, others))
        for number, place in enumerate(places, 1)
    ]
    return LedgerSheet(
        SUMMARY,
        "汇 总",
        (*_SUMMARY_COLUMNS, *(column for one in others for column in one.columns)),
        body,
        facts,
        signatures=("制表", "审核", "部门负责人", "分管领导"),
        frozen=3,
        agreements=tuple(agreed for one in others for agreed in one.agreements),
    )


def _figures_at(place: tuple[str, str], others: Sequence[PlaceSums]) -> tuple[int, ...]:
    return tuple(figure for one in others for figure in one.figures.get(place, (0,) * len(one.columns)))
