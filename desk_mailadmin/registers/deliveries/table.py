"""How mails are listed, and what Enter does for each."""

from __future__ import annotations

from desk_mailadmin.kernel.table import Column, Kind, Segment, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.deliveries.listing import DeliveryRow
from desk_mailadmin.registers.deliveries.rules import LIFECYCLE

NEXT = {"waiting": "retry", "failed": "retry", "unclear": "settle"}
STEP_TITLES = {
    "retry": QT_TRANSLATE_NOOP("desk", "重新发送…"),
    "settle": QT_TRANSLATE_NOOP("desk", "问清以后…"),
    "": "—",
}


def next_step(row: DeliveryRow) -> str:
    """Return the action that is due for a mail, or an empty text."""
    return NEXT.get(row.state, "")


TABLE: TableSpec[DeliveryRow] = TableSpec(
    columns=(
        Column("state", QT_TRANSLATE_NOOP("desk", "状态"), lambda row: row.state, Kind.STATE, 6, "state"),
        Column("number", QT_TRANSLATE_NOOP("desk", "编号"), lambda row: row.number, Kind.CODE, 8, "number"),
        Column("title", QT_TRANSLATE_NOOP("desk", "单据"), lambda row: row.title, width=10, shown=False),
        Column("name", QT_TRANSLATE_NOOP("desk", "收件人"), lambda row: row.name, width=7, sort="name"),
        Column("address", QT_TRANSLATE_NOOP("desk", "收件地址"), lambda row: row.address, Kind.CODE, 17, "address"),
        Column("subject", QT_TRANSLATE_NOOP("desk", "主题"), lambda row: row.subject, width=12, shown=False),
        Column("attempts", QT_TRANSLATE_NOOP("desk", "次数"), lambda row: row.attempts, Kind.COUNT, 4, shown=False),
        Column("tried_at", QT_TRANSLATE_NOOP("desk", "时间"), lambda row: row.tried_at, Kind.MOMENT, 9, "tried_at"),
        Column(
            "progress",
            QT_TRANSLATE_NOOP("desk", "结果"),
            lambda row: row.progress,
            width=14,
            stretch=True,
            warned=lambda row: row.state in ("failed", "unclear"),
        ),
        Column("answer", QT_TRANSLATE_NOOP("desk", "服务器答复"), lambda row: row.answer, width=10, shown=False),
        Column(
            "message_id", QT_TRANSLATE_NOOP("desk", "邮件标识"), lambda row: row.message_id, Kind.CODE, 14, shown=False
        ),
        Column(
            "next_step", QT_TRANSLATE_NOOP("desk", "下一步"), lambda row: STEP_TITLES[next_step(row)], Kind.NEXT_STEP, 7
        ),
    ),
    row_id=lambda row: row.id,
    headline=lambda row: (row.number, f"{row.name}　{row.address}　{row.progress}"),
    states=LIFECYCLE.states,
    segments=(
        Segment("all", QT_TRANSLATE_NOOP("desk", "全部")),
        Segment("open", QT_TRANSLATE_NOOP("desk", "要处理")),
        Segment("unclear", QT_TRANSLATE_NOOP("desk", "不明")),
        Segment("sent", QT_TRANSLATE_NOOP("desk", "已发送")),
        Segment("cancelled", QT_TRANSLATE_NOOP("desk", "不发了")),
    ),
    search_hint=QT_TRANSLATE_NOOP("desk", "姓名、拼音、编号、地址"),
)
