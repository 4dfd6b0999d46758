"""How receipts are listed, and what Enter does for each."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Filter, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.receipts.listing import ReceiptRow
from desk_mailadmin.registers.receipts.rules import LIFECYCLE, WAYS, WHATS


def next_step(row: ReceiptRow) -> str:
    """Return the action that is due for a receipt, or an empty text."""
    match row.state:
        case "out":
            return "sign" if row.handed_on else "hand_over" if row.printed else "print"
        case "lost":
            return "replace"
        case "refused":
            return "sign"
        case "signed" if row.held:
            return "give_back"
        case _:
            return ""


STEP_TITLES = {
    "print": QT_TRANSLATE_NOOP("desk", "打印回执"),
    "hand_over": QT_TRANSLATE_NOOP("desk", "登记送出…"),
    "sign": QT_TRANSLATE_NOOP("desk", "登记签收…"),
    "replace": QT_TRANSLATE_NOOP("desk", "重新送出…"),
    "give_back": QT_TRANSLATE_NOOP("desk", "登记归还…"),
    "": "—",
}

TABLE: TableSpec[ReceiptRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "回执编号"), lambda row: row.number, Kind.CODE, 8, "number"),
        Column(
            "application",
            QT_TRANSLATE_NOOP("desk", "申请编号"),
            lambda row: row.application,
            Kind.CODE,
            8,
            "application",
            shown=False,  # the panel says it; a number finds it
        ),
        Column(
            "what",
            QT_TRANSLATE_NOOP("desk", "类别"),
            lambda row: row.what,
            width=4,
            shown=False,
            text=lambda row: dict(WHATS)[row.what],
        ),
        Column("subject", QT_TRANSLATE_NOOP("desk", "事项"), lambda row: row.matter, width=11, sort="matter"),
        Column("name", QT_TRANSLATE_NOOP("desk", "领取人"), lambda row: row.name, width=7, sort="name"),
        Column("dept", QT_TRANSLATE_NOOP("desk", "部门"), lambda row: row.dept, width=8, sort="dept"),
        Column("address", QT_TRANSLATE_NOOP("desk", "邮箱"), lambda row: row.address, Kind.CODE, 11, shown=False),
        Column(
            "issued_on",
            QT_TRANSLATE_NOOP("desk", "开出"),
            lambda row: row.issued_on,
            Kind.DATE,
            6,
            "issued_on",
            shown=False,
        ),
        Column("handed_on", QT_TRANSLATE_NOOP("desk", "送出"), lambda row: row.handed_on, Kind.DATE, 5, "handed_on"),
        Column(
            "days_out",
            QT_TRANSLATE_NOOP("desk", "已送出天数"),
            lambda row: row.days_out,
            Kind.COUNT,
            6,
            "days_out",
            warned=lambda row: row.late and row.days_out is not None,
        ),
        Column(
            "handed_how",
            QT_TRANSLATE_NOOP("desk", "送达方式"),
            lambda row: row.handed_how,
            width=5,
            shown=False,  # the panel says it; 进展 needs the room at 1366 px
            text=lambda row: dict(WAYS).get(row.handed_how, ""),
        ),
        Column(
            "signed_on",
            QT_TRANSLATE_NOOP("desk", "签收"),
            lambda row: row.signed_on,
            Kind.DATE,
            6,
            "signed_on",
            shown=False,
        ),
        Column(
            "progress",
            QT_TRANSLATE_NOOP("desk", "进展"),
            lambda row: row.progress,
            width=10,
            stretch=True,
            warned=lambda row: row.late,
        ),
        Column(
            "next_step", QT_TRANSLATE_NOOP("desk", "下一步"), lambda row: STEP_TITLES[next_step(row)], Kind.NEXT_STEP, 7
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.number, f"{row.name}　{row.dept}　{row.progress}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("out", QT_TRANSLATE_NOOP("desk", "待签收")),
        Segment("away", QT_TRANSLATE_NOOP("desk", "未交回"), QT_TRANSLATE_NOOP("desk", "未交回清单")),
        Segment("held", QT_TRANSLATE_NOOP("desk", "在手"), QT_TRANSLATE_NOOP("desk", "在手清单")),
        Segment("signed", QT_TRANSLATE_NOOP("desk", "已签收")),
        Segment("refused", QT_TRANSLATE_NOOP("desk", "拒签")),
        Segment("lost", QT_TRANSLATE_NOOP("desk", "遗失")),
        Segment("void", QT_TRANSLATE_NOOP("desk", "已作废")),
    ),
    filters=(
        Filter("dept", QT_TRANSLATE_NOOP("desk", "全部部门")),
        Filter("what", QT_TRANSLATE_NOOP("desk", "全部类别")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、事项、编号"),
)
