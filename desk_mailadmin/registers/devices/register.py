"""Devices as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.devices.listing import DeviceRow
from desk_mailadmin.registers.devices.model import Device, DeviceIssue
from desk_mailadmin.registers.devices.panel import device_detail
from desk_mailadmin.registers.devices.rules import LIFECYCLE
from desk_mailadmin.registers.devices.service import DevicesService, entry_from
from desk_mailadmin.registers.devices.table import TABLE

_form = partial(deferred, f"{__package__}.form")


def _build(desk: Any, services: Mapping[str, Any]) -> DevicesService:
    return DevicesService(desk, services["staff"], services["receipts"], device_detail)


def _record(service: DevicesService, data: Mapping[str, Any]) -> str:
    """Enter a device from plain data and return its name."""
    return service.row(service.add(entry_from(data))).title


def _not_to(state: str) -> Callable[[DeviceRow], str]:
    def locked(row: DeviceRow) -> str:
        return "" if LIFECYCLE.allows(row.state, state) else QT_TRANSLATE_NOOP("desk", "这一步现在不适用")

    return locked


def _next(row: DeviceRow) -> str:
    if row.state in ("lost", "damaged"):
        return "" if row.penalty or row.staff is None else "charge"
    return "take_back" if row.state == "issued" else "issue"


def _todos(service: DevicesService, _today: date) -> Sequence[Todo]:
    left = QT_TRANSLATE_NOOP("desk", "离职人员设备未还")
    gone = QT_TRANSLATE_NOOP("desk", "设备丢失或损坏，未登记赔偿")
    return [
        *(_todo(row, "take_back", left, QT_TRANSLATE_NOOP("desk", "归还…")) for row in service.of_leavers()),
        *(_todo(row, "charge", gone, QT_TRANSLATE_NOOP("desk", "登记赔偿…")) for row in service.unanswered()),
    ]


def _todo(row: DeviceRow, action: str, title: str, action_title: str) -> Todo:
    return Todo(
        key=f"device/{row.id}/{action}",
        title=title,
        number=row.serial or row.receipt,
        text="　".join(part for part in (f"{row.name}（{row.dept}）", row.title, row.reason) if part),
        due=None,
        clause="002/15.二.5",
        register="devices",
        record=row.id,
        action=action,
        action_title=action_title,
        field=Field.TELEPHONE,
        icon="inbox",
    )


ACTIONS = (
    Action("new", QT_TRANSLATE_NOOP("desk", "登记设备"), "plus", _form("new_device"), Scope.LIST, "Ctrl+N",
           primary=True),
    Action("issue", QT_TRANSLATE_NOOP("desk", "领用…"), "user-plus", _form("issue_device"), Scope.ROW, "F6",
           locked=_not_to("issued")),
    Action("take_back", QT_TRANSLATE_NOOP("desk", "归还…"), "inbox", _form("take_back_device"), Scope.ROW, "F8",
           locked=_not_to("returned")),
    Action("lose", QT_TRANSLATE_NOOP("desk", "丢失…"), "circle-alert", _form("lose_device"), Scope.ROW,
           locked=_not_to("lost")),
    Action("damage", QT_TRANSLATE_NOOP("desk", "损坏…"), "triangle-alert", _form("damage_device"), Scope.ROW,
           locked=_not_to("damaged")),
    Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _form("edit_device"), Scope.ROW, "F2", secondary=True),
)  # fmt: skip

REGISTER = Register(
    key="devices",
    title=QT_TRANSLATE_NOOP("desk", "设备"),
    tab="office_phone",
    icon="headphones",
    table=TABLE,
    build=_build,
    models=(Device, DeviceIssue),
    actions=ACTIONS,
    next_step=_next,
    todos=_todos,
    records={"device": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有设备"),
        QT_TRANSLATE_NOOP("desk", "移动电话、对讲机和话机记在这里：机身号、价值、谁领用、何时归还。"),
        "new",
    ),
)
