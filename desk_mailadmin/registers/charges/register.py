"""Monthly charges as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.charges.ledger import LEDGER
from desk_mailadmin.registers.charges.listing import NOTICE, ChargeRow
from desk_mailadmin.registers.charges.model import Charge, ChargeSignature, ChargeTable, ChargeVoid, Settlement
from desk_mailadmin.registers.charges.panel import charge_detail
from desk_mailadmin.registers.charges.rules import LIFECYCLE, SETTINGS
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.charges.table import STEP_TITLES, TABLE, next_step
from desk_mailadmin.registers.months.rules import title_of

_form = partial(deferred, f"{__package__}.form")
_CLAUSE = "002/9.3"
_DUE_TITLES = {
    "notify": QT_TRANSLATE_NOOP("desk", "话费超额待通知"),
    "print": QT_TRANSLATE_NOOP("desk", "扣罚通知待打印"),
    "sign": QT_TRANSLATE_NOOP("desk", "扣罚通知待签收"),
    "deduct": QT_TRANSLATE_NOOP("desk", "扣罚通知待转工资"),
}


def _several(function: str) -> Callable[[Any, Sequence[int]], None]:
    """Return what runs a function of the form on all records that were ticked."""

    def run(bench: Any, ids: Sequence[int]) -> None:
        from desk_mailadmin.registers.charges import form

        getattr(form, function)(bench, ids)

    return run


def _build(desk: Any, services: Mapping[str, Any]) -> ChargesService:
    return ChargesService(
        desk, services["lines"], services["staff"], services["months"], services["penalties"], charge_detail
    )


def _not_notifiable(row: ChargeRow) -> str:
    if row.state != "computed":
        return _is(row)
    return "" if next_step(row) == "notify" else QT_TRANSLATE_NOOP("desk", "没有要个人承担的话费")


def _not_printable(row: ChargeRow) -> str:
    return "" if row.notice else QT_TRANSLATE_NOOP("desk", "还没有开扣罚通知")


def _not_signable(row: ChargeRow) -> str:
    if not row.notice:
        return _not_printable(row)
    return "" if row.missing and row.state != "excused" else QT_TRANSLATE_NOOP("desk", "都签收过了，或者已经免扣")


def _unless(*states: str) -> Callable[[ChargeRow], str]:
    return lambda row: "" if row.state in states else _is(row)


def _not_excusable(row: ChargeRow) -> str:
    if row.state == "computed" and not next_step(row):
        return QT_TRANSLATE_NOOP("desk", "没有要个人承担的话费")
    return _unless("computed", "notified")(row)


def _is(row: ChargeRow) -> str:
    return f"现在是“{LIFECYCLE.state(row.state).title}”"


def _todos(service: ChargesService, today: date) -> Sequence[Todo]:
    return [*_tables(service, today), *_notices(service)]


def _tables(service: ChargesService, today: date) -> Iterator[Todo]:
    """Yield what is to be done for last month's table: computed, or handed in by the sixth (002/9.3, M5-6)."""
    month = month_after(month_of(today), -1)
    table, billed = service.table_of(month), service.bills(month).count
    if table is not None and table.sent_on is not None:
        return
    if table is None and not billed and not service.month_counts():
        return
    text = "已计算，打印后送去" if table is not None else "话单已导入，还没有计算" if billed else "话单还没有导入"
    first = next((row.id for row in service.table(month)), None)
    computed = table is not None
    yield Todo(
        key=f"charge/table/{month}",
        title=QT_TRANSLATE_NOOP("desk", "上月话费表待送出"),
        number="",
        text=f"{title_of(month)}　{text}",
        due=service.due(month),
        clause=_CLAUSE,
        register="charges",
        record=first,
        action="hand_in" if computed else "compute",
        action_title=QT_TRANSLATE_NOOP("desk", "登记送出…") if computed else QT_TRANSLATE_NOOP("desk", "计算话费"),
        field=Field.TELEPHONE,
        icon="phone",
    )


def _notices(service: ChargesService) -> Iterator[Todo]:
    """Yield one line for each month and step in which notices wait."""
    waiting: dict[tuple[str, str], list[ChargeRow]] = {}
    for row in service.waiting():
        waiting.setdefault((row.month, next_step(row)), []).append(row)
    for (month, step), rows in waiting.items():
        total = fen_to_text(sum(row.asked_fen for row in rows))
        names = "、".join(f"{row.title} {row.holder}".strip() for row in rows[:3])
        more = f" 等 {len(rows)} 份" if len(rows) > 3 else ""  # noqa: PLR2004  (what one line holds)
        yield Todo(
            key=f"charge/{month}/{step}",
            title=_DUE_TITLES[step],
            number=rows[0].notice,
            text=f"{title_of(month)}　{names}{more}　共 {total} 元",
            due=None if step == "notify" else rows[0].notice_on,
            clause=_CLAUSE,
            register="charges",
            record=rows[0].id,
            action=step,
            action_title=STEP_TITLES[step],
            field=Field.TELEPHONE,
            icon="phone",
        )


ACTIONS = (
    Action(
        "compute", QT_TRANSLATE_NOOP("desk", "计算话费"), "rotate-cw", _form("compute_month"), Scope.LIST, "F4",
        primary=True,
        deed="charge.compute",
    ),
    Action("notify", STEP_TITLES["notify"], "send", _several("notify"), Scope.ROWS, locked=_not_notifiable),
    Action("sign", STEP_TITLES["sign"], "mail-check", _form("sign_notice"), shortcut="F6", locked=_not_signable),
    Action(
        "deduct", STEP_TITLES["deduct"], "calendar-clock", _several("deduct"), Scope.ROWS, "F8",
        locked=_unless("notified"),
    ),
    Action("print_table", QT_TRANSLATE_NOOP("desk", "打印话费表…"), "printer", _form("print_table"), Scope.LIST),
    Action("hand_in", QT_TRANSLATE_NOOP("desk", "登记送出…"), "inbox", _form("hand_in"), Scope.LIST,
           deed="charge.hand_in"),
    Action(
        "print", STEP_TITLES["print"], "printer", _several("print_notices"), Scope.ROWS, secondary=True,
        locked=_not_printable,
    ),
    Action(
        "reprint", QT_TRANSLATE_NOOP("desk", "补打…"), "rotate-cw", _form("reprint_notice"), secondary=True,
        locked=lambda row: "" if row.printed else QT_TRANSLATE_NOOP("desk", "还没有打印过"),
    ),
    Action(
        "withdraw", QT_TRANSLATE_NOOP("desk", "撤回通知…"), "undo-2", _form("withdraw_notice"), secondary=True,
        locked=_unless("notified"),
        deed="charge.withdraw",
    ),
    Action(
        "excuse", QT_TRANSLATE_NOOP("desk", "免扣…"), "ban", _several("excuse"), Scope.ROWS, secondary=True,
        locked=_not_excusable,
        deed="charge.excuse",
    ),
    Action(
        "charge_again", QT_TRANSLATE_NOOP("desk", "取消免扣"), "undo-2", _form("charge_again"), secondary=True,
        locked=_unless("excused"),
        deed="charge.again",
    ),
    Action(
        "settle", QT_TRANSLATE_NOOP("desk", "话费年结…"), "scale", _form("settle_year"), Scope.LIST, secondary=True,
        deed="charge.settle",
    ),
    Action(
        "print_year", QT_TRANSLATE_NOOP("desk", "打印年结表…"), "printer", _form("print_year"), Scope.LIST,
        secondary=True,
    ),
)  # fmt: skip

REGISTER = Register(
    key="charges",
    title=QT_TRANSLATE_NOOP("desk", "月话费"),
    tab="telephone",
    icon="hand-coins",
    table=TABLE,
    build=_build,
    models=(Charge, ChargeSignature, ChargeVoid, ChargeTable, Settlement),
    actions=ACTIONS,
    next_step=next_step,
    todos=_todos,
    settings=SETTINGS,
    scans=lambda spec: spec.id == NOTICE,
    scanned=lambda bench, record: _form("scanned_notice")(bench, [record]),
    badge="waiting",
    ledger=LEDGER,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有月话费"),
        QT_TRANSLATE_NOOP("desk", "导入当月话单以后计算，每部电话的话费、额度和个人承担就列在这里。"),
        "compute",
    ),
)
