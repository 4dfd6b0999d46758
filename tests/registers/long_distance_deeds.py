"""For every public method of the log and the findings that writes: how to make ready for it, and the deed itself."""

from __future__ import annotations

from collections.abc import Callable

from desk_mailadmin.intake.findings import Place
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.longdistance.proposals import Comparison
from tests.registers.builders import HEADQUARTERS, TODAY, House
from tests.registers.long_distance import BEYOND, bill, call, entry, findings_of, log_of, whose

Deed = Callable[[House], object]


def _log_ready_for(house: House, method: str) -> Deed:
    staff = house.person()
    line = house.line("8001", number="057155511001", staff=staff)
    unit = house.branches.named(HEADQUARTERS) or 0
    record = 0 if method in ("enter", "check") else log_of(house).enter(entry(line, staff), BEYOND)
    if method == "check":
        call(house, bill(house), **whose(house, line))
    deeds: dict[str, Deed] = {
        "enter": lambda h: log_of(h).enter(entry(line, staff), BEYOND),
        "edit": lambda h: log_of(h).edit(record, entry(line, staff, callee="银行"), BEYOND),
        "drop": lambda h: log_of(h).drop(record),
        "check": lambda h: log_of(h).check("2026-12"),
        "hand_in": lambda h: log_of(h).hand_in("2026-12", unit, TODAY, "程思思"),
        "review": lambda h: log_of(h).review("2026-12", unit, TODAY, "王志刚"),
        "remember_mapping": lambda h: log_of(h).remember_mapping(("日期",), {"日期": "on_day"}, TODAY),
        "take_over": lambda h: log_of(h).take_over("登记表.xlsx", [_line(line, staff)]),
    }
    return deeds[method]


def _line(line: int, staff: int) -> Comparison:
    return Comparison(0, Place("登记表", 3), entry(line, staff, from_at="15:00", to_at="15:02"), known=False)


def _finding_ready_for(house: House, method: str) -> Deed:
    staff = house.person()
    line = house.line("8001", number="057155511001", staff=staff)
    call(house, bill(house), **whose(house, line))
    findings = findings_of(house)
    if method == "run":
        return lambda h: findings_of(h).run("2026-12")
    findings.run("2026-12")
    ids = list(findings.keys(Query(segment="unlogged")))
    if method == "restore":
        findings.dismiss(ids, "公务")
    case = house.issued(staff) if method == "link" else 0
    deeds: dict[str, Deed] = {
        "dismiss": lambda h: findings_of(h).dismiss(ids, "公务"),
        "restore": lambda h: findings_of(h).restore(ids),
        "link": lambda h: findings_of(h).link(ids, case),
        "draft": lambda h: findings_of(h).draft(ids),
    }
    return deeds[method]


LONG_DISTANCE: dict[tuple[str, str], Callable[[House], Deed]] = {
    **{
        ("longdistance", method): lambda house, method=method: _log_ready_for(house, method)
        for method in ("enter", "edit", "drop", "check", "hand_in", "review", "remember_mapping", "take_over")
    },
    **{
        ("findings", method): lambda house, method=method: _finding_ready_for(house, method)
        for method in ("run", "dismiss", "restore", "link", "draft")
    },
}
