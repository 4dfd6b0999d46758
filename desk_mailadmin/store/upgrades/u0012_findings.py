"""What is found in the calls."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(12, "findings", ())
