"""Lines as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.model import Line, LineAssignment, LineNote, LinePaper, LineRight
from desk_mailadmin.registers.lines.rules import LINE_ACCESS_DIGIT, RANK_QUOTAS
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.lines.table import TABLE

_FORM = "desk_mailadmin.registers.lines.form"


def _build(desk: Any, services: Mapping[str, Any]) -> LinesService:
    return LinesService(desk, services["departments"], services["staff"])


def _record(service: LinesService, data: Mapping[str, Any]) -> str:
    """Enter a line from plain data and return its extension, or its number where it has none."""
    return service.row(service.add(service.entry_from(dict(data)))).title


def _removed(row: LineRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "线路已经拆机") if row.state == "removed" else ""


def _not_active(row: LineRow) -> str:
    return "" if row.state == "active" else QT_TRANSLATE_NOOP("desk", "线路不在用")


def _not_stopped(row: LineRow) -> str:
    return "" if row.state == "stopped" else QT_TRANSLATE_NOOP("desk", "线路没有停机")


REGISTER = Register(
    key="lines",
    title=QT_TRANSLATE_NOOP("desk", "线路"),
    tab="telephone",
    icon="phone",
    table=TABLE,
    build=_build,
    models=(Line, LineRight, LineAssignment, LinePaper, LineNote),
    actions=(
        Action("new", QT_TRANSLATE_NOOP("desk", "登记线路"), "plus", deferred(_FORM, "new_line"), Scope.LIST, "Ctrl+N",
               primary=True),
        Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", deferred(_FORM, "edit_line"), Scope.ROW, "F2",
               locked=_removed),
        Action("stop", QT_TRANSLATE_NOOP("desk", "停机…"), "ban", deferred(_FORM, "stop_line"), Scope.ROW,
               locked=_not_active),
        Action("reopen", QT_TRANSLATE_NOOP("desk", "复机…"), "rotate-cw", deferred(_FORM, "reopen_line"), Scope.ROW,
               locked=_not_stopped),
        Action("remove", QT_TRANSLATE_NOOP("desk", "拆机…"), "x", deferred(_FORM, "remove_line"), Scope.ROW,
               secondary=True, locked=_removed),
    ),
    next_step=lambda row: {"active": "edit", "stopped": "reopen"}.get(row.state, ""),
    records={"line": _record},
    settings=(LINE_ACCESS_DIGIT, RANK_QUOTAS),
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有线路"),
        QT_TRANSLATE_NOOP("desk", "每条电话线路记在这里：号码、分机、责任人、权限和话费额度。"),
        "new",
    ),
)  # fmt: skip
