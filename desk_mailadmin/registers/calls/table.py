"""How calls are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.calls.listing import CallRow
from desk_mailadmin.registers.calls.rules import HOWS, KINDS, duration, is_open


def _name(row: CallRow) -> str:
    return row.name or (QT_TRANSLATE_NOOP("desk", "认不到人") if is_open(row.how) else "")


def _open(row: CallRow) -> bool:
    return is_open(row.how) and not row.name


TABLE: TableSpec[CallRow] = TableSpec(
    columns=(
        Column("started_at", QT_TRANSLATE_NOOP("desk", "起始时间"), lambda row: row.started_at, Kind.MOMENT, 7,
               "started_at"),
        Column("extension", QT_TRANSLATE_NOOP("desk", "分机"), lambda row: row.extension, Kind.CODE, 4, "extension"),
        Column("number", QT_TRANSLATE_NOOP("desk", "计费号码"), lambda row: row.number, Kind.CODE, 8, "number",
               text=lambda row: phone_shown(row.number)),
        Column("name", QT_TRANSLATE_NOOP("desk", "责任人"), lambda row: row.name, width=5, sort="name", text=_name,
               warned=_open),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=7, sort="dept"),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=6, shown=False),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 5, shown=False),
        Column("called", QT_TRANSLATE_NOOP("desk", "对方号码"), lambda row: row.called, Kind.CODE, 10, "called"),
        Column("place", QT_TRANSLATE_NOOP("desk", "通话地"), lambda row: row.place, width=6),
        Column("kind", QT_TRANSLATE_NOOP("desk", "种类"), lambda row: row.kind, width=5,
               text=lambda row: KINDS[row.kind], noted=lambda row: row.kind == "info"),
        Column("seconds", QT_TRANSLATE_NOOP("desk", "时长"), lambda row: row.seconds, Kind.COUNT, 4, "seconds",
               text=lambda row: duration(row.seconds), noted=lambda row: row.over),
        Column("fee_fen", QT_TRANSLATE_NOOP("desk", "实收"), lambda row: row.fee_fen, Kind.MONEY, 5, "fee"),
        Column("base_fen", QT_TRANSLATE_NOOP("desk", "基本费"), lambda row: row.base_fen, Kind.MONEY, 5, shown=False),
        Column("info_fen", QT_TRANSLATE_NOOP("desk", "信息费"), lambda row: row.info_fen, Kind.MONEY, 5, shown=False),
        Column("discount_fen", QT_TRANSLATE_NOOP("desk", "优惠"), lambda row: row.discount_fen, Kind.MONEY, 5,
               shown=False),
        Column("private_name", QT_TRANSLATE_NOOP("desk", "私话"), lambda row: row.private_name, width=4,
               noted=lambda row: bool(row.private_name)),
        Column("how", QT_TRANSLATE_NOOP("desk", "怎样认到"), lambda row: row.how, width=8, shown=False,
               text=lambda row: HOWS[row.how]),
        Column("remark", QT_TRANSLATE_NOOP("desk", "备注"), lambda row: row.remark, width=7, stretch=True),
        Column("bill", QT_TRANSLATE_NOOP("desk", "账单"), lambda row: row.operator, width=6, shown=False),
        Column("line_no", QT_TRANSLATE_NOOP("desk", "账单行号"), lambda row: row.line_no, Kind.COUNT, 5, shown=False),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (
        row.title,
        f"{row.started_at:%Y-%m-%d %H:%M}　{_name(row)}　{KINDS[row.kind]}　{duration(row.seconds)}",
    ),
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("open", QT_TRANSLATE_NOOP("desk", "认不到人"), QT_TRANSLATE_NOOP("desk", "认不到人的通话")),
        Segment("long", QT_TRANSLATE_NOOP("desk", "长途"), QT_TRANSLATE_NOOP("desk", "长途通话清单")),
        Segment("info", QT_TRANSLATE_NOOP("desk", "信息台"), QT_TRANSLATE_NOOP("desk", "信息台通话清单")),
        Segment("over", QT_TRANSLATE_NOOP("desk", "超时"), QT_TRANSLATE_NOOP("desk", "超过时长上限的通话")),
        Segment("private", QT_TRANSLATE_NOOP("desk", "私话"), QT_TRANSLATE_NOOP("desk", "私人电话清单")),
    ),
    filters=(
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("kind", QT_TRANSLATE_NOOP("desk", "全部种类")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、分机、号码、尾号"),
)  # fmt: skip
