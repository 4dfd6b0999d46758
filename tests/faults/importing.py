"""Run beside a test, never in it: takes a large bill over until somebody kills it.

``python -m tests.faults.importing prepare FOLDER BILL CALLS`` makes a desk, and a bill with so many calls.
``python -m tests.faults.importing import FOLDER BILL`` reads the bill, says ``ready``, takes it over, says ``done``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desk_mailadmin.intake.bills.reader import BILL_LIMITS, bill_of_file
from desk_mailadmin.registers.bills.rules import Taking
from tests.bench.bills import write_bill
from tests.registers.builders import TODAY, new_house, open_house


def prepare(folder: Path, bill: Path, calls: int) -> None:
    new_house(folder).office.close()
    write_bill(bill, calls, "gb18030")


def take_over(folder: Path, bill: Path) -> None:
    house = open_house(folder)
    with house.desk.drafts.scratch() as staging:
        reading = bill_of_file(bill, BILL_LIMITS, staging, TODAY, None, lambda _done: None)
        print("ready", flush=True)
        house.services["bills"].take_over(reading, Taking("电信", "2026-10"))
        print("done", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        take_over(Path(sys.argv[2]), Path(sys.argv[3]))
