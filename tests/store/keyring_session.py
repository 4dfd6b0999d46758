"""Run beside a test in a session bus of its own (``dbus-run-session``): a real keyring daemon and our use of it.

``python -m tests.store.keyring_session CASE`` prints one JSON object of what was found.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.desk import create_desk, open_desk
from desk_mailadmin.store.encryption import Offer
from desk_mailadmin.store.key_file import read_keys
from desk_mailadmin.store.secrets import Secrets
from desk_mailadmin.store.unlocking import forget
from tests.store.notes import STEPS

DESK, NAME, PASSWORD = "0b4e6f8c-desk", "zhoumin@smtp.example.com", "Kan@ry-7f3a9c51-Wj"


@contextmanager
def daemon() -> Iterator[None]:
    """A keyring daemon whose keyring is open."""
    command = ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"the keyring's own\n")
    process.stdin.close()
    process.stdout.readline()
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def lock() -> None:
    """Lock the keyring, as a screen left alone does."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def found(secrets: Secrets) -> tuple[str | None, str]:
    answer = secrets.find(NAME)
    return (answer.secret.bare if answer.secret else None), answer.why


def whole() -> dict[str, Any]:
    with daemon():
        one = Secrets(DESK)
        before = found(one)
        kept = one.keep(NAME, Secret(PASSWORD), remember=True)
        again, other = found(Secrets(DESK)), found(Secrets("another-desk"))
        forgotten = Secrets(DESK).forget(NAME)
        twice = Secrets(DESK).forget(NAME)
        title = one.keyring_title()
        return {
            "before": before,
            "kept": kept,
            "again": again,
            "other": other,
            "forgotten": forgotten,
            "twice": twice,
            "emptied": found(Secrets(DESK)),
            "title": title,
        }


def only_for_now() -> dict[str, Any]:
    with daemon():
        one = Secrets(DESK)
        one.keep(NAME, Secret(PASSWORD), remember=False)
        return {"here": found(one), "again": found(Secrets(DESK))}


def locked() -> dict[str, Any]:
    with daemon():
        one = Secrets(DESK)
        one.keep(NAME, Secret(PASSWORD), remember=True)
        lock()
        other = Secrets(DESK)
        return {
            "here": found(one),
            "again": found(other),
            "kept": other.keep(NAME, Secret("new"), remember=True),
            "now": found(other),
            "forgotten": Secrets(DESK).forget(NAME),
        }


def absent() -> dict[str, Any]:
    one = Secrets(DESK)
    before = found(one)
    return {
        "before": before,
        "kept": one.keep(NAME, Secret(PASSWORD), remember=True),
        "here": found(one),
        "title": one.keyring_title(),
    }


def encrypted() -> dict[str, Any]:
    """A desk encrypted with a keyring that is there, opened by it, then emptied, opened by the code, found there again."""
    folder, clock, offer = Path(os.environ["HOME"]) / "desk", SystemClock(), Offer.new()

    def opened(code: Secret | None = None) -> str:
        try:
            desk = open_desk(folder, clock=clock, changes=Changes(), steps=STEPS, code=code)
        except DeskError as fault:
            return type(fault).__name__
        number, note = desk.encryption.number, desk.encryption.note
        desk.close()
        return note or number

    with daemon():
        desk = create_desk(folder, clock=clock, changes=Changes(), steps=STEPS)
        note = desk.encryption.prepare(offer, "")
        desk.close()
        by_keyring = opened()
        (wrapped,) = read_keys(folder)
        forgotten = forget(wrapped)
        emptied = opened()
        by_code, again = opened(offer.code), opened()
        lock()
        return {
            "number": offer.key.number,
            "note": note,
            "by_keyring": by_keyring,
            "forgotten": forgotten,
            "emptied": emptied,
            "by_code": by_code,
            "again": again,
            "locked": opened(),
        }


CASES = {"whole": whole, "only_for_now": only_for_now, "locked": locked, "absent": absent, "encrypted": encrypted}

if __name__ == "__main__":
    print(json.dumps(CASES[sys.argv[1]]()))
