"""Findings as the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.findings.listing import FindingRow
from desk_mailadmin.registers.findings.model import Finding, FindingRun
from desk_mailadmin.registers.findings.panel import finding_detail
from desk_mailadmin.registers.findings.rules import KINDS, SETTINGS
from desk_mailadmin.registers.findings.service import FindingsService
from desk_mailadmin.registers.findings.table import TABLE, next_step
from desk_mailadmin.registers.months.rules import title_of

_form = partial(deferred, f"{__package__}.form")


def _of_several(function: str) -> Callable[[Any, Sequence[int]], None]:
    """Return what runs a function of the form on all ticked findings; the form is imported only then."""

    def run(bench: Any, ids: Sequence[int]) -> None:
        getattr(import_module(f"{__package__}.form"), function)(bench, ids)

    return run


def _build(desk: Any, services: Mapping[str, Any]) -> FindingsService:
    service = FindingsService(desk, services["longdistance"], services["calls"], services["penalties"], finding_detail)
    services["calls"].more_facts.append(lambda row: _of_call(service, row.id))
    return service


def _of_call(service: FindingsService, call: int) -> tuple[Any, ...]:
    """Return what a call's own panel says of its findings."""
    from desk_mailadmin.kernel.detail import Fact

    said = (f"{row.kind_title}（{row.outcome or '待处理'}）" for row in service.of_call(call))
    return (Fact("核查", "、".join(said)),)


def _decided(row: FindingRow) -> str:
    return "" if row.state == "open" else QT_TRANSLATE_NOOP("desk", "已经处理过，要改先恢复")


def _not_due(row: FindingRow) -> str:
    if row.state != "open":
        return _decided(row)
    return "" if row.act else QT_TRANSLATE_NOOP("desk", "制度没有写处罚，只能记录说明")


def _open(row: FindingRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "还没有处理") if row.state == "open" else ""


def _todos(service: FindingsService, _today: date) -> Sequence[Todo]:
    by_month: dict[str, list[str]] = {}
    for month, kind, act, count, _first in service.open_counts():
        if act:
            by_month.setdefault(month, []).append(f"{KINDS[kind].title} {count}")
    return [
        *(_unchecked(month) for month in service.unchecked()),
        *(_waiting(service, month, said) for month, said in by_month.items()),
    ]


def _unchecked(month: str) -> Todo:
    return Todo(
        key=f"finding/{month}/run",
        title=QT_TRANSLATE_NOOP("desk", "通话待核查"),
        number=month,
        text=f"{title_of(month)}的通话已经认到人，还没有核查",
        due=None,
        clause="002/15.一.5",
        register="findings",
        record=None,
        action="run",
        action_title=_RUN,
        field=Field.TELEPHONE,
        icon="phone",
    )


def _waiting(service: FindingsService, month: str, said: Sequence[str]) -> Todo:
    return Todo(
        key=f"finding/{month}/open",
        title=QT_TRANSLATE_NOOP("desk", "核查待处理"),
        number=month,
        text=f"{title_of(month)}　{'，'.join(said)}",
        due=None,
        clause="002/15.一.5",
        register="findings",
        record=service.first_open(month),
        action="penalise",
        action_title=QT_TRANSLATE_NOOP("desk", "登记处罚…"),
        field=Field.TELEPHONE,
        icon="gavel",
    )


_RUN = QT_TRANSLATE_NOOP("desk", "核查…")

ACTIONS = (
    Action(
        "penalise", QT_TRANSLATE_NOOP("desk", "登记处罚…"), "gavel", _of_several("penalise"), Scope.ROWS, "F6",
        primary=True, locked=_not_due,
    ),
    Action(
        "dismiss", QT_TRANSLATE_NOOP("desk", "记录说明…"), "check", _of_several("dismiss"), Scope.ROWS, "F8",
        locked=_decided,
        deed="finding.dismiss",
    ),
    Action("run", _RUN, "scan-line", _form("run_month"), Scope.LIST, "Ctrl+N", deed="finding.run"),
    Action("call", QT_TRANSLATE_NOOP("desk", "看通话"), "phone", _form("show_call"), reads=True),
    Action(
        "draft", QT_TRANSLATE_NOOP("desk", "批量存处罚草稿"), "file-plus", _of_several("draft_cases"), Scope.ROWS,
        secondary=True, locked=_not_due,
    ),
    Action(
        "restore", QT_TRANSLATE_NOOP("desk", "恢复为待处理"), "undo-2", _of_several("restore"), Scope.ROWS,
        secondary=True, locked=_open,
        deed="finding.restore",
    ),
)  # fmt: skip

REGISTER = Register(
    key="findings",
    title=QT_TRANSLATE_NOOP("desk", "核查"),
    tab="telephone",
    icon="scan-line",
    table=TABLE,
    build=_build,
    models=(Finding, FindingRun),
    actions=ACTIONS,
    next_step=next_step,
    todos=_todos,
    settings=SETTINGS,
    badge="due",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有核查结果"),
        QT_TRANSLATE_NOOP("desk", "话单导入并认到人以后，按“核查”找出信息台、无权长途、未登记、登记不实、私话等。"),
        "run",
    ),
)
