"""Daily figures of telephone selling as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.sales.listing import SalesRow
from desk_mailadmin.registers.sales.model import SalesDay
from desk_mailadmin.registers.sales.rules import SETTINGS
from desk_mailadmin.registers.sales.service import SalesService
from desk_mailadmin.registers.sales.table import TABLE, next_step

_form = partial(deferred, f"{__package__}.form")


def _settle(bench: Any, ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.sales.form import settle_sunday

    settle_sunday(bench, ids)


def _nothing_lacking(row: SalesRow) -> str:
    return "" if row.lacking else QT_TRANSLATE_NOOP("desk", "没有要补的")


def _no_sunday(row: SalesRow) -> str:
    return "" if row.sunday_on else QT_TRANSLATE_NOOP("desk", "没有排周日加班")


def _build(desk: Any, services: Mapping[str, Any]) -> SalesService:
    return SalesService(desk, services["salespeople"], services["faxes"], services["staff"])


def _todos(service: SalesService, today: date) -> Sequence[Todo]:
    """Return what is due: figures not entered or not handed over, half hours, Sundays, last month's list."""
    return [
        *_of_figures(service, today),
        *_of_late(service, today),
        *_of_sundays(service, today),
        *_of_best(service, today),
    ]


def _of_figures(service: SalesService, today: date) -> list[Todo]:
    """Name the days whose figures are missing: today's within the last minutes before closing, else the last one's."""
    found = []
    for day in (service.last_working_day(today), today):
        if service.is_report_due(day) and (count := service.unentered(day)):
            text = f"{day:%m-%d} 还有 {count} 人没有登记；下班前交部门经理，例会通报"
            found.append(_todo("figures", day, QT_TRANSLATE_NOOP("desk", "电话量未登记"), text, "002/2.三", "day",
                               QT_TRANSLATE_NOOP("desk", "登记…")))  # fmt: skip
        elif service.is_report_due(day) and service.of_day(day) and not service.is_day_printed(day):
            text = f"{day:%m-%d} 已经登记，统计表还没有打印交部门经理"
            found.append(_todo("sheet", day, QT_TRANSLATE_NOOP("desk", "电话量统计表"), text, "002/2.三", "print",
                               QT_TRANSLATE_NOOP("desk", "打印…")))  # fmt: skip
    return found


def _of_late(service: SalesService, today: date) -> list[Todo]:
    by_day: dict[date, list[SalesRow]] = {}
    for row in service.short():
        if row.on_day < today or service.is_late_over():
            by_day.setdefault(row.on_day, []).append(row)
    title, verb = QT_TRANSLATE_NOOP("desk", "延时结果未登记"), QT_TRANSLATE_NOOP("desk", "登记…")
    return [
        _todo(
            "late",
            day,
            title,
            f"{day:%m-%d} 未完成 {len(rows)} 人：{_names(rows)}",
            "002/2.六",
            "make_up",
            verb,
            rows[0].id,
        )
        for day, rows in by_day.items()
    ]


def _of_sundays(service: SalesService, today: date) -> list[Todo]:
    found = []
    for sunday in service.sundays():
        rows = service.of_sunday(sunday, is_open=True)
        if not rows:
            continue
        people = f"{sunday:%m-%d} {_names(rows)}"
        if sunday <= today:
            title, verb = QT_TRANSLATE_NOOP("desk", "周日加班结果"), QT_TRANSLATE_NOOP("desk", "登记…")
            found.append(_todo("sunday", sunday, title, people, "002/2.六", "settle", verb, rows[0].id))
        elif not service.is_sunday_printed(sunday):
            found.append(_todo("list", sunday, QT_TRANSLATE_NOOP("desk", "周日加班名单"), f"{people}，名单交值班经理",
                               "002/2.六", "print_sunday", QT_TRANSLATE_NOOP("desk", "打印…")))  # fmt: skip
    return found


def _of_best(service: SalesService, today: date) -> list[Todo]:
    """Ask for last month's list of the best until it is printed, where somebody stands on it."""
    month = month_after(month_of(today), -1)
    if not service.has_best(month) or service.is_best_printed(month):
        return []
    title = QT_TRANSLATE_NOOP("desk", "当月优胜名单")
    text = f"{month} 的优胜名单还没有打印，用于奖励和月总结通报"
    verb = QT_TRANSLATE_NOOP("desk", "打印…")
    return [_todo("best", None, title, text, "002/2.七", "print_best", verb, key=month)]


def _names(rows: Sequence[SalesRow]) -> str:
    names = list(dict.fromkeys(row.name for row in rows))
    return "、".join(names[:4]) + (f"等 {len(names)} 人" if len(names) > 4 else "")  # noqa: PLR2004  (so many fit the line)


def _todo(
    what: str, due: date | None, title: str, text: str, clause: str, action: str, verb: str, record: int | None = None,
    *, key: str = "",
) -> Todo:  # fmt: skip
    return Todo(
        key=f"sales/{what}/{key or due}",
        title=title,
        number="",
        text=text,
        due=due,
        clause=clause,
        register="sales",
        record=record,
        action=action,
        action_title=verb,
        field=Field.TELEPHONE,
        icon="headphones",
    )


def _record(service: SalesService, data: Mapping[str, Any]) -> str:
    """Enter somebody's day from plain data and return its state."""
    return service.row(service.enter_plain(data)).state


REGISTER = Register(
    key="sales",
    title=QT_TRANSLATE_NOOP("desk", "电话量和传真"),
    tab="office_phone",
    icon="headphones",
    table=TABLE,
    build=_build,
    models=(SalesDay,),
    actions=(
        Action(
            "day", QT_TRANSLATE_NOOP("desk", "登记当天…"), "table", _form("enter_day"), Scope.LIST, "Ctrl+N",
            primary=True,
        ),
        Action(
            "make_up", QT_TRANSLATE_NOOP("desk", "登记延时…"), "clock", _form("make_up"), Scope.ROW, "F6",
            locked=_nothing_lacking,
        ),
        Action(
            "settle", QT_TRANSLATE_NOOP("desk", "登记周日…"), "calendar-clock", _settle, Scope.ROWS, "F8",
            locked=_no_sunday,
        ),
        Action("edit", QT_TRANSLATE_NOOP("desk", "更正当天…"), "pencil", _form("correct_day"), Scope.ROW, "F2"),
        Action("print", QT_TRANSLATE_NOOP("desk", "打印统计表…"), "printer", _form("print_day"), Scope.LIST),
        Action(
            "print_sunday", QT_TRANSLATE_NOOP("desk", "打印周日加班名单…"), "calendar-days", _form("print_sunday"),
            Scope.LIST, secondary=True,
        ),
        Action(
            "print_best", QT_TRANSLATE_NOOP("desk", "打印当月优胜名单…"), "badge-check", _form("print_best"),
            Scope.LIST, secondary=True,
        ),
        Action("remove", QT_TRANSLATE_NOOP("desk", "删除"), "trash-2", _form("remove_day"), secondary=True),
    ),
    next_step=next_step,
    todos=_todos,
    records={"sales_day": _record},
    settings=SETTINGS,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有电话量"),
        QT_TRANSLATE_NOOP("desk", "每天一张表：每人电话分钟数和传真份数，对照标准，差多少一看就知道。"),
        "day",
    ),
    badge="short",
)  # fmt: skip
