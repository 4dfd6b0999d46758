"""How bills are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.bills.listing import BillRow
from desk_mailadmin.registers.bills.rules import LIFECYCLE


def _money(row: BillRow, fen: int) -> int | None:
    """Return a sum, nothing for the exchange's records, which cost nothing."""
    return None if row.is_pbx else fen


TABLE: TableSpec[BillRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("month", QT_TRANSLATE_NOOP("desk", "月份"), lambda row: row.month, Kind.CODE, 5, "month"),
        Column("operator", QT_TRANSLATE_NOOP("desk", "运营商"), lambda row: row.operator, width=6, sort="operator"),
        Column(
            "source",
            QT_TRANSLATE_NOOP("desk", "种类"),
            lambda row: row.source,
            width=6,
            text=lambda row: row.source_title,
        ),
        Column("account", QT_TRANSLATE_NOOP("desk", "客户编号"), lambda row: row.account, Kind.CODE, 9, shown=False),
        Column(
            "numbers",
            QT_TRANSLATE_NOOP("desk", "号码"),
            lambda row: None if row.is_pbx else row.numbers,
            Kind.COUNT,
            4,
        ),
        Column("calls", QT_TRANSLATE_NOOP("desk", "通话"), lambda row: row.calls, Kind.COUNT, 5, "calls"),
        Column("seconds", QT_TRANSLATE_NOOP("desk", "秒数"), lambda row: row.seconds, Kind.COUNT, 7, shown=False),
        Column("calls_fen", QT_TRANSLATE_NOOP("desk", "通话费"), lambda row: _money(row, row.calls_fen), Kind.MONEY, 6),
        Column(
            "info_fen",
            QT_TRANSLATE_NOOP("desk", "其中信息费"),
            lambda row: _money(row, row.info_fen),
            Kind.MONEY,
            7,
            shown=False,
        ),
        Column(
            "fixed_fen",
            QT_TRANSLATE_NOOP("desk", "月租和来显"),
            lambda row: _money(row, row.fixed_fen),
            Kind.MONEY,
            6,
        ),
        Column(
            "total_fen",
            QT_TRANSLATE_NOOP("desk", "合计"),
            lambda row: _money(row, row.total_fen),
            Kind.MONEY,
            6,
            "total",
        ),
        Column(
            "difference_fen",
            QT_TRANSLATE_NOOP("desk", "相差"),
            lambda row: row.difference_fen,
            Kind.MONEY,
            6,
            shown=False,
        ),
        Column(
            "agreement",
            QT_TRANSLATE_NOOP("desk", "和账单合计"),
            lambda row: row.agreement,
            width=11,
            stretch=True,
            warned=lambda row: row.differs and not row.is_pbx and row.state == "in",
        ),
        Column("damaged", QT_TRANSLATE_NOOP("desk", "读不出来"), lambda row: row.damaged, Kind.COUNT, 5, shown=False),
        Column(
            "imported_on",
            QT_TRANSLATE_NOOP("desk", "导入"),
            lambda row: row.imported_on,
            Kind.DATE,
            4,
            "imported_on",
            spare=True,
        ),
        Column("file", QT_TRANSLATE_NOOP("desk", "文件"), lambda row: row.file_name, width=10, spare=True),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (f"{row.operator} {row.month}", f"{row.source_title}　{row.calls} 次　{row.agreement}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("in", QT_TRANSLATE_NOOP("desk", "已导入")),
        Segment("operator", QT_TRANSLATE_NOOP("desk", "运营商账单")),
        Segment("pbx", QT_TRANSLATE_NOOP("desk", "交换机话单")),
        Segment("differs", QT_TRANSLATE_NOOP("desk", "合计不符")),
        Segment("void", QT_TRANSLATE_NOOP("desk", "作废")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="in",
    filters=(
        Filter("month", QT_TRANSLATE_NOOP("desk", "全部月份")),
        Filter("operator", QT_TRANSLATE_NOOP("desk", "全部运营商")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "运营商、号码、客户编号、文件"),
)
