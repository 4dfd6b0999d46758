"""How stopped mobiles are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.mobile_stops.rules import LIFECYCLE, PAID
from desk_mailadmin.registers.mobile_stops.service import StopRow


def next_step(row: StopRow) -> str:
    """Return the action that is due for a stopped mobile, or an empty text."""
    return "done" if row.state == "open" else ""


TABLE: TableSpec[StopRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("name", QT_TRANSLATE_NOOP("desk", "姓名"), lambda row: row.name, width=5, sort="name"),
        Column("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 6, spare=True),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=9, sort="dept", stretch=True),
        Column(
            "mobile", QT_TRANSLATE_NOOP("desk", "手机"), lambda row: row.mobile, Kind.CODE, 8,
            personal=True, in_full=PAID,
        ),
        Column("told_at", QT_TRANSLATE_NOOP("desk", "通知时间"), lambda row: row.told_at, Kind.MOMENT, 7, "told_at"),
        Column(
            "due_at", QT_TRANSLATE_NOOP("desk", "开通期限"), lambda row: row.due_at, Kind.MOMENT, 7, "due_at",
            warned=lambda row: row.late,
        ),
        Column("done_at", QT_TRANSLATE_NOOP("desk", "开通时间"), lambda row: row.done_at, Kind.MOMENT, 7),
        Column("remark", QT_TRANSLATE_NOOP("desk", "备注"), lambda row: row.remark, width=8, spare=True),
        Column("step", QT_TRANSLATE_NOOP("desk", "下一步"), next_step, Kind.NEXT_STEP, 6),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.name, f"手机停机　{row.told_at:%Y-%m-%d %H:%M}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("open", QT_TRANSLATE_NOOP("desk", "待开通")),
        Segment("done", QT_TRANSLATE_NOOP("desk", "已开通")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="open",
    filters=(Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、工号、手机"),
)  # fmt: skip
