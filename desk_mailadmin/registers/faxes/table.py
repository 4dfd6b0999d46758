"""How faxes are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.faxes.rules import LIFECYCLE
from desk_mailadmin.registers.faxes.service import FaxRow

TABLE: TableSpec[FaxRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 8, "state"),
        Column("sent_on", QT_TRANSLATE_NOOP("desk", "日期"), lambda row: row.sent_on, Kind.DATE, 5, "sent"),
        Column("sent_at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.sent_at, Kind.CODE, 4),
        Column("name", QT_TRANSLATE_NOOP("desk", "发送人"), lambda row: row.name, width=5, sort="name"),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=7, shown=False),
        Column("contact", QT_TRANSLATE_NOOP("desk", "联系人"), lambda row: row.contact, width=6),
        Column("post", QT_TRANSLATE_NOOP("desk", "职务"), lambda row: row.post, width=5, spare=True),
        Column("company", QT_TRANSLATE_NOOP("desk", "单位名称"), lambda row: row.company, width=9),
        Column("phone", QT_TRANSLATE_NOOP("desk", "电话"), lambda row: row.phone, Kind.CODE, 8, spare=True),
        Column("fax", QT_TRANSLATE_NOOP("desk", "传真"), lambda row: row.fax, Kind.CODE, 8),
        Column("called", QT_TRANSLATE_NOOP("desk", "先打电话"), lambda row: row.called, Kind.FLAG, 4, shown=False),
        Column("lacks", QT_TRANSLATE_NOOP("desk", "不计的原因"), lambda row: row.lacks, width=9, stretch=True),
        Column("checked_by", QT_TRANSLATE_NOOP("desk", "抽查人"), lambda row: row.checked_by, width=4, shown=False),
        Column("finding", QT_TRANSLATE_NOOP("desk", "抽查情况"), lambda row: row.finding, width=10, shown=False),
        Column("penalty", QT_TRANSLATE_NOOP("desk", "处罚"), lambda row: row.penalty, Kind.CODE, 7),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (f"{row.name}　{row.company or '—'}", f"{row.sent_on:%m-%d}　{row.contact}　{row.fax}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("today", QT_TRANSLATE_NOOP("desk", "今天的")),
        Segment("valid", QT_TRANSLATE_NOOP("desk", "计入")),
        Segment("void", QT_TRANSLATE_NOOP("desk", "不计")),
        Segment("false", QT_TRANSLATE_NOOP("desk", "虚报")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="all",
    filters=(
        Filter("month", QT_TRANSLATE_NOOP("desk", "全部月份")),
        Filter("person", QT_TRANSLATE_NOOP("desk", "全部人员")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "发送人、联系人、单位、号码"),
)  # fmt: skip
