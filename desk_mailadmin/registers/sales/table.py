"""How days of telephone selling are listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.sales.listing import SalesRow
from desk_mailadmin.registers.sales.rules import LIFECYCLE


def next_step(row: SalesRow) -> str:
    """Return the action that somebody's day waits for."""
    return {"short": "make_up", "sunday": "settle"}.get(row.state, "")


TABLE: TableSpec[SalesRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 8, "state"),
        Column("on_day", QT_TRANSLATE_NOOP("desk", "日期"), lambda row: row.on_day, Kind.DATE, 5, "day"),
        Column("name", QT_TRANSLATE_NOOP("desk", "姓名"), lambda row: row.name, width=5, sort="name"),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=6),
        Column(
            "newcomer", QT_TRANSLATE_NOOP("desk", "组别"), lambda row: row.newcomer, width=4, shown=False,
            text=lambda row: row.group,
        ),
        Column(
            "minutes", QT_TRANSLATE_NOOP("desk", "电话分钟"), lambda row: row.minutes, Kind.COUNT, 5,
            warned=lambda row: bool(row.lacking.minutes),
        ),
        Column("minutes_wanted", QT_TRANSLATE_NOOP("desk", "标准"), lambda row: row.minutes_wanted, Kind.COUNT, 3),
        Column(
            "faxes", QT_TRANSLATE_NOOP("desk", "传真份数"), lambda row: row.faxes, Kind.COUNT, 5,
            warned=lambda row: bool(row.lacking.faxes),
        ),
        Column("faxes_wanted", QT_TRANSLATE_NOOP("desk", "传真标准"), lambda row: row.faxes_wanted, Kind.COUNT, 4),
        Column(
            "faxes_told", QT_TRANSLATE_NOOP("desk", "自报份数"), lambda row: row.faxes_told, Kind.COUNT, 4, shown=False
        ),
        Column(
            "faxes_void", QT_TRANSLATE_NOOP("desk", "不计份数"), lambda row: row.faxes_void, Kind.COUNT, 4, shown=False
        ),
        Column(
            "lacking", QT_TRANSLATE_NOOP("desk", "差额"), lambda row: row.absence or row.lacking.text, width=10,
            stretch=True,
        ),
        Column("late", QT_TRANSLATE_NOOP("desk", "延时补"), lambda row: row.late, width=8),
        Column("sunday_on", QT_TRANSLATE_NOOP("desk", "周日加班"), lambda row: row.sunday_on, Kind.DATE, 5),
        Column("supervisor", QT_TRANSLATE_NOOP("desk", "值班经理"), lambda row: row.supervisor, width=5, shown=False),
        Column("absence", QT_TRANSLATE_NOOP("desk", "未到岗"), lambda row: row.absence, width=6, shown=False),
        Column("next", QT_TRANSLATE_NOOP("desk", "下一步"), next_step, Kind.NEXT_STEP, 5, printed=False),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.name, f"{row.on_day}　{row.minutes} 分钟、{row.faxes} 份　{row.lacking.text}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("today", QT_TRANSLATE_NOOP("desk", "今天的")),
        Segment("short", QT_TRANSLATE_NOOP("desk", "待延时")),
        Segment("sunday", QT_TRANSLATE_NOOP("desk", "周日加班")),
        Segment("missed", QT_TRANSLATE_NOOP("desk", "没有按时完成")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="all",
    filters=(
        Filter("month", QT_TRANSLATE_NOOP("desk", "全部月份")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("person", QT_TRANSLATE_NOOP("desk", "全部人员")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、拼音、日期"),
)  # fmt: skip
