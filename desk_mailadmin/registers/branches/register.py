"""Branches as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.branches.table import TABLE


def _new(bench: Any, _ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.branches.form import new_branch

    new_branch(bench)


def _edit(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.branches.form import edit_branch

    edit_branch(bench, ids[0])


def _build(desk: Any, _services: Mapping[str, Any]) -> BranchesService:
    return BranchesService(desk)


def _todos(service: BranchesService, today: date) -> Sequence[Todo]:
    """Name the branches whose receipts could not be printed yet: their client settings are missing (000/3.0)."""
    lacking = [(number, name, client.missing()) for number, name, client in service.clients()]
    return [_todo(number, name, missing) for number, name, missing in lacking if missing]


def _todo(record: int, name: str, missing: Sequence[str]) -> Todo:
    return Todo(
        key=f"branch/{record}/client",
        title=QT_TRANSLATE_NOOP("desk", "单位设置不全"),
        number="",
        text=f"{name}　还缺{'、'.join(missing)}，开户回执上要印",
        due=None,
        clause="000/3.0",
        register="branches",
        record=record,
        action="edit",
        action_title=QT_TRANSLATE_NOOP("desk", "填写…"),
        field=Field.DESK,
        icon="building-2",
    )


REGISTER = Register(
    key="branches",
    title=QT_TRANSLATE_NOOP("desk", "单位"),
    tab="directory",
    icon="building-2",
    table=TABLE,
    build=_build,
    models=(Branch,),
    actions=(
        Action(
            "new",
            QT_TRANSLATE_NOOP("desk", "新建单位"),
            "plus",
            _new,
            Scope.LIST,
            "Ctrl+N",
            primary=True,
            deed="branch.add",
        ),
        Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _edit, Scope.ROW, "F2", deed="branch.edit"),
    ),
    next_step=lambda _row: "edit",
    todos=_todos,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有单位"),
        QT_TRANSLATE_NOOP("desk", "总部和各分公司的邮箱域名、服务器和签字人记在这里，回执上要印。"),
        "new",
    ),
)
