"""How the switchboard's log is listed."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.switchboard.rules import INSIDE, LIFECYCLE, OUTSIDE, RANKS, TAKERS
from desk_mailadmin.registers.switchboard.service import SwitchboardRow

_AREA = {INSIDE: QT_TRANSLATE_NOOP("desk", "范围以内"), OUTSIDE: QT_TRANSLATE_NOOP("desk", "范围以外")}

TABLE: TableSpec[SwitchboardRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("done_on", QT_TRANSLATE_NOOP("desk", "日期"), lambda row: row.done_on, Kind.DATE, 5, "done"),
        Column("done_at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.done_at, Kind.CODE, 4),
        Column(
            "extension", QT_TRANSLATE_NOOP("desk", "分机"), lambda row: row.extension, Kind.CODE, 4, "extension"
        ),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=7, shown=False),
        Column("dept", QT_TRANSLATE_NOOP("desk", "所属部门"), lambda row: row.dept, width=7),
        Column("matter", QT_TRANSLATE_NOOP("desk", "事项"), lambda row: row.matter, width=7),
        Column(
            "area", QT_TRANSLATE_NOOP("desk", "范围"), lambda row: row.area, width=5,
            text=lambda row: _AREA[row.area],
        ),
        Column("asked_by", QT_TRANSLATE_NOOP("desk", "通知人"), lambda row: row.asked_by, width=5),
        Column(
            "asked_rank", QT_TRANSLATE_NOOP("desk", "身份"), lambda row: row.asked_rank, width=8,
            text=lambda row: dict(RANKS)[row.asked_rank],
        ),
        Column("reason", QT_TRANSLATE_NOOP("desk", "理由"), lambda row: row.reason, width=9, stretch=True),
        Column(
            "taken_by", QT_TRANSLATE_NOOP("desk", "受理"), lambda row: row.taken_by, width=7,
            text=lambda row: dict(TAKERS).get(row.taken_by, ""), spare=True,
        ),
        Column("operator", QT_TRANSLATE_NOOP("desk", "操作人"), lambda row: row.operator, width=5, spare=True),
        Column(
            "application", QT_TRANSLATE_NOOP("desk", "申请单号"), lambda row: row.application, Kind.CODE, 8,
            shown=False,
        ),
        Column("reversed_on", QT_TRANSLATE_NOOP("desk", "恢复"), lambda row: row.reversed_on, Kind.DATE, 5),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (f"{row.extension}　{row.matter}", f"{row.done_on:%m-%d} {row.done_at}　{row.asked_by}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("closed", QT_TRANSLATE_NOOP("desk", "现在关着")),
        Segment("opened", QT_TRANSLATE_NOOP("desk", "现在开着")),
        Segment("outside", QT_TRANSLATE_NOOP("desk", "范围以外")),
    ),
    start_segment="all",
    filters=(
        Filter("month", QT_TRANSLATE_NOOP("desk", "全部月份")),
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
        Filter("what", QT_TRANSLATE_NOOP("desk", "全部事项")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "分机、通知人、操作人、单号"),
)  # fmt: skip
