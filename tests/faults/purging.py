"""Run beside a test, never in it: destroys what is past its term until somebody kills it.

``python -m tests.faults.purging prepare FOLDER`` makes a desk with leavers of long ago, and a sheet to destroy them.
``python -m tests.faults.purging run FOLDER`` opens it, says ``ready``, destroys, says ``done``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desk_mailadmin.registers.staff.rules import StaffEntry
from tests.registers.builders import DEPARTMENT, HEADQUARTERS, TODAY, House, new_house, open_house
from tests.registers.privacy import approval, purges, stale_copy

LEAVERS, CANARY = 300, "柳如烟"
YEARS = 366 * 6


def prepare(folder: Path) -> None:
    house = new_house(folder)
    for number in range(LEAVERS):
        staff = house.staff.add(StaffEntry(f"{CANARY}{number}", DEPARTMENT, HEADQUARTERS, state="active"))
        house.staff.leave(staff, TODAY)
    stale_copy(house)
    house.later(YEARS)
    purges(house).propose("年度到期清理")
    house.office.close()


def opened(folder: Path) -> House:
    house = open_house(folder)
    house.later(YEARS)
    return house


def run(folder: Path) -> None:
    house = opened(folder)
    print("ready", flush=True)
    record = purges(house).waiting()
    assert record is not None
    purges(house).run(record, approval(house))
    print("done", flush=True)


if __name__ == "__main__":
    {"prepare": prepare, "run": run}[sys.argv[1]](Path(sys.argv[2]))
