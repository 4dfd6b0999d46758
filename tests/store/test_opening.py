from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.store import database as store_database
from desk_mailadmin.store.database import APPLICATION_ID, FILE_NAME
from desk_mailadmin.store.holder import DeskHeld
from desk_mailadmin.store.upgrades import ALL_STEPS
from tests.store.notes import STEPS, Note, add_note


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder with its SHA-256."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def closed(opener, folder):
    """A desk with one note, closed."""
    desk = opener()
    add_note(desk, "一")
    desk.close()
    return folder


def refused(opener, folder: Path, place: Path | None = None) -> EnvironmentFault:
    """Open what cannot be opened: return the fault, and show that no file changed."""
    before = fingerprint(folder)
    with pytest.raises(EnvironmentFault) as fault:
        opener(place or folder)
    assert fingerprint(folder) == before
    assert fault.value.remedy
    return fault.value


def test_a_new_desk_opens_by_its_folder_and_by_its_file(opener, folder):
    opener().close()
    by_folder = opener(folder)
    uuid = by_folder.uuid
    assert 0 <= by_folder.tag <= 99
    by_folder.close()
    assert opener(folder / FILE_NAME).uuid == uuid


def test_what_was_saved_is_there_when_it_opens_again(closed, opener):
    desk = opener()
    assert [note.title for note in Note.select()] == ["一"]
    assert desk.check() == ()


def test_a_desk_is_for_its_owner_alone(closed):
    assert (closed / FILE_NAME).stat().st_mode & 0o077 == 0
    assert closed.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in (closed / "backups").iterdir())


def test_a_desk_is_never_made_over_another(closed, clock, changes):
    from desk_mailadmin.store.desk import create_desk

    before = fingerprint(closed)
    with pytest.raises(UserError, match="已经有台账"):
        create_desk(closed, clock=clock, changes=changes)
    assert fingerprint(closed) == before


def test_a_crash_while_it_is_made_leaves_no_half_desk(folder, clock, changes):
    from desk_mailadmin.store.desk import create_desk

    folder.mkdir()
    (folder / f".{FILE_NAME}.new").write_bytes(b"half")
    create_desk(folder, clock=clock, changes=changes).close()
    assert [file.name for file in folder.iterdir() if file.name.startswith(".")] == []


def test_the_pragmas_are_those_of_a_safe_desk(opener):
    connection = opener().database.connection()
    expected = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "application_id": APPLICATION_ID,
        "user_version": 2,
    }
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected} == expected


def test_a_pragma_that_does_not_take_effect_is_said(opener, folder, monkeypatch):
    opener().close()
    monkeypatch.setattr(store_database, "_WRITING", (("journal_mode", "TRUNCATE", "other"),))
    assert "journal_mode" in str(refused(opener, folder))


def test_an_old_sqlite_is_named(opener, monkeypatch):
    monkeypatch.setattr(store_database, "LEAST_SQLITE", (99, 0, 0))
    with pytest.raises(EnvironmentFault, match=r"SQLite 3\.\d+"):
        opener()


def test_f11_a_missing_desk_is_never_made_in_silence(closed, opener):
    (closed / FILE_NAME).unlink()
    assert "这里没有台账" in str(refused(opener, closed))
    assert not (closed / FILE_NAME).exists()
    assert "这里没有台账" in str(refused(opener, closed, closed / "别处"))


def other_sqlite(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


FOREIGN = {
    "zero length": lambda file: file.write_bytes(b""),
    "text": lambda file: file.write_text("姓名,工号\n", encoding="utf-8"),
    "long text": lambda file: file.write_text("姓名,工号\n" * 9000, encoding="utf-8"),
    "another program's SQLite": other_sqlite,
    "a cut header": lambda file: file.write_bytes(file.read_bytes()[:60]),
    "a directory": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_f12_a_file_that_is_no_desk_is_named_and_not_touched(closed, opener, kind):
    FOREIGN[kind](closed / FILE_NAME)
    fault = refused(opener, closed)
    assert "不是本程序的台账文件" in str(fault)
    assert FILE_NAME in str(fault)


def test_a_copy_or_backup_is_not_opened_as_the_desk(closed, opener):
    copy = next((closed / "backups").glob("*.maildesk"))
    assert "副本或备份" in str(refused(opener, closed, copy))


def meta(folder: Path, **values: object) -> None:
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    for key, value in values.items():
        if key == "user_version":
            connection.execute(f"PRAGMA user_version={value}")
        else:
            connection.execute("UPDATE meta SET value = ? WHERE key = ?", (str(value), key))
    connection.close()


def test_f22_a_desk_that_needs_a_newer_program_is_refused_with_its_version(closed, opener):
    meta(closed, user_version=9, compat_version=3, written_by="7.2")
    assert "7.2" in str(refused(opener, closed))


def test_f22_a_newer_desk_that_still_fits_opens_and_keeps_its_number(closed, opener):
    meta(closed, user_version=9, compat_version=2)
    desk = opener()
    assert [note.title for note in Note.select()] == ["一"]
    add_note(desk, "二")
    assert desk.database.execute_sql("PRAGMA user_version").fetchone()[0] == 9


def test_f7_on_a_read_only_medium_it_opens_to_look_and_writes_nothing(closed, opener, monkeypatch):
    before = fingerprint(closed)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    desk = opener()
    assert desk.view_only
    assert [note.title for note in Note.select()] == ["一"]
    with pytest.raises(EnvironmentFault, match="只能查看"), desk.work("x"):
        raise AssertionError("not reached")
    desk.close()
    assert fingerprint(closed) == before


def test_f7_even_a_write_past_the_door_is_refused_on_a_desk_that_is_only_looked_at(closed, opener, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    desk = opener()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        desk.database.connection().execute("DELETE FROM note")


def test_a_read_only_desk_that_needs_an_upgrade_says_so(folder, opener, monkeypatch):
    opener(steps=STEPS[:1], models=()).close()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert "先升级" in str(refused(opener, folder))


HOLD = """
import sys, time
from pathlib import Path
from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.store.desk import create_desk
desk = create_desk(Path(sys.argv[1]), clock=SystemClock(), changes=Changes())
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(folder):
    """Another program that has the desk open."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_f9_a_desk_held_by_another_program_names_host_and_user_at_once(holder, folder, opener):
    note = {**json.loads((folder / "desk.lock").read_text(encoding="utf-8")), "user": "周敏"}
    (folder / "desk.lock").write_text(json.dumps(note), encoding="utf-8")
    started = time.monotonic()
    fault = refused(lambda place: opener(place, steps=ALL_STEPS, models=()), folder)
    assert time.monotonic() - started < 3
    assert fault.values == {"host": note["host"], "user": note["user"]}
    assert note["host"] in str(fault)


def test_f9_without_a_note_it_is_held_all_the_same(holder, folder, opener):
    (folder / "desk.lock").unlink()
    fault = refused(lambda place: opener(place, steps=ALL_STEPS, models=()), folder)
    assert str(fault).startswith("台账文件正被别的程序占用")
    assert isinstance(fault, DeskHeld)
    assert fault.is_passing


def test_f10_after_a_crash_it_opens_by_itself_whatever_note_is_left(holder, folder, opener):
    holder.kill()
    holder.wait()
    assert (folder / "desk.lock").exists()
    desk = opener(folder, steps=ALL_STEPS, models=())
    assert desk.check() == ()
    assert json.loads((folder / "desk.lock").read_text(encoding="utf-8"))["pid"] == os.getpid()
    desk.close()
    assert not (folder / "desk.lock").exists()


def test_a_window_of_ones_own_is_not_sought_on_another_computer(holder, folder, opener):
    fault = refused(lambda place: opener(place, steps=ALL_STEPS, models=()), folder)
    assert str(fault) == "台账已经在这台电脑上打开，没有再打开一次。"
    assert fault.remedy == "关掉那个窗口再试；要看数据可以打开最近的备份。"


def test_one_program_opens_a_desk_once_and_keeps_its_lock(opener, folder):
    desk = opener()
    with pytest.raises(DeskHeld, match="已经在这台电脑上打开"):
        opener(folder)
    child = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM meta').fetchall()"
    outcome = subprocess.run(
        [sys.executable, "-c", child, str(folder / FILE_NAME)], capture_output=True, text=True, check=False
    )
    assert "database is locked" in outcome.stderr
    add_note(desk, "还能写")


@pytest.mark.parametrize("page", range(1, 6))
def test_a_damaged_desk_is_refused_or_found_damaged_by_the_check(closed, opener, page):
    file = closed / FILE_NAME
    data = bytearray(file.read_bytes())
    data[4096 * page : 4096 * (page + 1)] = b"\x5a" * 4096
    file.write_bytes(data)
    assert "台账文件有损坏" in said_of_damage(opener)


def said_of_damage(opener) -> str:
    try:
        desk = opener()
    except EnvironmentFault as fault:
        return str(fault)
    try:
        return " ".join(finding.text for finding in desk.check())
    except EnvironmentFault as fault:
        return str(fault)
    finally:
        desk.database.close()  # not Desk.close: it would back up, and rightly refuse a damaged file


def test_a_desk_in_a_folder_with_odd_letters_opens(tmp_path, clock, changes):
    from desk_mailadmin.store.desk import create_desk

    for name in ("a b%20?#.d", "台账'; DROP", "x" * 100):
        desk = create_desk(tmp_path / name, clock=clock, changes=changes)
        assert desk.check() == ()
        desk.close()
    shutil.rmtree(tmp_path / "a b%20?#.d")


def hot(folder: Path) -> None:
    """Leave a desk as a crash in a commit leaves it: a journal beside it, and a header that promises more pages."""
    file = folder / FILE_NAME
    whole = file.read_bytes()
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE note SET title = 'unfertig'")
    connection.execute("CREATE TABLE much (x)")
    connection.executemany("INSERT INTO much VALUES (zeroblob(?))", [(4000,)] * 50)
    journal = file.with_name(f"{FILE_NAME}-journal").read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    file.write_bytes(whole[:28] + (9999).to_bytes(4, "big") + whole[32:])
    file.with_name(f"{FILE_NAME}-journal").write_bytes(journal)


def test_f10_a_crash_in_a_commit_is_mended_at_the_opening(closed, opener):
    hot(closed)
    desk = opener()
    assert [note.title for note in Note.select()] == ["一"]
    assert desk.check() == ()


def test_a_foreign_file_with_a_journal_is_refused_all_the_same(closed, opener):
    meta(closed, user_version=2)
    connection = sqlite3.connect(closed / FILE_NAME)
    connection.execute("PRAGMA application_id=7")
    connection.close()
    hot(closed)
    with pytest.raises(EnvironmentFault, match="不是本程序的台账文件"):
        opener()


def test_a_header_that_promises_more_than_the_file_holds_is_no_desk(closed, opener):
    file = closed / FILE_NAME
    data = file.read_bytes()
    file.write_bytes(data[:28] + (9999).to_bytes(4, "big") + data[32:])
    assert "不是本程序的台账文件" in str(refused(opener, closed))


def test_an_account_without_a_name_holds_a_desk_too(opener, folder, monkeypatch):
    def nameless():
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nameless)
    opener()
    assert json.loads((folder / "desk.lock").read_text(encoding="utf-8"))["user"] == "?"


def test_a_machine_fault_while_looking_at_the_file_is_named(closed, opener, monkeypatch):
    def unreadable(_uri, **_options):
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr("desk_mailadmin.store.identity.sqlite3.connect", unreadable)
    with pytest.raises(EnvironmentFault, match="权限"):
        opener()
