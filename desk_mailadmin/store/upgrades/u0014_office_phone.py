"""Daily telephone work: selling, faxes, messages, the switchboard, partners; whom a department appoints."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    14,
    "office_phone",
    (
        """
        CREATE TABLE partner (
            {id},
            company TEXT NOT NULL,
            company_key TEXT NOT NULL,
            contact TEXT NOT NULL DEFAULT '',
            contact_key TEXT NOT NULL DEFAULT '',
            post TEXT NOT NULL DEFAULT '',
            matter TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '',
            mobile TEXT NOT NULL DEFAULT '',
            fax TEXT NOT NULL DEFAULT '',
            email TEXT NOT NULL DEFAULT '',
            staff_id BIGINT REFERENCES staff (id),
            remark TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'ended')),
            ended_on TEXT,
            UNIQUE (company, contact)
        )
        """,
        "CREATE INDEX partner_by_state ON partner (state, company_key, contact_key, id)",
        "CREATE INDEX partner_by_company ON partner (company_key, contact_key, id)",
        "CREATE INDEX partner_by_contact ON partner (contact_key, id)",
        "CREATE INDEX partner_by_staff ON partner (staff_id)",
        """
        CREATE TABLE message (
            {id},
            number TEXT NOT NULL UNIQUE,
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            dept TEXT NOT NULL,
            caller TEXT NOT NULL,
            company TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '',
            taken_on TEXT NOT NULL,
            taken_at TEXT NOT NULL,
            taken_by TEXT NOT NULL DEFAULT '',
            wish TEXT NOT NULL CHECK (wish IN ('call_back', 'again', 'told', 'note')),
            text TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'passed', 'void')),
            passed_on TEXT,
            passed_at TEXT NOT NULL DEFAULT '',
            passed_how TEXT NOT NULL DEFAULT '' CHECK (passed_how IN ('', 'phone', 'in_person', 'slip', 'mail')),
            reason TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX message_by_state ON message (state, taken_on, taken_at, id)",
        "CREATE INDEX message_by_taken ON message (taken_on, taken_at, id)",
        "CREATE INDEX message_by_name ON message (name_key, id)",
        "CREATE INDEX message_by_staff ON message (staff_id)",
        """
        CREATE TABLE switchboard (
            {id},
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            extension TEXT NOT NULL,
            dept TEXT NOT NULL DEFAULT '',
            deed TEXT NOT NULL CHECK (deed IN ('close', 'open')),
            what TEXT NOT NULL CHECK (what IN ('extension', 'outside_line', 'long_distance')),
            area TEXT NOT NULL CHECK (area IN ('inside', 'outside')),
            asked_by TEXT NOT NULL,
            asked_dept TEXT NOT NULL DEFAULT '',
            asked_rank TEXT NOT NULL CHECK (asked_rank IN ('manager', 'on_duty', 'department')),
            cause TEXT NOT NULL DEFAULT '' CHECK (cause IN ('', 'arrears', 'safety', 'other')),
            reason TEXT NOT NULL DEFAULT '',
            taken_by TEXT NOT NULL DEFAULT '' CHECK (taken_by IN ('', 'front_office', 'duty_manager')),
            operator TEXT NOT NULL,
            done_on TEXT NOT NULL,
            done_at TEXT NOT NULL,
            application TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'reversed')),
            reversed_on TEXT,
            reversed_at TEXT NOT NULL DEFAULT '',
            reversed_by TEXT NOT NULL DEFAULT '',
            remark TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX switchboard_by_done ON switchboard (done_on, done_at, id)",
        "CREATE INDEX switchboard_by_state ON switchboard (state, done_on, done_at, id)",
        "CREATE INDEX switchboard_by_extension ON switchboard (extension, done_on, id)",
        """
        CREATE TABLE salesperson (
            {id},
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            since TEXT NOT NULL,
            joined_on TEXT NOT NULL,
            earlier_months BIGINT NOT NULL DEFAULT 0 CHECK (earlier_months >= 0),
            ended_on TEXT,
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'ended')),
            remark TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE UNIQUE INDEX salesperson_once ON salesperson (staff_id) WHERE state = 'active'",
        "CREATE INDEX salesperson_by_staff ON salesperson (staff_id)",
        """
        CREATE TABLE fax (
            {id},
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            dept TEXT NOT NULL,
            sent_on TEXT NOT NULL,
            sent_at TEXT NOT NULL DEFAULT '',
            contact TEXT NOT NULL DEFAULT '',
            post TEXT NOT NULL DEFAULT '',
            company TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '',
            fax TEXT NOT NULL DEFAULT '',
            called BIGINT NOT NULL DEFAULT 0 CHECK (called IN (0, 1)),
            state TEXT NOT NULL CHECK (state IN ('valid', 'incomplete', 'uncalled', 'confirmed', 'false')),
            checked_on TEXT,
            checked_by TEXT NOT NULL DEFAULT '',
            finding TEXT NOT NULL DEFAULT '',
            penalty TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX fax_by_day ON fax (sent_on, staff_id, state)",
        "CREATE INDEX fax_by_staff ON fax (staff_id, sent_on)",
        "CREATE INDEX fax_by_state ON fax (state, sent_on, id)",
        "CREATE INDEX fax_by_name ON fax (name_key, id)",
        """
        CREATE TABLE sales_day (
            {id},
            on_day TEXT NOT NULL,
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            dept TEXT NOT NULL,
            newcomer BIGINT NOT NULL CHECK (newcomer IN (0, 1)),
            minutes_wanted BIGINT NOT NULL,
            faxes_wanted BIGINT NOT NULL,
            minutes BIGINT NOT NULL DEFAULT 0 CHECK (minutes >= 0),
            faxes_told BIGINT NOT NULL DEFAULT 0 CHECK (faxes_told >= 0),
            faxes_void BIGINT NOT NULL DEFAULT 0 CHECK (faxes_void BETWEEN 0 AND faxes_told),
            absence TEXT NOT NULL DEFAULT '',
            late_minutes BIGINT CHECK (late_minutes >= 0),
            late_faxes BIGINT CHECK (late_faxes >= 0),
            sunday_on TEXT,
            sunday_done BIGINT CHECK (sunday_done IN (0, 1)),
            supervisor TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL CHECK (state IN ('met', 'short', 'made_up', 'sunday', 'sunday_done', 'sunday_missed',
                                                 'absent')),
            UNIQUE (on_day, staff_id)
        )
        """,
        "CREATE INDEX sales_day_by_day ON sales_day (on_day, name_key, id)",
        "CREATE INDEX sales_day_by_state ON sales_day (state, on_day, id)",
        "CREATE INDEX sales_day_by_name ON sales_day (name_key, on_day, id)",
        "CREATE INDEX sales_day_by_staff ON sales_day (staff_id, on_day)",
        """
        CREATE TABLE computer (
            {id},
            number TEXT NOT NULL UNIQUE,
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            filed_on TEXT NOT NULL,
            address TEXT NOT NULL DEFAULT '',
            place TEXT NOT NULL DEFAULT '',
            purpose TEXT NOT NULL DEFAULT '',
            remark TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
            retired_on TEXT
        )
        """,
        "CREATE INDEX computer_by_state ON computer (state, number, id)",
        "CREATE INDEX computer_by_staff ON computer (staff_id)",
        search_table("computer"),
        "ALTER TABLE department ADD COLUMN mail_person TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE department ADD COLUMN secret_keeper TEXT NOT NULL DEFAULT ''",
        search_table("partner"),
        search_table("message"),
        search_table("switchboard"),
        search_table("salesperson"),
        search_table("fax"),
        search_table("sales_day"),
    ),
)
