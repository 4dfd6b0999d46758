from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.calls.ledger import LEDGER
from desk_mailadmin.ui.dialogs.person_picker import Hit
from tests.registers.builders import House
from tests.registers.calls.test_service import trunk_calls
from tests.registers.calls_of import DIRECT, MONTH, STRANGE, Billed, Recorded, assigned, bill_in, records_in
from tests.registers.counter import Counter, fill_in


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def words(dialog: Any) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_several_calls_are_found_private_and_made_business_again(house: House, counter: Counter):
    staff = house.person()
    house.line("8001", number=DIRECT, staff=staff)
    ids = assigned(house, Billed(fee_fen=100), Billed(f"{MONTH}-04 10:00:00", fee_fen=250))
    seen = []

    def answer(dialog: Any) -> bool:
        seen.append((words(dialog), dialog.field("staff").value()))
        return bool(fill_in(note="本人承认")(dialog))

    counter.answer = answer
    counter.do("calls", "private", *ids)
    ((said, start),) = seen
    assert "2 通，共 3.50 元" in said
    assert start == staff
    assert [row.private_by for row in house.calls.rows(ids)] == [staff, staff]
    assert counter.window.told == ["已认定 2 通私话"]
    counter.do("calls", "business", *ids)
    assert [row.private_by for row in house.calls.rows(ids)] == [None, None]


def test_nobody_is_proposed_where_the_calls_are_of_several(house: House, counter: Counter):
    house.line("8001", number=DIRECT, staff=house.person())
    ids = assigned(house, Billed(), Billed(number=STRANGE))
    other = house.person("程思思")
    seen = []

    def answer(dialog: Any) -> bool:
        seen.append(dialog.field("staff").value())
        return bool(fill_in(staff=Hit(other, "程思思"))(dialog))

    counter.answer = answer
    counter.do("calls", "private", *ids)
    assert seen == [None]
    assert {row.private_name for row in house.calls.rows(ids)} == {"程思思"}


def test_a_call_of_nobody_is_given_to_a_line_found_by_its_extension(house: House, counter: Counter):
    staff = house.person()
    line = house.line("8001", staff=staff)
    (strange,) = assigned(house, Billed(number=STRANGE))
    found = []

    def answer(dialog: Any) -> bool:
        found.extend(dialog.field("line")._find("8001"))
        return bool(fill_in(line=found[0])(dialog))

    counter.answer = answer
    counter.do("calls", "assign", strange)
    assert [(hit.id, hit.title) for hit in found] == [(line, "8001")]
    assert house.calls.row(strange).name == "周文博"
    assert counter.window.told == ["已分配 1 通通话"]


def test_a_remark_is_written_beside_a_call(house: House, counter: Counter):
    (one,) = assigned(house, Billed())
    counter.answer = fill_in(note="客户来电后回拨")
    counter.do("calls", "note", one)
    assert house.calls.row(one).remark == "客户来电后回拨"


def test_assigning_again_says_how_many_and_how_the_clocks_differ(house: House, counter: Counter):
    trunk_calls(house)
    counter.bench.asked = lambda _register: Query()
    counter.do("calls", "reassign")
    assert counter.window.told == ["2026 年 11 月起 10 通已按线路认人，1 通认不到；交换机时钟快约 2 秒"]
    house.line("8099", number=STRANGE)
    counter.do("calls", "reassign", *house.calls.keys(Query())[:1])
    assert counter.window.told[-1].startswith("2026 年 11 月起 10 通已按线路认人")


def test_what_is_due_is_said_and_done_from_today(house: House, counter: Counter):
    register = register_of("calls")
    bill_in(house, Billed(), Billed(number=STRANGE))
    (first,) = register.todos(house.calls, house.clock.today())
    assert (first.title, first.number, first.action) == ("通话要认人", MONTH, "reassign")
    house.line("8001", number=DIRECT)
    counter.do("calls", first.action, first.record)
    (rest,) = register.todos(house.calls, house.clock.today())
    assert (rest.title, rest.action, rest.text) == (
        "通话认不到人", "assign", "2026 年 11 月　1 通：计费号码没有登记线路，或中继上没有分机",
    )  # fmt: skip
    assert house.calls.row(rest.record).number == STRANGE
    house.line("8002", number=STRANGE)
    (again,) = register.todos(house.calls, house.clock.today())
    assert again.title == "通话要重新认人"


def test_the_month_is_told_above_its_list(house: House):
    assert LEDGER.banner(house.calls, MONTH) is None
    trunk_calls(house)
    assert "按“重新认人”" in LEDGER.banner(house.calls, MONTH).sentence
    house.calls.assign([MONTH])
    assert LEDGER.banner(house.calls, MONTH).sentence == (
        "2026 年 11 月有 1 通认不到人（“认不到人”里列出），可以用“分配…”人工落实。交换机时钟比运营商快约 2 秒，核对时已扣除。"
    )
    assert [(month.key, month.note) for month in LEDGER.months(house.calls, house.clock.today())] == [(MONTH, "10 通")]


def test_the_panel_tells_record_line_and_right(house: House):
    house.line("", number="057155510000", kind="trunk")
    house.line("8061", staff=house.person())
    ids = bill_in(house, Billed(number="057155510000", called="01055501797", kind="domestic", seconds=200))
    records_in(house, Recorded("8061", "01055501797", f"{MONTH}-03 09:15:01", 199))
    house.calls.assign([MONTH])
    detail = house.calls.detail(ids[0])
    facts = {fact.label: fact.value for fact in detail.facts}
    assert detail.title == "8061 → 01055501797"
    assert facts["交换机话单"] == "分机 8061　11-03 09:15:01 接通　3:19"
    assert facts["怎样认到"] == "按交换机话单"
    assert facts["时长"] == "3:20　超过时长上限"
    assert facts["当时的权限"] == "没有登记"
    assert LEDGER.ladder(house.calls, ids[0]).subtitle == "这个号码只打过这一次"


def test_a_closed_month_locks_what_would_change_it(house: House):
    (month,) = LEDGER.months(house.calls, house.clock.today())
    assert LEDGER.locked("private", month) == ""
    assigned(house, Billed())
    house.close_month(MONTH)
    (month,) = LEDGER.months(house.calls, house.clock.today())
    assert LEDGER.locked("private", month) == "这个月已经月结，通话不再改动"
    assert LEDGER.locked("reassign", month) == ""
