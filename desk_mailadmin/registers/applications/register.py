"""Applications as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import ApplicationKind
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.allowances.effects import KIND as ALLOWANCE
from desk_mailadmin.registers.allowances.effects import GrantedAllowance
from desk_mailadmin.registers.applications.effects import approved_slips, keys_out
from desk_mailadmin.registers.applications.entries import entry_from
from desk_mailadmin.registers.applications.listing import ApplicationRow, FormKinds
from desk_mailadmin.registers.applications.model import Application, SignOff
from desk_mailadmin.registers.applications.panel import application_detail
from desk_mailadmin.registers.applications.rules import LIFECYCLE, SETTINGS
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.applications.table import TABLE, columns_of_kind, next_step, step_title
from desk_mailadmin.registers.deliveries.entries import Sendable, addresses_of
from desk_mailadmin.registers.directory.listing import Related
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.lines.effects import ExtensionRights, LineWork
from desk_mailadmin.registers.switchboard.effects import SwitchboardEffect

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
    service = ApplicationsService(
        desk,
        FormKinds(services["papers"].library),
        branches=services["branches"],
        departments=services["departments"],
        staff=services["staff"],
        mailboxes=services["mailboxes"],
        receipts=services["receipts"],
        panel=application_detail,
        printable=lambda text, name: services["papers"].check_text(text, names=name),
        effects={
            "line_work": LineWork(services["lines"]),
            "extension_rights": SwitchboardEffect(
                services["switchboard"], services["staff"], ExtensionRights(services["lines"])
            ),
            ALLOWANCE: GrantedAllowance(services["allowances"]),
        },
    )
    services["lines"].followers.append(service.line_opened_in)
    services["longdistance"].slips, services["longdistance"].keys_out = approved_slips, keys_out
    deliveries = services["deliveries"]
    deliveries.sources["application"] = lambda record: _sendable(desk, service, record)
    service.mailings = partial(deliveries.steps_of, "application")
    directory: DirectoryService = services["directory"]
    directory.papers.append(lambda staff: [_related(row) for row in service.of_person(staff)])
    return service


def _related(row: ApplicationRow) -> Related:
    """Return an application as the directory shows it among a person's papers."""
    return Related(row.number, f"{row.kind_title}　{row.subject}".strip("　"), row.entered_on, row.progress)


def _sendable(desk: Any, service: ApplicationsService, record: int) -> Sendable:
    """Return an application as it may be mailed: a notice to whom it concerns, a form to who must sign it."""
    from desk_mailadmin.registers.applications.printed import application_paper

    row, staff = service.row(record), service.record_of(record).staff_id
    if row.state in ("draft", "void"):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{number}还没有正式填表，或已经作废，不能发送。"), number=row.number)
    return Sendable(
        kind="application",
        record=record,
        form=row.kind,
        number=row.number,
        name=row.name,
        addresses=addresses_of(service.mailboxes, service.staff, staff),
        draw=lambda: application_paper(service, desk.settings, record),
        comes_back=row.state == "signing",
    )


def _todos(service: ApplicationsService, today: date) -> Sequence[Todo]:
    due = [row for row in service.rows(service.keys(Query(segment="unfinished"))) if row.state in _TODO_TITLES]
    ending, left = service.ending(service.remind_from(today)), service.left_behind()
    behind = {row.id for row in left}
    said = [_todo(service, row) for row in [*due, *(row for row in ending if row.id not in behind)]]
    return [*said, *(_left_behind(service, row) for row in left)]


_TODO_TITLES = {
    "signing": QT_TRANSLATE_NOOP("desk", "申请待签字"),
    "ready": QT_TRANSLATE_NOOP("desk", "待办理"),
    "returned": QT_TRANSLATE_NOOP("desk", "退回的申请"),
    "draft": QT_TRANSLATE_NOOP("desk", "申请草稿"),
    "in_force": QT_TRANSLATE_NOOP("desk", "到期"),
}
_ICONS = {"signing": "pen-line", "ready": "key-round", "in_force": "hourglass"}


def _todo(service: ApplicationsService, row: ApplicationRow) -> Todo:
    kind = service.kinds.get(row.kind)
    declared = kind.application if kind else None
    action = next_step(row) or "end"
    return Todo(
        key=f"application/{row.id}/{row.state}",
        title=_TODO_TITLES[row.state],
        number=row.number,
        text=f"{row.name}（{row.dept}）　{row.kind_title}　{_reason(row)}",
        due=row.due_on,
        clause=_clause(declared, row.state),
        register="applications",
        record=row.id,
        action=action,
        action_title=f"{row.end}…" if row.state == "in_force" else step_title(row),
        field=Field.TELEPHONE if declared and declared.clause.startswith("002/") else Field.MAIL,
        icon=_ICONS.get(row.state, "pencil"),
    )


def _left_behind(service: ApplicationsService, row: ApplicationRow) -> Todo:
    """Return the line for what somebody who left still has (004/第十条, 001/三4·三3)."""
    left_on = service.staff.row(service.record_of(row.id).staff_id).left_on
    return replace(
        _todo(service, row),
        key=f"application/{row.id}/left",
        title=QT_TRANSLATE_NOOP("desk", "离职待收回"),
        text=f"{row.name}（{row.dept}）　已离职　{row.kind_title}　{row.subject}",
        due=left_on,
        clause="004/第十条",
        icon="log-out",
    )


def _clause(kind: ApplicationKind | None, state: str) -> str:
    """Return the clause behind what is due: the deadline's, the term's, else the kind's own."""
    if kind is None:
        return ""
    if state == "ready" and kind.deadline_clause:
        return kind.deadline_clause
    if state == "in_force" and kind.term and kind.term.clause:
        return kind.term.clause
    return kind.clause


def _reason(row: ApplicationRow) -> str:
    said = {"signing": f"等{row.awaited}签字", "ready": f"签字齐全，等{row.deed}", "draft": "还没有正式填表"}
    if row.state == "in_force":
        return f"{row.subject}　{row.progress}"
    return said.get(row.state, row.reason)


def _record(service: ApplicationsService, data: Mapping[str, Any]) -> str:
    """Enter an application from plain data (``emp_no`` or ``name`` says whose) and return its number.

    ``kind`` names its form; ``confirmed`` lists the questions answered with yes (refusal, twin).
    """
    given = dict(data)
    confirmed = given.pop("confirmed", ())
    confirmed = [str(key) for key in confirmed] if isinstance(confirmed, list) else []
    return service.row(service.enter(entry_from(given, service.staff), confirmed=confirmed)).number


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
            QT_TRANSLATE_NOOP("desk", "新建申请"),
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
            QT_TRANSLATE_NOOP("desk", "办理"),
            "key-round",
            _form("carry_out"),
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
            locked=_only("opened", "receipted", "in_force", "closed"),
            reads=True,
        ),
        Action(
            "end",
            QT_TRANSLATE_NOOP("desk", "收回、结束…"),
            "log-out",
            _form("end_application"),
            Scope.ROW,
            "Shift+F8",
            secondary=True,
            locked=_only("in_force"),
        ),
        Action(
            "renew",
            QT_TRANSLATE_NOOP("desk", "续办…"),
            "refresh-cw",
            _form("renew_application"),
            Scope.ROW,
            secondary=True,
            locked=_only("in_force", "closed"),
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
            deed="application.void",
        ),
        Action(
            "missing",
            QT_TRANSLATE_NOOP("desk", "没签保密协议的人员…"),
            "list-checks",
            _form("print_missing"),
            Scope.LIST,
            secondary=True,
            reads=True,
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
    settings=SETTINGS,
    columns_of=columns_of_kind,
    private_entries=True,
    scans=lambda spec: spec.application is not None,
    scanned=lambda bench, record: _form("scanned_application")(bench, [record]),
    badge="unfinished",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有申请"),
        QT_TRANSLATE_NOOP(
            "desk", "员工要开邮箱、装电话、订杂志，先在这里填申请表，打印送签；签字齐全才能办理（邮件制度 3.0）。"
        ),
        "new",
    ),
)
