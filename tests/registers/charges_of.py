"""Charges, allowances and stopped mobiles of the fictional company, in every state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from desk_mailadmin.registers.allowances.rules import AllowanceEntry
from desk_mailadmin.registers.charges.printed import notice_paper
from desk_mailadmin.registers.mobile_stops.rules import StopEntry
from desk_mailadmin.store.database import execute
from tests.registers.calls_of import Billed, assigned

if TYPE_CHECKING:
    from tests.registers.builders import House

OCTOBER = "2026-10"
_SUMS = "UPDATE bill SET calls_fen = (SELECT coalesce(sum(fee_fen), 0) FROM call WHERE call.bill_id = bill.id)"
LAST_YEAR = "2025-11"


def over(house: House, extension: str, staff: int | None, month: str = OCTOBER, **line: Any) -> int:
    """A line that cost 20 yuan in a month against a quota of one, its month computed; return the charge."""
    number = f"05715552{extension}"
    made = house.line(extension, number=number, staff=staff, **{"quota_fen": 100, **line})
    assigned(house, Billed(f"{month}-08 09:15:00", number, fee_fen=2_000), month=month)
    with house.desk.upkeep():
        execute(house.desk.database, _SUMS)
    house.services["charges"].compute(month)
    (found,) = [row.id for row in house.services["charges"].table(month) if row.line == made]
    return int(found)


def fill_charges(house: House, people: Sequence[int]) -> None:
    """Charges in every state, an allowance that is paid and one that is not, a mobile that is closed and one open."""
    charges, allowances, stops = (house.services[key] for key in ("charges", "allowances", "mobile_stops"))
    records = [over(house, f"81{place:02}", staff) for place, staff in enumerate(people[4:8])]
    waiting, proposed, settled, excused = records
    charges.notify([waiting, proposed, settled])
    paper = house.office.papers.drawing(notice_paper(charges, proposed))
    house.office.papers.keep(paper, paper.sheet().pdf, 1)
    charges.deduct([proposed, settled])
    case = house.penalties.numbered(charges.row(settled).penalty)
    house.penalties.pay_cash(case, 1_900, house.clock.today(), "收据 20")
    charges.excuse([excused], "出国谈判，总经理批准")
    over(house, "8110", people[8])
    paid = allowances.add(AllowanceEntry(staff=people[0], mobile="13800000000", from_on=house.clock.today()))
    allowances.enter_bills("2026-12", {paid: 12_000})
    ended = allowances.add(AllowanceEntry(staff=people[1], from_on=house.clock.today(), application="BT-2026-0001"))
    allowances.end(ended, house.clock.today(), "调岗")
    for staff in people[:2]:
        stops.add(StopEntry(staff=staff, mobile="13800000000", told_at=stops.now() - timedelta(hours=1)))
    stops.done(1, stops.now())


Deed = Callable[["House"], object]


def _charge_ready_for(house: House, method: str) -> Deed:
    charges, today = house.services["charges"], house.clock.today()
    staff = house.person()
    if method in ("settle_year", "deduct_year"):
        over(house, "8042", staff, LAST_YEAR, quota_per="year")
        if method == "deduct_year":
            charges.settle_year(2025)
        return lambda h: getattr(h.services["charges"], method)(2025)
    record = over(house, "8042", staff)
    if method in ("sign", "void", "deduct"):
        charges.notify([record])
    if method == "charge_again":
        charges.excuse([record], "出国谈判")
    if method == "compute":
        assigned(house, Billed(f"{OCTOBER}-09 09:15:00", "057155528042", fee_fen=300), month=OCTOBER)
    return {
        "compute": lambda h: h.services["charges"].compute(OCTOBER),
        "notify": lambda h: h.services["charges"].notify([record]),
        "sign": lambda h: h.services["charges"].sign(record, "finance", today, "何会计"),
        "void": lambda h: h.services["charges"].void(record, today, "写错"),
        "excuse": lambda h: h.services["charges"].excuse([record], "出国谈判"),
        "charge_again": lambda h: h.services["charges"].charge_again(record),
        "deduct": lambda h: h.services["charges"].deduct([record]),
        "hand_in": lambda h: h.services["charges"].hand_in(OCTOBER, today, "李主任"),
    }[method]


def _allowance_ready_for(house: House, method: str) -> Deed:
    entry = AllowanceEntry(staff=house.person(), from_on=house.clock.today())
    if method == "add":
        return lambda h: h.services["allowances"].add(entry)
    record = house.services["allowances"].add(entry)
    if method == "propose":
        house.services["allowances"].enter_bills("2026-11", {record: 12_000})
    return {
        "edit": lambda h: h.services["allowances"].edit(record, entry),
        "end": lambda h: h.services["allowances"].end(record, h.clock.today(), "调岗"),
        "enter_bills": lambda h: h.services["allowances"].enter_bills("2026-11", {record: 12_000}),
        "propose": lambda h: h.services["allowances"].propose(record),
    }[method]


def _stop_ready_for(house: House, method: str) -> Deed:
    stops = house.services["mobile_stops"]
    entry = StopEntry(staff=house.person(), mobile="13800000000", told_at=stops.now())
    if method == "add":
        return lambda h: h.services["mobile_stops"].add(entry)
    record = stops.add(entry)
    if method == "reopen":
        stops.done(record, stops.now())
        return lambda h: h.services["mobile_stops"].reopen(record)
    return lambda h: h.services["mobile_stops"].done(record, stops.now())


_READY = {
    "charges": (
        _charge_ready_for,
        ("compute", "notify", "sign", "void", "excuse", "charge_again", "deduct", "hand_in", "settle_year",
         "deduct_year"),
    ),
    "allowances": (_allowance_ready_for, ("add", "edit", "end", "enter_bills", "propose")),
    "mobile_stops": (_stop_ready_for, ("add", "done", "reopen")),
}  # fmt: skip
CHARGES: dict[tuple[str, str], Callable[[House], Deed]] = {
    (key, method): lambda house, ready=ready, method=method: ready(house, method)
    for key, (ready, methods) in _READY.items()
    for method in methods
}
"""How each method that writes is made ready for, and called."""
