"""People at the desk: who may enter, approve, read, administer; off until an office switches it on."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(
    15,
    "members",
    (
        """
        CREATE TABLE member (
            {id},
            name TEXT NOT NULL UNIQUE,
            staff_id BIGINT REFERENCES staff (id),
            role TEXT NOT NULL CHECK (role IN ('viewer', 'clerk', 'approver', 'admin')),
            units TEXT NOT NULL DEFAULT '[]',
            pin TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'ended')),
            wrong BIGINT NOT NULL DEFAULT 0 CHECK (wrong >= 0),
            wrong_at_ms BIGINT NOT NULL DEFAULT 0 CHECK (wrong_at_ms >= 0)
        )
        """,
        "CREATE INDEX member_by_staff ON member (staff_id)",
    ),
)
