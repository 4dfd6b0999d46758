"""The telephone directory, its change slips, editions and confirmations."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(9, "directory", ())
