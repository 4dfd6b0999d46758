"""``send``: a receipt by mail, once, with the password from standard input; and the canary: it is found nowhere."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.office import open_office
from tests.cli.conftest import Cli
from tests.mailserver.certificates import HOST, Certificates
from tests.mailserver.conftest import certificates
from tests.mailserver.posts import PASSWORD, USER, Post, post
from tests.store.test_secrets import needs_daemon

__all__ = ["certificates"]

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


def describe(cli: Cli, port: int, ca_file: str, **changes: str) -> None:
    values = {"host": HOST, "port": port, "sender": USER, "user": USER, "ca_file": ca_file, **changes}
    assert cli("set", *(f"smtp.{key}={value}" for key, value in values.items())).code == 0


@pytest.fixture
def office_post(cli: Cli, certificates: Certificates) -> Iterator[Post]:
    with post(certificates.server_side["good"]) as running:
        describe(cli, running.port, certificates.ca_file)
        yield running


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))


@pytest.mark.usefixtures("typed")
def test_a_receipt_is_sent_and_listed(cli: Cli, opened: tuple[str, str], office_post: Post):
    _application, receipt = opened
    said = cli("send", receipt, "--password-stdin")
    assert (said.code, said.out.strip(), said.err) == (0, f"{receipt} 已发送到 chj@chenghu.example", "")
    (mail,) = office_post.mails
    assert mail["Subject"] == f"电子邮件开户回执 {receipt}"
    (row,) = cli("list", "deliveries", "--json").rows
    assert (row["state"], row["number"], row["address"], row["attempts"]) == ("sent", receipt, "chj@chenghu.example", 1)
    assert row["answer"] == "250 taken, queued as 4F2A"
    assert row["message_id"] == mail["Message-ID"]
    assert row["tried_at"].startswith("2026-12-03T")


@pytest.mark.usefixtures("typed")
def test_a_script_that_runs_twice_sends_once(cli: Cli, opened: tuple[str, str], office_post: Post, monkeypatch):
    assert cli("send", opened[1], "--password-stdin", "--to", "a@chenghu.example").code == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD))
    assert "再发一次对方会收到两封" in cli("send", opened[1], "--password-stdin", "--to", "a@chenghu.example").refused()
    assert len(office_post.accepted) == 1


@pytest.mark.usefixtures("typed")
def test_what_is_unclear_has_its_own_code_and_is_not_sent_again(
    cli: Cli, opened: tuple[str, str], office_post: Post, monkeypatch
):
    office_post.answers["DATA"] = "abort"
    said = cli("send", opened[1], "--password-stdin")
    assert said.code == 1
    assert "可能收到，也可能没有" in said.err
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD))
    assert "还不清楚对方是否收到" in cli("send", opened[1], "--password-stdin").refused()
    assert len(office_post.accepted) == 1


@pytest.mark.usefixtures("typed")
def test_what_was_refused_is_told_in_the_servers_words_and_tried_again_later(
    cli: Cli, opened: tuple[str, str], office_post: Post, monkeypatch
):
    office_post.answers["RCPT"] = "450 greylisted"
    assert "450 greylisted" in cli("send", opened[1], "--password-stdin").refused()
    office_post.answers.clear()
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD))
    assert cli("send", opened[1], "--password-stdin").code == 0
    (row,) = cli("list", "deliveries", "--json").rows
    assert (row["state"], row["attempts"]) == ("sent", 2)


def test_a_wrong_password_is_refused(cli: Cli, opened: tuple[str, str], office_post: Post, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("wrong\n"))
    assert "不认这个登录名或密码" in cli("send", opened[1], "--password-stdin").refused()
    assert office_post.logins == [(USER, "wrong")]


def test_without_a_password_nothing_is_entered(cli: Cli, opened: tuple[str, str], office_post: Post, monkeypatch):
    assert "用 --password-stdin 从标准输入给出" in cli("send", opened[1]).refused()
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert "还没有给出" in cli("send", opened[1], "--password-stdin").refused()
    assert cli("list", "deliveries", "--json").rows == []
    assert office_post.logins == []


def test_an_unset_server_and_an_unknown_number_are_told(cli: Cli, application: str):
    assert "还没有设置邮件发送服务器" in cli("send", application).refused()
    assert cli("set", "smtp.host=localhost", "smtp.sender=a@b.example").code == 0
    assert "没有编号 HZ-2026-0099" in cli("send", "HZ-2026-0099").refused()


@pytest.mark.usefixtures("typed")
def test_an_application_is_sent_as_its_own_sheet(cli: Cli, application: str, office_post: Post):
    assert cli("send", application, "--password-stdin", "--to", "a@chenghu.example").code == 0
    (mail,) = office_post.mails
    assert mail["Subject"] == f"电子邮件开户申请表 {application}"


def test_a_server_without_logins_is_asked_for_no_password(cli: Cli, opened: tuple[str, str]):
    with post() as running:
        describe(cli, running.port, "", security="none", user="")
        assert cli("send", opened[1]).code == 0
    assert len(running.accepted) == 1


@pytest.mark.tool
@needs_daemon
def test_the_password_comes_from_a_real_keyring_and_a_locked_one_is_named(
    opened: tuple[str, str], office_post: Post, desk: Path, tmp_path: Path
):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    office = open_office(desk, SystemClock())
    office.close()
    told = (str(desk), office.desk.uuid, opened[1], f"{USER}@{HOST}")
    run = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.cli.keyring_send", *told],
        input=f"{PASSWORD}\n",
        env={"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "PATH": os.environ["PATH"]},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    (sent, after_lock) = json.loads(run.stdout)
    assert sent == [0, f"{opened[1]} 已发送到 a@chenghu.example\n"]
    assert after_lock[0] == 2
    assert "系统钥匙串锁着" in after_lock[1]
    assert office_post.logins == [(USER, PASSWORD)]
    files = [file for folder in (desk, home) for file in folder.rglob("*") if file.is_file()]
    assert [file for file in files if PASSWORD.encode() in file.read_bytes()] == []


def test_the_password_is_found_in_no_file_that_sending_leaves(
    cli: Cli, opened: tuple[str, str], office_post: Post, desk: Path, tmp_path: Path
):
    home = tmp_path / "home"
    home.mkdir()
    run = subprocess.run(
        [
            sys.executable,
            "-X",
            "dev",
            "-W",
            "ignore",
            "-m",
            "desk_mailadmin",
            "--desk",
            desk,
            "--today",
            "2026-12-03",
            "send",
            opened[1],
            "--password-stdin",
        ],
        input=f"{PASSWORD}\n".encode(),
        env={"HOME": str(home), "PATH": "", "PYTHONPATH": str(ROOT), "TMPDIR": str(home)},
        cwd=home,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert office_post.logins == [(USER, PASSWORD)]
    files = [file for folder in (desk, home) for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 3
    shapes = [PASSWORD.encode(), PASSWORD.encode("utf-16-le")]
    assert [file for file in files if any(shape in file.read_bytes() for shape in shapes)] == []
    assert PASSWORD.encode() not in run.stdout + run.stderr
