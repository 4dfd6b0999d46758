"""How a month's charges are listed, and what Enter does for each."""

from __future__ import annotations

from desk_mailadmin.kernel.money import fen_shown
from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.charges.listing import ChargeRow
from desk_mailadmin.registers.charges.rules import LIFECYCLE, SIGNERS

STEP_TITLES = {
    "notify": QT_TRANSLATE_NOOP("desk", "开扣罚通知"),
    "print": QT_TRANSLATE_NOOP("desk", "打印扣罚通知"),
    "sign": QT_TRANSLATE_NOOP("desk", "登记签收…"),
    "deduct": QT_TRANSLATE_NOOP("desk", "转工资扣款"),
}


def next_step(row: ChargeRow) -> str:
    """Return the action that is due for a charge, or an empty text."""
    match row.state:
        case "computed" if row.kind == "line" and row.asked_fen:
            return "notify"
        case "notified" if not row.printed and len(row.missing) == len(SIGNERS):
            return "print"
        case "notified":
            return "sign" if row.missing else "deduct"
        case _:
            return ""


def _sum(fen: int | None) -> str:
    return fen_shown(fen) if fen else "—"


def _quota(row: ChargeRow) -> str:
    return f"年 {fen_shown(row.lump_fen)}" if row.lump_fen is not None else _sum(row.allowed_fen)


TABLE: TableSpec[ChargeRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "号码"), lambda row: row.phone, Kind.CODE, 8, "number"),
        Column("extension", QT_TRANSLATE_NOOP("desk", "分机"), lambda row: row.extension, Kind.CODE, 4, "extension"),
        Column("holder", QT_TRANSLATE_NOOP("desk", "责任人"), lambda row: row.called, width=6, sort="holder"),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=7, sort="dept", stretch=True),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=6, shown=False),
        Column("month", QT_TRANSLATE_NOOP("desk", "月份"), lambda row: row.month, Kind.CODE, 5, "month", shown=False),
        Column(
            "quota_fen", QT_TRANSLATE_NOOP("desk", "额度"), lambda row: row.allowed_fen, Kind.MONEY, 5, "quota",
            text=_quota,
        ),
        Column(
            "rent_fen", QT_TRANSLATE_NOOP("desk", "月租"), lambda row: row.rent_fen, Kind.MONEY, 4, spare=True,
            text=lambda row: _sum(row.rent_fen),
        ),
        Column(
            "local_fen", QT_TRANSLATE_NOOP("desk", "市话"), lambda row: row.local_fen, Kind.MONEY, 5, shown=False,
            text=lambda row: _sum(row.local_fen),
        ),
        Column(
            "long_fen", QT_TRANSLATE_NOOP("desk", "长途"), lambda row: row.long_fen, Kind.MONEY, 5, shown=False,
            text=lambda row: _sum(row.long_fen),
        ),
        Column(
            "info_fen", QT_TRANSLATE_NOOP("desk", "信息费"), lambda row: row.info_fen, Kind.MONEY, 5, spare=True,
            text=lambda row: _sum(row.info_fen), noted=lambda row: row.info_fen > 0,
        ),
        Column(
            "other_fen", QT_TRANSLATE_NOOP("desk", "其他"), lambda row: row.others_fen, Kind.MONEY, 5, shown=False,
            text=lambda row: _sum(row.others_fen),
        ),
        Column(
            "total_fen", QT_TRANSLATE_NOOP("desk", "实际话费"), lambda row: row.total_fen, Kind.MONEY, 5, "total",
            text=lambda row: _sum(row.total_fen),
        ),
        Column(
            "private_fen", QT_TRANSLATE_NOOP("desk", "私话费"), lambda row: row.private_fen, Kind.MONEY, 5, shown=False,
            text=lambda row: _sum(row.private_fen),
        ),
        Column(
            "over_fen", QT_TRANSLATE_NOOP("desk", "超额"), lambda row: row.over_fen, Kind.MONEY, 5, "over",
            text=lambda row: _sum(row.over_fen), warned=lambda row: row.over_fen > 0,
        ),
        Column(
            "self_fen", QT_TRANSLATE_NOOP("desk", "个人承担"), lambda row: row.self_fen, Kind.MONEY, 5, "self",
            text=lambda row: _sum(row.self_fen),
        ),
        Column(
            "company_fen", QT_TRANSLATE_NOOP("desk", "单位承担"), lambda row: row.company_fen, Kind.MONEY, 6,
            shown=False, text=lambda row: _sum(row.company_fen),
        ),
        Column(
            "elsewhere_fen", QT_TRANSLATE_NOOP("desk", "另案追缴"), lambda row: row.elsewhere_fen, Kind.MONEY, 6,
            shown=False, text=lambda row: _sum(row.elsewhere_fen),
        ),
        Column("notice", QT_TRANSLATE_NOOP("desk", "扣罚通知"), lambda row: row.notice, Kind.CODE, 8, "notice"),
        Column("penalty", QT_TRANSLATE_NOOP("desk", "处罚单号"), lambda row: row.penalty, Kind.CODE, 8, shown=False),
        Column("progress", QT_TRANSLATE_NOOP("desk", "进度"), lambda row: row.progress, width=10, spare=True),
        Column(
            "remark", QT_TRANSLATE_NOOP("desk", "说明"), lambda row: row.remark, width=8, shown=False, printed=False
        ),
        Column("step", QT_TRANSLATE_NOOP("desk", "下一步"), next_step, Kind.NEXT_STEP, 7),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (f"{row.title}　{row.who}".strip(), f"{row.month} 话费 {fen_shown(row.total_fen)} 元"),
    states=LIFECYCLE.states,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("over", QT_TRANSLATE_NOOP("desk", "超额"), QT_TRANSLATE_NOOP("desk", "话费超额名单")),
        Segment("waiting", QT_TRANSLATE_NOOP("desk", "待通知")),
        Segment("notified", QT_TRANSLATE_NOOP("desk", "待签收")),
        Segment("proposed", QT_TRANSLATE_NOOP("desk", "转工资")),
        Segment("settled", QT_TRANSLATE_NOOP("desk", "已扣清")),
        Segment("rest", QT_TRANSLATE_NOOP("desk", "未归属")),
    ),
    filters=(Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "责任人、部门、号码、分机、KF 编号"),
)  # fmt: skip
