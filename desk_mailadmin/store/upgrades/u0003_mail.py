"""Mailboxes, receipts and applications."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    3,
    "mail",
    (
        """
        CREATE TABLE mailbox (
            {id},
            address TEXT NOT NULL UNIQUE,
            local_part TEXT NOT NULL,
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            staff_id BIGINT REFERENCES staff (id),
            owner TEXT NOT NULL,
            owner_key TEXT NOT NULL,
            kind TEXT NOT NULL DEFAULT 'personal' CHECK (kind IN ('personal', 'shared')),
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled', 'retained', 'deleted')),
            quota_mb BIGINT NOT NULL CHECK (quota_mb > 0),
            opened_on TEXT,
            retained_until TEXT,
            closed_on TEXT,
            remark TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX mailbox_by_state ON mailbox (state, address, id)",
        "CREATE INDEX mailbox_by_staff ON mailbox (staff_id)",
        "CREATE INDEX mailbox_by_local_part ON mailbox (local_part)",
        """
        CREATE TABLE mailbox_alias (
            {id},
            mailbox_id BIGINT NOT NULL REFERENCES mailbox (id),
            address TEXT NOT NULL UNIQUE
        )
        """,
        """
        CREATE TABLE application (
            {id},
            kind TEXT NOT NULL,
            number TEXT UNIQUE,
            state TEXT NOT NULL CHECK (state IN ('draft', 'signing', 'ready', 'opened', 'receipted', 'in_force',
                                                 'closed', 'returned', 'refused', 'void')),
            state_order BIGINT NOT NULL,
            route TEXT NOT NULL,
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            emp_no TEXT NOT NULL DEFAULT '',
            dept TEXT NOT NULL,
            dept_key TEXT NOT NULL,
            post TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '',
            mobile TEXT NOT NULL DEFAULT '',
            fields TEXT NOT NULL,
            address TEXT NOT NULL DEFAULT '',
            subject TEXT NOT NULL DEFAULT '',
            same_key TEXT NOT NULL DEFAULT '',
            entered_on TEXT NOT NULL,
            due_on TEXT,
            form_rev TEXT NOT NULL DEFAULT '',
            mailbox_id BIGINT REFERENCES mailbox (id),
            opened_on TEXT,
            done_on TEXT,
            from_on TEXT,
            until_on TEXT,
            ended_on TEXT,
            reason TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX application_by_need ON application (state_order, due_on, id)",
        "CREATE INDEX application_by_state ON application (state, id)",
        "CREATE INDEX application_by_staff ON application (staff_id)",
        "CREATE INDEX application_by_address ON application (address)",
        "CREATE INDEX application_by_sameness ON application (kind, same_key)",
        """
        CREATE TABLE sign_off (
            {id},
            application_id BIGINT NOT NULL REFERENCES application (id),
            position BIGINT NOT NULL,
            role TEXT NOT NULL,
            title TEXT NOT NULL,
            signer TEXT NOT NULL DEFAULT '',
            agreed BIGINT CHECK (agreed IN (0, 1)),
            opinion TEXT NOT NULL DEFAULT '',
            signed_on TEXT,
            recorded_at TEXT,
            recorded_by TEXT NOT NULL DEFAULT '',
            UNIQUE (application_id, position),
            UNIQUE (application_id, role)
        )
        """,
        """
        CREATE TABLE receipt (
            {id},
            number TEXT NOT NULL UNIQUE,
            what TEXT NOT NULL DEFAULT 'account' CHECK (what IN ('account', 'notice', 'password', 'device', 'directory',
                                                                 'other')),
            kind TEXT NOT NULL DEFAULT '',
            subject TEXT NOT NULL DEFAULT '',
            copies BIGINT NOT NULL DEFAULT 1 CHECK (copies > 0),
            note TEXT NOT NULL DEFAULT '',
            application_id BIGINT REFERENCES application (id),
            application_number TEXT NOT NULL DEFAULT '',
            mailbox_id BIGINT REFERENCES mailbox (id),
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            emp_no TEXT NOT NULL DEFAULT '',
            dept TEXT NOT NULL,
            dept_key TEXT NOT NULL,
            sheet TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'out' CHECK (state IN ('out', 'signed', 'refused', 'lost', 'void')),
            state_order BIGINT NOT NULL,
            issued_on TEXT NOT NULL,
            handed_on TEXT,
            handed_how TEXT NOT NULL DEFAULT '' CHECK (handed_how IN ('', 'in_person', 'department', 'mail')),
            return_days BIGINT CHECK (return_days > 0),
            due_on TEXT,
            signed_on TEXT,
            signed_by TEXT NOT NULL DEFAULT '',
            recorded_on TEXT,
            witness TEXT NOT NULL DEFAULT '',
            lost_times BIGINT NOT NULL DEFAULT 0,
            lost_on TEXT,
            reminded BIGINT NOT NULL DEFAULT 0,
            reminded_on TEXT,
            back_by TEXT,
            returned_on TEXT,
            slip_issued_at TEXT,
            slip_issued_by TEXT NOT NULL DEFAULT '',
            ended_on TEXT,
            reason TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX receipt_by_need ON receipt (state_order, due_on, id)",
        "CREATE INDEX receipt_by_state ON receipt (state, id)",
        "CREATE INDEX receipt_by_application ON receipt (application_id)",
        "CREATE INDEX receipt_by_handed ON receipt (handed_on, id)",
        "CREATE INDEX receipt_by_staff ON receipt (staff_id)",
        """
        CREATE INDEX receipt_by_days ON receipt (
            (CASE WHEN state = 'out' AND handed_on IS NOT NULL THEN handed_on ELSE '9999-12-31' END), id
        )
        """,
        search_table("mailbox"),
        search_table("application"),
        search_table("receipt"),
    ),
)
