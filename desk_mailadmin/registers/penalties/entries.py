"""A penalty case as the clerk enters it, and as plain data say it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, checked_text, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.rules import checked_month
from desk_mailadmin.registers.penalties.rules import EXECUTIONS, FOUND_HOW, check_money
from desk_mailadmin.registers.rulebook.rules import SANCTIONS, Facts, facts_text

MOST_TIMES = 999
MOST_INSTALMENTS = 36
_TIME = regex(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_TITLES = {
    "emp_no": QT_TRANSLATE_NOOP("desk", "工号"),
    "name": QT_TRANSLATE_NOOP("desk", "姓名"),
    "act": QT_TRANSLATE_NOOP("desk", "行为"),
    "act_title": QT_TRANSLATE_NOOP("desk", "行为"),
    "clause": QT_TRANSLATE_NOOP("desk", "依据条款"),
    "occurred_on": QT_TRANSLATE_NOOP("desk", "发生日期"),
    "occurred_at": QT_TRANSLATE_NOOP("desk", "发生时间"),
    "found_how": QT_TRANSLATE_NOOP("desk", "发现方式"),
    "facts": QT_TRANSLATE_NOOP("desk", "事实"),
    "times": QT_TRANSLATE_NOOP("desk", "次数"),
    "fee_fen": QT_TRANSLATE_NOOP("desk", "话费"),
    "cost_fen": QT_TRANSLATE_NOOP("desk", "费用"),
    "sanctions": QT_TRANSLATE_NOOP("desk", "处理"),
    "fine_fen": QT_TRANSLATE_NOOP("desk", "罚款"),
    "recovery_fen": QT_TRANSLATE_NOOP("desk", "追缴或赔偿"),
    "points": QT_TRANSLATE_NOOP("desk", "扣分"),
    "reason": QT_TRANSLATE_NOOP("desk", "理由"),
    "execution": QT_TRANSLATE_NOOP("desk", "执行"),
    "first_month": QT_TRANSLATE_NOOP("desk", "扣款月份"),
    "instalments": QT_TRANSLATE_NOOP("desk", "分期"),
    "source": QT_TRANSLATE_NOOP("desk", "来源"),
    "line": QT_TRANSLATE_NOOP("desk", "停机的电话"),
    "issued_on": QT_TRANSLATE_NOOP("desk", "填发日期"),
}


class PenaltyEntry(Struct, frozen=True, kw_only=True):
    """One case: who, what, when, and how it is dealt with.

    ``act`` is a key of the rulebook (empty: ``act_title`` and ``clause`` by hand); ``clause`` chooses among the
    articles that hit it (empty: the first). What is None is taken as the rulebook proposes. Sums are fen. ``reason``
    says why what was decided differs from the proposal, or why a figure of a range was chosen. ``first_month``
    (``2026-12``) is the first month of the deduction, ``source`` what it was found in (``bill:…`` of a bill's call),
    ``issued_on`` the day on the notice (today, if None), ``line`` the extension or number to be stopped (empty: the
    only one the person has).
    """

    staff: int
    occurred_on: date
    act: str = ""
    act_title: str = ""
    clause: str = ""
    occurred_at: str = ""
    found_how: str = "other"
    facts: str = ""
    times: int = 1
    fee_fen: int = 0
    cost_fen: int = 0
    sanctions: tuple[str, ...] | None = None
    fine_fen: int | None = None
    recovery_fen: int | None = None
    points: int = 0
    reason: str = ""
    execution: str = ""
    first_month: str = ""
    instalments: int = 1
    source: str = ""
    issued_on: date | None = None
    line: str = ""


def checked(entry: PenaltyEntry, today: date) -> PenaltyEntry:
    """Return the entry with its texts cleaned; raise UserError naming the field that cannot stand."""
    _check_not_to_come(entry.occurred_on, today)
    if entry.occurred_at and _TIME.fullmatch(entry.occurred_at) is None:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "时间“{text}”应写成 14:05 这样。"), field="occurred_at", text=entry.occurred_at
        )
    if entry.issued_on is not None and not entry.occurred_on <= entry.issued_on <= today:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "填发日期应在发生日期 {on} 和今天之间。"), field="issued_on", on=entry.occurred_on
        )
    _check_choice(entry.found_how, (*FOUND_HOW, ("", "")), "found_how")
    _check_choice(entry.execution, (*EXECUTIONS, ("", "")), "execution")
    for key in entry.sanctions or ():
        _check_choice(key, SANCTIONS.items(), "sanctions")
    _check_figures(entry)
    if entry.first_month:
        checked_month(entry.first_month, "first_month")
    return replace(
        entry,
        act_title=checked_line(entry.act_title, _TITLES["act"], "act_title", 120),
        facts=checked_text(entry.facts, _TITLES["facts"], "facts"),
        reason=checked_text(entry.reason, _TITLES["reason"], "reason", 2_000),
        source=checked_line(entry.source, _TITLES["source"], "source"),
        line=checked_line(entry.line, _TITLES["line"], "line", 20),
    )


def _check_not_to_come(on: date, today: date) -> None:
    if on > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "发生日期 {on} 还没有到。"), field="occurred_on", on=on)


def _check_figures(entry: PenaltyEntry) -> None:
    if not 1 <= entry.times <= MOST_TIMES:
        raise UserError(QT_TRANSLATE_NOOP("desk", "次数在 1 到 {most} 之间。"), field="times", most=MOST_TIMES)
    if not 1 <= entry.instalments <= MOST_INSTALMENTS:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "分期在 1 到 {most} 之间。"), field="instalments", most=MOST_INSTALMENTS
        )
    for field in ("fee_fen", "cost_fen", "fine_fen", "recovery_fen", "points"):
        check_money(getattr(entry, field) or 0, field)


def _check_choice(key: str, choices: Any, field: str) -> None:
    if key not in dict(choices):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{title}没有“{key}”这一项。"), field=field, title=_TITLES[field], key=key
        )


def facts_of(template: str, entry: PenaltyEntry) -> str:
    """Return the words of an act with the day, the times and the sums of an entry filled in."""
    day, at = entry.occurred_on, entry.occurred_at
    when = f"{day.year} 年 {day.month} 月 {day.day} 日"
    if at:
        when += f" {int(at[:2])} 时 {int(at[3:])} 分"
    return facts_text(template, when, Facts(entry.times, entry.fee_fen, entry.cost_fen))


PAST_STATES = ("valid", "void", "waived")
"""How a case of a hand-kept ledger may stand."""


class PastEntry(Struct, frozen=True, kw_only=True):
    """A case of a hand-kept ledger, as it stands there; sums are fen, ``slip`` is its own number.

    ``dept`` is the department of then (that of today, if empty); ``source`` names the file and the row it came from.
    ``state`` is valid, void or waived; ``waived_fen`` is what was waived of a valid one.
    """

    staff: int
    occurred_on: date
    act_title: str
    clause: str
    act: str = ""
    count_group: str = ""
    slip: str = ""
    dept: str = ""
    facts: str = ""
    offence_no: int = 1
    sanctions: tuple[str, ...] = ()
    fine_fen: int = 0
    recovery_fen: int = 0
    waived_fen: int = 0
    state: str = "valid"
    remark: str = ""
    source: str = ""


def checked_past(entry: PastEntry, today: date) -> PastEntry:
    """Return an old case with its texts cleaned; raise UserError naming the field that cannot stand."""
    _check_not_to_come(entry.occurred_on, today)
    for key in entry.sanctions:
        _check_choice(key, SANCTIONS.items(), "sanctions")
    for field in ("fine_fen", "recovery_fen", "waived_fen"):
        check_money(getattr(entry, field), field)
    if entry.state not in PAST_STATES or entry.waived_fen > entry.fine_fen + entry.recovery_fen:
        raise UserError(QT_TRANSLATE_NOOP("desk", "旧案的状态或减免金额不对。"), field="state")
    if entry.offence_no < 1:
        raise UserError(QT_TRANSLATE_NOOP("desk", "第几次从 1 数起。"), field="offence_no")
    return replace(
        entry,
        act_title=checked_line(entry.act_title, _TITLES["act"], "act_title", 120),
        slip=checked_line(entry.slip, QT_TRANSLATE_NOOP("desk", "单号"), "slip", 40),
        dept=checked_line(entry.dept, QT_TRANSLATE_NOOP("desk", "部门"), "dept", 60),
        facts=checked_text(entry.facts, _TITLES["facts"], "facts"),
        remark=checked_text(entry.remark, QT_TRANSLATE_NOOP("desk", "备注"), "remark", 2_000),
        source=checked_line(entry.source, _TITLES["source"], "source"),
    )


class People(Protocol):
    """What finds the person of plain data."""

    def numbered(self, emp_no: str) -> int | None:
        """Return the person of that staff number, or None."""
        ...

    def named(self, name: str) -> Sequence[int]:
        """Return the people in office of that name."""
        ...


def entry_from(data: Mapping[str, Any], people: People) -> PenaltyEntry:
    """Return the case of plain data: ``emp_no`` or ``name``, ``act`` or ``act_title`` and ``clause``, the rest by name.

    Sums are integer fen (``fee_fen``), dates ISO. Raises UserError for a key it does not know, a person it cannot find,
    a figure or date it cannot read.
    """
    for key in data:
        if key not in _TITLES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "不认识的栏目。"), field=str(key))
    texts: dict[str, Any] = {
        key: plain(data[key], _TITLES[key], key)
        for key in (
            "act",
            "act_title",
            "clause",
            "occurred_at",
            "facts",
            "reason",
            "execution",
            "first_month",
            "source",
            "line",
        )
        if data.get(key) is not None
    }
    figures: dict[str, Any] = {
        key: _whole(data[key], key)
        for key in ("times", "fee_fen", "cost_fen", "fine_fen", "recovery_fen", "points", "instalments")
        if data.get(key) is not None
    }
    given = data.get("sanctions")
    listed = given if isinstance(given, list) else [given] if given is not None else None
    return PenaltyEntry(
        staff=_person(data, people),
        occurred_on=_day(data.get("occurred_on")),
        issued_on=_day(data["issued_on"], "issued_on") if data.get("issued_on") is not None else None,
        found_how=plain(data.get("found_how", "other"), _TITLES["found_how"], "found_how"),
        sanctions=None if listed is None else tuple(plain(one, _TITLES["sanctions"], "sanctions") for one in listed),
        **texts,
        **figures,
    )


def _person(data: Mapping[str, Any], people: People) -> int:
    number = plain(data.get("emp_no"), _TITLES["emp_no"], "emp_no")
    if number:
        found = people.numbered(number)
        if found is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 这个人。"), field="emp_no", emp_no=number)
        return found
    name = plain(data.get("name"), _TITLES["name"], "name")
    named = people.named(name)
    if len(named) != 1:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "在职人员里叫“{name}”的有 {count} 个，改用工号。"),
            field="name",
            name=name,
            count=len(named),
        )
    return named[0]


def _day(value: Any, field: str = "occurred_on") -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "日期“{text}”应写成 2026-12-03 这样。"), field=field, text=str(value)
        ) from None


def _whole(value: Any, key: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{title}应当是整数。"), field=key, title=_TITLES[key])
    return value
