"""Papers sent by mail, each under a Message-ID that is given once."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

STEP = Step(
    4,
    "deliveries",
    (
        """
        CREATE TABLE delivery (
            {id},
            kind TEXT NOT NULL,
            record BIGINT NOT NULL,
            form TEXT NOT NULL,
            title TEXT NOT NULL,
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            address TEXT NOT NULL,
            subject TEXT NOT NULL,
            text TEXT NOT NULL,
            file_name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            message_id TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unclear', 'cancelled')),
            state_order BIGINT NOT NULL,
            attempts BIGINT NOT NULL DEFAULT 0,
            answer TEXT NOT NULL DEFAULT '',
            said TEXT NOT NULL DEFAULT '',
            made_at TEXT NOT NULL,
            tried_at TEXT,
            sent_at TEXT
        )
        """,
        "CREATE INDEX delivery_by_need ON delivery (state_order, id)",
        "CREATE INDEX delivery_by_state ON delivery (state, id)",
        "CREATE INDEX delivery_by_paper ON delivery (kind, record, id)",
        "CREATE INDEX delivery_by_number ON delivery (number, id)",
        "CREATE INDEX delivery_by_name ON delivery (name_key, id)",
        "CREATE INDEX delivery_by_address ON delivery (address, id)",
        "CREATE INDEX delivery_by_try ON delivery (tried_at, id)",
        search_table("delivery"),
    ),
)
