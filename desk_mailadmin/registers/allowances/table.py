"""How allowances are listed, and what Enter does for each."""

from __future__ import annotations

from desk_mailadmin.kernel.money import fen_shown
from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.allowances.listing import AllowanceRow
from desk_mailadmin.registers.allowances.rules import LIFECYCLE

STEP_TITLES = {
    "propose": QT_TRANSLATE_NOOP("desk", "超额转工资"),
    "end": QT_TRANSLATE_NOOP("desk", "停发…"),
}


def next_step(row: AllowanceRow) -> str:
    """Return the action that is due for an allowance, or an empty text."""
    if row.bill is not None and row.bill.owing:
        return "propose"
    return "end" if row.run_out else ""


def _over(row: AllowanceRow) -> int | None:
    return row.bill.over_fen if row.bill else None


TABLE: TableSpec[AllowanceRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("name", QT_TRANSLATE_NOOP("desk", "姓名"), lambda row: row.name, width=5, sort="name"),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 6, shown=False),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=6, shown=False),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=8, sort="dept", stretch=True),
        Column("rank", QT_TRANSLATE_NOOP("desk", "职级"), lambda row: row.rank, width=6, sort="rank"),
        Column("mobile", QT_TRANSLATE_NOOP("desk", "移动电话"), lambda row: row.mobile, Kind.CODE, 8, personal=True),
        Column(
            "monthly_fen", QT_TRANSLATE_NOOP("desk", "每月补贴"), lambda row: row.monthly_fen, Kind.MONEY, 5, "monthly"
        ),
        Column(
            "from_on", QT_TRANSLATE_NOOP("desk", "起"), lambda row: row.from_on, Kind.DATE, 5, "from_on", spare=True
        ),
        Column(
            "until_on", QT_TRANSLATE_NOOP("desk", "止"), lambda row: row.ended_on or row.until_on, Kind.DATE, 5,
            "until_on", warned=lambda row: row.run_out,
        ),
        Column(
            "application", QT_TRANSLATE_NOOP("desk", "申请编号"), lambda row: row.application, Kind.CODE, 8, shown=False
        ),
        Column(
            "bill_month", QT_TRANSLATE_NOOP("desk", "话费月份"), lambda row: row.bill.month if row.bill else "",
            Kind.CODE, 5, spare=True,
        ),
        Column(
            "fee_fen", QT_TRANSLATE_NOOP("desk", "手机话费"), lambda row: row.bill.fee_fen if row.bill else None,
            Kind.MONEY, 5,
        ),
        Column(
            "over_fen", QT_TRANSLATE_NOOP("desk", "超过补贴"), _over, Kind.MONEY, 5,
            text=lambda row: fen_shown(_over(row) or 0) if _over(row) else "—", warned=lambda row: bool(_over(row)),
        ),
        Column(
            "penalty", QT_TRANSLATE_NOOP("desk", "处罚单号"), lambda row: row.bill.penalty if row.bill else "",
            Kind.CODE, 8, shown=False,
        ),
        Column("step", QT_TRANSLATE_NOOP("desk", "下一步"), next_step, Kind.NEXT_STEP, 6),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.name, f"手机补贴　{row.rank}　{fen_shown(row.monthly_fen)} 元"),
    states=LIFECYCLE.states,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "发放中")),
        Segment("over", QT_TRANSLATE_NOOP("desk", "超过补贴")),
        Segment("ended", QT_TRANSLATE_NOOP("desk", "已停发")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("rank", QT_TRANSLATE_NOOP("desk", "全部职级")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、工号、手机、部门"),
)  # fmt: skip
