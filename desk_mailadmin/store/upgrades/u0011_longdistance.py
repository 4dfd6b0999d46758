"""The long-distance log: entries, monthly sheets handed in and reviewed, headings of imported logs."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    11,
    "longdistance",
    (
        """
        CREATE TABLE longdistance (
            {id},
            month TEXT NOT NULL,
            on_day TEXT NOT NULL,
            staff_id BIGINT REFERENCES staff (id),
            user_name TEXT NOT NULL DEFAULT '',
            user_key TEXT NOT NULL DEFAULT '',
            department_id BIGINT REFERENCES department (id),
            dept TEXT NOT NULL DEFAULT '',
            branch_id BIGINT REFERENCES branch (id),
            line_id BIGINT REFERENCES line (id),
            phone TEXT NOT NULL DEFAULT '',
            extension TEXT NOT NULL DEFAULT '',
            callee TEXT NOT NULL DEFAULT '',
            called TEXT NOT NULL DEFAULT '',
            from_at TEXT NOT NULL DEFAULT '',
            to_at TEXT NOT NULL DEFAULT '',
            purpose TEXT NOT NULL DEFAULT '',
            result TEXT NOT NULL DEFAULT '',
            approver TEXT NOT NULL DEFAULT '',
            approval TEXT NOT NULL DEFAULT '',
            standing TEXT NOT NULL DEFAULT '' CHECK (standing IN ('', 'right', 'rank', 'slip', 'told', 'none')),
            private BIGINT NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
            state TEXT NOT NULL CHECK (state IN ('open', 'ok', 'incomplete', 'false', 'unlogged')),
            state_order BIGINT NOT NULL,
            detail TEXT NOT NULL DEFAULT '',
            call_id BIGINT,
            seconds BIGINT,
            fee_fen BIGINT,
            source TEXT NOT NULL CHECK (source IN ('hand', 'import', 'call')),
            source_file TEXT NOT NULL DEFAULT '',
            source_row BIGINT,
            remark TEXT NOT NULL DEFAULT '',
            entered_on TEXT NOT NULL
        )
        """,
        "CREATE INDEX longdistance_by_day ON longdistance (on_day, from_at, id)",
        "CREATE INDEX longdistance_by_month ON longdistance (month, on_day, from_at, id)",
        "CREATE INDEX longdistance_by_state ON longdistance (state, month)",
        "CREATE INDEX longdistance_by_call ON longdistance (call_id) WHERE call_id IS NOT NULL",
        """
        CREATE TABLE longdistance_review (
            {id},
            month TEXT NOT NULL,
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            handed_on TEXT NOT NULL,
            handed_by TEXT NOT NULL DEFAULT '',
            reviewed_on TEXT,
            reviewed_by TEXT NOT NULL DEFAULT '',
            remark TEXT NOT NULL DEFAULT '',
            UNIQUE (month, branch_id)
        )
        """,
        """
        CREATE TABLE longdistance_mapping (
            {id},
            headings TEXT NOT NULL UNIQUE,
            mapping TEXT NOT NULL,
            used_on TEXT NOT NULL
        )
        """,
        search_table("longdistance"),
    ),
)
