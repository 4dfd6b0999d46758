from __future__ import annotations

import pytest

from tests.members.people import Machine, switched_on
from tests.registers.builders import House
from tests.registers.conftest import furnished, house

__all__ = ["furnished", "house"]


@pytest.fixture
def machine(house: House) -> Machine:
    house.desk.members.uptime = Machine()
    return house.desk.members.uptime


@pytest.fixture
def shared(house: House, machine: Machine) -> House:
    """An office in which several people work; the administrator is at the desk."""
    switched_on(house.desk)
    return house
