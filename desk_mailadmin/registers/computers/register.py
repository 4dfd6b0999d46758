"""Computers on the network as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.computers.model import Computer
from desk_mailadmin.registers.computers.service import ComputerRow, ComputersService
from desk_mailadmin.registers.computers.table import TABLE

_form = partial(deferred, f"{__package__}.form")


def _retired(row: ComputerRow) -> str:
    return "" if row.state == "active" else QT_TRANSLATE_NOOP("desk", "已经下网")


def _not_retired(row: ComputerRow) -> str:
    return "" if row.state == "retired" else QT_TRANSLATE_NOOP("desk", "还在网上")


def _build(desk: Any, services: Mapping[str, Any]) -> ComputersService:
    return ComputersService(desk, lambda: services["staff"])  # its list stands below that of people


def _record(service: ComputersService, data: Mapping[str, Any]) -> str:
    """Put a computer on file from plain data and return its number."""
    return service.row(service.enter_plain(data)).number


REGISTER = Register(
    key="computers",
    title=QT_TRANSLATE_NOOP("desk", "上网电脑"),
    tab="directory",
    icon="monitor",
    table=TABLE,
    build=_build,
    models=(Computer,),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "上网电脑备案"), "plus", _form("new_computer"), Scope.LIST, "Ctrl+N",
            primary=True,
        ),
        Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _form("edit_computer"), Scope.ROW, "F2"),
        Action(
            "retire", QT_TRANSLATE_NOOP("desk", "登记下网…"), "ban", _form("retire_computer"), secondary=True,
            locked=_retired,
        ),
        Action(
            "restore", QT_TRANSLATE_NOOP("desk", "重新上网"), "undo-2", _form("restore_computer"), secondary=True,
            locked=_not_retired,
        ),
    ),
    next_step=lambda _row: "edit",
    records={"computer": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有上网电脑"),
        QT_TRANSLATE_NOOP("desk", "每台联网的电脑在这里备案，一机一名责任人；责任人离职的会列出来。"),
        "new",
    ),
)  # fmt: skip
