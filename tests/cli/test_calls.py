"""Calls on the command line: a month of them, by conditions, as Excel."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desk_mailadmin.cli.outputs import CHUNK
from tests.cli.conftest import Cli
from tests.registers.builders import new_house
from tests.registers.calls_of import DIRECT, MONTH, Billed, assigned

MANY = CHUNK + 3
PROMISED = "started_at extension number branch dept emp_no seconds fee_fen kind"


@pytest.fixture
def telephone(command: Cli, tmp_path: Path) -> Cli:
    """Commands on a desk with calls of two months, more than are read at once."""
    house = new_house(tmp_path / "desk")
    house.line("8001", number=DIRECT, staff=house.person(emp_no="A10417"))
    assigned(house, *(Billed(f"{MONTH}-{1 + n % 28:02d} 09:{n % 60:02d}:00", fee_fen=n) for n in range(MANY)))
    assigned(house, Billed("2026-10-02 06:51:47", called="01055501797", kind="domestic"), month="2026-10")
    house.office.close()
    return lambda *arguments: command("--desk", tmp_path / "desk", "--today", "2026-12-03", *arguments)


def test_a_month_of_calls_is_listed_with_the_promised_columns(telephone: Cli):
    (row,) = telephone("list", "calls", "--month", "2026-10", "--json").rows
    assert set(PROMISED.split()) <= set(row)
    assert (row["started_at"], row["extension"], row["number"], row["emp_no"], row["fee_fen"], row["kind"]) == (
        "2026-10-02T06:51:47", "8001", DIRECT, "A10417", 22, "domestic",
    )  # fmt: skip
    rows = telephone("list", "calls", "--month", MONTH, "--json").rows
    assert len(rows) == MANY
    assert sum(row["fee_fen"] for row in rows) == sum(range(MANY))
    assert [row["started_at"] for row in rows] == sorted(row["started_at"] for row in rows)
    assert telephone("list", "calls", "--month", "2026-09", "--json").rows == []


def test_calls_are_narrowed_by_conditions(telephone: Cli):
    found = telephone("list", "calls", "--where", "kind=国内长途", "--where", "called~1797", "--json").rows
    assert [row["called"] for row in found] == ["01055501797"]
    assert telephone("list", "calls", "--where", "fee_fen=7", "--json").rows[0]["fee_fen"] == 7
    printed = telephone("list", "calls", "--month", "2026-10").out.splitlines()
    assert len(printed) == 2
    assert "国内长途" in printed[1]


def test_a_month_that_is_none_and_a_list_without_months_are_refused(telephone: Cli):
    assert telephone("list", "calls", "--month", "2026年10月").refused() == "月份“2026年10月”应写成 2026-11 这样。"
    assert telephone("list", "staff", "--month", MONTH).refused() == "“人员”不按月份，去掉 --month。"


def test_a_month_of_calls_leaves_as_a_workbook(telephone: Cli, tmp_path: Path):
    out = tmp_path / "通话.xlsx"
    assert telephone("export", "calls", "--month", MONTH, "--where", "dept~业务", "-o", out).code == 0
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert f"共 {MANY} 条" in "".join(str(cell.value) for cell in sheet[2])
    assert f"范围：{MONTH}，dept~业务" in "".join(str(cell.value) for cell in sheet[2])
