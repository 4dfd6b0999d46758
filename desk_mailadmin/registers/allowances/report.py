"""The month's allowances in the monthly workbook: what is paid with the wages, and what mobiles cost beyond it."""

from __future__ import annotations

from desk_mailadmin.documents.book import LedgerColumn, LedgerSheet
from desk_mailadmin.kernel.table import Kind
from desk_mailadmin.registers.allowances.service import AllowancesService

SHEET = "手机补贴"


def allowances_sheet(service: AllowancesService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return who gets an allowance with the wages of a month, and the mobile bills of that month (M5-13, M5-14)."""
    rows, bills = service.paid_in(month), service.bills_in(month)
    body = []
    for number, row in enumerate(rows, 1):
        bill = bills.get(row.id)
        body.append((
            number, row.emp_no, row.name, row.dept, row.rank, row.mobile, row.monthly_fen,
            bill.fee_fen if bill else None, bill.over_fen if bill else None, bill.penalty if bill else "",
            row.application, row.branch,
        ))  # fmt: skip
    return LedgerSheet(
        SHEET,
        "手 机 补 贴 发 放 表",
        (
            LedgerColumn("序号", Kind.COUNT, 3),
            LedgerColumn("工号", Kind.CODE, 6),
            LedgerColumn("姓名", Kind.TEXT, 5),
            LedgerColumn("部门", Kind.TEXT, 9),
            LedgerColumn("职级", Kind.TEXT, 5),
            LedgerColumn("移动电话", Kind.CODE, 7),
            LedgerColumn("每月补贴", Kind.MONEY, 6, total=True),
            LedgerColumn("手机话费", Kind.MONEY, 6, total=True),
            LedgerColumn("超过补贴", Kind.MONEY, 6, total=True),
            LedgerColumn("处罚单号", Kind.CODE, 8),
            LedgerColumn("申请编号", Kind.CODE, 8),
            LedgerColumn("单位", Kind.TEXT, 8, hidden=True),
        ),
        body,
        (*facts, "金额单位：元"),
        signatures=("制表", "审核", "公司领导", "财务签收"),
        notes=("补贴按职级发放，主管级每月 100 元，超出部分自己负责（电话制度 15.二.2）。空着的手机话费还没有登记。",),
        frozen=3,
        landscape=True,
    )
