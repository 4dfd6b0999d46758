"""The numbered steps that make and bring up a desk's tables.

To add one: write ``u0016_what_it_is_for.py`` holding ``STEP = Step(16, "what it is for", (…statements…))`` (see
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
    u0008_lines,
    u0009_directory,
    u0010_calls,
    u0011_longdistance,
    u0012_findings,
    u0013_charges,
    u0014_office_phone,
    u0015_members,
    u0016_privacy,
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
    u0008_lines.STEP,
    u0009_directory.STEP,
    u0010_calls.STEP,
    u0011_longdistance.STEP,
    u0012_findings.STEP,
    u0013_charges.STEP,
    u0014_office_phone.STEP,
    u0015_members.STEP,
    u0016_privacy.STEP,
)
