from __future__ import annotations

import json

import pytest

from desk_mailadmin.store.journal import Head, hash_of
from tests.store.notes import add_note


@pytest.fixture
def desk_with_rows(desk):
    while desk.journal.head().seq < 12:  # that it was encrypted is a row of its own
        add_note(desk, f"第 {desk.journal.head().seq} 条")
    yield desk
    desk.database.close()  # not Desk.close: it would back up, and rightly refuse a tampered file


def tamper(desk, *statements: str) -> None:
    """Do what somebody with the sqlite3 shell would do: take the guards away, edit, put them back."""
    connection = desk.database.connection()
    guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'journal' AND type = 'trigger'")
    guards = guards.fetchall()
    connection.execute("PRAGMA foreign_keys=OFF")
    for name, _sql in guards:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _name, sql in guards:
        connection.execute(sql)


def rebuild(desk, start: int) -> None:
    connection = desk.database.connection()
    prev = connection.execute("SELECT hash FROM journal WHERE seq = ?", (start - 1,)).fetchone()[0]
    rows = connection.execute(
        "SELECT seq, format, at, who, action, body FROM journal WHERE seq >= ? ORDER BY seq", (start,)
    ).fetchall()
    edits = []
    for row in rows:
        found = hash_of((*row, prev))
        edits.append(f"UPDATE journal SET prev = '{prev}', hash = '{found}' WHERE seq = {row[0]}")  # noqa: S608  (an attack)
        prev = found
    tamper(desk, *edits)


def sentences(desk, last: int | None = None) -> list[str]:
    return [finding.text for finding in desk.check(last)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET who = 'x' WHERE seq = 5",
        "DELETE FROM journal WHERE seq = 5",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT seq, format, at, 'x', action, body, prev, hash FROM journal WHERE seq = 5",
        "INSERT INTO journal SELECT 99, format, at, who, action, body, prev, hash FROM journal WHERE seq = 5",
    ],
)
def test_the_journal_refuses_every_change(desk_with_rows, statement):
    connection = desk_with_rows.database.connection()
    connection.execute("PRAGMA foreign_keys=OFF")
    with pytest.raises(connection.IntegrityError, match="append-only"):
        connection.execute(statement)
    assert desk_with_rows.check() == ()


def test_attack_1_editing_one_row_is_found(desk_with_rows):
    tamper(desk_with_rows, "UPDATE journal SET who = '别人' WHERE seq = 5")
    assert sentences(desk_with_rows) == ["日志第 5 条被改过。"]


def test_attack_2_deleting_a_row_in_the_middle_is_found(desk_with_rows):
    tamper(desk_with_rows, "DELETE FROM journal WHERE seq = 5")
    assert sentences(desk_with_rows) == ["日志第 5 条不见了。"]


def test_attack_3_cutting_the_tail_is_found_by_the_heads_in_backups_and_on_paper(desk_with_rows):
    on_paper = Head(12, desk_with_rows.journal.head().short)
    assert desk_with_rows.journal.holds(on_paper)
    desk_with_rows.backups.make("hand")
    tamper(desk_with_rows, "DELETE FROM journal WHERE seq > 9", "DELETE FROM history_entry WHERE seq > 9")
    assert sentences(desk_with_rows) == ["日志里没有备份记下的第 12 条，日志被截断或重做过。"]
    assert not desk_with_rows.journal.holds(on_paper)


def test_attack_4_deleting_and_renumbering_is_found(desk_with_rows):
    tamper(
        desk_with_rows,
        "DELETE FROM journal WHERE seq = 5",
        "UPDATE journal SET seq = -(seq - 1) WHERE seq > 5",
        "UPDATE journal SET seq = -seq WHERE seq < 0",
    )
    assert "日志第 5 条与前一条接不上。" in sentences(desk_with_rows)


def test_attack_5_rebuilding_the_whole_chain_is_found_by_the_heads_in_backups(desk_with_rows):
    desk_with_rows.backups.make("hand")
    tamper(desk_with_rows, "UPDATE journal SET who = '别人' WHERE seq = 5")
    rebuild(desk_with_rows, 5)
    assert sentences(desk_with_rows) == ["日志里没有备份记下的第 12 条，日志被截断或重做过。"]


def test_attack_6_taking_a_guard_away_is_found(desk_with_rows):
    desk_with_rows.database.connection().execute("DROP TRIGGER journal_no_update")
    assert sentences(desk_with_rows) == ["日志的保护被拆除（journal_no_update）。"]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE history SET new_value = '\"改\"' WHERE seq = 5", "日志第 5 条的变更内容被改过。"),
        ("DELETE FROM history WHERE seq = 5", "日志第 5 条的变更内容被改过。"),
        ("UPDATE history_entry SET record = 99 WHERE seq = 5", "日志第 5 条的变更内容被改过。"),
        ("UPDATE history_entry SET sentence = 'x' WHERE seq = 5", "日志第 5 条的变更内容被改过。"),
        ("DELETE FROM history_entry WHERE seq = 5", "日志第 5 条的变更内容不见了。"),
    ],
)
def test_attack_7_editing_the_history_is_found(desk_with_rows, statement, found):
    connection = desk_with_rows.database.connection()
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(statement)
    assert sentences(desk_with_rows) == [found]


def test_a_body_that_is_no_longer_json_is_a_finding_not_a_crash(desk_with_rows):
    tamper(desk_with_rows, "UPDATE journal SET body = '{' WHERE seq = 5")
    assert sentences(desk_with_rows) == ["日志第 5 条被改过。", "日志第 5 条的变更内容被改过。"]


def test_a_check_of_the_last_rows_looks_at_those_only(desk_with_rows):
    tamper(desk_with_rows, "UPDATE journal SET who = '别人' WHERE seq = 5")
    assert sentences(desk_with_rows, last=5) == []
    assert sentences(desk_with_rows, last=8) == ["日志第 5 条被改过。"]


def test_the_chain_starts_at_nothing_and_an_empty_journal_is_whole(desk):
    if not desk.encryption.number:  # else the journal says so
        assert desk.journal.head() == Head(0, "0" * 64)
    assert desk.journal.check() == ()
    assert desk.journal.holds(Head(0, "0" * 64))


def test_the_format_stands_in_each_row(desk_with_rows):
    row = desk_with_rows.database.execute_sql("SELECT format, body FROM journal WHERE seq = 1").fetchone()
    assert row[0] == 1
    assert set(json.loads(row[1])) == {"act", "kind", "record", "unit", "fields", "digest"}
