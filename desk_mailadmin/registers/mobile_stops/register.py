"""Stopped mobiles as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.mobile_stops.model import MobileStop
from desk_mailadmin.registers.mobile_stops.rules import SETTINGS
from desk_mailadmin.registers.mobile_stops.service import MobileStopsService, StopRow
from desk_mailadmin.registers.mobile_stops.table import TABLE, next_step

_form = partial(deferred, f"{__package__}.form")
_DONE = QT_TRANSLATE_NOOP("desk", "登记开通…")


def _build(desk: Any, services: Mapping[str, Any]) -> MobileStopsService:
    return MobileStopsService(desk, services["staff"])


def _open(row: StopRow) -> str:
    return "" if row.state == "open" else QT_TRANSLATE_NOOP("desk", "已经开通")


def _not_open(row: StopRow) -> str:
    return "" if row.state == "done" else QT_TRANSLATE_NOOP("desk", "还没有开通")


def _todos(service: MobileStopsService, _today: date) -> Sequence[Todo]:
    return [_todo(row) for row in service.rows(service.keys(Query(segment="open", sort="due_at")))]


def _todo(row: StopRow) -> Todo:
    late = QT_TRANSLATE_NOOP("desk", "已经超过") if row.late else f"{row.due_at:%m-%d %H:%M} 前"
    return Todo(
        key=f"mobile_stop/{row.id}",
        title=QT_TRANSLATE_NOOP("desk", "手机停机待开通"),
        number="",
        text=f"{row.name}（{row.dept}）{row.mobile}　{row.told_at:%m-%d %H:%M} 通知，{late}",
        due=row.due_at.date(),
        clause="002/4.4",
        register="mobile_stops",
        record=row.id,
        action="done",
        action_title=_DONE,
        field=Field.TELEPHONE,
        icon="phone",
    )


REGISTER = Register(
    key="mobile_stops",
    title=QT_TRANSLATE_NOOP("desk", "手机停机"),
    tab="office_phone",
    icon="phone",
    table=TABLE,
    build=_build,
    models=(MobileStop,),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "登记停机"), "plus", _form("new_stop"), Scope.LIST, "Ctrl+N", primary=True
        ),
        Action("done", _DONE, "check", _form("opened"), shortcut="F6", locked=_open),
        Action(
            "reopen", QT_TRANSLATE_NOOP("desk", "更正：还没有开通"), "undo-2", _form("reopen"), secondary=True,
            locked=_not_open,
        ),
    ),
    next_step=next_step,
    todos=_todos,
    settings=SETTINGS,
    badge="open",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "没有停机的手机"),
        QT_TRANSLATE_NOOP("desk", "手机停机的，12 小时内交费开通；通知时间、期限和开通时间记在这里。"),
        "new",
    ),
)  # fmt: skip
