"""The sample company's month of telephoning, as 先看示例数据 shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import open_office
from tests.desks import played_desk


def test_every_call_of_the_sample_is_somebodys(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path):
    office = open_office(
        played_desk(tmp_path_factory.getbasetemp(), tmp_path / "played"), StillClock.on(date(2026, 12, 3))
    )
    try:
        calls = office.services["calls"]
        rows = calls.rows(calls.keys(Query()))
        assert len(rows) > 100
        assert {row.how for row in rows} == {"number", "pbx"}
        assert {row.kind for row in rows} >= {"local", "domestic", "ip", "info"}
        assert len(office.services["bills"].keys(Query())) == 4, "bill and call record of two months"
        assert calls.outdated() == []
    finally:
        office.close()
