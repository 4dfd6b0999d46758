"""A backup is copied over a desk by hand, and what a crash left of the former desk still lies beside it (F14)."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.files import sha256_of_file
from desk_mailadmin.store.holder import DeskHeld
from desk_mailadmin.store.side_files import DAMAGED, JOURNAL, WAL, beside, settle_side_files
from tests.faults.disks import Deed, own_disk, power_cuts
from tests.faults.killing import forked, opened, rest, state, written
from tests.store.notes import Note

CASES = 20
MAGIC = bytes.fromhex("d9d505f920a163d7")
"""What a journal that SQLite would play back begins with; the number of its pages follows."""


@pytest.fixture(scope="module")
def former(tmp_path_factory):
    """A desk with a backup of its third unit of work, and journals that power cuts left of later ones."""
    folder, chance = tmp_path_factory.mktemp("former") / "desk", random.Random(8)  # noqa: S311  (what is written)
    with pytest.MonkeyPatch.context() as patch:
        desk = opened(folder)
        for _ in range(3):
            written(desk, chance)
        backup = desk.backups.make("hand")
        desk.database.close()
        with own_disk(patch) as disk:
            disk.deeds += [Deed("write", FILE_NAME, 0, (folder / FILE_NAME).read_bytes()), Deed("sync", FILE_NAME)]
            desk = opened(folder)
            for _ in range(40):
                written(desk, chance)
            desk.database.close()
    cuts = range(200, len(disk.deeds), 7)
    hot = [image.files.get(f"{FILE_NAME}-journal", b"") for image in power_cuts(disk.deeds, cuts, chance)]
    journals = [journal for journal in hot if journal[:8] == MAGIC and int.from_bytes(journal[8:12])]
    assert len(journals) >= CASES
    return folder, backup, chance.sample(journals, CASES)


def restored(place: Path, folder: Path, backup, *, known: bool) -> Path:
    """Copy the backup over the desk, as a clerk would; ``known``: its manifest lies among the backups."""
    shutil.copytree(folder, place)
    shutil.copyfile(backup.file, place / FILE_NAME)
    if not known:
        shutil.rmtree(place / "backups")
    return place / FILE_NAME


@pytest.mark.parametrize("known", [True, False], ids=["a backup of its own", "a backup from elsewhere"])
def test_f14_a_journal_of_the_former_desk_harms_no_restored_one(former, tmp_path, known):
    folder, backup, journals = former
    for number, journal in enumerate(journals):
        file = restored(tmp_path / f"{number}", folder, backup, known=known)
        beside(file, JOURNAL).write_bytes(journal)
        assert state(file.parent) == (True, 3)
        assert sha256_of_file(file) == backup.facts.sha256
        aside = file.parent / DAMAGED / "001" / f"{FILE_NAME}-journal"
        assert aside.read_bytes() == journal


def test_f14_a_wal_beside_a_restored_desk_harms_nothing(former, tmp_path):
    folder, backup, _journals = former
    for number in range(CASES):
        other = Path(shutil.copy(folder / FILE_NAME, tmp_path / f"other{number}"))
        with closing(sqlite3.connect(other, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("UPDATE note SET title = ?", ("别的" * (number + 1),))
            wal = beside(other, WAL).read_bytes()
        file = restored(tmp_path / f"{number}", folder, backup, known=number % 2 == 0)
        beside(file, WAL).write_bytes(wal)
        assert state(file.parent) == (True, 3)
        assert sha256_of_file(file) == backup.facts.sha256
        assert not beside(file, WAL).exists()


def test_a_desk_that_another_program_left_in_wal_keeps_what_stands_there(former, tmp_path):
    folder, _backup, _journals = former
    place = Path(shutil.copytree(folder, tmp_path / "desk"))
    script = tmp_path / "left"
    with closing(sqlite3.connect(place / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("UPDATE note SET title = '在 wal 里'")
        shutil.copytree(place, script)
    desk = opened(script)
    assert {note.title for note in Note.select()} == {"在 wal 里"}
    desk.database.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_the_journal_of_a_desk_in_use_is_never_touched(former, tmp_path):
    folder, _backup, _journals = former
    place = Path(shutil.copytree(folder, tmp_path / "desk"))

    def hold(pipe: int) -> None:
        desk = opened(place)
        with desk.work("long"):
            Note.update(title="长" * 3000).execute()
            os.write(pipe, b"x")
            signal.pause()

    child, pipe = forked(hold)
    assert os.read(pipe, 1) == b"x"
    try:
        before = beside(place / FILE_NAME, JOURNAL).stat()
        assert settle_side_files(place / FILE_NAME, place / "backups") is False
        with pytest.raises(DeskHeld):
            opened(place)
        after = beside(place / FILE_NAME, JOURNAL).stat()
        assert (after.st_ino, after.st_size) == (before.st_ino, before.st_size)
    finally:
        os.kill(child, signal.SIGKILL)
        rest(pipe)
        os.waitpid(child, 0)
    assert state(place) == (True, 43)


def test_a_journal_is_believed_where_there_is_no_room_to_try_it(former, tmp_path, monkeypatch):
    folder, backup, journals = former
    file = restored(tmp_path / "desk", folder, backup, known=False)
    beside(file, JOURNAL).write_bytes(journals[0])

    def full(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desk_mailadmin.store.side_files.shutil.copyfile", full)
    assert settle_side_files(file, file.parent / "backups") is True
    assert beside(file, JOURNAL).read_bytes() == journals[0]
    assert not list(file.parent.glob(".desk-*"))
