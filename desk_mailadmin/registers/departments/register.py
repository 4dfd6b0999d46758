"""Departments as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.departments.table import TABLE


def _new(bench: Any, _ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.departments.form import new_department

    new_department(bench)


def _edit(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.departments.form import edit_department

    edit_department(bench, ids[0])


def _build(desk: Any, services: Mapping[str, Any]) -> DepartmentsService:
    return DepartmentsService(desk, services["branches"])


REGISTER = Register(
    key="departments",
    title=QT_TRANSLATE_NOOP("desk", "部门"),
    tab="directory",
    icon="network",
    table=TABLE,
    build=_build,
    models=(Department,),
    actions=(
        Action("new", QT_TRANSLATE_NOOP("desk", "新建部门"), "plus", _new, Scope.LIST, "Ctrl+N", primary=True),
        Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _edit, Scope.ROW, "F2"),
    ),
    next_step=lambda _row: "edit",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有部门"),
        QT_TRANSLATE_NOOP("desk", "导入花名册时部门会自动建好；负责人在这里填，申请表由他审核签字。"),
        "new",
    ),
)
