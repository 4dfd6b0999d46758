"""The ledger of the sample company, line by line as truth.json tells it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.past_cases.reader import read_past_cases
from desk_mailadmin.intake.past_cases.result import PastReading

DATA = Path(__file__).parents[2] / "data/A"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["penalty_ledger"]
TODAY = date(2026, 11, 15)
DECISIONS = {"记过": ("demerit",), "降薪": ("pay_cut",), "降职": ("demotion",), "辞退": ("dismissal",), None: ("fine",)}


def clause_id(short: str) -> str:
    """Return the id of a clause that truth.json writes short: M6.2, T15.1.3."""
    written = {"T15.1.3": "002/15.一.3", "T15.1.4": "002/15.一.4", "T15.2.6": "002/15.二.6", "T12.8": "002/12.八"}
    return {**written, "T5.4.5": "002/5.四(五)"}.get(short, f"000/{short[1:]}")


@pytest.fixture(scope="module")
def ledger() -> PastReading:
    return read_past_cases(DATA / "处罚台账2025.xlsx", today=TODAY)


def test_every_offence_is_read_as_it_was_meant(ledger: PastReading):
    read = [
        (
            case.occurred_on.isoformat(),
            case.name,
            case.dept,
            case.branch,
            case.clause,
            case.due_fen,
            case.sanctions,
            case.state,
        )
        for case in ledger.cases
        if case.occurred_on
    ]
    meant = [
        (
            one["date"],
            one["name"],
            one["dept"],
            "" if one["branch"] == "总部" else one["branch"],
            clause_id(one["clause"]),
            one["amount_fen"],
            DECISIONS[one["action"]],
            one["state"],
        )
        for one in TRUTH["all"]
    ]
    assert read == meant
    assert len(ledger.ready) == TRUTH["offences"]


def test_numbers_are_kept_and_the_missing_ones_proposed(ledger: PastReading):
    proposed = {fault.row: fault.repair for fault in ledger.faults if fault.kind == "slip-missing"}
    slips = [case.slip or proposed[case.row] for case in ledger.cases]
    assert slips == [one["slip"] for one in TRUTH["all"]]
    assert set(proposed) == {22, 27, 29, 65, 68}


def test_rows_of_two_people_copies_and_sums(ledger: PastReading):
    joint = {case.row for case in ledger.rows if case.part}
    assert joint == {one["row"] for one in TRUTH["joint_rows"]}
    for one in TRUTH["joint_rows"]:
        pair = [(case.name, case.due_fen) for case in ledger.rows if case.row == one["row"]]
        assert pair == [(name, one["amount_fen_each"]) for name in one["people"]]
    copies = {case.row: case.slip for case in ledger.rows if case.same_as}
    assert copies == {one["row"]: one["slip"] for one in TRUTH["copied_rows"]}
    assert len({case.row for case in ledger.rows}) == TRUTH["rows"]


def test_sums_and_counts_by_clause(ledger: PastReading):
    valid = [case for case in ledger.cases if case.state == "valid"]
    assert len(valid) == TRUTH["valid"]
    assert sum(case.fine_fen for case in valid) == TRUTH["valid_fines_sum_fen"]
    counts = Counter(case.clause for case in valid)
    for short, figures in TRUTH["fines_by_clause"].items():
        clause = clause_id(short)
        assert counts[clause] == figures["offences"]
        assert sum(case.fine_fen for case in valid if case.clause == clause) == figures["sum_fen"]


def test_nothing_stands_in_the_way_and_what_to_look_at_is_told(ledger: PastReading):
    assert ledger.undecided == frozenset()
    told = Counter(fault.kind for fault in ledger.faults)
    assert told == {"slip-missing": 5, "slip-copied": 2, "date-elsewhere": 1}
    assert [(line.row, line.kind) for line in ledger.skipped] == [(1, "title"), (2, "header"), (71, "total")]
    assert ledger.year == 2025
