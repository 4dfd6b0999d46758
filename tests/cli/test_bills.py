"""Bills and call records by the command line: to the fen, once, with what differs named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Cli
from tests.registers.billing import ONE, TWO, written

DATA = Path(__file__).parents[1] / "data/A"
TRUTH = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))["telephone"]
OP1, MASTER = next(DATA.glob("固话清单*.csv")), DATA / "Master.csv"


def test_a_bill_is_taken_over_once_its_difference_is_accepted(cli: Cli, tmp_path: Path):
    assert "加上 --accept" in cli("import", "bill", str(OP1)).refused()
    assert cli("list", "bills", "--json").rows == []
    faults = tmp_path / "问题.xlsx"
    done = cli("import", "bill", str(OP1), "--accept", "--json", "--faults", str(faults))
    assert done.code == 1
    counts, truth = done.json["counts"], TRUTH["by_operator"]["op1"]
    assert (counts["calls"], counts["seconds"], counts["fee_fen"]) == (2947, truth["seconds"], truth["total_fen"])
    assert (counts["written"], counts["damaged"], counts["fixed_fen"]) == (2947, 1, 154600)
    assert [(one["what"], one["said"] - one["read"]) for one in done.json["agreements"] if one["differs"]] == [
        ("calls", 1), ("seconds", 193), ("base", 33), ("fee", 33), ("due", 33),
    ]  # fmt: skip
    assert [(fault["row"], fault["kind"]) for fault in done.json["faults"]] == [(1083, "row-truncated")]
    sheet = load_workbook(faults).worksheets[0]
    assert [cell.value for cell in sheet[2]][1:5] == [
        "1083",
        "这一行不完整（断在“00:”），没有计入；向运营商要完整的清单再导入",
        None,
        "1078",
    ]
    (row,) = cli("list", "bills", "--json").rows
    assert (row["operator"], row["month"], row["difference_fen"], row["state"]) == ("运营商一", "2026-10", 33, "in")
    assert "已经导入过" in cli("import", "bill", str(OP1), "--accept").refused()


def test_a_dry_run_writes_nothing(cli: Cli):
    done = cli("import", "bill", str(OP1), "--dry-run")
    assert done.code == 1
    assert "第 1083 行：这一行不完整" in done.out
    assert "全部号码 的通话费：账单写 1,241.50 元，读到 1,241.17 元" in done.out
    assert "通话 2947，读不出来 1，号码 47，通话费 1,241.17 元" in done.out
    assert cli("list", "bills", "--json").rows == []


def test_the_exchanges_records_are_taken_over(cli: Cli):
    done = cli("import", "calls", str(MASTER), "--json")
    assert (done.code, done.json["counts"]["written"]) == (1, 1958)
    assert {key: done.json["counts"][key] for key in ("in", "out", "internal")} == {
        "in": 420, "out": 1018, "internal": 520,
    }  # fmt: skip
    (row,) = cli("list", "bills", "--json").rows
    assert (row["source"], row["calls"], row["total_fen"]) == ("pbx", 1958, None)


def test_an_overlapping_bill_is_skipped_or_replaces(cli: Cli, tmp_path: Path):
    assert cli("import", "bill", str(written(tmp_path, ONE)), "--operator", "电信").code == 0
    second = written(tmp_path, ONE, TWO, name="二.csv")
    skipped = cli("import", "bill", str(second), "--json").json["counts"]
    assert (skipped["overlaps"], skipped["doubled"], skipped["written"]) == (1, 1, 1)
    third = written(
        tmp_path, ONE, TWO, name="三.csv", head="\n计费号码,对方号码,通话类型,起始时间,通话时长,基本费,信息费,优惠,实收"
    )
    assert cli("import", "bill", str(third), "--replace", "--json").json["counts"]["written"] == 2
    states = [(row["file"], row["state"], row["operator"]) for row in cli("list", "bills", "--json").rows]
    assert sorted(states) == [("三.csv", "in", "电信"), ("二.csv", "void", "电信"), ("清单.csv", "void", "电信")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bill", "{bill}"), "用 --operator 写明"),
        (("bill", "{bill}", "--operator", "电信", "--month", "十月"), "写成 2026-10 这样"),
        (("roster", "{bill}", "--accept"), "只用于账单"),
        (("calls", "{bill}"), "不像交换机话单"),
        (("bill", "{master}"), "不像话费清单"),
        (("bill", "/没有.csv"), "没有“没有.csv”这个文件"),
    ],
)
def test_what_cannot_be_taken_over_is_said_in_one_sentence(
    cli: Cli, tmp_path: Path, arguments: tuple[str, ...], said: str
):
    names = {"bill": str(written(tmp_path, ONE)), "master": str(MASTER)}
    assert said in cli("import", *(argument.format(**names) for argument in arguments)).refused()
    assert cli("list", "bills", "--json").rows == []
