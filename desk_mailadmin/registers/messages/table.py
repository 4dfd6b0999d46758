"""How telephone messages are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.messages.rules import LIFECYCLE, RUNG_BACK, WAYS, WISHES
from desk_mailadmin.registers.messages.service import MessageRow


def next_step(row: MessageRow) -> str:
    """Return the action that a message waits for."""
    return "pass_on" if row.state == "waiting" else ""


def _passed(row: MessageRow) -> str:
    return f"{row.passed_on:%m-%d} {row.passed_at}　{dict(WAYS)[row.passed_how]}" if row.passed_on else ""


TABLE: TableSpec[MessageRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "编号"), lambda row: row.number, Kind.CODE, 8, "number"),
        Column("taken_on", QT_TRANSLATE_NOOP("desk", "来电日期"), lambda row: row.taken_on, Kind.DATE, 5, "taken"),
        Column("taken_at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.taken_at, Kind.CODE, 4, spare=True),
        Column("name", QT_TRANSLATE_NOOP("desk", "给谁"), lambda row: row.name, width=5, sort="name"),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=6, spare=True),
        Column("caller", QT_TRANSLATE_NOOP("desk", "来电人"), lambda row: row.caller, width=6),
        Column("company", QT_TRANSLATE_NOOP("desk", "来电单位"), lambda row: row.company, width=7, spare=True),
        Column(
            "phone", QT_TRANSLATE_NOOP("desk", "来电号码"), lambda row: row.phone, Kind.CODE, 8,
            personal=True, in_full=RUNG_BACK,
        ),
        Column(
            "wish", QT_TRANSLATE_NOOP("desk", "对方要求"), lambda row: row.wish, width=6,
            text=lambda row: dict(WISHES)[row.wish],
        ),
        Column("text", QT_TRANSLATE_NOOP("desk", "留言内容"), lambda row: row.text, width=10, stretch=True),
        Column("taken_by", QT_TRANSLATE_NOOP("desk", "接电话的人"), lambda row: row.taken_by, width=6, shown=False),
        Column("passed", QT_TRANSLATE_NOOP("desk", "转达"), _passed, width=8),
        Column(
            "next", QT_TRANSLATE_NOOP("desk", "下一步"), next_step, Kind.NEXT_STEP, 5, printed=False,
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.number, f"{row.name}　{row.caller}　{row.phone}　{row.text}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("waiting", QT_TRANSLATE_NOOP("desk", "待转达")),
        Segment("today", QT_TRANSLATE_NOOP("desk", "今天的")),
        Segment("passed", QT_TRANSLATE_NOOP("desk", "已转达")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="waiting",
    filters=(
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("wish", QT_TRANSLATE_NOOP("desk", "全部要求")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "给谁、来电人、拼音、号码、内容"),
)  # fmt: skip
