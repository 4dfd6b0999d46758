"""How the long-distance log is listed, and what Enter does for each entry."""

from __future__ import annotations

from collections.abc import Sequence

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.rules import LIFECYCLE, LONGEST


def next_step(row: LongDistanceRow) -> str:
    """Return the action that is due for an entry, or an empty text."""
    if row.state == "unlogged":
        return "fill"
    return "edit" if row.state in ("incomplete", "false") else ""


STEP_TITLES = {"fill": QT_TRANSLATE_NOOP("desk", "补登…"), "edit": QT_TRANSLATE_NOOP("desk", "补正…"), "": "—"}


def length_text(seconds: int | None) -> str:
    """Return a billed length as people read it: 3:07; nothing where there is none."""
    return "" if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"


def summary(logged: Sequence[LongDistanceRow], missed: Sequence[LongDistanceRow]) -> str:
    """Return the sheet's sentence of figures: calls, minutes, fee, longer than three minutes, what does not agree."""
    rows = [*logged, *missed]
    minutes = -(-sum(row.seconds or 0 for row in rows) // 60)
    long = sum((row.seconds or 0) > LONGEST for row in rows)
    false = sum(row.state == "false" for row in logged)
    incomplete = sum(row.state == "incomplete" for row in logged)
    fee = fen_to_text(sum(row.fee_fen or 0 for row in rows))
    return (
        f"登记 {len(logged)} 次，清单有而登记无 {len(missed)} 次；清单时长共 {minutes} 分钟，话费 {fee} 元，"
        f"超过 3 分钟 {long} 次；登记不实 {false} 次，不完整 {incomplete} 次。"
    )


def _long(row: LongDistanceRow) -> bool:
    return (row.seconds or 0) > LONGEST


TABLE: TableSpec[LongDistanceRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "核对"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("on", QT_TRANSLATE_NOOP("desk", "日期"), lambda row: row.on_day, Kind.DATE, 4, "on"),
        Column("from", QT_TRANSLATE_NOOP("desk", "起"), lambda row: row.from_at, Kind.CODE, 3),
        Column("to", QT_TRANSLATE_NOOP("desk", "止"), lambda row: row.to_at, Kind.CODE, 3),
        Column("user", QT_TRANSLATE_NOOP("desk", "使用人"), lambda row: row.user, width=5, sort="user"),
        Column(
            "emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 5, shown=False,
            printed=False,
        ),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=6, shown=False),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=6, sort="dept", shown=False),
        Column(
            "extension", QT_TRANSLATE_NOOP("desk", "使用电话"), lambda row: row.set_title, Kind.CODE, 5, "extension",
            spare=True,
        ),
        Column("callee", QT_TRANSLATE_NOOP("desk", "受话人"), lambda row: row.callee, width=6),
        Column("number", QT_TRANSLATE_NOOP("desk", "对方号码"), lambda row: row.called, Kind.CODE, 10, "number"),
        Column("reason", QT_TRANSLATE_NOOP("desk", "联络事项"), lambda row: row.purpose, width=7),
        Column("result", QT_TRANSLATE_NOOP("desk", "交涉结果"), lambda row: row.result, width=9, stretch=True),
        Column(
            "approval", QT_TRANSLATE_NOOP("desk", "批准"), lambda row: row.approval or row.approver, width=6,
            shown=False,
        ),
        Column(
            "seconds", QT_TRANSLATE_NOOP("desk", "清单时长"), lambda row: row.seconds, Kind.COUNT, 4, "seconds",
            text=lambda row: length_text(row.seconds), noted=_long, spare=True,
        ),
        Column(
            "fee_fen", QT_TRANSLATE_NOOP("desk", "话费"), lambda row: row.fee_fen, Kind.MONEY, 4, "fee", shown=False
        ),
        Column(
            "detail", QT_TRANSLATE_NOOP("desk", "不符之处"), lambda row: row.detail, width=7,
            text=lambda row: "、".join(row.details), warned=lambda _row: True,
        ),
        Column(
            "next_step", QT_TRANSLATE_NOOP("desk", "下一步"), next_step, Kind.NEXT_STEP, 5,
            text=lambda row: STEP_TITLES[next_step(row)],
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.title, f"{row.on_day} {row.called} {row.purpose}".strip()),
    states=LIFECYCLE.states,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部"), QT_TRANSLATE_NOOP("desk", "长途通话登记")),
        Segment("open", QT_TRANSLATE_NOOP("desk", "待核对")),
        Segment("ok", QT_TRANSLATE_NOOP("desk", "相符")),
        Segment("incomplete", QT_TRANSLATE_NOOP("desk", "不完整"), QT_TRANSLATE_NOOP("desk", "长途登记不完整")),
        Segment("false", QT_TRANSLATE_NOOP("desk", "登记不实"), QT_TRANSLATE_NOOP("desk", "长途登记不实")),
        Segment("unlogged", QT_TRANSLATE_NOOP("desk", "未登记"), QT_TRANSLATE_NOOP("desk", "清单有而登记无")),
        Segment("unallowed", QT_TRANSLATE_NOOP("desk", "未经批准或私人")),
    ),
    start_segment="all",
    filters=(
        Filter("month", QT_TRANSLATE_NOOP("desk", "全部月份")),
        Filter("branch", QT_TRANSLATE_NOOP("desk", "全部单位")),
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("detail", QT_TRANSLATE_NOOP("desk", "全部不符之处")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "使用人、受话人、号码、事项"),
)  # fmt: skip
