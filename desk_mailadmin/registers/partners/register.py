"""Partners' contacts as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.partners.model import Partner
from desk_mailadmin.registers.partners.service import PartnerRow, PartnersService
from desk_mailadmin.registers.partners.table import TABLE

_form = partial(deferred, f"{__package__}.form")


def _ended(row: PartnerRow) -> str:
    return "" if row.state == "active" else QT_TRANSLATE_NOOP("desk", "已经停止往来")


def _not_ended(row: PartnerRow) -> str:
    return "" if row.state == "ended" else QT_TRANSLATE_NOOP("desk", "还在往来")


def _build(desk: Any, services: Mapping[str, Any]) -> PartnersService:
    return PartnersService(desk, lambda: services["staff"])  # its list stands below that of people


def _record(service: PartnersService, data: Mapping[str, Any]) -> str:
    """Enter a contact from plain data and return the company's name."""
    return service.row(service.enter_plain(data)).company


REGISTER = Register(
    key="partners",
    title=QT_TRANSLATE_NOOP("desk", "合作单位"),
    tab="directory",
    icon="contact",
    table=TABLE,
    build=_build,
    models=(Partner,),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "登记合作单位"), "plus", _form("new_partner"), Scope.LIST, "Ctrl+N",
            primary=True,
        ),
        Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _form("edit_partner"), Scope.ROW, "F2"),
        Action(
            "end", QT_TRANSLATE_NOOP("desk", "停止往来…"), "ban", _form("end_partner"), secondary=True, locked=_ended
        ),
        Action(
            "resume", QT_TRANSLATE_NOOP("desk", "恢复往来"), "undo-2", _form("resume_partner"), secondary=True,
            locked=_not_ended,
        ),
    ),
    next_step=lambda _row: "edit",
    records={"partner": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有合作单位"),
        QT_TRANSLATE_NOOP("desk", "客户、供应商等合作单位的联系人单独列在这里，和本公司的通讯录分开。"),
        "new",
    ),
)  # fmt: skip
