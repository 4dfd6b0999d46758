"""The penalty ledger by command: entered, signed, printed numbers, reversed, months closed and opened again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from tests.cli.conftest import Cli
from tests.desks import TODAY

CASE = {"emp_no": "CH0065", "act": "call_168", "fee_fen": 860, "occurred_on": f"{TODAY}", "occurred_at": "14:05"}


MONTH = f"{TODAY:%Y-%m}"

CaseFile = Callable[[Mapping[str, object]], Path]


@pytest.fixture
def case_file(tmp_path: Path) -> CaseFile:
    """A file of plain data of a case."""

    def make(data: Mapping[str, object]) -> Path:
        path = tmp_path / "case.json"
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return path

    return make


@pytest.fixture
def case(cli: Cli, case_file: CaseFile) -> str:
    return cli("record", "penalty", "--data", case_file(CASE)).out.strip()


def row(cli: Cli, number: str) -> dict[str, object]:
    (found,) = cli("list", "penalties", "--where", f"number={number}", "--json").rows
    return found


def test_a_case_is_entered_with_the_sum_of_the_rule(cli: Cli, case: str):
    assert case == "CF-2026-0001"
    found = row(cli, case)
    pinned = ("state", "clause", "offence_no", "sanction", "fine_fen", "recovery_fen", "deducted_fen")
    assert [found[key] for key in pinned] == ["issued", "002/15.一.3", 1, "罚款", 22_200, 0, 0]


def test_what_is_wrong_with_a_case_names_its_key(cli: Cli, case_file: CaseFile):
    refused = cli("record", "penalty", "--data", case_file({**CASE, "fine_fen": 100})).refused()
    assert refused.startswith("reason：和规则库建议的不一样")
    assert cli("list", "penalties", "--json").rows == []


def test_a_notice_is_signed_refused_with_a_witness_or_voided(cli: Cli, case: str, case_file: CaseFile):
    assert "只有 person" in cli("sign", case, "office").refused()
    assert "还没有到" in cli("sign", case, "person", "--on", "2027-12-01").refused()
    assert cli("sign", case, "person").code == 0
    assert row(cli, case)["state"] == "signed"
    other = cli("record", "penalty", "--data", case_file({**CASE, "emp_no": "CH0083"})).out.strip()
    assert "还没有写见证人" in cli("sign", other, "person", "--disagree").refused()
    assert cli("sign", other, "person", "--disagree", "--witness", "何美玲").code == 0
    assert row(cli, other)["state"] == "refused"
    assert "不能改为“已作废”" in cli("void", other, "--reason", "录错").refused()


def test_a_case_is_reversed_by_a_new_number(cli: Cli, case: str):
    cli("sign", case, "person")
    assert cli("reverse", case, "--reason", "份数录错", "--by", "王志刚").out.strip() == "CF-2026-0002"
    assert (row(cli, case)["state"], row(cli, "CF-2026-0002")["fine_fen"]) == ("reversed", -22_200)
    assert "不是处罚单" not in cli("reverse", case, "--reason", "再来", "--by", "王志刚").refused()


def test_a_month_is_closed_once_and_its_file_never_changes(cli: Cli, case: str, tmp_path: Path):
    first, second = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    assert "待签收 1 份" in cli("close-month", MONTH).refused()
    said = cli("close-month", MONTH, "--carry", "--reviewed-by", "王志刚", "-o", first)
    assert said.code == 0
    assert "期末 222.00 元" in said.out
    cli("sign", case, "person")
    assert "已经月结" in cli("close-month", MONTH).refused()
    assert cli("export", "ledger", "--month", MONTH, "-o", second).code == 0
    assert hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest()
    assert "已经月结" in cli("void", case, "--reason", "录错").refused() or row(cli, case)["state"] == "signed"


def test_a_month_is_opened_again_with_a_reason(cli: Cli, case: str):
    cli("close-month", MONTH, "--carry")
    assert "要写原因" in cli("reopen-month", MONTH, "--reason", " ").refused()
    assert cli("reopen-month", MONTH, "--reason", "漏登").code == 0
    assert "没有月结" in cli("reopen-month", MONTH, "--reason", "漏登").refused()
    assert "应写成" in cli("close-month", "2026-13").refused()


def test_the_check_finds_sums_that_were_meddled_with(cli: Cli, case: str, desk: Path):
    assert cli("check").code == 0
    with sqlite3.connect(next(desk.glob("*.maildesk"))) as file:
        file.execute("UPDATE penalty SET fine_fen = fine_fen - 100 WHERE number = ?", (case,))
    assert f"{case} 的合计与明细不符" in cli("check").out


def test_a_notice_is_printed_in_its_three_copies_and_is_no_receipt(cli: Cli, case: str, tmp_path: Path):
    said = cli("print", case, "-o", tmp_path / "case.pdf")
    assert said.code == 0
    assert "3 页，第 1 次打印" in said.out
    text = "".join(text_of_pdf((tmp_path / "case.pdf").read_bytes()).split())
    for words in (case, "第三联财务部执行", "合计：20×8.60+50×1=222.00元", "贰佰贰拾贰元整"):
        assert words in text
    assert "还没有回执" in cli("hand-over", case).refused()
