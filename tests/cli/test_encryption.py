"""encrypt on, off, rekey from the command line, and every other command on an encrypted desk."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.cli.main import run
from desk_mailadmin.intake.bills.reader import read_bill
from desk_mailadmin.kernel.scratch import ScratchFile
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.engine import DeskKey
from desk_mailadmin.store.recovery_code import new_code
from tests.bench.bills import write_bill
from tests.cli.conftest import Cli, Said
from tests.desks import TODAY

PLAIN = b"SQLite format 3\0"
CODE = re.compile(r"恢复码　((?:[A-Z2-7]{5} ){5}[A-Z2-7])")


class Clerk:
    """Sits at the terminal: reads the code that is shown, and types what ``answer`` makes of it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys, self.code, self.out, self.err = capsys, "", "", ""
        self.answer: Callable[[str], str] = lambda code: code

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        said = self.capsys.readouterr()
        self.out, self.err = self.out + said.out, self.err + said.err
        if shown := CODE.search(self.out):
            self.code = shown[1]
        return f"{self.answer(self.code)}\n"


@pytest.fixture
def clerk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Clerk:
    clerk = Clerk(capsys)
    monkeypatch.setattr(sys, "stdin", clerk)
    return clerk


@pytest.fixture
def asked(clerk: Clerk, desk: Path) -> Callable[..., Said]:
    """Run a command during which something is asked."""

    def typed(*arguments: object) -> Said:
        clerk.capsys.readouterr()
        clerk.out = clerk.err = ""
        code = run([str(word) for word in ("--desk", desk, "--today", TODAY, *arguments)])
        said = clerk.capsys.readouterr()
        return Said(code, clerk.out + said.out, clerk.err + said.err)

    return typed


@pytest.fixture
def encrypted(asked: Callable[..., Said], clerk: Clerk) -> str:
    """The recovery code of the desk, encrypted from the command line."""
    asked("backup")
    said = asked("encrypt", "on")
    assert said.code == 1, said  # this computer has no keyring, and plain backups are left
    assert "已加密，密钥编号" in said.out
    assert "系统钥匙串没有存下密钥" in said.out
    assert "没有加密的备份；加上 --remove-plain" in said.out
    for words in ("attachments", "固态硬盘", "恢复码丢了，数据就再也打不开"):
        assert words in said.err
    return clerk.code


def test_commands_on_an_encrypted_desk_ask_for_the_code(encrypted: str, asked, clerk: Clerk, cli: Cli, desk: Path):
    assert not (desk / FILE_NAME).read_bytes().startswith(PLAIN)
    refused = cli("list", "staff", "--json").refused()
    assert "加密的台账" in refused
    assert "--recovery-code" in refused
    clerk.answer = lambda _code: encrypted.lower()
    said = asked("--recovery-code", "list", "staff", "--json")
    assert said.rows
    assert asked("check", "--recovery-code").code == 0


def test_a_wrong_code_is_refused_after_a_pause(encrypted: str, asked, clerk: Clerk, monkeypatch):
    slept: list[float] = []
    monkeypatch.setattr("desk_mailadmin.cli.encryption.time.sleep", slept.append)
    clerk.answer = lambda _code: new_code().bare
    assert "恢复码不对" in asked("list", "staff", "--recovery-code").refused()
    assert slept == [2]


def test_who_does_not_type_the_code_back_has_a_plain_desk(asked, clerk: Clerk, desk: Path):
    clerk.answer = lambda _code: new_code().bare
    said = asked("encrypt", "on")
    assert said.code == 2
    assert "和刚才打印的恢复码不一样" in said.err
    assert (desk / FILE_NAME).read_bytes().startswith(PLAIN)
    assert not (desk / "desk.key").exists()


def test_plain_backups_are_removed_where_that_is_asked(encrypted: str, asked, clerk: Clerk, desk: Path):
    clerk.answer = lambda _code: clerk.code if "恢复码　" in clerk.out else encrypted
    before = [file for file in (desk / "backups").glob("*.maildesk") if file.read_bytes().startswith(PLAIN)]
    assert before
    said = asked("encrypt", "rekey", "--recovery-code", "--remove-plain")
    assert f"已覆写并删除 {len(before)} 份" in said.out
    assert not [file for file in (desk / "backups").glob("*.maildesk") if file.read_bytes().startswith(PLAIN)]
    assert clerk.code != encrypted
    clerk.answer = lambda _code: encrypted
    assert "恢复码不对" in asked("list", "staff", "--recovery-code").refused()


def test_off_and_what_is_refused(encrypted: str, asked, clerk: Clerk, cli: Cli, desk: Path):
    clerk.answer = lambda _code: encrypted
    assert "已经加密" in asked("encrypt", "on", "--recovery-code").refused()
    said = asked("encrypt", "off", desk, "--recovery-code")
    assert said.code == 0, said
    assert "以前加密的备份仍要用密钥" in said.out
    assert (desk / FILE_NAME).read_bytes().startswith(PLAIN)
    assert "没有加密" in cli("encrypt", "off").refused()
    assert "没有加密" in cli("encrypt", "rekey").refused()


def test_the_sheet_as_a_file_is_for_its_owner_alone(asked, clerk: Clerk, desk: Path, tmp_path: Path):
    clerk.answer = lambda _code: "x"
    said = asked("encrypt", "on", "-o", tmp_path / "sheet.pdf")
    assert said.code == 2
    assert "打印后把这个文件删掉" in said.out
    assert not CODE.search(said.out)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600


def test_an_encrypted_backup_goes_back_with_the_code(encrypted: str, asked, clerk: Clerk, cli: Cli, desk: Path):
    newest = max((desk / "backups").glob("*encryption.maildesk"))
    assert "加密的台账" in cli("restore", newest, "--reason", "试").refused()
    clerk.answer = lambda _code: encrypted
    said = asked("restore", newest, "--reason", "试", "--recovery-code")
    assert "已从第" in said.out, said
    assert asked("check", "--recovery-code").code == 0


def test_calls_come_in_through_an_encrypted_staging_file(
    encrypted: str, asked, clerk: Clerk, desk: Path, tmp_path: Path
):
    """Neither the numbers on their way in nor those on the desk can be read from a file."""
    bill = write_bill(tmp_path / "账单.csv", 60, "gb18030")
    clerk.answer = lambda _code: encrypted
    said = asked("import", "bill", bill, "--operator", "电信", "--json", "--recovery-code")
    assert said.json["counts"]["written"] == 60, said
    assert asked("list", "calls", "--month", "2026-10", "--json", "--recovery-code").rows
    files = [file for file in desk.rglob("*") if file.is_file() and not file.read_bytes().startswith(PLAIN)]
    assert files
    assert not any(b"057155500001" in file.read_bytes() for file in files)


def test_the_staging_file_itself_cannot_be_read(tmp_path: Path):
    place = ScratchFile(tmp_path / "staging", DeskKey.new().literal)
    place.path.touch()
    bill = write_bill(tmp_path / "账单.csv", 60, "gb18030")
    reading = read_bill(bill, staging=place, today=date(2026, 11, 20))
    assert reading.staging == place
    content = place.path.read_bytes()
    assert len(content) > 4096
    assert not content.startswith(PLAIN)
    assert b"057155500001" not in content
