from __future__ import annotations

import pytest

from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.roster.reader import roster_of_file
from tests.registers.builders import TODAY, House

from .test_service import DATA


@pytest.fixture
def office(house: House) -> House:
    """The sample company with its roster."""
    roster = next(DATA.glob("员工花名册*.xlsx"))
    reading = roster_of_file(roster, ROSTER_LIMITS, TODAY, None, None, lambda _fraction: None)
    house.roster.take_over(roster.name, house.roster.compare(house.roster.entries_of(reading)))
    return house
