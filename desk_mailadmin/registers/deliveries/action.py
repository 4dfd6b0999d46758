"""The action that this register lends to receipts: sending them by mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


def _send(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.deliveries.form import send_papers

    send_papers(bench, "receipt", ids)


def _locked(row: Any) -> str:
    return QT_TRANSLATE_NOOP("desk", "回执已经作废") if row.state == "void" else ""


SEND_RECEIPTS = Action(
    "send_by_mail",
    QT_TRANSLATE_NOOP("desk", "用邮件发送…"),
    "mail",
    _send,
    Scope.ROWS,
    secondary=True,
    locked=_locked,
)
