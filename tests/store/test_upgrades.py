from __future__ import annotations

import sqlite3

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.upgrades import ALL_STEPS
from desk_mailadmin.store.upgrades.step import Step, sqlite_sql
from tests.store.notes import STEPS, Note, Shelf, add_note
from tests.store.test_opening import fingerprint


@pytest.fixture
def old(opener, folder):
    """A closed desk at step 2 with a shelf and two notes."""
    desk = opener()
    with desk.work("shelf") as work:
        work.wrote("shelf", Shelf.create(name="甲架").id, "登记")
    add_note(desk, "一", shelf_id=1)
    add_note(desk, "二", shelf_id=1)
    desk.close()
    return folder


def rows(folder, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "desk.maildesk")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_a_step_runs_behind_a_verified_backup_and_is_told(old, opener):
    told = []
    step = Step(3, "colour", ("ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT ''",))
    desk = opener(steps=(*STEPS, step), progress=told.append)
    assert told == ["正在做升级前的备份", "正在升级台账"]
    newest = desk.backups.newest()
    assert (newest.reason, newest.facts.schema, newest.facts.counts["note"]) == ("upgrade", 2, 2)
    assert desk.database.execute_sql("PRAGMA user_version").fetchone()[0] == 3
    assert [note.title for note in Note.select()] == ["一", "二"]


def test_rebuilding_a_parent_table_keeps_its_children(old, opener):
    rebuild = Step(
        3,
        "shelf with room",
        (
            "CREATE TABLE shelf_new ({id}, name TEXT NOT NULL, room TEXT NOT NULL DEFAULT '')",
            "INSERT INTO shelf_new (id, name) SELECT id, name FROM shelf",
            "DROP TABLE shelf",
            "ALTER TABLE shelf_new RENAME TO shelf",
        ),
    )
    desk = opener(steps=(*STEPS, rebuild))
    assert desk.database.execute_sql("SELECT name, room FROM shelf").fetchall() == [("甲架", "")]
    assert Note.select().where(Note.shelf == 1).count() == 2
    assert desk.database.execute_sql("PRAGMA foreign_keys").fetchone()[0] == 1


BROKEN = {
    "a statement that fails": Step(3, "bad", ("ALTER TABLE shelf ADD COLUMN a TEXT", "INSERT INTO nowhere VALUES (1)")),
    "rows that vanish": Step(3, "bad", ("DELETE FROM note WHERE id = 1",)),
    "a table that vanishes": Step(3, "bad", ("DROP TABLE note",)),
    "a reference that dangles": Step(3, "bad", ("DELETE FROM shelf",), recounts=("shelf",)),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_failing_step_leaves_the_old_desk_usable(old, opener, kind):
    with pytest.raises(EnvironmentFault, match="台账升级没有完成") as fault:
        opener(steps=(*STEPS, BROKEN[kind]))
    assert "原来的版本" in fault.value.remedy
    desk = opener()
    assert [note.title for note in Note.select()] == ["一", "二"]
    assert desk.database.execute_sql("PRAGMA user_version").fetchone()[0] == 2
    assert desk.check() == ()


def test_two_steps_count_as_one_both_or_none(old, opener):
    good = Step(3, "good", ("ALTER TABLE note ADD COLUMN colour TEXT",))
    bad = Step(4, "bad", ("INSERT INTO nowhere VALUES (1)",))
    with pytest.raises(EnvironmentFault):
        opener(steps=(*STEPS, good, bad))
    assert "colour" not in rows(old, "SELECT sql FROM sqlite_schema WHERE name = 'note'")[0][0]


def test_a_retry_makes_no_second_backup(old, opener):
    for _try in range(3):
        with pytest.raises(EnvironmentFault):
            opener(steps=(*STEPS, BROKEN["rows that vanish"]))
    desk = opener()
    assert [backup.reason for backup in desk.backups.list()].count("upgrade") == 1


def test_rows_may_go_where_the_step_says_so(old, opener):
    opener(steps=(*STEPS, Step(3, "tidy", ("DELETE FROM note WHERE id = 1",), recounts=("note",))))
    assert [note.title for note in Note.select()] == ["二"]


def test_a_compatible_step_leaves_the_desk_open_to_the_program_before(old, opener, folder):
    opener(steps=(*STEPS, Step(3, "colour", ("ALTER TABLE note ADD COLUMN colour TEXT",), compat=2))).close()
    opener().close()
    opener(steps=(*STEPS, Step(3, "-", ()), Step(4, "strict", ("ALTER TABLE note ADD COLUMN x TEXT",)))).close()
    before = fingerprint(folder)
    with pytest.raises(EnvironmentFault, match="更新的版本"):
        opener()
    assert fingerprint(folder) == before


def test_a_full_disk_in_an_upgrade_keeps_the_old_desk(old, opener):
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA max_page_count={connection.execute('PRAGMA page_count').fetchone()[0]}")
        connection.execute("CREATE TABLE big (x TEXT)")
        connection.execute("INSERT INTO big SELECT hex(randomblob(100000))")

    with pytest.raises(EnvironmentFault, match="磁盘已满"):
        opener(steps=(*STEPS, Step(3, "big", (fill,))))
    assert opener().check() == ()


def test_statements_are_written_once_for_both_engines():
    assert sqlite_sql("CREATE TABLE x ({id}, n BIGINT NOT NULL);") == (
        "CREATE TABLE x (id INTEGER PRIMARY KEY AUTOINCREMENT, n INTEGER NOT NULL) STRICT"
    )
    assert sqlite_sql("CREATE INDEX x_n ON x (n)") == "CREATE INDEX x_n ON x (n)"


def test_the_steps_are_numbered_without_a_gap():
    assert [step.number for step in ALL_STEPS] == list(range(1, len(ALL_STEPS) + 1))
    assert all((step.compat or step.number) <= step.number for step in ALL_STEPS)
