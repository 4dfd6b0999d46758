"""Receipts as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.receipts.listing import HANDOVER_SHEET, SHEET, ReceiptRow
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.receipts.rules import LIFECYCLE, RETURN_DAYS
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.registers.receipts.table import STEP_TITLES, TABLE, next_step

_form = partial(deferred, f"{__package__}.form")


def _print(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.receipts.form import print_receipts

    print_receipts(bench, ids)


def _not(*moves: str) -> Callable[[ReceiptRow], str]:
    def locked(row: ReceiptRow) -> str:
        if any(LIFECYCLE.allows(row.state, move) for move in moves):
            return ""
        return QT_TRANSLATE_NOOP("desk", "回执已经办结")

    return locked


def _handed(row: ReceiptRow) -> str:
    if row.state != "out":
        return QT_TRANSLATE_NOOP("desk", "回执不在待签收状态")
    return QT_TRANSLATE_NOOP("desk", "回执已经送出") if row.handed_on else ""


def _not_signable(row: ReceiptRow) -> str:
    if not LIFECYCLE.allows(row.state, "signed"):
        return QT_TRANSLATE_NOOP("desk", "回执已经办结")
    return "" if row.handed_on else QT_TRANSLATE_NOOP("desk", "回执还没有送出")


def _not_refusable(row: ReceiptRow) -> str:
    if not LIFECYCLE.allows(row.state, "refused"):
        return QT_TRANSLATE_NOOP("desk", "回执不在待签收状态")
    return "" if row.handed_on else QT_TRANSLATE_NOOP("desk", "回执还没有送出")


def _not_lost(row: ReceiptRow) -> str:
    return "" if row.state == "lost" else QT_TRANSLATE_NOOP("desk", "回执没有遗失")


def _build(desk: Any, services: Mapping[str, Any]) -> ReceiptsService:
    return ReceiptsService(desk, services["staff"], services["mailboxes"])


def _todos(service: ReceiptsService, today: date) -> Sequence[Todo]:
    return [_todo(row) for row in service.outstanding()]


def _todo(row: ReceiptRow) -> Todo:
    waits = "还没有送出" if row.printed else "还没有打印"
    sent = f"{row.handed_on:%m-%d} 送出，未交回" if row.handed_on else waits
    action = next_step(row)
    return Todo(
        key=f"receipt/{row.id}/{action}",
        title=QT_TRANSLATE_NOOP("desk", "回执未签收") if row.handed_on else QT_TRANSLATE_NOOP("desk", "回执待送出"),
        number=row.number,
        text=f"{row.name}（{row.dept}）　{sent}",
        due=row.due_on or row.issued_on,
        clause="000/3.0",
        register="receipts",
        record=row.id,
        action=action,
        action_title=STEP_TITLES[action],
        icon="mail-check",
    )


REGISTER = Register(
    key="receipts",
    title=QT_TRANSLATE_NOOP("desk", "回执"),
    tab="receipts",
    icon="receipt",
    table=TABLE,
    build=_build,
    models=(Receipt,),
    actions=(
        Action(
            "sign",
            QT_TRANSLATE_NOOP("desk", "登记签收"),
            "mail-check",
            _form("sign_receipt"),
            Scope.ROW,
            "F6",
            primary=True,
            locked=_not_signable,
        ),
        Action(
            "hand_over",
            QT_TRANSLATE_NOOP("desk", "登记送出"),
            "send",
            _form("hand_over"),
            Scope.ROW,
            "F8",
            locked=_handed,
        ),
        Action("print", QT_TRANSLATE_NOOP("desk", "打印回执"), "printer", _print, Scope.ROWS),
        Action(
            "password_slip",
            QT_TRANSLATE_NOOP("desk", "打印密码单"),
            "lock",
            _form("print_slip"),
            Scope.ROW,
            locked=_not("signed", "lost"),
        ),
        Action(
            "refuse",
            QT_TRANSLATE_NOOP("desk", "拒签…"),
            "circle-alert",
            _form("refuse_receipt"),
            Scope.ROW,
            secondary=True,
            locked=_not_refusable,
        ),
        Action(
            "lose",
            QT_TRANSLATE_NOOP("desk", "遗失…"),
            "triangle-alert",
            _form("lose_receipt"),
            Scope.ROW,
            secondary=True,
            locked=_not("lost"),
        ),
        Action(
            "replace",
            QT_TRANSLATE_NOOP("desk", "重新送出…"),
            "rotate-ccw",
            _form("replace_receipt"),
            Scope.ROW,
            secondary=True,
            locked=_not_lost,
        ),
        Action(
            "reprint",
            QT_TRANSLATE_NOOP("desk", "补打"),
            "rotate-cw",
            _form("reprint_receipt"),
            Scope.ROW,
            secondary=True,
        ),
        Action(
            "attach",
            QT_TRANSLATE_NOOP("desk", "附扫描件…"),
            "paperclip",
            _form("attach_scan"),
            Scope.ROW,
            secondary=True,
        ),
        Action(
            "void",
            QT_TRANSLATE_NOOP("desk", "作废…"),
            "ban",
            _form("void_receipt"),
            Scope.ROW,
            secondary=True,
            locked=_not("void"),
        ),
    ),
    next_step=next_step,
    todos=_todos,
    settings=(RETURN_DAYS,),
    scans=lambda spec: spec.id in (SHEET, HANDOVER_SHEET),
    scanned=lambda bench, record: _form("scanned_receipt")(bench, [record]),
    badge="out",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有回执"),
        QT_TRANSLATE_NOOP("desk", "开户后回执会自动开出，打印两联，本人签收后交回一联。"),
    ),
)
