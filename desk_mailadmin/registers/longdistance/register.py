"""The long-distance log as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.detail import Fact
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.calls.listing import CallRow
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.model import LongDistance, LongDistanceMapping, LongDistanceReview
from desk_mailadmin.registers.longdistance.panel import entry_detail
from desk_mailadmin.registers.longdistance.rules import SETTINGS
from desk_mailadmin.registers.longdistance.service import PRIVATE, REVIEWED, UNALLOWED, LongDistanceService
from desk_mailadmin.registers.longdistance.table import TABLE, next_step
from desk_mailadmin.registers.months.rules import title_of

_form = partial(deferred, f"{__package__}.form")


def _build(desk: Any, services: Mapping[str, Any]) -> LongDistanceService:
    service = LongDistanceService(desk, services["departments"], services["staff"], services["lines"], entry_detail)
    services["calls"].more_facts.append(partial(_as_logged, service))
    return service


def _as_logged(service: LongDistanceService, call: CallRow) -> tuple[Fact, ...]:
    """Return what the log says of a long-distance call, for the panel of the call."""
    row = service.of_call(call.id)
    if row is None:
        return ()
    words = (f"{row.on_day:%m-%d} {row.from_at}—{row.to_at}", row.user, row.callee, row.purpose)
    return (Fact(QT_TRANSLATE_NOOP("desk", "长途登记"), "　".join(part for part in words if part)),)


def _not_logged(row: LongDistanceRow) -> str:
    return "" if row.is_logged else QT_TRANSLATE_NOOP("desk", "登记表里没有这个电话，用“补登”")


def _logged(row: LongDistanceRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "已经登记") if row.is_logged else ""


def _todos(service: LongDistanceService, today: date) -> Sequence[Todo]:
    sheets = [
        Todo(
            key=f"longdistance/{month}/{branch}/{'review' if held else 'hand_in'}",
            title=QT_TRANSLATE_NOOP("desk", "长途记录待核阅") if held else QT_TRANSLATE_NOOP("desk", "长途记录待交"),
            number=month,
            text=f"{name}　{title_of(month)}长途电话记录表" + (f"，{held.handed_on:%m-%d} 已交" if held else ""),
            due=due,
            clause="002/5.四(一)",
            register="longdistance",
            record=service.first_of(month, branch),
            action="review" if held else "hand_in",
            action_title=QT_TRANSLATE_NOOP("desk", "登记核阅…") if held else QT_TRANSLATE_NOOP("desk", "登记交表…"),
            field=Field.TELEPHONE,
            icon="phone",
        )
        for month, branch, name, held, due in service.waiting(today)
    ]
    return [*sheets, *(_key_todo(slip, today) for slip in service.keys_out())]


def _key_todo(slip: Any, today: date) -> Todo:
    """Return the line of a key that is out: given back as soon as the call is over (002/1.五)."""
    since = f"，{slip.key_at} 领取" if slip.key_at else ""
    return Todo(
        key=f"longdistance/key/{slip.number}",
        title=QT_TRANSLATE_NOOP("desk", "话机钥匙未还"),
        number=slip.number,
        text=f"{slip.name}　话机 {slip.extension} 的钥匙在他手里{since}",
        due=slip.on_day or today,
        clause="002/1.五",
        register="applications",
        record=slip.record,
        action="end",
        action_title=QT_TRANSLATE_NOOP("desk", "归还钥匙…"),
        field=Field.TELEPHONE,
        icon="key-round",
    )


def _record(service: LongDistanceService, data: Mapping[str, Any]) -> str:
    """Enter a call from plain data and return what it is; what nobody allowed is kept as such."""
    confirmed = frozenset({PRIVATE, UNALLOWED, REVIEWED})
    row = service.row(service.enter(service.entry_from(data), confirmed))
    return f"{row.on_day} {row.from_at} {row.user} {row.called}"


ACTIONS = (
    Action("new", QT_TRANSLATE_NOOP("desk", "登记长途"), "plus", _form("new_call"), Scope.LIST, "Ctrl+N", primary=True),
    Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _form("edit_call"), shortcut="F2", locked=_not_logged),
    Action("fill", QT_TRANSLATE_NOOP("desk", "补登…"), "file-plus", _form("fill_call"), shortcut="F8", locked=_logged),
    Action("check", QT_TRANSLATE_NOOP("desk", "和清单核对"), "rotate-cw", _form("check_month"), Scope.LIST),
    Action("sheet", QT_TRANSLATE_NOOP("desk", "打印月记录表"), "printer", _form("print_sheet"), reads=True),
    Action("hand_in", QT_TRANSLATE_NOOP("desk", "登记交表…"), "inbox", _form("hand_in_sheet"), secondary=True),
    Action("review", QT_TRANSLATE_NOOP("desk", "登记核阅…"), "stamp", _form("review_sheet"), secondary=True),
    Action("keys", QT_TRANSLATE_NOOP("desk", "钥匙在谁手里"), "key-round", _form("show_keys"), Scope.LIST,
           secondary=True, reads=True),
    Action("drop", QT_TRANSLATE_NOOP("desk", "删除…"), "x", _form("drop_call"), secondary=True, locked=_not_logged),
    Action(
        "import_log", QT_TRANSLATE_NOOP("desk", "导入登记表…"), "upload",
        deferred(f"{__package__}.import_form", "import_log"), Scope.LIST, "Ctrl+I", secondary=True,
        deed="longdistance.import",
    ),
)  # fmt: skip

REGISTER = Register(
    key="longdistance",
    title=QT_TRANSLATE_NOOP("desk", "长途登记"),
    tab="telephone",
    icon="phone",
    table=TABLE,
    build=_build,
    models=(LongDistance, LongDistanceReview, LongDistanceMapping),
    actions=ACTIONS,
    next_step=next_step,
    todos=_todos,
    records={"longdistance": _record},
    settings=SETTINGS,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有长途登记"),
        QT_TRANSLATE_NOOP("desk", "登记使用人、受话人、起讫时间、联络事项、交涉结果五项；手工记的登记表可以导入。"),
        "new",
    ),
)
