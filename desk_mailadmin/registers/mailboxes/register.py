"""Mailboxes as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.mailboxes.listing import MailboxRow
from desk_mailadmin.registers.mailboxes.model import Mailbox, MailboxAlias
from desk_mailadmin.registers.mailboxes.rules import (
    LIFECYCLE,
    NAMING_PATTERN,
    OLD_MAIL_MONTHS,
    OUTGOING_MB,
    QUOTA_MB,
    UNIQUE_ACROSS_BRANCHES,
)
from desk_mailadmin.registers.mailboxes.service import MailboxesService
from desk_mailadmin.registers.mailboxes.table import TABLE


def _new(bench: Any, _ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.mailboxes.form import new_mailbox

    new_mailbox(bench)


def _move(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.mailboxes.form import move_mailbox

    move_mailbox(bench, ids[0])


def _alias(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.mailboxes.form import add_alias

    add_alias(bench, ids[0])


def _ended(row: MailboxRow) -> str:
    return "" if LIFECYCLE.moves[row.state] else QT_TRANSLATE_NOOP("desk", "邮箱已经删除")


def _build(desk: Any, services: Mapping[str, Any]) -> MailboxesService:
    return MailboxesService(desk, services["branches"])


def _todos(service: MailboxesService, today: date) -> Sequence[Todo]:
    return [_todo(row) for row in service.retained_until(today)]


def _todo(row: MailboxRow) -> Todo:
    return Todo(
        key=f"mailbox/{row.id}/retained",
        title=QT_TRANSLATE_NOOP("desk", "邮箱保留期满"),
        number="",
        text=f"{row.address}　{row.name}　保留期已满，可以在服务器上删除",
        due=row.retained_until,
        clause="004/第十条",
        register="mailboxes",
        record=row.id,
        action="move",
        action_title=QT_TRANSLATE_NOOP("desk", "改状态…"),
        icon="mailbox",
    )


REGISTER = Register(
    key="mailboxes",
    title=QT_TRANSLATE_NOOP("desk", "邮箱"),
    tab="mailboxes",
    icon="mail",
    table=TABLE,
    build=_build,
    models=(Mailbox, MailboxAlias),
    actions=(
        Action("new", QT_TRANSLATE_NOOP("desk", "登记已有邮箱"), "mail-plus", _new, Scope.LIST, "Ctrl+N", primary=True),
        Action("move", QT_TRANSLATE_NOOP("desk", "改状态…"), "arrow-left-right", _move, Scope.ROW, "F2", locked=_ended),
        Action("alias", QT_TRANSLATE_NOOP("desk", "增加别名…"), "plus", _alias, Scope.ROW, secondary=True),
    ),
    next_step=lambda row: "move" if LIFECYCLE.moves[row.state] else "",
    todos=_todos,
    settings=(QUOTA_MB, OUTGOING_MB, OLD_MAIL_MONTHS, NAMING_PATTERN, UNIQUE_ACROSS_BRANCHES),
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有邮箱"),
        QT_TRANSLATE_NOOP("desk", "申请签字齐全并开户后，邮箱会自动记在这里；以前开的邮箱可以补登。"),
        "new",
    ),
)
