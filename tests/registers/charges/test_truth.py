"""October of the sample company, from the bills as the operators sent them: every line, to the fen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.ledger import Footer, write_ledger
from desk_mailadmin.registers.charges.report import charges_sheet, department_sums, year_sheet
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.store.database import execute
from tests.registers.builders import TODAY, House
from tests.registers.calls.test_truth import OCTOBER
from tests.registers.calls.test_truth import october as october  # noqa: PLC0414  (a fixture is taken over by its name)

TRUTH: dict[str, Any] = json.loads((Path(__file__).parents[2] / "data/A/truth.json").read_text("utf-8"))["telephone"]
LINES = {line["number"].replace("-", ""): line for line in TRUTH["overage"]["lines"]}


@pytest.fixture
def charges(october: House) -> ChargesService:
    """October computed, with the quotas of the directory."""
    with october.desk.upkeep():
        for number, line in LINES.items():
            quota = (line["quota_fen"], number)
            execute(october.desk.database, "UPDATE line SET quota_fen = ? WHERE number = ?", quota)
    service: ChargesService = october.services["charges"]
    service.compute(OCTOBER)
    return service


def test_the_85_lines_their_overages_and_what_people_bear_are_met_to_the_fen(charges: ChargesService):
    rows = {row.number: row for row in charges.table(OCTOBER) if row.number in LINES}
    assert len(rows) == 85
    for number, line in LINES.items():
        row = rows[number]
        calls = row.local_fen + row.long_fen + row.other_fen + row.info_fen
        found = (calls, row.info_fen, row.quota_fen, row.over_fen, row.self_fen)
        keys = ("calls_total_fen", "info_fee_fen", "quota_fen", "overage_fen", "self_paid_fen")
        assert found == tuple(line[key] for key in keys), number
    assert sum(row.over_fen > 0 for row in rows.values()) == 8
    assert sum(row.over_fen for row in rows.values()) == 18_893
    assert sum(row.self_fen for row in rows.values()) == 30_933


def test_the_table_comes_to_the_bills_to_the_fen(charges: ChargesService):
    rows = charges.table(OCTOBER)
    assert charges.difference(OCTOBER) == 0
    called = sum(row.local_fen + row.long_fen + row.other_fen + row.info_fen for row in rows)
    assert called == sum(one["total_fen"] for one in TRUTH["by_operator"].values())
    assert sum(row.total_fen for row in rows) == charges.bills(OCTOBER).fen
    (trunk,) = [row for row in rows if row.kind == "trunk"]
    assert trunk.local_fen + trunk.long_fen + trunk.other_fen > 0


def test_the_sheet_holds_and_is_written(charges: ChargesService, tmp_path: Path):
    sheet = charges_sheet(charges, OCTOBER, ("单位：青屿仪器股份有限公司",))
    assert sum(column.width for column in sheet.columns if not column.hidden) <= 80
    assert sheet.balance is not None
    assert sheet.balance.difference == 0
    place = sheet.place("实际话费")
    assert place is not None
    assert sheet.sum_of(place) == charges.bills(OCTOBER).fen, "subtotals do not count"
    year = year_sheet(charges, OCTOBER, ())
    assert sum(column.width for column in year.columns if not column.hidden) <= 80
    saved = write_ledger(tmp_path / "a.xlsx", [sheet, year], {}, footer=Footer(TODAY))
    assert saved.rows == len(sheet.rows) + len(year.rows)
    sums = department_sums(charges, OCTOBER)
    assert sum(figures[1] for figures in sums.figures.values()) == charges.bills(OCTOBER).fen
