"""Receipts as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.listing import Related
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.receipts.listing import HANDOVER_SHEET, SHEET, ReceiptRow
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.receipts.panel import receipt_detail
from desk_mailadmin.registers.receipts.rules import ACCOUNT, CLAUSES, LIFECYCLE, REMIND_DAYS, RETURN_DAYS, WITNESS
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.registers.receipts.table import STEP_TITLES, TABLE, next_step

_form = partial(deferred, f"{__package__}.form")


_batch = partial(deferred, f"{__package__}.action")


def _print(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.receipts.form import print_receipts

    print_receipts(bench, ids)


def _hand_over(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.receipts.form import hand_over

    hand_over(bench, ids)


def _remind(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.receipts.form import print_reminders

    print_reminders(bench, ids)


def _not(*moves: str) -> Callable[[ReceiptRow], str]:
    def locked(row: ReceiptRow) -> str:
        if any(LIFECYCLE.allows(row.state, move) for move in moves):
            return ""
        return QT_TRANSLATE_NOOP("desk", "回执已经办结")

    return locked


def _handed(row: ReceiptRow) -> str:
    if row.state != "out":
        return QT_TRANSLATE_NOOP("desk", "回执不在待签收状态")
    return QT_TRANSLATE_NOOP("desk", "回执已经送出") if row.handed_on else ""


def _not_signable(row: ReceiptRow) -> str:
    if not LIFECYCLE.allows(row.state, "signed"):
        return QT_TRANSLATE_NOOP("desk", "回执已经办结")
    return "" if row.handed_on else QT_TRANSLATE_NOOP("desk", "回执还没有送出")


def _not_refusable(row: ReceiptRow) -> str:
    if not LIFECYCLE.allows(row.state, "refused"):
        return QT_TRANSLATE_NOOP("desk", "回执不在待签收状态")
    return "" if row.handed_on else QT_TRANSLATE_NOOP("desk", "回执还没有送出")


def _not_lost(row: ReceiptRow) -> str:
    return "" if row.state == "lost" else QT_TRANSLATE_NOOP("desk", "回执没有遗失")


def _not_away(row: ReceiptRow) -> str:
    return "" if row.days_out is not None else QT_TRANSLATE_NOOP("desk", "回执没有送出在外，不用催")


def _not_held(row: ReceiptRow) -> str:
    return "" if row.held else QT_TRANSLATE_NOOP("desk", "没有在手的设备或通讯录")


def _not_unsignable(row: ReceiptRow) -> str:
    if row.state != "signed":
        return QT_TRANSLATE_NOOP("desk", "回执没有登记签收")
    return QT_TRANSLATE_NOOP("desk", "已经登记归还") if row.returned_on else ""


def _no_slip(row: ReceiptRow) -> str:
    if row.what != ACCOUNT:
        return QT_TRANSLATE_NOOP("desk", "只有开户回执才有密码单")
    return _not("signed", "lost")(row)


def _build(desk: Any, services: Mapping[str, Any]) -> ReceiptsService:
    service = ReceiptsService(desk, services["staff"], services["mailboxes"], receipt_detail)
    directory: DirectoryService = services["directory"]
    directory.papers.append(lambda staff: [_related(row) for row in service.of_person(staff)])
    directory.held.append(lambda staff: [_related(row) for row in service.of_person(staff, held=True)])
    return service


def _related(row: ReceiptRow) -> Related:
    """Return a receipt as the directory shows it among a person's papers."""
    return Related(row.number, f"{row.sheet_title}　{row.matter}", row.issued_on, row.progress)


def _todos(service: ReceiptsService, today: date) -> Sequence[Todo]:
    due = [row for row in service.held() if row.back_by is not None and row.back_by <= today]
    return [*map(_todo, service.outstanding()), *map(_held_todo, due)]


def _todo(row: ReceiptRow) -> Todo:
    title, sent = _standing(row)
    action = next_step(row)
    return Todo(
        key=f"receipt/{row.id}/{action}",
        title=title,
        number=row.number,
        text="　".join(part for part in (f"{row.name}（{row.dept}）", sent, row.subject) if part),
        due=row.due_on or row.issued_on,
        clause=CLAUSES.get(row.what, ""),
        register="receipts",
        record=row.id,
        action=action,
        action_title=STEP_TITLES[action],
        icon="mail-check",
    )


def _standing(row: ReceiptRow) -> tuple[str, str]:
    """Return what is due of a receipt that is not back yet, and where it is."""
    if row.state == "lost":
        return QT_TRANSLATE_NOOP("desk", "回执遗失"), f"{row.lost_on:%m-%d} 遗失，重新送出"
    if row.handed_on is None:
        return QT_TRANSLATE_NOOP("desk", "回执待送出"), "还没有送出" if row.printed else "还没有打印"
    days = f"，已 {row.days_out} 个工作日" if row.days_out else ""
    return QT_TRANSLATE_NOOP("desk", "回执未签收"), f"{row.handed_on:%m-%d} 送出，未交回{days}"


def _held_todo(row: ReceiptRow) -> Todo:
    return Todo(
        key=f"receipt/{row.id}/give_back",
        title=QT_TRANSLATE_NOOP("desk", "该归还"),
        number=row.number,
        text=f"{row.name}（{row.dept}）　{row.subject}",
        due=row.back_by,
        clause=CLAUSES.get(row.what, ""),
        register="receipts",
        record=row.id,
        action="give_back",
        action_title=STEP_TITLES["give_back"],
        icon="inbox",
    )


def _record(service: ReceiptsService, data: Mapping[str, Any]) -> str:
    """Enter what is handed over from plain data; return the numbers, one a line."""
    return "\n".join(service.row(record).number for record in service.enter_plain(data))


ACTIONS = (
    Action("new", QT_TRANSLATE_NOOP("desk", "新建签收单"), "file-plus", _form("new_receipts"), Scope.LIST, "Ctrl+N"),
    Action(
        "sign", QT_TRANSLATE_NOOP("desk", "登记签收"), "mail-check", _form("sign_receipt"), shortcut="F6", primary=True,
        locked=_not_signable,
    ),
    Action(
        "batch", QT_TRANSLATE_NOOP("desk", "批量签收…"), "scan-qr-code", _batch("sign_batch"), Scope.LIST, "Shift+F6"
    ),
    Action("hand_over", QT_TRANSLATE_NOOP("desk", "登记送出"), "send", _hand_over, Scope.ROWS, "F8", locked=_handed),
    Action("print", QT_TRANSLATE_NOOP("desk", "打印回执"), "printer", _print, Scope.ROWS),
    Action("remind", QT_TRANSLATE_NOOP("desk", "催交单…"), "bell", _remind, Scope.ROWS, locked=_not_away),
    Action(
        "password_slip", QT_TRANSLATE_NOOP("desk", "打印密码单"), "lock", _form("print_slip"), secondary=True,
        locked=_no_slip,
    ),
    Action(
        "refuse", QT_TRANSLATE_NOOP("desk", "拒签…"), "circle-alert", _form("refuse_receipt"), secondary=True,
        locked=_not_refusable,
    ),
    Action(
        "lose", QT_TRANSLATE_NOOP("desk", "遗失…"), "triangle-alert", _form("lose_receipt"), secondary=True,
        locked=_not("lost"),
    ),
    Action(
        "replace", QT_TRANSLATE_NOOP("desk", "重新送出…"), "rotate-ccw", _form("replace_receipt"), secondary=True,
        locked=_not_lost,
    ),
    Action(
        "give_back", QT_TRANSLATE_NOOP("desk", "登记归还…"), "inbox", _form("give_back"), secondary=True,
        locked=_not_held,
    ),
    Action(
        "unsign", QT_TRANSLATE_NOOP("desk", "撤回签收…"), "undo-2", _form("unsign_receipt"), secondary=True,
        locked=_not_unsignable,
    ),
    Action("reprint", QT_TRANSLATE_NOOP("desk", "补打"), "rotate-cw", _form("reprint_receipt"), secondary=True),
    Action("attach", QT_TRANSLATE_NOOP("desk", "附扫描件…"), "paperclip", _form("attach_scan"), secondary=True),
    Action(
        "void", QT_TRANSLATE_NOOP("desk", "作废…"), "ban", _form("void_receipt"), secondary=True, locked=_not("void"),
        deed="receipt.void",
    ),
)  # fmt: skip

REGISTER = Register(
    key="receipts",
    title=QT_TRANSLATE_NOOP("desk", "回执"),
    tab="receipts",
    icon="receipt",
    table=TABLE,
    build=_build,
    models=(Receipt,),
    actions=ACTIONS,
    next_step=next_step,
    todos=_todos,
    records={"receipt": _record},
    settings=(RETURN_DAYS, REMIND_DAYS, WITNESS),
    scans=lambda spec: spec.id in (SHEET, HANDOVER_SHEET),
    scanned=lambda bench, record: _form("scanned_receipt")(bench, [record]),
    badge="out",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有回执"),
        QT_TRANSLATE_NOOP("desk", "开户后回执会自动开出；通知、密码单、设备和通讯录的签收单在这里新建。"),
        "new",
    ),
)
