"""The directory as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.listing import DirectoryRow
from desk_mailadmin.registers.directory.model import DirectoryChange, DirectoryItem, DirectoryNumber
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.directory.table import TABLE

_FORM = "desk_mailadmin.registers.directory.form"


def _move(by: int) -> Any:
    def run(bench: Any, ids: Sequence[int]) -> None:
        from desk_mailadmin.registers.directory.form import move_entries

        move_entries(bench, ids, by)

    return run


def _gone(row: DirectoryRow) -> str:
    return "" if row.state == "active" else QT_TRANSLATE_NOOP("desk", "已经移出通讯录")


def _listed(row: DirectoryRow) -> str:
    return "" if row.state == "removed" else QT_TRANSLATE_NOOP("desk", "还在通讯录里")


def _first(row: DirectoryRow) -> str:
    return _gone(row) or (QT_TRANSLATE_NOOP("desk", "已经是部门里的第一个") if row.is_first else "")


def _last(row: DirectoryRow) -> str:
    return _gone(row) or (QT_TRANSLATE_NOOP("desk", "已经是部门里的最后一个") if row.is_last else "")


def next_step(row: DirectoryRow) -> str:
    """Return what Enter does."""
    return "edit" if row.state == "active" else "put_back"


def _build(desk: Any, services: Mapping[str, Any]) -> DirectoryService:
    return DirectoryService(desk, services["departments"], services["staff"])


def _record(service: DirectoryService, data: Mapping[str, Any]) -> str:
    """Enter an entry from plain data and return its name."""
    return service.row(service.add_plain(data)).name


ACTIONS = (
    Action(
        "edit", QT_TRANSLATE_NOOP("desk", "变更…"), "pencil", deferred(_FORM, "edit_entry"), shortcut="F2",
        primary=True, locked=_gone,
    ),
    Action("new", QT_TRANSLATE_NOOP("desk", "新增"), "plus", deferred(_FORM, "new_entry"), Scope.LIST, "Ctrl+N"),
    Action(
        "remove", QT_TRANSLATE_NOOP("desk", "移出…"), "user-x", deferred(_FORM, "remove_entry"), secondary=True,
        locked=_gone,
    ),
    Action(
        "put_back", QT_TRANSLATE_NOOP("desk", "恢复在册"), "undo-2", deferred(_FORM, "put_back_entry"), secondary=True,
        locked=_listed,
    ),
    Action("up", QT_TRANSLATE_NOOP("desk", "上移"), "arrow-up", _move(-1), shortcut="Ctrl+Shift+Up", secondary=True,
           locked=_first),
    Action("down", QT_TRANSLATE_NOOP("desk", "下移"), "arrow-down", _move(1), shortcut="Ctrl+Shift+Down",
           secondary=True, locked=_last),
)  # fmt: skip

REGISTER = Register(
    key="directory",
    title=QT_TRANSLATE_NOOP("desk", "通讯录"),
    tab="directory",
    icon="book-user",
    table=TABLE,
    build=_build,
    models=(DirectoryItem, DirectoryNumber, DirectoryChange),
    actions=ACTIONS,
    next_step=next_step,
    records={"directory": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "通讯录还是空的"),
        QT_TRANSLATE_NOOP("desk", "可以一个一个新增；人员先在花名册里，号码写在这里。"),
        "new",
    ),
)
