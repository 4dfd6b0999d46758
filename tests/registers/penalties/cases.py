"""Cases of one person as far along their way as a test of their papers needs them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from tests.registers.builders import TODAY, House

OCTOBER = date(2026, 10, 12)


class Cases:
    """A house's penalty ledger and one person in it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.service: PenaltiesService = house.services["penalties"]
        self.staff = house.person(emp_no="A10417", post="业务经理")

    def entered(self, act: str = "call_168", occurred_on: date = OCTOBER, **changes: Any) -> int:
        """An official case: 20 × 8.60 + 50 for a call of 168, unless ``changes`` say otherwise."""
        values: dict[str, Any] = {"fee_fen": 860, "facts": "拨打声讯台一次，账单核对属实。"} | changes
        return self.service.enter(PenaltyEntry(staff=self.staff, occurred_on=occurred_on, act=act, **values))

    def signed(self, **changes: Any) -> int:
        """A case whose notice was signed today."""
        record = self.entered(**changes)
        self.service.sign(record, TODAY)
        return record

    def appealed(self, **changes: Any) -> int:
        """A case against which the person appealed."""
        record = self.signed(**changes)
        self.service.appeal(record, TODAY, "号码是客户给的，接通后立即挂断。")
        return record

    def read(self, paper: Paper, copy: int = 1) -> str:
        """Return the words of a copy of a paper, as its PDF says them, without spaces."""
        return flat(text_of_pdf(self.house.services["papers"].drawing(paper).sheet([copy]).pdf))

    def tomorrow(self) -> date:
        """Let a day pass and return it."""
        return self.house.later(1)


def flat(text: str) -> str:
    """Return a text without spaces and line ends."""
    return "".join(text.split())


def next_month(day: date = TODAY) -> date:
    """Return the same day of the next month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=day.day)


def says(data: Mapping[str, Any], *keys: str) -> list[Any]:
    """Return what a paper's data say under these keys."""
    return [data[key] for key in keys]
