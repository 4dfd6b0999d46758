"""Applications as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.entries import entry_from
from desk_mailadmin.registers.applications.listing import ApplicationRow, FormKind
from desk_mailadmin.registers.applications.model import Application, SignOff
from desk_mailadmin.registers.applications.panel import application_detail
from desk_mailadmin.registers.applications.rules import LIFECYCLE, OPEN_DAYS, SIGN_DAYS
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.applications.table import STEP_TITLES, TABLE, next_step

FORM_NUMBER = 1
_form = partial(deferred, f"{__package__}.form")


def _print(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.applications.form import print_applications

    print_applications(bench, ids)


def _only(*states: str) -> Callable[[ApplicationRow], str]:
    """Return the lock of an action that fits these states alone."""

    def locked(row: ApplicationRow) -> str:
        return "" if row.state in states else QT_TRANSLATE_NOOP("desk", "这一步现在不适用")

    return locked


def _not_ready(row: ApplicationRow) -> str:
    if row.state == "signing":
        return QT_TRANSLATE_NOOP("desk", "签字还没有齐全")
    return "" if row.state == "ready" else QT_TRANSLATE_NOOP("desk", "这一步现在不适用")


def _not(move: str) -> Callable[[ApplicationRow], str]:
    def locked(row: ApplicationRow) -> str:
        return "" if LIFECYCLE.allows(row.state, move) else QT_TRANSLATE_NOOP("desk", "这一步现在不适用")

    return locked


def _build(desk: Any, services: Mapping[str, Any]) -> ApplicationsService:
    return ApplicationsService(
        desk,
        lambda: form_kinds(services["papers"]),
        branches=services["branches"],
        departments=services["departments"],
        staff=services["staff"],
        mailboxes=services["mailboxes"],
        receipts=services["receipts"],
        panel=application_detail,
    )


def form_kinds(papers: Any) -> dict[str, FormKind]:
    """Return every form that declares an application, by its id."""
    specs = [papers.library.form(form_id).spec for form_id in papers.library.ids]
    return {spec.id: FormKind(spec.id, spec.title, spec.rev, spec.application) for spec in specs if spec.application}


def _todos(service: ApplicationsService, today: date) -> Sequence[Todo]:
    due = [row for row in service.rows(service.keys(Query(segment="unfinished"))) if row.state in _TODO_TITLES]
    return [_todo(row) for row in due]


_TODO_TITLES = {
    "signing": QT_TRANSLATE_NOOP("desk", "申请待签字"),
    "ready": QT_TRANSLATE_NOOP("desk", "待开户"),
    "returned": QT_TRANSLATE_NOOP("desk", "退回的申请"),
    "draft": QT_TRANSLATE_NOOP("desk", "申请草稿"),
}


def _todo(row: ApplicationRow) -> Todo:
    action = next_step(row)
    return Todo(
        key=f"application/{row.id}/{row.state}",
        title=_TODO_TITLES[row.state],
        number=row.number,
        text=f"{row.name}（{row.dept}）　{_reason(row)}",
        due=row.due_on,
        clause="000/3.0",
        register="applications",
        record=row.id,
        action=action,
        action_title=STEP_TITLES[row.state],
        icon={"signing": "pen-line", "ready": "key-round"}.get(row.state, "pencil"),
    )


def _reason(row: ApplicationRow) -> str:
    return {"signing": f"等{row.awaited}签字", "ready": "签字齐全", "draft": "还没有正式填表"}.get(
        row.state, row.reason
    )


def _record(service: ApplicationsService, data: Mapping[str, Any]) -> str:
    """Enter an application from plain data (``emp_no`` or ``name`` says whose) and return its number."""
    return service.row(service.enter(entry_from(data, service.staff))).number


REGISTER = Register(
    key="applications",
    title=QT_TRANSLATE_NOOP("desk", "申请"),
    tab="applications",
    icon="file-text",
    table=TABLE,
    build=_build,
    models=(Application, SignOff),
    actions=(
        Action(
            "new",
            QT_TRANSLATE_NOOP("desk", "新建开户申请"),
            "plus",
            _form("new_application"),
            Scope.LIST,
            "Ctrl+N",
            primary=True,
        ),
        Action("print", QT_TRANSLATE_NOOP("desk", "打印"), "printer", _print, Scope.ROWS),
        Action(
            "sign",
            QT_TRANSLATE_NOOP("desk", "登记签字"),
            "pen-line",
            _form("sign_application"),
            Scope.ROW,
            "F6",
            locked=_only("signing"),
        ),
        Action(
            "open",
            QT_TRANSLATE_NOOP("desk", "开户"),
            "key-round",
            _form("open_account"),
            Scope.ROW,
            "F8",
            locked=_not_ready,
        ),
        Action(
            "receipt",
            QT_TRANSLATE_NOOP("desk", "到回执"),
            "receipt",
            _form("go_to_receipt"),
            Scope.ROW,
            locked=_only("opened", "receipted", "closed"),
            reads=True,
        ),
        Action(
            "edit",
            QT_TRANSLATE_NOOP("desk", "修改…"),
            "pencil",
            _form("edit_application"),
            Scope.ROW,
            "F2",
            secondary=True,
            locked=_only("draft", "returned"),
        ),
        Action(
            "return",
            QT_TRANSLATE_NOOP("desk", "退回…"),
            "undo-2",
            _form("return_application"),
            Scope.ROW,
            secondary=True,
            locked=_not("returned"),
        ),
        Action(
            "withdraw",
            QT_TRANSLATE_NOOP("desk", "更正签字…"),
            "rotate-ccw",
            _form("withdraw_signature"),
            Scope.ROW,
            secondary=True,
            locked=_only("signing", "ready", "refused"),
        ),
        Action(
            "attach",
            QT_TRANSLATE_NOOP("desk", "附扫描件…"),
            "paperclip",
            _form("attach_scan"),
            Scope.ROW,
            secondary=True,
        ),
        Action(
            "reprint",
            QT_TRANSLATE_NOOP("desk", "补打"),
            "rotate-cw",
            _form("reprint_application"),
            Scope.ROW,
            secondary=True,
        ),
        Action(
            "void",
            QT_TRANSLATE_NOOP("desk", "作废…"),
            "ban",
            _form("void_application"),
            Scope.ROW,
            secondary=True,
            locked=_not("void"),
        ),
        Action(
            "blank",
            QT_TRANSLATE_NOOP("desk", "打印空白表"),
            "file-text",
            _form("print_blank"),
            Scope.LIST,
            reads=True,
        ),
    ),
    next_step=next_step,
    todos=_todos,
    records={"application": _record, "account_application": _record},
    settings=(OPEN_DAYS, SIGN_DAYS),
    scan_kinds=(FORM_NUMBER,),
    scanned=lambda bench, record: _form("scanned_application")(bench, [record]),
    badge="unfinished",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有申请"),
        QT_TRANSLATE_NOOP("desk", "员工要开邮箱，先在这里填申请表，打印两份送签；签字齐全才能开户（邮件制度 3.0）。"),
        "new",
    ),
)
