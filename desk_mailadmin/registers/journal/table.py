"""How the journal is listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.journal.listing import JournalRow

OPEN = QT_TRANSLATE_NOOP("desk", "打开记录")

TABLE: TableSpec[JournalRow] = TableSpec(
    columns=(
        Column("number", QT_TRANSLATE_NOOP("desk", "第几条"), lambda row: str(row.id), Kind.CODE, 5, "seq",
               warned=lambda row: row.wrong),
        Column("at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.moment, Kind.MOMENT, 8),
        Column("who", QT_TRANSLATE_NOOP("desk", "经办人"), lambda row: row.who, width=6, sort="who"),
        Column("act", QT_TRANSLATE_NOOP("desk", "动作"), lambda row: row.act_title, width=4),
        Column("kind", QT_TRANSLATE_NOOP("desk", "登记簿"), lambda row: row.kind_title, width=7, sort="kind"),
        Column("text", QT_TRANSLATE_NOOP("desk", "内容"), lambda row: row.text, width=24, stretch=True,
               warned=lambda row: row.wrong),
        Column("action", QT_TRANSLATE_NOOP("desk", "操作代号"), lambda row: row.action, Kind.CODE, 10, shown=False,
               printed=False),
        Column("hash", QT_TRANSLATE_NOOP("desk", "校验码"), lambda row: row.hash[:16], Kind.CODE, 12, shown=False),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (f"日志第 {row.id} 条", f"{row.who}　{row.text}"),
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部"), QT_TRANSLATE_NOOP("desk", "日志")),
        Segment("today", QT_TRANSLATE_NOOP("desk", "今天")),
        Segment("wrote", QT_TRANSLATE_NOOP("desk", "登记和办理")),
        Segment("looked", QT_TRANSLATE_NOOP("desk", "查看和带出")),
    ),
    filters=(
        Filter("span", QT_TRANSLATE_NOOP("desk", "全部日期")),
        Filter("who", QT_TRANSLATE_NOOP("desk", "全部经办人")),
        Filter("act", QT_TRANSLATE_NOOP("desk", "全部动作")),
        Filter("kind", QT_TRANSLATE_NOOP("desk", "全部登记簿")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、编号、内容、日期"),
)  # fmt: skip
