"""The October of the sample company: every call where it belongs, to the call and to the fen."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.ledger_view import MONTH
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.bills.rules import Taking
from desk_mailadmin.registers.branches.rules import BranchEntry
from desk_mailadmin.registers.calls.report import charts_of_month
from desk_mailadmin.registers.calls.rules import KINDS, LONG_DISTANCE
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.lines.entries import LineEntry
from tests.registers.billing import read_here
from tests.registers.builders import DEPARTMENT, HEADQUARTERS, House

DATA = Path(__file__).parents[2] / "data/A"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["telephone"]
OCTOBER = "2026-10"
ON_TRUNK = "no extension (set hung on the trunk)"
FILES = ("固话清单*.csv", "分公司话单*.xlsx", "Master.csv")


@pytest.fixture
def october(house: House, tmp_path: Path) -> House:
    """The lines as the directory has them, and the bills of October."""
    _lines(house)
    for pattern in FILES:
        copy = tmp_path / next(DATA.glob(pattern)).name
        shutil.copy(next(DATA.glob(pattern)), copy)
        reading = read_here(copy, pbx=pattern.startswith("Master"))
        taking = Taking(operator=reading.operator or "运营商", month=reading.month or OCTOBER, accepted=True)
        house.services["bills"].take_over(reading, taking)
    return house


def _lines(house: House) -> None:
    departments = {HEADQUARTERS: house.departments.named(house.branches.named(HEADQUARTERS) or 0, DEPARTMENT)}
    for line in TRUTH["overage"]["lines"]:
        unit = line["branch"]
        if unit not in departments:
            house.branches.add(BranchEntry(unit, "branch"))
            departments[unit] = house.departments.add(DepartmentEntry(unit, "综合部", ""))
        _add(house, unit, departments[unit], number=line["number"].replace("-", ""), extension=line["ext"])
    _add(house, HEADQUARTERS, departments[HEADQUARTERS], number="057155510000", kind="trunk")


def _add(house: House, unit: str, department: int | None, **entry: Any) -> None:
    house.lines.add(LineEntry(branch=house.branches.named(unit) or 0, department=department, **entry))


def test_october_is_assigned_to_every_extension_and_number_to_the_fen(october: House):
    assert october.calls.outdated() == []
    units = dict(october.branches.names())
    calls, fens, by_number = Counter[str](), Counter[str](), Counter[str]()
    ways = Counter[tuple[str, str]]()
    for one in october.calls.month(OCTOBER):
        key = ON_TRUNK if one.how == "trunk" else f"{units[one.branch or 0]}/{one.extension}"
        calls[key] += one.calls
        fens[key] += one.fee_fen
        ways[key, "direct" if one.how == "number" else "trunk"] += one.fee_fen
        by_number[phone_shown(one.number)] += one.fee_fen
    expected = TRUTH["cost_by_extension"]
    assert len(expected) == 127
    assert calls == {key: one["calls"] for key, one in expected.items()}
    assert fens == {key: one["total_fen"] for key, one in expected.items()}
    for key, one in expected.items():
        assert (ways[key, "direct"], ways[key, "trunk"]) == (one["direct_fen"], one["via_trunk_fen"])
    assert +by_number == {
        key: one["total_fen"] for key, one in TRUTH["cost_by_billed_number"].items() if one["total_fen"]
    }


def test_trunk_calls_meet_their_records_and_those_without_are_named(october: House):
    (state,) = [one for month, one in october.calls.assigned_months().items() if month == OCTOBER]
    truth = TRUTH["trunk_calls"]
    assert (state.open_calls, state.clock_seconds) == (len(truth["no_pbx_record"]), 2)
    sums = Counter[str]()
    for one in october.calls.month(OCTOBER):
        sums[one.how] += one.calls
    assert (sums["pbx"], sums["trunk"]) == (truth["found_in_pbx_record"], len(truth["no_pbx_record"]))
    query = Query(segment="open", filters={MONTH: OCTOBER})
    unmatched = [(row.called, row.started_at.isoformat()) for row in october.calls.rows(october.calls.keys(query))]
    assert unmatched == sorted(
        ((one["called"], one["start"]) for one in truth["no_pbx_record"]), key=lambda one: one[1]
    )


def test_the_month_comes_to_what_the_operators_and_the_kinds_say(october: House):
    query = Query(filters={MONTH: OCTOBER})
    totals, operators = october.calls.totals(query), TRUTH["by_operator"].values()
    assert totals.calls == sum(one["calls"] for one in operators)
    assert totals.fee_fen == sum(one["total_fen"] for one in operators)
    assert totals.info_fen == sum(one["info_fen"] for one in operators)
    far, kinds = TRUTH["long_distance"], {group.key: group.figures for group in october.calls.groups("kind", query)}
    assert totals.long_fen == far["total_fen"]
    titles = {"国内长途": "domestic", "IP长途": "ip", "港澳台": "hmt", "国际长途": "international"}
    for title, one in far["by_type"].items():
        assert kinds.get(titles[title], (0, 0))[:2] == (one["total_fen"], one["calls"])
    assert set(titles.values()) == set(LONG_DISTANCE) <= set(KINDS)


def test_charts_show_the_month_by_department_extension_kind_and_twelve_months(october: House):
    charts = charts_of_month(october.calls, OCTOBER)
    assert [chart.title for chart in charts] == [
        "各部门通话费", "通话费最多的 10 个分机", "各种类通话费", "近 12 个月通话费",
    ]  # fmt: skip
    fee = october.calls.totals(Query(filters={MONTH: OCTOBER})).fee_fen
    assert sum(sum(one.figures) for one in charts[0].series) == fee
    assert sum(charts[2].series[0].figures) == fee
    assert charts[2].categories[0].endswith("%")
    largest = max(one["total_fen"] for one in TRUTH["cost_by_extension"].values())
    assert sum(one.figures[0] for one in charts[1].series) == largest


def test_an_import_that_is_undone_leaves_no_sum_behind(october: House):
    calls = october.calls
    before = calls.totals(Query()).calls
    unit = next(one for one in october.desk.undoable() if one.text.startswith("导入话费清单 分公司"))
    october.desk.undo(unit.seq)
    assert calls.totals(Query()).calls == len(calls.keys(Query())) == before - TRUTH["by_operator"]["op2"]["calls"]
    assert OCTOBER in calls.outdated()


def test_a_remark_of_a_bill_is_written_though_its_month_is_closed(october: House):
    bills = october.services["bills"]
    october.close_month(OCTOBER)
    (record, *_others) = bills.keys(Query())
    bills.correct(record, replace(bills.entry(record), remark="发票已到"))
    assert bills.row(record).remark == "发票已到"
    assert october.calls.outdated() == []
