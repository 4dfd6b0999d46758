"""Bills for tests: written as an operator writes them, read as the child reads them, taken over."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desk_mailadmin.intake.bills.reader import BILL_LIMITS, bill_of_file
from desk_mailadmin.intake.bills.result import BillReading
from desk_mailadmin.intake.call_records.reader import call_records_of_file
from desk_mailadmin.registers.bills.rules import BillEntry, Taking
from desk_mailadmin.registers.bills.service import Outcome
from tests.registers.builders import TODAY, House

HEAD = "计费号码,对方号码,通话类型,起始时间,通话时长,基本费,信息费,优惠,实收"
ONE = "057155511001,55502408,本地,2026-10-02 11:19:03,00:01:22,0.22,0.00,0.00,0.22"
TWO = "057155511001,55502375,本地,2026-10-03 19:31:16,00:04:02,0.44,0.00,0.00,0.44"
THREE = "057155511002,02155503289,国内长途,2026-10-28 16:23:30,00:00:48,0.56,0.00,0.00,0.56"
RECORD = (
    '"","8001","955502408","from-internal","","SIP/8001-1","DAHDI/g1-1","Dial","","2026-10-02 11:19:01",'
    '"2026-10-02 11:19:05","2026-10-02 11:20:27",86,82,"ANSWERED","DOCUMENTATION","1.1"'
)
Deed = Callable[[House], object]


def read_here(path: Path, *, pbx: bool = False) -> BillReading:
    """Read a file in this process, its calls in a staging file beside it."""
    staging = path.with_name(f"{path.name}.staging")
    if pbx:
        return call_records_of_file(path, BILL_LIMITS, staging, TODAY, "9", lambda _done: None)
    return bill_of_file(path, BILL_LIMITS, staging, TODAY, None, lambda _done: None)


def written(folder: Path, *lines: str, name: str = "清单.csv", head: str = HEAD) -> Path:
    """Write lines under a bill's titles."""
    path = folder / name
    path.write_text("\n".join([head, *lines]) + "\n", encoding="gb18030")
    return path


def take(house: House, reading: BillReading, **changes: Any) -> Outcome:
    """Take a reading over; what differs was looked at."""
    values = {"operator": reading.operator or "电信", "month": reading.month, "accepted": True, **changes}
    outcome: Outcome = house.services["bills"].take_over(reading, Taking(**values))
    return outcome


def billed(house: House, *lines: str, name: str = "清单.csv", **changes: Any) -> int:
    """A bill with these calls; return its id."""
    with tempfile.TemporaryDirectory() as folder:
        return take(house, read_here(written(Path(folder), *(lines or (ONE,)), name=name)), **changes).bill


def recorded(house: House, *lines: str) -> int:
    """The exchange's record with these lines; return its id."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Master.csv"
        path.write_text("\n".join(lines or (RECORD,)) + "\n", encoding="utf-8")
        return take(house, read_here(path, pbx=True)).bill


def fill_bills(house: House) -> None:
    """Bills in every state: two that count, one whose totals differ, one void, and the exchange's record."""
    billed(house, ONE, TWO, "计费号码,月租费,来电显示费", "057155511001,25.00,6.00")
    billed(house, THREE, "合计,,共 2 条,,00:00:58,0.78,0.00,0.00,0.78", name="联通.csv", operator="联通")
    wrong = billed(house, ONE.replace("2026-10", "2026-09"), name="九月.csv")
    house.services["bills"].void(wrong, "月份不对")
    recorded(house)


def _bill_ready_for(house: House, method: str) -> Deed:
    record = billed(house)
    deeds: dict[str, Deed] = {
        "take_over": lambda h: billed(h, TWO, name="二.csv"),
        "correct": lambda h: h.services["bills"].correct(record, BillEntry("联通", "2026-10")),
        "void": lambda h: h.services["bills"].void(record, "重复"),
        "remember_mapping": lambda h: h.services["bills"].remember_mapping(("号码",), {}, TODAY),
    }
    return deeds[method]


METHODS: Sequence[str] = ("take_over", "correct", "void", "remember_mapping")
BILLS: dict[tuple[str, str], Callable[[House], Deed]] = {
    ("bills", method): lambda house, method=method: _bill_ready_for(house, method)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    for method in METHODS
}
"""For every public method of the bills that writes: how to make ready for it, and the deed itself."""
