from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.devices.rules import DeviceEntry
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def test_a_device_is_entered_changed_issued_and_given_back(house: House, counter: Counter):
    devices = house.services["devices"]
    counter.answer = fill_in(kind="radio", model="对讲机", serial="RX-1", value_fen=98_000)
    counter.do("devices", "new")
    (record,) = devices.keys(Query())
    counter.answer = fill_in(model="对讲机 GP328")
    counter.do("devices", "edit", record)
    assert devices.entry(record) == DeviceEntry("radio", "对讲机 GP328", "RX-1", "", 98_000)
    (hit,) = hits([house.staff.row(house.person())])
    titles: list[str] = []

    def issue(dialog: Any) -> bool:
        titles.append(dialog.windowTitle())
        if len(titles) > 1:  # the receipt is shown for printing
            dialog.reject()
            return False
        return fill_in(staff=hit, back_by=TODAY + timedelta(days=30))(dialog)

    counter.answer = issue
    counter.do("devices", "issue", record)
    assert devices.row(record).receipt == "HZ-2026-0001"
    assert len(titles) == 2
    counter.answer = fill_in(condition="屏幕有划痕")
    counter.do("devices", "take_back", record)
    assert devices.issues(record)[0].condition == "屏幕有划痕"


@pytest.mark.parametrize(("action", "state"), [("lose", "lost"), ("damage", "damaged")])
def test_who_lost_or_damaged_it_answers_with_a_case(house: House, counter: Counter, action: str, state: str):
    devices = house.services["devices"]
    record = devices.add(DeviceEntry("radio", "对讲机 GP328", "RX-1", "", 98_000))
    devices.issue(record, house.person(), TODAY)
    counter.answer = fill_in(reason="出差途中")
    counter.do("devices", action, record)
    assert devices.row(record).state == state
    counter.answer = fill_in()
    counter.do("devices", "charge", record)
    row = devices.row(record)
    assert row.penalty == "CF-2026-0001"
    case = house.penalties.entry(house.penalties.numbered("CF-2026-0001") or 0)
    assert (case.act, case.recovery_fen, case.source) == ("mobile_lost", 98_000, f"device:{record}")


def test_withdrawing_from_the_case_leaves_the_device_unanswered(house: House, counter: Counter):
    devices = house.services["devices"]
    record = devices.add(DeviceEntry("set", "话机", "T-1", "", 5_000))
    devices.issue(record, house.person(), TODAY)
    devices.damage(record, TODAY, "摔坏")
    counter.do("devices", "charge", record)
    assert [row.id for row in devices.unanswered()] == [record]
