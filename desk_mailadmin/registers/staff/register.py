"""People as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.registers.staff.rules import entry_from
from desk_mailadmin.registers.staff.service import StaffRow, StaffService
from desk_mailadmin.registers.staff.table import TABLE


def _new(bench: Any, _ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.staff.form import new_person

    new_person(bench)


def _edit(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.staff.form import edit_person

    edit_person(bench, ids[0])


def _leave(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.staff.form import record_leaving

    record_leaving(bench, ids[0])


def _come_back(bench: Any, ids: Sequence[int]) -> None:
    service: StaffService = bench.services["staff"]
    bench.run(lambda: service.come_back(ids[0]))


def _not_active(row: StaffRow) -> str:
    return "" if row.state == "active" else QT_TRANSLATE_NOOP("desk", "已经离职")


def _not_left(row: StaffRow) -> str:
    return "" if row.state == "left" else QT_TRANSLATE_NOOP("desk", "还在职")


def _build(desk: Any, services: Mapping[str, Any]) -> StaffService:
    return StaffService(desk, services["departments"])


def _record(service: StaffService, data: Mapping[str, Any]) -> str:
    """Enter a person from plain data and return the staff number, or the name where there is none."""
    entry = entry_from(data)
    service.add(entry)
    return entry.emp_no or entry.name


REGISTER = Register(
    key="staff",
    title=QT_TRANSLATE_NOOP("desk", "人员"),
    tab="directory",
    icon="users",
    table=TABLE,
    build=_build,
    models=(Staff,),
    actions=(
        Action("new", QT_TRANSLATE_NOOP("desk", "新增人员"), "user-plus", _new, Scope.LIST, "Ctrl+N", primary=True),
        Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _edit, Scope.ROW, "F2"),
        Action("leave", QT_TRANSLATE_NOOP("desk", "登记离职…"), "user-x", _leave, Scope.ROW, locked=_not_active),
        Action(
            "come_back",
            QT_TRANSLATE_NOOP("desk", "恢复在职"),
            "undo-2",
            _come_back,
            Scope.ROW,
            secondary=True,
            locked=_not_left,
        ),
    ),
    next_step=lambda _row: "edit",
    records={"staff": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有人员"),
        QT_TRANSLATE_NOOP("desk", "人事部的花名册可以整份导入，不用改格式；也可以一个一个新增。"),
        "import_roster",
    ),
)
