"""The desk's file is moved, deleted, replaced or overwritten while it is open: nothing is called saved that nobody finds."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.holder import DeskHeld
from tests.faults.killing import opened
from tests.store.notes import add_note

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets no open file be moved or replaced")


def titles(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [title for (title,) in connection.execute("SELECT title FROM note ORDER BY id")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def desk(folder: Path) -> Desk:
    desk = opened(folder)
    add_note(desk, "保存过的")
    return desk


def deleted(folder: Path) -> None:
    (folder / FILE_NAME).unlink()


def renamed(folder: Path) -> None:
    (folder / FILE_NAME).rename(folder / "旧台账.maildesk")


def folder_renamed(folder: Path) -> None:
    folder.rename(folder.with_name("去年的"))


def folder_deleted(folder: Path) -> None:
    shutil.rmtree(folder)


def replaced(folder: Path) -> None:
    shutil.copyfile(folder / FILE_NAME, folder / "copy")
    (folder / "copy").replace(folder / FILE_NAME)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (deleted, "被移走、改名或删除"),
        (renamed, "被移走、改名或删除"),
        (folder_renamed, "被移走、改名或删除"),
        (folder_deleted, "被移走、改名或删除"),
        (replaced, "被换成了另一个"),
    ],
)
def test_nothing_is_saved_into_a_file_that_is_not_in_its_place_and_a_backup_keeps_what_was(
    desk: Desk, folder: Path, act: Callable[[Path], None], said: str
) -> None:
    act(folder)
    with pytest.raises(EnvironmentFault) as refused:
        add_note(desk, "没有保存的")
    assert said in str(refused.value)
    assert "本次未保存" in str(refused.value)
    with pytest.raises(EnvironmentFault):
        desk.upkeep().__enter__()
    desk.close()
    assert titles(next(iter((folder / "backups").glob("*.maildesk")))) == ["保存过的"]


def test_once_it_is_put_back_the_desk_goes_on(desk: Desk, folder: Path) -> None:
    folder.rename(folder.with_name("去年的"))
    with pytest.raises(EnvironmentFault):
        add_note(desk, "再保存一次的")
    folder.with_name("去年的").rename(folder)
    add_note(desk, "再保存一次的")
    desk.close()
    assert titles(folder / FILE_NAME) == ["保存过的", "再保存一次的"]


def test_a_backup_copied_over_the_open_desk_stops_it_and_what_was_saved_goes_into_the_backup_at_closing(
    desk: Desk, folder: Path
) -> None:
    old = desk.backups.make("asked")
    for place in range(30):
        add_note(desk, f"后来的 {place} " * 40)
    time.sleep(0.02)  # the clock of a file system is coarse
    shutil.copyfile(old.file, folder / FILE_NAME)
    with pytest.raises(EnvironmentFault) as refused:
        add_note(desk, "没有保存的")
    assert "改写过" in str(refused.value)
    desk.close()
    newest = max((folder / "backups").glob("*.maildesk"))
    assert len(titles(newest)) == 31


def test_another_time_of_writing_alone_hinders_nothing(desk: Desk, folder: Path) -> None:
    os.utime(folder / FILE_NAME, (1, 1))
    add_note(desk, "又一条")
    os.utime(folder / FILE_NAME, (2, 2))
    add_note(desk, "再一条")
    with pytest.raises(DeskHeld):
        opened(folder)  # the look into the file let go of no lock
    desk.close()
    assert titles(folder / FILE_NAME) == ["保存过的", "又一条", "再一条"]


def test_the_journal_deleted_while_the_desk_is_open_stands_there_for_the_next_write(folder: Path) -> None:
    """Killed in the middle of a large unit: what was half written is taken back, for the journal has its name again."""
    if (child := os.fork()) == 0:
        desk = opened(folder)
        for place in range(60):
            add_note(desk, f"{place} " * 500)
        (folder / f"{FILE_NAME}-journal").unlink()
        with desk.work("note.add") as work:
            desk.database.execute_sql("PRAGMA cache_spill=1")  # type: ignore[no-untyped-call]  # peewee leaves it untyped
            desk.database.execute_sql("PRAGMA cache_size=1")  # type: ignore[no-untyped-call]  # as above
            desk.database.execute_sql("UPDATE note SET title = upper(title) || 'X'")  # type: ignore[no-untyped-call]  # as above
            work.wrote("note", 1, "改")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (folder / f"{FILE_NAME}-journal").stat().st_size, "the kill was to leave a journal that is needed"
    desk = opened(folder)
    assert [title for (title,) in desk.database.execute_sql("SELECT title FROM note WHERE title LIKE '%X'")] == []  # type: ignore[no-untyped-call]  # as above
    assert desk.check() == ()
    desk.close()


def test_who_waited_for_the_lock_of_a_file_that_was_replaced_meanwhile_does_not_get_it(
    desk: Desk, folder: Path
) -> None:
    desk.close()
    held = sqlite3.connect(folder / FILE_NAME, check_same_thread=False, isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")

    def replace_and_let_go() -> None:
        time.sleep(0.3)
        replaced(folder)
        held.close()

    other = threading.Thread(target=replace_and_let_go)
    other.start()
    with pytest.raises(DeskHeld):
        opened(folder)
    other.join()
    again = opened(folder)
    add_note(again, "在新的文件里")
    again.close()
    assert titles(folder / FILE_NAME) == ["保存过的", "在新的文件里"]
