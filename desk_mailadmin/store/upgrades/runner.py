"""Runs upgrade steps: all of them in one transaction, or none.

Foreign keys are off before BEGIN (a rebuilt parent table would else empty its children without a word), every table's
rows are counted before and after each step, and the file is checked before and after the commit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.engine import sqlite_errors
from desk_mailadmin.store.faults import cause_of, fault_of
from desk_mailadmin.store.upgrades.step import Step, sqlite_sql


class StepFailed(Exception):  # noqa: N818  (a step failed; the runner turns it into the fault that people read)
    """A step broke what it promised to keep."""


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the number of the last step the file has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def pending(connection: sqlite3.Connection, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps the file has not been through yet."""
    return tuple(step for step in steps if step.number > schema_of(connection))


def run_steps(connection: sqlite3.Connection, steps: Sequence[Step], program: str) -> None:
    """Run ``steps`` in one transaction, for program version ``program``.

    Raises EnvironmentFault, with the file as it was, where any of them fails.
    """
    connection.execute("PRAGMA foreign_keys=OFF")
    failures: tuple[type[Exception], ...] = (*sqlite_errors(), StepFailed)
    try:
        _run_all(connection, steps, program)
    except failures as error:
        raise _failed(error) from error
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
    _check_integrity(connection)


MEND_FIRST = QT_TRANSLATE_NOOP("desk", "把磁盘处理好，再打开台账；也可以继续用原来的版本。")


class UpgradeFailed(EnvironmentFault):
    """An upgrade did not come to its end; the desk is as it was, and its backup from before can be put in its place."""


def _failed(error: Exception) -> UpgradeFailed:
    fault = fault_of(error)
    if fault is not None:
        return UpgradeFailed(
            QT_TRANSLATE_NOOP("desk", "{cause}台账升级没有完成，台账保持原样。"),
            remedy=MEND_FIRST,
            cause=cause_of(error),
        )
    return UpgradeFailed(
        QT_TRANSLATE_NOOP("desk", "台账升级没有完成（{detail}），台账保持原样。"),
        remedy=QT_TRANSLATE_NOOP("desk", "继续用原来的版本打开，并把这句话告诉管理电脑的同事。"),
        detail=str(error),
    )


def _run_all(connection: sqlite3.Connection, steps: Sequence[Step], program: str) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for step in steps:
            _run(connection, step)
        _note_version(connection, steps, program)
        _check_references(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(connection: sqlite3.Connection, step: Step) -> None:
    before = row_counts(connection)
    for statement in step.statements:
        if callable(statement):
            statement(connection)
        else:
            connection.execute(sqlite_sql(statement))
    after = row_counts(connection)
    for table in before.keys() - set(step.recounts):
        if after.get(table) != before[table]:
            raise StepFailed(f"{step.number} {step.title}: {table} {before[table]} -> {after.get(table)}")


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of every ordinary table (search tables are derived and left out)."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608  (names from the schema)
        for (name,) in tables
    }


def _note_version(connection: sqlite3.Connection, steps: Sequence[Step], program: str) -> None:
    compat = max(step.compat or step.number for step in steps)
    for key, value in (("compat_version", str(compat)), ("written_by", program)):
        connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
    connection.execute(f"PRAGMA user_version={max(step.number for step in steps)}")


def _check_references(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise StepFailed(f"{broken[0]} -> {broken[2]}")


def _check_integrity(connection: sqlite3.Connection) -> None:
    answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if answer != "ok":
        raise UpgradeFailed(
            QT_TRANSLATE_NOOP("desk", "台账升级后检查出损坏（{detail}）。"),
            remedy=QT_TRANSLATE_NOOP("desk", "从“备份”里恢复升级前的那一份，并检查磁盘。"),
            detail=answer,
        )
