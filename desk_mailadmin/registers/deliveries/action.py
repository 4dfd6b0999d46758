"""The action that this register lends to those with papers: sending them by mail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


def _sending(kind: str) -> Callable[[Any, Sequence[int]], None]:
    def send(bench: Any, ids: Sequence[int]) -> None:
        from desk_mailadmin.registers.deliveries.form import send_papers

        send_papers(bench, kind, ids)

    return send


def _locked(row: Any) -> str:
    if row.state == "draft":
        return QT_TRANSLATE_NOOP("desk", "还是草稿，正式填表后才能发送")
    if getattr(row, "past", False):
        return QT_TRANSLATE_NOOP("desk", "旧台账转入的记录没有通知单")
    return QT_TRANSLATE_NOOP("desk", "已经作废") if row.state == "void" else ""


def _action(kind: str) -> Action:
    return Action(
        "send_by_mail",
        QT_TRANSLATE_NOOP("desk", "用邮件发送…"),
        "mail",
        _sending(kind),
        Scope.ROWS,
        secondary=True,
        locked=_locked,
    )


SEND_RECEIPTS = _action("receipt")
SEND_APPLICATIONS = _action("application")
SEND_PENALTIES = _action("penalty")
