"""A hand-kept penalty ledger taken over by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Cli
from tests.desks import DATA, DESK_FILE, TODAY

LEDGER = DATA / "A" / "处罚台账2025.xlsx"
ROSTER = next((DATA / "A").glob("员工花名册*.xlsx"))
TRUTH = json.loads((DATA / "A" / "truth.json").read_text(encoding="utf-8"))["penalty_ledger"]


@pytest.fixture
def office(command: Cli, tmp_path: Path) -> Cli:
    """Commands on a desk that knows the people of the sample office."""
    at = ("--desk", tmp_path / "office", "--today", TODAY)
    assert command("new", *at).code == 0
    assert command("set", "--file", DESK_FILE, *at).code == 0

    def on_it(*words: object) -> object:
        return command(*words, *at)

    assert on_it("import", "roster", ROSTER).code == 1
    return on_it


def test_the_sample_ledger_gives_the_figures_of_its_truth(office: Cli, tmp_path: Path):
    faults = tmp_path / "faults.xlsx"
    said = office("import", "penalties", LEDGER, "--json", "--faults", faults)
    assert said.code == 1
    counts = said.json["counts"]
    unclear = [one for one in TRUTH["all"] if (one["name"], one["dept"]) == ("李娜", "研发部")]
    assert counts["cases"] == TRUTH["offences"]
    assert counts["counted"] == TRUTH["valid"] - len(unclear)
    assert counts["kept"] == len(TRUTH["void"]) + len(TRUTH["waived"])
    assert (counts["unclear"], counts["unknown"], counts["written"]) == (2, 0, TRUTH["offences"] - 2)
    asked = [fault for fault in said.json["faults"] if fault["kind"] == "person-unclear"]
    assert [fault["row"] for fault in asked] == [41, 70]
    assert "QY0048" in asked[0]["message"]
    assert all(set(fault) >= {"file", "sheet", "row", "column", "kind", "message"} for fault in said.json["faults"])
    assert openpyxl.load_workbook(faults).active.max_row > 1
    listed = office("list", "penalties", "--json").rows
    assert len(listed) == TRUTH["offences"] - 2
    ladder = [row["offence_no"] for row in listed if row["emp_no"] == "QY0234" and row["clause"] == "000/6.2"]
    assert sorted(ladder) == [1, 2, 3]


def test_a_dry_run_writes_nothing_and_a_second_run_brings_nothing(office: Cli, tmp_path: Path):
    before = (tmp_path / "office/desk.maildesk").read_bytes()
    said = office("import", "penalties", LEDGER, "--dry-run", "--json")
    assert "written" not in said.json["counts"]
    assert (tmp_path / "office/desk.maildesk").read_bytes() == before
    office("import", "penalties", LEDGER)
    again = office("import", "penalties", LEDGER, "--json").json["counts"]
    assert (again["written"], again["known"]) == (0, TRUTH["offences"] - 2)


def test_faults_are_said_with_row_and_column(office: Cli, tmp_path: Path):
    path = tmp_path / "台账.csv"
    path.write_text("日期,姓名,事由,金额\n2025.3.5,张大山,关机,约100元\n2025.3.6,张大山,关机,100\n", encoding="utf-8")
    said = office("import", "penalties", path)
    assert said.code == 1
    assert "台账.csv 台账 第 2 行 D 列：“约100元”看不出是多少钱" in said.out
    assert "名册里没有“张大山”，导入时按姓名登记为离职人员。" in said.out
    assert "计入累计次数 1" in said.out
    assert "名册里没有 1" in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("penalties", LEDGER, "--absent-left"), "只用于花名册"), (("penalties", ROSTER), "不像处罚台账")],
)
def test_what_cannot_be_is_refused_in_one_sentence(office: Cli, words: tuple[object, ...], sentence: str):
    said = office("import", *words)
    assert said.code == 2
    assert sentence in said.err
