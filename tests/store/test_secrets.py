"""Passwords in a real keyring under a session bus of its own, and the keyrings that must not be used."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, null
from keyring.errors import KeyringError, KeyringLocked

from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.secrets import (
    ABSENT,
    BROKEN,
    LOCKED,
    NOT_DROPPED,
    NOT_KEPT,
    NOT_KEPT_LOCKED,
    SILENT,
    Found,
    Secrets,
)
from tests.store.keyring_session import NAME, PASSWORD

ROOT = Path(__file__).parents[2]
needs_daemon = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")), reason="no keyring daemon here"
)


def in_a_session(case: str, home: Path, *, bus: bool = True) -> Any:
    """Run a case with a home and a keyring of its own, and a bus unless there is to be none; return what it found."""
    home.mkdir(mode=0o700)
    run = subprocess.run(
        [*(["dbus-run-session", "--"] if bus else []), sys.executable, "-m", "tests.store.keyring_session", case],
        cwd=ROOT,
        env={
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert PASSWORD not in run.stderr
    return json.loads(run.stdout)


@pytest.mark.tool
@needs_daemon
def test_the_keyring_keeps_a_password_until_it_is_forgotten_and_for_this_desk_alone(tmp_path: Path) -> None:
    said = in_a_session("whole", tmp_path / "home")
    assert said == {
        "before": [None, ""],
        "kept": "",
        "again": [PASSWORD, ""],
        "other": [None, ""],
        "forgotten": "",
        "twice": "",
        "emptied": [None, ""],
        "title": "系统钥匙串",
    }
    left = [file for file in (tmp_path / "home").rglob("*") if file.is_file()]
    assert left
    assert [file.name for file in left if PASSWORD.encode() in file.read_bytes()] == []


@pytest.mark.tool
@needs_daemon
def test_a_password_for_now_does_not_reach_the_keyring(tmp_path: Path) -> None:
    assert in_a_session("only_for_now", tmp_path / "home") == {"here": [PASSWORD, ""], "again": [None, ""]}


@pytest.mark.tool
@needs_daemon
def test_a_locked_keyring_is_named_and_this_session_goes_on_by_memory(tmp_path: Path) -> None:
    assert in_a_session("locked", tmp_path / "home") == {
        "here": [PASSWORD, ""],
        "again": [None, LOCKED],
        "kept": NOT_KEPT_LOCKED,
        "now": ["new", ""],
        "forgotten": NOT_DROPPED,
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have their keyring")
def test_without_a_keyring_this_session_goes_on_by_memory(tmp_path: Path) -> None:
    said = in_a_session("absent", tmp_path / "home", bus=False)
    assert said == {"before": [None, ABSENT], "kept": ABSENT, "here": [PASSWORD, ""], "title": ""}


# keyrings of other kinds, in this process


class Foreign(KeyringBackend):
    """What an add-on may bring: here one that would write plain text."""

    priority = 1  # type: ignore[assignment]
    held: dict[tuple[str, str], str]

    def __init__(self) -> None:
        super().__init__()
        self.held = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


@pytest.fixture
def put_in() -> Iterator[Any]:
    """Make a keyring the one of this process."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def passing_for_allowed(**methods: Any) -> KeyringBackend:
    """A keyring that bears an allowed name and behaves as ``methods`` say."""
    kind = type("Keyring", (Foreign,), {**methods, "__module__": SecretService.Keyring.__module__})
    made: KeyringBackend = kind()
    return made


def test_a_keyring_that_is_not_known_to_encrypt_is_never_used(put_in: Any) -> None:
    foreign = Foreign()
    put_in(foreign)
    one = Secrets("desk")
    assert one.keep(NAME, Secret(PASSWORD), remember=True) == ABSENT
    assert one.find(NAME) == Found(Secret(PASSWORD))
    assert Secrets("desk").find(NAME) == Found(None, ABSENT)
    assert (foreign.held, one.keyring_title()) == ({}, "")


@pytest.mark.parametrize("kind", [null.Keyring, fail.Keyring, chainer.ChainerBackend])
def test_the_keyring_library_without_a_real_keyring_is_none(put_in: Any, kind: type[KeyringBackend]) -> None:
    """F26: switched off by its owner, failing, or a chain of nothing: asked each session, kept in memory alone."""
    if kind is chainer.ChainerBackend:
        kind = type("ChainerBackend", (kind,), {"backends": [null.Keyring()], "__module__": chainer.__name__})
    put_in(kind())
    one = Secrets("desk")
    assert one.keep(NAME, Secret(PASSWORD), remember=True) == ABSENT
    assert one.find(NAME) == Found(Secret(PASSWORD))
    assert Secrets("desk").find(NAME) == Found(None, ABSENT)
    assert one.forget(NAME) == ABSENT
    assert one.find(NAME) == Found(None, ABSENT)
    assert one.keyring_title() == ""


def test_a_keyring_that_was_emptied_meanwhile_is_asked_again(put_in: Any) -> None:
    good = passing_for_allowed()
    put_in(good)
    assert Secrets("desk").keep(NAME, Secret(PASSWORD), remember=True) == ""
    good.held.clear()  # type: ignore[attr-defined]
    assert Secrets("desk").find(NAME) == Found(None, "")


def test_of_a_chain_only_a_link_that_encrypts_is_used(put_in: Any) -> None:
    foreign, good = Foreign(), passing_for_allowed()
    kind = type(
        "ChainerBackend", (chainer.ChainerBackend,), {"backends": [foreign, good], "__module__": chainer.__name__}
    )
    put_in(kind())
    assert Secrets("desk").keep(NAME, Secret(PASSWORD), remember=True) == ""
    assert Secrets("desk").find(NAME) == Found(Secret(PASSWORD))
    assert foreign.held == {}


def raising(fault: Exception) -> Any:
    def method(*_given: Any) -> Any:
        raise fault

    return method


@pytest.mark.parametrize(
    ("fault", "why"), [(KeyringLocked("x"), LOCKED), (KeyringError("x"), BROKEN), (OSError("bus gone"), BROKEN)]
)
def test_what_a_keyring_raises_is_told_in_words(put_in: Any, fault: Exception, why: str) -> None:
    put_in(passing_for_allowed(get_password=raising(fault), set_password=raising(fault)))
    one = Secrets("desk")
    assert one.find(NAME) == Found(None, why)
    assert one.keep(NAME, Secret(PASSWORD), remember=True) == (NOT_KEPT_LOCKED if why == LOCKED else NOT_KEPT)
    assert one.find(NAME) == Found(Secret(PASSWORD))
    assert one.forget(NAME) == NOT_DROPPED
    assert one.find(NAME).secret is None, "memory forgets, whatever the keyring says"


def test_a_keyring_that_never_answers_holds_up_nobody(put_in: Any) -> None:
    put_in(passing_for_allowed(get_password=lambda *_given: time.sleep(3)))
    started = time.monotonic()
    assert Secrets("desk", wait=0.2).find(NAME) == Found(None, SILENT)
    assert time.monotonic() - started < 2


def test_a_keyring_that_swallows_a_password_is_found_out(put_in: Any) -> None:
    put_in(passing_for_allowed(set_password=lambda *_given: None))
    assert Secrets("desk").keep(NAME, Secret(PASSWORD), remember=True) == NOT_KEPT


@pytest.mark.parametrize("length", [1001, 1280, 1281, 100_000])
def test_a_password_too_long_for_some_keyring_is_kept_in_none(put_in: Any, length: int) -> None:
    good = passing_for_allowed()
    put_in(good)
    one = Secrets("desk")
    assert one.keep(NAME, Secret("x" * length), remember=True) == NOT_KEPT
    assert one.find(NAME) == Found(Secret("x" * length)), "this session has it"
    assert good.held == {}  # type: ignore[attr-defined]


@needs_daemon
def test_the_key_of_an_encrypted_desk_stands_in_the_keyring_and_comes_back_by_the_code(tmp_path):
    found = in_a_session("encrypted", tmp_path / "home")
    number = found["number"]
    assert (found["note"], found["by_keyring"]) == ("", number)
    assert (found["forgotten"], found["emptied"]) == ("", "DeskLocked")
    assert (found["by_code"], found["again"]) == (number, number)
    assert found["locked"] == "DeskLocked"
