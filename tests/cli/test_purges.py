"""The yearly destruction by command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.registers.staff.rules import StaffEntry
from tests.cli.conftest import Cli, Said
from tests.registers.builders import DEPARTMENT, HEADQUARTERS, TODAY, new_house

LATER = "2033-01-10"


@pytest.fixture
def old(command: Cli, tmp_path: Path) -> Callable[..., Said]:
    """Commands on a desk that somebody left six years ago."""
    house = new_house(tmp_path / "old")
    house.staff.leave(house.staff.add(StaffEntry("柳如烟", DEPARTMENT, HEADQUARTERS, state="active")), TODAY)
    house.office.close()
    return lambda *arguments: command("--desk", tmp_path / "old", "--today", LATER, *arguments)


def test_what_is_past_its_term_is_told_and_nothing_changes(old: Cli):
    told = old("purge", "--preview")
    assert "离职人员　保存 3 年　早于 2030-01-10　1 条　2026-12-03 至 2026-12-03" in told.out
    kinds = {kind["key"]: kind for kind in old("purge", "--preview", "--json").json["kinds"]}
    assert (kinds["leavers"]["count"], kinds["history"]["count"] > 1) == (1, True)
    assert old("purge", "--preview", "--json").json["records"] == sum(kind["count"] for kind in kinds.values())


def test_it_is_destroyed_by_name_and_reason_with_its_proof(old: Cli, tmp_path: Path):
    said = old(
        "purge", "--run", "--approved-by", "罗建华", "--reason", "年度到期清理", "--proof", tmp_path / "proof.pdf"
    )
    assert said.code == 0, said
    assert "XH-2033-0001　已销毁" in said.out
    proof = text_of_pdf((tmp_path / "proof.pdf").read_bytes())
    assert "到期记录销毁证明" in proof
    assert "罗建华" in proof
    assert old("list", "staff", "--json").rows == []
    assert old("check").code == 0
    assert b"\xe6\x9f\xb3\xe5\xa6\x82\xe7\x83\x9f" not in (tmp_path / "old" / "desk.maildesk").read_bytes()
    assert (
        old("purge", "--run", "--approved-by", "罗建华", "--reason", "再来").refused() == "没有到期的记录，不用销毁。"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "写明 --preview（查看）或 --run（销毁）中的一个。"),
        (("--preview", "--run"), "写明 --preview（查看）或 --run（销毁）中的一个。"),
        (("--run", "--approved-by", "罗建华"), "没有写为什么销毁。"),
        (("--run", "--reason", "年度到期清理"), "没有写批准人。"),
    ],
)
def test_what_lacks_a_word_is_refused(old: Cli, arguments: tuple[str, ...], sentence: str):
    assert sentence in old("purge", *arguments).refused()


def test_json_says_number_and_head(old: Cli):
    said = old("purge", "--run", "--approved-by", "罗建华", "--reason", "年度到期清理", "--json").json
    assert (said["number"], len(said["journal_head"])) == ("XH-2033-0001", 64)


def test_an_export_of_many_people_takes_its_reason_along(command: Cli, desk: Path, tmp_path: Path):
    at = ("--desk", desk)
    command(*at, "set", "privacy.ask_reason=always")
    command(*at, "set", "privacy.ask_rows=0")
    refused = command(*at, "export", "staff", "-o", tmp_path / "people.xlsx").refused()
    assert "导出要写原因，加上 --reason" in refused
    assert not (tmp_path / "people.xlsx").exists()
    assert command(*at, "export", "staff", "-o", tmp_path / "people.xlsx", "--reason", "交财务对账").code == 0
    assert command(*at, "list", "staff", "--reason", "核对").code == 0
    (listed, exported) = command(*at, "list", "accesses", "--json").rows
    assert (exported["what"], exported["reason"], exported["file"]) == ("exported", "交财务对账", "people.xlsx")
    assert len(exported["sha256"]) == 64
    assert listed["reason"] == "核对"
