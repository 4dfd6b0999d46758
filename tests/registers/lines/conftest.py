from __future__ import annotations

from typing import Any

import pytest

from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.service import LinesService
from tests.registers.builders import DEPARTMENT, HEADQUARTERS, House


class Exchange:
    """The lines of a house."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.lines: LinesService = house.services["lines"]
        self.branch = house.branches.named(HEADQUARTERS) or 0
        self.department = house.departments.named(self.branch, DEPARTMENT) or 0

    def entry(self, extension: str = "8042", **changes: Any) -> LineEntry:
        """A line of the department, its head's unless ``changes`` say whose."""
        values = {"branch": self.branch, "department": self.department, "extension": extension, **changes}
        return LineEntry(**values)

    def add(self, extension: str = "8042", **changes: Any) -> int:
        return self.lines.add(self.entry(extension, **changes))


@pytest.fixture
def exchange(house: House) -> Exchange:
    return Exchange(house)
