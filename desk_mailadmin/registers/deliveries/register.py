"""Papers sent by mail as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.changes import register_key
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.deliveries.entries import Sendable, addresses_of
from desk_mailadmin.registers.deliveries.listing import DeliveryRow
from desk_mailadmin.registers.deliveries.model import Delivery
from desk_mailadmin.registers.deliveries.rules import LIFECYCLE, SERVER_SETTINGS
from desk_mailadmin.registers.deliveries.service import DeliveriesService
from desk_mailadmin.registers.deliveries.table import STEP_TITLES, TABLE, next_step

_form = partial(deferred, f"{__package__}.form")


def _retry(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.deliveries.form import send_again

    send_again(bench, ids)


def _only(*states: str) -> Callable[[DeliveryRow], str]:
    def locked(row: DeliveryRow) -> str:
        return "" if row.state in states else QT_TRANSLATE_NOOP("desk", "这一步现在不适用")

    return locked


def _build(desk: Any, services: Mapping[str, Any]) -> DeliveriesService:
    service = DeliveriesService(desk, services["papers"])
    service.sources["receipt"] = lambda record: _receipt(desk, services, record)
    service.sources["penalty"] = lambda record: _penalty(desk, services, record)
    service.followers["receipt"] = services["receipts"].mailed
    for kind in ("receipt", "penalty"):
        services[register_key(kind)].mailings = partial(service.steps_of, kind)
    service.settle_interrupted()
    return service


def _receipt(desk: Any, services: Mapping[str, Any], record: int) -> Sendable:
    """Return a receipt as it may be mailed, to its owner's mailbox or to the address the roster names."""
    from desk_mailadmin.registers.receipts.printed import receipt_paper

    receipts = services["receipts"]
    row, kept = receipts.row(record), receipts.record_of(record)
    if row.state == "void":
        raise UserError(QT_TRANSLATE_NOOP("desk", "回执 {number} 已经作废，不再发送。"), number=row.number)
    return Sendable(
        kind="receipt",
        record=record,
        form=kept.sheet,
        number=row.number,
        name=row.name,
        addresses=addresses_of(services["mailboxes"], services["staff"], kept.staff_id, row.address),
        draw=lambda: receipt_paper(receipts, services["branches"], desk.settings, record),
        comes_back=row.state != "signed",
    )


def _penalty(desk: Any, services: Mapping[str, Any], record: int) -> Sendable:
    """Return a notice, or the slip of a reversal, as it may be mailed; only a signature says that it was received."""
    from desk_mailadmin.registers.penalties.listing import NOTICE, REVERSAL
    from desk_mailadmin.registers.penalties.printed import case_paper

    penalties = services["penalties"]
    row = penalties.row(record)
    if row.state in ("draft", "void") or row.past:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 没有可以发送的通知单。"), number=row.number or row.name)
    return Sendable(
        kind="penalty",
        record=record,
        form=REVERSAL if row.state == "offset" else NOTICE,
        number=row.number,
        name=row.name,
        addresses=addresses_of(services["mailboxes"], services["staff"], row.staff),
        draw=lambda: case_paper(penalties, desk.settings, record),
        comes_back=row.state == "issued",
    )


_TODO_TITLES = {
    "unclear": QT_TRANSLATE_NOOP("desk", "邮件下落不明"),
    "failed": QT_TRANSLATE_NOOP("desk", "邮件没有发出"),
    "waiting": QT_TRANSLATE_NOOP("desk", "邮件待发送"),
}


def _todos(service: DeliveriesService, today: date) -> Sequence[Todo]:
    return [_todo(row, today) for row in service.open_ones()]


def _todo(row: DeliveryRow, today: date) -> Todo:
    action = next_step(row)
    return Todo(
        key=f"delivery/{row.id}/{row.state}/{row.attempts}",
        title=_TODO_TITLES[row.state],
        number=row.number,
        text=f"{row.name}　{row.progress}　{row.address}",
        due=row.tried_at.astimezone().date() if row.tried_at else today,
        clause="000/3.0",
        register="deliveries",
        record=row.id,
        action=action,
        action_title=STEP_TITLES[action],
        icon="mail",
    )


REGISTER = Register(
    key="deliveries",
    title=QT_TRANSLATE_NOOP("desk", "寄送记录"),
    tab="receipts",
    icon="mail",
    table=TABLE,
    build=_build,
    models=(Delivery,),
    actions=(
        Action(
            "retry",
            QT_TRANSLATE_NOOP("desk", "重新发送…"),
            "send",
            _retry,
            Scope.ROWS,
            primary=True,
            locked=_only("waiting", "failed"),
        ),
        Action(
            "settle",
            QT_TRANSLATE_NOOP("desk", "问清以后…"),
            "circle-question-mark",
            _form("settle_mail"),
            Scope.ROW,
            locked=_only("unclear"),
        ),
        Action("paper", QT_TRANSLATE_NOOP("desk", "到单据"), "receipt", _form("go_to_paper"), Scope.ROW, reads=True),
        Action(
            "test",
            QT_TRANSLATE_NOOP("desk", "发一封试试…"),
            "mail-check",
            _form("try_server"),
            Scope.LIST,
        ),
        Action(
            "cancel",
            QT_TRANSLATE_NOOP("desk", "不发了…"),
            "ban",
            _form("cancel_mail"),
            Scope.ROW,
            secondary=True,
            locked=lambda row: (
                "" if LIFECYCLE.allows(row.state, "cancelled") else QT_TRANSLATE_NOOP("desk", "这一步现在不适用")
            ),
        ),
        Action(
            "forget",
            QT_TRANSLATE_NOOP("desk", "删除保存的密码…"),
            "trash-2",
            _form("forget_password"),
            Scope.LIST,
            secondary=True,
        ),
    ),
    next_step=next_step,
    todos=_todos,
    settings=SERVER_SETTINGS,
    badge="open",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有用邮件发送过单据"),
        QT_TRANSLATE_NOOP("desk", "在“回执”或“申请”里选一张或几张，用“更多 › 用邮件发送…”。发送结果都记在这里。"),
    ),
)
