"""What the days of telephone selling come to, and what the exchange knows of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from desk_mailadmin.registers.sales.rules import MonthOf
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk

_MINUTE = 60

_BY_EXCHANGE = """
    SELECT staff.id, sum(pbx_call.seconds)
    FROM pbx_call JOIN staff ON staff.extension = pbx_call.extension AND staff.state = 'active'
    WHERE pbx_call.direction = 'out' AND pbx_call.started_at >= ? AND pbx_call.started_at < ?
    GROUP BY staff.id
"""

_BY_BILL = """
    SELECT staff_id, sum(seconds) FROM call
    WHERE staff_id IS NOT NULL AND started_at >= ? AND started_at < ? GROUP BY staff_id
"""

_MONTH = """
    SELECT staff_id, max(name), max(dept), sum(state <> 'absent'), sum(state = 'met'), sum(state = 'made_up'),
           sum(sunday_on IS NOT NULL), sum(minutes), sum(CASE WHEN state = 'absent' THEN 0 ELSE minutes_wanted END),
           sum(faxes_told - faxes_void), sum(CASE WHEN state = 'absent' THEN 0 ELSE faxes_wanted END)
    FROM sales_day WHERE on_day >= ? AND on_day < ? GROUP BY staff_id ORDER BY max(dept), max(name_key), staff_id
"""


def talked(desk: Desk, day: date) -> Mapping[int, int]:
    """Return how many whole minutes each person talked on a day: by the exchange's records, else by the bill's calls.

    Nobody stands there of whom neither knows anything.
    """
    span = (day.isoformat(), (day + timedelta(days=1)).isoformat())
    with desk.reading():
        of_bill = dict(execute(desk.database, _BY_BILL, span))
        of_exchange = dict(execute(desk.database, _BY_EXCHANGE, span))
    return {staff: seconds // _MINUTE for staff, seconds in {**of_bill, **of_exchange}.items()}


def counted_month(desk: Desk, month: str) -> list[MonthOf]:
    """Return everybody's month (``2026-12``), by department and name."""
    with desk.reading():
        return [MonthOf(*line) for line in execute(desk.database, _MONTH, (f"{month}-01", f"{month}-99"))]
