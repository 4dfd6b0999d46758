"""Who looks after one unit sees and reaches nothing of the others: lists, searches, details, deeds of every register."""

from __future__ import annotations

from typing import Any

import pytest

from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.rights import Role
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.store.database import scalar
from desk_mailadmin.store.gate import Person
from desk_mailadmin.store.listing import EVERY_UNIT
from desk_mailadmin.ui.global_search import find
from tests.members.people import switched_on
from tests.registers.builders import BRANCH, HEADQUARTERS, House

REGULATIONS = {"rulebook", "clauses"}
"""What the company's rules are may be read by everybody; no row of them is anybody's."""


@pytest.fixture
def limited(full_house: House) -> House:
    """An office in which an administrator of headquarters alone is at the desk."""
    switched_on(full_house.desk)
    return full_house


def sit(house: House, unit: str) -> int:
    id_ = house.branches.named(unit) or 0
    house.desk.enter(Person(2, "周敏", Role.ADMIN, (id_,)))
    return id_


def all_ids(house: House, register: Register) -> set[int]:
    house.desk.enter(Person(1, "王志刚", Role.ADMIN))
    return set(house.services[register.key].keys(Query(segment="all")))


def unit_of(house: House, register: Register, record: int) -> Any:
    kind = house.services[register.key]._SqlListing__declared.kind
    table, id_, unit = house.desk.gate._units[kind]
    sql = "NULL" if unit == EVERY_UNIT else unit
    return scalar(house.desk.database, f"SELECT {sql} FROM {table} WHERE {id_} = ?", record)  # noqa: S608  (our own SQL)


OF_UNITS = [register for register in ALL_REGISTERS if register.key not in {*REGULATIONS, "branches"}]


@pytest.mark.parametrize("register", OF_UNITS, ids=lambda register: register.key)
def test_lists_hold_the_own_unit_alone_and_nothing_else_is_reached(limited: House, register: Register):
    service = limited.services[register.key]
    everything = all_ids(limited, register)
    for unit in (HEADQUARTERS, BRANCH):
        id_ = sit(limited, unit)
        ours = {record for record in everything if unit_of(limited, register, record) == id_}
        assert set(service.keys(Query(segment="all"))) == ours
        counts = service.counts(Query())
        if "all" in counts:
            assert counts["all"].count == len(ours)
        for record in ours:
            assert service.detail(record) is not None
        for record in everything - ours:
            with pytest.raises(UserError, match="别的单位的"):
                service.rows([record])
            with pytest.raises(UserError, match="别的单位的"):
                service.detail(record)
        assert len(service.rows(sorted(everything))) == len(ours)


def test_the_search_finds_nothing_of_other_units(limited: House):
    names = [row.name for row in limited.staff.rows(sorted(all_ids(limited, _of("staff"))))]
    sit(limited, BRANCH)
    for name in set(names):
        for hit in find(OF_UNITS, limited.services, name):
            assert unit_of(limited, _of(hit.register), hit.record) == limited.branches.named(BRANCH)


def test_deeds_on_other_units_records_are_refused_below_the_lists(limited: House):
    record = min(all_ids(limited, _of("staff")))
    other = BRANCH if unit_of(limited, _of("staff"), record) == limited.branches.named(HEADQUARTERS) else HEADQUARTERS
    sit(limited, other)
    with pytest.raises(UserError, match="别的单位的"), limited.desk.work("staff.edit") as work:
        work.wrote("staff", record, "改", before={"post": "a"}, after={"post": "b"})
    with pytest.raises(UserError, match="别的单位的"), limited.desk.work("list.out") as work:
        work.looked("staff", record)


def test_what_concerns_the_whole_company_is_refused(limited: House):
    sit(limited, BRANCH)
    for action in ("month.close", "setting", "staff.import", "export.ledger", "member.add"):
        with pytest.raises(UserError, match="涉及全部单位"), limited.desk.work(action):
            pass


def test_the_names_of_units_and_the_regulations_are_everybodys(limited: House):
    everything = all_ids(limited, _of("branches"))
    sit(limited, BRANCH)
    assert set(limited.branches.keys(Query())) == everything
    assert len(limited.services["rulebook"].keys(Query())) > 0


def _of(key: str) -> Register:
    return next(register for register in ALL_REGISTERS if register.key == key)
