"""Mobile allowances as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.allowances.listing import AllowanceRow
from desk_mailadmin.registers.allowances.model import Allowance, AllowanceBill
from desk_mailadmin.registers.allowances.rules import LIFECYCLE, SETTINGS
from desk_mailadmin.registers.allowances.service import AllowancesService
from desk_mailadmin.registers.allowances.table import STEP_TITLES, TABLE, next_step
from desk_mailadmin.registers.months.rules import title_of

_form = partial(deferred, f"{__package__}.form")


def _build(desk: Any, services: Mapping[str, Any]) -> AllowancesService:
    return AllowancesService(desk, services["staff"], services["months"], services["penalties"])


def _unless(state: str) -> Callable[[AllowanceRow], str]:
    return lambda row: "" if row.state == state else f"现在是“{LIFECYCLE.state(row.state).title}”"


def _nothing_over(row: AllowanceRow) -> str:
    owing = row.bill is not None and row.bill.owing
    return "" if owing else QT_TRANSLATE_NOOP("desk", "没有超过补贴、还没有处理的话费")


def _todos(service: AllowancesService, _today: date) -> Sequence[Todo]:
    over = service.rows(service.keys(Query(segment="over")))
    running = service.rows(service.keys(Query(segment="active")))
    return [*map(_over_todo, over), *(_end_todo(row) for row in running if row.run_out)]


def _over_todo(row: AllowanceRow) -> Todo:
    assert row.bill is not None, "what is over has a bill"
    return _todo(
        row,
        "propose",
        QT_TRANSLATE_NOOP("desk", "手机话费超过补贴"),
        f"{title_of(row.bill.month)}超过 {fen_to_text(row.bill.over_fen)} 元",
        None,
        "002/15.二.2",
    )


def _end_todo(row: AllowanceRow) -> Todo:
    why = QT_TRANSLATE_NOOP("desk", "已经离职") if row.left else f"到期 {row.until_on}"
    return _todo(row, "end", QT_TRANSLATE_NOOP("desk", "手机补贴该停发"), why, row.until_on, "002/15.二.3")


def _todo(row: AllowanceRow, step: str, title: str, text: str, due: date | None, clause: str) -> Todo:
    return Todo(
        key=f"allowance/{row.id}/{step}",
        title=title,
        number=row.application,
        text=f"{row.name}（{row.dept}）　{text}",
        due=due,
        clause=clause,
        register="allowances",
        record=row.id,
        action=step,
        action_title=STEP_TITLES[step],
        field=Field.TELEPHONE,
        icon="phone",
    )


REGISTER = Register(
    key="allowances",
    title=QT_TRANSLATE_NOOP("desk", "手机补贴"),
    tab="office_phone",
    icon="hand-coins",
    table=TABLE,
    build=_build,
    models=(Allowance, AllowanceBill),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "登记补贴"), "plus", _form("new_allowance"), Scope.LIST, "Ctrl+N",
            primary=True,
        ),
        Action(
            "bills", QT_TRANSLATE_NOOP("desk", "登记手机话费…"), "list-checks", _form("enter_bills"), Scope.LIST, "F8"
        ),
        Action("propose", STEP_TITLES["propose"], "calendar-clock", _form("propose"), locked=_nothing_over),
        Action("print_list", QT_TRANSLATE_NOOP("desk", "打印发放表…"), "printer", _form("print_list"), Scope.LIST),
        Action(
            "edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _form("edit_allowance"), shortcut="F2",
            secondary=True, locked=_unless("active"),
        ),
        Action("end", STEP_TITLES["end"], "ban", _form("end_allowance"), secondary=True, locked=_unless("active")),
    ),
    next_step=next_step,
    todos=_todos,
    settings=SETTINGS,
    badge="over",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有手机补贴"),
        QT_TRANSLATE_NOOP("desk", "通讯补贴申请批准、办理以后记在这里；以前批准的可以直接登记。"),
        "new",
    ),
)  # fmt: skip
