from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.lines.rules import Right
from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in
from tests.registers.lines.conftest import Exchange


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def test_a_line_is_entered_with_its_rights_and_its_persons_department(exchange: Exchange, counter: Counter):
    (hit,) = hits([exchange.house.staff.row(exchange.house.person())])
    counter.answer = fill_in(extension="8042", staff=hit, rights=frozenset({"inside", "local"}), quota="40")
    counter.do("lines", "new")
    (record,) = exchange.lines.keys(Query())
    row = exchange.lines.row(record)
    assert (row.extension, row.holder, row.department_id) == ("8042", "周文博", exchange.department)
    assert (row.rights_text, row.quota_fen) == ("内线、市话", 4_000)
    assert counter.window.told == ["已保存线路 8042"]


def test_a_line_is_changed_from_a_day_on_and_keeps_its_limited_rights(exchange: Exchange, counter: Counter):
    limited = Right("domestic", TODAY, TODAY + timedelta(days=9))
    record = exchange.add(rights=(Right("inside"), limited), quota_fen=0)
    counter.answer = fill_in(extension="8050", rights=frozenset({"local"}), since=date(2026, 12, 1))
    counter.do("lines", "edit", record)
    entry = exchange.lines.entry(record)
    assert entry.rights == (Right("local"), limited)
    assert entry.quota_fen == 0, "nothing set and nothing allowed are told apart"
    assert [one.from_on for one in exchange.lines.assignments()] == [date(1, 1, 1), date(2026, 12, 1)]


def test_a_trunk_belongs_to_a_unit_as_a_whole(exchange: Exchange, counter: Counter):
    counter.answer = fill_in(number="0571-55510000", kind="trunk", dept=f"branch:{exchange.branch}")
    counter.do("lines", "new")
    (record,) = exchange.lines.keys(Query())
    assert exchange.lines.entry(record).department is None
    assert exchange.lines.trunks() == ("057155510000",)


def test_without_department_and_person_the_field_says_so(exchange: Exchange, counter: Counter):
    counter.answer = fill_in(extension="8042")
    counter.do("lines", "new")
    assert list(exchange.lines.keys(Query())) == []


def test_a_line_is_stopped_opened_again_and_removed(exchange: Exchange, counter: Counter):
    record = exchange.add()
    counter.answer = fill_in(reopen_on=TODAY + timedelta(days=31), reason="拨打信息台")
    counter.do("lines", "stop", record)
    assert exchange.lines.row(record).state == "stopped"
    counter.prompter.answers.append(TODAY)
    counter.do("lines", "reopen", record)
    assert exchange.lines.row(record).state == "active"
    counter.answer = fill_in(reason="搬家")
    counter.do("lines", "remove", record)
    assert exchange.lines.row(record).state == "removed"
