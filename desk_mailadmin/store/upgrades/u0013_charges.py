"""Monthly charges and their notices, year-end settlements, mobile allowances and mobiles that were stopped."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    13,
    "charges",
    (
        """
        CREATE TABLE charge (
            {id},
            month TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('line', 'trunk', 'unknown')),
            state TEXT NOT NULL DEFAULT 'computed' CHECK (state IN ('computed', 'notified', 'proposed', 'excused')),
            line_id BIGINT,
            branch_id BIGINT REFERENCES branch (id),
            department_id BIGINT REFERENCES department (id),
            staff_id BIGINT REFERENCES staff (id),
            dept TEXT NOT NULL DEFAULT '',
            dept_key TEXT NOT NULL DEFAULT '',
            holder TEXT NOT NULL DEFAULT '',
            holder_key TEXT NOT NULL DEFAULT '',
            number TEXT NOT NULL DEFAULT '',
            extension TEXT NOT NULL DEFAULT '',
            quota_fen BIGINT,
            saved_fen BIGINT NOT NULL DEFAULT 0,
            lump_fen BIGINT,
            calls BIGINT NOT NULL DEFAULT 0,
            seconds BIGINT NOT NULL DEFAULT 0,
            rent_fen BIGINT NOT NULL DEFAULT 0,
            fixed_fen BIGINT NOT NULL DEFAULT 0,
            local_fen BIGINT NOT NULL DEFAULT 0,
            long_fen BIGINT NOT NULL DEFAULT 0,
            other_fen BIGINT NOT NULL DEFAULT 0,
            info_fen BIGINT NOT NULL DEFAULT 0,
            private_fen BIGINT NOT NULL DEFAULT 0,
            total_fen BIGINT NOT NULL DEFAULT 0,
            used_fen BIGINT NOT NULL DEFAULT 0,
            over_fen BIGINT NOT NULL DEFAULT 0,
            self_fen BIGINT NOT NULL DEFAULT 0,
            company_fen BIGINT NOT NULL DEFAULT 0,
            elsewhere_fen BIGINT NOT NULL DEFAULT 0,
            remark TEXT NOT NULL DEFAULT '',
            notice TEXT UNIQUE,
            notice_on TEXT,
            penalty TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            computed_on TEXT NOT NULL
        )
        """,
        "CREATE INDEX charge_by_month ON charge (month, branch_id, dept_key, number, id)",
        "CREATE INDEX charge_by_line ON charge (line_id, month)",
        "CREATE INDEX charge_by_state ON charge (state, month)",
        "CREATE INDEX charge_by_penalty ON charge (penalty) WHERE penalty <> ''",
        search_table("charge"),
        """
        CREATE TABLE charge_signature (
            {id},
            charge_id BIGINT NOT NULL REFERENCES charge (id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('finance', 'office', 'holder')),
            signer TEXT NOT NULL,
            signed_on TEXT NOT NULL,
            UNIQUE (charge_id, role)
        )
        """,
        """
        CREATE TABLE charge_void (
            {id},
            number TEXT NOT NULL UNIQUE,
            charge_id BIGINT NOT NULL,
            month TEXT NOT NULL,
            void_on TEXT NOT NULL,
            reason TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE charge_table (
            {id},
            month TEXT NOT NULL UNIQUE,
            bills_fen BIGINT NOT NULL,
            computed_on TEXT NOT NULL,
            sent_on TEXT,
            received_by TEXT NOT NULL DEFAULT ''
        )
        """,
        """
        CREATE TABLE settlement (
            {id},
            year BIGINT NOT NULL,
            line_id BIGINT NOT NULL,
            branch_id BIGINT REFERENCES branch (id),
            staff_id BIGINT REFERENCES staff (id),
            dept TEXT NOT NULL DEFAULT '',
            holder TEXT NOT NULL DEFAULT '',
            number TEXT NOT NULL DEFAULT '',
            extension TEXT NOT NULL DEFAULT '',
            quota_fen BIGINT,
            brought_fen BIGINT NOT NULL DEFAULT 0,
            actual_fen BIGINT NOT NULL,
            over_fen BIGINT NOT NULL,
            left_fen BIGINT NOT NULL,
            asked_fen BIGINT NOT NULL,
            carried_fen BIGINT NOT NULL,
            penalty TEXT NOT NULL DEFAULT '',
            settled_on TEXT NOT NULL,
            UNIQUE (year, line_id)
        )
        """,
        """
        CREATE TABLE allowance (
            {id},
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'ended')),
            rank TEXT NOT NULL,
            mobile TEXT NOT NULL DEFAULT '',
            monthly_fen BIGINT NOT NULL,
            from_on TEXT NOT NULL,
            until_on TEXT,
            application TEXT NOT NULL DEFAULT '',
            remark TEXT NOT NULL DEFAULT '',
            ended_on TEXT,
            end_reason TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX allowance_by_staff ON allowance (staff_id, from_on)",
        "CREATE INDEX allowance_by_state ON allowance (state, from_on, id)",
        "CREATE INDEX allowance_by_application ON allowance (application) WHERE application <> ''",
        search_table("allowance"),
        """
        CREATE TABLE allowance_bill (
            {id},
            allowance_id BIGINT NOT NULL REFERENCES allowance (id) ON DELETE CASCADE,
            month TEXT NOT NULL,
            fee_fen BIGINT NOT NULL,
            allowed_fen BIGINT NOT NULL,
            over_fen BIGINT NOT NULL,
            penalty TEXT NOT NULL DEFAULT '',
            entered_on TEXT NOT NULL,
            UNIQUE (allowance_id, month)
        )
        """,
        "CREATE INDEX allowance_bill_by_month ON allowance_bill (month, allowance_id)",
        """
        CREATE TABLE mobile_stop (
            {id},
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
            mobile TEXT NOT NULL,
            told_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            done_at TEXT,
            remark TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX mobile_stop_by_state ON mobile_stop (state, due_at, id)",
        search_table("mobile_stop"),
    ),
)
