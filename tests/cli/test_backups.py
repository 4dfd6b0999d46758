from __future__ import annotations

import shutil
from pathlib import Path

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.office import open_office
from tests.cli.conftest import Cli
from tests.desks import TODAY


def test_a_desk_goes_back_to_a_backup_and_says_what_is_lost(cli: Cli, desk: Path):
    assert cli("backup").code == 0
    cli("set", "company=大风公司")
    said = cli("restore", "1", "--reason", "设错了")
    assert (said.code, said.err) == (0, "")
    assert "已从第 1 份备份恢复（12-03" in said.out
    assert "1 项登记在这份备份之后，没有带回" in said.out
    office = open_office(desk, StillClock.on(TODAY))
    (row,) = office.desk.journal.history("restored", 1)
    assert "原因：设错了" in row.text
    assert [one.reason for one in office.desk.backups.list()][-2:] == ["close", "hand"]
    office.close()
    assert cli("check").code == 0


def test_backups_are_listed_for_people_and_for_scripts(cli: Cli, desk: Path, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    cli("set", f"backup.folder={stick}")
    cli("backup")
    (line, *_older) = cli("backup", "--list").out.splitlines()
    assert "手动" in line
    assert "已全面检查　另有一份" in line
    rows = cli("backup", "--list", "--json").rows
    newest = next(row for row in rows if row["reason"] == "hand")
    assert (newest["integrity"], newest["second_copy"]) == ("ok", True)
    assert newest["records"] > 80
    assert {"number", "at", "size", "file", "journal_seq", "journal_head"} <= newest.keys()


def test_a_refused_backup_names_the_next_older_one(cli: Cli, desk: Path):
    for _ in range(2):
        cli("backup")
    file = next((desk / "backups").glob("000002*.maildesk"))
    content = bytearray(file.read_bytes())
    content[9000] ^= 1
    file.write_bytes(content)
    said = cli("restore", "2", "--reason", "x").refused()
    assert "被改动或损坏过" in said
    assert "再早一份是第 1 份" in said
    assert "没有第 99 份备份" in cli("restore", "99", "--reason", "x").refused()
    assert "写明为什么恢复" in cli("restore", "1", "--reason", " ").refused()
    assert "没有备份清单" in cli("restore", str(desk / "desk.maildesk"), "--reason", "x").refused()


def test_a_new_machine_takes_the_desk_from_the_stick(cli: Cli, command, desk: Path, tmp_path: Path):
    stick, new = tmp_path / "stick", tmp_path / "new"
    stick.mkdir()
    cli("set", f"backup.folder={stick}")
    office = open_office(desk, StillClock.on(TODAY))
    with office.desk.work("scan") as work:
        sha256 = office.desk.attachments.keep(work, "staff", 1, "scan", "签字.pdf", b"%PDF signed")
        lost = office.desk.attachments.keep(work, "staff", 1, "scan", "丢了.pdf", b"%PDF lost")
    office.desk.attachments.path(lost).unlink()
    office.close()
    cli("backup")
    shutil.rmtree(desk)
    (copy, *_others) = sorted(stick.glob("*.maildesk"), reverse=True)
    said = command("restore", copy, "--reason", "硬盘坏了", "--desk", new)
    assert said.code == 1
    assert "已从第" in said.out
    assert "有 1 个附件或打印存档" in said.out
    assert (new / "attachments" / sha256[:2] / sha256).read_bytes() == b"%PDF signed"
    assert command("list", "staff", "--json", "--desk", new).rows


def test_a_damaged_desk_is_kept_and_said_where(cli: Cli, desk: Path):
    cli("backup")
    (desk / "desk.maildesk").write_bytes(b"gone bad" * 4096)
    said = cli("restore", "1", "--reason", "坏了")
    assert "读不出来的旧文件留在" in said.out
    assert (next((desk / "damaged").iterdir()) / "desk.maildesk").read_bytes() == b"gone bad" * 4096
    assert cli("check").code == 0


def test_a_drill_by_command_says_what_it_found_and_leaves_a_slip(cli: Cli, desk: Path, tmp_path: Path):
    said = cli("drill", "-o", tmp_path / "slip.pdf", "--json")
    assert (said.code, said.json["ok"], said.json["faults"]) == (0, True, [])
    assert "恢复演练记录" in text_of_pdf((tmp_path / "slip.pdf").read_bytes()).replace(" ", "")
    file = max((desk / "backups").glob("*.maildesk"))
    content = bytearray(file.read_bytes())
    content[9000] ^= 1
    file.write_bytes(content)
    again = cli("drill")
    assert again.code == 1
    assert "没有通过" in again.out
    assert "被改动或损坏过" in again.out
