"""The long-distance log."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(11, "longdistance", ())
