"""Telephone messages as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.messages.model import Message
from desk_mailadmin.registers.messages.rules import LIFECYCLE, WISHES
from desk_mailadmin.registers.messages.service import MessageRow, MessagesService
from desk_mailadmin.registers.messages.table import TABLE, next_step

_form = partial(deferred, f"{__package__}.form")


def _pass_on(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.messages.form import pass_on

    pass_on(bench, ids)


def _print(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.messages.form import print_slips

    print_slips(bench, ids)


def _not_waiting(row: MessageRow) -> str:
    return "" if row.state == "waiting" else QT_TRANSLATE_NOOP("desk", "已经转达，或者作废了")


def _not_passed(row: MessageRow) -> str:
    return "" if LIFECYCLE.allows(row.state, "waiting") else QT_TRANSLATE_NOOP("desk", "没有登记转达")


def _void(row: MessageRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "已经作废") if row.state == "void" else ""


def _build(desk: Any, services: Mapping[str, Any]) -> MessagesService:
    return MessagesService(desk, services["staff"])


def _todos(service: MessagesService, _today: date) -> Sequence[Todo]:
    return [_todo(row) for row in service.waiting()]


def _todo(row: MessageRow) -> Todo:
    return Todo(
        key=f"message/{row.id}/waiting",
        title=QT_TRANSLATE_NOOP("desk", "留言待转达"),
        number=row.number,
        text=f"{row.name}（{row.dept}）　{row.caller} {row.phone}　{dict(WISHES)[row.wish]}　{row.taken_at} 来电",
        due=row.taken_on,
        clause="002/1.六",
        register="messages",
        record=row.id,
        action="pass_on",
        action_title=QT_TRANSLATE_NOOP("desk", "登记转达"),
        field=Field.TELEPHONE,
        icon="phone",
    )


def _record(service: MessagesService, data: Mapping[str, Any]) -> str:
    """Enter a message from plain data and return its number."""
    return service.row(service.enter_plain(data)).number


REGISTER = Register(
    key="messages",
    title=QT_TRANSLATE_NOOP("desk", "电话留言"),
    tab="office_phone",
    icon="phone",
    table=TABLE,
    build=_build,
    models=(Message,),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "登记留言"), "plus", _form("new_message"), Scope.LIST, "Ctrl+N",
            primary=True,
        ),
        Action(
            "pass_on", QT_TRANSLATE_NOOP("desk", "登记转达"), "check", _pass_on, Scope.ROWS, "F6", locked=_not_waiting
        ),
        Action("print", QT_TRANSLATE_NOOP("desk", "打印留言条"), "printer", _print, Scope.ROWS, locked=_void),
        Action(
            "edit", QT_TRANSLATE_NOOP("desk", "更正…"), "pencil", _form("edit_message"), Scope.ROW, "F2",
            locked=_not_waiting,
        ),
        Action(
            "take_back", QT_TRANSLATE_NOOP("desk", "改为没有转达"), "undo-2", _form("take_back"), secondary=True,
            locked=_not_passed,
        ),
        Action(
            "void", QT_TRANSLATE_NOOP("desk", "作废…"), "ban", _form("void_message"), secondary=True,
            locked=_not_waiting,
        ),
        Action(
            "blank", QT_TRANSLATE_NOOP("desk", "打印空白留言条"), "file-text", _form("print_blank_slips"), Scope.LIST,
            secondary=True, reads=True,
        ),
    ),
    next_step=next_step,
    todos=_todos,
    records={"message": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有留言"),
        QT_TRANSLATE_NOOP("desk", "打来找人、人不在的电话记在这里；没有转达的列在今日。"),
        "new",
    ),
    badge="waiting",
)  # fmt: skip
