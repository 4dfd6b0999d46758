"""The numbered steps that make and bring up a desk's tables.

To add one: write ``u0008_what_it_is_for.py`` holding ``STEP = Step(8, "what it is for", (…statements…))`` (see
``step.py`` for what a statement may be; never import a model there, models change and steps must not), and add it to
``ALL_STEPS`` below. A released step is never edited: a later one puts right what it got wrong.
"""

from __future__ import annotations

from desk_mailadmin.store.upgrades import (
    u0001_foundation,
    u0002_people,
    u0003_mail,
    u0004_deliveries,
    u0005_article_versions,
    u0006_penalties,
    u0007_past_cases,
)
from desk_mailadmin.store.upgrades.step import Step

ALL_STEPS: tuple[Step, ...] = (
    u0001_foundation.STEP,
    u0002_people.STEP,
    u0003_mail.STEP,
    u0004_deliveries.STEP,
    u0005_article_versions.STEP,
    u0006_penalties.STEP,
    u0007_past_cases.STEP,
)
