"""The October of the sample company with its lines, holders and rights, its bills and its log."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desk_mailadmin.intake.long_distance.reader import LOG_LIMITS, log_of_file
from desk_mailadmin.registers.bills.rules import Taking
from desk_mailadmin.registers.branches.rules import BranchEntry
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.rules import rights_up_to
from desk_mailadmin.registers.longdistance.corrections import CorrectedLog
from desk_mailadmin.registers.longdistance.service import Outcome
from desk_mailadmin.registers.staff.rules import StaffEntry
from tests.registers.billing import read_here
from tests.registers.builders import HEADQUARTERS, House

DATA = Path(__file__).parents[2] / "data/A"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))
OCTOBER = "2026-10"
TODAY = date(2026, 11, 15)
FILES = ("固话清单*.csv", "分公司话单*.xlsx", "Master.csv")
RIGHTS = {"内线": "inside", "市话": "local", "国内": "domestic", "国际": "international"}
DEPARTMENT = "综合部"


def october(house: House, tmp_path: Path) -> House:
    """Bring in lines, bills and the exchange's record; the log comes by ``import_log``."""
    house.clock.at = datetime(2026, 11, 15, 9).astimezone()
    people: dict[str, int] = {}
    with house.desk.work("test.lines") as work:
        for name in dict.fromkeys(line["branch"] for line in TRUTH["directory"]["lines"]):
            if house.branches.named(name) is None:
                house.branches.add(BranchEntry(name, "branch"))
        entries = [_line(house, people, line) for line in TRUTH["directory"]["lines"]]
        unit = house.branches.named(HEADQUARTERS) or 0
        entries.append(LineEntry(branch=unit, number="057155510000", kind="trunk"))
        house.lines.add_all(work, entries)
        work.wrote("line", 0, "线路")
    for pattern in FILES:
        copy = tmp_path / next(DATA.glob(pattern)).name
        shutil.copy(next(DATA.glob(pattern)), copy)
        reading = read_here(copy, pbx=pattern.startswith("Master"))
        taking = Taking(operator=reading.operator or "运营商", month=reading.month or OCTOBER, accepted=True)
        house.services["bills"].take_over(reading, taking)
    return house


def _line(house: House, people: dict[str, int], line: dict[str, Any]) -> LineEntry:
    unit, number = line["branch"], line["holder_emp_no"]
    if number and number not in people:
        people[number] = house.staff.add(StaffEntry(line["holder"], DEPARTMENT, unit, number))
    branch = house.branches.named(unit) or 0
    department = house.departments.named(branch, DEPARTMENT)
    if department is None:
        house.staff.add(StaffEntry("临时", DEPARTMENT, unit))
        department = house.departments.named(branch, DEPARTMENT)
    return LineEntry(
        branch=branch, department=department, number=(line["direct"] or "").replace("-", ""), extension=line["ext"],
        staff=people.get(number), label="" if number else line["holder"], rights=rights_up_to(RIGHTS[line["ld_right"]]),
    )  # fmt: skip


def import_log(house: House) -> Outcome:
    """Take the hand-kept log over."""
    path = DATA / "长途电话登记表_10月.xlsx"
    reading = log_of_file(path, LOG_LIMITS, TODAY, None, lambda _fraction: None)
    log = house.services["longdistance"]
    outcome: Outcome = log.take_over(path.name, log.compare(CorrectedLog(reading, TODAY)))
    return outcome
