"""How confirmations are listed, and what Enter does for each."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.editions.listing import ConfirmationRow
from desk_mailadmin.registers.editions.rules import LIFECYCLE


def next_step(row: ConfirmationRow) -> str:
    """Return the action that is due for a confirmation, or an empty text."""
    if row.state != "pending":
        return ""
    return "confirm" if row.printed else "print_sheets"


STEP_TITLES = {
    "confirm": QT_TRANSLATE_NOOP("desk", "登记部门确认"),
    "print_sheets": QT_TRANSLATE_NOOP("desk", "打印确认单"),
    "": "—",
}

TABLE: TableSpec[ConfirmationRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "确认单号"), lambda row: row.number, Kind.CODE, 8, "number"),
        Column("edition", QT_TRANSLATE_NOOP("desk", "版次"), lambda row: row.edition_number, Kind.COUNT, 4, "edition"),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=7),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=8, sort="dept"),
        Column("head", QT_TRANSLATE_NOOP("desk", "负责人"), lambda row: row.head, width=6),
        Column("entries", QT_TRANSLATE_NOOP("desk", "条数"), lambda row: row.entries, Kind.COUNT, 4),
        Column(
            "confirmed_on",
            QT_TRANSLATE_NOOP("desk", "确认日期"),
            lambda row: row.confirmed_on,
            Kind.DATE,
            6,
            "confirmed_on",
        ),
        Column("confirmed_by", QT_TRANSLATE_NOOP("desk", "确认人"), lambda row: row.confirmed_by, width=6, shown=False),
        Column(
            "due_on", QT_TRANSLATE_NOOP("desk", "截止"), lambda row: row.due_on, Kind.DATE, 6, "due_on", shown=False
        ),
        Column(
            "progress",
            QT_TRANSLATE_NOOP("desk", "进展"),
            lambda row: row.progress,
            width=14,
            stretch=True,
            warned=lambda row: row.late,
        ),
        Column(
            "next_step", QT_TRANSLATE_NOOP("desk", "下一步"), lambda row: STEP_TITLES[next_step(row)], Kind.NEXT_STEP, 7
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.dept, f"{row.branch}　{row.number}　{row.edition}　{row.progress}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("pending", QT_TRANSLATE_NOOP("desk", "待确认"), QT_TRANSLATE_NOOP("desk", "未确认部门清单")),
        Segment("changed", QT_TRANSLATE_NOOP("desk", "有误已改")),
        Segment("unchanged", QT_TRANSLATE_NOOP("desk", "无误")),
        Segment("lapsed", QT_TRANSLATE_NOOP("desk", "未确认")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="all",
    filters=(
        Filter("edition", QT_TRANSLATE_NOOP("desk", "全部版次")),
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "部门、负责人、编号"),
)
