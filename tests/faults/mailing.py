"""Run beside a test, never in it: kills the program while it sends mail, and counts what the server took.

``python -m tests.faults.mailing FOLDER KILLS`` prints one JSON object: kills, in_dialogue (killed while a mail was being
sent), unclear_and_taken, taken (mails the server took), twice (papers it took more than once), lost (said to be sent, never taken),
unclear, unmarked (taken, and the desk does not know that it may have been), self_sent (sent again by opening the desk).
Makes FOLDER and refuses one that is there already.
"""

from __future__ import annotations

import json
import os
import random
import signal
import smtplib
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.mailserver.sending import send
from desk_mailadmin.registers.deliveries.rules import Words
from tests.mailserver.posts import post
from tests.registers.builders import DOMAIN, House, new_house, open_house

_PAUSE = 0.025
"""Seconds the server takes over each word, so that kills fall into every part of a dialogue."""


STEPS = ("start", "EHLO", "MAIL", "RCPT", "DATA", "TAKEN", "answer")
"""Where the program is killed: somewhere before the dialogue, at a word of it, when the mail is taken, at its end."""


class Serving:
    """A mail server in a child process, which tells each step of a dialogue and then takes its time."""

    def __init__(self, log: Path) -> None:
        self._told, writing = os.pipe()
        self.child = os.fork()
        if self.child == 0:
            with post(at=lambda step: _tell(writing, step), log=log) as office:
                os.write(writing, b"%d\n" % office.port)
                signal.pause()
        os.close(writing)
        self.port = int(os.read(self._told, 99))
        os.set_blocking(self._told, False)

    def await_step(self, step: str) -> None:
        """Return once the server tells that step, at the latest after some seconds."""
        ends, heard = time.monotonic() + 5, b""
        while step.encode() not in heard and time.monotonic() < ends:
            heard += self._read()
            time.sleep(0.001)

    def forget(self) -> None:
        """Forget what was told of dialogues before."""
        while self._read():
            pass

    def settle(self) -> None:
        """Return once the server ended what it had begun: it does one thing after the other, so its answers come last."""
        for _ in range(3):
            with smtplib.SMTP("127.0.0.1", self.port, timeout=60) as line:
                line.noop()

    def end(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)

    def _read(self) -> bytes:
        try:
            return os.read(self._told, 9999)
        except BlockingIOError:
            return b""


def _tell(pipe: int, step: str) -> None:
    os.write(pipe, f"{step}\n".encode())
    time.sleep(_PAUSE)


def forked(act: Callable[[], object]) -> int:
    """Start ``act`` in a child and return it."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return child


def send_paper(folder: Path, receipt: int) -> None:
    """Do what 用邮件发送 does: enter, mark, speak to the server, keep what became of it."""
    house = open_house(folder)
    try:
        service = house.deliveries
        record = service.enter(service.sendable("receipt", receipt), Words(f"a@{DOMAIN}", "回执", "见附件"))
        mail, row = service.written(record), service.row(record)
        service.begin(record)
        service.finish(record, send(service.server(), row.address, mail))
    except DeskError:
        pass  # sent already, or unclear: whoever tries again is told so
    finally:
        house.desk.database.close()


def taken(log: Path) -> Counter[bytes]:
    """Return how often the server took each Message-ID."""
    return Counter(log.read_bytes().split()) if log.exists() else Counter()


def looked_at(folder: Path) -> dict[int, tuple[str, str]]:
    """Open the desk as the program does at its start; return the state and Message-ID of each receipt's mail."""
    house = open_house(folder)
    try:
        return _rows(house)
    finally:
        house.desk.database.close()


def _rows(house: House) -> dict[int, tuple[str, str]]:
    found = house.desk.database.execute_sql("SELECT record, state, message_id FROM delivery").fetchall()
    return {record: (state, message_id) for record, state, message_id in found}


def prepared(folder: Path, kills: int, port: int) -> list[int]:
    """Make a desk with a receipt for each kill, and return them."""
    house = new_house(folder)
    house.mail_server("127.0.0.1", port=port, security="none", user="")
    receipts = [house.handed_over(house.person(f"周文{n}"), f"p{n}@{DOMAIN}")[1].receipt for n in range(kills)]
    house.desk.database.close()
    return receipts


def killing(folder: Path, kills: int) -> dict[str, int]:
    folder.mkdir(parents=True)  # raises where anything is there
    desk, log = folder / "desk", folder / "taken"
    server, chance = Serving(log), random.Random(7)  # noqa: S311  (when to kill)
    outcome: Counter[str] = Counter(kills=kills)
    try:
        for n, receipt in enumerate(prepared(desk, kills, server.port)):
            server.forget()
            child = forked(lambda receipt=receipt: send_paper(desk, receipt))  # type: ignore[misc]
            wait_for(STEPS[n % len(STEPS)], server, chance)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            server.settle()
            before = taken(log)
            state, message_id = looked_at(desk).get(receipt, ("none", ""))
            outcome["in_dialogue"] += state == "unclear"
            outcome["unclear_and_taken"] += state == "unclear" and message_id.encode() in before
            outcome["self_sent"] += taken(log) != before
            os.waitpid(forked(lambda receipt=receipt: send_paper(desk, receipt)), 0)  # type: ignore[misc]
        return _counted(outcome, looked_at(desk), taken(log))
    finally:
        server.end()


def wait_for(step: str, server: Serving, chance: random.Random) -> None:
    """Wait until the program is to be killed."""
    if step == "start":
        time.sleep(chance.random() * 0.12)
    elif step == "answer":
        server.await_step("TAKEN")
        time.sleep(_PAUSE * (0.8 + chance.random() * 0.6))
    else:
        server.await_step(step)


def _counted(outcome: Counter[str], mails: dict[int, tuple[str, str]], took: Counter[bytes]) -> dict[str, int]:
    of_state = {message_id.encode(): state for state, message_id in mails.values()}
    return {
        **outcome,
        "taken": sum(took.values()),
        "twice": sum(count > 1 for count in took.values()) + (len(mails) - len(of_state)),
        "lost": sum(state == "sent" and message_id not in took for message_id, state in of_state.items()),
        "unclear": sum(state == "unclear" for state in of_state.values()),
        "unmarked": sum(of_state.get(message_id) not in ("sent", "unclear") for message_id in took),
    }


if __name__ == "__main__":
    print(json.dumps(killing(Path(sys.argv[1]), int(sys.argv[2]))))
