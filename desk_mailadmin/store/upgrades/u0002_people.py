"""Branches, departments and people."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    2,
    "people",
    (
        """
        CREATE TABLE branch (
            {id},
            name TEXT NOT NULL UNIQUE,
            name_key TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('headquarters', 'region', 'branch', 'office')),
            sort_order BIGINT NOT NULL DEFAULT 0,
            head TEXT NOT NULL DEFAULT '',
            personnel TEXT NOT NULL DEFAULT '',
            mail_person TEXT NOT NULL DEFAULT '',
            domain TEXT NOT NULL DEFAULT '',
            webmail TEXT NOT NULL DEFAULT '',
            imap_host TEXT NOT NULL DEFAULT '',
            imap_port BIGINT NOT NULL DEFAULT 993,
            imap_security TEXT NOT NULL DEFAULT 'ssl',
            pop_host TEXT NOT NULL DEFAULT '',
            pop_port BIGINT NOT NULL DEFAULT 995,
            pop_security TEXT NOT NULL DEFAULT 'ssl',
            smtp_host TEXT NOT NULL DEFAULT '',
            smtp_port BIGINT NOT NULL DEFAULT 465,
            smtp_security TEXT NOT NULL DEFAULT 'ssl',
            closed_on TEXT
        )
        """,
        """
        CREATE TABLE department (
            {id},
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            sort_order BIGINT NOT NULL DEFAULT 0,
            manager TEXT NOT NULL DEFAULT '',
            closed_on TEXT,
            UNIQUE (branch_id, name)
        )
        """,
        """
        CREATE TABLE staff (
            {id},
            emp_no TEXT,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            pinyin TEXT NOT NULL,
            initials TEXT NOT NULL,
            department_id BIGINT NOT NULL REFERENCES department (id),
            post TEXT NOT NULL DEFAULT '',
            rank TEXT NOT NULL DEFAULT '',
            gender TEXT NOT NULL DEFAULT '',
            mobile TEXT NOT NULL DEFAULT '',
            extension TEXT NOT NULL DEFAULT '',
            email TEXT NOT NULL DEFAULT '',
            hired_on TEXT,
            left_on TEXT,
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'left')),
            remark TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE UNIQUE INDEX staff_emp_no ON staff (emp_no)",  # nulls do not collide; it also gives the list's order
        "CREATE INDEX staff_by_state ON staff (state, name_key, id)",
        "CREATE INDEX staff_by_name ON staff (name_key, id)",
        "CREATE INDEX staff_by_department ON staff (department_id, state, name_key, id)",
        "CREATE INDEX staff_by_hired ON staff (hired_on, id)",
        "CREATE INDEX staff_by_email ON staff (lower(email))",  # whose address it is by the roster
        "CREATE INDEX staff_named ON staff (name, state)",  # namesakes
        """
        CREATE TABLE roster_mapping (
            {id},
            headings TEXT NOT NULL UNIQUE,
            mapping TEXT NOT NULL,
            used_on TEXT NOT NULL
        )
        """,
        search_table("branch"),
        search_table("department"),
        search_table("staff"),
    ),
)
