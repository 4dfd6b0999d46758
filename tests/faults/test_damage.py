"""A damaged file is found at the opening or by the next check, in a backup by its hash (F13, F16).

What no check of a plain SQLite file can find is damage inside a long text's overflow pages, which have no form to break;
an encrypted desk finds it by its page codes, a backup by its hash.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.viewing import newest_backup
from tests.faults.killing import opened, written
from tests.faults.scale import times

PAGE, SECTOR = 4096, 512
TRIES = times(25, 200)
Damage = Callable[[bytearray, random.Random], None]


def zero_page(data: bytearray, chance: random.Random) -> None:
    at = used_page(data, chance) * PAGE
    data[at : at + PAGE] = bytes(PAGE)


def noise_in_a_sector(data: bytearray, chance: random.Random) -> None:
    """Noise where a page says how it is built: its head."""
    at = used_page(data, chance) * PAGE
    data[at : at + SECTOR] = chance.randbytes(SECTOR)


def swapped_pages(data: bytearray, chance: random.Random) -> None:
    one, other = used_page(data, chance) * PAGE, used_page(data, chance) * PAGE
    while data[one : one + PAGE] == data[other : other + PAGE]:
        other = used_page(data, chance) * PAGE
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def truncated(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(100, len(data) - 1) :]


def used_page(data: bytearray, chance: random.Random) -> int:
    """Return a page of a table or an index, not the first page."""
    trees = [
        page for page in range(1, len(data) // PAGE) if data[page * PAGE] in (2, 5, 10, 13) and sound_head(data, page)
    ]
    return chance.choice(trees)


def sound_head(data: bytearray, page: int) -> bool:
    """Say whether the head of a page fits a page of a table: its cells are there, and the rest of it is free."""
    head = data[page * PAGE : page * PAGE + 8]
    return 0 < int.from_bytes(head[3:5]) < 1000 and int.from_bytes(head[5:7]) < PAGE


KINDS: dict[str, Damage] = {one.__name__: one for one in (zero_page, noise_in_a_sector, swapped_pages, truncated)}


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """A closed desk of some hundred pages, with its backup."""
    folder, chance = tmp_path_factory.mktemp("sound") / "desk", random.Random(4)  # noqa: S311  (what is written)
    desk = opened(folder)
    for _ in range(40):
        written(desk, chance)
    desk.close()
    return folder


def found(folder: Path) -> str:
    """Return what is said of a desk at its opening or its check, empty where nothing is."""
    try:
        desk = opened(folder)
    except EnvironmentFault as fault:
        return f"{fault}{fault.remedy}"
    try:
        return " ".join(finding.text for finding in desk.check())
    except EnvironmentFault as fault:
        return str(fault)
    finally:
        desk.database.close()


@pytest.mark.parametrize("kind", KINDS)
def test_f13_each_damaged_page_sector_and_cut_is_found(sound, tmp_path, kind):
    chance = random.Random(kind)  # noqa: S311  (where the damage is)
    missed = []
    for number in range(TRIES):
        folder = Path(shutil.copytree(sound, tmp_path / f"{number}", ignore=shutil.ignore_patterns("backups")))
        data = bytearray((folder / FILE_NAME).read_bytes())
        KINDS[kind](data, chance)
        (folder / FILE_NAME).write_bytes(data)
        if not found(folder):
            missed.append(number)
        shutil.rmtree(folder)
    assert missed == [], f"{len(missed)} of {TRIES}"


def test_f16_each_flipped_bit_of_a_backup_is_found(sound, tmp_path):
    folder, chance = Path(shutil.copytree(sound, tmp_path / "desk")), random.Random(6)  # noqa: S311  (which bit)
    backup = newest_backup(folder)
    whole = backup.file.read_bytes()
    for _ in range(TRIES):
        data, at = bytearray(whole), chance.randrange(len(whole))
        data[at] ^= 1 << chance.randrange(8)
        backup.file.write_bytes(data)
        assert newest_backup(folder) is None


def test_f13_flipped_bits_in_rows_of_the_journal_are_found(sound, tmp_path):
    """The bits of journalled rows: 99 of 100 at least, because each row vouches for itself and for the one before."""
    chance, met = random.Random(12), Counter()  # noqa: S311  (which bit)
    for number in range(TRIES):
        folder = Path(shutil.copytree(sound, tmp_path / f"{number}", ignore=shutil.ignore_patterns("backups")))
        desk = opened(folder)
        rows = desk.database.execute_sql("SELECT body, hash FROM journal ORDER BY seq").fetchall()
        desk.database.close()
        data = bytearray((folder / FILE_NAME).read_bytes())
        part = chance.choice([part for row in rows for part in row]).encode()
        at = data.index(part[:200]) + chance.randrange(len(part[:200]))
        data[at] ^= 1 << chance.randrange(8)
        (folder / FILE_NAME).write_bytes(data)
        met["found"] += bool(found(folder))
        shutil.rmtree(folder)
    assert met["found"] >= TRIES * 0.99, met
