"""The penalty ledger as the program knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.lines.effects import LineStops
from desk_mailadmin.registers.penalties.effects import effects_on_drafts
from desk_mailadmin.registers.penalties.ledger import LEDGER
from desk_mailadmin.registers.penalties.listing import NOTICE, UNSTOPPED, PenaltyRow
from desk_mailadmin.registers.penalties.model import Penalty, PenaltyMoney, PenaltyPlan, Wage
from desk_mailadmin.registers.penalties.panel import penalty_detail
from desk_mailadmin.registers.penalties.rules import DEDUCTED_IN, LIFECYCLE, SETTINGS
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.penalties.table import STEP_TITLES, TABLE, next_step, worded

_form = partial(deferred, f"{__package__}.form")
_entry = partial(deferred, f"{__package__}.entry_form")
_money = partial(deferred, f"{__package__}.money_form")
_payroll = partial(deferred, f"{__package__}.payroll_form")
_paper = partial(deferred, f"{__package__}.printing")

REMINDED_BEFORE = timedelta(days=3)
"""How long before its day a line to be reopened stands in 今日."""

_DUE_TITLES = {
    "edit": QT_TRANSLATE_NOOP("desk", "处罚草稿"),
    "print": QT_TRANSLATE_NOOP("desk", "处罚通知单待打印"),
    "sign": QT_TRANSLATE_NOOP("desk", "处罚通知单待签收"),
    "decide": QT_TRANSLATE_NOOP("desk", "申诉待决定"),
    "report": QT_TRANSLATE_NOOP("desk", "待报人力资源部"),
    "cash": QT_TRANSLATE_NOOP("desk", "现金待交"),
    "refund": QT_TRANSLATE_NOOP("desk", "待退款"),
}


def _report(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.penalties.form import report_to_hr

    report_to_hr(bench, ids)


def _print(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.penalties.printing import print_cases

    print_cases(bench, ids)


def _not_printable(row: PenaltyRow) -> str:
    if row.past:
        return QT_TRANSLATE_NOOP("desk", "旧台账转入的记录没有通知单")
    return QT_TRANSLATE_NOOP("desk", "还是草稿，登记以后才能打印") if row.state == "draft" else ""


def _build(desk: Any, services: Mapping[str, Any]) -> PenaltiesService:
    stops = LineStops(services["lines"])
    service = PenaltiesService(desk, services["staff"], services["months"], services["rulebook"], stops, penalty_detail)
    services["lines"].followers.append(service.line_opened_in)
    services["rulebook"].tell_effects(partial(effects_on_drafts, service))
    return service


def _unless(*states: str) -> Callable[[PenaltyRow], str]:
    """Return a lock that opens only in these states and says in which one a case is."""

    def locked(row: PenaltyRow) -> str:
        if row.past:
            return QT_TRANSLATE_NOOP("desk", "旧台账转入的记录不再变动")
        return "" if row.state in states else f"现在是“{LIFECYCLE.state(row.state).title}”"

    return locked


def _moving(move: str) -> Callable[[PenaltyRow], str]:
    return _unless(*(state.key for state in LIFECYCLE.states if LIFECYCLE.allows(state.key, move)))


def _not_signable(row: PenaltyRow) -> str:
    if row.signed_on is not None:
        return QT_TRANSLATE_NOOP("desk", "已经登记签收")
    return _unless("issued", "refused", "appealed", "carried", "deducted", "reported")(row)


def _nothing_open(row: PenaltyRow) -> str:
    if row.past or row.state in ("draft", "void", "reversed", "offset"):
        return _unless()(row)
    return "" if row.rest_fen > 0 else QT_TRANSLATE_NOOP("desk", "没有未结清的金额")


def _nothing_owed(row: PenaltyRow) -> str:
    return "" if row.sums.paid_fen > 0 and not row.past else QT_TRANSLATE_NOOP("desk", "没有收过钱，不用退款或更正")


def _not_stopped(row: PenaltyRow) -> str:
    if row.reopened_on is not None:
        return QT_TRANSLATE_NOOP("desk", "已经复机")
    if row.stop_until is None or row.state in UNSTOPPED:
        return QT_TRANSLATE_NOOP("desk", "没有停着的电话")
    return ""


def _not_reportable(row: PenaltyRow) -> str:
    if row.reported_on is not None:
        return QT_TRANSLATE_NOOP("desk", "已经报过人力资源部")
    return _unless("signed", "refused", "carried", "deducted")(row)


def _not_reported(row: PenaltyRow) -> str:
    return "" if row.reported_on is not None else QT_TRANSLATE_NOOP("desk", "还没有报人力资源部")


def _todos(service: PenaltiesService, today: date) -> Sequence[Todo]:
    return [
        *(_todo(service, row, today) for row in service.waiting()),
        *(_stop_todo(row) for row in service.stopped(today + REMINDED_BEFORE)),
        *(_leaver_todo(service, *owing) for owing in service.leavers_owing()),
    ]


def _todo(service: PenaltiesService, row: PenaltyRow, today: date) -> Todo:
    step = next_step(row)
    return Todo(
        key=f"penalty/{row.id}/{step}",
        title=_DUE_TITLES[step],
        number=row.number,
        text="　".join(part for part in (f"{row.name}（{row.dept}）", row.act_title, row.progress) if part),
        due=service.due_of(row) or (None if step == "edit" else today),
        clause=row.clause,
        register="penalties",
        record=row.id,
        action=step,
        action_title=STEP_TITLES[step],
        field=Field.PENALTY,
        icon="gavel",
    )


def _stop_todo(row: PenaltyRow) -> Todo:
    return Todo(
        key=f"penalty/{row.id}/reopen",
        title=QT_TRANSLATE_NOOP("desk", "停机到期，该复机"),
        number=row.number,
        text=f"{row.name}（{row.dept}）　{row.act_title}　停机到 {row.stop_until}",
        due=row.stop_until,
        clause=row.clause,
        register="penalties",
        record=row.id,
        action="reopen",
        action_title=QT_TRANSLATE_NOOP("desk", "登记复机…"),
        field=Field.PENALTY,
        icon="phone",
    )


def _leaver_todo(service: PenaltiesService, staff: int, name: str, fen: int) -> Todo:
    row = next(row for row in service.of_person(staff) if row.rest_fen > 0 and row.state in ("issued", *DEDUCTED_IN))
    return Todo(
        key=f"penalty/leaver/{staff}",
        title=QT_TRANSLATE_NOOP("desk", "离职人员未结清"),
        number=row.number,
        text=f"{name}　未结清 {fen_to_text(fen)} 元，随最后一次工资结清或收现金",
        due=service.left_on(staff),
        clause="",
        register="penalties",
        record=row.id,
        action="cash",
        action_title=STEP_TITLES["cash"],
        field=Field.PENALTY,
        icon="gavel",
    )


def _record(service: PenaltiesService, data: Mapping[str, Any]) -> str:
    """Enter a case from plain data; return its number."""
    return service.row(service.enter_plain(data)).number


ACTIONS = (
    Action(
        "new", QT_TRANSLATE_NOOP("desk", "登记处罚"), "plus", _entry("new_penalty"), Scope.LIST, "Ctrl+N",
        primary=True,
    ),
    Action(
        "sign", QT_TRANSLATE_NOOP("desk", "登记签收"), "mail-check", _form("sign_notice"), shortcut="F6",
        locked=_not_signable,
    ),
    Action("print", QT_TRANSLATE_NOOP("desk", "打印通知单"), "printer", _print, Scope.ROWS, locked=_not_printable),
    Action(
        "waive", QT_TRANSLATE_NOOP("desk", "减免…"), "undo-2", _money("waive_penalty"), locked=_nothing_open,
        deed="penalty.waive",
    ),
    Action(
        "reverse", QT_TRANSLATE_NOOP("desk", "冲销…"), "rotate-ccw", _form("reverse_penalty"),
        locked=_moving("reversed"),
        deed="penalty.reverse",
    ),
    Action(
        "deduct", QT_TRANSLATE_NOOP("desk", "登记扣款…"), "calendar-clock", _payroll("deduct_month"), Scope.LIST, "F8",
        deed="penalty.deduct",
    ),
    Action(
        "print_deductions", QT_TRANSLATE_NOOP("desk", "打印扣款清单…"), "printer", _paper("print_deductions"),
        Scope.LIST, secondary=True,
    ),
    Action(
        "edit", QT_TRANSLATE_NOOP("desk", "填完草稿…"), "pencil", _entry("edit_draft"), secondary=True,
        locked=_unless("draft"),
    ),
    Action(
        "refuse", QT_TRANSLATE_NOOP("desk", "拒签…"), "circle-alert", _form("refuse_notice"), secondary=True,
        locked=_moving("refused"),
    ),
    Action(
        "appeal", QT_TRANSLATE_NOOP("desk", "登记申诉…"), "scale", _form("enter_appeal"), secondary=True,
        locked=_moving("appealed"),
    ),
    Action(
        "decide", QT_TRANSLATE_NOOP("desk", "申诉决定…"), "scale", _form("decide_appeal"), secondary=True,
        locked=_unless("appealed"),
        deed="penalty.decide",
    ),
    Action(
        "report", QT_TRANSLATE_NOOP("desk", "报人事…"), "send", _report, Scope.ROWS, secondary=True,
        locked=_not_reportable,
    ),
    Action(
        "reply", QT_TRANSLATE_NOOP("desk", "登记人事回复…"), "inbox", _form("enter_reply"), secondary=True,
        locked=_not_reported,
    ),
    Action(
        "plan", QT_TRANSLATE_NOOP("desk", "扣款计划…"), "calendar-clock", _money("plan_deduction"), secondary=True,
        locked=_nothing_open,
    ),
    Action(
        "cash", QT_TRANSLATE_NOOP("desk", "收现金…"), "hand-coins", _money("take_cash"), secondary=True,
        locked=_nothing_open,
    ),
    Action(
        "refund", QT_TRANSLATE_NOOP("desk", "退款或更正…"), "undo-2", _money("pay_back"), secondary=True,
        locked=_nothing_owed,
        deed="penalty.refund",
    ),
    Action(
        "print_other", QT_TRANSLATE_NOOP("desk", "打印其他单据…"), "printer", _paper("print_other"), secondary=True,
        locked=_not_printable,
    ),
    Action(
        "reprint", QT_TRANSLATE_NOOP("desk", "补打…"), "rotate-cw", _paper("reprint_paper"), secondary=True,
        locked=_not_printable,
    ),
    Action(
        "reopen", QT_TRANSLATE_NOOP("desk", "登记复机…"), "phone", _form("reopen_line"), secondary=True,
        locked=_not_stopped,
    ),
    Action(
        "wage", QT_TRANSLATE_NOOP("desk", "月工资（算扣款上限）…"), "hand-coins", _money("enter_wage"), secondary=True,
        deed="penalty.wage",
    ),
    Action(
        "evidence", QT_TRANSLATE_NOOP("desk", "附证据…"), "paperclip", _form("attach_evidence"), secondary=True
    ),
    Action(
        "attach", QT_TRANSLATE_NOOP("desk", "附签收扫描件…"), "paperclip", _form("attach_scan"), secondary=True
    ),
    Action(
        "void", QT_TRANSLATE_NOOP("desk", "作废…"), "ban", _form("void_penalty"), secondary=True,
        locked=_unless("issued"),
        deed="penalty.void",
    ),
    Action(
        "drop", QT_TRANSLATE_NOOP("desk", "删除草稿"), "trash-2", _form("drop_draft"), secondary=True,
        locked=_unless("draft"),
    ),
    Action(
        "reprint_deductions", QT_TRANSLATE_NOOP("desk", "补打扣款清单…"), "rotate-cw", _paper("reprint_deductions"),
        Scope.LIST, secondary=True,
    ),
    Action(
        "blank", QT_TRANSLATE_NOOP("desk", "打印空白通知单"), "file-text", _paper("print_blank"), Scope.LIST,
        secondary=True, reads=True,
    ),
)  # fmt: skip

REGISTER = Register(
    key="penalties",
    title=QT_TRANSLATE_NOOP("desk", "处罚台账"),
    tab="penalties",
    icon="gavel",
    table=TABLE,
    build=_build,
    models=(Penalty, PenaltyMoney, PenaltyPlan, Wage),
    actions=ACTIONS,
    next_step=next_step,
    todos=_todos,
    records={"penalty": _record},
    settings=SETTINGS,
    scans=lambda spec: spec.id == NOTICE,
    scanned=lambda bench, record: _form("scanned_notice")(bench, [record]),
    badge="issued",
    ledger=LEDGER,
    columns_of=lambda service, _query: worded(service.money_word()),
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "这里还没有处罚"),
        QT_TRANSLATE_NOOP("desk", "登记一件事，规则库给出条款、第几次和金额，由人决定；以前手工记的台账可以导入。"),
        "new",
    ),
)
