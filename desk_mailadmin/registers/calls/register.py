"""Calls as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.calls.ledger import LEDGER
from desk_mailadmin.registers.calls.listing import CallRow
from desk_mailadmin.registers.calls.model import Call, CallMonth
from desk_mailadmin.registers.calls.panel import call_detail
from desk_mailadmin.registers.calls.rules import SETTINGS, is_open
from desk_mailadmin.registers.calls.service import CallsService
from desk_mailadmin.registers.calls.table import TABLE
from desk_mailadmin.registers.months.rules import title_of

_AGAIN = QT_TRANSLATE_NOOP("desk", "重新认人")


def _form(function: str) -> Callable[[Any, Sequence[int]], None]:
    """Return what runs a function of ``form`` on the calls chosen; the dialogs are imported only then."""

    def run(bench: Any, ids: Sequence[int]) -> None:
        getattr(import_module(f"{__package__}.form"), function)(bench, ids)

    return run


def _is_private(row: CallRow) -> str:
    return f"已经认定为{row.private_name}的私人电话" if row.private_by else ""


def _is_business(row: CallRow) -> str:
    return "" if row.private_by else QT_TRANSLATE_NOOP("desk", "没有认定为私人电话")


def _is_known(row: CallRow) -> str:
    if is_open(row.how) or row.how == "hand":
        return ""
    return QT_TRANSLATE_NOOP("desk", "已经按线路认到人，线路登记不对的先改线路")


def _next_step(row: CallRow) -> str:
    return "assign" if is_open(row.how) else ""


def _todos(service: CallsService, _today: date) -> Sequence[Todo]:
    outdated, known = service.outdated(), service.assigned_months()
    closed = service.months.closed_names()
    waiting = [one for month, one in known.items() if one.open_calls and month not in (*outdated, *closed)]
    return [
        *(_again(service, month, first=month not in known) for month in outdated),
        *(_open(service, one.month, one.open_calls) for one in waiting),
    ]


def _again(service: CallsService, month: str, *, first: bool) -> Todo:
    new = QT_TRANSLATE_NOOP("desk", "导入的通话还没有认到线路、责任人和部门")
    changed = QT_TRANSLATE_NOOP("desk", "话单或线路后来有变动，通话的责任人和部门可能不对")
    return Todo(
        key=f"call/{month}/again",
        title=QT_TRANSLATE_NOOP("desk", "通话要认人") if first else QT_TRANSLATE_NOOP("desk", "通话要重新认人"),
        number=month,
        text=f"{title_of(month)}　{new if first else changed}",
        due=None,
        clause="002/6.五",
        register="calls",
        record=service.first_of(month),
        action="reassign",
        action_title=_AGAIN,
        field=Field.TELEPHONE,
        icon="phone",
    )


def _open(service: CallsService, month: str, count: int) -> Todo:
    return Todo(
        key=f"call/{month}/open",
        title=QT_TRANSLATE_NOOP("desk", "通话认不到人"),
        number=month,
        text=f"{title_of(month)}　{count:,} 通：计费号码没有登记线路，或中继上没有分机",
        due=None,
        clause="002/6.五",
        register="calls",
        record=service.first_of(month, is_open=True),
        action="assign",
        action_title=QT_TRANSLATE_NOOP("desk", "分配…"),
        field=Field.TELEPHONE,
        icon="phone",
    )


def _build(desk: Any, services: Mapping[str, Any]) -> CallsService:
    service = CallsService(desk, services["lines"], services["months"], services["staff"], call_detail)
    if "bills" in services:
        services["bills"].followers.append(service.assign_bill_in)
    return service


REGISTER = Register(
    key="calls",
    title=QT_TRANSLATE_NOOP("desk", "通话"),
    tab="telephone",
    icon="phone",
    table=TABLE,
    build=_build,
    models=(Call, CallMonth),
    actions=(
        Action("private", QT_TRANSLATE_NOOP("desk", "认定私话…"), "user", _form("mark_private"), Scope.ROWS, "F6",
               primary=True, locked=_is_private),
        Action("assign", QT_TRANSLATE_NOOP("desk", "分配…"), "user-plus", _form("assign_calls"), Scope.ROWS, "F2",
               locked=_is_known),
        Action("note", QT_TRANSLATE_NOOP("desk", "备注…"), "pencil", _form("note_call")),
        Action("reassign", _AGAIN, "rotate-cw", _form("assign_again"), Scope.LIST),
        Action("business", QT_TRANSLATE_NOOP("desk", "取消私话"), "undo-2", _form("unmark_private"), Scope.ROWS,
               secondary=True, locked=_is_business),
    ),
    next_step=_next_step,
    todos=_todos,
    settings=SETTINGS,
    ledger=LEDGER,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有通话"),
        QT_TRANSLATE_NOOP("desk", "在“账单”里导入运营商的详单和交换机话单，通话就列在这里，并认到分机、责任人和部门。"),
    ),
)  # fmt: skip
