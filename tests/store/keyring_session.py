"""Run beside a test in a session bus of its own (``dbus-run-session``): a real keyring daemon and our use of it.

``python -m tests.store.keyring_session CASE`` prints one JSON object of what was found.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.secrets import Secrets

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


if __name__ == "__main__":
    print(json.dumps({"whole": whole, "only_for_now": only_for_now, "locked": locked, "absent": absent}[sys.argv[1]]()))
