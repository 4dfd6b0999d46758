"""Run beside a test, never in it: forks writers of one desk, kills them in the middle, and looks at what is left.

``python killing.py writes FOLDER KILLS`` prints one JSON object: kills, lost, broken, in_transaction, commits.
``python killing.py upgrade FOLDER KILLS`` the same for an upgrade: old, new, broken.
Both make FOLDER and refuse one that is there already: they empty it again and again.
``python killing.py numbers FOLDER COUNT`` takes numbers from the desk again and again, waiting for its turn, and prints them.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.desk import Desk, create_desk, open_desk
from desk_mailadmin.store.upgrades.step import Step
from tests.store.notes import STEPS, Note, Shelf

CLOCK = StillClock.on(date(2026, 11, 21))
UPGRADE = (
    Step(3, "colour", ("ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT ''",)),
    Step(
        4,
        "rebuild",
        (
            "CREATE TABLE shelf_new ({id}, name TEXT NOT NULL, room TEXT NOT NULL DEFAULT '')",
            "INSERT INTO shelf_new (id, name) SELECT id, name FROM shelf",
            "DROP TABLE shelf",
            "ALTER TABLE shelf_new RENAME TO shelf",
            "CREATE INDEX note_pages ON note (pages)",
        ),
    ),
)


def opened(folder: Path, steps: tuple[Step, ...] = STEPS) -> Desk:
    made = open_desk if folder.exists() else create_desk
    return made(folder, clock=CLOCK, changes=Changes(), models=(Shelf, Note), steps=steps)


def forked(act: Callable[[int], None]) -> tuple[int, int]:
    """Start ``act`` in a child with the writing end of a pipe; return the child and the reading end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            act(writing)
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def write_for_ever(folder: Path) -> Callable[[int], None]:
    def act(pipe: int) -> None:
        desk = opened(folder)
        chance = random.Random(os.getpid())  # noqa: S311  (when to kill)
        while True:
            os.write(pipe, b"%d\n" % written(desk, chance))

    return act


def written(desk: Desk, chance: random.Random) -> int:
    """Do one unit of work of several rows, some long, and return its number once it is kept."""
    with desk.work("note.add") as work:
        number = work.number("KH", 2026)
        for part in range(chance.randrange(1, 4)):
            note = Note.create(title="张三" * chance.randrange(5, 3000), pages=number)
            desk.search.put("note", note.id, ["张三"], [f"zs{part}"])
        work.wrote("note", number, "登记", after={"pages": number})
    return number


def rest(pipe: int) -> bytes:
    found = b""
    while part := os.read(pipe, 65536):
        found += part
    os.close(pipe)
    return found


def state(folder: Path) -> tuple[bool, int]:
    """Return whether the desk is whole, and the last number it kept."""
    desk = opened(folder)
    try:
        count = desk.database.execute_sql("SELECT count(DISTINCT pages), coalesce(max(pages), 0) FROM note").fetchone()
        last = desk.sequences.last("KH", 2026)
        whole = not desk.check() and count == (last, last) and desk.journal.head().seq == last
        return whole, last
    finally:
        desk.database.close()


def writes(folder: Path, kills: int) -> Counter[str]:
    outcome: Counter[str] = Counter(kills=kills, lost=0, broken=0, in_transaction=0, commits=0)
    chance = random.Random(7)  # noqa: S311  (when to kill)
    for n in range(kills):
        if n % 25 == 0:
            if folder.exists():
                shutil.rmtree(folder)
            opened(folder).database.close()
        child, pipe = forked(write_for_ever(folder))
        told = os.read(pipe, 65536)
        time.sleep(chance.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        told += rest(pipe)
        os.waitpid(child, 0)
        outcome["in_transaction"] += (folder / "desk.maildesk-journal").stat().st_size > 512
        whole, last = state(folder)
        outcome["broken"] += not whole
        outcome["lost"] += last < int(told.split()[-1])
        outcome["commits"] += len(told.split())
    return outcome


def upgrade(folder: Path, kills: int) -> Counter[str]:
    desk = opened(folder)
    with desk.work("fill") as work:
        for n in range(300):
            shelf = Shelf.create(name=f"{n}")
            Note.create(title="长" * 500, shelf=shelf)
        work.wrote("note", 0, "登记")
    desk.close()
    pristine = folder.with_name("pristine")
    shutil.copytree(folder, pristine)
    chance = random.Random(7)  # noqa: S311  (when to kill)
    outcome: Counter[str] = Counter(old=0, new=0, broken=0)
    window = 0.09  # seconds in which a kill falls; it follows the machine, so that kills come before and after the end
    for _ in range(kills):
        shutil.rmtree(folder)
        shutil.copytree(pristine, folder)
        child, pipe = forked(lambda _pipe: opened(folder, (*STEPS, *UPGRADE)).database.close())
        time.sleep(chance.random() * window)
        os.kill(child, signal.SIGKILL)
        rest(pipe)
        os.waitpid(child, 0)
        found = upgraded(folder)
        window *= 1.15 if found == "old" else 0.87
        outcome[found] += 1
    return outcome


def upgraded(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "desk.maildesk")) as connection:
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        joined = connection.execute("SELECT count(*) FROM note JOIN shelf ON shelf.id = note.shelf_id").fetchone()[0]
        new = "colour" in connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'note'").fetchone()[0]
    if not whole or joined != 300 or new != (schema == 4):
        return "broken"
    return "new" if new else "old"


def numbers(folder: Path, count: int) -> list[int]:
    taken: list[int] = []
    while len(taken) < count:
        try:
            desk = opened(folder)
        except EnvironmentFault:
            continue
        for _ in range(min(20, count - len(taken))):
            with desk.work("number") as work:
                taken.append(work.number("KH", 2026))
                work.wrote("note", taken[-1], "编号")
        desk.database.close()
        time.sleep(0.01)
    return taken


def new_folder(place: str) -> Path:
    """Return a folder that this run made itself, so that nothing but its own desks can be removed in it."""
    folder = Path(place)
    folder.mkdir(parents=True)  # raises where anything is there
    return folder / "desk"


if __name__ == "__main__":
    job = {"writes": writes, "upgrade": upgrade, "numbers": numbers}[sys.argv[1]]
    place = Path(sys.argv[2]) if job is numbers else new_folder(sys.argv[2])
    print(json.dumps(job(place, int(sys.argv[3]))))
