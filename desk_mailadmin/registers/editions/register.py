"""Editions and confirmations of the directory as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.editions.listing import ConfirmationRow
from desk_mailadmin.registers.editions.model import Edition, EditionConfirmation, EditionCopy
from desk_mailadmin.registers.editions.panel import SHEET, confirmation_detail, picked_of, progress_of, tiers_of
from desk_mailadmin.registers.editions.rules import CONFIRM_DAYS, ORDINARY_MOBILES, PERIOD_MONTHS
from desk_mailadmin.registers.editions.service import EditionsService
from desk_mailadmin.registers.editions.table import STEP_TITLES, TABLE, next_step

_form = partial(deferred, f"{__package__}.form")


def _print_sheets(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.editions.form import print_sheets

    print_sheets(bench, ids)


def _lapsed(row: ConfirmationRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "这一版已经过去") if row.state == "lapsed" else ""


def _not_confirmed(row: ConfirmationRow) -> str:
    return "" if row.state in ("unchanged", "changed") else QT_TRANSLATE_NOOP("desk", "还没有登记确认")


def _build(desk: Any, services: Mapping[str, Any]) -> EditionsService:
    """Make the service, and show in the directory's tab what editions add to it."""
    directory = services["directory"]
    service = EditionsService(desk, services["staff"], directory, services["receipts"], confirmation_detail)
    directory.confirmations = service.states
    directory.progress = partial(progress_of, service, desk.clock.today)
    directory.tiers = partial(tiers_of, service)
    directory.editions = partial(picked_of, service)
    directory.pick_edition = service.pick
    return service


def _todos(service: EditionsService, today: date) -> Sequence[Todo]:
    """Return who has not confirmed, that all have, and when the next edition is due (002/4.五.2, 002/4.五.3)."""
    editing = service.editing()
    if editing is None:
        due = service.due_on()
        return [_next_todo(due)] if due is not None and due <= today else []
    missing = [_missing_todo(row) for row in service.of_edition(editing.id, "pending")]
    return missing or [_issue_todo(editing.id, editing.name, editing.due_on)]


def _missing_todo(row: ConfirmationRow) -> Todo:
    action = next_step(row)
    return Todo(
        key=f"edition/{row.id}",
        title=QT_TRANSLATE_NOOP("desk", "部门未确认通讯录"),
        number=row.number,
        text="　".join(part for part in (f"{row.branch} / {row.dept}", row.head, row.edition) if part),
        due=row.due_on,
        clause="002/4.五.3",
        register="editions",
        record=row.id,
        action=action,
        action_title=STEP_TITLES[action],
        field=Field.TELEPHONE,
        icon="hourglass",
    )


def _issue_todo(edition: int, name: str, due: date) -> Todo:
    return Todo(
        key=f"edition/issue/{edition}",
        title=QT_TRANSLATE_NOOP("desk", "通讯录待发布"),
        number="",
        text=f"{name}　各部门都已确认",
        due=due,
        clause="002/4.五.2",
        register="editions",
        record=None,
        action="issue",
        action_title=QT_TRANSLATE_NOOP("desk", "发布…"),
        field=Field.TELEPHONE,
        icon="stamp",
    )


def _next_todo(due: date) -> Todo:
    return Todo(
        key=f"edition/next/{due}",
        title=QT_TRANSLATE_NOOP("desk", "通讯录该更新了"),
        number="",
        text="按人事部门的名册更新，各部门确认后发布新一版",
        due=due,
        clause="002/4.五.2",
        register="editions",
        record=None,
        action="start",
        action_title=QT_TRANSLATE_NOOP("desk", "开始新一版…"),
        field=Field.TELEPHONE,
        icon="book-user",
    )


START = Action(
    "start", QT_TRANSLATE_NOOP("desk", "开始新一版…"), "plus", _form("new_edition"), Scope.LIST, "Ctrl+N",
    deed="edition.start",
)  # fmt: skip
PRINT_BOOK = Action(
    "print_book", QT_TRANSLATE_NOOP("desk", "打印通讯录…"), "printer", _form("print_book"), Scope.LIST, "Ctrl+Shift+P"
)
PRINT_FULL = Action(
    "print_full", QT_TRANSLATE_NOOP("desk", "发完整版…"), "lock", _form("print_full"), Scope.LIST, secondary=True
)
PRINT_MISSING = Action(
    "print_missing", QT_TRANSLATE_NOOP("desk", "打印未交的确认单…"), "printer", _form("print_missing"), Scope.LIST,
    secondary=True,
)  # fmt: skip
CONFIRM_NEXT = Action(
    "confirm_next",
    QT_TRANSLATE_NOOP("desk", "登记部门确认…"),
    "circle-check",
    _form("confirm_next"),
    Scope.LIST,
    "Shift+F6",
)
EXPORT = Action(
    "export_directory", QT_TRANSLATE_NOOP("desk", "导出…"), "file-spreadsheet", _form("export_directory"), Scope.LIST,
    secondary=True, reads=True,
)  # fmt: skip
LENT = (CONFIRM_NEXT, PRINT_BOOK, PRINT_FULL, PRINT_MISSING, EXPORT)
"""What the directory's own tab offers of editions."""

ACTIONS = (
    Action(
        "confirm", QT_TRANSLATE_NOOP("desk", "登记部门确认"), "circle-check", _form("confirm"), shortcut="F6",
        primary=True, locked=_lapsed,
        deed="edition.confirm",
    ),
    START,
    Action(
        "print_sheets", QT_TRANSLATE_NOOP("desk", "打印确认单"), "printer", _print_sheets, Scope.ROWS, locked=_lapsed
    ),
    Action("remind", QT_TRANSLATE_NOOP("desk", "未确认清单…"), "bell", _form("print_reminder"), Scope.LIST,
           deed="edition.remind"),
    Action("issue", QT_TRANSLATE_NOOP("desk", "发布…"), "stamp", _form("issue_edition"), Scope.LIST, "F8",
           deed="edition.issue"),
    PRINT_BOOK,
    PRINT_FULL,
    Action(
        "print_copy", QT_TRANSLATE_NOOP("desk", "再打印一份完整版…"), "rotate-cw", _form("print_copy_again"),
        Scope.LIST, secondary=True,
    ),
    EXPORT,
    Action(
        "unconfirm", QT_TRANSLATE_NOOP("desk", "撤回确认"), "undo-2", _form("unconfirm"), secondary=True,
        locked=_not_confirmed,
        deed="edition.unconfirm",
    ),
    Action("attach", QT_TRANSLATE_NOOP("desk", "附扫描件…"), "paperclip", _form("attach_scan"), secondary=True),
)  # fmt: skip

REGISTER = Register(
    key="editions",
    title=QT_TRANSLATE_NOOP("desk", "版次与确认"),
    tab="directory",
    icon="book-user",
    table=TABLE,
    build=_build,
    models=(Edition, EditionConfirmation, EditionCopy),
    actions=ACTIONS,
    next_step=next_step,
    todos=_todos,
    settings=(PERIOD_MONTHS, CONFIRM_DAYS, ORDINARY_MOBILES),
    scans=lambda spec: spec.id == SHEET,
    scanned=lambda bench, record: _form("scanned_sheet")(bench, [record]),
    badge="pending",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有版次"),
        QT_TRANSLATE_NOOP("desk", "开始新一版时，每个部门开一张确认单；全部确认后发布。"),
        "start",
    ),
)
