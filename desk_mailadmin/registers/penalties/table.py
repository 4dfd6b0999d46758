"""How the penalty ledger is listed, and what Enter does for each case."""

from __future__ import annotations

from msgspec.structs import replace

from desk_mailadmin.kernel.money import fen_shown
from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.rules import COUNTED, EXECUTIONS, FOUND_HOW, LIFECYCLE


def next_step(row: PenaltyRow) -> str:
    """Return the action that is due for a case, or an empty text."""
    match row.state:
        case "draft":
            return "edit"
        case "issued":
            return "sign" if row.printed else "print"
        case "appealed":
            return "decide"
        case "signed" | "refused" if row.execution == "hr":
            return "report"
        case "reported" if not row.reply:
            return "reply"
        case "signed" | "refused" | "carried" if row.execution == "cash" and row.rest_fen > 0:
            return "cash"
        case _:
            return "refund" if row.rest_fen < 0 and not row.past else ""


STEP_TITLES = {
    "edit": QT_TRANSLATE_NOOP("desk", "填完草稿…"),
    "print": QT_TRANSLATE_NOOP("desk", "打印通知单"),
    "sign": QT_TRANSLATE_NOOP("desk", "登记签收…"),
    "decide": QT_TRANSLATE_NOOP("desk", "申诉决定…"),
    "report": QT_TRANSLATE_NOOP("desk", "报人事…"),
    "reply": QT_TRANSLATE_NOOP("desk", "登记回复…"),
    "cash": QT_TRANSLATE_NOOP("desk", "收现金…"),
    "refund": QT_TRANSLATE_NOOP("desk", "退款…"),
    "": "—",
}


def _sum(fen: int) -> str:
    return fen_shown(fen) if fen else "—"


_DASH = ("offset", "reversed", "void", "waived")


def _gone(row: PenaltyRow) -> bool:
    return row.state in ("reversed", "void")


TABLE: TableSpec[PenaltyRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 5, "state"),
        Column(
            "number", QT_TRANSLATE_NOOP("desk", "编号"), lambda row: row.number, Kind.CODE, 8, "number", struck=_gone
        ),
        Column(
            "occurred_on", QT_TRANSLATE_NOOP("desk", "日期"), lambda row: row.occurred_on, Kind.DATE, 5, "occurred_on"
        ),
        Column("name", QT_TRANSLATE_NOOP("desk", "当事人"), lambda row: row.name, width=4, sort="name"),
        Column(
            "emp_no", QT_TRANSLATE_NOOP("desk", "工号"), lambda row: row.emp_no, Kind.CODE, 6, shown=False,
            printed=False,
        ),
        Column("branch", QT_TRANSLATE_NOOP("desk", "单位"), lambda row: row.branch, width=6, shown=False),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=6, sort="dept"),
        Column(
            "act",
            QT_TRANSLATE_NOOP("desk", "行为"),
            lambda row: row.act_title,
            width=13,
            stretch=True,
            text=lambda row: f"{row.facts}：{row.reason}" if row.state == "offset" else row.act_title,
            struck=_gone,
        ),
        Column("facts", QT_TRANSLATE_NOOP("desk", "事实"), lambda row: row.facts, width=16, shown=False),
        Column(
            "clause",
            QT_TRANSLATE_NOOP("desk", "依据条款"),
            lambda row: row.clause,
            width=9,
            sort="clause",
            text=lambda row: row.cited or "—",
        ),
        Column(
            "offence_no",
            QT_TRANSLATE_NOOP("desk", "次数"),
            lambda row: row.offence_no,
            width=4,
            text=lambda row: row.count_text,
            noted=lambda row: row.offence_no > 1 and row.state in COUNTED,
        ),
        Column("sanction", QT_TRANSLATE_NOOP("desk", "处理"), lambda row: row.sanction, width=6),
        Column(
            "fine_fen",
            QT_TRANSLATE_NOOP("desk", "罚款"),
            lambda row: row.fine_fen,
            Kind.MONEY,
            5,
            "fine",
            text=lambda row: _sum(row.fine_fen),
            warned=lambda row: row.fine_fen < 0,
            struck=_gone,
        ),
        Column(
            "recovery_fen",
            QT_TRANSLATE_NOOP("desk", "追缴/赔偿"),
            lambda row: row.recovery_fen,
            Kind.MONEY,
            5,
            "recovery",
            text=lambda row: _sum(row.recovery_fen),
            warned=lambda row: row.recovery_fen < 0,
            struck=_gone,
        ),
        Column(
            "deducted_fen",
            QT_TRANSLATE_NOOP("desk", "已扣"),
            lambda row: row.deducted_fen,
            Kind.MONEY,
            6,
            shown=False, text=lambda row: _sum(row.deducted_fen)),
        Column(
            "waived_fen", QT_TRANSLATE_NOOP("desk", "减免"), lambda row: row.waived_fen, Kind.MONEY, 6,
            shown=False, text=lambda row: _sum(row.waived_fen)),
        Column(
            "rest_fen", QT_TRANSLATE_NOOP("desk", "未结清"), lambda row: row.rest_fen, Kind.MONEY, 6, "rest",
            shown=False, text=lambda row: _sum(row.rest_fen)),
        Column("formula", QT_TRANSLATE_NOOP("desk", "计算式"), lambda row: row.formula, width=8, shown=False),
        Column("month", QT_TRANSLATE_NOOP("desk", "记入月份"), lambda row: row.month, Kind.CODE, 5, shown=False),
        Column(
            "found_how",
            QT_TRANSLATE_NOOP("desk", "发现方式"),
            lambda row: row.found_how,
            width=6,
            shown=False,
            text=lambda row: dict(FOUND_HOW).get(row.found_how, ""),
        ),
        Column(
            "execution",
            QT_TRANSLATE_NOOP("desk", "执行"),
            lambda row: row.execution,
            width=6,
            shown=False,
            text=lambda row: dict(EXECUTIONS).get(row.execution, ""),
        ),
        Column(
            "progress",
            QT_TRANSLATE_NOOP("desk", "进展"),
            lambda row: row.progress,
            width=8,
            shown=False,
            warned=lambda row: row.late,
        ),
        Column(
            "next_time",
            QT_TRANSLATE_NOOP("desk", "再犯时"),
            lambda row: "—" if row.state in _DASH else row.next_time,
            width=8,
            noted=lambda row: row.state in COUNTED and row.next_time.startswith("再犯："),
        ),
        Column(
            "next_step", QT_TRANSLATE_NOOP("desk", "下一步"), lambda row: STEP_TITLES[next_step(row)], Kind.NEXT_STEP, 6
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (
        row.number or (QT_TRANSLATE_NOOP("desk", "旧台账") if row.past else QT_TRANSLATE_NOOP("desk", "草稿")),
        f"{row.name}　{row.act_title}　{LIFECYCLE.state(row.state).title}",
    ),
    states=LIFECYCLE.states,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("draft", QT_TRANSLATE_NOOP("desk", "草稿")),
        Segment("issued", QT_TRANSLATE_NOOP("desk", "待签收"), QT_TRANSLATE_NOOP("desk", "待签收处罚通知单")),
        Segment("appealed", QT_TRANSLATE_NOOP("desk", "申诉中")),
        Segment("open", QT_TRANSLATE_NOOP("desk", "待扣款"), QT_TRANSLATE_NOOP("desk", "未结清清单")),
        Segment("hr", QT_TRANSLATE_NOOP("desk", "待报人事"), QT_TRANSLATE_NOOP("desk", "待报人事清单")),
        Segment("offset", QT_TRANSLATE_NOOP("desk", "冲销作废")),
        Segment("past", QT_TRANSLATE_NOOP("desk", "旧台账")),
    ),
    filters=(
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("regulation", QT_TRANSLATE_NOOP("desk", "全部制度")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、行为、编号"),
)  # fmt: skip


def worded(money_word: str) -> tuple[Column[PenaltyRow], ...]:
    """Return the columns with the office's own word for a fine (罚款, 经济处理, 绩效扣减)."""
    return tuple(replace(part, title=money_word) if part.key == "fine_fen" else part for part in TABLE.columns)
