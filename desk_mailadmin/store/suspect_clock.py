"""A clock that was set back: known by the journal, whose last row cannot lie ahead of now (F24).

Numbers and order never come from the clock, so nothing is refused; but deadlines are reckoned from it, so it is told.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import peewee

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.store.database import scalar

SLACK = timedelta(minutes=2)
"""What a computer that sets its clock by the network may put it back."""


def ahead_of_now(database: peewee.SqliteDatabase, clock: Clock) -> datetime | None:
    """Return the moment of the last journal row where it lies after now; None where the clock can be believed.

    Instants are compared with their zones, so another time zone is no doubt.
    """
    last = scalar(database, "SELECT at FROM journal ORDER BY seq DESC LIMIT 1")
    if last is None:
        return None
    moment = datetime.fromisoformat(str(last)).astimezone()
    return moment if moment - clock.now() > SLACK else None
