"""Monthly charges, settlements and allowances."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(13, "charges", ())
