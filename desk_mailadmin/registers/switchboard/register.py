"""The switchboard's log as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.switchboard.model import SwitchboardDeed
from desk_mailadmin.registers.switchboard.service import SwitchboardRow, SwitchboardService
from desk_mailadmin.registers.switchboard.table import TABLE

_form = partial(deferred, f"{__package__}.form")


def _reversed(row: SwitchboardRow) -> str:
    return "" if row.state == "standing" else QT_TRANSLATE_NOOP("desk", "已经恢复")


def _not_reversed(row: SwitchboardRow) -> str:
    return "" if row.state == "reversed" else QT_TRANSLATE_NOOP("desk", "没有登记恢复")


def _build(desk: Any, services: Mapping[str, Any]) -> SwitchboardService:
    return SwitchboardService(desk, services["branches"])


def _record(service: SwitchboardService, data: Mapping[str, Any]) -> str:
    """Enter what the switchboard did from plain data and return the extension."""
    return service.row(service.enter_plain(data)).extension


REGISTER = Register(
    key="switchboard",
    title=QT_TRANSLATE_NOOP("desk", "总机记录"),
    tab="office_phone",
    icon="lock",
    table=TABLE,
    build=_build,
    models=(SwitchboardDeed,),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "登记总机记录"), "plus", _form("new_deed"), Scope.LIST, "Ctrl+N",
            primary=True,
        ),
        Action(
            "reverse", QT_TRANSLATE_NOOP("desk", "登记恢复…"), "lock-open", _form("reverse_deed"), Scope.ROW, "F6",
            locked=_reversed,
        ),
        Action("edit", QT_TRANSLATE_NOOP("desk", "更正…"), "pencil", _form("edit_deed"), Scope.ROW, "F2"),
        Action(
            "print", QT_TRANSLATE_NOOP("desk", "打印月记录…"), "printer", _form("print_log"), Scope.LIST,
        ),
        Action(
            "take_back", QT_TRANSLATE_NOOP("desk", "改为没有恢复"), "undo-2", _form("take_back"), secondary=True,
            locked=_not_reversed,
        ),
    ),
    next_step=lambda _row: "edit",
    records={"switchboard": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有总机记录"),
        QT_TRANSLATE_NOOP("desk", "总机开关分机的每一次记在这里：谁通知的、什么理由、谁办的、几点办的。"),
        "new",
    ),
)  # fmt: skip
