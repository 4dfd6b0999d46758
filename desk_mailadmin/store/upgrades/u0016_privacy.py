"""Who looked at or took away personal data; what was destroyed after its term, and what that left in the journal."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    16,
    "privacy",
    (
        """
        CREATE TABLE access_log (
            {id},
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            what TEXT NOT NULL CHECK (what IN ('shown', 'opened', 'printed', 'exported', 'copied')),
            register TEXT NOT NULL,
            title TEXT NOT NULL,
            record BIGINT NOT NULL DEFAULT 0,
            filtered_by TEXT NOT NULL DEFAULT '',
            row_count BIGINT NOT NULL CHECK (row_count >= 0),
            columns TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            file TEXT NOT NULL DEFAULT '',
            sha256 TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX access_log_by_time ON access_log (at, id)",
        "CREATE INDEX access_log_by_what ON access_log (what, at, id)",
        search_table("access_log"),
        """
        CREATE TABLE purge (
            {id},
            number TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'done', 'void')),
            as_of TEXT NOT NULL,
            proposed_on TEXT NOT NULL,
            reason TEXT NOT NULL,
            plan TEXT NOT NULL,
            records BIGINT NOT NULL,
            files BIGINT NOT NULL,
            approved_by TEXT NOT NULL DEFAULT '',
            approved_on TEXT,
            done_on TEXT,
            backup TEXT NOT NULL DEFAULT '',
            emptied TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '',
            journal_seq BIGINT NOT NULL DEFAULT 0,
            journal_head TEXT NOT NULL DEFAULT '',
            cleaned BIGINT NOT NULL DEFAULT 0 CHECK (cleaned IN (0, 1)),
            void_on TEXT,
            void_reason TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX purge_by_state ON purge (state, id)",
        search_table("purge"),
        """
        CREATE TABLE purge_file (
            {id},
            purge_id BIGINT NOT NULL REFERENCES purge (id),
            path TEXT NOT NULL,
            gone BIGINT NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
        )
        """,
        """
        CREATE TABLE purged_history (
            seq BIGINT PRIMARY KEY REFERENCES history_entry (seq),
            purge_id BIGINT NOT NULL REFERENCES purge (id)
        )
        """,
        "ALTER TABLE call_month ADD COLUMN purged BIGINT NOT NULL DEFAULT 0",
        "CREATE INDEX purged_history_by_purge ON purged_history (purge_id, seq)",
    ),
)
