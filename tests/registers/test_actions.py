"""Every action of every register, begun from the list: what opens, and that leaving it leaves no trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.catalogue import ALL_REGISTERS, register_of
from desk_mailadmin.kernel.register import Action, Register, Scope
from desk_mailadmin.kernel.table import Query
from tests.contract.conftest import filled, full_house
from tests.registers.builders import House
from tests.registers.counter import Counter

__all__ = ["filled", "full_house"]

AT_ONCE = {
    ("directory", "put_back"),
    ("directory", "follow"),
    ("directory", "up"),
    ("directory", "down"),
    ("staff", "come_back"),
    ("receipts", "replace"),
    ("penalties", "drop"),
    ("computers", "restore"),
    ("partners", "resume"),
    ("calls", "reassign"),
    ("calls", "business"),
    ("salespeople", "resume"),
    ("faxes", "uncheck"),
    ("faxes", "remove"),
    ("sales", "remove"),
    ("messages", "take_back"),
    ("switchboard", "take_back"),
    ("editions", "unconfirm"),
    ("mobile_stops", "reopen"),
    ("charges", "charge_again"),
    ("journal", "changes"),  # that somebody looked is what is journalled
}
"""Actions that do their deed without asking; it can be done again or taken back."""

ACTIONS = [(register, action) for register in ALL_REGISTERS for action in register.actions]


@pytest.fixture
def counter(full_house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(full_house.office, tmp_path)
    yield made
    made.bench.wait()


def record_for(house: House, register: Register, action: Action) -> list[int]:
    """The first record of the list on which the action is not locked."""
    if action.scope is Scope.LIST:
        return []
    service = house.services[register.key]
    rows = service.rows(service.keys(Query()))
    return [next(row.id for row in rows if action.locked is None or not action.locked(row))]


def journal_length(house: House) -> int:
    return int(house.desk.database.execute_sql("SELECT count(*) FROM journal").fetchone()[0])


@pytest.mark.parametrize(
    ("register", "action"), ACTIONS, ids=[f"{register.key}.{action.key}" for register, action in ACTIONS]
)
def test_every_action_can_be_begun_and_left(full_house: House, counter: Counter, register: Register, action: Action):
    before = journal_length(full_house)
    action.run(counter.bench, record_for(full_house, register, action))
    assert (
        counter.titles
        or counter.prompter.asked
        or counter.window.shown
        or counter.window.told
        or ((register.key, action.key) in AT_ONCE)
    ), "nothing opened, nothing asked, nothing shown"
    assert all(counter.titles)
    if (register.key, action.key) in AT_ONCE:
        assert journal_length(full_house) > before
    else:
        assert journal_length(full_house) == before


@pytest.mark.parametrize("key", ["applications", "receipts"])
def test_a_scanned_sheet_opens_its_record_and_what_is_due(full_house: House, counter: Counter, key: str):
    register, service = register_of(key), full_house.services[key]
    assert register.scanned is not None
    for row in service.rows(service.keys(Query(sort="number"))):
        if row.number:
            counter.window.shown.clear()
            register.scanned(counter.bench, row.id)
            assert counter.window.shown == [(key, row.id)]
    waiting = {"applications": 1, "receipts": 6}[key]
    assert len(counter.titles) == waiting


def test_who_left_is_back_in_office_at_once(full_house: House, counter: Counter):
    register = register_of("staff")
    (action,) = [action for action in register.actions if action.key == "come_back"]
    (record,) = record_for(full_house, register, action)
    action.run(counter.bench, [record])
    assert full_house.staff.row(record).state == "active"
