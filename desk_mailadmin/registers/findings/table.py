"""How findings are listed, and what Enter does for each."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.calls.rules import duration
from desk_mailadmin.registers.findings.listing import FindingRow
from desk_mailadmin.registers.findings.rules import KINDS, LIFECYCLE


def next_step(row: FindingRow) -> str:
    """Return the action that is due for a finding, or an empty text."""
    if row.state != "open":
        return ""
    return "penalise" if row.act else "dismiss"


STEP_TITLES = {
    "penalise": QT_TRANSLATE_NOOP("desk", "登记处罚…"),
    "dismiss": QT_TRANSLATE_NOOP("desk", "记录说明…"),
    "": "—",
}

TABLE: TableSpec[FindingRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column(
            "kind", QT_TRANSLATE_NOOP("desk", "发现"), lambda row: row.kind, width=6, sort="kind",
            text=lambda row: row.kind_title,
        ),
        Column(
            "occurred_at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.occurred_at, Kind.MOMENT, 6, "occurred_at"
        ),
        Column(
            "extension", QT_TRANSLATE_NOOP("desk", "分机"), lambda row: row.extension, Kind.CODE, 4, "extension"
        ),
        Column("number", QT_TRANSLATE_NOOP("desk", "计费号码"), lambda row: row.number, Kind.CODE, 7, shown=False),
        Column("name", QT_TRANSLATE_NOOP("desk", "责任人"), lambda row: row.who, width=5, sort="name"),
        Column(
            "emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 5, shown=False,
            printed=False,
        ),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=6, shown=False),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=6, shown=False),
        Column("called", QT_TRANSLATE_NOOP("desk", "对方号码"), lambda row: row.called, Kind.CODE, 10, "called"),
        Column(
            "seconds", QT_TRANSLATE_NOOP("desk", "时长"), lambda row: row.seconds, Kind.COUNT, 4, "seconds",
            text=lambda row: duration(row.seconds),
        ),
        Column(
            "fee_fen", QT_TRANSLATE_NOOP("desk", "话费"), lambda row: row.fee_fen if row.call else None, Kind.MONEY, 4,
            "fee", spare=True,
        ),
        Column(
            "clause", QT_TRANSLATE_NOOP("desk", "依据条款"), lambda row: row.clause, width=5,
            text=lambda row: row.clause.partition("/")[2], spare=True,
        ),
        Column(
            "detail", QT_TRANSLATE_NOOP("desk", "细目、处理"), lambda row: row.detail, width=9, stretch=True,
            text=lambda row: row.outcome or row.details,
        ),
        Column(
            "proposed_fen", QT_TRANSLATE_NOOP("desk", "建议金额"), lambda row: row.proposed_fen or None, Kind.MONEY, 5,
            "proposed",
        ),
        Column(
            "penalty", QT_TRANSLATE_NOOP("desk", "处理"), lambda row: row.outcome, width=8, shown=False,
            struck=lambda row: row.gone
        ),
        Column("call", QT_TRANSLATE_NOOP("desk", "通话"), lambda row: row.call, Kind.COUNT, 4, shown=False,
               printed=False),
        Column(
            "next_step", QT_TRANSLATE_NOOP("desk", "下一步"), next_step, Kind.NEXT_STEP, 5,
            text=lambda row: STEP_TITLES[next_step(row)],
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.title, f"{row.kind_title} {row.occurred_at:%Y-%m-%d %H:%M} {row.called}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("due", QT_TRANSLATE_NOOP("desk", "该处理"), QT_TRANSLATE_NOOP("desk", "核查结果")),
        *(Segment(kind.key, kind.title, kind.title) for kind in KINDS.values()),
        Segment("proposed", QT_TRANSLATE_NOOP("desk", "已登记处罚")),
        Segment("dismissed", QT_TRANSLATE_NOOP("desk", "不处理")),
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
    ),
    start_segment="due",
    filters=(
        Filter("month", QT_TRANSLATE_NOOP("desk", "全部月份")),
        Filter("state", QT_TRANSLATE_NOOP("desk", "全部状态")),
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "责任人、部门、分机、号码"),
)  # fmt: skip
