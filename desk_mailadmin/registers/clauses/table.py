"""How the demands of the regulations are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.clauses.service import ClauseRow

TABLE: TableSpec[ClauseRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("demand", QT_TRANSLATE_NOOP("desk", "编号"), lambda row: row.demand, Kind.CODE, 5, "demand"),
        Column("clause", QT_TRANSLATE_NOOP("desk", "依据"), lambda row: row.clause, width=11, sort="clause"),
        Column("text", QT_TRANSLATE_NOOP("desk", "要求"), lambda row: row.text, width=24, stretch=True),
        Column("number", QT_TRANSLATE_NOOP("desk", "数字"), lambda row: row.number, width=7),
        Column("kinds", QT_TRANSLATE_NOOP("desk", "要做的"), lambda row: row.kinds, width=7),
        Column("met_in", QT_TRANSLATE_NOOP("desk", "在哪里"), lambda row: row.met_in, width=12),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.demand, row.text),
    states=(
        State("met", QT_TRANSLATE_NOOP("desk", "已有"), Tone.GREEN, "circle-check"),
        State("planned", QT_TRANSLATE_NOOP("desk", "计划中"), Tone.GREY, "clock"),
    ),
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("met", QT_TRANSLATE_NOOP("desk", "已有")),
        Segment("planned", QT_TRANSLATE_NOOP("desk", "计划中")),
    ),
    filters=(Filter("regulation", QT_TRANSLATE_NOOP("desk", "全部制度")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "条款、要求"),
)
