"""The sample company's long-distance log and findings, as 先看示例数据 shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.telephone_month import waiting_months
from tests.desks import played_desk


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    place = tmp_path_factory.mktemp("log") / "played"
    opened = open_office(played_desk(tmp_path_factory.getbasetemp(), place), StillClock.on(date(2026, 12, 3)))
    yield opened
    opened.close()


def test_the_log_holds_most_calls_and_some_faults(office: Office):
    log = office.services["longdistance"]
    states = Counter(row.state for row in log.rows(log.keys(Query(filters={"month": "2026-11"}))))
    assert states["ok"] > 100
    assert (states["false"], states["incomplete"]) == (1, 1)
    assert 2 < states["unlogged"] < 20
    assert {row.source for row in log.rows(log.keys(Query()))} == {"import", "hand", "call"}


def test_the_log_of_october_is_reviewed_and_that_of_november_waits(office: Office):
    waiting = office.services["longdistance"].waiting(date(2026, 12, 3))
    assert waiting
    assert {(month, held.handed_on) for month, _branch, _name, held, _due in waiting} == {
        ("2026-11", date(2026, 12, 1))
    }


def test_findings_are_open_drafted_and_answered_for(office: Office):
    findings = office.services["findings"]
    rows = findings.rows(findings.keys(Query(segment="all")))
    assert {row.month for row in rows if row.state == "open"} == {"2026-11"}
    assert {row.kind for row in rows if row.state == "open"} >= {"unlogged", "false-log", "info-line"}
    (drafted,) = [row for row in rows if row.state == "proposed"]
    assert (drafted.kind, drafted.penalty_state) == ("unlogged", "draft")
    assert all(row.reason for row in rows if row.state == "dismissed")
    assert waiting_months(office) == []
