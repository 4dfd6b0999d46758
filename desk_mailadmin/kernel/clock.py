"""What time it is, handed in wherever it matters."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """The office's clock: instants carry the zone, dates are local civil dates."""

    def now(self) -> datetime:
        """Return the present instant with its zone."""
        ...

    def today(self) -> date:
        """Return the local date for which everything is computed."""
        ...


class SystemClock:
    """The machine's clock and zone."""

    def now(self) -> datetime:
        """Return the present instant in the machine's zone."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """Return the machine's local date."""
        return self.now().date()


class DayClock:
    """A clock set to one day (``--today``).

    The hours are the machine's own, so that records of one day keep their order.
    """

    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> datetime:
        """Return the set day at the machine's present time of day."""
        return datetime.combine(self._day, datetime.now().astimezone().time()).astimezone()

    def today(self) -> date:
        """Return the set day."""
        return self._day


class StillClock:
    """A clock that stands still until it is moved: for tests, the tour and all that must come out the same twice."""

    def __init__(self, at: datetime) -> None:
        self.at = at if at.tzinfo else at.astimezone()

    @classmethod
    def on(cls, day: date, hour: int = 9) -> StillClock:
        """Return a clock that stands at ``hour`` o'clock of ``day``."""
        return cls(datetime.combine(day, time(hour)))

    def now(self) -> datetime:
        """Return the instant the clock stands at."""
        return self.at

    def today(self) -> date:
        """Return the date the clock stands at."""
        return self.at.date()
