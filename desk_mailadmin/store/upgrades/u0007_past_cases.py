"""What was understood of the columns of hand-kept penalty ledgers, for the next one of the same shape."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(
    7,
    "past cases",
    (
        """
        CREATE TABLE past_case_mapping (
            {id},
            headings TEXT NOT NULL UNIQUE,
            mapping TEXT NOT NULL,
            used_on TEXT NOT NULL
        )
        """,
    ),
)
