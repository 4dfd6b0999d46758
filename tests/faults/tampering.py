"""What somebody does who opens the desk's file with the sqlite3 shell: seven ways to make the journal say otherwise.

Each works on the closed file with plain ``sqlite3`` and nothing of this program.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

Attack = Callable[[sqlite3.Connection], None]
ROW = 5
"""The row that is meddled with."""

GUARDS = ("journal_no_update", "journal_no_delete", "journal_no_gap")


def attacked(file: Path, attack: Attack) -> None:
    """Open the file as the shell does, take the guards away, do it, and put the guards back so that nobody misses them."""
    with closing(sqlite3.connect(file, isolation_level=None)) as shell:
        kept = shell.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
        guards = kept.fetchall()
        for name, _sql in guards:
            shell.execute(f"DROP TRIGGER {name}")
        attack(shell)
        for _name, sql in guards:
            shell.execute(sql)


def altered(shell: sqlite3.Connection) -> None:
    shell.execute("UPDATE journal SET who = '别人' WHERE seq = ?", (ROW,))


def removed(shell: sqlite3.Connection) -> None:
    shell.execute("DELETE FROM journal WHERE seq = ?", (ROW,))


def inserted(shell: sqlite3.Connection) -> None:
    """Push a row of one's own between two others and number all behind it anew, history included."""
    for table in ("journal", "history_entry", "history"):
        shell.execute(f"UPDATE {table} SET seq = -(seq + 1) WHERE seq >= ?", (ROW,))  # noqa: S608  (an attack)
        shell.execute(f"UPDATE {table} SET seq = -seq WHERE seq < 0")  # noqa: S608  (an attack)
    shell.execute(
        "INSERT INTO journal SELECT ?, format, at, '别人', action, body, prev, hash FROM journal WHERE seq = ?",
        (ROW, ROW - 1),
    )
    shell.execute(
        "INSERT INTO history_entry SELECT ?, unit, kind, record, act, sentence, details, salt "
        "FROM history_entry WHERE seq = ?",
        (ROW, ROW - 1),
    )


def cut(shell: sqlite3.Connection) -> None:
    """Take the newest rows away with all that hangs on them: what is left is whole in itself."""
    for table in ("history", "history_entry", "work_unit", "journal"):
        shell.execute(f"DELETE FROM {table} WHERE seq > ?", (ROW,))  # noqa: S608  (an attack)


def rebuilt(shell: sqlite3.Connection) -> None:
    """Alter a row and its history and reckon every hash behind it anew, as this program itself would."""
    shell.execute("UPDATE history SET new_value = '\"改\"' WHERE seq = ?", (ROW,))
    shell.execute("UPDATE journal SET who = '别人' WHERE seq = ?", (ROW,))
    body = json.loads(shell.execute("SELECT body FROM journal WHERE seq = ?", (ROW,)).fetchone()[0])
    salt, sentence, details = shell.execute(
        "SELECT salt, sentence, details FROM history_entry WHERE seq = ?", (ROW,)
    ).fetchone()
    changes = shell.execute("SELECT field, old_value, new_value FROM history WHERE seq = ? ORDER BY field", (ROW,))
    body["digest"] = _sha([salt, sentence, details, [list(change) for change in changes]])
    shell.execute("UPDATE journal SET body = ? WHERE seq = ?", (_json(body), ROW))
    (prev,) = shell.execute("SELECT hash FROM journal WHERE seq = ?", (ROW - 1,)).fetchone()
    rows = shell.execute("SELECT seq, format, at, who, action, body FROM journal WHERE seq >= ? ORDER BY seq", (ROW,))
    for row in rows.fetchall():
        found = _sha([*row, prev])
        shell.execute("UPDATE journal SET prev = ?, hash = ? WHERE seq = ?", (prev, found, row[0]))
        prev = found


def unguarded(shell: sqlite3.Connection) -> None:
    """Put guards in place that bear the names and do nothing: as if nobody had been here."""
    for name in GUARDS:
        shell.execute(f"CREATE TRIGGER {name} BEFORE DELETE ON journal WHEN 0 BEGIN SELECT 1; END")


def history_changed(shell: sqlite3.Connection) -> None:
    """Leave the journal alone and change what it vouches for."""
    shell.execute("UPDATE history SET new_value = '\"改\"' WHERE seq = ?", (ROW,))


def doing(sql: str) -> Attack:
    """Return the attack that is one statement."""

    def attack(shell: sqlite3.Connection) -> None:
        shell.execute(sql)

    return attack


def drop_guards(file: Path) -> None:
    """Take the guards away and leave it at that."""
    with closing(sqlite3.connect(file, isolation_level=None)) as shell:
        for name in GUARDS:
            shell.execute(f"DROP TRIGGER {name}")


def _sha(value: object) -> str:
    return hashlib.sha256(_json(value).encode()).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
