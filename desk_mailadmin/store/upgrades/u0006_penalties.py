"""Closed months, penalty cases and their money trail."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    6,
    "penalties",
    (
        """
        CREATE TABLE closed_month (
            {id},
            month TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'reopened')),
            closed_on TEXT NOT NULL,
            closed_by TEXT NOT NULL DEFAULT '',
            reviewed_by TEXT NOT NULL DEFAULT '',
            approved_by TEXT NOT NULL DEFAULT '',
            carried_in_fen BIGINT NOT NULL,
            new_fen BIGINT NOT NULL,
            deducted_fen BIGINT NOT NULL,
            waived_fen BIGINT NOT NULL,
            carried_out_fen BIGINT NOT NULL,
            notes TEXT NOT NULL DEFAULT '',
            file_name TEXT NOT NULL,
            file_sha256 TEXT NOT NULL,
            rows_sha256 TEXT NOT NULL,
            journal_seq BIGINT NOT NULL,
            journal_head TEXT NOT NULL,
            reopened_on TEXT,
            reopened_by TEXT NOT NULL DEFAULT '',
            reopen_reason TEXT NOT NULL DEFAULT '',
            CHECK (carried_in_fen + new_fen - deducted_fen - waived_fen = carried_out_fen)
        )
        """,
        "CREATE UNIQUE INDEX closed_month_once ON closed_month (month) WHERE state = 'closed'",
        """
        CREATE TABLE penalty (
            {id},
            number TEXT UNIQUE,
            slip TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'signed', 'refused', 'appealed', 'deducted',
                                                 'carried', 'waived', 'reported', 'reversed', 'offset', 'void')),
            state_order BIGINT NOT NULL,
            month TEXT,
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            emp_no TEXT NOT NULL DEFAULT '',
            dept TEXT NOT NULL,
            dept_key TEXT NOT NULL,
            post TEXT NOT NULL DEFAULT '',
            act TEXT NOT NULL DEFAULT '',
            act_title TEXT NOT NULL,
            clause TEXT NOT NULL DEFAULT '',
            count_group TEXT NOT NULL DEFAULT '',
            article TEXT NOT NULL DEFAULT '',
            occurred_on TEXT NOT NULL,
            occurred_at TEXT NOT NULL DEFAULT '',
            found_how TEXT NOT NULL DEFAULT '',
            facts TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL DEFAULT '',
            times BIGINT NOT NULL DEFAULT 1 CHECK (times > 0),
            fee_fen BIGINT NOT NULL DEFAULT 0,
            cost_fen BIGINT NOT NULL DEFAULT 0,
            offence_no BIGINT NOT NULL DEFAULT 1 CHECK (offence_no > 0),
            sanctions TEXT NOT NULL DEFAULT '',
            points BIGINT NOT NULL DEFAULT 0,
            line TEXT NOT NULL DEFAULT '',
            stop_until TEXT,
            reopened_on TEXT,
            fine_fen BIGINT NOT NULL DEFAULT 0,
            recovery_fen BIGINT NOT NULL DEFAULT 0,
            deducted_fen BIGINT NOT NULL DEFAULT 0,
            waived_fen BIGINT NOT NULL DEFAULT 0,
            reversed_fen BIGINT NOT NULL DEFAULT 0,
            refunded_fen BIGINT NOT NULL DEFAULT 0,
            formula TEXT NOT NULL DEFAULT '',
            steps TEXT NOT NULL DEFAULT '',
            next_time TEXT NOT NULL DEFAULT '',
            change_reason TEXT NOT NULL DEFAULT '',
            execution TEXT NOT NULL DEFAULT 'payroll' CHECK (execution IN ('payroll', 'cash', 'hr', 'none')),
            entered_on TEXT NOT NULL,
            issued_on TEXT,
            signed_on TEXT,
            refused_on TEXT,
            witness TEXT NOT NULL DEFAULT '',
            refusal TEXT NOT NULL DEFAULT '',
            appeal_until TEXT,
            appealed_on TEXT,
            appeal TEXT NOT NULL DEFAULT '',
            decided_on TEXT,
            decision TEXT NOT NULL DEFAULT '' CHECK (decision IN ('', 'upheld', 'changed', 'withdrawn')),
            decision_reason TEXT NOT NULL DEFAULT '',
            decided_by TEXT NOT NULL DEFAULT '',
            reported_on TEXT,
            reply TEXT NOT NULL DEFAULT '',
            approver TEXT NOT NULL DEFAULT '',
            void_on TEXT,
            reason TEXT NOT NULL DEFAULT '',
            reverses_id BIGINT REFERENCES penalty (id),
            past BIGINT NOT NULL DEFAULT 0 CHECK (past IN (0, 1)),
            draft TEXT NOT NULL DEFAULT '',
            CHECK (number IS NOT NULL OR state = 'draft' OR past = 1)
        )
        """,
        "CREATE INDEX penalty_by_need ON penalty (state_order, occurred_on, id)",
        "CREATE INDEX penalty_by_month ON penalty (month, number, id)",
        "CREATE INDEX penalty_by_state ON penalty (state, id)",
        "CREATE INDEX penalty_by_person ON penalty (staff_id, count_group, occurred_on)",
        "CREATE INDEX penalty_by_occurrence ON penalty (occurred_on, id)",
        "CREATE UNIQUE INDEX penalty_reversed_once ON penalty (reverses_id) WHERE reverses_id IS NOT NULL",
        "CREATE INDEX penalty_stopped ON penalty (stop_until) WHERE stop_until IS NOT NULL",
        """
        CREATE INDEX penalty_owed_back ON penalty (id)
        WHERE past = 0 AND (fine_fen + recovery_fen - deducted_fen - waived_fen - reversed_fen + refunded_fen) < 0
        """,
        """
        CREATE TABLE penalty_money (
            {id},
            penalty_id BIGINT NOT NULL REFERENCES penalty (id),
            kind TEXT NOT NULL CHECK (kind IN ('fine', 'recovery', 'deduction', 'cash', 'waiver', 'void', 'reversal',
                                               'refund')),
            month TEXT NOT NULL,
            on_day TEXT NOT NULL,
            amount_fen BIGINT NOT NULL CHECK (amount_fen <> 0),
            closes_id BIGINT REFERENCES penalty_money (id),
            reference TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            approver TEXT NOT NULL DEFAULT '',
            CHECK ((kind IN ('fine', 'recovery')) = (closes_id IS NULL)),
            CHECK ((kind IN ('fine', 'recovery', 'refund')) = (amount_fen > 0))
        )
        """,
        "CREATE INDEX penalty_money_by_case ON penalty_money (penalty_id, id)",
        "CREATE INDEX penalty_money_by_month ON penalty_money (month, kind)",
        "CREATE INDEX penalty_money_by_debit ON penalty_money (closes_id)",
        """
        CREATE TABLE penalty_plan (
            {id},
            penalty_id BIGINT NOT NULL REFERENCES penalty (id),
            month TEXT NOT NULL,
            amount_fen BIGINT NOT NULL CHECK (amount_fen > 0),
            UNIQUE (penalty_id, month)
        )
        """,
        """
        CREATE TABLE wage (
            {id},
            staff_id BIGINT NOT NULL UNIQUE REFERENCES staff (id),
            monthly_fen BIGINT NOT NULL CHECK (monthly_fen > 0),
            since TEXT NOT NULL
        )
        """,
        search_table("penalty"),
    ),
)
