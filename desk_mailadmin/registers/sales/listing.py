"""The list of days of telephone selling: its rows, orders, segments and filters."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from desk_mailadmin.registers.sales.rules import Lacking, Wanted, lacking
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, within

SOURCE = ListingSource(
    kind="sales_day",
    table="sales_day",
    unit=OF_STAFF,
    orders={
        "day": "sales_day.on_day, sales_day.dept, sales_day.name_key",
        "name": "sales_day.name_key, sales_day.on_day",
        "state": "sales_day.state, sales_day.on_day",
    },
    default_order="sales_day.on_day DESC, sales_day.dept, sales_day.name_key",
    segments={
        "today": "sales_day.on_day = {today}",
        "short": "sales_day.state = 'short'",
        "sunday": "sales_day.state = 'sunday'",
        "missed": "sales_day.state IN ('short', 'made_up', 'sunday', 'sunday_done', 'sunday_missed')",
        "all": "1 = 1",
    },
    filters={
        "month": within("substr(sales_day.on_day, 1, 7)"),
        "person": "sales_day.staff_id",
        "dept": "sales_day.dept",
    },
)

SELECT = """
    SELECT sales_day.id, sales_day.state, sales_day.on_day, sales_day.staff_id, sales_day.name, sales_day.dept,
           sales_day.newcomer, sales_day.minutes_wanted, sales_day.faxes_wanted, sales_day.minutes,
           sales_day.faxes_told, sales_day.faxes_void, sales_day.absence, sales_day.late_minutes,
           sales_day.late_faxes, sales_day.sunday_on, sales_day.sunday_done, sales_day.supervisor
    FROM sales_day
"""


class SalesRow(Struct, frozen=True):
    """Somebody's day as lists show it."""

    id: int
    state: str
    on_day: date
    staff: int
    name: str
    dept: str
    newcomer: bool
    minutes_wanted: int
    faxes_wanted: int
    minutes: int
    faxes_told: int
    faxes_void: int
    absence: str
    late_minutes: int | None
    late_faxes: int | None
    sunday_on: date | None
    sunday_done: bool | None
    supervisor: str

    @property
    def faxes(self) -> int:
        """The faxes that count."""
        return self.faxes_told - self.faxes_void

    @property
    def wanted(self) -> Wanted:
        """What was expected."""
        return Wanted(self.minutes_wanted, self.faxes_wanted)

    @property
    def lacking(self) -> Lacking:
        """What was lacking at closing; nothing of who was not there."""
        return Lacking(0, 0) if self.absence else lacking(self.minutes, self.faxes, self.wanted)

    @property
    def still_lacking(self) -> Lacking:
        """What was lacking after the half hour too."""
        if self.absence:
            return Lacking(0, 0)
        return lacking(self.minutes + (self.late_minutes or 0), self.faxes + (self.late_faxes or 0), self.wanted)

    @property
    def late(self) -> str:
        """What was made up after closing, as people read it."""
        if self.late_minutes is None:
            return ""
        return f"{self.late_minutes} 分钟、{self.late_faxes} 份"

    @property
    def group(self) -> str:
        """新员工 or 一般员工."""
        return "新员工" if self.newcomer else "一般员工"


class Line(Struct, frozen=True):
    """A line of a day's sheet before it is entered: whose, what is expected, what is proposed or stands already.

    ``noted`` and ``invalid`` are the faxes of the day's log; ``talked`` are the minutes by the exchange's records, None
    where it has none of that day.
    """

    staff: int
    name: str
    dept: str
    newcomer: bool
    wanted: Wanted
    minutes: int
    faxes_told: int
    faxes_void: int
    absence: str
    noted: int
    invalid: int
    talked: int | None
    is_kept: bool
