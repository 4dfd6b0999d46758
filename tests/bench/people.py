"""A desk of many generated people, written straight into its tables, the same people each time."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.language.names import full_pinyin, initials
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.store.desk import create_desk, open_desk
from installer.sample.company import GIVEN, RARE_SURNAMES, SURNAMES
from tests.bench.harness import Workshop

UNITS = (
    "总部",
    *(f"{place}分公司" for place in ("湖滨", "南麓", "东坪", "西渡", "北屿", "云岭", "沙溪", "石桥", "青田")),
)
DEPARTMENTS = (
    "总经理办公室",
    "人力资源部",
    "财务部",
    "信息管理部",
    "市场部",
    "采购部",
    "生产部",
    "质量部",
    "研发部",
    "仓储物流部",
)
POSTS = ("经理", "主管", "工程师", "专员", "会计", "调度员", "文员", "班组长")
CHUNK = 20_000
COLUMNS = [
    "id",
    "emp_no",
    "name",
    "name_key",
    "pinyin",
    "initials",
    "department_id",
    "post",
    "rank",
    "gender",
    "mobile",
    "extension",
    "email",
    "hired_on",
    "left_on",
    "state",
]


@cache
def keys_of(name: str) -> tuple[str, str, str]:
    return name_sort_key(name), full_pinyin(name), initials(name)


def person_name(chance: random.Random) -> str:
    surname = chance.choice(list(RARE_SURNAMES)) if chance.random() < 0.03 else chance.choice(SURNAMES)
    return surname + "".join(chance.choices(GIVEN, k=1 if chance.random() < 0.22 else 2))


def people(count: int) -> Iterator[tuple[Any, ...]]:
    """Rows of the staff table in the order of COLUMNS."""
    chance = random.Random(7)  # noqa: S311  (the same places each time)
    places = len(UNITS) * len(DEPARTMENTS)
    for number in range(1, count + 1):
        name = person_name(chance)
        key, pinyin, first = keys_of(name)
        left = chance.random() < 0.08
        hired = f"{2006 + number % 20}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        yield (
            number, f"A{number:07d}", name, key, pinyin, first, 1 + chance.randrange(places), chance.choice(POSTS), "员工",
            "男女"[number % 2], f"154{chance.randrange(10**8):08d}", f"{2000 + number % 7000}", f"{pinyin}{number}@b.example",
            hired, "2026-09-30" if left else None, "left" if left else "active",
        )  # fmt: skip


def desk_of(shop: Workshop, count: int) -> Path:
    """Return the folder of a desk with ``count`` people, made once and kept for later runs."""
    folder = shop.kept / f"people-{count}-{_stamp()}"
    if not folder.exists():
        shop.tell(f"a desk of {count:,} people is made once in {folder}")
        _forget_older(shop.kept, count)
        building = folder.with_suffix(".part")
        shutil.rmtree(building, ignore_errors=True)
        create_desk(building, clock=SystemClock(), changes=Changes()).close()
        fill(next(building.glob("*.maildesk")), count)
        _index(building, count)
        building.rename(folder)
    return folder


def fill(path: Path, count: int) -> None:
    """Write units, departments and people into the desk at ``path``."""
    with closing(sqlite3.connect(path)) as db, db:
        db.executemany(
            "INSERT INTO branch (id, name, name_key, kind, sort_order) VALUES (?, ?, ?, ?, ?)",
            [
                (n, name, name_sort_key(name), "branch" if n > 1 else "headquarters", n)
                for n, name in enumerate(UNITS, 1)
            ],
        )
        pairs = [(unit, name) for unit in range(1, len(UNITS) + 1) for name in DEPARTMENTS]
        db.executemany(
            "INSERT INTO department (id, branch_id, name, name_key, sort_order) VALUES (?, ?, ?, ?, ?)",
            [(n, unit, name, name_sort_key(name), n) for n, (unit, name) in enumerate(pairs, 1)],
        )
        marks = ", ".join("?" * len(COLUMNS))
        db.executemany(f"INSERT INTO staff ({', '.join(COLUMNS)}) VALUES ({marks})", people(count))  # noqa: S608


def _index(folder: Path, count: int) -> None:
    desk = open_desk(folder, clock=SystemClock(), changes=Changes())
    rows = people(count)
    while chunk := list(islice(rows, CHUNK)):
        with desk.upkeep():
            desk.search.put_many(
                "staff", ((row[0], [row[2]], search_words(row[2], [row[1], row[11]], [row[10]])) for row in chunk)
            )
    with desk.upkeep():
        desk.database.execute_sql("INSERT INTO search_staff (search_staff) VALUES ('optimize')")
    desk.database.execute_sql("ANALYZE")
    shutil.rmtree(folder / "backups", ignore_errors=True)
    desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
    desk.close()


def _stamp() -> str:
    """What the kept desks were made by: the upgrade steps and the first people."""
    steps = sorted((Path(__file__).parents[2] / "desk_mailadmin" / "store" / "upgrades").glob("u*.py"))
    made_by = b"".join(path.read_bytes() for path in steps) + repr(list(people(20))).encode()
    return hashlib.sha256(made_by).hexdigest()[:10]


def _forget_older(kept: Path, count: int) -> None:
    for old in kept.glob(f"people-{count}-*"):
        shutil.rmtree(old)
