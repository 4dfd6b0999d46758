"""Operators' bills and the exchange's call records as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.bills.model import Bill, BillFault, BillMapping, BillNumber, BillSkip
from desk_mailadmin.registers.bills.rules import LIFECYCLE, SETTINGS
from desk_mailadmin.registers.bills.service import BillsService
from desk_mailadmin.registers.bills.table import TABLE

_form = partial(deferred, f"{__package__}.form")
_entry_form = partial(deferred, f"{__package__}.entry_form")


def _build(desk: Any, _services: Mapping[str, Any]) -> BillsService:
    return BillsService(desk)


def _todos(service: BillsService, today: date) -> Sequence[Todo]:
    return [
        Todo(
            key=f"bill/{missing.month}/{missing.operator}",
            title=QT_TRANSLATE_NOOP("desk", "话费账单没有导入"),
            number=missing.month,
            text=f"{missing.operator}　{int(missing.month[5:])} 月的账单",
            due=missing.due,
            clause="002/6.五",
            register="bills",
            record=missing.last,
            action="import_calls" if missing.is_pbx else "import_bill",
            action_title=QT_TRANSLATE_NOOP("desk", "导入…"),
            field=Field.TELEPHONE,
            icon="upload",
        )
        for missing in service.missing(today)
    ]


REGISTER = Register(
    key="bills",
    title=QT_TRANSLATE_NOOP("desk", "账单"),
    tab="telephone",
    icon="receipt",
    table=TABLE,
    build=_build,
    models=(Bill, BillNumber, BillFault, BillSkip, BillMapping),
    actions=(
        Action(
            "import_bill",
            QT_TRANSLATE_NOOP("desk", "导入账单…"),
            "upload",
            _form("import_bill"),
            Scope.LIST,
            "Ctrl+I",
            primary=True,
            deed="bill.import",
        ),
        Action(
            "import_calls",
            QT_TRANSLATE_NOOP("desk", "导入交换机话单…"),
            "upload",
            _form("import_calls"),
            Scope.LIST,
        ),
        Action(
            "correct",
            QT_TRANSLATE_NOOP("desk", "更正…"),
            "pencil",
            _entry_form("correct_bill"),
            Scope.ROW,
            "F2",
            deed="bill.edit",
        ),
        Action(
            "void",
            QT_TRANSLATE_NOOP("desk", "作废…"),
            "ban",
            _entry_form("void_bill"),
            Scope.ROW,
            secondary=True,
            locked=lambda row: "" if LIFECYCLE.allows(row.state, "void") else QT_TRANSLATE_NOOP("desk", "已经作废"),
            deed="bill.void",
        ),
    ),
    todos=_todos,
    settings=SETTINGS,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有导入账单"),
        QT_TRANSLATE_NOOP("desk", "每月交费后把运营商给的话费清单原样导入，再导入交换机话单，就知道每个分机打了多少。"),
        "import_bill",
    ),
)
