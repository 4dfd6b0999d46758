"""Run beside a test in a session bus of its own: ``send`` with the password from a real keyring.

``python -m tests.cli.keyring_send DESK NUMBER ACCOUNT`` reads the password from standard input, puts it into the keyring as
the window does, and prints the codes of three ``send``: with it, after it was locked, after the keyring is gone.
"""

from __future__ import annotations

import json
import subprocess
import sys

from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.secrets import Secrets
from tests.store.keyring_session import daemon, lock


def send(desk: str, number: str, address: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "desk_mailadmin", "--desk", desk, "--today", "2026-12-03", "send", number]
    run = subprocess.run([*command, "--to", address], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def main(desk: str, identity: str, number: str, account: str) -> None:
    password = Secret(sys.stdin.readline().rstrip("\n"))
    with daemon():
        assert Secrets(identity).keep(account, password, remember=True) == ""
        found = [send(desk, number, "a@chenghu.example")]
        lock()
        found.append(send(desk, number, "b@chenghu.example"))
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
