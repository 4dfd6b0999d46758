"""The October of the sample company: every finding, to the call and to the fen, as truth.json tells it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.findings.listing import FindingRow
from desk_mailadmin.registers.findings.rules import HOURS, KINDS, KINDS_ON, LUNCH_INSIDE
from desk_mailadmin.registers.findings.service import FindingsService
from desk_mailadmin.registers.longdistance.register import REGISTER as LONGDISTANCE
from tests.registers.builders import House
from tests.registers.findings.october import OCTOBER, TRUTH, import_log, october

PHONE, LOG = TRUTH["telephone"], TRUTH["long_distance_log"]


@pytest.fixture
def house_of_october(house: House, tmp_path: Path) -> House:
    october(house, tmp_path)
    outcome = import_log(house)
    assert (outcome.entries, outcome.known, outcome.months) == (LOG["entries"], 0, (OCTOBER,))
    return house


def findings(house: House) -> FindingsService:
    service: FindingsService = house.services["findings"]
    return service


def of_kind(house: House, kind: str) -> list[FindingRow]:
    return list(findings(house).rows(findings(house).keys(Query(segment=kind))))


def shown(number: str) -> str:
    return number.replace("-", "")


def test_the_log_beside_the_bill_to_the_entry(house_of_october: House):
    log = house_of_october.services["longdistance"]
    rows = log.rows(log.keys(Query()))
    assert Counter(row.state for row in rows) == {"ok": 386, "incomplete": 24, "false": 44, "unlogged": 66}
    assert Counter(row.detail for row in rows if row.state == "false") == {
        "no_such_call": 6, "wrong_number": 7, "wrong_duration": 16, "wrong_user": 12, "written_twice": 3
    }  # fmt: skip
    for kind, told in LOG["false_entries"].items():
        found = {(row.source_row, row.user, row.called) for row in rows if row.detail == kind}
        assert found == {(one["row"], one["user"], one["called"]) for one in told}, kind
    found = {row.source_row for row in rows if row.state == "incomplete"}
    assert found == {one["row"] for one in LOG["incomplete_entries"]}
    told = [
        one for part in ("no_entry_at_all", "only_an_entry_with_a_wrong_number") for one in LOG["unlogged_calls"][part]
    ]
    unlogged = [row for row in rows if row.state == "unlogged"]
    assert Counter((row.phone, row.called, f"{row.on_day}", row.seconds) for row in unlogged) == Counter(
        (shown(one["number"]), one["called"], one["start"][:10], one["seconds"]) for one in told
    )
    assert sum(row.fee_fen or 0 for row in unlogged) == LOG["unlogged_calls"]["fee_fen"]
    assert LONGDISTANCE.table.start_segment == "all"


def test_october_is_checked_to_the_call(house_of_october: House):
    house_of_october.decide(KINDS_ON, list(KINDS))
    done = findings(house_of_october).run(OCTOBER)
    assert done.kinds == {
        "info-line": PHONE["info_line_calls"]["count"],
        "no-right": PHONE["long_distance_without_right"]["count"],
        "unlogged": LOG["unlogged_calls"]["count"],
        "false-log": sum(len(one) for one in LOG["false_entries"].values()),
        "private": 0,
        "outside-hours": PHONE["out_of_hours"]["lunch_counts_as_outside"]["calls"],
        "over-3-minutes": PHONE["longer_than_3_minutes"]["count"],
        "no-17909": PHONE["long_distance"]["domestic_without_17909"]["calls"],
    }
    assert PHONE["abroad_with_domestic_right_only"] == 0
    _outside(house_of_october)
    _longer(house_of_october)
    _without_17909(house_of_october)
    _without_right(house_of_october)


def _outside(house: House) -> None:
    rows, told = of_kind(house, "outside-hours"), PHONE["out_of_hours"]["lunch_counts_as_outside"]
    assert (sum(row.fee_fen for row in rows), sum(row.seconds for row in rows)) == (told["total_fen"], told["seconds"])
    by_number = {shown(key): count for key, count in PHONE["out_of_hours"]["by_number_strict"].items()}
    assert Counter(row.number for row in rows) == by_number
    assert {row.act for row in rows} == {""}


def _longer(house: House) -> None:
    rows = of_kind(house, "over-3-minutes")
    by_number = {shown(key): count for key, count in PHONE["longer_than_3_minutes"]["by_number"].items()}
    assert Counter(row.number for row in rows) == by_number
    assert max(row.seconds for row in rows) == PHONE["longer_than_3_minutes"]["longest_seconds"]
    assert min(row.seconds for row in rows) > 180


def _without_17909(house: House) -> None:
    rows, told = of_kind(house, "no-17909"), PHONE["long_distance"]["domestic_without_17909"]
    assert sum(row.fee_fen for row in rows) == told["total_fen"]
    assert Counter(row.number for row in rows) == {shown(key): count for key, count in told["by_number"].items()}


def _without_right(house: House) -> None:
    rows, told = of_kind(house, "no-right"), PHONE["long_distance_without_right"]
    assert Counter(f"{row.branch}/{row.extension}" for row in rows) == told["by_extension"]
    assert sum(row.fee_fen for row in rows) == told["fee_fen"]
    assert {row.detail for row in rows} == {"domestic"}


def test_information_lines_lead_to_their_fines_and_stops(house_of_october: House):
    findings(house_of_october).run(OCTOBER)
    rows, told = of_kind(house_of_october, "info-line"), PHONE["info_line_calls"]
    assert Counter(row.detail for row in rows) == told["by_group"]
    assert sum(row.fee_fen for row in rows) == told["fee_sum_fen"]
    expected = {(shown(one["number"]), one["called"], one["start"]): one for one in told["list"]}
    stopped = set()
    for row in rows:
        one = expected.pop((row.number, row.called, row.occurred_at.isoformat()))
        assert (row.fee_fen, row.detail, row.extension) == (one["fee_fen"], one["group"], one["extension"][-4:])
        assert row.who == one["holder"]
        assert row.proposed_fen == (one["fee_fen"] if one["group"] == "160" else one["fine_fen"])
        rulebook = house_of_october.services["rulebook"]
        hits = rulebook.hitting(row.act, row.occurred_at.date())
        if any(article.stop_months for article in hits):
            on_trunk = row.number == "057155510000"
            stopped.add(f"extension {row.branch}/{row.extension}" if on_trunk else one["number"])
    assert not expected
    fines = sum(row.proposed_fen for row in rows if row.detail != "160")
    assert fines == told["fine_sum_without_160_fen"]
    assert sorted(stopped) == sorted(told["lines_to_stop_one_month"])


def test_service_numbers_that_begin_with_9_are_no_information_lines(house_of_october: House):
    findings(house_of_october).run(OCTOBER)
    calls = house_of_october.calls
    nine = [
        row for row in calls.rows(calls.keys(Query())) if row.called.startswith(("95", "96")) and row.kind != "info"
    ]
    assert len([row for row in nine if row.started_at.month == 10]) == PHONE["nine_prefix_not_info"]
    found = {row.call for row in of_kind(house_of_october, "info-line")}
    assert found.isdisjoint(row.id for row in nine)


def test_lunch_and_17909_are_settings(house_of_october: House):
    house_of_october.decide(LUNCH_INSIDE, True)
    done = findings(house_of_october).run(OCTOBER)
    told = PHONE["out_of_hours"]["lunch_counts_as_inside"]
    assert (done.kinds["outside-hours"], done.kinds["no-17909"]) == (told["calls"], 0)
    assert sum(row.fee_fen for row in of_kind(house_of_october, "outside-hours")) == told["total_fen"]
    house_of_october.decide(HOURS, ["0:00-23:59"])
    assert findings(house_of_october).run(OCTOBER).kinds["outside-hours"] > 0


def test_a_check_again_finds_nothing_new_and_keeps_what_was_decided(house_of_october: House):
    service = findings(house_of_october)
    first = service.run(OCTOBER)
    assert (first.new, first.gone) == (first.found, 0)
    (one, two, *_more) = service.keys(Query(segment="info-line"))
    service.dismiss([one], "经查是客户来访时误拨，已自付")
    case = house_of_october.penalties.enter(service.entry_for([two], _somebody(house_of_october)))
    service.link([two], case)
    second = service.run(OCTOBER)
    assert (second.new, second.gone, second.found) == (0, 0, first.found)
    assert (service.row(one).state, service.row(two).state) == ("dismissed", "proposed")
    assert service.row(two).penalty.startswith("CF-2026-")
    house_of_october.decide(KINDS_ON, ["over-3-minutes"], date(2026, 1, 2))
    third = service.run(OCTOBER)
    assert third.found == PHONE["longer_than_3_minutes"]["count"]
    assert {row.id for row in service.rows(service.keys(Query(segment="info-line")))} == {one, two}
    assert all(service.row(record).gone for record in (one, two))


def _somebody(house: House) -> int:
    (person, *_others) = house.staff.everybody()
    return person


def test_drafts_gather_the_calls_of_one_person_and_kind(house_of_october: House):
    service = findings(house_of_october)
    service.run(OCTOBER)
    unlogged = list(service.keys(Query(segment="unlogged")))
    rows = service.rows(unlogged)
    drafts, nobody = service.draft(unlogged)
    assert drafts == len({row.staff for row in rows if row.staff})
    assert nobody == sum(row.staff is None for row in rows)
    linked: dict[int, list[Any]] = {}
    for row in service.rows(unlogged):
        if row.penalty_id:
            linked.setdefault(row.penalty_id, []).append(row)
    for case, its in linked.items():
        entry = house_of_october.penalties.entry(case)
        assert (entry.times, entry.fee_fen) == (len(its), sum(row.fee_fen for row in its))
