"""A month of telephoning from the files of an office, by commands alone, in whatever order the files come."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

DATA = Path(__file__).parents[1] / "data" / "A"
BILLS = (
    ("bill", "--accept", "固话清单_运营商一_202610.csv"),
    ("bill", "--accept", "分公司话单_运营商二_202610.xlsx"),
    ("calls", "Master.csv"),
    ("longdistance", "长途电话登记表_10月.xlsx"),
)
FILES = (("roster", "员工花名册（2026年11月）.xlsx"), ("directory", "通讯录_第14版.xlsx"))
ORDERS = {
    "people first": (*FILES, *BILLS),
    "log first, exchange last": (*FILES, BILLS[3], BILLS[0], BILLS[1], BILLS[2]),
    "bills before anybody is known": (*BILLS, *FILES),
}


@pytest.mark.timeout(180)
@pytest.mark.parametrize("order", ORDERS)
def test_a_month_comes_to_the_truth_whatever_comes_first(order: str, command: Cli, tmp_path: Path):
    truth = json.loads((DATA / "truth.json").read_text())
    desk = ("--desk", tmp_path / "desk", "--today", "2026-11-15")
    assert command("new", "--desk", tmp_path / "desk").code == 0
    for kind, *flags, name in ORDERS[order]:
        assert command(*desk, "import", kind, *flags, DATA / name).code == 1, "each of these files has its faults"
    assert command(*desk, "reckon").out.strip() == "没有要重新核算的月份。"

    phone, log = truth["telephone"], truth["long_distance_log"]
    found = Counter(row["kind"] for row in command(*desk, "list", "findings", "--json").rows)
    assert found == {
        "info-line": phone["info_line_calls"]["count"],
        "no-right": phone["long_distance_without_right"]["count"],
        "outside-hours": phone["out_of_hours"]["lunch_counts_as_outside"]["calls"],
        "over-3-minutes": phone["longer_than_3_minutes"]["count"],
        "unlogged": log["unlogged_calls"]["count"],
        "false-log": sum(len(entries) for entries in log["false_entries"].values()),
    }
    states = Counter(row["state"] for row in command(*desk, "list", "longdistance", "--json").rows)
    assert states["ok"] == log["counts"]["ok"]
    assert states["unlogged"] == log["unlogged_calls"]["count"]
    assert states["incomplete"] == log["counts"]["incomplete"]
    charges = command(*desk, "list", "charges", "--month", "2026-10", "--json").rows
    assert sum(row["over_fen"] for row in charges) == phone["overage"]["overage_sum_fen"]
    own = {line["number"]: line["self_paid_fen"] for line in phone["overage"]["lines"]}
    assert {row["number"]: row["self_fen"] for row in charges if row["number"] in own} == own


def test_a_month_is_reckoned_by_name_and_a_closed_or_impossible_one_refused(command: Cli, tmp_path: Path):
    desk = ("--desk", tmp_path / "desk", "--today", "2026-11-15")
    assert command("new", "--desk", tmp_path / "desk").code == 0
    (row,) = command(*desk, "reckon", "2026-10", "--json").rows
    assert row == {"month": "2026-10", "calls": 0, "found": 0, "charged_fen": 0}
    assert command(*desk, "reckon", "2026年10月").refused() == "月份“2026年10月”应写成 2026-11 这样。"
    assert command(*desk, "close-month", "2026-10").code == 0
    assert "已经月结" in command(*desk, "reckon", "2026-10").refused()
