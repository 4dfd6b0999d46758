"""Commands about the desk as a whole."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin import __version__
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.office import open_office
from tests.cli.conftest import Cli
from tests.desks import DESK_FILE, TODAY, fingerprint


def test_a_new_desk_is_made_once(command: Cli, tmp_path: Path):
    said = command("new", "--desk", tmp_path / "new")
    assert (said.code, said.out.strip()) == (0, f"台账已建好：{tmp_path / 'new'}")
    before = fingerprint(tmp_path / "new")
    assert "已经有台账" in command("new", "--desk", tmp_path / "new").refused()
    assert fingerprint(tmp_path / "new") == before
    assert command("check", "--desk", tmp_path / "new").code == 0


def test_without_a_place_the_desk_stands_in_the_platforms_folder(
    command: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / name))
    assert command("new").code == 0
    assert (tmp_path / "desk_mailadmin" / "desk" / "desk.maildesk").is_file()
    assert command("list", "staff", "--json").rows == []


def test_settings_are_read_as_their_type_and_named_when_wrong(cli: Cli, desk: Path):
    assert cli("set", "company=大风公司", "mail.quota_mb=8", "regulations=000,004").code == 0
    office = open_office(desk, StillClock.on(TODAY))
    versions = {setting.key: office.desk.settings.value(setting) for setting in _settings()}
    office.close()
    assert versions["company"] == "大风公司"
    assert versions["mail.quota_mb"] == 8
    assert versions["regulations"] == ["000", "004"]
    assert "没有设置“colour”" in cli("set", "colour=red").refused()
    assert "应写成 名称=值" in cli("set", "company").refused()
    assert "应是整数" in cli("set", "mail.quota_mb=viel").refused()
    assert "写明要设置什么" in cli("set").refused()


def test_one_wrong_setting_among_several_sets_none(cli: Cli, desk: Path):
    cli("set", "company=大风公司", "colour=red").refused()
    office = open_office(desk, StillClock.on(TODAY))
    assert office.desk.settings.value(_settings()[0]) == "澄湖纸品股份有限公司"
    office.close()


def test_domains_and_signers_of_units_are_set_by_name(cli: Cli):
    assert cli("set", "domain=dafeng.example", "head.湖滨分公司=王明", "domain.新建分公司=xj.dafeng.example").code == 0
    rows = {row["name"]: row for row in cli("list", "branches", "--json").rows}
    assert rows["总部"]["domain"] == "dafeng.example"
    assert rows["湖滨分公司"]["head"] == "王明"
    assert rows["新建分公司"]["domain"] == "xj.dafeng.example"
    cli("set", "domain=不是 域名").refused()


def test_a_figure_may_come_into_force_later(cli: Cli, desk: Path):
    assert cli("set", "mail.quota_mb=20", "--from", "2027-01-01").code == 0
    office = open_office(desk, StillClock.on(TODAY))
    quota = next(setting for setting in _settings() if setting.key == "mail.quota_mb")
    assert office.desk.settings.value(quota) == 10
    assert office.desk.settings.value(quota, date(2027, 1, 1)) == 20
    office.close()


def test_a_desk_file_sets_up_a_whole_office(command: Cli, tmp_path: Path):
    at = ("--desk", tmp_path / "new")
    assert command("new", *at).code == 0
    assert command("set", "--file", DESK_FILE, *at).code == 0
    rows = command("list", "branches", "--json", *at).rows
    assert [row["name"] for row in rows] == ["总部", "湖滨分公司", "南麓分公司"]
    assert command("check", *at).code == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("company = 3 =", "读不出来"),
        ("[colours]\nred = 1", "不认识“colours”"),
        ("", "应是 [settings] 和 [[branch]]"),
        ("[settings]\nnothing = 1", "没有设置“nothing”"),
        ("[settings]\ncompany = 5", "“公司全称”"),
        ("[[branch]]\nname = '总部'\ncolour = 'red'", "没有“colour”这一项"),
        ("[[branch]]\nname = '总部'\nimap = 5", "服务器写成"),
        ("[[branch]]\nname = '总部'\nimap = {host='a.example', port='x'}", "端口应是整数"),
    ],
)
def test_a_desk_file_that_cannot_stand_changes_nothing(cli: Cli, desk: Path, tmp_path: Path, text: str, sentence: str):
    path = tmp_path / "desk.toml"
    path.write_text("[settings]\noffice = '别的部门'\n" * (text.startswith("[[")) + text, encoding="utf-8")
    before = (desk / "desk.maildesk").read_bytes()
    assert sentence in cli("set", "--file", path).refused()
    assert (desk / "desk.maildesk").read_bytes() == before


def test_a_missing_desk_file_is_named(cli: Cli, tmp_path: Path):
    assert "没有文件" in cli("set", "--file", tmp_path / "none.toml").refused()


def test_a_backup_is_verified_and_named(cli: Cli, desk: Path):
    said = cli("backup")
    made = Path(said.out.strip())
    assert said.code == 0
    assert made.parent == desk / "backups"
    assert "副本或备份" in cli("--desk", made, "list", "staff").refused()


def test_a_sound_desk_is_said_to_be_sound(cli: Cli):
    said = cli("check")
    assert said.code == 0
    assert "没有问题" in said.out
    body = cli("check", "--json").json
    assert (body["ok"], body["rows"]) == (True, [])
    assert len(body["head"]) == 16


def test_a_row_of_the_journal_that_was_altered_is_named(cli: Cli, desk: Path):
    _alter(desk, "drop trigger journal_no_update", "update journal set who = '别人' where seq = 5")
    said = cli("check", "--json")
    assert said.code == 1
    assert said.json["ok"] is False
    assert 5 in {row["seq"] for row in said.rows}
    assert all(row["message"] in cli("check").out for row in said.rows)


def test_the_selftest_finds_every_part_working(command: Cli):
    said = command("selftest", "--json")
    assert said.code == 0, said.out
    parts = {row["part"]: row for row in said.rows}
    assert set(parts) == {"program", "roster", "forms", "work", "ledger", "journal", "keyring"}
    assert all(row["ok"] for row in said.rows)
    assert parts["program"]["message"].startswith(__version__)
    assert parts["roster"]["message"] == "121 people"


def test_the_clauses_are_listed_for_people_and_for_scripts(command: Cli):
    rows = command("clauses", "--json").rows
    assert len(rows) > 100
    assert set(rows[0]) == {"id", "clause", "text", "kinds", "met_in", "state"}
    assert {row["state"] for row in rows} <= {"met", "planned"}
    assert all((row["state"] == "met") == bool(row["met_in"]) for row in rows)
    assert len(command("clauses").out.splitlines()) == len(rows)


def test_misuse_is_one_line(command: Cli):
    assert "用法不对" in command("frobnicate").refused()
    assert "用法不对" in command("sign").refused()
    assert "不是日期" in command("check", "--today", "heute").refused()
    assert command("--version").out.strip() == __version__
    assert "退出码" in command("--help").out


# desks that cannot be opened: one sentence, and not a byte changed


def test_a_missing_desk_is_not_made(command: Cli, tmp_path: Path):
    assert "这里没有台账" in command("list", "staff", "--desk", tmp_path / "gone").refused()
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 something else", b"SQLite format 3\0" + b"\0" * 200])
def test_a_foreign_file_is_left_alone(command: Cli, tmp_path: Path, content: bytes):
    (tmp_path / "desk.maildesk").write_bytes(content)
    before = fingerprint(tmp_path)
    for what in (("list", "staff"), ("check",), ("set", "company=x"), ("backup",)):
        assert command(*what, "--desk", tmp_path).refused()
    assert fingerprint(tmp_path) == before


def test_a_desk_of_another_program_is_left_alone(command: Cli, tmp_path: Path):
    with sqlite3.connect(tmp_path / "desk.maildesk") as raw:
        raw.execute("create table note (text text)")
    raw.close()
    before = fingerprint(tmp_path)
    assert "不是本程序的台账文件" in command("list", "staff", "--desk", tmp_path).refused()
    assert fingerprint(tmp_path) == before


def test_a_desk_of_a_newer_program_is_left_alone(cli: Cli, desk: Path):
    _alter(desk, "update meta set value = '9000' where key = 'compat_version'")
    before = fingerprint(desk)
    assert "更新的版本" in cli("list", "staff").refused()
    assert fingerprint(desk) == before


def test_a_desk_that_is_open_elsewhere_is_not_touched(cli: Cli, desk: Path):
    office = open_office(desk, StillClock.on(TODAY))
    try:
        sentence = cli("list", "staff").refused()
        cli("set", "company=x").refused()
    finally:
        office.close()
    assert "打开" in sentence or "占用" in sentence
    assert cli("list", "staff").code == 0


def test_a_desk_that_can_only_be_read_is_read_and_not_written(
    cli: Cli, desk: Path, application: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desk_mailadmin.store.identity.os.access", lambda _path, mode: mode != os.W_OK)
    before = fingerprint(desk)
    assert len(cli("list", "staff", "--json").rows) == 121
    assert cli("check").code == 0
    for what in (
        ("set", "company=x"), ("sign", application, "applicant"),
        ("print", application, "-o", tmp_path / "a.pdf"), ("void", application, "--reason", "试"),
    ):  # fmt: skip
        assert "只能" in cli(*what).refused()
    assert fingerprint(desk) == before
    assert not (tmp_path / "a.pdf").exists()


def test_a_desk_that_can_only_be_read_may_still_be_exported(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("desk_mailadmin.store.identity.os.access", lambda _path, mode: mode != os.W_OK)
    assert cli("export", "staff", "-o", tmp_path / "staff.xlsx").code == 0
    assert cli("export", "ledger", "--month", "2026-11", "-o", tmp_path / "ledger.xlsx").code == 0
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {"staff.xlsx", "ledger.xlsx"}


# the program as the shell meets it


def _shell(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desk_mailadmin", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | more, timeout=120,
    )  # fmt: skip


def test_the_shell_gets_codes_and_one_line(desk: Path, tmp_path: Path):
    done = _shell("--desk", desk, "list", "branches", "--json")
    assert done.returncode == 0
    assert [row["name"] for row in json.loads(done.stdout)["rows"]] == ["总部", "湖滨分公司", "南麓分公司"]
    assert done.stderr == ""
    refused = _shell("--desk", tmp_path / "gone", "check")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 1


def test_a_terminal_without_chinese_gets_question_marks_not_a_crash(desk: Path):
    done = _shell("--desk", desk, "list", "branches", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "chenghu.example" in done.stdout
    assert "??" in done.stdout


def test_a_reader_who_has_seen_enough_ends_the_list_quietly(desk: Path):
    list_ = subprocess.Popen(
        [sys.executable, "-m", "desk_mailadmin", "--desk", str(desk), "list", "staff"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ,
    )  # fmt: skip
    assert list_.stdout is not None
    list_.stdout.close()
    assert list_.stderr is not None
    with list_.stderr as stderr:
        assert stderr.read() == b""
    assert list_.wait(timeout=60) == 0


def test_without_a_screen_run_says_so_and_makes_the_tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Cli):
    made: list[Path] = []
    monkeypatch.setattr("desk_mailadmin.screen.has_screen", lambda: False)
    monkeypatch.setattr("desk_mailadmin.tour.make_tour", lambda folder: made.append(folder) or [folder / "a.pdf"])
    said = command("run")
    assert said.code == 0
    assert said.out.splitlines() == ["这台机器没有屏幕，打不开窗口；改做演示，结果在 ./tour 文件夹。", "tour/a.pdf"]
    assert made == [Path("tour")]


def test_without_a_screen_a_window_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Cli
):
    for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(key, raising=False)
    said = command("--desk", tmp_path / "desk")
    assert said.code != 0
    assert "这台机器没有屏幕，打不开窗口。" in said.err
    assert "desk-mailadmin --help" in said.err
    assert not (tmp_path / "desk").exists()


def _settings():
    from desk_mailadmin.catalogue import ALL_SETTINGS

    return ALL_SETTINGS


def _alter(desk: Path, *statements: str) -> None:
    """Change a closed desk's file behind the program's back."""
    raw = sqlite3.connect(desk / "desk.maildesk")
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_check_leaves_a_report_to_sign(cli: Cli, tmp_path: Path):
    said = cli("check", "--report", tmp_path / "检查报告.pdf")
    assert said.code == 0
    with Pages((tmp_path / "检查报告.pdf").read_bytes()) as pages:
        text = pages.text(0)
    assert "没有查出问题。" in text
    head = said.out.rpartition("校验码 ")[2].partition("，")[0]
    assert head in text.replace(" ", "")
    assert "不是普通文件" in cli("check", "--report", tmp_path).refused()


def test_digits_from_paper_are_held_against_the_journal(cli: Cli):
    (count, head) = re.findall(r"日志 (\d+) 条，校验码 (\w+)", cli("check").out)[0]
    assert cli("check", "--anchor", count, head.upper()).out == f"相符，日志第 {count} 条还是纸上印的那一条\n"
    wrong = cli("check", "--anchor", "1", head)
    assert (wrong.code, wrong.out) == (1, f"不符，日志第 1 条的校验码不是 {head}\n")
    beyond = cli("check", "--anchor", "99999", head, "--json")
    assert (beyond.code, beyond.json) == (1, {"seq": 99999, "anchor": head, "held": "missing"})
    assert "校验码是 16 位，这里是 3 位" in cli("check", "--anchor", "1", "abc").refused()
