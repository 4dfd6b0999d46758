"""SPEED f and h: one save against the same statements in bare SQLite, a verified backup against a file copy."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path

from desk_mailadmin.registers.staff.rules import StaffEntry
from desk_mailadmin.store.database import FILE_NAME, raw
from tests.bench.harness import Line, Workshop, at_work, timed
from tests.bench.lists import staff_of
from tests.bench.people import DEPARTMENTS, UNITS, desk_of

SAVES = 60
INSIDE_FTS = re.compile(r"search_\w+_(data|idx|content|docsize|config)\b")
PRAGMAS = ("locking_mode=EXCLUSIVE", "journal_mode=TRUNCATE", "synchronous=EXTRA", "foreign_keys=ON")


def save(shop: Workshop) -> Iterator[Line]:
    """SPEED f: a person entered, with journal, history and search index."""
    size = shop.sizes[0]
    saves = shop.rounds(SAVES)
    first, second = (_copy(desk_of(shop, size), shop.scratch / name) for name in ("recorded", "ours"))
    bare = _copy(desk_of(shop, size), shop.scratch / "bare")
    statements = _recorded(first, saves)
    ours, reference = [], []
    with staff_of(second) as (_desk, service), closing(_bare(bare / FILE_NAME)) as db:
        for number, batch in enumerate(statements):
            ours.append(timed(lambda number=number: service.add(_person(number))))
            reference.append(timed(lambda batch=batch: _run(db, batch)))
    per_save = len(statements[0])
    note = f"{per_save} statements in bare sqlite3, same pragmas"
    yield Line(f"one person entered, desk of {size:,}", ours, reference, 3, note=note)


def _person(number: int) -> StaffEntry:
    return StaffEntry(
        name="欧阳文博", dept=DEPARTMENTS[number % 10], branch=UNITS[0], emp_no=f"N{number:05d}", mobile="15400001234",
        extension="8012", email=f"n{number}@b.example",
    )  # fmt: skip


def _recorded(folder: Path, saves: int) -> Sequence[Sequence[str]]:
    """The statements of each save as SQLite saw them, values filled in, without what the search table does inside."""
    found: list[list[str]] = []
    with staff_of(folder) as (desk, service):
        for number in range(saves):
            seen: list[str] = []
            raw(desk.database).set_trace_callback(seen.append)
            service.add(_person(number))
            raw(desk.database).set_trace_callback(None)
            ours = [sql for sql in seen if not sql.startswith("--") and not INSIDE_FTS.search(sql)]
            found.append([sql for sql, _again in groupby(ours)])  # a statement that fires a trigger is told twice
    return found


def _bare(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    return db


def _run(db: sqlite3.Connection, statements: Sequence[str]) -> None:
    for sql in statements:
        db.execute(sql).fetchall()


def backup(shop: Workshop) -> Iterator[Line]:
    """SPEED h: copied through SQLite, checked, hashed and placed, against copying the file."""
    for size in shop.sizes:
        folder = _copy(desk_of(shop, size), shop.scratch / f"backup-{size}")
        file, beside = folder / FILE_NAME, folder / "copy"
        mb = file.stat().st_size / 2**20
        with staff_of(folder) as (desk, _service):
            copy, make = partial(_copied, file, beside), partial(desk.backups.make, "bench")
            ours, reference = [], []
            for _ in range(shop.rounds(3)):
                reference.append(timed(copy))
                ours.append(timed(make))
            yield Line(f"{mb:,.0f} MB with quick_check and SHA-256", ours, reference, 5, note="file copy, synced")
            yield at_work(f"{mb:,.0f} MB: processor time", shop.rounds(3), make, copy, note="a copy hardly computes")
        shutil.rmtree(folder)


def _copied(source: Path, target: Path) -> None:
    with source.open("rb") as reader, target.open("wb") as writer:
        shutil.copyfileobj(reader, writer, 1 << 20)
        writer.flush()
        os.fsync(writer.fileno())


def _copy(folder: Path, target: Path) -> Path:
    shutil.copytree(folder, target)
    return target
