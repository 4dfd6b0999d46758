"""What telephoning cost the sample company: charges month by month with their notices, allowances, stopped mobiles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.allowances.rules import AllowanceEntry
from desk_mailadmin.registers.charges.rules import SIGNERS
from desk_mailadmin.registers.mobile_stops.rules import StopEntry
from desk_mailadmin.registers.months.rules import first_day

if TYPE_CHECKING:
    from desk_mailadmin.office import Office
    from desk_mailadmin.registers.allowances.service import AllowancesService
    from desk_mailadmin.registers.charges.listing import ChargeRow
    from desk_mailadmin.registers.charges.service import ChargesService
    from desk_mailadmin.registers.mobile_stops.service import MobileStopsService

_SIGNED = {"finance": "何素芬", "office": "李建民"}
_MOBILE_FEES = (8_640, 13_275, 10_000, 15_930)
"""What the mobiles with an allowance cost last month, in fen."""
_PAID_AFTER = 5  # hours


def play_charges(office: Office) -> None:
    """Compute the months that have bills: earlier ones all the way to wages, the last one half way."""
    charges: ChargesService = office.services["charges"]
    months = sorted(charges.months_with_bills())
    for month in months:
        charges.compute(month)
    for month in months[:-1]:
        _finish(charges, [row for row in charges.table(month) if _asked(row)])
        charges.hand_in(month, office.desk.clock.today(), _SIGNED["office"])
    if months:
        _begin(charges, [row for row in charges.table(months[-1]) if _asked(row)])


def play_allowances(office: Office, people: Sequence[int]) -> None:
    """Pay these people an allowance for their mobiles, some of which cost more, and one of which was stopped."""
    _pay(office, people)
    _stop(office, people)


def _asked(row: ChargeRow) -> bool:
    return row.kind == "line" and row.asked_fen > 0 and row.staff is not None


def _finish(charges: ChargesService, rows: Sequence[ChargeRow]) -> None:
    """Take notices all the way to wages."""
    records = [row.id for row in rows]
    if not records:
        return
    charges.notify(records)
    for row in rows:
        _sign(charges, row, len(SIGNERS))
    charges.deduct(records)


def _begin(charges: ChargesService, rows: Sequence[ChargeRow]) -> None:
    """Leave the smallest sum to be decided, excuse the largest overage, and have the other notices on their way."""
    rows = sorted(rows, key=lambda row: row.over_fen)
    if len(rows) > 1:
        charges.excuse([rows[-1].id], "驻外期间公务往来多，总经理批准由单位承担")
    noticed = rows[1:-1]
    if noticed:
        charges.notify([row.id for row in noticed])
    for place, row in enumerate(noticed):
        _sign(charges, row, (place + 1) % (len(SIGNERS) + 1))


def _sign(charges: ChargesService, row: ChargeRow, count: int) -> None:
    today = charges.row(row.id).notice_on
    assert today is not None, "a notice has its day"
    for role, _title in SIGNERS[:count]:
        charges.sign(row.id, role, today, _SIGNED.get(role, row.holder))


def _pay(office: Office, people: Sequence[int]) -> None:
    """Grant allowances, hold last month's mobile bills against them, and hand one excess to wages."""
    allowances: AllowancesService = office.services["allowances"]
    today, staff = office.desk.clock.today(), office.services["staff"]
    last = month_after(month_of(today), -1)
    held = {row.staff for row in allowances.rows(allowances.keys(Query(segment="active")))}
    fees = {}
    for person, fee in zip([one for one in people if one not in held], _MOBILE_FEES, strict=False):
        entry = AllowanceEntry(staff=person, mobile=staff.row(person).mobile, from_on=first_day(month_after(last, -6)))
        fees[allowances.add(entry)] = fee
    allowances.enter_bills(last, fees)
    over = [row for row in allowances.rows(list(fees)) if row.bill is not None and row.bill.owing]
    if over:
        allowances.propose(over[0].id)


def _stop(office: Office, people: Sequence[int]) -> None:
    """One mobile that was paid in time, one that is still closed."""
    stops: MobileStopsService = office.services["mobile_stops"]
    staff, now = office.services["staff"], stops.now()
    with_mobile = [person for person in people if staff.row(person).mobile]
    for person, ago in zip(with_mobile, (26, 3), strict=False):
        told = now - timedelta(hours=ago)
        record = stops.add(StopEntry(staff=person, mobile=staff.row(person).mobile, told_at=told))
        if ago > _PAID_AFTER:
            stops.done(record, told + timedelta(hours=_PAID_AFTER))
