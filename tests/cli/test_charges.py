"""A month's charges on the command line: listed, exported, their notices printed and signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.registers.builders import new_house
from tests.registers.charges_of import OCTOBER, over

PROMISED = "month number extension branch dept holder quota_fen total_fen over_fen self_fen company_fen notice state"


@pytest.fixture
def desk(command: Cli, tmp_path: Path) -> Cli:
    """Commands on a desk with one line beyond its quota, its notice given."""
    house = new_house(tmp_path / "desk")
    house.services["charges"].notify([over(house, "8042", house.person(emp_no="A10417"))])
    house.office.close()
    return lambda *arguments: command("--desk", tmp_path / "desk", "--today", "2026-12-03", *arguments)


def test_a_month_is_listed_with_the_promised_columns(desk: Cli):
    (row,) = desk("list", "charges", "--month", OCTOBER, "--json").rows
    assert set(PROMISED.split()) <= set(row)
    assert (row["extension"], row["quota_fen"], row["over_fen"], row["state"]) == ("8042", 100, 1_900, "notified")
    assert desk("list", "charges", "--month", "2026-09", "--json").rows == []


def test_a_month_leaves_as_a_workbook(desk: Cli, tmp_path: Path):
    done = desk("export", "charges", "--month", OCTOBER, "-o", tmp_path / "话费.xlsx")
    assert done.code == 0
    assert (tmp_path / "话费.xlsx").stat().st_size > 0


def test_a_notice_is_printed_signed_and_taken_back(desk: Cli, tmp_path: Path):
    assert desk("print", "KF-2026-0001", "-o", tmp_path / "kf.pdf").code == 0
    assert (tmp_path / "kf.pdf").read_bytes().startswith(b"%PDF")
    on = ("--on", "2026-12-03")
    assert "待总经理办公室签收" in desk("sign", "KF-2026-0001", "finance", "--by", "何会计", *on).out
    assert desk("sign", "KF-2026-0001", "person", *on).code == 2
    assert desk("void", "KF-2026-0001", "--reason", "话单补了一笔").code == 0
    assert desk("list", "charges", "--json").rows[0]["state"] == "computed"
