"""The yearly destruction as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.purges.listing import PurgeRow
from desk_mailadmin.registers.purges.model import Purge
from desk_mailadmin.registers.purges.rules import SETTINGS
from desk_mailadmin.registers.purges.service import PurgesService
from desk_mailadmin.registers.purges.table import STEP_TITLES, TABLE, next_step

_form = partial(deferred, f"{__package__}.form")


def _build(desk: Any, services: Mapping[str, Any]) -> PurgesService:
    return PurgesService(desk, services["months"])


def _settled(row: PurgeRow) -> str:
    return "" if row.state == "proposed" else QT_TRANSLATE_NOOP("desk", "这张审批单已经办完")


def _not_done(row: PurgeRow) -> str:
    return "" if row.state == "done" else QT_TRANSLATE_NOOP("desk", "还没有销毁")


def _todos(service: PurgesService, today: date) -> Sequence[Todo]:
    """Return the yearly run where it is due; a sheet that waits for its approval says so in the list.

    One that a restore undid stands until it is done again.
    """
    if undone := service.to_redo():
        return [_again(undone, today, service.waiting())]
    if service.waiting() is not None or not service.is_offered():
        return ()
    return [
        _todo(
            f"purge/{today.year}",
            QT_TRANSLATE_NOOP("desk", "年度到期销毁"),
            QT_TRANSLATE_NOOP("desk", "有保存期满的个人信息，开销毁审批单"),
            date(today.year, 1, 31),
        )
    ]


def _again(undone: Sequence[str], today: date, waiting: int | None) -> Todo:
    text = QT_TRANSLATE_NOOP("desk", "恢复备份带回了销毁过的个人信息，要再销毁一次")
    made = _todo("purge/again", QT_TRANSLATE_NOOP("desk", "再次到期销毁"), text, today, "、".join(undone))
    if waiting is None:
        return made
    return replace(made, record=waiting, action="run", action_title=STEP_TITLES["run"])


def _todo(key: str, title: str, text: str, due: date, number: str = "") -> Todo:
    return Todo(
        key=key,
        title=title,
        number=number,
        text=text,
        due=due,
        clause="",
        register="purges",
        record=None,
        action="propose",
        action_title=QT_TRANSLATE_NOOP("desk", "查看到期的记录…"),
        icon="archive",
    )


REGISTER = Register(
    key="purges",
    title=QT_TRANSLATE_NOOP("desk", "到期销毁"),
    tab="clauses",
    icon="archive",
    table=TABLE,
    build=_build,
    models=(Purge,),
    actions=(
        Action(
            "propose", QT_TRANSLATE_NOOP("desk", "查看到期的记录…"), "list-checks", _form("propose"), Scope.LIST,
            "Ctrl+N", primary=True, deed="purge.propose",
        ),
        Action("run", STEP_TITLES["run"], "stamp", _form("run"), Scope.ROW, locked=_settled, deed="purge"),
        Action(
            "paper", QT_TRANSLATE_NOOP("desk", "打印审批单…"), "printer", _form("print_approval"), Scope.ROW,
            locked=_settled,
        ),
        Action("proof", STEP_TITLES["proof"], "shield-check", _form("print_proof"), Scope.ROW, locked=_not_done),
        Action(
            "void", QT_TRANSLATE_NOOP("desk", "作废…"), "ban", _form("void"), Scope.ROW, secondary=True,
            locked=_settled, deed="purge.give_up",
        ),
    ),
    next_step=next_step,
    todos=_todos,
    settings=SETTINGS,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有销毁过到期的记录"),
        QT_TRANSLATE_NOOP("desk", "每年一月查一次：哪些个人信息保存期满，开审批单签字，再销毁，并打印销毁证明。"),
        "propose",
    ),
)  # fmt: skip
