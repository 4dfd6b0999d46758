"""How the articles of the rulebook are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook.listing import KINDS, LIFECYCLE, ArticleRow


def _version(row: ArticleRow) -> str:
    return f"本单位第 {row.version} 版" if row.version else "制度原文"


def _rivals(row: ArticleRow) -> str:
    return f"另 {row.rivals} 条" if row.rivals else ""


TABLE: TableSpec[ArticleRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 5, "state"),
        Column("clause", QT_TRANSLATE_NOOP("desk", "依据"), lambda row: row.clause, Kind.CODE, 9, "clause"),
        Column("title", QT_TRANSLATE_NOOP("desk", "条款"), lambda row: row.title, width=11),
        Column(
            "kind", QT_TRANSLATE_NOOP("desk", "种类"), lambda row: row.kind, width=5, sort="kind",
            text=lambda row: KINDS[row.kind],
        ),
        Column("figures", QT_TRANSLATE_NOOP("desk", "处理"), lambda row: row.figures, width=14, stretch=True),
        Column("acts", QT_TRANSLATE_NOOP("desk", "管哪些行为"), lambda row: row.acts, width=15),
        Column("rivals", QT_TRANSLATE_NOOP("desk", "同一行为"), lambda row: row.rivals, width=6, text=_rivals),
        Column("counted", QT_TRANSLATE_NOOP("desk", "计次期"), lambda row: row.counted, width=5, shown=False),
        Column(
            "in_force_on", QT_TRANSLATE_NOOP("desk", "施行日"), lambda row: row.in_force_on, Kind.DATE, 5, "since",
            shown=False,  # the note says what begins, the panel the rest
        ),
        Column("version", QT_TRANSLATE_NOOP("desk", "版本"), lambda row: row.version, text=_version, shown=False),
        Column("note", QT_TRANSLATE_NOOP("desk", "说明"), lambda row: row.note, width=7),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.clause, f"{row.title}：{row.figures}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("active", QT_TRANSLATE_NOOP("desk", "施行")),
        Segment("rivals", QT_TRANSLATE_NOOP("desk", "一事多条")),
        Segment("changed", QT_TRANSLATE_NOOP("desk", "本单位改过")),
        Segment("off", QT_TRANSLATE_NOOP("desk", "停用")),
    ),
    filters=(
        Filter("act", QT_TRANSLATE_NOOP("desk", "全部行为")),
        Filter("kind", QT_TRANSLATE_NOOP("desk", "全部种类")),
        Filter("regulation", QT_TRANSLATE_NOOP("desk", "全部制度")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "条款、行为、原文"),
)  # fmt: skip
