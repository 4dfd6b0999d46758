"""A month of telephoning reckoned across registers: whose each call is, what is found in them, what they cost whom."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desk_mailadmin.office import Office
from desk_mailadmin.registers.calls.service import CallsService
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.findings.service import FindingsService
from desk_mailadmin.registers.longdistance.service import LongDistanceService
from desk_mailadmin.registers.months.rules import checked_month
from desk_mailadmin.registers.months.service import MonthsService

Progress = Callable[[int, int], None]


class Reckoned(Struct, frozen=True):
    """What a month came to: its calls, what is found in them, and its charges in fen (0 without an operator's bill)."""

    month: str
    calls: int
    found: int
    charged_fen: int


def waiting_months(office: Office) -> list[str]:
    """Return the open months whose calls, findings or charges are not those of the bills, lines and log of now."""
    months: MonthsService = office.services["months"]
    calls: CallsService = office.services["calls"]
    findings: FindingsService = office.services["findings"]
    charges: ChargesService = office.services["charges"]
    uncharged = {month for month in charges.months_with_bills() if charges.difference(month)}
    waiting = {*calls.outdated(), *findings.unchecked(), *uncharged}
    return sorted(month for month in waiting if not months.is_closed(month))


def reckon_month(office: Office, month: str, progress: Progress = lambda _done, _total: None) -> Reckoned:
    """Assign a month's calls where that is due, check them and the log, and compute the charges (M5-3, M5-11, 002/9.3).

    What people decided stays as it is. Raises UserError for what is no month, and for a month that is closed.
    """
    months: MonthsService = office.services["months"]
    calls: CallsService = office.services["calls"]
    findings: FindingsService = office.services["findings"]
    charges: ChargesService = office.services["charges"]
    months.check_open(checked_month(month))
    log: LongDistanceService = office.services["longdistance"]
    with office.desk.work("telephone.reckon") as work:
        log.settle_in(work, month, lambda: log.known().again)
        if calls.is_outdated(month):
            calls.assign([month], progress)
        run = findings.run(month, progress)
        charged = charges.compute(month).total_fen if charges.bills(month).count else 0
    return Reckoned(month, run.calls, run.found, charged)
