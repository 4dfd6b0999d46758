"""Findings: what the bills and the log show against the regulations, and what was decided of it."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(
    12,
    "findings",
    (
        """
        CREATE TABLE finding (
            {id},
            kind TEXT NOT NULL CHECK (kind IN ('info-line', 'outside-hours', 'over-3-minutes', 'no-right', 'unlogged',
                                               'false-log', 'private', 'no-17909')),
            mark TEXT NOT NULL UNIQUE,
            month TEXT NOT NULL,
            call_id BIGINT,
            log_id BIGINT,
            line_id BIGINT,
            staff_id BIGINT REFERENCES staff (id),
            department_id BIGINT REFERENCES department (id),
            branch_id BIGINT REFERENCES branch (id),
            extension TEXT NOT NULL DEFAULT '',
            number TEXT NOT NULL DEFAULT '',
            called TEXT NOT NULL DEFAULT '',
            occurred_at TEXT NOT NULL,
            seconds BIGINT NOT NULL DEFAULT 0,
            fee_fen BIGINT NOT NULL DEFAULT 0,
            detail TEXT NOT NULL DEFAULT '',
            clause TEXT NOT NULL DEFAULT '',
            act TEXT NOT NULL DEFAULT '',
            proposed_fen BIGINT NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'proposed', 'dismissed')),
            state_order BIGINT NOT NULL DEFAULT 0,
            gone BIGINT NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
            penalty_id BIGINT,
            reason TEXT NOT NULL DEFAULT '',
            decided_on TEXT,
            decided_by TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX finding_by_month ON finding (month, kind, state)",
        "CREATE INDEX finding_by_kind ON finding (kind, state_order, occurred_at, id)",
        "CREATE INDEX finding_by_time ON finding (state_order, occurred_at, id)",
        "CREATE INDEX finding_by_call ON finding (call_id) WHERE call_id IS NOT NULL",
        "CREATE INDEX finding_by_log ON finding (log_id) WHERE log_id IS NOT NULL",
        "CREATE INDEX finding_by_penalty ON finding (penalty_id) WHERE penalty_id IS NOT NULL",
        """
        CREATE TABLE finding_run (
            {id},
            month TEXT NOT NULL UNIQUE,
            run_on TEXT NOT NULL,
            calls BIGINT NOT NULL,
            basis TEXT NOT NULL
        )
        """,
    ),
)
