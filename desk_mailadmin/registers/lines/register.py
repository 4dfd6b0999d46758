"""Lines as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.model import Line, LineAssignment, LineNote, LinePaper, LineRight
from desk_mailadmin.registers.lines.panel import line_detail
from desk_mailadmin.registers.lines.rules import RIGHT_TITLES, SETTINGS, Right
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.lines.table import TABLE

_FORM = "desk_mailadmin.registers.lines.form"


def _build(desk: Any, services: Mapping[str, Any]) -> LinesService:
    return LinesService(desk, services["departments"], services["staff"], line_detail)


def _record(service: LinesService, data: Mapping[str, Any]) -> str:
    """Enter a line from plain data and return its extension, or its number where it has none."""
    return service.row(service.add(service.entry_from(dict(data)))).title


def _removed(row: LineRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "线路已经拆机") if row.state == "removed" else ""


def _not_active(row: LineRow) -> str:
    return "" if row.state == "active" else QT_TRANSLATE_NOOP("desk", "线路不在用")


def _not_stopped(row: LineRow) -> str:
    return "" if row.state == "stopped" else QT_TRANSLATE_NOOP("desk", "线路没有停机")


def _print_cards(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.lines.form import print_cards

    print_cards(bench, ids)


def _todos(service: LinesService, today: date) -> Sequence[Todo]:
    soon = service.remind_from(today)
    return [
        *(_reopen_todo(row, today) for row in service.to_reopen(soon)),
        *(_right_todo(row, right) for row, right in service.rights_ending(today, soon)),
        *(_contract_todo(row) for row in service.contracts_ending(soon)),
        *(_leaver_todo(row) for row in service.of_leavers()),
        *_concern_todos(service.concerned()),
    ]


def _reopen_todo(row: LineRow, today: date) -> Todo:
    """Tell that a line is to be opened again, or that its number will be kept no longer."""
    kept = row.reopen_on is None or (row.keep_until is not None and row.keep_until < today)
    said = f"号码只保留到 {row.keep_until}" if kept else f"停机到 {row.reopen_on}"
    due = row.keep_until if kept else row.reopen_on
    title = QT_TRANSLATE_NOOP("desk", "保号到期") if kept else QT_TRANSLATE_NOOP("desk", "停机到期，该复机")
    return _todo(row, "reopen", title, said, due, "002/12.九", QT_TRANSLATE_NOOP("desk", "复机…"))


def _right_todo(row: LineRow, right: Right) -> Todo:
    said = f"{RIGHT_TITLES[right.key]}到 {right.until_on}"
    title, action = QT_TRANSLATE_NOOP("desk", "权限到期"), QT_TRANSLATE_NOOP("desk", "权限…")
    return _todo(row, "rights", title, said, right.until_on, "002/9.3", action, f"/{right.key}")


def _contract_todo(row: LineRow) -> Todo:
    said = f"合约到 {row.contract_until}"
    title, action = QT_TRANSLATE_NOOP("desk", "合约到期"), QT_TRANSLATE_NOOP("desk", "修改…")
    return _todo(row, "edit", title, said, row.contract_until, "", action, "/contract")


def _leaver_todo(row: LineRow) -> Todo:
    title, action = QT_TRANSLATE_NOOP("desk", "责任人已离职"), QT_TRANSLATE_NOOP("desk", "移机、换人、换号…")
    return _todo(row, "move", title, "换责任人，或写清由部门负责人负责", None, "002/7.1", action, "/left")


def _concern_todos(rows: Sequence[LineRow]) -> list[Todo]:
    """Tell in one line how many lines something speaks against; the first of them is opened."""
    if not rows:
        return []
    said = f"共 {len(rows)} 条；{rows[0].concerns[0].sentence}"
    title, action = QT_TRANSLATE_NOOP("desk", "权限与职级不符"), QT_TRANSLATE_NOOP("desk", "权限…")
    return [_todo(rows[0], "rights", title, said, None, "002/5.四(三)", action, "/concerns")]


def _todo(
    row: LineRow, action: str, title: str, said: str, due: date | None, clause: str, action_title: str, more: str = ""
) -> Todo:
    return Todo(
        key=f"line/{row.id}/{action}{more}",
        title=title,
        number=row.title,
        text="　".join(part for part in (row.label or row.holder, row.dept or row.branch, said) if part),
        due=due,
        clause=clause,
        register="lines",
        record=row.id,
        action=action,
        action_title=action_title,
        field=Field.TELEPHONE,
        icon="phone",
    )


def _asks(function: str) -> Any:
    return deferred(_FORM, function)


ACTIONS = (
    Action("new", QT_TRANSLATE_NOOP("desk", "登记线路"), "plus", _asks("new_line"), Scope.LIST, "Ctrl+N", primary=True),
    Action("edit", QT_TRANSLATE_NOOP("desk", "修改…"), "pencil", _asks("edit_line"), Scope.ROW, "F2", locked=_removed),
    Action(
        "rights", QT_TRANSLATE_NOOP("desk", "权限…"), "key-round", _asks("change_rights"), Scope.ROW, "F6",
        locked=_removed,
    ),
    Action(
        "move", QT_TRANSLATE_NOOP("desk", "移机、换人、换号…"), "arrow-left-right", _asks("move_line"), Scope.ROW, "F8",
        locked=_removed,
    ),
    Action("stop", QT_TRANSLATE_NOOP("desk", "停机…"), "ban", _asks("stop_line"), Scope.ROW, locked=_not_active),
    Action("reopen", QT_TRANSLATE_NOOP("desk", "复机…"), "rotate-cw", _asks("reopen_line"), Scope.ROW,
           locked=_not_stopped),
    Action("remove", QT_TRANSLATE_NOOP("desk", "拆机…"), "x", _asks("remove_line"), Scope.ROW, secondary=True,
           locked=_removed),
    Action("note", QT_TRANSLATE_NOOP("desk", "维护记录…"), "pen-line", _asks("add_note"), Scope.ROW, secondary=True),
    Action("print", QT_TRANSLATE_NOOP("desk", "打印线路卡片"), "printer", _print_cards, Scope.ROWS, secondary=True),
    Action(
        "print_stop", QT_TRANSLATE_NOOP("desk", "打印停机通知单"), "printer", _asks("print_stop_slip"), Scope.ROW,
        secondary=True, locked=_not_stopped,
    ),
)  # fmt: skip

REGISTER = Register(
    key="lines",
    title=QT_TRANSLATE_NOOP("desk", "线路"),
    tab="telephone",
    icon="phone",
    table=TABLE,
    build=_build,
    models=(Line, LineRight, LineAssignment, LinePaper, LineNote),
    actions=ACTIONS,
    next_step=lambda row: {"active": "edit", "stopped": "reopen"}.get(row.state, ""),
    todos=_todos,
    records={"line": _record},
    settings=SETTINGS,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有线路"),
        QT_TRANSLATE_NOOP("desk", "每条电话线路记在这里：号码、分机、责任人、权限和话费额度。"),
        "new",
    ),
)  # fmt: skip
