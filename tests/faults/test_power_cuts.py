"""The power is cut: of what was not synced a disk keeps some sectors, drops some and leaves noise in others.

The real desk writes with its real pragmas; each image that a cut leaves is opened by the real ``open_desk``.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from desk_mailadmin.store.database import FILE_NAME
from tests.faults.disks import Deed, Image, Record, own_disk, power_cuts
from tests.faults.killing import UPGRADE, opened, state, upgraded, written
from tests.faults.scale import times
from tests.store.notes import STEPS, Note, Shelf

UNITS = 150
POINTS = times(500, 3_000)
UPGRADE_POINTS = times(100, 600)


def left(folder: Path, image: Image) -> Path:
    """Put the files of an image into a folder of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in image.files.items():
        (folder / name).write_bytes(content)
    return folder


def whole(folder: Path, disk: Record) -> int:
    """Begin a record with the desk's file as it stands, all of it on the disk; return how many deeds that makes."""
    disk.deeds += [Deed("write", FILE_NAME, 0, (folder / FILE_NAME).read_bytes()), Deed("sync", FILE_NAME)]
    return len(disk.deeds)


@pytest.mark.timeout(900)
def test_f2_f3_a_power_cut_loses_nothing_that_was_said_to_be_saved(tmp_path, monkeypatch):
    folder, chance = tmp_path / "desk", random.Random(5)  # noqa: S311  (what is written)
    opened(folder).database.close()
    with own_disk(monkeypatch) as disk:
        begin = whole(folder, disk)
        desk = opened(folder)
        for _ in range(UNITS):
            disk.said(written(desk, chance))
        desk.database.close()
    cuts = [chance.randrange(begin, len(disk.deeds) + 1) for _ in range(POINTS)]
    met: Counter[str] = Counter()
    for image in power_cuts(disk.deeds, cuts, random.Random(9)):  # noqa: S311  (what a cut leaves)
        fine, last = state(left(tmp_path / "cut", image))
        met["broken"] += not fine
        met["lost"] += last < image.said
        met["replayed"] += len(image.files.get(f"{FILE_NAME}-journal", b"")) > 512
    assert (met["broken"], met["lost"]) == (0, 0), met
    assert met["replayed"] > POINTS // 5


@pytest.mark.timeout(900)
def test_f20_a_power_cut_in_an_upgrade_leaves_the_old_desk_or_the_new_one(tmp_path, monkeypatch):
    folder = tmp_path / "desk"
    desk = opened(folder)
    with desk.work("fill") as work:
        for number in range(300):
            Note.create(title="长" * 500, shelf=Shelf.create(name=f"{number}"))
        work.wrote("note", 0, "登记")
    desk.close()
    with own_disk(monkeypatch) as disk:
        begin = whole(folder, disk)
        opened(folder, (*STEPS, *UPGRADE)).database.close()
    chance = random.Random(3)  # noqa: S311  (where the power is cut)
    cuts = [chance.randrange(begin, len(disk.deeds) + 1) for _ in range(UPGRADE_POINTS)]
    met = Counter(upgraded(left(tmp_path / "cut", image)) for image in power_cuts(disk.deeds, cuts, chance))
    assert met["broken"] == 0, met
    assert met["old"] > 0
    assert met["new"] > 0
