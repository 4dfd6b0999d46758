"""How the access log is listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.accesses.rules import STATES
from desk_mailadmin.registers.accesses.service import AccessRow

TABLE: TableSpec[AccessRow] = TableSpec(
    columns=(
        Column("what", QT_TRANSLATE_NOOP("desk", "做了什么"), lambda row: row.what, Kind.STATE, 6, "what"),
        Column("at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.moment, Kind.MOMENT, 8, "at"),
        Column("who", QT_TRANSLATE_NOOP("desk", "经办人"), lambda row: row.who, width=5, sort="who"),
        Column("title", QT_TRANSLATE_NOOP("desk", "名单或记录"), lambda row: row.title, width=10),
        Column("row_count", QT_TRANSLATE_NOOP("desk", "人数"), lambda row: row.row_count, Kind.COUNT, 4, "rows"),
        Column("reason", QT_TRANSLATE_NOOP("desk", "原因"), lambda row: row.reason, width=10),
        Column("filtered_by", QT_TRANSLATE_NOOP("desk", "筛选条件"), lambda row: row.filtered_by, width=9),
        Column("columns", QT_TRANSLATE_NOOP("desk", "内容"), lambda row: row.columns, width=12, stretch=True),
        Column("file", QT_TRANSLATE_NOOP("desk", "文件"), lambda row: row.file, width=10, shown=False),
        Column(
            "sha256", QT_TRANSLATE_NOOP("desk", "文件校验码"), lambda row: row.sha256, Kind.CODE, 12,
            text=lambda row: row.sha256[:16],
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.title, f"{row.moment:%Y-%m-%d %H:%M} {row.who} {row.reason}".strip()),
    states=STATES,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("out", QT_TRANSLATE_NOOP("desk", "导出和打印")),
        Segment("shown", QT_TRANSLATE_NOOP("desk", "号码和附件")),
        Segment("bare", QT_TRANSLATE_NOOP("desk", "没写原因")),
    ),
    filters=(
        Filter("who", QT_TRANSLATE_NOOP("desk", "全部经办人")),
        Filter("register", QT_TRANSLATE_NOOP("desk", "全部名单")),
        Filter("year", QT_TRANSLATE_NOOP("desk", "全部年份")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "名单、原因、条件、文件、校验码"),
)  # fmt: skip
