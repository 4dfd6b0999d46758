"""Commands where several people work at the desk: who gives them is said by --as, the PIN on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from desk_mailadmin.cli import encryption
from desk_mailadmin.office import open_office
from desk_mailadmin.store.encryption import Offer
from tests.cli.conftest import Cli, Said
from tests.desks import TODAY, clock
from tests.members.people import PINS, Machine, come, switched_on


@pytest.fixture
def shared(desk: Path) -> Path:
    """A desk at which several people work."""
    office = open_office(desk, clock())
    office.desk.members.uptime = Machine()
    switched_on(office.desk)
    office.close()
    return desk


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The PINs that are typed on a terminal, one after the other; getpass stands for the terminal."""
    pins: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt, stream=None: pins.pop(0))
    return pins


def test_who_works_alone_is_asked_nothing(cli: Cli):
    assert cli("list", "staff").code == 0
    assert cli("--as", "周敏", "list", "staff").code == 0


def test_nothing_is_listed_or_entered_before_somebody_said_who(cli: Cli, shared: Path):
    assert shared.exists()
    for command in (("list", "staff"), ("export", "staff", "-o", "x.xlsx"), ("set", "company=甲")):
        assert "用 --as 姓名 说明是谁" in cli(*command).refused()
    assert "没有“宋佳”" in cli("--as", "宋佳", "list", "staff").refused()
    assert "PIN 只在终端上输入" in cli("--as", "周敏", "list", "staff").refused()


def test_scheduled_work_needs_nobody(cli: Cli, shared: Path):
    assert cli("backup").code == 0
    assert cli("check").code == 0
    assert shared.exists()


def test_the_role_holds_on_the_command_line_too(cli: Cli, shared: Path, typed: list[str], application: str):
    assert shared.exists()
    assert application
    typed += [PINS["陈翔"], PINS["周敏"], PINS["李建华"]]
    assert cli("--as", "陈翔", "list", "applications", "--json").rows
    assert "审批或管理的人做" in cli("--as", "周敏", "void", application, "--reason", "重复").refused()
    said = cli("void", application, "--reason", "重复", "--as", "李建华")
    assert said.code == 0, said
    office = open_office(shared, clock())
    rows = office.desk.database.execute_sql("SELECT who FROM journal WHERE action = 'application.void'").fetchall()
    office.close()
    assert rows == [("李建华",)]


@pytest.fixture
def application(cli: Cli, typed: list[str], shared: Path, data_file) -> str:
    """An application that a clerk entered by the command."""
    assert shared.exists()
    typed.append(PINS["周敏"])
    said: Said = cli("--as", "周敏", "record", "application", "--data", data_file())
    assert said.code == 0, said
    return said.out.strip()


def test_a_wrong_pin_is_counted_over_commands(cli: Cli, shared: Path, typed: list[str]):
    assert shared.exists()
    typed += ["194602"] * 5 + [PINS["周敏"]]
    for _ in range(4):
        assert "PIN 不对" in cli("--as", "周敏", "list", "staff").refused()
    assert "要等 1 分钟" in cli("--as", "周敏", "list", "staff").refused()
    assert "要等 1 分钟" in cli("--as", "周敏", "list", "staff").refused()


def test_a_backup_is_put_back_by_an_administrator(cli: Cli, shared: Path, typed: list[str]):
    assert shared.exists()
    made = Path(cli("backup").out.strip().splitlines()[0])
    assert "用 --as 姓名" in cli("restore", made, "--reason", "试").refused()
    typed += [PINS["李建华"], PINS["王志刚"]]
    assert "由管理的人做" in cli("--as", "李建华", "restore", made, "--reason", "试").refused()
    said = cli("--as", "王志刚", "restore", made, "--reason", "试")
    assert said.code == 0, said
    office = open_office(shared, clock())
    told = "SELECT who, json_extract(body, '$.member'), json_extract(body, '$.role') FROM journal WHERE action = ?"
    rows = office.desk.database.execute_sql(told, ("backup.restore",)).fetchall()
    admin = office.desk.members.named("王志刚").id
    office.close()
    assert rows == [("王志刚", admin, "admin")]


def test_encryption_is_switched_by_an_administrator(
    cli: Cli, shared: Path, typed: list[str], monkeypatch: pytest.MonkeyPatch
):
    assert "用 --as 姓名" in cli("encrypt", "on").refused()
    typed.append(PINS["李建华"])
    refused = cli("--as", "李建华", "encrypt", "on")
    assert (refused.code, refused.out) == (2, "")
    assert "由管理的人做" in refused.err
    offers: list[Offer] = []
    monkeypatch.setattr(encryption, "new_offer", lambda _office, rekey: offers.append(Offer.new()) or offers[-1])
    monkeypatch.setattr(encryption, "_asked", lambda _question: offers[-1].code.bare)
    typed.append(PINS["王志刚"])
    said = cli("--as", "王志刚", "encrypt", "on", "--remove-plain")
    assert "已加密" in said.out, said
    assert "没有加密的备份；加上" not in said.out
    office = open_office(shared, clock(), code=offers[-1].code)
    rows = office.desk.database.execute_sql("SELECT who FROM journal WHERE action LIKE 'encryption%'").fetchall()
    office.close()
    assert rows == [("王志刚",)] * 2


def test_the_pin_is_typed_on_a_real_terminal_unseen(shared: Path):
    """A child with a terminal of its own: the prompt comes, the digits are not echoed, the list is printed."""
    ours, theirs = pty.openpty()
    command = [
        sys.executable, "-m", "desk_mailadmin", "--desk", str(shared), "--today", str(TODAY), "--as", "陈翔",
        "list", "branches", "--json",
    ]  # fmt: skip
    child = subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert child.stderr is not None
    prompt = b""
    while not prompt.endswith("：".encode()):
        prompt += child.stderr.read(1)
    os.write(ours, f"{PINS['陈翔']}\n".encode())
    out, _err = child.communicate(timeout=120)
    os.close(theirs)
    os.close(ours)
    assert child.returncode == 0
    assert "陈翔的 PIN：" in prompt.decode()
    assert '"rows"' in out.decode()
    assert PINS["陈翔"] not in prompt.decode() + out.decode()


def test_who_is_there_in_the_window_is_not_there_for_a_command(cli: Cli, shared: Path):
    office = open_office(shared, clock())
    come(office.desk, "周敏")
    office.close()
    assert "用 --as 姓名" in cli("list", "staff").refused()
