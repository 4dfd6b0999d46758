"""Run beside a test, never in it: kills restores in the middle and looks at what is left.

``python -m tests.faults.restoring FOLDER KILLS`` prints one JSON object: old, new, neither, hot, seconds. FOLDER is made here.
Every second desk was left by a writer that was killed in the middle of a transaction, with a hot journal beside it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from desk_mailadmin.store.backup_manifest import Backup, read_backup
from tests.faults.killing import forked, new_folder, opened, rest
from tests.store.notes import Note, add_note
from tests.store.restores import put_back

OLD, NEW = 40, 20
"""Notes of the desk before a restore, and of the backup."""


def prepared(folder: Path) -> dict[bool, Path]:
    """Return a desk with a backup to go back to, closed in order, and the same one left in a transaction (True)."""
    desk = opened(folder)
    for n in range(OLD):
        if n == NEW:
            desk.backups.make("hand")
        add_note(desk, f"{n} " + "长" * 2000)
    desk.close()
    calm, hot = folder.with_name("calm"), folder.with_name("hot")
    shutil.copytree(folder, calm)
    child, pipe = forked(lambda writing: left_in_a_transaction(folder, writing))
    os.read(pipe, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    rest(pipe)
    shutil.copytree(folder, hot)
    assert (hot / "desk.maildesk-journal").stat().st_size > 512
    return {False: calm, True: hot}


def left_in_a_transaction(folder: Path, pipe: int) -> None:
    desk = opened(folder)
    desk.database.execute_sql("PRAGMA cache_size=1")
    with desk.work("note.add"):
        for _ in range(50):
            Note.create(title="长" * 5000)
        os.write(pipe, b"x")
        time.sleep(60)


def first_backup(folder: Path) -> Backup:
    found = [read_backup(manifest) for manifest in (folder / "backups").glob("*.json")]
    return min((one for one in found if one), key=lambda backup: backup.number)


def left(folder: Path) -> str:
    """Return which desk stands there: the old one, the new one, or neither."""
    try:
        desk = opened(folder)
    except Exception as fault:  # noqa: BLE001  (whatever hinders the opening is what is looked for)
        print(fault, file=sys.stderr)
        return "neither"
    try:
        count = Note.select().count()
        restored = bool(desk.journal.history("restored", 1))
        whole = not desk.check() and not list((folder / "backups").glob(".*"))
        expected = {(OLD, False): "old", (NEW, True): "new"}
        return expected.get((count, restored), "neither") if whole else "neither"
    finally:
        desk.database.close()


def kill(folder: Path, kills: int) -> Counter[str]:
    pristine = prepared(folder)
    outcome: Counter[str] = Counter(old=0, new=0, neither=0, hot=0)
    chance = random.Random(7)  # noqa: S311  (when to kill)
    usual = seconds_of_one(folder, pristine[False])
    for number in range(kills):
        hot = number % 2 == 1
        shutil.rmtree(folder)
        shutil.copytree(pristine[hot], folder)
        child, pipe = forked(lambda _pipe: put_back(folder, first_backup(folder)))
        time.sleep(chance.random() * usual * 1.3)
        os.kill(child, signal.SIGKILL)
        rest(pipe)
        os.waitpid(child, 0)
        outcome["hot"] += hot
        outcome[left(folder)] += 1
    return outcome


def seconds_of_one(folder: Path, pristine: Path) -> float:
    shutil.rmtree(folder)
    shutil.copytree(pristine, folder)
    begin = time.monotonic()
    child, pipe = forked(lambda _pipe: put_back(folder, first_backup(folder)))
    rest(pipe)
    os.waitpid(child, 0)
    return time.monotonic() - begin


if __name__ == "__main__":
    print(json.dumps(kill(new_folder(sys.argv[1]), int(sys.argv[2]))))
