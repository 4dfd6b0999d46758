"""Telephone lines, rights, whose they were when, and devices."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    8,
    "lines",
    (
        """
        CREATE TABLE line (
            {id},
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            number TEXT NOT NULL DEFAULT '',
            extension TEXT NOT NULL DEFAULT '',
            short_number TEXT NOT NULL DEFAULT '',
            kind TEXT NOT NULL CHECK (kind IN ('direct', 'extension', 'fax', 'trunk', 'mobile')),
            label TEXT NOT NULL DEFAULT '',
            holder_key TEXT NOT NULL DEFAULT '',
            place TEXT NOT NULL DEFAULT '',
            set_model TEXT NOT NULL DEFAULT '',
            set_serial TEXT NOT NULL DEFAULT '',
            staff_id BIGINT REFERENCES staff (id),
            department_id BIGINT REFERENCES department (id),
            rank TEXT NOT NULL DEFAULT '',
            quota_fen BIGINT CHECK (quota_fen >= 0),
            quota_by TEXT NOT NULL DEFAULT 'line' CHECK (quota_by IN ('line', 'head', 'rank')),
            quota_per TEXT NOT NULL DEFAULT 'month' CHECK (quota_per IN ('month', 'year')),
            tolerance_fen BIGINT NOT NULL DEFAULT 0 CHECK (tolerance_fen >= 0),
            carry_over BIGINT NOT NULL DEFAULT 0 CHECK (carry_over IN (0, 1)),
            payer TEXT NOT NULL DEFAULT 'company' CHECK (payer IN ('company', 'holder')),
            operator TEXT NOT NULL DEFAULT '',
            contract TEXT NOT NULL DEFAULT '',
            contract_until TEXT,
            network TEXT NOT NULL DEFAULT '',
            ring_tone TEXT NOT NULL DEFAULT '',
            reach TEXT NOT NULL DEFAULT '' CHECK (reach IN ('', 'always', 'day', 'allowance')),
            locked BIGINT NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'stopped', 'removed')),
            installed_on TEXT,
            stopped_on TEXT,
            stop_reason TEXT NOT NULL DEFAULT '',
            stop_paper TEXT NOT NULL DEFAULT '',
            keep_until TEXT,
            reopen_on TEXT,
            removed_on TEXT,
            remark TEXT NOT NULL DEFAULT '',
            CHECK (number <> '' OR extension <> '')
        )
        """,
        """
        CREATE UNIQUE INDEX line_extension ON line (branch_id, extension)
        WHERE extension <> '' AND state <> 'removed'
        """,
        "CREATE UNIQUE INDEX line_number ON line (number) WHERE number <> '' AND state <> 'removed'",
        "CREATE INDEX line_by_state ON line (state, branch_id, department_id)",
        "CREATE INDEX line_by_staff ON line (staff_id)",
        "CREATE INDEX line_by_department ON line (department_id)",
        """
        CREATE TABLE line_right (
            {id},
            line_id BIGINT NOT NULL REFERENCES line (id),
            right_key TEXT NOT NULL CHECK (right_key IN ('inside', 'local', 'domestic', 'international')),
            from_on TEXT,
            until_on TEXT,
            application TEXT NOT NULL DEFAULT '',
            ended_by TEXT NOT NULL DEFAULT '',
            until_before TEXT
        )
        """,
        "CREATE INDEX line_right_line ON line_right (line_id)",
        "CREATE INDEX line_right_until ON line_right (until_on)",
        """
        CREATE TABLE line_assignment (
            {id},
            line_id BIGINT NOT NULL REFERENCES line (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            number TEXT NOT NULL DEFAULT '',
            extension TEXT NOT NULL DEFAULT '',
            staff_id BIGINT REFERENCES staff (id),
            department_id BIGINT REFERENCES department (id),
            label TEXT NOT NULL DEFAULT '',
            from_on TEXT NOT NULL DEFAULT '0001-01-01',
            until_on TEXT
        )
        """,
        "CREATE UNIQUE INDEX line_assignment_open ON line_assignment (line_id) WHERE until_on IS NULL",
        "CREATE INDEX line_assignment_line ON line_assignment (line_id, from_on)",
        "CREATE INDEX line_assignment_number ON line_assignment (number, from_on)",
        "CREATE INDEX line_assignment_extension ON line_assignment (branch_id, extension, from_on)",
        """
        CREATE TABLE line_paper (
            {id},
            line_id BIGINT NOT NULL REFERENCES line (id),
            paper TEXT NOT NULL,
            on_day TEXT NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'ended', 'undone'))
        )
        """,
        "CREATE INDEX line_paper_paper ON line_paper (paper)",
        "CREATE INDEX line_paper_line ON line_paper (line_id)",
        """
        CREATE TABLE line_note (
            {id},
            line_id BIGINT NOT NULL REFERENCES line (id),
            on_day TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('upkeep', 'supervision', 'unreachable', 'other')),
            text TEXT NOT NULL,
            by_whom TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX line_note_line ON line_note (line_id, on_day)",
        search_table("line"),
        """
        CREATE TABLE device (
            {id},
            kind TEXT NOT NULL CHECK (kind IN ('mobile', 'radio', 'set', 'other')),
            model TEXT NOT NULL,
            serial TEXT NOT NULL DEFAULT '',
            number TEXT NOT NULL DEFAULT '',
            value_fen BIGINT NOT NULL DEFAULT 0 CHECK (value_fen >= 0),
            bought_on TEXT,
            staff_id BIGINT REFERENCES staff (id),
            dept TEXT NOT NULL DEFAULT '',
            branch TEXT NOT NULL DEFAULT '',
            holder_key TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'store' CHECK (state IN ('store', 'issued', 'returned', 'lost', 'damaged')),
            issued_on TEXT,
            back_by TEXT,
            returned_on TEXT,
            ended_on TEXT,
            reason TEXT NOT NULL DEFAULT '',
            receipt_id BIGINT REFERENCES receipt (id),
            receipt TEXT NOT NULL DEFAULT '',
            penalty TEXT NOT NULL DEFAULT '',
            remark TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE UNIQUE INDEX device_serial ON device (kind, serial) WHERE serial <> ''",
        "CREATE INDEX device_by_state ON device (state, kind, model)",
        "CREATE INDEX device_by_staff ON device (staff_id, state)",
        """
        CREATE TABLE device_issue (
            {id},
            device_id BIGINT NOT NULL REFERENCES device (id),
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            name TEXT NOT NULL,
            emp_no TEXT NOT NULL DEFAULT '',
            dept TEXT NOT NULL DEFAULT '',
            receipt TEXT NOT NULL DEFAULT '',
            issued_on TEXT NOT NULL,
            returned_on TEXT,
            condition TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX device_issue_device ON device_issue (device_id, issued_on)",
        search_table("device"),
    ),
)
