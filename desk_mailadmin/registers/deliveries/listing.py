"""What lists and panels show of mails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.registers.deliveries.model import Delivery
from desk_mailadmin.registers.deliveries.rules import LIFECYCLE
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import ListingSource, SqlListing

_UNIT = (
    "CASE delivery.kind WHEN 'application' THEN (SELECT u.branch_id FROM application u WHERE u.id = delivery.record) "
    "WHEN 'receipt' THEN (SELECT u.branch_id FROM receipt u WHERE u.id = delivery.record) "
    "WHEN 'penalty' THEN (SELECT u.branch_id FROM penalty u WHERE u.id = delivery.record) END"
)
"""The unit of the paper that a mail carries."""

_SOURCE = ListingSource(
    kind="delivery",
    table="delivery",
    unit=_UNIT,
    orders={
        "state": "delivery.state_order",
        "number": "delivery.number",
        "name": "delivery.name_key",
        "address": "delivery.address",
        "tried_at": "delivery.tried_at",
    },
    default_order="delivery.state_order, delivery.id DESC",
    segments={
        "open": "delivery.state_order <= 3",
        "unclear": "delivery.state = 'unclear'",
        "sent": "delivery.state = 'sent'",
        "cancelled": "delivery.state = 'cancelled'",
        "all": "1 = 1",
    },
    filters={},
)

_SELECT = """
    SELECT delivery.id, delivery.state, delivery.number, delivery.title, delivery.name, delivery.address,
           delivery.subject, delivery.attempts, delivery.tried_at, delivery.sent_at, delivery.answer, delivery.said,
           delivery.kind, delivery.record, delivery.message_id
    FROM delivery
"""


class DeliveryRow(Struct, frozen=True):
    """A mail as lists show it."""

    id: int
    state: str
    number: str
    title: str
    name: str
    address: str
    subject: str
    attempts: int
    tried_at: datetime | None
    sent_at: datetime | None
    answer: str
    said: str
    kind: str
    record: int
    message_id: str

    @property
    def moment(self) -> str:
        """When it was sent or last tried, in this machine's zone: 12-03 09:41."""
        at = self.sent_at or self.tried_at
        return f"{at.astimezone():%m-%d %H:%M}" if at else ""

    @property
    def progress(self) -> str:
        """Where it stands, in a few words; ``said`` is the whole sentence."""
        match self.state:
            case "sent":
                return f"{self.moment} 已发送"
            case "waiting" if not self.attempts:
                return "还没有发送"
            case "waiting":
                return "上次没有发出"
            case "sending":
                return "正在发送"
            case "failed":
                return f"没有收：{self.answer}" if self.answer else "没有收"
            case "unclear":
                return "问对方收到没有"
            case _:
                return ""


class DeliveriesListing(SqlListing[DeliveryRow]):
    """Mails as rows, and those of one paper as a step of its way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def row(self, record: int) -> DeliveryRow:
        """Return one mail."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[DeliveryRow]:
        """Return the rows of these mails, in this order."""
        return self.ordered(ids, DeliveryRow, _SELECT)

    def of_paper(self, kind: str, record: int) -> Sequence[DeliveryRow]:
        """Return the mails with papers of one record, oldest first."""
        found = Delivery.select(Delivery.id).where((Delivery.kind == kind) & (Delivery.record == record))
        return self.rows([one.id for one in found.order_by(Delivery.id)])

    def open_ones(self) -> Sequence[DeliveryRow]:
        """Return the mails that wait for the clerk, the unclear ones first."""
        found = Delivery.select(Delivery.id).where(Delivery.state.in_(("unclear", "failed", "waiting")))
        return self.rows([one.id for one in found.order_by(Delivery.state_order, Delivery.id)])

    def steps_of(self, kind: str, record: int) -> tuple[Step, ...]:
        """Return a paper's mails as one step of its way, none where it was never mailed."""
        rows = [row for row in self.of_paper(kind, record) if row.state != "cancelled"]
        if not rows:
            return ()
        note = "；".join(_told(row) for row in rows)
        is_sent = all(row.state == "sent" for row in rows)
        late = any(row.state in ("failed", "unclear") for row in rows)
        return (Step("用邮件发送", StepState.DONE if is_sent else StepState.NOW, note, late),)

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a mail."""
        row, kept = self.row(record), Delivery.get_by_id(record)
        facts = (
            Fact("收件地址", row.address),
            Fact("主题", row.subject),
            Fact("附件", kept.file_name),
            Fact("次数", f"{row.attempts} 次" if row.attempts else "还没有发送"),
            Fact("时间", row.moment),
            Fact("说明", "" if row.state == "sent" else row.said),
            Fact("服务器", row.answer),
            Fact("正文", kept.text),
        )
        return Detail(
            title=row.name,
            subtitle=f"{row.number}　{row.title}",
            state=LIFECYCLE.state(row.state),
            facts=tuple(fact for fact in facts if fact.value),
            history=self.history("delivery", record),
        )


def _told(row: DeliveryRow) -> str:
    match row.state:
        case "sent":
            return f"已发送到 {row.address} {row.moment}"
        case "unclear":
            return f"{row.address} 是否收到不明"
        case "failed":
            return f"{row.address} 没有收"
        case _:
            return f"等着发送到 {row.address}"
