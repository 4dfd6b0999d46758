"""What the office decided of the rulebook's articles, each version with the day from which it is in force."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(
    5,
    "article versions",
    (
        """
        CREATE TABLE article_version (
            {id},
            clause TEXT NOT NULL,
            version BIGINT NOT NULL,
            in_force_on TEXT NOT NULL,
            figures TEXT NOT NULL,
            active BIGINT NOT NULL CHECK (active IN (0, 1)),
            reason TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            UNIQUE (clause, version)
        )
        """,
    ),
)
