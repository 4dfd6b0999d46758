"""Faxes as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.faxes.model import Fax
from desk_mailadmin.registers.faxes.service import FaxesService, FaxRow
from desk_mailadmin.registers.faxes.table import TABLE

_form = partial(deferred, f"{__package__}.form")


def _check(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.faxes.form import check_faxes

    check_faxes(bench, ids)


def _punished(row: FaxRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "已经登记处罚") if row.penalty else ""


def _not_correctable(row: FaxRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "查实虚报的不能改") if row.state == "false" else ""


def _not_checked(row: FaxRow) -> str:
    return _punished(row) if row.checked_on else QT_TRANSLATE_NOOP("desk", "没有登记抽查")


def _build(desk: Any, services: Mapping[str, Any]) -> FaxesService:
    return FaxesService(desk, services["staff"])


def _record(service: FaxesService, data: Mapping[str, Any]) -> str:
    """Note a fax from plain data and return its state."""
    return service.row(service.enter_plain(data)).state


REGISTER = Register(
    key="faxes",
    title=QT_TRANSLATE_NOOP("desk", "传真记录"),
    tab="office_phone",
    icon="file-text",
    table=TABLE,
    build=_build,
    models=(Fax,),
    actions=(
        Action(
            "new", QT_TRANSLATE_NOOP("desk", "登记传真"), "plus", _form("new_faxes"), Scope.LIST, "Ctrl+N", primary=True
        ),
        Action(
            "check", QT_TRANSLATE_NOOP("desk", "登记抽查…"), "badge-check", _check, Scope.ROWS, "F6", locked=_punished
        ),
        Action(
            "edit", QT_TRANSLATE_NOOP("desk", "更正…"), "pencil", _form("edit_fax"), Scope.ROW, "F2",
            locked=_not_correctable,
        ),
        Action("print", QT_TRANSLATE_NOOP("desk", "打印当日记录…"), "printer", _form("print_log"), Scope.LIST),
        Action(
            "uncheck", QT_TRANSLATE_NOOP("desk", "撤回抽查"), "undo-2", _form("uncheck_fax"), secondary=True,
            locked=_not_checked,
        ),
        Action(
            "remove", QT_TRANSLATE_NOOP("desk", "删除"), "trash-2", _form("remove_fax"), secondary=True,
            locked=_punished,
        ),
    ),
    records={"fax": _record},
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有传真记录"),
        QT_TRANSLATE_NOOP("desk", "销售人员发的每份传真记在这里；五项齐全、事先打过电话的才计入当天的传真量。"),
        "new",
    ),
)  # fmt: skip
