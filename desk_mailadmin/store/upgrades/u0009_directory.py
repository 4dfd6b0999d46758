"""The telephone directory, its change slips, editions and confirmations."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    9,
    "directory",
    (
        """
        CREATE TABLE directory_entry (
            {id},
            department_id BIGINT NOT NULL REFERENCES department (id),
            staff_id BIGINT REFERENCES staff (id),
            title TEXT NOT NULL DEFAULT '',
            name_key TEXT NOT NULL DEFAULT '',
            post TEXT NOT NULL DEFAULT '',
            email TEXT NOT NULL DEFAULT '',
            room TEXT NOT NULL DEFAULT '',
            remark TEXT NOT NULL DEFAULT '',
            leader BIGINT NOT NULL DEFAULT 0 CHECK (leader IN (0, 1)),
            sort_order BIGINT NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'removed')),
            removed_on TEXT,
            changed_on TEXT
        )
        """,
        "CREATE INDEX directory_entry_by_department ON directory_entry (department_id, state, sort_order, id)",
        "CREATE INDEX directory_entry_by_name ON directory_entry (name_key, id)",
        "CREATE INDEX directory_entry_by_staff ON directory_entry (staff_id, state)",
        "CREATE INDEX directory_entry_by_change ON directory_entry (changed_on, id)",
        """
        CREATE TABLE directory_number (
            {id},
            entry_id BIGINT NOT NULL REFERENCES directory_entry (id),
            kind TEXT NOT NULL CHECK (kind IN ('extension', 'direct', 'short', 'mobile', 'fax')),
            number TEXT NOT NULL,
            sort_order BIGINT NOT NULL DEFAULT 0
        )
        """,
        "CREATE INDEX directory_number_of_entry ON directory_number (entry_id, kind, sort_order, id)",
        "CREATE INDEX directory_number_by_number ON directory_number (kind, number, entry_id)",
        """
        CREATE TABLE directory_change (
            {id},
            number TEXT NOT NULL UNIQUE,
            entry_id BIGINT NOT NULL REFERENCES directory_entry (id),
            changes TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            changed_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            head_told_at TEXT,
            centre_told_at TEXT,
            contacts_told_at TEXT,
            entered_on TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'told', 'void')),
            void_reason TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX directory_change_of_entry ON directory_change (entry_id, id)",
        "CREATE INDEX directory_change_by_state ON directory_change (state, changed_at, id)",
        search_table("directory_entry"),
        """
        CREATE TABLE edition (
            {id},
            number BIGINT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'editing' CHECK (state IN ('editing', 'issued')),
            opened_on TEXT NOT NULL,
            due_on TEXT NOT NULL,
            issued_on TEXT,
            entries BIGINT NOT NULL DEFAULT 0,
            snapshot TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE UNIQUE INDEX edition_editing ON edition (state) WHERE state = 'editing'",
        """
        CREATE TABLE edition_confirmation (
            {id},
            number TEXT NOT NULL UNIQUE,
            edition_id BIGINT NOT NULL REFERENCES edition (id),
            department_id BIGINT NOT NULL REFERENCES department (id),
            place BIGINT NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'unchanged', 'changed', 'lapsed')),
            state_order BIGINT NOT NULL DEFAULT 0,
            confirmed_on TEXT,
            confirmed_by TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            reminded BIGINT NOT NULL DEFAULT 0,
            reminded_on TEXT,
            UNIQUE (edition_id, department_id)
        )
        """,
        "CREATE INDEX edition_confirmation_by_state ON edition_confirmation (state, edition_id, place)",
        "CREATE INDEX edition_confirmation_order ON edition_confirmation (state_order, edition_id, place)",
        """
        CREATE TABLE edition_copy (
            {id},
            edition_id BIGINT NOT NULL REFERENCES edition (id),
            copy_no BIGINT NOT NULL,
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            name TEXT NOT NULL,
            dept TEXT NOT NULL DEFAULT '',
            receipt_id BIGINT REFERENCES receipt (id),
            receipt TEXT NOT NULL DEFAULT '',
            issued_on TEXT NOT NULL,
            UNIQUE (edition_id, copy_no)
        )
        """,
        search_table("edition_confirmation"),
        """
        CREATE TABLE directory_mapping (
            {id},
            headings TEXT NOT NULL UNIQUE,
            mapping TEXT NOT NULL,
            used_on TEXT NOT NULL
        )
        """,
    ),
)
