"""Editions as far along as a test needs them."""

from __future__ import annotations

from datetime import date, timedelta

from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.editions.rules import Confirmation, EditionEntry
from desk_mailadmin.registers.editions.service import MISSING, EditionsService
from tests.registers.builders import BRANCH, DEPARTMENT, HEADQUARTERS, TODAY, House, person

DUE = TODAY + timedelta(days=60)


def editions(house: House) -> EditionsService:
    found: EditionsService = house.services["editions"]
    return found


def three_departments(house: House) -> list[int]:
    """List somebody in two departments of headquarters and one of the branch; return the departments, in order."""
    names = ((HEADQUARTERS, DEPARTMENT, "周文博"), (HEADQUARTERS, "财务部", "孙志强"), (BRANCH, "销售部", "韩雪"))
    for place, (branch, dept, name) in enumerate(names):
        staff = house.staff.add(person(name, dept=dept, branch=branch, mobile=f"1540000000{place}"))
        house.listed(staff, ("extension", f"804{place}"), ("direct", f"05715551804{place}"), leader=place == 0)
    house.listed(None, ("extension", "8048"), title="会议室 3A", department=1)
    found = house.directory.listed()
    return list(dict.fromkeys(row.department_id for row in found))


def started(house: House, number: int = 15, due_on: date = DUE) -> list[int]:
    """An edition that is worked at; return its confirmations, in the order of departments."""
    edition = editions(house).start(EditionEntry(number, "2026 年第四季度", due_on))
    return [row.id for row in editions(house).of_edition(edition)]


def confirmed(house: House, records: list[int], on: date = TODAY) -> None:
    """Have every head say that all is correct."""
    for record in records:
        editions(house).confirm(record, Confirmation(changed=False, by="李建华", on=on))


def fill_editions(house: House) -> None:
    """An edition issued with departments missing, and one that is worked at, with a word of each kind."""
    for place, dept in enumerate(("财务部", "研发部")):
        house.departments.add(DepartmentEntry(HEADQUARTERS, dept))
        house.listed(house.person(f"严{'一二'[place]}", dept=dept), ("extension", f"807{place}"))
    first, *_others = started(house, 14)
    confirmed(house, [first])
    service = editions(house)
    service.issue(service.row(first).edition_id, TODAY, (MISSING,))
    second, third, *_missing = started(house, 15)
    confirmed(house, [second])
    service.confirm(third, Confirmation(changed=True, by="孙志强", on=TODAY, note="8043 改为 8053"))
