"""SAFETY 5.6: what encryption costs: opening, one save, an import, a backup, against the same desk plain."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from desk_mailadmin.intake.bills.reader import read_bill
from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.office import Office, create_office, open_office
from desk_mailadmin.registers.bills.rules import Taking
from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.registers.staff.rules import StaffEntry
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk, open_desk
from desk_mailadmin.store.encryption import Offer
from tests.bench.bills import TODAY, write_bill
from tests.bench.harness import Line, Workshop, timed, worked
from tests.bench.people import DEPARTMENTS, UNITS, desk_of

SAVES, CALLS = 60, 100_000


def encrypted(shop: Workshop) -> Iterator[Line]:
    """The same deeds on an encrypted and on a plain desk, in turn."""
    plain = Path(shutil.copytree(desk_of(shop, shop.sizes[0]), shop.scratch / "plain"))
    secret = Path(shutil.copytree(plain, shop.scratch / "secret"))
    offer = Offer.new()
    switching = timed(partial(_switch, secret, offer))
    yield Line(f"{shop.sizes[0]:,} people: switched on, backup and comparing included", [switching])
    yield from _opening(shop, plain, secret, offer.code)
    yield from _saving(shop, plain, secret, offer.code)
    yield from _import(shop, offer)


def _opening(shop: Workshop, plain: Path, secret: Path, code: Secret) -> Iterator[Line]:
    by_code, bare = [], []
    for _ in range(shop.rounds(5)):
        by_code.append(timed(lambda: _opened(secret, code).close()))
        bare.append(timed(lambda: _opened(plain, None).close()))
    yield Line("opened and closed, by the recovery code", by_code, bare, note="the same desk plain")


def _saving(shop: Workshop, plain: Path, secret: Path, code: Secret) -> Iterator[Line]:
    ours, reference = [], []
    for place, given, found in ((secret, code, ours), (plain, None, reference)):
        with _staff_of(place, given) as (desk, service):
            found += [timed(partial(service.add, _person(number))) for number in range(shop.rounds(SAVES))]
            backups = [timed(lambda desk=desk: desk.backups.make("hand")) for _ in range(shop.rounds(3))]
        if given:
            slow = backups
    yield Line("one person entered", ours, reference, note="the same desk plain")
    yield Line("a verified backup", slow, backups, note="the same desk plain")


def _import(shop: Workshop, offer: Offer) -> Iterator[Line]:
    count = CALLS // 10 if shop.quick else CALLS
    bill = write_bill(shop.scratch / "账单.csv", count, "gb18030")
    ours, reference, ours_busy, reference_busy = [], [], [], []
    for place in range(shop.rounds(3)):
        for given, wall, busy in ((offer, ours, ours_busy), (None, reference, reference_busy)):
            office = _empty(shop.scratch / f"import-{place}-{given is None}", given)
            wall.append(timed(lambda office=office, busy=busy: busy.append(worked(partial(_taken_over, office, bill)))))
            office.close()
            shutil.rmtree(office.desk.folder)
    yield Line(f"{count:,} calls read into the staging file and taken over", ours, reference, note="a plain desk")
    yield Line("   the same, processor time without the child", ours_busy, reference_busy, note="a plain desk")


def _taken_over(office: Office, bill: Path) -> None:
    service = office.services["bills"]
    service.followers.clear()  # whose the calls are is measured with the calls
    with office.desk.drafts.scratch() as staging:
        service.take_over(read_bill(bill, staging=staging, today=TODAY), Taking("电信", "2026-10"))


def _empty(folder: Path, offer: Offer | None) -> Office:
    office = create_office(folder, SystemClock())
    if offer is not None:
        office.desk.encryption.prepare(offer, "")
        office.close()
        office = open_office(folder, SystemClock(), code=offer.code)
    office.desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
    return office


def _switch(folder: Path, offer: Offer) -> None:
    desk = open_desk(folder, clock=SystemClock(), changes=Changes())
    desk.encryption.prepare(offer, "")
    desk.close()


def _opened(folder: Path, code: Secret | None) -> Desk:
    desk = open_desk(folder, clock=SystemClock(), changes=Changes(), models=(Branch, Department, Staff), code=code)
    desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
    return desk


@contextmanager
def _staff_of(folder: Path, code: Secret | None) -> Iterator[tuple[Desk, StaffService]]:
    desk = _opened(folder, code)
    try:
        yield desk, StaffService(desk, DepartmentsService(desk, BranchesService(desk)))
    finally:
        desk.close()


def _person(number: int) -> StaffEntry:
    return StaffEntry(name="欧阳文博", dept=DEPARTMENTS[number % 10], branch=UNITS[0], emp_no=f"N{number:05d}")
