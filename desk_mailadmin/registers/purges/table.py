"""How destructions are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.purges.listing import PurgeRow
from desk_mailadmin.registers.purges.rules import LIFECYCLE

STEP_TITLES = {"run": QT_TRANSLATE_NOOP("desk", "登记批准并销毁…"), "proof": QT_TRANSLATE_NOOP("desk", "打印销毁证明…")}


def next_step(row: PurgeRow) -> str:
    """Return what comes next: the approval, then the proof."""
    return {"proposed": "run", "done": "proof"}.get(row.state, "")


TABLE: TableSpec[PurgeRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "审批单号"), lambda row: row.number, Kind.CODE, 8, "number"),
        Column("as_of", QT_TRANSLATE_NOOP("desk", "到期日按"), lambda row: row.as_of, Kind.DATE, 7),
        Column("records", QT_TRANSLATE_NOOP("desk", "记录"), lambda row: row.records, Kind.COUNT, 5),
        Column("files", QT_TRANSLATE_NOOP("desk", "副本和草稿"), lambda row: row.files, Kind.COUNT, 5),
        Column("reason", QT_TRANSLATE_NOOP("desk", "原因"), lambda row: row.reason, width=12, stretch=True),
        Column("approved_by", QT_TRANSLATE_NOOP("desk", "批准人"), lambda row: row.approved_by, width=6),
        Column("approved_on", QT_TRANSLATE_NOOP("desk", "批准日期"), lambda row: row.approved_on, Kind.DATE, 7),
        Column("done_on", QT_TRANSLATE_NOOP("desk", "销毁日期"), lambda row: row.done_on, Kind.DATE, 7, "done"),
        Column(
            "next_step", QT_TRANSLATE_NOOP("desk", "下一步"),
            lambda row: STEP_TITLES.get(next_step(row), ""), Kind.NEXT_STEP, 9,
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.number, f"{row.reason}　{row.records} 条"),
    states=LIFECYCLE.states,
    segments=(
        Segment("open", QT_TRANSLATE_NOOP("desk", "待批准")),
        Segment("done", QT_TRANSLATE_NOOP("desk", "已销毁")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="all",
    search_hint=QT_TRANSLATE_NOOP("desk", "审批单号、原因、批准人"),
)  # fmt: skip
