"""The people who sell by telephone, as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.salespeople.model import Salesperson
from desk_mailadmin.registers.salespeople.rules import SETTINGS
from desk_mailadmin.registers.salespeople.service import SalespeopleService, SalespersonRow
from desk_mailadmin.registers.salespeople.table import TABLE

_form = partial(deferred, f"{__package__}.form")


def _ended(row: SalespersonRow) -> str:
    return "" if row.state == "active" else QT_TRANSLATE_NOOP("desk", "已经不再考核")


def _not_ended(row: SalespersonRow) -> str:
    return "" if row.state == "ended" else QT_TRANSLATE_NOOP("desk", "还在考核")


def _build(desk: Any, services: Mapping[str, Any]) -> SalespeopleService:
    return SalespeopleService(desk, services["staff"])


def _record(service: SalespeopleService, data: Mapping[str, Any]) -> str:
    """Add somebody from plain data and return the name."""
    return service.row(service.enter_plain(data)).name


REGISTER = Register(
    key="salespeople",
    title=QT_TRANSLATE_NOOP("desk", "销售人员"),
    tab="office_phone",
    icon="users",
    table=TABLE,
    build=_build,
    models=(Salesperson,),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "登记销售人员"), "user-plus", _form("new_salespeople"), Scope.LIST,
            "Ctrl+N", primary=True,
        ),
        Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _form("edit_salesperson"), Scope.ROW, "F2"),
        Action(
            "end", QT_TRANSLATE_NOOP("desk", "不再考核…"), "user-x", _form("end_salesperson"), locked=_ended
        ),
        Action(
            "resume", QT_TRANSLATE_NOOP("desk", "恢复考核"), "undo-2", _form("resume_salesperson"), secondary=True,
            locked=_not_ended,
        ),
    ),
    next_step=lambda _row: "edit",
    records={"salesperson": _record},
    settings=SETTINGS,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有销售人员"),
        QT_TRANSLATE_NOOP("desk", "考核电话量和传真量的人列在这里；每人的标准按入司时间和以往经验算出。"),
        "new",
    ),
)  # fmt: skip
