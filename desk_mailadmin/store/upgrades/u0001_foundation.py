"""The foundation: what every desk keeps, whatever its registers."""

from __future__ import annotations

import sqlite3

from desk_mailadmin.store.journal_guards import GUARDS
from desk_mailadmin.store.upgrades.step import Step


def _guard_journal(connection: sqlite3.Connection) -> None:
    """Make the journal append-only; that it was not gone round is shown by its hash chain."""
    for statement in GUARDS.values():
        connection.execute(statement)


STEP = Step(
    1,
    "foundation",
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        """CREATE TABLE journal (
            seq BIGINT PRIMARY KEY, format BIGINT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
            action TEXT NOT NULL, body TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL)""",
        """CREATE TABLE work_unit (
            seq BIGINT PRIMARY KEY REFERENCES journal (seq), at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
            batch BIGINT NOT NULL CHECK (batch IN (0, 1)), undoable BIGINT NOT NULL CHECK (undoable IN (0, 1)),
            registers TEXT NOT NULL, undone_by BIGINT)""",
        "CREATE INDEX work_unit_day ON work_unit (substr(at, 1, 10))",  # what 撤销 asks for after each change
        """CREATE TABLE history_entry (
            seq BIGINT PRIMARY KEY REFERENCES journal (seq), unit BIGINT NOT NULL, kind TEXT NOT NULL,
            record BIGINT NOT NULL, act TEXT NOT NULL, sentence TEXT NOT NULL, details TEXT NOT NULL,
            salt TEXT NOT NULL)""",
        "CREATE INDEX history_entry_record ON history_entry (kind, record)",
        "CREATE INDEX history_entry_unit ON history_entry (unit, act)",
        """CREATE TABLE history (
            seq BIGINT NOT NULL REFERENCES history_entry (seq), field TEXT NOT NULL, old_value TEXT, new_value TEXT,
            PRIMARY KEY (seq, field))""",
        """CREATE TABLE sequence (
            series TEXT NOT NULL, year BIGINT NOT NULL, last_number BIGINT NOT NULL CHECK (last_number > 0),
            PRIMARY KEY (series, year))""",
        """CREATE TABLE setting (
            key TEXT NOT NULL, in_force TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
            PRIMARY KEY (key, in_force))""",
        """CREATE TABLE attachment (
            sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), size BIGINT NOT NULL, at TEXT NOT NULL)""",
        """CREATE TABLE attachment_use (
            {id}, sha256 TEXT NOT NULL REFERENCES attachment (sha256), kind TEXT NOT NULL, record BIGINT NOT NULL,
            role TEXT NOT NULL, name TEXT NOT NULL, pages BIGINT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL)""",
        "CREATE INDEX attachment_use_record ON attachment_use (kind, record)",
        """CREATE TABLE print (
            {id}, kind TEXT NOT NULL, record BIGINT NOT NULL, form_id TEXT NOT NULL, number BIGINT NOT NULL,
            reprint BIGINT NOT NULL, copies BIGINT NOT NULL, sha256 TEXT NOT NULL, first_page BIGINT NOT NULL DEFAULT 0,
            pages BIGINT NOT NULL DEFAULT 0, template_sha TEXT NOT NULL,
            data TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
            UNIQUE (kind, record, form_id, number, reprint))""",
        "CREATE TABLE workyear (year BIGINT PRIMARY KEY, source TEXT NOT NULL)",
        """CREATE TABLE workday (
            day TEXT PRIMARY KEY CHECK (length(day) = 10), working BIGINT NOT NULL CHECK (working IN (0, 1)),
            name TEXT NOT NULL)""",
        """CREATE TABLE postponed (
            key TEXT PRIMARY KEY, until TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL)""",
        _guard_journal,
    ),
)
