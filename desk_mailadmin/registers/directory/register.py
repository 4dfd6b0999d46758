"""The directory as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.deeds import SLIP_FORM, Slip
from desk_mailadmin.registers.directory.listing import DirectoryRow
from desk_mailadmin.registers.directory.model import DirectoryChange, DirectoryItem, DirectoryNumber
from desk_mailadmin.registers.directory.panel import TREE
from desk_mailadmin.registers.directory.rules import NOTICE_HOURS, Behind, Follow
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.directory.table import TABLE

MOST_TOLD = 12
"""Entries that must follow the personnel register are told one by one up to so many."""

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


def _followed(row: DirectoryRow) -> str:
    return "" if row.follows else QT_TRANSLATE_NOOP("desk", "与花名册一致")


def _no_slip(row: DirectoryRow) -> str:
    return "" if row.slips else QT_TRANSLATE_NOOP("desk", "没有号码变更单")


def next_step(row: DirectoryRow) -> str:
    """Return what Enter does."""
    if row.state != "active":
        return "put_back"
    if row.waiting:
        return "told"
    return "follow" if row.follows else "edit"


def _build(desk: Any, services: Mapping[str, Any]) -> DirectoryService:
    return DirectoryService(desk, services["departments"], services["staff"], services["lines"])


def _record(service: DirectoryService, data: Mapping[str, Any]) -> str:
    """Enter an entry from plain data and return its name."""
    return service.row(service.add_plain(data)).name


def _todos(service: DirectoryService, today: date) -> Sequence[Todo]:
    behind = service.behind() if service.is_kept() else ()
    listed = [each for each in behind if each.record is not None]
    missing = [each for each in behind if each.record is None]
    return [
        *(_slip_todo(service, slip) for slip in service.open_slips()),
        *(_follow_todo(service, each, today) for each in listed[:MOST_TOLD]),
        *([_rest_todo(service, listed[MOST_TOLD:])] if len(listed) > MOST_TOLD else []),
        *([_missing_todo(service, missing)] if missing else []),
    ]


def _slip_todo(service: DirectoryService, slip: Slip) -> Todo:
    name = service.row(slip.entry).name
    until = "" if slip.late else f"，{slip.due_at:%m-%d %H:%M} 前"
    return Todo(
        key=f"directory/slip/{slip.id}",
        title=QT_TRANSLATE_NOOP("desk", "号码变更待通知"),
        number=slip.number,
        text=f"{name}　{slip.what}　{slip.words}{until}",
        due=slip.due_at.date(),
        clause="002/4.五.1",
        register="directory",
        record=slip.entry,
        action="told",
        action_title=QT_TRANSLATE_NOOP("desk", "登记通知…"),
        field=Field.TELEPHONE,
        icon="bell",
    )


def _follow_todo(service: DirectoryService, behind: Behind, today: date) -> Todo:
    row = service.row(behind.record or 0)
    left = behind.follow is Follow.LEFT
    text = f"{row.name}（{row.dept}）已离职" if left else f"{row.name}　{row.dept} → {service.new_department(row)}"
    return Todo(
        key=f"directory/follow/{row.id}",
        title=QT_TRANSLATE_NOOP("desk", "通讯录要更正"),
        number=row.emp_no,
        text=text,
        due=today,
        clause="002/4.五.2",
        register="directory",
        record=row.id,
        action="follow",
        action_title=QT_TRANSLATE_NOOP("desk", "移出通讯录") if left else QT_TRANSLATE_NOOP("desk", "改到新部门"),
        field=Field.TELEPHONE,
        icon="user-x" if left else "arrow-left-right",
    )


def _rest_todo(service: DirectoryService, rest: Sequence[Behind]) -> Todo:
    return _compare_todo(
        "rest", f"还有 {len(rest)} 人离职或调动：{service.names([each.staff for each in rest])}", rest[0].record or 0
    )


def _missing_todo(service: DirectoryService, missing: Sequence[Behind]) -> Todo:
    text = f"在职而不在通讯录 {len(missing)} 人：{service.names([each.staff for each in missing])}"
    return _compare_todo("missing", text, service.first())


def _compare_todo(key: str, text: str, record: int) -> Todo:
    return Todo(
        key=f"directory/{key}",
        title=QT_TRANSLATE_NOOP("desk", "通讯录与花名册核对"),
        number="",
        text=text,
        due=None,
        clause="002/4.五.2",
        register="directory",
        record=record,
        action="compare",
        action_title=QT_TRANSLATE_NOOP("desk", "与花名册核对…"),
        field=Field.TELEPHONE,
        icon="users",
    )


ACTIONS = (
    Action(
        "edit", QT_TRANSLATE_NOOP("desk", "变更…"), "pencil", deferred(_FORM, "edit_entry"), shortcut="F2",
        primary=True, locked=_gone,
    ),
    Action("new", QT_TRANSLATE_NOOP("desk", "新增"), "plus", deferred(_FORM, "new_entry"), Scope.LIST, "Ctrl+N"),
    Action(
        "told", QT_TRANSLATE_NOOP("desk", "登记通知…"), "bell", deferred(_FORM, "tell_others"), shortcut="F6",
        locked=_no_slip,
    ),
    Action(
        "follow", QT_TRANSLATE_NOOP("desk", "随花名册更正"), "arrow-left-right", deferred(_FORM, "follow_entry"),
        secondary=True, locked=_followed,
    ),
    Action(
        "compare", QT_TRANSLATE_NOOP("desk", "与花名册核对…"), "users", deferred(_FORM, "compare_staff"), Scope.LIST,
        secondary=True,
    ),
    Action(
        "restore", QT_TRANSLATE_NOOP("desk", "恢复到某一时点…"), "history", deferred(_FORM, "restore_entry"),
        secondary=True, locked=_gone,
    ),
    Action(
        "print_slip", QT_TRANSLATE_NOOP("desk", "打印号码变更单…"), "printer", deferred(_FORM, "print_slip"),
        secondary=True, locked=_no_slip,
    ),
    Action(
        "void_slip", QT_TRANSLATE_NOOP("desk", "作废号码变更单…"), "ban", deferred(_FORM, "void_slip"), secondary=True,
        locked=_no_slip,
        deed="directory.void_slip",
    ),
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
    todos=_todos,
    settings=(NOTICE_HOURS,),
    scans=lambda spec: spec.id == SLIP_FORM,
    scanned=lambda bench, record: deferred(_FORM, "scanned_slip")(bench, [record]),
    tree=TREE,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "通讯录还是空的"),
        QT_TRANSLATE_NOOP("desk", "可以一个一个新增；人员先在花名册里，号码写在这里。"),
        "new",
    ),
)
