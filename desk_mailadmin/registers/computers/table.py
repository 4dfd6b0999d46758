"""How computers on the network are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.computers.rules import LIFECYCLE
from desk_mailadmin.registers.computers.service import ComputerRow

TABLE: TableSpec[ComputerRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "电脑编号"), lambda row: row.number, Kind.CODE, 8, "number"),
        Column(
            "name", QT_TRANSLATE_NOOP("desk", "责任人"), lambda row: row.name, width=6, sort="name",
            warned=lambda row: row.has_left,
        ),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=9),
        Column("place", QT_TRANSLATE_NOOP("desk", "放置地点"), lambda row: row.place, width=9),
        Column("address", QT_TRANSLATE_NOOP("desk", "网络地址"), lambda row: row.address, Kind.CODE, 11),
        Column("purpose", QT_TRANSLATE_NOOP("desk", "上网用途"), lambda row: row.purpose, width=9),
        Column("filed_on", QT_TRANSLATE_NOOP("desk", "备案日期"), lambda row: row.filed_on, Kind.DATE, 7, "filed"),
        Column("remark", QT_TRANSLATE_NOOP("desk", "备注"), lambda row: row.remark, width=10, stretch=True),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.number, f"{row.name}（{row.dept}）　{row.place}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("active", QT_TRANSLATE_NOOP("desk", "在网")),
        Segment("left", QT_TRANSLATE_NOOP("desk", "责任人已离职")),
        Segment("retired", QT_TRANSLATE_NOOP("desk", "已下网")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="active",
    filters=(Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "编号、责任人、拼音、地址"),
)  # fmt: skip
